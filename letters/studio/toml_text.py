"""campaign.toml written from plain values: texts, whole numbers, days, lists of texts, tables and lists of tables."""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any


def to_toml(content: Mapping[str, Any]) -> str:
    """The file's text; tables in the order in which they stand."""
    return "\n".join(_table(content, ())).strip() + "\n"


def _table(content: Mapping[str, Any], path: tuple[str, ...]) -> Iterator[str]:
    tables = {key: value for key, value in content.items() if _is_table(value) or _is_tables(value)}
    for key, value in content.items():
        if key not in tables:
            yield f"{_key(key)} = {_value(value)}"
    for key, value in tables.items():
        name = (*path, key)
        for table, marks in [(each, "[[]]") for each in value] if _is_tables(value) else [(value, "[]")]:
            half = len(marks) // 2
            yield f"\n{marks[:half]}{'.'.join(map(_key, name))}{marks[half:]}"
            yield from _table(table, name)


def _is_table(value: Any) -> bool:
    return isinstance(value, Mapping)


def _is_tables(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(map(_is_table, value))


def _key(name: str) -> str:
    is_bare = name.isascii() and name.replace("-", "").replace("_", "").isalnum()
    return name if is_bare else _text(name)


def _value(value: Any) -> str:
    if isinstance(value, list):
        return f"[{', '.join(map(_value, value))}]"
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_key(key)} = {_value(each)}" for key, each in value.items()) + "}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool):
        return str(value).lower()
    return _text(value) if isinstance(value, str) else str(value)


def _text(text: str) -> str:
    """As a basic string: JSON's escapes are TOML's, but for one character that JSON leaves as it is."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
