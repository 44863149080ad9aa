# SPDX-License-Identifier: Apache-2.0
"""Figures and statuses of a JSON-stat dataset, each of which is a list, a sparse object or one."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from types import NoneType
from typing import Any

from missiondesk.domain.message import N_, Message, message
from missiondesk.domain.refused import Refused
from missiondesk.exchange.statistics.numbers import machine_number
from missiondesk.exchange.statistics.table import Cells

# Missing codes that some offices write in the place of a figure.
_MISSING = re.compile(r"\.{1,7}|:|NaN|-?Infinity|")


def place_of(position: int) -> Message:
    """Where a figure stands."""
    return message(N_("figure {number} of “value”"), number=position + 1)


def read_cells(content: Mapping[str, Any], count: int, warnings: list[Message]) -> Cells:
    """The figures of a dataset that has ``count`` of them.

    Raises:
        Refused: More or fewer figures, or one that is no number.
    """
    values: list[Decimal | None] = [None] * count
    missing: dict[int, str] = {}
    figures = _figures(content["value"], count)
    if isinstance(figures, list):
        values, figures = figures, ()
    for position, raw in figures:
        if raw is None:
            continue
        if isinstance(raw, str):
            text = raw.strip()
            number = machine_number(text)
            if number is None and _MISSING.fullmatch(text):
                if text:
                    missing[position] = text
                continue
        else:
            number = raw if isinstance(raw, Decimal) else None
        if number is None:
            raise Refused(
                N_("“{value}” is no number ({place})."),
                value=(raw if isinstance(raw, str) else json.dumps(raw, default=str))[:40],
                place=place_of(position),
            )
        values[position] = number
    status: dict[int, str] = {}
    for position, code in _statuses(content.get("status"), count, warnings):
        if values[position] is None:
            missing.setdefault(position, code)
        else:
            status[position] = code
    return Cells(tuple(values), place_of, missing, status)


def _figures(value: object, count: int) -> Iterable[tuple[int, object]] | list[Decimal | None]:
    """The figures with their positions; a full list of numbers alone as it is."""
    if isinstance(value, list):
        if len(value) != count:
            raise Refused(
                N_("“value” has {count} figures, but the dimensions make {expected}."),
                count=len(value),
                expected=count,
            )
        return value if set(map(type, value)) <= {Decimal, NoneType} else enumerate(value)
    if not isinstance(value, dict):
        raise Refused(N_("“value” is neither a list nor an object of figures."))
    found = []
    for key, raw in value.items():
        position = _position(key, count)
        if position is None:
            raise Refused(
                N_("“value” has a figure “{key}”, but the dimensions make {expected}."),
                key=key[:40],
                expected=count,
            )
        found.append((position, raw))
    return iter(found)


def _position(key: str, count: int) -> int | None:
    if not re.fullmatch(r"[0-9]{1,9}", key) or int(key) >= count:
        return None
    return int(key)


def _statuses(status: object, count: int, warnings: list[Message]) -> Iterable[tuple[int, str]]:
    """Status codes by position; what does not fit the figures is left out with a warning."""
    if isinstance(status, dict) and isinstance(status.get("value"), list | dict):
        status = status["value"]  # Eurostat's own form of version 1
    if status is None:
        return ()
    if isinstance(status, list) and len(status) == 1:
        status = status[0]
    if isinstance(status, str):
        return [(position, status) for position in range(count)] if status else ()
    if isinstance(status, list) and len(status) == count:
        pairs: Iterable[tuple[int | None, object]] = enumerate(status)
    elif isinstance(status, dict):
        pairs = ((_position(str(key), count), one) for key, one in status.items())
    else:
        pairs = ((None, status),)
    found: list[tuple[int, str]] = []
    for position, code in pairs:
        if position is None or not (code is None or isinstance(code, str)):
            warnings.append(message(N_("“status” does not fit the figures and was left out.")))
            return ()
        if code and code.strip():
            found.append((position, code.strip()))
    return found
