"""A letter as one frozen value, ready for any output, and how it is composed."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from letters.campaign import Campaign, LetterText, Request, Wordings, Words
from letters.placeholders import fill
from letters.typography import day_in_words
from representatives import Constituency, Office, Representative
from representatives.countries import LETTER_COUNTRIES
from representatives.people import Point

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
    """Why it matters to the writer."""
    learned: str = ""
    """How they learned of it."""
    wish: str = ""
    """What they would most like to be understood or done."""
    near: Point | None = None
    """About where the writer lives, where that is known."""
    offices: Mapping[str, str] = field(default_factory=dict)
    """The office to post to by representative's id, where it is not the first."""

    def without_own_words(self) -> "Choices":
        """The same choices of somebody who added nothing."""
        return replace(self, own_words="", learned="", wish="")


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
    contact_form: str = ""
    """The representative's own form on the web, or "" where none is known."""

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
    """Write the letter of one writer to one representative; the same arguments give the same letter.

    Raises:
        KeyError: the campaign has no words for that country or chamber, or nothing to ask for on that day.
    """
    country = LETTER_COUNTRIES[representative.country]
    words = campaign.words_in(representative.country, choices.language)
    language = words.language
    office = chosen_office(representative, choices, language)
    draw = _Draw(campaign, representative, writer)
    values = _values(representative, choices, language)
    text = words.letters[representative.chamber]
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
        paragraphs=_paragraphs(text, _chosen(words, choices, representative, day), choices, values, draw),
        closing=country.closing(representative, language),
        signature=writer.name,
        contact_form=representative.contact_form,
    )


def chosen_office(representative: Representative, choices: Choices, language: str) -> Office:
    """The office that the writer chose, or the best one."""
    offices = LETTER_COUNTRIES[representative.country].offices(representative, choices.near, language)
    wanted = choices.offices.get(representative.id)
    return next((office for office in offices if office.id == wanted), offices[0])


class _Draw:
    """Picks a wording by lot, but the same one each time for a writer, a recipient and a campaign.

    So letters of one campaign differ, while Back, the page and every file show the same letter.
    """

    def __init__(self, campaign: Campaign, representative: Representative, writer: Writer) -> None:
        parts = (campaign.slug, representative.id, writer.name, *writer.address)
        self._seed = "\0".join(parts).encode("utf-8", "surrogatepass")

    def __call__(self, wordings: Wordings, place: str) -> str:
        lot = hashlib.blake2b(place.encode("utf-8") + b"\0" + self._seed, digest_size=8).digest()
        return wordings[int.from_bytes(lot, "big") % len(wordings)]


def split_paragraphs(text: str) -> list[str]:
    """The parts between blank lines; line breaks inside a part stay."""
    paragraphs: list[list[str]] = [[]]
    for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        if line.strip():
            paragraphs[-1].append(line.strip())
        elif paragraphs[-1]:
            paragraphs.append([])
    return ["\n".join(lines) for lines in paragraphs if lines]


def _values(representative: Representative, choices: Choices, language: str) -> dict[str, str]:
    """What a campaign's placeholders stand for: plain strings only."""
    place = choices.constituency
    return {
        "constituency": place.name[language],
        "region": place.region.name[language],
        "in_region": place.region.located[language],
        "recipient": representative.name,
        "chamber": str(representative.chamber),
    }


def _chosen(words: Words, choices: Choices, representative: Representative, day: date) -> tuple[Request, ...]:
    """The chosen requests that this chamber can be asked; where none fits, the chamber's first."""
    open_now = words.requests_on(day)
    fitting = {request.id: request for request in open_now if representative.chamber in request.chambers}
    chosen = tuple(fitting[id] for id in choices.requests if id in fitting)
    found = chosen or tuple(fitting.values())[:1]
    if not found:
        raise KeyError(f"nothing to ask the {representative.chamber} for on {day}")
    return found


def _paragraphs(
    text: LetterText, requests: tuple[Request, ...], choices: Choices, values: dict[str, str], draw: _Draw
) -> tuple[str, ...]:
    def say(wordings: Wordings, place: str) -> str:
        return fill(draw(wordings, place), values)

    lead, supporting = requests[0], requests[1:MOST_REQUESTS]
    written = [
        say(text.opening, "opening"),
        *split_paragraphs(choices.learned),
        *split_paragraphs(choices.own_words),
        *(say(paragraph, f"core {number}") for number, paragraph in enumerate(text.core)),
        say(lead.lead, f"lead {lead.id}"),
        " ".join(say(request.supporting, f"supporting {request.id}") for request in supporting),
        *split_paragraphs(choices.wish),
        f"{say(lead.question, f'question {lead.id}')} {say(text.reply, 'reply')}",
    ]
    return tuple(paragraph for paragraph in written if paragraph)
