"""The studio at its addresses: everything typed comes with each form and goes back with each page; nothing is kept."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from flask import Blueprint, Response, abort, current_app, g, make_response, render_template, request
from flask_babel import gettext as _
from werkzeug.datastructures import MultiDict

from letters.letter import Letter
from letters.studio import archive, changes, layout, manifest_form, review, sample, words_form
from letters.studio import draft as drafts
from letters.studio.draft import Draft
from letters.studio.field_labels import FieldLabels
from letters.studio.limits import most_words, words_of
from letters.studio.sentences import worded
from letters.studio.toml_text import to_toml
from representatives import InvalidPostcode, find, parse
from representatives.countries import COUNTRIES
from representatives.languages import LANGUAGES

MOST_TYPED = archive.MOST_UNPACKED
"""Characters of all fields: as much as an archive may hold."""


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
    name, _space, value = do.partition(" ")
    return _form(_changed(drafts.typed(_fields(request.form)), do, day), name, value)


def _changed(draft: Draft, do: str, day: date) -> Draft:
    match do.split(" "):
        case ["at", country, language]:
            return changes.at(draft, country, language, day)
        case ["request"]:
            return changes.with_request(draft, day)
        case ["drop", id]:
            return changes.without_request(draft, id)
        case ["write", chamber]:
            return changes.with_letter(draft, chamber)
        case ["silence", chamber]:
            return changes.without_letter(draft, chamber)
    return draft


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
    posted = request.form
    draft = drafts.settled(draft)
    fields = draft.fields()
    remarks = [
        replace(each, sentence=worded(each.sentence, _, g.lang))
        for each in (review.remarks(draft) if _checks(do, posted) else ())
    ]
    said = {each.field: each.sentence for each in reversed(remarks) if each.field and not each.is_advice}
    letters = drafts.letters_of(draft, fields)
    chamber = value if do in ("sample", "write") and value in letters else posted.get("sample", "")
    chamber = chamber if chamber in letters else next(iter(letters), "")
    draw = str(_number(posted.get("draw", "")) + (do == "another"))
    place, place_error = _place(draft, posted.get("place", ""))
    values: dict[str, Any] = {
        "draft": draft,
        "fields": fields,
        "said": said,
        "is_checked": _checks(do, posted),
        "findings": [each for each in remarks if not each.is_advice],
        "advice": [*{each.sentence: each for each in reversed(remarks) if each.is_advice}.values()][::-1],
        "letter": _letter(draft, chamber, draw, place) if chamber else None,
        "letters": letters,
        "place": posted.get("place", ""),
        "place_error": place_error,
        "paragraphs": {each: len(words_form.paragraphs_of(fields, each)) for each in letters},
        "prompts": words_form.PROMPTS,
        "disputed": layout.disputed(draft, day),
        "sections": layout.sections(fields, posted, do == "section"),
        "sources": layout.sources(draft, posted, do == "source"),
        "tabs": [(code, spoken, _tab(code, spoken)) for code, spoken in draft.tabs],
        "places": _places(draft),
        "is_open": layout.folds(draft, fields, said, posted.get("open", ""), day),
        "carried": _carried(draft, chamber, draw, do),
    }
    values |= _named(draft, fields, values["sources"])
    values["focus"] = _focus(do, value, values)
    return make_response(render_template("studio.html", **values), 422 if place_error else 200)


def _checks(do: str, posted: Mapping[str, str]) -> bool:
    """Whether the check was asked for: what looks at the letter leaves its sentences there, what adds a box does not."""
    return do in ("check", "at") or (do in ("sample", "another") and bool(posted.get("checked")))


def _named(draft: Draft, fields: Mapping[str, str], sources: list[tuple[int, str]]) -> dict[str, Any]:
    """The requests and chambers of the form, what its fields are called, and how many words they may have."""
    requests = [each["id"] for each in manifest_form.requests_of(draft.content, draft.country)]
    chambers = {str(id): name for id, name in COUNTRIES[draft.country].chambers.items()}
    names = {id: name[g.lang] for id, name in chambers.items()}
    headings = {n: fields.get(f"Summary/{n}/heading", "") for n in map(str, range(words_form.MOST))}
    labels = FieldLabels(_, requests, words_form.PROMPTS, dict(sources), names, headings)
    limits = {"most_words": most_words, "words_of": words_of}
    return {"requests": requests, "chambers": chambers, "labels": labels, **limits}


def _focus(do: str, value: str, values: Mapping[str, Any]) -> str:
    """The field that the cursor stands in: the first of a box that was added."""
    if do == "source":
        return f"source/{values['sources'][-1][0]}/publisher"
    if do == "section":
        return f"Summary/{values['sections'][-1]}/heading"
    if do == "request":
        return f"Request/{values['requests'][-1]}/Title"
    return f"Letter/{value}/Core/0/0" if do == "write" and value in values["letters"] else ""


def _letter(draft: Draft, chamber: str, draw: str, place: str) -> Letter | None:
    blanks = _(sample.NAME), _(sample.STREET), _(sample.OWN_WORDS)
    return review.letter(draft, chamber, draw, current_app.config["TODAY"](), blanks, place)


def _place(draft: Draft, typed: str) -> tuple[str, str]:
    """The constituency of the postcode that the example is to come from, or "" and what is wrong with it."""
    if not typed.strip():
        return "", ""
    try:
        match = find(parse(typed))
    except InvalidPostcode:
        return "", _("This is no postcode that we know.")
    found = [each.constituency for each in match.candidates if each.constituency.country == draft.country]
    return (found[0].code, "") if found else ("", _("This postcode lies in no constituency of this country."))


def _carried(draft: Draft, chamber: str, draw: str, do: str) -> list[tuple[str, str]]:
    """What the form does not show, and the country and language that it shows."""
    files = [(f"file/{name}", text) for name, text in sorted(drafts.other_files(draft).items())]
    shown = [("country", draft.country), ("language", draft.language), ("sample", chamber), ("draw", draw)]
    shown += [("checked", "yes" if _checks(do, request.form) else ""), ("open", request.form.get("open", ""))]
    is_changed = do in ("request", "drop", "write", "silence")
    shown += [("unsaved", "yes" if is_changed else request.form.get("unsaved", ""))]
    return [*shown, ("manifest", to_toml(draft.content)), *files]


def _places(draft: Draft) -> list[tuple[str, str, str]]:
    every = [(code, spoken) for code, country in COUNTRIES.items() for spoken in country.languages]
    return [(code, spoken, _tab(code, spoken)) for code, spoken in every if (code, spoken) not in draft.tabs]


def _tab(code: str, language: str) -> str:
    country = COUNTRIES[code]
    name = country.name[g.lang]
    return f"{name}, {LANGUAGES[language]}" if len(country.languages) > 1 else name


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 0
