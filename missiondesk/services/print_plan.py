# SPDX-License-Identifier: Apache-2.0
"""Documents ready to be made, as values that a worker thread may make one after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_, Message
from missiondesk.domain.refused import Refused
from missiondesk.language import translator
from missiondesk.services.atomic_files import write_whole

if TYPE_CHECKING:
    from missiondesk.documents.bundled_letter import BundledLetter
    from missiondesk.documents.printed import PrintedDocument


@dataclass(frozen=True, slots=True)
class FileBeside:
    """A file of data that is written beside a document."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class PrintJob:
    """One document: its file name, its title, and what makes its bytes; it holds values only.

    Attributes:
        beside: Files of data that go with it.
        letter: What a letter says, so that it can go into one file with others; None for all else.
        unwritten: It is the draft that would be begun now: the workspace holds no such letter.
    """

    name: str
    title: str
    make: Callable[[], PrintedDocument]
    beside: tuple[FileBeside, ...] = ()
    letter: BundledLetter | None = None
    unwritten: bool = False


@dataclass(frozen=True, slots=True)
class Skipped:
    """A mission whose letter was not printed, and why; only a fault is to be mended."""

    mission_code: str
    why: Message
    fault: bool = False


@dataclass(frozen=True, slots=True)
class PrintedFile:
    """A document that was written.

    Attributes:
        missing_glyphs: Characters that no font of ours can draw.
        cut_texts: Texts too long for the one place where they stand.
        beside: Files of data written with it.
        unwritten: Names of the letters in it that nobody has begun to write.
    """

    path: Path
    title: str
    pages: int
    missing_glyphs: tuple[str, ...] = ()
    beside: tuple[Path, ...] = ()
    cut_texts: tuple[str, ...] = ()
    unwritten: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PrintReport:
    """What was written, what was left out, and whether somebody stopped it halfway."""

    files: tuple[PrintedFile, ...]
    skipped: tuple[Skipped, ...] = ()
    cancelled: bool = False


def silent(done: int, total: int, name: str) -> None:
    """Tell nobody how far it is."""


def never() -> bool:
    """Nobody stops it."""
    return False


@dataclass(frozen=True, slots=True)
class PrintPlan:
    """Documents to be made, and letters left out with the reason."""

    jobs: tuple[PrintJob, ...]
    skipped: tuple[Skipped, ...] = ()

    def run(
        self,
        folder: Path,
        progress: Callable[[int, int, str], None] = silent,
        cancelled: Callable[[], bool] = never,
    ) -> PrintReport:
        """Make each document and write it whole into the folder.

        Args:
            folder: Made when it is not there.
            progress: Told (done, total, name) before each document and once at the end.
            cancelled: Asked before each document and at the end of each page; files that are
                written stay, of the document on its way nothing is left.

        Raises:
            OSError: The folder or a file cannot be written.
        """
        from missiondesk.documents.stopping import Stopped, stoppable

        files: list[PrintedFile] = []
        for done, job in enumerate(self.jobs):
            if cancelled():
                return PrintReport(tuple(files), self.skipped, cancelled=True)
            progress(done, len(self.jobs), job.name)
            try:
                with stoppable(cancelled):
                    document = job.make()
            except Stopped:
                return PrintReport(tuple(files), self.skipped, cancelled=True)
            path = write_whole(folder, job.name, document.data)
            beside = tuple(write_whole(folder, one.name, one.data) for one in job.beside)
            files.append(_written(path, document, (job,), beside))
        progress(len(self.jobs), len(self.jobs), "")
        return PrintReport(tuple(files), self.skipped)

    def run_combined(
        self,
        path: Path,
        *,
        duplex: bool = False,
        progress: Callable[[int, int, str], None] = silent,
        cancelled: Callable[[], bool] = never,
    ) -> PrintReport:
        """Make one file of all letters; stopped halfway, nothing is written.

        Args:
            path: The file; an older one is replaced.
            duplex: As of `combine`.
            progress: Told (done, total, name) before each letter and once at the end.
            cancelled: As of `combine`.

        Raises:
            Refused: There is no letter, or a document that is none.
            OSError: The file cannot be written.
        """
        document = self.combine(duplex=duplex, progress=progress, cancelled=cancelled)
        if document is None:
            return PrintReport((), self.skipped, cancelled=True)
        path = write_whole(path.parent, path.name, document.data)
        progress(len(self.jobs), len(self.jobs), "")
        return PrintReport((_written(path, document, self.jobs),), self.skipped)

    def combine(
        self,
        *,
        duplex: bool = False,
        progress: Callable[[int, int, str], None] = silent,
        cancelled: Callable[[], bool] = never,
    ) -> PrintedDocument | None:
        """All letters as one document; None when it was stopped halfway.

        Args:
            duplex: Begin each letter on the front of a sheet, for a printer that uses both sides.
            progress: Told (done, total, name) before each letter.
            cancelled: Asked before each letter and at the end of each page.

        Raises:
            Refused: There is no letter, or a document that is none.
        """
        from missiondesk.documents.stopping import Stopped, stoppable

        letters = [job.letter for job in self.jobs if job.letter is not None]
        if not letters:
            raise Refused(N_("There is no letter to print."))
        if len(letters) < len(self.jobs):
            raise Refused(N_("Only letters go into one file together."))
        from missiondesk.documents.bundle import print_letters

        title = translator(letters[0].content.language).say(N_("Mission letters"))
        try:
            with stoppable(cancelled):
                return print_letters(title, letters, duplex=duplex, told=progress)
        except Stopped:
            return None


def _written(
    path: Path,
    document: PrintedDocument,
    jobs: tuple[PrintJob, ...],
    beside: tuple[Path, ...] = (),
) -> PrintedFile:
    return PrintedFile(
        path,
        document.title,
        document.pages,
        document.missing_glyphs,
        beside,
        document.cut_texts,
        unwritten_letters(jobs),
    )


def unwritten_letters(jobs: Iterable[PrintJob]) -> tuple[str, ...]:
    """Names of the letters among these that nobody has begun to write."""
    return tuple(job.letter.name if job.letter else job.title for job in jobs if job.unwritten)
