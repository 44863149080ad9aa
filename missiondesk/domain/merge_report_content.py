# SPDX-License-Identifier: Apache-2.0
"""What the report on two copies that were put together says."""

from __future__ import annotations

from dataclasses import dataclass

from missiondesk.domain.report_content import ReportHead, Rows


@dataclass(frozen=True, slots=True)
class MergeReportContent:
    """The report.

    Attributes:
        finding: How much came in, was chosen and was left out, in a sentence or two.
        facts: Which copy it was, from whom, and what was done in each.
        sections: Conflicts with what was chosen, what came in, what was left out, what was mended.
    """

    head: ReportHead
    finding: str
    facts: Rows
    sections: tuple[Rows, ...]
