"""No letter without a word of the writer's own is finished by accident: the page asks once more, for every file alike."""

import pytest

from letters.outputs import SUFFIXES
from tests.conftest import Visit
from tests.pages.visits import LANGUAGES, address, form_in, letters_on, sent_by
from tests.support import MEMBER, letter_form, visible_text

ASKS = {"en": "Go on without my own words", "fr": "Continuer sans mes propres mots"}
STEPS = ("letter", *(f"letter.{suffix}" for suffix in SUFFIXES))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("step", STEPS)
def test_without_own_words_the_page_asks_once_more_and_keeps_everything(
    visit: Visit, step: str, language: str
) -> None:
    form = letter_form(own_words=" ", learned="\n", only=MEMBER, draw="7", postcode="L8S 4L8")
    response = visit("POST", address(step, language), data=form)
    assert (response.status_code, response.mimetype) == (200, "text/html")
    assert ASKS[language] in visible_text(response.text)
    assert letters_on(response.text) == []
    (asked,) = response.page.all("form")
    assert asked["action"] == address(step, language), "the second press makes what the first one asked for"
    sent = sent_by(response.text)
    for name in ("postcode", "constituency", "to", "name", "asks", "only", "draw"):
        expected = form[name] if isinstance(form[name], list) else [form[name]]
        assert sent[name] == expected, name
    assert "alone" not in sent, "only the button says it"


@pytest.mark.parametrize("step", STEPS)
def test_a_second_press_makes_it(visit: Visit, step: str) -> None:
    response = visit("POST", address(step), data=letter_form(own_words="", alone="yes", two_pages="yes"))
    assert response.status_code == 200
    if step == "letter":
        assert ASKS["en"] not in response.text
        assert len(letters_on(response.text)) == 1
        assert sent_by(response.text)["alone"] == ["yes"], "the answer travels with every file"
    else:
        assert "attachment" in response.headers["Content-Disposition"]


@pytest.mark.parametrize("field", ["learned", "own_words", "wish"])
def test_a_word_for_any_of_the_questions_is_enough(visit: Visit, field: str) -> None:
    response = visit("POST", address("letter"), data=letter_form(**{"own_words": "", field: "Please."}))
    assert len(letters_on(response.text)) == 1


def test_a_word_in_an_edited_letter_is_enough_and_a_new_subject_is_not(visit: Visit) -> None:
    made = visit("POST", address("letter"), data=letter_form(own_words="", alone="yes"))
    edit = {name: values[0] for name, values in sent_by(made.text).items() if name.endswith(MEMBER)}
    form = letter_form(own_words="") | edit
    assert ASKS["en"] in visit("POST", address("letter"), data=form).text
    subject = form | {f"subject-{MEMBER}": "A new subject"}
    assert ASKS["en"] in visit("POST", address("letter"), data=subject).text
    mine = form | {f"text-{MEMBER}": edit[f"text-{MEMBER}"] + "\r\n\r\nI wrote this sentence myself."}
    assert len(letters_on(visit("POST", address("letter"), data=mine).text)) == 1


@pytest.mark.parametrize("value", ["", "no", "1"])
def test_only_yes_is_yes(visit: Visit, value: str) -> None:
    response = visit("POST", address("letter"), data=letter_form(own_words="", alone=value))
    assert ASKS["en"] in response.text


def test_what_must_be_mended_is_said_first(visit: Visit) -> None:
    response = visit("POST", address("letter"), data=form_in("ca", own_words="", name=""))
    assert response.status_code == 422
    assert ASKS["en"] not in response.text
