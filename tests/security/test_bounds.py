"""No request is without bounds in size, fields or length, and every refusal is a page."""

import pytest

from letters.journey.edits import LONGEST_TEXT
from letters.journey.form import LONGEST_ANSWER, LONGEST_OWN_WORDS
from representatives import directory
from tests.conftest import Visit
from tests.pages.visits import sent_by
from tests.support import CAMPAIGN, MEMBER, TODAY, letter_form
from web.security import LONGEST_FIELD, MOST_FIELDS

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


@pytest.mark.parametrize(("length", "status"), [(LONGEST_FIELD - 4, 200), (LONGEST_FIELD, 413)])
def test_a_field_of_a_multipart_form_is_bounded_too(visit: Visit, length: int, status: int) -> None:
    form = {"postcode": "L8S 4L8", "name": "x" * length}
    assert visit("POST", WRITE, data=form, content_type="multipart/form-data").status_code == status


@pytest.mark.parametrize("path", [WRITE, f"/en/{CAMPAIGN}/letter.pdf", f"/en/{CAMPAIGN}"])
@pytest.mark.parametrize("length", [1, 3_000_000])
def test_a_file_is_refused_and_not_written_to_the_disk(
    visit: Visit, monkeypatch: pytest.MonkeyPatch, path: str, length: int
) -> None:
    monkeypatch.setattr("tempfile.tempdir", "/no/such/folder")
    part = b"--x\r\nContent-Disposition: form-data; name=a"
    body = b"%s; filename=b\r\n\r\n%s\r\n%s; name=postcode\r\n\r\nL8S 4L8\r\n--x--\r\n" % (
        part,
        b"x" * length,
        part,
    )
    response = visit("POST", path, data=body, content_type="multipart/form-data; boundary=x")
    assert response.status_code == 413


@pytest.mark.parametrize("char", ["я", "😀"])
def test_letters_to_a_whole_delegation_with_the_longest_words_can_be_sent_again(
    visit: Visit, char: str
) -> None:
    people = [person.id for person in directory().countries["ca"].delegation("35039", TODAY).people]
    typed = letter_form(
        to=people,
        own_words=char * LONGEST_OWN_WORDS,
        learned=char * LONGEST_ANSWER,
        wish=char * LONGEST_ANSWER,
    )
    sent = sent_by(visit("POST", f"/en/{CAMPAIGN}/letter", data=typed).text)
    assert len(people) > 20
    assert visit("POST", f"/en/{CAMPAIGN}/letter.txt", data=sent).status_code == 200
    sent[f"text-{MEMBER}"] = [char * LONGEST_TEXT]
    assert visit("POST", f"/en/{CAMPAIGN}/letter.txt", data=sent).status_code == 200


def test_another_kind_of_body_is_read_as_an_empty_form(visit: Visit) -> None:
    response = visit("POST", WRITE, data=b'{"postcode": "L8S 4L8"}', content_type="application/json")
    assert response.status_code == 422
