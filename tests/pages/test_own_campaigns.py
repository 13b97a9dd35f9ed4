"""An operator's own campaigns: from any folder, in one country, one language, one chamber, beside those included."""

import os
import shutil
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from app import create_app
from tests.support import CAMPAIGN, TODAY, UNLIMITED, check_answer, letter_form, visible_text
from web.settings import Settings

OWN = Path(__file__).parent / "own" / "river-water"
"""For Canada's House of Commons alone, in English alone, one wording a text, no message and no letter to the editor."""


def copy(*folders: Path | str) -> FlaskClient:
    settings = Settings(campaigns=os.pathsep.join(map(str, folders)), limit_post=UNLIMITED.limit_post)
    return create_app(settings, {"TESTING": True, "TODAY": lambda: TODAY}).test_client()


def shown(client: FlaskClient, path: str) -> str:
    response = client.get(path)
    check_answer(response, path)
    assert response.status_code == 200
    return response.text


def test_a_folder_of_ones_own_stands_beside_those_included_or_alone() -> None:
    both, alone = copy(OWN, "included"), copy(OWN)
    assert shown(both, "/en/river-water")
    assert shown(both, f"/en/{CAMPAIGN}")
    assert alone.get(f"/en/{CAMPAIGN}").status_code == 404
    assert "Clean water for the Mill River" in shown(alone, "/en/")
    assert "For these countries: Canada." in visible_text(shown(alone, "/en/"))
    assert "Canada, the United Kingdom" in visible_text(shown(both, "/en/"))


def test_a_page_in_a_language_that_the_campaign_lacks_says_so_and_keeps_the_texts_language() -> None:
    client = copy(OWN)
    says = "Cette campagne n’a ces textes qu’en anglais."
    assert '<html lang="fr">' in shown(client, "/fr/")
    for path in ("", "/tell", "/wordings", "/evening"):
        html = shown(client, f"/fr/river-water{path}")
        assert '<html lang="fr">' in html
        assert says in visible_text(html)
        assert "qu’en" not in visible_text(shown(client, f"/en/river-water{path}"))
    writing = visible_text(client.post("/fr/river-water/write", data={"postcode": "L8S 4L8"}).text)
    assert says in writing
    assert "Ce parlement" not in writing, "Canada's reads French"
    page = shown(client, "/fr/river-water")
    assert '<span lang="en">Clean water for the Mill River</span>' in page


@pytest.mark.parametrize("language", ["en", "fr"])
def test_its_letter_is_made_for_its_chamber_alone(language: str) -> None:
    client = copy(OWN)
    form = letter_form(asks=["plan"])
    for step in ("write", "letter"):
        response = client.post(f"/{language}/river-water/{step}", data=form)
        check_answer(response, f"/{language}/river-water/{step}")
        assert response.status_code == 200, visible_text(response.text)
        assert "ca-senate" not in response.text
    assert "Please ask the minister for a public plan." in response.text
    assert client.post(f"/{language}/river-water/letter.pdf", data=form).mimetype == "application/pdf"


def test_a_campaign_for_canada_shows_no_other_countrys_examples() -> None:
    client = copy(OWN)
    for typed in ("nonsense", "", "L8S", "x" * 30):
        page = client.post("/en/river-water/write", data={"postcode": typed})
        assert page.status_code == 422
        text = visible_text(page.text)
        assert "L8S 4L8" in text
        assert "SW1A" not in text
        assert "10001" not in text
        if typed:
            evening = client.post("/en/river-water/evening", data={"postcodes": typed})
            assert "L8S 4L8" in visible_text(evening.text) or typed == "L8S"
            assert "SW1A" not in visible_text(evening.text)


def test_a_mistake_in_one_stops_no_other_and_is_printed_once(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    broken = shutil.copytree(OWN, tmp_path / "broken")
    (broken / "ca.en.md").unlink()
    client = copy(broken, tmp_path / "nowhere", OWN, "included")
    assert shown(client, "/en/river-water")
    assert shown(client, f"/en/{CAMPAIGN}")
    said = [record.getMessage() for record in caplog.records if "broken/" in record.getMessage()]
    assert said == ["broken/ca.en.md:1: This file is missing. campaign.toml promises ca in “en”."]


def test_a_new_start_reads_the_folders_anew(tmp_path: Path) -> None:
    own = shutil.copytree(OWN, tmp_path / "river-water")
    assert "Clean water" in shown(copy(own), "/en/river-water")
    toml = (own / "campaign.toml").read_text("utf-8").replace("Clean water", "Cleaner water")
    (own / "campaign.toml").write_text(toml, "utf-8")
    assert "Cleaner water" in shown(copy(own), "/en/river-water")
