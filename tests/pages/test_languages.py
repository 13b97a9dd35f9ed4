"""The page's language and the letter's, and what a change of either keeps."""

from itertools import pairwise

import pytest

from tests.conftest import Visit
from tests.pages.visits import CAMPAIGNS, address, form_in, letters_on, sent_by
from tests.support import MEMBER, SENATOR, letter_form, offered


@pytest.mark.parametrize("step", ["", "write", "letter"])
def test_changing_the_language_keeps_what_was_typed(visit: Visit, step: str) -> None:
    typed = letter_form(to=[MEMBER, SENATOR], asks=["count"], name="Marked Name", own_words="Marked words.")
    response = visit("POST", address(step, "fr"), data=typed)
    assert response.status_code == 200
    sent = sent_by(response.text)
    if not step:
        assert "constituency" not in sent, "it was chosen for a postcode, which this page asks anew"
        del typed["constituency"]
    for field, value in typed.items():
        expected = value if isinstance(value, list) else [value.replace("\n", "\r\n")]
        assert sent[field] == expected
    button = response.page.all("button", lang="en")[0]
    assert button["formaction"] == address(step)


@pytest.mark.parametrize(
    ("first", "second", "greeting", "other_greeting"),
    [
        ("en", "fr", "Dear John-Paul Danko,", "Bonjour John-Paul Danko,"),
        ("fr", "en", "Bonjour John-Paul Danko,", "Dear John-Paul Danko,"),
    ],
)
@pytest.mark.parametrize("slug", CAMPAIGNS)
def test_changing_the_language_rewrites_a_letter_unless_it_was_edited(
    visit: Visit, slug: str, first: str, second: str, greeting: str, other_greeting: str
) -> None:
    form = letter_form(asks=[offered(MEMBER, slug)[1]])
    shown = visit("POST", f"/{first}/{slug}/letter", data=form)
    assert greeting in shown.text
    assert "open" not in shown.page.all("details", **{"class": "edit screen"})[0], "nothing is being edited"
    sent = {name: values[0] for name, values in sent_by(shown.text).items() if name.endswith(MEMBER)}
    (unedited,) = letters_on(visit("POST", f"/{second}/{slug}/letter", data=form | sent).text)
    assert other_greeting in unedited
    assert greeting not in unedited
    more = sent | {f"text-{MEMBER}": sent[f"text-{MEMBER}"] + "\r\n\r\nOne line more."}
    for changes in (more, sent | {f"subject-{MEMBER}": "One line more."}):
        (edited,) = letters_on(visit("POST", f"/{second}/{slug}/letter", data=form | changes).text)
        assert "One line more." in edited
        assert greeting in edited
        assert other_greeting not in edited


@pytest.mark.parametrize("page", ["en", "fr"])
@pytest.mark.parametrize(("chosen", "other"), [("en", "fr"), ("fr", "en")])
def test_in_canada_the_writer_chooses_the_letters_language_and_reads_it_in_the_other(
    visit: Visit, page: str, chosen: str, other: str
) -> None:
    greetings = {"en": "Dear John-Paul Danko,", "fr": "Bonjour John-Paul Danko,"}
    response = visit("POST", address("letter", page), data=letter_form(letter_language=chosen))
    assert [a["lang"] for a in response.page.all("article")] == [chosen]
    reading = response.page.all("div", **{"class": "reading serif"})
    assert [a["lang"] for a in reading] == [other]
    (letter,) = letters_on(response.text)
    assert greetings[chosen] in letter
    assert greetings[other] not in letter
    assert greetings[other] in response.text.split('class="reading serif"')[1]
    sent = sent_by(response.text)
    assert sent["letter_language"] == [chosen], "and it stays chosen"
    text = visit("POST", address("letter.txt", page), data=sent).text
    assert greetings[chosen] in text
    assert greetings[other] not in text, "the reading copy is not sent"


@pytest.mark.parametrize("page", ["en", "fr"])
def test_the_writing_page_proposes_the_pages_language(visit: Visit, page: str) -> None:
    sent = sent_by(visit("POST", address("write", page), data={"postcode": "L8S 4L8"}).text)
    assert sent["letter_language"] == [page]


@pytest.mark.parametrize("country", ["gb", "us", "au"])
def test_a_letter_from_a_french_page_to_a_parliament_of_english_is_in_english_and_says_so(
    visit: Visit, country: str
) -> None:
    written = visit("POST", address("write", "fr"), data={"postcode": form_in(country)["postcode"]})
    assert "letter_language" not in sent_by(written.text)
    assert "English" in written.text, "the page says in which language the letter will be"
    pairs = pairwise(written.page.tags)
    questions = {label.get("for") for (_, label), text in pairs if text == ("span", {"lang": "en"})}
    assert {"learned", "own_words", "wish"} <= questions
    response = visit("POST", address("letter", "fr"), data=form_in(country, letter_language="fr"))
    assert response.status_code == 200
    articles = response.page.all("article")
    assert articles
    assert {a["lang"] for a in articles} == {"en"}
    assert not response.page.all("div", **{"class": "reading"}), "there is no French text to read"
    text = visit("POST", address("letter.txt", "fr"), data=form_in(country, only=form_in(country)["to"][0]))
    assert "Dear " in text.text


@pytest.mark.parametrize("country", ["gb", "us", "au"])
def test_what_a_french_campaign_page_says_in_english_is_marked(visit: Visit, country: str) -> None:
    response = visit("GET", address("", "fr") + f"?country={country}")
    assert [a["lang"] for a in response.page.all("div", **{"class": "summary"})] == ["en"]


def test_an_unknown_country_shows_the_first(visit: Visit) -> None:
    for country in ("xx", "", "CA", "<script>", "gb&country=us"):
        response = visit("GET", address(), query_string={"country": country})
        assert response.status_code == 200
        assert response.page.values("country") == ["ca"]
        assert "<script>" not in response.text
