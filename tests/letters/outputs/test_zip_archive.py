"""Several files in one: the same content gives the same bytes, and no name hides another."""

import io
import zipfile

from hypothesis import given
from hypothesis import strategies as st

from letters.outputs.zip_archive import pack

FILES = [("letter-a.txt", b"one"), ("letter-b.txt", b"two" * 1000)]


def opened(content: bytes) -> zipfile.ZipFile:
    archive = zipfile.ZipFile(io.BytesIO(content))
    assert archive.testzip() is None
    return archive


def test_every_file_is_in_it() -> None:
    archive = opened(pack(FILES))
    assert [(name, archive.read(name)) for name in archive.namelist()] == FILES


def test_identical_files_give_identical_bytes_whatever_the_clock_says() -> None:
    assert pack(FILES) == pack(iter(FILES))
    assert {entry.date_time for entry in opened(pack(FILES)).infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_files_can_be_read_by_whoever_unpacks_them() -> None:
    assert {entry.external_attr >> 16 & 0o777 for entry in opened(pack(FILES)).infolist()} == {0o644}


def test_names_that_repeat_are_numbered() -> None:
    archive = opened(pack([("a.txt", b"1"), ("a.txt", b"2"), ("a.txt", b"3")]))
    assert archive.namelist() == ["a.txt", "a-2.txt", "a-3.txt"]


@given(
    st.lists(st.tuples(st.sampled_from(["a.txt", "a-2.txt", "b.eml"]), st.binary(max_size=20)), max_size=8)
)
def test_no_file_is_lost(files: list[tuple[str, bytes]]) -> None:
    archive = opened(pack(files))
    assert [archive.read(name) for name in archive.namelist()] == [content for _, content in files]
    assert len(set(archive.namelist())) == len(files)
