"""Whatever a person types is a postcode, or a sentence that says what to type."""

import re
import unicodedata
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from representatives import InvalidPostcode, Postcode, PostcodeProblem, parse
from representatives.countries import COUNTRIES

CANADIAN = [
    "L8S4L8",
    "l8s4l8",
    "L8S 4L8",
    "L8S-4L8",
    "  l8s   4l8 \t\r\n",
    "L8S\u00a04L8",  # no-break space
    "L8S\u202f4L8",  # narrow no-break space
    "L8S\u20134L8",  # en dash
    "L8S\u20114L8",  # non-breaking hyphen
    "Ｌ８Ｓ４Ｌ８",
    "Ｌ８Ｓ\u3000４Ｌ８",
    "L8S.4L8",
    "L8S_4L8",
    '"L8S 4L8"',
    "(L8S 4L8),",
    "L 8 S 4 L 8",
    "\u202eL8S 4L8\u202c",  # right-to-left override
    "\u200fL8S\u200b4L8\ufeff",  # right-to-left mark, zero-width space, byte order mark
    "L8S\x004L8",
]


@pytest.mark.parametrize("typed", CANADIAN)
def test_every_way_of_typing_a_canadian_code_is_read(typed: str) -> None:
    assert parse(typed) == Postcode(country="ca", code="L8S4L8", printed="L8S 4L8")


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("K1AOA6", "K1A 0A6"),
        ("k1a oa6", "K1A 0A6"),
        ("KIA 0A6", "K1A 0A6"),
        ("KIAOA6", "K1A 0A6"),
        ("kla 0a6", "K1A 0A6"),  # a small L for the 1
        ("M5V 1K0", "M5V 1K0"),
        ("M5V IKO", "M5V 1K0"),
        ("HOH OHO", "H0H 0H0"),
    ],
)
def test_letters_that_look_like_digits_are_taken_for_them(typed: str, printed: str) -> None:
    assert str(parse(typed)) == printed


@pytest.mark.parametrize(
    ("typed", "country", "printed"),
    [
        ("SW1A 1AA", "gb", "SW1A 1AA"),
        ("sw1a1aa", "gb", "SW1A 1AA"),
        ("M1 1AE", "gb", "M1 1AE"),
        ("B33 8TH", "gb", "B33 8TH"),
        ("CR2 6XH", "gb", "CR2 6XH"),
        ("DN55 1PT", "gb", "DN55 1PT"),
        ("W1A 0AX", "gb", "W1A 0AX"),
        ("EC1A 1BB", "gb", "EC1A 1BB"),
        ("SWIA IAA", "gb", "SW1A 1AA"),
        ("BT1 5GS", "gb", "BT1 5GS"),
        ("20500", "us", "20500"),
        ("20500-0003", "us", "20500"),
        ("20500 0003", "us", "20500"),
        ("205000003", "us", "20500"),
        ("1234O", "us", "12340"),
        ("2600", "au", "2600"),
        ("26OO", "au", "2600"),
        ("0800", "au", "0800"),
    ],
)
def test_the_shape_decides_the_country(typed: str, country: str, printed: str) -> None:
    found = parse(typed)
    assert (found.country, str(found)) == (country, printed)


@pytest.mark.parametrize(
    ("typed", "country", "printed"),
    [
        ("NSW 2042", "au", "2042"),
        ("2042 nsw", "au", "2042"),
        ("New South Wales, 2042", "au", "2042"),
        ("WA 6000", "au", "6000"),
        ("WA 98101", "us", "98101"),
        ("CA 90210", "us", "90210"),
        ("20500-0003 DC", "us", "20500"),
        ("ON L8S 4L8", "ca", "L8S 4L8"),
        ("L8S 4L8, Ontario, Canada", "ca", "L8S 4L8"),
        ("L8S 4L8 CA", "ca", "L8S 4L8"),
        ("Québec G1R 4S9", "ca", "G1R 4S9"),
        ("KIA OA6 Canada", "ca", "K1A 0A6"),
        ("SW1A 1AA, UK", "gb", "SW1A 1AA"),
        ("SW1A 1AA U.K.", "gb", "SW1A 1AA"),
        ("England SW1A 1AA", "gb", "SW1A 1AA"),
        ("2134 MA", "us", "02134"),
        ("MA 2134", "us", "02134"),
        ("2134 USA", "us", "02134"),
        ("605 PR", "us", "00605"),
        ("MA 2134 USA", "us", "02134"),
        ("NSW 2042 Australia", "au", "2042"),
        ("2042 NSW, Australia", "au", "2042"),
    ],
)
def test_a_region_or_a_country_beside_a_code_is_understood(typed: str, country: str, printed: str) -> None:
    found = parse(typed)
    assert (found.country, str(found)) == (country, printed)


@pytest.mark.parametrize("typed", ["NSW", "Canada", "NSW 2042 Canada", "2134 TX", "MA", "ON ON"])
def test_additions_alone_or_in_contradiction_are_no_postcode(typed: str) -> None:
    with pytest.raises(InvalidPostcode):
        parse(typed)


