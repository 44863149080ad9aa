# SPDX-License-Identifier: Apache-2.0
"""How the panels of all missions stand on the sheet: columns, rows, and how much each may say."""

from __future__ import annotations

import math
from collections.abc import Sequence

from missiondesk.charts.lettering import Face, text_width
from missiondesk.charts.multiples_panel import ROOMY, Density, panel_ticks, panel_words
from missiondesk.charts.palette import PRINT, TypeScale
from missiondesk.charts.plots import MissionPanel, MultiplesPlot
from missiondesk.charts.trajectory_layout import has_values
from missiondesk.charts.trajectory_texts import tick_texts
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.language.translator import Translator

ACROSS = 18.0  # points between panels
_LEAST_WIDTH, _LEAST_PLOT = 96.0, 28.0  # points, at the printed type size
_ASPECT = 2.0
_LIMIT = 60  # panels; no page is read with more
_DENSITIES = (ROOMY, Density(2, False, 8.0), Density(1, False, 8.0))


@dataclass(frozen=True, slots=True)
class Grid:
    """How the panels stand: columns, their width, height of each row, and what fits."""

    columns: int
    rows: int
    across: float
    down: float
    shown: int
    indent: float
    density: Density

    def left(self, place: int) -> float:
        return (place % self.columns) * (self.across + ACROSS)


def laid_out(
    plot: MultiplesPlot, room: tuple[float, float], scale: TypeScale, tr: Translator
) -> Grid:
    """The grid whose pictures come closest to a good shape, with the fewest holes.

    Less is said over the pictures before one of them is left out.
    """
    for count in range(min(len(plot.panels), _LIMIT), 0, -1):
        panels = plot.panels[:count]
        for density in _DENSITIES:
            tried = (
                _priced(panels, columns, room, scale, tr, density)
                for columns in range(1, count + 1)
            )
            found = [one for one in tried if one is not None]
            if found:
                _, columns, across, down = min(found)
                rows, indent = math.ceil(count / columns), _indent(panels, scale, tr)
                return Grid(columns, rows, across, down, count, indent, density)
    return Grid(1, 0, room[0], room[1], 0, 0.0, ROOMY)


def _priced(
    panels: Sequence[MissionPanel],
    columns: int,
    room: tuple[float, float],
    scale: TypeScale,
    tr: Translator,
    density: Density,
) -> tuple[float, int, float, float] | None:
    """(price, columns, width, height of a row), or None when the panels would be too small."""
    rows = math.ceil(len(panels) / columns)
    across = (room[0] - ACROSS * (columns - 1)) / columns
    down = (room[1] - density.down * (rows - 1)) / rows
    factor = scale.text / PRINT.text
    if across < _LEAST_WIDTH * factor:
        return None
    words = max(len(panel_words(panel, across, scale, tr, density)) for panel in panels)
    high = down - words * scale.text_leading - scale.small_leading - 8.0
    if high < _LEAST_PLOT * factor:
        return None
    holes = (columns * rows - len(panels)) / len(panels)
    wide = across - _indent(panels, scale, tr)
    return abs(math.log(wide / high / _ASPECT)) + 2.0 * holes, columns, across, down


def _indent(panels: Sequence[MissionPanel], scale: TypeScale, tr: Translator) -> float:
    """Room for the values at the left of every panel, so that the pictures stand in columns."""
    texts = [
        text
        for panel in panels
        if has_values(panel.plot)
        for text in tick_texts(panel_ticks(panel.plot), tr)
    ]
    return max((text_width(text, Face.REGULAR, scale.small) for text in texts), default=0.0) + 5.0
