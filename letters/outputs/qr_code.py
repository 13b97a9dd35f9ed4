"""An address as a QR code."""

import io

QUIET = 4
"""Modules of white around a code that nothing else keeps clear, as ISO/IEC 18004 asks."""


def qr_code(address: str, border: int = QUIET) -> str:
    """The code as SVG, without a size of its own: the same text for the same address."""
    drawn = io.BytesIO()
    # Here and not above, because segno costs more than 1 MB, which a worker that makes no code need not carry.
    import segno

    segno.make_qr(address, error="m").save(drawn, kind="svg", xmldecl=False, border=border, omitsize=True)
    return drawn.getvalue().decode("ascii")
