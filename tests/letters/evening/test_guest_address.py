"""An address is one that guests can open, however the host copied it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letters.evening.guest_address import BadAddress, read_address


@pytest.mark.parametrize(
    ("typed", "base", "is_local"),
    [
        ("http://192.168.1.20:5000", "http://192.168.1.20:5000", True),
        ("192.168.1.20:5000", "http://192.168.1.20:5000", True),
        (
            " http://192.168.1.20:5000/en/forced-labour/evening?country=ca#x ",
            "http://192.168.1.20:5000",
            True,
        ),
        ("laptop.local:5000/fr/", "http://laptop.local:5000", True),
        ("letters.example.org", "https://letters.example.org", False),
        ("HTTPS://Letters.Example.org/en/forced-labour", "https://letters.example.org", False),
        ("https://example.org/letters/en/forced-labour", "https://example.org/letters", False),
        ("https://example.org/letters/", "https://example.org/letters", False),
        ("http://[fd00::1]:5000/en/", "http://[fd00::1]:5000", True),
    ],
)
def test_it_is_found_in_what_was_typed(typed: str, base: str, is_local: bool) -> None:
    address = read_address(typed)
    assert (address.base, address.is_local) == (base, is_local)
    assert address.page("/en/forced-labour") == f"{base}/en/forced-labour"


@pytest.mark.parametrize(
    "typed",
    [
        *("", "   ", "our hall", "http://", "http://a b", "javascript:alert(1)", "ftp://example.org"),
        *("http://localhost:5000", "127.0.0.1:5000", "http://0.0.0.0:5000", "http://[::1]:5000"),
        *("http://user:word@example.org", "http://example.org:99999", "http://exa_mple.org", "http://[::1"),
        *("https://example.org/<script>", "http://-a.org", "https://" + "a" * 200),
    ],
)
def test_what_guests_cannot_open_is_refused(typed: str) -> None:
    with pytest.raises(BadAddress):
        read_address(typed)


@given(st.text(max_size=250))
def test_any_text_is_an_address_or_a_sentence(text: str) -> None:
    try:
        base = read_address(text).base
    except BadAddress:
        return
    assert base.startswith(("http://", "https://"))
    assert base.isprintable()
    assert " " not in base
