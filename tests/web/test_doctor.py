"""`flask doctor` says in sentences what is wrong, and fails where visitors are harmed."""

import json
import shutil
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path

import pytest

from app import create_app
from letters.outputs.typesetting import typst_pdf
from letters.outputs.typesetting.coverage import FONTS
from representatives.languages import TRANSLATIONS
from representatives.storage.dataset import DATA, Dataset
from tests.support import TODAY, free_port
from web.doctor import checks, command, outputs
from web.doctor.checks import Finding
from web.settings import Settings

BEHIND_A_PROXY = Settings("A group", "mailto:a@example.org", "https://letters.example.org", 1)


def serious(found: Iterable[Finding]) -> list[str]:
    return [each.sentence for each in found if each.serious]


def test_the_command_fails_only_where_something_is_serious() -> None:
    for day, status in ((TODAY, 0), (date(2000, 1, 1), 1)):
        runner = create_app(config={"TODAY": lambda day=day: day}).test_cli_runner()
        done = runner.invoke(args=["doctor"])
        assert done.exit_code == status, done.output
        assert f"{'SERIOUS' if status else '- '}" in done.output.splitlines()[0]
        assert done.output.splitlines()[-1].endswith("of them serious.")


def test_people_grow_old() -> None:
    dataset = Dataset()
    newest = max(str(table["as_of"]) for name, table in dataset.resources.items() if name.endswith("-people"))
    day = date.fromisoformat((newest + "-01")[:10])
    assert [each for each in checks.data(dataset, day) if "ca-people" in each.sentence] == []
    oldest = min(str(table["as_of"]) for name, table in dataset.resources.items() if name.endswith("-people"))
    as_of = date.fromisoformat((oldest + "-01")[:10])
    for days, said, is_serious in (
        (59, False, False),
        (60, True, False),
        (179, True, False),
        (180, True, True),
    ):
        found = [*checks.data(dataset, as_of + timedelta(days=days))]
        assert any("days old" in each.sentence for each in found) is said, "as on the pages"
        assert any("days old" in each for each in serious(found)) is is_serious


def test_a_clock_before_the_data_is_found() -> None:
    assert any("set the clock" in each for each in serious(checks.data(Dataset(), date(1970, 1, 1))))


def test_vacant_seats_are_named() -> None:
    sentences = [each.sentence for each in checks.seats(TODAY)]
    assert any("Scarborough North" in sentence for sentence in sentences)


def test_requests_that_ended_are_named() -> None:
    assert not [each for each in checks.campaigns(TODAY) if each.serious]
    after = [each.sentence for each in checks.campaigns(date(2040, 1, 1))]
    assert all("ended on" in sentence or "nothing left" in sentence for sentence in after)


def test_missing_translations_are_counted(tmp_path: Path) -> None:
    assert [*checks.translations(TRANSLATIONS)] == []
    assert "messages.mo is missing or damaged" in serious(checks.translations(tmp_path))[0]
    shutil.copytree(TRANSLATIONS, tmp_path, dirs_exist_ok=True)
    catalogue = tmp_path / "fr/LC_MESSAGES/messages.po"
    with catalogue.open("a", encoding="utf-8") as file:
        file.write('\nmsgid "A new sentence"\nmsgstr ""\n')
    assert [each.sentence for each in checks.translations(tmp_path)] == [
        "1 sentences are not translated to fr: 'A new sentence' is one."
    ]


def test_a_text_of_translations_that_is_missing_is_said(tmp_path: Path) -> None:
    shutil.copytree(TRANSLATIONS, tmp_path, dirs_exist_ok=True)
    (tmp_path / "fr/LC_MESSAGES/messages.po").unlink()
    [said] = checks.translations(tmp_path)
    assert not said.serious, "the pages read messages.mo alone"
    assert "messages.po is missing" in said.sentence


