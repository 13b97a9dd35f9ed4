"""What can be wrong in a campaign.toml of the right form: against itself, against the countries, and its sources."""

from collections.abc import Mapping
from urllib.parse import parse_qsl, urlsplit

from letters.campaign.findings import Check, Said
from letters.campaign.manifest import CountryEntry, Manifest, Source
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
            yield from _languages_and_chambers(code, country)
        yield from _requests(code, country, entry.source_ids)
    yield from _texts(entry)
    for number, source in enumerate(entry.sources):
        yield from _source(("sources", number), source)
        if source.id in (other.id for other in entry.sources[:number]):
            yield Said(("sources", number, "id"), f"The source “{source.id}” stands here twice.")


def _languages_and_chambers(code: str, country: CountryEntry) -> Check:
    path, rules = ("countries", code), COUNTRIES[code]
    for language in rules.languages:
        if language not in country.languages:
            sentence = f"A letter to {code} can be written in “{language}”, too: add {code}.{language}.md."
            yield Said((*path, "languages"), sentence, is_advice=True)
    for language in sorted(set(country.languages) - set(rules.languages)):
        yield Said((*path, "languages"), f"No letter to {code} can be written in language “{language}”.")
    asked = {chamber for request in country.requests for chamber in request.chambers}
    for chamber in sorted(rules.chambers.keys() - asked):
        yield Said(path, f"No request can be put to the {chamber} of {code}.", is_advice=True)
    for number, request in enumerate(country.requests):
        for chamber in sorted(set(request.chambers) - rules.chambers.keys()):
            yield Said((*path, "requests", number, "chambers"), f"There is no {chamber} in {code}.")


def _requests(code: str, country: CountryEntry, sources: frozenset[str]) -> Check:
    for number, request in enumerate(country.requests):
        path = "countries", code, "requests", number
        if not request.sources:
            sentence = f"Request “{request.id}” names no source: those of the letter’s facts stand beside it."
            yield Said((*path, "sources"), sentence, is_advice=True)
        for source in sorted(set(request.sources) - sources):
            sentence = f"Request “{request.id}” names the source “{source}”, which no [[sources]] block has."
            yield Said((*path, "sources"), sentence)
        if request.id in (other.id for other in country.requests[:number]):
            yield Said((*path, "id"), f"The request “{request.id}” stands here twice.")


def _source(path: Path, source: Source) -> Check:
    address = urlsplit(source.url)
    for end, why in NO_SOURCES.items():
        if f".{address.hostname}".endswith(f".{end}"):
            yield Said((*path, "url"), f"“{source.id}” rests on {end}; {why}.")
    if f".{address.hostname}".endswith(tuple(f".{end}" for end in PARTISAN)):
        sentence = f"“{source.id}” rests on a publisher that takes sides in this: is there an original?"
        yield Said((*path, "url"), sentence, is_advice=True)
    if any(name.startswith(TRACKERS) for name, _ in parse_qsl(address.query)):
        sentence = f"The address of “{source.id}” follows who opens it: leave out what comes after the “?”."
        yield Said((*path, "url"), sentence)


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
    for name, listed in (("sources", entry.sources), ("films", entry.films)):
        for number, noted in enumerate(listed):
            for language in sorted(set(entry.languages) - noted.note.keys()) if noted.note else ():
                yield Said((name, number), f"The note is missing in language “{language}”.")
