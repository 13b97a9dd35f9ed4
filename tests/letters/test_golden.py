"""Golden letters: a whole letter for each campaign, country, chamber and language, and for each special form of address.

They are renewed on purpose with UPDATE_GOLDEN=1 pytest tests/letters/test_golden.py, and the difference is read.
"""

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from letters.outputs.text import page
from representatives.countries import COUNTRIES
from tests.support import MEMBER, SENATOR, TODAY, a_letter, campaigns, offered

GOLDEN = Path(__file__).parent / "golden"
NEXT_CONGRESS = date(2027, 1, 4)
PEOPLE = {
    "ca": {
        "member": MEMBER,
        "honourable-member": "ca-commons-104555",
        "senator": SENATOR,
        "privy-councillor": "ca-senate-harder-peter-pc",
    },
    "gb": {"member": "gb-commons-5358", "right-honourable": "gb-commons-1171", "knight": "gb-commons-1211"},
    "us": {
        "representative": "us-house-G000597",
        "delegate": "us-house-N000147",
        "senator": "us-senate-S000148",
    },
    "au": {
        "member": "au-house-warringah",
        "honourable-member": "au-house-kingsford-smith",
        "senator": "au-senate-david-shoebridge",
    },
}


def _cases() -> Iterator[tuple[str, str, str, str, date]]:
    """File name, campaign, representative, language, day."""
    for slug in sorted(path.name for path in (Path(__file__).parents[2] / "letters/campaigns").iterdir()):
        for country, people in PEOPLE.items():
            for language in COUNTRIES[country].languages:
                for who, id in people.items():
                    yield f"{slug}.{country}.{language}.{who}.txt", slug, id, language, TODAY
        for who in ("representative", "senator"):
            yield f"{slug}.us.en.{who}-in-the-next-congress.txt", slug, PEOPLE["us"][who], "en", NEXT_CONGRESS


CASES = {name: case for name, *case in _cases()}


@pytest.mark.parametrize("name", CASES)
def test_the_letter_reads_as_the_one_that_was_approved(name: str) -> None:
    slug, to, language, day = CASES[name]
    asks = offered(to, slug, language, day)[:3]
    made = page(a_letter(to, slug, language=language, requests=asks, day=day))
    path = GOLDEN / name
    if os.environ.get("UPDATE_GOLDEN"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(made, "utf-8", newline="\n")
    assert made == path.read_text("utf-8")


def test_every_golden_letter_belongs_to_a_campaign_country_language_and_person() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == CASES.keys()


def test_every_campaign_country_language_and_chamber_has_a_golden_letter() -> None:
    made = {(slug, id[:2], language, id.split("-")[1]) for slug, id, language, _ in CASES.values()}
    assert made == {
        (slug, country, language, str(chamber))
        for slug, campaign in campaigns().items()
        for (country, language), words in campaign.words.items()
        for chamber in words.letters
    }
