"""Memory of one worker process, and how long one takes to start."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from urllib.parse import urlencode
from urllib.request import urlopen

from benchmarks.measure import RUNS, in_new_process, resident, row, seconds, share, title
from benchmarks.sample import PAGE, form
from benchmarks.serving import serve
from letters.reading import load_all
from representatives import directory, parse
from representatives.countries import LETTER_COUNTRIES
from representatives.languages import LANGUAGES

LETTERS = 10_000

Visit = tuple[str, dict[str, str] | None]


def run() -> None:
    """Print the table."""
    title("Memory of one worker, megabytes resident; goal: 60 before the first PDF. One process a run.")
    mixed = [*visits(date.today())]
    app = _WORKER.replace("VISITS", repr(mixed))
    found = [in_new_process(app).split() for _ in range(RUNS)]
    after = f"after {len(mixed)} pages and letters, every country"
    for place, name in enumerate(("idle", after, "after the first PDF")):
        row(name, [float(figures[place]) for figures in found], "MB")
    grown = [float(figure) for figure in in_new_process(_LONG).split()]
    row(f"grown from 1,000 to {LETTERS:,} letters (page and text)", [grown[0]], "MB")
    row("grown from 200 to 1,200 PDFs", [grown[1]], "MB")
    title(
        "The same of granian's worker, and its part of it where the code is shared with the server's first process."
    )
    served = [_served(mixed) for _ in range(RUNS)]
    for place, name in enumerate(("idle", "    its part", after, "    its part")):
        row(name, [figures[place] for figures in served], "MB")
    title("Cold start, times Python and Flask alone.")
    ours = [seconds(lambda: in_new_process(_START)) for _ in range(RUNS)]
    theirs = [seconds(lambda: in_new_process(_EMPTY)) for _ in range(RUNS)]
    row("to the first page", [a / b for a, b in zip(ours, theirs, strict=True)], "x")
    row("    seconds", ours, "s")


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


def _served(mixed: list[Visit]) -> tuple[float, ...]:
    """Megabytes of granian's worker and its part, before and after the visits."""
    with serve("asgi:create_app") as server:
        (worker,) = Path(f"/proc/{server.process.pid}/task/{server.process.pid}/children").read_text().split()
        idle = resident(int(worker)), share(int(worker))
        for path, data in mixed:
            body = urlencode(data).encode() if data else None
            urlopen(server.address + path, body, timeout=10).read()  # noqa: S310
        return *idle, resident(int(worker)), share(int(worker))


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
start = resident()
for number in range({LETTERS} - 1000): make("letter" if number % 2 else "letter.txt", number)
grown = resident() - start
for number in range(200): make("letter.pdf", number)
start = resident()
for number in range(1000): make("letter.pdf", 1000 + number)
print(grown, resident() - start)
"""
)
_START = f"from app import create_app; assert create_app().test_client().get('{PAGE}').status_code == 200"
_EMPTY = "from benchmarks.serving import empty; assert empty().test_client().get('/').status_code == 200"
