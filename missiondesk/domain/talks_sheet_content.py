# SPDX-License-Identifier: Apache-2.0
"""What a sheet of the coalition talks says: a finding, what to know, and tables under headings."""

from __future__ import annotations

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.report_content import NO_METHOD, MethodNote, ReportHead, Rows


@dataclass(frozen=True, slots=True)
class TalksSection:
    """One part under its heading.

    Attributes:
        texts: Paragraphs.
        points: Points below them.
        tables: Tables below those; their own titles stand a level lower.
    """

    title: str
    texts: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    tables: tuple[Rows, ...] = ()


@dataclass(frozen=True, slots=True)
class TalksSheetContent:
    """The sheet.

    Attributes:
        finding: The sentence to keep.
        texts: What stands under it before the first part.
    """

    head: ReportHead
    finding: str = ""
    texts: tuple[str, ...] = ()
    sections: tuple[TalksSection, ...] = ()
    method: MethodNote = NO_METHOD
