"""Campaign texts may name a few things and choose between words; nothing else of the template language works."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letters.campaign.placeholders import NAMES, fill, mistakes

VALUES = {
    "constituency": "Avalon",
    "region": "Quebec",
    "in_region": "in Quebec",
    "recipient": "Jane Doe",
    "chamber": "senate",
}


@pytest.mark.parametrize(
    ("text", "filled"),
    [
        ("", ""),
        ("No placeholder: 100 % %s $x <b> [x].", "No placeholder: 100 % %s $x <b> [x]."),
        ("I live in {{ constituency }}.", "I live in Avalon."),
        ("{{constituency}}, {{ region }}, {{ in_region }}", "Avalon, Quebec, in Quebec"),
        ("To {{ recipient }} of the {{ chamber }}", "To Jane Doe of the senate"),
        ('{% if region == "Quebec" %}oui{% else %}yes{% endif %}', "oui"),
        ('{% if region != "Quebec" %}yes{% endif %}', ""),
        ('{% if chamber == "commons" %}a{% elif chamber == "senate" %}b{% else %}c{% endif %}', "b"),
        ('{% if region == "Quebec" and chamber == "senate" %}both{% endif %}', "both"),
        ('{% if not (region == "Ontario" or chamber == "commons") %}neither{% endif %}', "neither"),
    ],
)
def test_what_is_allowed_is_filled(text: str, filled: str) -> None:
    assert list(mistakes(text)) == []
    assert fill(text, VALUES) == filled


FORBIDDEN = [
    "{{ constituency.__class__ }}",
    "{{ ''.__class__ }}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ constituency.upper() }}",
    "{{ constituency['upper'] }}",
    "{{ constituency[0] }}",
    "{{ constituency[1:3] }}",
    "{{ constituency | upper }}",
    "{{ constituency | attr('__class__') }}",
    "{{ constituency is defined }}",
    "{{ range(10) }}",
    "{{ lipsum() }}",
    "{{ cycler.__init__.__globals__ }}",
    "{{ self }}",
    "{{ self.__init__ }}",
    "{{ config }}",
    "{{ request }}",
    "{{ loop }}",
    "{{ 7 * 7 }}",
    "{{ constituency * 1000 }}",
    "{{ constituency + region }}",
    "{{ constituency ~ region }}",
    "{{ -1 }}",
    "{{ [constituency] }}",
    "{{ {'a': 1} }}",
    "{{ (1, 2) }}",
    "{{ 'a' if region else 'b' }}",
    "{{ '%s' % region }}",
    "{{ '{0.__class__}'.format(region) }}",
    "{% for x in region %}{{ region }}{% endfor %}",
    "{% macro m() %}{% endmacro %}",
    "{% call region() %}{% endcall %}",
    "{% set region = 'x' %}",
    "{% set x %}y{% endset %}",
    "{% import 'x' as y %}",
    "{% from 'x' import y %}",
    "{% include 'x' %}",
    "{% extends 'x' %}",
    "{% block b %}{% endblock %}",
    "{% filter upper %}x{% endfilter %}",
    "{% with x = 1 %}{% endwith %}",
    "{% autoescape true %}x{% endautoescape %}",
    "{% if region.__class__ %}x{% endif %}",
    "{% if region | length == 3 %}x{% endif %}",
    "{% if lipsum %}x{% endif %}",
    "{% do region %}",
    "{% debug %}",
    "{{ region",
    "{% if region %}",
    "{{ }}",
    "{% %}",
    "{# a comment",
    "{% raw %}{{ region }}{% endraw %}",
    "{ region }",
    "{{ region }}}",
    "region }}",
    "{{ constituancy }}",
    "{{ name }}",
    # An expression where a name should stand: a line end for a mail header, half a character, markup.
    "{{ 'x\\r\\nBcc: all@example.org' }}",
    "{{ '\\ud800' }}",
    "{{ '<b>' }}",
    "{{ true }}",
    "{{ 1 }}",
    "{{ region == 'Quebec' }}",
    "{{ region and chamber }}",
    "{{ not region }}",
    "{% print region == 1 %}",
    "{% if region == 1 %}x{% endif %}",
]

HUGE = {
    "brackets": "{{ " + "(" * 3000 + "region" + ")" * 3000 + " }}",
    "brackets that are not closed": "{{ " + "(" * 100_000,
    "nots that Python cannot compile": "{% if " + "not " * 900 + "region %}x{% endif %}",
    "conditions in conditions": "{% if region %}" * 150 + "x" + "{% endif %}" * 150,
    "more of them than can be read": "{% if region %}" * 2000 + "{% endif %}" * 2000,
    "conditions after conditions": "{% if region %}a" + "{% elif region %}b" * 3000 + "{% endif %}",
    "comparisons": "{% if region " + "== region " * 5000 + "%}x{% endif %}",
    "a number": "{{ " + "9" * 5000 + " }}",
    "a number that cannot be printed": "{{ 0x" + "f" * 20_000 + " }}",
}


@pytest.mark.parametrize("text", FORBIDDEN)
def test_everything_else_is_reported_and_never_run(text: str) -> None:
    found = list(mistakes(text))
    assert found
    assert {line for line, _ in found} == {1}
    with pytest.raises(ValueError, match=r".+"):
        fill(text, VALUES)


@pytest.mark.parametrize("text", HUGE.values(), ids=HUGE.keys())
def test_a_text_that_would_exhaust_the_program_is_reported(text: str) -> None:
    """One campaign that cannot be read must not keep the site, or a visitor, from the others."""
    assert [line for line, _ in mistakes(text)][:1] == [1]
    with pytest.raises(ValueError, match=r".+"):
        fill(text, VALUES)


def test_a_comment_is_left_out_of_the_letter() -> None:
    assert fill("a{# {{ region }} #}b", VALUES) == "ab"


def test_a_brace_that_would_be_printed_is_reported_on_its_line() -> None:
    assert list(mistakes("{{ region }}\n\nI live\nin { constituency }.")) == [
        (4, "A brace is left over: write {{ name }}.")
    ]


def test_a_misspelt_placeholder_is_named_with_those_that_exist() -> None:
    ((line, sentence),) = mistakes("one\ntwo {{ constituancy }}")
    assert line == 2
    assert sentence == (
        "Unknown placeholder “constituancy”: use one of chamber, constituency, in_region, office, recipient, region, topic."
    )


def test_every_mistake_is_reported_with_its_line() -> None:
    text = "{{ region }}\n{{ a }}\n\n{{ b }} {{ region.x }}\n{% for c in region %}\n{% endfor %}"
    assert {line for line, _ in mistakes(text)} == {2, 4, 5}


def test_a_text_that_is_not_closed_says_so_with_its_line() -> None:
    ((line, sentence),) = mistakes("one\ntwo\n{{ region")
    assert line == 3
    assert sentence.startswith("A placeholder is not closed")


@pytest.mark.parametrize("value", ["{{ 7 * 7 }}", "{% for x in y %}", "{# #}", "<b>&amp;</b>", "%(x)s {0}"])
@pytest.mark.parametrize("name", sorted(NAMES))
def test_values_are_never_read_as_template_nor_escaped(name: str, value: str) -> None:
    assert fill(f"a {{{{ {name} }}}} b", VALUES | {name: value}) == f"a {value} b"


pieces = st.one_of(
    st.text(max_size=8),
    st.sampled_from(
        ["{{", "}}", "{%", "%}", "{#", "#}", "if", "else", "endif", "==", "'x'", " ", "\n", ".", "|", "("]
    ),
    st.sampled_from([*sorted(NAMES), *FORBIDDEN]),
)


@given(st.lists(pieces, max_size=8).map(" ".join))
def test_any_text_is_reported_or_filled(text: str) -> None:
    if list(mistakes(text)):
        with pytest.raises(ValueError, match=r".+"):
            fill(text, VALUES)
    else:
        assert isinstance(fill(text, VALUES), str)
        assert "<class" not in fill(text, VALUES)
