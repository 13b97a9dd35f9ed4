"""How many letters this copy made since it started: a number in memory, without names or places."""

from threading import Lock


class Tally:
    """A count that threads may share."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._number = 0

    def add(self, number: int) -> None:
        """Count letters that were made."""
        with self._lock:
            self._number += number

    @property
    def number(self) -> int:
        """How many there were."""
        return self._number
