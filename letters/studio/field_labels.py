"""What each field of the form is called, in the form and in the list of checks."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from representatives.languages import N_

_LABELS: Mapping[str, str] = {
    "title": N_("Title"),
    "teaser": N_("One or two sentences under the title in the list of campaigns"),
    "slug": N_("The campaign’s name in its web address"),
    "references": N_("Paste all your sources here, if you have them written down"),
    "source/publisher": N_("Who published it"),
    "source/title": N_("Its title"),
    "source/url": N_("Its web address"),
    "source/date": N_("Its date"),
    "source/note": N_("Who that is"),
    "Summary/heading": N_("Heading %(number)s"),
    "Summary/text": N_("Text %(number)s"),
    "Request/Title": N_("What is asked for, in a few words"),
    "Request/Lead": N_("The request in the letter"),
    "Request/Topic": N_("What the letter is about, for its subject"),
    "Request/Meaning": N_("What would be better then"),
    "Request/Supporting": N_("The request in one short sentence"),
    "Request/Question": N_("The question at the end of the letter"),
    "Request/More": N_("Words for ministers, and for after the last day"),
    "request/sources": N_("Its sources"),
    "request/seen": N_("The day on which you last looked how things stand"),
    "request/until": N_("The last day on which it can be asked for"),
    "request/chambers": N_("Who can be asked"),
    "Letter/Core": N_("The facts in the letter"),
    "Letter/Subject": N_("Subjects, one a line"),
    "Letter/Opening": N_("The first sentence: who writes"),
    "Letter/Reply": N_("The last sentence: please answer"),
    "Prompt/Question": N_("The question"),
    "Prompt/Starter": N_("Beginnings of an answer, one a line"),
    "friend/Text": N_("Message"),
    "editor/Title": N_("Title"),
    "editor/Text": N_("Text"),
    "editor/Own": N_("What the writer should add of their own"),
    "editor/Rules": N_("Rules of newspapers: one on each line, after “- ”"),
}
_PARTS: Mapping[str, str] = {
    "source": N_("Source [%(id)s]"),
    "Request": N_("Request %(number)s"),
    "request": N_("Request %(number)s"),
    "Letter": N_("To the %(chamber)s"),
    "Prompt": N_("Question %(number)s"),
    "friend": N_("A message to friends"),
    "editor": N_("A letter to the editor"),
}


@dataclass(frozen=True, slots=True)
class FieldLabels:
    """The names of fields in the page's language."""

    say: Callable[..., str]
    """Translates a marked sentence, with the values that it has places for."""
    requests: Sequence[str]
    """The ids of the requests, in the form's order."""
    prompts: Sequence[str]
    source_ids: Mapping[str, str]
    """By the number in their fields."""
    chambers: Mapping[str, str]
    """The chambers' names."""
    headings: Mapping[str, str]
    """Of the Summary's texts, by the number in their fields."""

    def label(self, field: str) -> str:
        """What stands above the field."""
        kind, *rest = field.split("/")
        if kind == "Summary" and rest[1] == "text" and self.headings.get(rest[0]):
            return self.headings[rest[0]]
        names = [each for each in rest if f"{kind}/{each}" in _LABELS]
        key = f"{kind}/{names[0]}" if names else kind
        wording = rest[-1] if kind in ("Request", "Letter") and len(rest) > 2 else "0"
        if wording.isdecimal() and int(wording):
            return self.say(N_("The same, in other words (%(number)s)"), number=int(wording) + 1)
        number = int(rest[0]) + 1 if kind == "Summary" and rest[0].isdecimal() else ""
        return self.say(_LABELS[key], number=number) if key in _LABELS else ""

    def place(self, field: str) -> str:
        """The field with the part of the form that it stands in."""
        label, part = self.label(field), self.part(field)
        if not part or not label:
            return part or label
        return self.say(N_("%(part)s, “%(label)s”"), part=part, label=label)

    def part(self, field: str) -> str:
        """The part of the form: a source, a request, a letter."""
        kind, name = [*field.split("/"), ""][:2]
        if kind not in _PARTS:
            return ""
        if kind == "Letter" and len(self.chambers) == 1:
            return self.say(N_("To your MP"))
        listed = self.prompts if kind == "Prompt" else self.requests
        return self.say(
            _PARTS[kind],
            number=listed.index(name) + 1 if name in listed else "",
            chamber=self.chambers.get(name, ""),
            id=self.source_ids.get(name, ""),
        )
