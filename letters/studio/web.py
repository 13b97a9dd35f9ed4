"""The studio at its addresses: everything typed comes with each form and goes back with each page; nothing is kept."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from flask import Blueprint, Response, abort, current_app, g, make_response, render_template, request
from flask_babel import gettext as _
from werkzeug.datastructures import MultiDict

from letters.studio import archive, manifest_form, review, sample, words_form
from letters.studio import draft as drafts
from letters.studio.draft import Draft
from letters.studio.sentences import worded
from letters.studio.toml_text import to_toml
from representatives.countries import COUNTRIES
from representatives.languages import LANGUAGES, N_

MOST_TYPED = archive.MOST_UNPACKED
"""Characters of all fields: as much as an archive may hold."""
PARTS: Mapping[str, str] = {
    "title": N_("Title"),
    "teaser": N_("One or two sentences for the list"),
    "slug": N_("Name of the campaign in the address"),
    "source": N_("Sources"),
    "Summary": N_("What the page says"),
    "request": N_("What writers can ask for"),
    "Request": N_("What writers can ask for"),
    "Letter": N_("The letter"),
    "Prompt": N_("The three questions"),
    "friend": N_("A message to friends"),
    "editor": N_("A letter to the editor"),
}
"""The part of the form that a field stands in, by how the field's name begins."""
BLANK_SECTIONS, BLANK_SOURCES = 1, 2
"""How many empty places the form shows after what is filled."""


def add_to(blueprint: Blueprint) -> None:
    """Make the routes."""
    blueprint.add_url_rule("/studio", "studio", studio, methods=["GET", "POST"])
    blueprint.add_url_rule("/studio/campaign.zip", "studio_archive", studio_archive, methods=["POST"])


def studio() -> Response:
    """The form with the check's sentences and the letter, or where there is no campaign yet, the two ways to one."""
    _allowed()
    do = request.form.get("do", "")
    if request.method == "GET" or (not do and "manifest" not in request.form):
        return _start()
    day = current_app.config["TODAY"]()
    if do == "open":
        return _open()
    if do == "start":
        country, language = request.form.get("country", ""), request.form.get("language", "")
        if country not in COUNTRIES:
            return _start({"country": _("Choose one of the countries.")})
        spoken = COUNTRIES[country].languages
        return _form(drafts.fresh(country, language if language in spoken else spoken[0], day))
    draft = drafts.typed(_fields(request.form))
    name, _space, value = do.partition(" ")
    if name == "at":
        country, _space, language = value.partition(" ")
        draft = drafts.at(draft, country, language, day)
    elif name == "request":
        draft = drafts.with_request(draft, day)
    elif name == "drop":
        draft = drafts.without_request(draft, value)
    return _form(draft, name, value)


def studio_archive() -> Response:
    """The campaign as a .zip."""
    _allowed()
    if "manifest" not in request.form:
        return _start()
    draft = drafts.typed(_fields(request.form))
    name = draft.slug or "campaign"
    content = archive.pack(name, draft.folder)
    headers = {"Content-Disposition": f'attachment; filename="{name}.zip"', "Cache-Control": "no-store"}
    return Response(content, mimetype="application/zip", headers=headers)


def _allowed() -> None:
    if not current_app.config["STUDIO"]:
        abort(404)


def _fields(form: MultiDict[str, str]) -> dict[str, str]:
    fields = {
        name: " ".join(form.getlist(name)) if name.endswith("/chambers") else form[name] for name in form
    }
    if sum(map(len, fields.values())) > MOST_TYPED:
        abort(413)
    return {name: text.replace("\r\n", "\n").replace("\r", "\n") for name, text in fields.items()}


def _start(errors: Mapping[str, str] | None = None) -> Response:
    countries = COUNTRIES.values()
    page = render_template("studio.html", draft=None, countries=countries, errors=errors or {})
    return make_response(page, 422 if errors else 200)


