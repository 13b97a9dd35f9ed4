"""Heavy files are made one at a time, few wait, and whoever is refused keeps everything typed."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread
from typing import Any

import pytest
from flask import Flask

from letters.outputs.bounds import queue
from letters.outputs.bounds.queue import MOST, MOST_OF_A_NETWORK, Busy, Queue
from tests.conftest import Visit
from tests.support import CAMPAIGN, letter_form

ROOT = Path(__file__).parents[3]
FILE = f"/en/{CAMPAIGN}/letter.pdf"
FRENCH = f"/fr/{CAMPAIGN}/letter.docx"


@contextmanager
def waiting(waited: Queue, networks: list[str]) -> Iterator[list[str]]:
    """One request of each network: the first has its turn until the end, the others wait; who was served, in order."""
    served: list[str] = []
    enough, threads = Event(), []

    def ask(network: str) -> None:
        with waited.turn(network):
            served.append(network)
            enough.wait()

    for number, network in enumerate(networks, 1):
        threads.append(Thread(target=ask, args=(network,)))
        threads[-1].start()
        while len(waited._waiting) < number:
            Event().wait(0.001)
    try:
        yield served
    finally:
        enough.set()
        for thread in threads:
            thread.join()


def test_one_file_is_made_at_a_time_and_all_who_wait_are_served() -> None:
    waited = Queue()
    with waiting(waited, ["a", "b", "c"]) as served:
        assert served == ["a"]
    assert sorted(served) == ["a", "b", "c"]
    assert waited._waiting == [], "no network is remembered"


def refused(waited: Queue, network: str) -> int:
    """After how many seconds a request is told to come back."""
    with pytest.raises(Busy) as error, waited.turn(network):
        pass
    return error.value.seconds


def test_neither_a_network_nor_all_together_fill_the_threads() -> None:
    waited = Queue()
    with waiting(waited, ["a"] * MOST_OF_A_NETWORK + ["b"]):
        assert 2 <= refused(waited, "a") <= 30
        assert len(waited._waiting) < MOST, "another network may still come"
    with waiting(waited, [f"network {number}" for number in range(MOST)]):
        refused(waited, "another")
    threads = re.search(r"^threads = (\d+)", (ROOT / "gunicorn.conf.py").read_text("utf-8"), re.MULTILINE)
    assert threads is not None
    assert int(threads[1]) >= 2 * MOST, "half of the threads are left for pages"


def test_who_waits_too_long_is_refused_and_leaves_no_trace(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queue, "PATIENCE", 0)
    waited = Queue()
    with waiting(waited, ["a"]):
        with pytest.raises(Busy), waited.turn("b"):
            pass
        assert waited._waiting == ["a"]


def test_a_file_that_fails_lets_the_next_have_its_turn() -> None:
    waited = Queue()
    for _ in range(2 * MOST):
        with pytest.raises(ValueError, match="fails"), waited.turn("a"):
            raise ValueError("fails")


def test_thirty_guests_of_one_network_are_served_one_after_another(visit: Visit) -> None:
    for guest in range(30):
        response = visit("POST", FILE, data=letter_form(name=f"Guest {guest}"))
        assert response.status_code == 200


@pytest.mark.parametrize(("path", "says"), [(FILE, "press the button again"), (FRENCH, "appuyez de nouveau")])
def test_who_is_refused_is_told_when_to_come_back_on_a_page_that_holds_everything(
    app: Flask, visit: Visit, path: str, says: str
) -> None:
    typed: dict[str, Any] = letter_form(name="Zoë O’Neil", own_words="These words are kept. I wrote them.")
    with waiting(app.extensions["file_queue"], [f"network {number}" for number in range(MOST)]):
        response = visit("POST", path, data=typed)
        assert response.status_code == 503
        assert int(response.headers["Retry-After"]) >= 2
        assert says in response.text
        assert "These words are kept." in response.text
        assert response.page.values("postcode") == ["L8S 4L8"]
        for light in ("letter", "letter.txt", "letter.eml"):
            assert visit("POST", f"/en/{CAMPAIGN}/{light}", data=typed).status_code == 200
        refused = visit("GET", f"/en/{CAMPAIGN}/evening/worksheet.pdf")
        assert refused.status_code == 503
        assert refused.headers["Retry-After"]
    assert visit("POST", path, data=typed).status_code == 200
