"""The unit for systemd, the container's file and the examples of the operators' guide, as far as they run without either."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import yaml

from tests.serving import GUIDE, ROOT, START, UNIT
from tests.support import free_port
from web.settings import Settings, workers

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


def commands(setting: str) -> list[list[str]]:
    """The unit's commands of that name, as words."""
    return [shlex.split(line) for line in re.findall(rf"^{setting}=(.+)$", UNIT, re.MULTILINE)]


def gunicorn(*arguments: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    return run([sys.executable, "-m", "gunicorn", *arguments], **environment)


def test_what_would_not_start_is_said_before_anything_is_stopped() -> None:
    check, signal = commands("ExecReload")
    assert Path(check[0]).name == "gunicorn"
    assert signal[-1] == "$MAINPID", "old workers are signalled last"
    assert gunicorn(*check[1:]).returncode == 0
    refused = gunicorn(*check[1:], **BAD)
    assert refused.returncode == 1
    assert SAYS in refused.stderr.splitlines()[0]


def test_a_server_that_cannot_start_ends_and_says_why_without_a_traceback() -> None:
    ended = gunicorn("--bind", f"127.0.0.1:{free_port()}", START, **BAD)
    assert ended.returncode != 0
    assert SAYS in ended.stderr
    assert "Traceback" not in ended.stdout + ended.stderr


def test_what_an_operator_of_granian_has_left_is_said_at_start() -> None:
    left = {"NO_BYSTANDER_LONGEST_BODY_SECONDS": "15", "GRANIAN_WORKERS": "2"}
    said = gunicorn("--check-config", START, **left)
    assert said.returncode == 0
    assert "LONGEST_BODY_SECONDS is no longer read: the proxy" in said.stderr
    assert "GRANIAN_WORKERS is no longer read" in said.stderr


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


def test_unit_container_and_compose_run_the_same_server() -> None:
    container = (ROOT / "Containerfile").read_text("utf-8")
    assert commands("ExecStart")[0][1:] == [START]
    assert container.rstrip().endswith(f'CMD ["gunicorn", "{START}"]')
    services = yaml.safe_load((ROOT / "compose.yaml").read_text("utf-8"))["services"]
    assert set(services) == {"app", "proxy", "redis"}
    assert services["app"]["build"]["dockerfile"] == "Containerfile"
    given = {name: str(value) for name, value in services["app"]["environment"].items()}
    settings = Settings.from_environment({name: value for name, value in given.items() if "${" not in value})
    assert settings.trusted_proxies == 1
    assert "ports" not in services["app"], "only the proxy is reached from outside"
    caddy = (ROOT / "docs" / "Caddyfile").read_text("utf-8")
    assert "reverse_proxy app:8000" in caddy
    assert "request_buffers" in caddy
    assert f"PORT={8000}" in container


def test_every_image_is_named_by_its_exact_version_and_no_registrys_host() -> None:
    images = re.findall(r"^FROM (\S+)$", (ROOT / "Containerfile").read_text("utf-8"), re.MULTILINE)
    services = yaml.safe_load((ROOT / "compose.yaml").read_text("utf-8"))["services"]
    images += [service["image"] for service in services.values() if "build" not in service]
    assert len(images) == 3
    for image in images:
        assert re.fullmatch(r"[a-z]+:\d+\.\d+\.\d+(-[a-z-]+)?(@sha256:[0-9a-f]{64})?", image), image


def test_nothing_but_what_the_container_needs_is_sent_to_its_build() -> None:
    copied = re.findall(r"^COPY (.+) \S+$", (ROOT / "Containerfile").read_text("utf-8"), re.MULTILINE)
    names = {name for line in copied for name in line.split()}
    assert "." not in names
    lines = (ROOT / ".dockerignore").read_text("utf-8").split("\n")
    assert "*" in lines
    assert {line[1:] for line in lines if line.startswith("!")} == names
    ignored = run(["git", "check-ignore", "no-bystander.env", ".env", "uv.lock"])
    assert len(ignored.stdout.split()) == 3
