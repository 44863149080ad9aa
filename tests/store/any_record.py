# SPDX-License-Identifier: Apache-2.0
"""Any record of any kind with any values its types allow, for hypothesis."""

from __future__ import annotations

import types
import typing
from dataclasses import fields, is_dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any

from hypothesis import strategies as st

from missiondesk.domain.entities import Entity
from missiondesk.domain.period import Period
from missiondesk.domain.wording import Wording

# Every character that can be saved: all but halves of surrogate pairs.
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
PERIODS = st.sampled_from(
    ["1900", "2030", "2026-H1", "2026-Q4", "2026-02", "2026-W53", "2028-02-29", "9999-12-31"]
).map(Period)
NUMBERS = st.decimals(allow_nan=False, allow_infinity=False, places=6) | st.sampled_from(
    [Decimal(0), Decimal("-0.0"), Decimal("1.50"), Decimal("1E+30"), Decimal("1E-30")]
).filter(lambda number: len(str(number)) <= 60)
WHOLE = st.integers(-(2**63), 2**63 - 1)


def record_of(kind: type[Entity]) -> st.SearchStrategy[Entity]:
    """Any record of this class."""
    hints = typing.get_type_hints(kind)
    values = {field.name: _value(hints[field.name]) for field in fields(typing.cast("Any", kind))}
    values["id"] = st.uuids().map(str)
    return st.builds(kind, **values)


def _value(hint: Any) -> st.SearchStrategy[Any]:
    if isinstance(hint, types.UnionType):
        (hint,) = (part for part in typing.get_args(hint) if part is not types.NoneType)
        return st.none() | _value(hint)
    if typing.get_origin(hint) is tuple:
        return st.lists(_value(typing.get_args(hint)[0]), max_size=4).map(tuple)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return st.sampled_from(list(hint))
    if hint is Wording:
        return st.builds(Wording, TEXTS, TEXTS)
    if is_dataclass(hint) and hint is not Period:
        return st.builds(hint, **{field.name: WHOLE for field in fields(hint)})
    return {str: TEXTS, int: WHOLE, bool: st.booleans(), Decimal: NUMBERS, Period: PERIODS}[hint]
