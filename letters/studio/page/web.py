"""The studio's page with a draft on it: its boxes, what the check says, and the letter as it will be."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from flask import Response, abort, current_app, g, make_response, render_template, request
from flask_babel import gettext as _

from letters.studio import archive, changes, layout, manifest_form, review, sample, words_form
from letters.studio import draft as drafts
from letters.studio.draft import Draft
from letters.studio.field_labels import FieldLabels
from letters.studio.input.references import PASTED, empty_boxes, with_pasted
from letters.studio.sentences import worded
from letters.studio.toml_text import to_toml
from representatives.countries import COUNTRIES

MOST_DRAWS = 100_000
"""Of other wordings, after which they begin anew."""
MOST_TYPED = archive.MOST_UNPACKED
"""Characters of all fields: as much as an archive may hold."""


def form_page(draft: Draft, do: str = "", value: str = "") -> Response:
    """The form with a draft in it.

    Args:
        draft: what it shows.
        do: the button that was pressed, "" where the draft is new.
        value: what that button bears beside its name, such as a chamber.
    """
    draft = drafts.with_fields(draft, draft.fields())
    pasted = typed_fields().get(PASTED, "")
    fields = {**draft.fields(), PASTED: pasted}
    values = {"draft": draft, "fields": fields, **_checked(draft, do), **_example(draft, fields, do, value)}
    values |= _boxes(draft, fields, do)
    if pasted:
        values["said"][PASTED] = _("There is no web address in it that is not in the boxes yet.")
    new = layout.new_fields(draft, today())
    touched = layout.touched(fields, values["said"], new)
    values["is_open"] = partial(layout.is_open, request.form.get("open", "").split(), touched)
    values["disputed"] = new["Summary/1/heading"]
    values["carried"] = _carried(draft, do, values)
    values["focus"] = _focus(do, value, values)
    return make_response(render_template("studio.html", **values), 422 if values["place_error"] else 200)


def typed_fields() -> dict[str, str]:
    """Everything typed, by field, with what was pasted in its boxes; lists are parted by spaces."""
    form = request.form
    fields = {
        name: " ".join(form.getlist(name)) if name.endswith("/chambers") else form[name] for name in form
    }
    if sum(map(len, fields.values())) > MOST_TYPED:
        abort(413)
    return with_pasted(
        {name: text.replace("\r\n", "\n").replace("\r", "\n") for name, text in fields.items()}
    )


def today() -> date:
    """The day that the app goes by."""
    day: date = current_app.config["TODAY"]()
    return day


def _checked(draft: Draft, do: str) -> dict[str, Any]:
    """What the check says, if it was asked for: what looks at the letter leaves it there, what adds a box does not."""
    is_checked = do in ("check", "at") or (do in ("sample", "another") and bool(request.form.get("checked")))
    remarks = review.remarks(draft) if is_checked else ()
    remarks = tuple(replace(each, sentence=worded(each.sentence, _, g.lang)) for each in remarks)
    findings = [each for each in remarks if not each.is_advice]
    return {
        "is_checked": is_checked,
        "findings": findings,
        "ideas": review.ideas(remarks),
        "said": {each.field: each.sentence for each in reversed(findings) if each.field},
    }


def _example(draft: Draft, fields: Mapping[str, str], do: str, value: str) -> dict[str, Any]:
    """The letter as it will be, to a member of one of the chambers."""
    letters = drafts.letters_of(draft, fields)
    wanted = value if do in ("sample", "write") else ""
    known = (each for each in (wanted, request.form.get("sample", ""), *letters) if each in letters)
    chamber = next(known, "")
    draw = str(request.form.get("draw", 0, type=int) % MOST_DRAWS + (do == "another"))
    typed = request.form.get("place", "")
    place, error = sample.constituency_of(typed, draft.country)
    blanks = _(sample.NAME), _(sample.STREET), _(sample.OWN_WORDS)
    office = sample.office(draft.country, chamber, today(), place) if chamber else None
    letter = review.letter(draft, office, draw, today(), blanks) if office else None
    shown = {"letters": letters, "letter": letter, "office": office, "sample": chamber, "draw": draw}
    return {**shown, "place": typed, "place_error": error and _(error)}


def _boxes(draft: Draft, fields: Mapping[str, str], do: str) -> dict[str, Any]:
    """The boxes of the form, what they are called, and how many words they may have."""
    requests = [each["id"] for each in manifest_form.requests_of(draft.content, draft.country)]
    chambers = {str(id): name for id, name in COUNTRIES[draft.country].chambers.items()}
    sources = layout.sources(draft, request.form, do == "source")
    ids = {str(number): id for number, id in sources}
    headings = {n: fields.get(f"Summary/{n}/heading", "") for n in map(str, range(words_form.MOST))}
    names = {id: name[g.lang] for id, name in chambers.items()}
    return {
        "tabs": layout.named(draft.tabs, g.lang),
        "places": layout.named(layout.other_places(draft), g.lang),
        "sources": sources,
        "taken": len(empty_boxes(request.form)) - len(empty_boxes(fields)) if do == PASTED else 0,
        "sections": layout.sections(fields, request.form, do == "section"),
        "requests": requests,
        "chambers": chambers,
        "paragraphs": {each: len(words_form.paragraphs_of(fields, each)) for each in chambers},
        "prompts": words_form.PROMPTS,
        "labels": FieldLabels(_, requests, words_form.PROMPTS, ids, names, headings),
        "other_wordings": words_form.others,
        "most_words": layout.most_words,
        "words_of": layout.words_of,
    }


def _focus(do: str, value: str, values: Mapping[str, Any]) -> str:
    """The field that the cursor stands in: the first of a box that was added."""
    if do == "source":
        return f"source/{values['sources'][-1][0]}/publisher"
    if do == PASTED and values["taken"]:
        return f"source/{empty_boxes(request.form)[0]}/publisher"
    if do == "section":
        return f"Summary/{values['sections'][-1]}/heading"
    if do == "request":
        return f"Request/{values['requests'][-1]}/Title"
    return f"Letter/{value}/Core/0/0" if do == "write" and value in values["letters"] else ""


def _carried(draft: Draft, do: str, values: Mapping[str, Any]) -> list[tuple[str, str]]:
    """What the form does not show, and the country and language that it shows."""
    is_changed = do in ("request", "drop", "write", "silence")
    return [
        ("country", draft.country),
        ("language", draft.language),
        ("sample", values["sample"]),
        ("draw", values["draw"]),
        ("checked", "yes" if values["is_checked"] else ""),
        ("open", request.form.get("open", "")),
        ("unsaved", "yes" if is_changed else request.form.get("unsaved", "")),
        ("known", changes.facts_of(draft.fields())),
        ("manifest", to_toml(draft.content)),
        *((f"file/{name}", text) for name, text in sorted(drafts.other_files(draft).items())),
    ]
