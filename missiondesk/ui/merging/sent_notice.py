# SPDX-License-Identifier: Apache-2.0
"""A copy was made: its fingerprint, and the note to send with it."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from missiondesk.domain.copy_sent import CopySent
from missiondesk.language import Translator, translator
from missiondesk.services.copy_words import covering_note
from missiondesk.services.desk import Desk
from missiondesk.ui.notices import Notice
from missiondesk.ui.theme import scaled
from missiondesk.ui.widgets.looks import push_button, text_label


class SentNotice(Notice):
    """Shows what goes with the copy."""

    def __init__(self, copy: CopySent, desk: Desk, tr: Translator, parent: QWidget | None) -> None:
        say = tr.say
        super().__init__(
            say("The copy is ready: {file}", file=copy.file_name),
            (say("It is noted under History, Copies. Fingerprint:"),),
            parent,
            close=say("Close"),
            name="copySent",
        )
        self.setMinimumWidth(scaled(600))
        words = text_label(copy.fingerprint, "section")
        words.setObjectName("copyWords")
        words.setAccessibleName(say("Fingerprint"))
        self.content.addWidget(words)
        self.note = QPlainTextEdit(
            covering_note(copy, desk.settings.get(), translator(copy.language))
        )
        self.note.setObjectName("coveringNote")
        self.note.setAccessibleName(say("Covering note"))
        self.note.setReadOnly(True)
        self.note.setTabChangesFocus(True)
        self.note.setMinimumHeight(scaled(230))
        self.content.addWidget(self.note)
        self.content.addWidget(push_button(say("Copy the note"), "copyNote", self._copy))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.note.toPlainText())
