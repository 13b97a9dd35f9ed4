"""The three pages: the campaign, the writing page, the letter; and the letter's downloads."""

import logging
import sys
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
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

from letters import journey
from letters.campaign import Campaign
from letters.forms import CARRIED, REPEATED, LetterForm
from letters.journey import Place, Sheet
from letters.outputs import SUFFIXES, download, pdf
from letters.reading import CAMPAIGNS, load_all
from letters.typography import day_in_words
from representatives import Certainty, Match, Reason, Representative
from representatives.countries import LETTER_COUNTRIES, LetterCountry
from representatives.people import Text
from representatives.web import NoAnswer, match_typed

log = logging.getLogger("no_bystander")

SUGGESTED_SENATORS = 3
"""How many senators are ticked at first, drawn at random so that letters spread over all of them."""
PRESELECT_FROM = 0.8
"""The share from which the likeliest constituency is ticked for the visitor to confirm."""


MENTIONED_FROM = 0.01
"""A smaller share is not given in figures, which would claim more than is known."""


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
    kinds = ", ".join(SUFFIXES)
    for rule, name, view in (
        ("/<slug>", "campaign", campaign_page),
        ("/<slug>/write", "write", write_page),
        ("/<slug>/letter", "letter", letter_page),
        (f"/<slug>/letter.<any({kinds}):suffix>", "file", letter_file),
    ):
        blueprint.add_url_rule(rule, name, _of_campaign(campaigns, view), methods=["GET", "POST"])
    blueprint.register_error_handler(Detour, lambda detour: detour.response)
    blueprint.add_app_template_filter(_partial_date, "partial_date")
    blueprint.add_app_template_filter(_likelihood, "likelihood")
    blueprint.add_app_template_filter(format_decimal, "number")
    blueprint.add_app_template_filter(_postages, "postages")
    blueprint.cli.help = "The campaign folders."
    blueprint.cli.command("check")(check)
    return blueprint


@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path), default=CAMPAIGNS)
def check(folder: Path) -> None:
    """Report every mistake in the campaigns of FOLDER, with file and line."""
    campaigns, found = load_all(folder)
    for mistake in found:
        click.echo(mistake)
    click.echo(f"{len(campaigns)} campaigns ready, {len(found)} mistakes.")
    sys.exit(1 if found else 0)


def _of_campaign(campaigns: Mapping[str, Campaign], view: Any) -> Any:
    """A view that takes the campaign of the address; a GET where only a form leads goes to the campaign's page."""

    def found(slug: str, **values: str) -> Any:
        campaign = campaigns.get(slug) or abort(404)
        if request.method != "POST" and view is not campaign_page:
            return redirect(url_for("letters.campaign", slug=slug))
        return view(campaign, **values)

    return found


def home(campaigns: Mapping[str, Campaign]) -> str:
    """The list of campaigns."""
    return render_template("home.html", campaigns=campaigns.values())


def campaign_page(campaign: Campaign) -> str:
    """What is known, who disputes it, what the law does; and the postcode question. A POST changes the language."""
    return _campaign_page(campaign, "")


def _campaign_page(campaign: Campaign, error: str) -> str:
    words = campaign.words[_first_country(campaign), g.lang]
    return render_template(
        "campaign.html",
        campaign=campaign,
        words=words,
        requests=words.requests_on(current_app.config["TODAY"]()),
        errors={"postcode": error} if error else {},
        carried=_carried("postcode"),
    )


def _first_country(campaign: Campaign) -> str:
    """Before a postcode is known, the country that the campaign lists first."""
    return next(iter(campaign.words))[0]


def write_page(campaign: Campaign) -> str:
    """Who was found, and everything that makes the letter the writer's."""
    place = _place(campaign, asked=bool(request.form.get("constituency") or request.form.get("confirm")))
    form = _form(campaign, place)
    if not request.form.get("name") and not request.form.get("to"):
        _suggest(form, place)
    else:
        _tick_the_new_member(form, place)
    if not form.asks.data:
        form.asks.data = [_requests(campaign, place)[0].id]
    return _write_page(campaign, place, form)


def letter_page(campaign: Campaign) -> BaseResponse:
    """Every letter, to edit, print, download and send."""
    return _letter_page(campaign, "")


def _letter_page(campaign: Campaign, error: str) -> BaseResponse:
    place, form, sheets = _letters(campaign)
    errors = {f"text-{sheet.person.id}": _(sheet.problem) for sheet in sheets if sheet.problem}
    if error:
        errors["journey"] = error
    page = render_template(
        "letter.html",
        campaign=campaign,
        words=campaign.words[place.country.id, g.lang],
        place=place,
        sheets=sheets,
        form=form,
        errors=errors,
        carried=_carried(),
        missing=pdf.missing_characters([sheet.letter for sheet in sheets]),
    )
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
    if suffix == "pdf" and not set(pdf.missing_characters(chosen)) <= set(request.form.getlist("told")):
        return _letter_page(
            campaign, _("The PDF cannot show every character of this letter: see below, then go on.")
        )
    file = download(suffix, chosen)
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
    place = _place(campaign, asked=True)
    form = _form(campaign, place)
    if not form.validate():
        raise Detour(_write_page(campaign, place, form), 422)
    day = current_app.config["TODAY"]()
    return place, form, journey.sheets(campaign, place, form.answers, request.form, g.lang, day)


