# SPDX-License-Identifier: Apache-2.0
"""What the readiness check finds, for all pages and beside each field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from missiondesk.domain.entities import KIND_OF, Entity
from missiondesk.domain.finding import Finding, Severity

if TYPE_CHECKING:
    from missiondesk.services.session import Session


class Readiness:
    """Findings as of now; nothing here writes."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def be_patient(self) -> None:
        """Let the former findings of a large workspace stand until `go_on` has checked it anew."""
        self._session.patient = True

    @property
    def comes(self) -> bool:
        """Whether nothing was checked yet and the screen will see to it, once its page is seen."""
        return self._session.patient and self._session.unchecked

    @property
    def waits(self) -> bool:
        """Whether the former findings stand for those of now, until `go_on` is done."""
        return self._session.waits

    def go_on(self, seconds: float) -> bool:
        """Check for about so long; returns whether the findings are now those of the present."""
        return self._session.check_on(seconds)

    def findings(self) -> tuple[Finding, ...]:
        """All findings, worst first."""
        return self._session.findings

    def of(self, kind: type[Entity], key: str) -> tuple[Finding, ...]:
        """Findings that speak of this record."""
        name = KIND_OF[kind]
        return tuple(one for one in self.findings() if one.kind == name and one.key == key)

    def of_mission(self, mission: str) -> tuple[Finding, ...]:
        """Findings of the mission and of all that belongs to it."""
        return tuple(one for one in self.findings() if one.mission == mission)

    def count(self, severity: Severity) -> int:
        """How many findings have this severity."""
        return sum(one.severity is severity for one in self.findings())
