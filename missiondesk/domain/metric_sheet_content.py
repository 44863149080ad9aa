# SPDX-License-Identifier: Apache-2.0
"""What the sheet of one key metric says, from its definition to its record of forecasts."""

from __future__ import annotations

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.report_content import (
    NO_METHOD,
    NO_ROWS,
    NO_WORDS,
    AttachedFile,
    ChartWords,
    MethodNote,
    ReportHead,
    Rows,
    Standing,
)


@dataclass(frozen=True, slots=True)
class MetricSheetContent:
    """The whole sheet.

    Attributes:
        finding: How the metric stands, in one sentence.
        measured: What is measured, from where, how often; (label, value) rows.
        lenses: The official rating and the other methods beside it; its lead says where they part.
        pace: Pace so far and pace needed from now.
        forecast: What the trend promises; the lead says the probability, the note the record.
        figures: All published figures with status and corrections.
        changes: Decided changes of metric, baseline, target or method (D2).
        quality: Note on the data's quality, or "".
    """

    head: ReportHead
    finding: str
    standing: Standing
    chart: ChartWords = NO_WORDS
    measured: Rows = NO_ROWS
    lenses: Rows = NO_ROWS
    pace: Rows = NO_ROWS
    forecast: Rows = NO_ROWS
    figures: Rows = NO_ROWS
    changes: Rows = NO_ROWS
    indicators: Rows = NO_ROWS
    breakdowns: Rows = NO_ROWS
    quality: str = ""
    method: MethodNote = NO_METHOD
    attachments: tuple[AttachedFile, ...] = ()
