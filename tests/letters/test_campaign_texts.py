"""What the campaigns say: no stronger than their sources, with the care that each language asks for."""

import re
from collections.abc import Iterator, Mapping
from html import unescape
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from letters.campaign import Campaign, LetterText, Words
from letters.reading import CAMPAIGNS, load_all
from representatives import Chamber, Dataset
from representatives.countries.ca import CANADA
from tests.conftest import Visit
from tests.support import MEMBER, SENATOR, person, visible_text

LOADED: Mapping[str, Campaign] = load_all()[0]
EACH = [(slug, language) for slug in LOADED for language in CANADA.languages]
CATALOGUE = Path(__file__).parents[2] / "translations/fr/LC_MESSAGES/messages.po"


def words_of(slug: str, language: str) -> Words:
    return LOADED[slug].words["ca", language]


def texts(slug: str, language: str) -> Iterator[str]:
    """Every text of a campaign in one language, as a reader gets it."""
    campaign, words = LOADED[slug], words_of(slug, language)
    yield from (campaign.title[language], campaign.teaser[language])
    yield from (source.note[language] for source in campaign.sources.values() if source.note)
    yield unescape(re.sub("<[^>]+>", "", words.summary))
    yield from words.prompts
    for request in words.requests:
        yield from (request.title, request.meaning, request.lead, request.supporting, request.question)
    for letter in words.letters.values():
        yield from (letter.subject, letter.opening, *letter.core, letter.reply)


@pytest.mark.parametrize(("slug", "language"), EACH)
def test_a_people_is_never_blamed(slug: str, language: str) -> None:
    institution = (
        r"(?! (?:government|Communist|Medical|authorities|embassy|legislature|Parliament|Red Cross)\b)"
    )
    blamed = {"en": rf"\bthe Chinese\b{institution}", "fr": r"\b(?:les|des|aux) Chinois\b"}[language]
    for text in texts(slug, language):
        assert not re.search(blamed, text, re.IGNORECASE), text


@pytest.mark.parametrize(("slug", "language"), EACH)
def test_nothing_is_said_to_be_proven(slug: str, language: str) -> None:
    claimed = {
        "en": r"\b(?:proven?|proved|proves|undeniable|beyond doubt)\b",
        "fr": r"\b(?:prouvée?s?|prouve|indéniable)\b",
    }
    for text in texts(slug, language):
        assert not re.search(claimed[language], text, re.IGNORECASE), text


@pytest.mark.parametrize(("slug", "language"), EACH)
def test_who_disputes_it_and_what_canada_has_done_are_said(slug: str, language: str) -> None:
    headings = re.findall("<h2>(.*?)</h2>", words_of(slug, language).summary)
    assert (
        headings
        == {
            "en": ["What is known", "Who disputes it", "What Canada has already done"],
            "fr": ["Ce que l’on sait", "Qui le conteste", "Ce que le Canada a déjà fait"],
        }[language]
    )


@pytest.mark.parametrize("language", CANADA.languages)
@pytest.mark.parametrize("slug", ["forced-organ-harvesting", "prisoners-of-conscience"])
def test_chinas_denial_is_in_the_summary_and_in_every_letter(slug: str, language: str) -> None:
    denial = {"en": r"government denies", "fr": r"gouvernement chinois nie"}[language]
    words = words_of(slug, language)
    assert re.search(denial, words.summary)
    for letter in words.letters.values():
        assert re.search(denial, " ".join(letter.core)), letter.subject


@pytest.mark.parametrize("slug", LOADED)
def test_every_source_has_a_date_and_an_address_and_is_used(slug: str) -> None:
    campaign = LOADED[slug]
    cited = {id for language in CANADA.languages for id in words_of(slug, language).cited}
    assert cited == set(campaign.sources), "each source is named somewhere, and each name has a source"
    for source in campaign.sources.values():
        assert re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", source.date), source.id
        assert "2000" < source.date < "2026-11-25", source.id
        assert source.url.startswith(("https://", "http://"))
        assert source.publisher
        assert source.title


