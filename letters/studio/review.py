"""What the check says of a draft, each sentence with its field, and the letter that the draft makes."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from letters.campaign import toml_lines
from letters.campaign.builder import campaign_of
from letters.campaign.checks.folder import examine
from letters.campaign.findings import Finding
from letters.campaign.text_file import MANIFEST, Folder
from letters.choices import Writer
from letters.letter import Letter
from letters.studio import manifest_form, sample, words_form
from letters.studio.draft import SHARED, Draft, lines_of
from letters.studio.manifest_form import Content

BLANK = "…"
"""Stands in the example letter where nothing was written yet."""
MOST = 500
"""Sentences that a page shows: whoever has more mends these first."""
SHOWN_REQUESTS = 2
"""In the example letter: how a request reads beside another is seen, too."""
_ORDER = ("title", "source", "Summary", "Request", "Letter", "teaser", "Prompt", "friend", "editor", "slug")
"""How fields begin, from the top of the form to its end."""
_MOST_USEFUL = (
    "as every writer would",
    "has no full stop",
    "A message to friends",
    "Under “",
    "The Summary has no heading",
    "No request can be put",
    "“Core:” has one wording",
)
"""Words of the advice that does most for a campaign, best first."""
_LEAST_USEFUL = "stands in “# Letter: "
_NOT_HERE = ("Pages are read in", "names no source: those of the letter’s facts")
"""Words of the advice that the form gives no way to follow, or gives beside the field."""
_OF_SEVERAL = ("Without “Supporting:”",)
"""Words of the advice for campaigns with several requests."""
_ABOUT_NAME = "A page of the site has the address"
"""How the sentence begins that speaks of the folder's name."""
_UNNAMED = "campaign"
_MISSING = re.compile(r"(?:“(?P<missing>[^”]+):” is missing|Without “(?P<advised>[^”]+):”).*")


@dataclass(frozen=True, slots=True)
class Remark:
    """A sentence of the check and the field that it speaks of."""

    field: str
    """"" where the form that is open has no such field."""
    place: str
    """The file, for what stands in another country or language; "" for what speaks of the whole campaign."""
    sentence: str
    is_advice: bool


def remarks(draft: Draft) -> tuple[Remark, ...]:
    """Everything that the check says, mistakes first, in the order of the form, but the best advice first."""
    folder = Folder(draft.slug or _UNNAMED, draft.folder)
    fields = draft.fields()
    lines = {name: [line.field for line in written] for name, written in lines_of(draft, fields).items()}
    examined = examine(folder)
    findings = [(each, draft) for each in examined.findings]
    if examined.manifest is None:  # the texts are looked at all the same, so that one look tells everything
        whole = replace(draft, content=_sound(draft.content))
        again = examine(Folder(folder.name, whole.folder)).findings
        findings += [(each, whole) for each in again if not each.file.endswith(MANIFEST) or each.is_advice]
    is_single = len(manifest_form.requests_of(draft.content, draft.country)) == 1
    left_out = (*_NOT_HERE, *_OF_SEVERAL) if is_single else _NOT_HERE
    findings = [(each, of) for each, of in findings if not any(words in each.sentence for words in left_out)]
    order = {name: number for number, name in enumerate(fields)}
    found = [_remark(finding, of, lines) for finding, of in findings[:MOST]]
    if any(each.field == "Summary/0/text" and not each.is_advice for each in found):
        found = [
            each for each in found if each.sentence != "“Core:” is missing."
        ]  # what is known will stand there

    def place(each: Remark) -> tuple[bool, int, int, int]:
        kind = each.field.partition("/")[0].replace("request", "Request")
        rank = _ORDER.index(kind) if kind in _ORDER else len(_ORDER)
        useful = (n for n, words in enumerate(_MOST_USEFUL) if each.is_advice and words in each.sentence)
        use = next(useful, len(_MOST_USEFUL)) + (_LEAST_USEFUL in each.sentence)
        return each.is_advice, use, rank, order.get(each.field, len(order))

    return tuple(sorted(dict.fromkeys(found), key=place))


def ideas(found: Iterable[Remark]) -> list[list[Remark]]:
    """The advice, that of one sentence together: who follows one idea meets no other that was not counted before."""
    by_sentence: dict[str, list[Remark]] = {}
    for each in found:
        if each.is_advice:
            by_sentence.setdefault(each.sentence, []).append(each)
    return [*by_sentence.values()]


def _remark(finding: Finding, draft: Draft, lines: Mapping[str, list[str]]) -> Remark:
    name = finding.file.rpartition("/")[2]
    kind, field = name.partition(".")[0], ""
    if finding.sentence.startswith(_ABOUT_NAME):
        field = "slug"
    elif name == MANIFEST:
        paths = [
            path for path, line in toml_lines.lines_of(draft.folder[name]).items() if line == finding.line
        ]
        field = manifest_form.field_of(max(paths, key=len, default=()), draft.content)
    elif 0 < finding.line <= len(lines.get(name, ())):
        field = lines[name][finding.line - 1]
        if field and (missing := _MISSING.fullmatch(finding.sentence)):  # it is told of the part's heading
            field = words_form.field_of(field, missing["missing"] or missing["advised"])
    elif name in lines and kind in SHARED:  # a text that is not written yet, and could be
        field = f"{kind}/Text"
    return Remark(field, "" if name == MANIFEST else name, finding.sentence, finding.is_advice)


def letter(
    draft: Draft, office: sample.Office, draw: str, day: date, blanks: tuple[str, str, str]
) -> Letter | None:
    """The letter to an office with the draft's first requests, or None where it cannot be made yet.

    Args:
        draft: the campaign.
        office: to whom it goes, and from where.
        draw: decides on the wordings.
        day: its date.
        blanks: what stands for the writer's name, street and own words.
    """
    alone = _alone(draft)
    examined = examine(Folder(_UNNAMED, alone.folder))
    name, street, own_words = blanks
    if examined.manifest is None:
        return None
    try:
        campaign = campaign_of(examined, examined.manifest)
        words = campaign.words_in(draft.country, draft.language)
        asked = words.requests_to({office.person.chamber}, day)[:SHOWN_REQUESTS]
        writer = Writer(name, (street,))
        return sample.letter(
            campaign, office, tuple(each.id for each in asked), draft.language, writer, own_words, day, draw
        )
    except (LookupError, ValueError, StopIteration):  # a text is missing, or its placeholders are wrong
        return None


def _alone(draft: Draft) -> Draft:
    """The draft in its one country and language, with a mark in the place of what is not written in campaign.toml."""
    table = draft.content["countries"][draft.country] | {"languages": [draft.language]}
    content = _sound(draft.content | {"countries": {draft.country: table}})
    files = {draft.words_file: draft.files[draft.words_file]}
    return replace(draft, content=content, files=files)


def _sound(content: Content) -> Content:
    """The content with a mark in the place of what is empty, and a date and an address where there is none."""
    made: Content = _filled(content)
    made["sources"] = [
        source | {"url": "https://example.org/", "date": "2000"} for source in made["sources"]
    ] or [{"id": "1", "publisher": BLANK, "title": BLANK, "url": "https://example.org/", "date": "2000"}]
    for table in made["countries"].values():
        for request in table["requests"]:
            request |= {"seen": "2000"}
    return made


def _filled(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _filled(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_filled(each) for each in value]
    return value or BLANK
