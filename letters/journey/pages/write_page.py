"""The writing page: who was found, and everything that makes the letter the writer's."""

from collections.abc import Sequence

from letters.feedback.own_marks import own_marks
from letters.feedback.ownwords import words as count_words
from letters.feedback.tone import Hint, hints, one_page_words
from letters.journey.form import PROMPT_FIELDS, WRITTEN, LetterForm
from letters.journey.pages.campaign_page import ask_again
from letters.journey.pages.preview import Preview, preview, shown
from letters.journey.pages.question_pages import find_place
from letters.journey.place import Place, in_their_place
from letters.journey.sanitise import translated
from letters.journey.suggestions import SUGGESTED_SENATORS, suggest
from letters.journey.visit import TWICE, Errors, Page, Values, Visit, told
from representatives.languages import N_
from representatives.lookup import other_country

ENOUGH_WORDS = 80
"""Of the writer's own: more is welcome, but no longer asked for."""
_AFTER_THE_WORDS = ("name", "address", "asks", "subject", "to", "letter_language")
NOTHING_TO_ASK = N_("There is nothing to ask for at present: every request has ended.")


def write_page(visit: Visit) -> Page:
    """The page as it is first shown, or shown again to change something.

    Raises:
        Detour: to the page on which something must be said first.
    """
    place = find_place(visit, vacant_status=200)
    form = letter_form(visit, place)
    suggest(form, place, visit.random)
    form.draw.data = form.draw.data or str(visit.random.randrange(10**9))
    return Page("write.html", _values(visit, place, form, {}))


def letter_form(visit: Visit, place: Place) -> LetterForm:
    """The page's form with what was typed, and what can be chosen.

    Raises:
        Detour: to the campaign's page, where there is nothing to ask for today.
    """
    if not place.requests:
        raise ask_again(visit, NOTHING_TO_ASK)
    people = [person.id for person in place.people]
    prompts = place.words.prompts
    beginnings = [starter for prompt in prompts for starter in prompt.starters]
    requests = [request.id for request in place.requests]
    form = LetterForm(visit.form_data.form).offer(people, requests, beginnings)
    form.to.data = in_their_place(form.to.data or (), place)
    return form


def page_to_mend(visit: Visit, place: Place, form: LetterForm, twice: str) -> Page:
    """The page with what must be mended; `twice` is the field that came with two answers, or ""."""
    # In the order in which the page shows the fields.
    order = [*(PROMPT_FIELDS[prompt.id] for prompt in place.words.prompts), *_AFTER_THE_WORDS]
    found = form.sentences
    errors = {field: translated(found[field], visit.say) for field in (*order, *found) if field in found}
    if twice:
        shown = twice in form and (twice != "letter_language" or len(place.languages) > 1)
        errors[twice if shown else "journey"] = visit.say(TWICE)
    return Page("write.html", _values(visit, place, form, errors), 422)


def _values(visit: Visit, place: Place, form: LetterForm, errors: Errors) -> Values:
    chambers = {person.chamber for person in place.people}
    senators = [person for person in place.delegation.senators if person.chamber in chambers]
    suburb = visit.form_data.value("locality")
    letter = preview(visit, place, form)
    return {
        "words": place.words,
        "day": visit.day,
        "fields": PROMPT_FIELDS,
        "people": place.people,
        "chambers": chambers,
        "senators": sorted(senators, key=lambda person: person.id not in (form.to.data or ())),
        "suggested": SUGGESTED_SENATORS,
        "requests": place.requests,
        "meter": _meter(letter, form),
        "preview": letter,
        "shown": shown(form),
        "hints": _hints(form, letter.letter.language),
        "place": place,
        "other_country": other_country(place.match.postcode, visit.language),
        "locality": suburb if suburb in place.match.localities else "",
        "form": form,
        "errors": errors,
        "carried": visit.form_data.carried("shared", *WRITTEN),
        **told(visit, place),
    }


def _meter(letter: Preview, form: LetterForm) -> Values:
    """How many words of the first letter are the writer's, and how many fit on a page."""
    rest = sum(len(count_words(part.text)) for part in letter.parts if not part.field)
    own = sum(len(count_words(text)) for text in form.answers.values())
    page = one_page_words(letter.letter.language)
    return {"own": own, "rest": rest, "all": own + rest, "page": page, "enough": ENOUGH_WORDS}


def _hints(form: LetterForm, language: str) -> Sequence[Hint]:
    """What the writer may want to say otherwise, before the letter is made."""
    own = "\n\n".join(filter(None, form.answers.values()))
    return (*hints(own, language), *own_marks(own, language)) if own else ()
