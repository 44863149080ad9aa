# SPDX-License-Identifier: Apache-2.0
"""The files that come out of a letter and the reply that comes back, and what was not possible."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from missiondesk.domain.refused import Refused
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.services.reply_plan import ReplyPlan
from missiondesk.ui.document_output import LETTER_WORDS, DocumentOutput
from missiondesk.ui.file_output import FileOutput
from missiondesk.ui.files import ask_file
from missiondesk.ui.hub import Hub
from missiondesk.ui.letters.letter_remarks import LetterRemarks
from missiondesk.ui.letters.signing_panel import SigningPanel


class LetterFiles(QWidget):
    """The verbs about files of the letter that is open; takes no room unasked.

    Attributes:
        signing: Signs the letter; whoever shows it gives it its place.
        remarks: Sends the letter out for comments and reads them in.

    Args:
        letter: Writes what is being typed and gives the id of the letter that is open.
        reply_read: Gets the plan of a reply that was read.
    """

    def __init__(
        self,
        desk: Desk,
        hub: Hub,
        tr: Translator,
        letter: Callable[[], str],
        reply_read: Callable[[ReplyPlan], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._tr, self._letter, self._reply_read = desk, tr, letter, reply_read
        self.pdf = DocumentOutput(desk, hub, tr, LETTER_WORDS)
        self.other = FileOutput(desk, hub, tr)
        self.remarks = LetterRemarks(desk, hub, tr, letter, self.other)
        self.signing = SigningPanel(desk, hub, tr)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.pdf)
        layout.addWidget(self.other)

    def forget(self) -> None:
        """Take away what was said and asked."""
        self.pdf.forget()
        self.other.hide()
        self.signing.leave()

    def export(self) -> None:
        """Ask for a place and write the letter there."""
        key = self._letter()
        self.pdf.export(lambda: self._desk.printing.prepare_letter(key))

    def print(self) -> None:
        """Ask for a printer and print the letter."""
        key = self._letter()
        self.pdf.print(lambda: self._desk.printing.prepare_letter(key))

    def word_file(self) -> None:
        """Ask for a place and write the letter there for Word."""
        say, key = self._tr.say, self._letter()
        kind = (say("Word documents"), "*.docx")
        title = say("Save as a Word document")
        self.other.save(lambda: self._desk.letter_docx.prepare(key), title, kind)

    def ask_to_sign(self) -> None:
        """Open the panel that signs the issued letter with a certificate file."""
        self.forget()
        try:
            self.signing.begin(self._letter())
        except Refused as refused:
            self.other.refuse(refused)

    def reply_form(self) -> None:
        """Ask for a place and write the form for the half-yearly reply there."""
        say, key = self._tr.say, self._letter()
        kind = (say("Excel workbooks"), "*.xlsx")
        self.other.save(lambda: self._desk.replies.form(key), say("Save the reply form"), kind)

    def ask_for_reply(self) -> None:
        """Ask for a form that came back, and read it."""
        say = self._tr.say
        self._letter()
        self.forget()
        kinds = ((say("Excel workbooks"), "*.xlsx"),)
        ask_file(self.window(), say("Read reply"), kinds, self.read_reply)

    def read_reply(self, path: Path) -> None:
        """Read a form that came back; what it would change is to be confirmed."""
        try:
            plan = self._desk.replies.read(path)
        except Refused as refused:
            self.other.refuse(refused)
            return
        self._reply_read(plan)
