"""A campaign's values, made from its folder as it was read."""

from collections.abc import Mapping, Sequence

from letters.campaign import summary_html
from letters.campaign.checks.folder import Examined
from letters.campaign.manifest import CountryEntry, Manifest, RequestEntry
from letters.campaign.model import Campaign, Editorial, LetterText, Request, RoleWordings, Words
from letters.campaign.sections import AFTER, ROLES, Part, without_empty_headings
from letters.campaign.standard import (
    Texts,
    first_sentences,
    letter_texts,
    one_line,
    prompts,
    request_texts,
    texts_of,
    wordings_of,
)
from representatives import Chamber
from representatives.languages import LANGUAGES

_NOW = ("Title", "Topic", "Meaning", "Lead", "Supporting", "Question")
"""A request's labels until its last day, in the order of AFTER."""


def campaign_of(examined: Examined, entry: Manifest) -> Campaign:
    """The campaign of a folder that has no mistake, or of one that is being written.

    Raises:
        KeyError, StopIteration, IndexError: a part or a label that the check asks for is missing.
    """
    parts = examined.parts
    teasers = {**first_sentences(parts, entry), **entry.teaser}
    title = _everywhere(entry.title, entry)
    return Campaign(
        slug=examined.slug,
        title=title,
        teaser=_everywhere(teasers, entry),
        title_languages=tuple(language for language in entry.title if language in teasers),
        sources={source.id: source for source in entry.sources},
        words={
            (country, language): _words(parts[country, language], table, country, language, title[language])
            for country, table in entry.countries.items()
            for language in table.languages
        },
        editorials={of: _editorial(listed) for (kind, of), listed in parts.items() if kind == "editor"},
        messages={
            of: one_line(listed[0].passage()) for (kind, of), listed in parts.items() if kind == "friend"
        },
        position=entry.position,
        films=tuple(entry.films),
        country_titles={country: (table.title, table.teaser) for country, table in entry.countries.items()},
    )


def _everywhere(texts: Mapping[str, str], entry: Manifest) -> Mapping[str, str]:
    """The texts for each language of the pages: in the campaign's first language where none is in the page's."""
    return {**dict.fromkeys(LANGUAGES, texts[entry.languages[0]]), **texts}


def _editorial(listed: list[Part]) -> Editorial:
    by_kind = {part.kind: part.passage() for part in listed}
    rules = by_kind["Rules"].text.splitlines()
    return Editorial(
        title=one_line(by_kind["Title"]),
        paragraphs=tuple(paragraph.uncited for paragraph in by_kind["Text"].paragraphs()),
        cited=tuple(dict.fromkeys(by_kind["Text"].cited)),
        rules=tuple(line[2:].strip() for line in rules if line.startswith("- ")),
        own=one_line(by_kind["Own"]),
    )


def _words(listed: list[Part], table: CountryEntry, country: str, language: str, title: str) -> Words:
    by_kind = {(part.kind, part.name): part for part in listed}
    summary = by_kind["Summary", ""].passage()
    letters = {Chamber(name): part for (kind, name), part in by_kind.items() if kind == "Letter"}
    facts = [id for part in letters.values() for id in part.passage().cited]
    of_requests = [id for request in table.requests for id in request.sources]
    cited = tuple(dict.fromkeys([*summary.cited, *facts, *of_requests]))
    asked = {
        entry.id: request_texts(
            texts_of(by_kind["Request", entry.id]), country, language, table.title.get(language, title)
        )
        for entry in table.requests
    }
    return Words(
        language=language,
        summary=summary_html.to_html(without_empty_headings(summary.text), cited),
        cited=cited,
        requests=tuple(_request(asked[entry.id], entry, facts) for entry in table.requests),
        prompts=prompts(listed, language),
        letters={
            chamber: _letter_text(part, letter_texts(country, chamber, language))
            for chamber, part in letters.items()
        },
    )


def _request(
    found: Texts, entry: RequestEntry, facts: Sequence[str], labels: Sequence[str] = _NOW
) -> Request:
    """A request under the labels of one of its times; it rests on the letters' facts where it names no source."""
    title, topic, meaning, lead, supporting, question = (found[label] for label in labels)
    return Request(
        id=entry.id,
        chambers=frozenset(entry.chambers),
        sources=tuple(entry.sources or dict.fromkeys(facts)),
        seen=str(entry.seen),
        until=entry.until,
        title=title[0],
        topic=topic[0],
        meaning=meaning[0],
        lead=lead,
        supporting=supporting,
        question=question,
        by_role={role: said for role in ROLES if (said := _for_role(found, role)) != RoleWordings()},
        committees=tuple(entry.committees),
        after=_request(found, entry, facts, AFTER) if labels is _NOW and "After" in found else None,
    )


def _for_role(found: Texts, role: str) -> RoleWordings:
    return RoleWordings(found.get(f"Lead for {role}", ()), found.get(f"Question for {role}", ()))


def _letter_text(part: Part, standard: Texts) -> LetterText:
    texts = {**standard, **texts_of(part)}
    core = (wordings_of(each) for each in part.labelled()[0] if each.label == "Core")
    return LetterText(
        subject=texts["Subject"],
        opening=texts["Opening"],
        core=tuple(filter(None, core)),
        reply=texts["Reply"],
    )
