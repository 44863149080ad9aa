# SPDX-License-Identifier: Apache-2.0
"""The charts that reports carry, gathered for the missions they are about."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from missiondesk.domain.mission import Mission
from missiondesk.domain.situation import Situation
from missiondesk.language import Translator
from missiondesk.services.mission_charts import (
    history_plot,
    metric_plot,
    waterfall_plot,
)
from missiondesk.services.portfolio_charts import ambition_plot, bullet_plot, multiples_plot
from missiondesk.services.report_facts import MissionFacts

if TYPE_CHECKING:
    from missiondesk.documents.mission_plots import MissionPlots, ReportPlots


def report_plots(now: Situation, missions: Sequence[Mission], tr: Translator) -> ReportPlots:
    """The charts of ``missions``, and those of all of them together when they are several."""
    from missiondesk.documents.mission_plots import ReportPlots

    facts = [MissionFacts(now, one, tr) for one in missions]
    plots = {one.mission.id: mission_plots(one) for one in facts}
    if len(facts) < 2:
        return ReportPlots(missions=plots)
    return ReportPlots(
        missions=plots,
        multiples=multiples_plot(facts),
        bullet=bullet_plot(facts),
        ambition=ambition_plot(facts),
        history=history_plot(facts),
    )


def mission_plots(facts: MissionFacts) -> MissionPlots:
    """The charts of one mission."""
    from missiondesk.documents.mission_plots import MissionPlots

    return MissionPlots(
        trajectory=metric_plot(facts),
        history=history_plot([facts]),
        waterfall=waterfall_plot(facts),
    )
