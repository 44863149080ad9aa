# SPDX-License-Identifier: Apache-2.0
"""The log file: what the program did, never what a workspace says: it may lie on a shared disk."""

from __future__ import annotations

import logging
from pathlib import Path

from missiondesk.system.paths import log_folder

ROOT = "missiondesk"
_SIZE = 1_000_000  # bytes; a larger file is put aside at the next start, three are kept
_KEPT = 3


def start_log(folder: Path | None = None, level: int = logging.INFO) -> Path | None:
    """Send the program's log to a file; starting twice changes the file, it does not write twice.

    Returns:
        The log file, or None when the folder cannot be written to: a full disk must not keep the
        desk from opening.
    """
    stop_log()
    try:
        path = (folder if folder is not None else log_folder()) / "missiondesk.log"
        _turn_over(path)
        handler = logging.FileHandler(path, encoding="utf-8")
    except OSError:
        return None
    handler.setFormatter(logging.Formatter("{asctime} {levelname} {name}: {message}", style="{"))
    logger = logging.getLogger(ROOT)
    logger.addHandler(handler)
    logger.setLevel(level)
    return path


def stop_log() -> None:
    """Close the log file; messages go nowhere until the log is started again."""
    logger = logging.getLogger(ROOT)
    for handler in [h for h in logger.handlers if isinstance(h, logging.FileHandler)]:
        logger.removeHandler(handler)
        handler.close()


def _turn_over(path: Path) -> None:
    """Put a large log aside; the oldest is dropped.

    Done here and at start only: the library's rotating handler brings the socket module along.
    """
    if not path.exists() or path.stat().st_size <= _SIZE:
        return
    for number in range(_KEPT - 1, 0, -1):
        older = path.with_suffix(f".log.{number}")
        if older.exists():
            older.replace(path.with_suffix(f".log.{number + 1}"))
    path.replace(path.with_suffix(".log.1"))
