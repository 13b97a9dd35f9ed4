"""Everyone can see and use every page and state: axe, reflow, target size, text spacing, forced colours."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import AXE, TAGS, Open
from tests.browser.states import STATES
from tests.browser.steps import arrived, campaign, fill, find, make, press

pytestmark = pytest.mark.browser

# Links within sentences may be as high as their line (WCAG 2.2, 2.5.8).
TOO_SMALL = """() => [...document.querySelectorAll('a, button, input, textarea, select, summary')]
    .filter((e) => e.type !== 'hidden' && e.checkVisibility() && !e.matches('.first-button, .skip'))
    .filter((e) => !e.matches(':is(p, li, dd, cite, .hint) a, :is(p, li, dd, .hint) button.link'))
    .filter((e) => { const { width, height } = e.getBoundingClientRect(); return width < 24 || height < 24; })
    .map((e) => e.outerHTML)"""
SPACED = """* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
    p { margin-bottom: 2em !important; }"""
SPACE = """(css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [sheet];
}"""
CUT_OFF = """() => [...document.querySelectorAll('main *, header *, footer *')]
    .filter((e) => e.checkVisibility() && !e.matches('input, textarea, select, .hidden'))
    .filter((e) => !['inline', 'auto'].some((as) => [getComputedStyle(e).display, getComputedStyle(e).overflowX].includes(as)))
    .filter((e) => e.scrollWidth > e.clientWidth + 1)
    .map((e) => e.outerHTML)"""
# In forced colours backgrounds go, so what is a control must show by its border, its underline or its own shape.
SHAPELESS = """() => [...document.querySelectorAll('a, button, input, textarea, select')]
    .filter((e) => e.type !== 'hidden' && e.checkVisibility() && !e.matches('.first-button, .brand'))
    .filter((e) => {
        const style = getComputedStyle(e);
        const bordered = style.borderTopStyle !== 'none' && parseFloat(style.borderTopWidth) >= 1;
        const underlined = style.textDecorationLine.includes('underline');
        return !bordered && !underlined && !['radio', 'checkbox'].includes(e.type);
    })
    .map((e) => e.outerHTML)"""

LEAVES = """() => [...document.querySelectorAll('a[href]')]
    .filter((a) => a.protocol.startsWith('http') && a.host !== location.host)
    .filter((a) => a.target !== '_blank' || a.rel !== 'noopener')
    .map((a) => a.outerHTML)"""

MOVES = """() => [...document.querySelectorAll('*')]
    .filter((e) => {
        const { animationName, scrollBehavior, transitionDuration } = getComputedStyle(e);
        return animationName !== 'none' || scrollBehavior !== 'auto' || parseFloat(transitionDuration) > 0;
    })
    .map((e) => e.outerHTML)"""


@pytest.fixture(params=STATES)
def state(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(params=["en", "fr"])
def page(request: pytest.FixtureRequest, open_page: Open, state: str) -> Iterator[Page]:
    """A page in one of the states, in one of the languages, 320 pixels wide."""
    address, reach = STATES[state]
    opened = open_page(address.format(language=request.param), width=320)
    if reach:
        reach(opened, request.param)
    assert opened.locator("html").get_attribute("lang") == request.param
    return opened


def test_a_page_holds_for_everyone(page: Page) -> None:
    """axe names every element that breaks a rule, and one that keeps it: to name all takes half of its time."""
    page.evaluate(AXE)
    assert page.evaluate(LEAVES) == [], "what leaves the site opens in a new tab"
    for width in (320, 1024):
        page.set_viewport_size({"width": width, "height": 800})
        found = page.evaluate("(tags) => axe.run({ runOnly: tags, resultTypes: ['violations'] })", TAGS)
        assert [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in found["violations"]] == []
        assert "target-size" in {rule["id"] for rule in found["passes"]}, "the rules of WCAG 2.2 were run"
        assert page.evaluate("document.scrollingElement.scrollWidth") <= width
        assert page.evaluate(TOO_SMALL) == []
    page.emulate_media(color_scheme="dark")
    dark = page.evaluate(
        "axe.run({ runOnly: { type: 'rule', values: ['color-contrast'] }, resultTypes: ['violations'] })"
    )
    assert [node["html"] for rule in dark["violations"] for node in rule["nodes"]] == []
    page.set_viewport_size({"width": 640, "height": 800})
    page.evaluate("document.documentElement.style.fontSize = '212.5%'")  # twice the style's own
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 640
    page.set_viewport_size({"width": 320, "height": 800})
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 320, (
        "twice the size on the smallest phone"
    )
    page.evaluate("document.documentElement.style.fontSize = ''")
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    assert page.evaluate(MOVES) == []
    page.emulate_media(forced_colors="active")
    assert page.evaluate(SHAPELESS) == []
    page.set_viewport_size({"width": 320, "height": 800})
    page.evaluate(SPACE, SPACED)
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 320
    assert page.evaluate(CUT_OFF) == []


@pytest.mark.parametrize(
    "state",
    [
        "campaign",
        "write",
        "write, compact choice",
        "choose",
        "suburb",
        "letters",
        "evening",
        "studio",
        "embed made",
    ],
)
def test_what_is_typed_or_chosen_changes_no_page_and_moves_no_focus(open_page: Open, state: str) -> None:
    address, reach = STATES[state]
    page = open_page(address.format(language="en"))
    if reach:
        reach(page, "en")
    page.evaluate("window.isHere = true")
    page.evaluate("document.querySelectorAll('details').forEach((e) => { e.open = true })")
    fields = page.locator(
        "main :is(textarea, input, select):not([type=hidden], [type=file], [readonly])"
    ).all()
    for field in fields:
        if not field.is_visible():
            continue
        if field.get_attribute("type") in ("radio", "checkbox"):
            field.click()
        elif field.evaluate("(e) => e.tagName") == "SELECT":
            field.focus()
            page.keyboard.press("ArrowDown")
        else:
            field.fill("Words")
        assert field.evaluate("(e) => e === document.activeElement")
    assert fields
    assert page.evaluate("window.isHere"), "the same page"


def border(page: Page, mark: str, **media: str) -> str:
    """How the first of the writer's sentences is underlined, and in what colour it lies."""
    page.emulate_media(**media)  # type: ignore[arg-type]
    style = "({ borderBottomStyle: b, backgroundColor: c, boxShadow: s }) => `${b} ${c} ${s}`"
    return str(page.locator(mark).first.evaluate(f"(e) => ({style})(getComputedStyle(e))"))


