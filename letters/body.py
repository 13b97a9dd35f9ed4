"""What a letter says: a campaign's wordings around the writer's own words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from letters.by_role import Asked
from letters.campaign.model import LetterText, Request, Wordings, Words
from letters.campaign.placeholders import fill
from letters.choices import Choices
from letters.deal import Pick
from representatives import Representative

MOST_REQUESTS = 3
"""One lead and at most two supporting: a letter that asks for everything is answered with nothing."""


def split_paragraphs(text: str) -> list[str]:
    """The parts between blank lines; line breaks inside a part stay."""
    parts: list[list[str]] = [[]]
    for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        if line.strip():
            parts[-1].append(line.strip())
        elif parts[-1]:
            parts.append([])
    return ["\n".join(lines) for lines in parts if lines]


def placeholder_values(
    representative: Representative, choices: Choices, language: str, topic: str = "", office: str = ""
) -> Mapping[str, str]:
    """What a campaign's placeholders stand for: plain strings only.

    `topic` is that of the letter's main request, `office` the one that the recipient is asked in.
    """
    place = choices.constituency
    return {
        "constituency": place.name[language],
        "region": place.region.name[language],
        "in_region": place.region.located[language],
        "recipient": representative.called(language),
        "chamber": str(representative.chamber),
        "office": office,
        "topic": topic,
    }


def chosen_requests(
    words: Words, choices: Choices, representative: Representative, day: date
) -> tuple[Request, ...]:
    """The chosen requests that this chamber can be asked; where none fits, the chamber's first.

    Raises:
        KeyError: there is nothing to ask that chamber for on that day.
    """
    open_now = words.requests_on(day)
    fitting = {request.id: request for request in open_now if representative.chamber in request.chambers}
    chosen = tuple(fitting[id] for id in choices.requests if id in fitting)
    found = chosen or tuple(fitting.values())[:1]
    if not found:
        raise KeyError(f"nothing to ask the {representative.chamber} for on {day}")
    return found[:MOST_REQUESTS]


@dataclass(frozen=True, slots=True)
class Part:
    """Some paragraphs of a letter that belong together."""

    kind: str
    """"campaign", or the answer that it is: "learned", "own_words" or "wish"."""
    paragraphs: tuple[str, ...]


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
        said = (("lead", wordings.lead, lead.lead), ("question", wordings.question, lead.question))
        request, question = (
            self._ask(each, f"{kind} {lead.id} ")
            if each == plain
            else self._say(each, f"{kind} {lead.id} {self.asked.role}")
            for kind, each, plain in said
        )
        return " ".join(filter(None, (self.asked.committee_sentence(lead), request))), question

    def parts(self, choices: Choices) -> tuple[Part, ...]:
        """The letter after its salutation, in order; a part without paragraphs is what nobody wrote."""
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
            Part("campaign", (self._ask(self.text.opening, f"{chamber} opening"),)),
            Part("learned", tuple(split_paragraphs(choices.learned))),
            Part("own_words", tuple(split_paragraphs(choices.own_words))),
            Part("campaign", tuple(paragraph for paragraph in (*core, lead, supporting) if paragraph)),
            Part("wish", tuple(split_paragraphs(choices.wish))),
            Part("campaign", (f"{question} {reply}",)),
        )

    def _ask(self, wordings: Wordings, text: str) -> str:
        """A text that is for every member, in a wording that fits the recipient's office."""
        if not self.asked.holds_office:
            return self._say(wordings, text)
        return self.pick(self.asked.fitting([fill(each, self.values) for each in wordings]), text)

    def _say(self, wordings: Wordings, text: str) -> str:
        return fill(self.pick(wordings, text), self.values)
