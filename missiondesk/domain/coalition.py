# SPDX-License-Identifier: Apache-2.0
"""The arithmetic of a mission's coalition: who stands by it, how much is promised of what is
needed, who keeps promises, and whose seat rests (C1 to C6).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Final

from missiondesk.domain.actor import (
    Actor,
    ActorCommitment,
    CoalitionNeed,
    ContributionKind,
    Engagement,
    PromiseState,
)
from missiondesk.domain.body import Membership
from missiondesk.domain.decision import Decision
from missiondesk.domain.initiative import Initiative
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_, Worded
from missiondesk.domain.mission import ActorType
from missiondesk.domain.organisation import holds_on
from missiondesk.domain.period import add_days, add_months
from missiondesk.domain.situation import Situation

QUIET_MONTHS: Final = 6  # without evidence: the actor is inactive (C1)
LEAST_TYPES: Final = 3  # of actors in a mission's coalition (C2)
# Vinnova asks for half established, half emerging; "about half" is from 30 to 70 per cent, and
# fewer than four actors cannot be halved sensibly (C2).
NEWCOMERS: Final = (Decimal("0.3"), Decimal("0.7"))
LEAST_TO_HALVE: Final = 4
FEW: Final = 5  # promises whose fate is known, below which no rate is said (C4)
WITHDRAWN_DAYS: Final = 90  # in which a withdrawal has to be answered (C5)
SOON_DAYS: Final = 30  # before a check or a follow-up that counts as near
_CVR_WEIGHTS: Final = (2, 7, 6, 5, 4, 3, 2, 1)


class Standing(Worded):
    """Whether an actor earns its seat (C1)."""

    ACTIVE = "active", N_("Active")
    RESTING = "resting", N_("Inactive: no evidence for six months")
    NONE = "none", N_("No live commitment")


class CheckTiming(Worded):
    """How a promise stands against its next check, the most urgent first."""

    OVERDUE = "overdue", N_("Check overdue")
    SOON = "soon", N_("Check within 30 days")
    LATER = "later", N_("Check later")
    UNDATED = "undated", N_("No check agreed")
    OVER = "over", N_("Over")


# -- promises ----------------------------------------------------------------------------
def mission_of(now: Situation, promise: ActorCommitment) -> str | None:
    """Id of the mission that a promise serves, by itself or by its initiative; None for none."""
    if promise.mission is not None or promise.initiative is None:
        return promise.mission
    found = now.get(Initiative, promise.initiative)
    return found.mission if found is not None else None


def promises_of(now: Situation, mission: str) -> tuple[ActorCommitment, ...]:
    """All promises under a mission and its initiatives, in their order."""
    of_initiatives = (
        one
        for one in now.referring(ActorCommitment, "mission", None)
        if mission_of(now, one) == mission
    )
    return (*now.referring(ActorCommitment, "mission", mission), *of_initiatives)


def promises_by(now: Situation, actor: str) -> tuple[ActorCommitment, ...]:
    """All promises of an actor, in their order."""
    return now.referring(ActorCommitment, "actor", actor)


def is_quiet(promise: ActorCommitment, on: date) -> bool:
    """Whether nothing has shown for six months that a live promise is kept (C1).

    Until there is evidence, the time runs from the day of its state.
    """
    if not promise.state.live:
        return False
    shown = promise.evidence_date or promise.state_date
    return shown is None or add_months(shown.last, QUIET_MONTHS) < on


def check_timing(promise: ActorCommitment, on: date) -> CheckTiming:
    """How the promise stands against its next check."""
    if promise.state.over:
        return CheckTiming.OVER
    if promise.next_check is None:
        return CheckTiming.UNDATED
    if promise.next_check.last < on:
        return CheckTiming.OVERDUE
    soon = promise.next_check.first <= add_days(on, SOON_DAYS)
    return CheckTiming.SOON if soon else CheckTiming.LATER


def outlived(promise: ActorCommitment, on: date) -> bool:
    """Whether its time is over and nobody has said what became of it (C4)."""
    return not promise.state.over and promise.end is not None and promise.end.last < on


# -- actors ------------------------------------------------------------------------------
def standing_of(now: Situation, actor: str) -> Standing:
    """Whether the actor has a live promise, and one that something shows (C1)."""
    live = [one for one in promises_by(now, actor) if one.state.live]
    if not live:
        return Standing.NONE
    quiet = all(is_quiet(one, now.today) for one in live)
    return Standing.RESTING if quiet else Standing.ACTIVE


def seats_of(now: Situation, actor: str) -> tuple[Membership, ...]:
    """The seats that the actor holds today."""
    return tuple(
        one
        for one in now.referring(Membership, "actor", actor)
        if holds_on(one.valid_from, one.valid_to, now.today)
    )


@dataclass(frozen=True, slots=True)
class Mix:
    """Who stands by a mission with a live promise (C2, C6).

    Attributes:
        types: In the order of `ActorType`.
        newcomers: How many of the ``actors`` are emerging.
    """

    actors: tuple[Actor, ...] = ()
    types: tuple[ActorType, ...] = ()
    newcomers: int = 0

    @property
    def about_half(self) -> bool:
        """Newcomers and established actors are about half each; True for too few to halve."""
        if len(self.actors) < LEAST_TO_HALVE:
            return True
        low, high = NEWCOMERS
        return low <= Decimal(self.newcomers) / len(self.actors) <= high

    @property
    def missing_partner(self) -> ActorType | None:
        """The side of the labour market that is not there while the other is (C6)."""
        return missing_partner(self.types)


def missing_partner(types: Iterable[ActorType]) -> ActorType | None:
    """Labour where only employers are, employers where only labour is, else None (C6)."""
    sides = {ActorType.LABOUR, ActorType.EMPLOYERS}
    there = sides.intersection(types)
    return next(iter(sides - there)) if len(there) == 1 else None


def mix_of(now: Situation, mission: str) -> Mix:
    """The actors with a live promise under the mission, each once."""
    keys = dict.fromkeys(one.actor for one in promises_of(now, mission) if one.state.live)
    actors = tuple(one for one in (now.get(Actor, key) for key in keys) if one is not None)
    there = {one.type for one in actors}
    return Mix(
        actors,
        tuple(kind for kind in ActorType if kind in there),
        sum(one.emerging for one in actors),
    )


# -- sums --------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class NeedSum:
    """What is needed and promised of one kind in one unit; unlike units are never added (C3).

    Attributes:
        unit: As it was first written.
        needs: The needs that are summed in ``needed``; none where nobody asked for it.
        needed: None where no need says how much.
        promised: Of live promises, what is ``delivered`` included.
        offered: Not agreed yet, and not in ``promised``.
        unknown: Live promises of this kind without a quantity; they stand in no sum.
        otherwise: Live promises of this kind counted in other units.
    """

    kind: ContributionKind
    unit: str
    needs: tuple[CoalitionNeed, ...] = ()
    needed: Decimal | None = None
    offered: Decimal = Decimal(0)
    promised: Decimal = Decimal(0)
    delivered: Decimal = Decimal(0)
    unknown: int = 0
    otherwise: int = 0

    @property
    def lacking(self) -> Decimal:
        """What is still to be found; 0 when enough is promised or nobody said how much."""
        return max(Decimal(0), (self.needed or Decimal(0)) - self.promised)


def unit_key(unit: str) -> str:
    """Two ways of writing one unit give one key: blanks, dots and capitals do not count."""
    return "".join(unit.split()).replace(".", "").casefold()


def need_sums(
    needs: Iterable[CoalitionNeed], promises: Iterable[ActorCommitment]
) -> tuple[NeedSum, ...]:
    """One sum for each kind and unit that is needed or promised, in the order of the kinds."""
    found: dict[tuple[ContributionKind, str], NeedSum] = {}

    def at(kind: ContributionKind, unit: str) -> tuple[ContributionKind, str]:
        key = (kind, unit_key(unit))
        found.setdefault(key, NeedSum(kind, unit))
        return key

    for need in needs:
        key = at(need.kind, need.unit)
        one = found[key]
        needed = one.needed
        if need.quantity is not None:
            needed = (needed or Decimal(0)) + need.quantity
        found[key] = replace(one, needs=(*one.needs, need), needed=needed)
    counted = [one for one in promises if one.state.live or one.state is PromiseState.OFFERED]
    for promise in counted:
        if promise.quantity is not None:
            key = at(promise.kind, promise.unit)
            found[key] = _with(found[key], promise)
    live = [one for one in counted if one.state.live]
    for kind in {one.kind for one in live}:
        if not any(key[0] is kind for key in found):
            at(kind, "")
    return tuple(
        _with_uncounted(found[key], key[1], live)
        for key in sorted(found, key=lambda it: (list(ContributionKind).index(it[0]), it[1]))
    )


def _with(one: NeedSum, promise: ActorCommitment) -> NeedSum:
    quantity = promise.quantity or Decimal(0)
    if promise.state is PromiseState.OFFERED:
        return replace(one, offered=one.offered + quantity)
    delivered = quantity if promise.state is PromiseState.DELIVERED else Decimal(0)
    return replace(one, promised=one.promised + quantity, delivered=one.delivered + delivered)


def _with_uncounted(one: NeedSum, unit: str, live: list[ActorCommitment]) -> NeedSum:
    alike = [it for it in live if it.kind is one.kind]
    return replace(
        one,
        unknown=sum(it.quantity is None for it in alike),
        otherwise=sum(it.quantity is not None and unit_key(it.unit) != unit for it in alike),
    )


# -- promises kept -----------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class Kept:
    """Of the promises whose fate is known, how many were kept (C4)."""

    delivered: int
    over: int

    @property
    def rate(self) -> Decimal | None:
        """The share, or None while there are too few to say."""
        return None if self.over < FEW else Decimal(self.delivered) / self.over


def kept_of(promises: Iterable[ActorCommitment]) -> Kept:
    """How many of these promises are over, and how many of those were delivered; an offer that
    ended as an offer was no promise yet.
    """
    over = [one for one in promises if one.state.over and not one.only_offered]
    return Kept(sum(one.state is PromiseState.DELIVERED for one in over), len(over))


def ended(promise: ActorCommitment, before: ActorCommitment | None) -> ActorCommitment:
    """The promise with the state from which it ended; one that did not end has none (C4)."""
    if promise.state not in (PromiseState.WITHDRAWN, PromiseState.LAPSED):
        return replace(promise, ended_from=None) if promise.ended_from is not None else promise
    if before is None or before.state is promise.state:
        return promise
    return replace(promise, ended_from=before.state)


# -- withdrawals -------------------------------------------------------------------------
def unanswered(now: Situation, promise: ActorCommitment, mission: str) -> bool:
    """Whether a withdrawal still waits for the mission's owner (C5).

    It is answered by a contact with the actor or a decision under the mission from that day on;
    one with a reason is not spoken of any more after 90 days, one without a date or a reason is.
    """
    if promise.state is not PromiseState.WITHDRAWN:
        return False
    since = promise.state_date.first if promise.state_date else date.min
    if promise.state_date is not None:
        met = now.referring(Engagement, "actor", promise.actor)
        if any(it.date and it.date.last >= since and it.mission in (None, mission) for it in met):
            return False
        decided = now.referring(Decision, "mission", mission)
        if any(it.date is not None and it.date.last >= since for it in decided):
            return False
        if promise.evidence.strip():
            return add_days(promise.state_date.last, WITHDRAWN_DAYS) >= now.today
    return True


def follow_up_is_due(contact: Engagement, on: date) -> bool:
    """Whether what was agreed at a contact is late and not done."""
    due = contact.follow_up_due
    return bool(contact.follow_up.strip()) and contact.followed_up is None and (
        due is not None and due.last < on
    )  # fmt: skip


def is_cvr(number: str) -> bool:
    """Whether the number may stand in the register of companies: eight digits, of which the last
    checks the others by modulus 11 (Erhvervsstyrelsen: all CVR numbers keep to it).
    """
    if len(number) != len(_CVR_WEIGHTS) or not (number.isascii() and number.isdigit()):
        return False
    weighed = sum(int(digit) * by for digit, by in zip(number, _CVR_WEIGHTS, strict=True))
    return weighed % 11 == 0
