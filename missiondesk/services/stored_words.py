# SPDX-License-Identifier: Apache-2.0
"""Stored values as people read them, wherever the trail or a copy is shown beside the present."""

from __future__ import annotations

import json
import types
import typing
from dataclasses import is_dataclass
from decimal import Decimal
from functools import cache
from typing import Any, Protocol, TypeVar

from missiondesk.domain.entities import KINDS, Entity
from missiondesk.domain.field_words import FIELD_WORDS, KIND_WORDS
from missiondesk.domain.message import Worded
from missiondesk.domain.period import Period
from missiondesk.domain.progress import Rating
from missiondesk.domain.references import LISTED, REFERENCES
from missiondesk.domain.step import Stored
from missiondesk.domain.wording import Wording
from missiondesk.language import Translator
from missiondesk.services.naming import name_of
from missiondesk.services.placeholder_names import text_shown

E = TypeVar("E", bound=Entity)
_HUNDREDTHS = ("baseline_cost", "forecast_cost")  # of the initiative's own currency


class Finder(Protocol):
    """Where a record is looked up by its id: a situation, or two copies at once."""

    def get(self, kind: type[E], key: str | None) -> E | None:
        """The record, or None."""
        ...


def stored_word(kind: str, name: str, stored: Stored, now: Finder, tr: Translator) -> str:
    """A field's stored value as people read it, with names instead of ids."""
    hint = field_hints(kind).get(name, str)
    if name in REFERENCES.get(kind, ()):
        return _name_of(REFERENCES[kind][name], str(stored), now, tr)
    if kind == "comment" and name in ("record", "kind"):
        return _subject(name, str(stored), now, tr)
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
    if name == "text" and kind in ("letter_block", "common_block"):
        return text_shown(str(stored), tr.lang)
    return str(stored)


def _subject(name: str, stored: str, now: Finder, tr: Translator) -> str:
    """A comment can be on a record of any kind."""
    if name == "kind":
        return tr.say(KIND_WORDS.get(stored, stored))
    target = next((kind for kind in KINDS if now.get(KINDS[kind], stored) is not None), "comment")
    return _name_of(target, stored, now, tr)


def _list(kind: str, name: str, stored: str, now: Finder, tr: Translator) -> str:
    item = typing.get_args(field_hints(kind)[name])[0]
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


def _name_of(target: str, key: str, now: Finder, tr: Translator) -> str:
    kind = KINDS[target]
    found = now.get(kind, key)
    return name_of(found, tr.lang) if found is not None else tr.say("a record that is gone")


@cache
def field_hints(kind: str) -> dict[str, Any]:
    """Types of a kind's fields, without their "or None"."""
    return {name: _bare(hint) for name, hint in typing.get_type_hints(KINDS[kind]).items()}


def _bare(hint: Any) -> Any:
    if isinstance(hint, types.UnionType):
        return next(part for part in typing.get_args(hint) if part is not types.NoneType)
    return hint
