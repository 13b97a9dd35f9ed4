"""Beside every answer stands the way out, in the open: whoever lives elsewhere finds where the authority tells it."""

from html.parser import HTMLParser

import pytest

from representatives import find, parse
from representatives.countries import COUNTRIES
from tests.conftest import Visit
from tests.pages.visits import LANGUAGES, PLACES, address, form_in
from tests.support import TODAY

QUESTION = {"en": "Not your {word}?", "fr": "Ce n’est pas votre {word}\u00a0?"}
LIKELY = {"ca": "A0A 1A0", "gb": "BT47 1AA", "us": "11743", "au": "2196"}
"""Of each country a code that may lie elsewhere than in the likeliest constituency."""


class _Open(HTMLParser):
    """What a page shows before any fold is opened, and without scripts: text and links."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text, self.links = "", set[str]()
        self._closed: list[str] = []
        self._summary = False
        self.feed(html)

    @property
    def _is_shown(self) -> bool:
        return self._summary or not any(self._closed)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "details":
            self._closed.append("" if "open" in dict(attrs) else "closed")
        self._summary = self._summary or (tag == "summary" and not any(self._closed[:-1]))
        if tag == "a" and self._is_shown:
            self.links.add(dict(attrs).get("href") or "")

    def handle_endtag(self, tag: str) -> None:
        if tag == "details":
            self._closed.pop()
        self._summary = self._summary and tag != "summary"

    def handle_data(self, data: str) -> None:
        if self._is_shown:
            self.text += data


def shown(html: str) -> _Open:
    page = _Open(html)
    page.text = " ".join(page.text.split(" ")).replace("\n", " ")
    return page


def check(html: str, country: str, language: str) -> None:
    rules, page = COUNTRIES[country], shown(html)
    assert QUESTION[language].format(word=rules.constituency_name[language]) in page.text
    assert rules.official_lookup[language] in page.links


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("country", PLACES)
def test_it_is_in_the_open_on_the_writing_page_and_with_the_letters(
    visit: Visit, country: str, language: str
) -> None:
    write = visit("POST", address("write", language), data={"postcode": PLACES[country]["postcode"]})
    check(write.text, country, language)
    letters = visit("POST", address("letter", language), data=form_in(country))
    assert letters.status_code == 200
    check(letters.text, country, language)
    mistake = visit("POST", address("letter", language), data=form_in(country, name=""))
    assert mistake.status_code == 422
    check(mistake.text, country, language)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("country", LIKELY)
def test_of_a_likely_answer_too_and_where_it_is_asked_for(visit: Visit, country: str, language: str) -> None:
    code = LIKELY[country]
    match = find(parse(code), TODAY)
    data = {"postcode": code, "constituency": match.candidates[0].constituency.code}
    check(visit("POST", address("write", language), data=data).text, country, language)
    asked = visit(
        "POST", address("write", language), data={"postcode": code, "locality": "-", "confirm": "locality"}
    )
    page = shown(asked.text)
    assert COUNTRIES[country].official_lookup[language] in page.links


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_host_has_it_below_the_guests_in_the_words_of_their_countries(
    visit: Visit, language: str
) -> None:
    codes = "\n".join(str(PLACES[country]["postcode"]) for country in ("ca", "au"))
    page = shown(visit("POST", address("evening", language), data={"postcodes": codes}).text)
    for country in ("ca", "au"):
        assert COUNTRIES[country].official_lookup[language] in page.links
    assert COUNTRIES["gb"].official_lookup[language] not in page.links
    if language == "en":
        assert "Not a guest’s riding?" in page.text
        assert "Not a guest’s electorate?" in page.text
