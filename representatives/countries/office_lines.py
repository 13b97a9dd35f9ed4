"""An office in the lines of an address."""

from textwrap import wrap

_LONGEST, _MOST = 40, 2
"""Characters of a line that a window holds well, and lines: a longer title stands in no address."""


def office_lines(title: str) -> tuple[str, ...]:
    """The title in one or two lines; () where it takes more, as the name alone is right, too."""
    lines = wrap(title, _LONGEST)
    return tuple(lines) if len(lines) <= _MOST else ()
