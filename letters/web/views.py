"""The pages: the campaigns, a campaign, others to tell, the writing page, the letters and their downloads."""

from collections.abc import Mapping

from blinker import signal
from flask import Response, current_app, g, make_response, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response as BaseResponse

from letters import choosing, sharing
from letters.campaign import Campaign
from letters.outputs import download, missing_characters
from letters.web import showing, steps
from letters.web.showing import visit_to
from representatives.countries import LETTER_COUNTRIES


def home(campaigns: Mapping[str, Campaign]) -> str:
    """The list of campaigns."""
    countries = [country.name[g.lang] for country in LETTER_COUNTRIES.values()]
    return render_template("home.html", campaigns=campaigns.values(), countries=countries)


def campaign_page(campaign: Campaign) -> str:
    """What is known, who disputes it, what the law does; and the postcode question. A POST changes the language."""
    return showing.campaign_page(campaign)


def tell_page(campaign: Campaign) -> str:
    """A letter to the editor, and a message to friends."""
    share = sharing.share(campaign, g.lang, _home_of(campaign))
    return showing.show("tell.html", campaign, {"editorial": campaign.editorials[g.lang], "share": share})


def write_page(campaign: Campaign) -> str:
    """Who was found, and everything that makes the letter the writer's."""
    place = steps.find_place(campaign)
    form = steps.find_form(campaign, place)
    visit = visit_to(campaign)
    choosing.suggest(form, place, visit.requests(place), current_app.config["RANDOM"])
    offered = {person.id for person in visit.people(place)}
    form.to.data = [id for id in form.to.data or () if id in offered]
    return showing.write_page(campaign, place, form)


def letter_page(campaign: Campaign, error: str = "") -> BaseResponse:
    """Every letter, to edit, print, download and send; `error` says why there is a page instead of a file."""
    place, form, sheets = steps.letters(campaign)
    errors = {f"text-{sheet.person.id}": _(sheet.problem) for sheet in sheets if sheet.problem}
    if error:
        errors["journey"] = error
    page = showing.show("letter.html", campaign, visit_to(campaign).letters(place, form, sheets, errors))
    if not errors:
        _made(place.country.id, "page", len(sheets))
    response = make_response(page, 422 if errors else 200)
    response.headers["Cache-Control"] = "no-store"
    return response


def letter_file(campaign: Campaign, suffix: str) -> BaseResponse:
    """The letters, or the one whose id is in the field `only`, as a file."""
    place, _form, sheets = steps.letters(campaign)
    only = request.form.get("only")
    chosen = [sheet.letter for sheet in sheets if only in (None, "", sheet.person.id)]
    if not chosen:
        return letter_page(campaign, _("That letter is not among these: choose one of them."))
    if any(sheet.problem for sheet in sheets):
        return letter_page(campaign)
    if set(missing_characters(suffix, chosen)) - set(request.form.get("told", "").split()):
        error = _("The PDF cannot show every character of this letter: see below, then go on.")
        return letter_page(campaign, error)
    file = download(suffix, chosen, _home_of(campaign))
    if file.is_long and not request.form.get("two_pages"):
        error = _("A letter takes more than one page: shorten it, or say below that it may.")
        return letter_page(campaign, error)
    _made(place.country.id, suffix, len(chosen))
    return Response(
        file.content,
        content_type=file.media_type,
        headers={
            "Cache-Control": "no-store",
            "Content-Disposition": f'attachment; filename="{file.name}"',
        },
    )


def _home_of(campaign: Campaign) -> str:
    return url_for("letters.campaign", slug=campaign.slug, _external=True)


def _made(country: str, output: str, number: int) -> None:
    """Tell whoever counts."""
    app = current_app._get_current_object()  # type: ignore[attr-defined]  # the proxy's own way to the app
    signal("letters-made").send(app, country=country, output=output, number=number)
