"""The measure of the look-up's accuracy: counts that a person can check, and files that cannot be read."""

import re
from pathlib import Path

import pytest

from representatives import Dataset, Directory, parse
from representatives.sources.accuracy import Accuracy, Band, Pair, calibration, look_up, main, measure, read

CODES = {"Grayndler": "Grayndler", "grayndler": "Grayndler", "Watson": "Watson", "watson": "Watson"}


@pytest.fixture(scope="module")
def directory() -> Directory:
    return Directory(Dataset())


def split_postcode(directory: Directory) -> tuple[str, list[str], str, str]:
    """A postcode of several electorates, those in order, and one of its suburbs with its first electorate."""
    for code, area in directory.countries["au"].areas.items():
        for suburb, shares in area.suburbs().items():
            found = list(shares)
            listed = list(area.constituencies())
            if len(listed) > 1 and len(found) == 1 and found[0] != listed[0]:
                return code, listed, suburb, found[0]
    raise AssertionError("no suburb settles a postcode")


def test_counts_what_is_listed_and_what_is_first(directory: Directory) -> None:
    code, listed, _, _ = split_postcode(directory)
    pairs = [
        Pair(code, listed[0]),
        Pair(code, listed[1]),
        Pair(code, "Nowhere"),
        Pair("not a postcode", listed[0]),
    ]
    assert measure(look_up(directory, "au", pairs)) == Accuracy(
        pairs=4, listed=2, first=1, candidates=3 * len(listed)
    )


def test_counts_how_often_the_first_is_right_by_how_likely_it_is_called(directory: Directory) -> None:
    (_, likely), (_, unsure) = look_up(directory, "ca", [Pair("A0A 1A0", ""), Pair("A0A 9Z9", "")])
    assert likely
    assert unsure
    first, other = (each.constituency.code for each in likely.candidates[:2])
    pairs = [Pair("A0A 1A0", first), Pair("A0A 1A0", other), Pair("A0A 9Z9", first), Pair("L8S 4L8", "35039")]
    assert calibration(look_up(directory, "ca", [*pairs, Pair("not a postcode", first)])) == [
        Band(0.5, 0.7, 1, unsure.candidates[0].share, 1),
        Band(0.9, 0.97, 2, 2 * likely.candidates[0].share, 1),
        Band(0.99, 1.0, 1, 1.0, 1),
    ]


def test_a_suburb_settles_a_postcode_in_any_case_and_only_where_it_is_known(directory: Directory) -> None:
    code, listed, suburb, own = split_postcode(directory)
    known, unknown = Pair(code, own, suburb.upper()), Pair(code, own, "Atlantis")
    assert measure(look_up(directory, "au", [known])) == Accuracy(1, 1, 1, 1)
    assert measure(look_up(directory, "au", [unknown])) == Accuracy(1, 1, 0, len(listed))


def test_a_postcode_of_another_country_is_not_listed(directory: Directory) -> None:
    assert parse("L8S 4L8").country == "ca"
    assert measure(look_up(directory, "au", [Pair("L8S 4L8", "35039")])) == Accuracy(1, 0, 0, 0)


def test_says_shares_with_the_interval_that_they_leave() -> None:
    said = str(Accuracy(pairs=100, listed=99, first=90, candidates=150))
    assert said == (
        "100 pairs: listed for 99.00% (94.55% to 99.82%), first for 90.00% (82.56% to 94.48%), "
        "1.50 candidates on average"
    )


def test_reads_names_and_codes() -> None:
    lines = ["postcode,constituency,locality", "2042, Grayndler ,Enmore", "2196,WATSON,"]
    assert read(lines, CODES) == [Pair("2042", "Grayndler", "Enmore"), Pair("2196", "Watson")]
    assert read([lines[0], "2042,Grayndler"], CODES) == [Pair("2042", "Grayndler")]


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        (["postcode", "2042"], "The file has no column constituency."),
        ([], "The file has no column constituency and no column postcode."),
        (["postcode,constituency"], "The file has no pair."),
        (["postcode,constituency", "2042,Atlantis"], "Line 2: no constituency is called 'Atlantis'."),
        (["postcode,constituency", "2042"], "Line 2: no constituency is called ''."),
    ],
)
def test_says_what_is_wrong_with_a_file(lines: list[str], sentence: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(sentence)}$"):
        read(lines, CODES)


def test_the_command_prints_both_measures(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "pairs.csv"
    file.write_text("postcode,constituency,locality\n2600,Canberra,Barton\n", "utf-8-sig")
    assert main(["au", str(file)]) == 0
    by_postcode, by_suburb, heading, *bands = capsys.readouterr().out.splitlines()
    assert by_postcode.startswith("By postcode: 1 pairs: listed for 100.00%")
    assert by_suburb.startswith("And suburb:  1 pairs: listed for 100.00%")
    assert heading == "The first candidate, by how likely it is called:"
    assert [band.partition(": ")[0] for band in bands] == ["0.99 to 1.00"]


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (["au"], 2, "COUNTRY FILE"),
        (["nz", "pairs.csv"], 1, "No country is called 'nz': au, ca, gb, us."),
        (["au", "missing.csv"], 1, "missing.csv"),
    ],
)
def test_the_command_ends_in_a_sentence(
    arguments: list[str], code: int, sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == code
    assert sentence in capsys.readouterr().err
