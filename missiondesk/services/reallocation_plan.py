# SPDX-License-Identifier: Apache-2.0
"""What a reallocation of portfolios touches, before anything is written.

What has dates (seats, letters of the matrix, offices, holders) ends the day before and goes on with
a successor from the day, so that it can be planned ahead and what held before stays readable. A
field without dates moves when the day has come: for a day ahead it is listed as waiting, and the
same reallocation is made again on the day.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any, cast

from missiondesk.domain import identity
from missiondesk.domain.body import Body, MemberRole, Membership
from missiondesk.domain.commitment import Commitment
from missiondesk.domain.entities import Entity
from missiondesk.domain.initiative import Initiative
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.letter import Letter
from missiondesk.domain.message import N_, Worded
from missiondesk.domain.mission import Mission
from missiondesk.domain.organisation import Appointment, Ministry, Office, Person, holds_on
from missiondesk.domain.period import Period, add_days, day
from missiondesk.domain.refused import Refused
from missiondesk.domain.responsibility import Responsibility
from missiondesk.domain.secretariat import Secretariat
from missiondesk.domain.situation import Situation
from missiondesk.domain.skill import Capability
from missiondesk.domain.wording import Wording
from missiondesk.services.reallocation_places import PLACES, Place


@dataclass(frozen=True, slots=True)
class Move:
    """One office whose portfolio goes to another.

    Attributes:
        old: Id of the office that has it.
        new: Id of the office that gets it, or None for a new one with `title` in `ministry`.
        holder: Who holds the office that gets it from the day on; "" changes nobody.
        closes: The old office ends the day before.
    """

    old: str
    new: str | None = None
    title: Wording = Wording()
    ministry: str | None = None
    holder: str = ""
    closes: bool = False


@dataclass(frozen=True, slots=True)
class Reshuffle:
    """A reallocation of portfolios.

    Attributes:
        start: The first day on which it holds.
        mission: Id of the one mission that moves; None is the whole portfolio of each office.
        ministries: Ids of ministries that end, each with the one that takes over.
    """

    start: date
    moves: tuple[Move, ...]
    mission: str | None = None
    ministries: tuple[tuple[str, str], ...] = ()


class Outcome(Worded):
    """What becomes of a record."""

    MOVES = "moves", N_("Moves")
    SUCCEEDED = "succeeded", N_("Ends, and goes on with the new office")
    ENDS = "ends", N_("Ends the day before")
    BEGINS = "begins", N_("Begins on the day")
    WAITS = "waits", N_("Has no date: waits for the day")


@dataclass(frozen=True, slots=True)
class Touch:
    """One record that is touched in one place.

    Attributes:
        record: As it is, or as it will be when it begins.
        word: What the office is there, an id of the catalogue, or "".
    """

    record: Entity
    old: str | None
    new: str | None
    outcome: Outcome
    word: str = ""


Written = tuple[Entity | None, Entity | None]


class Drawing:
    """A plan on its way: what is written, what waits, what is told."""

    def __init__(self, now: Situation, reshuffle: Reshuffle) -> None:
        self.now = now
        self.plan = reshuffle
        self.start = reshuffle.start
        self.ahead = reshuffle.start > now.today
        self.eve = day(add_days(reshuffle.start, -1))
        self.first = day(reshuffle.start)
        self.new_offices: dict[str, Office] = {}
        self.into: dict[str, str] = {}
        self.written: list[Written] = []
        self.waiting: list[Written] = []
        self.touches: list[Touch] = []

    def write(self, before: Entity | None, after: Entity | None) -> None:
        """Note a record that is added, revised or (without an after) removed."""
        self.written.append((before, after))

    def tell(self, *touches: Touch) -> None:
        """Note what the preview lists."""
        self.touches += touches

    def target(self, office: str | None) -> str | None:
        """The office that takes over from this one, or None when it is not moved."""
        return self.into.get(office) if office is not None else None

    def within(self, record: Entity) -> bool:
        """Whether the record belongs to what is moved."""
        if self.plan.mission is None:
            return True
        if isinstance(record, Mission):
            return record.id == self.plan.mission
        return mission_behind(self.now, record) == self.plan.mission


def mission_behind(now: Situation, record: Entity) -> str | None:
    """Id of the mission to which the record belongs, itself or by its initiative, commitment, body
    or meeting.
    """
    mission = getattr(record, "mission", None)
    if mission is not None:
        return cast("str", mission)
    for field, kind in (("initiative", Initiative), ("commitment", Commitment), ("body", Body)):
        owner = now.get(cast("type[Entity]", kind), getattr(record, field, None))
        if owner is not None:
            return cast("str | None", getattr(owner, "mission", None))
    return None


# -- offices ---------------------------------------------------------------------------------
def open_moves(drawing: Drawing) -> None:
    """Make the new offices, end the old ones, and seat their holders.

    Raises:
        Refused: A move leads nowhere, an office is named twice, or it begins or gets its holder
            only later.
    """
    now, plan = drawing.now, drawing.plan
    if not plan.moves and not plan.ministries:
        raise Refused(N_("Choose at least one office whose portfolio moves."), field="moves")
    for move in plan.moves:
        old = now.get(Office, move.old)
        if old is None:
            raise Refused(N_("Choose at least one office whose portfolio moves."), field="moves")
        if move.old in drawing.into:
            raise Refused(N_("{title} is named twice."), field="moves", title=old.title)
        drawing.into[move.old] = _new_office(drawing, old, move).id
    for move in plan.moves:
        _seat(drawing, drawing.into[move.old], move)
        if move.closes:
            _close(drawing, move)


def _new_office(drawing: Drawing, old: Office, move: Move) -> Office:
    found = drawing.now.get(Office, move.new)
    if found is not None:
        if found.id == old.id:
            raise Refused(N_("An office cannot take over from itself."), field="moves")
        if not holds_on(found.valid_from, found.valid_to, drawing.start):
            raise Refused(
                N_("The office {title} does not exist on that day."),
                field="moves",
                title=found.title.in_sentence(),
            )
        return found
    if not move.title:
        raise Refused(N_("Choose the office that takes over, or name a new one."), field="moves")
    made = Office(identity.new_id(), move.ministry, move.title, old.level, drawing.first)
    drawing.new_offices[made.id] = made
    drawing.write(None, made)
    drawing.tell(Touch(made, None, made.id, Outcome.BEGINS))
    return made


def _close(drawing: Drawing, move: Move) -> None:
    old = drawing.now.get(Office, move.old)
    assert old is not None
    if drawing.plan.mission is not None:
        raise Refused(
            N_("{title} cannot end while only one mission moves."),
            field="closes",
            title=old.title,
        )
    if any(move.old == other for other in drawing.into.values()):
        raise Refused(
            N_("{title} takes over a portfolio and cannot end."), field="closes", title=old.title
        )
    if old.valid_from is not None and old.valid_from.first >= drawing.start:
        raise Refused(
            N_("{title} does not begin until {date}."),
            field="closes",
            title=old.title,
            date=old.valid_from,
        )
    if old.valid_to is None or old.valid_to.last >= drawing.start:
        drawing.write(old, replace(old, valid_to=drawing.eve))
        drawing.tell(Touch(old, old.id, None, Outcome.ENDS))
    _end_holders(drawing, old)


def _end_holders(drawing: Drawing, office: Office) -> None:
    for held in drawing.now.of(Appointment, office.id):
        if held.valid_to is not None and held.valid_to.last < drawing.start:
            continue
        if held.valid_from is not None and held.valid_from.first >= drawing.start:
            raise Refused(
                N_("{title} has a holder from {date} on."),
                field="moves",
                title=office.title,
                date=held.valid_from,
            )
        drawing.write(held, replace(held, valid_to=drawing.eve))
        drawing.tell(Touch(held, office.id, None, Outcome.ENDS))


def _seat(drawing: Drawing, office: str, move: Move) -> None:
    name = " ".join(move.holder.split())
    if not name:
        return
    present = drawing.now.holder(office, drawing.start)
    if present is not None and present.name == name:
        return
    found = drawing.now.get(Office, office) or drawing.new_offices[office]
    _end_holders(drawing, found)
    known = next((one for one in drawing.now.all(Person) if one.name == name), None)
    person = known or Person(identity.new_id(), name, name.split()[0])
    if known is None:
        drawing.write(None, person)
    held = Appointment(identity.new_id(), office, person.id, drawing.first)
    drawing.write(None, held)
    drawing.tell(Touch(held, None, office, Outcome.BEGINS))


def end_ministries(drawing: Drawing) -> None:
    """Ministries that are abolished end the day before; what is theirs goes to their successors."""
    now = drawing.now
    for old, new in drawing.plan.ministries:
        ministry = now.get(Ministry, old)
        if ministry is None or now.get(Ministry, new) is None or old == new:
            raise Refused(N_("Choose the ministry that takes over."), field="ministries")
        if ministry.valid_from is not None and ministry.valid_from.first >= drawing.start:
            raise Refused(
                N_("{title} does not begin until {date}."),
                field="ministries",
                title=ministry.name,
                date=ministry.valid_from,
            )
        drawing.write(ministry, replace(ministry, valid_to=drawing.eve))
        drawing.tell(Touch(ministry, None, None, Outcome.ENDS))
        owned: list[tuple[Entity, str]] = [
            (one, "ministry") for one in now.referring(Capability, "ministry", old)
        ]
        settings = now.referring(Secretariat, "finance_ministry", old)
        owned += [(one, "finance_ministry") for one in settings]
        for record, field in owned:
            after = replace(cast("Any", record), **{field: new})
            _undated(drawing, record, after, Touch(record, None, None, Outcome.MOVES))


# -- fields without dates ----------------------------------------------------------------------
def move_fields(drawing: Drawing) -> dict[str, Entity]:
    """Move the fields without dates.

    Returns:
        The records whose fields move now, as they will be, by id.
    """
    moved: dict[str, Entity] = {}
    for record, places in _named(drawing):
        after = record
        for place in places:
            after = _with_new(drawing, after, place)
        after = _each_once(after)
        if isinstance(after, Letter):
            after = _readdressed(drawing, cast("Letter", record), after)
        told = [
            Touch(record, old, new, Outcome.MOVES, place.word)
            for place in places
            for old, new in _offices_in(drawing, record, place)
        ]
        _undated(drawing, record, after, *told)
        if not drawing.ahead:
            moved[record.id] = after
    return moved


def _named(drawing: Drawing) -> Iterator[tuple[Entity, list[Place]]]:
    """Live records that name a moved office, each once with the places where they do."""
    found: dict[str, tuple[Entity, list[Place]]] = {}
    for place in PLACES:
        for record in drawing.now.all(place.kind):
            if not any(True for _ in _offices_in(drawing, record, place)):
                continue
            if place.live(drawing.now, record) and drawing.within(record):
                found.setdefault(record.id, (record, []))[1].append(place)
    yield from found.values()


def _offices_in(drawing: Drawing, record: Entity, place: Place) -> Iterator[tuple[str, str]]:
    value = getattr(record, place.field)
    for office in value if isinstance(value, tuple) else (value,):
        target = drawing.target(office)
        if target is not None:
            yield office, target


def _with_new(drawing: Drawing, record: Entity, place: Place) -> Entity:
    value = getattr(record, place.field)
    if not isinstance(value, tuple):
        fields: dict[str, object] = {place.field: drawing.target(value)}
    else:
        listed = dict.fromkeys(drawing.target(one) or one for one in value)
        fields = {place.field: tuple(listed)}
    return cast("Entity", replace(cast("Any", record), **fields))


def _each_once(record: Any) -> Entity:
    """Whoever answers or leads does not share besides."""
    for place in PLACES:
        if place.besides and isinstance(record, place.kind):
            one, several = getattr(record, place.besides), getattr(record, place.field)
            if one in several:
                left = tuple(it for it in several if it != one)
                record = replace(cast("Any", record), **{place.field: left})
    return cast("Entity", record)


def _readdressed(drawing: Drawing, before: Letter, after: Letter) -> Letter:
    """A draft is addressed to whoever will hold the office."""
    if after.addressee_office == before.addressee_office:
        return after
    held = [
        new
        for _, new in drawing.written
        if isinstance(new, Appointment)
        and new.office == after.addressee_office
        and holds_on(new.valid_from, new.valid_to, drawing.start)
    ]
    holder = drawing.now.holder(after.addressee_office, drawing.start)
    person = held[0].person if held else holder.id if holder is not None else None
    return replace(after, addressee_person=person)


def _undated(drawing: Drawing, before: Entity, after: Entity, *told: Touch) -> None:
    if drawing.ahead:
        drawing.waiting.append((before, after))
        drawing.tell(*(replace(one, outcome=Outcome.WAITS) for one in told))
        return
    drawing.write(before, after)
    drawing.tell(*told)


# -- seats -------------------------------------------------------------------------------------
def move_seats(drawing: Drawing) -> None:
    """End the seats the day before and give them to the new offices from the day on."""
    given: set[tuple[str, str]] = set()
    chairs_first = sorted(
        drawing.now.all(Membership), key=lambda seat: seat.role is not MemberRole.CHAIR
    )
    for seat in chairs_first:
        new = drawing.target(seat.office)
        if new is None or not drawing.within(seat) or over(seat, drawing.start):
            continue
        present = _seat_of(drawing, seat.body, new)
        follows: dict[str, object] | None = {"office": new}
        outcome = Outcome.SUCCEEDED
        if (seat.body, new) in given:
            follows, outcome = None, Outcome.ENDS
        elif present is not None:
            follows, outcome = None, Outcome.ENDS
            if seat.role is MemberRole.CHAIR and present.role is not MemberRole.CHAIR:
                for pair in handed_on(present, drawing, {"role": MemberRole.CHAIR}):
                    drawing.write(*pair)
                outcome = Outcome.SUCCEEDED
        given.add((seat.body, new))
        for pair in handed_on(seat, drawing, follows):
            drawing.write(*pair)
        gets = new if outcome is Outcome.SUCCEEDED else None
        drawing.tell(Touch(seat, seat.office, gets, outcome))


def _seat_of(drawing: Drawing, body: str, office: str) -> Membership | None:
    """A seat that the office has on the day and keeps, in the same body."""
    if drawing.target(office) is not None:
        return None
    for seat in drawing.now.referring(Membership, "body", body):
        if seat.office == office and holds_on(seat.valid_from, seat.valid_to, drawing.start):
            return seat
    return None


def over(record: Membership | Responsibility, start: date) -> bool:
    """Whether the record ended before the day."""
    return record.valid_to is not None and record.valid_to.last < start


def handed_on(
    record: Membership, drawing: Drawing, fields: dict[str, object] | None
) -> Iterable[Written]:
    """The record until the day before, and its successor from the day on; one that begins later is
    changed itself. Without ``fields`` nothing follows.
    """
    begins: Period | None = record.valid_from
    if begins is not None and begins.first >= drawing.start:
        yield record, replace(record, **cast("Any", fields)) if fields is not None else None
        return
    yield record, replace(record, valid_to=drawing.eve)
    if fields is not None:
        made = replace(
            record, id=identity.new_id(), valid_from=drawing.first, **cast("Any", fields)
        )
        yield None, made
