# SPDX-License-Identifier: Apache-2.0
"""All comments in threads: answered, settled, taken up again."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from missiondesk.domain.comment import Comment, CommentState
from missiondesk.domain.refused import Refused
from missiondesk.language import Translator
from missiondesk.services.comment_words import subject_said
from missiondesk.services.desk import Desk
from missiondesk.services.saving import Unavailable
from missiondesk.ui.comment_dialog import comment_columns
from missiondesk.ui.hub import Hub
from missiondesk.ui.widgets.check_box import CheckBox
from missiondesk.ui.widgets.empty_state import EmptyState
from missiondesk.ui.widgets.fields import TextField
from missiondesk.ui.widgets.looks import push_button, row
from missiondesk.ui.widgets.table import Column, ReadTable


class CommentsTab(QWidget):
    """The open threads first of all; settled ones where they are wanted."""

    def __init__(self, desk: Desk, hub: Hub, tr: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("commentsTab")
        self._desk, self._hub, self._tr = desk, hub, tr
        say = tr.say
        about: Column[Comment] = Column(
            say("About"), lambda it: "" if it.answers else subject_said(it, desk.comments, tr),
            lambda it: "" if it.answers else it.quoted, stretch=2, width=200, wrap=True, lines=4,
            detail_lines=3,
        )  # fmt: skip
        self.table: ReadTable[Comment] = ReadTable(
            [about, *comment_columns(tr)],
            key=lambda it: it.id,
            name="commentTable",
            title=say("Comments"),
            sort_text=tr.sort_key,
            empty=EmptyState(
                say("No comment is open. Edit → Comment… makes one on what is on the screen.")
            ),
        )
        self.table.chosen.connect(lambda _key: self._enable())
        self.settled = CheckBox(say("Settled ones too"))
        self.settled.setObjectName("settledComments")
        self.settled.toggled.connect(lambda _on: self.refresh())
        self.text = TextField("commentText", say("Answer or outcome"), tr)
        self.answer_button = push_button(say("Answer"), "answerComment", self.answer)
        self.settle_button = push_button(say("Settle"), "settleComment", self.settle, "primary")
        self.reopen_button = push_button(say("Take up again"), "reopenComment", self.reopen)
        self.remove_button = push_button(say("Remove"), "removeComment", self.remove, "link")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 10, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(row(self.settled, None))
        layout.addWidget(self.table, 1)
        layout.addWidget(self.text)
        layout.addWidget(
            row(self.answer_button, self.settle_button, self.reopen_button, None,
                self.remove_button)
        )  # fmt: skip

    def refresh(self) -> None:
        """Read them again."""
        self.table.show_rows(self._desk.comments.all(settled=self.settled.isChecked()))
        self._enable()

    def _chosen(self) -> Comment | None:
        key = self.table.selected()
        return next((one for one in self.table.rows() if one.id == key), None)

    def _enable(self) -> None:
        one = self._chosen()
        able = one is not None and not self._desk.read_only
        settled = one is not None and one.state is CommentState.RESOLVED
        for button, on in (
            (self.answer_button, able),
            (self.settle_button, able and not settled),
            (self.reopen_button, able and settled),
            (self.remove_button, able),
        ):
            button.setEnabled(on)

    def answer(self) -> None:
        """Answer the chosen remark with what was written."""
        self._do(lambda key: self._desk.comments.answer(key, self.text.read()))

    def settle(self) -> None:
        """Settle its thread, with what was written as the outcome."""
        self._do(lambda key: self._desk.comments.settle(key, self.text.read()))

    def reopen(self) -> None:
        """Take a settled thread up again."""
        self._do(self._desk.comments.reopen)

    def remove(self) -> None:
        """Remove the remark with its answers."""
        self._do(self._desk.comments.remove)

    def _do(self, act: Callable[[str], object]) -> None:
        key = self.table.selected()
        self.text.clear_refusal()
        if not key:
            return
        try:
            act(key)
        except (Refused, Unavailable) as no:
            self.text.refuse(self._tr.tell(no.message))
            return
        self.text.write("")
        self.refresh()