def test_a_catalogue_that_is_older_than_its_text_is_serious(tmp_path: Path) -> None:
    shutil.copytree(TRANSLATIONS, tmp_path, dirs_exist_ok=True)
    with (tmp_path / "fr/LC_MESSAGES/messages.po").open("a", encoding="utf-8") as file:
        file.write('\nmsgid "A new sentence"\nmsgstr "Une nouvelle phrase"\n')
    assert [each[:50] for each in serious(checks.translations(tmp_path))] == [
        "1 translations to fr are not in messages.mo, so th"
    ]


def test_names_that_could_not_be_printed_are_told_by_their_script(tmp_path: Path) -> None:
    """As printing finds it: a font that is missing, cut off, or a stand-in of a large file kept elsewhere."""
    assert [*outputs.fonts()] == []
    assert "Chinese, Japanese, Korean" in serious(outputs.fonts(tmp_path / "none"))[0]
    for path in FONTS.glob("*.ttf"):
        (tmp_path / path.name).symlink_to(path)
    damaged = {
        "NotoSerifTibetan-Regular.ttf": 300_000,
        "NanumMyeongjo.ttf": 100,
        "NotoSerifThai-Regular.ttf": 0,
    }
    for name, length in damaged.items():
        (tmp_path / name).unlink()
        (tmp_path / name).write_bytes((FONTS / name).read_bytes()[:length])
    assert [sentence.partition(" is in ")[0] for sentence in serious(outputs.fonts(tmp_path))] == [
        "No whole font for Korean, Tibetan, Thai"
    ]


def test_every_font_that_somebodys_name_needs_is_missed(tmp_path: Path) -> None:
    for path in FONTS.glob("*.ttf"):
        (tmp_path / path.name).symlink_to(path)
    missed = []
    for path in FONTS.glob("*.ttf"):
        (tmp_path / path.name).unlink()
        missed += [path.stem] * len(serious(outputs.fonts(tmp_path)))
        (tmp_path / path.name).symlink_to(path)
    shown_by_typst = ("Armenian", "Hebrew", "Cherokee", "Devanagari")
    assert sorted(missed) == sorted(
        path.stem for path in FONTS.glob("*.ttf") if not any(name in path.stem for name in shown_by_typst)
    )


def test_the_operators_settings_are_looked_at() -> None:
    assert [*command.operator(BEHIND_A_PROXY)] == []
    sentences = [each.sentence for each in command.operator(Settings())]
    assert any("TRUSTED_PROXIES" in sentence for sentence in sentences)
    assert any("OPERATOR" in sentence for sentence in sentences)
    assert any("ADDRESS" in sentence for sentence in sentences)


def test_limits_that_workers_do_not_share_are_found() -> None:
    assert [*command.limits(Settings(), {"WEB_CONCURRENCY": "1"})] == []
    assert "4 times the limits" in next(command.limits(Settings(), {"WEB_CONCURRENCY": "4"})).sentence


def test_a_redis_that_does_not_answer_is_serious() -> None:
    settings = Settings(limit_storage=f"redis://127.0.0.1:{free_port()}/0")
    assert len(serious(command.limits(settings, {}))) == 1


def test_damaged_data_is_serious(tmp_path: Path) -> None:
    shutil.copytree(DATA, tmp_path / "data")
    dataset = Dataset(tmp_path / "data")
    described = json.loads((DATA / "datapackage.json").read_text("utf-8"))
    people = tmp_path / "data" / described["resources"][1]["path"]
    people.write_bytes(people.read_bytes()[:-10])
    assert "is not the file that was published" in serious(checks.data(dataset, TODAY))[0]


def test_a_file_of_letters_that_was_cut_off_is_serious(monkeypatch: pytest.MonkeyPatch) -> None:
    assert list(outputs.downloads()) == []
    whole = typst_pdf._TEMPLATES["envelope.typ"]
    monkeypatch.setitem(typst_pdf._TEMPLATES, "envelope.typ", whole[:-200])
    (found,) = outputs.downloads()
    assert found.serious
    assert "as envelope-10.pdf, envelope-dl.pdf, envelope-c5.pdf: restore it" in str(found)
