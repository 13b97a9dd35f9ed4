"""The code itself: lint, format, types, templates, locks, translations, documents."""

import io
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from flask import Flask

from representatives.languages import IN_ADDRESS
from web.settings import PREFIX, Settings

ROOT = Path(__file__).parents[1]
CATALOGUE = ROOT / "translations" / "fr" / "LC_MESSAGES" / "messages.po"


def run(*command: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    "command",
    [
        ("ruff", "check", "."),
        ("ruff", "format", "--check", "."),
        ("mypy",),
        ("djlint", "templates", "--lint", "--quiet"),
    ],
    ids=lambda command: " ".join(command[:2]),
)
def test_the_code_passes(command: tuple[str, ...]) -> None:
    run(*command)


@pytest.mark.parametrize(
    ("lock", "extra"),
    [
        ("requirements.txt", None),
        ("requirements-test.txt", "test"),
        ("requirements-server.txt", "server"),
        ("requirements-benchmarks.txt", "benchmarks"),
    ],
)
def test_locks_pin_every_dependency_and_name_no_registry(lock: str, extra: str | None) -> None:
    text = (ROOT / lock).read_text("utf-8")
    assert "://" not in text
    pinned = set(re.findall(r"^([a-z0-9-]+)==\S+", text, re.MULTILINE))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = [*project["dependencies"], *(project["optional-dependencies"][extra] if extra else ())]
    assert {re.split(r"[^a-z0-9-]", name)[0] for name in wanted} <= pinned
    entries = re.split(r"\n(?=[a-z0-9-]+==)", text)[1:]
    assert all("--hash=sha256:" in entry for entry in entries)


def _catalogue() -> Catalog:
    return read_po(io.BytesIO(CATALOGUE.read_bytes()), locale="fr")


def test_every_sentence_is_translated_and_none_is_left_over(tmp_path: Path) -> None:
    template = tmp_path / "messages.pot"
    run(
        "babel.messages.frontend",
        "-q",
        "extract",
        "-F",
        "pyproject.toml",
        "-k",
        "N_",
        "-o",
        str(template),
        ".",
    )
    asked = {message.id for message in read_po(io.BytesIO(template.read_bytes())) if message.id}
    catalogue = _catalogue()
    assert {message.id for message in catalogue if message.id} == asked
    untranslated = [m.id for m in catalogue if m.id and not (all(m.string) if m.pluralizable else m.string)]
    assert untranslated == []
    assert [m.id for m in catalogue if m.id and m.fuzzy] == []


def test_translations_keep_the_placeholders() -> None:
    for message in _catalogue():
        ids, strings = (
            (message.id, message.string) if message.pluralizable else ([message.id], [message.string])
        )
        for text, translated in zip(ids, strings, strict=True):
            assert set(re.findall(r"%\(\w+\)\w", translated)) == set(re.findall(r"%\(\w+\)\w", text))


def test_the_compiled_catalogue_is_that_of_the_text() -> None:
    compiled = io.BytesIO()
    write_mo(compiled, _catalogue())
    assert CATALOGUE.with_suffix(".mo").read_bytes() == compiled.getvalue()


def test_french_sentences_have_their_non_breaking_spaces() -> None:
    for message in _catalogue():
        for text in message.string if message.pluralizable else [message.string if message.id else ""]:
            assert not re.search(r" [:;!?»]| %(?!\()|« ", text), text


def test_the_readme_names_every_setting_and_no_other() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    named = set(re.findall(rf"`{PREFIX}([A-Z_]+)`", readme))
    assert named == {name.upper() for name in Settings.__dataclass_fields__}


def test_the_readme_names_every_route(app: Flask) -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    for rule in app.url_map.iter_rules():
        if not rule.rule.startswith("/static/"):
            address = rule.rule.replace(IN_ADDRESS, "<lang>").replace("<slug>", "<campaign>")
            assert address.split(".<")[0] in readme, rule


def test_the_readme_names_every_command(app: Flask) -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    for name, group in app.cli.commands.items():
        for command in getattr(group, "commands", {name: None}):
            assert f"flask {name}" + (f" {command}" if command != name else "") in readme


def test_ci_runs_the_readmes_test_command() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    command = next(line for line in readme.splitlines() if "requirements-test.txt &&" in line)
    assert command in (ROOT / ".ci" / "run").read_text("utf-8").splitlines()


def test_links_in_the_documents_lead_somewhere() -> None:
    for document in [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), ROOT / "letters/outputs/fonts/README.md"]:
        for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", document.read_text("utf-8")):
            assert (document.parent / target).exists(), f"{document.name}: {target}"
