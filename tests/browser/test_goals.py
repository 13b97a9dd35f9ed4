"""What a student on a phone meets: how far down, how many words and controls, how many presses (360 x 640).

The figures are printed (`pytest -s`) and kept from growing back. The fonts of a machine move them a little: the
widest of those that Debian installs beside Chromium still hold them.
"""

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from letters.outputs.links import LONGEST, LONGEST_ON_WINDOWS
from tests.browser.conftest import Open
from tests.browser.steps import arrived, campaign, fill, find, make, press
from tests.pages.visits import CAMPAIGNS, PLACES

pytestmark = pytest.mark.browser

SCREEN = 640
# Focusable, visible and inside main; a group of radio buttons counts one, and so does a row that Tab reaches once.
CONTROLS = """() => {
    const groups = new Set();
    return [...document.querySelectorAll('main :is(a[href], button, input, textarea, select, summary)')].filter((e) => {
        if (e.type === 'hidden' || e.tabIndex < 0 || !e.checkVisibility({ contentVisibilityAuto: true })) return false;
        if (e.type !== 'radio') return true;
        return !groups.has(e.name) && groups.add(e.name);
    }).length;
}"""
WORDS_BEFORE = """(selector) => {
    const words = (document.querySelector('main').innerText.split('\\n').join(' ')).split(/\\s+/);
    const range = document.createRange();
    range.setStart(document.querySelector('main'), 0);
    range.setEndBefore(document.querySelector(selector));
    const box = document.createElement('div');
    box.append(range.cloneContents());
    box.querySelectorAll('.hidden, [hidden], details > :not(summary)').forEach((e) => e.remove());
    return box.textContent.split(/\\s+/).filter(Boolean).length;
}"""
OWN = "I heard of it at school and I cannot forget it because my aunt waited for years. " * 5
AGENTS = {
    "iOS": "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 Safari/604.1",
    "Android": "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/140.0.0.0 Mobile Safari/537.36",
    "macOS": "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.5 Safari/605.1.15",
    "Linux": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
    "Windows": "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36",
}


@pytest.fixture(params=[True, False], ids=["scripts", "no scripts"])
def page(request: pytest.FixtureRequest, open_page: Open) -> Page:
    opened = open_page(campaign(), scripts=request.param, width=360)
    opened.set_viewport_size({"width": 360, "height": SCREEN})
    return opened


def told(what: str, value: float, most: float) -> None:
    print(f"{what}: {value:.0f} (at most {most:.0f})")  # noqa: T201
    assert value <= most, what


def top(page: Page, selector: str) -> float:
    return float(page.locator(selector).first.evaluate("(e) => e.getBoundingClientRect().top + scrollY"))


def end(page: Page, selector: str) -> float:
    return float(page.locator(selector).first.evaluate("(e) => e.getBoundingClientRect().bottom + scrollY"))


def lookup_end(page: Page) -> float:
    """Of the way out beside the answer, which is seen without opening a fold."""
    link = page.get_by_role("link", name="The official look-up").first
    expect(link).to_be_visible()
    return float(link.evaluate("(e) => e.getBoundingClientRect().bottom + scrollY"))


def height(page: Page) -> float:
    return float(page.evaluate("document.documentElement.scrollHeight"))


def test_the_campaign_page_begins_with_its_field(page: Page) -> None:
    told("campaign page, end of the button", end(page, "main form button"), 600)
    page.goto(campaign("fr"))
    told("the same in French", end(page, "main form button"), 600)


def test_the_writing_page_is_short_and_begins_with_ones_own_words(page: Page) -> None:
    find(page)
    arrived(page, "#name")
    box = "form textarea"
    told("writing page, start of the first box", top(page, box), 560)
    told("words before it", page.evaluate(WORDS_BEFORE, box), 100)
    told("end of the official look-up", lookup_end(page), SCREEN)
    told("writing page, folds closed", height(page), 2600)
    told("its controls", page.evaluate(CONTROLS), 14)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_bar_at_the_bottom_takes_one_row(open_page: Open, language: str) -> None:
    page = open_page(campaign(language), width=360)
    find(page, language=language)
    arrived(page, "#name")
    fill(page, own_words=OWN * 2)
    assert end(page, ".bar span") < end(page, ".bar a"), "the count stands beside the link"
    told("the bar at the bottom", end(page, "form > .bar") - top(page, "form > .bar"), 80)


