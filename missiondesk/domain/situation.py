# SPDX-License-Identifier: Apache-2.0
"""All records of a workspace as they are now, with the look-ups that rules and documents need."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cached_property
from typing import Final, TypeVar, cast

from missiondesk.domain.assessment import StatusAssessment
from missiondesk.domain.commitment import Commitment
from missiondesk.domain.entities import Entity
from missiondesk.domain.figure_feed import FigureFeed
from missiondesk.domain.initiative import Initiative
from missiondesk.domain.learning import LearningEntry
from missiondesk.domain.letter import Letter, LetterBlock
from missiondesk.domain.letter_reply import LetterReply
from missiondesk.domain.metric import Observation, OutcomeMetric, TrajectoryPoint
from missiondesk.domain.metric_change import MetricChange
from missiondesk.domain.milestone import Milestone
from missiondesk.domain.mission import Mission
from missiondesk.domain.organisation import Appointment, Ministry, Office, Person, holds_on
from missiondesk.domain.platform import PlatformChapter, PlatformGoal
from missiondesk.domain.progress import judge
from missiondesk.domain.rating import Judgement
from missiondesk.domain.secretariat import Secretariat
from missiondesk.domain.stocktake import Stocktake

E = TypeVar("E", bound=Entity)
Records = Mapping[type[Entity], tuple[Entity, ...]]

# Which record owns each record of a kind.
_OWNER: Final[Mapping[type[Entity], Callable[[Entity], str | None]]] = {
    OutcomeMetric: lambda it: cast(OutcomeMetric, it).mission,
    Observation: lambda it: cast(Observation, it).metric,
    StatusAssessment: lambda it: cast(StatusAssessment, it).mission,
    Milestone: lambda it: cast(Milestone, it).mission,
    Initiative: lambda it: cast(Initiative, it).mission,
    Commitment: lambda it: cast(Commitment, it).mission,
    Letter: lambda it: cast(Letter, it).mission,
    LetterBlock: lambda it: cast(LetterBlock, it).letter,
    Appointment: lambda it: cast(Appointment, it).office,
    TrajectoryPoint: lambda it: cast(TrajectoryPoint, it).metric,
    MetricChange: lambda it: cast(MetricChange, it).metric,
    FigureFeed: lambda it: cast(FigureFeed, it).metric,
    LearningEntry: lambda it: cast(LearningEntry, it).mission,
    Stocktake: lambda it: cast(Stocktake, it).mission,
    LetterReply: lambda it: cast(LetterReply, it).letter,
    PlatformGoal: lambda it: cast(PlatformGoal, it).chapter,
}


class Situation:
    """The state of a workspace on a day; holds values only and is made anew after each Step."""

    def __init__(self, records: Records, today: date) -> None:
        self._records = records
        self.today = today
        self._judgements: dict[str, Judgement] = {}
        self._indexes: dict[tuple[type[Entity], str], dict[str | None, tuple[Entity, ...]]] = {}

    def all(self, kind: type[E]) -> tuple[E, ...]:
        """All records of a kind in their order."""
        return cast("tuple[E, ...]", self._records.get(kind, ()))

    @property
    def kinds(self) -> tuple[type[Entity], ...]:
        """The kinds of records that it knows."""
        return tuple(self._records)

    # -- single kinds ------------------------------------------------------------------
    @property
    def missions(self) -> tuple[Mission, ...]:
        return self.all(Mission)

    @property
    def initiatives(self) -> tuple[Initiative, ...]:
        return self.all(Initiative)

    @property
    def letters(self) -> tuple[Letter, ...]:
        return self.all(Letter)

    @property
    def commitments(self) -> tuple[Commitment, ...]:
        return self.all(Commitment)

    @property
    def secretariat(self) -> Secretariat:
        """The settings; an unnamed secretariat when the workspace has none yet."""
        found = self.all(Secretariat)
        return found[0] if found else Secretariat(id="")

    # -- by id ---------------------------------------------------------------------------
    @cached_property
    def _by_id(self) -> dict[type[Entity], dict[str, Entity]]:
        return {kind: {one.id: one for one in rows} for kind, rows in self._records.items()}

    def get(self, kind: type[E], key: str | None) -> E | None:
        """The record with this id, or None."""
        if key is None:
            return None
        # The type is quoted: building it anew takes longer than the look-up.
        return cast("E | None", self._by_id.get(kind, {}).get(key))

    # -- belongings ------------------------------------------------------------------------
    @cached_property
    def _groups(self) -> dict[tuple[type[Entity], str], tuple[Entity, ...]]:
        groups: defaultdict[tuple[type[Entity], str], list[Entity]] = defaultdict(list)
        for kind, of in _OWNER.items():
            for record in self._records.get(kind, ()):
                groups[kind, of(record) or ""].append(record)
        return {key: tuple(rows) for key, rows in groups.items()}

    def of(self, kind: type[E], owner: str) -> tuple[E, ...]:
        """Records of ``kind`` that belong to the record with id ``owner`` ("" finds the
        orphans).
        """
        return cast("tuple[E, ...]", self._groups.get((kind, owner), ()))

    def key_metrics(self, mission: str) -> tuple[OutcomeMetric, ...]:
        """The metrics marked as key metric; a sound mission has exactly one (M1)."""
        return tuple(metric for metric in self.of(OutcomeMetric, mission) if metric.key)

    def metric_of(self, mission: str) -> OutcomeMetric | None:
        """The key metric of a mission, or None."""
        return next(iter(self.key_metrics(mission)), None)

    def indicators_of(self, mission: str) -> tuple[OutcomeMetric, ...]:
        """Supporting indicators of a mission; breakdowns are not among them."""
        rows = self.of(OutcomeMetric, mission)
        return tuple(one for one in rows if not one.key and one.part_of is None)

    def parts_of(self, metric: OutcomeMetric) -> tuple[OutcomeMetric, ...]:
        """Breakdowns of a metric in their order."""
        rows = self.of(OutcomeMetric, metric.mission)
        return tuple(one for one in rows if one.part_of == metric.id)

    def interim_targets_of(self, metric: str) -> tuple[TrajectoryPoint, ...]:
        """Interim targets of a metric, oldest first."""
        return _oldest_first(self.of(TrajectoryPoint, metric), lambda it: it.period.last)

    def metric_changes_of(self, metric: str) -> tuple[MetricChange, ...]:
        """Decided changes of a metric, oldest first."""
        return _oldest_first(self.of(MetricChange, metric), lambda it: it.decided.last)

    def feeds_of(self, metric: str) -> tuple[FigureFeed, ...]:
        """Tables that feed a metric."""
        return self.of(FigureFeed, metric)

    def learning_of(self, mission: str) -> tuple[LearningEntry, ...]:
        """What was learned on a mission, oldest first."""
        return _oldest_first(self.of(LearningEntry, mission), lambda it: it.period.last)

    @cached_property
    def chapters(self) -> tuple[PlatformChapter, ...]:
        """Chapters of the platform by number."""
        return tuple(sorted(self.all(PlatformChapter), key=lambda it: it.number))

    def goals_of(self, chapter: str) -> tuple[PlatformGoal, ...]:
        """Goals of a chapter by number."""
        return tuple(sorted(self.of(PlatformGoal, chapter), key=lambda it: it.number))

    def replies_to(self, letter: str) -> tuple[LetterReply, ...]:
        """Replies to a letter, the oldest half-year first."""
        return _oldest_first(self.of(LetterReply, letter), lambda it: it.period.last)

    def stocktakes_of(self, mission: str) -> tuple[Stocktake, ...]:
        """Stocktakes of a mission ("" finds those of all missions), oldest first."""
        return _oldest_first(self.of(Stocktake, mission), lambda it: it.held.last)

    def observations_of(self, metric: str) -> tuple[Observation, ...]:
        """Observations of a metric, oldest first."""
        return _oldest_first(self.of(Observation, metric), lambda seen: seen.period.last)

    def milestones_of(self, mission: str) -> tuple[Milestone, ...]:
        """Milestones by due date, the undated last."""
        return _oldest_first(
            self.of(Milestone, mission), lambda it: it.due.last if it.due else date.max
        )

    def initiatives_of(self, mission: str) -> tuple[Initiative, ...]:
        """Initiatives of a mission in their order."""
        return self.of(Initiative, mission)

    def commitments_of(self, mission: str) -> tuple[Commitment, ...]:
        """Commitments of a mission by number."""
        return tuple(sorted(self.of(Commitment, mission), key=lambda it: it.number))

    def letters_of(self, mission: str) -> tuple[Letter, ...]:
        """Letters of a mission in their order."""
        return self.of(Letter, mission)

    def blocks_of(self, letter: str) -> tuple[LetterBlock, ...]:
        """Blocks of a letter in printing order."""
        return tuple(sorted(self.of(LetterBlock, letter), key=lambda it: it.position))

    def assessments_of(self, mission: str) -> tuple[StatusAssessment, ...]:
        """Assessments of a mission, oldest first."""
        return _oldest_first(self.of(StatusAssessment, mission), lambda it: it.period.last)

    def judgement_of(self, mission: str) -> Judgement:
        """The computed rating of a mission's key metric as of now."""
        if mission not in self._judgements:
            metric = self.metric_of(mission)
            seen = self.observations_of(metric.id) if metric else ()
            self._judgements[mission] = judge(metric, seen, self.today)
        return self._judgements[mission]

    # -- by reference ------------------------------------------------------------------------
    def referring(self, kind: type[E], field: str, key: str | None) -> tuple[E, ...]:
        """Records of ``kind`` whose ``field`` holds the id ``key`` (None: none), in their order."""
        index = self._indexes.get((kind, field))
        if index is None:
            found: dict[str | None, list[Entity]] = {}
            for record in self._records.get(kind, ()):
                found.setdefault(getattr(record, field), []).append(record)
            index = {one: tuple(rows) for one, rows in found.items()}
            self._indexes[kind, field] = index
        return cast("tuple[E, ...]", index.get(key, ()))

    # -- who -------------------------------------------------------------------------------
    def office_in_force(self, office: str | None, on: date) -> Office | None:
        """The office if its title is valid on the day, or None."""
        found = self.get(Office, office)
        if found is None or not holds_on(found.valid_from, found.valid_to, on):
            return None
        return found

    def holders(self, office: str, on: date) -> tuple[Appointment, ...]:
        """Appointments to the office that are valid on the day; a sound office has one at most."""
        return tuple(
            one
            for one in self.of(Appointment, office)
            if holds_on(one.valid_from, one.valid_to, on)
        )

    def holder(self, office: str | None, on: date) -> Person | None:
        """Who holds the office on the day, or None."""
        found = self.holders(office, on) if office else ()
        return self.get(Person, found[0].person) if found else None

    def ministry_of(self, office: str | None) -> Ministry | None:
        """The ministry of an office, or None."""
        found = self.get(Office, office)
        return self.get(Ministry, found.ministry) if found else None

    def ministries_of(self, mission: Mission) -> tuple[Ministry, ...]:
        """Ministries of the accountable office and the co-offices, each once."""
        offices = (mission.accountable_office, *mission.co_offices)
        found = {it.id: it for it in map(self.ministry_of, offices) if it is not None}
        return tuple(found.values())


def _oldest_first(rows: Iterable[E], when: Callable[[E], date]) -> tuple[E, ...]:
    return tuple(sorted(rows, key=when))


def size_of(situation: Situation) -> int:
    """How many records there are."""
    return sum(len(situation.all(kind)) for kind in situation.kinds)
