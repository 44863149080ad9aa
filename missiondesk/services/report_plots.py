# SPDX-License-Identifier: Apache-2.0
"""The charts that reports carry, gathered for the missions they are about."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from missiondesk.domain.mission import Mission
from missiondesk.domain.situation import Situation
from missiondesk.language import Translator
from missiondesk.services.plotting import trajectory_plot

if TYPE_CHECKING:
    from missiondesk.documents.mission_plots import MissionPlots, ReportPlots


def report_plots(now: Situation, missions: Sequence[Mission], tr: Translator) -> ReportPlots:
    """The charts of ``missions``, and those of all of them together when they are several."""
    from missiondesk.documents.mission_plots import ReportPlots

    return ReportPlots(missions={one.id: mission_plots(now, one, tr) for one in missions})


def mission_plots(now: Situation, mission: Mission, tr: Translator) -> MissionPlots:
    """The charts of one mission."""
    from missiondesk.documents.mission_plots import MissionPlots

    return MissionPlots(trajectory=trajectory_plot(now, mission.id, tr))
