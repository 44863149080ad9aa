# SPDX-License-Identifier: Apache-2.0
"""Adds, revises and removes the records of coalition talks, each by one Step that is undone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar, cast

from missiondesk.domain import identity
from missiondesk.domain.entities import KINDS, Entity
from missiondesk.domain.step import Verb
from missiondesk.services.belongings import remove_with_belongings
from missiondesk.services.naming import name_of
from missiondesk.services.talks_rules import sound_in_talks

if TYPE_CHECKING:
    from missiondesk.services.session import Session

E = TypeVar("E", bound=Entity)


class TalksRecords:
    """The verbs that all kinds of records in talks have in common."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def has(self, kind: str, key: str) -> bool:
        """Whether there is a record of this kind, as `KINDS` names it, with this id."""
        return self._session.situation.get(KINDS[kind], key) is not None

    def add(self, record: E) -> E:
        """Add the record; it gets an id when it has none.

        Raises:
            Refused: A field is wrong.
        """
        made = cast("E", replace(cast("Any", record), id=record.id or identity.new_id()))
        made = sound_in_talks(self._session.situation, made)
        return self._session.keep(Verb.ADD_TO_TALKS, made)

    def revise(self, record: E) -> E:
        """Write the record as given.

        Raises:
            Refused: It is not there any more, or a field is wrong.
        """
        self._session.the(type(record), record.id)
        sound = sound_in_talks(self._session.situation, record)
        return self._session.keep(Verb.REVISE_TALKS, sound)

    def remove(self, kind: type[E], key: str) -> E:
        """Remove the record with all that belongs to it; returns what it was.

        Raises:
            Refused: It is not there any more.
        """
        gone = self._session.the(kind, key)
        with self._session.write(Verb.REMOVE_FROM_TALKS, key, name_of(gone)) as unit:
            remove_with_belongings(unit, kind, key)
        return gone
