"""The pages from a campaign to its letters, and the letters' downloads."""

import logging
import sys
from collections.abc import Iterable, Mapping, Sequence
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

from letters import choosing, journey, sharing
from letters.campaign import Campaign, Request
from letters.choosing import NO_LOCALITY, Question
from letters.endings import endings
from letters.forms import ANSWERS, N_, LetterForm
from letters.journey import Place, Sheet
from letters.outputs import ENVELOPES, SUFFIXES, download, pdf
from letters.ownwords import words as count_words
from letters.reading import CAMPAIGNS, load_all
from letters.tone import one_page_words
from letters.typed import Typed
from letters.typography import partial_date
from representatives import Match, Reason, directory
from representatives.countries import LETTER_COUNTRIES
from representatives.people import Text
from representatives.web import NoAnswer, match_typed, notices

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
    return render_template("home.html", campaigns=campaigns.values())


def campaign_page(campaign: Campaign) -> str:
    """What is known, who disputes it, what the law does; and the postcode question. A POST changes the language."""
    return _campaign_page(campaign, "")


def _campaign_page(campaign: Campaign, error: str) -> str:
    country = request.values.get("country", "")
    country = country if country in campaign.countries else campaign.countries[0]
    words = campaign.words_in(country, g.lang)
    return render_template(
        "campaign.html",
        campaign=campaign,
        country=country,
        countries=[LETTER_COUNTRIES[each] for each in campaign.countries],
        words=words,
        requests=words.requests_on(current_app.config["TODAY"]()),
        errors={"postcode": error} if error else {},
        carried=Typed(request.form).carried("postcode", "country"),
    )


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
    choosing.suggest(form, place, _requests(campaign, place), current_app.config["RANDOM"])
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
        place=place,
        sheets=sheets,
        form=form,
        errors=errors,
        carried=Typed(request.form).carried(*(sheet.person.id for sheet in sheets)),
        missing=pdf.missing_characters([sheet.letter for sheet in sheets]),
        posting=_posting(sheets, place),
        envelopes=ENVELOPES,
        hints={sheet.person.id: sheet.hints for sheet in sheets},
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
    if suffix.endswith("pdf") and not set(pdf.missing_characters(chosen)) <= set(
        request.form.getlist("told")
    ):
        return _letter_page(
            campaign, _("The PDF cannot show every character of this letter: see below, then go on.")
        )
    page = url_for("letters.campaign", slug=campaign.slug, _external=True)
    file = download(suffix, chosen, page)
    if suffix == "pdf" and pdf.pages(file.content) > len(chosen) and not request.form.get("two_pages"):
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
        field = twice if asked else "journey"
        raise Detour(_write_page(campaign, place, form, {field: _(TWICE)} if twice else {}), 422)
    typed, answers = Typed(request.form).of_letters(), form.answers
    day = current_app.config["TODAY"]()
    return place, form, journey.sheets(campaign, place, answers, typed, answers.language or g.lang, day)


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
    try:
        place = choosing.settle(match, typed)
    except Question as question:
        error = _(str(question)) if str(question) else ""
        raise Detour(_question_page(campaign, match, question.step, error), 422 if error else 200) from None
    if typed.conflicting() == "constituency":
        raise Detour(_question_page(campaign, match, "constituency", _(TWICE)), 422)
    if not place.delegation.people:
        raise Detour(_vacant_page(campaign, place), 200 if request.endpoint == "letters.write" else 422)
    return place


def _vacant_page(campaign: Campaign, place: Place) -> str:
    """For a constituency that nobody sits for and that has no senators."""
    return render_template(
        "vacant.html",
        campaign=campaign,
        place=place,
        as_of=directory().countries[place.country.id].as_of,
        notices=notices(place.country.id),
        carried=Typed(request.form).carried(),
    )


def _question_page(campaign: Campaign, match: Match, step: str, error: str) -> str:
    tables = directory().countries[match.postcode.country]
    return render_template(
        f"{step}.html",
        campaign=campaign,
        match=match,
        country=tables.country,
        as_of=tables.as_of,
        reasons=Reason,
        likeliest=choosing.likeliest(match),
        no_locality=NO_LOCALITY,
        errors={step: error} if error else {},
        picked=next(reversed(request.form.getlist(step)), ""),
        carried=Typed(request.form).carried(step, "constituency"),
    )


def _form(campaign: Campaign, place: Place) -> LetterForm:
    words = campaign.words_in(place.country.id, g.lang)
    starters = {ANSWERS[prompt.id]: prompt.starters for prompt in words.prompts}
    people = [person.id for person in place.delegation.people]
    return LetterForm(request.form).offer(people, [each.id for each in _requests(campaign, place)], starters)


def _requests(campaign: Campaign, place: Place) -> Sequence[Request]:
    words = campaign.words_in(place.country.id, g.lang)
    chambers = {person.chamber for person in place.delegation.people}
    open_now = [r for r in words.requests_on(current_app.config["TODAY"]()) if r.chambers & chambers]
    if not open_now:
        raise Detour(
            _campaign_page(campaign, _("There is nothing to ask for at present: every request has ended.")),
            422,
        )
    return open_now


def _write_page(
    campaign: Campaign, place: Place, form: LetterForm, errors: Mapping[str, str] | None = None
) -> str:
    shown = (
        "to",
        "name",
        "address",
        "asks",
        "constituency",
        "letter_language",
        "learned",
        "own_words",
        "wish",
    )
    tables = directory().countries[place.country.id]
    words, requests = campaign.words_in(place.country.id, g.lang), _requests(campaign, place)
    rest = choosing.rest_words(words, requests[0], place.delegation.people[0].chamber)
    own = sum(len(count_words(form[field].data or "")) for field in ANSWERS.values())
    return render_template(
        "write.html",
        campaign=campaign,
        words=words,
        fields=ANSWERS,
        requests=requests,
        meter={"own": own, "rest": rest, "all": own + rest, "page": one_page_words(words.language)},
        place=place,
        locality=_suburb(place.match),
        form=form,
        as_of=tables.as_of,
        notices=notices(place.country.id),
        errors={field: _(sentence) for field, sentence in form.sentences.items()} | dict(errors or {}),
        carried=Typed(request.form).carried(*shown, *(f"{name}_start" for name in ANSWERS.values())),
    )


def _suburb(match: Match) -> str:
    """The suburb that was chosen among the postcode's, or ""."""
    typed = Typed(request.form).one("locality")
    return typed if typed in match.localities else ""


def _posting(sheets: Iterable[Sheet], place: Place) -> list[Text]:
    """What to put on the envelopes and how long post takes, each sentence once."""
    texts: list[Text] = []
    for sheet in sheets:
        for text in (
            place.country.postage(sheet.person, sheet.office),
            place.country.delay(sheet.person, sheet.office),
        ):
            if text and text not in texts:
                texts.append(text)
    return texts


def _likelihood(share: float) -> str:
    if share < MENTIONED_FROM:
        return str(_("less than 1 in 100"))
    return str(_("more than 99 in 100") if share > MENTIONED_TO else format_percent(share))
