"""campaign.toml as fields of a form, and the fields put into its content."""

import copy
import re
import tomllib
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any

from letters.campaign.toml_lines import Path
from letters.studio.input.normalise import day_of, in_words, one_line
from representatives.countries import COUNTRIES

Content = dict[str, Any]
SOURCE_KEYS = ("publisher", "title", "url", "date")
MOST_SOURCES = 60
MOST_REQUESTS = 20


def read(text: str) -> Content:
    """The content of a campaign.toml, {} where it cannot be read; made sure to have the tables that the form edits."""
    try:
        content: Content = tomllib.loads(text)
    except (ValueError, RecursionError):
        content = {}
    for key in ("title", "teaser", "countries"):
        if not isinstance(content.get(key), dict):
            content[key] = {}
    content["countries"] = {code: _country(table) for code, table in content["countries"].items()}
    content["sources"] = _tables(content.get("sources"))
    return content


def _country(value: Any) -> Content:
    table: Content = value if isinstance(value, dict) else {}
    languages = table.get("languages")
    spoken = [each for each in languages if isinstance(each, str)] if isinstance(languages, list) else []
    return {**table, "languages": spoken, "requests": _tables(table.get("requests"))}


def _tables(value: Any) -> list[Content]:
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def to_fields(content: Content, country: str, language: str) -> dict[str, str]:
    """What the form shows for a country and a language; lists are parted by spaces."""
    fields = {key: _text(content[key].get(language)) for key in ("title", "teaser")}
    for number, source in enumerate(content["sources"][:MOST_SOURCES]):
        fields |= {f"source/{number}/{key}": _text(source.get(key)) for key in ("id", *SOURCE_KEYS)}
        fields[f"source/{number}/date"] = in_words(_text(source.get("date")), language, country)
        notes = source.get("note")
        fields[f"source/{number}/note"] = _text(notes.get(language)) if isinstance(notes, dict) else ""
    for request in requests_of(content, country):
        start = f"request/{request['id']}"
        fields |= {f"{start}/{key}": _text(request.get(key)) for key in ("chambers", "sources")}
        fields |= {
            f"{start}/{key}": in_words(_text(request.get(key)), language, country)
            for key in ("seen", "until")
        }
    return fields


def requests_of(content: Content, country: str) -> list[Content]:
    """A country's requests, each with an id."""
    listed = content["countries"].get(country, {}).get("requests", [])[:MOST_REQUESTS]
    return [
        request | {"id": _text(request.get("id")) or f"request-{number}"}
        for number, request in enumerate(listed, 1)
    ]


def chambers_of(content: Content, country: str) -> list[str]:
    """The chambers of a country that a request can be put to, in the country's order."""
    asked = {
        each for request in requests_of(content, country) for each in _text(request.get("chambers")).split()
    }
    return [str(chamber) for chamber in COUNTRIES[country].chambers if str(chamber) in asked]


def put(content: Content, fields: Mapping[str, str], country: str, language: str) -> Content:
    """The content with what was typed; what the form does not show stays."""
    made = copy.deepcopy(content)
    for key in ("title", "teaser"):
        made[key][language] = one_line(fields.get(key, ""))
    if not made["teaser"][language]:
        del made["teaser"][language]
    made["sources"] = _sources(made["sources"], fields, language)
    for request in (listed := requests_of(made, country)):
        start = f"request/{request['id']}"
        request["chambers"] = fields.get(f"{start}/chambers", "").split()
        request["sources"] = list(
            dict.fromkeys(re.findall(r"[^\s,;\[\]()]+", fields.get(f"{start}/sources", "")))
        )
        request["seen"] = day_of(fields.get(f"{start}/seen", ""))
        request["until"] = day_of(fields.get(f"{start}/until", ""))
        if not request["until"]:
            del request["until"]
    made["countries"].setdefault(country, {"languages": [language]})["requests"] = listed
    return made


def _sources(listed: Sequence[Content], fields: Mapping[str, str], language: str) -> list[Content]:
    """Those of which something was typed, under the id that the form showed beside them."""
    by_id = {_text(source.get("id")): source for source in listed}
    made: dict[str, Content] = {}
    for number in range(MOST_SOURCES):
        start = f"source/{number}"
        typed = {key: one_line(fields.get(f"{start}/{key}", "")) for key in SOURCE_KEYS}
        note = one_line(fields.get(f"{start}/note", ""))
        if not any(typed.values()) and not note:
            continue
        if "." in typed["url"] and "://" not in typed["url"]:
            typed["url"] = f"https://{typed['url']}"
        id = fields.get(f"{start}/id", "") or next_id([*by_id, *made])
        known = by_id.get(id, {})
        made[id] = known | {"id": id, **typed, "date": day_of(typed["date"])}
        notes = known["note"] if isinstance(known.get("note"), dict) else {}
        made[id]["note"] = {code: text for code, text in {**notes, language: note}.items() if text}
        if not made[id]["note"]:
            del made[id]["note"]
    return list(made.values())


def next_id(known: Collection[str]) -> str:
    """The smallest number that is no source's id yet."""
    return next(str(number) for number in range(1, 10_000) if str(number) not in known)


def field_of(path: Path, content: Content) -> str:
    """The field that a value of the file stands in, or "" where the form has none."""
    match path:
        case ("title" | "teaser" as text, *_):
            return text
        case ("sources", int(number), *rest):
            key = str(rest[0]) if rest and rest[0] in (*SOURCE_KEYS, "note") else "publisher"
            return f"source/{number}/{key}"
        case ("sources",):
            return "source/0/publisher"
        case ("countries", str(country), "requests", int(number), *rest):
            requests = requests_of(content, country)
            id = requests[number]["id"] if number < len(requests) else ""
            key = str(rest[0]) if rest and rest[0] in ("chambers", "sources", "seen", "until") else "sources"
            return f"request/{id}/{key}"
    return ""


def _text(value: Any) -> str:
    if isinstance(value, list):
        return " ".join(each for each in value if isinstance(each, str))
    return value if isinstance(value, str) else str(value) if isinstance(value, date | int) else ""
