# SPDX-License-Identifier: Apache-2.0
"""What a text with placeholders will print, beside the text and while it is being typed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from missiondesk.language import Translator
from missiondesk.ui.widgets.fields import Field
from missiondesk.ui.widgets.looks import text_label

REST_MS = 200  # a burst of keys is read once


class Spoken(QWidget):
    """Shows it while it says something else than the text itself.

    Args:
        speak: Gives what a text prints.
        field: Where the text is typed.
        always: Show it also when it prints as it stands.
    """

    def __init__(
        self,
        tr: Translator,
        field: Field,
        speak: Callable[[str], str],
        parent: QWidget | None = None,
        *,
        always: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("spoken")
        self._field, self._speak, self._always = field, speak, always
        self.text = text_label("", wrap=True)
        self.text.setObjectName("spokenText")
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(text_label(tr.say("Prints"), "label"))
        layout.addWidget(self.text)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REST_MS)
        self._timer.timeout.connect(self.refresh)
        editor: Any = field.editors()[0]
        assert isinstance(editor, QLineEdit | QPlainTextEdit)
        editor.textChanged.connect(lambda *_text: self._timer.start())

    def refresh(self) -> None:
        """Read what the text prints as it stands in the field."""
        text = str(self._field.read())
        said = self._speak(text) if text else ""
        self.text.setText(said)
        self.setVisible(bool(said) and (self._always or _plain(said) != _plain(text)))


def _plain(text: str) -> str:
    return " ".join(text.split())
