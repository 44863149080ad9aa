# SPDX-License-Identifier: Apache-2.0
"""Writes the workbook to fill in, in the screen's language and away from the screen's thread."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from missiondesk.domain.obstacle import obstacle
from missiondesk.domain.refused import Refused
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.services.exchange import write_template
from missiondesk.ui.files import ask_save_file
from missiondesk.ui.hub import Hub
from missiondesk.ui.tasks import Progress


class TemplateWriter:
    """Asks for a name and writes; a no is told to ``trouble`` as sentence and mend."""

    def __init__(
        self, desk: Desk, hub: Hub, tr: Translator, trouble: Callable[[str, str], object]
    ) -> None:
        self._desk, self._hub, self._tr, self._trouble = desk, hub, tr, trouble

    def ask(self, owner: QWidget) -> None:
        """Ask where it is to be written."""
        tr = self._tr
        name = f"{tr.say('Missions and initiatives')}.xlsx"
        kind = (tr.say("Workbooks"), "*.xlsx")
        ask_save_file(
            owner, tr.say("Save template"), name, kind, lambda path: self.write(owner, path)
        )

    def write(self, owner: QWidget, path: Path) -> None:
        """Write it."""
        tr, today = self._tr, self._desk.today

        def work(_progress: Progress) -> Path:
            return write_template(path, tr.lang, today)

        def done(written: Path) -> None:
            self._hub.say(tr.say("The template was written: {file}", file=written.name))

        self._hub.tasks.run(tr.say("Template"), work, done, self._failed, owner, place=path)

    def _failed(self, error: BaseException) -> None:
        tr = self._tr
        if isinstance(error, Refused):
            reason = tr.tell(error.message)
        elif isinstance(error, OSError):
            reason = tr.say("The template could not be written: {why}.", why=obstacle(error))
        else:
            raise error
        self._trouble(reason, tr.say("Nothing was written. Choose another name or folder."))
