# SPDX-License-Identifier: Apache-2.0
"""Letters as Word files, for offices that finish them in Word; nothing here writes to the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from missiondesk.services.file_jobs import FileJob
from missiondesk.services.print_plan import PrintJob
from missiondesk.services.printing import Printing

if TYPE_CHECKING:
    from missiondesk.services.session import Session


class LetterDocx:
    """Makes Word files of letters."""

    def __init__(self, session: Session) -> None:
        self._printing = Printing(session)

    def prepare(self, letter: str) -> FileJob:
        """The letter as DOCX, a draft marked as one; `FileJob.make` may run on any thread.

        It says what its print says: a signed letter speaks of the data of its signing.

        Raises:
            Refused: There is no such letter, or what was kept of an issued one is damaged.
        """
        return word_file(self._printing.preview(letter))


def word_file(printed: PrintJob) -> FileJob:
    """A letter that is ready to be printed, as DOCX."""
    told = printed.letter
    assert told is not None  # every job of a letter carries what it says

    def make() -> bytes:
        from missiondesk.exchange.docx import write_letter

        return write_letter(told.content, told.plot)

    return FileJob(f"{printed.name.removesuffix('.pdf')}.docx", printed.title, make)
