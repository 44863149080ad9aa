# SPDX-License-Identifier: Apache-2.0
"""What falls due: milestones, decisions on initiatives, commitments, follow-ups, new figures."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final, TypeGuard

from missiondesk.domain.commitment import Commitment, CommitmentStatus
from missiondesk.domain.entities import Entity
from missiondesk.domain.initiative import Initiative, Stage
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.letter import Letter
from missiondesk.domain.message import N_, Message, message
from missiondesk.domain.metric import OutcomeMetric
from missiondesk.domain.milestone import Milestone, MilestoneStatus
from missiondesk.domain.mission import Mission
from missiondesk.domain.period import Period, add_days, day
from missiondesk.domain.publication_calendar import next_publication
from missiondesk.domain.situation import Situation

LOOK_AHEAD_DAYS: Final = 120
_DONE = (CommitmentStatus.MET, CommitmentStatus.MET_MODIFIED, CommitmentStatus.NOT_PURSUED)
_PAST = (MilestoneStatus.MET, MilestoneStatus.MISSED)


@dataclass(frozen=True, slots=True)
class Due:
    """One thing that is due.

    Attributes:
        when: As precise as the date is known; it is late once the whole period is past.
        kind: The class of the record, with its id in ``key``.
        what: What falls due, as a message with the record's name.
        mission: Id of the mission it belongs to, or "".
    """

    when: Period
    overdue: bool
    kind: type[Entity]
    key: str
    what: Message
    mission: str = ""
    mission_code: str = ""


def due_list(situation: Situation, on: date, days: int = LOOK_AHEAD_DAYS) -> tuple[Due, ...]:
    """Everything overdue on the day, or due within ``days`` after it, earliest first."""
    until = add_days(on, days)
    found = [
        one
        for source in (_milestones, _gates, _commitments, _follow_ups, _figures)
        for one in source(situation, on, until)
    ]
    return tuple(sorted(found, key=lambda one: (one.when.last, one.mission_code, one.key)))


def last_monday(on: date) -> date:
    """The Monday before the day: a meeting of this Monday asks about the week before it."""
    return add_days(on, -(on.weekday() or 7))


def _due(
    situation: Situation, on: date, when: Period, record: Entity, what: Message, mission: str | None
) -> Due:
    owner = situation.get(Mission, mission)
    return Due(
        when=when,
        overdue=when.last < on,
        kind=type(record),
        key=record.id,
        what=what,
        mission=mission or "",
        mission_code=owner.code if owner else "",
    )


def _by(when: Period | None, until: date) -> TypeGuard[Period]:
    """Whether it begins by then; of thousands of records few do, and only those get words."""
    return when is not None and when.first <= until


def _milestones(situation: Situation, on: date, until: date) -> Iterator[Due]:
    for one in situation.all(Milestone):
        if _by(one.due, until) and one.status not in _PAST:
            what = message(N_("Milestone: {title}"), title=one.title)
            yield _due(situation, on, one.due, one, what, one.mission)


def _gates(situation: Situation, on: date, until: date) -> Iterator[Due]:
    for one in situation.all(Initiative):
        if _by(one.gate_due, until) and one.stage is not Stage.CLOSED:
            what = message(
                N_("Decision on initiative {code} {title}"), code=one.code, title=one.title
            )
            yield _due(situation, on, one.gate_due, one, what, one.mission)


def _commitments(situation: Situation, on: date, until: date) -> Iterator[Due]:
    for one in situation.all(Commitment):
        if _by(one.due, until) and one.status not in _DONE:
            what = message(N_("Commitment {number}: {text}"), number=str(one.number), text=one.text)
            yield _due(situation, on, one.due, one, what, one.mission)


def _follow_ups(situation: Situation, on: date, until: date) -> Iterator[Due]:
    for one in situation.all(Letter):
        if _by(one.follow_up, until) and one.state.in_force:
            mission = situation.get(Mission, one.mission)
            what = message(
                N_("Follow-up on letter {number}: {title}"),
                number=one.number,
                title=mission.title if mission else "",
            )
            yield _due(situation, on, one.follow_up, one, what, one.mission)


def _figures(situation: Situation, on: date, until: date) -> Iterator[Due]:
    for metric in situation.all(OutcomeMetric):
        seen = situation.observations_of(metric.id)
        expected = next_publication(metric, seen[-1] if seen else None)
        mission = situation.get(Mission, metric.mission)
        if expected is None or expected > until or mission is None or not mission.state.live:
            continue
        what = message(N_("New figure: {name}"), name=metric.name)
        yield _due(situation, on, day(expected), metric, what, metric.mission)
