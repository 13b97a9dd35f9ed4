"""A letter as one frozen value, ready for any output, and how it is composed."""

from dataclasses import dataclass, replace
from datetime import date

from letters.body import body_of, split_paragraphs
from letters.campaign.model import Campaign
from letters.choices import Choices, Writer
from letters.deal import Pick, derived
from letters.typography import day_in_words
from representatives import Office, Representative
from representatives.countries import COUNTRIES


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
    campaign: Campaign,
    representative: Representative,
    writer: Writer,
    choices: Choices,
    day: date,
    pick: Pick | None = None,
) -> Letter:
    """Write the letter of one writer to one representative; the same arguments give the same letter.

    `pick` chooses among wordings; where left out, the choice follows from campaign, recipient, name and address.

    Raises:
        KeyError: the campaign has no words for that country or chamber, or nothing to ask for on that day.
    """
    country = COUNTRIES[representative.country]
    language = campaign.words_in(representative.country, choices.language).language
    office = chosen_office(representative, choices, language)
    pick = pick or derived(campaign.slug, representative.id, writer.name, *writer.address)
    said = body_of(campaign, representative, choices, day, pick)
    return Letter(
        recipient_id=representative.id,
        recipient_name=representative.called(language),
        email=representative.email,
        language=language,
        paper=country.paper,
        envelope=country.envelope,
        sender=(writer.name, *writer.address),
        day=day,
        date_line=day_in_words(day, language, country.date_patterns[language]),
        recipient=country.address_block(representative, office, language),
        subject=choices.subject or said.subject,
        salutation=country.salutation(representative, language),
        paragraphs=said.paragraphs(choices),
        closing=country.closing(representative, language),
        signature=writer.name,
        contact_form=representative.contact_form,
    )


def chosen_office(representative: Representative, choices: Choices, language: str) -> Office:
    """The office that the writer chose, or the best one."""
    offices = COUNTRIES[representative.country].offices(representative, choices.near, language)
    wanted = choices.offices.get(representative.id)
    return next((office for office in offices if office.id == wanted), offices[0])
