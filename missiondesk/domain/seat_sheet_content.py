# SPDX-License-Identifier: Apache-2.0
"""What the seat sheet says: the parliament, each constellation, and what adds up."""

from __future__ import annotations

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.report_content import NO_METHOD, NO_ROWS, MethodNote, ReportHead, Rows


@dataclass(frozen=True, slots=True)
class ConstellationContent:
    """One constellation.

    Attributes:
        verdicts: With all seats, without the North Atlantic ones, on whom it hangs; a sentence
            each.
    """

    name: str
    verdicts: tuple[str, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class SeatSheetContent:
    """The sheet.

    Attributes:
        finding: How many constellations have a majority or are viable, a sentence.
        house: Seats, and how many decide, a sentence.
        places: Who stands where, in tables as wide as a page.
        minimal: The smallest majorities.
    """

    head: ReportHead
    finding: str
    house: str
    parties: Rows = NO_ROWS
    constellations: tuple[ConstellationContent, ...] = ()
    places: tuple[Rows, ...] = ()
    power: Rows = NO_ROWS
    minimal: Rows = NO_ROWS
    method: MethodNote = NO_METHOD
