# SPDX-License-Identifier: Apache-2.0
"""The trail: steps newest first at the left, what the chosen one changed at the right."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from missiondesk.domain.situation import Situation
from missiondesk.domain.step import Step
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.services.trail_words import ChangeRow, change_rows, step_title
from missiondesk.ui.history.columns import change_columns, step_columns
from missiondesk.ui.history.seal_line import SealLine
from missiondesk.ui.history.step_filter import StepFilter
from missiondesk.ui.hub import Hub
from missiondesk.ui.tasks import Cancelled, Task
from missiondesk.ui.widgets.empty_state import EmptyState
from missiondesk.ui.widgets.looks import column, push_button, text_label
from missiondesk.ui.widgets.side_by_side import movable
from missiondesk.ui.widgets.table import ReadTable

SHOWN = 500  # steps read at a time
AT_ONCE = 200  # changes of a step that are read without the worker


class StepsTab(QWidget):
    """Who did what, when, and each field before and after."""

    def __init__(self, desk: Desk, hub: Hub, tr: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("stepsTab")
        self._desk, self._say = desk, tr
        self._tasks = hub.tasks
        self._reading: Task[list[ChangeRow]] | None = None
        self._steps: dict[str, Step] = {}
        self.undoing: set[str] = set()  # the columns look into it
        self.filter = StepFilter(desk, tr)
        self.filter.changed.connect(self.show_steps)
        self._more = push_button(tr.say("Read older steps"), "olderSteps", self._older, "link")
        self.seal = SealLine(desk, hub, tr)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 10, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.seal.bar)
        layout.addWidget(self.filter)
        layout.addWidget(movable(self._step_table(), self._detail()), 1)
        foot = QHBoxLayout()
        foot.addWidget(self.seal, 1)
        foot.addWidget(self._more, 0, Qt.AlignmentFlag.AlignBottom)
        layout.addLayout(foot)

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
    def read(self) -> None:
        """Read the newest steps again; `show_steps` shows them."""
        self._read(max(SHOWN, len(self._steps)))

    def _older(self) -> None:
        self._read(len(self._steps) + SHOWN)
        self.show_steps()

    def _read(self, most: int) -> None:
        steps = self._desk.history.outlines(most)
        self._steps = {step.id: step for step in steps}
        self.undoing.update(step.id for step in steps if step.undoes is not None)
        self.filter.offer(steps)
        self._more.setVisible(bool(steps) and steps[-1].number > 1)
        if sum(len(step.changes) for step in steps) > AT_ONCE:
            make_ready = self._desk.trail.make_ready
            self._tasks.run(
                self._say.say("Reading the steps"), lambda _progress: make_ready(),
                lambda _none: None, self._not_read, self,
            )  # fmt: skip

    def show_steps(self) -> None:
        """Show those of the steps that pass the filter."""
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
        """Show what a step changed; thousands of changes are read by the worker."""
        step = self._steps.get(key)
        if self._reading is not None:
            self._reading.cancel()
            self._reading = None
        if step is None:
            self._title.setText("")
            self._under.setText("")
            self.changes.show_rows([])
            return
        self._say_which(step)
        read = partial(_rows_of, self._desk, self._desk.situation, key, self._say)
        if len(step.changes) <= AT_ONCE:
            self._show_rows(read())
            return
        self.changes.show_rows([])
        self._reading = self._tasks.run(
            self._say.say("Reading the steps"), lambda _progress: read(),
            lambda rows: self._show_rows(rows) if self.table.selected() == key else None,
            self._not_read, self,
        )  # fmt: skip

    def _say_which(self, step: Step) -> None:
        about = f": {step.about}" if step.about else ""
        self._title.setText(f"{step_title(step, self._say, self.undoing)}{about}")
        say = self._say
        self._under.setText(
            say.say("{when}, by {who}", when=say.moment(step.at.astimezone()), who=step.who)
        )

    def _not_read(self, error: BaseException) -> None:
        if not isinstance(error, Cancelled):
            raise error

    def _show_rows(self, rows: Sequence[ChangeRow]) -> None:
        self.changes.show_column(1, any(it.before for it in rows))
        self.changes.show_column(2, any(it.after for it in rows) or not rows)
        self.changes.show_rows(rows)


def _rows_of(desk: Desk, now: Situation, key: str, tr: Translator) -> list[ChangeRow]:
    step = desk.history.step(key)
    return change_rows(step, now, tr) if step is not None else []
