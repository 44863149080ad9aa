# SPDX-License-Identifier: Apache-2.0
"""What was learned on the missions, kept beside the figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from missiondesk.domain import identity
from missiondesk.domain.initiative import Initiative
from missiondesk.domain.learning import LearningEntry
from missiondesk.domain.message import N_
from missiondesk.domain.mission import Mission
from missiondesk.domain.period import Period, day
from missiondesk.domain.refused import Refused
from missiondesk.domain.step import Verb
from missiondesk.domain.wording import Wording
from missiondesk.services.naming import name_of

if TYPE_CHECKING:
    from missiondesk.services.session import Session

STRONGEST = 5


class Learning:
    """The verbs about learning entries."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self, key: str) -> LearningEntry | None:
        """The entry with this id, or None."""
        return self._session.store.get(LearningEntry, key)

    def of_mission(self, mission: str) -> tuple[LearningEntry, ...]:
        """Entries of a mission, oldest first."""
        return self._session.situation.learning_of(mission)

    def add(
        self, mission: str, period: Period | None = None, saw: Wording = Wording()
    ) -> LearningEntry:
        """A new entry of today on the mission, to be filled in.

        Raises:
            Refused: There is no such mission.
        """
        found = self._session.the(Mission, mission)
        made = LearningEntry(
            identity.new_id(),
            mission=mission,
            period=period or day(self._session.today),
            saw=saw,
        )
        with self._session.write(Verb.ADD_LEARNING, made.id, name_of(found)) as unit:
            unit.save(made)
        return made

    def revise(self, entry: LearningEntry) -> LearningEntry:
        """Write the entry as given.

        Raises:
            Refused: The strength is not 1 to 5, or the initiative belongs to another mission.
        """
        self._session.the(LearningEntry, entry.id)
        mission = self._session.the(Mission, entry.mission)
        if entry.strength is not None and not 1 <= entry.strength <= STRONGEST:
            raise Refused(
                N_("The strength of the evidence goes from 1 to {most}."),
                field="strength",
                most=STRONGEST,
            )
        if entry.initiative is not None:
            initiative = self._session.the(Initiative, entry.initiative)
            if initiative.mission != entry.mission:
                raise Refused(
                    N_("The initiative {name} belongs to another mission."),
                    field="initiative",
                    name=name_of(initiative),
                )
        with self._session.write(Verb.REVISE_LEARNING, entry.id, name_of(mission)) as unit:
            unit.save(entry)
        return entry

    def remove(self, key: str) -> None:
        """Remove the entry.

        Raises:
            Refused: It is not there (any more).
        """
        entry = self._session.the(LearningEntry, key)
        mission = self._session.the(Mission, entry.mission)
        with self._session.write(Verb.REMOVE_LEARNING, key, name_of(mission)) as unit:
            unit.remove(LearningEntry, key)
