# SPDX-License-Identifier: Apache-2.0
"""The crash report: what a user can send on when the program has a fault, without secrets in it."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

from missiondesk import __version__
from missiondesk.system.paths import log_folder

_LIBRARIES = ("PySide6-Essentials", "SQLAlchemy", "reportlab", "matplotlib", "pypdfium2")


def crash_report(error: BaseException) -> str:
    """Text of the report: versions, and the traceback without values or the user's folders.

    The sentence of an exception may quote a workspace, so only its type and place are told.
    """
    import platform

    lines = [
        f"missiondesk {__version__}",
        f"Python {platform.python_version()} on {platform.platform()}",
        *(f"{name} {_version(name)}" for name in _LIBRARIES),
        "",
        *_trace(error),
    ]
    return "\n".join(lines) + "\n"


def write_crash_report(error: BaseException, folder: Path | None = None) -> Path | None:
    """Write the report beside the log and return its path, or None when it cannot be written."""
    return keep_report(crash_report(error), folder)


def keep_report(text: str, folder: Path | None = None) -> Path | None:
    """As `write_crash_report`, for a report that is already written."""
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")
    try:
        target = (folder if folder is not None else log_folder()) / f"crash-{stamp}.txt"
        target.write_text(text, encoding="utf-8")
    except OSError:
        return None
    return target


def _trace(error: BaseException) -> list[str]:
    import traceback

    lines: list[str] = []
    seen: set[int] = set()
    link: BaseException | None = error
    while link is not None and id(link) not in seen:
        seen.add(id(link))
        if lines:
            lines.append("caused by")
        lines += [
            f"  {told_place(frame.filename)}:{frame.lineno} in {frame.name}"
            for frame in traceback.extract_tb(link.__traceback__)
        ]
        lines.append(f"{type(link).__module__}.{type(link).__qualname__}")
        link = link.__cause__ or link.__context__
    return lines


def told_place(filename: str) -> str:
    """A source file as it is told: from the package down, never with the folders of a machine."""
    path = Path(filename)
    for folder in map(Path, sys.path):
        if path.is_absolute() and path.is_relative_to(folder.absolute()):
            return path.relative_to(folder.absolute()).as_posix()
    return path.name


def _version(name: str) -> str:
    from importlib import metadata

    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "not installed"
