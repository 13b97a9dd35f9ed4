"""The Word file as a word processor opens it, and what no typed text can become in it."""

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import docx as reader
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from hypothesis import given, settings

from letters.letter import Letter
from letters.outputs import docx
from tests.letters.outputs.samples import (
    ANY_LETTER,
    EIGHT_LINES,
    LETTER,
    LONG_NAME,
    MARKUP,
    NAMES,
    SENTENCE,
    of_words,
)
from tests.letters.outputs.windows import SUBSTITUTES, ink, places, substitute, text_in

A4 = replace(LETTER, paper="a4", envelope="dl")
Word = tuple[float, float, float, float, str]


def opened(content: bytes) -> Document:
    return reader.Document(io.BytesIO(content))


def part(content: bytes, name: str = "word/document.xml") -> str:
    return zipfile.ZipFile(io.BytesIO(content)).read(name).decode("utf-8")


def plain(text: str) -> str:
    return re.sub(r"[\s\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069]", "", text)


def test_the_parts_stand_in_the_order_of_a_letter() -> None:
    texts = [paragraph.text for paragraph in opened(docx.render([LETTER])).paragraphs]
    assert texts == [
        *LETTER.sender,
        LETTER.date_line,
        *LETTER.recipient,
        LETTER.subject,
        LETTER.salutation,
        *LETTER.paragraphs,
        LETTER.closing,
        LETTER.signature,
    ]


@pytest.mark.parametrize(("paper", "size"), [("us-letter", "612 x 792"), ("a4", "595.3")])
def test_libreoffice_opens_it_on_that_paper(
    paper: str,
    size: str,
    as_pdf: Callable[[bytes], bytes],
    info: Callable[[bytes], dict[str, str]],
    text_of: Callable[[bytes], str],
) -> None:
    letters = [
        replace(LETTER, paper=paper, envelope="dl"),
        replace(LETTER, paper=paper, signature="A. N. Other"),
    ]
    content = as_pdf(docx.render(letters))
    assert info(content)["Page size"].startswith(size)
    assert info(content)["Pages"] == "2", "each letter on a page of its own"
    first, second, _ = text_of(content).split("\f")
    for line in (*LETTER.sender, *LETTER.recipient, LETTER.subject, LETTER.closing):
        assert plain(line) in plain(first)
        assert plain(line) in plain(second)
    assert plain(SENTENCE * 3) in plain(first)
    assert "A. N. Other" in second


LONG_ADDRESS = (
    "The Honourable Maximiliana Featherstonehaugh, P.C., M.P.",
    "Recipient House",
    "RECIPIENT TOWN",
)


@pytest.mark.parametrize("font", SUBSTITUTES)
def test_the_address_is_in_the_window_whatever_the_font(
    font: str, as_pdf: Callable[..., bytes], tmp_path: Path
) -> None:
    """Where every window of that envelope shows it, however the sheet slides; and nothing else is in any window."""
    letters = [
        replace(
            LETTER,
            paper=paper,
            envelope=envelope,
            recipient=recipient,
            sender=sender,
            paragraphs=of_words(250),
        )
        for paper, envelope in (("us-letter", "10"), ("a4", "dl"), ("a4", "c5"))
        for recipient, sender in ((LONG_ADDRESS, LETTER.sender), (EIGHT_LINES[:5], (LONG_NAME, *EIGHT_LINES)))
    ]
    content = as_pdf(docx.render(letters), substitute(font, tmp_path))
    (tmp_path / "letters.pdf").write_bytes(content)
    for number, letter in enumerate(letters, 1):
        shown, exposed = places(letter)
        assert plain(text_in(tmp_path / "letters.pdf", number, shown)) == plain("".join(letter.recipient))
        left, top, right, low = ink(tmp_path / "letters.pdf", number, exposed)
        assert (left, top) >= shown[:2]
        assert right <= shown[2]
        assert low <= shown[3]


