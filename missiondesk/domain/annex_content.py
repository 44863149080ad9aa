# SPDX-License-Identifier: Apache-2.0
"""What the annex of commitments says: every commitment of a mission in full."""

from __future__ import annotations

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.report_content import NO_METHOD, NO_ROWS, MethodNote, ReportHead, Rows


@dataclass(frozen=True, slots=True)
class AnnexContent:
    """The commitments of one mission, as they stand word for word in every letter (L10).

    Attributes:
        sentence: The mission in one sentence.
        lead: How many there are and to which letters they belong.
        commitments: All of them.
        shared: By whom they are shared, an office a row.
    """

    head: ReportHead
    sentence: str
    lead: str
    commitments: Rows
    shared: Rows = NO_ROWS
    method: MethodNote = NO_METHOD
