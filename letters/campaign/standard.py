"""What stands where an author left a text out: the words of a new campaign, its title, its first sentence."""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from letters.campaign.manifest import Manifest
from letters.campaign.model import Prompt, Wordings
from letters.campaign.sections import Labelled, Part, Passage, split
from letters.studio import skeleton
from letters.typography import set_spaces
from representatives.countries import COUNTRIES

Texts = Mapping[str, Wordings]
"""A part's texts by label."""

_QUOTED = {"en": "“%s”", "fr": "«\u00a0%s\u00a0»"}
_MOST_TEASER_WORDS = 30
_LEAST_SENTENCE = 6
"""Words of a sentence: what is shorter ends at an abbreviation."""
_MARKDOWN = re.compile(r"[*_`]|\[(?P<text>[^\]]*)\]\([^)]*\)")


def texts_of(part: Part) -> dict[str, Wordings]:
    """A part's texts by label, those in which something stands."""
    found = {each.label: wordings_of(each) for each in part.labelled()[0]}
    return {label: wordings for label, wordings in found.items() if wordings}


def wordings_of(labelled: Labelled) -> Wordings:
    """The wordings in which something stands; none where the first is empty."""
    first, *others = map(one_line, labelled.wordings)
    return (first, *filter(None, others)) if first else ()


def one_line(passage: Passage) -> str:
    """The passage without marks and line breaks."""
    return " ".join(paragraph.uncited for paragraph in passage.paragraphs())


def letter_texts(country: str, chamber: str, language: str) -> Texts:
    """The subject, the first and the last sentence of a new campaign's letter to a chamber."""
    return texts_of(_standard(country, language)["Letter", chamber])


def request_texts(own: Texts, country: str, language: str, title: str) -> Texts:
    """A request's texts, in the place of those left out what is true of every request."""
    question = texts_of(_standard(country, language)["Request", skeleton.FIRST_REQUEST])["Question"]
    standard = {"Topic": (_QUOTED[language] % title,), "Meaning": ("",), "Question": question}
    return {**standard, "Supporting": own["Lead"], **own}


@cache
def _standard(country: str, language: str) -> Mapping[tuple[str, str], Part]:
    text = skeleton.words(COUNTRIES[country], language)
    return {(part.kind, part.name): part for part in split(set_spaces(text, language))}


def prompts(listed: Sequence[Part], language: str) -> tuple[Prompt, ...]:
    """The campaign's questions, and a new campaign's in the place of those that it has not."""
    own = [part for part in listed if part.kind == "Prompt"]
    others = split(set_spaces(skeleton.template(language), language))
    names = {part.name for part in own}
    own += [part for part in others if part.kind == "Prompt" and part.name not in names]
    return tuple(map(_prompt, own))


def _prompt(part: Part) -> Prompt:
    found, _ = part.labelled()
    starters = [text for each in found if each.label == "Starter" for text in wordings_of(each)]
    question = next(wordings_of(each)[0] for each in found if each.label == "Question")
    return Prompt(part.name, question, tuple(starters))


def first_sentences(parts: Mapping[tuple[str, str], list[Part]], entry: Manifest) -> Mapping[str, str]:
    """For the list of campaigns, by language: of the Summary of the first country that has words in it."""
    found: dict[str, str] = {}
    for country, table in entry.countries.items():
        for language in table.languages:
            found.setdefault(language, set_spaces(_first_sentence(parts[country, language]), language))
    return found


def _first_sentence(listed: Sequence[Part]) -> str:
    """The first of the Summary; a long one ends with three dots."""
    summary = next(part.passage() for part in listed if part.kind == "Summary")
    text = " ".join(line for line in summary.uncited.split("\n") if not line.startswith("#"))
    words = _MARKDOWN.sub(lambda match: match["text"] or "", text).split()
    ends = (number for number, word in enumerate(words, 1) if word.endswith((".", "!", "?")))
    words = words[: next((number for number in ends if number >= _LEAST_SENTENCE), None)]
    if len(words) <= _MOST_TEASER_WORDS:
        return " ".join(words)
    return " ".join(words[:_MOST_TEASER_WORDS]).rstrip(",;:–— ") + "…"
