"""A text at which typst fails ends neither the request nor the worker."""

from dataclasses import replace

import pytest

from letters.outputs import download
from letters.outputs.self_test import LETTER
from letters.outputs.typesetting import typst_pdf
from letters.outputs.typesetting.typst_pdf import Panic

SIGN = "\U00012345"
"""No font has it."""


class PanicException(BaseException):
    """Of the same name as that of typst's bindings."""


def test_characters_at_which_typst_fails_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    compiler, refused = typst_pdf._compiler(), []

    class Failing:
        """Fails where a character without a shape is to be set."""

        def compile(self, files: dict[str, bytes], **how: object) -> bytes:
            if SIGN in files["data.json"].decode():
                refused.append(True)
                raise PanicException("end byte index 5 is out of bounds for string of length 1")
            made: bytes = compiler.compile(files, **how)
            return made

    monkeypatch.setattr(typst_pdf, "_compiler", Failing)
    file = download("pdf", [replace(LETTER, paragraphs=(f"A sign: {SIGN}.",))])
    assert refused == [True]
    assert file.content.startswith(b"%PDF")
    assert file.missing == (SIGN,)


def test_another_failure_of_it_is_an_error_that_a_server_catches(monkeypatch: pytest.MonkeyPatch) -> None:
    class Failing:
        def compile(self, *_: object, **__: object) -> bytes:
            raise PanicException

    monkeypatch.setattr(typst_pdf, "_compiler", Failing)
    with pytest.raises(Panic):
        download("pdf", [LETTER])
