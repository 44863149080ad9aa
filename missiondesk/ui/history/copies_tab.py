# SPDX-License-Identifier: Apache-2.0
"""The copies that were sent: to whom, for what, with which fingerprint, and what came back."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from missiondesk.domain.copy_sent import CopySent
from missiondesk.language import Translator
from missiondesk.services.copy_words import standing
from missiondesk.services.desk import Desk
from missiondesk.ui.hub import Hub
from missiondesk.ui.widgets.empty_state import EmptyState
from missiondesk.ui.widgets.looks import push_button, row, text_label
from missiondesk.ui.widgets.table import Column, ReadTable


class CopiesTab(QWidget):
    """One line a copy, the newest first."""

    def __init__(self, desk: Desk, hub: Hub, tr: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("copiesTab")
        self._desk, self._hub, self._tr = desk, hub, tr
        say = tr.say
        self.what = text_label("", "detail", wrap=True)
        self.forget_button = push_button(say("Remove the note"), "forgetCopy", self.forget, "link")
        self.delete_button = push_button(
            say("Delete copies on this machine…"), "deleteCopies", self.delete, "link"
        )
        self.table: ReadTable[CopySent] = ReadTable(
            self._columns(),
            key=lambda it: it.id,
            name="copyTable",
            title=say("Copies that were sent, newest first"),
            sort_text=tr.sort_key,
            empty=EmptyState(
                say("No copy has been sent. File → Send a copy… makes one and notes it here.")
            ),
        )
        self.table.chosen.connect(lambda _key: self._enable())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 10, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.what)
        layout.addWidget(self.table, 1)
        layout.addWidget(row(self.delete_button, None, self.forget_button))

    def _columns(self) -> list[Column[CopySent]]:
        tr, say = self._tr, self._tr.say
        return [
            Column(say("Sent"), lambda it: tr.period(it.sent) if it.sent else "",
                   lambda it: it.sent_by, sort=lambda it: str(it.sent or "")),
            Column(say("To"), lambda it: it.recipient, lambda it: it.file_name, stretch=3,
                   width=200, strong=True, wrap=True),
            Column(say("What for"), lambda it: say(it.purpose.word),
                   lambda it: say("with a passphrase") if it.sealed else "", wrap=True, width=110,
                   folds=3),
            Column(say("Who may see it"), lambda it: say(it.audience.word), stretch=2, width=160,
                   wrap=True, folds=2),
            Column(say("Fingerprint"), lambda it: it.fingerprint, stretch=1, width=140, wrap=True,
                   folds=1),
            Column(say("State"), lambda it: standing(it, tr), stretch=2, width=160, wrap=True),
        ]  # fmt: skip

    def refresh(self) -> None:
        """Read them again."""
        copies = self._desk.copies.sent()
        self.table.show_rows(copies)
        awaited = sum(self._desk.copies.is_awaited(one) for one in copies)
        said = self._tr.plural(
            "{count} copy is not back yet.", "{count} copies are not back yet.", awaited
        )
        self.what.setText(said if awaited else self._tr.say("No copy is awaited."))
        self.what.setVisible(bool(copies))
        self._enable()

    def _enable(self) -> None:
        self.delete_button.setEnabled(not self._desk.read_only)
        self.forget_button.setEnabled(bool(self.table.selected()) and not self._desk.read_only)

    def delete(self) -> None:
        """Look for copies in a folder, and delete what is chosen of them."""
        from missiondesk.ui.history.working_copies import WorkingCopiesWindow

        WorkingCopiesWindow(self._desk, self._hub, self._tr, self.window()).open()

    def forget(self) -> None:
        """Remove the note of the chosen copy."""
        key = self.table.selected()
        if key:
            self._desk.copies.forget(key)
            self._hub.say(self._tr.say("The note of the copy is removed."), undoable=True)
