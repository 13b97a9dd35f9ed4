"""The scheduled workflows, which only a forge can run: what they call is there, and what they use cannot be moved."""

import re
import subprocess
from pathlib import Path

import pytest
import yaml
from click import Group
from flask import Flask

from tests.serving import ROOT

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))


def steps(workflow: Path) -> list[dict[str, str]]:
    described = yaml.safe_load(workflow.read_text("utf-8"))
    return [step for job in described["jobs"].values() for step in job["steps"]]


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_every_step_is_a_shells_and_calls_what_is_there(workflow: Path, app: Flask) -> None:
    scripts = [step["run"] for step in steps(workflow) if "run" in step]
    assert scripts
    for script in scripts:
        checked = subprocess.run(
            ["bash", "-n"], input=script, text=True, capture_output=True, check=False, timeout=20
        )
        assert checked.stderr == ""
        for file in re.findall(r"-r (\S+)", script):
            assert (ROOT / file).is_file()
        for names in re.findall(r"^flask ((?:[a-z]+ ?)+)", script, re.MULTILINE):
            first, *more = names.split()
            command = app.cli.commands[first]
            assert isinstance(command, Group)
            assert more[0] in command.commands


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_every_action_is_named_by_its_commit(workflow: Path) -> None:
    used = [step["uses"] for step in steps(workflow) if "uses" in step]
    assert used
    assert [name for name in used if not re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40}", name)] == []


def test_a_version_that_cannot_be_audited_fails_the_audit() -> None:
    audits = [step["run"] for step in steps(ROOT / ".github/workflows/audit.yml") if "run" in step]
    assert {re.findall(r"-r (\S+)", audit)[0] for audit in audits} == {
        "requirements.txt",
        "requirements-server.txt",
    }
    assert all("--strict" in audit for audit in audits)


def test_every_tool_and_machine_of_a_workflow_is_named_by_its_version() -> None:
    for workflow in WORKFLOWS:
        described = yaml.safe_load(workflow.read_text("utf-8"))
        for job in described["jobs"].values():
            assert re.fullmatch(r"ubuntu-\d\d\.\d\d", job["runs-on"]), workflow.name
        for step in steps(workflow):
            for tool in re.findall(r"pipx run (\S+)", step.get("run", "")):
                assert re.fullmatch(r"[\w-]+==[\d.]+", tool), workflow.name
