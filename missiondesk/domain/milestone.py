# SPDX-License-Identifier: Apache-2.0
"""Milestones: dated events by which voters can follow a mission."""

from __future__ import annotations

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_, Worded
from missiondesk.domain.mission import Publication
from missiondesk.domain.period import Period
from missiondesk.domain.wording import Wording


class MilestoneKind(Worded):
    """What happens at the milestone."""

    POLITICAL = "political", N_("Political")
    LEGAL = "legal", N_("Legislation")
    DELIVERY = "delivery", N_("Delivery")
    DATA = "data", N_("New data")
    DECISION = "decision", N_("Decision")


class MilestoneStatus(Worded):
    """How the milestone stands."""

    PLANNED = "planned", N_("Planned")
    AT_RISK = "at_risk", N_("At risk")
    MET = "met", N_("Met")
    MISSED = "missed", N_("Missed")
    MOVED = "moved", N_("Moved")


@dataclass(frozen=True, slots=True)
class Milestone:
    """A dated event of a mission, or of one of its initiatives.

    Attributes:
        due: When it is due now; None is undated.
        original_due: When it was first due, kept once it has been moved.
    """

    id: str
    mission: str = ""
    initiative: str | None = None
    title: Wording = Wording()
    due: Period | None = None
    original_due: Period | None = None
    kind: MilestoneKind = MilestoneKind.DELIVERY
    office: str | None = None
    status: MilestoneStatus = MilestoneStatus.PLANNED
    evidence: str = ""
    publication: Publication = Publication.PUBLIC
