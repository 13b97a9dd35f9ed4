"""What makes a copy an organisation's own: its name, its logo, its colour. Files are read once, at start."""

import re
from pathlib import Path

from flask import Flask, Response, abort

from web.organisation import contrast
from web.settings import PREFIX, Settings, SettingsError

MOST_BYTES = 65_536
"""A logo is fetched with the first page by everyone, also on a slow telephone."""
_TYPES = {
    ".svg": ("image/svg+xml", rb"(?s).*<svg\b"),
    ".png": ("image/png", rb"\x89PNG\r\n\x1a\n"),
    ".webp": ("image/webp", rb"(?s)RIFF....WEBP"),
}
"""By the end of a file's name: its media type, and how its content begins."""


def install(app: Flask, settings: Settings) -> None:
    """Serve the logo and the colours, each where there is one.

    Raises:
        SettingsError: the logo cannot be read or is no picture that a page can show.
    """
    logo, colours = _logo(settings.logo), _colours(settings.accent)
    # Beside the other static files; a fixed address goes before theirs.
    app.add_url_rule("/static/logo", "logo", lambda: _sent(logo))
    app.add_url_rule("/static/colours.css", "colours", lambda: _sent(colours))


def _sent(file: tuple[bytes | str, str] | None) -> Response:
    content, media_type = file or abort(404)
    response = Response(content, mimetype=media_type)
    response.headers["Cache-Control"] = "max-age=3600"  # the address stays while the file changes
    return response


def _logo(name: str) -> tuple[bytes, str] | None:
    if not name:
        return None
    path = Path(name)
    try:
        content = path.read_bytes() if path.is_file() and path.stat().st_size <= MOST_BYTES else b""
    except OSError:
        content = b""
    media_type, beginning = _TYPES.get(path.suffix.lower(), ("", rb"(?!)"))
    if not re.match(beginning, content):
        raise SettingsError(
            f"{PREFIX}LOGO must be a file that can be read, in SVG, PNG or WebP, of at most {MOST_BYTES // 1024} KB."
        )
    return content, media_type


def _colours(accent: str) -> tuple[str, str] | None:
    """Values for static/style.css."""
    if not accent:
        return None
    on_dark = contrast.for_dark(accent)
    light = f"--blue:{accent};--deep:{contrast.mixed(accent, '#000000', 0.3)}"
    dark = f"--blue:{on_dark};--deep:{contrast.mixed(on_dark, '#ffffff', 0.4)}"
    return f":root{{{light}}}\n@media (prefers-color-scheme:dark){{:root{{{dark}}}}}\n", "text/css"
