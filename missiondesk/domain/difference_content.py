# SPDX-License-Identifier: Apache-2.0
"""What a comparison of two letters says: how many places differ, and each part word by word."""

from __future__ import annotations

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.report_content import ReportHead
from missiondesk.domain.word_difference import Difference, places


@dataclass(frozen=True, slots=True)
class DifferingPart:
    """One part of the letters, in the order in which they are printed.

    Attributes:
        title: What the part is called.
        lines: Its lines with their changes; unchanged stretches are shortened.
        unchanged: Lines that are left out because nothing in them differs.
    """

    title: str
    lines: tuple[Difference, ...] = ()
    unchanged: int = 0

    @property
    def places(self) -> int:
        """At how many places it differs."""
        return sum(places(line) for line in self.lines)


@dataclass(frozen=True, slots=True)
class DifferenceContent:
    """The whole comparison.

    Attributes:
        finding: At how many places they differ, in a sentence.
        letters: Label and name of the former and the latter.
        parts: Those that differ.
        same: Titles of the parts that do not.
    """

    head: ReportHead
    finding: str
    letters: tuple[tuple[str, str], ...]
    parts: tuple[DifferingPart, ...] = ()
    same: tuple[str, ...] = ()

    @property
    def places(self) -> int:
        """At how many places the letters differ."""
        return sum(one.places for one in self.parts)
