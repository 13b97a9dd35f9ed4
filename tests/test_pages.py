"""The journey as a visitor makes it, and what happens to every kind of bad input."""

import io
import zipfile
from html import unescape
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app import create_app
from representatives import directory
from tests.conftest import Visit
from tests.support import CAMPAIGN, MEMBER, OWN_WORDS, SENATOR, TODAY, letter_form, vacant_seat

LANGUAGES = ("en", "fr")
CAMPAIGNS = ("forced-labour", "forced-organ-harvesting", "prisoners-of-conscience")


def address(step: str = "", language: str = "en") -> str:
    return f"/{language}/{CAMPAIGN}" + (f"/{step}" if step else "")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", ["", "data", "privacy", "about", *CAMPAIGNS])
def test_every_page_answers(visit: Visit, language: str, path: str) -> None:
    assert visit("GET", f"/{language}/{path}").status_code == 200


@pytest.mark.parametrize(
    ("accepts", "leads_to"),
    [
        ("fr", "/fr/"),
        ("fr-CA,en;q=0.5", "/fr/"),
        ("en-GB", "/en/"),
        ("de", "/en/"),
        ("", "/en/"),
        ("*", "/en/"),
    ],
)
def test_the_front_door_follows_the_browsers_language(visit: Visit, accepts: str, leads_to: str) -> None:
    response = visit("GET", "/", headers={"Accept-Language": accepts})
    assert (response.status_code, response.location) == (302, leads_to)
    assert response.headers["Vary"] == "Accept-Language"


def test_health_says_how_old_the_data_is(visit: Visit) -> None:
    assert visit("GET", "/health").json == {
        "status": "ok",
        "data": {"ca-constituencies": "2024-04-23", "ca-people": "2026-07-27", "ca-postcodes": "2022-03"},
    }


def test_the_data_page_counts_and_names_what_is_missing(visit: Visit) -> None:
    text = visit("GET", "/en/data").text
    for expected in (
        "343 ridings",
        "339 members of Parliament for 343 seats",
        "92 senators offered for 105 seats",
        "Beaches—East York",
        "884,188",
        "CC BY 4.0",
        "July 27, 2026",
        "Open Government Licence",
    ):
        assert expected in text


@pytest.mark.parametrize("step", ["write", "letter", "letter.pdf", "letter.eml", "letter.txt"])
def test_a_typed_address_of_a_later_step_leads_to_the_campaign(visit: Visit, step: str) -> None:
    response = visit("GET", address(step, "fr"))
    assert (response.status_code, response.location) == (302, address("", "fr"))


@pytest.mark.parametrize(
    "path", ["/en/nothing", "/de/", "/nothing", "/en/forced-labour/more", "/fr/rien/write"]
)
def test_an_unknown_address_is_a_page_that_leads_home(visit: Visit, path: str) -> None:
    response = visit("GET", path)
    assert response.status_code == 404
    assert f'href="/{"fr" if path.startswith("/fr") else "en"}/"' in response.text


def test_a_wrong_method_and_too_large_a_body_are_answered_in_words(visit: Visit) -> None:
    assert visit("POST", "/en/").status_code == 405
    assert visit("POST", address("write"), data={"postcode": "x" * 600_000}).status_code == 413


def test_an_exact_code_leads_straight_to_writing(visit: Visit) -> None:
    response = visit("POST", address("write"), data={"postcode": "l8s4l8"})
    assert response.status_code == 200
    assert "Hamilton West—Ancaster—Dundas" in response.text
    ticked = response.page.values("to")
    assert ticked[0] == MEMBER
    assert len(ticked) == 4
    assert all(id.startswith("ca-senate-") for id in ticked[1:])
    assert len(response.page.all("input", name="to")) == 22, "all of Ontario's senators are in reach"
    assert response.page.values("asks") == ["enforce"]


def test_other_visitors_are_suggested_other_senators(visit: Visit) -> None:
    drawn = {
        tuple(visit("POST", address("write"), data={"postcode": "L8S4L8"}).page.values("to"))
        for _ in range(8)
    }
    assert len(drawn) > 1


def test_a_split_code_asks_and_preselects_only_what_is_likely(visit: Visit) -> None:
    page = visit("POST", address("write"), data={"postcode": "A0A 1A0"}).page
    assert page.all("input", name="constituency")[0]["value"] == "10001"
    assert page.values("constituency") == ["10001"]
    border = visit("POST", address("write"), data={"postcode": _code_beside_a_border()}).page
    assert len(border.all("input", name="constituency")) > 1
    assert border.values("constituency") == []


def _code_beside_a_border() -> str:
    for name, area in directory().countries["ca"].areas.items():
        for run in area.runs.split():
            unit, _, place = run.partition("=")
            if "+" in place:
                return name + unit
    raise AssertionError("no code beside a border")


