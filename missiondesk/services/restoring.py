# SPDX-License-Identifier: Apache-2.0
"""Going back to a backup, or to a version that was named, as a Step like any other: the trail goes
on, undo takes it back, and copies that others have can still be put together with the workspace.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, TypeVar, cast

from missiondesk.domain.backup import Cause
from missiondesk.domain.entities import KIND_OF, KINDS, Entity
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.merging import Key, Row, is_final, place_of
from missiondesk.domain.message import N_
from missiondesk.domain.purge import Purge, purged_keys
from missiondesk.domain.refused import Refused
from missiondesk.domain.restoring import what_stays
from missiondesk.domain.step import Step, Verb
from missiondesk.services.merge_states import record_of
from missiondesk.services.past import records_after

if TYPE_CHECKING:
    from missiondesk.services.backups import Backup, Backups
    from missiondesk.services.desk import Desk
    from missiondesk.services.session import Session
    from missiondesk.store.store import Store
    from missiondesk.store.unit import KeptFile

E = TypeVar("E", bound=Entity)
Reads = Callable[[type[Entity]], Iterable[Entity]]
# What is now and what was then on the records that differ, and these as they were.
Differences = tuple[dict[Key, Row], dict[Key, Row], dict[Key, Entity]]


@dataclass(frozen=True, slots=True)
class RestorePlan:
    """What going back to a backup, or to a version that was named, would change.

    Attributes:
        made: When the former state was the present one.
        now: The rows that would change, as they are; a record that is not there is missing.
        then: The same as they would become.
        letters: How many signed or issued letters stay as they are although they differ.
        head: Id of the workspace's last step when it was compared.
        files: Kept files that only the backup has.
        names: Records of the former state, for those that are not in the workspace.
        backup: In which the former state is, or
        version: the Step that named it.
    """

    made: datetime
    now: Mapping[Key, Row]
    then: Mapping[Key, Row]
    letters: int = 0
    head: str | None = None
    files: tuple[KeptFile, ...] = ()
    names: Mapping[Key, Entity] | None = None
    backup: Backup | None = None
    version: Step | None = None

    @property
    def keys(self) -> tuple[Key, ...]:
        """The records that would change, by kind."""
        return tuple(sorted(self.now.keys() | self.then.keys(), key=place_of))

    def changed(self, key: Key) -> tuple[str, ...]:
        """The fields of a record that is in both and would change."""
        now, then = self.now.get(key), self.then.get(key)
        if now is None or then is None:
            return ()
        return tuple(name for name in now if now[name] != then[name])


class Restoring:
    """Compares the workspace with its backups and goes back to one."""

    def __init__(self, session: Session, backups: Backups) -> None:
        self._session, self._backups = session, backups

    def compare(self, backup: Backup) -> RestorePlan:
        """What going back to this backup would change; nothing is written.

        Raises:
            Unavailable: It is not there, damaged, or sealed with another key.
        """
        from missiondesk.store.workspace import open_backup

        store = self._session.store
        with closing(open_backup(backup.path, store.who, store.codec)) as former:
            there = {file.sha256 for file in store.inheritance()[1]}
            plan = self._plan(backup.made, _differences(store.all, former.all), _head(store))
            files = tuple(it for it in former.inheritance()[1] if it.sha256 not in there)
            return replace(plan, files=files, backup=backup)

    def prepare(self, version: Step) -> Callable[[], RestorePlan]:
        """The same for a version that was named; what is returned may run on any thread."""
        store, now = self._session.store, self._session.situation
        head = _head(store)

        def compare() -> RestorePlan:
            former = records_after(store, now, version.number)
            plan = self._plan(version.at, _differences(now.all, former.__getitem__), head)
            return replace(plan, version=version)

        return compare

    def _plan(self, made: datetime, found: Differences, head: str | None) -> RestorePlan:
        store = self._session.store
        now, then, names = found
        stays = what_stays(now, then, lambda key: _row(store, key))
        # A purge stays, and what it erased does not come back.
        stays |= {key for key in now if key[0] == "purge"}
        stays |= purged_keys(store.all(Purge))
        return RestorePlan(
            made,
            {key: row for key, row in now.items() if key not in stays},
            {key: row for key, row in then.items() if key not in stays},
            sum(1 for key in stays if is_final(key, now.get(key))),
            head,
            names=names,
        )

    def restore(self, plan: RestorePlan) -> Step | None:
        """Go back, as one Step; the present is backed up before, and undo brings it back.

        Returns:
            The Step, or None when nothing would be different.

        Raises:
            Unavailable: The present could not be backed up; nothing was changed.
            Refused: The workspace was changed since it was compared.
        """
        store = self._session.store
        if not plan.keys:
            return None
        if _head(store) != plan.head:
            raise Refused(N_("The workspace was changed since it was compared. Compare again."))
        self._backups.make(Cause.RESTORE)
        verb, about = Verb.RESTORE, f"{plan.made.astimezone():%Y-%m-%d %H:%M}"
        if plan.version is not None:
            verb, about = Verb.GO_BACK, plan.version.about
        # Not the session's write: what was dated then is taken as it is.
        with store.write(verb, "", about) as unit:
            for key in plan.keys:
                row = plan.then.get(key)
                if row is None:
                    unit.remove(KINDS[key[0]], key[1])
                else:
                    unit.save(record_of(key, row))
            for file in plan.files:
                unit.keep(file.data, file.media_type)
        return unit.step

    def open_by_itself(self, backup: Backup) -> Desk:
        """A desk on what is in a backup, without a file.

        Raises:
            Unavailable: It is not there, damaged, or sealed with another key.
        """
        from missiondesk.services.desk import Desk
        from missiondesk.store.image import Opener
        from missiondesk.store.workspace import open_apart

        store = self._session.store
        return Desk(open_apart(backup.path, store.who, Opener(like=store.codec)))

    def finder(self, plan: RestorePlan) -> NowAndThen:
        """Where the names of records are found that are only in the backup."""
        return NowAndThen(self._session, plan.names or {})


class NowAndThen:
    """Looks a record up in the workspace, and in the backup when it is not there."""

    def __init__(self, session: Session, former: Mapping[Key, Entity]) -> None:
        self._situation, self._former = session.situation, former

    def get(self, kind: type[E], key: str | None) -> E | None:
        """The record, or None."""
        found = self._situation.get(kind, key)
        if found is not None or key is None:
            return found
        return cast("E | None", self._former.get((KIND_OF[kind], key)))


def _differences(here: Reads, there: Reads) -> Differences:
    from missiondesk.store.rows import encode

    now: dict[Key, Row] = {}
    then: dict[Key, Row] = {}
    names: dict[Key, Entity] = {}
    for name, kind in KINDS.items():
        mine_all = {record.id: record for record in here(kind)}
        their_all = {record.id: record for record in there(kind)}
        for key in mine_all.keys() | their_all.keys():
            mine, theirs = mine_all.get(key), their_all.get(key)
            if mine == theirs:
                continue
            if mine is not None:
                now[name, key] = encode(mine)
            if theirs is not None:
                then[name, key] = encode(theirs)
                names[name, key] = theirs
    return now, then, names


def _row(store: Store, key: Key) -> Row | None:
    from missiondesk.store.rows import encode

    found = store.get(KINDS[key[0]], key[1])
    return None if found is None else encode(found)


def _head(store: Store) -> str | None:
    return next((step.id for step in store.steps(limit=1)), None)
