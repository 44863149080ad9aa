# SPDX-License-Identifier: Apache-2.0
"""A panel in the page that asks for what a verb needs, instead of a dialog over it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from missiondesk.domain.refused import Refused
from missiondesk.language import Translator
from missiondesk.ui.widgets.field import Field
from missiondesk.ui.widgets.looks import look, push_button, row, text_label

F = TypeVar("F", bound=Field)


class AskingPanel(QFrame):
    """Fields, a verb and a way to leave; hidden while nothing is asked.

    A subclass adds fields and says in `record` what the verb does.
    """

    def __init__(
        self, name: str, tr: Translator, left: Callable[[], object], parent: QWidget | None = None
    ) -> None:
        """Make an empty panel.

        Args:
            name: objectName.
            left: Called when nothing is asked any more, whether it was recorded or not.
        """
        super().__init__(parent)
        self.setObjectName(name)
        look(self, "card")
        self._tr, self._left = tr, left
        self._fields: dict[str, Field] = {}
        self._about = ""
        self._drafts: dict[str, dict[str, Any]] = {}
        self.title = text_label("", "section", wrap=True)
        self.title.setObjectName(f"{name}Title")
        self.refusal = text_label("", "refusal", wrap=True)
        self.refusal.setObjectName(f"{name}Refusal")
        self.refusal.hide()
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        self.verb = push_button("", f"{name}Record", self.take, "primary")
        self.leave_button = push_button(
            tr.say("Leave it as it is"), f"{name}Leave", self.leave, "plain"
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 14)
        layout.setSpacing(8)
        layout.addWidget(self.title)
        layout.addLayout(self.body)
        layout.addWidget(self.refusal)
        layout.addWidget(row(self.verb, self.leave_button, None))
        self.hide()

    # -- building ------------------------------------------------------------------------
    def add(self, field: F) -> F:
        """Add a field below the others."""
        self._fields[field.name] = field
        self.body.addWidget(field)
        return field

    def add_row(self, *fields: Field) -> None:
        """Add short fields beside each other."""
        line = QHBoxLayout()
        line.setSpacing(16)
        for field in fields:
            self._fields[field.name] = field
            line.addWidget(field, 0, Qt.AlignmentFlag.AlignTop)
        line.addStretch(1)
        self.body.addLayout(line)

    def name_verb(self, text: str) -> None:
        """Say what the primary button does."""
        self.verb.setText(text)
        self.verb.setAccessibleName(text)

    # -- asking --------------------------------------------------------------------------
    def begin(self, title: str, about: str = "") -> None:
        """Show the panel with its fields as they are, or as they were when it was set aside.

        Args:
            about: Id of the record that it asks about.
        """
        self._about = about
        draft = self._drafts.pop(about, None)
        if draft is not None:
            self.take_up(draft)
        self.title.setText(title)
        self.setAccessibleName(title)
        self.refusal.hide()
        for field in self._fields.values():
            field.clear_refusal()
        self.show()

    def set_aside(self) -> None:
        """Ask no more for now, as when another record is shown; what was typed is kept for when
        it is asked about this record again.
        """
        if not self.isHidden():
            self._drafts[self._about] = self.draft()
            self.hide()

    def draft(self) -> dict[str, Any]:
        """What stands in the fields, by name; a text that is no value cannot be kept."""
        found = {}
        for name, field in self._fields.items():
            with suppress(Refused):
                found[name] = field.read()
        return found

    def take_up(self, draft: dict[str, Any]) -> None:
        """Show what was typed before."""
        for name, field in self._fields.items():
            if name in draft:
                field.show_value(draft[name])

    def record(self) -> None:
        """Do what the verb says.

        Raises:
            Refused: Something is missing; it is shown beside its field.
        """
        raise NotImplementedError

    def take(self) -> None:
        """Record, and leave when nothing was refused."""
        self.refusal.hide()
        for field in self._fields.values():
            field.clear_refusal()
        try:
            self.record()
        except Refused as refused:
            self._refuse(refused)
            return
        self.leave()

    def _refuse(self, refused: Refused) -> None:
        sentence = self._tr.tell(refused.message)
        field = self._fields.get(refused.field)
        # A rule that blocks is told for the whole, not beside the choice that met it.
        if field is None or refused.rule == "K6":
            self.refusal.setText(sentence)
            self.refusal.show()
            return
        field.setVisible(True)
        field.refuse(sentence)
        field.focus_editor()

    def leave(self) -> None:
        """Ask no more."""
        self.hide()
        self._left()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            return
        super().keyPressEvent(event)
