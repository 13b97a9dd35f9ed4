"""The operator's settings are checked at start, each with a sentence, and README.md tells them as the code does.

UPDATE_SETTINGS=1 pytest tests/web/test_settings.py writes its table anew.
"""

import ast
import os
import re
from itertools import pairwise
from pathlib import Path

import pytest

from web import settings
from web.settings import PREFIX, Settings, SettingsError

README = Path(__file__).parents[2] / "README.md"
TABLE = re.compile(r"(?<=\| variable \| default \| what \|\n\|---\|---\|---\|\n)(?:\|.*\n)+")


def test_nothing_has_to_be_set() -> None:
    assert Settings.from_environment({"PATH": "/bin"}) == Settings()


def test_every_setting_is_read() -> None:
    read = Settings.from_environment(
        {
            "NO_BYSTANDER_OPERATOR": " A group ",
            "NO_BYSTANDER_CONTACT": "mailto:a@example.org",
            "NO_BYSTANDER_ADDRESS": "https://letters.example.org/",
            "NO_BYSTANDER_TRUSTED_PROXIES": "1",
            "NO_BYSTANDER_LARGEST_BODY_KB": "64",
            "NO_BYSTANDER_METRICS_HOST": "::1",
        }
    )
    assert read == Settings(
        "A group", "mailto:a@example.org", "https://letters.example.org", 1, 64, metrics_host="::1"
    )


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("CONTACT", "javascript:alert(1)"),
        ("CONTACT", "a@example.org"),
        ("ADDRESS", "letters.example.org"),
        ("ADDRESS", "https://letters.example.org?x"),
        ("ADDRESS", "https://user@example.org"),
        ("ADDRESS", "javascript:alert(1)"),
        ("ADDRESS", "https://"),
        ("ADDRESS", "https://a b"),
        ("TRUSTED_PROXIES", "-1"),
        ("TRUSTED_PROXIES", "one"),
        ("TRUSTED_PROXIES", "²"),
        ("LARGEST_BODY_KB", "1"),
        ("LARGEST_BODY_KB", "99999999"),
        ("LIMIT_STORAGE", "mongodb://localhost"),
        ("LIMIT_STORAGE", "redis://localhost:six"),
        ("LIMIT_STORAGE", "redis://localhost:99999"),
        ("LIMIT_STORAGE", "redis://[::1"),
        ("METRICS_HOST", "127.0.0.1:9100"),
        ("METRICS_HOST", "nowhere.example"),
        ("METRICS_HOST", ""),
        ("NAME", ""),
        ("NAME", "x" * 81),
        ("OPERATER", "misspelt"),
    ],
)
def test_a_bad_setting_is_named(variable: str, value: str) -> None:
    with pytest.raises(SettingsError, match=f"NO_BYSTANDER_{variable}"):
        Settings.from_environment({f"NO_BYSTANDER_{variable}": value})


def table() -> str:
    """The rows as settings.py tells them: each setting's name, default, and the text below it."""
    body = ast.parse(Path(settings.__file__).read_text("utf-8")).body
    told = next(node for node in body if isinstance(node, ast.ClassDef) and node.name == "Settings").body
    rows = ""
    for field, text in pairwise(told):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name):
            assert isinstance(text, ast.Expr), f"{field.target.id} has no text"
            assert isinstance(text.value, ast.Constant)
            default = {"": "none", "False": "`off`"}.get(
                shown := str(ast.literal_eval(field.value)), f"`{shown}`"
            )
            what = " ".join(str(text.value.value).split())
            rows += f"| `{PREFIX}{field.target.id.upper()}` | {default} | {what} |\n"
    return rows


def test_the_readmes_table_is_what_the_code_says() -> None:
    readme = README.read_text("utf-8")
    if os.environ.get("UPDATE_SETTINGS"):
        readme = TABLE.sub(lambda _match: table(), readme)
        README.write_text(readme, "utf-8")
    assert TABLE.findall(readme) == [table()]
    assert table().count("\n") == len(Settings.__dataclass_fields__)
