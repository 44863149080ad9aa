# SPDX-License-Identifier: Apache-2.0
"""One way to draw any plot: the figure of a size, and the height that a plot needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from missiondesk.charts.actor_map import actor_map_height, draw_actor_map
from missiondesk.charts.ambition import ambition_height, draw_ambition
from missiondesk.charts.bars import bars_height, draw_bars
from missiondesk.charts.bubbles import bubbles_height, draw_bubbles
from missiondesk.charts.bullet import bullet_height, draw_bullet
from missiondesk.charts.chain import chain_height, draw_chain
from missiondesk.charts.chain_plot import ChainPlot
from missiondesk.charts.coalition_plots import ActorMapPlot, NeedPlot
from missiondesk.charts.governance_plots import OrganisationPlot, RiskFieldPlot
from missiondesk.charts.hemicycle import draw_hemicycle, hemicycle_height
from missiondesk.charts.majority_bars import draw_majority, majority_height
from missiondesk.charts.multiples import draw_multiples, multiples_height
from missiondesk.charts.need_bars import draw_needs, needs_height
from missiondesk.charts.organisation import draw_organisation, organisation_height
from missiondesk.charts.palette import PAPER, ChartPalette
from missiondesk.charts.pen import Pen
from missiondesk.charts.plots import (
    AmbitionPlot,
    BulletPlot,
    MultiplesPlot,
    Plot,
    StatusHistoryPlot,
    TrajectoryPlot,
    WaterfallPlot,
)
from missiondesk.charts.portfolio_plots import BarsPlot, BubblePlot
from missiondesk.charts.risk_field import draw_risk_field, risk_field_height
from missiondesk.charts.seat_plots import HemicyclePlot, MajorityPlot
from missiondesk.charts.sheet import finite, new_sheet
from missiondesk.charts.sketch import Sketch
from missiondesk.charts.status_history import draw_status_history, status_history_height
from missiondesk.charts.supply import draw_supply, supply_height
from missiondesk.charts.supply_plot import SupplyPlot
from missiondesk.charts.trajectory import draw_trajectory
from missiondesk.charts.trajectory_layout import has_values, only_finite
from missiondesk.charts.waterfall import draw_waterfall, waterfall_height
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
        case BulletPlot() | AmbitionPlot() | BarsPlot() | NeedPlot() | SupplyPlot():
            return bool(plot.rows)
        case MajorityPlot():
            return bool(plot.rows)
        case HemicyclePlot():
            return bool(plot.groups)
        case BubblePlot():
            return bool(plot.bubbles)
        case ActorMapPlot():
            return bool(plot.dots)
        case ChainPlot():
            return bool(plot.chains)
        case OrganisationPlot():
            return bool(plot.boxes)
        case RiskFieldPlot():
            return bool(plot.risks)


def figure_of(
    plot: Plot,
    size: tuple[float, float],
    translator: Translator,
    *,
    palette: ChartPalette = PAPER,
    text_scale: float = 1.0,
) -> Figure:
    """Draw any plot at exactly ``size`` points; arguments as for `trajectory_figure`."""
    figure, pen = new_sheet(size, palette)
    draw_plot(pen, plot, size, translator, text_scale)
    return figure


def sketch_of(plot: Plot, size: tuple[float, float], translator: Translator) -> Sketch:
    """Any plot at exactly ``size`` points as plain strokes, for paper."""
    sketch = Sketch(size)
    draw_plot(sketch, plot, size, translator)
    return sketch


def draw_plot(
    pen: Pen,
    plot: Plot,
    size: tuple[float, float],
    translator: Translator,
    text_scale: float = 1.0,
) -> None:
    """Draw any plot with any pen; arguments as for `trajectory_figure`."""
    match plot:
        case TrajectoryPlot():
            draw_trajectory(pen, plot, size, translator, text_scale)
        case BulletPlot():
            draw_bullet(pen, plot, size, translator, text_scale)
        case MultiplesPlot():
            draw_multiples(pen, plot, size, translator, text_scale)
        case StatusHistoryPlot():
            draw_status_history(pen, plot, size, translator, text_scale)
        case WaterfallPlot():
            draw_waterfall(pen, plot, size, translator, text_scale)
        case AmbitionPlot():
            draw_ambition(pen, plot, size, translator, text_scale)
        case BarsPlot():
            draw_bars(pen, plot, size, translator, text_scale)
        case BubblePlot():
            draw_bubbles(pen, plot, size, translator, text_scale)
        case NeedPlot():
            draw_needs(pen, plot, size, translator, text_scale)
        case ActorMapPlot():
            draw_actor_map(pen, plot, size, translator, text_scale)
        case SupplyPlot():
            draw_supply(pen, plot, size, translator, text_scale)
        case ChainPlot():
            draw_chain(pen, plot, size, translator, text_scale)
        case OrganisationPlot():
            draw_organisation(pen, plot, size, translator, text_scale)
        case RiskFieldPlot():
            draw_risk_field(pen, plot, size, translator, text_scale)
        case HemicyclePlot():
            draw_hemicycle(pen, plot, size, translator, text_scale)
        case MajorityPlot():
            draw_majority(pen, plot, size, translator, text_scale)


def height_for(plot: Plot, width: float, translator: Translator, text_scale: float = 1.0) -> float:
    """Height in points at which the whole plot is shown well at ``width`` points."""
    match plot:
        case TrajectoryPlot():
            least, most = _TRAJECTORY_HEIGHTS
            return min(max(width * _TRAJECTORY_ASPECT, least * text_scale), most * text_scale)
        case BulletPlot():
            return bullet_height(plot, width, translator, text_scale)
        case MultiplesPlot():
            return multiples_height(plot, width, translator, text_scale)
        case StatusHistoryPlot():
            return status_history_height(plot, width, translator, text_scale)
        case WaterfallPlot():
            return waterfall_height(plot, width, translator, text_scale)
        case AmbitionPlot():
            return ambition_height(plot, width, translator, text_scale)
        case BarsPlot():
            return bars_height(plot, width, translator, text_scale)
        case BubblePlot():
            return bubbles_height(plot, width, translator, text_scale)
        case NeedPlot():
            return needs_height(plot, width, translator, text_scale)
        case ActorMapPlot():
            return actor_map_height(plot, width, translator, text_scale)
        case SupplyPlot():
            return supply_height(plot, width, translator, text_scale)
        case ChainPlot():
            return chain_height(plot, width, translator, text_scale)
        case OrganisationPlot():
            return organisation_height(plot, width, translator, text_scale)
        case RiskFieldPlot():
            return risk_field_height(plot, width, translator, text_scale)
        case HemicyclePlot():
            return hemicycle_height(plot, width, translator, text_scale)
        case MajorityPlot():
            return majority_height(plot, width, translator, text_scale)
