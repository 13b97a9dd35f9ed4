"""Writes the letters of one form."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from letters.body import body_of
from letters.call import Call, call
from letters.campaign.model import Campaign
from letters.choices import Choices, Writer
from letters.deal import Deal, Pick, derived
from letters.journey.edits import Edit, edited
from letters.journey.form import LetterForm
from letters.journey.place import Place
from letters.journey.sanitise import lines_of
from letters.journey.visit import Visit
from letters.letter import Letter, compose
from representatives import Representative


@dataclass(frozen=True)
class Composer:
    """Writes the letters of one form: everything that they have in common."""

    campaign: Campaign
    place: Place
    day: date
    """The letters' date."""
    to: Collection[str]
    """Ids of the representatives to write to."""
    writer: Writer
    choices: Choices
    """In the language wanted, or the first in which letters are written there."""
    draw: str
    """The number by which wordings are dealt; "" where none came that is one."""
    letter_fields: Mapping[str, str]
    """By field name what belongs to letters: "text-ID" and "subject-ID" hold what the writer edited, "base-ID" and
    "base_subject-ID" what it was before, "written_in-ID" its language, "office-ID" an office."""

    def edit(self, person: Representative) -> Edit:
        """The person's letter with what the writer changed in it, in the language wanted unless it was edited in another."""
        language = self.choices.language
        written_in = self.letter_fields.get(f"written_in-{person.id}", "")
        before = self.write(person, written_in if written_in in self.place.languages else language)
        found = edited(before, person.id, self.letter_fields)
        if found.letter is before and before.language != language:
            found = Edit(letter := self.write(person, language), letter)
        return found

    def write(self, person: Representative, language: str, *, bare: bool = False) -> Letter:
        """The person's letter before any edit; bare, as somebody who added nothing would send it."""
        choices = self.choices_in(language)
        choices = choices.without_own_words() if bare else choices
        return compose(self.campaign, person, self.writer, choices, self.day, self._pick(person))

    def call(self, person: Representative, language: str) -> Call | None:
        """A call to the person, for when post comes too late."""
        choices = self.choices_in(language)
        pick = self._pick(person) or derived(self.campaign.slug, person.id)
        said = body_of(self.campaign, person, choices, self.day, pick)
        offices = self.place.country.offices(person, choices.near, language)
        return call(person, offices, said, self.writer.name, choices.constituency.name[language], self.day)

    def choices_in(self, language: str) -> Choices:
        """What the letters in a language say."""
        return replace(self.choices, language=language)

    def topic(self, language: str) -> str:
        """What the letters ask for first, in words that name no place and no person of the writer's."""
        words = self.campaign.words_in(self.place.country.id, language)
        topics = {request.id: request.topic for request in words.requests_on(self.day)}
        topic = topics[self.choices.requests[0]]
        return topic[:1].upper() + topic[1:]

    def _pick(self, person: Representative) -> Pick | None:
        return self._deal.to(person.id) if self._deal else None

    @cached_property
    def _deal(self) -> Deal | None:
        return Deal(self.draw) if self.draw else None


def composer_of(visit: Visit, place: Place, form: LetterForm, letter_fields: Mapping[str, str]) -> Composer:
    """What a form says, as far as it is filled in; the postcode is added to the address where it was left out."""
    language = form.letter_language.data or visit.language
    start = "office-"
    offices = {name: id for name, id in letter_fields.items() if name.startswith(start)}
    return Composer(
        campaign=visit.campaign,
        place=place,
        day=visit.letter_day,
        to=form.to.data or (),
        writer=Writer(
            form.name.data or "",
            place.country.with_postcode(lines_of(form.address.data or ""), place.match.postcode),
        ),
        choices=Choices(
            language=language if language in place.languages else place.languages[0],
            constituency=place.constituency,
            requests=tuple(form.asks.data or ()),
            subject=form.own_subject,
            near=place.match.point,
            offices={name.removeprefix(start): id for name, id in offices.items()},
            **form.answers,
        ),
        draw=form.draw.data or "",
        letter_fields=letter_fields,
    )
