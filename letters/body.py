"""What a letter says: a campaign's wordings, drawn by lot, around the writer's own words."""

import hashlib
from datetime import date

from letters.campaign.model import Campaign, LetterText, Request, Wordings, Words
from letters.campaign.placeholders import fill
from letters.choices import Choices, Writer
from representatives import Representative

MOST_REQUESTS = 3
"""One lead and at most two supporting: a letter that asks for everything is answered with nothing."""


class Draw:
    """Picks a wording by lot, but the same one each time for a writer, a recipient and a campaign.

    So letters of one campaign differ, while Back, the page and every file show the same letter.
    """

    def __init__(self, campaign: Campaign, representative: Representative, writer: Writer) -> None:
        parts = (campaign.slug, representative.id, writer.name, *writer.address)
        self._seed = "\0".join(parts).encode("utf-8", "surrogatepass")

    def __call__(self, wordings: Wordings, place: str) -> str:
        lot = hashlib.blake2b(place.encode("utf-8") + b"\0" + self._seed, digest_size=8).digest()
        return wordings[int.from_bytes(lot, "big") % len(wordings)]


def split_paragraphs(text: str) -> list[str]:
    """The parts between blank lines; line breaks inside a part stay."""
    parts: list[list[str]] = [[]]
    for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        if line.strip():
            parts[-1].append(line.strip())
        elif parts[-1]:
            parts.append([])
    return ["\n".join(lines) for lines in parts if lines]


def placeholder_values(representative: Representative, choices: Choices, language: str) -> dict[str, str]:
    """What a campaign's placeholders stand for: plain strings only."""
    place = choices.constituency
    return {
        "constituency": place.name[language],
        "region": place.region.name[language],
        "in_region": place.region.located[language],
        "recipient": representative.name,
        "chamber": str(representative.chamber),
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
    return found


def paragraphs(
    text: LetterText, requests: tuple[Request, ...], choices: Choices, values: dict[str, str], draw: Draw
) -> tuple[str, ...]:
    """The letter's paragraphs after the salutation, placeholders filled."""

    def say(wordings: Wordings, place: str) -> str:
        return fill(draw(wordings, place), values)

    lead, supporting = requests[0], requests[1:MOST_REQUESTS]
    written = [
        say(text.opening, "opening"),
        *split_paragraphs(choices.learned),
        *split_paragraphs(choices.own_words),
        *(say(paragraph, f"core {number}") for number, paragraph in enumerate(text.core)),
        say(lead.lead, f"lead {lead.id}"),
        " ".join(say(request.supporting, f"supporting {request.id}") for request in supporting),
        *split_paragraphs(choices.wish),
        f"{say(lead.question, f'question {lead.id}')} {say(text.reply, 'reply')}",
    ]
    return tuple(paragraph for paragraph in written if paragraph)
