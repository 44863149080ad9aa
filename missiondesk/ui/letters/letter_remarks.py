# SPDX-License-Identifier: Apache-2.0
"""A letter goes out to people without the desk for comments, and their sheet is read in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from missiondesk.domain.refused import Refused
from missiondesk.language import Translator
from missiondesk.services.comments import SheetPlan
from missiondesk.services.desk import Desk
from missiondesk.services.file_jobs import FileJob
from missiondesk.services.naming import name_of
from missiondesk.services.saving import Unavailable
from missiondesk.ui.file_output import FileOutput
from missiondesk.ui.files import ask_file
from missiondesk.ui.hub import Hub
from missiondesk.ui.notices import Notice


class LetterRemarks:
    """The verbs about comments on the letter that is open.

    Args:
        letter: Writes what is being typed and gives the letter's id.
        output: Asks for places, writes files, and says what was not possible.
    """

    def __init__(
        self,
        desk: Desk,
        hub: Hub,
        tr: Translator,
        letter: Callable[[], str],
        output: FileOutput,
    ) -> None:
        self._desk, self._hub, self._tr = desk, hub, tr
        self._letter, self._output = letter, output

    def sheet(self) -> None:
        """Write the sheet with the letter's numbered paragraphs."""
        say, key = self._tr.say, self._letter()
        kind = (say("Excel workbooks"), "*.xlsx")
        self._output.save(
            lambda: self._desk.comments.sheet(key), say("Save the sheet for comments"), kind
        )

    def numbered(self) -> None:
        """Write the letter with numbered paragraphs, to be read beside the sheet."""
        say, key = self._tr.say, self._letter()

        def prepare() -> FileJob:
            job = self._desk.comments.numbered(key)
            return FileJob(job.name, job.title, lambda: job.make().data)

        self._output.save(prepare, say("Save the letter for comments"), (say("PDF files"), "*.pdf"))

    def ask(self) -> None:
        """Ask for a sheet that came back, and read it."""
        say = self._tr.say
        self._letter()
        self._output.hide()
        kinds = ((say("Excel workbooks"), "*.xlsx"),)
        ask_file(self._output.window(), say("Read comments"), kinds, self.read)

    def read(self, path: Path) -> None:
        """Read a sheet; what it says is taken in when that is confirmed."""
        tr = self._tr
        try:
            plan = self._desk.comments.read(path)
        except Refused as refused:
            self._output.refuse(refused)
            return
        said = tr.plural(
            "{count} comment on letter {number}", "{count} comments on letter {number}",
            len(plan.comments), number=name_of(plan.letter),
        )  # fmt: skip
        known = tr.plural(
            "{count} comment is here already.", "{count} comments are here already.", plan.known
        )
        author = next((one.author for one in plan.comments), "")
        sentences = [tr.say("Written by {who}.", who=author)] if author else []
        taking = (tr.say("Take them in"), lambda: self._take(plan))
        Notice(
            said,
            [*sentences, *([known] if plan.known else [])],
            self._output.window(),
            close=tr.say("Leave it"),
            buttons=(taking,) if plan.comments and not self._desk.read_only else (),
            name="commentsRead",
        ).open()

    def _take(self, plan: SheetPlan) -> None:
        try:
            count = self._desk.comments.apply(plan)
        except Refused as refused:
            self._output.refuse(refused)
            return
        except Unavailable as why:
            self._hub.say(self._tr.tell(why.message))
            return
        self._hub.say(
            self._tr.plural(
                "{count} comment was taken in; it stands under History, Comments.",
                "{count} comments were taken in; they stand under History, Comments.",
                count,
            ),
            undoable=True,
        )
