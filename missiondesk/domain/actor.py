# SPDX-License-Identifier: Apache-2.0
"""The coalition of willing actors around the missions: what they commit to, and how it goes."""

from __future__ import annotations

from decimal import Decimal

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_, Worded
from missiondesk.domain.mission import ActorType, Publication
from missiondesk.domain.period import Period
from missiondesk.domain.wording import Wording


class Stance(Worded):
    """How an actor looks at the mission work."""

    SUPPORTER = "supporter", N_("Supporter")
    NEUTRAL = "neutral", N_("Neutral")
    SCEPTIC = "sceptic", N_("Sceptic")
    OPPONENT = "opponent", N_("Opponent")


class Consent(Worded):
    """Whether an actor may be named in public."""

    NOT_ASKED = "not_asked", N_("Not asked yet")
    GIVEN = "given", N_("May be published")
    REFUSED = "refused", N_("Must not be published")


class ContributionKind(Worded):
    """What an actor brings."""

    MONEY = "money", N_("Money")
    PEOPLE = "people", N_("People")
    DATA = "data", N_("Data and knowledge")
    PLACES = "places", N_("Places")
    POLICY = "policy", N_("Own policy changed")
    DELIVERY = "delivery", N_("Delivery")
    ADVOCACY = "advocacy", N_("Advocacy")


class PromiseState(Worded):
    """How an actor's commitment stands."""

    OFFERED = "offered", N_("Offered")
    AGREED = "agreed", N_("Agreed with the actor")
    SIGNED = "signed", N_("Signed by the actor")
    DELIVERING = "delivering", N_("Delivering")
    DELIVERED = "delivered", N_("Delivered")
    WITHDRAWN = "withdrawn", N_("Withdrawn by the actor")
    LAPSED = "lapsed", N_("Lapsed")

    @property
    def live(self) -> bool:
        """Whether the actor stands by it now (C1)."""
        return self.value in ("agreed", "signed", "delivering", "delivered")

    @property
    def over(self) -> bool:
        """Whether its fate is known: kept or not (C4)."""
        return self.value in ("delivered", "withdrawn", "lapsed")


_ENDED = (PromiseState.WITHDRAWN, PromiseState.LAPSED)


class Channel(Worded):
    """How one met."""

    MEETING = "meeting", N_("Meeting")
    WORKSHOP = "workshop", N_("Workshop")
    LETTER = "letter", N_("Letter or mail")
    CALL = "call", N_("Telephone")
    VISIT = "visit", N_("Visit")
    HEARING = "hearing", N_("Consultation")


@dataclass(frozen=True, slots=True)
class Actor:
    """An organisation outside the state that takes part, or might.

    Attributes:
        cvr: Number in the register of companies, eight digits, or "".
        contact_role: The post one writes to, not a person.
        mandate: For whom and where it speaks.
        influence: 1 to 5, or None while nobody has judged it.
        emerging: True for a newcomer, False for an established actor (C2).
        consent: Whether its name may stand in public documents.
    """

    id: str
    name: str = ""
    type: ActorType = ActorType.CIVIL_SOCIETY
    cvr: str = ""
    contact_role: str = ""
    address: str = ""
    mandate: str = ""
    influence: int | None = None
    stance: Stance = Stance.NEUTRAL
    emerging: bool = False
    consent: Consent = Consent.NOT_ASKED
    consent_date: Period | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class ActorCommitment:
    """What one actor commits to under a mission.

    Attributes:
        quantity: How much, in `unit`; None for what is not counted.
        conditions: What it hangs on.
        evidence: By what one sees that it is kept, with `evidence_date`, its newest date.
        next_check: When it is looked at again.
        ended_from: How far it had come when it was withdrawn or lapsed: what was never more than an
            offer was no promise that could be broken (C4). None where nobody noted it.
    """

    id: str
    actor: str = ""
    mission: str | None = None
    initiative: str | None = None
    text: Wording = Wording()
    kind: ContributionKind = ContributionKind.DELIVERY
    quantity: Decimal | None = None
    unit: str = ""
    start: Period | None = None
    end: Period | None = None
    conditions: str = ""
    state: PromiseState = PromiseState.OFFERED
    state_date: Period | None = None
    evidence: str = ""
    evidence_date: Period | None = None
    next_check: Period | None = None
    publication: Publication = Publication.INTERNAL
    ended_from: PromiseState | None = None

    @property
    def only_offered(self) -> bool:
        """Whether it ended before anybody agreed on it."""
        return self.state in _ENDED and self.ended_from is PromiseState.OFFERED


@dataclass(frozen=True, slots=True)
class CoalitionNeed:
    """What a mission needs of its coalition, against which the commitments are summed (C3)."""

    id: str
    mission: str = ""
    kind: ContributionKind = ContributionKind.DELIVERY
    quantity: Decimal | None = None
    unit: str = ""
    text: Wording = Wording()


@dataclass(frozen=True, slots=True)
class Engagement:
    """One contact with an actor.

    Attributes:
        follow_up: What was agreed to be done, with `follow_up_due`; `followed_up` when it was.
    """

    id: str
    actor: str = ""
    mission: str | None = None
    date: Period | None = None
    channel: Channel = Channel.MEETING
    summary: str = ""
    follow_up: str = ""
    follow_up_due: Period | None = None
    followed_up: Period | None = None
    office: str | None = None