def test_no_text_has_the_shape_of_two_countries_postcodes() -> None:
    """Even if every set of letters in the shapes were the whole alphabet, no row of digits and letters fits two of them."""
    longest = max(country.postcode_length for country in COUNTRIES.values())
    rows = ["".join(row) for length in range(1, longest + 1) for row in product("0A", repeat=length)]
    assert not any(
        re.search(r"[A-Z]", re.sub(r"\[[^]]*\]", "", c.postcode_shape.pattern)) for c in COUNTRIES.values()
    )
    widened = [
        re.compile(re.sub(r"\[[^]]*\]", "[A-Z]", c.postcode_shape.pattern)) for c in COUNTRIES.values()
    ]
    fitting = {row: sum(shape.fullmatch(row) is not None for shape in widened) for row in rows}
    assert max(fitting.values()) == 1
    assert sum(fitting.values()) == 1 + 6 + 2 + 1, (
        "Canada's, the United Kingdom's, the United States', Australia's"
    )


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("", PostcodeProblem.EMPTY),
        ("   \t\n", PostcodeProblem.EMPTY),
        ("\u00a0\u3000", PostcodeProblem.EMPTY),
        (" - . ", PostcodeProblem.EMPTY),
        ("\u200f\u202e", PostcodeProblem.EMPTY),
        ("\x00\x07", PostcodeProblem.EMPTY),
        (" " * 10_000, PostcodeProblem.EMPTY),
        ("L8S4L8" * 2_000, PostcodeProblem.TOO_LONG),
        ("I live at L8S 4L8, in the town of Hamilton", PostcodeProblem.TOO_LONG),
        ("L8S", PostcodeProblem.INCOMPLETE),
        ("L8S 4L", PostcodeProblem.INCOMPLETE),
        ("L", PostcodeProblem.INCOMPLETE),
        ("SW1A", PostcodeProblem.INCOMPLETE),
        ("205", PostcodeProblem.INCOMPLETE),
        ("205000", PostcodeProblem.UNRECOGNISED),
        ("101 1AA", PostcodeProblem.AMBIGUOUS),  # I01 1AA or IO1 1AA
        ("Z8S 4L8", PostcodeProblem.UNRECOGNISED),  # no code begins with Z
        ("L8D 4D8", PostcodeProblem.UNRECOGNISED),  # no code has a D
        ("L8S 4L88", PostcodeProblem.UNRECOGNISED),
        ("75008 Paris", PostcodeProblem.UNRECOGNISED),
        ("hello", PostcodeProblem.UNRECOGNISED),
        ("😀", PostcodeProblem.UNRECOGNISED),
        ("L8S 4L8 😀", PostcodeProblem.UNRECOGNISED),
        ("{{ 7 * 7 }}", PostcodeProblem.UNRECOGNISED),
        ("<b>L8S 4L8</b>", PostcodeProblem.UNRECOGNISED),
        ("٢٠٥٠٠", PostcodeProblem.UNRECOGNISED),  # Arabic digits
        ("L8S 4L8; DROP TABLE", PostcodeProblem.UNRECOGNISED),
    ],
)
def test_what_is_no_code_says_what_to_do(typed: str, problem: PostcodeProblem) -> None:
    with pytest.raises(InvalidPostcode) as caught:
        parse(typed)
    assert caught.value.problem is problem
    assert str(caught.value).endswith(".")


def test_every_problem_has_a_sentence() -> None:
    assert len({str(InvalidPostcode(problem)) for problem in PostcodeProblem}) == len(PostcodeProblem)


@pytest.mark.parametrize("problem", PostcodeProblem)
def test_a_sentence_shows_codes_as_they_are_printed(problem: PostcodeProblem) -> None:
    sentence = str(InvalidPostcode(problem))
    assert "%" not in sentence
    assert ("L8S 4L8" in sentence) == (problem is not PostcodeProblem.AMBIGUOUS)


ASCII = st.characters(codec="ascii")
CODES = st.one_of(
    st.from_regex(country.postcode_shape, fullmatch=True, alphabet=ASCII) for country in COUNTRIES.values()
)
SEPARATORS = st.text(" -.\u00a0\u202f\u3000\u200b\u200f\t", max_size=2)


@given(st.text())
def test_any_text_is_a_postcode_or_a_sentence(typed: str) -> None:
    try:
        found = parse(typed)
    except InvalidPostcode as error:
        assert str(error)
    else:
        assert found.country in COUNTRIES
        assert COUNTRIES[found.country].postcode_shape.fullmatch(found.code)
        assert found.code == found.code.upper()


@given(CODES)
def test_a_printed_code_reads_as_itself(typed: str) -> None:
    found = parse(typed)
    assert parse(str(found)) == found
    assert parse(found.code) == found


@given(st.data(), CODES)
def test_separators_case_and_width_do_not_matter(data: st.DataObject, typed: str) -> None:
    pieces = [data.draw(SEPARATORS) + (char.lower() if data.draw(st.booleans()) else char) for char in typed]
    spread = "".join(pieces)
    if len(spread) <= 40:
        assert parse(spread) == parse(typed)
    wide = "".join(unicodedata.lookup(f"FULLWIDTH {unicodedata.name(char)}") for char in typed)
    assert parse(wide) == parse(typed)