@pytest.mark.parametrize("mark", ["#preview .sheet mark", "article mark"])
def test_the_writers_sentences_are_marked_by_more_than_colour_and_not_on_paper(
    open_page: Open, mark: str
) -> None:
    page = open_page(campaign())
    find(page)
    fill(page)
    if mark.startswith("article"):
        make(page)
        arrived(page, "[data-sheet]")
    for scheme in ("light", "dark"):
        assert border(page, mark, color_scheme=scheme).startswith("solid ")
    assert border(page, mark, forced_colors="active").startswith("solid ")
    assert border(page, mark, forced_colors="none", media="print") == "none rgba(0, 0, 0, 0) none"


def test_long_words_do_not_overflow(open_page: Open) -> None:
    page = open_page(campaign(), width=320)
    find(page)
    fill(page, name="W" * 60, own_words="x" * 200)
    page.fill("#address", "M" * 200)
    page.evaluate("document.querySelectorAll('[name=to]').forEach((e, i) => { e.checked = i < 2 })")
    make(page)
    arrived(page, "[data-sheet]")
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 320
    assert page.evaluate(CUT_OFF) == []
    page.locator(".edit > summary").first.click()
    page.fill(".edit textarea >> nth=0", "y" * 300)
    press(page, page.locator("header button"))
    arrived(page, "html[lang=fr] [data-sheet]")
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 320
    assert page.evaluate(CUT_OFF) == []
