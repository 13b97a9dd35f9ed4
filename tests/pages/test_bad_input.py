"""Bad input of every kind is explained and keeps the rest; what is only odd is said literally."""

from typing import Any

import pytest
from werkzeug.datastructures import MultiDict

from tests.conftest import Visit
from tests.pages.visits import LANGUAGES, PLACES, address, form_in, sent_by
from tests.support import MEMBER, letter_form, visible_text

BAD = {
    "empty": "",
    "spaces": "   ",
    "ten thousand characters": "x" * 10_000,
    "control characters": "a\x00b\x07c\x1b",
    "emoji": "😀😀",
    "right-to-left marks": "\u202e\u200f",
    "template syntax": "{{ 7 * 7 }}{% for %}",
    "HTML": "<script>alert(1)</script>",
    "header injection": "x\r\nBcc: everyone@example.org",
    "a military ZIP": "09012",
    "an associated state's ZIP": "96940",
    "no ZIP": "00000",
    "Jersey": "JE2 3AB",
    "unknown area": "B9Z 9Z9",
    "a part": "L8S",
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("step", ["write", "letter", "letter.eml"])
@pytest.mark.parametrize("typed", BAD.values(), ids=BAD.keys())
def test_a_bad_postcode_is_explained_and_nothing_is_lost(
    visit: Visit, language: str, step: str, typed: str
) -> None:
    response = visit("POST", address(step, language), data=letter_form(postcode=typed))
    assert response.status_code == 422
    assert response.page.all("p", id="postcode-error")
    assert response.page.values("name") == ["Zoë O’Neil"]
    assert response.page.values("asks") == ["speak", "enforce"]
    assert response.page.values("to") == [MEMBER]
    assert "<script>alert" not in response.text
    assert "49" not in response.page.values("postcode")[0]


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("name", "", "Type your full name"),
        ("name", "12 34", "Type your full name"),
        ("name", "a\x00b", "cannot be printed"),
        ("name", "Zo\x00e", "“Zo□e”"),
        ("name", "\u3164\u3164", "Type your full name"),
        ("name", "\u0301\u0302", "Type your full name"),
        ("name", "\u0640\u064b", "Type your full name"),
        ("address", "\u3164\uffa0", "Type your postal address"),
        ("name", "x" * 10_000, "100 characters or fewer"),
        ("name", "Zoë\r\nBcc: everyone@example.org", "on one line"),
        ("address", "", "Type your postal address"),
        ("address", "\n".join("123456789"), "eight lines"),
        ("address", "x" * 501, "500 characters"),
        ("address", "1 Main\x07", "cannot be printed"),
        ("own_words", "x" * 10_000, "3,000 characters"),
        ("own_words", "a\x1b[31mb", "“a□[31mb”"),
        ("to", [], "Choose at least one person"),
        ("to", [MEMBER, "ca-commons-1"], "does not represent"),
        ("to", ["' OR 1=1"], "does not represent"),
        ("asks", [], "Choose what to ask for"),
        ("asks", ["speak", "nothing"], "is not offered"),
        ("asks", ["speak", "enforce", "count", "convention"], "at most two more"),
    ],
)
@pytest.mark.parametrize("step", ["letter", "letter.pdf", "letter.txt"])
def test_a_bad_field_is_explained_and_the_others_are_kept(
    visit: Visit, step: str, field: str, typed: Any, sentence: str
) -> None:
    response = visit("POST", address(step), data=letter_form(**{field: typed}))
    assert response.status_code == 422
    assert sentence in response.text
    if field != "name":
        assert response.page.values("name") == ["Zoë O’Neil"]
    if field != "own_words":
        assert "My grandmother waited three years" in response.text
    if field not in ("asks", "to"):
        assert response.page.values("asks") == ["speak", "enforce"]
        assert response.page.values("to") == [MEMBER]
    link = response.page.all("a", href=f"#{field}")
    assert link, "the error summary leads to the field"


@pytest.mark.parametrize("field", ["name", "own_words", "address"])
@pytest.mark.parametrize(
    "typed",
    [
        "{{ 7 * 7 }} {% if x %}",
        "<script>alert(1)</script> a",
        "😀 Zoë",
        "\u202eمريم\u200f",
        "王小明",
        "%0d%0a x",
        "a'\"b",
    ],
)
def test_what_is_odd_but_sayable_is_said_literally(visit: Visit, field: str, typed: str) -> None:
    response = visit("POST", address("letter"), data=letter_form(**{field: typed}))
    assert response.status_code == 200
    assert "<script>alert" not in response.text
    text = visit("POST", address("letter.txt"), data=letter_form(**{field: typed})).text
    assert typed in text


