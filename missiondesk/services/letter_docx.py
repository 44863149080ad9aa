# SPDX-License-Identifier: Apache-2.0
"""Letters as Word files, for offices that finish them in Word; nothing here writes to the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from missiondesk.language import translator
from missiondesk.services.file_jobs import FileJob
from missiondesk.services.letters import Letters
from missiondesk.services.plotting import trajectory_plot, with_brief_breaks
from missiondesk.services.safe_names import safe_name

if TYPE_CHECKING:
    from missiondesk.services.session import Session


class LetterDocx:
    """Makes Word files of letters."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._letters = Letters(session)

    def prepare(self, letter: str) -> FileJob:
        """The letter as DOCX, a draft marked as one; `FileJob.make` may run on any thread.

        A signed letter speaks of the data of its signing, as its print does.

        Raises:
            Refused: There is no such letter.
        """
        spoken, written = self._letters.spoken(letter)
        content = self._letters.content(letter)
        tr = translator(content.language)
        mission = written.letter.mission or ""
        plot = trajectory_plot(spoken, mission, tr)
        if plot is not None:
            plot = with_brief_breaks(spoken, plot, mission, tr)

        def make() -> bytes:
            from missiondesk.exchange.docx import write_letter

            return write_letter(content, plot)

        words = (
            tr.say_in("file name", "mission-letter"),
            content.mission_code,
            content.number,
            content.language,
        )
        name = "-".join(safe_name(word, "x") for word in words if word)
        return FileJob(f"{name}.docx", content.title, make)
