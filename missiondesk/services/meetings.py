# SPDX-License-Identifier: Apache-2.0
"""Meetings of bodies: planned with their agenda and papers, held with what was decided."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Final

from missiondesk.domain import governance, identity
from missiondesk.domain.body import AgendaItem, Body, BodyKind, ItemPurpose, Meeting, MeetingState
from missiondesk.domain.decision import Action, Decision
from missiondesk.domain.initiative import Initiative
from missiondesk.domain.issue import Issue
from missiondesk.domain.message import N_
from missiondesk.domain.mission import Mission
from missiondesk.domain.period import Period, add_days, day
from missiondesk.domain.refused import Refused
from missiondesk.domain.step import Verb
from missiondesk.services.belongings import remove_with_belongings
from missiondesk.services.naming import name_of

if TYPE_CHECKING:
    from missiondesk.services.session import Session
    from missiondesk.store.unit import Unit

PAPERS_DAYS: Final = 7  # before the meeting its papers are due, unless another day is given


class Meetings:
    """The verbs about meetings and their agendas; each is one Step."""

    def __init__(self, session: Session) -> None:
        self._session = session

    # -- reading -------------------------------------------------------------------------
    def all(self) -> tuple[Meeting, ...]:
        """Meetings, the newest first; those without a date before them."""
        found = list(self._session.situation.all(Meeting))
        found.sort(key=lambda it: it.date.last.toordinal() if it.date else 10**7, reverse=True)
        return tuple(found)

    def get(self, key: str | None) -> Meeting | None:
        """The meeting with this id, or None."""
        return self._session.situation.get(Meeting, key)

    def coming(self) -> tuple[Meeting, ...]:
        """Meetings that are planned and not past, the nearest first."""
        today = self._session.today
        return tuple(one for one in reversed(self.all()) if governance.is_coming(one, today))

    def agenda(self, meeting: str) -> tuple[AgendaItem, ...]:
        """Items of a meeting in their order."""
        items = self._session.situation.referring(AgendaItem, "meeting", meeting)
        return tuple(sorted(items, key=lambda it: it.position))

    def item(self, key: str) -> AgendaItem | None:
        """The item with this id, or None."""
        return self._session.situation.get(AgendaItem, key)

    def decisions(self, meeting: str) -> tuple[Decision, ...]:
        """Decisions of a meeting in their order."""
        return self._session.situation.referring(Decision, "meeting", meeting)

    def actions(self, meeting: str) -> tuple[Action, ...]:
        """Actions of a meeting in their order."""
        return self._session.situation.referring(Action, "meeting", meeting)

    def board_for(self, mission: str | None) -> Body | None:
        """The body before which a mission comes: its own board, else the government's highest."""
        today, now = self._session.today, self._session.situation
        bodies = [one for one in now.all(Body) if governance.exists(one, today)]
        ranks = list(BodyKind)
        own = [one for one in bodies if mission is not None and one.mission == mission]
        wide = [one for one in bodies if one.mission is None and one.kind is BodyKind.MINISTERS]
        found = sorted(own, key=lambda it: ranks.index(it.kind)) or wide
        return found[0] if found else None

    # -- meetings ------------------------------------------------------------------------
    def plan(self, meeting: Meeting) -> Meeting:
        """Plan a meeting; its papers are due a week before unless another day is given.

        Raises:
            Refused: It is of no body, or its papers come after it.
        """
        self._session.the(Body, meeting.body)
        due = meeting.papers_due
        if due is None and meeting.date is not None and meeting.date.precision == "day":
            due = day(add_days(meeting.date.first, -PAPERS_DAYS))
        made = replace(meeting, id=meeting.id or identity.new_id(), papers_due=due)
        return self._write(Verb.PLAN_MEETING, made)

    def revise(self, meeting: Meeting) -> Meeting:
        """Write the meeting as given.

        Raises:
            Refused: Its papers come after it, it is said to be held in the future, or the number
                of those present is negative.
        """
        self._session.the(Meeting, meeting.id)
        return self._write(Verb.REVISE_MEETING, meeting)

    def hold(self, key: str) -> Meeting:
        """Record the meeting as held.

        Raises:
            Refused: It has no date, or lies in the future.
        """
        meeting = replace(self._session.the(Meeting, key), state=MeetingState.HELD)
        return self._write(Verb.HOLD_MEETING, meeting)

    def cancel(self, key: str) -> Meeting:
        """Cancel the meeting; it stays on record."""
        meeting = replace(self._session.the(Meeting, key), state=MeetingState.CANCELLED)
        return self._write(Verb.REVISE_MEETING, meeting)

    def remove(self, key: str) -> None:
        """Remove the meeting with its agenda; decisions and actions stay without it."""
        gone = self._session.the(Meeting, key)
        with self._session.write(Verb.REMOVE_MEETING, key, self._about(gone)) as unit:
            remove_with_belongings(unit, Meeting, key)

    def _write(self, verb: Verb, meeting: Meeting) -> Meeting:
        sound_meeting(meeting, self._session.today)
        with self._session.write(verb, meeting.id, self._about(meeting)) as unit:
            unit.save(meeting)
        return meeting

    def _about(self, meeting: Meeting) -> str:
        body = self._session.situation.get(Body, meeting.body)
        return " ".join(filter(None, (name_of(body) if body else "", name_of(meeting))))

    # -- agenda --------------------------------------------------------------------------
    def add_item(self, item: AgendaItem) -> AgendaItem:
        """Put an item at the end of the agenda.

        Raises:
            Refused: It has no title.
        """
        meeting = self._session.the(Meeting, item.meeting)
        made = replace(
            item, id=item.id or identity.new_id(), position=len(self.agenda(meeting.id)) + 1
        )
        _sound_item(made)
        with self._session.write(Verb.REVISE_AGENDA, meeting.id, self._about(meeting)) as unit:
            unit.save(made)
        return made

    def revise_item(self, item: AgendaItem) -> AgendaItem:
        """Write the item as given; its place is changed by `move_item`.

        Raises:
            Refused: It has no title.
        """
        before = self._session.the(AgendaItem, item.id)
        item = replace(item, position=before.position, meeting=before.meeting)
        _sound_item(item)
        meeting = self._session.the(Meeting, item.meeting)
        with self._session.write(Verb.REVISE_AGENDA, meeting.id, self._about(meeting)) as unit:
            unit.save(item)
        return item

    def move_item(self, key: str, places: int) -> None:
        """Move the item down by so many places, up when negative; it stays at the ends."""
        item = self._session.the(AgendaItem, key)
        rows = [one for one in self.agenda(item.meeting) if one.id != key]
        at = next(n for n, one in enumerate(self.agenda(item.meeting)) if one.id == key)
        rows.insert(min(max(at + places, 0), len(rows)), item)
        meeting = self._session.the(Meeting, item.meeting)
        with self._session.write(Verb.REVISE_AGENDA, meeting.id, self._about(meeting)) as unit:
            _renumber(unit, rows)

    def remove_item(self, key: str) -> None:
        """Take the item off the agenda; those after it move up."""
        item = self._session.the(AgendaItem, key)
        meeting = self._session.the(Meeting, item.meeting)
        rows = [one for one in self.agenda(item.meeting) if one.id != key]
        with self._session.write(Verb.REVISE_AGENDA, meeting.id, self._about(meeting)) as unit:
            unit.remove(AgendaItem, key)
            _renumber(unit, rows)

    def put_on_agenda(
        self, subject: Mission | Initiative | Issue, title: str, meeting: str = ""
    ) -> AgendaItem:
        """Put a mission, initiative or issue before its board, for decision (G8).

        Args:
            title: What the item is called.
            meeting: Id of the meeting; the next one of the mission's board when not given.

        Raises:
            Refused: No meeting of the board is planned.
        """
        mission = subject.id if isinstance(subject, Mission) else subject.mission
        initiative = subject.initiative if isinstance(subject, Issue) else None
        if isinstance(subject, Initiative):
            initiative = subject.id
        body = self.board_for(mission)
        found = self.get(meeting)
        if found is None and body is not None:
            found = governance.next_planned(self._session.situation, body.id)
        if found is None:
            raise Refused(N_("No meeting of the board is planned. Plan one first."), rule="G8")
        return self.add_item(
            AgendaItem(
                "",
                meeting=found.id,
                title=title,
                purpose=ItemPurpose.DECISION,
                mission=mission,
                initiative=initiative,
            )
        )


