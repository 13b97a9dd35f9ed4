"""What the campaigns say: no stronger than their sources, with the care that each language asks for."""

import re
from collections.abc import Iterator, Mapping
from html import unescape
from itertools import combinations
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from letters.campaign.loader import CAMPAIGNS, load_all
from letters.campaign.model import Campaign, LetterText, Request, Words
from letters.campaign.placeholders import fill
from letters.feedback.ownwords import likeness
from letters.feedback.ownwords import words as count_words
from representatives import Chamber, Dataset
from representatives.countries import COUNTRIES
from representatives.countries.ca import CANADA
from representatives.languages import PAGE_LANGUAGES
from tests.conftest import Visit
from tests.support import TODAY, visible_text

LOADED: Mapping[str, Campaign] = load_all()[0]
EACH = [
    (slug, country.id, language)
    for slug in LOADED
    for country in COUNTRIES.values()
    for language in country.languages
]
TWO_MINUTES = 2 * 238
"""In words, at the mean rate at which adults read English non-fiction silently; other languages may take more words for
the same message in the same time. Brysbaert 2019, https://doi.org/10.1016/j.jml.2019.104047"""
LANGUAGES = PAGE_LANGUAGES
CATALOGUE = Path(__file__).parents[3] / "translations/fr/LC_MESSAGES/messages.po"


def words_of(slug: str, country: str, language: str) -> Words:
    return LOADED[slug].words[country, language]


def filled(text: str, chambers: frozenset[Chamber] | set[Chamber]) -> Iterator[str]:
    """A letter's text as each chamber reads it."""
    for chamber in sorted(chambers):
        values = dict.fromkeys(
            ("constituency", "region", "in_region", "recipient", "office", "topic"), "Avalon"
        )
        yield fill(text, values | {"chamber": str(chamber)})


def of_requests(words: Words) -> Iterator[tuple[Request, Chamber]]:
    """Every request, also as it reads after its last day, for each chamber that can be asked."""
    for request in words.requests:
        for asked in (request, request.after):
            if asked:
                yield from ((asked, chamber) for chamber in sorted(asked.chambers))


def texts_of(words: Words) -> Iterator[str]:
    """Every text of one country and language, as a reader gets it, in all wordings."""
    yield unescape(re.sub("<[^>]+>", "", words.summary))
    for prompt in words.prompts:
        yield from (prompt.question, *prompt.starters)
    for request, chamber in of_requests(words):
        yield from (request.title, request.meaning)
        for text in (*request.lead, *request.supporting, *request.question, *of_roles(request)):
            yield from filled(text, {chamber})
    for chamber, letter in words.letters.items():
        for text in letter_texts(letter):
            yield from filled(text, {chamber})


def of_roles(request: Request) -> Iterator[str]:
    """How those are asked who hold an office."""
    for said in request.by_role.values():
        yield from (*said.lead, *said.question)


def letter_texts(letter: LetterText) -> Iterator[str]:
    """A letter's texts in all wordings, placeholders unfilled."""
    for wordings in (letter.subject, letter.opening, *letter.core, letter.reply):
        yield from wordings


def shared_texts(slug: str, language: str) -> Iterator[str]:
    """What no country has for itself: title, teaser, notes, the letter to a newspaper, the message to friends."""
    campaign = LOADED[slug]
    yield from (campaign.title[language], campaign.teaser[language], campaign.messages[language])
    yield from (source.note[language] for source in campaign.sources.values() if source.note)
    editorial = campaign.editorials[language]
    yield from (editorial.title, *editorial.paragraphs, *editorial.rules, editorial.own)


def texts(language: str) -> Iterator[str]:
    """Every text of every campaign in one language."""
    for slug, campaign in LOADED.items():
        yield from shared_texts(slug, language)
        for (_, of), words in campaign.words.items():
            if of == language:
                yield from texts_of(words)


def test_every_country_and_language_has_its_words() -> None:
    assert COUNTRIES.keys() == {"ca", "gb", "us", "au"}
    for campaign in LOADED.values():
        assert set(campaign.words) == {(country, language) for _, country, language in EACH}
        assert set(campaign.editorials) == set(campaign.messages) == set(LANGUAGES)
        for (country, _), words in campaign.words.items():
            assert words.letters.keys() == COUNTRIES[country].chambers.keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_people_is_never_blamed(language: str) -> None:
    institution = r"(?! (?:government|Communist|Medical|authorities|officials|embassy|legislature|Parliament|Red Cross)\b)"
    blamed = {"en": rf"\bthe Chinese\b{institution}", "fr": r"\b(?:les|des|aux) Chinois\b"}[language]
    for text in texts(language):
        assert not re.search(blamed, text, re.IGNORECASE), text


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_said_to_be_proven(language: str) -> None:
    claimed = {
        "en": r"\b(?:proven?|proved|proves|undeniable|beyond doubt)\b",
        "fr": r"\b(?:prouvée?s?|prouve|indéniable)\b",
    }
    for text in texts(language):
        assert not re.search(claimed[language], text, re.IGNORECASE), text


