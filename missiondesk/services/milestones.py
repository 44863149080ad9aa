# SPDX-License-Identifier: Apache-2.0
"""Milestones: dated events of a mission; a moved one keeps the date it had first."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from missiondesk.domain import identity
from missiondesk.domain.message import N_
from missiondesk.domain.milestone import Milestone, MilestoneStatus
from missiondesk.domain.mission import Mission
from missiondesk.domain.refused import Refused
from missiondesk.domain.step import Verb
from missiondesk.services.naming import name_of

if TYPE_CHECKING:
    from missiondesk.services.session import Session


def with_first_date(before: Milestone, milestone: Milestone) -> Milestone:
    """The milestone as revised; when its date moves, the first one is kept beside it."""
    moved = before.due is not None and milestone.due not in (before.due, None)
    if moved and milestone.original_due is None:
        milestone = replace(milestone, original_due=before.due)
    if moved and milestone.status is before.status is MilestoneStatus.PLANNED:
        milestone = replace(milestone, status=MilestoneStatus.MOVED)
    return milestone


class Milestones:
    """The verbs about milestones."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def all(self) -> tuple[Milestone, ...]:
        """All milestones in their order."""
        return self._session.store.all(Milestone)

    def get(self, key: str) -> Milestone | None:
        """The milestone with this id, or None."""
        return self._session.store.get(Milestone, key)

    def of_mission(self, mission: str) -> tuple[Milestone, ...]:
        """Milestones of a mission by due date, the undated last."""
        return self._session.situation.milestones_of(mission)

    def add(self, milestone: Milestone) -> Milestone:
        """Add the milestone; it gets an id when it has none.

        Raises:
            Refused: It has no title or no mission.
        """
        milestone = replace(milestone, id=milestone.id or identity.new_id())
        self._sound(milestone)
        return self._session.keep(Verb.ADD_MILESTONE, milestone)

    def revise(self, milestone: Milestone) -> Milestone:
        """Write the milestone as given; when its date moves, the first one is kept beside it.

        Raises:
            Refused: It has no title or no mission.
        """
        before = self._session.the(Milestone, milestone.id)
        self._sound(milestone)
        milestone = with_first_date(before, milestone)
        return self._session.keep(Verb.REVISE_MILESTONE, milestone)

    def remove(self, key: str) -> None:
        """Remove the milestone."""
        milestone = self._session.the(Milestone, key)
        with self._session.write(Verb.REMOVE_MILESTONE, key, name_of(milestone)) as unit:
            unit.remove(Milestone, key)

    def _sound(self, milestone: Milestone) -> None:
        if not milestone.title:
            raise Refused(N_("A milestone needs a title."), field="title")
        if self._session.store.get(Mission, milestone.mission) is None:
            raise Refused(N_("A milestone belongs to a mission."), field="mission")
