"""What can be wrong in a campaign.toml of the right form: against itself, against the countries, and its sources."""

from collections.abc import Iterator, Mapping
from urllib.parse import parse_qsl, urlsplit

from letters.campaign.findings import Check, Said
from letters.campaign.manifest import CountryEntry, Film, Manifest, Source
from letters.campaign.toml_lines import Path
from representatives.countries import COUNTRIES
from representatives.languages import LANGUAGES

NO_SOURCES: Mapping[str, str] = {
    "wikipedia.org": "anybody can change it: name what it cites",
    **dict.fromkeys(
        ("web.archive.org", "archive.ph", "archive.today"),
        "it is a copy: give the original’s address, and the copy’s under “archived”",
    ),
}
"""Addresses that no statement may rest on, by the end of their host names, and why."""
PARTISAN = ("epochtimes.com", "theepochtimes.com", "ntd.com", "victimsofcommunism.org")
"""Publishers that the other side would quote against a letter, by the end of their host names."""
TRACKERS = ("utm_", "fbclid", "gclid", "mc_cid", "mc_eid")
"""How parameters of an address begin that only follow who opens it."""


def manifest_findings(entry: Manifest) -> Check:
    """All of them, each at the path of its value."""
    for code, country in entry.countries.items():
        if code not in COUNTRIES:
            known = ", ".join(sorted(COUNTRIES))
            yield Said(("countries", code), f"Unknown country “{code}”: use one of {known}.")
        else:
            yield from _languages(code, country)
            yield from _chambers(code, country)
        yield from _request_sources(code, country, entry.source_ids)
    yield from _texts(entry)
    yield from _sources(entry)
    yield from _repeated(entry)


def _languages(code: str, country: CountryEntry) -> Check:
    path = "countries", code, "languages"
    possible = COUNTRIES[code].languages
    for language in possible:
        if language not in country.languages:
            sentence = f"A letter to {code} can be written in “{language}”, too: add {code}.{language}.md."
            yield Said(path, sentence, is_advice=True)
    for language in sorted(set(country.languages) - set(possible)):
        yield Said(path, f"No letter to {code} can be written in language “{language}”.")


def _chambers(code: str, country: CountryEntry) -> Check:
    chambers = COUNTRIES[code].chambers
    asked = {chamber for request in country.requests for chamber in request.chambers}
    for chamber in sorted(chambers.keys() - asked):
        sentence = f"No request can be put to the {chamber} of {code}."
        yield Said(("countries", code), sentence, is_advice=True)
    for number, request in enumerate(country.requests):
        for chamber in sorted(set(request.chambers) - chambers.keys()):
            yield Said(
                ("countries", code, "requests", number, "chambers"), f"There is no {chamber} in {code}."
            )


def _request_sources(code: str, country: CountryEntry, known: frozenset[str]) -> Check:
    for number, request in enumerate(country.requests):
        path = "countries", code, "requests", number, "sources"
        if not request.sources:
            sentence = f"Request “{request.id}” names no source: those of the letter’s facts stand beside it."
            yield Said(path, sentence, is_advice=True)
        for source in sorted(set(request.sources) - known):
            yield Said(
                path, f"Request “{request.id}” names the source “{source}”, which no [[sources]] block has."
            )


def _sources(entry: Manifest) -> Check:
    for number, source in enumerate(entry.sources):
        path, address = ("sources", number, "url"), urlsplit(source.url)
        for end, why in NO_SOURCES.items():
            if f".{address.hostname}".endswith(f".{end}"):
                yield Said(path, f"“{source.id}” rests on {end}; {why}.")
        if f".{address.hostname}".endswith(tuple(f".{end}" for end in PARTISAN)):
            sentence = f"“{source.id}” rests on a publisher that takes sides in this: is there an original?"
            yield Said(path, sentence, is_advice=True)
        if any(name.startswith(TRACKERS) for name, _ in parse_qsl(address.query)):
            sentence = (
                f"The address of “{source.id}” follows who opens it: leave out what comes after the “?”."
            )
            yield Said(path, sentence)


def _texts(entry: Manifest) -> Check:
    """Titles and notes in the campaign's own languages; in the other languages of the pages they are advised."""
    for each in entry.languages:
        if each not in entry.title:
            yield Said(("title",), f"title is missing in language “{each}”.")
        if each not in entry.teaser:
            sentence = f"Without a teaser in “{each}” the Summary’s first sentence stands in the list."
            yield Said(("teaser",), sentence, is_advice=True)
    for each in LANGUAGES.keys() - entry.title.keys() - set(entry.languages):
        sentence = f"Pages are read in “{each}”, too: a title and a teaser in it would be understood there."
        yield Said(("title",), sentence, is_advice=True)
    for number, source in enumerate(entry.sources):
        yield from _note(("sources", number), source, entry)
    for number, film in enumerate(entry.films):
        yield from _note(("films", number), film, entry)


def _note(path: Path, noted: Source | Film, entry: Manifest) -> Check:
    for language in sorted(set(entry.languages) - noted.note.keys()) if noted.note else ():
        yield Said(path, f"The note is missing in language “{language}”.")


def _repeated(entry: Manifest) -> Check:
    for number in _again([source.id for source in entry.sources]):
        yield Said(("sources", number, "id"), f"The source “{entry.sources[number].id}” stands here twice.")
    for code, country in entry.countries.items():
        for number in _again([request.id for request in country.requests]):
            path = "countries", code, "requests", number, "id"
            yield Said(path, f"The request “{country.requests[number].id}” stands here twice.")


def _again(ids: list[str]) -> Iterator[int]:
    """The numbers of those that have stood before."""
    return (number for number, id in enumerate(ids) if id in ids[:number])
