# SPDX-License-Identifier: Apache-2.0
"""The page of the trail: every step with who, when and what, and each field before and after."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from missiondesk.domain.refused import Refused
from missiondesk.domain.step import Step
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.ui.history.changes import ChangeRow, change_rows
from missiondesk.ui.history.columns import change_columns, step_columns, step_title
from missiondesk.ui.history.subjects import SUBJECTS, belongs_to
from missiondesk.ui.hub import Hub
from missiondesk.ui.pages import Navigate
from missiondesk.ui.seen_page import SeenPage
from missiondesk.ui.widgets.choice_box import ChoiceBox
from missiondesk.ui.widgets.empty_state import EmptyState
from missiondesk.ui.widgets.headline import Headline
from missiondesk.ui.widgets.looks import column, push_button, row, text_label
from missiondesk.ui.widgets.scroll_page import page_layout
from missiondesk.ui.widgets.side_by_side import movable
from missiondesk.ui.widgets.table import ReadTable

SHOWN = 500  # steps read at a time


class HistoryPage(SeenPage, QWidget):
    """Steps newest first at the left, the changes of the chosen one at the right."""

    def __init__(
        self,
        desk: Desk,
        hub: Hub,
        tr: Translator,
        navigate: Navigate,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("historyPage")
        self._desk, self._hub, self._say = desk, hub, tr
        self._navigate = navigate
        self._steps: dict[str, Step] = {}
        self._undoing: set[str] = set()  # the columns look into it
        self._undo = push_button(
            tr.say("Undo the last step"), "undoLast", self._undo_last, "", "undo-2"
        )
        self._head = Headline(self._undo)
        layout = page_layout(self)
        layout.addWidget(self._head)
        layout.addWidget(self._filter())
        layout.addWidget(movable(self._step_table(), self._detail()), 1)
        self.follow(hub)
        self.read_again()

    # -- parts -----------------------------------------------------------------------------
    def _filter(self) -> QWidget:
        say = self._say.say
        self._subject = ChoiceBox()
        self._subject.setObjectName("subjectFilter")
        self._subject.setAccessibleName(say("Show steps about"))
        self._subject.addItem(say("everything"), "")
        for subject, word in SUBJECTS.items():
            self._subject.addItem(say(word), subject)
        self._subject.currentIndexChanged.connect(lambda _place: self.refresh())
        label = text_label(say("Show steps about"), "label")
        label.setBuddy(self._subject)
        self._more = push_button(say("Read older steps"), "olderSteps", self._older, "link")
        return row(label, self._subject, None, self._more)

    def _step_table(self) -> ReadTable[Step]:
        say = self._say.say
        self.table: ReadTable[Step] = ReadTable(
            step_columns(self._say, self._undoing),
            key=lambda it: it.id,
            name="stepTable",
            title=say("Steps, newest first"),
            sort_text=self._say.sort_key,
            empty=EmptyState(say("Nothing has been done about this yet.")),
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

    # -- page ------------------------------------------------------------------------------
    def refresh(self) -> None:
        """Read the newest steps again."""
        self._read(max(SHOWN, len(self._steps)))

    def _older(self) -> None:
        self._read(len(self._steps) + SHOWN)

    def _read(self, most: int) -> None:
        steps = self._desk.history.steps(most)
        self._steps = {step.id: step for step in steps}
        self._undoing.update(step.id for step in steps if step.undoes is not None)
        subject = str(self._subject.currentData() or "")
        self.table.show_rows([step for step in steps if belongs_to(step, subject)])
        older = bool(steps) and steps[-1].number > 1
        self._more.setVisible(older)
        self._say_how_many(steps[0].number if steps else 0, steps[0] if steps else None)
        undoable = self._desk.history.undoable
        self._undo.setEnabled(undoable is not None and not self._desk.read_only)
        if not self.table.selected() and self.table.rows():
            self.table.select(self.table.rows()[0].id)

    def _say_how_many(self, number: int, last: Step | None) -> None:
        say = self._say
        head = say.plural("{count} step in the trail", "{count} steps in the trail", number)
        detail = ""
        if last is not None:
            detail = say.say(
                "Last: {what}, {when}, by {who}. Every step can be read here for ever.",
                what=_small(step_title(last, say, self._undoing)),
                when=say.moment(last.at.astimezone()),
                who=last.who,
            )
        self._head.say(head, detail)

    def show_record(self, key: str) -> None:
        """Choose a step by its id."""
        self._subject.setCurrentIndex(0)
        self.table.select(key)

    def count(self) -> int | None:
        """The trail has no number beside its name: it only ever grows."""
        return None

    def _changed(self, step: Step) -> None:
        super()._changed(step)
        if self.isVisible() and self.table.rows():
            self.table.select(self.table.rows()[0].id)

    def _show_changes(self, key: str) -> None:
        step = self._steps.get(key)
        if step is None:
            self._title.setText("")
            self._under.setText("")
            self.changes.show_rows([])
            return
        about = f": {step.about}" if step.about else ""
        self._title.setText(f"{step_title(step, self._say, self._undoing)}{about}")
        say = self._say
        self._under.setText(
            say.say("{when}, by {who}", when=say.moment(step.at.astimezone()), who=step.who)
        )
        rows = change_rows(step, self._desk.situation, say)
        self.changes.show_column(1, any(it.before for it in rows))
        self.changes.show_column(2, any(it.after for it in rows) or not rows)
        self.changes.show_rows(rows)

    def _undo_last(self) -> None:
        try:
            self._desk.history.undo()
        except Refused as refused:
            self._hub.say(self._say.tell(refused.message))


def _small(title: str) -> str:
    """A title inside a sentence begins small."""
    return title[:1].lower() + title[1:]
