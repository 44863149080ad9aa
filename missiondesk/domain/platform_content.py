# SPDX-License-Identifier: Apache-2.0
"""What the printed platform says, and the table from platform to letters, as plain values."""

from __future__ import annotations

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.report_content import NO_METHOD, NO_ROWS, MethodNote, ReportHead, Rows


@dataclass(frozen=True, slots=True)
class ChapterContent:
    """One chapter.

    Attributes:
        title: Number and title.
        narrative: Paragraphs that are no list.
        goals: Numbered goals with who answers for them, when, and who agreed.
        missions: The missions that serve its goals, with metric and target.
    """

    title: str
    narrative: tuple[str, ...] = ()
    goals: Rows = NO_ROWS
    missions: Rows = NO_ROWS


@dataclass(frozen=True, slots=True)
class PlatformContent:
    """The whole platform.

    Attributes:
        parties: Who stands behind it, and since when.
        summary: How many chapters, goals and missions there are, a sentence.
        money: What the goals cost by year, in tables as wide as a page.
        coverage: From platform to letters; empty in public.
        fallen: What fell out on the way, a sentence each.
    """

    head: ReportHead
    parties: str = ""
    summary: str = ""
    chapters: tuple[ChapterContent, ...] = ()
    money: tuple[Rows, ...] = ()
    coverage: Rows = NO_ROWS
    fallen: tuple[str, ...] = ()
    method: MethodNote = NO_METHOD


@dataclass(frozen=True, slots=True)
class CoverageContent:
    """The table from platform to letters alone.

    Attributes:
        finding: How many goals reached a letter, a sentence.
    """

    head: ReportHead
    finding: str
    coverage: Rows = NO_ROWS
    fallen: tuple[str, ...] = ()
    method: MethodNote = NO_METHOD
