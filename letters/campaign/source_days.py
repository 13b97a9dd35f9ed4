"""Writes into a campaign.toml on which day a source was opened, or since when it no longer opens."""

import re
from datetime import date

from letters.campaign.toml_lines import lines_of


def written(text: str, number: int, day: date, is_gone: bool) -> str:
    """The file with the day of one source, every other line as it was.

    Args:
        text: a campaign.toml without mistakes.
        number: which [[sources]] block, from 0.
        day: the day on which it was looked at.
        is_gone: whether it no longer opens; the first such day stays.
    """
    lines, places = text.split("\n"), lines_of(text)
    start = places["sources", number] - 1
    keys = [place for path, place in places.items() if path[:2] == ("sources", number) and len(path) > 2]
    end = max(keys, default=start + 1)
    block = lines[start:end]
    if is_gone and any(re.match(r"\s*gone\s*=", line) for line in block):
        return text
    if not is_gone:
        block = [line for line in block if not re.match(r"\s*(?:gone|opened)\s*=", line)]
    block.append(f"{'gone' if is_gone else 'opened'} = {day}")
    return "\n".join([*lines[:start], *block, *lines[end:]])
