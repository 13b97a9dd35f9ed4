"""The host's page of a letter evening and its files, at their addresses."""

from collections.abc import Callable, Mapping
from functools import partial, update_wrapper
from typing import Any

from blinker import signal
from flask import Blueprint, abort, current_app, make_response, redirect, render_template, request, url_for
from flask.blueprints import BlueprintSetupState
from werkzeug.wrappers import Response as BaseResponse

from letters.campaign.model import Campaign
from letters.evening.hand_sheets import stack
from letters.evening.host_sheet import make_host_sheet
from letters.evening.page import Host, Unusable, evening_page
from letters.evening.poster import make_poster
from letters.evening.prints import paper_in, posting_to
from letters.evening.stack import render
from letters.evening.tally import Tally
from letters.evening.worksheet import make_worksheet
from letters.journey.web import attachment, refused, turn, visit_to
from letters.outputs.bounds.queue import BUSY, Busy

_TALLY = "letters-made"


def add_to(blueprint: Blueprint, campaigns: Mapping[str, Campaign]) -> None:
    """Make the routes."""
    for rule, name, view in (
        ("/<slug>/evening", "evening", host_page),
        ("/<slug>/evening/poster.pdf", "evening_poster", poster_file),
        ("/<slug>/evening/host.pdf", "evening_host", host_file),
        ("/<slug>/evening/worksheet.pdf", "evening_worksheet", worksheet_file),
        ("/<slug>/evening/sheets.pdf", "evening_sheets", sheets_file),
    ):
        answer = update_wrapper(partial(_answer, campaigns, view), view)
        blueprint.add_url_rule(rule, name, answer, methods=["GET", "POST"])
    blueprint.record_once(_count_letters)


def _answer(
    campaigns: Mapping[str, Campaign], view: Callable[..., BaseResponse], slug: str, **values: str
) -> BaseResponse:
    """A view of the host's request; what cannot be made is said on the host's page, with everything typed on it."""
    campaign = campaigns.get(slug) or abort(404)
    settings, tally = current_app.config["SETTINGS"], current_app.extensions[_TALLY]
    host = Host(
        visit=visit_to(campaign),
        path=url_for("letters.campaign", slug=slug).removeprefix(request.root_path),
        operator_address=settings.address,
        # Each process counts for itself: where there are several, one's number is not this copy's.
        made=tally.number if current_app.config["WORKERS"] == 1 else None,
    )
    try:
        if view is host_page:
            return view(host, **values)
        with turn():
            return view(host, **values)
    except Unusable as problem:
        return _show(host, problem=problem)
    except Busy as busy:
        page = _show(host, problem=Unusable("guests", host.visit.say(BUSY, number=busy.seconds)))
        return refused(page, busy)


def _show(host: Host, **how: Any) -> BaseResponse:
    page = evening_page(host, **how)
    html = render_template(page.template, campaign=host.visit.campaign, **page.values)
    return make_response(html, page.status)


def host_page(host: Host) -> BaseResponse:
    """The page; a POST shows the list of postcodes checked."""
    return _show(host, guests=host.guests) if request.method == "POST" else _show(host)


def poster_file(host: Host) -> BaseResponse:
    """The poster: with the operator's address or the one in the field `address`."""
    if request.method == "GET" and not host.operator_address:
        return _to_page(host)  # where the address is asked for
    paper = request.form.get("poster-paper", _wanted_paper())
    return _pdf("poster.pdf", make_poster(host.visit, host.country, host.address, host.path, paper))


def host_file(host: Host) -> BaseResponse:
    """The host's own sheet."""
    return _pdf("host.pdf", make_host_sheet(host.visit, host.country, _wanted_paper()))


def worksheet_file(host: Host) -> BaseResponse:
    """The guests' worksheet."""
    return _pdf("worksheet.pdf", make_worksheet(host.visit, host.country, _wanted_paper()))


def sheets_file(host: Host) -> BaseResponse:
    """The sheets to write by hand, of the list in the field `postcodes`."""
    if request.method != "POST":
        return _to_page(host)
    guests, visit = host.guests, host.visit
    countries = list(dict.fromkeys(guest.places[0].country.id for guest in guests if guest.places))
    paper = paper_in(countries[0], _wanted_paper())
    made = stack(guests, visit, paper, posting_to(countries, visit.language))
    return _pdf("sheets.pdf", render(made))


def _wanted_paper() -> str:
    return request.values.get("paper", "")


def _to_page(host: Host) -> BaseResponse:
    return redirect(url_for("letters.evening", slug=host.visit.campaign.slug))


def _pdf(name: str, content: bytes) -> BaseResponse:
    return attachment(name, content, "application/pdf")


def _count_letters(state: BlueprintSetupState) -> None:
    """Count every letter of this app when its page is first made, not when it is edited or becomes a file."""
    tally = state.app.extensions[_TALLY] = Tally()

    def count(_app: object, *, output: str, number: int, **_more: object) -> None:
        if output == "page" and not any(name.startswith("base-") for name in request.form):
            tally.add(number)

    signal("letters-made").connect(count, sender=state.app, weak=False)
