# SPDX-License-Identifier: Apache-2.0
"""Warns of entries of a PX file that name a dimension or a value which the table does not have.

Such an entry says nothing of any figure, so a unit or a period may be missing where it was meant.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import Final

from missiondesk.domain.message import N_, message
from missiondesk.exchange.statistics.px.entries import Entries, Entry
from missiondesk.exchange.statistics.table import Dimension, Role

_OF_DIMENSIONS: Final = ("VALUES", "CODES", "TIMEVAL", "KEYS", "PRECISION")
_OF_CONTENTS: Final = ("UNITS",)
MOST_WARNINGS: Final = 20


def warn_of_strangers(entries: Entries, dimensions: Sequence[Dimension]) -> None:
    """Add a warning for each such entry, for the first few of them."""
    names = {one.label for one in dimensions}
    strangers = [
        one
        for one in entries.all_of(*_OF_DIMENSIONS)
        if one.subkeys and one.subkeys[0].strip() not in names
    ]
    measure = entries.get("CONTVARIABLE")
    if measure is not None and measure.raw and measure.text() not in names:
        strangers.append(measure)
    strangers += _of_contents(entries, dimensions)
    for one in islice(strangers, MOST_WARNINGS):
        entries.warnings.append(
            message(
                N_("{keyword} in line {line} names nothing that is in the table: “{name}”."),
                keyword=one.keyword,
                line=one.line,
                name=one.subkeys[0] if one.subkeys else one.text(),
            )
        )


def _of_contents(entries: Entries, dimensions: Sequence[Dimension]) -> list[Entry]:
    """Units of contents that no content bears, by name or by code."""
    known = {
        text
        for axis in dimensions
        if axis.role is Role.MEASURE
        for one in axis.categories
        for text in (one.label, one.code)
    }
    found = (one for one in entries.all_of(*_OF_CONTENTS) if one.subkeys)
    return [one for one in found if one.subkeys[0].strip() not in known]
