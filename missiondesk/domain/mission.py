# SPDX-License-Identifier: Apache-2.0
"""The mission: a bold, measurable goal that several ministries and actors share."""

from __future__ import annotations

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_, Worded
from missiondesk.domain.period import Period
from missiondesk.domain.wording import Wording


class MissionState(Worded):
    """Where a mission stands in its life."""

    IDEA = "idea", N_("Idea")
    PROPOSED = "proposed", N_("Proposed")
    AGREED = "agreed", N_("Agreed")
    ACTIVE = "active", N_("Active")
    PAUSED = "paused", N_("Paused")
    ACHIEVED = "achieved", N_("Achieved")
    CLOSED = "closed", N_("Closed")

    @property
    def live(self) -> bool:
        """Agreed and not yet over: the government answers for it."""
        return self in (MissionState.AGREED, MissionState.ACTIVE, MissionState.PAUSED)


class Publication(Worded):
    """Who may see a record: the internal default, or everyone."""

    INTERNAL = "internal", N_("Internal")
    PUBLIC = "public", N_("Public")


class ActorType(Worded):
    """Kinds of willing actors outside the state (INVI's four, and those seen beside them)."""

    FOUNDATION = "foundation", N_("Foundations")
    BUSINESS = "business", N_("Business")
    CIVIL_SOCIETY = "civil_society", N_("Civil society")
    LABOUR = "labour", N_("Trade unions")
    EMPLOYERS = "employers", N_("Employers")
    MUNICIPALITY = "municipality", N_("Municipalities and regions")
    KNOWLEDGE = "knowledge", N_("Knowledge institutions")
    CITIZENS = "citizens", N_("Citizens' panels")
    INTERNATIONAL = "international", N_("EU and international")


@dataclass(frozen=True, slots=True)
class Mission:
    """One mission of the government.

    Attributes:
        code: Short stable code as the staff say it, "M1".
        sentence: The mission in one sentence, at most 25 words (A5).
        narrative: One paragraph that is not a list: why, for whom, by what way.
        challenge: The grand challenge behind it.
        horizon: Last period of the mission.
        accountable_office: Id of the one office that answers for it (L1).
        co_offices: Ids of offices that share it.
        actor_types: Non-state actors that take part (A3).
        wicked_causes: With solutions, scale and conflict INVI's profile, 1 to 5; None is unknown.
    """

    id: str
    code: str = ""
    title: Wording = Wording()
    sentence: Wording = Wording()
    narrative: Wording = Wording()
    challenge: Wording = Wording()
    target_group: Wording = Wording()
    start: Period | None = None
    horizon: Period | None = None
    state: MissionState = MissionState.IDEA
    platform_reference: Wording = Wording()
    accountable_office: str | None = None
    co_offices: tuple[str, ...] = ()
    actor_types: tuple[ActorType, ...] = ()
    wicked_causes: int | None = None
    wicked_solutions: int | None = None
    wicked_scale: int | None = None
    wicked_conflict: int | None = None
    publication: Publication = Publication.INTERNAL
    note: str = ""
