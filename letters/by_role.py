"""How an office changes what a letter asks: what only it can do, what it cannot do, and which committee has a bill."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from letters.campaign.model import Request, RoleWordings, Wordings
from representatives import Representative
from representatives.countries import COUNTRIES
from representatives.people import Text
from representatives.posts import Membership

_VOTE = re.compile(r"\b(?:vot(?:e|es|ed|ing)|voter|votez|voterez)\b", re.IGNORECASE)

_CHAMBER = re.compile(
    r"\b(?:Senate|[Ss]enators?|House|Commons|the chamber|motion|written question|question time|estimates"
    r"|Sénat|[Ss]énat(?:eur|rice)s?|la Chambre|en séance|interpellation|question écrite)\b"
)
"""What members do together or by sitting: nothing to ask or to expect of somebody as the holder of an office."""

# What somebody can do who presides and does not vote, or who does not take their seat: write to a minister, meet, speak.


def _words(lead: str, question: str) -> RoleWordings:
    return RoleWordings((lead,), (question,))


_DEFAULTS: Mapping[tuple[str, str], RoleWordings] = {
    ("speaker", "en"): _words(
        "From the chair you take no side. You can still write to the minister responsible about {{ topic }}, or meet me.",
        "Will you write to the minister, and send me the answer?",
    ),
    ("speaker", "fr"): _words(
        "À la présidence, vous ne prenez pas parti. Vous pouvez toutefois écrire au gouvernement à ce sujet "
        "({{ topic }}), ou me rencontrer.",
        "Écrirez-vous aux responsables du ministère, et me transmettrez-vous la réponse\u00a0?",
    ),
    ("no-seat", "en"): _words(
        "You do not take your seat, so I ask for no vote. Please write to the minister responsible about {{ topic }}, "
        "and say so in public.",
        "Will you write to the minister, and send me the answer?",
    ),
    ("delegate", "en"): _words(
        "You have no vote on the House floor, but you sponsor bills, sit on committees and speak. Please use all three "
        "for {{ topic }}.",
        "Will you speak up for it in the House, and tell me how?",
    ),
}
_LIMITED = frozenset({"speaker", "no-seat"})
"""Roles that cannot do what other members are asked for: only what stands above, or the campaign's own text for them."""
_REPLIES: Mapping[str, Wordings] = {
    "en": ("I would be grateful for a few lines from you.",),
    "fr": ("Quelques lignes de votre part me feraient plaisir.",),
}
"""What those are asked for at the end who do not say where they stand."""
_SAME_AS = {"parliamentary-secretary": "minister"}
"""In whose words a role is asked that has none of its own."""
_ON_COMMITTEE = "committee-member"
_SIT: Text = {
    "en": "You sit on the {name}, which has {bill}.",
    "fr": "Vous siégez au comité suivant, qui est saisi de {bill}\u00a0: {name}.",
}
_CHAIR: Text = {
    "en": "You chair the {name}, which has {bill}.",
    "fr": "Vous présidez le comité suivant, qui est saisi de {bill}\u00a0: {name}.",
}
_IF_STILL: Text = {
    "en": "If you still sit on the {name}, it has {bill}.",
    "fr": "Si vous siégez toujours au comité suivant, il est saisi de {bill}\u00a0: {name}.",
}


@dataclass(frozen=True, slots=True)
class Asked:
    """In which words somebody is asked."""

    role: str
    """What they are asked as: a role of the campaign's texts, or ""."""
    office: str
    """Its title in the letter's language, e.g. "Minister of Justice"; "" where it has none."""
    language: str
    committees: tuple[Membership, ...] = ()
    """Theirs on the letter's day."""

    def of(self, request: Request) -> RoleWordings:
        """The request's lead and question for them: the campaign's own, else a safe default where one is needed."""
        of_committee = _ON_COMMITTEE in request.by_role and self.committee_sentence(request)
        role = _ON_COMMITTEE if of_committee else self.role
        own, other = (request.by_role.get(each, RoleWordings()) for each in (role, _SAME_AS.get(role, "")))
        asks_for_a_vote = any(map(_VOTE.search, (*request.lead, *request.question)))
        default = RoleWordings()
        if self.role in _LIMITED or asks_for_a_vote:
            default = _DEFAULTS.get((self.role, self.language), default)
        return RoleWordings(
            own.lead or other.lead or default.lead or request.lead,
            own.question or other.question or default.question or request.question,
        )

    @property
    def holds_office(self) -> bool:
        """Whether they are asked as somebody other than a member among members."""
        return self.role not in ("", "delegate")

    @property
    def reply(self) -> Wordings:
        """How they are asked for an answer, where that differs; () where it does not."""
        return _REPLIES.get(self.language, ()) if self.role in _LIMITED else ()

    def fitting(self, wordings: Sequence[str]) -> Sequence[str]:
        """The wordings, "" for each that speaks of what the chamber can do; all where no other is left."""
        found = ["" if _CHAMBER.search(each) else each for each in wordings]
        return found if any(found) else wordings

    def can_support(self, request: Request) -> bool:
        """Whether what they are asked besides is something that they can do."""
        if self.role in _LIMITED:
            return False
        return self.role != "delegate" or not any(map(_VOTE.search, request.supporting))

    def committee_sentence(self, request: Request) -> str:
        """That a committee of theirs has the bill, to stand before the lead; "" where none does, or the letter's language
        has no name for it."""
        for committee in request.committees:
            for each in self.committees:
                has_name = self.language == "en" or each.name[self.language] != each.name["en"]
                if each.committee == committee.id and has_name:
                    is_known = each.is_newest and each.source.is_certain
                    chairs = each.title in ("Chair", "Chairman")
                    sentences = _IF_STILL if not is_known else _CHAIR if chairs else _SIT
                    return sentences[self.language].format(name=each.name[self.language], bill=committee.has)
        return ""


def asked(person: Representative, language: str, day: date) -> Asked:
    """How somebody is asked on a day."""
    country = COUNTRIES[person.country]
    role = country.asked_as(person)
    post = person.post
    title = post.title[language] if post and role == post.role else ""
    sits = day < country.committees_end
    return Asked(role, _shortened(title), language, person.committees if sits else ())


def _shortened(title: str) -> str:
    """The office without those that go with it: "Minister of Justice and Attorney General of Canada and Minister ..."."""
    return re.split(r" (?:and|et) [Mm]inist(?:er|re) |, and | \(", title)[0]
