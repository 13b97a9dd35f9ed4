"""Heavy files are made one at a time in each process, and few wait: pages of others are answered meanwhile.

A file may keep a processor busy for a second. Without a queue, some dozen requests for large letters in rare scripts would
hold every thread, and the next visitor's page would wait for all of them.
"""

import math
import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

from representatives.languages import N_

MOST = 6
"""Requests that are served or wait, in a process: fewer than gunicorn.conf.py's threads, so that pages have one."""
MOST_OF_A_NETWORK = 4
"""Of them those of one network, so that one alone does not keep all others out."""
PATIENCE = 10.0
"""Seconds that a request waits for its turn."""
BUSY = N_(
    "Many files are being made at this moment. Nothing you typed is lost: press the button again in about %(number)s seconds."
)


class Busy(Exception):
    """The queue is full."""

    def __init__(self, seconds: int) -> None:
        super().__init__(seconds)
        self.seconds = seconds
        """After which it is worth trying again."""


class Queue:
    """The requests of one process for heavy files; shared by threads."""

    def __init__(self) -> None:
        self._waiting: list[str] = []
        self._lock, self._turn = Lock(), Lock()
        self._last = 0.0

    @contextmanager
    def turn(self, network: str) -> Iterator[None]:
        """Wait until no other file is being made.

        Args:
            network: what stands for the sender's network; it is forgotten when the file is made.

        Raises:
            Busy: too many wait already, or it took too long.
        """
        with self._lock:
            if len(self._waiting) >= MOST or self._waiting.count(network) >= MOST_OF_A_NETWORK:
                raise Busy(self._seconds())
            self._waiting.append(network)
        try:
            if not self._turn.acquire(timeout=PATIENCE):
                raise Busy(self._seconds())
            begun = time.monotonic()
            try:
                yield
            finally:
                self._last = time.monotonic() - begun
                self._turn.release()
        finally:
            with self._lock:
                self._waiting.remove(network)

    def _seconds(self) -> int:
        """Until those who wait now are probably served, if each file takes as long as the last."""
        return max(2, min(30, math.ceil(len(self._waiting) * self._last)))
