"""Letters are counted by campaign, country, output and day where the operator wants it, and never by who or where."""

import re
import urllib.request

from flask.testing import FlaskClient

from app import create_app
from tests.support import CAMPAIGN, TODAY, UNLIMITED, StartRedis, check_answer, free_port, letter_form
from web.organisation.counts import Counts, Row, as_csv, public
from web.settings import Settings

PAGE = f"/en/{CAMPAIGN}/letter"


def copy(**settings: object) -> FlaskClient:
    told = Settings(limit_post=UNLIMITED.limit_post, **settings)  # type: ignore[arg-type]
    return create_app(told, {"TESTING": True, "TODAY": lambda: TODAY}).test_client()


def write(client: FlaskClient, times: int) -> None:
    for _ in range(times):
        assert client.post(PAGE, data=letter_form(name="Marked Name")).status_code == 200


def shown(client: FlaskClient, address: str = "/en/counts") -> str:
    response = client.get(address)
    check_answer(response, address)
    return response.text


def test_nothing_is_counted_or_shown_unless_the_operator_says_so() -> None:
    client = copy()
    assert "letter-counts" not in client.application.extensions
    assert client.get("/en/counts").status_code == 404
    assert copy(counts="kept").get("/en/counts").status_code == 404


def test_a_number_is_public_from_twenty_on_and_rounded_down() -> None:
    client = copy(counts="public")
    write(client, 19)
    assert "letters or more" not in shown(client)
    write(client, 8)
    assert "Canada: 20 letters or more" in shown(client)
    assert "Canada" in shown(client, "/fr/counts")


def test_downloads_are_counted_for_the_operator_and_not_added_to_the_letters() -> None:
    counts = {Row("a", "ca", "page", "2026-11-24"): 25, Row("a", "ca", "pdf", "2026-11-24"): 25}
    assert public(counts) == [("a", "ca", 20)]
    assert as_csv(counts).splitlines() == [
        "day,campaign,country,output,letters",
        "2026-11-24,a,ca,page,25",
        "2026-11-24,a,ca,pdf,25",
    ]


def test_the_operator_reads_one_workers_counts_beside_its_metrics() -> None:
    port = free_port()
    client = copy(counts="kept", metrics_port=port)
    write(client, 2)
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/counts.csv", timeout=10) as answer:
        text = answer.read().decode()
    assert f"2026-11-24,{CAMPAIGN},ca,page,2\n" in text
    assert not re.search("marked|L8S|35039|danko", text, re.IGNORECASE)


def test_copies_share_their_counts_and_lose_none_while_the_redis_is_away(
    redis: tuple[str, StartRedis],
) -> None:
    address, start = redis
    first, second = (copy(counts="kept", limit_storage=address) for _ in range(2))
    write(first, 1)  # nothing answers yet
    start()
    for client in (first, second):
        counts: Counts = client.application.extensions["letter-counts"]
        counts._silent_until = 0  # as if half a minute had passed
        write(client, 1)
    printed = second.application.test_cli_runner().invoke(args=["counts"])
    assert printed.output.splitlines()[1:] == [f"2026-11-24,{CAMPAIGN},ca,page,3"]


def test_a_redis_may_be_named_by_its_socket() -> None:
    client = copy(counts="kept", limit_storage="redis+unix:///no/such/socket")
    assert "letter-counts" in client.application.extensions


def test_while_the_redis_does_not_answer_the_command_prints_no_table_and_fails() -> None:
    client = copy(counts="kept", limit_storage=f"redis://127.0.0.1:{free_port()}/0")
    printed = client.application.test_cli_runner().invoke(args=["counts"])
    assert printed.exit_code == 1
    assert printed.stdout == ""
    assert "does not answer" in printed.stderr


def test_without_a_redis_the_command_says_where_the_counts_stand() -> None:
    printed = copy(counts="kept").application.test_cli_runner().invoke(args=["counts"])
    assert printed.exit_code == 1
    assert "METRICS_PORT" in printed.output
