# SPDX-License-Identifier: Apache-2.0
"""The chain of command (G2): from an initiative through its steering group, the permanent
secretary and the minister to the board or committee, with each missing link named.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from missiondesk.domain.body import Body, BodyKind, Membership
from missiondesk.domain.entities import Entity
from missiondesk.domain.initiative import Initiative
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_, Message, Worded, message
from missiondesk.domain.mission import Mission
from missiondesk.domain.organisation import Ministry, Office, OfficeLevel, holds_on
from missiondesk.domain.raci import permanent_secretary
from missiondesk.domain.situation import Situation

TOPS: Final = (BodyKind.MISSION_BOARD, BodyKind.MINISTERS)


class ChainLevel(Worded):
    """The levels of the chain from below."""

    INITIATIVE = "initiative", N_("Initiative")
    STEERING_GROUP = "steering_group", N_("Steering group")
    PERMANENT_SECRETARY = "permanent_secretary", N_("Permanent secretary")
    MINISTER = "minister", N_("Minister")
    BOARD = "board", N_("Board or committee")


@dataclass(frozen=True, slots=True)
class Gap:
    """A link that is missing: what is said of it, and the record and field where it is mended.

    Attributes:
        circle: The bodies report to each other in a circle.
    """

    said: Message
    mend: Message
    record: Entity
    field: str = ""
    circle: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """One level of a chain.

    Attributes:
        record: Initiative, body or office; None where there is none.
        gap: What is missing here, or on the way here from below; None when nothing is.
    """

    level: ChainLevel
    record: Initiative | Body | Office | None
    gap: Gap | None = None


@dataclass(frozen=True, slots=True)
class Chain:
    """The chain of one initiative, from below.

    Attributes:
        leads: The office that leads the initiative.
    """

    initiative: Initiative
    leads: Office | None
    links: tuple[Link, ...]

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """All that is missing, from below."""
        return tuple(link.gap for link in self.links if link.gap is not None)


def chain_of(now: Situation, initiative: Initiative, mission: Mission, on: date) -> Chain:
    """The chain of an initiative of the mission as it is on the day."""
    leads = now.office_in_force(initiative.office, on)
    ministry = now.get(Ministry, leads.ministry) if leads is not None else None
    group = _group(now, mission, ministry, on)
    return Chain(
        initiative,
        leads,
        (
            Link(ChainLevel.INITIATIVE, initiative, _unled(initiative, leads)),
            _group_link(now, mission, ministry, group, on),
            _secretary_link(now, mission, leads, ministry, on),
            _minister_link(now, mission, leads, ministry, on),
            _board_link(now, mission, ministry, group, on),
        ),
    )


# -- the links ------------------------------------------------------------------------------
def _unled(initiative: Initiative, leads: Office | None) -> Gap | None:
    if leads is not None:
        return None
    said = message(N_("Nobody leads the initiative, so its chain of command has no beginning."))
    if initiative.office is not None:
        said = message(N_("The office that leads the initiative no longer exists."))
    return Gap(said, message(N_("Choose the office that leads it.")), initiative, "office")


def _group(now: Situation, mission: Mission, ministry: Ministry | None, on: date) -> Body | None:
    """The mission's steering group, without one that of the whole government; of several the one
    in which the ministry sits.
    """
    own = now.referring(Body, "mission", mission.id)
    groups = [
        one
        for one in own
        if one.kind is BodyKind.STEERING_GROUP and holds_on(one.valid_from, one.valid_to, on)
    ] or [
        one
        for one in now.all(Body)
        if one.mission is None
        and one.kind is BodyKind.STEERING_GROUP
        and holds_on(one.valid_from, one.valid_to, on)
    ]
    seated = [one for one in groups if ministry is not None and sits(now, one, ministry.id, on)]
    return next(iter(seated or groups), None)


def sits(now: Situation, body: Body, ministry: str, on: date) -> bool:
    """Whether an office of the ministry has a seat in the body on the day."""
    for seat in now.referring(Membership, "body", body.id):
        office = now.office_in_force(seat.office, on)
        if office is None or office.ministry != ministry:
            continue
        if holds_on(seat.valid_from, seat.valid_to, on):
            return True
    return False


def _group_link(
    now: Situation, mission: Mission, ministry: Ministry | None, group: Body | None, on: date
) -> Link:
    if group is None:
        said = message(N_("No steering group serves the mission."))
        mend = message(N_("Add a steering group under the mission."))
        return Link(ChainLevel.STEERING_GROUP, None, Gap(said, mend, mission))
    if ministry is None or sits(now, group, ministry.id, on):
        return Link(ChainLevel.STEERING_GROUP, group)
    return Link(ChainLevel.STEERING_GROUP, group, _unseated(group, ministry))


def _unseated(body: Body, ministry: Ministry) -> Gap:
    said = message(
        N_("{ministry} leads work under {body} and has no seat in it."),
        ministry=ministry.name,
        body=body.name,
    )
    return Gap(said, message(N_("Give the ministry a seat in the body.")), body, "members")


def _secretary_link(
    now: Situation, mission: Mission, leads: Office | None, ministry: Ministry | None, on: date
) -> Link:
    level = ChainLevel.PERMANENT_SECRETARY
    if leads is not None and leads.level is OfficeLevel.PERMANENT_SECRETARY:
        return Link(level, leads)
    found = permanent_secretary(now, ministry.id if ministry else None, on)
    if found is not None or leads is None:
        return Link(level, found)
    said = message(
        N_("No permanent secretary stands between the work and {title}."),
        title=leads.title.in_sentence(),
    )
    if ministry is not None:
        said = message(N_("{ministry} has no permanent secretary."), ministry=ministry.name)
    mend = message(N_("Add the office of permanent secretary under the ministry."))
    return Link(level, None, Gap(said, mend, leads, "ministry"))


def _minister_link(
    now: Situation, mission: Mission, leads: Office | None, ministry: Ministry | None, on: date
) -> Link:
    if leads is not None and leads.level is OfficeLevel.MINISTER:
        return Link(ChainLevel.MINISTER, leads)
    if ministry is None:
        return Link(ChainLevel.MINISTER, None)
    found = minister_of(now, ministry.id, on)
    if found is not None:
        return Link(ChainLevel.MINISTER, found)
    said = message(N_("{ministry} has no minister."), ministry=ministry.name)
    mend = message(N_("Add the minister's office under the ministry."))
    return Link(ChainLevel.MINISTER, None, Gap(said, mend, leads or mission, "ministry"))


def minister_of(now: Situation, ministry: str, on: date) -> Office | None:
    """The minister's office of the ministry on the day, or None."""
    for one in now.referring(Office, "ministry", ministry):
        if one.level is OfficeLevel.MINISTER and holds_on(one.valid_from, one.valid_to, on):
            return one
    return None