def test_confirming_without_a_choice_is_explained(visit: Visit) -> None:
    response = visit("POST", address("write"), data={"postcode": "A0A 1A0", "confirm": "yes"})
    assert response.status_code == 422
    assert "Choose one of the constituencies" in response.text


def test_a_code_that_is_not_held_offers_the_ridings_around_it(visit: Visit) -> None:
    response = visit("POST", address("write"), data={"postcode": "A0A 9Z9"})
    assert response.status_code == 200
    assert "We do not hold the postal code A0A 9Z9" in response.text
    assert len(response.page.all("input", name="constituency")) > 1


def test_the_confirmed_riding_leads_to_its_own_member(visit: Visit) -> None:
    page = visit("POST", address("write"), data={"postcode": "A0A 1A0", "constituency": "10007"}).page
    members = [a["value"] for a in page.all("input", name="to") if a["value"].startswith("ca-commons")]
    assert len(members) == 1
    assert directory().countries["ca"].members["10007"].id == members[0]
    assert page.values("constituency") == ["10007"]


@pytest.mark.parametrize("constituency", ["35039", "nonsense", "10001 OR 1=1"])
def test_a_riding_that_the_code_does_not_allow_is_refused(visit: Visit, constituency: str) -> None:
    typed = letter_form(postcode="A0A 1A0", constituency=constituency)
    for step in ("write", "letter", "letter.pdf"):
        response = visit("POST", address(step), data=typed)
        assert response.status_code == 422
        assert "Choose one of the constituencies" in response.text
        assert response.page.values("name") == ["Zoë O’Neil"]
        assert response.page.values("asks") == ["speak", "enforce"]


def test_a_vacant_seat_is_shown_and_its_senators_can_be_written_to(visit: Visit) -> None:
    code, vacant = vacant_seat()
    response = visit("POST", address("write"), data={"postcode": code, "constituency": vacant})
    assert response.status_code == 200
    assert "is vacant" in response.text
    assert response.page.values("to")
    assert all(id.startswith("ca-senate-") for id in response.page.values("to"))


def test_the_letter_page_shows_every_letter_to_edit(visit: Visit) -> None:
    response = visit("POST", address("letter"), data=letter_form(to=[MEMBER, SENATOR]))
    assert response.status_code == 200
    assert "Your 2 letters are ready" in response.text
    assert response.text.count("data-sheet>") == 2
    assert "Dear John-Paul Danko," in response.text
    assert "Dear Senator Ataullahjan," in response.text
    assert "free of postage" in response.text
    assert 'href="mailto:john-paul.danko@parl.gc.ca?subject=' in response.text
    assert "https://sencanada.ca/en/senators/ataullahjan-salma/" in response.text


def test_a_letter_without_own_words_is_made_but_not_without_a_hint(visit: Visit) -> None:
    response = visit("POST", address("letter"), data=letter_form(own_words=""))
    assert response.status_code == 200
    assert "no words of your own" in response.text


@pytest.mark.parametrize(
    ("suffix", "to", "media_type", "start"),
    [
        ("pdf", [MEMBER], "application/pdf", b"%PDF"),
        ("pdf", [MEMBER, SENATOR], "application/pdf", b"%PDF"),
        ("eml", [MEMBER], "message/rfc822", b"Subject: "),
        ("eml", [MEMBER, SENATOR], "application/zip", b"PK"),
        ("txt", [SENATOR], "text/plain", "Zoë".encode()),
        ("txt", [MEMBER, SENATOR], "application/zip", b"PK"),
    ],
)
def test_downloads(visit: Visit, suffix: str, to: list[str], media_type: str, start: bytes) -> None:
    response = visit("POST", address(f"letter.{suffix}"), data=letter_form(to=to))
    assert response.status_code == 200
    assert response.mimetype == media_type
    assert response.data.startswith(start)
    assert response.headers["Cache-Control"] == "no-store"
    assert response.headers["Content-Disposition"].startswith("attachment; filename=")
    assert "Zo" not in response.headers["Content-Disposition"]
    again = visit("POST", address(f"letter.{suffix}"), data=letter_form(to=to))
    assert again.data == response.data, "identical input, identical bytes"


def test_one_of_several_letters_can_be_downloaded_alone(visit: Visit) -> None:
    response = visit("POST", address("letter.txt"), data=letter_form(to=[MEMBER, SENATOR], only=SENATOR))
    assert response.mimetype == "text/plain"
    assert "Dear Senator Ataullahjan," in response.text


