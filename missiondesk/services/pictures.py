# SPDX-License-Identifier: Apache-2.0
"""The pictures of the workspace as plain values for the charts; nothing here draws or writes."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from missiondesk.domain.issue import Risk
from missiondesk.domain.metric import OutcomeMetric
from missiondesk.domain.mission import Mission
from missiondesk.domain.party import Constellation, Election
from missiondesk.language import translator
from missiondesk.services import (
    chain_plots,
    coalition_pictures,
    mission_plots,
    seat_pictures,
    status_plots,
)
from missiondesk.services.governance_plots import organisation_plot, risk_field_plot
from missiondesk.services.plotting import metric_plot, trajectory_plot

if TYPE_CHECKING:
    from missiondesk.charts.chain_plot import ChainPlot
    from missiondesk.charts.coalition_plots import ActorMapPlot, NeedPlot
    from missiondesk.charts.governance_plots import OrganisationPlot, RiskFieldPlot
    from missiondesk.charts.plots import (
        AmbitionPlot,
        BulletPlot,
        MultiplesPlot,
        StatusHistoryPlot,
        TrajectoryPlot,
        WaterfallPlot,
    )
    from missiondesk.charts.seat_plots import HemicyclePlot, MajorityPlot
    from missiondesk.services.session import Session


class Pictures:
    """What each picture shows, in a language, as of now."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def trajectory(self, mission: str, language: str) -> TrajectoryPlot | None:
        """The key metric on its way, or None when there is nothing to draw."""
        return trajectory_plot(self._session.situation, mission, translator(language))

    def metric(self, key: str, language: str) -> TrajectoryPlot | None:
        """Any metric on its way: a supporting indicator or a breakdown too.

        Raises:
            Refused: There is no such metric.
        """
        metric = self._session.the(OutcomeMetric, key)
        return metric_plot(self._session.situation, metric, translator(language))

    def bullets(self, language: str) -> BulletPlot:
        """How far each mission has come from its baseline to its target."""
        return mission_plots.bullet_plot(self._session.situation, translator(language))

    def multiples(self, language: str) -> MultiplesPlot:
        """The trajectories of all missions, small."""
        return mission_plots.multiples_plot(self._session.situation, translator(language))

    def status_history(self, language: str, mission: str | None = None) -> StatusHistoryPlot:
        """Both scales over time, of one mission or of all."""
        tr = translator(language)
        return status_plots.status_history_plot(self._session.situation, tr, mission)

    def waterfall(self, mission: str, language: str) -> WaterfallPlot | None:
        """What the initiatives add on the way to the target, or None when it is no level."""
        tr = translator(language)
        return status_plots.waterfall_plot(self._session.situation, mission, tr)

    def ambition(self, language: str) -> AmbitionPlot:
        """The pace that each target asks for over the pace until now."""
        return mission_plots.ambition_plot(self._session.situation, translator(language))

    def needs(self, mission: str, language: str) -> NeedPlot | None:
        """What a mission needs of its coalition and what is promised, or None without a mission."""
        found = self._session.situation.get(Mission, mission)
        if found is None:
            return None
        return coalition_pictures.need_plot(self._session.situation, found, translator(language))

    def actor_map(self, language: str, mission: str | None = None) -> ActorMapPlot:
        """The actors about all missions, or about one."""
        tr = translator(language)
        return coalition_pictures.actor_map_plot(self._session.situation, tr, mission)

    def chain(self, mission: str, language: str, on: date | None = None) -> ChainPlot:
        """The chain of command of a mission on a day, today without one.

        Raises:
            Refused: There is no such mission.
        """
        found = self._session.the(Mission, mission)
        return chain_plots.chain_plot(self._session.situation, found, translator(language), on)

    def bodies(self, language: str, on: date | None = None) -> OrganisationPlot:
        """The bodies of a day (today) with who reports to whom."""
        return organisation_plot(self._session.situation, translator(language), on)

    def risks(self, language: str) -> RiskFieldPlot:
        """The open risks by probability and impact."""
        return risk_field_plot(self._session.situation.all(Risk), translator(language))

    def seats(
        self,
        election: Election,
        constellation: Constellation | None,
        language: str,
        north_atlantic: bool = True,
    ) -> HemicyclePlot:
        """The seats of an election in a half-circle, as a constellation would place them."""
        return seat_pictures.hemicycle_plot(
            self._session.situation, election, constellation, translator(language), north_atlantic
        )

    def majorities(
        self, election: Election, language: str, one: Constellation | None = None
    ) -> MajorityPlot:
        """The constellations of an election as bars, or one with and without the North Atlantic."""
        tr = translator(language)
        return seat_pictures.majority_plot(self._session.situation, election, tr, one)
