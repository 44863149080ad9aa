# SPDX-License-Identifier: Apache-2.0
"""Bodies that govern across ministries, and who sits in them from and to."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from missiondesk.domain import governance, identity
from missiondesk.domain.actor import Actor
from missiondesk.domain.body import Body, BodyKind, Meeting, MemberRole, Membership
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_
from missiondesk.domain.mission import Mission
from missiondesk.domain.organisation import Office
from missiondesk.domain.period import Period, day
from missiondesk.domain.refused import Refused
from missiondesk.domain.situation import Situation
from missiondesk.domain.step import Verb
from missiondesk.domain.wording import Wording
from missiondesk.language import sort_key
from missiondesk.services.belongings import remove_with_belongings
from missiondesk.services.naming import name_of

if TYPE_CHECKING:
    from missiondesk.services.session import Session

# The highest first, as the diagram draws them.
ORDER = (
    BodyKind.MINISTERS, BodyKind.PERMANENT_SECRETARIES, BodyKind.MISSION_BOARD,
    BodyKind.STEERING_GROUP, BodyKind.SECRETARIAT, BodyKind.WORKING_GROUP, BodyKind.PANEL,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Seat:
    """A seat with who holds it on a day.

    Attributes:
        name: The office or the actor, in both languages.
        holder: Name of the person in the office on that day, or "".
        ministry: Code of the office's ministry, or "".
    """

    membership: Membership
    name: Wording
    holder: str = ""
    ministry: str = ""

    @property
    def id(self) -> str:
        """Id of the seat."""
        return self.membership.id


class Bodies:
    """The verbs about bodies and seats; each is one Step."""

    def __init__(self, session: Session) -> None:
        self._session = session

    # -- reading -------------------------------------------------------------------------
    def all(self, on: date | None = None) -> tuple[Body, ...]:
        """Bodies from the highest kind down, those that exist on a day when one is given."""
        found = [
            one
            for one in self._session.situation.all(Body)
            if on is None or governance.exists(one, on)
        ]
        found.sort(key=lambda it: (ORDER.index(it.kind), sort_key(it.code or it.name.da, "da")))
        return tuple(found)

    def get(self, key: str | None) -> Body | None:
        """The body with this id, or None."""
        return self._session.situation.get(Body, key)

    def seats(self, body: str, on: date | None = None) -> tuple[Seat, ...]:
        """Who sits in a body on a day (today): the chair first, the secretary last."""
        now, moment = self._session.situation, on or self._session.today
        return tuple(_seat(now, one, moment) for one in governance.seats_of(now, body, moment))

    def all_seats(self, body: str) -> tuple[Seat, ...]:
        """All seats there are and were, those of today first."""
        now, today = self._session.situation, self._session.today
        held = governance.seats_of(now, body, today)
        others = [it for it in now.referring(Membership, "body", body) if it not in held]
        return tuple(_seat(now, one, today) for one in (*held, *others))

    def seat_with(self, key: str) -> Membership | None:
        """The seat with this id, or None."""
        return self._session.situation.get(Membership, key)

    def last_meeting(self, body: str) -> Meeting | None:
        """The newest meeting that was held, or None."""
        return governance.last_held(self._session.situation, body)

    def next_meeting(self, body: str) -> Meeting | None:
        """The next meeting that is planned, or None."""
        return governance.next_planned(self._session.situation, body)

    def stale(self) -> tuple[Body, ...]:
        """Bodies that should have met by now (G4)."""
        now = self._session.situation
        return tuple(one for one in self.all(now.today) if governance.is_stale(now, one))

    # -- bodies --------------------------------------------------------------------------
    def add(self, body: Body) -> Body:
        """Add a body; without a first day it exists from today on.

        Raises:
            Refused: It has no name, or what `revise` refuses.
        """
        made = replace(
            body,
            id=body.id or identity.new_id(),
            valid_from=body.valid_from or day(self._session.today),
        )
        sound_body(self._session.situation, made)
        return self._session.keep(Verb.ADD_BODY, made)

    def revise(self, body: Body) -> Body:
        """Write the body as given.

        Raises:
            Refused: It has no name, reports to itself over others, or its dates or quorum are
                wrong.
        """
        self._session.the(Body, body.id)
        sound_body(self._session.situation, body)
        return self._session.keep(Verb.REVISE_BODY, body)

    def remove(self, key: str) -> None:
        """Remove the body with its seats, meetings and letters of the RACI; its decisions stay."""
        gone = self._session.the(Body, key)
        with self._session.write(Verb.REMOVE_BODY, key, name_of(gone)) as unit:
            remove_with_belongings(unit, Body, key)

    # -- seats ---------------------------------------------------------------------------
    def seat(self, membership: Membership) -> Membership:
        """Give an office or an actor a seat, from today on unless a day is given.

        Raises:
            Refused: What `revise_member` refuses.
        """
        body = self._session.the(Body, membership.body)
        made = replace(
            membership,
            id=membership.id or identity.new_id(),
            valid_from=membership.valid_from or day(self._session.today),
        )
        sound_seat(self._session.situation, made)
        with self._session.write(Verb.SEAT_MEMBER, made.id, name_of(body)) as unit:
            unit.save(made)
        return made

    def revise_member(self, membership: Membership) -> Membership:
        """Write the seat as given.

        Raises:
            Refused: Nobody or two sit there, the same one sits there twice at a time, there would
                be two chairs at a time, or the dates are wrong.
        """
        self._session.the(Membership, membership.id)
        body = self._session.the(Body, membership.body)
        sound_seat(self._session.situation, membership)
        with self._session.write(Verb.REVISE_MEMBER, membership.id, name_of(body)) as unit:
            unit.save(membership)
        return membership

    def remove_member(self, key: str) -> None:
        """Remove the seat as if it had never been; to end it, give it a last day instead."""
        gone = self._session.the(Membership, key)
        body = self._session.the(Body, gone.body)
        with self._session.write(Verb.REMOVE_MEMBER, key, name_of(body)) as unit:
            unit.remove(Membership, key)


def sound_body(now: Situation, body: Body) -> None:
    """Refuse a body without a name, with wrong dates or quorum, or that reports to itself (G2)."""
    if not body.name:
        raise Refused(N_("A body needs a name."), field="name")
    if body.mission is not None and now.get(Mission, body.mission) is None:
        raise Refused(N_("The record is not there any more."), field="mission")
    if body.quorum is not None and body.quorum < 1:
        raise Refused(N_("A quorum is one member or more."), field="quorum")
    _in_order(body.valid_from, body.valid_to)
    bodies = {**{one.id: one for one in now.all(Body)}, body.id: body}
    if body.reports_to is not None and body.reports_to not in bodies:
        raise Refused(N_("The record is not there any more."), field="reports_to")
    if body.id in governance.lines_up(bodies, body.id):
        raise Refused(
            N_("A body cannot report to itself, nor to one that reports to it."),
            field="reports_to",
            rule="G2",
        )


def sound_seat(now: Situation, seat: Membership) -> None:
    """Refuse a seat of nobody or of two, one held twice at a time, and a second chair."""
    holders = (now.get(Office, seat.office), now.get(Actor, seat.actor))
    if sum(one is not None for one in holders) != 1:
        raise Refused(N_("A seat is held by one office or one actor."), field="office")
    _in_order(seat.valid_from, seat.valid_to)
    for other in now.referring(Membership, "body", seat.body):
        if other.id == seat.id or not _meet(seat, other):
            continue
        if (other.office, other.actor) == (seat.office, seat.actor):
            raise Refused(N_("It sits in the body already at that time."), field="office")
        if other.role is seat.role is MemberRole.CHAIR:
            raise Refused(
                N_("The body has a chair already at that time; end that seat first."),
                field="role",
            )


def _in_order(first: Period | None, last: Period | None) -> None:
    if first is not None and last is not None and last.last < first.first:
        raise Refused(N_("It cannot end before it begins."), field="valid_to")


def _meet(one: Membership, other: Membership) -> bool:
    """Whether both hold on some day."""
    return not (_before(one, other) or _before(other, one))


def _before(one: Membership, other: Membership) -> bool:
    return (
        one.valid_to is not None
        and other.valid_from is not None
        and one.valid_to.last < other.valid_from.first
    )


def _seat(now: Situation, one: Membership, on: date) -> Seat:
    office, actor = now.get(Office, one.office), now.get(Actor, one.actor)
    if office is not None:
        holder, ministry = now.holder(office.id, on), now.ministry_of(office.id)
        return Seat(
            one,
            office.title,
            holder.name if holder else "",
            ministry.code if ministry else "",
        )
    return Seat(one, Wording(actor.name, actor.name) if actor else Wording())
