"""The table of outputs: one row a kind of file. Addresses, buttons, limits, tests and the README's table come from it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from letters.letter import Letter
from letters.outputs import calendar, docx, email, envelope, own_copy, pdf, text
from letters.outputs.typesetting.paper import ENVELOPES
from representatives.languages import N_

_PDF = "application/pdf"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file."""

    suffix: str
    """What follows "letter." in the address of a download; its last part ends the file's name."""
    media_type: str
    render: Callable[[Sequence[Letter], str], bytes]
    """Makes one file of the letters; the second argument is the address of the campaign's page."""
    step: str
    """Where its buttons stand on the letters' page: "letter", "paper" (what goes with it) or "later"."""
    what: str
    """The README's words for it."""
    button: str = ""
    """On a letter's own button, a sentence marked for translation; "": it has none."""
    button_for_all: str = ""
    """On the button for all letters together."""
    button_for_some: str = ""
    """In its place where not everybody has what the file needs."""
    holds_many: bool = True
    """Whether one file holds several letters; otherwise they become a .zip."""
    stem: str = "letter"
    stem_of_many: str = "letters"
    """What the file is called where it holds several: two kinds must not overwrite each other in a folder."""
    printed: Callable[[Letter], str] = text.page
    """All of a letter that the file shows."""
    shows_text: bool = True
    """Whether that includes its text, which the writer may have edited."""
    one_page_each: bool = False
    """Whether each letter should be one page of it."""
    needs_email: bool = False
    """Whether, among several letters, those to people without a published address are left out."""

    @property
    def sets_type(self) -> bool:
        """Whether it brings fonts along, and so may lack a character."""
        return self.media_type == _PDF

    @property
    def is_heavy(self) -> bool:
        """Whether making it takes so long that its size is limited."""
        return self.media_type in (_PDF, _WORD)

    @property
    def ending(self) -> str:
        """Of its file's name."""
        return self.suffix.rpartition(".")[2]


def _envelopes(size: str, button: str) -> Kind:
    return Kind(
        f"envelope-{size}.pdf",
        _PDF,
        lambda letters, _: envelope.render(letters, size),
        step="paper",
        what=f"{ENVELOPES[size].name['en']} envelopes, addressed, with the return address",
        button_for_all=button,
        stem=f"envelope-{size}",
        stem_of_many=f"envelopes-{size}",
        printed=envelope.printed,
        shows_text=False,
    )


_ROWS = (
    Kind(
        "pdf",
        _PDF,
        lambda letters, _: pdf.render(letters),
        step="letter",
        what="the letter to print and sign, placed for a window envelope",
        button=N_("PDF to print and sign"),
        button_for_all=N_("All letters in one PDF"),
        one_page_each=True,
    ),
    Kind(
        "docx",
        _WORD,
        lambda letters, _: docx.render(letters),
        step="letter",
        what="the same for a word processor",
        button=N_("Word (.docx)"),
        button_for_all=N_("All in one Word file"),
    ),
    Kind(
        "eml",
        "message/rfc822",
        lambda letters, _: email.render(letters[0]),
        step="letter",
        what="a draft for a mail program",
        button=N_("E-mail draft (.eml)"),
        button_for_all=N_("All as e-mail drafts (.zip)"),
        button_for_some=N_("As e-mail drafts, those with a published address (.zip)"),
        holds_many=False,
        stem_of_many="letters-as-emails",
        needs_email=True,
    ),
    Kind(
        "txt",
        "text/plain; charset=utf-8",
        lambda letters, _: text.render(letters[0]),
        step="letter",
        what="plain text",
        button=N_("Text"),
        button_for_all=N_("All as text (.zip)"),
        holds_many=False,
        stem_of_many="letters-as-text",
    ),
    Kind(
        "ics",
        "text/calendar; charset=utf-8",
        lambda letters, _: calendar.render(letters),
        step="later",
        what="a reminder for a calendar, thirty days later",
        button_for_all=N_("Put a reminder in your calendar"),
        stem="reminder",
        stem_of_many="reminders",
        printed=lambda letter: letter.recipient_name,
        shows_text=False,
    ),
    _envelopes("10", N_("Envelope #10")),
    _envelopes("dl", N_("Envelope DL")),
    _envelopes("c5", N_("Envelope C5")),
    Kind(
        "labels.pdf",
        _PDF,
        lambda letters, _: envelope.render_labels(letters),
        step="paper",
        what="address labels: Avery L7163 on A4, 5162 on US Letter",
        button_for_all=N_("Address labels"),
        stem="labels",
        stem_of_many="labels",
        printed=envelope.printed,
        shows_text=False,
    ),
    Kind(
        "copy.pdf",
        _PDF,
        own_copy.render,
        step="paper",
        what="the writer's own copy, with a checklist",
        button_for_all=N_("Your own copy, with a checklist"),
        stem="copy",
        stem_of_many="copies",
        printed=own_copy.printed,
    ),
)
KINDS: Mapping[str, Kind] = {kind.suffix: kind for kind in _ROWS}
"""By suffix, in the order of their buttons."""
