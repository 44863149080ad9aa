# SPDX-License-Identifier: Apache-2.0
"""One open workspace as all services share it: the store, the situation of the moment, the day."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from missiondesk.domain import identity
from missiondesk.domain.entities import KINDS, Entity
from missiondesk.domain.finding import Finding, by_weight
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_
from missiondesk.domain.refused import Refused
from missiondesk.domain.secretariat import Secretariat
from missiondesk.domain.situation import Situation, size_of
from missiondesk.domain.step import Step, Verb
from missiondesk.services.letter_dating import follow_fields
from missiondesk.services.naming import name_of
from missiondesk.system.collector import collector_held

if TYPE_CHECKING:
    from missiondesk.store.store import Store
    from missiondesk.store.unit import Unit

E = TypeVar("E", bound=Entity)

# Fewer records than this are checked within the blink of an eye.
_LARGE = 3_000


@dataclass(slots=True)
class _Checking:
    """A readiness check on its way."""

    situation: Situation
    parts: Iterator[list[Finding]]
    found: list[Finding]


class Session:
    """The store with what every verb needs of it; the situation is built once a Step."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._situation: tuple[date, Situation] | None = None
        self._findings: tuple[Situation, tuple[Finding, ...]] | None = None
        self._checking: _Checking | None = None
        # Whether somebody calls `check_on` until it is done, so that the former findings may stand
        # meanwhile; see `findings`.
        self.patient = False
        self._whole: Unit | None = None
        self._unlisten = store.listen(self._forget)

    @property
    def secretariat(self) -> Secretariat:
        """The workspace's one record of settings."""
        found = self.store.all(Secretariat)
        return found[0] if found else Secretariat("")

    @property
    def today(self) -> date:
        """The day to which everything is judged: the date of the data, else the calendar's."""
        data_date = self.secretariat.data_date
        return data_date.last if data_date is not None else identity.today()

    @property
    def situation(self) -> Situation:
        """All records with their indexes, as of now; kept until the next Step or the next day."""
        today = self.today
        if self._situation is None or self._situation[0] != today:
            records: dict[type[Entity], tuple[Entity, ...]] = {}
            for kind in KINDS.values():
                records[kind] = self.store.all(kind)
            self._situation = (today, Situation(records, today))
        return self._situation[1]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What the readiness check says of the situation, worst first; kept as long as it.

        A patient screen gets the former findings of a large workspace while it is checked anew.
        """
        if self._findings is None or (not self.checked and not self.waits):
            self.check_on(None)
        assert self._findings is not None
        return self._findings[1]

    @property
    def checked(self) -> bool:
        """Whether the findings are those of the present situation."""
        return self._findings is not None and self._findings[0] is self.situation

    @property
    def unchecked(self) -> bool:
        """Whether nobody asked for the findings since the workspace was opened."""
        return self._findings is None

    @property
    def waits(self) -> bool:
        """Whether the former findings stand until `check_on` is done."""
        stale = self._findings is not None and not self.checked
        return stale and self.patient and self.large

    @property
    def large(self) -> bool:
        """Whether it is felt when all of the situation is read in one go."""
        return size_of(self.situation) > _LARGE

    def check_on(self, seconds: float | None) -> bool:
        """Go on with the readiness check for about ``seconds`` (None: to the end), rule by rule;
        returns whether it is done.
        """
        situation = self.situation
        if self.checked:
            return True
        if self._checking is None or self._checking.situation is not situation:
            # All rules of the check: the first page stands before they are needed.
            from missiondesk.domain.readiness import check_in_parts

            self._checking = _Checking(situation, check_in_parts(situation), [])
        end = None if seconds is None else time.perf_counter() + seconds
        with collector_held():
            for part in self._checking.parts:
                self._checking.found.extend(part)
                if end is not None and time.perf_counter() > end:
                    return False
        self._findings = (situation, by_weight(self._checking.found))
        self._checking = None
        return True

    def the(self, kind: type[E], key: str) -> E:
        """The record of this id.

        Raises:
            Refused: It is not there (any more).
        """
        found = self.store.get(kind, key)
        if found is None:
            raise Refused(N_("The record is not there any more."))
        return found

    @contextmanager
    def write(self, verb: Verb, subject: str, about: str = "") -> Iterator[Unit]:
        """Begin one Step; leaving the block commits it, an error inside leaves no trace.

        Dated letters of the RACI matrix follow the offices that the Step changes.
        """
        if self._whole is not None:
            yield self._whole
            return
        with self.store.write(verb, subject, about) as unit:
            yield unit
            follow_fields(unit, self)

    @contextmanager
    def as_one(self, verb: Verb, subject: str, about: str = "") -> Iterator[None]:
        """Let all that is written in the block be one Step with this name.

        Nothing of it is seen until the block ends, also not by the rules of the verbs in it.
        """
        with self.write(verb, subject, about) as unit:
            self._whole = unit
            try:
                yield
            finally:
                self._whole = None

    def keep(self, verb: Verb, record: E) -> E:
        """Write one record in a Step of its own, called as the record is, and return it."""
        with self.write(verb, record.id, name_of(record)) as unit:
            unit.save(record)
        return record

    def close(self, discard: bool = False) -> None:
        """Close the store and end listening; see `Store.close`."""
        self.store.close(discard=discard)
        self._unlisten()

    def leave(self) -> None:
        """Hold nothing of the workspace any more: it is locked."""
        self._unlisten()
        self._situation = self._findings = self._checking = None

    def _forget(self, step: Step) -> None:
        self._situation = None
