"""Whether a colour can be read on the site's pages: https://www.w3.org/TR/WCAG22/#contrast-minimum"""

LEAST = 4.5
"""WCAG 2.2, 1.4.3, for text of any size."""
GROUND, PAPER = "#f5efe4", "#fffdf8"
"""Behind the text of a light page (static/style.css); PAPER is the text on a button, too."""
DARK = ("#1a1815", "#25231e", "#0e2233")
"""The same of the dark scheme; the last is the text on a button."""


def is_readable(colour: str) -> bool:
    """Whether text in the colour can be read on every part of a light page."""
    return on_ground(colour) >= LEAST


def on_ground(colour: str) -> float:
    """The least contrast that the colour has on a light page."""
    return min(ratio(colour, GROUND), ratio(colour, PAPER))


def for_dark(colour: str) -> str:
    """The colour made as light as the dark scheme needs, with the same hue."""
    lighter = (mixed(colour, "#ffffff", share / 100) for share in range(101))
    return next(each for each in lighter if min(ratio(each, dark) for dark in DARK) >= LEAST)


def ratio(one: str, other: str) -> float:
    """The contrast of two colours, from 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    """https://www.w3.org/TR/WCAG22/#dfn-relative-luminance"""
    red, green, blue = (_linear(part / 255) for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def mixed(colour: str, other: str, share: float) -> str:
    """The colour with a share of another in it."""
    parts = zip(_parts(colour), _parts(other), strict=True)
    return "#" + "".join(f"{round(one + (two - one) * share):02x}" for one, two in parts)
