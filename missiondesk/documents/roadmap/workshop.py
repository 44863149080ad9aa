# SPDX-License-Identifier: Apache-2.0
"""What every row of the chart is made with: measures, time axis, language and the cut texts."""

from __future__ import annotations

from datetime import date

from missiondesk.documents.escaping import MissingGlyphs, one_line
from missiondesk.documents.fonts import Face
from missiondesk.documents.roadmap.axis import TimeAxis
from missiondesk.documents.roadmap.paper import Layout
from missiondesk.documents.roadmap.placement import Bounds
from missiondesk.documents.roadmap.wrapping import WrappedText, wrapped
from missiondesk.language import Translator
from missiondesk.language.conventions import conventions


class Workshop:
    """Makes the texts of one roadmap's rows.

    Args:
        layout: Measures of the paper.
        axis: The time axis.
        today: The day of the today line.
        tr: Translator of the document's language.
        missing: Collects what no font can draw.

    Attributes:
        today: Where the today line stands, or None off the axis.
    """

    def __init__(
        self, layout: Layout, axis: TimeAxis, today: date, tr: Translator, missing: MissingGlyphs
    ) -> None:
        self.layout = layout
        self.axis = axis
        self.tr = tr
        self.missing = missing
        self.today = axis.x(today) if axis.shows(today) else None
        self.bounds = Bounds(axis.left, axis.right, self.today)
        self._cut_texts: dict[str, None] = {}

    def wrapped(self, text: str, face: Face, size: float, width: float, most: int) -> WrappedText:
        """``text`` in lines; noted to be printed in full when it has to be cut."""
        found = self.tried(text, face, size, width, most)
        if not found.whole:
            self.note_cut(text)
        return found

    def tried(self, text: str, face: Face, size: float, width: float, most: int) -> WrappedText:
        """``text`` in lines, of which nothing is noted yet."""
        return wrapped(text, face, size, width, most, self.missing)

    def note_cut(self, text: str) -> None:
        """Have ``text`` printed in full after the chart."""
        self._cut_texts[one_line(text)] = None

    @property
    def cut_texts(self) -> tuple[str, ...]:
        """What had to be cut, each once, in the order of the chart."""
        return tuple(self._cut_texts)

    def months(self, start: date, end: date) -> str:
        """Write "jan. 2026–jun. 2027" or "jan.–jun. 2026"."""
        names = conventions(self.tr.lang).short_months
        first, last = names[start.month - 1], names[end.month - 1]
        if (start.year, start.month) == (end.year, end.month):
            return f"{last} {end.year}"
        if start.year == end.year:
            return f"{first}–{last} {end.year}"
        return f"{first} {start.year}–{last} {end.year}"
