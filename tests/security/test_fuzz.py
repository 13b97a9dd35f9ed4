"""Whatever is typed, or stands in a campaign's files: an answer or a sentence, and never a failure."""

import email
import email.policy
import shutil
import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from letters.body import split_paragraphs
from letters.campaign.loader import CAMPAIGNS, load_all
from letters.letter import Letter
from letters.outputs import SUFFIXES, download
from representatives import InvalidPostcode, directory, parse
from tests.support import CAMPAIGN, TODAY, a_letter

NASTY = st.sampled_from(
    [
        *(
            "\x00",
            "\r\n",
            "\ud800",
            "\ufffe",
            "\u202e",
            "\u2029",
            "{{",
            "}}",
            "{%",
            "%}",
            "{#",
            "\\",
            "#",
            "$",
            "`",
        ),
        *(
            "<script>",
            "]]>",
            "&amp;",
            "=1+1",
            "\r\nBcc: a@example.org",
            '#read("/etc/passwd")',
            "%0d%0a",
            "[x]",
            "Or:",
        ),
    ]
)
TEXT = st.lists(st.one_of(NASTY, st.text(max_size=30)), max_size=6).map("".join)
SLOW = settings(
    deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)


@given(st.one_of(TEXT, st.text(alphabet="ABCEGHJKLMNPRSTVXY0123456789 -.oOiIlL", max_size=12)))
@settings(max_examples=500, deadline=None)
def test_any_postcode_is_understood_or_explained(typed: str) -> None:
    try:
        postcode = parse(typed)
    except InvalidPostcode as error:
        assert error.problem
        return
    match = directory().find(postcode, TODAY)
    assert sum(candidate.share for candidate in match.candidates) == pytest.approx(
        int(bool(match.candidates))
    )


@given(TEXT, st.lists(TEXT, max_size=4), TEXT)
@settings(SLOW, max_examples=100)
def test_any_words_make_a_letter_that_holds_them(name: str, address: list[str], words: str) -> None:
    letter = a_letter(name=name, address=tuple(address), own_words=words)
    assert letter.sender[0] == name
    assert set(split_paragraphs(words)) <= set(letter.paragraphs)
    ours = [each for each in letter.paragraphs if each not in split_paragraphs(words)]
    assert not [each for each in ours if "{{" in each]


@pytest.fixture(scope="module")
def campaign(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("campaigns")
    shutil.copytree(CAMPAIGNS / CAMPAIGN, folder / CAMPAIGN)
    return folder


@given(st.data())
@settings(SLOW, max_examples=60)
def test_any_damage_to_a_campaign_is_a_mistake_with_its_file_or_harmless(
    campaign: Path, data: st.DataObject
) -> None:
    files = sorted(path for path in (campaign / CAMPAIGN).iterdir() if path.suffix in (".toml", ".md"))
    path = data.draw(st.sampled_from(files))
    original = path.read_bytes()
    text = original.decode("utf-8")
    at = data.draw(st.integers(0, len(text)))
    until = data.draw(st.integers(at, min(len(text), at + 60)))
    put = data.draw(st.one_of(NASTY, TEXT))
    try:
        path.write_bytes((text[:at] + put + text[until:]).encode("utf-8", "surrogatepass"))
        loaded = load_all(campaign)
    finally:
        path.write_bytes(original)
    assert set(loaded.campaigns) == (set() if loaded.mistakes else {CAMPAIGN})
    assert all(str(mistake).strip() for mistake in loaded.mistakes)


def written(text: str) -> Letter:
    """A letter of which a writer, or whoever forged the form, changed every field that can be changed."""
    letter = a_letter()
    lines = tuple(text.split("\n")) or ("",)
    return replace(
        letter,
        sender=lines,
        subject=text,
        salutation=text,
        paragraphs=(text, text),
        closing=text,
        signature=text,
    )


@pytest.mark.parametrize("suffix", SUFFIXES)
@given(text=TEXT)
@settings(SLOW, max_examples=8)
def test_any_text_makes_a_whole_file(suffix: str, text: str) -> None:
    file = download(suffix, [written(text)], "https://letters.example.org/en/campaign")
    assert file.content
    assert "\n" not in file.name
    if suffix.endswith("pdf"):
        assert file.content.startswith(b"%PDF")
        assert file.content.rstrip().endswith(b"%%EOF")
    if suffix == "docx":
        assert zipfile.ZipFile(BytesIO(file.content)).testzip() is None
    if suffix == "eml":
        message = email.message_from_bytes(file.content, policy=email.policy.default)
        assert {name.lower() for name in message} <= {
            *(
                "to",
                "subject",
                "mime-version",
                "content-type",
                "content-transfer-encoding",
                "x-unsent",
                "date",
            )
        }
