"""The letter as plain text."""

from letters.body import split_paragraphs
from letters.outputs.text import crlf, message, page, render
from tests.support import OWN_WORDS, SENATOR, a_letter


def test_the_file_is_utf8_with_windows_line_ends_and_no_mark_before_it() -> None:
    content = render(a_letter())
    assert content.startswith("Zoë O’Neil\r\n".encode())
    assert content.endswith("Zoë O’Neil\r\n".encode())
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert b"\r" not in content.replace(b"\r\n", b"")
    assert content.decode("utf-8").replace("\r\n", "\n") == page(a_letter())


def test_the_parts_stand_in_the_order_of_a_letter() -> None:
    letter = a_letter(SENATOR)
    text = page(letter)
    parts = [
        "Zoë O’Neil\n1 Main Street West\nHamilton ON\nL8S 4L8\n\n",
        "November 24, 2026\n\n",
        "The Honourable Salma Ataullahjan\nThe Senate of Canada\nOttawa ON  K1A 0A4\n\n",
        f"{letter.subject}\n\n",
        "Dear Senator Ataullahjan,\n\n",
        split_paragraphs(OWN_WORDS)[0],
        "Yours sincerely,\n\n\n",
    ]
    places = [text.index(part) for part in parts]
    assert places == sorted(places)
    assert text.endswith("Yours sincerely,\n\n\nZoë O’Neil\n"), "room for a signature"


def test_line_breaks_inside_a_paragraph_stay() -> None:
    letter = a_letter(own_words="one\ntwo\n\nthree")
    assert "\n\none\ntwo\n\nthree\n\n" in page(letter)


def test_a_message_says_who_writes_and_from_where() -> None:
    text = message(a_letter())
    assert text.startswith("Dear John-Paul Danko,\n\n")
    assert text.endswith("Yours sincerely,\n\nZoë O’Neil\n1 Main Street West\nHamilton ON\nL8S 4L8")
    assert "House of Commons" not in text.splitlines(), "no postal block in a message"


def test_line_ends_are_those_of_mail() -> None:
    assert crlf("a\nb\n") == "a\r\nb\r\n"
