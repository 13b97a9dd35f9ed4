"""The unit for systemd, the container's file and the examples of the operators' guide, as far as they run without either."""

import os
import re
import shlex
import subprocess
import sys

import pytest

from tests.serving import ROOT, UNIT, command
from tests.support import free_port
from web.settings import Settings, workers

GUIDE = (ROOT / "docs" / "operators.md").read_text("utf-8")
BAD = {"NO_BYSTANDER_OPERATER": "x"}
SAYS = "NO_BYSTANDER_OPERATER is not a setting"


def run(words: list[str], **environment: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        words,
        cwd=ROOT,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def of_the_unit(setting: str) -> str:
    """The first command of that name, without the folder of the installation."""
    found = re.search(rf"^{setting}=/srv/no-bystander/\.venv/bin/(.+)$", UNIT, re.MULTILINE)
    assert found is not None
    return found[1]


@pytest.mark.parametrize("setting", ["ExecStartPre", "ExecReload"])
def test_what_would_not_start_is_said_before_anything_is_started_or_stopped(setting: str) -> None:
    program, *arguments = shlex.split(of_the_unit(setting))
    assert program == "python"
    assert run([sys.executable, *arguments]).returncode == 0
    refused = run([sys.executable, *arguments], **BAD)
    assert refused.returncode == 1
    assert SAYS in refused.stderr
    assert len(refused.stderr.splitlines()) == 1


def test_old_workers_are_signalled_last() -> None:
    lines = re.findall(r"^ExecReload=(.+)$", UNIT, re.MULTILINE)
    assert [line.split()[-1] for line in lines] == ["asgi", "$MAINPID"]


def test_a_server_that_cannot_start_ends_and_says_why_without_a_traceback() -> None:
    ended = run(command(free_port()), **BAD, GRANIAN_WORKERS="1")
    assert ended.returncode != 0
    assert SAYS in ended.stderr
    assert "Traceback" not in ended.stdout + ended.stderr


def test_the_guides_example_is_read_alike_by_systemd_and_by_a_shell() -> None:
    example = re.search(r"^```ini\n(.+?)^```$", GUIDE, re.MULTILINE | re.DOTALL)
    assert example is not None
    shell = run(["sh", "-euc", f"set -a\n{example[1]}env"])
    assert shell.stderr == ""
    read = dict(line.split("=", 1) for line in shell.stdout.splitlines() if "=" in line)
    settings = Settings.from_environment(read)
    assert settings.operator == "Your organisation"
    assert settings.trusted_proxies == 1
    assert workers(read) == 2
    for line in example[1].splitlines():  # https://www.freedesktop.org/software/systemd/man/systemd.exec.html
        name, value = line.split("=", 1)
        assert read[name] == value.strip('"')


def test_the_container_is_run_as_the_unit_is() -> None:
    """Every option of the one is a variable of the other, with the same value, and nothing more."""
    container = (ROOT / "Containerfile").read_text("utf-8")
    variables = dict(re.findall(r"GRANIAN_(\w+)=(\S+)", container))
    unit: dict[str, str] = {"WEBSOCKETS": "false"}
    words = iter(shlex.split(of_the_unit("ExecStart"))[1:-1])
    for word in words:
        name = word.removeprefix("--").replace("-", "_").upper()
        if name.startswith("NO_"):
            unit["WEBSOCKETS" if name == "NO_WS" else name.removeprefix("NO_")] = "false"
        else:
            unit[name] = "true" if name in ("FACTORY", "RESPAWN_FAILED_WORKERS") else next(words)
    assert {**variables, "HOST": "", "WORKERS": ""} == {**unit, "HOST": "", "WORKERS": ""}
    assert variables["HOST"] == "0.0.0.0"  # noqa: S104 (inside a container)
    assert container.rstrip().endswith(f'CMD ["granian", "{of_the_unit("ExecStart").split()[-1]}"]')
    assert not re.search(r"^FROM \S+\.\S+/", container, re.MULTILINE), "no host of a registry"
