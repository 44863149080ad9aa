# SPDX-License-Identifier: Apache-2.0
"""Sets the method and the sources beside each other at the foot of a wide sheet."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable

from missiondesk.documents.escaping import Markup
from missiondesk.documents.letter.columns import Columns
from missiondesk.documents.tagged.lists import bullet_list

_GAP = 24.0
_LEAST = 235.0  # points: a narrower column breaks most sources
_HIGHEST = 300.0  # columns cannot be split over pages; higher ones are set under each other


def in_columns(
    said: Sequence[Flowable], sources: Sequence[Markup], width: float, style: ParagraphStyle
) -> list[Flowable]:
    """``said`` in the first column, the sources in as many as there is room for.

    They are set under each other when they would be too high for one page.
    """
    number = max(int((width + _GAP) // (_LEAST + _GAP)), 1)
    shares = number - bool(said)
    if shares < 1 or not sources:
        return [*said, *bullet_list(sources, style)]
    each = (width - _GAP * (number - 1)) / number
    most = -(-len(sources) // shares)
    items = bullet_list(sources, style)
    parts = [items[start : start + most] for start in range(0, len(items), most)]
    columns: list[tuple[float, Sequence[Flowable]]] = [(each, said)] if said else []
    columns += [(each, part) for part in parts]
    made = Columns(columns, _GAP)
    return [made] if made.height <= _HIGHEST else [*said, *items]
