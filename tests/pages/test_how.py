"""Whoever opens the letters can read how they are made, and every wording that they can have."""

from html import unescape

import pytest

from letters.campaign.model import Campaign
from tests.conftest import Visit
from tests.pages.visits import CAMPAIGNS, LANGUAGES, PLACES, address, form_in, letters_on
from tests.support import campaigns, visible_text

HOW = {"en": "How these letters are made", "fr": "Comment ces lettres sont faites"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_says_how_letters_are_made_and_leads_to_all_wordings(visit: Visit, language: str) -> None:
    response = visit("GET", f"/{language}/how")
    assert response.status_code == 200
    assert response.page.text["h1"][0].strip() == HOW[language]
    for slug in CAMPAIGNS:
        assert response.page.all("a", href=f"/{language}/{slug}/wordings")
    assert "120" in visible_text(response.text)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", ["", "privacy", "nothing", "forced-labour"])
def test_every_pages_foot_leads_to_it(visit: Visit, path: str, language: str) -> None:
    response = visit("GET", f"/{language}/{path}")
    assert response.page.all("a", href=f"/{language}/how")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", ["", "/tell", "/evening", "/wordings"])
def test_the_foot_of_a_campaigns_pages_leads_to_its_wordings(visit: Visit, page: str, language: str) -> None:
    foot = visit("GET", f"/{language}/forced-labour{page}").text.partition("<footer")[2]
    assert f'href="/{language}/forced-labour/wordings"' in foot


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("slug", CAMPAIGNS)
def test_every_wording_of_a_campaign_stands_on_its_page(visit: Visit, slug: str, language: str) -> None:
    response = visit("GET", address("wordings", language, slug))
    assert response.status_code == 200
    text = visible_text(response.text)
    campaign: Campaign = campaigns()[slug]
    for country in campaign.countries:
        words = campaign.words_in(country, language)
        for letter in words.letters.values():
            for wording in (*letter.reply, *(each for core in letter.core for each in core)):
                if "{" not in wording:
                    assert wording in text
        for request in words.requests:
            for said in (request, request.after) if request.after else (request,):
                assert said.title in text
                assert all(wording in text for wording in said.question if "{" not in wording)
            for role in request.by_role.values():
                assert all(wording in text for wording in role.question if "{" not in wording)
    assert "{" not in text
    assert {"en": "‹constituency›", "fr": "‹circonscription›"}[language] in text


@pytest.mark.parametrize("country", PLACES)
def test_what_a_letter_says_stands_there(visit: Visit, country: str) -> None:
    shown = unescape(visible_text(visit("GET", address("wordings")).text))
    for draw in range(5):
        (letter, *_) = letters_on(
            visit("POST", address("letter"), data=form_in(country, draw=str(draw))).text
        )
        question = letter[: letter.rindex("?") + 1]
        last = question[max(question.rfind(". "), question.rfind("? ")) + 2 :]
        assert last in shown, last


def test_the_campaigns_page_leads_to_its_wordings_and_films(visit: Visit) -> None:
    response = visit("GET", "/en/forced-organ-harvesting")
    assert response.page.all("a", href="/en/forced-organ-harvesting/wordings")
    (film,) = campaigns()["forced-organ-harvesting"].films
    text = visible_text(response.text)
    assert f"{film.title} (new tab), by {film.director}, {film.year}" in text
    assert film.note["en"] in text


def test_a_reader_in_the_united_states_reads_labor(visit: Visit) -> None:
    us = visit("GET", "/en/forced-labour?country=us")
    assert us.page.text["h1"][0].strip() == "Keep forced labor out of what we buy"
    gb = visit("GET", "/en/forced-labour?country=gb")
    assert gb.page.text["h1"][0].strip() == "Keep forced labour out of what we buy"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_interview_is_credited_without_the_students_names(visit: Visit, language: str) -> None:
    text = visible_text(visit("GET", f"/{language}/about").text)
    assert "Leon Lee" in text
    assert "no bystander in this" in text
    assert "Haroon" not in text
    assert "Mazzoli" not in text
