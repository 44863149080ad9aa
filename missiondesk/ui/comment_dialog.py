# SPDX-License-Identifier: Apache-2.0
"""What was remarked on one record, and a field for the next remark."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from missiondesk.domain.comment import Comment
from missiondesk.domain.field_words import KIND_WORDS
from missiondesk.domain.refused import Refused
from missiondesk.language import Translator
from missiondesk.services.comment_words import made_said, state_said, text_said
from missiondesk.services.desk import Desk
from missiondesk.services.naming import name_of
from missiondesk.services.saving import Unavailable
from missiondesk.ui import theme
from missiondesk.ui.hub import Hub
from missiondesk.ui.widgets.empty_state import EmptyState
from missiondesk.ui.widgets.fields import ParagraphField
from missiondesk.ui.widgets.looks import push_button, row, text_label
from missiondesk.ui.widgets.table import Column, ReadTable
from missiondesk.ui.written_dialog import Written


def comment_columns(tr: Translator) -> list[Column[Comment]]:
    """The remark with its author, and how it stands."""
    say = tr.say
    return [
        Column(say("Comment"), lambda it: text_said(it, tr), lambda it: made_said(it, tr),
               stretch=3, width=260, wrap=True, lines=8, strong=True),
        Column(say("State"), lambda it: state_said(it, tr), stretch=1, width=140, wrap=True,
               lines=4),
    ]  # fmt: skip


class CommentDialog(QDialog):
    """Stays open, so that several remarks can be made."""

    def __init__(
        self, record: str, desk: Desk, hub: Hub, tr: Translator, parent: QWidget | None
    ) -> None:
        """Make it.

        Args:
            record: Id of the record that is remarked on.
            desk: The workspace.
            hub: Where success is told.
            tr: The screen's language.
            parent: The window it stands over.
        """
        super().__init__(parent)
        say = tr.say
        self.setObjectName("commentDialog")
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._record, self._desk, self._hub, self._tr = record, desk, hub, tr
        self.setWindowTitle(say("Comments on {record}", record=self._name()))
        self.table: ReadTable[Comment] = ReadTable(
            comment_columns(tr),
            key=lambda it: it.id,
            name="recordComments",
            title=say("Comments"),
            sort_text=tr.sort_key,
            empty=EmptyState(say("Nobody has commented on this yet.")),
        )
        self.text = ParagraphField("text", say("Your comment"), tr, above=True, least=3, most=6)
        self.verb = push_button(say("Add comment"), "commentAdd", self.add, "primary")
        close = push_button(say("Close"), "commentClose", self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(theme.space(3))
        layout.addWidget(text_label(self.windowTitle(), "section", wrap=True))
        layout.addWidget(self.table, 1)
        layout.addWidget(self.text)
        layout.addWidget(row(None, close, self.verb))
        self.resize(720, 520)
        self.verb.setEnabled(not desk.read_only)
        self._read()
        self.text.focus_editor()

    def _name(self) -> str:
        found = self._desk.comments.subject(self._record)
        if found is None:
            return self._tr.say("(removed)")
        kind = self._tr.say(KIND_WORDS[found[0]])
        return " · ".join(part for part in (kind, name_of(found[1], self._tr.lang)) if part)

    def _read(self) -> None:
        self.table.show_rows(self._desk.comments.on(self._record))

    def written(self) -> Written | None:
        """The remark that is not made yet."""
        text = str(self.text.read())
        return Written("comment", self._record, self.text.label_text, text) if text else None

    def add(self) -> None:
        """Make the remark that was written."""
        self.text.clear_refusal()
        try:
            self._desk.comments.add(self._record, self.text.read())
        except (Refused, Unavailable) as no:
            self.text.refuse(self._tr.tell(no.message))
            return
        self.text.write("")
        self._read()
        self._hub.say(self._tr.say("The comment is noted."), undoable=True)
        self.text.focus_editor()