def test_the_language_is_that_of_each_letter() -> None:
    content = docx.render([replace(LETTER, language="fr"), LETTER])
    assert set(re.findall(r'<w:lang w:val="(\w+)"/>', part(content))) == {"fr", "en"}
    assert re.findall(r'<w:lang w:val="(\w+)"', part(content, "word/styles.xml")) == ["fr"]
    document = opened(content)
    assert document.core_properties.language == "fr"
    for paragraph in document.paragraphs[:11]:
        assert [run._r.rPr.find(qn("w:lang")).get(qn("w:val")) for run in paragraph.runs] == ["fr"]


EAST_ASIAN = {
    "王小明": ("SimSun", "zh-CN"),
    "我们写信给您": ("SimSun", "zh-CN"),
    "我們寫信給您": ("PMingLiU", "zh-TW"),
    "ㄋㄧˇㄏㄠˇ": ("PMingLiU", "zh-TW"),
    "山田 タロウ": ("MS Mincho", "ja-JP"),
    "Zoë 김철수": ("Batang", "ko-KR"),
    "金哲洙 김철수": ("Batang", "ko-KR"),
}


@pytest.mark.parametrize(("text", "expected"), EAST_ASIAN.items())
def test_east_asian_text_names_the_font_and_language_of_its_script(
    text: str, expected: tuple[str, str]
) -> None:
    letter = replace(LETTER, signature=text, paragraphs=("No such letter here: “é”.", text))
    paragraphs = [*opened(docx.render([letter])).paragraphs]
    for paragraph in (paragraphs[-1], paragraphs[-3]):
        properties = paragraph.runs[0]._r.rPr
        assert properties.rFonts.get(qn("w:eastAsia")) == expected[0]
        assert properties.find(qn("w:lang")).get(qn("w:eastAsia")) == expected[1]
    plain_run = paragraphs[-4].runs[0]._r.rPr
    assert plain_run.rFonts is None
    assert plain_run.find(qn("w:lang")).attrib == {qn("w:val"): "en"}


def test_chinese_characters_alone_are_in_the_script_of_the_letter() -> None:
    letter = replace(LETTER, signature="山田", paragraphs=("こんにちは",))
    assert (
        opened(docx.render([letter])).paragraphs[-1].runs[0]._r.rPr.rFonts.get(qn("w:eastAsia"))
        == "MS Mincho"
    )


def test_nothing_comes_from_a_librarys_template() -> None:
    content = docx.render([LETTER, LETTER])
    assert set(zipfile.ZipFile(io.BytesIO(content)).namelist()) == {
        *("[Content_Types].xml", "_rels/.rels", "docProps/core.xml", "word/_rels/document.xml.rels"),
        *("word/document.xml", "word/styles.xml", "word/settings.xml"),
    }
    assert set(re.findall(r"<(?:cp|dc|dcterms):(\w+)[ >]", part(content, "docProps/core.xml"))) == {
        *(
            "coreProperties",
            "title",
            "creator",
            "lastModifiedBy",
            "language",
            "revision",
            "created",
            "modified",
        ),
    }
    assert opened(content).core_properties.revision == 1
    for name in ("word/document.xml", "word/styles.xml", "word/settings.xml", "docProps/core.xml"):
        assert not re.search("[Tt]heme|rsid|ja-JP|en-US|2013|python|Macintosh", part(content, name))


def test_it_is_set_in_a_serif() -> None:
    fonts = opened(docx.render([LETTER])).styles["Normal"].element.rPr.rFonts
    assert {fonts.get(qn(f"w:{name}")) for name in ("ascii", "hAnsi", "eastAsia", "cs")} == {
        "Times New Roman"
    }


def test_text_from_the_right_is_marked_and_a_name_keeps_its_place(
    as_pdf: Callable[[bytes], bytes], words_of: Callable[[bytes], list[list[Word]]]
) -> None:
    letter = replace(
        LETTER, sender=("דוד כהן", "1 Main Street"), signature="דוד", paragraphs=("שלום לכולם", "Hi")
    )
    content = docx.render([letter])
    right = [
        paragraph.text
        for paragraph in opened(content).paragraphs
        if paragraph._p.pPr.find(qn("w:bidi")) is not None
    ]
    assert right == ["דוד כהן", "שלום לכולם", "דוד"]
    words = words_of(as_pdf(content))[0]
    assert max(word[2] for word in words if set(word[4]) & set("שלום")) == pytest.approx(7.5, abs=0.05)
    assert min(word[0] for word in words if set(word[4]) & set("דכ")) == pytest.approx(1, abs=0.05)


