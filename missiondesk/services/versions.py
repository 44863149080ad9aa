# SPDX-License-Identifier: Apache-2.0
"""Versions that people gave a name: saving is automatic, so a name is what makes one findable."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from missiondesk.domain.copy_sent import Purpose
from missiondesk.domain.message import N_
from missiondesk.domain.refused import Refused
from missiondesk.domain.step import Step, Verb

if TYPE_CHECKING:
    from missiondesk.services.session import Session

LONGEST: Final = 80  # letters of a name


class Versions:
    """Names the present state by a Step without changes; the trail leads back to it."""

    def __init__(self, session: Session) -> None:
        self._session = session

    @property
    def offered(self) -> bool:
        """Whether one may be named or gone back to: in a workspace to write in that has a file."""
        store = self._session.store
        working = store.mark is None or store.mark.purpose is Purpose.EDIT
        return working and not store.read_only and store.path is not None

    def all(self) -> tuple[Step, ...]:
        """The Steps that named a version, the newest first."""
        return tuple(it for it in self._session.store.outlines() if it.verb is Verb.NAME_VERSION)

    def current(self) -> Step | None:
        """The version that the workspace is at: no record was changed since it was named."""
        for step in self._session.store.outlines():
            if step.verb is Verb.NAME_VERSION:
                return step
            if step.changes:
                return None
        return None

    def name(self, text: str) -> Step:
        """Give the present state a name.

        Raises:
            Refused: It is empty, too long, or the name of another version.
            Unavailable: The workspace is open for reading only.
        """
        name = " ".join(text.split())
        if not name:
            raise Refused(N_("Give the version a name."), field="name")
        if len(name) > LONGEST:
            raise Refused(
                N_("At most {most} letters, so that it fits into lists."),
                field="name",
                most=LONGEST,
            )
        if any(one.about.casefold() == name.casefold() for one in self.all()):
            raise Refused(N_("Another version is called “{name}”."), field="name", name=name)
        with self._session.write(Verb.NAME_VERSION, "", name) as unit:
            pass
        assert unit.step is not None  # acts on the history are always noted
        return unit.step
