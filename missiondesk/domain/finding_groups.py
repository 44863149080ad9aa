# SPDX-License-Identifier: Apache-2.0
"""Many findings of one rule as one, so that a list of hundreds can be read by people."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from missiondesk.domain.finding import Finding, Severity
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import Message

MOST_ALONE: Final = 5  # findings of one sentence that stand alone; more are one line


@dataclass(frozen=True, slots=True)
class FindingGroup:
    """Findings of one rule that say the same of different records; usually a single one.

    Attributes:
        findings: At least one, in the order in which they were found.
    """

    findings: tuple[Finding, ...]

    @property
    def first(self) -> Finding:
        """The one that stands for all."""
        return self.findings[0]

    @property
    def labels(self) -> tuple[str, ...]:
        """Of which records they speak, each once."""
        return tuple(dict.fromkeys(one.label for one in self.findings if one.label))

    @property
    def said_alike(self) -> Message | None:
        """The sentence, where all say the very same; else None."""
        said = {one.message for one in self.findings}
        return self.first.message if len(said) == 1 else None

    def __len__(self) -> int:
        return len(self.findings)


def grouped(findings: Sequence[Finding]) -> tuple[FindingGroup, ...]:
    """The findings in their order; more than five of one rule with one sentence and one remedy are
    one group, which stands where the first of them stood.
    """
    alike: dict[tuple[str, Severity, str, str], list[Finding]] = {}
    for one in findings:
        alike.setdefault(_kind(one), []).append(one)
    groups = []
    for one in findings:
        them = alike[_kind(one)]
        if len(them) <= MOST_ALONE:
            groups.append(FindingGroup((one,)))
        elif one is them[0]:
            groups.append(FindingGroup(tuple(them)))
    return tuple(groups)


def _kind(one: Finding) -> tuple[str, Severity, str, str]:
    return one.rule, one.severity, one.message.msgid, one.mend.msgid
