"""What the files of an installation say of themselves: how old, how whole, how complete, in sentences."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from letters.campaign.loader import INCLUDED, folders_named, load_all
from representatives import Dataset, DatasetError, Vacancy, directory
from representatives.countries import COUNTRIES
from representatives.languages import FIRST, LANGUAGES, TRANSLATIONS
from representatives.sitting.age import Age
from representatives.sitting.days import first_day
from representatives.storage.dataset import RESTORE
from web import i18n
from web.required_files import NeededError

MOST_NAMED = 20
"""Seats that one sentence names: after a dissolution it would be hundreds."""
SOON = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that an operator should know."""

    sentence: str
    serious: bool = False
    """Visitors are harmed or turned away until it is mended."""

    def __str__(self) -> str:
        return f"{'SERIOUS: ' if self.serious else '- '}{self.sentence}"


def data(dataset: Dataset, day: date) -> Iterator[Finding]:
    """Whether the data is whole, and how old the people in it are."""
    try:
        dataset.check()
    except DatasetError as error:
        yield Finding(str(error), serious=True)
    for sentence in at_start(dataset, day):
        yield Finding(sentence, serious=True)
    for name, table in dataset.resources.items():
        age = Age(str(table["as_of"]), day)
        if name.endswith("-people") and age.is_said:
            yield Finding(
                f"The list of people of {name.removesuffix('-people')} is of {age.as_of}, {age.length.days} days old: some of them may "
                "sit no longer, and the pages say so. Renew it (docs/data.md).",
                serious=age.is_noted,
            )


def at_start(dataset: Dataset, day: date) -> Iterator[str]:
    """What the log is told too, as soon as the app starts, which it does all the same."""
    newest = max((first_day(str(table["as_of"])) for table in dataset.resources.values()), default=day)
    if day < newest:  # letters would carry a wrong date
        yield f"This computer's clock says {day}, which is before the data was made ({newest}): set the clock."
    missing = [country.name[FIRST] for id, country in COUNTRIES.items() if id not in dataset.countries()]
    if missing:
        names = ", ".join(missing)
        yield f"datapackage.json names no tables of {names}, so that nobody there finds whom to write to: {RESTORE}"


def seats(day: date) -> Iterator[Finding]:
    """Which seats are vacant as far as the data knows."""
    for country, tables in directory().countries.items():
        delegations = (tables.delegation(code, day) for code in tables.constituencies)
        open_seats = [each.member for each in delegations if isinstance(each.member, Vacancy)]
        for is_empty, what in ((True, "Vacant seats"), (False, "Seats whose holder is not known")):
            names = [seat.constituency.name["en"] for seat in open_seats if seat.is_empty is is_empty]
            if names:
                yield Finding(
                    f"{what} in the data of {country}, {len(names)}: {', '.join(names[:MOST_NAMED])}."
                )


def campaigns(day: date, folders: str = INCLUDED) -> Iterator[Finding]:
    """Campaigns with mistakes, and requests that have ended or end soon."""
    ready, mistakes, _advice = load_all(*folders_named(folders))
    for mistake in mistakes:
        yield Finding(f"A campaign is left out: {mistake}", serious=True)
    for slug, campaign in ready.items():
        for (country, language), words in campaign.words.items():
            where = f"{slug} ({country}.{language})"
            for chamber in words.letters:
                if not words.requests_to({chamber}, day):
                    sentence = f"{where} has nothing left to ask of the {chamber}: every request has ended."
                    yield Finding(sentence, serious=True)
            for each in words.requests:
                if each.until and each.until < day + SOON:
                    ends = "ended" if each.until < day else "ends"
                    yield Finding(f"{where}: the request “{each.id}” {ends} on {each.until}.")


def translations(folder: Path = TRANSLATIONS) -> Iterator[Finding]:
    """Sentences that a page would show in English."""
    from babel.messages.mofile import read_mo  # the pages need no translators' tools
    from babel.messages.pofile import read_po

    for language in LANGUAGES.keys() - {FIRST}:
        try:
            i18n.check([language], folder)
        except NeededError as error:
            yield Finding(str(error), serious=True)
            continue
        catalogue = folder / language / "LC_MESSAGES" / "messages.mo"
        if not catalogue.with_suffix(".po").exists():
            yield Finding(f"{catalogue.with_suffix('.po')} is missing: what it lacks cannot be told.")
            continue
        with catalogue.with_suffix(".po").open("rb") as text, catalogue.open("rb") as compiled:
            written = [message for message in read_po(text) if message.id]
            read = {_english(message) for message in read_mo(compiled)}
        missing = [_english(message) for message in written if not _translated(message)]
        if missing:
            yield Finding(
                f"{len(missing)} sentences are not translated to {language}: {missing[0]!r} is one."
            )
        if stale := {_english(m) for m in written if _translated(m)} - read:
            yield Finding(
                f"{len(stale)} translations to {language} are not in {catalogue.name}, so that pages are partly in "
                f"English: compile it (CONTRIBUTING.md). {min(stale)!r} is one.",
                serious=True,
            )


def _english(message: Any) -> str:
    return str(message.id[0] if message.pluralizable else message.id)


def _translated(message: Any) -> bool:
    return all(message.string) if message.pluralizable else bool(message.string)
