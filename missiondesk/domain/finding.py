# SPDX-License-Identifier: Apache-2.0
"""A finding of the readiness check: rule, severity, whom it speaks of, a sentence, and how to mend
it.
"""

from __future__ import annotations

from missiondesk.domain.entities import KIND_OF, Entity
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_, Message, Worded


class Severity(Worded):
    """How much it matters, worst first."""

    ERROR = "error", N_("Error")
    WARNING = "warning", N_("Warning")
    NOTE = "note", N_("Note")

    @property
    def symbol(self) -> str:
        """Sign that stands before the rule's id."""
        return {"error": "■", "warning": "▲", "note": "○"}[self.value]

    @property
    def rank(self) -> int:
        """0 for the worst."""
        return list(Severity).index(self)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that needs a hand.

    Attributes:
        rule: Id from the field's literature, "M3".
        kind: Kind of the record it speaks of, as in `missiondesk.domain.entities.KINDS`.
        key: Its id.
        label: Its code or name, for people.
        field: Field of the record beside which it is shown, "" for the whole.
        mend: What to do, as an imperative sentence.
        takeaway: Which of the six takeaways it serves, 1 to 6.
        mission: Id of the mission it belongs to, or "".
    """

    rule: str
    severity: Severity
    kind: str
    key: str
    label: str
    field: str
    message: Message
    mend: Message
    takeaway: int
    mission: str = ""

    def concerns(self, record: Entity) -> bool:
        """Whether it speaks of this very record."""
        return self.kind == KIND_OF[type(record)] and self.key == record.id


def by_weight(findings: list[Finding]) -> tuple[Finding, ...]:
    """Findings with the worst first, then by subject and rule; equal input gives equal order."""
    rank = {severity: place for place, severity in enumerate(Severity)}
    return tuple(
        sorted(findings, key=lambda it: (rank[it.severity], it.label, it.rule, it.field, it.key))
    )