def sound_meeting(meeting: Meeting, today: date) -> None:
    """Refuse one held without a day or in the future, papers due after it, or fewer than none."""
    if meeting.state is MeetingState.HELD:
        if meeting.date is None:
            raise Refused(N_("Enter on which day the meeting was held."), field="date")
        if meeting.date.first > today:
            raise Refused(N_("A meeting in the future has not been held."), field="date")
    papers, held = meeting.papers_due, meeting.date
    if papers is not None and held is not None and papers.first > held.last:
        raise Refused(N_("The papers are due before the meeting."), field="papers_due")
    if meeting.present is not None and meeting.present < 0:
        raise Refused(N_("The number of those present is negative."), field="present")


def papers_late(meeting: Meeting, today: Period) -> bool:
    """Whether the day is past on which the papers of a coming meeting were due."""
    if meeting.state is not MeetingState.PLANNED or meeting.papers_due is None:
        return False
    return meeting.papers_due.last < today.first


def _sound_item(item: AgendaItem) -> None:
    if not item.title.strip():
        raise Refused(N_("An item of the agenda needs a title."), field="title")


def _renumber(unit: Unit, rows: Sequence[AgendaItem]) -> None:
    for position, row in enumerate(rows, 1):
        if row.position != position:
            unit.save(replace(row, position=position))
