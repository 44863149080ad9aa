# SPDX-License-Identifier: Apache-2.0
"""One way to draw any plot: the figure of a size, and the height that a plot needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from missiondesk.charts.palette import PAPER, ChartPalette
from missiondesk.charts.plots import (
    AmbitionPlot,
    BulletPlot,
    MultiplesPlot,
    Plot,
    StatusHistoryPlot,
    TrajectoryPlot,
    WaterfallPlot,
)
from missiondesk.charts.sheet import finite
from missiondesk.charts.trajectory_layout import has_values, only_finite
from missiondesk.language.translator import Translator

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_TRAJECTORY_ASPECT = 0.45  # height of a trajectory for a width
_TRAJECTORY_HEIGHTS = (170.0, 330.0)


def anything_to_draw(plot: Plot) -> bool:
    """Whether the plot has a value, a row or an assessment; without one its figure says so."""
    match plot:
        case TrajectoryPlot():
            return has_values(only_finite(plot))
        case MultiplesPlot():
            return bool(plot.panels)
        case StatusHistoryPlot():
            return bool(plot.dates and plot.rows)
        case WaterfallPlot():
            return plot.latest is not None and finite(plot.latest.y)
        case BulletPlot() | AmbitionPlot():
            return bool(plot.rows)


def figure_of(
    plot: Plot,
    size: tuple[float, float],
    translator: Translator,
    *,
    palette: ChartPalette = PAPER,
    text_scale: float = 1.0,
) -> Figure:
    """Draw any plot at exactly ``size`` points; arguments as for `trajectory_figure`."""
    # Each module loads matplotlib only when it draws.
    match plot:
        case TrajectoryPlot():
            from missiondesk.charts.trajectory import trajectory_figure

            return trajectory_figure(plot, size, translator, palette=palette, text_scale=text_scale)
        case BulletPlot():
            from missiondesk.charts.bullet import bullet_figure

            return bullet_figure(plot, size, translator, palette=palette, text_scale=text_scale)
        case MultiplesPlot():
            from missiondesk.charts.multiples import multiples_figure

            return multiples_figure(plot, size, translator, palette=palette, text_scale=text_scale)
        case StatusHistoryPlot():
            from missiondesk.charts.status_history import status_history_figure

            return status_history_figure(
                plot, size, translator, palette=palette, text_scale=text_scale
            )
        case WaterfallPlot():
            from missiondesk.charts.waterfall import waterfall_figure

            return waterfall_figure(plot, size, translator, palette=palette, text_scale=text_scale)
        case AmbitionPlot():
            from missiondesk.charts.ambition import ambition_figure

            return ambition_figure(plot, size, translator, palette=palette, text_scale=text_scale)


def height_for(plot: Plot, width: float, translator: Translator, text_scale: float = 1.0) -> float:
    """Height in points at which the whole plot is shown well at ``width`` points."""
    match plot:
        case TrajectoryPlot():
            least, most = _TRAJECTORY_HEIGHTS
            return min(max(width * _TRAJECTORY_ASPECT, least * text_scale), most * text_scale)
        case BulletPlot():
            from missiondesk.charts.bullet import bullet_height

            return bullet_height(plot, width, translator, text_scale)
        case MultiplesPlot():
            from missiondesk.charts.multiples import multiples_height

            return multiples_height(plot, width, translator, text_scale)
        case StatusHistoryPlot():
            from missiondesk.charts.status_history import status_history_height

            return status_history_height(plot, width, translator, text_scale)
        case WaterfallPlot():
            from missiondesk.charts.waterfall import waterfall_height

            return waterfall_height(plot, width, translator, text_scale)
        case AmbitionPlot():
            from missiondesk.charts.ambition import ambition_height

            return ambition_height(plot, width, translator, text_scale)
