"""Writes the letters of one form."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from letters.body import body_of
from letters.call import Call, call
from letters.campaign.model import Campaign
from letters.choices import Choices, Writer
from letters.deal import Deal, Pick, derived
from letters.journey.edits import Edit, edited
from letters.journey.form import FormValues
from letters.journey.place import Place
from letters.journey.sanitise import lines_of
from letters.letter import Letter, compose
from representatives import Representative


@dataclass(frozen=True)
class Composer:
    """Writes the letters of one form: everything that they have in common."""

    campaign: Campaign
    place: Place
    written: FormValues
    letter_fields: Mapping[str, str]
    day: date

    def edit(self, person: Representative) -> Edit:
        """The person's letter with what the writer changed in it, in the language wanted unless it was edited in another."""
        languages = self.place.languages
        language = self.written.language if self.written.language in languages else languages[0]
        written_in = self.letter_fields.get(f"written_in-{person.id}", "")
        before = self.write(person, written_in if written_in in languages else language)
        found = edited(before, person.id, self.letter_fields)
        if found.letter is before and before.language != language:
            found = Edit(letter := self.write(person, language), letter)
        return found

    def write(self, person: Representative, language: str, *, bare: bool = False) -> Letter:
        """The person's letter before any edit; bare, as somebody who added nothing would send it."""
        choices = self.choices(language)
        choices = choices.without_own_words() if bare else choices
        return compose(self.campaign, person, self._writer, choices, self.day, self._pick(person))

    def call(self, person: Representative, language: str) -> Call | None:
        """A call to the person, for when post comes too late."""
        choices = self.choices(language)
        pick = self._pick(person) or derived(self.campaign.slug, person.id)
        said = body_of(self.campaign, person, choices, self.day, pick)
        offices = self.place.country.offices(person, choices.near, language)
        return call(person, offices, said, self.written.name, choices.constituency.name[language], self.day)

    def choices(self, language: str) -> Choices:
        """What the letters in a language say."""
        start = "office-"
        chosen = {name: id for name, id in self.letter_fields.items() if name.startswith(start)}
        return Choices(
            language=language,
            constituency=self.place.constituency,
            requests=self.written.requests,
            subject=self.written.subject,
            near=self.place.match.point,
            offices={name.removeprefix(start): id for name, id in chosen.items()},
            **self.written.own_words,
        )

    def topic(self, language: str) -> str:
        """What the letters ask for first, in words that name no place and no person of the writer's."""
        words = self.campaign.words_in(self.place.country.id, language)
        topics = {request.id: request.topic for request in words.requests_on(self.day)}
        topic = topics[self.written.requests[0]]
        return topic[:1].upper() + topic[1:]

    def _pick(self, person: Representative) -> Pick | None:
        return self._deal.to(person.id) if self._deal else None

    @cached_property
    def _deal(self) -> Deal | None:
        return Deal(self.written.draw) if self.written.draw else None

    @cached_property
    def _writer(self) -> Writer:
        """Who signs, the postcode added to the address where it was left out."""
        lines = lines_of(self.written.address)
        address = self.place.country.with_postcode(lines, self.place.match.postcode)
        return Writer(self.written.name, address)
