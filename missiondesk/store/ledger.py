# SPDX-License-Identifier: Apache-2.0
"""The present and its trail, kept as one: what is committed to the tables is what is remembered."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from missiondesk.domain.entities import KINDS
from missiondesk.domain.identity import new_id, now
from missiondesk.domain.message import N_
from missiondesk.domain.purge import Purge, purged_keys
from missiondesk.domain.refused import Refused
from missiondesk.domain.step import Change, Step, Verb
from missiondesk.domain.trail_check import TrailCheck
from missiondesk.store.database import Database
from missiondesk.store.journal import Journal, head_of
from missiondesk.store.opening import read_heads, read_mark, read_places, read_records
from missiondesk.store.records import Records
from missiondesk.store.unit import KeptFile, Unit
from missiondesk.system.collector import collector_held

if TYPE_CHECKING:
    from missiondesk.store.steps import Place

# What works by SQLAlchemy is imported where it is used: opening a workspace needs none of it.


class Ledger:
    """A database with its records and its trail in memory; the caller sees to turns.

    Raises:
        InvalidRecord: A row of the database is no valid record.
    """

    def __init__(self, database: Database) -> None:
        self.database = database
        self.records = Records()
        self.journal = Journal()
        self._outlined: dict[str, tuple[Change, ...]] = {}
        with collector_held():
            self.mark = read_mark(database.raw)
            for head in read_heads(database.raw):
                self.journal.note(head)
            self.records.take_places(read_places(database.raw))
            for kind in KINDS:
                self.records.load(kind, read_records(database.raw, kind))

    def commit(
        self,
        unit: Unit,
        who: str,
        verb: Verb,
        subject: str,
        about: str,
        undoes: str | None = None,
    ) -> Step | None:
        """Write a unit's changes and their Step in one transaction; None when there are none.

        A Step that takes in a copy, takes such a one back, or is an act on the file itself is
        written also without changes.

        Raises:
            Refused: The records contradict each other or hold what cannot be kept.
        """
        from missiondesk.store.erasing import erase
        from missiondesk.store.kept_files import write_files
        from missiondesk.store.steps import write_joined, write_step
        from missiondesk.store.tables import write_changes

        changes = unit.changes()
        on_file = verb.on_file or unit.codec is not None
        if not changes and not unit.joined and not on_file and undoes is None:
            return None
        last = self.journal.last
        number, parent = (1, None) if last is None else (last.number + 1, last.id)
        step = Step(new_id(), number, parent, now(), who, verb, subject, about, undoes, changes)
        with _said_politely(), self.database.transaction() as connection:
            write_changes(connection, changes, unit.records_of(changes))
            took = write_joined(connection, unit.joined, step)
            follows = last.seal.value if last is not None and last.seal is not None else ""
            step = write_step(connection, step, follows, took)
            write_files(connection, unit.kept)
            erased = (*unit.purged, *(_purged_before(unit) if took else ()))
            erase(connection, erased)
        if erased:
            self.database.rebuild()
        self.records.put(unit.present())
        self.journal.note(head_of(step))
        return step

    def removals(self) -> tuple[Step, ...]:
        """The Steps that removed records, newest first, with only those of their changes."""
        from missiondesk.store.steps import read_removals

        with self.database.transaction() as connection:
            return read_removals(connection)

    def steps(
        self,
        limit: int | None,
        before: int | None,
        record: tuple[str, str] | None,
        alone: bool = False,
    ) -> tuple[Step, ...]:
        """The trail, newest first; see `read_steps`."""
        from missiondesk.store.steps import read_steps

        with self.database.transaction() as connection:
            return read_steps(connection, limit, before, record, alone)

    def outlines(self, limit: int | None) -> tuple[Step, ...]:
        """The trail without what was changed in a record; see `read_outlines`."""
        from missiondesk.store.steps import read_outlines

        with self.database.transaction() as connection:
            return read_outlines(connection, limit, self._outlined)

    def step(self, key: str) -> Step | None:
        """The Step with this id and all its changes, or None."""
        from missiondesk.store.steps import read_step

        with self.database.transaction() as connection:
            return read_step(connection, key)

    def former(
        self, number: int, below: Place | None, most: int
    ) -> tuple[tuple[Change, ...], Place | None]:
        """What stood before changes after the Step with this number; see `read_former`."""
        from missiondesk.store.steps import read_former

        with self.database.transaction() as connection:
            return read_former(connection, number, below, most)

    def kept(self, sha256: str) -> bytes | None:
        """The file that is kept under this hash, or None."""
        from missiondesk.store.kept_files import read_file

        with self.database.transaction() as connection:
            return read_file(connection, sha256)

    def files(self) -> tuple[KeptFile, ...]:
        """All kept files."""
        from missiondesk.store.kept_files import read_files

        with self.database.transaction() as connection:
            return read_files(connection)

    def revision(self) -> bytes:
        """Hash of all that the records say; see `revision_of`."""
        from missiondesk.store.tables import revision_of

        with self.database.transaction() as connection:
            return revision_of(connection)

    def joined(self) -> tuple[Step, ...]:
        """The Steps of copies that were put together with this workspace."""
        from missiondesk.store.steps import read_joined

        with self.database.transaction() as connection:
            return read_joined(connection)

    def check(self) -> TrailCheck:
        """Hold the trail against its chain of seals."""
        from missiondesk.store.chain import check

        with self.database.transaction() as connection:
            return check(connection)

    def take_back(self, unit: Unit, who: str, head: Step) -> Step:
        """Write the Step that takes another back, from the other's head.

        Raises:
            Refused: A record is no longer as that Step left it.
        """
        from missiondesk.store.steps import read_changes

        with self.database.transaction() as connection:
            step = read_changes(connection, head)
        unit.take_back(step)
        done = self.commit(unit, who, step.verb, step.subject, step.about, undoes=step.id)
        assert done is not None  # what takes back a Step is always written
        return done


def _purged_before(unit: Unit) -> list[tuple[str, str]]:
    """What was purged once does not come in again by a copy's trail, unless its record does."""
    keys = purged_keys(unit.all(Purge))
    return sorted(key for key in keys if unit.get(KINDS[key[0]], key[1]) is None)


@contextmanager
def _said_politely() -> Iterator[None]:
    """Turn what the database refuses in a user's values into a refusal; the rest is a bug."""
    from sqlalchemy.exc import DataError, IntegrityError

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
