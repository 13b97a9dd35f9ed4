"""Canada's senators from the rows of the Senate's own list.

https://sencanada.ca/umbraco/surface/SenatorsAjax/GetSenators?displayFor=senatorslist&Lang=en gives a table whose rows
are, without the address of a picture:

    <tr><td><a href="/en/senators/adler-charles/">Adler, Charles S.</a></td>
        <td data-search="aff-CSG-">CSG</td> <td data-search="province-MB" data-order="Manitoba">Manitoba</td>
        <td>2024-08-16</td> <td>2029-08-25</td> <td>Trudeau, Justin</td></tr>

The last three are the days of nomination and retirement and the Prime Minister. The list names no addresses.
"""

import re
from collections.abc import Mapping
from datetime import date
from html.parser import HTMLParser

from representatives.sources.fetching.fetcher import Fetcher, SourceError

SENATE = "https://sencanada.ca/umbraco/surface/SenatorsAjax/GetSenators?displayFor=senatorslist&Lang=en"
PAGES = {
    "en": "https://sencanada.ca/en/senators/{slug}/",
    "fr": "https://sencanada.ca/fr/senateurs/{slug}/",
}

# https://sencanada.ca/en/senators/ and https://sencanada.ca/fr/senateurs/ , by the code in the list.
_GROUPS: Mapping[str, tuple[str, str]] = {
    "C": ("Conservative Party of Canada", "Parti conservateur du Canada"),
    "CSG": ("Canadian Senators Group", "Groupe des sénateurs canadiens"),
    "GRO": ("Government Representative Office", "Bureau du représentant du gouvernement"),
    "ISG": ("Independent Senators Group", "Groupe des sénateurs indépendants"),
    "Non-affiliated": ("Non-affiliated", "Non affilié(e)"),
    "PSG": ("Progressive Senate Group", "Groupe progressiste du Sénat"),
}
_SLUG = re.compile(r"/senators/([a-z0-9-]+)/?$", re.IGNORECASE)
_LETTERS = re.compile(r"(?:[A-Z]\.){2,}|[A-Z]\.C\.")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class _Rows(HTMLParser):
    """The cells of every row: their text, and the attributes that the list is searched by."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.rows: list[list[tuple[str, str]]] = []
        self.slugs: list[str] = []
        self._is_open = False
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "tr":
            self.rows.append([])
            self.slugs.append("")
        elif tag == "td" and self.rows:
            self.rows[-1].append((values.get("data-search", ""), ""))
            self._is_open = True
        elif tag == "a" and self.rows and (found := _SLUG.search(values.get("href", ""))):
            self.slugs[-1] = found[1].lower()

    def handle_endtag(self, tag: str) -> None:
        self._is_open = self._is_open and tag != "td"

    def handle_data(self, data: str) -> None:
        if self._is_open:
            search, text = self.rows[-1][-1]
            self.rows[-1][-1] = search, text + data


def senators(fetcher: Fetcher) -> list[dict[str, str]]:
    """A row of people.csv for every senator.

    Raises:
        SourceError: the Senate did not answer, or its rows have another shape than described.
    """
    page = _Rows(fetcher.text(SENATE, "Senate"))
    found = [_row(slug, cells) for slug, cells in zip(page.slugs, page.rows, strict=True) if slug]
    if not found:
        raise SourceError(f"{SENATE} lists no senator: it may be another page.")
    return found


def _row(slug: str, cells: list[tuple[str, str]]) -> dict[str, str]:
    group, province = (_searched(cells, slug, kind) for kind in ("aff-", "province-"))
    if group not in _GROUPS:
        raise SourceError(f"{slug}: the group {group!r} is not known: name it in ca/senators.py.")
    family, given, letters = _name(" ".join(cells[0][1].split()), slug)
    return {
        "id": f"ca-senate-{slug}",
        "chamber": "senate",
        "name": f"{given} {family}",
        "given_name": given,
        "family_name": family,
        "honorific_prefix": "Hon.",
        "honorific_suffix": letters,
        "party_en": _GROUPS[group][0],
        "party_fr": _GROUPS[group][1],
        "area": province,
        "page_en": PAGES["en"].format(slug=slug),
        "page_fr": PAGES["fr"].format(slug=slug),
        "until": _retirement(cells, slug),
    }


def _searched(cells: list[tuple[str, str]], slug: str, kind: str) -> str:
    for search, _ in cells:
        if search.startswith(kind):
            return search.removeprefix(kind).removesuffix("-")
    raise SourceError(f"{slug}: the Senate’s list has no cell {kind!r} any more.")


def _name(listed: str, slug: str) -> tuple[str, str, str]:
    """ "Carignan, Claude, P.C." -> family name, given name, letters, wherever the letters stand."""
    parts = [part.strip() for part in listed.split(",")]
    letters = [part for part in parts if _LETTERS.fullmatch(part)]
    names = [part for part in parts if part not in letters]
    if len(names) != 2 or not all(names):
        raise SourceError(f"{slug}: {listed!r} is not a family name, a comma and a given name.")
    return names[0], names[1], ", ".join(letters)


def _retirement(cells: list[tuple[str, str]], slug: str) -> str:
    """The second of the two days: of nomination, and of retirement, on which a senator no longer sits."""
    days = [text.strip() for _, text in cells if _DAY.fullmatch(text.strip())]
    try:
        nominated, retires = map(date.fromisoformat, days)
    except ValueError:
        raise SourceError(
            f"{slug}: the Senate’s list gives {days!r} for nomination and retirement."
        ) from None
    if retires <= nominated:
        raise SourceError(f"{slug}: retirement on {retires} comes before nomination on {nominated}.")
    return retires.isoformat()
