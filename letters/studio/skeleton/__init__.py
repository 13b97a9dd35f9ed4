"""The files of a new campaign: comments say what goes where, and the check passes once the blanks are filled."""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache
from pathlib import Path

from representatives import Chamber
from representatives.countries import COUNTRIES
from representatives.countries.base import Country

FIRST_REQUEST = "first"
_HERE = Path(__file__).parent

_HEAD = """\
# What stands behind a "#" is for you. Fill what stands empty between quotation marks.

[title]  # the page's heading, in each language of the campaign
{titles}

[teaser]  # optional: one or two sentences for the list of campaigns; otherwise the first of the Summary
{teasers}
"""
_COUNTRY = """
[countries.{code}]
languages = [{languages}]  # each has its file: {files}

[[countries.{code}.requests]]  # one such block for each thing to ask for, the first one first
id = "{request}"  # its name in the files above: "# Request: {request}"
chambers = [{chambers}]  # who can be asked: {every}
# sources = ["1"]  # optional: the ids of the sources that it rests on; otherwise those of the letter's facts
seen = {day}  # the day on which you last saw how things stand
# until = {day}  # optional: the last day on which it can be asked for
"""
_SOURCE = """
[[sources]]  # one such block for each source; [1] in the files names it
id = "1"
publisher = ""
title = ""
url = ""
date = ""  # its day without quotation marks, as in 2025-12-05; or "2025-12" or "2025" where only that is known
"""


def files(countries: Sequence[str], languages: Iterable[str], day: date) -> dict[str, str]:
    """The folder's files by name.

    Args:
        countries: ids of countries whose people can be written to.
        languages: those wanted; each country gets such of them as its letters can be in, and at least its first.
        day: today.
    """
    wanted = list(dict.fromkeys(languages))
    spoken = {code: _spoken(COUNTRIES[code], wanted) for code in countries}
    every = list(dict.fromkeys(each for listed in spoken.values() for each in listed))
    made = {"campaign.toml": _manifest(spoken, every, day)}
    for code, listed in spoken.items():
        for language in listed:
            country = COUNTRIES[code]
            made[f"{code}.{language}.md"] = words(country, language, (country.lower,))
    return made


def words(country: Country, language: str, chambers: Iterable[Chamber] = ()) -> str:
    """A words file: one request, three prompts, a letter to each of the chambers, or to all."""
    text = template(language).replace("$request", FIRST_REQUEST)
    head, *letters = text.split("# Letter: ")
    by_house = {letter.partition("\n")[0]: letter.partition("\n")[2] for letter in letters}
    made = head.rstrip("\n")
    for chamber in tuple(chambers) or country.chambers:
        made += f"\n\n# Letter: {chamber}\n{by_house[_house(country, chamber)].rstrip()}"
    return made + "\n"


def _house(country: Country, chamber: Chamber) -> str:
    return "lower" if chamber is country.lower else "upper"


def _spoken(country: Country, wanted: Sequence[str]) -> list[str]:
    return [each for each in country.languages if each in wanted] or [country.languages[0]]


def _manifest(spoken: dict[str, list[str]], every: Sequence[str], day: date) -> str:
    titles = "\n".join(f'{language} = ""' for language in every)
    countries = "".join(_country(code, listed, day) for code, listed in spoken.items())
    teasers = "\n".join(f'# {language} = ""' for language in every)
    return _HEAD.format(titles=titles, teasers=teasers) + countries + _SOURCE


def _country(code: str, languages: Sequence[str], day: date) -> str:
    country = COUNTRIES[code]
    return _COUNTRY.format(
        code=code,
        languages=_quoted(languages),
        files=", ".join(f"{code}.{language}.md" for language in languages),
        request=FIRST_REQUEST,
        chambers=_quoted((country.lower,)),
        every=", ".join(f'"{chamber}" (with a part "# Letter: {chamber}")' for chamber in country.chambers),
        day=day.isoformat(),
    )


def _quoted(texts: Iterable[str]) -> str:
    return ", ".join(f'"{text}"' for text in texts)


@cache
def template(language: str) -> str:
    """The words of a new campaign in a language, with marks for what differs by country."""
    return (_HERE / f"{language}.md").read_text("utf-8")
