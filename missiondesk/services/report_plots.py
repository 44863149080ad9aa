# SPDX-License-Identifier: Apache-2.0
"""The charts that reports carry, gathered for the missions they are about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from missiondesk.domain.message import N_
from missiondesk.domain.mission import Mission
from missiondesk.domain.situation import Situation
from missiondesk.language import Translator
from missiondesk.services.mission_plots import ambition_plot, bullet_plot, multiples_plot
from missiondesk.services.plotting import trajectory_plot
from missiondesk.services.status_plots import status_history_plot, waterfall_plot

if TYPE_CHECKING:
    from missiondesk.documents.mission_plots import MissionPlots, ReportPlots

_ON_THE_WAY = N_("How far the missions have come towards their targets")


def report_plots(now: Situation, missions: Sequence[Mission], tr: Translator) -> ReportPlots:
    """The charts of ``missions``, and those of all of them together when they are several."""
    from missiondesk.documents.mission_plots import ReportPlots

    plots = {one.id: mission_plots(now, one.id, tr) for one in missions}
    if len(missions) < 2:
        return ReportPlots(missions=plots)
    return ReportPlots(
        missions=plots,
        multiples=multiples_plot(now, tr),
        # The report says itself how all stand; this chart says how far they have come.
        bullet=replace(bullet_plot(now, tr), title=tr.say(_ON_THE_WAY)),
        ambition=ambition_plot(now, tr),
    )


def mission_plots(now: Situation, mission: str, tr: Translator) -> MissionPlots:
    """The charts of one mission."""
    from missiondesk.documents.mission_plots import MissionPlots

    return MissionPlots(
        trajectory=trajectory_plot(now, mission, tr),
        history=status_history_plot(now, tr, mission),
        waterfall=waterfall_plot(now, mission, tr),
    )
