"""What the buttons of the form change in a draft: a request, a letter to another chamber, a country or a language."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from itertools import pairwise

from letters.campaign.checks.lengths import MOST_CORE_WORDS
from letters.campaign.sections import Passage
from letters.studio import manifest_form, skeleton
from letters.studio.draft import Draft, letters_of, with_fields, with_new_letters
from letters.studio.input.normalise import one_line
from letters.studio.layout import words_in_text
from letters.studio.manifest_form import Content
from representatives.countries import COUNTRIES

_MARKS = re.compile(r"(?:\[[a-z0-9][a-z0-9-]*\][\s.,;]*)+")
_SENTENCE_END = re.compile(r"(?<=[a-zà-ÿ0-9]{3}[.!?])\s+(?=[A-ZÀ-Ý“«])")
"""Behind a word of three letters or more: "U.S." and "Dr." end none."""
_LIST_MARK = re.compile(r"^[ \t]*(?:[-–•*]|\d{1,2}[.)])[ \t]+", re.MULTILINE)
_LOOKED_AT = 2_000
"""Characters in which the end of a letter's facts is sought: they are 48 words at most."""


def with_request(draft: Draft, day: date) -> Draft:
    """One more thing to ask for at the end, of the chambers that there are letters to."""
    requests = manifest_form.requests_of(draft.content, draft.country)
    ids = [request["id"] for request in requests]
    id = next(name for n in range(2, 10_000) if (name := f"request-{n}") not in ids)
    asked = manifest_form.chambers_of(draft.content, draft.country)
    chambers = asked or [str(COUNTRIES[draft.country].lower)]
    added = {"id": id, "chambers": chambers, "sources": [], "seen": day}
    return _with_requests(draft, [*requests, added][: manifest_form.MOST_REQUESTS])


def without_request(draft: Draft, id: str) -> Draft:
    """The campaign without one of several requests of its country."""
    requests = manifest_form.requests_of(draft.content, draft.country)
    return _with_requests(draft, [each for each in requests if each["id"] != id] or requests)


def with_letter(draft: Draft, chamber: str) -> Draft:
    """The campaign with a letter to one more chamber, of the facts of the first, and every request put to it, too."""
    requests = manifest_form.requests_of(draft.content, draft.country)
    if chamber not in map(str, COUNTRIES[draft.country].chambers):
        return draft
    asked = [each | {"chambers": [*each.get("chambers", ()), chamber]} for each in requests]
    made = _with_requests(draft, asked)
    fields = dict(with_new_letters(made, made.fields()))
    first = next((each for each in letters_of(draft, fields) if each != chamber), chamber)
    start = f"Letter/{first}/Core/"
    for name in [name for name in fields if name.startswith(start)]:
        copied = name.replace(first, chamber, 1)
        fields[copied] = fields.get(copied) or fields[name]
    return with_fields(made, fields)


def without_letter(draft: Draft, chamber: str) -> Draft:
    """The campaign without its letter to one of several chambers; a request that only that one was asked goes to the others."""
    left = [each for each in letters_of(draft, draft.fields()) if each != chamber]
    if not left:
        return draft
    requests = [
        each | {"chambers": [one for one in each.get("chambers", ()) if one != chamber] or left}
        for each in manifest_form.requests_of(draft.content, draft.country)
    ]
    fields = {
        name: text for name, text in draft.fields().items() if not name.startswith(f"Letter/{chamber}/")
    }
    return with_fields(_with_requests(draft, requests), fields)


def facts_of(fields: Mapping[str, str]) -> str:
    """What is known; of more than a letter has room for the first sentences that name their source, at least one."""
    known = one_line(_LIST_MARK.sub("", fields.get("Summary/0/text", "")))
    ends = [marks.end() for marks in _MARKS.finditer(known[:_LOOKED_AT])]
    statements = [_SENTENCE_END.split(known[start:end].strip())[-1] for start, end in pairwise([0, *ends])]
    beginnings = [" ".join(statements[:number]) for number in range(len(statements), 0, -1)]
    fitting = (each for each in (known, *beginnings) if words_in_text(each) <= MOST_CORE_WORDS)
    return next(fitting, statements[0] if statements else known)


def with_facts(draft: Draft, before: str, is_asked: bool) -> Draft:
    """The campaign with its first statements as the facts of each letter that still has those of before.

    Where it is asked for, also of each letter that has none, once all that is known names its source.
    """
    fields = draft.fields()
    known = fields.get("Summary/0/text", "")
    first = facts_of(fields)
    is_asked = is_asked and all(paragraph.cited for paragraph in Passage(known, 1).paragraphs())
    for chamber in letters_of(draft, fields):
        core = f"Letter/{chamber}/Core/"
        facts = one_line(" ".join(text for name, text in fields.items() if name.startswith(core)))
        if known and (facts == before if facts else is_asked):
            fields = {name: text for name, text in fields.items() if not name.startswith(core)}
            fields[f"{core}0/0"] = first
    return with_fields(draft, fields)


def _with_requests(draft: Draft, requests: list[Content]) -> Draft:
    table = draft.content["countries"][draft.country] | {"requests": requests}
    countries = draft.content["countries"] | {draft.country: table}
    return replace(draft, content=draft.content | {"countries": countries})


def at(draft: Draft, country: str, language: str, day: date) -> Draft:
    """The campaign with another country or language being edited, which is added where it is new."""
    if country not in COUNTRIES or language not in COUNTRIES[country].languages:
        return draft
    new = skeleton.files([country], [language], day)
    content = {**draft.content, "countries": dict(draft.content["countries"])}
    table = (
        content["countries"].get(country) or manifest_form.read(new["campaign.toml"])["countries"][country]
    )
    if language not in table["languages"]:
        table = table | {"languages": [*table["languages"], language]}
    content["countries"][country] = table
    name = f"{country}.{language}.md"
    files = draft.files if name in draft.files else {**draft.files, name: new[name]}
    return replace(draft, content=content, files=files, country=country, language=language)
