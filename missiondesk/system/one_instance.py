# SPDX-License-Identifier: Apache-2.0
"""One program a user: a lock that ends with its holder, and a folder in which others leave word.

Files alone. No socket is opened, so that "no network" needs no exception and no library of Qt's.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from typing import IO, Final

from missiondesk.system.paths import settings_folder

_WORD: Final = ".word.json"
_READ_MOST: Final = 100_000  # bytes
_PATIENCE: Final = 3.0  # seconds for the first program to take a word
_LOOK: Final = 0.02


class OneInstance:
    """Claims to be the one program of this user; made before anything of Qt.

    Args:
        folder: Where lock and words lie; None takes the one beside the settings.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder if folder is not None else settings_folder() / "running"
        self.inbox = self.folder / "inbox"
        self._held: IO[bytes] | None = None

    def claim(self) -> bool:
        """Whether this is the first program; it stays so until it ends, however it ends.

        Where files cannot be locked everybody is the first: better two windows than none.
        """
        try:
            self.inbox.mkdir(parents=True, exist_ok=True)
            stream = (self.folder / "lock").open("ab")
        except OSError:
            return True
        try:
            _lock(stream.fileno())
        except BlockingIOError:
            stream.close()
            return False
        except OSError:
            pass
        self._held = stream
        self.words()  # left for a program that ended before it took them
        return True

    def release(self) -> None:
        """Let the next program be the first."""
        if self._held is not None:
            self._held.close()
            self._held = None

    def hand_over(self, path: Path | None, patience: float = _PATIENCE) -> bool:
        """Ask the first program to come to the front, and to open ``path``.

        Returns:
            Whether it took the word; if not, it is busy or hangs, and the word is withdrawn.
        """
        import json

        name = f"{os.getpid()}-{time.time_ns()}"
        word, waiting = self.inbox / f"{name}{_WORD}", self.inbox / f"{name}.tmp"
        try:
            wish = {"open": str(path.absolute()) if path is not None else ""}
            waiting.write_text(json.dumps(wish), encoding="ascii")
            waiting.replace(word)
        except OSError:
            return False
        end = time.monotonic() + patience
        while time.monotonic() < end:
            if not word.exists():
                return True
            time.sleep(_LOOK)
        try:
            word.unlink()
        except FileNotFoundError:
            return True  # taken at the last moment
        except OSError:
            pass
        return False

    def words(self) -> list[Path | None]:
        """Take what others have left: files to be opened, None for who only wants to be seen."""
        found: list[Path | None] = []
        for word in sorted(self.inbox.glob(f"*{_WORD}")):
            import json  # there is hardly ever a word

            try:
                with word.open("rb") as stream:
                    said = json.loads(stream.read(_READ_MOST))
                word.unlink()
            except (OSError, ValueError, RecursionError):
                word.unlink(missing_ok=True)
                continue
            wish = said.get("open") if isinstance(said, dict) else None
            if isinstance(wish, str):
                found.append(Path(wish) if wish else None)
        return found


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        try:
            os.lseek(descriptor, 0, os.SEEK_SET)
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except PermissionError as error:
            raise BlockingIOError from error

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
