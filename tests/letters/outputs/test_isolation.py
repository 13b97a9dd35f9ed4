"""Whichever way a name or an address is written, it moves nothing beside it: in no kind of file and in no link."""

import email
import email.policy
import io
import zipfile
from dataclasses import replace
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letters.outputs import download
from letters.outputs.kinds import KINDS
from letters.outputs.links import LONGEST, links_to
from letters.outputs.text import isolated, with_isolated_names
from tests.letters.outputs.samples import LETTER, NAMES

PAGE = "https://letters.example/en/a-campaign"
END = "\u2069"
TYPED = ("Zoë \u202eolleH", "\u2067Zoë", "Zoë\u2069\u2069 x", "\u202a\u202b\u2066Zoë", "\u202eמרים\u200f")


def depth_after(text: str) -> list[int]:
    """How many isolates are open after each character; below 0 where one is ended that is not open."""
    depths, depth = [], 0
    for character in text:
        depth += (character in "\u2066\u2067\u2068") - (character == END)
        depths.append(depth)
    return depths


@given(
    st.text(st.sampled_from("aא \u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"), min_size=1)
)
def test_what_is_isolated_is_one_isolate(text: str) -> None:
    made = isolated(text)
    if made != text:
        assert made.startswith("\u2068")
        depths = depth_after(made)
        assert depths[-1] == 0
        assert all(depth > 0 for depth in depths[:-1]), "nothing in it ends it"
    assert [each for each in made if each not in "\u2068\u2069"] == [
        each for each in text if each not in "\u2068\u2069"
    ]


@pytest.mark.parametrize("name", [*NAMES.values(), "Zoë O’Neil", ""])
def test_a_line_without_controls_stays_as_it_is(name: str) -> None:
    letter = replace(LETTER, sender=(name, name), recipient=(name,), signature=name)
    assert with_isolated_names(letter) == letter


def shown(suffix: str, content: bytes) -> str:
    if suffix == "docx":
        return zipfile.ZipFile(io.BytesIO(content)).read("word/document.xml").decode()
    if suffix == "eml":
        message = email.message_from_bytes(content, policy=email.policy.default)
        return f"{message['To']}\n{message.get_content()}"
    return content.replace(b"\r\n ", b"").decode()


@pytest.mark.parametrize("typed", TYPED)
@pytest.mark.parametrize("suffix", [suffix for suffix in KINDS if not suffix.endswith("pdf")])
def test_every_file_isolates_names_and_lines_of_addresses(suffix: str, typed: str) -> None:
    letter = replace(
        LETTER, sender=(typed, typed), recipient=(typed, typed), recipient_name=typed, signature=typed
    )
    for line in shown(suffix, download(suffix, [letter]).content).splitlines():
        at = [number for number, each in enumerate(line) if each in "\u202a\u202b\u202d\u202e"]
        depths = depth_after(line)
        assert all(depths[number] > 0 for number in at)
        assert min(depths, default=0) >= 0
        assert not depths or depths[-1] == 0


@pytest.mark.parametrize("typed", TYPED)
@pytest.mark.parametrize("suffix", [suffix for suffix in KINDS if suffix.endswith("pdf")])
def test_every_pdf_is_made_of_isolated_names_and_lines(suffix: str, typed: str) -> None:
    letter = replace(LETTER, sender=(typed, typed), recipient=(typed,), recipient_name=typed, signature=typed)
    file = download(suffix, [letter], PAGE)
    assert file.content == KINDS[suffix].render([with_isolated_names(letter)], PAGE)
    assert file.missing == ()
    assert b"pdfuaid" in file.content


@pytest.mark.parametrize("typed", TYPED)
def test_a_draft_behind_a_link_isolates_them_too(typed: str) -> None:
    body = unquote(links_to(replace(LETTER, sender=(typed,)), LONGEST, "x").mailto)
    assert isolated(typed) in body
