"""Values of plain data by their type hints: as strict as pydantic on the same hints, and light enough to load always.

pydantic says what is wrong (manifest.py); it costs a worker ten megabytes and a third of a second, so a file without a
mistake is read without it.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from types import NoneType, UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")


@dataclass(frozen=True)
class _Rule:
    """A rule beside a type in Annotated, for both readers."""

    def check(self, value: Any) -> Any:
        """The value.

        Raises:
            ValueError: it breaks the rule; str() is a sentence without its full stop.
        """
        raise NotImplementedError

    def __get_pydantic_core_schema__(self, source: Any, handler: Callable[[Any], Any]) -> Any:
        """How pydantic applies the rule."""
        from pydantic_core import core_schema

        return core_schema.no_info_after_validator_function(self.check, handler(source))


@dataclass(frozen=True)
class Shape(_Rule):
    """A text that matches a pattern."""

    pattern: str

    def check(self, value: Any) -> Any:
        """See _Rule."""
        if not re.search(self.pattern, value):
            raise ValueError(f"this should match the pattern {self.pattern}")
        return value


@dataclass(frozen=True)
class Least(_Rule):
    """A text, list or table with at least so many characters or entries."""

    length: int

    def check(self, value: Any) -> Any:
        """See _Rule."""
        if len(value) < self.length:
            raise ValueError(f"this should have at least {self.length}")
        return value


@dataclass(frozen=True)
class Day(_Rule):
    """A day that TOML itself reads as one: pydantic would take a text for it, too."""

    def check(self, value: Any) -> Any:
        """See _Rule."""
        if not isinstance(value, date) or isinstance(value, datetime):
            raise ValueError("this should be a day without quotes, as in 2025-12-05")
        return value

    def __get_pydantic_core_schema__(self, source: Any, handler: Callable[[Any], Any]) -> Any:
        """See _Rule."""
        from pydantic_core import core_schema

        return core_schema.no_info_before_validator_function(self.check, handler(source))


def conform(value: Any, hint: type[T]) -> T:
    """A value read from a file as the type that its hint names: dataclasses, enumerations, dates, lists, tables.

    Raises:
        ValueError: something in it has another type, breaks a rule, is missing or unknown.
    """
    made: T = _conform(value, hint)
    return made


def _conform(value: Any, hint: Any) -> Any:
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Annotated:
        made = _conform(value, arguments[0])
        for rule in arguments[1:]:
            made = rule.check(made)
        return made
    if origin in (Union, UnionType):
        return _first(value, arguments)
    if origin is list and isinstance(value, list):
        return [_conform(each, arguments[0]) for each in value]
    if origin is dict and isinstance(value, Mapping):
        return {_conform(name, arguments[0]): _conform(each, arguments[1]) for name, each in value.items()}
    if is_dataclass(hint) and isinstance(value, Mapping):
        return _dataclass(value, hint)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint(value)
    if hint in (str, date, NoneType) and isinstance(value, hint) and not isinstance(value, datetime):
        return value
    raise ValueError(f"not a {hint}")


def _first(value: Any, hints: tuple[Any, ...]) -> Any:
    for hint in hints:
        try:
            return _conform(value, hint)
        except ValueError:
            continue
    raise ValueError("none of the types that it may have")


def _dataclass(value: Mapping[str, Any], hint: Any) -> Any:
    hints = get_type_hints(hint, include_extras=True)
    wanted = {each.name for each in fields(hint) if each.default is each.default_factory is MISSING}
    if not wanted <= value.keys() <= hints.keys():
        raise ValueError("keys are missing or unknown")
    return hint(**{name: _conform(each, hints[name]) for name, each in value.items()})


def salvage(value: Any, hint: Any) -> Any:
    """What can be read of a value that does not conform, for the checks that go on.

    Rules are not asked. "", [], {} or None stands for what has another type; unknown keys are left out, and so are such
    entries of a list, but for tables: theirs keep their numbers.
    """
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return salvage(value, arguments[0])
    if is_dataclass(hint):
        return _salvaged(value if isinstance(value, Mapping) else {}, hint)
    if origin is list:
        made = [salvage(each, arguments[0]) for each in value] if isinstance(value, list) else []
        return [each for each in made if each]
    if origin is dict:
        given = value if isinstance(value, Mapping) else {}
        return {name: salvage(each, arguments[1]) for name, each in given.items()}
    try:
        return _conform(value, hint)
    except ValueError:
        return "" if hint is str else None


def _salvaged(value: Mapping[str, Any], hint: Any) -> Any:
    hints = get_type_hints(hint, include_extras=True)
    wanted = {each.name for each in fields(hint) if each.default is each.default_factory is MISSING}
    names = [each.name for each in fields(hint) if each.name in value or each.name in wanted]
    return hint(**{name: salvage(value.get(name), hints[name]) for name in names})
