# SPDX-License-Identifier: Apache-2.0
"""Initiatives: the active portfolio under a mission that is launched, scaled and closed."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from missiondesk.domain.message import N_, Worded
from missiondesk.domain.mission import Publication
from missiondesk.domain.period import Period
from missiondesk.domain.wording import Wording


class Stage(Worded):
    """Stage of an initiative in the portfolio."""

    IDEA = "idea", N_("Idea")
    PILOT = "pilot", N_("Pilot")
    SCALE = "scale", N_("Scale")
    EMBED = "embed", N_("Embed")
    CLOSED = "closed", N_("Closed")


class Instrument(Worded):
    """By what means the state acts."""

    LAW = "law", N_("Law")
    FUNDING = "funding", N_("Funding")
    SERVICE = "service", N_("Service")
    REGULATION = "regulation", N_("Regulation")
    PROCUREMENT = "procurement", N_("Procurement")
    PARTNERSHIP = "partnership", N_("Partnership")
    DATA = "data", N_("Data")
    ANALYSIS = "analysis", N_("Analysis")


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in whole øre for one year."""

    year: int
    oere: int


@dataclass(frozen=True, slots=True)
class Initiative:
    """One effort that is tried, scaled, embedded or closed.

    Attributes:
        mission: Id of the mission it serves, or None: an orphan (P9).
        hypothesis: What we believe will happen, and why.
        contribution: Expected change of the key metric, in its unit.
        contribution_low: With `contribution_high` the range in which it is believed to lie.
        kill_criteria: What would make us stop.
        gate_due: When the next decision (scale, change, stop) falls.
        frame: Budget frame by year.
    """

    id: str
    code: str = ""
    mission: str | None = None
    title: Wording = Wording()
    hypothesis: Wording = Wording()
    riskiest_assumption: Wording = Wording()
    office: str | None = None
    delivery_body: str = ""
    stage: Stage = Stage.IDEA
    stage_since: Period | None = None
    start: Period | None = None
    end: Period | None = None
    instrument: Instrument | None = None
    contribution: Decimal | None = None
    contribution_period: Period | None = None
    kill_criteria: Wording = Wording()
    scale_criteria: Wording = Wording()
    gate_due: Period | None = None
    frame: tuple[Money, ...] = ()
    publication: Publication = Publication.PUBLIC
    note: str = ""
    contribution_low: Decimal | None = None
    contribution_high: Decimal | None = None
