"""Which parts a words file should have, as far as campaign.toml can be read."""

from dataclasses import dataclass
from pathlib import Path

from letters.campaign.manifest import ANY, Reading
from representatives.countries import LETTER_COUNTRIES


@dataclass(frozen=True, slots=True)
class Expected:
    """The requests and the letters of a country."""

    requests: tuple[str, ...]
    chambers: frozenset[str]
    others: frozenset[str] | None = frozenset()
    """Requests that may stand there, too; None where any may, as one's id cannot be read."""


def expected(country: str, folder: Path, reading: Reading) -> Expected | None:
    """What campaign.toml says of a country's words; None where it cannot be told.

    Where a header misspells the country, its requests are those of a country that there is not.
    """
    countries = reading.entry.countries
    strays = [code for code in countries if code not in LETTER_COUNTRIES]
    if country not in countries:
        without_words = [code for code in strays if not any(folder.glob(f"{code}.*.md"))]
        if len(without_words) != 1:
            return None
        country = without_words[0]
    elif not countries[country].requests:
        return None
    requests = countries[country].requests
    others = frozenset(request.id for code in strays for request in countries[code].requests)
    return Expected(
        requests=tuple(
            request.id
            for number, request in enumerate(requests)
            if reading.is_sound("countries", country, "requests", number, "id")
        ),
        chambers=frozenset(str(chamber) for request in requests for chamber in request.chambers),
        others=others if reading.is_sound("countries", country, "requests", ANY, "id") else None,
    )