NAMED = {
    "ca": ("Canada", "le Canada"),
    "gb": ("the United Kingdom", ""),
    "us": ("the United States", ""),
    "au": ("Australia", ""),
}


@pytest.mark.parametrize(("slug", "country", "language"), EACH)
def test_who_disputes_it_and_what_the_country_has_done_are_said(
    slug: str, country: str, language: str
) -> None:
    headings = re.findall("<h2>(.*?)</h2>", words_of(slug, country, language).summary)
    english, french = NAMED[country]
    assert (
        headings
        == {
            "en": ["What is known", "Who disputes it", f"What {english} has already done"],
            "fr": ["Ce que l’on sait", "Qui le conteste", f"Ce que {french} a déjà fait"],
        }[language]
    )


# Who denies, and in which words, in one sentence.
WHO = {
    "en": r"(?:China’s|Chinese) (?:government|authorities|officials)|(?:authorities|government) (?:in|of) China|Beijing"
    r"|\bChina\b.*\bits government",
    "fr": r"(?:gouvernement|autorités) chinois(?:es)?|Pékin",
}
DENIES = {
    "en": r"\bden(?:y|ies|ied)\b|\breject(?:s|ed)?\b|\bdisputes?\b|\bdismisses\b|\b(?:call|say)s? (?:\w+ ){0,4}"
    r"(?:false|untrue)\b|\bsays (?:does not occur|there is none)\b",
    "fr": r"\bnie\b|\bnient\b|\bdément\b|\bdémenties par\b|\brejette\b|\bconteste\b|\bs’en défend\b|\baffirme que c’est faux\b",
}


def names_the_denial(text: str, language: str) -> bool:
    return any(
        re.search(WHO[language], sentence) and re.search(DENIES[language], sentence)
        for sentence in re.split(r"(?<=[.!?]) ", text)
    )


@pytest.mark.parametrize(
    ("text", "language", "named"),
    [
        ("The Chinese government denies the allegations.", "en", True),
        ("What China’s government denies troubled twelve experts.", "en", True),
        ("Some deny it. The Chinese government was asked.", "en", False),
        ("The Chinese government was asked to admit monitors.", "en", False),
        ("Le gouvernement chinois nie tout.", "fr", True),
        ("Le gouvernement chinois a été interrogé.", "fr", False),
    ],
)
def test_a_denial_is_recognised_by_who_denies_and_that_they_do(text: str, language: str, named: bool) -> None:
    assert names_the_denial(text, language) is named


@pytest.mark.parametrize(("slug", "country", "language"), EACH)
def test_chinas_denial_is_in_the_summary_and_in_every_letter_that_can_be_drawn(
    slug: str, country: str, language: str
) -> None:
    words = words_of(slug, country, language)
    assert names_the_denial(unescape(re.sub("<[^>]+>", " ", words.summary)), language)
    for letter in words.letters.values():
        said = [[names_the_denial(text, language) for text in wordings] for wordings in letter.core]
        assert any(all(each) for each in said), "one paragraph says it in each of its wordings"


@pytest.mark.parametrize("slug", LOADED)
@pytest.mark.parametrize("language", LANGUAGES)
def test_chinas_denial_is_in_the_letter_to_the_editor(slug: str, language: str) -> None:
    assert names_the_denial(" ".join(LOADED[slug].editorials[language].paragraphs), language)


@pytest.mark.parametrize("slug", LOADED)
def test_every_source_has_a_date_and_an_address_and_is_used(slug: str) -> None:
    campaign = LOADED[slug]
    cited = {id for words in campaign.words.values() for id in words.cited}
    cited |= {id for editorial in campaign.editorials.values() for id in editorial.cited}
    assert cited == set(campaign.sources), "each source is named somewhere, and each name has a source"
    for source in campaign.sources.values():
        assert re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", str(source.date)), source.id
        assert "2000" < str(source.date) < "2026-11-25", source.id
        assert source.url.startswith(("https://", "http://"))
        assert source.publisher
        assert source.title
        assert not source.note or set(source.note) == set(LANGUAGES)


