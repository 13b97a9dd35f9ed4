"""The pages of the journey as they are sent."""

from collections.abc import Sequence

from blinker import signal
from flask import current_app, g, make_response, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response as BaseResponse

from letters.campaign.model import Campaign
from letters.journey.form_data import FormData
from letters.journey.pages import campaign_page as campaign_pages
from letters.journey.pages import letter_page as letter_pages
from letters.journey.pages import tell_page as tell_pages
from letters.journey.pages import wordings_page as wordings_pages
from letters.journey.pages import write_page as write_pages
from letters.journey.pages.letter_page import Bundle, make_letters
from letters.journey.visit import Page, Visit
from letters.outputs.links import longest_link
from letters.visitor_country import visitor_country


def visit_to(campaign: Campaign) -> Visit:
    """The request's visit to a campaign."""
    config = current_app.config
    return Visit(
        campaign=campaign,
        language=g.lang,
        day=config["TODAY"](),
        form_data=FormData(request.form),
        say=_,
        random=config["RANDOM"],
        asked_country=visitor_country(request.values.get("country", ""), request.accept_languages.values()),
        longest_link=longest_link(request.user_agent.string),
        for_guests="evening" in request.args,
        live=config["LIVE"],
    )


def show(visit: Visit, page: Page) -> BaseResponse:
    """The page as it is sent."""
    values = {"shared": visit.is_shared, **page.values}
    response = make_response(render_template(page.template, campaign=visit.campaign, **values), page.status)
    if visit.is_shared:
        response.headers["Cache-Control"] = "no-store"
    return response


def campaign_page(visit: Visit) -> BaseResponse:
    """What is known, who disputes it, what the law does; and the postcode question. A POST changes the language."""
    return show(visit, campaign_pages.campaign_page(visit))


def tell_page(visit: Visit) -> BaseResponse:
    """A letter to the editor, and a message to friends."""
    return show(visit, tell_pages.tell_page(visit, home_of(visit.campaign)))


def wordings_page(visit: Visit) -> BaseResponse:
    """All wordings of a campaign."""
    return show(visit, wordings_pages.wordings_page(visit))


def write_page(visit: Visit) -> BaseResponse:
    """Who was found, and everything that makes the letter the writer's."""
    return show(visit, write_pages.write_page(visit))


def letter_page(visit: Visit) -> BaseResponse:
    """Every letter, to edit, print, download and send."""
    return letters_page(visit, make_letters(visit))


def letters_page(visit: Visit, bundle: Bundle, error: str = "", missing: Sequence[str] = ()) -> BaseResponse:
    """The page of the letters, also in a file's place: `error` and `missing` say of it what letter_page() says."""
    page = letter_pages.letter_page(visit, bundle, error, missing)
    response = show(visit, page)
    if page.status == 200:
        tell_counts(visit.campaign.slug, bundle.place.country.id, "page", len(bundle.sheets))
    return response


def home_of(campaign: Campaign) -> str:
    """The whole address of the campaign's page, as the operator gave it; "" where none did: a Host header may say anything."""
    address: str = current_app.config["SETTINGS"].address
    path = url_for("letters.campaign", slug=campaign.slug).removeprefix(request.root_path)
    return f"{address}{path}" if address else ""


def tell_counts(campaign: str, country: str, output: str, number: int) -> None:
    """Tell whoever counts."""
    app = current_app._get_current_object()  # type: ignore[attr-defined]  # the proxy's own way to the app
    signal("letters-made").send(app, campaign=campaign, country=country, output=output, number=number)
