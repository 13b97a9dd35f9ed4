"""How a letter to a country's representatives is addressed, opened, closed, dated and posted."""

from abc import abstractmethod
from datetime import date
from textwrap import wrap

from representatives.countries.parliament import Parliament
from representatives.people import Office, Point, Representative, Text

_LONGEST, _MOST = 40, 2
"""Characters of a line that a window holds well, and lines: a longer title stands in no address."""


class FormsOfAddress(Parliament):
    """A country's rules for letters to its parliament."""

    paper: str
    """"us-letter" or "a4"."""
    envelope: str
    """The window envelope its letters are placed for: "10", "dl" or "c5"."""

    postage: Text
    """What to put on the envelope and the conditions, in a sentence or two; never a price."""
    date_patterns: Text
    """Babel's pattern or format name for a letter's date, by the letter's language."""

    @abstractmethod
    def offices(self, person: Representative, near: Point | None, language: str) -> tuple[Office, ...]:
        """Where to post a letter to the person, the best first; `near` is about where the writer lives."""

    def address_block(self, person: Representative, office: Office, language: str) -> tuple[str, ...]:
        """The lines on the envelope."""
        to = (person.called(language),) if person.is_seat else self.addressee(person, office, language)
        return (*to, *office.lines)

    @abstractmethod
    def addressee(self, person: Representative, office: Office, language: str) -> tuple[str, ...]:
        """The lines above those of the office: the name as it is written, and what the person is."""

    @abstractmethod
    def salutation(self, person: Representative, language: str) -> str:
        """The line that opens the letter, with its comma or colon."""

    @abstractmethod
    def closing(self, person: Representative, language: str) -> str:
        """The line above the signature."""

    def delay(self, person: Representative, office: Office) -> Text:
        """What to know of how long post takes to that office, or whether to check it; {} where nothing is known."""
        return {}

    def call_rather(self, person: Representative, day: date) -> Text:
        """Why a call is the better way to the person on that day; {} where a letter does as well."""
        return {}

    def no_email(self, person: Representative) -> Text:
        """Why there is no e-mail address, and what to do instead."""
        return {
            "en": "We hold no e-mail address for this person and guess none: post this letter, or look here:",
            "fr": "Nous n’avons pas d’adresse électronique pour cette personne et n’en devinons aucune. Postez cette "
            "lettre ou consultez\u00a0:",
        }


def office_lines(title: str) -> tuple[str, ...]:
    """An office in one or two lines of an address; () where it takes more, as the name alone is right, too."""
    lines = wrap(title, _LONGEST)
    return tuple(lines) if len(lines) <= _MOST else ()