TWICE = "This came twice with different answers"


def test_what_is_repeated_counts_once(visit: Visit) -> None:
    form = letter_form(to=[MEMBER, MEMBER], asks=["speak", "speak"], name=["Zoë O’Neil", "Zoë O’Neil "])
    response = visit("POST", address("letter"), data=form)
    assert response.status_code == 200
    assert len(response.page.all("details", name="letter")) == 1


@pytest.mark.parametrize(
    ("field", "answers"),
    [
        ("name", ["Zoë O’Neil", "Second Person"]),
        ("address", ["1 Main Street", "2 Main Street"]),
        ("own_words", ["Mine.", "Theirs."]),
        ("learned", ["Mine.", "Theirs."]),
        ("wish", ["Mine.", "Theirs."]),
        ("letter_language", ["en", "fr"]),
        ("postcode", ["L8S 4L8", "A0A 1A0"]),
        ("constituency", ["35039", "10001"]),
    ],
)
@pytest.mark.parametrize("step", ["letter", "letter.pdf"])
def test_two_answers_to_one_question_are_refused_and_nothing_is_lost(
    visit: Visit, step: str, field: str, answers: list[str]
) -> None:
    response = visit("POST", address(step), data=letter_form(**{"wish": "A wish.", field: answers}))
    assert response.status_code == 422
    assert TWICE in response.text
    assert response.page.all("a", href=f"#{field}"), "the error summary leads to the field"
    sent = sent_by(response.text)
    for name, kept in letter_form(**{"wish": "A wish.", field: answers[0]}).items():
        if name != "constituency" or field not in ("postcode", "constituency"):
            expected = kept if isinstance(kept, list) else [kept.replace("\n", "\r\n")]
            assert sent[name] == expected, name


@pytest.mark.parametrize("country", ["gb", "us", "au"])
def test_two_answers_where_no_field_shows_them_are_refused_too(visit: Visit, country: str) -> None:
    form = form_in(country, letter_language=["en", "fr"])
    response = visit("POST", address("letter"), data=form)
    assert response.status_code == 422
    assert TWICE in response.text


def test_the_postcode_that_was_probably_meant_is_in_the_field_to_be_looked_at(visit: Visit) -> None:
    response = visit("POST", address("write"), data=letter_form(postcode="L85 4L8"))
    assert response.status_code == 422
    assert "Did you mean L8S 4L8?" in visible_text(response.text)
    assert response.page.all("input", id="postcode", value="L8S 4L8", **{"aria-invalid": "true"})
    assert sent_by(response.text)["own_words"][0].split() == letter_form()["own_words"].split()


def test_a_form_for_one_country_with_a_code_of_another_asks_and_keeps_the_rest(visit: Visit) -> None:
    response = visit("POST", address("letter"), data=letter_form(postcode="SW1A 1AA"))
    assert response.status_code == 422
    assert "Choose one of the constituencies" in response.text
    assert "Cities of London and Westminster" in response.text
    sent = sent_by(response.text)
    assert (sent["name"], sent["asks"], sent["to"]) == (["Zoë O’Neil"], ["speak", "enforce"], [MEMBER])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("country", PLACES)
@pytest.mark.parametrize("field", ["to", "asks"])
def test_a_choice_of_another_country_is_refused(
    visit: Visit, country: str, field: str, language: str
) -> None:
    foreign = PLACES["ca" if country != "ca" else "gb"][field] if field == "to" else ["nothing"]
    form = form_in(country, **{field: [*PLACES[country][field], *foreign]})
    response = visit("POST", address("letter", language), data=form)
    assert response.status_code == 422
    assert response.page.all("a", href=f"#{field}")
    assert sent_by(response.text)[field] == PLACES[country][field]


@pytest.mark.parametrize("country", PLACES)
@pytest.mark.parametrize("blank", ["   ", "\r\n", "\u00a0", "\u200b", "\U000e0041", "-\n-"])
def test_an_address_of_space_alone_is_none(visit: Visit, country: str, blank: str) -> None:
    response = visit("POST", address("letter"), data=form_in(country, address=blank))
    assert response.status_code == 422
    assert "Type your postal address" in response.text


@pytest.mark.parametrize("field", ["text-", "subject-", "office-"])
def test_a_letter_that_came_twice_with_different_words_is_shown_again(visit: Visit, field: str) -> None:
    data = MultiDict(form_in("us"))
    for words in ("Dear A,\n\nOne.", "Dear A,\n\nTwo."):
        data.add(field + PLACES["us"]["to"][0], words)
    response = visit("POST", address("letter"), data=data)
    assert response.status_code == 422
    assert "came twice with different answers" in response.text
