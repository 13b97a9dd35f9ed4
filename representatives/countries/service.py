"""A country's public service that knows where something lies, as a value; representatives/live.py asks it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Service:
    """A public service that knows in which constituency a postcode or an address lies."""

    name: str
    """As the button names it: its host."""
    takes_address: bool
    """Whether it needs an address rather than the postcode."""
    address: str
    """Where it is asked; {asked} stands for what is asked, where that is a part of the address."""
    read: Callable[[Any], Iterator[str]]
    """The codes in an answer; whatever an answer of another shape raises is caught."""
    parameters: Callable[[str], Mapping[str, str]] = lambda _: {}
    a_minute: int = 600
    """How often this process may ask."""
