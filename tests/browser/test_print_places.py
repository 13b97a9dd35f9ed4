"""A letter that is printed from the page lies in the envelope's window, in whatever font the browser has."""

import os
import re
import shutil
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Route

from letters.outputs.typesetting.paper import ENVELOPES, PAPER_SIZES, zones
from representatives.countries import COUNTRIES
from tests.browser.conftest import ARGUMENTS
from tests.conftest import Visit
from tests.letters.outputs.windows import SUBSTITUTES, ink, places, plain, substitute, text_in
from tests.pages.visits import address, form_in
from tests.support import a_letter

STATIC = Path(__file__).parents[2] / "static"
FORMATS = {"us-letter": "Letter", "a4": "A4"}
LONG = "Maximiliana Featherstonehaugh\n" + "\n".join(
    f"Address line {number}, Example Court" for number in range(7)
)


def test_the_style_has_the_lengths_of_every_countrys_paper() -> None:
    style = (STATIC / "print.css").read_text("utf-8")
    top, side, _ = (float(each) for each in re.search(r"margin: (\d+)mm (\d+)mm (\d+)mm", style).groups())
    for country in COUNTRIES.values():
        sheet, zone = (
            PAPER_SIZES[country.paper],
            zones(PAPER_SIZES[country.paper], ENVELOPES[country.envelope]),
        )
        rule = re.search(rf"\.{country.paper}-{country.envelope} {{ (.*) }}", style)
        assert rule is not None
        lengths = {name: float(value) for name, value in re.findall(r"--(\w+): ([\d.]+)mm", rule[1])}
        assert lengths["words"] == pytest.approx(zone.words_top - top, abs=0.1)
        assert lengths["to"] == pytest.approx(zone.shown_top - top, abs=0.1)
        assert lengths["width"] == pytest.approx(zone.shown_right - side, abs=0.1)
        assert lengths["beside"] == pytest.approx(zone.exposed_right + 3 - side, abs=0.1)
        assert sheet.width - 2 * side > lengths["beside"] + 40, "room for the sender"


@pytest.mark.parametrize("font", SUBSTITUTES)
def test_the_address_is_in_the_window_whatever_the_font(
    font: str, browser: Browser, visit: Visit, tmp_path: Path
) -> None:
    """Printed without a margin of the printer's own; the lines of the longest addresses and of usual ones."""
    (tmp_path / f"{font}.ttf").write_bytes(substitute(font, tmp_path).read_bytes())
    known = f"<fontconfig><dir>{tmp_path}</dir><cachedir>{tmp_path}</cachedir></fontconfig>"
    (tmp_path / "fonts.conf").write_text(known, "utf-8")
    path = os.environ.get("CHROMIUM") or next(
        filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome")))
    )
    env = os.environ | {"FONTCONFIG_FILE": str(tmp_path / "fonts.conf")}
    other = browser.browser_type.launch(executable_path=path, args=ARGUMENTS, env=env)
    for country in COUNTRIES.values():
        for name, lines in (("Zoë O’Neil", "1 Main Street"), ("Maximiliana Featherstonehaugh", LONG)):
            form = form_in(country.id, name=name, address=lines)
            html = visit("POST", address("letter"), data=form | {"to": form["to"][:1]}).text
            page = other.new_page()
            page.route("**/*", partial(_answer, html))
            page.goto("http://letters.test/")
            page.pdf(path=tmp_path / "print.pdf", format=FORMATS[country.paper])
            page.close()
            letter = a_letter(form["to"][0])
            shown, exposed = places(letter)
            assert plain(text_in(tmp_path / "print.pdf", 1, shown)) == plain("".join(letter.recipient))
            left, top, right, low = ink(tmp_path / "print.pdf", 1, exposed)
            assert left >= shown[0]
            assert top >= shown[1]
            assert right <= shown[2]
            assert low <= shown[3]
    other.close()


def _answer(html: str, route: Route) -> None:
    name = route.request.url.partition("/static/")[2].partition("?")[0]
    if name:
        route.fulfill(path=STATIC / name)
    else:
        route.fulfill(body=html, content_type="text/html; charset=utf-8")