FIELDS = (
    "{ PAGE }",
    "{{ x }}",
    "=SUM(A1)",
    '<w:fldSimple w:instr="PAGE"/>',
    "</w:t><w:instrText>DDEAUTO c:\\\\x</w:instrText>",
    "]]>&amp;<!--",
    "\x13 PAGE \x15",
    MARKUP,
)


@pytest.mark.parametrize("typed", FIELDS)
def test_nothing_typed_becomes_a_field_or_markup(typed: str) -> None:
    letter = replace(
        LETTER,
        sender=(typed,),
        recipient=(typed,),
        subject=typed,
        salutation=typed,
        paragraphs=(typed,),
        signature=typed,
    )
    content = docx.render([letter])
    shown = "".join(char for char in typed if char not in "\x13\x15")
    assert [paragraph.text for paragraph in opened(content).paragraphs].count(shown) == 6
    for name in zipfile.ZipFile(io.BytesIO(content)).namelist():
        if name.startswith("word/"):
            assert not re.search(r"<w:(fld|instr|hyperlink|object|altChunk)", part(content, name)), name
    assert opened(content).core_properties.title == shown


def test_it_is_made_of_text_alone() -> None:
    names = set(zipfile.ZipFile(io.BytesIO(docx.render([LETTER]))).namelist())
    assert "docProps/core.xml" in names
    assert not [name for name in names if re.search(r"thumbnail|customXml|vba|media|embed|app\.xml", name)]


def test_control_characters_are_left_out() -> None:
    letter = replace(
        LETTER, subject="Sub\x00ject\ufffe", paragraphs=("one\x07\x1b two\tthree", "a\ud800b\nc")
    )
    texts = [paragraph.text for paragraph in opened(docx.render([letter])).paragraphs]
    assert "Subject\ufffd" in texts
    assert "one two three" in texts
    assert "a\ufffdb\nc" in texts


def test_identical_letters_give_identical_bytes_dated_by_the_letter() -> None:
    content = docx.render([LETTER, A4])
    assert docx.render([LETTER, A4]) == content
    assert {entry.date_time for entry in zipfile.ZipFile(io.BytesIO(content)).infolist()} == {
        (1980, 1, 1, 0, 0, 0)
    }
    properties = opened(content).core_properties
    assert {properties.created.replace(tzinfo=None), properties.modified.replace(tzinfo=None)} == {
        datetime(2026, 11, 24, 12)  # noqa: DTZ001 -- Word has no zone
    }
    assert (properties.title, properties.author) == (LETTER.subject, LETTER.signature)
    assert not properties.comments


def test_hard_letters_stay_letters(
    as_pdf: Callable[[bytes], bytes], text_of: Callable[[bytes], str], info: Callable[[bytes], dict[str, str]]
) -> None:
    own_words = (SENTENCE * 40)[:3000]
    hard = [
        replace(
            A4,
            sender=(LONG_NAME, *EIGHT_LINES),
            recipient=EIGHT_LINES,
            paragraphs=(*of_words(280), own_words),
            envelope=each,
        )
        for each in ("dl", "c5")
    ]
    content = as_pdf(docx.render(hard))
    assert info(content)["Pages"] == "4"
    text = plain(text_of(content))
    assert text.count(plain(SENTENCE)) >= 2 * 37, "not a sentence is lost"
    assert all(text.count(plain(line)) == 4 for line in EIGHT_LINES)
    named = [
        replace(A4, signature=name, sender=(name, "1 High Street"), paragraphs=(name,))
        for name in NAMES.values()
    ]
    text = plain(text_of(as_pdf(docx.render(named))))
    assert {char for name in NAMES.values() for char in plain(name)} <= set(text)


@settings(max_examples=25, deadline=None)
@given(ANY_LETTER)
def test_any_text_makes_a_word_file(letter: Letter) -> None:
    content = docx.render([letter])
    assert len(opened(content).paragraphs) == len((*letter.sender, *letter.recipient, *letter.paragraphs)) + 5
