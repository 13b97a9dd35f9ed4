"""Nothing that is typed into any field of any step breaks a page or comes back as markup."""

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from letters.outputs import SUFFIXES
from tests.conftest import Visit
from tests.pages.test_bad_input import BAD
from tests.pages.visits import LANGUAGES, PLACES, address, form_in
from tests.support import OWN_WORDS

MARKUP = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>"
SINGLE = (
    *(
        "postcode",
        "locality",
        "constituency",
        "confirm",
        "again",
        "country",
        "name",
        "address",
        "letter_language",
    ),
    *("learned", "own_words", "wish"),
    *("only", "two_pages", "told"),
)
OF_A_LETTER = ("text-", "subject-", "base-", "base_subject-", "written_in-", "office-")
PEOPLE = tuple(id for place in PLACES.values() for id in place["to"])
CODES = tuple(place["postcode"] for place in PLACES.values())

texts = st.one_of(
    st.text(max_size=60),
    st.sampled_from([*BAD.values(), OWN_WORDS[:50], MARKUP, "", "1", "yes", "-", "fr", "Newtown", *CODES]),
    st.builds(lambda start, end: start + MARKUP + end, st.text(max_size=9), st.text(max_size=9)),
)
repeated = st.lists(texts, min_size=1, max_size=2)
fields = st.fixed_dictionaries(
    {},
    optional={
        **dict.fromkeys(SINGLE, st.one_of(texts.map(lambda text: [text]), repeated)),
        "to": st.lists(st.one_of(texts, st.sampled_from(PEOPLE)), max_size=4),
        "asks": st.lists(texts, max_size=4),
    },
)
letters = st.dictionaries(
    st.builds(
        "{}{}".format, st.sampled_from(OF_A_LETTER), st.one_of(st.sampled_from(PEOPLE), st.text(max_size=5))
    ),
    texts.map(lambda text: [text]),
    max_size=4,
)
steps = st.sampled_from(["", "write", "letter", *(f"letter.{suffix}" for suffix in SUFFIXES)])


def encoded(form: dict[str, Any]) -> dict[str, Any]:
    """As bytes: a browser cannot send lone surrogates, a program may send what it likes."""
    return {
        name: [v.encode("utf-8", "replace") for v in ([value] if isinstance(value, str) else value)]
        for name, value in form.items()
    }


@settings(max_examples=250, deadline=None, suppress_health_check=list(HealthCheck))
@given(fields, letters, steps, st.sampled_from(LANGUAGES), st.sampled_from(sorted(PLACES)))
def test_nothing_typed_breaks_a_page(
    visit: Visit, typed: dict[str, Any], edits: dict[str, Any], step: str, language: str, country: str
) -> None:
    form = {
        name.encode("utf-8", "replace").decode(): v for name, v in (form_in(country) | typed | edits).items()
    }
    response = visit("POST", address(step, language), data=encoded(form))
    assert response.status_code in (200, 422)
    if response.mimetype == "text/html":
        check_no_markup(response)


def check_no_markup(response: Any) -> None:
    loaded = [*response.page.all("img"), *response.page.all("script")]
    assert all(a.get("src", "").startswith("/static/") for a in loaded)
    assert "<script>" not in response.text
    assert not [a for _, a in response.page.tags if "onerror" in a]


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(fields, st.sampled_from(["write", "letter", "letter.txt"]), st.sampled_from(LANGUAGES))
def test_nothing_typed_alone_breaks_a_page(
    visit: Visit, typed: dict[str, Any], step: str, language: str
) -> None:
    response = visit("POST", address(step, language), data=encoded(typed))
    assert response.status_code in (200, 422)
    if response.mimetype == "text/html":
        check_no_markup(response)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.dictionaries(st.sampled_from(["country", "postcode", "name", "lang"]), texts, max_size=3))
def test_nothing_in_an_address_breaks_a_page(visit: Visit, query: dict[str, str]) -> None:
    plain = {name: value.encode("utf-8", "replace").decode() for name, value in query.items()}
    for path in (address(), address("tell"), "/en/data"):
        response = visit("GET", path, query_string=plain)
        assert response.status_code == 200
        check_no_markup(response)
