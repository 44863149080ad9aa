# SPDX-License-Identifier: Apache-2.0
"""Knows at the start whether the program ended by itself the last time, and where it was if not.

A marker lies in the folder while the program runs. The interpreter writes beside it where each
thread stood when it was killed by a fault in a library: files and lines of the program, no values.
"""

from __future__ import annotations

import faulthandler
import re
from pathlib import Path
from typing import IO, Final

from missiondesk import __version__

_READ_MOST: Final = 50_000  # bytes; what a fault writes is a few kB


class LastRun:
    """One run, from its beginning to its end.

    Args:
        folder: Only one program at a time may use it; see `OneInstance`.
    """

    def __init__(self, folder: Path) -> None:
        self._marker = folder / "running"
        self._fault = folder / "fault.txt"
        self._stream: IO[bytes] | None = None

    def begin(self) -> str | None:
        """Mark that the program runs; what there is to tell of a last run that did not end.

        Returns:
            None after a run that ended, else a report for those who maintain the program.
        """
        try:
            told = self._told() if self._marker.exists() else None
            self._fault.unlink(missing_ok=True)
            self._marker.write_text(f"missiondesk {__version__}\n", encoding="utf-8")
            self._stream = self._fault.open("wb")
            faulthandler.enable(self._stream)
        except OSError:
            return None
        return told

    def end(self) -> None:
        """The program ends by itself."""
        if self._stream is not None:
            faulthandler.disable()
            self._stream.close()
            self._stream = None
        self._fault.unlink(missing_ok=True)
        self._marker.unlink(missing_ok=True)

    def _told(self) -> str:
        lines = [_read(self._marker).strip() or "missiondesk"]
        fault = _read(self._fault)
        lines += [_without_folders(line) for line in fault.splitlines()]
        if not fault.strip():
            lines.append("No fault was noted: the program was ended from outside.")
        return "\n".join(lines) + "\n"


def _read(path: Path) -> str:
    try:
        with path.open("rb") as stream:
            return stream.read(_READ_MOST).decode("utf-8", "replace")
    except OSError:
        return ""


def _without_folders(line: str) -> str:
    from missiondesk.system.crash import told_place  # wanted after a hard end only

    found = re.match(r'^(\s*)File "(.+)", line (\d+|\?\?\?) in (.+)$', line)
    if found is None:
        return line
    return f"{found[1]}{told_place(found[2])}:{found[3]} in {found[4]}"
