"""Style, scripts and pictures, read at start and served from memory: an upgrade beneath a running copy changes none.

A browser may keep a file for a year only under an address with the hash of the content that it is sent. Otherwise, where
an old and a new version run side by side, the old script would be kept for a year under the new one's name.
"""

import hashlib
from pathlib import Path
from typing import NamedTuple

from flask import Flask, Response, abort, current_app, request

TYPES = {
    ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".png": "image/png", ".webp": "image/webp",
    ".woff2": "font/woff2",
}  # fmt: skip
"""Not asked of the computer, which may have others."""
A_YEAR = "public, max-age=31536000, immutable"


class File(NamedTuple):
    """A static file."""

    content: bytes
    version: str


def install(app: Flask, folder: Path) -> None:
    """Serve the files of a folder under /static/."""
    files = _read(folder)
    app.extensions["static_files"] = lambda: _read(folder) if app.debug else files
    app.add_url_rule("/static/<path:filename>", "static", static)


def asset(name: str) -> str:
    """The address of a static file, with its content's hash so that browsers may keep it for a year."""
    return f"{request.root_path}/static/{name}?v={_files()[name].version}"


def static(filename: str) -> Response:
    """A file."""
    file = _files().get(filename) or abort(404)
    response = Response(file.content, mimetype=TYPES[Path(filename).suffix])
    response.headers["Cache-Control"] = A_YEAR if request.args.get("v") == file.version else "no-cache"
    response.set_etag(file.version)
    response.make_conditional(request)
    return response


def _files() -> dict[str, File]:
    files: dict[str, File] = current_app.extensions["static_files"]()
    return files


def _read(folder: Path) -> dict[str, File]:
    return {
        path.relative_to(folder).as_posix(): File(content, hashlib.sha256(content).hexdigest()[:8])
        for path in folder.rglob("*")
        if path.suffix in TYPES
        for content in (path.read_bytes(),)
    }
