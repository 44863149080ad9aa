# SPDX-License-Identifier: Apache-2.0
"""The trail as evidence: narrowed down, held against its seals, and against the records."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from missiondesk.domain.entities import KINDS
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.references import LISTED, REFERENCES
from missiondesk.domain.step import Change, Step, Stored
from missiondesk.domain.trail_check import TrailCheck
from missiondesk.services.trail_subjects import belongs_to

if TYPE_CHECKING:
    from missiondesk.services.session import Session

Key = tuple[str, str]
# A record is of a mission by its own field or by that of a record it hangs on, never further.
_FURTHEST: Final = 4


@dataclass(frozen=True, slots=True)
class TrailFilter:
    """Which Steps are meant; what is left out lets all pass.

    Attributes:
        since: First day, by the local clock.
        until: Last day.
        who: By whom.
        mission: Id of the mission whose records were changed.
        subject: A key of `trail_subjects.SUBJECTS`.
    """

    since: date | None = None
    until: date | None = None
    who: str = ""
    mission: str = ""
    subject: str = ""

    @property
    def open(self) -> bool:
        """Whether everything passes."""
        return self == TrailFilter()


class Trail:
    """Reads the trail; nothing here writes."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._missions: tuple[Step, MissionIndex] | None = None
        self._lock = threading.RLock()  # over the index of missions

    def check(self, *, records: bool = True) -> TrailCheck:
        """Hold each Step against its seal and, unless told otherwise, the records against the
        Steps; nothing is mended. For any thread; a Step that comes meanwhile begins it anew.
        """
        while True:
            found = self._session.store.check_trail()
            if not records:
                return found
            astray = tuple(self._astray())
            if self._session.store.check_trail().head == found.head:
                return replace(found, astray=astray)

    def people(self) -> tuple[str, ...]:
        """Everyone who wrote a Step, by name."""
        return tuple(sorted({step.who for step in self._session.store.steps()}))

    def steps(self, wanted: TrailFilter) -> tuple[Step, ...]:
        """The Steps that are meant, newest first, with all their changes."""
        return self.narrowed(self._session.store.steps(), wanted)

    def make_ready(self) -> None:
        """Read what a filter by mission needs, the whole trail; any thread may do it."""
        with self._lock:
            self._index()

    def narrowed(self, steps: Iterable[Step], wanted: TrailFilter) -> tuple[Step, ...]:
        """Those of the Steps that are meant."""
        found = [step for step in steps if _passes(step, wanted)]
        if not wanted.mission:
            return tuple(found)
        with self._lock:
            index = self._index()
            return tuple(step for step in found if any(index.about(step, wanted.mission)))

    def about(self, step: Step, mission: str) -> Step:
        """The Step with only those changes that are of the mission; "" leaves all."""
        if not mission:
            return step
        with self._lock:
            return replace(step, changes=tuple(self._index().about(step, mission)))

    def _index(self) -> MissionIndex:
        store, kept = self._session.store, self._missions
        head = next(iter(store.outlines(limit=1)), None)
        if kept is not None and head is not None and kept[0].number <= head.number:
            newer = store.steps(limit=head.number - kept[0].number)
            if (newer[-1].parent if newer else head.id) == kept[0].id:
                kept[1].add(newer)
                self._missions = (head, kept[1])
                return kept[1]
        made = MissionIndex(store.steps())
        self._missions = (head, made) if head is not None else None
        return made

    # -- the records against the Steps -------------------------------------------------------
    def _astray(self) -> Iterable[Key]:
        """Records that are not as the Steps, one after the other, lead to."""
        from missiondesk.services.merge_states import record_of

        store = self._session.store
        told = replayed(reversed(store.steps()))
        present = {(name, one.id): one for name, kind in KINDS.items() for one in store.all(kind)}
        for key in dict.fromkeys((*told, *present)):
            row = told.get(key)
            try:
                record = None if row is None else record_of(key, row)
            except (ValueError, KeyError, TypeError, ArithmeticError):
                yield key
                continue
            if record != present.get(key):
                yield key


def _passes(step: Step, wanted: TrailFilter) -> bool:
    """Whether all but the mission is as it is wanted."""
    day = step.at.astimezone().date()
    return (
        (wanted.since is None or day >= wanted.since)
        and (wanted.until is None or day <= wanted.until)
        and wanted.who in ("", step.who)
        and belongs_to(step, wanted.subject)
    )


def replayed(steps: Iterable[Step]) -> dict[Key, dict[str, Stored]]:
    """The rows to which Steps, the oldest first, lead from nothing."""
    rows: dict[Key, dict[str, Stored]] = {}
    for step in steps:
        for change in step.changes:
            key = (change.kind, change.key)
            if change.after is None:
                rows.pop(key, None)
            else:
                rows[key] = {**rows.get(key, {}), **change.after}
    return rows


class MissionIndex:
    """To which missions a record belongs or ever belonged, told by the whole trail."""

    def __init__(self, steps: Iterable[Step]) -> None:
        self._links: dict[Key, set[Key]] = {}
        self._known: dict[Key, frozenset[str]] = {}
        self.add(steps)

    def add(self, steps: Iterable[Step]) -> None:
        """Take in further steps."""
        for step in steps:
            for change in step.changes:
                self._read(change)
        self._known.clear()

    def of(self, key: Key) -> frozenset[str]:
        """Ids of the missions."""
        if key not in self._known:
            self._known[key] = frozenset(self._found(key, _FURTHEST))
        return self._known[key]

    def about(self, step: Step, mission: str) -> Iterator[Change]:
        """Those of the Step's changes that are of the mission."""
        return (one for one in step.changes if mission in self.of((one.kind, one.key)))

    def _found(self, key: Key, further: int) -> set[str]:
        if key[0] == "mission":
            return {key[1]}
        if not further:
            return set()
        parts = (self._found(one, further - 1) for one in self._links.get(key, ()))
        return set().union(*parts)

    def _read(self, change: Change) -> None:
        links = self._links.setdefault((change.kind, change.key), set())
        for row in (change.before, change.after):
            if row:
                links.update(_links_in(change.kind, row))


def _links_in(kind: str, row: Mapping[str, Any]) -> Iterable[Key]:
    for field, target in REFERENCES.get(kind, {}).items():
        if row.get(field):
            yield target, str(row[field])
    for field, target in LISTED.get(kind, {}).items():
        if target == "mission" and row.get(field):
            yield from (("mission", str(one)) for one in json.loads(str(row[field])))
