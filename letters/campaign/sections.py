"""Splits a campaign's words file into parts and labelled texts, remembering every line number."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

AFTER = ("After title", "After topic", "After meaning", "After", "After supporting", "After question")
"""What a request becomes after its last day."""
ROLES = (
    "minister",
    "prime-minister",
    "parliamentary-secretary",
    "speaker",
    "no-seat",
    "delegate",
    "committee-member",
)
"""Who may be asked otherwise than other members; "no-seat" is a member who does not take the seat, "committee-member" one of
a committee that has the request, whose name stands before the Lead."""
FOR_ROLES = tuple(f"{label} for {role}" for role in ROLES for label in ("Lead", "Question"))
LABELS = {
    "Request": ("Title", "Topic", "Meaning", "Lead", "Supporting", "Question", *AFTER, *FOR_ROLES),
    "Letter": ("Subject", "Opening", "Core", "Reply"),
    "Prompt": ("Question", "Starter"),
}
OPTIONAL = frozenset({*AFTER, *FOR_ROLES})
SEVERAL = frozenset({"Core", "Starter"})
"""Labels that may come more than once in a part: the letter's paragraphs, a prompt's beginnings."""
OR = "Or"
"""The label of another wording of what stands before it."""
_PART = re.compile(r"# +(?P<kind>[^:#]+?)(?:: *(?P<name>\S.*?))? *$")
_COMMENT = re.compile(r"^<!--.*?-->[ \t]*$", re.MULTILINE | re.DOTALL)
"""A remark of the author's to themselves or to others who write, from the beginning of a line on."""
CITATION = re.compile(r" ?\[(?P<id>[a-z0-9][a-z0-9-]*)\](?!\()")
"""A [source-id] mark with the space before it; a Markdown link is none."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Some text of a file and the line it begins on, from 1."""

    text: str
    line: int

    @property
    def cited(self) -> tuple[str, ...]:
        """Ids of the sources it names, in order."""
        return tuple(match["id"] for match in CITATION.finditer(self.text))

    @property
    def uncited(self) -> str:
        """The text without its [source] marks."""
        return CITATION.sub("", self.text)

    def paragraphs(self) -> Iterator["Passage"]:
        """The parts between blank lines, each on one line."""
        lines: list[str] = []
        for number, line in enumerate([*self.text.split("\n"), ""], self.line):
            if line.strip():
                lines.append(line.strip())
            elif lines:
                yield Passage(" ".join(lines), number - len(lines))
                lines = []


@dataclass(slots=True)
class Part:
    """One "# Kind: name" part: its own text, or its labelled passages."""

    kind: str
    name: str
    line: int
    lines: list[tuple[int, str]] = field(default_factory=list)

    def passage(self) -> Passage:
        """Everything under the heading."""
        return _passage(self.lines, self.line + 1)

    def labelled(self) -> tuple[list["Labelled"], list[int]]:
        """The labelled texts in order, and the lines that stand under no label or under one that comes twice."""
        found: list[tuple[str, list[list[tuple[int, str]]]]] = []
        strays: list[int] = []
        for number, line in self.lines:
            label, _, rest = line.partition(":")
            known = label in LABELS.get(self.kind, ())
            if known:
                if label not in SEVERAL and label in [each for each, _ in found]:
                    strays.append(number)
                found.append((label, [[(number, rest.strip())]]))
            elif label == OR and found:
                found[-1][1].append([(number, rest.strip())])
            elif found:
                found[-1][1][-1].append((number, line))
            elif line.strip():
                strays.append(number)
        return [
            Labelled(label, tuple(_passage(lines, lines[0][0]) for lines in wordings))
            for label, wordings in found
        ], strays


@dataclass(frozen=True, slots=True)
class Labelled:
    """A label and its text, in one wording or several."""

    label: str
    wordings: tuple[Passage, ...]

    @property
    def kind(self) -> str:
        """The label without the role that the text is for."""
        return self.label.partition(" for ")[0]


def split(text: str) -> list[Part]:
    """A file's parts in order; text before the first heading is a part of kind ""."""
    parts = [Part("", "", 0)]
    for number, line in enumerate(_COMMENT.sub(_blank, text).splitlines(), 1):
        if match := _PART.match(line):
            parts.append(Part(match["kind"], match["name"] or "", number))
        else:
            parts[-1].lines.append((number, line.rstrip()))
    return parts if parts[0].passage().text else parts[1:]


def without_empty_headings(text: str) -> str:
    """A Summary without the headings under which nothing stands."""
    kept: list[str] = []
    below = ""
    for line in reversed(text.split("\n")):
        level, level_below = (len(each) - len(each.lstrip("#")) for each in (line, below))
        if level and (not below or 0 < level_below <= level):
            continue
        kept.append(line)
        below = line if line.strip() else below
    return "\n".join(reversed(kept))


def _blank(comment: re.Match[str]) -> str:
    """Its lines stay, empty, so that those after it keep their numbers."""
    return "\n" * comment[0].count("\n")


def _passage(lines: Sequence[tuple[int, str]], line: int) -> Passage:
    text = "\n".join(text for _, text in lines)
    leading = len(text) - len(text.lstrip("\n"))
    return Passage(text.strip("\n").rstrip(), (lines[0][0] if lines else line) + leading)
