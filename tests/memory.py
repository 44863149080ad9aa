# SPDX-License-Identifier: Apache-2.0
"""How many bytes a process has asked the C library for and not given back, where that can be told.

What Qt keeps lies there, and Python counts none of it.
"""

from __future__ import annotations

import ctypes
import sys

_FIELDS = ("arena", "ordblks", "smblks", "hblks", "hblkhd")
_MORE = ("usmblks", "fsmblks", "uordblks", "fordblks", "keepcost")


class _Told(ctypes.Structure):
    _fields_ = [(name, ctypes.c_size_t) for name in (*_FIELDS, *_MORE)]


def asked_for() -> int | None:
    """The bytes in use; None where the C library is not glibc 2.33 or later."""
    told = _told()
    return None if told is None else int(told.uordblks) + int(told.hblkhd)


def asked_for_apart() -> int | None:
    """Those of them that lie in pieces of their own, outside every heap."""
    told = _told()
    return None if told is None else int(told.hblkhd)


def _told() -> _Told | None:
    if sys.platform != "linux":
        return None
    try:
        tell = ctypes.CDLL(None).mallinfo2
    except AttributeError:
        return None
    tell.restype = _Told
    told: _Told = tell()
    return told