@pytest.mark.parametrize(("slug", "country", "language"), EACH)
def test_every_statement_has_its_numbered_source(slug: str, country: str, language: str) -> None:
    words = words_of(slug, country, language)
    for paragraph in re.findall("<p>(.*?)</p>", words.summary):
        assert '<sup><a href="#s' in paragraph, paragraph
    numbers = [int(number) for number in re.findall(r'href="#s(\d+)"', words.summary)]
    assert set(numbers) == set(range(1, max(numbers) + 1)), "numbered in the order of their first mention"
    assert max(numbers) <= len(words.cited)
    assert "[" not in unescape(re.sub("<[^>]+>", "", words.summary)), "no mark is left over"
    for request in words.requests:
        assert request.sources
        assert set(request.sources) <= set(words.cited)


@pytest.mark.parametrize("slug", LOADED)
def test_both_languages_say_the_same_things_from_the_same_sources(slug: str) -> None:
    english, french = (words_of(slug, "ca", language) for language in LANGUAGES)
    assert english.cited == french.cited
    assert [request.id for request in english.requests] == [request.id for request in french.requests]
    assert [request.sources for request in english.requests] == [r.sources for r in french.requests]
    numbers = [re.findall(r"#s(\d+)", words.summary) for words in (english, french)]
    assert set(numbers[0]) == set(numbers[1])
    assert set(LOADED[slug].editorials["en"].cited) == set(LOADED[slug].editorials["fr"].cited)


@pytest.mark.parametrize(("slug", "country", "language"), EACH)
def test_three_questions_lead_to_own_words_each_with_beginnings_to_finish(
    slug: str, country: str, language: str
) -> None:
    prompts = words_of(slug, country, language).prompts
    assert [prompt.id for prompt in prompts] == ["matters", "learned", "wish"]
    for prompt in prompts:
        assert "?" in prompt.question
        assert 3 <= len(set(prompt.starters)) == len(prompt.starters) <= 5
        assert not [start for start in prompt.starters if start.endswith((".", "!", "?", ":", "…"))]
        elided = (" que", " de", " parce que", " lorsque", " puisque")
        assert not [start for start in prompt.starters if language == "fr" and start.endswith(elided)]


@pytest.mark.parametrize("language", CANADA.languages)
def test_organ_harvesting_offers_its_open_requests(language: str) -> None:
    requests = words_of("forced-organ-harvesting", "ca", language).requests
    assert [request.id for request in requests] == [
        "enforce",
        "count",
        "convention",
        "speak",
        "sanctions",
        "declassify",
    ]
    assert all(request.sources for request in requests)


# A question begins with a verb that is answered yes or no, never with who, what, when, how.
ANSWERABLE = {
    "en": r"(?:Will|Do|Would|Are|Can) (?:you|your office|your government|the government|I) |(?:Can|May) I (?:count|rely) on you",
    "fr": r"(?:En )?\w+[rz]-vous |Êtes-vous |Puis-je |Votre gouvernement (?:nous )?\w+-t-il ",
}


@pytest.mark.parametrize(("slug", "country", "language"), EACH)
def test_every_request_ends_in_a_question_and_the_letter_has_no_other(
    slug: str, country: str, language: str
) -> None:
    words = words_of(slug, country, language)
    for request, chamber in of_requests(words):
        roles = request.by_role.values()
        for wording in (*request.question, *(text for said in roles for text in said.question)):
            for question in filled(wording, {chamber}):
                assert question.endswith("?"), request.id
                assert question.count("?") == 1
                assert re.match(ANSWERABLE[language], question), question
        leads = [text for said in roles for text in said.lead]
        assert not [text for text in (*request.lead, *request.supporting, *leads) if "?" in text]
    for letter in words.letters.values():
        assert not [text for text in letter_texts(letter) if "?" in text]


@pytest.mark.parametrize(("slug", "country", "language"), EACH)
def test_every_chamber_can_be_asked_for_at_least_two_things(slug: str, country: str, language: str) -> None:
    chambers = COUNTRIES[country].chambers.keys()
    words = words_of(slug, country, language)
    for request in words.requests:
        assert request.chambers
        assert request.chambers <= chambers
        if country in ("ca", "au"):
            assert request.chambers == chambers, "both chambers can be asked"
    for chamber in chambers:
        open_now = [request for request in words.requests_on(TODAY) if chamber in request.chambers]
        assert len(open_now) >= 2


def shingles(text: str) -> set[tuple[str, ...]]:
    found = re.findall(r"\w+", text.lower())
    return {tuple(found[start : start + 5]) for start in range(len(found) - 4)}


def shared_with(text: str, others: LetterText) -> float:
    """The part of a text's runs of five words that some wording of another letter has too."""
    mine = shingles(text)
    theirs = set().union(*(shingles(each) for each in letter_texts(others)))
    return len(mine & theirs) / len(mine) if mine else 0.0


