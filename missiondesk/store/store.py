# SPDX-License-Identifier: Apache-2.0
"""The Store: one open workspace, read as frozen values and written by Steps only."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from sqlalchemy.exc import DataError, IntegrityError

from missiondesk.domain.entities import KIND_OF, KINDS, Entity
from missiondesk.domain.identity import new_id, now
from missiondesk.domain.message import N_
from missiondesk.domain.refused import Refused
from missiondesk.domain.step import Step, Verb
from missiondesk.store.database import Database
from missiondesk.store.journal import (
    Journal,
    head_of,
    read_changes,
    read_heads,
    read_places,
    read_steps,
    write_step,
)
from missiondesk.store.records import Records, where
from missiondesk.store.tables import read_records, write_changes
from missiondesk.store.unit import Unit

E = TypeVar("E", bound=Entity)
Listener = Callable[[Step], None]


class Store:
    """One open workspace.

    Any thread may read; writes take turns. Listeners are called on the thread that wrote.

    Attributes:
        who: The name that the trail gives to every Step written here.
    """

    def __init__(self, database: Database, who: str) -> None:
        self.who = who
        self._database = database
        self._records = Records()
        self._journal = Journal()
        self._lock = threading.RLock()
        self._writing = False
        self._listeners: list[Listener] = []
        self._load()

    # ------------------------------------------------------------ reading

    def get(self, kind: type[E], key: str) -> E | None:
        """The record, or None."""
        return self._records.get(kind, key)

    def all(self, kind: type[E]) -> tuple[E, ...]:
        """All records of a kind, in the order in which they first came in."""
        return self._records.all(kind)

    def where(self, kind: type[E], **equal: object) -> tuple[E, ...]:
        """The records of a kind whose fields have these values."""
        return where(self.all(kind), equal)

    def steps(
        self,
        limit: int | None = None,
        before: int | None = None,
        record: tuple[type[Entity], str] | None = None,
    ) -> tuple[Step, ...]:
        """The trail with its changes, newest first.

        Args:
            limit: At most so many.
            before: Only steps whose number is smaller (for reading on).
            record: Only steps that changed this record, given as kind and id.
        """
        touching = None if record is None else (KIND_OF[record[0]], record[1])
        with self._lock, self._database.transaction() as connection:
            return read_steps(connection, limit, before, touching)

    @property
    def undoable(self) -> Step | None:
        """The Step that undo would take back, without its changes; None when there is none."""
        return self._journal.undoable

    @property
    def redoable(self) -> Step | None:
        """The undo that redo would take back, without its changes; None when there is none."""
        return self._journal.redoable

    # ------------------------------------------------------------ writing

    @contextmanager
    def write(self, verb: Verb, subject: str, about: str = "") -> Iterator[Unit]:
        """One Step: everything saved and removed in the block, or nothing when it fails.

        After the block ``unit.step`` is the Step, or None when nothing was different.

        Args:
            verb: What the secretariat does.
            subject: Id of the record it is done to, or "".
            about: That record in words of this moment, for the history.

        Raises:
            Refused: A record cannot be kept as it is; nothing was changed.
        """
        with self._turn() as unit:
            yield unit
            unit.step = self._commit(unit, verb, subject, about)
        self._announce(unit.step)

    def undo(self) -> Step:
        """Take the last Step back, as a Step of its own.

        Raises:
            Refused: There is none, or a record was changed since.
        """
        return self._take_back(self._journal.require_undoable)

    def redo(self) -> Step:
        """Take the last undo back, as a Step of its own.

        Raises:
            Refused: There is none, or a record was changed since.
        """
        return self._take_back(self._journal.require_redoable)

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Call ``listener`` with every Step after it is committed; returns what ends that."""
        self._listeners.append(listener)

        def end() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return end

    def close(self) -> None:
        """Give the workspace back."""
        with self._lock:
            self._database.close()

    # ------------------------------------------------------------ inside

    def _take_back(self, next_one: Callable[[], Step]) -> Step:
        with self._turn() as unit:
            head = next_one()
            with self._database.transaction() as connection:
                step = read_changes(connection, head)
            unit.take_back(step)
            done = self._commit(unit, step.verb, step.subject, step.about, undoes=step.id)
        assert done is not None  # a Step with no difference is never written
        self._announce(done)
        return done

    @contextmanager
    def _turn(self) -> Iterator[Unit]:
        with self._lock:
            if self._writing:
                raise RuntimeError("a write is already open; one verb is one Step")
            self._writing = True
            unit = Unit(self._records)
            try:
                yield unit
            finally:
                unit.close()
                self._writing = False

    def _commit(
        self, unit: Unit, verb: Verb, subject: str, about: str, undoes: str | None = None
    ) -> Step | None:
        changes = unit.changes()
        if not changes:
            return None
        last = self._journal.last
        step = Step(
            new_id(),
            1 if last is None else last.number + 1,
            None if last is None else last.id,
            now(),
            self.who,
            verb,
            subject,
            about,
            undoes,
            changes,
        )
        with _said_politely(), self._database.transaction() as connection:
            write_changes(connection, changes, unit.records_of(changes))
            write_step(connection, step)
        self._records.put(unit.present())
        self._journal.note(head_of(step))
        return step

    def _announce(self, step: Step | None) -> None:
        if step is not None:
            for listener in tuple(self._listeners):
                listener(step)

    def _load(self) -> None:
        with self._database.transaction() as connection:
            for head in read_heads(connection):
                self._journal.note(head)
            places = read_places(connection)
            for kind in KINDS:
                self._records.load(kind, read_records(connection, kind), places)


@contextmanager
def _said_politely() -> Iterator[None]:
    """Turn what the database refuses in a user's values into a refusal; the rest is a bug."""
    try:
        yield
    except IntegrityError as error:
        if "FOREIGN KEY" not in str(error.orig):
            raise
        raise Refused(N_("Other records refer to this one, so nothing was changed.")) from error
    except (DataError, OverflowError) as error:
        raise Refused(N_("A value is too large to be kept; nothing was changed.")) from error
    except UnicodeEncodeError as error:
        raise Refused(
            N_("The text holds a character that cannot be kept; nothing was changed.")
        ) from error
