"""What every country must say about itself; the rules are in the country's own file."""

import re
from abc import ABC, abstractmethod
from collections.abc import Mapping, Set
from datetime import date

from representatives.countries.parliament import Parliament
from representatives.countries.service import Service
from representatives.match import Postcode, Reason
from representatives.people import Constituency, Office, Point, Region, Representative, Text


class Country(ABC):
    """One country's rules. Subclasses are constants with methods; they hold no state."""

    id: str
    """Two lower-case letters, as in OCD division ids."""
    name: Text
    also_called: frozenset[str] = frozenset()
    """What people write for it beside a postcode, besides its name."""
    postcode_name: Text
    """What its people call a postcode, e.g. "postal code"."""
    postcode_shape: re.Pattern[str]
    """Matches a whole code in upper case without spaces."""
    postcode_length: int
    """The most characters a code can have without spaces."""
    example: str
    """A real code without spaces."""

    @abstractmethod
    def printed(self, code: str) -> str:
        """The code as the post office prints it."""

    def is_beginning(self, typed: str) -> bool:
        """Whether this could be the first part of a code, in upper case without spaces."""
        whole = typed + self.example[len(typed) :]
        return bool(typed) and len(typed) < len(whole) and self.postcode_shape.fullmatch(whole) is not None

    def restored(self, code: str, regions: Set[str]) -> str:
        """A code that lost characters on the way, made whole; "" where it is none.

        Args:
            code: in upper case without spaces.
            regions: the codes of those that were written beside it.
        """
        return ""

    def significant(self, code: str) -> str:
        """The part of a typed code that the look-up keeps."""
        return code


class LetterCountry(Country, Parliament):
    """A country whose people can be found and written to."""

    languages: tuple[str, ...]
    """The languages a letter can be written in, the first where a visitor's is not among them."""
    email_domains: frozenset[str]
    """The domains that published addresses of its representatives end in."""
    nearest_first: bool = False
    """Whether the nearest code held says something of a code that is not held."""
    after_region = ""
    """What stands between a region's code and the postcode in one line; "" where the postcode has its own."""
    regions: Mapping[str, Region]
    """By code, in the order the country lists them."""
    paper: str
    """"us-letter" or "a4"."""
    envelope: str
    """The window envelope its letters are placed for: "10", "dl" or "c5"."""
    constituency_name: Text
    """The country's word for a constituency, e.g. "riding"."""
    constituency_names: Text
    """The same for several, e.g. "ridings"."""
    region_name: Text
    """What its regions are called, e.g. "province or territory"."""
    official_lookup: Text
    """Where the authority tells a person their constituency from their address."""
    official_name: Text
    """That authority's name, e.g. "Elections Canada"."""
    service: Service | None = None
    """A public service that can settle what the dataset leaves open; None where none is open to a site's requests."""

    @abstractmethod
    def area(self, code: str) -> tuple[str, str]:
        """A postcode split into its area and the unit within it, as the dataset's lines are."""

    def wider_areas(self, area: str) -> tuple[str, ...]:
        """Lines to fall back on, nearest first, where the dataset has none for the area."""
        return ()

    def held_is_exact(self, area: str) -> bool:
        """Whether a code that is held lies for certain where the dataset says, whatever its area's other codes do."""
        return False

    def never_exact(self, area: str) -> bool:
        """Whether even a single candidate is to be confirmed there."""
        return False

    def without_constituency(self, code: str) -> Text:
        """Why no constituency belongs to a code (a military address, say) and which to give; {} where one does."""
        return {}

    def is_elsewhere(self, code: str) -> bool:
        """Whether this is a code of the country's post without the shape of a postcode, to which no constituency belongs."""
        return False

    @abstractmethod
    def unit_number(self, unit: str) -> int:
        """A unit's place among all units an area could have, from 0, in the order of their text."""

    @abstractmethod
    def weights(
        self, area: str, reasons: Mapping[str, Reason], area_shares: Mapping[str, float]
    ) -> dict[str, float]:
        """How much each constituency code weighs among a postcode's candidates."""

    def likelihoods(self, shares: Mapping[str, float], from_older_lines: bool) -> Mapping[str, float]:
        """How likely each constituency of a postcode is by its shares of it, up to a common factor.

        Args:
            shares: as the table gives them for the postcode.
            from_older_lines: whether they were laid over older lines than those of the constituencies.
        """
        return shares

    def with_postcode(self, lines: tuple[str, ...], postcode: Postcode) -> tuple[str, ...]:
        """An address's lines with the postcode in them.

        Where the writer left it out, it stands after the region's code, otherwise on a line of its own.
        A number elsewhere than at the end, such as a house's, is no postcode unless it is this one.
        """
        bare = ["".join(char for char in line.upper() if char.isalnum()) for line in lines]
        has_another = re.search(f"(?:{self.postcode_shape.pattern})$", bare[-1]) if bare else None
        if has_another or any(postcode.code in line for line in bare):
            return lines
        last = lines[-1].split()[-1].upper() if lines else ""
        if self.after_region and last in self.regions:
            return (*lines[:-1], f"{lines[-1]}{self.after_region}{postcode.printed}")
        return (*lines, postcode.printed)

    def named_elsewhere(self, lines: tuple[str, ...], postcode: Postcode, region: Region) -> str:
        """The postcode or region at the end of an address, where it is another than these; otherwise ""."""
        words = [word for word in re.split(r"[\s,]+", " ".join(lines[-2:]).upper()) if word]
        for count in (1, 2):
            code = "".join(words[-count:]).replace("-", "")
            if self.postcode_shape.fullmatch(code) and len(words) > count:
                words = words[:-count]
                if self.significant(code) != postcode.code:
                    return self.printed(code)
                break
        named = self.regions.get(words[-1]) if words else None
        return named.code if named and named.code != region.code and lines[-1].find(named.code) >= 0 else ""

    @abstractmethod
    def offices(self, person: Representative, near: Point | None, language: str) -> tuple[Office, ...]:
        """Where to post a letter to the person, the best first; `near` is about where the writer lives."""

    @abstractmethod
    def address_block(
        self, person: Representative, constituency: Constituency, office: Office, language: str
    ) -> tuple[str, ...]:
        """The lines on the envelope."""

    @abstractmethod
    def salutation(self, person: Representative, language: str) -> str:
        """The line that opens the letter, with its comma or colon."""

    @abstractmethod
    def closing(self, person: Representative, language: str) -> str:
        """The line above the signature."""

    @abstractmethod
    def postage(self, person: Representative, office: Office) -> Text:
        """What to put on the envelope and the conditions, in a sentence or two; never a price."""

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

    @abstractmethod
    def date_pattern(self, language: str) -> str:
        """Babel's pattern or format name for a letter's date."""


def region(country: str, code: str, kind: str, en: str, fr: str, located_en: str, located_fr: str) -> Region:
    """A region of a country.

    Args:
        country: two lower-case letters.
        code: the country's abbreviation.
        kind: "province", "state" or "territory", as in Open Civic Data's division ids.
        en, fr: the name.
        located_en, located_fr: the name with its preposition, e.g. "au Québec".
    """
    return Region(
        id=f"ocd-division/country:{country}/{kind}:{code.lower()}",
        code=code,
        name={"en": en, "fr": fr},
        located={"en": located_en, "fr": located_fr},
    )
