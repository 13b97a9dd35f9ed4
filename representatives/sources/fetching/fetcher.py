"""Asks the official sources politely: says who asks, waits when told to, and takes again only what has changed."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar
from xml.etree import ElementTree

import requests
from requests.adapters import HTTPAdapter
from urllib3.util import Retry

from representatives.sources.fetching.http_cache import Memory

AGENT = "No-Bystander-data-update/1.0"
"""Who asks; the operator's contact is put behind it."""
TIMEOUT = (10.0, 60.0)
"""Seconds to connect, and of silence."""
LARGEST = 64 * 1024 * 1024
"""In bytes: more than any of these sources is."""
LONGEST_WAIT = 120
"""The most seconds that a source's Retry-After is waited for."""
TRIES = 4

T = TypeVar("T")
Progress = Callable[[str, int, int], None]
"""Told what is being fetched, how many are done, and of how many."""


class SourceError(RuntimeError):
    """A source did not give what it documents; str() names it and says what came."""


class Fetcher:
    """One conversation with the sources.

    Whatever is asked raises SourceError where the source did not answer, or with something else.
    """

    def __init__(
        self,
        cache: Path | None = None,
        contact: str = "",
        progress: Progress = lambda *_: None,
    ) -> None:
        """Prepare.

        Args:
            cache: a folder in which answers are kept with their ETag and Last-Modified; None: nothing is kept.
            contact: how the source's people can reach the operator.
            progress: told of every answer.
        """
        self._memory = Memory(cache)
        self._progress = progress
        self._session = requests.Session()
        self._session.headers["User-Agent"] = f"{AGENT} ({contact})" if contact else AGENT
        retry = Retry(
            total=TRIES - 1,
            status_forcelist=(429, 500, 502, 503, 504),
            backoff_factor=1,
            retry_after_max=LONGEST_WAIT,
        )
        for scheme in ("https://", "http://"):
            self._session.mount(scheme, HTTPAdapter(max_retries=retry))

    def json(self, address: str, label: str) -> Any:
        """A JSON answer."""
        return self._read(address, label, json.loads)

    def xml(self, address: str, label: str) -> ElementTree.Element:
        """An XML answer without a document type, which these sources do not use."""
        return self._read(address, label, _xml)

    def csv(self, address: str, label: str) -> list[dict[str, str]]:
        """A CSV answer's rows."""
        return self._read(address, label, _csv)

    def text(self, address: str, label: str) -> str:
        """An answer in UTF-8."""
        return self._read(address, label, lambda content: content.decode("utf-8-sig"))

    def many(self, addresses: Iterable[str], label: str) -> Iterator[Any]:
        """JSON answers, one after the other."""
        listed = list(addresses)
        for number, address in enumerate(listed):
            self._progress(label, number, len(listed))
            yield self._read(address, "", json.loads)
        self._progress(label, len(listed), len(listed))

    def _read(self, address: str, label: str, parse: Callable[[bytes], T]) -> T:
        if label:
            self._progress(label, 0, 1)
        kept = self._memory.recall(address)
        answer, content = self._get(address, kept.conditions)
        if answer.status_code == requests.codes.not_modified and kept.content:
            content = kept.content
        elif answer.status_code != requests.codes.ok:
            raise SourceError(f"{address} answered {answer.status_code} {answer.reason}.")
        try:
            parsed = parse(content)
        except (ValueError, ElementTree.ParseError, csv.Error) as error:
            came = answer.headers.get("Content-Type", "no type")
            raise SourceError(
                f"{address} gave something else than it documents ({came}, {len(content)} bytes): {error}."
            ) from None
        if content is not kept.content:
            self._memory.keep(address, answer.headers, content)
        if label:
            self._progress(label, 1, 1)
        return parsed

    def _get(self, address: str, conditions: Mapping[str, str]) -> tuple[requests.Response, bytes]:
        try:
            with self._session.get(address, headers=conditions, timeout=TIMEOUT, stream=True) as answer:
                content = _content(answer) if answer.ok else b""
        except (requests.RequestException, OSError) as error:
            raise SourceError(f"{address} could not be read: {_reason(error)}.") from None
        return answer, content


def _content(answer: requests.Response) -> bytes:
    content = b""
    for chunk in answer.iter_content(1 << 16):
        content += chunk
        if len(content) > LARGEST:
            raise SourceError(f"{answer.url} gave more than {LARGEST} bytes.")
    return content


def _xml(content: bytes) -> ElementTree.Element:
    """A document's root.

    Raises:
        ValueError: it has a document type: entities could make a small file endless.
        ElementTree.ParseError: it is not XML.
    """
    if b"<!DOCTYPE" in content[:2000] or b"<!ENTITY" in content:
        raise ValueError("it has a document type, as a web page has")
    return ElementTree.fromstring(content)  # noqa: S314 (no document type, so no entities)


def _csv(content: bytes) -> list[dict[str, str]]:
    text = content.decode("utf-8-sig")
    if text.lstrip().startswith("<"):
        raise ValueError("it begins as a web page does")
    rows = list(csv.DictReader(io.StringIO(text, newline=""), strict=True))
    if not rows or any(None in row or None in row.values() for row in rows):
        raise ValueError("a row has another number of columns than the first line")
    return [{name.strip().strip('"'): value.strip() for name, value in row.items()} for row in rows]


def _reason(error: Exception) -> str:
    """Without memory addresses: the same failure is always told in the same words."""
    inner = error.args[0] if error.args else error
    return str(getattr(inner, "reason", None) or type(error).__name__).partition(" object at 0x")[0]
