"""flask campaigns sources: which sources no longer open, and the day written into campaign.toml."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from flask import Flask, render_template_string

from letters.campaign import manifest
from letters.campaign.loader import CAMPAIGNS, load_all
from letters.campaign.source_days import written
from representatives.sources.fetching.page_opener import Opened, PageOpener, State
from tests.support import TODAY, campaigns

EXAMPLE = Path(__file__).parent / "example" / "save-the-bees"
FOUND = {
    "https://example.org/bees": Opened(State.GONE, "answer 404"),
    "https://example.ca/law": Opened(State.OPENS),
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(PageOpener, "open", lambda _self, address: FOUND[address])
    return shutil.copytree(EXAMPLE, tmp_path / EXAMPLE.name)


def days(folder: Path) -> dict[str, tuple[date | None, date | None]]:
    campaign = load_all(folder).campaigns[EXAMPLE.name]
    return {id: (source.opened, source.gone) for id, source in campaign.sources.items()}


def test_the_command_says_what_is_gone_and_writes_nothing_unasked(app: Flask, folder: Path) -> None:
    before = (folder / "campaign.toml").read_text("utf-8")
    result = app.test_cli_runner().invoke(args=["campaigns", "sources", str(folder)])
    assert result.exit_code == 0
    assert result.output.splitlines() == [
        "save-the-bees: study-2021: gone: answer 404 (https://example.org/bees)",
        "1 opens, 0 moved, 1 gone, 0 unsure.",
    ]
    assert (folder / "campaign.toml").read_text("utf-8") == before


def test_the_day_is_written_and_the_first_day_of_a_loss_stays(
    app: Flask, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = app.test_cli_runner()
    run.invoke(args=["campaigns", "sources", "--write", str(folder)])
    assert days(folder) == {"study-2021": (None, TODAY), "law-2022": (TODAY, None)}
    once = (folder / "campaign.toml").read_text("utf-8")
    run.invoke(args=["campaigns", "sources", "--write", str(folder)])
    assert (folder / "campaign.toml").read_text("utf-8") == once
    later = written(once, 0, date(2027, 1, 5), is_gone=True)
    assert later == once, "since when it is gone does not change"
    back = written(once, 0, date(2027, 1, 5), is_gone=False)
    (folder / "campaign.toml").write_text(back, "utf-8")
    assert days(folder)["study-2021"] == (date(2027, 1, 5), None)


def test_what_nobody_can_be_sure_of_changes_nothing(
    app: Flask, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(PageOpener, "open", lambda *_: Opened(State.UNSURE, "answer 403"))
    before = (folder / "campaign.toml").read_text("utf-8")
    result = app.test_cli_runner().invoke(args=["campaigns", "sources", "--write", str(folder)])
    assert "study-2021: unsure: answer 403" in result.output
    assert (folder / "campaign.toml").read_text("utf-8") == before


@pytest.mark.parametrize("slug", campaigns())
def test_every_line_of_a_real_campaign_but_the_day_stays(slug: str) -> None:
    text = (CAMPAIGNS / slug / "campaign.toml").read_text("utf-8")
    entry, _ = manifest.read(text)
    assert entry
    for number in range(0, len(entry.sources), 9):
        for is_gone in (True, False):
            changed = written(text, number, TODAY, is_gone)
            again, mistakes = manifest.read(changed)
            assert mistakes == []
            assert again
            source = again.sources[number]
            assert (source.gone if is_gone else source.opened) == TODAY
            lines = [
                line for line in changed.split("\n") if line not in (f"gone = {TODAY}", f"opened = {TODAY}")
            ]
            assert lines == text.split("\n")


def test_a_page_says_that_a_source_no_longer_opens_and_hides_nothing(app: Flask) -> None:
    source = next(iter(campaigns()["forced-labour"].sources.values()))
    gone = source.model_copy(update={"gone": date(2026, 11, 8), "archived": "https://archive.example/copy"})
    with app.test_request_context("/en/"):
        text = render_template_string("{% from '_sources.html' import source %}{{ source(each) }}", each=gone)
        before = render_template_string(
            "{% from '_sources.html' import source %}{{ source(each) }}", each=source
        )
    assert "This source no longer opens (seen on November 8, 2026)." in text
    assert "no longer opens" not in before
    assert source.url in text
    assert "https://archive.example/copy" in text
