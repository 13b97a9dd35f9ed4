"""From a postcode to the people who can be written to, in each of the four countries."""

import re

import pytest

from representatives import directory, find, parse
from tests.conftest import Visit
from tests.pages.visits import CAMPAIGNS, LANGUAGES, PLACES, address, form_in, letters_on, sent_by
from tests.support import TODAY, visible_text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("postcode", "code", "recipients"),
    [
        ("l8s4l8", "35039", 4),
        ("sw1a1aa", "E14001172", 1),
        ("AB10 1AB", "S14000061", 1),
        ("10001", "NY-12", 3),
        ("10001-1234", "NY-12", 3),
        ("99501", "AK-0", 3),
        ("82001", "WY-0", 3),
        ("20500", "DC-0", 1),
        ("00601", "PR-0", 1),
        ("96910", "GU-0", 1),
        ("2000", "Sydney", 4),
        ("3070", "Cooper", 4),
        ("0200", "Canberra", 3),
    ],
)
def test_a_code_that_is_certain_leads_straight_to_writing(
    visit: Visit, postcode: str, code: str, recipients: int, language: str
) -> None:
    response = visit("POST", address("write", language), data={"postcode": postcode})
    assert response.status_code == 200
    sent = sent_by(response.text)
    assert sent["constituency"] == [code]
    assert len(sent["to"]) == recipients, "the member, and the senators or a few of them"
    assert len(sent["asks"]) == 1


@pytest.mark.parametrize(
    ("postcode", "says", "codes"),
    [
        ("A0A 1A0", "may lie in more than one riding", ["10001", "10007"]),
        ("A0A 9Z9", "do not know the exact place", ["10001"]),
        ("SW1A 9ZZ", "do not know the exact place", ["E14001172", "E14001081"]),
        ("BT1 1AA", "do not know the exact place", ["N05000002", "N05000003", "N05000001"]),
        ("BT7 1NN", "do not know the exact place", ["N05000003"]),
        ("11743", "may lie in more than one district", ["NY-1", "NY-3"]),
        ("94513", "may lie in more than one district", ["CA-10", "CA-9"]),
        ("99999", "do not know the exact place", ["AK-0"]),
        ("2132", "may lie in more than one electorate", ["Reid", "Grayndler"]),
    ],
)
def test_a_code_that_is_not_certain_asks_and_shows_who_sits_there(
    visit: Visit, postcode: str, says: str, codes: list[str]
) -> None:
    response = visit("POST", address("write"), data={"postcode": postcode})
    assert response.status_code == 200
    assert says in visible_text(response.text)
    offered = [a["value"] for a in response.page.all("input", name="constituency")]
    assert offered[: len(codes)] == codes, "the likeliest first"
    asked = visit("POST", address("write"), data={"postcode": postcode, "confirm": "yes"})
    assert asked.status_code == 422, "confirming nothing is no answer"
    chosen = visit("POST", address("write"), data={"postcode": postcode, "constituency": offered[-1]})
    assert sent_by(chosen.text)["constituency"] == [offered[-1]]


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", ("about nine in ten", "possible")), ("fr", ("environ neuf sur dix", "possible"))],
)
def test_a_likelihood_is_said_in_words(visit: Visit, language: str, words: tuple[str, str]) -> None:
    text = visible_text(visit("POST", address("write", language), data={"postcode": "11743"}).text)
    assert all(each in text for each in words)
    assert "%" not in text


@pytest.mark.parametrize("postcode", ["11743", "M5V 3A8", "01034", "BT47 1AA"])
def test_no_bar_says_something_else_than_the_words_beside_it(visit: Visit, postcode: str) -> None:
    data = {"postcode": postcode, "again": "yes"}
    page = visit("POST", address("write"), data=data).page
    candidates = find(parse(postcode), TODAY).candidates
    bars = [int(a["d"].removeprefix("M0 0h").removesuffix("v1H0z")) for a in page.all("path") if "d" in a]
    assert len(bars) == (len(candidates) if len(candidates) > 1 else 0)
    for bar, candidate in zip(bars, candidates, strict=False):
        said = {"about nine in ten": 90, "about three in four": 75}.get(candidate.likelihood)
        assert bar == said if said else bar <= 70


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("postcode", ["09012", "96201", "34001", "96940"])
def test_a_zip_without_a_district_asks_for_the_voting_address(
    visit: Visit, postcode: str, language: str
) -> None:
    response = visit("POST", address("write", language), data={"postcode": postcode})
    assert response.status_code == 422
    says = {"en": "where you are registered", "fr": "liste électorale"}[language]
    assert says in visible_text(response.text)
    assert response.page.values("postcode") == [postcode]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("slug", CAMPAIGNS)
