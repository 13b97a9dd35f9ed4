"""Several files in one .zip, with identical bytes for identical content."""

import io
import zipfile
from collections.abc import Iterable


def pack(files: Iterable[tuple[str, bytes]]) -> bytes:
    """A .zip of (name, content) pairs; names that repeat are numbered."""
    packed = io.BytesIO()
    used: set[str] = set()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files:
            entry = zipfile.ZipInfo(_free(name, used), date_time=(1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content)
    return packed.getvalue()


def _free(name: str, used: set[str]) -> str:
    stem, _, suffix = name.rpartition(".")
    number = 1
    while name in used:
        number += 1
        name = f"{stem}-{number}.{suffix}"
    used.add(name)
    return name
