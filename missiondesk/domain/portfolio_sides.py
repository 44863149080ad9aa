# SPDX-License-Identifier: Apache-2.0
"""By what a portfolio's balance is looked at: stage, risk, instrument, ministry, facet (P6)."""

from __future__ import annotations

from missiondesk.domain.initiative import Facet, Initiative, Instrument, Stage
from missiondesk.domain.message import N_, Worded
from missiondesk.domain.situation import Situation


class Side(Worded):
    """One way to divide the portfolio into cells."""

    STAGE = "stage", N_("stage")
    RISK = "risk", N_("level of risk")
    INSTRUMENT = "instrument", N_("instrument")
    FACET = "facet", N_("facet of innovation")
    MINISTRY = "ministry", N_("ministry")

    def cell(self, situation: Situation, one: Initiative) -> str:
        """The cell of an initiative: a value of the side's own kind, a ministry's id, or ""."""
        match self:
            case Side.STAGE:
                return one.stage.value
            case Side.RISK:
                return str(one.risk_level or "")
            case Side.INSTRUMENT:
                return one.instrument.value if one.instrument else ""
            case Side.FACET:
                return one.facet.value if one.facet else ""
            case _:
                found = situation.ministry_of(one.office)
                return found.id if found else ""

    @property
    def order(self) -> tuple[str, ...]:
        """Its cells in their own order, where it has one; unknown is always the last."""
        kinds = {"stage": Stage, "instrument": Instrument, "facet": Facet}
        if self is Side.RISK:
            return ("1", "2", "3", "4", "5")
        return tuple(one.value for one in kinds[self.value]) if self.value in kinds else ()
