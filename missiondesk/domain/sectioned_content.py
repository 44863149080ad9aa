# SPDX-License-Identifier: Apache-2.0
"""What a document of facts and tables says, one table a section: a merge, a letter for comments."""

from __future__ import annotations

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.report_content import ReportHead, Rows


@dataclass(frozen=True, slots=True)
class SectionedContent:
    """The document.

    Attributes:
        finding: What it comes to, in a sentence or two.
        facts: What it is about, in pairs.
        sections: Its tables in their order; one without rows and words is left out.
    """

    head: ReportHead
    finding: str
    facts: Rows
    sections: tuple[Rows, ...]
