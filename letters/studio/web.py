"""The studio at its addresses: everything typed comes with each form and goes back with each page; nothing is kept."""

from collections.abc import Mapping

from flask import Blueprint, Response, abort, current_app, make_response, render_template, request
from flask_babel import gettext as _

from letters.studio import archive, changes
from letters.studio import draft as drafts
from letters.studio.draft import Draft
from letters.studio.page.web import form_page, today, typed_fields
from representatives.countries import COUNTRIES


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
    if do == "open":
        return _open()
    if do == "start":
        country, language = request.form.get("country", ""), request.form.get("language", "")
        if country not in COUNTRIES:
            return _start({"country": _("Choose one of the countries.")})
        spoken = COUNTRIES[country].languages
        return form_page(drafts.fresh(country, language if language in spoken else spoken[0], today()))
    name, _space, value = do.partition(" ")
    return form_page(_changed(_typed(do == "check"), do), name, value)


def _typed(with_facts: bool) -> Draft:
    draft = drafts.typed(typed_fields())
    return changes.with_facts(draft, request.form.get("known", ""), with_facts)


def _changed(draft: Draft, do: str) -> Draft:
    match do.split(" "):
        case ["at", country, language]:
            return changes.at(draft, country, language, today())
        case ["request"]:
            return changes.with_request(draft, today())
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
    draft = _typed(with_facts=True)
    name = draft.slug or "campaign"
    content = archive.pack(name, draft.folder)
    headers = {"Content-Disposition": f'attachment; filename="{name}.zip"', "Cache-Control": "no-store"}
    return Response(content, mimetype="application/zip", headers=headers)


def _allowed() -> None:
    if not current_app.config["STUDIO"]:
        abort(404)


def _start(errors: Mapping[str, str] | None = None) -> Response:
    countries = COUNTRIES.values()
    page = render_template("studio.html", draft=None, countries=countries, errors=errors or {})
    return make_response(page, 422 if errors else 200)


def _open() -> Response:
    file = request.files.get("archive")
    if not file or not file.filename:
        return _start({"archive": _("Choose the .zip file first.")})
    try:
        draft = drafts.opened(*archive.unpack(file.read(archive.MOST_PACKED + 1)))
    except archive.BadArchive as error:
        return _start({"archive": _(str(error))})
    return form_page(draft, "check")
