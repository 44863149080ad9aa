# SPDX-License-Identifier: Apache-2.0
"""Writes an exported file whole or not at all, inside the folder that was chosen."""

from __future__ import annotations

import errno
import os
import tempfile
from pathlib import Path
from typing import Final

from missiondesk.store.publish import patiently

# Parts that could not be removed; the next file that is written beside them removes them.
_LEFT: Final[set[Path]] = set()


def write_whole(folder: Path, name: str, data: bytes) -> Path:
    """Write ``data`` to ``folder/name`` atomically and return the path.

    Args:
        folder: Made when it is not there.
        name: A plain file name (see `missiondesk.services.safe_names`).
        data: The whole file.

    Raises:
        ValueError: ``name`` would leave the folder; a bug in the caller.
        OSError: The folder or file cannot be written; an older file is still whole.
    """
    target = folder / name
    if target.name != name or target.parent != folder:
        raise ValueError("an exported file stays in the chosen folder")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileNotFoundError:
        raise _not_allowed(folder) from None
    return write_file(target, data)


def write_file(target: Path, data: bytes) -> Path:
    """Write ``data`` to the path a person chose, atomically, and return it.

    Raises:
        OSError: The file cannot be written; an older one is still whole.
    """
    try:
        handle, temporary = tempfile.mkstemp(
            prefix=".missiondesk-", suffix=".tmp", dir=target.parent
        )
    except OSError as error:
        if isinstance(error, FileNotFoundError) and target.parent.is_dir():
            raise _not_allowed(target) from None
        # A person knows the file that was to be written, not the one beside it.
        error.filename = str(target)
        raise
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        # mkstemp makes a private file; a document is as readable as any new file of the user.
        Path(temporary).chmod(0o666 & ~_umask())
        patiently(lambda: Path(temporary).replace(target))
    except BaseException:
        _take_away(Path(temporary))
        raise
    for part in tuple(_LEFT):
        if part.parent == target.parent:
            _take_away(part)
    return target


def _take_away(part: Path) -> None:
    """Remove a part of a file that was not finished; what a disk does not let go goes later."""
    try:
        part.unlink()
    except FileNotFoundError:
        # A share that broke down says so too; the second time it is believed.
        _LEFT.symmetric_difference_update({part})
    except OSError:
        _LEFT.add(part)
    else:
        _LEFT.discard(part)


def _not_allowed(path: Path) -> PermissionError:
    """Folders of the system, such as /proc, say "not there" of what is to be made in them."""
    return PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))


def _umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask
