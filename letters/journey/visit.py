"""What each page of the journey shows, from what the visitor typed; nothing here knows the web.

Every method gives the values that the page's template names; errors are sentences in the page's language.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from letters.campaign.model import Campaign, Request
from letters.feedback.ownwords import words as count_words
from letters.feedback.tone import one_page_words
from letters.journey import sheets as letter_sheets
from letters.journey import suggestions
from letters.journey.form import ANSWERS, LetterForm
from letters.journey.form_data import Typed
from letters.journey.sheets import Place, Sheet
from letters.journey.suggestions import NO_LOCALITY
from letters.letter import Letter
from letters.outputs import ENVELOPES, is_too_much, missing_characters
from representatives import Match, Reason, Representative, directory
from representatives.countries import LETTER_COUNTRIES, examples
from representatives.lookup import Help, live_help
from representatives.people import Text

if TYPE_CHECKING:
    from representatives.live import Live

_Errors = Mapping[str, str]
_Values = dict[str, Any]

_WRITTEN = (
    *("to", "name", "address", "asks", "constituency", "letter_language"),
    *(field for answer in ANSWERS.values() for field in (answer, f"{answer}_start")),
)
"""The fields that the writing page shows itself."""


@dataclass(frozen=True, slots=True)
class Visit:
    """One request to a campaign's pages."""

    campaign: Campaign
    language: str
    """The page's."""
    day: date
    typed: Typed
    say: Callable[..., str]
    """A marked sentence in the page's language, with the values that it has places for."""
    asked_country: str = ""
    """The one whose page was asked for; else it is the first."""
    live: "Live | None" = None
    """The public services that a visitor may ask, where the operator wants them."""

    def asked(self, error: str = "") -> _Values:
        """The campaign's page, with what is wrong with the postcode."""
        countries = self.campaign.countries
        country = self.asked_country if self.asked_country in countries else countries[0]
        words = self.campaign.words_in(country, self.language)
        return {
            "country": country,
            "countries": [LETTER_COUNTRIES[each] for each in self.campaign.countries],
            "examples": examples(self.language),
            "words": words,
            "requests": words.requests_on(self.day),
            "errors": {"postcode": error} if error else {},
            # What was chosen for another postcode is no answer for the one that is typed here.
            "carried": self.typed.carried("postcode", "country", "locality", "constituency"),
        }

    def question(self, match: Match, step: str, error: str) -> _Values:
        """The question of the suburb or of the constituency."""
        tables = directory().countries[match.postcode.country]
        live = self._live_help(match) if step == "constituency" else None
        picked = next(reversed(self.typed.form.getlist(step)), "")
        if live and live.asked:
            picked = live.found[0].code if len(live.found) == 1 else ""
        suburb = "" if self.typed.one("again") else self.typed.one("locality")
        return {
            "match": match,
            "locality": suburb if suburb in match.localities else "",
            "country": tables.country,
            "as_of": tables.as_of,
            "notices": tables.notices_on(self.day),
            "reasons": Reason,
            "likeliest": suggestions.likeliest(match),
            "no_locality": NO_LOCALITY,
            "errors": {step: error} if error else {},
            "picked": picked,
            "live": live,
            "carried": self.typed.carried(step, "constituency"),
        }

    def _live_help(self, match: Match) -> Help | None:
        address = self.typed.one("live_address") if self.typed.one("live") else None
        return live_help(self.live, match, address)

    def vacant(self, place: Place) -> _Values:
        """The page of a constituency that nobody sits for and that has no senators."""
        return {"place": place, "carried": self.typed.carried(), **self._dated(place)}

    def requests(self, place: Place) -> Sequence[Request]:
        """What can be asked today of those who sit for the place."""
        words = self.campaign.words_in(place.country.id, self.language)
        chambers = {person.chamber for person in place.delegation.people}
        return words.requests_to(chambers, self.day)

    def people(self, place: Place) -> Sequence[Representative]:
        """Those who sit for the place and whose chamber can be asked for something today."""
        asked = {chamber for request in self.requests(place) for chamber in request.chambers}
        return [person for person in place.delegation.people if person.chamber in asked]

    def form(self, place: Place) -> LetterForm:
        """The writing page's form with what was typed, and what can be chosen."""
        people = [person.id for person in self.people(place)]
        requests = [request.id for request in self.requests(place)]
        return LetterForm(self.typed.form).offer(people, requests)

    def written(self, place: Place, form: LetterForm, errors: _Errors) -> _Values:
        """The writing page."""
        words, requests = self.campaign.words_in(place.country.id, self.language), self.requests(place)
        people = self.people(place)
        chambers = {person.chamber for person in people}
        first = people[0].chamber
        rest = suggestions.rest_words(words, next(each for each in requests if first in each.chambers), first)
        own = sum(len(count_words(form[field].data or "")) for field in ANSWERS.values())
        suburb = self.typed.one("locality")
        return {
            "words": words,
            "day": self.day,
            "fields": ANSWERS,
            "people": people,
            "chambers": chambers,
            **_by_tick([person for person in place.delegation.senators if person.chamber in chambers], form),
            "suggested": suggestions.SUGGESTED_SENATORS,
            "requests": requests,
            "meter": {"own": own, "rest": rest, "all": own + rest, "page": one_page_words(words.language)},
            "place": place,
            "locality": suburb if suburb in place.match.localities else "",
            "form": form,
            "errors": errors,
            "carried": self.typed.carried(*_WRITTEN),
            **self._dated(place),
        }

    def sheets(self, place: Place, form: LetterForm) -> Sequence[Sheet]:
        """The letters of a valid form."""
        answers = form.answers
        language = answers.language or self.language
        return letter_sheets.sheets(
            self.campaign, place, answers, self.typed.of_letters(), language, self.day
        )

    def letters(
        self,
        place: Place,
        form: LetterForm,
        sheets: Sequence[Sheet],
        errors: _Errors,
        about: Sequence[Letter] = (),
    ) -> _Values:
        """The page of the letters; `about` are those that it must say more of, all where none is named."""
        about = about or [sheet.letter for sheet in sheets]
        return {
            "place": place,
            "sheets": sheets,
            "form": form,
            "errors": errors,
            "carried": self.typed.carried("two_pages", *(sheet.person.id for sheet in sheets)),
            "missing": () if is_too_much("pdf", about) else missing_characters("pdf", about),
            "posting": _posting(sheets, place),
            "envelopes": ENVELOPES,
            "hints": {sheet.person.id: sheet.hints for sheet in sheets},
            **self._dated(place),
        }

    def _dated(self, place: Place) -> _Values:
        """How old the data is, and what to know of elections and terms."""
        tables = directory().countries[place.country.id]
        return {"as_of": tables.as_of, "notices": tables.notices_on(self.day)}


def _by_tick(senators: Sequence[Representative], form: LetterForm) -> _Values:
    """The senators who can be written to: all, ticked and not."""
    to = form.to.data or ()
    return {
        "senators": senators,
        "ticked": [person for person in senators if person.id in to],
        "others": [person for person in senators if person.id not in to],
    }


def _posting(sheets: Iterable[Sheet], place: Place) -> list[Text]:
    """What to put on the envelopes and how long post takes, each sentence once."""
    texts: list[Text] = []
    for sheet in sheets:
        for text in (
            place.country.postage(sheet.person, sheet.office),
            place.country.delay(sheet.person, sheet.office),
        ):
            if text and text not in texts:
                texts.append(text)
    return texts