@pytest.mark.parametrize(("slug", "language"), EACH)
def test_every_statement_has_its_numbered_source(slug: str, language: str) -> None:
    words = words_of(slug, language)
    for paragraph in re.findall("<p>(.*?)</p>", words.summary):
        assert '<sup><a href="#source-' in paragraph, paragraph
    numbers = [int(number) for number in re.findall(r'href="#source-(\d+)"', words.summary)]
    assert set(numbers) == set(range(1, max(numbers) + 1)), "numbered in the order of their first mention"
    assert max(numbers) <= len(words.cited)
    assert "[" not in unescape(re.sub("<[^>]+>", "", words.summary)), "no mark is left over"


@pytest.mark.parametrize("slug", LOADED)
def test_both_languages_say_the_same_things_from_the_same_sources(slug: str) -> None:
    english, french = (words_of(slug, language) for language in ("en", "fr"))
    assert english.cited == french.cited
    assert [request.id for request in english.requests] == [request.id for request in french.requests]
    assert len(english.prompts) == len(french.prompts) >= 3
    numbers = [re.findall(r"#source-(\d+)", words.summary) for words in (english, french)]
    assert set(numbers[0]) == set(numbers[1])


@pytest.mark.parametrize("language", CANADA.languages)
def test_organ_harvesting_offers_the_five_open_requests(language: str) -> None:
    requests = words_of("forced-organ-harvesting", language).requests
    assert [request.id for request in requests] == ["enforce", "count", "convention", "speak", "sanctions"]
    assert all(request.sources for request in requests)


@pytest.mark.parametrize(("slug", "language"), EACH)
def test_every_request_ends_in_a_question_and_suits_both_chambers(slug: str, language: str) -> None:
    for request in words_of(slug, language).requests:
        assert request.question.endswith("?"), request.id
        assert request.question.count("?") == 1
        # It begins with a verb that is answered yes or no, never with who, what, when, how.
        starts = {"en": r"(?:Will|Do|Would|Are|Can) ", "fr": r"\w+[rz]-vous |Êtes-vous |\w+ez-vous "}[
            language
        ]
        assert re.match(starts, request.question), request.question
        assert request.chambers == {Chamber.COMMONS, Chamber.SENATE}


def shingles(letter: LetterText) -> set[tuple[str, ...]]:
    found = re.findall(r"\w+", " ".join((letter.subject, letter.opening, *letter.core, letter.reply)).lower())
    return {tuple(found[start : start + 5]) for start in range(len(found) - 4)}


@pytest.mark.parametrize(("slug", "language"), EACH)
def test_a_letter_to_a_senator_is_not_the_members_letter_with_the_name_changed(
    slug: str, language: str
) -> None:
    commons, senate = (shingles(words_of(slug, language).letters[chamber]) for chamber in Chamber)
    assert len(commons & senate) / len(commons | senate) < 0.5


@pytest.mark.parametrize("language", CANADA.languages)
def test_campaigns_do_not_share_their_sentences(language: str) -> None:
    letters = [(slug, letter) for slug in LOADED for letter in words_of(slug, language).letters.values()]
    for slug, letter in letters:
        for other, another in letters:
            if slug < other:
                shared = len(shingles(letter) & shingles(another)) / len(shingles(letter))
                assert shared < 0.5, (slug, other)


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


@pytest.mark.parametrize("slug", LOADED)
def test_french_texts_have_their_non_breaking_spaces(slug: str) -> None:
    for text in texts(slug, "fr"):
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
    postage = [
        CANADA.postage(person(id), CANADA.offices(person(id), None, "fr")[0])["fr"]
        for id in (MEMBER, SENATOR)
    ]
    parties = {row["party_fr"] for row in Dataset().rows("ca-people")}
    for text in (*described, *postage, *parties):
        assert breakable(text) == []


@pytest.mark.parametrize("path", ["/fr/", "/fr/about", "/fr/privacy", "/fr/nothing"])
def test_french_pages_have_their_non_breaking_spaces(visit: Visit, path: str) -> None:
    assert breakable(visible_text(visit("GET", path).text)) == []


def test_the_folder_of_each_campaign_is_its_address() -> None:
    assert sorted(path.name for path in CAMPAIGNS.iterdir()) == sorted(LOADED)
    assert all(re.fullmatch("[a-z][a-z-]+", slug) for slug in LOADED)
