"""Whether a colour can be read on the site's pages: https://www.w3.org/TR/WCAG22/#contrast-minimum"""

LEAST = 4.5
"""WCAG 2.2, 1.4.3, for text of any size."""
GROUND, PAPER = "#f5efe4", "#fffdf8"
"""Behind the text of a light page (static/style.css); PAPER is the text on a button, too."""
DARK = ("#1a1815", "#25231e", "#0e2233")
"""The same of the dark scheme; the last is the text on a button."""


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
    red, green, blue = (_linear(part / 255) for part in bytes.fromhex(colour[1:]))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def mixed(colour: str, other: str, share: float) -> str:
    """The colour with a share of another in it."""
    parts = zip(bytes.fromhex(colour[1:]), bytes.fromhex(other[1:]), strict=True)
    return "#" + bytes(round(one + (two - one) * share) for one, two in parts).hex()