def _open() -> Response:
    file = request.files.get("archive")
    if not file or not file.filename:
        return _start({"archive": _("Choose the .zip file first.")})
    try:
        slug, files = archive.unpack(file.read(archive.MOST_PACKED + 1))
    except archive.BadArchive as error:
        return _start({"archive": _(str(error))})
    return _form(drafts.opened(slug, files), "check")


def _form(draft: Draft, do: str = "", value: str = "") -> Response:
    day = current_app.config["TODAY"]()
    draft = drafts.settled(draft)
    fields = draft.fields()
    remarks = [
        replace(each, sentence=worded(each.sentence, _)) for each in (review.remarks(draft) if do else ())
    ]
    said = {each.field: each.sentence for each in reversed(remarks) if each.field and not each.is_advice}
    letters = drafts.letters_of(draft, fields)
    chamber = value if do == "sample" and value in letters else request.form.get("sample", "")
    chamber = chamber if chamber in letters else next(iter(letters), "")
    draw = str(_number(request.form.get("draw", "")) + (do == "another"))
    blanks = _(sample.NAME), _(sample.STREET), _(sample.OWN_WORDS)
    values: dict[str, Any] = {
        "draft": draft,
        "fields": fields,
        "said": said,
        "is_checked": bool(do),
        "findings": [each for each in remarks if not each.is_advice],
        "advice": [*{each.sentence: each for each in remarks if each.is_advice}.values()],
        "part_names": PARTS,
        "letter": review.letter(draft, chamber, draw, day, blanks) if chamber else None,
        "letters": letters,
        "paragraphs": {each: _paragraphs(fields, each) for each in letters},
        "chambers": {str(id): name for id, name in COUNTRIES[draft.country].chambers.items()},
        "requests": [each["id"] for each in manifest_form.requests_of(draft.content, draft.country)],
        "prompts": words_form.PROMPTS,
        "sections": _sections(fields),
        "sources": _sources(draft, 1 + BLANK_SOURCES * (do == "source")),
        "tabs": [(code, spoken, _tab(code, spoken)) for code, spoken in draft.tabs],
        "places": _places(draft),
        "carried": _carried(draft, chamber, draw),
    }
    return make_response(render_template("studio.html", **values))


def _carried(draft: Draft, chamber: str, draw: str) -> list[tuple[str, str]]:
    """What the form does not show, and the country and language that it shows."""
    files = [(f"file/{name}", text) for name, text in sorted(drafts.other_files(draft).items())]
    shown = [("country", draft.country), ("language", draft.language), ("sample", chamber), ("draw", draw)]
    return [*shown, ("manifest", to_toml(draft.content)), *files]


def _places(draft: Draft) -> list[tuple[str, str, str]]:
    every = [(code, spoken) for code, country in COUNTRIES.items() for spoken in country.languages]
    return [(code, spoken, _tab(code, spoken)) for code, spoken in every if (code, spoken) not in draft.tabs]


def _tab(code: str, language: str) -> str:
    country = COUNTRIES[code]
    name = country.name[g.lang]
    return f"{name}, {LANGUAGES[language]}" if len(country.languages) > 1 else name


def _sections(fields: Mapping[str, str]) -> list[int]:
    filled = words_form.sections_of(fields)
    start = max(filled, default=-1) + 1
    return [*filled, *range(start, start + BLANK_SECTIONS)]


def _paragraphs(fields: Mapping[str, str], chamber: str) -> list[int]:
    count = len(words_form.paragraphs_of(fields, chamber))
    has_text = words_form.has_core(fields, chamber)
    return list(range(count + has_text))


def _sources(draft: Draft, blank: int) -> list[tuple[int, str]]:
    ids = [str(source.get("id", "")) for source in draft.content["sources"]][: manifest_form.MOST_SOURCES]
    for _time in range(blank if ids else BLANK_SOURCES):
        ids.append(manifest_form.next_id(ids))
    return list(enumerate(ids))


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 0
