# SPDX-License-Identifier: Apache-2.0
"""What Ctrl+S asks: all is saved already, so the question is whether this state gets a name."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from missiondesk.domain.refused import Refused
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.services.saving import Unavailable
from missiondesk.ui import theme
from missiondesk.ui.hub import Hub
from missiondesk.ui.theme import scaled
from missiondesk.ui.widgets.fields import TextField
from missiondesk.ui.widgets.looks import push_button, row, text_label
from missiondesk.ui.written_dialog import Written


class VersionDialog(QDialog):
    """One field with a name in it that Enter takes; Esc leaves the version without a name.

    Args:
        saved: That all is saved, and where.
        proposal: A name to begin with.
    """

    def __init__(
        self,
        desk: Desk,
        hub: Hub,
        tr: Translator,
        saved: str,
        proposal: str,
        parent: QWidget | None,
    ) -> None:
        super().__init__(parent)
        say = tr.say
        self.setObjectName("versionDialog")
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(scaled(480))
        self.setWindowTitle(say("Name the version"))
        self._desk, self._hub, self._tr = desk, hub, tr
        title = text_label(saved, "section", wrap=True)
        title.setObjectName("versionSaved")
        what = say(
            "Changes are saved by themselves. A version with a name is found again in the history, "
            "and you can go back to it."
        )
        self.name = TextField("versionName", say("Name of the version"), tr, above=True)
        self.name.write(proposal)
        self.verb = push_button(say("Name the version"), "versionKeep", self.keep, "primary")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(theme.space(3))
        layout.addWidget(title)
        layout.addWidget(text_label(what, "lead", wrap=True))
        layout.addWidget(self.name)
        layout.addStretch(1)  # else the field would part from its label
        layout.addWidget(
            row(None, push_button(say("Not now"), "versionLeave", self.reject), self.verb)
        )
        self.name.focus_editor()
        self.name.editor.selectAll()
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            taken = QShortcut(QKeySequence(key), self.name.editor, self.keep)
            taken.setContext(Qt.ShortcutContext.WidgetShortcut)

    def written(self) -> Written | None:
        """The name, when it is another than the one it began with."""
        if not self.name.editor.isModified():
            return None
        return Written("save", "", self.name.label_text, self.name.editor.text())

    def type_again(self, name: str) -> None:
        """Go on where somebody was writing the name."""
        self.name.editor.put(name)

    def keep(self) -> None:
        """Give the version its name."""
        try:
            step = self._desk.versions.name(str(self.name.read()))
        except (Refused, Unavailable) as no:
            self.name.refuse(self._tr.tell(no.message))
            self.name.focus_editor()
            return
        self._hub.say(self._tr.say("The version “{name}” stands in the history.", name=step.about))
        self.accept()
