"""What the site says of its data: counts against the seats of the law, vacancies, age, and dated notices."""

from dataclasses import replace
from datetime import date

import pytest

from app import create_app
from representatives import Dataset, directory
from representatives.storage.country_tables import Notice
from tests.conftest import Visit
from tests.pages.visits import LANGUAGES, PLACES, address
from tests.support import TODAY, visible_text
from web.settings import Settings


@pytest.mark.parametrize(
    "expected",
    [
        "343 ridings",
        "337 people for 343 seats; 5 more are in the list but no longer sit",
        "Of 2 seats it is not known who holds them.",
        "Brantford—Brant South—Six Nations",
        "Tanveer Shahnawaz was elected on August 31, 2026. Source: Vote-Scope; Elections Canada, September 2026.",
        "Steven Guilbeault is reported to have resigned in summer 2026. This is only reported",
        "Mark Carney: Prime Minister of Canada (Ministry of 13 May 2025; Citoyen avisé, August 2026)",
        "Foreign Relations Committee: 22 members known",
        "92 people for 105 seats; 4 more are in the list but no longer sit",
        "650 constituencies",
        "650 people for 650 seats; 1 more is in the list but no longer sits",
        "441 districts",
        "433 people for 435 seats, and 6 who sit without a vote",
        "Florida’s 20th congressional district",
        "100 people for 100 seats; 1 more is in the list but no longer sits",
        "150 electorates",
        "150 people for 150 seats",
        "76 people for 76 seats",
        "884,188",
        "1,749,073",
        "41,051",
        "CC BY 4.0",
        "July 27, 2026",
        "Open Government Licence",
    ],
)
def test_the_data_page_counts_and_names_what_is_missing(visit: Visit, expected: str) -> None:
    assert expected in visible_text(visit("GET", "/en/data").text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_table_has_its_origin_licence_and_age(visit: Visit, language: str) -> None:
    response = visit("GET", f"/{language}/data")
    for name, table in Dataset().resources.items():
        assert response.page.all("h3", id=name)
        for source in (*table["sources"], *table["licenses"]):
            assert response.page.all("a", href=source["path"])


def test_a_mistake_is_reported_without_anything_personal() -> None:
    app = create_app(Settings(contact="https://example.org/new"), {"TODAY": lambda: TODAY})
    page = app.test_client().get("/en/data").text
    assert page.count('href="https://example.org/new?title=') == 4
    without = create_app(Settings(), {"TODAY": lambda: TODAY}).test_client().get("/en/data").text
    assert without.count('href="mailto:?subject=No%20Bystander') == 4
    assert "This site names no address for reports" in without
    assert "This site names no address for reports" not in page


def test_a_notice_is_shown_on_its_days_and_on_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    text = {"en": "That Congress has ended.", "fr": "Ce Congrès est terminé."}
    tables = directory().countries["us"]
    noted = replace(tables, notices=(Notice(date(2027, 1, 3), date(2027, 3, 1), text),))
    monkeypatch.setitem(directory().countries, "us", noted)  # type: ignore[arg-type]
    for day, shown in (
        (TODAY, False),
        (date(2027, 1, 3), True),
        (date(2027, 2, 1), True),
        (date(2027, 3, 1), False),
    ):
        client = create_app(config={"TODAY": lambda day=day: day}).test_client()
        for language in LANGUAGES:
            posted = client.post(address("write", language), data={"postcode": PLACES["us"]["postcode"]})
            pages = (client.get(f"/{language}/data").text, posted.text)
            assert [text[language] in page for page in pages] == [shown, shown]
        other = client.post(address("write"), data={"postcode": PLACES["gb"]["postcode"]}).text
        assert text["en"] not in other, "another country's page says nothing of it"


def test_after_a_congress_its_bills_are_no_longer_asked_for_as_pending() -> None:
    def asked(day: date) -> str:
        client = create_app(config={"TODAY": lambda: day}).test_client()
        return client.post(address("write"), data={"postcode": "10001"}).text

    assert "Bring the pending bills to a committee vote" in asked(TODAY)
    after = asked(date(2027, 2, 1))
    assert "Bring the pending bills to a committee vote" not in after
    assert "What to ask for" in after


@pytest.mark.parametrize("country", PLACES)
def test_what_the_data_holds_of_notices_is_well_formed(country: str) -> None:
    for notice in directory().countries[country].notices:
        assert notice.begins < notice.ends
        assert notice.text.keys() >= {"en", "fr"}


@pytest.mark.parametrize("day", [TODAY, date(2027, 2, 1)])
def test_the_pages_say_what_the_data_says_of_that_day(day: date) -> None:
    client = create_app(config={"TODAY": lambda: day}).test_client()
    data = visible_text(client.get("/en/data").text)
    for country, place in PLACES.items():
        written = visible_text(client.post(address("write"), data={"postcode": place["postcode"]}).text)
        for notice in directory().countries[country].notices:
            shown = notice.begins <= day < notice.ends
            assert (notice.text["en"] in data, notice.text["en"] in written) == (shown, shown)
    assert [n for n in directory().countries["us"].notices if n.begins <= day < n.ends], (
        "Congress ends on January 3"
    )
