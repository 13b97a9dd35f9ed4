"""The pages from a campaign to its letters, and the letters' downloads."""

import logging
import sys
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import click
from blinker import signal
from flask import (
    Blueprint,
    Response,
    abort,
    current_app,
    g,
    make_response,
    redirect,
    render_template,
    request,
    url_for,
)
from flask_babel import format_decimal, format_percent
from flask_babel import gettext as _
from werkzeug.wrappers import Response as BaseResponse

from letters import choosing, sharing
from letters.campaign import Campaign
from letters.choosing import Question
from letters.endings import endings
from letters.forms import N_, LetterForm
from letters.journey import Place, Sheet
from letters.outputs import SUFFIXES, download, missing_characters
from letters.pages import Visit
from letters.reading import CAMPAIGNS, load_all
from letters.typed import Typed
from letters.typography import partial_date
from representatives import Match
from representatives.countries import LETTER_COUNTRIES
from representatives.web import NoAnswer, live_help, match_typed

log = logging.getLogger("no_bystander")

MENTIONED_FROM, MENTIONED_TO = 0.01, 0.99
"""A smaller or larger share is not given in figures, which would claim more than is known."""
TWICE = N_("This came twice with different answers: check that it is right now.")


class Detour(Exception):
    """Another page is to be shown instead, with everything typed still on it."""

    def __init__(self, page: str, status: int) -> None:
        super().__init__(status)
        self.response = page, status


def create_blueprint() -> Blueprint:
    """Read the campaigns and make the routes. A campaign with mistakes is left out and they are logged."""
    blueprint = Blueprint("letters", __name__, url_prefix="/<any(en, fr):lang>", cli_group="campaigns")
    campaigns, found = load_all()
    for mistake in found:
        log.error("%s", mistake)
    blueprint.add_url_rule("/", "home", partial(home, campaigns))
    kinds = ", ".join(f'"{suffix}"' for suffix in SUFFIXES)
    for rule, name, view in (
        ("/<slug>", "campaign", campaign_page),
        ("/<slug>/tell", "tell", tell_page),
        ("/<slug>/write", "write", write_page),
        ("/<slug>/letter", "letter", letter_page),
        (f"/<slug>/letter.<any({kinds}):suffix>", "file", letter_file),
    ):
        blueprint.add_url_rule(rule, name, _of_campaign(campaigns, view), methods=["GET", "POST"])
    blueprint.register_error_handler(Detour, lambda detour: detour.response)
    blueprint.add_app_template_filter(lambda iso: partial_date(iso, g.lang), "partial_date")
    blueprint.add_app_template_filter(_likelihood, "likelihood")
    blueprint.add_app_template_filter(format_decimal, "number")
    blueprint.add_app_template_filter(lambda share: str(format_percent(share)), "percent")
    blueprint.cli.help = "The campaign folders."
    blueprint.cli.command("check")(check)
    return blueprint


@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path), default=CAMPAIGNS)
def check(folder: Path) -> None:
    """Report every mistake in the campaigns of FOLDER, with file and line, and which requests end soon."""
    campaigns, found = load_all(folder)
    for line in (*found, *endings(campaigns, current_app.config["TODAY"]())):
        click.echo(line)
    click.echo(f"{len(campaigns)} campaigns ready, {len(found)} mistakes.")
    sys.exit(1 if found else 0)


def _of_campaign(campaigns: Mapping[str, Campaign], view: Any) -> Any:
    """A view that takes the campaign of the address; a GET where only a form leads goes to the campaign's page."""

    def found(slug: str, **values: str) -> Any:
        campaign = campaigns.get(slug) or abort(404)
        if request.method != "POST" and view not in (campaign_page, tell_page):
            return redirect(url_for("letters.campaign", slug=slug))
        return view(campaign, **values)

    return found


def home(campaigns: Mapping[str, Campaign]) -> str:
    """The list of campaigns."""
    return render_template("home.html", campaigns=campaigns.values(), countries=_countries())


def _visit(campaign: Campaign) -> Visit:
    return Visit(campaign, g.lang, current_app.config["TODAY"](), Typed(request.form))


def _show(template: str, campaign: Campaign, values: Mapping[str, Any]) -> str:
    return render_template(template, campaign=campaign, **values)


def _countries() -> list[str]:
    return [country.name[g.lang] for country in LETTER_COUNTRIES.values()]


def campaign_page(campaign: Campaign) -> str:
    """What is known, who disputes it, what the law does; and the postcode question. A POST changes the language."""
    return _campaign_page(campaign, "")


def _campaign_page(campaign: Campaign, error: str) -> str:
    country = request.values.get("country", "")
    return _show("campaign.html", campaign, _visit(campaign).asked(country, error))


def tell_page(campaign: Campaign) -> str:
    """A letter to the editor, and a message to friends."""
    address = url_for("letters.campaign", slug=campaign.slug, _external=True)
    return render_template(
        "tell.html",
        campaign=campaign,
        editorial=campaign.editorials[g.lang],
        share=sharing.share(campaign, g.lang, address),
    )


def write_page(campaign: Campaign) -> str:
    """Who was found, and everything that makes the letter the writer's."""
    place = _place(campaign)
    form = _form(campaign, place)
    choosing.suggest(form, place, _visit(campaign).requests(place), current_app.config["RANDOM"])
    return _write_page(campaign, place, form)


