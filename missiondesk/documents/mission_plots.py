# SPDX-License-Identifier: Apache-2.0
"""The charts that a report is given beside its words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from types import MappingProxyType

from missiondesk.charts.plots import (
    AmbitionPlot,
    BulletPlot,
    MultiplesPlot,
    StatusHistoryPlot,
    TrajectoryPlot,
    WaterfallPlot,
)
from missiondesk.charts.portfolio_plots import BarsPlot, BubblePlot
from missiondesk.domain.late_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class MissionPlots:
    """The charts of one mission; None where there is nothing to draw."""

    trajectory: TrajectoryPlot | None = None
    history: StatusHistoryPlot | None = None
    waterfall: WaterfallPlot | None = None


@dataclass(frozen=True, slots=True)
class ReportPlots:
    """The charts of all missions and of the portfolio together, and of each mission by its key."""

    missions: Mapping[str, MissionPlots] = field(default_factory=lambda: MappingProxyType({}))
    multiples: MultiplesPlot | None = None
    bullet: BulletPlot | None = None
    ambition: AmbitionPlot | None = None
    bubbles: BubblePlot | None = None
    balance: tuple[BarsPlot, ...] = ()
    funnel: BarsPlot | None = None

    def of(self, key: str) -> MissionPlots:
        """The charts of one mission, none when it has none."""
        return self.missions.get(key, MissionPlots())
