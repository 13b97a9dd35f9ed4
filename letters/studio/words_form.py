"""A words file (ca.en.md) as fields of a form, and the fields as the file, each line with the field it comes from.

A field is named for what it holds: "Request/clean/Lead/1" is the second wording of that request's Lead,
"Letter/senate/Core/0/1" the second wording of the Core's first paragraph.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from letters.campaign.sections import LABELS, OPTIONAL, Part
from letters.studio.input.normalise import one_line

Fields = Mapping[str, str]

LISTS = ("Letter/Subject", "Prompt/Starter")
"""Labels whose wordings are typed in one field, one a line."""
SINGLE = ("Request/Title", "Request/Topic", "Request/Meaning", "Prompt/Question")
"""Labels that have one wording."""
PARAGRAPHS = "Core"
"""The label that comes once for each paragraph."""
MORE = "More"
"""What a request has beside the usual labels, typed as in the file: After texts, texts for ministers."""
PROMPTS = ("matters", "learned", "wish")
MOST = 24
"""Fields of one kind that are looked for."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a file, and the field that it comes from."""

    text: str
    field: str = ""


def to_fields(parts: Iterable[Part]) -> dict[str, str]:
    """A file's parts as fields."""
    fields: dict[str, str] = {}
    for part in parts:
        if part.kind == "Summary":
            fields |= _summary_fields(part.passage().text)
        elif part.kind in LABELS:
            fields |= _part_fields(part)
    return fields


def to_lines(fields: Fields, requests: Sequence[str], chambers: Sequence[str]) -> list[Line]:
    """The file of a form's fields: with these requests, and a letter to each of these chambers."""
    lines = [*_summary_lines(fields)]
    for kind, names in (("Request", requests), ("Prompt", PROMPTS), ("Letter", chambers)):
        for name in names:
            lines += _part_lines(fields, kind, name)
    return lines


def field_of(first: str, label: str) -> str:
    """The field of a label in the part that a field belongs to."""
    kind, name = first.split("/")[:2]
    field = f"{kind}/{name}/{label}"
    if label == PARAGRAPHS:
        return f"{field}/0/0"
    return field if f"{kind}/{label}" in (*LISTS, *SINGLE) else f"{field}/0"


def numbered(fields: Fields, prefix: str) -> list[str]:
    """The names of the fields prefix/0, prefix/1 … up to the last that holds something."""
    names = [f"{prefix}/{number}" for number in range(MOST)]
    filled = [number for number, name in enumerate(names) if fields.get(name, "").strip()]
    return names[: filled[-1] + 1] if filled else []


def others(fields: Fields, prefix: str) -> list[str]:
    """The names of a text's other wordings: those filled, and an empty one."""
    return [f"{prefix}/{number}" for number in range(1, max(len(numbered(fields, prefix)), 1) + 1)]


def sections_of(fields: Fields) -> list[int]:
    """The numbers of the Summary's sections that hold something, and of the headings that wait for a text."""
    found = range(MOST)
    return [
        n for n in found if fields.get(f"Summary/{n}/heading") or fields.get(f"Summary/{n}/text", "").strip()
    ]


def has_core(fields: Fields, chamber: str) -> bool:
    """Whether facts were written for a letter to the chamber."""
    return bool(numbered(fields, paragraphs_of(fields, chamber)[0]))


def paragraphs_of(fields: Fields, chamber: str) -> list[str]:
    """The names of a letter's Core paragraphs, at least one."""
    names = [f"Letter/{chamber}/{PARAGRAPHS}/{number}" for number in range(MOST)]
    return [name for name in names if numbered(fields, name)] or names[:1]


def _summary_fields(text: str) -> dict[str, str]:
    fields: dict[str, str] = {}
    number, kept = 0, list[str]()
    for line in [*text.split("\n"), "## "]:
        if not line.startswith("## "):
            kept.append(line)
            continue
        if body := "\n".join(kept).strip():
            fields[f"Summary/{number}/text"] = body
        if body or f"Summary/{number}/heading" in fields:
            number += 1
        if heading := line[3:].strip():
            fields[f"Summary/{number}/heading"] = heading
        kept = []
    return fields


def _part_fields(part: Part) -> dict[str, str]:
    fields: dict[str, str] = {}
    paragraphs, more = 0, list[str]()
    for each in part.labelled()[0]:
        name, texts = f"{part.kind}/{part.name}/{each.label}", [one.text for one in each.wordings]
        of = f"{part.kind}/{each.label}"
        if of in LISTS:
            fields[name] = "\n".join(filter(None, [fields.get(name, ""), *texts]))
        elif part.kind == "Request" and each.label in OPTIONAL:
            more += [f"{each.label}: {texts[0]}", *(f"Or: {text}" for text in texts[1:])]
        elif each.label == PARAGRAPHS:
            fields |= {f"{name}/{paragraphs}/{number}": text for number, text in enumerate(texts)}
            paragraphs += 1
        elif of in SINGLE:
            fields[name] = texts[0]
        else:
            fields |= {f"{name}/{number}": text for number, text in enumerate(texts)}
    if more:
        fields[f"Request/{part.name}/{MORE}"] = "\n".join(more)
    return fields


def _summary_lines(fields: Fields) -> Iterator[Line]:
    yield Line("# Summary", "Summary/0/text")
    for number in sections_of(fields):
        name = f"Summary/{number}"
        if heading := one_line(fields.get(f"{name}/heading", "")):
            yield Line("", f"{name}/text")
            yield Line(f"## {heading}", f"{name}/text")
        yield Line("", f"{name}/text")
        for line in fields.get(f"{name}/text", "").strip().split("\n"):
            yield Line(_harmless(line), f"{name}/text")


def _part_lines(fields: Fields, kind: str, name: str) -> Iterator[Line]:
    start = f"{kind}/{name}"
    labels = [label for label in LABELS[kind] if label not in OPTIONAL]
    yield Line("")
    yield Line(f"# {kind}: {name}", f"{start}/{labels[0]}")
    yield Line("")
    for label in labels:
        field = f"{start}/{label}"
        text = fields.get(field, "")
        if label == PARAGRAPHS:
            for paragraph in paragraphs_of(fields, name):
                yield from _labelled(label, _wordings(fields, paragraph))
        elif f"{kind}/{label}" in LISTS:
            typed = [line for line in text.split("\n") if line.strip()] or [""]
            again = "Or" if label == "Subject" else label
            yield from _labelled(label, [(line, field) for line in typed], again)
        else:
            is_single = f"{kind}/{label}" in SINGLE
            yield from _labelled(label, [(text, field)] if is_single else _wordings(fields, field))
    for line in fields.get(f"{start}/{MORE}", "").strip().split("\n"):
        if line.strip():
            yield Line(_harmless(line), f"{start}/{MORE}")


def _wordings(fields: Fields, prefix: str) -> list[tuple[str, str]]:
    """Text and name of each of the fields prefix/0, prefix/1 … that holds something; else the first."""
    names = [name for name in numbered(fields, prefix) if fields.get(name, "").strip()]
    return [(fields[name], name) for name in names] or [("", f"{prefix}/0")]


def _labelled(label: str, texts: Sequence[tuple[str, str]], again: str = "Or") -> Iterator[Line]:
    """A line of the file for each text and its field: the first under the label, the others under `again`."""
    for number, (text, field) in enumerate(texts):
        yield Line(f"{again if number else label}: {one_line(text)}".rstrip(), field)


def _harmless(line: str) -> str:
    """A line that opens no part: a heading of the file has one "#"."""
    return line.rstrip() if not line.startswith("# ") else line[2:].strip()
