# SPDX-License-Identifier: Apache-2.0
"""Steps in words: what was done, and the fields that it changed, with names instead of ids."""

from __future__ import annotations

import json
from collections.abc import Container, Mapping

from missiondesk.domain.entities import KINDS
from missiondesk.domain.field_words import FIELD_WORDS, KIND_WORDS
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_
from missiondesk.domain.situation import Situation
from missiondesk.domain.step import Change, Step, Stored
from missiondesk.domain.wording import Wording
from missiondesk.language import Translator
from missiondesk.services.naming import name_of
from missiondesk.services.stored_words import field_hints, stored_word

# The former values of a metric are read in the step that changed it.
_NO_NEWS = ("id", "position", "former", "selection", "step", "root")


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One field of one record; for an added record ``before`` is empty, for a removed ``after``."""

    key: str
    record: str
    field: str
    before: str
    after: str


def step_title(step: Step, tr: Translator, undoing: Container[str] = ()) -> str:
    """What was done, as a title: "Revise mission", "Taken back: …", "Done again: …".

    Args:
        step: The step.
        tr: The screen's language.
        undoing: Ids of the steps that took something back; taking one of them back is a redo.
    """
    word = tr.say(step.verb.word)
    if step.undoes is not None:
        if step.undoes in undoing:
            return tr.say("Done again: {what}", what=word)
        return tr.say("Taken back: {what}", what=word)
    return word[:1].upper() + word[1:]


def change_rows(step: Step, now: Situation, tr: Translator) -> list[ChangeRow]:
    """All fields that the step changed, record by record."""
    rows: list[ChangeRow] = []
    for number, change in enumerate(step.changes):
        rows += _rows_of(change, f"{number}/", now, tr)
    return rows


def _rows_of(change: Change, place: str, now: Situation, tr: Translator) -> list[ChangeRow]:
    record = record_words(change, now, tr)
    if change.erased:
        return [ChangeRow(place, record, tr.say(N_("Purged")), *purged_words(change, tr))]
    rows = []
    before, after = change.before or {}, change.after or {}
    for name in dict.fromkeys((*before, *after)):
        old = _shown(change.kind, name, before, now, tr)
        new = _shown(change.kind, name, after, now, tr)
        if name not in _NO_NEWS and old != new:
            word = tr.say(FIELD_WORDS.get(name, name))
            field = word[:1].upper() + word[1:]
            rows.append(ChangeRow(f"{place}{name}", record, field, old, new))
    return rows


def purged_words(change: Change, tr: Translator) -> tuple[str, str]:
    """What stands in place of the values that a purge erased."""
    said = tr.say(N_("(erased for good)"))
    return ("" if change.before is None else said), ("" if change.after is None else said)


def record_words(change: Change, now: Situation, tr: Translator) -> str:
    """Kind and name of the record that was changed."""
    kind = tr.say(KIND_WORDS[change.kind])
    found = now.get(KINDS[change.kind], change.key)
    name = name_of(found, tr.lang) if found is not None else _own_name(change, tr)
    return " · ".join(part for part in (kind, name) if part)


def _own_name(change: Change, tr: Translator) -> str:
    """Name of a record that is gone, from what the trail kept of it."""
    kept = change.before or change.after or {}
    for field in ("title", "name", "text"):
        hint = field_hints(change.kind).get(field)
        if hint is not None and kept.get(field) is not None:
            if hint is Wording:
                both = json.loads(str(kept[field]))
                return Wording(both["da"], both["en"]).in_language(tr.lang)
            return str(kept[field])
    return ""


def _shown(
    kind: str, name: str, values: Mapping[str, Stored], now: Situation, tr: Translator
) -> str:
    stored = values.get(name)
    if stored is None or stored == "":
        return ""
    return stored_word(kind, name, stored, now, tr)
