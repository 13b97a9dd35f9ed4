"""Memory of one worker process, and how long one takes to start."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from urllib.parse import urlencode
from urllib.request import urlopen

from benchmarks.measure import RUNS, alone, divided, figures_of, in_new_process, resident, row, seconds, title
from benchmarks.sample import PAGE, form
from benchmarks.serving import serve
from letters.reading import load_all
from representatives import directory, parse
from representatives.countries import LETTER_COUNTRIES
from representatives.languages import LANGUAGES

LETTERS = 10_000
LONG_RUNS = 3
"""A minute each."""

Visit = tuple[str, dict[str, str] | None]


def run() -> None:
    """Print the tables."""
    mixed = [*visits(date.today())]
    _app(mixed)
    _grown()
    _served(mixed)
    _start()


def _app(mixed: list[Visit]) -> None:
    title(
        "Memory of one process with the app, resident, times one with an empty Flask route; goal: 60 MB before the\n"
        "  first PDF. One process a run."
    )
    by_run = [(figures_of(_WORKER.replace("VISITS", repr(mixed))), figures_of(_EMPTY)) for _ in range(RUNS)]
    _rows(mixed, by_run, ("after the first PDF",))


def _rows(
    mixed: list[Visit], by_run: Sequence[tuple[list[float], list[float]]], more: tuple[str, ...] = ()
) -> None:
    """Each of our figures divided by the last of the other's, and the megabytes themselves."""
    names = ("idle", f"after {len(mixed)} pages and letters, every country", *more)
    for place, name in enumerate(names):
        ours = [figures[place] for figures, _ in by_run]
        divided(name, ours, [empty[-1] for _, empty in by_run])
        row("", ours, "MB")


def _grown() -> None:
    title("Whether it grows: memory after the many, times that after the few. One process a run.")
    by_run = [figures_of(_LONG) for _ in range(LONG_RUNS)]
    for place, name in enumerate((f"{LETTERS:,} letters (page and text) / 1,000", "1,200 PDFs / 200")):
        few, many = ([figures[2 * place + which] for figures in by_run] for which in (0, 1))
        divided(name, many, few)
        row("    grown", [after - before for before, after in zip(few, many, strict=True)], "MB")


def _served(mixed: list[Visit]) -> None:
    ours: list[tuple[list[float], list[float]]] = []
    theirs: list[tuple[list[float], list[float]]] = []
    for _ in range(RUNS):
        ours.append(_worker("asgi:create_app", mixed))
        theirs.append(_worker("benchmarks.serving:empty_as_served", [("/", None)]))
    title("granian's worker, resident, times one that serves an empty Flask route.")
    _rows(mixed, [(mine[0], other[0]) for mine, other in zip(ours, theirs, strict=True)])
    title("What of it no other process shares: what each further worker takes of a computer's memory.")
    _rows(mixed, [(mine[1], other[1]) for mine, other in zip(ours, theirs, strict=True)])


def _start() -> None:
    title("Cold start, times Python and Flask alone.")
    by_run = [
        (seconds(partial(in_new_process, _STARTED)), seconds(partial(in_new_process, _EMPTY)))
        for _ in range(RUNS)
    ]
    divided("to the first page", [ours for ours, _ in by_run], [theirs for _, theirs in by_run])
    row("    seconds", [ours for ours, _ in by_run], "s")


def visits(day: date) -> Iterator[Visit]:
    """Pages and letters as they come: of every country, campaign and language; a path, and what its form sends."""
    campaigns, _ = load_all()
    for country in LETTER_COUNTRIES.values():
        match = directory().find(parse(country.example), day)
        place = match.candidates[0].constituency.code
        person = match.representatives(place).people[0]
        for slug, campaign in campaigns.items():
            for language in LANGUAGES:
                offered = campaign.words_in(country.id, language).requests_to([person.chamber], day)
                found = {"postcode": country.example, "constituency": place, "to": person.id}
                letter = form(len(slug)) | found | {"asks": offered[0].id}
                page = f"/{language}/{slug}"
                yield page, None
                yield f"{page}/write", {"postcode": country.example}
                yield f"{page}/letter", letter
                yield f"{page}/letter.txt", letter


def _worker(target: str, mixed: list[Visit]) -> tuple[list[float], list[float]]:
    """Megabytes of granian's worker, resident and alone, each before and after the visits."""
    with serve(target) as server:
        (worker,) = Path(f"/proc/{server.process.pid}/task/{server.process.pid}/children").read_text().split()
        idle = resident(int(worker)), alone(int(worker))
        for path, data in mixed:
            body = urlencode(data).encode() if data else None
            urlopen(server.address + path, body, timeout=10).read()  # noqa: S310
        after = resident(int(worker)), alone(int(worker))
    return [idle[0], after[0]], [idle[1], after[1]]


_APP = f"""
import logging
from benchmarks.measure import resident
from app import create_app
from settings import Settings
visitor = create_app(Settings(limit_post="1000000/second")).test_client()
logging.disable()
idle = resident()
form = {form()!r}
def make(step, number):
    answer = visitor.post("{PAGE}/" + step, data=form | {{"own_words": f"I saw film {{number}}. " * 20}})
    assert answer.status_code == 200, answer.status_code
    answer.close()
"""
_WORKER = (
    _APP
    + """
for path, data in VISITS:
    answer = visitor.open(path, method="POST" if data else "GET", data=data)
    assert answer.status_code == 200, (path, answer.status_code)
    answer.close()
after = resident()
make("letter.pdf", 0)
print(idle, after, resident())
"""
)
_LONG = (
    _APP
    + f"""
for number in range(1000): make("letter" if number % 2 else "letter.txt", number)
few = resident()
for number in range({LETTERS} - 1000): make("letter" if number % 2 else "letter.txt", number)
many = resident()
for number in range(200): make("letter.pdf", number)
few_files = resident()
for number in range(1000): make("letter.pdf", 1000 + number)
print(few, many, few_files, resident())
"""
)
_STARTED = f"from app import create_app; assert create_app().test_client().get('{PAGE}').status_code == 200"
_EMPTY = """
from benchmarks.measure import resident
from benchmarks.serving import empty
assert empty().test_client().get("/").status_code == 200
print(resident())
"""
