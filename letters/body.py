"""What a letter says: a campaign's wordings around the writer's own words."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from letters.by_role import Asked, asked
from letters.campaign.model import Campaign, LetterText, Request, Wordings, Words
from letters.campaign.placeholders import fill
from letters.choices import Choices
from letters.deal import Pick
from representatives import Representative

MOST_REQUESTS = 3
"""One lead and at most two supporting: a letter that asks for everything is answered with nothing."""


def split_paragraphs(text: str) -> list[str]:
    """The parts between blank lines; line breaks inside a part stay."""
    lines = (line.strip() for line in re.split("\r\n?|\n", text))
    return [part for part in re.split("\n\n+", "\n".join(lines).strip("\n")) if part]


@dataclass(frozen=True, slots=True)
class Body:
    """Everything that decides on the words of one letter."""

    text: LetterText
    requests: tuple[Request, ...]
    """What is asked for, the lead first."""
    values: Mapping[str, str]
    """Of the placeholders."""
    pick: Pick
    asked: Asked
    """How the recipient's office changes what they are asked."""

    @property
    def subject(self) -> str:
        """What the letter is about and from where."""
        subject = self._ask(self.text.subject, f"{self.values['chamber']} subject")
        return subject[:1].upper() + subject[1:]

    @property
    def in_short(self) -> tuple[str, str]:
        """What is asked for first, and the question about it."""
        lead = self.requests[0]
        wordings = self.asked.of(lead)
        request = self._ask_first("lead", wordings.lead, lead.lead)
        question = self._ask_first("question", wordings.question, lead.question)
        return " ".join(filter(None, (self.asked.committee_sentence(lead), request))), question

    def paragraphs(self, choices: Choices) -> tuple[str, ...]:
        """The letter after its salutation: the writer's answers among the campaign's texts."""
        chamber = self.values["chamber"]
        lead, question = self.in_short
        supporting = " ".join(
            self._ask(each.supporting, f"supporting {each.id}")
            for each in self.requests[1:]
            if self.asked.can_support(each)
        )
        reply = self._ask(self.asked.reply or self.text.reply, f"{chamber} reply")
        core = [self._say(each, f"{chamber} core {number}") for number, each in enumerate(self.text.core)]
        return (
            self._ask(self.text.opening, f"{chamber} opening"),
            *split_paragraphs(choices.learned),
            *split_paragraphs(choices.own_words),
            *filter(None, (*core, lead, supporting)),
            *split_paragraphs(choices.wish),
            f"{question} {reply}",
        )

    def _ask_first(self, kind: str, wordings: Wordings, for_everybody: Wordings) -> str:
        """The first request's text of that kind, which may be the campaign's own for the recipient's office."""
        text = f"{kind} {self.requests[0].id} "
        if wordings == for_everybody:
            return self._ask(wordings, text)
        return self._say(wordings, text + self.asked.role)

    def _ask(self, wordings: Wordings, text: str) -> str:
        """A text that is for every member, in a wording that fits the recipient's office."""
        if not self.asked.holds_office:
            return self._say(wordings, text)
        return self.pick(self.asked.fitting([fill(each, self.values) for each in wordings]), text)

    def _say(self, wordings: Wordings, text: str) -> str:
        return fill(self.pick(wordings, text), self.values)


def body_of(
    campaign: Campaign, representative: Representative, choices: Choices, day: date, pick: Pick
) -> Body:
    """What a letter says.

    Raises:
        KeyError: the campaign has no words for that country or chamber, or nothing to ask for on that day.
    """
    words = campaign.words_in(representative.country, choices.language)
    language, place = words.language, choices.constituency
    requests = _chosen_requests(words, choices, representative, day)
    as_whom = asked(representative, language, day)
    values = {
        "constituency": place.name[language],
        "region": place.region.name[language],
        "in_region": place.region.located[language],
        "recipient": representative.called(language),
        "chamber": str(representative.chamber),
        "office": as_whom.office,
        "topic": requests[0].topic,
    }
    return Body(words.letters[representative.chamber], requests, values, pick, as_whom)


def _chosen_requests(
    words: Words, choices: Choices, representative: Representative, day: date
) -> tuple[Request, ...]:
    """The chosen requests that this chamber can be asked; where none fits, the chamber's first."""
    possible = {request.id: request for request in words.requests_to({representative.chamber}, day)}
    found = [possible[id] for id in choices.requests if id in possible] or list(possible.values())[:1]
    if not found:
        raise KeyError(f"nothing to ask the {representative.chamber} for on {day}")
    return tuple(found[:MOST_REQUESTS])
