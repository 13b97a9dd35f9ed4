"""A campaign's .zip: only what a campaign folder holds, within bounds, whoever made it."""

import io
import stat
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letters.studio import archive
from letters.studio.archive import BadArchive

FILES = {"campaign.toml": "[title]\n", "ca.en.md": "# Summary\n\nÀ la rivière. [1]\n"}


def packed(entries: dict[str, bytes], attributes: int = 0, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", method) as file:
        for name, data in entries.items():
            entry = zipfile.ZipInfo(name)
            entry.compress_type, entry.external_attr = method, attributes << 16
            file.writestr(entry, data)
    return content.getvalue()


def test_what_was_saved_opens_again_and_the_same_folder_is_the_same_file() -> None:
    content = archive.pack("river-water", FILES)
    assert archive.unpack(content) == ("river-water", FILES)
    assert archive.pack("river-water", FILES) == content


def test_what_a_mac_or_windows_adds_is_no_obstacle() -> None:
    entries = {
        "campaign.toml": b"\xef\xbb\xbf[title]\r\n",
        "__MACOSX/._campaign.toml": b"\0",
        ".DS_Store": b"\0",
        "photo.jpg": b"\xff\xd8",
    }
    assert archive.unpack(packed(entries)) == ("", {"campaign.toml": "[title]\n"})


def test_an_entry_without_a_name_is_no_obstacle() -> None:
    content = packed({"campaign.toml": b"", "nameless": b""}).replace(b"nameless", b"\0ameless")
    assert archive.unpack(content) == ("", {"campaign.toml": ""})


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", archive.NO_ZIP),
        (b"PK\x03\x04 nonsense", archive.NO_ZIP),
        (b"x" * (archive.MOST_PACKED + 1), archive.TOO_LARGE),
        (packed({"campaign.toml": b"a" * (archive.MOST_UNPACKED + 1)}), archive.TOO_LARGE),
        (
            packed({f"{n}.md": b"" for n in range(archive.MOST_ENTRIES)} | {"campaign.toml": b""}),
            archive.TOO_LARGE,
        ),
        (packed({"../campaign.toml": b""}), archive.STRANGE),
        (packed({"/etc/campaign.toml": b""}), archive.STRANGE),
        (packed({"a\\..\\campaign.toml": b""}), archive.STRANGE),
        (packed({"a/b/campaign.toml": b""}), archive.STRANGE),
        (packed({"a/campaign.toml": b"", "b/ca.en.md": b""}), archive.STRANGE),
        (packed({"campaign.toml": b"/etc/passwd"}, stat.S_IFLNK | 0o777), archive.STRANGE),
        (packed({"campaign.toml": b""}, method=zipfile.ZIP_LZMA), archive.STRANGE),
        (packed({"campaign.toml": b"\xff\xfe"}), archive.NOT_UTF8),
        (packed({"ca.en.md": b""}), archive.NO_CAMPAIGN),
        (packed({"campaign.toml": b"title = ["}), archive.NO_TOML),
        (packed({"campaign.toml": b"x = " + b"[" * 3000}), archive.NO_TOML),
        (
            packed({"campaign.toml": b"", "CAMPAIGN.toml": b""}).replace(b"CAMPAIGN", b"campaign"),
            archive.STRANGE,
        ),
    ],
)
def test_another_archive_is_refused_with_a_sentence(content: bytes, sentence: str) -> None:
    with pytest.raises(BadArchive) as refused:
        archive.unpack(content)
    assert str(refused.value) == sentence


def test_an_entry_that_says_it_is_small_is_read_no_further_than_allowed() -> None:
    content = packed({"campaign.toml": b"a" * (archive.MOST_UNPACKED + 5)})
    size = (archive.MOST_UNPACKED + 5).to_bytes(4, "little")
    with pytest.raises(BadArchive):
        archive.unpack(content.replace(size, (5).to_bytes(4, "little")))


@given(st.binary(max_size=300), st.integers(0, 200))
def test_no_damage_to_an_archive_does_more_than_refuse_it(noise: bytes, at: int) -> None:
    content = archive.pack("river-water", FILES)
    try:
        archive.unpack(content[:at] + noise + content[at + len(noise) :])
    except BadArchive as refused:
        assert str(refused)
