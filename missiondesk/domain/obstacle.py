# SPDX-License-Identifier: Apache-2.0
"""What stood in the way of reading or writing a file, in words that can be translated."""

from __future__ import annotations

import errno
from typing import Final

from missiondesk.domain.message import N_, Message, message

_WORDS: Final = {
    errno.ENOSPC: N_("the disk is full"),
    errno.EDQUOT: N_("the disk is full"),
    errno.EACCES: N_("you have no right to do so"),
    errno.EPERM: N_("you have no right to do so"),
    errno.EROFS: N_("the disk cannot be written to"),
    errno.ENOENT: N_("it is not there"),
    errno.EEXIST: N_("there is a file of that name already"),
    errno.EISDIR: N_("it is a folder"),
    errno.ENOTDIR: N_("a part of its path is a file"),
    errno.ENAMETOOLONG: N_("the name is too long"),
    errno.EBUSY: N_("another program holds it"),
}


def obstacle(error: OSError) -> Message:
    """The end of a sentence that says why: "the disk is full", else the system's error number."""
    words = _WORDS.get(error.errno or 0)
    if words is not None:
        return message(words)
    return message(N_("the system reports error {number}"), number=error.errno or 0)