def _write_page(campaign: Campaign, place: Place, form: LetterForm, twice: str = "") -> str:
    errors = {field: _(sentence) for field, sentence in form.sentences.items()}
    if twice:
        errors[twice] = _(TWICE)
    return _show("write.html", campaign, _visit(campaign).written(place, form, errors))


def letter_page(campaign: Campaign) -> BaseResponse:
    """Every letter, to edit, print, download and send."""
    return _letter_page(campaign, "")


def _letter_page(campaign: Campaign, error: str) -> BaseResponse:
    place, form, sheets = _letters(campaign)
    errors = {f"text-{sheet.person.id}": _(sheet.problem) for sheet in sheets if sheet.problem}
    if error:
        errors["journey"] = error
    page = _show("letter.html", campaign, _visit(campaign).letters(place, form, sheets, errors))
    if not errors:
        _made(place.country.id, "page", len(sheets))
    response = make_response(page, 422 if errors else 200)
    response.headers["Cache-Control"] = "no-store"
    return response


def letter_file(campaign: Campaign, suffix: str) -> BaseResponse:
    """The letters, or the one whose id is in the field `only`, as a file."""
    place, _form_of, sheets = _letters(campaign)
    only = request.form.get("only")
    chosen = [sheet.letter for sheet in sheets if only in (None, "", sheet.person.id)]
    if not chosen:
        return _letter_page(campaign, _("That letter is not among these: choose one of them."))
    if any(sheet.problem for sheet in sheets):
        return _letter_page(campaign, "")
    if set(missing_characters(suffix, chosen)) - set(request.form.get("told", "").split()):
        return _letter_page(
            campaign, _("The PDF cannot show every character of this letter: see below, then go on.")
        )
    page = url_for("letters.campaign", slug=campaign.slug, _external=True)
    file = download(suffix, chosen, page)
    if file.is_long and not request.form.get("two_pages"):
        return _letter_page(
            campaign, _("A letter takes more than one page: shorten it, or say below that it may.")
        )
    _made(place.country.id, suffix, len(chosen))
    return Response(
        file.content,
        content_type=file.media_type,
        headers={
            "Cache-Control": "no-store",
            "Content-Disposition": f'attachment; filename="{file.name}"',
        },
    )


def _letters(campaign: Campaign) -> tuple[Place, LetterForm, Sequence[Sheet]]:
    """The letters of a complete form.

    Raises:
        Detour: to the page on which something must be mended.
    """
    place = _place(campaign)
    form = _form(campaign, place)
    valid, twice = form.validate(), Typed(request.form).conflicting()
    if not valid or twice:
        asked = twice in form and (twice != "letter_language" or len(place.country.languages) > 1)
        raise Detour(_write_page(campaign, place, form, twice if asked else twice and "journey"), 422)
    return place, form, _visit(campaign).sheets(place, form)


def _form(campaign: Campaign, place: Place) -> LetterForm:
    """The writing page's form.

    Raises:
        Detour: nothing can be asked for today.
    """
    visit = _visit(campaign)
    if not visit.requests(place):
        sentence = _("There is nothing to ask for at present: every request has ended.")
        raise Detour(_campaign_page(campaign, sentence), 422)
    return visit.form(place)


def _made(country: str, output: str, number: int) -> None:
    """Tell whoever counts."""
    app = current_app._get_current_object()  # type: ignore[attr-defined]  # the proxy's own way to the app
    signal("letters-made").send(app, country=country, output=output, number=number)


def _match(campaign: Campaign) -> Match:
    typed = Typed(request.form)
    try:
        match = match_typed("" if typed.one("again") else typed.one("locality"))
    except NoAnswer as error:
        raise Detour(_campaign_page(campaign, str(error)), 422) from None
    if typed.conflicting() == "postcode":
        raise Detour(_campaign_page(campaign, _(TWICE)), 422)
    if match.postcode.country not in campaign.countries:
        raise Detour(_campaign_page(campaign, _("This campaign has no letter for that country yet.")), 422)
    if typed.conflicting() == "locality" and match.localities:
        raise Detour(_question_page(campaign, match, "locality", _(TWICE)), 422)
    return match


def _place(campaign: Campaign) -> Place:
    """The constituency the visitor confirmed, or the only one; otherwise a detour to the question."""
    match, typed = _match(campaign), Typed(request.form)
    if typed.one("live") and current_app.config["LIVE"] and len(match.candidates) > 1:
        raise Detour(_question_page(campaign, match, "constituency", ""), 200)
    try:
        place = choosing.settle(match, typed)
    except Question as question:
        error = _(str(question)) if str(question) else ""
        raise Detour(_question_page(campaign, match, question.step, error), 422 if error else 200) from None
    if typed.conflicting() == "constituency":
        raise Detour(_question_page(campaign, match, "constituency", _(TWICE)), 422)
    if not place.delegation.people:
        page = _show("vacant.html", campaign, _visit(campaign).vacant(place))
        raise Detour(page, 200 if request.endpoint == "letters.write" else 422)
    return place


def _question_page(campaign: Campaign, match: Match, step: str, error: str) -> str:
    values = _visit(campaign).question(match, step, error)
    values["live"] = live = live_help(match) if step == "constituency" else None
    if live and live.asked:
        values["picked"] = live.found[0].code if len(live.found) == 1 else ""
    return _show(f"{step}.html", campaign, values)


def _likelihood(share: float) -> str:
    if share < MENTIONED_FROM:
        return str(_("less than 1 in 100"))
    return str(_("more than 99 in 100") if share > MENTIONED_TO else format_percent(share))
