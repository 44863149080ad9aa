# SPDX-License-Identifier: Apache-2.0
"""Keeps the process's memory out of files that the system writes when a program fails (SEC-05)."""

from __future__ import annotations

import contextlib
import ctypes
import sys
from functools import cache
from typing import Final

_PR_SET_DUMPABLE: Final = 4
# Windows: no box for critical errors, no report of a fault with the memory in it.
_NO_REPORT: Final = 0x0001 | 0x0002


@cache
def keep_out_of_dumps() -> bool:
    """No core dump and no error report of this process from now on; whether the system agreed.

    Called before the first passphrase is used. Swap and hibernation are not in a program's hands:
    the disk has to be encrypted as a whole.
    """
    if sys.platform == "win32":
        ctypes.windll.kernel32.SetErrorMode(_NO_REPORT)
        return True
    import resource

    agreed = True
    try:
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (OSError, ValueError):
        agreed = False
    if sys.platform == "linux":
        # Nor may another process of the same user read the memory.
        with contextlib.suppress(OSError, AttributeError):
            agreed &= ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0) == 0
    return agreed
