"""What can be wrong in a campaign.toml against itself and against the countries, each mistake with its place."""

from collections.abc import Iterator, Mapping

from letters.campaign.manifest import ANY, CountryEntry, Manifest, Reading
from letters.campaign.toml_lines import Path
from representatives.countries import LETTER_COUNTRIES
from representatives.languages import LANGUAGES

_Found = Iterator[tuple[Path, str]]


def manifest_mistakes(reading: Reading) -> _Found:
    """All of them, as (path of the value, sentence), without those that only follow from a mistake in its shape."""
    for code, country in reading.entry.countries.items():
        if code not in LETTER_COUNTRIES:
            known = ", ".join(sorted(LETTER_COUNTRIES))
            yield ("countries", code), f"Unknown country “{code}”: use one of {known}."
        else:
            yield from _language_mistakes(code, country, reading)
            yield from _chamber_mistakes(code, country, reading)
        yield from _source_mistakes(code, country, reading)
    yield from _text_mistakes(reading)
    yield from _repeated(reading.entry)


def _language_mistakes(code: str, country: CountryEntry, reading: Reading) -> _Found:
    path = "countries", code, "languages"
    possible, listed = set(LETTER_COUNTRIES[code].languages), set(country.languages)
    for language in sorted(possible - listed) if reading.is_sound(*path) else ():
        yield path, f"Language “{language}” is missing: a letter to {code} can be written in it."
    for language in sorted(listed - possible):
        yield path, f"No letter to {code} can be written in language “{language}”."


def _chamber_mistakes(code: str, country: CountryEntry, reading: Reading) -> _Found:
    chambers = LETTER_COUNTRIES[code].chambers
    asked = {chamber for request in country.requests for chamber in request.chambers}
    if reading.is_sound("countries", code, "requests", ANY, "chambers"):
        for chamber in sorted(chambers.keys() - asked):
            yield ("countries", code), f"No request can be put to the {chamber} of {code}."
    for number, request in enumerate(country.requests):
        for chamber in sorted(set(request.chambers) - chambers.keys()):
            yield (
                ("countries", code, "requests", number, "chambers"),
                f"There is no {chamber} in {code}.",
            )


def _source_mistakes(code: str, country: CountryEntry, reading: Reading) -> _Found:
    known = reading.sources
    for number, request in enumerate(country.requests):
        path = "countries", code, "requests", number, "sources"
        named = f"Request “{request.id}”" if request.id else "This request"
        if not request.sources and reading.is_sound(*path):
            yield path, f"{named} names no source."
        for source in sorted(set(request.sources) - known) if known is not None else ():
            yield path, f"{named} names the source “{source}”, which no [[sources]] block has."


def _text_mistakes(reading: Reading) -> _Found:
    entry = reading.entry
    for key, by_language in (("title", entry.title), ("teaser", entry.teaser)):
        if by_language or reading.is_sound(key):
            yield from (((key,), f"{key} is missing in language “{each}”.") for each in _lacking(by_language))
    for number, source in enumerate(entry.sources):
        for language in _lacking(source.note) if source.note else ():
            yield ("sources", number), f"The note of “{source.id}” is missing in “{language}”."


def _lacking(by_language: Mapping[str, str]) -> list[str]:
    return sorted(LANGUAGES.keys() - by_language.keys())


def _repeated(entry: Manifest) -> _Found:
    for number in _again([source.id for source in entry.sources]):
        yield ("sources", number, "id"), f"The source “{entry.sources[number].id}” stands here twice."
    for code, country in entry.countries.items():
        for number in _again([request.id for request in country.requests]):
            path = "countries", code, "requests", number, "id"
            yield path, f"The request “{country.requests[number].id}” stands here twice."


def _again(ids: list[str]) -> Iterator[int]:
    """The numbers of those that have stood before."""
    return (number for number, id in enumerate(ids) if id and id in ids[:number])
