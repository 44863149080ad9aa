# SPDX-License-Identifier: Apache-2.0
"""Words about initiatives looked up once a reading instead of once a cell."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from missiondesk.domain.finding import Finding, Severity
from missiondesk.domain.initiative import Initiative, Stage
from missiondesk.language import Translator
from missiondesk.services.desk import Desk


class Known:
    """Codes, offices, ministries and findings as of the last `read`."""

    def __init__(self) -> None:
        self._today = date.min
        self._codes: dict[str, str] = {}
        self._offices: dict[str, str] = {}
        self._ministries: dict[str, str | None] = {}
        self._findings: dict[str, list[Finding]] = {}
        self._texts: dict[str, tuple[Initiative, str]] = {}

    def read(self, desk: Desk, tr: Translator) -> None:
        """Look everything up again."""
        self._today = desk.today
        self._codes = {one.id: one.code for one in desk.missions.all()}
        offices = {one.id: one for one in desk.organisation.offices()}
        titles = {key: one.title.in_language(tr.lang) for key, one in offices.items()}
        if titles != self._offices:
            self._texts.clear()
        self._offices = titles
        self._ministries = {key: one.ministry for key, one in offices.items()}
        self._findings = {}
        for finding in desk.readiness.findings():
            if finding.kind == "initiative":
                self._findings.setdefault(finding.key, []).append(finding)

    def mission(self, it: Initiative) -> str:
        """Code of its mission, "–" for an orphan."""
        return self._codes.get(it.mission or "", "–")

    def ministry(self, it: Initiative) -> str | None:
        """Id of the ministry of its office, or None."""
        return self._ministries.get(it.office or "")

    def owner(self, it: Initiative) -> str:
        """Who is responsible and who delivers."""
        parts = [self._offices.get(it.office or "", ""), it.delivery_body]
        return ", ".join(part for part in parts if part)

    def late(self, it: Initiative) -> bool:
        """Whether its next decision is overdue."""
        live = it.stage not in (Stage.CLOSED, Stage.EMBED)
        return live and it.gate_due is not None and it.gate_due.last < self._today

    def findings(self, it: Initiative) -> Sequence[Finding]:
        """What the check says of it, worst first."""
        return self._findings.get(it.id, ())

    def weight(self, it: Initiative) -> str:
        """Colour of what is said of them."""
        errors = any(one.severity is Severity.ERROR for one in self.findings(it))
        return "bad" if errors else "wait"

    def text(self, it: Initiative) -> str:
        """What a search for words looks through, in small letters."""
        kept = self._texts.get(it.id)
        if kept is None or kept[0] is not it:
            parts = (it.code, it.title.da, it.title.en, self.owner(it))
            kept = (it, " ".join(parts).casefold())
            self._texts[it.id] = kept
        return kept[1]
