"""How alike the letters of one campaign are: python -m benchmarks.likeness [writers [day]]

For every campaign, country, language and chamber: letters of as many made-up writers (benchmarks/writers.py) to one
person about the same request, as one office gets them, without own words, with 60 and with 100. Of all pairs: the mean
overlap of their runs of five words, and the part that is half alike or more by letters.feedback.ownwords, which is
where WriteToThem's filter sets letters aside. The figures are told and not chased: letters without own words are form
letters and may look like it. The day, such as 2027-01-15, decides which requests are open and how they are worded.
"""

import random
import sys
import time
from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from benchmarks import writers
from letters.body import MOST_REQUESTS
from letters.campaign.loader import load_all
from letters.campaign.model import Campaign, Words
from letters.choices import Choices, Writer
from letters.feedback.ownwords import FILTER, SHINGLE, words
from letters.letter import Letter, compose
from representatives import Chamber, Constituency, Directory, Representative, Vacancy, directory

DAY = date(2026, 11, 24)
WRITERS = 30
OWN_WORDS = (0, 60, 100)
RUN = 5
"""Words of the runs whose overlap is told beside likeness."""


@dataclass(frozen=True, slots=True)
class Office:
    """Who gets the letters of one campaign, and in which words they are written."""

    campaign: Campaign
    words: Words
    person: Representative
    constituency: Constituency

    @property
    def name(self) -> str:
        """Campaign, country, language and chamber."""
        return f"{self.campaign.slug} {self.person.country}.{self.words.language} {self.person.chamber}"

    def asked(self, day: date) -> Iterator[tuple[str, ...]]:
        """What can be asked for on a day: the id of each request, then those of the first three together."""
        fitting = [r.id for r in self.words.requests_on(day) if self.person.chamber in r.chambers]
        yield from ((id,) for id in fitting)
        yield tuple(fitting[:MOST_REQUESTS])


@dataclass(frozen=True, slots=True)
class Pairs:
    """What is found of all pairs of some texts."""

    alike: float
    """The part of the pairs at FILTER or more."""
    mean: float
    most: float


def main() -> None:
    """Print a row for each office and number of own words."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else WRITERS
    day = date.fromisoformat(sys.argv[2]) if len(sys.argv) > 2 else DAY
    print(
        f"{number} writers a row, one request, as on {day}; overlap of runs of {RUN} words, pairs half alike"
    )
    started = time.perf_counter()
    found: dict[int, list[tuple[float, float]]] = {own: [] for own in OWN_WORDS}
    for office in offices(directory()):
        row = []
        for own in OWN_WORDS:
            texts = [letter.text for letter in written(office, number, next(office.asked(day)), own, day)]
            overlap, alike = pairs(texts, runs).mean, pairs(texts, word_shingles).alike
            found[own].append((overlap, alike))
            row.append(f"{own:3} own {overlap:4.2f} {alike:6.1%}")
        print(f"  {office.name:44} {'   '.join(row)}")
    for own, rows in found.items():
        overlaps, parts = zip(*rows, strict=True)
        worst = f"{max(overlaps):.2f} {max(parts):.1%}"
        print(
            f"with {own} own words: mean {sum(overlaps) / len(rows):.2f} {sum(parts) / len(rows):.1%}, most {worst}"
        )
    print(f"{time.perf_counter() - started:.0f} s")


def offices(found: Directory) -> Iterator[Office]:
    """One person in each chamber of each country that a campaign has letters for."""
    for campaign in load_all()[0].values():
        for (country, _), text in campaign.words.items():
            for chamber in text.letters:
                if country in found.countries:
                    yield Office(campaign, text, *_somebody(found, country, chamber))


def written(
    office: Office, number: int, requests: tuple[str, ...], own: int = 60, day: date = DAY
) -> Iterator[Letter]:
    """The letters of that many writers about the same requests, the lead first; the same ones each time."""
    lot = random.Random(office.name)  # noqa: S311 (nothing secret is drawn)
    for _ in range(number):
        words = writers.own_words(lot, office.words.prompts, office.words.language, own)
        choices = Choices(
            language=office.words.language,
            constituency=office.constituency,
            requests=requests,
            own_words=words.matters,
            learned=words.learned,
            wish=words.wish,
        )
        writer = Writer(writers.name(lot), writers.address(lot))
        yield compose(office.campaign, office.person, writer, choices, day)


def pairs(texts: Sequence[str], shingles: Callable[[str], Counter[Hashable]]) -> Pairs:
    """The Dice overlap of every pair, in sets of bits: half a million pairs in a second.

    A run that only one text has is in no overlap, and needs no bit.
    """
    listed = [
        [(run, time) for run, times in shingles(text).items() for time in range(times)] for text in texts
    ]
    often = Counter(run for found in listed for run in found)
    bits = {run: place for place, run in enumerate(run for run, times in often.items() if times > 1)}
    sets = [sum(1 << bits[run] for run in found if run in bits) for found in listed]
    sizes = [len(found) for found in listed]
    total = most = 0.0
    alike = 0
    for place, (mine, size) in enumerate(zip(sets, sizes, strict=True)):
        for other in range(place):
            like = 2 * (mine & sets[other]).bit_count() / (size + sizes[other])
            total, most, alike = total + like, max(most, like), alike + (like >= FILTER)
    number = len(texts) * (len(texts) - 1) // 2
    return Pairs(alike / number, total / number, most)


def word_shingles(text: str) -> Counter[Hashable]:
    """The runs that likeness() compares."""
    found = words(text)
    return Counter(zip(*(found[start:] for start in range(SHINGLE)), strict=False))


def runs(text: str) -> Counter[Hashable]:
    """The runs of five words of a text."""
    found = words(text)
    return Counter(zip(*(found[start:] for start in range(RUN)), strict=False))


def _somebody(found: Directory, country: str, chamber: Chamber) -> tuple[Representative, Constituency]:
    """The first person of a chamber who can be written to, and a constituency of theirs."""
    for code in found.countries[country].constituencies:
        delegation = found.countries[country].delegation(code, DAY)
        for person in (delegation.member, *delegation.senators):
            if not isinstance(person, Vacancy) and person.chamber is chamber:
                return person, delegation.constituency
    raise LookupError(f"nobody sits in the {chamber} of {country}")


if __name__ == "__main__":
    main()
