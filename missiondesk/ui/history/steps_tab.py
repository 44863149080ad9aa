# SPDX-License-Identifier: Apache-2.0
"""The trail: steps newest first at the left, what the chosen one changed at the right."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from missiondesk.domain.step import Step
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.services.trail_words import ChangeRow, change_rows, step_title
from missiondesk.ui.history.columns import change_columns, step_columns
from missiondesk.ui.history.seal_line import SealLine
from missiondesk.ui.history.step_filter import StepFilter
from missiondesk.ui.hub import Hub
from missiondesk.ui.widgets.empty_state import EmptyState
from missiondesk.ui.widgets.looks import column, push_button, row, text_label
from missiondesk.ui.widgets.side_by_side import movable
from missiondesk.ui.widgets.table import ReadTable

SHOWN = 500  # steps read at a time


class StepsTab(QWidget):
    """Who did what, when, and each field before and after."""

    def __init__(self, desk: Desk, hub: Hub, tr: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("stepsTab")
        self._desk, self._say = desk, tr
        self._steps: dict[str, Step] = {}
        self.undoing: set[str] = set()  # the columns look into it
        self.filter = StepFilter(desk, tr)
        self.filter.changed.connect(self._narrow)
        self._more = push_button(tr.say("Read older steps"), "olderSteps", self._older, "link")
        self.seal = SealLine(desk, hub, tr)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 10, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.seal.bar)
        layout.addWidget(self.filter)
        layout.addWidget(movable(self._step_table(), self._detail()), 1)
        layout.addWidget(row(self.seal, None, self._more))

    def _step_table(self) -> ReadTable[Step]:
        say = self._say.say
        self._empty = EmptyState(
            say("No step fits the filter."), say("Show everything"), self.filter.clear
        )
        self.table: ReadTable[Step] = ReadTable(
            step_columns(self._say, self.undoing),
            key=lambda it: it.id,
            name="stepTable",
            title=say("Steps, newest first"),
            sort_text=self._say.sort_key,
            empty=self._empty,
        )
        self.table.chosen.connect(self._show_changes)
        return self.table

    def _detail(self) -> QWidget:
        say = self._say.say
        self._title = text_label("", "section", wrap=True)
        self._title.setObjectName("stepTitle")
        self._under = text_label("", "detail", wrap=True)
        self.changes: ReadTable[ChangeRow] = ReadTable(
            change_columns(self._say),
            key=lambda it: it.key,
            name="changeTable",
            title=say("What the step changed"),
            sort_text=self._say.sort_key,
            empty=EmptyState(say("Choose a step to see what it changed.")),
        )
        made = QWidget()
        inner = QVBoxLayout(made)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(8)
        inner.addWidget(column(self._title, self._under, gap=2))
        inner.addWidget(self.changes, 1)
        return made

    # -- reading -----------------------------------------------------------------------------
    def refresh(self) -> None:
        """Read the newest steps again."""
        self._read(max(SHOWN, len(self._steps)))

    def _older(self) -> None:
        self._read(len(self._steps) + SHOWN)

    def _read(self, most: int) -> None:
        steps = self._desk.history.steps(most)
        self._steps = {step.id: step for step in steps}
        self.undoing.update(step.id for step in steps if step.undoes is not None)
        self.filter.offer(steps)
        self._more.setVisible(bool(steps) and steps[-1].number > 1)
        self._narrow()

    def _narrow(self) -> None:
        wanted = self.filter.wanted()
        self.table.show_rows(self._desk.trail.narrowed(self._steps.values(), wanted))
        if not self.table.selected() and self.table.rows():
            self.table.select(self.table.rows()[0].id)

    def last(self) -> Step | None:
        """The newest step, or None while there is none."""
        return next(iter(self._steps.values()), None)

    def show_newest(self) -> None:
        """Choose the newest step."""
        if self.table.rows():
            self.table.select(self.table.rows()[0].id)

    def open(self, key: str) -> None:
        """Choose a step by its id."""
        self.filter.clear()
        self.table.select(key)

    def _show_changes(self, key: str) -> None:
        step = self._steps.get(key)
        if step is None:
            self._title.setText("")
            self._under.setText("")
            self.changes.show_rows([])
            return
        about = f": {step.about}" if step.about else ""
        self._title.setText(f"{step_title(step, self._say, self.undoing)}{about}")
        say = self._say
        self._under.setText(
            say.say("{when}, by {who}", when=say.moment(step.at.astimezone()), who=step.who)
        )
        rows = change_rows(step, self._desk.situation, say)
        self.changes.show_column(1, any(it.before for it in rows))
        self.changes.show_column(2, any(it.after for it in rows) or not rows)
        self.changes.show_rows(rows)
