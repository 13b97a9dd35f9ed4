"""References as people write them in a text or a list, read as sources: publisher, title, address, date."""

import re
from collections.abc import Mapping
from datetime import date
from itertools import islice

from letters.studio.input.normalise import CITING, day_of, one_line
from letters.studio.manifest_form import MOST_SOURCES, SOURCE_KEYS

PASTED = "references"
"""The field into which they are pasted, all at once."""

_LONGEST, _MOST_ADDRESSES = 600, 4 * MOST_SOURCES
"""Characters of one reference, and addresses that are looked at: a list has fewer, whatever somebody sends."""
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"“”«»]+")
_AFTER_ADDRESS = ".,;:!?]}’'"
"""What ends the sentence around an address and is no part of it."""
_QUOTED = re.compile(r"“([^”]{3,})”|«([^»]{3,})»|\"([^\"]{3,})\"|‘(.{3,}?)’(?!\w)|\*([^*]{3,})\*")
_MONTH = r"[^\W\d_]{3,}\.?"
_DATE = re.compile(
    rf"\b(?:[12]\d{{3}}-\d\d(?:-\d\d)?|(?:\d{{1,2}}(?:er|st|nd|rd|th)? )?{_MONTH} (?:\d{{1,2}}, )?[12]\d{{3}}|"
    rf"[12]\d{{3}}(?:, {_MONTH}(?: \d{{1,2}})?)?)(?![\d-])"
)
_YEAR_FIRST = re.compile(rf"(\d{{4}}), ({_MONTH})(?: (\d{{1,2}}))?")
"""As in a list of references: (2026, September 14)."""
_ORDINAL = re.compile(r"(?<=\d)(?:er|st|nd|rd|th)\b")
_IN_BRACKETS = re.compile(r"(?<!\s)\s*\(([^()]*)\)")
_MARK = re.compile(r"^(?:[-–—•*]|\[?\d{1,2}[\].)]|Sources?\s*:)\s+")
"""What begins a line of a list."""
_PART = re.compile(r"\. |, |: | [–—-] ")
_EDGES = " \t\n.,;:–—-()[]"


def with_pasted(fields: Mapping[str, str]) -> dict[str, str]:
    """The form's fields with the pasted references in boxes for sources that were empty.

    What has no web address is no source and is not taken. The pasted text itself goes once something of it was taken.
    """
    made = dict(fields)
    known = {fields.get(f"source/{number}/url", "") for number in range(MOST_SOURCES)}
    new = [each for each in read(fields.get(PASTED, "")) if each["url"] not in known]
    for number, source in zip(empty_boxes(fields), new, strict=False):
        made |= {f"source/{number}/{key}": text for key, text in source.items()}
        made[PASTED] = ""
    return made


def with_numbers(fields: Mapping[str, str], ids: Mapping[str, str]) -> dict[str, str]:
    """The fields with the number of each source where a text has its reference in brackets; ids are keyed by web address."""
    known = {url.removeprefix("https://"): id for url, id in ids.items()}

    def number(found: re.Match[str]) -> str:
        address = _ADDRESS.search(found[1])
        id = known.get(address[0].rstrip(_AFTER_ADDRESS).removeprefix("https://")) if address else None
        return f" [{id}]" if id else found[0]

    return {
        name: _IN_BRACKETS.sub(number, text) if CITING.fullmatch(name) else text
        for name, text in fields.items()
    }


def empty_boxes(fields: Mapping[str, str]) -> list[int]:
    """The numbers of the boxes for sources in which nothing stands."""
    keys = (*SOURCE_KEYS, "note")
    return [
        n for n in range(MOST_SOURCES) if not any(fields.get(f"source/{n}/{key}", "").strip() for key in keys)
    ]


def read(text: str) -> list[dict[str, str]]:
    """Each web address of a text once, with the publisher, title and date that stand before it; what is not seen is ""."""
    found: dict[str, dict[str, str]] = {}
    end = 0
    for address in islice(_ADDRESS.finditer(text), _MOST_ADDRESSES):
        before = text[max(end, address.start() - _LONGEST) : address.start()]
        after = text[address.end() : address.end() + _LONGEST].partition("\n")[0]
        after = "" if _ADDRESS.search(after) else after
        end = address.end() + len(after)
        url = address[0].rstrip(_AFTER_ADDRESS + (")" if "(" not in address[0] else ""))
        found.setdefault(url, {**_parts(_before(before), after), "url": url})
    return list(found.values())


def _before(text: str) -> str:
    """What belongs to the address that follows: its line from the last open bracket, or the lines above up to an empty one."""
    *above, line = text.split("\n")
    if line.strip(f"{_EDGES}{'*<'}"):
        opened = line.rfind("(")
        is_open = opened >= 0 and ")" not in line[opened:] and not _DATE.match(line, opened + 1)
        return line[opened + 1 :] if is_open else line
    block: list[str] = []
    for each in reversed(above):
        if not each.strip() and block:
            break
        block.insert(0, each.strip())
    return ", ".join(filter(None, (each.strip(_EDGES) for each in block)))


def _parts(reference: str, after: str) -> dict[str, str]:
    reference = _MARK.sub("", one_line(reference))
    quoted = _QUOTED.search(reference)
    title = next(filter(None, quoted.groups())) if quoted else ""
    unquoted = reference.replace(quoted[0], ",", 1) if quoted else reference
    day, plain = _dated(unquoted)
    day = day or _dated(after)[0]
    publisher = (unquoted[: quoted.start()] if quoted else plain).strip(_EDGES)
    if not quoted:
        publisher, _mark, title = _PART.sub("\0", publisher, count=1).partition("\0")
    if day and quoted:
        publisher = _dated(publisher)[1]
    return {"publisher": publisher.strip(_EDGES), "title": title.strip(_EDGES), "date": day}


def _dated(text: str) -> tuple[str, str]:
    """The last date in a text as it was written, "" without one; and the text without it."""
    for found in reversed([*_DATE.finditer(text)]):
        written = _YEAR_FIRST.sub(_in_order, _ORDINAL.sub("", found[0]))
        if isinstance(day_of(written), date) or re.fullmatch(r"\d{4}(-\d\d)?", str(day_of(written))):
            return written, f"{text[: found.start()].rstrip(_EDGES)}, {text[found.end() :].lstrip(_EDGES)}"
    return "", text


def _in_order(found: re.Match[str]) -> str:
    return " ".join(filter(None, (found[3], found[2], found[1])))