def test_the_first_letter_ends_within_four_screens(page: Page) -> None:
    find(page)
    fill(page)
    make(page)
    arrived(page, "[data-sheet]")
    told("letter page, end of the official look-up", lookup_end(page), SCREEN)
    told("letter page, end of the first letter's actions", end(page, ".letters[open]"), 4 * SCREEN)
    told("its controls for four letters", page.evaluate(CONTROLS), 14)


def test_the_next_letter_opens_in_view(open_page: Open) -> None:
    page = open_page(campaign(), width=360)
    find(page)
    fill(page)
    make(page)
    arrived(page, "[data-sheet]")
    for number in (1, 2):
        heading = page.locator("summary.next").nth(number)
        heading.click()
        expect(heading).to_be_in_viewport()
        expect(page.locator("[data-sheet][open]")).to_have_count(1)


def test_from_the_campaign_to_a_full_draft_in_five_presses(open_page: Open) -> None:
    page = open_page(campaign(), width=360, user_agent=AGENTS["Android"])
    presses = 0

    def pressed(name: str) -> None:
        nonlocal presses
        presses += 1
        press(page, page.get_by_role("button", name=name))

    page.fill("#postcode", "L8S 4L8")
    pressed("Find my representatives")
    fill(page, own_words=OWN)
    pressed("Make my letter")
    link = page.get_by_role("link", name="E-mail it to John-Paul Danko")
    assert "I heard of it at school" in parse_qs(urlsplit(str(link.get_attribute("href"))).query)["body"][0]
    told("presses from the campaign page to a full draft", presses + 1, 5)


@pytest.mark.parametrize("system", AGENTS)
def test_the_draft_holds_the_whole_letter_or_the_same_press_copies_it(open_page: Open, system: str) -> None:
    whole = tried = 0
    longest = LONGEST_ON_WINDOWS if system == "Windows" else LONGEST
    page = open_page("/health", user_agent=AGENTS[system])
    for country, slug in ((country, slug) for country in ("ca", "gb", "au") for slug in CAMPAIGNS):
        page.goto(f"/en/{slug}")
        find(page, str(PLACES[country]["postcode"]))
        arrived(page, "#name")
        fill(page, own_words=OWN)
        make(page)
        arrived(page, "[data-sheet]")
        link = page.locator("[data-mail]").first
        href = str(link.get_attribute("href"))
        assert len(href) <= longest
        tried += 1
        whole += "I%20heard%20of%20it" in href
        if "body=" not in href:
            link.evaluate("(e) => e.addEventListener('click', (event) => event.preventDefault())")
            page.evaluate("navigator.clipboard.writeText('')")
            link.click()
            expect(page.locator(".ways [role=status]").first).to_have_text(
                "Copied: paste it into the message."
            )
            assert "I heard of it" in page.evaluate("navigator.clipboard.readText()")
    print(f"{system}: {whole} of {tried} drafts hold the whole letter with 80 own words")  # noqa: T201
    assert whole == tried or system == "Windows"


@pytest.mark.parametrize("scripts", [True, False])
def test_a_likely_riding_costs_no_page_and_the_member_follows_the_choice(
    open_page: Open, scripts: bool
) -> None:
    page = open_page(campaign(), scripts=scripts)
    find(page, "A0A 1A0")
    arrived(page, "#name")
    choices = page.locator("#constituency input")
    told("candidates shown on the writing page", choices.count(), 5)
    first, other = (page.locator("#constituency label").nth(number).inner_text() for number in (0, 1))
    expect(choices.first).to_be_checked()
    assert "in ten" in first or "in 100" in first, "it says how sure it is"
    choices.nth(1).check()
    fill(page)
    make(page)
    arrived(page, "[data-sheet]")
    member = other.split("\n")[1].split(",")[0]
    expect(page.locator("[data-sheet] summary").first).to_contain_text(member)