def _board_link(
    now: Situation, mission: Mission, ministry: Ministry | None, group: Body | None, on: date
) -> Link:
    level = ChainLevel.BOARD
    above, circle = climb(now, group, on) if group is not None else ((), None)
    board = next((one for one in above if one.kind in TOPS), None)
    if circle is not None:
        said = message(
            N_("The bodies above {body} report to each other in a circle."), body=circle.name
        )
        mend = message(N_("Let one of them report to a board or to nobody."))
        return Link(level, board, Gap(said, mend, circle, "reports_to", circle=True))
    if board is None:
        return Link(level, own := _own_board(now, mission, on), _no_board(mission, group, own))
    # A committee of ministers calls others in for their own items.
    guest = board.kind is not BodyKind.MISSION_BOARD
    if ministry is None or guest or sits(now, board, ministry.id, on):
        return Link(level, board)
    return Link(level, board, _unseated(board, ministry))


def _own_board(now: Situation, mission: Mission, on: date) -> Body | None:
    """The board to which nothing reports yet: the mission's own, else a committee of ministers."""
    bodies = [one for one in now.all(Body) if holds_on(one.valid_from, one.valid_to, on)]
    own = (it for it in bodies if it.mission == mission.id and it.kind is BodyKind.MISSION_BOARD)
    whole = (it for it in bodies if it.mission is None and it.kind in TOPS)
    return next(own, next(whole, None))


def _no_board(mission: Mission, group: Body | None, board: Body | None) -> Gap | None:
    if group is None and board is not None:
        return None  # the missing steering group is told already
    if board is None or group is None:
        said = message(N_("No board or committee of ministers stands above the mission's work."))
        mend = message(N_("Add the mission's board or the committee of ministers."))
        return Gap(said, mend, mission)
    said = message(
        N_("{group} reports neither to {board} nor to another board."),
        group=group.name,
        board=board.name,
    )
    mend = message(N_("Choose the body to which it reports."))
    return Gap(said, mend, group, "reports_to")


def climb(now: Situation, body: Body, on: date) -> tuple[tuple[Body, ...], Body | None]:
    """The bodies above this one in their order, and the body at which they go in a circle."""
    seen = {body.id}
    above: list[Body] = []
    here = body
    while here.reports_to is not None:
        found = now.get(Body, here.reports_to)
        if found is None or not holds_on(found.valid_from, found.valid_to, on):
            break
        if found.id in seen:
            return tuple(above), found
        seen.add(found.id)
        above.append(found)
        here = found
    return tuple(above), None