@pytest.mark.parametrize(("slug", "country", "language"), EACH)
def test_a_letter_to_a_senator_is_not_the_members_letter_with_the_name_changed(
    slug: str, country: str, language: str
) -> None:
    letters = words_of(slug, country, language).letters
    for (_, mine), (_, theirs) in combinations(letters.items(), 2):
        for text in letter_texts(mine):
            if text not in mine.subject:
                assert shared_with(text, theirs) < 0.5, text


@pytest.mark.parametrize(("country", "language"), sorted({each[1:] for each in EACH}))
def test_campaigns_do_not_share_their_sentences(country: str, language: str) -> None:
    letters = [
        (slug, letter) for slug in LOADED for letter in words_of(slug, country, language).letters.values()
    ]
    for (slug, letter), (other, another) in combinations(letters, 2):
        if slug != other:
            for text in letter_texts(letter):
                if text not in (*letter.subject, *letter.reply):  # forms that every letter has
                    assert shared_with(text, another) < 0.5, (slug, other, text)


@pytest.mark.parametrize(("slug", "country", "language"), EACH)
def test_wordings_of_one_text_differ_in_more_than_a_word(slug: str, country: str, language: str) -> None:
    words = words_of(slug, country, language)
    for letter in words.letters.values():
        assert all(len(wordings) >= 2 for wordings in (letter.opening, *letter.core, letter.reply))
        for wordings in (letter.opening, *letter.core, letter.reply):
            for one, another in combinations(wordings, 2):
                assert likeness(one, another) < 0.5, (one, another)
    for request, chamber in of_requests(words):
        for texts in (request.lead, request.question):
            for one, another in combinations([next(filled(text, {chamber})) for text in texts], 2):
                assert likeness(one, another) < 0.6, (one, another)


BREAKABLE = re.compile(
    r"[^\u00a0\u202f][;!?»]"  # nothing before ; ! ? » or a space at which a line may end
    r"|[^\u00a0\u202f\d]:|[^\u00a0\u202f]:(?!\d)"  # the same before : but not in 14:30
    r"|[\d ]%(?!\()"  # the same before % but not in %(name)s
    r"|«[^\u00a0\u202f]"
)


def breakable(text: str) -> list[str]:
    without_addresses = re.sub(r"(?:https?|mailto):\S*", "", text)
    return [
        text[max(0, found.start() - 20) : found.end() + 5] for found in BREAKABLE.finditer(without_addresses)
    ]


@pytest.mark.parametrize(
    "text",
    ["Quoi ?", "Quoi?", "un : deux", "un;deux", "« un »", "«\u00a0un »", "10 %", "10%", "Oh !", "12:30 :"],
)
def test_the_check_for_french_spaces_finds_what_is_wrong(text: str) -> None:
    assert breakable(text)


def test_french_texts_have_their_non_breaking_spaces() -> None:
    for text in texts("fr"):
        assert breakable(text) == []


def test_french_sentences_of_the_pages_have_their_non_breaking_spaces() -> None:
    with CATALOGUE.open("rb") as file:
        catalogue = read_po(file, locale="fr")
    sentences = [message.string for message in catalogue if message.id]
    assert len(sentences) > 50
    for sentence in sentences:
        for text in sentence if isinstance(sentence, tuple) else (sentence,):
            assert breakable(text) == []


def test_french_facts_about_the_country_and_its_data_have_their_non_breaking_spaces() -> None:
    described = [
        each[key]["fr"]
        for each in Dataset().resources.values()
        for key in ("titles", "missing", "measured")
        if key in each
    ]
    postage = [CANADA.postage["fr"]]
    parties = {row["party_fr"] for row in Dataset().rows("ca-people")}
    for text in (*described, *postage, *parties):
        assert breakable(text) == []


@pytest.mark.parametrize("path", ["/fr/", "/fr/about", "/fr/privacy", "/fr/nothing"])
def test_french_pages_have_their_non_breaking_spaces(visit: Visit, path: str) -> None:
    assert breakable(visible_text(visit("GET", path).text)) == []


def test_the_folder_of_each_campaign_is_its_address() -> None:
    assert sorted(path.name for path in CAMPAIGNS.iterdir()) == sorted(LOADED)
    assert all(re.fullmatch("[a-z][a-z-]+", slug) for slug in LOADED)


@pytest.mark.parametrize(("slug", "country", "language"), EACH)
def test_a_summary_is_read_in_two_minutes(slug: str, country: str, language: str) -> None:
    text = re.sub("<h2>.*?</h2>|<sup.*?</sup>", " ", words_of(slug, country, language).summary)
    words = len(count_words(unescape(re.sub("<[^>]+>", " ", text))))
    assert 200 < words <= TWO_MINUTES, words
