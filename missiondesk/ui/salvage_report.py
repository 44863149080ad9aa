# SPDX-License-Identifier: Apache-2.0
"""The report on what was recovered from a damaged file, to be read, kept and acted on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QVBoxLayout, QWidget

from missiondesk.domain.message import N_
from missiondesk.domain.obstacle import obstacle
from missiondesk.language import Translator
from missiondesk.services.atomic_files import write_file
from missiondesk.ui import theme
from missiondesk.ui.files import ask_save_file
from missiondesk.ui.widgets.looks import push_button, row, text_label

NAME = N_("Recovered from {file}")


class SalvageReport(QDialog):
    """Says first how it stands; the list below names everything that is lost.

    Args:
        save_as: Asks for a file for what was recovered.
    """

    def __init__(
        self,
        lines: Sequence[str],
        path: Path,
        tr: Translator,
        save_as: Callable[[], object],
        parent: QWidget | None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("salvageReport")
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._lines, self._path, self._tr, self._save_as = lines, path, tr, save_as
        say = tr.say
        self.setWindowTitle(say("What was recovered"))
        self.head = text_label(lines[0], "section", wrap=True)
        self.text = QPlainTextEdit("\n".join(lines[1:]))
        self.text.setObjectName("salvageText")
        self.text.setAccessibleName(say("What was recovered"))
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.said = text_label("", "detail", wrap=True)
        self.said.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.space(5),) * 4)
        layout.setSpacing(theme.space(3))
        layout.addWidget(self.head)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.said)
        layout.addWidget(
            row(
                None,
                push_button(say("Close"), "salvageClose", self.reject),
                push_button(say("Keep this report…"), "salvageKeep", self._ask),
                push_button(say("Save the workspace as…"), "salvageSave", self._save, "primary"),
            )
        )
        self.resize(760, 520)

    def _save(self) -> None:
        self.accept()
        self._save_as()

    def _ask(self) -> None:
        name = self._tr.say(NAME, file=self._path.stem)
        ask_save_file(
            self,
            self._tr.say("Keep this report"),
            f"{name}.txt",
            (self._tr.say("Text"), "*.txt"),
            self.keep,
            self._path.parent,
        )

    def keep(self, path: Path) -> None:
        """Write the report as text."""
        try:
            write_file(path, ("\n".join(self._lines) + "\n").encode())
        except OSError as error:
            text = self._tr.say("The report could not be written: {why}.", why=obstacle(error))
        else:
            text = self._tr.say("The report is in {file}.", file=path.name)
        self.said.setText(text)
        self.said.show()
