# SPDX-License-Identifier: Apache-2.0
"""Questions go out to a party as a workbook, and its answers are read in when that is confirmed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from missiondesk.domain.refused import Refused
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.ui.file_output import FileOutput
from missiondesk.ui.files import ask_file
from missiondesk.ui.hub import Hub
from missiondesk.ui.talks.answer_view import AnswerView


class QuestionFiles(QWidget):
    """The verbs about forms; takes no room while no answers are to be confirmed.

    Attributes:
        reading: Answers are shown to be confirmed, or are not any more.
        output: Asks for places, writes files, and says what was not possible.
    """

    reading = Signal(bool)

    def __init__(self, desk: Desk, hub: Hub, tr: Translator) -> None:
        super().__init__()
        self._desk, self._tr = desk, tr
        self.output = FileOutput(desk, hub, tr)
        self.view = AnswerView(desk, hub, tr, self.leave)
        self.view.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.output)
        layout.addWidget(self.view, 1)

    @property
    def shown(self) -> bool:
        """Whether answers are to be confirmed."""
        return not self.view.isHidden()

    def make(self, talks_round: str, party: str) -> None:
        """Ask for a place and write the form for a party there."""
        say, language = self._tr.say, self._tr.lang
        self.output.save(
            lambda: self._desk.talks.forms.form(talks_round, party, language),
            say("Save the question form"), (say("Excel workbooks"), "*.xlsx"),
        )  # fmt: skip

    def ask(self) -> None:
        """Ask for a form that came back, and read it."""
        say = self._tr.say
        self.output.hide()
        kinds = ((say("Excel workbooks"), "*.xlsx"),)
        ask_file(self.window(), say("Read a question form"), kinds, self.read)

    def read(self, path: Path) -> None:
        """Read a form; what it says is taken in when that is confirmed."""
        self.output.hide()
        try:
            plan = self._desk.talks.forms.read(path)
        except Refused as refused:
            self.output.refuse(refused)
            return
        self.view.show()
        self.view.show_plan(plan)
        self.reading.emit(True)

    def leave(self) -> None:
        """Show the questions again."""
        self.view.hide()
        self.reading.emit(False)
