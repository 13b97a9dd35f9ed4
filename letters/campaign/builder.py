"""A campaign's values, made from its folder as it was read."""

from collections.abc import Iterator, Mapping, Sequence

from letters.campaign import summary_html
from letters.campaign.checks.folder import Examined
from letters.campaign.manifest import CommitteeEntry, FilmEntry, Manifest, RequestEntry, SourceEntry
from letters.campaign.model import (
    Campaign,
    Committee,
    Editorial,
    Film,
    LetterText,
    Request,
    RoleWordings,
    Source,
    Words,
)
from letters.campaign.sections import AFTER, ROLES, Part, Passage, without_empty_headings
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
from letters.typography import set_spaces
from representatives import Chamber
from representatives.languages import LANGUAGES

_SOURCE_LABEL = {"en": "source", "fr": "source"}
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
        sources={source.id: _source(source) for source in entry.sources},
        words={
            (country, language): _words(
                parts[country, language],
                table.requests,
                country,
                language,
                set_spaces(table.title.get(language, title[language]), language),
            )
            for country, table in entry.countries.items()
            for language in table.languages
        },
        editorials={of: _editorial(listed) for (kind, of), listed in parts.items() if kind == "editor"},
        messages={
            of: one_line(listed[0].passage()) for (kind, of), listed in parts.items() if kind == "friend"
        },
        position=entry.position,
        films=tuple(_film(film) for film in entry.films),
        country_titles={
            country: (_set(table.title), _set(table.teaser)) for country, table in entry.countries.items()
        },
    )


def _editorial(listed: list[Part]) -> Editorial:
    by_kind = {part.kind: part.passage() for part in listed}
    return Editorial(
        title=one_line(by_kind["Title"]),
        paragraphs=tuple(paragraph.uncited for paragraph in by_kind["Text"].paragraphs()),
        cited=tuple(dict.fromkeys(by_kind["Text"].cited)),
        rules=tuple(_items(by_kind["Rules"])),
        own=one_line(by_kind["Own"]),
    )


def _source(entry: SourceEntry) -> Source:
    return Source(
        id=entry.id,
        publisher=entry.publisher,
        title=entry.title,
        url=entry.url,
        date=str(entry.date),
        note=_noted(entry.note),
        archived=entry.archived or "",
        opened=entry.opened,
        gone=entry.gone,
    )


def _film(entry: FilmEntry) -> Film:
    return Film(entry.title, entry.director, entry.year, entry.url or "", _noted(entry.note))


def _committee(entry: CommitteeEntry) -> Committee:
    return Committee(entry.id, entry.has)


def _everywhere(texts: Mapping[str, str], entry: Manifest) -> Mapping[str, str]:
    """The texts for each language of the pages: in the campaign's first language where none is in the page's."""
    own = _set(texts)
    return {**dict.fromkeys(LANGUAGES, own[entry.languages[0]]), **own}


def _noted(note: Mapping[str, str]) -> Mapping[str, str]:
    """A note for each language of the pages, or {} where there is none."""
    own = _set(note)
    first = next(iter(own.values()), "")
    return {language: own.get(language, first) for language in LANGUAGES} if own else {}


def _set(texts: Mapping[str, str]) -> Mapping[str, str]:
    return {language: set_spaces(text, language) for language, text in texts.items()}


def _words(
    listed: list[Part], requests: Sequence[RequestEntry], country: str, language: str, title: str
) -> Words:
    by_kind = {(part.kind, part.name): part for part in listed}
    text = by_kind["Summary", ""].passage()
    letters = {Chamber(name): part for (kind, name), part in by_kind.items() if kind == "Letter"}
    facts = [id for part in letters.values() for id in part.passage().cited]
    cited = [*text.cited, *facts]
    for request in requests:
        cited += request.sources
    numbered = tuple(dict.fromkeys(cited))
    asked = {
        request.id: request_texts(texts_of(by_kind["Request", request.id]), country, language, title)
        for request in requests
    }
    return Words(
        language=language,
        summary=summary_html.to_html(without_empty_headings(text.text), numbered, _SOURCE_LABEL[language]),
        cited=numbered,
        requests=tuple(
            _request(asked[request.id], request, tuple(request.sources) or tuple(dict.fromkeys(facts)))
            for request in requests
        ),
        prompts=prompts(listed, language),
        letters={
            chamber: _letter_text(part, letter_texts(country, chamber, language))
            for chamber, part in letters.items()
        },
    )


def _request(found: Texts, entry: RequestEntry, sources: tuple[str, ...]) -> Request:
    after = _request_in(found, entry, sources, AFTER) if "After" in found else None
    return _request_in(found, entry, sources, _NOW, after)


def _request_in(
    found: Texts,
    entry: RequestEntry,
    sources: tuple[str, ...],
    labels: Sequence[str],
    after: Request | None = None,
) -> Request:
    """A request under the labels of one of its times."""
    title, topic, meaning, lead, supporting, question = (found[label] for label in labels)
    return Request(
        id=entry.id,
        chambers=frozenset(entry.chambers),
        sources=sources,
        seen=str(entry.seen),
        until=entry.until,
        title=title[0],
        topic=topic[0],
        meaning=meaning[0],
        lead=lead,
        supporting=supporting,
        question=question,
        by_role={role: said for role in ROLES if (said := _for_role(found, role)) != RoleWordings()},
        committees=tuple(map(_committee, entry.committees)),
        after=after,
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


def _items(passage: Passage) -> Iterator[str]:
    return (line[2:].strip() for line in passage.text.splitlines() if line.startswith("- "))
