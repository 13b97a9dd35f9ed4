"""The prompts, their examples of a beginning, the meter on the page, and the hints beside a letter."""

import pytest

from tests.conftest import Visit
from tests.pages.visits import CAMPAIGNS, LANGUAGES, PLACES, address, form_in, letters_on, sent_by
from tests.support import MEMBER, campaigns, letter_form, visible_text

ANSWERS = {"learned": "learned", "matters": "own_words", "wish": "wish"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("slug", CAMPAIGNS)
@pytest.mark.parametrize("country", PLACES)
def test_every_prompt_has_examples_of_a_beginning(
    visit: Visit, country: str, slug: str, language: str
) -> None:
    response = visit("POST", address("write", language, slug), data={"postcode": PLACES[country]["postcode"]})
    words = campaigns()[slug].words_in(country, language)
    for prompt in words.prompts:
        assert prompt.question in visible_text(response.text)
        # The first question has all of them in a row, the others one.
        for starter in prompt.starters if prompt == words.prompts[0] else prompt.starters[:1]:
            assert f"{starter}…" in visible_text(response.text)
    assert not response.page.all("select"), "an example is no choice: nothing of it is in a letter by itself"


@pytest.mark.parametrize("country", PLACES)
def test_the_answers_stand_in_the_letter_in_the_letters_order(visit: Visit, country: str) -> None:
    form = form_in(country, to=PLACES[country]["to"][:1])
    prompts = campaigns()["forced-organ-harvesting"].words_in(country, "en").prompts
    for prompt in prompts:
        form[ANSWERS[prompt.id]] = f"My words on {prompt.id}."
    (letter,) = letters_on(visit("POST", address("letter"), data=form).text)
    places = [letter.index(f"My words on {id}.") for id in ("learned", "matters", "wish")]
    assert [prompt.id for prompt in prompts] == ["matters", "learned", "wish"], (
        "the page asks for the reason first"
    )
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("language", "says"), [("en", "Your own words go here."), ("fr", "Vos mots vont ici.")]
)
def test_the_meter_stands_on_the_page_without_scripts(visit: Visit, language: str, says: str) -> None:
    fresh = visit("POST", address("write", language), data={"postcode": "L8S 4L8"})
    assert says in visible_text(fresh.text)
    assert fresh.page.all("path", d="M0 0h0v1H0z")
    typed = visit("POST", address("write", language), data=letter_form(wish="Two words."))
    assert typed.page.all("path", d="M0 0h80v1H0z"), "full at eighty words"
    assert typed.page.all("div", **{"data-fields": "learned own_words wish"})


def test_the_letter_says_how_much_of_it_is_the_writers(visit: Visit) -> None:
    without = visible_text(visit("POST", address("letter"), data=letter_form(own_words="", alone="yes")).text)
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
