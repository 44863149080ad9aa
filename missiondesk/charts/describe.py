# SPDX-License-Identifier: Apache-2.0
"""Every chart without eyes: a description in words, and the same figures as a table."""

from __future__ import annotations

from missiondesk.charts import describe_coalition as coalition
from missiondesk.charts import describe_governance as governance
from missiondesk.charts import describe_missions as missions
from missiondesk.charts import describe_portfolio as portfolio
from missiondesk.charts.chain_plot import ChainPlot
from missiondesk.charts.coalition_plots import ActorMapPlot, NeedPlot
from missiondesk.charts.describe_chain import chain_table, chain_words
from missiondesk.charts.describe_seats import (
    hemicycle_table,
    hemicycle_words,
    majority_table,
    majority_words,
)
from missiondesk.charts.describe_supply import supply_table, supply_words
from missiondesk.charts.describe_trajectory import (
    Table,
    status_in_words,
    trajectory_table,
    trajectory_words,
)
from missiondesk.charts.governance_plots import OrganisationPlot, RiskFieldPlot
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
from missiondesk.charts.seat_plots import HemicyclePlot, MajorityPlot
from missiondesk.charts.supply_plot import SupplyPlot
from missiondesk.language.translator import Translator

__all__ = ["Table", "alt_text", "status_in_words", "table_twin"]


def alt_text(plot: Plot, translator: Translator) -> str:
    """Describe the chart in a few sentences: what it is and what it shows.

    Never empty; the single figures are in `table_twin`.
    """
    match plot:
        case TrajectoryPlot():
            return trajectory_words(plot, translator)
        case BulletPlot():
            return missions.bullet_words(plot, translator)
        case MultiplesPlot():
            return missions.multiples_words(plot, translator)
        case StatusHistoryPlot():
            return missions.status_words(plot, translator)
        case WaterfallPlot():
            return missions.waterfall_words(plot, translator)
        case AmbitionPlot():
            return missions.ambition_words(plot, translator)
        case BarsPlot():
            return portfolio.bars_words(plot, translator)
        case BubblePlot():
            return portfolio.bubbles_words(plot, translator)
        case NeedPlot():
            return coalition.need_words(plot, translator)
        case ActorMapPlot():
            return coalition.map_words(plot, translator)
        case SupplyPlot():
            return supply_words(plot, translator)
        case ChainPlot():
            return chain_words(plot, translator)
        case OrganisationPlot():
            return governance.organisation_words(plot, translator)
        case RiskFieldPlot():
            return governance.risk_field_words(plot, translator)
        case HemicyclePlot():
            return hemicycle_words(plot, translator)
        case MajorityPlot():
            return majority_words(plot, translator)


def table_twin(plot: Plot, translator: Translator) -> Table:
    """The chart's figures as a table: headers, and rows with as many cells each."""
    match plot:
        case TrajectoryPlot():
            return trajectory_table(plot, translator)
        case BulletPlot():
            return missions.bullet_table(plot, translator)
        case MultiplesPlot():
            return missions.multiples_table(plot, translator)
        case StatusHistoryPlot():
            return missions.status_table(plot, translator)
        case WaterfallPlot():
            return missions.waterfall_table(plot, translator)
        case AmbitionPlot():
            return missions.ambition_table(plot, translator)
        case BarsPlot():
            return portfolio.bars_table(plot, translator)
        case BubblePlot():
            return portfolio.bubbles_table(plot, translator)
        case NeedPlot():
            return coalition.need_table(plot, translator)
        case ActorMapPlot():
            return coalition.map_table(plot, translator)
        case SupplyPlot():
            return supply_table(plot, translator)
        case ChainPlot():
            return chain_table(plot, translator)
        case OrganisationPlot():
            return governance.organisation_table(plot, translator)
        case RiskFieldPlot():
            return governance.risk_field_table(plot, translator)
        case HemicyclePlot():
            return hemicycle_table(plot, translator)
        case MajorityPlot():
            return majority_table(plot, translator)
