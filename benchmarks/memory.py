"""Memory of one worker process, and how long one takes to start."""

from benchmarks.measure import RUNS, in_new_process, row, seconds, title
from benchmarks.sample import PAGE, form

LETTERS = 10_000


def run() -> None:
    """Print the table."""
    title("Memory of one worker, megabytes resident; goal: 60 before the first PDF. One process a run.")
    found = [in_new_process(_WORKER).split() for _ in range(RUNS)]
    for place, name in enumerate(("idle", "after 100 letters", "after the first PDF")):
        row(name, [float(figures[place]) for figures in found], "MB")
    grown = [float(figure) for figure in in_new_process(_LONG).split()]
    row(f"grown from 1,000 to {LETTERS:,} letters (page and text)", [grown[0]], "MB")
    row("grown from 200 to 1,200 PDFs", [grown[1]], "MB")
    title("Cold start, times Python and Flask alone.")
    ours = [seconds(lambda: in_new_process(_START)) for _ in range(RUNS)]
    theirs = [seconds(lambda: in_new_process(_EMPTY)) for _ in range(RUNS)]
    row("to the first page", [a / b for a, b in zip(ours, theirs, strict=True)], "x")
    row("    seconds", ours, "s")


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
for number in range(100): make("letter", number)
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
