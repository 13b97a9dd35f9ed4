"""The host's page of a letter evening, whole without scripts, and its files."""

from dataclasses import replace

import pytest

from app import create_app
from letters.evening.prints import posting_to
from letters.outputs.pdf import pages
from tests.conftest import Visit
from tests.pages.visits import CAMPAIGNS, LANGUAGES, address, sent_by
from tests.support import TODAY, UNLIMITED, campaigns, check_answer, letter_form, visible_text


def page(language: str = "en", file: str = "") -> str:
    return address("evening" + (f"/{file}" if file else ""), language)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("slug", CAMPAIGNS)
def test_the_page_has_five_steps_and_every_file(visit: Visit, slug: str, language: str) -> None:
    response = visit("GET", address("evening", language, slug))
    assert response.status_code == 200
    steps = response.text[response.text.index('class="numbers"') :]
    assert steps[: steps.index("</ol>")].count("<li>") == 5
    links = [a["href"] for a in response.page.all("a")]
    for name in ("host.pdf", "worksheet.pdf"):
        link = next(link for link in links if name in link)
        assert visit("GET", link).content_type == "application/pdf"
    assert f"/{language}/{slug}?evening" in links
    (other,) = response.page.all("a", hreflang="fr" if language == "en" else "en")
    assert other["href"] == address("evening", other["lang"], slug), "the same page in the other language"
    assert response.page.all("button", formaction=f"/{language}/{slug}/evening/poster.pdf")


def test_the_steps_say_what_to_put_on_an_envelope_in_the_country_asked_for(visit: Visit) -> None:
    assert "No stamp is needed" in visible_text(visit("GET", page()).text)
    assert "stamp" in visible_text(visit("GET", page() + "?country=us").text)
    assert "No stamp is needed" not in visible_text(visit("GET", page() + "?country=us").text)
    assert visit("GET", page() + "?country=xx").status_code == 200


def test_a_list_is_shown_checked_and_some_bad_lines_are_named(visit: Visit) -> None:
    response = visit("POST", page(), data={"postcodes": "L8S 4L8\nJane Doe\nL9H 5E3"})
    text = visible_text(response.text)
    assert response.status_code == 200
    assert "L8S 4L8 · John-Paul Danko" in text
    assert "Line 2: Jane Doe · no sheet" in text
    assert "Line 3: L9H 5E3 · to check" in text
    assert "2 ridings are possible" in text
    marks = [a.get("class", "") for a in response.page.all("li") if a.get("class", "") in ("ask", "none")]
    assert marks == ["none", "ask"]
    assert "As checked: 7 sheets to write, about 9 pages with the address slips and your list." in text
    assert sent_by(response.text)["postcodes"] == ["L8S 4L8\r\nJane Doe\r\nL9H 5E3"]


def test_a_name_before_a_code_is_left_out_and_the_host_is_told(visit: Visit) -> None:
    listed = "Jane Doe, L8S 4L8\n3. Tom\tl8s4l8\nJane Doe\nDale 14201"
    text = visible_text(visit("POST", page(), data={"postcodes": listed}).text)
    assert text.count("Only L8S 4L8 was read: no name is needed here.") == 2
    assert "Only 14201 was read" in text
    assert "Line 3: Jane Doe · no sheet" in text


def test_a_host_may_want_sheets_to_the_members_alone(visit: Visit) -> None:
    typed = {"postcodes": "L8S 4L8\nSW1A 1AA", "chambers": "member"}
    response = visit("POST", page(), data=typed)
    text = visible_text(response.text)
    assert "As checked: 2 sheets to write" in text
    assert "senators" not in text.partition("Your list, checked")[2].partition("Paper")[0]
    assert sent_by(response.text)["chambers"] == ["member"]
    assert "chambers" not in sent_by(visit("POST", page(), data={"postcodes": "L8S 4L8"}).text)
    sheets = visit("POST", page(file="sheets.pdf"), data=typed)
    assert pages(sheets.data) == 2 + 1 + 1, "sheets, slips, the list"


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("L8P 1A1 Ruth Quillon", "L8P 1A1"),
        ("Ruth L8P1A1 Quillon", "L8P 1A1"),
        ("12 Main St, L8P 1A1, Hamilton", "L8P 1A1"),
        ("SW1A 1AA;Tom", "SW1A 1AA"),
        ("Unit 5 2600 Tom", "2600"),
        ("12345 Main St, Springfield IL 62704", "62704"),
        ("2600 Main Rd, Pymble NSW 2073", "2073"),
        ("Bob L8S 4L8, Ann L8S 4L8", "L8S 4L8"),
    ],
)
def test_a_code_is_read_wherever_it_stands_among_words(visit: Visit, line: str, read: str) -> None:
    text = visible_text(visit("POST", page(), data={"postcodes": line}).text)
    assert f"Only {read} was read: no name is needed here." in text
    assert "Quillon" not in text.partition("Your list, checked")[2]


