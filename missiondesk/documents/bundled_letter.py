# SPDX-License-Identifier: Apache-2.0
"""A letter on its way into a file with others, as a value that loads no press."""

from __future__ import annotations

from missiondesk.charts.plots import TrajectoryPlot
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.letter_content import LetterContent


@dataclass(frozen=True, slots=True)
class BundledLetter:
    """One letter of several.

    Attributes:
        name: What it is called in the outline, and before the names of its files.
        content: What it says.
        plot: The key metric's chart, or None for a letter without one.
    """

    name: str
    content: LetterContent
    plot: TrajectoryPlot | None = None
