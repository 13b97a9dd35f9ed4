"""Memory of one worker process, and how long one takes to start."""

from collections.abc import Iterator
from datetime import date
from functools import partial

from benchmarks import served_memory
from benchmarks.measure import RUNS, divided, divided_by_last, figures_of, in_new_process, row, seconds, title
from benchmarks.sample import PAGE, form
from benchmarks.served_memory import Visit
from letters.campaign.loader import load_all
from representatives import directory, parse
from representatives.countries import COUNTRIES
from representatives.languages import LANGUAGES

LETTERS = 10_000
LONG_RUNS = 3
"""A minute each."""


def run() -> None:
    """Print the tables."""
    mixed = [*visits(date.today())]
    _app(mixed)
    _grown()
    served_memory.run(mixed)
    _start()


def _app(mixed: list[Visit]) -> None:
    title(
        "Memory of one process with the app, resident, times one with an empty Flask route; goal: 120 MB after the\n"
        "  first PDF. One process a run."
    )
    by_run = [(figures_of(_WORKER.replace("VISITS", repr(mixed))), figures_of(_EMPTY)) for _ in range(RUNS)]
    after = f"after {len(mixed)} pages and letters, every country"
    divided_by_last(("idle", after, "after the first PDF"), by_run, "MB")


def _grown() -> None:
    title("Whether it grows: memory after the many, times that after the few. One process a run.")
    by_run = [figures_of(_LONG) for _ in range(LONG_RUNS)]
    for place, name in enumerate((f"{LETTERS:,} letters (page and text) / 1,000", "1,200 PDFs / 200")):
        few, many = ([figures[2 * place + which] for figures in by_run] for which in (0, 1))
        divided(name, many, few)
        row("    grown", [after - before for before, after in zip(few, many, strict=True)], "MB")


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
    campaigns = load_all().campaigns
    for country in COUNTRIES.values():
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


_APP = f"""
import logging
from benchmarks.measure import resident
from app import create_app
from web.settings import Settings
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