@pytest.mark.parametrize("line", ["12345 Jane St, Toronto", "2600 Jane Street, Toronto", "10001 Queen St W"])
def test_a_houses_number_is_no_postcode(visit: Visit, line: str) -> None:
    for file in ("", "sheets.pdf"):
        assert visit("POST", page(file=file), data={"postcodes": line}).status_code == 422


@pytest.mark.parametrize("line", ["L8P 1A1;B3H 4R2", "L8P 1A1 Ruth, SW1A 1AA", "10001 90210"])
def test_two_codes_on_a_line_are_said(visit: Visit, line: str) -> None:
    for file in ("", "sheets.pdf"):
        response = visit("POST", page(file=file), data={"postcodes": line})
        assert response.status_code == 422
        assert "Several postal codes stand on this line" in visible_text(response.text)


@pytest.mark.parametrize(
    ("language", "says"),
    [
        ("en", "Lines 2 and 5 are the same: sheets for both."),
        ("fr", "Les lignes 2 et 5 sont les mêmes\u00a0: des feuilles pour chacune."),
    ],
)
def test_a_code_that_stands_twice_is_mentioned_once_and_keeps_its_sheets(
    visit: Visit, language: str, says: str
) -> None:
    once = visible_text(visit("POST", page(language), data={"postcodes": "SW1A 1AA\nL8S 4L8\n?\n?"}).text)
    typed = {"postcodes": "SW1A 1AA\nL8S 4L8\n?\n?\n3. Jane, l8s4l8"}
    twice = visible_text(visit("POST", page(language), data=typed).text)
    assert says not in once
    assert twice.count(says) == 1
    assert twice.count("John-Paul Danko") == 2 * once.count("John-Paul Danko")


def test_the_first_page_leads_organisers_to_the_evening_of_each_campaign(visit: Visit) -> None:
    for language in LANGUAGES:
        links = [a["href"] for a in visit("GET", f"/{language}/").page.all("a")]
        assert [link for link in links if link.endswith("/evening")] == [
            address("evening", language, slug) for slug in campaigns()
        ]


