"""No request is without bounds in size, fields or length, and every refusal is a page."""

import pytest

from guards import LONGEST_FIELD, MOST_FIELDS
from tests.conftest import Visit
from tests.support import CAMPAIGN

WRITE = f"/en/{CAMPAIGN}/write"
FORM = "application/x-www-form-urlencoded"


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"&".join([b"a=1"] * MOST_FIELDS), 422),
        (b"&".join([b"a=1"] * (MOST_FIELDS + 1)), 413),
        (b"&" * 500_000, 413),
        (b"postcode=" + b"x" * (LONGEST_FIELD - 9), 422),
        (b"postcode=" + b"x" * LONGEST_FIELD, 413),
        (b"postcode=%" + b"%F0" * 20_000, 422),
        (b"", 422),
        (b"\xff\xfe=\xff", 422),
    ],
)
def test_a_form_has_a_bounded_number_of_fields_of_a_bounded_length(
    visit: Visit, body: bytes, status: int
) -> None:
    assert visit("POST", WRITE, data=body, content_type=FORM).status_code == status


def test_a_multipart_form_is_bounded_too(visit: Visit) -> None:
    many = {f"field{number}": "x" for number in range(MOST_FIELDS + 1)}
    response = visit("POST", WRITE, data=many, content_type="multipart/form-data")
    assert response.status_code == 413


def test_another_kind_of_body_is_read_as_an_empty_form(visit: Visit) -> None:
    response = visit("POST", WRITE, data=b'{"postcode": "L8S 4L8"}', content_type="application/json")
    assert response.status_code == 422
