# SPDX-License-Identifier: Apache-2.0
"""Documents ready to be made, as values that a worker thread may make one after the other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from missiondesk.domain.message import Message
from missiondesk.services.atomic_files import write_whole

if TYPE_CHECKING:
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
    """

    name: str
    title: str
    make: Callable[[], PrintedDocument]
    beside: tuple[FileBeside, ...] = ()


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
        beside: Files of data written with it.
    """

    path: Path
    title: str
    pages: int
    missing_glyphs: tuple[str, ...] = ()
    beside: tuple[Path, ...] = ()


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
            cancelled: Asked before each document; what is written stays.

        Raises:
            OSError: The folder or a file cannot be written.
        """
        files: list[PrintedFile] = []
        for done, job in enumerate(self.jobs):
            if cancelled():
                return PrintReport(tuple(files), self.skipped, cancelled=True)
            progress(done, len(self.jobs), job.name)
            document = job.make()
            path = write_whole(folder, job.name, document.data)
            beside = tuple(write_whole(folder, one.name, one.data) for one in job.beside)
            files.append(
                PrintedFile(path, document.title, document.pages, document.missing_glyphs, beside)
            )
        progress(len(self.jobs), len(self.jobs), "")
        return PrintReport(tuple(files), self.skipped)