@pytest.mark.parametrize("country", PLACES)
def test_every_campaign_writes_to_everyone_of_every_country(
    visit: Visit, country: str, slug: str, language: str
) -> None:
    step = visit("POST", address("write", language, slug), data={"postcode": PLACES[country]["postcode"]})
    form = sent_by(step.text) | {"name": ["Zoë O’Neil"], "address": ["1 Main Street"], "own_words": ["Mine."]}
    tables = directory().countries[country]
    delegation = tables.delegation(form["constituency"][0], TODAY)
    form["to"] = [person.id for person in delegation.people]
    response = visit("POST", address("letter", language, slug), data=form)
    assert response.status_code == 200
    letters = letters_on(response.text)
    assert len(letters) == len(form["to"])
    for letter, person in zip(letters, delegation.people, strict=True):
        assert person.name in letter
        assert not [other.name for other in delegation.people if other is not person and other.name in letter]


@pytest.mark.parametrize("country", PLACES)
def test_a_constituency_that_the_code_does_not_allow_is_refused(visit: Visit, country: str) -> None:
    others = [PLACES[other]["constituency"] for other in PLACES if other != country]
    for code in (*others, "nonsense", "{{ 7 * 7 }}"):
        for step in ("write", "letter", "letter.pdf"):
            response = visit("POST", address(step), data=form_in(country, constituency=code))
            assert response.status_code == 422
            assert "Choose one of the constituencies" in response.text
            assert sent_by(response.text)["name"] == ["Zoë O’Neil"]


def test_every_office_of_a_senator_can_be_chosen_and_stands_on_the_letter(visit: Visit) -> None:
    senator = "us-senate-S000148"
    form = form_in("us", to=[senator])
    page = visit("POST", address("letter"), data=form)
    offered = [a["value"] for a in page.page.all("input", name=f"office-{senator}")]
    assert len(offered) > 2
    assert offered[-1] not in sent_by(page.text)[f"office-{senator}"], (
        "the nearest comes first, not Washington"
    )
    assert page.text.count("screened") == 1, "beside the choice of Washington"
    sent = sent_by(page.text) | {f"office-{senator}": [offered[-1]]}
    after = visit("POST", address("letter"), data=sent)
    assert sent_by(after.text)[f"office-{senator}"] == [offered[-1]], "it stays chosen"
    assert "Washington, DC 20510" in letters_on(after.text)[0]
    assert after.text.count("screened") == 2, "and what to do next says it, too"
    text = visit("POST", address("letter.txt"), data=sent).text
    assert "Washington, DC 20510" in text
    strange = visit("POST", address("letter"), data=sent | {f"office-{senator}": ["nowhere"]})
    assert sent_by(strange.text)[f"office-{senator}"] == [offered[0]]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("country", "to", "links"),
    [
        ("ca", "ca-senate-ataullahjan-salma", "https://sencanada.ca/"),
        ("us", "us-house-N000002", "https://jerroldnadler.house.gov/forms/"),
        ("au", "au-senate-andrew-bragg", "https://www.aph.gov.au/"),
    ],
)
def test_who_has_no_address_gets_no_link_but_a_page(
    visit: Visit, country: str, to: str, links: str, language: str
) -> None:
    response = visit("POST", address("letter", language), data=form_in(country, to=[to]))
    assert "mailto:" not in response.text
    assert not [b for b in response.page.all("button") if b.get("formaction", "").endswith(".eml")]
    assert [a for a in response.page.all("a", target="_blank") if a["href"].startswith(links)]
    assert response.page.all("span", **{"data-copy": f"text-{to}"})
    first = response.page.all("a", **{"data-copies-of": f"text-{to}"})
    assert len(first) == (country == "us"), "only a form is opened with a copy of the text"


@pytest.mark.parametrize("country", ["ca", "gb", "au"])
def test_who_has_an_address_gets_every_way_by_mail(visit: Visit, country: str) -> None:
    response = visit("POST", address("letter"), data=form_in(country))
    links = [a["href"] for a in response.page.all("a") if "data-copies-of" in a]
    assert [link[:20] for link in links] == [
        "mailto:" + links[0][7:20],
        "https://mail.google.",
        "https://outlook.live",
    ]
    assert all(len(link) <= 1800 and "+" not in link for link in links)
    assert not any("body=" in link for link in links[1:]), "no letter in an address that a history keeps"
    assert [b for b in response.page.all("button") if b.get("formaction", "").endswith(".eml")]


def test_what_to_do_next_speaks_of_the_ways_that_the_letters_go(visit: Visit) -> None:
    by_form = visible_text(visit("POST", address("letter"), data=form_in("us")).text)
    assert "By a form on the web:" in by_form
    assert "By e-mail:" not in by_form
    by_mail = visible_text(visit("POST", address("letter"), data=form_in("ca")).text)
    assert "By e-mail:" in by_mail
    assert "By a form on the web:" not in by_mail


def test_the_day_of_the_names_is_written_as_the_country_writes_it(visit: Visit) -> None:
    british = visible_text(visit("POST", address("write"), data={"postcode": "SW1A 1AA"}).text)
    assert re.search(r"those of \d+ [A-Z]\w+ 20\d\d", british)
    canadian = visible_text(visit("POST", address("write"), data={"postcode": "L8S 4L8"}).text)
    assert re.search(r"those of [A-Z]\w+ \d+, 20\d\d", canadian)
