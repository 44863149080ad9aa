# SPDX-License-Identifier: Apache-2.0
"""What is read of an open workspace: records as frozen values, the trail, kept files, the image."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Final, TypeVar

from missiondesk.domain.entities import KIND_OF, Entity
from missiondesk.domain.step import Change, Step
from missiondesk.domain.trail_check import TrailCheck
from missiondesk.store.contents import workspace_id
from missiondesk.store.ledger import Ledger
from missiondesk.store.records import where
from missiondesk.store.unit import KeptFile

E = TypeVar("E", bound=Entity)

_AT_A_TIME: Final = 2_000  # changes that are read between two looks at anything else


class Reading:
    """The reading half of `Store`; any thread may read."""

    _ledger: Ledger
    _lock: threading.RLock

    def get(self, kind: type[E], key: str) -> E | None:
        """The record, or None."""
        return self._ledger.records.get(kind, key)

    def all(self, kind: type[E]) -> tuple[E, ...]:
        """All records of a kind, in the order in which they first came in."""
        return self._ledger.records.all(kind)

    def where(self, kind: type[E], **equal: object) -> tuple[E, ...]:
        """The records of a kind whose fields have these values."""
        return where(self.all(kind), equal)

    def steps(
        self,
        limit: int | None = None,
        before: int | None = None,
        record: tuple[type[Entity], str] | None = None,
        *,
        alone: bool = False,
    ) -> tuple[Step, ...]:
        """The trail with its changes, newest first.

        Args:
            limit: At most so many.
            before: Only steps with a smaller number.
            record: Only those that changed this record; ``alone``, without changes of others.
        """
        touching = None if record is None else (KIND_OF[record[0]], record[1])
        with self._lock:
            return self._ledger.steps(limit, before, touching, alone)

    def removals(self) -> tuple[Step, ...]:
        """The Steps that removed records, newest first, with only those of their changes."""
        with self._lock:
            return self._ledger.removals()

    def outlines(self, limit: int | None = None) -> tuple[Step, ...]:
        """The trail, newest first; of the changes only which records they were of is read."""
        with self._lock:
            return self._ledger.outlines(limit)

    def step(self, key: str) -> Step | None:
        """The Step with this id and all its changes, or None."""
        with self._lock:
            return self._ledger.step(key)

    def values_before(self, number: int) -> Iterator[tuple[Change, ...]]:
        """The changes by all Steps after this number, newest first, with the former values alone,
        some thousand at a time.

        ``after`` is None for a removal and else empty.
        """
        below = None
        while True:
            with self._lock:
                changes, below = self._ledger.former(number, below, _AT_A_TIME)
            yield changes
            if below is None:
                return

    def kept(self, sha256: str) -> bytes | None:
        """The file that `Unit.keep` kept, or None; raises Unavailable when it was altered."""
        with self._lock:
            return self._ledger.kept(sha256)

    def check_trail(self) -> TrailCheck:
        """Hold every Step against its seal; `services.trail` holds the records against it too."""
        with self._lock:
            return self._ledger.check()

    def inheritance(self) -> tuple[tuple[Step, ...], tuple[KeptFile, ...]]:
        """What was done in copies that were put together with this one, and all kept files."""
        with self._lock:
            return self._ledger.joined(), self._ledger.files()

    @property
    def workspace(self) -> str:
        """The id that all copies of the workspace share."""
        with self._lock:
            return workspace_id(self._ledger.database)

    @property
    def revision(self) -> bytes:
        """Hash of all that the records say, the same in every copy that says the same."""
        with self._lock:
            return self._ledger.revision()

    def image(self) -> bytes:
        """The present as the bytes of a database."""
        with self._lock:
            return self._ledger.database.image()
