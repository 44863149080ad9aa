# SPDX-License-Identifier: Apache-2.0
"""Footnotes of a PX file, and the flags it puts on single figures."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from typing import Final

from missiondesk.domain.message import N_, message
from missiondesk.domain.refused import Refused
from missiondesk.exchange.statistics.px.entries import Entries
from missiondesk.exchange.statistics.table import Dimension

_NOTES: Final = ("NOTEX", "NOTE", "VALUENOTEX", "VALUENOTE", "CELLNOTEX", "CELLNOTE", "INFO")
_SYMBOLS: Final = tuple(f"DATASYMBOL{number}" for number in range(1, 7))
MOST_NOTES: Final = 1_000
MOST_FLAGS: Final = 200_000


def read_notes(entries: Entries) -> tuple[str, ...]:
    """All footnotes, those of a value with its name before it; then what the missing codes mean."""
    found = []
    for entry in itertools.islice(entries.all_of(*_NOTES), MOST_NOTES):
        try:
            text = entry.text().replace("#", "\n").strip()
        except Refused as refused:
            entries.warnings.append(refused.message)
            continue
        about = ", ".join(entry.subkeys)
        if text:
            found.append(f"{about}: {text}" if about else text)
    for number, keyword in enumerate(_SYMBOLS, 1):
        if said := entries.text(keyword):
            found.append(f"{'.' * number} = {said}")
    if nil := entries.text("DATASYMBOLNIL"):
        found.append(f"- = {nil}")
    return tuple(dict.fromkeys(found))


def read_flags(entries: Entries, dimensions: Sequence[Dimension]) -> dict[int, str]:
    """Flags by cell from DATANOTECELL("value", "*", …); "*" stands for every value."""
    shape = [len(one.categories) for one in dimensions]
    strides = [math.prod(shape[place + 1 :]) for place in range(len(shape))]
    lookup = [
        {key: place for place, one in enumerate(axis.categories) for key in (one.label, one.code)}
        for axis in dimensions
    ]
    flags: dict[int, str] = {}
    count = 0
    for entry in entries.all_of("DATANOTECELL"):
        axes = _chosen(entry.subkeys, lookup, shape)
        if axes is None:
            continue
        count += math.prod(map(len, axes))
        if count > MOST_FLAGS:
            entries.warnings.append(message(N_("Flags of single figures are left out: too many.")))
            return {}
        text = entries.text("DATANOTECELL", *entry.subkeys)
        for index in itertools.product(*axes):
            position = sum(place * stride for place, stride in zip(index, strides, strict=True))
            known = flags.get(position, "")
            flags[position] = f"{known} {text}".strip() if text not in known.split() else known
    return flags


def _chosen(
    subkeys: Sequence[str], lookup: Sequence[dict[str, int]], shape: Sequence[int]
) -> list[Sequence[int]] | None:
    """The places of each dimension, None when a key names no value."""
    if len(subkeys) != len(shape):
        return None
    axes: list[Sequence[int]] = []
    for key, places, size in zip(subkeys, lookup, shape, strict=True):
        if key.strip() == "*":
            axes.append(range(size))
        elif key.strip() in places:
            axes.append((places[key.strip()],))
        else:
            return None
    return axes
