# SPDX-License-Identifier: Apache-2.0
"""The course of a letter as a line of steps: where it stands, who moved it there, and when."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from missiondesk.domain.letter import LetterState
from missiondesk.language import Translator
from missiondesk.services.letter_course import CourseStep
from missiondesk.ui import theme
from missiondesk.ui.labels import mark
from missiondesk.ui.widgets.looks import column, text_label

# The states a letter usually goes through; the primary button leads to the next of them.
WAY: Final = (
    LetterState.DRAFT,
    LetterState.CHECKED,
    LetterState.CLEARED,
    LetterState.SIGNED,
    LetterState.ISSUED,
    LetterState.ACKNOWLEDGED,
)

_MOST_LINES = 3


def next_state(state: LetterState) -> LetterState | None:
    """The state that usually follows, None at the end of the way."""
    if state not in WAY or state is WAY[-1]:
        return None
    return WAY[WAY.index(state) + 1]


def standing(steps: Iterable[CourseStep]) -> dict[LetterState, CourseStep]:
    """The newest step into each state that still holds: going back takes what came after along."""
    found: dict[LetterState, CourseStep] = {}
    for step in steps:
        if step.state in WAY:
            earlier = WAY[: WAY.index(step.state)]
            found = {state: kept for state, kept in found.items() if state in earlier}
        found[step.state] = step
    return found


class Course(QWidget):
    """One column for each state, with a bar above those that are behind the letter."""

    def __init__(self, tr: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tr = tr
        self.setObjectName("letterCourse")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(6)
        self._grid.setVerticalSpacing(8)
        self._columns: list[QWidget] = []
        self._along = 0
        self._told: object = None

    def show_course(self, state: LetterState, steps: Iterable[CourseStep]) -> None:
        """Show the way that the letter took, and what is ahead of it."""
        held = standing(steps)
        ended = state not in WAY
        shown = [one for one in WAY if not ended or one in held] + ([state] if ended else [])
        told = (state, tuple(shown), tuple(held.values()))
        if told == self._told:
            return
        self._told = told
        for column_before in self._columns:
            self._grid.removeWidget(column_before)
            column_before.hide()
            column_before.deleteLater()
        behind = WAY[: WAY.index(state) + 1] if not ended else shown
        self._columns = [self._column(one, held.get(one), state, one in behind) for one in shown]
        self._along = 0
        self._place()
        self.setAccessibleName(
            "; ".join(self._spoken(one, held.get(one), one in behind) for one in shown)
        )

    def minimumSizeHint(self) -> QSize:
        """Six states beside each other may be too wide; two of them are not."""
        size = super().minimumSizeHint()
        return QSize(self._width_of(_MOST_LINES), size.height())

    def one_line(self) -> int:
        """Width in pixels in which all states stand beside each other."""
        return self._width_of(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _width_of(self, lines: int) -> int:
        """Pixels that the columns need in so many lines."""
        along = -(-len(self._columns) // lines)
        wide = [one.minimumSizeHint().width() for one in self._columns]
        below = [max(wide[place::along]) for place in range(along)]
        return sum(below) + max(along - 1, 0) * self._grid.horizontalSpacing()

    def _place(self) -> None:
        """In one line, or in more where the width is short."""
        every = range(1, _MOST_LINES + 1)
        lines = next((n for n in every if self._width_of(n) <= self.width()), _MOST_LINES)
        along = -(-len(self._columns) // lines)
        if along == self._along:
            return
        self._along = along
        for place, one in enumerate(self._columns):
            self._grid.addWidget(one, *divmod(place, along))
        for place in range(self._grid.columnCount()):
            self._grid.setColumnStretch(place, int(place < along))

    def _column(
        self, state: LetterState, step: CourseStep | None, now: LetterState, behind: bool
    ) -> QWidget:
        """A bar, the state, and below it who and when as far as the trail tells."""
        tr, sign = self._tr, mark(state, self._tr)
        bar = QFrame()
        bar.setFixedHeight(3)
        bar.setProperty("look", "reached" if behind else "ahead")
        look = "strong" if state is now else "" if behind else "lead"
        word = text_label(sign.text if behind else sign.word, look, wrap=True)
        word.setObjectName(f"course_{state.value}")
        # A wrapped label would let its longest word be cut.
        metrics = QFontMetrics(theme.font(weight=QFont.Weight.DemiBold))
        widest = max(metrics.horizontalAdvance(part) for part in word.text().split(" "))
        word.setMinimumWidth(widest + 2)
        parts: list[QWidget | None] = [bar, word]
        if step is not None:
            parts.append(text_label(tr.date(step.day), "least", wrap=True))
            parts.append(text_label(step.who, "least", wrap=True))
        return column(*parts, None, gap=0)

    def _spoken(self, state: LetterState, step: CourseStep | None, behind: bool) -> str:
        tr = self._tr
        word = tr.say(state.word)
        if step is None:
            return word if behind else tr.say("{state}: ahead", state=word)
        return f"{word}: {tr.date(step.day)}, {step.who}"
