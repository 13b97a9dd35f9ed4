"""What a person would look a code up in instead: a table of sqlite, in memory."""

import sqlite3
from collections.abc import Iterable


def one_place(rows: Iterable[tuple[str, str]]) -> sqlite3.Connection:
    """A table of codes, each with its place."""
    table = sqlite3.connect(":memory:")
    table.execute("create table codes (code text primary key, place text) without rowid")
    table.executemany("insert or ignore into codes values (?, ?)", rows)
    return table


def ask(table: sqlite3.Connection, code: str) -> object:
    """The place of a code."""
    return table.execute("select place from codes where code = ?", (code,)).fetchone()