def test_an_edited_letter_is_what_every_output_holds(visit: Visit) -> None:
    edited = letter_form(
        to=[MEMBER, SENATOR],
        **{f"subject-{MEMBER}": "Édité", f"text-{MEMBER}": "Dear neighbour,\r\n\r\nOnly this. <b>&</b>"},
    )
    page = visit("POST", address("letter"), data=edited)
    assert "Only this. &lt;b&gt;&amp;&lt;/b&gt;" in page.text
    assert "Dear Senator Ataullahjan," in page.text
    text = visit("POST", address("letter.txt"), data={**edited, "only": MEMBER}).text
    assert "Édité\r\n\r\nDear neighbour,\r\n\r\nOnly this. <b>&</b>\r\n\r\nYours sincerely," in text
    archive = zipfile.ZipFile(io.BytesIO(visit("POST", address("letter.eml"), data=edited).data))
    assert archive.namelist() == ["letter-john-paul-danko.eml"], "the senator has no published address"
    assert b"Only this." in archive.read("letter-john-paul-danko.eml")
    unedited = visit("POST", address("letter.pdf"), data=letter_form())
    assert visit("POST", address("letter.pdf"), data={**edited, "only": MEMBER}).data != unedited.data


def test_a_letter_of_which_everything_was_deleted_is_asked_for_again(visit: Visit) -> None:
    for step in ("letter", "letter.pdf"):
        response = visit("POST", address(step), data=letter_form(**{f"text-{MEMBER}": "  \r\n "}))
        assert response.status_code == 422
        assert "Type the text of this letter." in response.text


@pytest.mark.parametrize("step", ["", "write", "letter"])
def test_changing_the_language_keeps_what_was_typed(visit: Visit, step: str) -> None:
    typed = letter_form(to=[MEMBER, SENATOR], asks=["count"], name="Marked Name", own_words="Marked words.")
    response = visit("POST", address(step, "fr"), data=typed)
    assert response.status_code == 200
    for field in ("postcode", "asks", "to"):
        expected = typed[field] if isinstance(typed[field], list) else [typed[field]]
        assert response.page.values(field) == expected
    assert "Marked Name" in response.text
    assert "Marked words." in response.text
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
    ask = {
        "forced-labour": "presumption",
        "forced-organ-harvesting": "count",
        "prisoners-of-conscience": "access",
    }
    form = letter_form(asks=[ask[slug]])
    shown = visit("POST", f"/{first}/{slug}/letter", data=form)
    assert greeting in shown.text
    assert "open" not in shown.page.all("details")[0], "nothing was edited, so the editor is closed"
    sent = {
        f"written_in-{MEMBER}": shown.page.values(f"written_in-{MEMBER}")[0],
        f"subject-{MEMBER}": shown.page.values(f"subject-{MEMBER}")[0],
        f"text-{MEMBER}": typed_in_area(shown.text, f"text-{MEMBER}"),
    }
    unedited = visit("POST", f"/{second}/{slug}/letter", data=form | sent).text
    assert other_greeting in unedited
    assert greeting not in unedited
    more = sent | {f"text-{MEMBER}": sent[f"text-{MEMBER}"] + "\r\n\r\nOne line more."}
    for changes in (more, sent | {f"subject-{MEMBER}": "One line more."}):
        edited = visit("POST", f"/{second}/{slug}/letter", data=form | changes).text
        assert "One line more." in edited
        assert greeting in edited
        assert other_greeting not in edited


def typed_in_area(html: str, name: str) -> str:
    """What a browser sends of a text area: its text with the line ends of forms."""
    start = html.index(f'<textarea id="{name}"')
    return unescape(html[html.index(">\n", start) + 2 : html.index("</textarea>", start)]).replace(
        "\n", "\r\n"
    )


def test_a_letter_that_was_edited_stays_whole_in_its_language(visit: Visit) -> None:
    edited = letter_form(**{f"written_in-{MEMBER}": "en", f"text-{MEMBER}": "Dear neighbour,\n\nMine."})
    response = visit("POST", address("letter", "fr"), data=edited)
    assert response.page.values(f"written_in-{MEMBER}") == ["en"]
    assert "Yours sincerely," in response.text
    assert "Veuillez agréer" not in response.text


@pytest.mark.parametrize(
    ("field", "typed"),
    [("text", "x" * 30_000), ("text", "A\x07B"), ("subject", "x" * 10_000), ("subject", "A\x00")],
)
@pytest.mark.parametrize("step", ["letter", "letter.pdf", "letter.eml"])
def test_a_bad_edit_is_explained(visit: Visit, step: str, field: str, typed: str) -> None:
    response = visit("POST", address(step), data=letter_form(**{f"{field}-{MEMBER}": typed}))
    assert response.status_code == 422
    assert response.page.all("a", href=f"#text-{MEMBER}")


