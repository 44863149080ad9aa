# SPDX-License-Identifier: Apache-2.0
"""Missions: add, revise, assign to an office, move on in life, remove with what hangs on them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from missiondesk.domain import identity, lifecycle
from missiondesk.domain.assessment import StatusAssessment
from missiondesk.domain.commitment import Commitment
from missiondesk.domain.finding import Finding
from missiondesk.domain.initiative import Initiative
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.learning import LearningEntry
from missiondesk.domain.letter import Letter
from missiondesk.domain.message import N_
from missiondesk.domain.metric import Observation, OutcomeMetric
from missiondesk.domain.milestone import Milestone
from missiondesk.domain.mission import Mission, MissionState
from missiondesk.domain.organisation import Ministry, Office, Person
from missiondesk.domain.progress import Judgement
from missiondesk.domain.refused import Refused
from missiondesk.domain.step import Verb
from missiondesk.domain.stocktake import Stocktake
from missiondesk.domain.wording import Wording
from missiondesk.language import sort_key
from missiondesk.services.belongings import remove_with_belongings
from missiondesk.services.initiatives import by_code
from missiondesk.services.naming import name_of, next_number

if TYPE_CHECKING:
    from missiondesk.services.session import Session

PROFILE = ("wicked_causes", "wicked_solutions", "wicked_scale", "wicked_conflict")


@dataclass(frozen=True, slots=True)
class MissionDetail:
    """A mission with everything its page shows; the findings are those of all its records."""

    mission: Mission
    metric: OutcomeMetric | None
    observations: tuple[Observation, ...]
    judgement: Judgement
    assessments: tuple[StatusAssessment, ...]
    milestones: tuple[Milestone, ...]
    initiatives: tuple[Initiative, ...]
    commitments: tuple[Commitment, ...]
    letters: tuple[Letter, ...]
    indicators: tuple[OutcomeMetric, ...]
    learning: tuple[LearningEntry, ...]
    stocktakes: tuple[Stocktake, ...]
    office: Office | None
    ministry: Ministry | None
    holder: Person | None
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Dependants:
    """How many records hang on a mission: what removing it takes along, and what it leaves."""

    observations: int
    milestones: int
    commitments: int
    letters: int
    initiatives_kept: int


class Missions:
    """The verbs about missions."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def all(self) -> tuple[Mission, ...]:
        """All missions by code, M2 before M10."""
        found = self._session.store.all(Mission)
        return tuple(sorted(found, key=lambda mission: sort_key(mission.code, "da")))

    def get(self, key: str) -> Mission | None:
        """The mission with this id, or None."""
        return self._session.store.get(Mission, key)

    def with_code(self, code: str) -> Mission | None:
        """The mission that staff call ``code``, whatever the case of its letters, or None."""
        wanted = code.strip().casefold()
        return next((it for it in self.all() if it.code.casefold() == wanted), None)

    def next_code(self) -> str:
        """The next free code, M1, M2 …"""
        return f"M{next_number(tuple(mission.code for mission in self.all()), 'M')}"

    def add(self, title: Wording, code: str = "") -> Mission:
        """Add a mission with its (still empty) key metric; without a code it gets the next one.

        Raises:
            Refused: No title, or the code is taken.
        """
        mission = Mission(identity.new_id(), code=code.strip() or self.next_code(), title=title)
        self._sound(mission)
        with self._session.write(Verb.ADD_MISSION, mission.id, name_of(mission)) as unit:
            unit.save(mission)
            unit.save(OutcomeMetric(identity.new_id(), mission=mission.id))
        return mission

    def revise(self, mission: Mission) -> Mission:
        """Write the mission as given.

        Raises:
            Refused: A field is wrong, or its state does not follow the present one.
        """
        before = self._session.the(Mission, mission.id)
        lifecycle.require(before.state, mission.state)
        self._sound(mission)
        return self._session.keep(Verb.REVISE_MISSION, mission)

    def assign(self, key: str, office: str | None) -> Mission:
        """Make ``office`` accountable for the mission (L1); None takes the mission from its office.

        Raises:
            Refused: There is no such office.
        """
        mission = self._session.the(Mission, key)
        if office is not None:
            self._session.the(Office, office)
        shared = tuple(one for one in mission.co_offices if one != office)
        mission = replace(mission, accountable_office=office, co_offices=shared)
        return self._session.keep(Verb.ASSIGN_MISSION, mission)

    def advance(self, key: str, state: MissionState) -> Mission:
        """Move the mission to another state of its life.

        Raises:
            Refused: The state does not follow the present one.
        """
        before = self._session.the(Mission, key)
        lifecycle.require(before.state, state)
        mission = replace(before, state=state)
        return self._session.keep(Verb.ADVANCE_MISSION, mission)

    def dependants(self, key: str) -> Dependants:
        """What removing the mission would take along; its initiatives stay, without a mission."""
        now = self._session.situation
        metrics = now.of(OutcomeMetric, key)
        return Dependants(
            observations=sum(len(now.of(Observation, metric.id)) for metric in metrics),
            milestones=len(now.of(Milestone, key)),
            commitments=len(now.of(Commitment, key)),
            letters=len(now.of(Letter, key)),
            initiatives_kept=len(now.of(Initiative, key)),
        )

    def remove(self, key: str) -> None:
        """Remove the mission and what belongs to it alone; its initiatives stay as orphans.

        Raises:
            Refused: One of its letters is signed: such a mission is closed, not removed.
        """
        mission = self._session.the(Mission, key)
        if any(letter.state.final for letter in self._session.situation.letters_of(key)):
            raise Refused(
                N_("The mission has a signed letter. Close the mission instead of removing it.")
            )
        with self._session.write(Verb.REMOVE_MISSION, key, name_of(mission)) as unit:
            remove_with_belongings(unit, Mission, key)

    def judgement(self, key: str) -> Judgement:
        """The computed rating of the key metric as of now."""
        return self._session.situation.judgement_of(key)

    def detail(self, key: str) -> MissionDetail:
        """The mission with all that belongs to it.

        Raises:
            Refused: There is no such mission.
        """
        now = self._session.situation
        mission = self._session.the(Mission, key)
        metric = now.metric_of(key)
        return MissionDetail(
            mission=mission,
            metric=metric,
            observations=now.observations_of(metric.id) if metric else (),
            judgement=now.judgement_of(key),
            assessments=now.assessments_of(key),
            milestones=now.milestones_of(key),
            initiatives=by_code(now.initiatives_of(key)),
            commitments=now.commitments_of(key),
            letters=now.letters_of(key),
            indicators=(*now.indicators_of(key), *(now.parts_of(metric) if metric else ())),
            learning=now.learning_of(key),
            stocktakes=now.stocktakes_of(key),
            office=now.get(Office, mission.accountable_office),
            ministry=now.ministry_of(mission.accountable_office),
            holder=now.holder(mission.accountable_office, now.today),
            findings=tuple(one for one in self._session.findings if one.mission == key),
        )

    def _sound(self, mission: Mission) -> None:
        if not mission.title:
            raise Refused(N_("A mission needs a title."), field="title")
        if not mission.code.strip():
            raise Refused(N_("A mission needs a code."), field="code")
        other = self.with_code(mission.code)
        if other is not None and other.id != mission.id:
            raise Refused(N_("The code {code} is taken."), field="code", code=mission.code)
        if mission.start and mission.horizon and mission.horizon.last < mission.start.first:
            raise Refused(N_("The mission ends before it begins."), field="horizon")
        for name in PROFILE:
            level = getattr(mission, name)
            if level is not None and not 1 <= level <= 5:
                raise Refused(N_("The profile goes from 1 to 5."), field=name)
