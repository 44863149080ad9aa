# SPDX-License-Identifier: Apache-2.0
"""A file for others that is ready to be made: values that a worker thread may turn into bytes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.services.atomic_files import write_file, write_whole


@dataclass(frozen=True, slots=True)
class FileJob:
    """One file: its name, its title, and what makes its bytes; it holds values only."""

    name: str
    title: str
    make: Callable[[], bytes]

    def renamed(self, number: int) -> FileJob:
        """The same file under a name that is told apart by the number."""
        stem, dot, ending = self.name.rpartition(".")
        return replace(self, name=f"{stem}-{number}{dot}{ending}")

    def write(self, folder: Path) -> Path:
        """Make the file and write it whole into the folder under its own name.

        Raises:
            OSError: It cannot be written; an older file is still whole.
        """
        return write_whole(folder, self.name, self.make())

    def write_to(self, path: Path) -> Path:
        """Make the file and write it whole to the path that a person chose.

        Raises:
            OSError: It cannot be written; an older file is still whole.
        """
        return write_file(path, self.make())
