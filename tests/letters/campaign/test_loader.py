"""Campaign folders as values: what a file says is what a letter gets."""

import shutil
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from letters.campaign.loader import load_all
from letters.campaign.manifest import Committee
from letters.campaign.model import Campaign, RoleWordings
from representatives import Chamber
from tests.support import TODAY, campaigns

SLUG = "forced-organ-harvesting"
EXAMPLES, EXAMPLE = Path(__file__).parent / "example", "save-the-bees"
LAST = date(2026, 12, 10)
Changed = Callable[[str, str, str], Campaign]


@pytest.fixture
def changed(tmp_path: Path) -> Changed:
    """The campaign after a change of one file."""

    def load(name: str, old: str, new: str) -> Campaign:
        root = shutil.copytree(EXAMPLES, tmp_path / "campaigns")
        path = root / EXAMPLE / name
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), "utf-8")
        loaded = load_all(root)
        assert loaded.mistakes == ()
        return loaded.campaigns[EXAMPLE]

    return load


def test_campaigns_stand_by_their_position_and_then_by_name(tmp_path: Path) -> None:
    for name in ("aspens", "bees", "cranes"):
        shutil.copytree(EXAMPLES / EXAMPLE, tmp_path / name)
    manifest = tmp_path / "cranes" / "campaign.toml"
    manifest.write_text("position = 1\n" + manifest.read_text("utf-8"), "utf-8")
    assert list(load_all(tmp_path).campaigns) == ["cranes", "aspens", "bees"]


def test_countries_stand_in_the_order_of_the_file() -> None:
    assert campaigns()[SLUG].countries == ("ca", "gb", "us", "au")


def test_words_are_found_in_the_language_asked_for_or_in_the_countrys_first() -> None:
    campaign = campaigns()[SLUG]
    assert campaign.words_in("ca", "fr").language == "fr"
    assert campaign.words_in("ca", "de").language == "en"
    assert campaign.words_in("gb", "fr").language == "en"
    with pytest.raises(KeyError):
        campaign.words_in("nz", "en")


def test_a_request_reads_otherwise_after_its_last_day_and_not_before() -> None:
    words = campaigns()[SLUG].words["us", "en"]
    before, on, after = (words.requests_on(day) for day in (TODAY, LAST, LAST + timedelta(1)))
    assert before == on == words.requests
    assert [request.id for request in after] == [request.id for request in words.requests]
    for request, then in zip(words.requests, after, strict=True):
        if request.until is None:
            assert then is request
        else:
            assert then is request.after
            assert (then.meaning, then.lead) != (request.meaning, request.lead)
            assert "bring" in then.title.lower()
            assert "January 3, 2027" in then.meaning
            assert (then.id, then.chambers, then.sources, then.seen) == (
                request.id,
                request.chambers,
                request.sources,
                request.seen,
            )
            assert not set(then.lead) & set(request.lead)
            assert not set(then.question) & set(request.question)


def test_a_request_that_ends_without_after_texts_is_left_out(changed: Changed) -> None:
    campaign = changed("campaign.toml", 'id = "count"', 'id = "count"\nuntil = 2026-12-10')
    words = campaign.words["ca", "en"]
    assert "count" in [request.id for request in words.requests_on(LAST)]
    assert "count" not in [request.id for request in words.requests_on(LAST + timedelta(1))]
    assert len(words.requests_on(LAST + timedelta(1))) == len(words.requests) - 1


def test_wordings_are_read_in_order_and_without_their_marks(changed: Changed) -> None:
    campaign = changed(
        "ca.en.md",
        "Core: A study",
        "Core: First [study-2021]\nover two lines.\nOr: Second, [study-2021] too.\nOr: A study",
    )
    core = campaign.words["ca", "en"].letters[Chamber.COMMONS].core[0]
    assert core[:2] == ("First over two lines.", "Second, too.")
    assert core[2].startswith("A study")
    assert not [text for text in core if "[" in text]


def test_every_core_label_is_a_paragraph_of_its_own(changed: Changed) -> None:
    campaign = changed("ca.en.md", "Reply: Please write", "Core: More. [law-2022]\nReply: Please write")
    core = campaign.words["ca", "en"].letters[Chamber.COMMONS].core
    assert core[1:] == (("More.",),)


def test_a_role_may_be_asked_in_words_of_its_own(changed: Changed) -> None:
    campaign = changed(
        "ca.en.md", "Meaning: This asks for", "Lead for speaker: Please write.\nMeaning: This asks for"
    )
    count, protect = campaign.words["ca", "en"].requests
    assert count.topic == "a yearly count of wild bees"
    assert count.by_role["minister"].lead[0] == "As {{ office }} you can order a yearly count of wild bees."
    assert count.by_role["minister"].question == (
        "Will you order a yearly count?",
        "Will you have them counted?",
    )
    assert count.by_role["speaker"] == RoleWordings(("Please write.",), ())
    assert protect.by_role == {}


def test_films_committees_and_what_is_known_of_a_source_are_read(changed: Changed) -> None:
    campaign = changed(
        "campaign.toml",
        "date = 2021-06-14",
        'date = 2021-06-14\narchived = "https://archive.example/bees"\nopened = 2026-11-01\ngone = 2026-11-08',
    )
    (film,) = campaign.films
    assert (film.title, film.director, film.year, film.url) == (
        "The Meadow",
        "Ada Abbott",
        2014,
        "https://example.org/film",
    )
    study, law = campaign.sources["study-2021"], campaign.sources["law-2022"]
    assert (study.archived, study.opened, study.gone) == (
        "https://archive.example/bees",
        date(2026, 11, 1),
        date(2026, 11, 8),
    )
    assert (law.archived, law.opened, law.gone) == ("", None, None)


def test_a_request_may_lie_with_committees(changed: Changed) -> None:
    campaign = changed(
        "campaign.toml", 'id = "protect"', 'id = "protect"\ncommittees = [{id = "ENVI", has = "C-1"}]'
    )
    assert campaign.words["ca", "en"].requests[1].committees == (Committee(id="ENVI", has="C-1"),)


def test_sources_are_numbered_in_the_order_of_summary_letters_and_requests() -> None:
    for campaign in campaigns().values():
        for words in campaign.words.values():
            assert len(words.cited) == len(set(words.cited))
            assert set(words.cited) <= set(campaign.sources)
            assert 'href="#s1"' in words.summary


def test_a_source_named_only_by_a_letter_gets_a_number_too(changed: Changed) -> None:
    campaign = changed(
        "gb.en.md", "of pesticides deny that they are the cause. [law-2022]", "deny it. [study-2021]"
    )
    assert campaign.words["gb", "en"].cited == ("study-2021", "law-2022")


def test_french_texts_are_set_with_their_spaces_and_english_ones_are_not() -> None:
    campaign = campaigns()[SLUG]
    french = campaign.words["ca", "fr"]
    assert "\u00a0?" in french.requests[0].question[0]
    assert "\u00a0:" in french.letters[Chamber.COMMONS].subject[0]
    assert "\u00a0" in " ".join(campaign.editorials["fr"].paragraphs) + campaign.editorials[
        "fr"
    ].title + " ".join(campaign.editorials["fr"].rules)
    assert "\u00a0" not in campaign.words["ca", "en"].summary
    assert "\u00a0" not in campaign.messages["en"]
