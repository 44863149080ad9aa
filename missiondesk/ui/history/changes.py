# SPDX-License-Identifier: Apache-2.0
"""The fields that a step changed, in words: before and after, names instead of ids."""

from __future__ import annotations

import json
import types
import typing
from collections.abc import Mapping
from dataclasses import dataclass, is_dataclass
from decimal import Decimal
from functools import cache
from typing import Any

from missiondesk.domain.entities import KINDS
from missiondesk.domain.field_words import FIELD_WORDS, KIND_WORDS
from missiondesk.domain.message import Worded
from missiondesk.domain.period import Period
from missiondesk.domain.progress import Rating
from missiondesk.domain.references import LISTED, REFERENCES
from missiondesk.domain.situation import Situation
from missiondesk.domain.step import Change, Step, Stored
from missiondesk.domain.wording import Wording
from missiondesk.language import Translator
from missiondesk.services.naming import name_of

# The former values of a metric are read in the step that changed it.
_NO_NEWS = ("id", "position", "former", "selection")
_HUNDREDTHS = ("baseline_cost", "forecast_cost")  # of the initiative's own currency


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One field of one record; for an added record ``before`` is empty, for a removed ``after``."""

    key: str
    record: str
    field: str
    before: str
    after: str


def change_rows(step: Step, now: Situation, tr: Translator) -> list[ChangeRow]:
    """All fields that the step changed, record by record."""
    rows: list[ChangeRow] = []
    for number, change in enumerate(step.changes):
        record = _record(change, now, tr)
        before, after = change.before or {}, change.after or {}
        for name in dict.fromkeys((*before, *after)):
            old = _shown(change.kind, name, before, now, tr)
            new = _shown(change.kind, name, after, now, tr)
            if name not in _NO_NEWS and old != new:
                word = tr.say(FIELD_WORDS.get(name, name))
                field = word[:1].upper() + word[1:]
                rows.append(ChangeRow(f"{number}/{name}", record, field, old, new))
    return rows


def _record(change: Change, now: Situation, tr: Translator) -> str:
    kind = tr.say(KIND_WORDS[change.kind])
    found = now.get(KINDS[change.kind], change.key)
    name = name_of(found, tr.lang) if found is not None else _own_name(change, tr)
    return " · ".join(part for part in (kind, name) if part)


def _own_name(change: Change, tr: Translator) -> str:
    """Name of a record that is gone, from what the trail kept of it."""
    kept = change.before or change.after or {}
    for field in ("title", "name", "text"):
        hint = _hints(change.kind).get(field)
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
    return _value(kind, name, stored, now, tr)


def _value(kind: str, name: str, stored: Stored, now: Situation | None, tr: Translator) -> str:
    hint = _hints(kind).get(name, str)
    if name in REFERENCES.get(kind, ()):
        return _name_of(REFERENCES[kind][name], str(stored), now, tr)
    if name == "rating":
        return _word(Rating, stored, tr)
    if hint is Wording:
        both = json.loads(str(stored))
        return " / ".join(text for text in (both.get("da"), both.get("en")) if text)
    if hint is Period:
        return tr.period(Period(str(stored)))
    if hint is Decimal:
        return tr.number(Decimal(str(stored)))
    if name in _HUNDREDTHS:
        return tr.number(Decimal(str(stored)) / 100, 2)
    if hint is bool:
        return tr.say("yes") if stored else tr.say("no")
    if isinstance(hint, type) and issubclass(hint, Worded):
        return _word(hint, stored, tr)
    if typing.get_origin(hint) is tuple:
        return _list(kind, name, str(stored), now, tr)
    return str(stored)


def _list(kind: str, name: str, stored: str, now: Situation | None, tr: Translator) -> str:
    item = typing.get_args(_hints(kind)[name])[0]
    values = json.loads(stored)
    if name == "fields":
        return tr.list([tr.say(FIELD_WORDS.get(value, value)) for value in values])
    if name in LISTED.get(kind, ()):
        return tr.list([_name_of(LISTED[kind][name], value, now, tr) for value in values])
    if is_dataclass(item):  # years of a budget frame
        return ", ".join(f"{value['year']}: {tr.money(value['oere'])}" for value in values)
    if isinstance(item, type) and issubclass(item, Worded):
        return tr.list([_word(item, value, tr) for value in values])
    return "; ".join(str(value) for value in values)


def _word(states: type[Worded], value: object, tr: Translator) -> str:
    found = next((state for state in states if state.value == value), None)
    return tr.say(found.word) if found is not None else str(value)


def _name_of(target: str, key: str, now: Situation | None, tr: Translator) -> str:
    kind = KINDS[target]
    found = now.get(kind, key) if now is not None else None
    return name_of(found, tr.lang) if found is not None else tr.say("a record that is gone")


@cache
def _hints(kind: str) -> dict[str, Any]:
    """Types of a kind's fields, without their "or None"."""
    return {name: _bare(hint) for name, hint in typing.get_type_hints(KINDS[kind]).items()}


def _bare(hint: Any) -> Any:
    if isinstance(hint, types.UnionType):
        return next(part for part in typing.get_args(hint) if part is not types.NoneType)
    return hint
