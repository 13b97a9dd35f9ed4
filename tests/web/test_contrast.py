"""What shows a control or tells a state stands out from what lies beside it: 3:1 (WCAG 2.2, 1.4.11), light and dark."""

import re
from pathlib import Path

import pytest

from web.organisation.contrast import ratio

STYLE = (Path(__file__).parents[2] / "static" / "style.css").read_text("utf-8")
LIGHT, DARK = (
    dict(re.findall(r"--([a-z]+): (#[0-9a-f]+);", part))
    for part in STYLE.split("(prefers-color-scheme: dark)")
)
SHOWN = {
    "edge": "the border of a field, a chip or a bar",
    "blue": "a button, its border, a mark of a list that opens, a likelihood’s bar",
    "wax": "the current step",
    "wrong": "the border of a field with an error",
    "focus": "the ring of focus",
    "gold": "the line below the writer’s own sentences",
}


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("name", SHOWN, ids=SHOWN.values())
def test_a_control_and_a_state_stand_out(scheme: dict[str, str], name: str) -> None:
    for beside in ("ground", "paper"):
        assert ratio(scheme[name], scheme[beside]) >= 3, beside


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("name", "beside"), [("gold", "mine"), ("gold", "tint"), ("blue", "tint")])
def test_a_mark_stands_out_from_its_ground(scheme: dict[str, str], name: str, beside: str) -> None:
    assert ratio(scheme[name], scheme[beside]) >= 3
