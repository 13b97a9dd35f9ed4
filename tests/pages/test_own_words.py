"""The prompts, their examples of a beginning, the meter on the page, and the hints beside a letter."""

import pytest

from tests.conftest import Visit
from tests.pages.visits import CAMPAIGNS, LANGUAGES, PLACES, address, form_in, letters_on, sent_by
from tests.support import MEMBER, SENATOR, campaigns, letter_form, visible_text

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


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("country", PLACES)
def test_a_beginning_left_as_it_was_offered_is_no_sentence(visit: Visit, country: str, language: str) -> None:
    form = form_in(country, to=PLACES[country]["to"][:1])
    for prompt in campaigns()["forced-organ-harvesting"].words_in(country, language).prompts:
        for starter in prompt.starters:
            typed = {**form, ANSWERS[prompt.id]: f" {starter} … "}
            refused = visit("POST", address("letter", language), data=typed)
            assert refused.status_code == 422
            assert refused.page.all("textarea", id=ANSWERS[prompt.id], **{"aria-invalid": "true"})
            assert starter in sent_by(refused.text)[ANSWERS[prompt.id]][0]
            for ends, status in (
                (f"I saw a film. {starter}", 422),
                (f"{starter} my aunt.", 200),
                (f"It is what {starter}.", 200),
            ):
                answer = visit("POST", address("letter", language), data={**typed, ANSWERS[prompt.id]: ends})
                assert answer.status_code == status


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


def test_words_for_one_person_are_marked_in_the_letters_to_the_others(visit: Visit) -> None:
    form = letter_form(
        to=[MEMBER, SENATOR], own_words="Mr. Danko, you know our street. Please speak in the House."
    )
    response = visit("POST", address("letter"), data=form)
    assert visible_text(response.text).count("seem to be meant for somebody else") == 1
    editors = [a for a in response.page.all("details") if "edit" in a.get("class", "")]
    assert ["open" in a for a in editors] == [False, True], (
        "the one letter that is to be edited is open for it"
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_marks_stand_on_the_writing_page_before_the_letter_is_made(visit: Visit, language: str) -> None:
    says = {"en": "begin with a small letter", "fr": "commencer par une minuscule"}[language]
    fresh = visit("POST", address("write", language), data=letter_form(own_words=""))
    assert says not in visible_text(fresh.text)
    shown = visit("POST", address("write", language), data=letter_form(own_words="i saw a film"))
    assert says in visible_text(shown.text)
    assert shown.status_code == 200


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_wrote_a_hundred_words_is_not_told_that_a_filter_groups_them(visit: Visit, language: str) -> None:
    many = " ".join(f"I counted {number} lamps in my street." for number in range(18))
    text = visible_text(visit("POST", address("letter", language), data=letter_form(own_words=many)).text)
    assert {"en": "would let it pass beside all of them", "fr": "passer à côté de chacune"}[language] in text
    assert "would group" not in text
