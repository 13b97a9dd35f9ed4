"""Campaign folders as values: what a file says is what a letter gets."""

import shutil
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from letters.campaign.loader import CAMPAIGNS, load_all
from letters.campaign.model import Campaign
from representatives import Chamber
from tests.support import TODAY, campaigns

SLUG = "forced-organ-harvesting"
LAST = date(2027, 1, 2)
Changed = Callable[[str, str, str], Campaign]


@pytest.fixture
def changed(tmp_path: Path) -> Changed:
    """The campaign after a change of one file."""

    def load(name: str, old: str, new: str) -> Campaign:
        root = shutil.copytree(CAMPAIGNS, tmp_path / "campaigns")
        path = root / SLUG / name
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), "utf-8")
        loaded, mistakes = load_all(root)
        assert mistakes == ()
        return loaded[SLUG]

    return load


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
            assert ("eintroduce" in then.title) == (request.id != "report"), "a report needs no bill"
            assert "eintroduce" not in request.title
            assert (then.id, then.chambers, then.sources, then.seen) == (
                request.id,
                request.chambers,
                request.sources,
                request.seen,
            )
            assert not set(then.lead) & set(request.lead)
            if request.id != "report":
                assert not set(then.question) & set(request.question)


def test_a_request_that_ends_without_after_texts_is_left_out(changed: Changed) -> None:
    campaign = changed("campaign.toml", 'id = "count"', 'id = "count"\nuntil = 2027-01-02')
    words = campaign.words["ca", "en"]
    assert "count" in [request.id for request in words.requests_on(LAST)]
    assert "count" not in [request.id for request in words.requests_on(LAST + timedelta(1))]
    assert len(words.requests_on(LAST + timedelta(1))) == len(words.requests) - 1


def test_wordings_are_read_in_order_and_without_their_marks(changed: Changed) -> None:
    campaign = changed(
        "ca.en.md",
        "Core: In June 2021",
        "Core: First [voc-2021]\nover two lines.\nOr: Second, [voc-2021] too.\nOr: In June 2021",
    )
    core = campaign.words["ca", "en"].letters[Chamber.COMMONS].core[0]
    assert core[:2] == ("First over two lines.", "Second, too.")
    assert core[2].startswith("In June 2021")
    assert not [text for text in core if "[" in text]


def test_every_core_label_is_a_paragraph_of_its_own() -> None:
    for campaign in campaigns().values():
        for words in campaign.words.values():
            for letter in words.letters.values():
                assert len(letter.core) == 2
                assert all(len(wordings) >= 3 for wordings in letter.core)


def test_sources_are_numbered_in_the_order_of_summary_letters_and_requests() -> None:
    for campaign in campaigns().values():
        for words in campaign.words.values():
            assert len(words.cited) == len(set(words.cited))
            assert set(words.cited) <= set(campaign.sources)
            assert 'href="#s1"' in words.summary


def test_a_source_named_only_by_a_letter_gets_a_number_too(changed: Changed) -> None:
    before = campaigns()[SLUG].words["gb", "en"].cited
    unused = next(id for id in campaigns()[SLUG].sources if id not in before)
    text = (CAMPAIGNS / SLUG / "gb.en.md").read_text("utf-8")
    mark = text[text.index("# Letter") :].partition("[")[2].partition("]")[0]
    start = text.index(f"[{mark}]", text.index("# Letter"))
    line = text[text.rindex("\n", 0, start) + 1 : start]
    campaign = changed("gb.en.md", line, f"{line}[{unused}] ")
    assert unused in campaign.words["gb", "en"].cited


def test_french_texts_are_set_with_their_spaces_and_english_ones_are_not() -> None:
    campaign = campaigns()[SLUG]
    french = campaign.words["ca", "fr"]
    assert "\u00a0?" in french.requests[0].question[0]
    assert "\u00a0:" in french.letters[Chamber.COMMONS].subject
    assert "\u00a0" in " ".join(campaign.editorials["fr"].paragraphs) + campaign.editorials[
        "fr"
    ].title + " ".join(campaign.editorials["fr"].rules)
    assert "\u00a0" not in campaign.words["ca", "en"].summary
    assert "\u00a0" not in campaign.messages["en"]