def test_a_letter_that_is_not_there_cannot_be_downloaded(visit: Visit) -> None:
    response = visit("POST", address("letter.pdf"), data=letter_form(only="nobody"))
    assert response.status_code == 422
    assert "not among these" in response.text


def test_a_pdf_that_would_lose_a_character_says_so_first(visit: Visit) -> None:
    form = letter_form(**{f"text-{MEMBER}": "Dear neighbour,\n\nLost: \U0010fffd"})
    told = visit("POST", address("letter.pdf"), data=form)
    assert told.status_code == 422
    assert "U+10FFFD" in told.text
    after = visit("POST", address("letter.pdf"), data=form | {"told": told.page.values("told")})
    assert after.data.startswith(b"%PDF")


@pytest.mark.parametrize(
    ("typed", "lines"),
    [
        ("1 Main St\nHamilton ON", ["1 Main St", "Hamilton ON  L8S 4L8"]),
        ("1 Main St\nHamilton", ["1 Main St", "Hamilton", "L8S 4L8"]),
        ("1 Main St\nHamilton ON L8S 4L9", ["1 Main St", "Hamilton ON L8S 4L9"]),
        ("1 Main St, Hamilton, Ontario l8s4l8", ["1 Main St, Hamilton, Ontario l8s4l8"]),
    ],
)
def test_the_address_holds_one_postal_code(visit: Visit, typed: str, lines: list[str]) -> None:
    text = visit("POST", address("letter.txt"), data=letter_form(address=typed)).text
    assert text.split("\r\n\r\n")[0].split("\r\n") == ["Zoë O’Neil", *lines]


def test_another_riding_has_its_own_member_ticked(visit: Visit) -> None:
    typed = letter_form(postcode="A0A 1A0", constituency="10007")
    ticked = visit("POST", address("write"), data=typed).page.values("to")
    assert ticked == [directory().countries["ca"].members["10007"].id]


def test_when_every_request_has_ended_the_page_says_so() -> None:
    app = create_app(config={"TESTING": True, "TODAY": lambda: TODAY})
    with app.test_request_context(), pytest.MonkeyPatch.context() as patch:
        patch.setattr("letters.campaign.Words.requests_on", lambda _words, _day: ())
        response = app.test_client().post(address("write"), data={"postcode": "L8S 4L8"})
    assert response.status_code == 422
    assert "every request has ended" in response.text


def test_head_is_answered_as_get_is(visit: Visit) -> None:
    assert visit("HEAD", address("letter")).status_code == 302
    assert "Allow" in visit("POST", "/en/").headers


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
    "another country": "SW1A 1AA",
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
        ("name", "x" * 10_000, "100 characters or fewer"),
        ("name", "Zoë\r\nBcc: everyone@example.org", "on one line"),
        ("address", "", "Type your postal address"),
        ("address", "\n".join("123456789"), "eight lines"),
        ("address", "x" * 501, "500 characters"),
        ("address", "1 Main\x07", "cannot be printed"),
        ("own_words", "x" * 10_000, "3,000 characters"),
        ("own_words", "a\x1b[31mb", "cannot be printed"),
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


def test_repeated_fields_count_once(visit: Visit) -> None:
    form = letter_form(to=[MEMBER, MEMBER], asks=["speak", "speak"], name=["Zoë O’Neil", "Second Person"])
    response = visit("POST", address("letter"), data=form)
    assert response.status_code == 200
    assert response.text.count("data-sheet>") == 1
    assert "Second Person" not in response.text


def test_characters_that_the_pdf_cannot_show_are_said(visit: Visit) -> None:
    response = visit("POST", address("letter"), data=letter_form(name="Zoë \U0010fffd O’Neil"))
    assert "The PDF cannot show these characters: U+10FFFD" in response.text


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.fixed_dictionaries(
        {},
        optional={
            name: st.one_of(st.text(max_size=60), st.sampled_from([*BAD.values(), OWN_WORDS[:50]]))
            for name in (
                *("postcode", "constituency", "to", "name", "address", "own_words", "asks", "only"),
                *(f"written_in-{MEMBER}", f"text-{MEMBER}", f"subject-{MEMBER}"),
            )
        },
    ),
    st.sampled_from(["write", "letter", "letter.pdf", "letter.eml", "letter.txt"]),
    st.sampled_from(LANGUAGES),
)
def test_nothing_typed_breaks_a_page(visit: Visit, typed: dict[str, str], step: str, language: str) -> None:
    form = letter_form() | {name: value.encode("utf-8", "replace") for name, value in typed.items()}
    response = visit("POST", address(step, language), data=form)
    assert response.status_code in (200, 422)
    if response.mimetype == "text/html":
        assert "<script>alert" not in response.text
