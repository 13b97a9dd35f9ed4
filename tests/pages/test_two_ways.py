"""Each page that is no step of a process is found in two ways or more (WCAG 2.2, 2.4.5)."""

from collections import defaultdict

import pytest

from app import create_app
from tests.pages.visits import LANGUAGES
from tests.support import TODAY, UNLIMITED, Page


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_linked_from_two_others(language: str) -> None:
    client = create_app(UNLIMITED, {"TESTING": True, "TODAY": lambda: TODAY, "STUDIO": True}).test_client()
    home = f"/{language}/"
    linked: dict[str, set[str]] = defaultdict(set)
    waiting = [home]
    while waiting:
        path = waiting.pop()
        for link in Page(client.get(path).text).all("a"):
            to = link["href"].partition("?")[0].partition("#")[0]
            if not to.startswith(home) or to == path or to.endswith(".pdf"):
                continue
            if to not in linked and to != home:
                waiting.append(to)
            linked[to].add(path)
    assert len(linked) > 15, "the site was walked"
    assert {path for path, ways in linked.items() if len(ways) < 2} == set()
