"""The number of a source in round brackets, (1), read as the mark [1] where it can be nothing else."""

import re
from collections.abc import Collection, Mapping

_CITING = re.compile(r"Summary/\d+/text|Letter/[^/]+/Core/.+|editor/Text")
"""Fields in which a mark names a source."""
_ROUND = re.compile(r"(?:(?<=\D[\s.!?”»])|(?<=\d{4}\s))\(\d{1,2}\)(?:[\s,]*\(\d{1,2}\))*")
"""One or several after a sentence or a space; "section 4 (1)" is a law's, but what follows a year is a source."""
_AT_END = re.compile(r"\(\d{1,2}\)[.!?]?\s*$")


def with_square_brackets(fields: Mapping[str, str], sources: Collection[str]) -> dict[str, str]:
    """The fields with the marks of these sources as the check knows them."""
    return {
        name: _marked(text, sources) if _CITING.fullmatch(name) else text for name, text in fields.items()
    }


def _marked(text: str, sources: Collection[str]) -> str:
    """Only in lines that end in such a number: in "(1) the first, (2) the second" it counts what follows."""

    def mark(found: re.Match[str]) -> str:
        ids = re.findall(r"\d+", found[0])
        return "".join(f" [{id}]" for id in ids).lstrip() if set(ids) <= set(sources) else found[0]

    return "\n".join(_ROUND.sub(mark, line) if _AT_END.search(line) else line for line in text.split("\n"))
