"""Keeps the sources' answers with what a source needs to say that nothing has changed since."""

import hashlib
import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

_PAIRS = (("ETag", "If-None-Match"), ("Last-Modified", "If-Modified-Since"))


class Kept(NamedTuple):
    """An answer of before."""

    conditions: Mapping[str, str]
    """Headers that ask for it only if it has changed; {} where nothing is kept."""
    content: bytes


class Memory:
    """A folder of answers, or, without a folder, none."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    def recall(self, address: str) -> Kept:
        """The answer kept for an address; nothing where there is none or it is damaged."""
        with suppress(OSError, ValueError, KeyError, TypeError, AttributeError):
            if self._folder:
                known = json.loads(_file(self._folder, address).read_text("utf-8"))
                content = known["content"].encode("latin-1")
                if known["hash"] == hashlib.sha256(content).hexdigest():
                    return Kept(dict(known["conditions"]), content)
        return Kept({}, b"")

    def keep(self, address: str, headers: Mapping[str, str], content: bytes) -> None:
        """Keep an answer that came with a tag or a day.

        Raises:
            OSError: the folder cannot be written.
        """
        conditions = {ask: headers[given] for given, ask in _PAIRS if given in headers}
        if self._folder and conditions:
            self._folder.mkdir(parents=True, exist_ok=True)
            # Latin-1 has a character for each byte, whatever the answer is written in.
            known = {"hash": hashlib.sha256(content).hexdigest(), "conditions": conditions}
            known = {"address": address, **known, "content": content.decode("latin-1")}
            _file(self._folder, address).write_text(json.dumps(known), "utf-8")


def _file(folder: Path, address: str) -> Path:
    return folder / f"{hashlib.sha256(address.encode('utf-8')).hexdigest()[:32]}.json"