def _made(country: str, output: str, number: int) -> None:
    """Tell whoever counts."""
    app = current_app._get_current_object()  # type: ignore[attr-defined]  # the proxy's own way to the app
    signal("letters-made").send(app, country=country, output=output, number=number)


def _match(campaign: Campaign) -> Match:
    try:
        match = match_typed()
    except NoAnswer as error:
        raise Detour(_campaign_page(campaign, str(error)), 422) from None
    if match.postcode.country not in campaign.countries:
        raise Detour(_campaign_page(campaign, _("This campaign has no letter for that country yet.")), 422)
    return match


def _place(campaign: Campaign, asked: bool) -> Place:
    """The constituency the visitor confirmed, or the only one; otherwise a detour to the question."""
    match = _match(campaign)
    code = request.form.get("constituency", "")
    if not code and match.certainty is Certainty.EXACT:
        code = match.candidates[0].constituency.code
    candidate = match.candidate(code)
    if candidate is None:
        error = _("Choose one of the constituencies that this postal code can lie in.") if asked else ""
        raise Detour(_choose_page(campaign, match, error), 422 if asked else 200)
    return Place(match, candidate.constituency, match.representatives(code))


def _choose_page(campaign: Campaign, match: Match, error: str) -> str:
    likeliest = match.candidates[0]
    return render_template(
        "choose.html",
        campaign=campaign,
        match=match,
        country=LETTER_COUNTRIES[match.postcode.country],
        reasons=Reason,
        chosen=likeliest.constituency.code if likeliest.share >= PRESELECT_FROM else None,
        errors={"constituency": error} if error else {},
        carried=_carried("constituency"),
    )


def _form(campaign: Campaign, place: Place) -> LetterForm:
    requests = _requests(campaign, place)
    people = [person.id for person in place.delegation.people]
    return LetterForm(request.form).offer(people, [each.id for each in requests])


def _requests(campaign: Campaign, place: Place) -> Sequence[Any]:
    open_now = campaign.words[place.country.id, g.lang].requests_on(current_app.config["TODAY"]())
    if not open_now:
        raise Detour(
            _campaign_page(campaign, _("There is nothing to ask for at present: every request has ended.")),
            422,
        )
    return open_now


def _suggest(form: LetterForm, place: Place) -> None:
    """Tick the member and a few senators."""
    senators = place.delegation.senators
    drawn = current_app.config["RANDOM"].sample(senators, min(SUGGESTED_SENATORS, len(senators)))
    member = [person.id for person in place.delegation.people if person not in senators]
    form.to.data = [*member, *(person.id for person in senators if person in drawn)]


def _tick_the_new_member(form: LetterForm, place: Place) -> None:
    """After another riding was chosen, whoever was ticked and does not sit for it gives way to its own member."""
    people = place.delegation.people
    known = [id for id in form.to.data or () if id in {person.id for person in people}]
    lost = len(known) < len(form.to.data or ())
    member = [person.id for person in people[:1] if person not in place.delegation.senators]
    form.to.data = [*member, *(id for id in known if id not in member)] if lost else known


def _write_page(campaign: Campaign, place: Place, form: LetterForm) -> str:
    return render_template(
        "write.html",
        campaign=campaign,
        words=campaign.words[place.country.id, g.lang],
        requests=_requests(campaign, place),
        place=place,
        form=form,
        errors={field: _(sentence) for field, sentence in form.sentences.items()},
        carried=_carried("to", "name", "address", "own_words", "asks", "constituency"),
    )


def _partial_date(iso: str) -> str:
    """A day, a month or a year in words of the page's language."""
    year, *rest = (int(part) for part in iso.split("-"))
    if not rest:
        return str(year)
    day = date(year, rest[0], rest[1] if len(rest) > 1 else 1)
    return day_in_words(day, g.lang, "long" if len(rest) > 1 else "LLLL y")


def _likelihood(share: float) -> str:
    return str(format_percent(share)) if share >= MENTIONED_FROM else _("less than 1 in 100")


def _postages(people: Iterable[Representative], country: LetterCountry) -> list[Text]:
    """What to put on the envelopes, each sentence once."""
    texts: list[Text] = []
    for person in people:
        if (text := country.postage(person)) not in texts:
            texts.append(text)
    return texts


def _carried(*shown: str) -> list[tuple[str, str]]:
    """The journey's fields that a page does not show, to be kept as hidden fields."""
    kept = {name: request.form.getlist(name) for name in CARRIED if name not in shown}
    return [(n, value) for n, values in kept.items() for value in (values if n in REPEATED else values[:1])]
