"""Letters as one Word file, each on its own pages and laid out like the PDF; plain text only: no field, link or macro."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from datetime import datetime, time
from typing import TYPE_CHECKING, Any

from letters.letter import Letter
from letters.outputs.docx.east_asia import east_asian
from letters.outputs.docx.empty_file import empty_file
from letters.outputs.docx.layout import Frame, Style, paragraphs
from letters.outputs.text import page, reads_from_the_right, settable
from letters.outputs.typesetting.paper import PAPER_SIZES, POINT, PaperSize
from letters.outputs.typesetting.typst_pdf import is_common
from letters.outputs.zip_archive import pack

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
"""What the names of a Word file's elements and attributes begin with."""


def render(letters: Sequence[Letter]) -> bytes:
    """A .docx file; identical letters give identical bytes."""
    # Here and not above, because python-docx costs 8 MB, which a worker that makes no Word file need not carry.
    import docx
    from docx.enum.section import WD_SECTION

    document = docx.Document(empty_file(letters[0].language))
    _describe(document, letters[0])
    for number, letter in enumerate(letters):
        if number:
            document.add_section(WD_SECTION.NEW_PAGE)
        _set_page(document, PAPER_SIZES[letter.paper])
        for text, style in paragraphs(letter):
            _add(document.add_paragraph(), settable(text), style, letter)
    saved = io.BytesIO()
    document.save(saved)
    return _without_clock(saved.getvalue())


def _describe(document: "Document", letter: Letter) -> None:
    properties = document.core_properties
    properties.title = settable(letter.subject)[:255]
    properties.author = properties.last_modified_by = settable(letter.signature)[:255]
    properties.language, properties.revision = letter.language, 1
    properties.created = properties.modified = datetime.combine(letter.day, time(12))


def _set_page(document: "Document", sheet: PaperSize) -> None:
    from docx.shared import Mm

    section = document.sections[-1]
    section.page_width, section.page_height = Mm(sheet.width), Mm(sheet.height)
    section.left_margin = section.right_margin = Mm(sheet.side)
    section.top_margin, section.bottom_margin = Mm(sheet.top), Mm(sheet.bottom)


def _add(paragraph: "Paragraph", text: str, style: Style, letter: Letter) -> None:
    """Fill a paragraph: the text stays text, as python-docx escapes it and makes a line end a break."""
    _lay_out(paragraph, text, style)
    from docx.shared import Pt

    run = paragraph.add_run(text)
    run.font.size, run.bold, run.font.cs_bold = Pt(style.size), style.bold or None, style.bold or None
    properties = run._r.get_or_add_rPr()
    languages = {"val": letter.language}
    if not is_common(text) and (found := east_asian(text, page(letter))):
        properties.get_or_add_rFonts().set(f"{_WORD}eastAsia", found.font)
        languages["eastAsia"] = found.language
    _insert(properties, "szCs", {"val": f"{style.size * 2:.0f}"}, _AFTER_SIZE)
    if reads_from_the_right(text):
        run.font.rtl = True
    _insert(properties, "lang", languages, ())


def _lay_out(paragraph: "Paragraph", text: str, style: Style) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
    from docx.shared import Pt

    layout = paragraph.paragraph_format
    layout.space_before, layout.space_after = Pt(style.before), Pt(style.after)
    layout.line_spacing = Pt(style.line)
    # What stands above or below a letter of another script would be cut off at a fixed height.
    layout.line_spacing_rule = WD_LINE_SPACING.EXACTLY if is_common(text) else WD_LINE_SPACING.AT_LEAST
    layout.keep_with_next = style.keeps_with_next or None
    properties = paragraph._p.get_or_add_pPr()
    if style.frame:
        _insert(properties, "framePr", _place(style.frame), _AFTER_FRAME)
    if reads_from_the_right(text):
        _insert(properties, "bidi", {}, _AFTER_BIDI)
        if style.keeps_left:
            # In a paragraph from the right, Word calls the left side "right".
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _place(frame: Frame) -> Mapping[str, str]:
    """A frame at a place of the sheet: ECMA-376 part 1, 17.3.1.11; lengths in twentieths of a point."""
    lengths = {"w": frame.width, "h": frame.height, "x": frame.left, "y": frame.top}
    placed = {name: f"{length / POINT * 20:.0f}" for name, length in lengths.items()}
    return placed | {"hRule": "atLeast", "hAnchor": "page", "vAnchor": "page", "wrap": "around"}


def _insert(properties: Any, name: str, attributes: Mapping[str, str], after: Sequence[str]) -> None:
    """Put an element that python-docx does not know before those that must stand after it."""
    named = {f"{_WORD}{each}": value for each, value in attributes.items()}
    properties.insert_element_before(properties.makeelement(f"{_WORD}{name}", named), *after)


def _without_clock(content: bytes) -> bytes:
    """The same file, its parts dated by no clock."""
    with zipfile.ZipFile(io.BytesIO(content)) as made:
        return pack((name, made.read(name)) for name in made.namelist())


# What must stand after them: the schema fixes the order (ECMA-376 part 1, 17.3.2.28 and 17.3.1.26).
_AFTER_SIZE = ("w:highlight", "w:u", "w:effect", "w:vertAlign", "w:rtl", "w:cs", "w:em", "w:lang")
_AFTER_BIDI = (
    *("w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:contextualSpacing", "w:jc", "w:rPr"),
    "w:sectPr",
)
_AFTER_FRAME = ("w:widowControl", "w:numPr", "w:pBdr", "w:shd", "w:tabs", "w:bidi", *_AFTER_BIDI)
