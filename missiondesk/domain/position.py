# SPDX-License-Identifier: Apache-2.0
"""What parties hold on a topic, and the options that are put to them."""

from __future__ import annotations

from missiondesk.domain.initiative import Money
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_, Worded
from missiondesk.domain.negotiation import Audience
from missiondesk.domain.period import Period
from missiondesk.domain.wording import Wording


class PartyStance(Worded):
    """Where a party stands on a topic."""

    FOR = "for", N_("For it")
    CONDITIONAL = "conditional", N_("For it on conditions")
    NEUTRAL = "neutral", N_("Has no wish")
    AGAINST = "against", N_("Against it")
    UNKNOWN = "unknown", N_("Not known")

    @property
    def agrees(self) -> bool:
        """Whether it goes along."""
        return self in (PartyStance.FOR, PartyStance.CONDITIONAL)


@dataclass(frozen=True, slots=True)
class PartyPosition:
    """What a party holds on a topic, or answers to a question.

    Attributes:
        intensity: How much it matters to the party, 1 to 5; None while unknown.
        red_line: An ultimate demand (ultimativt krav).
        wish: What it would trade for giving way.
        source: Where it says so, with ``source_page``.
        audience: Who may see it (N10).
    """

    id: str
    party: str = ""
    topic: str | None = None
    question: str | None = None
    stance: PartyStance = PartyStance.UNKNOWN
    intensity: int | None = None
    red_line: bool = False
    text: str = ""
    wish: str = ""
    source: str = ""
    source_page: str = ""
    date: Period | None = None
    audience: Audience = Audience.OWN


@dataclass(frozen=True, slots=True)
class TalksOption:
    """One way to settle a topic.

    Attributes:
        code: Its letter within the topic.
        amounts: What it costs by year, in whole øre.
        permanent: What it costs for good, in whole øre; None while unknown.
        violates: Ids of the positions that it runs against.
        audience: Who may see it.
    """

    id: str
    topic: str = ""
    code: str = ""
    text: Wording = Wording()
    effects: str = ""
    legal: str = ""
    pros: str = ""
    cons: str = ""
    amounts: tuple[Money, ...] = ()
    permanent: int | None = None
    violates: tuple[str, ...] = ()
    audience: Audience = Audience.SECRETARIAT
