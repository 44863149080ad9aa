# SPDX-License-Identifier: Apache-2.0
"""Asks for the passphrase of a confidential workspace: to open it, or to go on after a lock."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEventLoop, Qt, Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from missiondesk.language import Translator
from missiondesk.ui import theme
from missiondesk.ui.theme import scaled
from missiondesk.ui.widgets.looks import push_button, row, text_label
from missiondesk.ui.widgets.passphrase_field import PassphraseField


class UnlockPanel(QWidget):
    """One field, a verb and a way to leave.

    Attributes:
        told: A passphrase was given; `refuse` says that it is another, `forget` empties the field.
        left: The other button was pressed.
    """

    told = Signal(str)
    left = Signal()

    def __init__(
        self, tr: Translator, title: str, verb: str, leave: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        say = tr.say
        self.setObjectName("unlockPanel")
        self.title = text_label(title, "section", wrap=True)
        self.title.setObjectName("unlockTitle")
        what = say("Type or paste a passphrase of the workspace, or its recovery key.")
        self.passphrase = PassphraseField("unlockPassphrase", say("Passphrase"), tr, above=True)
        self.passphrase.entered.connect(self._tell)
        self.verb = push_button(verb, "unlockOpen", self._tell, "primary")
        self.leave = push_button(leave, "unlockLeave", self.left.emit)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.space(3))
        layout.addWidget(self.title)
        layout.addWidget(text_label(what, wrap=True))
        layout.addWidget(self.passphrase)
        layout.addStretch(1)  # else the field would part from its label
        layout.addWidget(row(None, self.leave, self.verb))

    def refuse(self, sentence: str) -> None:
        """Say beside the field why it does not open; what was typed can be mended or replaced."""
        self.passphrase.refuse(sentence)
        self.passphrase.choose_all()

    def forget(self) -> None:
        """Empty the field."""
        self.passphrase.forget()
        self.passphrase.clear_refusal()

    def _tell(self) -> None:
        given = self.passphrase.read()
        if not given:
            self.passphrase.focus_editor()
            return
        self.passphrase.clear_refusal()
        self.verb.setEnabled(False)
        # A try takes a moment: the window shows that it was pressed before it begins.
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        try:
            self.told.emit(given)
        finally:
            self.verb.setEnabled(True)


class UnlockDialog(QDialog):
    """The panel over the window in front, for a file that is to be opened.

    Args:
        attempt: Gets the passphrase; returns why it does not open, or None when it did.
    """

    def __init__(
        self,
        tr: Translator,
        name: str,
        attempt: Callable[[str], str | None],
        parent: QWidget | None,
    ) -> None:
        super().__init__(parent)
        say = tr.say
        self.setObjectName("unlockDialog")
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(scaled(480))
        title = say("“{file}” is confidential", file=name)
        # The task bar and the list of windows show this one: it names nothing.
        self.setWindowTitle(say("Passphrase"))
        self._attempt = attempt
        self.panel = UnlockPanel(tr, title, tr.say_in("verb", "Open"), say("Cancel"))
        self.panel.told.connect(self._try)
        self.panel.left.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.addWidget(self.panel)
        self.panel.passphrase.focus_editor()

    def _try(self, passphrase: str) -> None:
        why = self._attempt(passphrase)
        if why is None:
            self.panel.forget()
            self.accept()
        else:
            self.panel.refuse(why)
