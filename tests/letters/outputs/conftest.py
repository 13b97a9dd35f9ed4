"""Readers that are not ours: poppler for PDF, LibreOffice for Word files, git for mail."""

import os
import re
import shutil
import subprocess
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest

from letters.outputs.typesetting.coverage import FONTS

INCH = 72
# Libertinus Serif's boxes reach from 0.894 em above the line to 0.246 em below; its letters 0.72 above at most.
LETTER_TOP = (0.894 - 0.72) / (0.894 + 0.246)

Word = tuple[float, float, float, float, str]


def need(tool: str, package: str) -> None:
    """Skip the test where that tool is not installed; in CI, fail it."""
    if shutil.which(tool) is None:
        if os.environ.get("CI"):
            pytest.fail(f"{tool} is missing: install {package}")
        pytest.skip(f"{tool} ({package}) is not installed")


def _poppler(tool: str, content: bytes, tmp_path: Path, *options: str) -> str:
    need(tool, "poppler-utils")
    file = tmp_path / "letter.pdf"
    file.write_bytes(content)
    output = ["-"] if tool == "pdftotext" else []
    done = subprocess.run([tool, *options, file, *output], check=True, capture_output=True, encoding="utf-8")
    return done.stdout


@pytest.fixture
def info(tmp_path: Path) -> Callable[[bytes], dict[str, str]]:
    def read(content: bytes) -> dict[str, str]:
        lines = _poppler("pdfinfo", content, tmp_path).splitlines()
        return {name: value.strip() for name, _, value in (line.partition(":") for line in lines)}

    return read


@pytest.fixture
def text_of(tmp_path: Path) -> Callable[[bytes], str]:
    return lambda content: _poppler("pdftotext", content, tmp_path)


@pytest.fixture
def words_of(tmp_path: Path) -> Callable[[bytes], list[list[Word]]]:
    """The words of each page, in inches: left, top, right, bottom, text."""

    def read(content: bytes) -> list[list[Word]]:
        page_list = _poppler("pdftotext", content, tmp_path, "-bbox").split("<page ")[1:]
        return [_words(page) for page in page_list]

    return read


def _words(page: str) -> list[Word]:
    found = re.findall(r'<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)</word>', page)
    boxes = [(*(float(number) / INCH for number in word[:4]), unescape(word[4])) for word in found]
    return [(left, top + (low - top) * LETTER_TOP, right, low, text) for left, top, right, low, text in boxes]


@pytest.fixture(scope="session")
def _office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A profile of LibreOffice's own, so that nobody's is touched and none is in the way."""
    return tmp_path_factory.mktemp("office")


@pytest.fixture
def as_pdf(tmp_path: Path, _office: Path) -> Callable[..., bytes]:
    """What LibreOffice makes of a Word file, on a computer that has the one font given and no other."""

    def convert(content: bytes, font: Path = FONTS / "NotoSerif-Regular.ttf") -> bytes:
        need("soffice", "libreoffice-writer")
        file = tmp_path / "letter.docx"
        file.write_bytes(content)
        folder = tmp_path / font.stem
        folder.mkdir(exist_ok=True)
        (folder / font.name).write_bytes(font.read_bytes())
        known = f"<fontconfig><dir>{folder}</dir><cachedir>{folder}</cachedir></fontconfig>"
        (folder / "fonts.conf").write_text(known, "utf-8")
        subprocess.run(
            [
                "soffice",
                "--headless",
                f"-env:UserInstallation={_office.as_uri()}",
                "--convert-to",
                "pdf",
                "--outdir",
                tmp_path,
                file,
            ],
            env=os.environ | {"FONTCONFIG_FILE": str(folder / "fonts.conf")},
            check=True,
            capture_output=True,
            timeout=180,
        )
        return file.with_suffix(".pdf").read_bytes()

    return convert
