"""Letters as one Word file, each on its own pages and laid out like the PDF; plain text only: no field, link or macro."""

import io
import zipfile
from collections.abc import Sequence
from datetime import datetime, time
from typing import TYPE_CHECKING

from letters.letter import Letter
from letters.outputs.docx_layout import SIZE, Style, paragraphs
from letters.outputs.paper import SHEETS, Sheet
from letters.outputs.text import reads_from_the_right, settable
from letters.outputs.zip_archive import pack

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

FONT = "Times New Roman"
"""A serif that Word, LibreOffice and Pages have, or replace with one as wide: a Word file brings no font along."""


def render(letters: Sequence[Letter]) -> bytes:
    """A .docx file; identical letters give identical bytes."""
    # Here and not above, because python-docx costs 14 MB, which a worker that makes no Word file need not carry.
    import docx
    from docx.enum.section import WD_SECTION

    document = docx.Document()
    _prepare(document, letters[0])
    for number, letter in enumerate(letters):
        if number:
            document.add_section(WD_SECTION.NEW_PAGE)
        _set_page(document, SHEETS[letter.paper])
        for text, style in paragraphs(letter):
            _add(document.add_paragraph(), text, style, letter.language)
    saved = io.BytesIO()
    document.save(saved)
    return _without_clock(saved.getvalue())


def _prepare(document: "Document", letter: Letter) -> None:
    """Set what holds for the whole file: font, language, properties; and drop what the library's template brings."""
    from docx.oxml.ns import qn
    from docx.shared import Pt

    for relations in (document.part.package.rels, document.part.rels):
        for id, relation in list(relations.items()):
            if relation.reltype.endswith(
                ("/thumbnail", "/extended-properties", "/customXml", "/stylesWithEffects")
            ):
                del relations[id]
    normal = document.styles["Normal"]
    fonts = normal.element.get_or_add_rPr().get_or_add_rFonts()
    for name in ("ascii", "hAnsi", "cs"):
        fonts.set(qn(f"w:{name}"), FONT)
    normal.font.size = Pt(SIZE)
    normal.paragraph_format.line_spacing, normal.paragraph_format.space_after = 1.0, Pt(0)
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), letter.language)
    properties = document.core_properties
    properties.title = settable(letter.subject)[:255]
    properties.author = properties.last_modified_by = settable(letter.signature)[:255]
    properties.comments, properties.language = "", letter.language
    properties.created = properties.modified = datetime.combine(letter.day, time(12))


def _set_page(document: "Document", sheet: Sheet) -> None:
    from docx.shared import Mm

    section = document.sections[-1]
    section.page_width, section.page_height = Mm(sheet.width), Mm(sheet.height)
    section.left_margin = section.right_margin = Mm(sheet.side)
    section.top_margin, section.bottom_margin = Mm(sheet.top), Mm(sheet.bottom)


def _add(paragraph: "Paragraph", text: str, style: Style, language: str) -> None:
    """Fill a paragraph: the text stays text, as python-docx escapes it and makes a line end a break."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml.ns import qn
    from docx.oxml.parser import OxmlElement
    from docx.shared import Pt

    layout = paragraph.paragraph_format
    layout.space_before, layout.space_after = Pt(style.before), Pt(style.after)
    layout.right_indent = Pt(style.indent) if style.indent else None
    layout.keep_with_next = style.keeps_with_next or None
    run = paragraph.add_run(settable(text))
    run.font.size, run.bold = Pt(style.size), style.bold or None
    properties = run._r.get_or_add_rPr()
    for name, value, *after in (("szCs", f"{style.size * 2:.0f}", *_AFTER_SIZE), ("lang", language)):
        element = OxmlElement(f"w:{name}")
        element.set(qn("w:val"), value)
        properties.insert_element_before(element, *after)
    if reads_from_the_right(text):
        run.font.rtl = True
        paragraph._p.get_or_add_pPr().insert_element_before(OxmlElement("w:bidi"), *_AFTER_BIDI)
        if style.keeps_left:
            # In a paragraph from the right, Word calls the left side "right".
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _without_clock(content: bytes) -> bytes:
    """The same file, its parts dated by no clock."""
    with zipfile.ZipFile(io.BytesIO(content)) as made:
        return pack((name, made.read(name)) for name in made.namelist())


# What must stand after them: the schema fixes the order (ECMA-376 part 1, 17.3.2.28 and 17.3.1.26).
_AFTER_SIZE = ("w:highlight", "w:u", "w:effect", "w:vertAlign", "w:rtl", "w:cs", "w:em", "w:lang")
_AFTER_BIDI = (
    "w:adjustRightInd",
    "w:snapToGrid",
    "w:spacing",
    "w:ind",
    "w:contextualSpacing",
    "w:jc",
    "w:rPr",
    "w:sectPr",
)
