"""docs/accessibility.yaml keeps the form of OpenACR, and names only tests that exist."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
TEXT = (ROOT / "docs" / "accessibility.yaml").read_text("utf-8")
LEVELS = {"supports", "partially-supports", "does-not-support", "not-applicable", "not-evaluated"}


def test_each_criterion_stands_once_and_says_how_the_pages_and_the_documents_meet_it() -> None:
    criteria = re.split(r"^      - num: ", TEXT, flags=re.MULTILINE)[1:]
    numbers = [each.partition("\n")[0] for each in criteria]
    assert len(numbers) == len(set(numbers)) == 32 + 24, (
        "levels A and AA of WCAG 2.2, with 4.1.1, which it removed"
    )
    for each in criteria:
        assert re.findall(r"- name: (\S+)", each) == ["web", "electronic-docs"], each
        levels = re.findall(r"level: (\S+)", each)
        assert len(levels) == 2, each
        assert set(levels) <= LEVELS, each


def test_what_the_schema_wants_is_there() -> None:
    assert re.search(r"^  email: \S", TEXT, re.MULTILINE)
    assert re.search(r'^report_date: "\d{4}-\d\d-\d\d"$', TEXT, re.MULTILINE), "a text, not YAML's date"


def test_the_tests_that_it_names_exist() -> None:
    named = set(re.findall(r"tests/[a-z_/]+\.py", TEXT))
    assert named
    assert [path for path in named if not (ROOT / path).is_file()] == []
