"""Pages that are the same for every visitor are rendered once a day and answered 304 to who has them.

Such a page depends on its address, on the day (which requests are open) and a campaign's on the visitor's country, and
on nothing else: the same tag goes to everyone there, so that it tells nobody apart.
"""

from threading import Lock

from cachetools import LRUCache
from flask import Flask, Response, current_app, g, request

from letters.visitor_country import visitor_country

SAME_FOR_EVERYONE = frozenset(
    {
        "letters.home",
        "letters.campaign",
        "representatives.data",
        "about",
        "privacy",
        "letters.how",
        "letters.wordings",
    }
)
"""Endpoints whose page a GET without a query shows alike to everyone."""
BY_COUNTRY = "letters.campaign"
"""The one that shows the facts of the visitor's country: for each there is a page."""
MOST_PAGES = 64
"""About two megabytes."""


def _name() -> tuple[str, ...] | None:
    by_country = request.endpoint == BY_COUNTRY
    if request.method not in ("GET", "HEAD") or request.endpoint not in SAME_FOR_EVERYONE:
        return None
    if request.query_string and not (by_country and request.args.keys() == {"country"}):
        return None
    asked, languages = request.args.get("country", ""), request.accept_languages.values()
    country = visitor_country(asked, languages) if by_country else ""
    return request.root_path, request.path, country, current_app.config["TODAY"]().isoformat()


def _vary(response: Response) -> Response:
    if request.endpoint == BY_COUNTRY:
        response.vary.add("Accept-Language")
    return response


def keep_pages(app: Flask) -> None:
    """Keep this app's pages; not while templates are being changed or tested."""
    app.after_request(_vary)
    if app.debug or app.testing:
        return
    pages: LRUCache[tuple[str, ...], tuple[bytes, str]] = LRUCache(MOST_PAGES)
    lock = Lock()

    def answer() -> Response | None:
        """The page that is asked for, where it was rendered before."""
        g.page = _name()
        with lock:
            kept = pages.get(g.page) if g.page else None
        if kept is None:
            return None
        g.page = None
        response = Response(kept[0], mimetype="text/html")
        response.set_etag(kept[1])
        response.make_conditional(request)
        return response

    def keep(response: Response) -> Response:
        """Keep a page that was rendered, and give it its tag."""
        name = g.get("page")
        if name and response.status_code == 200:
            response.add_etag()
            with lock:
                pages[name] = response.get_data(), response.get_etag()[0] or ""
            response.make_conditional(request)
        return response

    app.before_request(answer)
    app.after_request(keep)
