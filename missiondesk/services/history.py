# SPDX-License-Identifier: Apache-2.0
"""The trail as people read it, and undo and redo, which are writes like any other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from missiondesk.domain.step import Step

if TYPE_CHECKING:
    from missiondesk.services.session import Session


class History:
    """What was done, by whom, and taking it back."""

    def __init__(self, session: Session) -> None:
        self._session = session

    @property
    def undoable(self) -> Step | None:
        """The step that undo would take back, or None."""
        return self._session.store.undoable

    @property
    def redoable(self) -> Step | None:
        """The step that redo would do again, or None."""
        return self._session.store.redoable

    def steps(self, limit: int | None = None, before: int | None = None) -> tuple[Step, ...]:
        """Steps with their changes, the newest first; ``before`` is a step number to page on."""
        return self._session.store.steps(limit, before)

    def outlines(self, limit: int | None = None) -> tuple[Step, ...]:
        """Steps, the newest first; of the changes only which records they were of."""
        return self._session.store.outlines(limit)

    def step(self, key: str) -> Step | None:
        """The step with this id and all its changes, or None; any thread may ask."""
        return self._session.store.step(key)

    def undo(self) -> Step:
        """Take the last step back.

        Raises:
            Refused: There is none, or a record was changed since.
        """
        return self._session.store.undo()

    def redo(self) -> Step:
        """Do again what was taken back last.

        Raises:
            Refused: There is none, or a record was changed since.
        """
        return self._session.store.redo()
