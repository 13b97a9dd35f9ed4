"""What copies of the app that share a Redis know of each other's questions to public services."""

import logging
import re

import pytest
import responses

from representatives.live import Live
from representatives.live_cache import KEPT_FOR, OwnAnswers
from tests.representatives.test_live import SERVICES, address_of, body, open_question, second
from tests.support import StartRedis
from web import live_cache_redis
from web.live_cache_redis import SharedAnswers, sharing

ASKED = "M5V 2T6"


def test_what_one_copy_asked_another_knows_without_asking(redis: tuple[str, StartRedis]) -> None:
    address, start = redis
    start()
    with responses.RequestsMock() as service:
        service.get(address_of("ca"), body=body("ca", second("ca")))
        for _ in range(2):
            live = Live(SharedAnswers(address, OwnAnswers()))
            assert live.confirm(open_question("ca")) == {second("ca")}
        assert len(service.calls) == 1


def test_copies_together_ask_no_more_than_a_service_allows(redis: tuple[str, StartRedis]) -> None:
    address, start = redis
    start()
    one, other = (SharedAnswers(address, OwnAnswers()) for _ in range(2))
    allowed = SERVICES["ca"].a_minute
    asked = [each.may_ask("ca", allowed) for _ in range(allowed) for each in (one, other)]
    assert sum(asked) == allowed
    assert one.may_ask("gb", 1), "another country's service counts for itself"


def test_the_redis_holds_nothing_that_was_asked_and_forgets_it_soon(redis: tuple[str, StartRedis]) -> None:
    address, start = redis
    start()
    answers = SharedAnswers(address, OwnAnswers())
    answers.may_ask("ca", 60)
    answers.remember("ca", ASKED, frozenset({"35110", "35111"}))
    assert answers.known("ca", ASKED.lower()) == {"35110", "35111"}
    assert answers.known("gb", ASKED) is None
    import redis as library

    content = library.Redis.from_url(address)
    keys = content.keys()
    assert len(keys) == 3, "a count, an answer, and the day's key"
    assert not re.search("M5V", repr(keys))
    assert min(content.ttl(key) for key in keys) > 0
    assert [content.ttl(key) <= KEPT_FOR for key in keys if b":said:" in key] == [True]
    content.close()


def test_without_the_redis_each_copy_asks_and_keeps_for_itself(
    redis: tuple[str, StartRedis], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    address, start = redis
    caplog.set_level(logging.WARNING)
    answers = SharedAnswers(address, OwnAnswers(copies=30))
    assert [answers.may_ask("ca", 60) for _ in range(3)] == [True, True, False]
    answers.remember("ca", ASKED, frozenset({"35110"}))
    assert answers.known("ca", ASKED) == {"35110"}
    assert len(caplog.records) == 1
    assert "M5V" not in caplog.text
    start()
    monkeypatch.setattr(live_cache_redis, "PAUSE", 0.0)
    answers._ask_again = 0.0
    assert answers.known("ca", ASKED) is None, "the Redis is asked again"


def test_a_redis_that_goes_away_between_two_questions_is_no_failure(redis: tuple[str, StartRedis]) -> None:
    address, start = redis
    server = start()
    answers = SharedAnswers(address, OwnAnswers())
    answers.remember("ca", ASKED, frozenset({"35110"}))
    server.kill()
    server.wait()
    assert answers.known("ca", ASKED) is None
    answers.remember("ca", ASKED, frozenset({"35111"}))
    assert answers.known("ca", ASKED) == {"35111"}
    assert answers.may_ask("ca", 60)


def test_nothing_is_shared_where_no_redis_is_named() -> None:
    own = OwnAnswers()
    assert sharing("memory://")(own) is own
