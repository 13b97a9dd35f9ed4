"""The page of the letters: each to edit, print, download and send."""

from collections.abc import Iterable, Sequence

from letters.feedback.ownwords import words as count_words
from letters.journey.composer import composer_of
from letters.journey.form import LetterForm
from letters.journey.pages.question_pages import find_place
from letters.journey.pages.write_page import letter_form, page_to_mend
from letters.journey.sanitise import as_meant, translated
from letters.journey.sheets import Sheet, sheets
from letters.journey.suggestions import follow_the_choice
from letters.journey.visit import Detour, Page, Visit, each_once, told
from letters.outputs import ENVELOPES, KINDS, missing_characters


def make_letters(visit: Visit) -> Sequence[Sheet]:
    """The letters of a complete form, one at least.

    Raises:
        Detour: to the page on which something must be mended.
    """
    place = find_place(visit)
    form = letter_form(visit, place)
    follow_the_choice(form, place)
    valid, twice = form.validate(), visit.form_data.conflicting()
    if not valid or twice:
        raise Detour(page_to_mend(visit, place, form, twice))
    listed = sheets(composer_of(visit, place, form, visit.form_data.of_letters()))
    if visit.form_data.value("alone") != "yes" and not _has_own_words(form, listed):
        raise _alone(visit)
    return listed


def _has_own_words(form: LetterForm, listed: Iterable[Sheet]) -> bool:
    """Whether a word in any letter is the writer's: typed for a prompt, or in an edit."""
    typed = any(count_words(text) for text in form.answers.values())
    return typed or any(sheet.is_edited and sheet.measure.own_words for sheet in listed)


def _alone(visit: Visit) -> Detour:
    """To what offices do with letters that hold no word of their writer's, and the question whether to go on."""
    data = visit.form_data
    of_files = [(name, data.value(name)) for name in ("only", "told") if data.value(name)]
    return Detour(Page("alone.html", {"carried": [*data.carried("alone"), *of_files]}))


def letter_page(visit: Visit, listed: Sequence[Sheet], error: str = "", missing: Sequence[str] = ()) -> Page:
    """The page; `error` says why there is a page instead of a file, `missing` what that file could not show."""
    place = listed[0].composer.place
    errors = {
        f"text-{sheet.person.id}": translated(sheet.edit.problem, visit.say)
        for sheet in listed
        if sheet.edit.problem
    }
    if error:
        errors["journey"] = error
    known = missing_characters("pdf", [sheet.letter for sheet in listed])
    values = {
        "place": place,
        "sheets": listed,
        "longest_link": visit.longest_link,
        "kept_edits": _kept_edits(visit, listed),
        "errors": errors,
        "carried": visit.form_data.carried("two_pages", *(sheet.person.id for sheet in listed)),
        "missing": dict.fromkeys((*known, *missing)),
        "posting": each_once(
            (place.country.postage, *(place.country.delay(sheet.person, sheet.office) for sheet in listed))
        ),
        "files": KINDS,
        "envelopes": ENVELOPES,
        "hints": {sheet.person.id: sheet.hints for sheet in listed},
        **told(visit, place),
    }
    return Page("letter.html", values, 422 if errors else 200)


def _kept_edits(visit: Visit, listed: Iterable[Sheet]) -> list[tuple[str, str]]:
    """Letters that were edited for people of another place: subject and text, so that no edit is lost unseen."""
    fields = visit.form_data.of_letters()
    here = {sheet.person.id for sheet in listed}
    ids = [name.removeprefix("text-") for name in fields if name.startswith("text-")]
    return [
        (fields.get(f"subject-{id}", ""), fields[f"text-{id}"])
        for id in ids
        if id not in here and as_meant(fields[f"text-{id}"]) != as_meant(fields.get(f"base-{id}", ""))
    ]
