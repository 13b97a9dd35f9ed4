"""The cheap functions of the templates give what Flask's and Jinja's own give."""

import re
from pathlib import Path

import pytest
from flask import Flask, render_template_string
from jinja2 import DictLoader, meta
from markupsafe import escape

from app import create_app
from letters.campaign.loader import load_all
from representatives.languages import LANGUAGES
from tests.support import TODAY
from web import templating


@pytest.fixture(scope="module")
def app() -> Flask:
    return create_app(config={"TESTING": True, "TODAY": lambda: TODAY})


def test_sentences_are_of_the_pages_language_and_values_are_escaped(app: Flask) -> None:
    text = '{{ _("Privacy") }}|{{ _("Hello %(name)s: 100 %%", name=name) }}|{{ _("100 %%") }}'
    for path, privacy in (("/en/about", "Privacy"), ("/fr/about", "Vie privée")):
        with app.test_request_context(path):
            shown = render_template_string(text, name="<b>")
        assert shown == f"{privacy}|Hello &lt;b&gt;: 100 %|100 %"


def test_a_part_is_rendered_once_for_each_language_and_key(app: Flask) -> None:
    text = '{{ kept("_errors.html", (key,)) }}|{{ kept("_kept.html", (key,), number=number) }}'
    parts = {"_errors.html": "", "_kept.html": '{{ _("Privacy") }} {{ lang }} {{ number }} {{ "<" }}'}
    changed = create_app(config={"TESTING": True, "TODAY": lambda: TODAY})
    changed.jinja_env.loader = DictLoader(parts)
    shown = []
    for number, (language, key) in enumerate(
        (("en", "a"), ("en", "a"), ("en", "b"), ("fr", "a"), ("en", "a"))
    ):
        with changed.test_request_context(f"/{language}/about"):
            shown.append(render_template_string(text, key=key, number=number))
    assert shown == [
        *("|Privacy en 0 &lt;", "|Privacy en 0 &lt;", "|Privacy en 2 &lt;"),
        *("|Vie privée fr 3 &lt;", "|Privacy en 0 &lt;"),
    ]


def test_no_more_parts_are_kept_than_a_bounded_number(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(templating, "MOST_KEPT", 3)
    app = create_app(config={"TESTING": True})
    with app.test_request_context("/en/about"):
        kept = app.jinja_env.globals["kept"]
        for number in range(50):
            kept("_errors.html", (number,))
            assert len(kept.cache) <= 3


def test_counted_sentences_take_the_form_of_their_number(app: Flask) -> None:
    text = '{% for n in (0, 1, 2) %}{{ ngettext("one %(num)d", "many %(num)d", n) }} {% endfor %}'
    with app.test_request_context("/en/about"):
        assert render_template_string(text) == "many 0 one 1 many 2 "


def test_addresses_follow_the_language_and_where_the_app_is_mounted(app: Flask) -> None:
    text = '{{ url_for("letters.campaign", slug="a") }} {{ url_for("about", lang="fr") }} {{ asset("icon.svg") }}'
    for language in ("en", "fr", "en"):
        with app.test_request_context(f"/{language}/about"):
            assert render_template_string(text).startswith(f"/{language}/a /fr/about /static/icon.svg?v=")
        with app.test_request_context(f"/{language}/about", base_url="http://localhost/mounted"):
            assert render_template_string(text).startswith(
                f"/mounted/{language}/a /mounted/fr/about /mounted/static/icon.svg?v="
            )


def test_links_that_lead_away_open_in_a_new_tab_and_say_so(app: Flask) -> None:
    text = "{{ html | safe | in_new_tab }}"
    with app.test_request_context("/fr/about"):
        shown = render_template_string(text, html='<a href="https://a.org/?b&amp;c" class="d">e <b>f</b></a>')
        assert shown == (
            '<a href="https://a.org/?b&amp;c" target="_blank" rel="noopener" class="d">e <b>f</b>'
            '<span class="hidden"> (nouvel onglet)</span></a>'
        )
        for stays in ('<a href="#s1">1</a>', '<a href="mailto:a@b.org">a@b.org</a>'):
            assert render_template_string(text, html=stays) == stays


def test_a_part_of_a_page_is_given_every_name_that_it_reads(app: Flask) -> None:
    """A part that is imported without the page's values shows nothing where it reads one, and no error."""
    templates = {
        path.name: path.read_text("utf-8") for path in Path(app.root_path, "templates").glob("*.html")
    }
    everywhere = {*app.jinja_env.globals}
    for name, text in templates.items():
        for part in re.findall(r'{%-? from "([^"]+)" import (?!.*with context)', text):
            read = meta.find_undeclared_variables(app.jinja_env.parse(templates[part]))
            assert read <= everywhere, f"{name} imports {part}, which reads {read - everywhere}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_a_source_is_stands_beside_it(app: Flask, language: str) -> None:
    for slug, campaign in load_all().campaigns.items():
        page = app.test_client().get(f"/{language}/{slug}?country=ca").text
        shown = {
            each.note_in(language) for each in campaign.sources.values() if f">{escape(each.title)}" in page
        }
        assert all(escape(note) in page for note in shown), slug
    assert any(each.note for each in load_all().campaigns["forced-labour"].sources.values())
