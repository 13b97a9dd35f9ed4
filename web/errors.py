"""Error pages in words, the API's errors as JSON, and the way to the page that a mistyped address means."""

import re

from flask import Flask, Response, current_app, g, make_response, redirect, render_template, request
from werkzeug.exceptions import HTTPException, MethodNotAllowed, NotFound, TooManyRequests
from werkzeug.routing import RequestRedirect
from werkzeug.wrappers import Response as BaseResponse

from representatives.languages import LANGUAGES
from representatives.web import is_api, problem
from web import i18n, logs

_GLUED = re.compile(r"^[\W_]+|[\W_]+$")
"""Around a part of an address: a full stop, bracket, quotation mark or space that a chat program took for part of it."""
_BEHIND = re.compile("[?&#;]")
"""What is no part of an address's path: a chat program encoded the ?, or a mark came behind it."""
_HYPHENS = re.compile(r"(?<=\w)[\s_\u2010-\u2015\u2212]+(?=\w)")
"""What a word processor or a person puts for a hyphen."""
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
"""Where a long address may be broken, and what turns its direction."""
_SITE = re.compile("https?://[^/]*", re.IGNORECASE)
"""How a whole address begins. No redirection leads elsewhere, so what names a site is the Host header, however written."""


def install(app: Flask) -> None:
    """Answer every error."""
    app.register_error_handler(HTTPException, say)
    app.register_error_handler(Exception, fail)
    app.after_request(_on_this_site)


def say(error: HTTPException) -> BaseResponse:
    """An error page in words, or a problem of the API; redirects and the like pass as they are."""
    if error.code is None or error.code < 400:
        return error.get_response()
    if isinstance(error, NotFound) and not is_api() and (meant := _meant()):
        return meant
    page = _page(error.code)
    if isinstance(error, MethodNotAllowed) and error.valid_methods:
        page.headers["Allow"] = ", ".join(sorted(error.valid_methods))
    if isinstance(error, TooManyRequests):
        page.headers["Retry-After"] = str(g.get("wait", 60))
    return page


def fail(error: Exception) -> BaseResponse:
    """A failure of ours: its place is logged, and nothing of what was typed."""
    logs.failure(error)
    return _page(500)


def _page(code: int) -> Response:
    if is_api():
        return problem(code)
    return make_response(render_template("error.html", code=code, wait=g.get("wait")), code)


def _on_this_site(response: Response) -> Response:
    """A redirection without the site's name: Werkzeug's own have the one that the request's Host header gave."""
    if response.location and (site := _SITE.match(response.location)):
        response.location = f"/{response.location[site.end() :].lstrip('/')}"
        response.set_data(redirect(response.location).get_data())
    return response


def _meant() -> BaseResponse | None:
    """The way to the one page that a mistyped address can mean: without what was glued on, capitals, needless slashes."""
    path = _HYPHENS.sub("-", _INVISIBLE.sub("", _BEHIND.split(request.path)[0]))
    parts = [_GLUED.sub("", part).lower() for part in path.split("/")]
    parts = [part for part in parts if part]
    if not parts:
        return None
    if parts[0] in LANGUAGES:
        return _way_to("/".join(["", *parts]), 308)
    found = _way_to("/".join(["", i18n.preferred(), *parts]), 302)
    if found:
        found.headers["Vary"] = "Accept-Language"
    return found


def _way_to(path: str, code: int) -> BaseResponse | None:
    """A redirection to a page, if there is one; what stands behind the ? goes along."""
    try:
        _, values = current_app.create_url_adapter(request).match(path, method="GET")  # type: ignore[union-attr]
    except RequestRedirect:
        path, values = f"{path}/", {}
    except HTTPException:
        return None
    if path == request.path or (
        "slug" in values and values["slug"] not in current_app.extensions["campaigns"]
    ):
        return None
    query = request.query_string.decode("ascii", "ignore")
    return redirect(f"{request.root_path}{path}{'?' if query else ''}{query}", code)