def test_where_codes_of_two_countries_are_listed_it_is_said_whose_post_is_meant() -> None:
    assert posting_to(["ca"], "en")[0].startswith("No stamp is needed")
    canada, states = (
        next(each for each in posting_to(["ca", "us"], "en") if name in each)
        for name in ("Canada:", "States:")
    )
    assert "No stamp is needed" in canada
    assert "First-Class" in states


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("file", ["", "sheets.pdf"])
@pytest.mark.parametrize("typed", ["", "Jane\nJohn", "L8S 4L8\n" * 61])
def test_nothing_is_lost_where_no_sheet_can_be_made(
    visit: Visit, language: str, file: str, typed: str
) -> None:
    response = visit("POST", page(language, file), data={"postcodes": typed, "paper": "a4"})
    assert response.status_code == 422
    assert response.page.all("textarea", **{"aria-invalid": "true"})
    sent = sent_by(response.text)
    assert sent["postcodes"] == [typed.rstrip("\n").replace("\n", "\r\n")] or typed.endswith("\n")
    assert sent["postcodes"][0].split() == typed.split()
    assert sent["paper"] == ["a4"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_wrong_address_costs_no_list_and_a_checked_list_no_address(visit: Visit, language: str) -> None:
    typed = {"postcodes": "L8S 4L8\r\nJane", "address": "our hall", "paper": "a4", "poster-paper": "letter"}
    for file, status in (("poster.pdf", 422), ("", 200)):
        response = visit("POST", page(language, file), data=typed)
        assert response.status_code == status
        sent = sent_by(response.text)
        assert {name: sent[name] for name in typed} == {name: [value] for name, value in typed.items()}


def test_the_pdf_is_made_of_the_good_lines_and_kept_by_nobody(visit: Visit) -> None:
    response = visit("POST", page(file="sheets.pdf"), data={"postcodes": "L8S 4L8\nJane"})
    assert response.status_code == 200
    assert response.data.startswith(b"%PDF")
    assert response.headers["Cache-Control"] == "no-store"
    assert response.headers["Content-Disposition"] == 'attachment; filename="sheets.pdf"'
    sizes = {
        paper: visit(
            "POST", page(file="sheets.pdf"), data={"postcodes": "L8S 4L8", "paper": paper}
        ).data.count(b"595.27")
        for paper in ("", "letter", "a4", "nonsense")
    }
    assert sizes["a4"] > 0 == sizes[""] == sizes["letter"] == sizes["nonsense"]


def test_the_poster_asks_for_the_guests_address_checks_it_and_keeps_nothing(visit: Visit) -> None:
    poster = page(file="poster.pdf")
    made = visit("POST", poster, data={"address": "http://192.168.1.20:5000/en/", "country": "ca"})
    assert made.content_type == "application/pdf"
    assert made.headers["Cache-Control"] == "no-store"
    for wrong in ("", "our hall", "http://localhost:5000"):
        refused = visit("POST", poster, data={"address": wrong})
        assert refused.status_code == 422
        assert refused.page.all("input", id="address", value=wrong, **{"aria-invalid": "true"})
    assert visit("GET", poster).headers["Location"] == page()
    assert visit("GET", page(file="sheets.pdf")).headers["Location"] == page()
    assert "192.168" not in visit("GET", page()).text.replace("example http://192.168.1.20:5000", "")


def test_the_host_sees_how_many_letters_were_made_and_an_edit_is_not_another(visit: Visit) -> None:
    def made() -> int:
        text = visible_text(visit("GET", page()).text)
        return int(text.partition("This copy has made ")[2].split()[0])

    before = made()
    letter = visit("POST", address("letter"), data=letter_form())
    assert made() == before + 1
    visit("POST", address("letter"), data=sent_by(letter.text))
    visit("POST", address("letter.pdf"), data=sent_by(letter.text))
    visit("POST", address("letter"), data=letter_form(name=""))
    assert made() == before + 1


def test_no_page_claims_that_handwriting_counts_more(visit: Visit) -> None:
    for language in LANGUAGES:
        text = visible_text(visit("GET", page(language)).text).lower()
        assert "handwritten" not in text
        assert "manuscrit" not in text


def test_the_hosts_link_makes_the_whole_journey_one_of_a_shared_computer(visit: Visit) -> None:
    campaign = address()
    begun = visit("GET", f"{campaign}?evening")
    assert begun.headers["Cache-Control"] == "no-store"
    assert begun.page.values("shared") == ["yes"]
    again = visit("POST", address("write"), data=sent_by(begun.text) | {"postcode": "?"})
    assert again.status_code == 422
    assert again.page.values("shared") == ["yes"]
    written = visit("POST", address("write"), data=sent_by(begun.text) | {"postcode": "L8S 4L8"})
    assert written.headers["Cache-Control"] == "no-store"
    letters = visit("POST", address("letter"), data=letter_form(shared="yes"))
    assert letters.page.all("a", href=f"{campaign}?evening")
    assert letters.page.values("shared") == ["yes"]
    alone = visit("POST", address("letter"), data=letter_form())
    assert not alone.page.all("a", href=f"{campaign}?evening")
    assert not visit("GET", campaign).page.values("shared")


def test_an_operators_address_is_on_the_page_and_the_poster_and_is_not_asked_for() -> None:
    settings = replace(UNLIMITED, address="https://letters.example.org/write")
    client = create_app(settings, {"TESTING": True, "TODAY": lambda: TODAY}).test_client()
    response = client.get(page("fr"), headers={"Host": "elsewhere.example"})
    check_answer(response, page("fr"))
    text = visible_text(response.text).replace(" ", "")
    assert "https://letters.example.org/write/fr/forced-organ-harvesting" in text
    assert "elsewhere" not in response.text
    assert not response.page.all("input", id="address")  # type: ignore[attr-defined]
    assert response.page.all("svg")  # type: ignore[attr-defined]
    for paper in ("a4", "letter"):
        poster = client.post(page(file="poster.pdf"), data={"poster-paper": paper})
        assert poster.content_type == "application/pdf"
        assert (b"595.27" in poster.data) == (paper == "a4")
    assert response.page.all("select", name="poster-paper")  # type: ignore[attr-defined]
    assert "Wi-Fi" not in text


def test_where_the_operators_address_is_of_this_network_the_page_says_that_phones_must_be_in_it() -> None:
    settings = replace(UNLIMITED, address="http://192.168.1.20:5000")
    client = create_app(settings, {"TESTING": True, "TODAY": lambda: TODAY}).test_client()
    assert "in the same Wi-Fi as this computer" in visible_text(client.get(page()).text)


def test_the_page_is_of_the_country_whose_codes_were_typed(visit: Visit) -> None:
    response = visit("POST", page(), data={"postcodes": "SW1A 1AA", "country": "us"})
    assert response.page.values("country") == ["gb"] * len(response.page.values("country"))
