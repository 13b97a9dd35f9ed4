"""The prompts, the beginnings, the meter on the page, and the hints beside a letter."""

import pytest

from tests.conftest import Visit
from tests.pages.visits import CAMPAIGNS, LANGUAGES, PLACES, address, form_in, letters_on, sent_by
from tests.support import MEMBER, campaigns, letter_form, visible_text

ANSWERS = {"learned": "learned", "matters": "own_words", "wish": "wish"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("slug", CAMPAIGNS)
@pytest.mark.parametrize("country", PLACES)
def test_every_prompt_has_beginnings_to_choose(visit: Visit, country: str, slug: str, language: str) -> None:
    response = visit("POST", address("write", language, slug), data={"postcode": PLACES[country]["postcode"]})
    words = campaigns()[slug].words_in(country, language)
    for prompt in words.prompts:
        assert prompt.question in visible_text(response.text)
        for starter in prompt.starters:
            assert f"{starter}…" in visible_text(response.text)
    fields = [a["name"] for a in response.page.all("select")]
    assert fields == [f"{field}_start" for field in ANSWERS.values()]


@pytest.mark.parametrize("country", PLACES)
def test_the_answers_stand_in_the_letter_with_their_beginnings_in_their_order(
    visit: Visit, country: str
) -> None:
    form = form_in(country, to=PLACES[country]["to"][:1])
    prompts = campaigns()["forced-organ-harvesting"].words_in(country, "en").prompts
    for prompt in prompts:
        form |= {ANSWERS[prompt.id]: f"words on {prompt.id}.", f"{ANSWERS[prompt.id]}_start": "2"}
    (letter,) = letters_on(visit("POST", address("letter"), data=form).text)
    places = [letter.index(f"{prompt.starters[1]} words on {prompt.id}.") for prompt in prompts]
    assert [prompt.id for prompt in prompts] == ["learned", "matters", "wish"]
    assert places == sorted(places)


@pytest.mark.parametrize("chosen", LANGUAGES)
def test_a_beginning_is_in_the_letters_language_whatever_the_pages_is(visit: Visit, chosen: str) -> None:
    form = letter_form(own_words="Mine.", own_words_start="1", letter_language=chosen)
    matters = campaigns()["forced-organ-harvesting"].words_in("ca", chosen).prompts[1]
    for page in LANGUAGES:
        response = visit("POST", address("letter", page), data=form)
        assert f"{matters.starters[0]} Mine." in letters_on(response.text)[0]
        assert response.text.count(" Mine.</p>") == 2, "the reading copy keeps the writer's words as they are"
        assert response.text.count(f"{matters.starters[0]} Mine.</p>") == 2


@pytest.mark.parametrize("start", ["0", "99", "-1", "x", "²", "٣", "1" * 5000])
def test_a_beginning_that_does_not_exist_begins_nothing(visit: Visit, start: str) -> None:
    response = visit("POST", address("letter"), data=letter_form(own_words="Mine.", own_words_start=start))
    assert response.status_code == 200
    assert " Mine. " in letters_on(response.text)[0]


@pytest.mark.parametrize(("language", "says"), [("en", "About 0% of the letter is yours"), ("fr", "0 % ")])
def test_the_meter_stands_on_the_page_without_scripts(visit: Visit, language: str, says: str) -> None:
    fresh = visit("POST", address("write", language), data={"postcode": "L8S 4L8"})
    assert says in visible_text(fresh.text).replace("\u00a0", " ").replace("\u202f", " ")
    typed = visit("POST", address("write", language), data=letter_form(wish="Two words."))
    assert float(typed.page.all("meter")[0]["value"]) > 0.2
    assert typed.page.all("div", **{"data-fields": "learned own_words wish"})


def test_the_letter_says_how_much_of_it_is_the_writers(visit: Visit) -> None:
    without = visible_text(visit("POST", address("letter"), data=letter_form(own_words="")).text)
    assert "no words of your own" in without
    with_words = visible_text(visit("POST", address("letter"), data=letter_form()).text)
    assert "of this letter is in your own words" in with_words


def test_shouting_is_hinted_at_and_stops_nobody(visit: Visit) -> None:
    loud = letter_form(own_words="THIS IS AN OUTRAGE AND YOU ALL KNOW IT!!! You are idiots.")
    plain = visit("POST", address("letter"), data=letter_form(own_words="This matters to me.")).text
    response = visit("POST", address("letter"), data=loud)
    assert response.status_code == 200
    assert response.text.count('<p class="hint">') > plain.count('<p class="hint">')
    assert "THIS IS AN OUTRAGE" in letters_on(response.text)[0], "the words stay the writer's"
    assert sent_by(response.text)[f"text-{MEMBER}"]
