# SPDX-License-Identifier: Apache-2.0
"""What the papers of a meeting, its minutes and the overview of bodies say."""

from __future__ import annotations

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.report_content import NO_METHOD, NO_ROWS, MethodNote, ReportHead, Rows


@dataclass(frozen=True, slots=True)
class AgendaCover:
    """One item of the agenda as it is laid before the meeting (indstilling).

    Attributes:
        facts: Purpose, who presents it, what it is about.
        recommendation: What the meeting is asked to decide.
    """

    title: str
    facts: str = ""
    recommendation: str = ""
    background: str = ""


@dataclass(frozen=True, slots=True)
class MeetingContent:
    """Papers of a meeting, or its minutes.

    Attributes:
        finding: What it is asked to decide, or what it decided.
        facts: Body, chair, date, place, papers, who came.
        agenda: The items in a table.
        covers: Each item at length; none in the minutes.
        minutes: What was said, a paragraph each.
        decisions: What was decided, or is still to be carried out.
        actions: What is to be done.
    """

    head: ReportHead
    finding: str
    facts: Rows = NO_ROWS
    agenda: Rows = NO_ROWS
    covers: tuple[AgendaCover, ...] = ()
    minutes: tuple[str, ...] = ()
    decisions: Rows = NO_ROWS
    actions: Rows = NO_ROWS
    method: MethodNote = NO_METHOD


@dataclass(frozen=True, slots=True)
class BodiesContent:
    """All bodies with who reports to whom.

    Attributes:
        bodies: One row a body.
        seats: Who sits where.
    """

    head: ReportHead
    finding: str
    bodies: Rows = NO_ROWS
    seats: Rows = NO_ROWS
    method: MethodNote = NO_METHOD
