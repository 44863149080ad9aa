# SPDX-License-Identifier: Apache-2.0
"""Making a file ours to write: where it really lies, whether it may be written, and its lock."""

from __future__ import annotations

import os
from pathlib import Path

from missiondesk.domain.message import N_
from missiondesk.store.lock import Lock
from missiondesk.store.target import Target
from missiondesk.store.unavailable import Reason, Unavailable, from_os


def real_path(path: Path) -> Path:
    """The absolute path, through a link to the file itself: moving over a link would cut it.

    Raises:
        Unavailable: The disk or the network does not say.
    """
    try:
        return path.resolve() if path.is_symlink() else path.absolute()
    except OSError as error:
        raise from_os(error, path.name) from error


def is_there(path: Path) -> bool:
    """Whether there is something at the path.

    Raises:
        Unavailable: The disk or the network does not say.
    """
    try:
        return path.exists()
    except OSError as error:
        raise from_os(error, path.name) from error


def claim(path: Path, who: str, *, take_over: bool = False) -> Target:
    """Lock a workspace file; the file may not be there yet.

    Raises:
        Unavailable: Someone else has it, or it or its folder may not be written.
    """
    if is_there(path) and not os.access(path, os.W_OK):
        raise Unavailable(
            Reason.NOT_WRITABLE,
            N_(
                "“{file}” may only be read. Nothing was changed. "
                "Open it for reading, or save a copy in another place."
            ),
            file=path.name,
        )
    lock = Lock(path)
    try:
        lock.acquire(who, take_over=take_over)
    except OSError as error:
        raise from_os(error, path.name) from error
    return Target(path, frozenset(), lock)


def claim_new(path: Path, who: str, *, replace: bool = False) -> Target:
    """Like `claim` for a file that is about to be written for the first time.

    Raises:
        Unavailable: There is one, and ``replace`` is not set; or as in `claim`.
    """
    if not replace:
        require_free(path)
    return claim(path, who)


def require_free(path: Path) -> None:
    """Raise Unavailable when there is a file of this name."""
    if is_there(path):
        raise Unavailable(
            Reason.EXISTS,
            N_("“{file}” is there already. It was not changed. Choose another name."),
            file=path.name,
        )
