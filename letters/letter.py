"""A letter as one frozen value, ready for any output, and how it is composed."""

from dataclasses import dataclass, replace
from datetime import date

from letters.campaign import Campaign, LetterText, Request, Words
from letters.placeholders import fill
from letters.typography import day_in_words
from representatives import Constituency, Representative
from representatives.countries import LETTER_COUNTRIES

MOST_REQUESTS = 3
"""One lead and at most two supporting: a letter that asks for everything is answered with nothing."""


@dataclass(frozen=True, slots=True)
class Writer:
    """Who signs: as typed, cleaned of what no letter can hold."""

    name: str
    address: tuple[str, ...]
    """The lines of the postal address, the postcode among them."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What the writer chose for all their letters."""

    language: str
    constituency: Constituency
    requests: tuple[str, ...]
    """Ids, the lead first."""
    own_words: str


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter to one person, complete and in one language; every output reads only this.

    Lines and paragraphs are plain text without markup. A paragraph may hold line breaks
    ("\\n"), which outputs keep.
    """

    recipient_id: str
    """The representative's id, e.g. "ca-commons-122369"."""
    recipient_name: str
    """The representative's name without titles, for headings and file names."""
    email: str
    """The representative's public address, or "" where none is published."""
    language: str
    """BCP 47 code of the letter's language, "en" or "fr"."""
    paper: str
    """"us-letter" or "a4"."""
    envelope: str
    """The window envelope the address block is placed for: "10" (North American #10)."""
    sender: tuple[str, ...]
    """The writer's name, then the lines of their postal address."""
    day: date
    date_line: str
    """The day in words of the letter's language, e.g. "November 24, 2026"."""
    recipient: tuple[str, ...]
    """The postal block, one line each, as the country's post office wants it."""
    subject: str
    salutation: str
    paragraphs: tuple[str, ...]
    closing: str
    signature: str
    """The writer's name under the room for a signature."""

    @property
    def text(self) -> str:
        """What the writer may edit: the salutation and the paragraphs, a blank line between them."""
        return "\n\n".join((self.salutation, *self.paragraphs))

    def edited(self, subject: str, text: str) -> "Letter":
        """The letter with the writer's own subject and text; the first paragraph is the salutation."""
        salutation, *paragraphs = split_paragraphs(text) or [""]
        return replace(self, subject=subject, salutation=salutation, paragraphs=tuple(paragraphs))


def compose(
    campaign: Campaign, representative: Representative, writer: Writer, choices: Choices, day: date
) -> Letter:
    """Write the letter of one writer to one representative.

    Raises:
        KeyError: the campaign has no words for that country, language or chamber, or no such request.
    """
    country = LETTER_COUNTRIES[representative.country]
    language = choices.language
    words = campaign.words[representative.country, language]
    text = words.letters[representative.chamber]
    values = _values(representative, choices)
    office = country.offices(representative, None, language)[0]
    return Letter(
        recipient_id=representative.id,
        recipient_name=representative.name,
        email=representative.email,
        language=language,
        paper=country.paper,
        envelope=country.envelope,
        sender=(writer.name, *writer.address),
        day=day,
        date_line=day_in_words(day, language, country.date_pattern(language), country.id),
        recipient=country.address_block(representative, choices.constituency, office, language),
        subject=fill(text.subject, values),
        salutation=country.salutation(representative, language),
        paragraphs=_paragraphs(text, _chosen(words, choices, representative), choices.own_words, values),
        closing=country.closing(representative, language),
        signature=writer.name,
    )


def split_paragraphs(text: str) -> list[str]:
    """The parts between blank lines; line breaks inside a part stay."""
    paragraphs: list[list[str]] = [[]]
    for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        if line.strip():
            paragraphs[-1].append(line.strip())
        elif paragraphs[-1]:
            paragraphs.append([])
    return ["\n".join(lines) for lines in paragraphs if lines]


def _values(representative: Representative, choices: Choices) -> dict[str, str]:
    """What a campaign's placeholders stand for: plain strings only."""
    place = choices.constituency
    return {
        "constituency": place.name[choices.language],
        "region": place.region.name[choices.language],
        "in_region": place.region.located[choices.language],
        "recipient": representative.name,
        "chamber": str(representative.chamber),
    }


def _chosen(words: Words, choices: Choices, representative: Representative) -> tuple[Request, ...]:
    """The requests that this chamber can be asked; the first that fits leads."""
    by_id = {request.id: request for request in words.requests}
    chosen = tuple(by_id[id] for id in choices.requests)
    return tuple(r for r in chosen if representative.chamber in r.chambers) or chosen


def _paragraphs(
    text: LetterText, requests: tuple[Request, ...], own_words: str, values: dict[str, str]
) -> tuple[str, ...]:
    lead, supporting = requests[0], requests[1:MOST_REQUESTS]
    written = [
        fill(text.opening, values),
        *split_paragraphs(own_words),
        *(fill(paragraph, values) for paragraph in text.core),
        fill(lead.lead, values),
        " ".join(fill(request.supporting, values) for request in supporting),
        f"{fill(lead.question, values)} {fill(text.reply, values)}",
    ]
    return tuple(paragraph for paragraph in written if paragraph)
