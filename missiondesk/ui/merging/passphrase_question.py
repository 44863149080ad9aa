# SPDX-License-Identifier: Apache-2.0
"""Asks for the passphrase of a copy that came back; it is used at once and kept nowhere."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from missiondesk.language import Translator
from missiondesk.ui import theme
from missiondesk.ui.theme import scaled
from missiondesk.ui.widgets.looks import push_button, row, text_label
from missiondesk.ui.widgets.passphrase_field import PassphraseField


class PassphraseQuestion(QDialog):
    """Stays open until a passphrase opens the copy, or it is given up."""

    def __init__(
        self, file: str, tr: Translator, told: Callable[[str], object], parent: QWidget | None
    ) -> None:
        """Make it.

        Args:
            file: Name of the copy.
            tr: The screen's language.
            told: Gets each passphrase that is tried.
            parent: The window it stands over.
        """
        super().__init__(parent)
        say = tr.say
        self.setObjectName("copyPassphrase")
        self.setWindowTitle(say("Passphrase of the copy"))
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(scaled(520))
        self._told = told
        self.field = PassphraseField("passphrase", say("Passphrase"), tr)
        self.field.entered.connect(self.attempt)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(theme.space(3))
        layout.addWidget(
            text_label(say("“{file}” is confidential.", file=file), "section", wrap=True)
        )
        layout.addWidget(self.field)
        layout.addStretch(1)  # else the field would part from its label
        self.verb = push_button(say("Compare"), "copyCompare", self.attempt, "primary")
        leave = push_button(say("Cancel"), "copyLeave", self.reject)
        layout.addWidget(row(None, leave, self.verb))
        self.field.focus_editor()

    def attempt(self) -> None:
        """Try what was typed."""
        self.field.clear_refusal()
        told = self.field.take()
        if told:
            self._told(told)

    def refuse(self, sentence: str) -> None:
        """Say that it was not the one."""
        self.field.refuse(sentence)
        self.field.focus_editor()
