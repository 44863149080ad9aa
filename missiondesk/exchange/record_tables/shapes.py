# SPDX-License-Identifier: Apache-2.0
"""How each field of a record stands in a table: which columns it takes, and of what sort it is."""

from __future__ import annotations

import types
import typing
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Any, Final

from missiondesk.domain.entities import KINDS
from missiondesk.domain.field_words import FIELD_WORDS
from missiondesk.domain.initiative import Money
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import Worded
from missiondesk.domain.period import Period
from missiondesk.domain.references import LISTED, REFERENCES
from missiondesk.domain.wording import Wording

# Amounts in hundredths that people write in millions.
_MILLIONS: Final = frozenset(
    {
        ("initiative", "baseline_cost"),
        ("initiative", "forecast_cost"),
        ("budget_line", "permanent"),
        ("sourcing_action", "cost"),
        ("talks_round", "permanent"),
        ("talks_option", "permanent"),
        ("financing_line", "permanent"),
    }
)


class Sort(StrEnum):
    """Of what sort a field is."""

    TEXT = "text"
    WORDING = "wording"
    PERIOD = "period"
    NUMBER = "number"
    WHOLE = "whole"
    MILLIONS = "millions"
    FLAG = "flag"
    WORD = "word"
    REFERENCE = "reference"
    REFERENCES = "references"
    MONEY = "money"


@dataclass(frozen=True, slots=True)
class FieldShape:
    """One field of a kind.

    Attributes:
        word: Msgid of what it is called.
        words: The closed list of a `Sort.WORD`, else None.
        target: Kind of record that a reference names, else "".
        empty: The value of an empty cell.
    """

    name: str
    word: str
    sort: Sort
    words: type[Worded] | None = None
    target: str = ""
    empty: object = None


@cache
def shapes_of(kind: str) -> tuple[FieldShape, ...]:
    """The fields of a kind in their order, without the id."""
    hints = typing.get_type_hints(KINDS[kind])
    fields = typing.cast("Any", KINDS[kind]).__dataclass_fields__
    return tuple(
        _shape(kind, name, hints[name], fields[name].default) for name in hints if name != "id"
    )


def _shape(kind: str, name: str, hint: Any, default: object) -> FieldShape:
    word = FIELD_WORDS[name]
    optional = isinstance(hint, types.UnionType)
    if optional:
        (hint,) = (part for part in typing.get_args(hint) if part is not types.NoneType)
    empty = None if optional else default
    if name in REFERENCES.get(kind, ()):
        return FieldShape(name, word, Sort.REFERENCE, target=REFERENCES[kind][name], empty=empty)
    if name in LISTED.get(kind, ()):
        return FieldShape(name, word, Sort.REFERENCES, target=LISTED[kind][name], empty=())
    if isinstance(hint, type) and issubclass(hint, Worded):
        return FieldShape(name, word, Sort.WORD, words=hint, empty=empty)
    if (kind, name) in _MILLIONS:
        return FieldShape(name, word, Sort.MILLIONS, empty=empty)
    if hint == tuple[Money, ...]:
        return FieldShape(name, word, Sort.MONEY, empty=())
    sorts = {
        str: Sort.TEXT,
        Wording: Sort.WORDING,
        Period: Sort.PERIOD,
        Decimal: Sort.NUMBER,
        int: Sort.WHOLE,
        bool: Sort.FLAG,
    }
    return FieldShape(name, word, sorts[hint], empty=empty)
