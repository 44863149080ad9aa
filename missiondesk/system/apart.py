# SPDX-License-Identifier: Apache-2.0
"""Another process of this program, bounded in memory and time, that only says how it ended.

It begins as the program does, frozen or not, on every system: nothing is forked, nothing goes
through a pipe, and its exit code is all that comes back.
"""

from __future__ import annotations

import ctypes
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from enum import Enum, auto
from typing import Final

# What the process says of itself; other codes are the interpreter's own and tell nothing.
FINE: Final = 0
NO_MEMORY: Final = 13
ANOTHER_FILE: Final = 14
# Windows: the least code of a process that the system ended (NTSTATUS, errors).
_ENDED_BY_WINDOWS: Final = 0xC0000000


class End(Enum):
    """How the process ended."""

    FINE = auto()
    NO_MEMORY = auto()
    ANOTHER_FILE = auto()
    TOO_LATE = auto()
    CRASHED = auto()
    UNKNOWN = auto()


def run_apart(arguments: Sequence[str], seconds: float) -> End:
    """Run the program with these arguments; it is killed when it takes longer.

    Where no process can be begun, or it cannot do what it was begun for, the end is `UNKNOWN`.
    """
    by_name = [] if getattr(sys, "frozen", False) else ["-m", __name__.partition(".")[0]]
    nothing = subprocess.DEVNULL
    try:
        ended = subprocess.run(
            [sys.executable, *by_name, *arguments],
            stdin=nothing,
            stdout=nothing,
            stderr=nothing,
            timeout=seconds,
            check=False,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        ).returncode
    except subprocess.TimeoutExpired:
        return End.TOO_LATE
    except (OSError, ValueError):
        return End.UNKNOWN
    return end_of(ended)


def end_of(code: int) -> End:
    """What an exit code says."""
    if code < 0 or code & 0xFFFFFFFF >= _ENDED_BY_WINDOWS:
        return End.CRASHED
    told = {FINE: End.FINE, NO_MEMORY: End.NO_MEMORY, ANOTHER_FILE: End.ANOTHER_FILE}
    return told.get(code, End.UNKNOWN)


def bound_memory(most: int) -> bool:
    """Let this process have so many bytes and no more; whether the system agreed."""
    if sys.platform == "win32":
        return _bound_on_windows(most)
    import resource

    # On Linux all that is written to counts, and not what is only mapped.
    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_DATA, (most, most))
        return True
    return False


if sys.platform == "win32":
    from ctypes import wintypes

    _PROCESS_MEMORY: Final = 0x100
    _EXTENDED_LIMITS: Final = 9

    class _Basic(ctypes.Structure):
        _fields_ = (
            ("PerProcessUserTimeLimit", wintypes.LARGE_INTEGER),
            ("PerJobUserTimeLimit", wintypes.LARGE_INTEGER),
            ("LimitFlags", wintypes.DWORD),
            ("MinimumWorkingSetSize", ctypes.c_size_t),
            ("MaximumWorkingSetSize", ctypes.c_size_t),
            ("ActiveProcessLimit", wintypes.DWORD),
            ("Affinity", ctypes.c_size_t),
            ("PriorityClass", wintypes.DWORD),
            ("SchedulingClass", wintypes.DWORD),
        )

    class _Extended(ctypes.Structure):
        _fields_ = (
            ("Basic", _Basic),
            ("IoInfo", ctypes.c_ulonglong * 6),
            ("ProcessMemoryLimit", ctypes.c_size_t),
            ("JobMemoryLimit", ctypes.c_size_t),
            ("PeakProcessMemoryUsed", ctypes.c_size_t),
            ("PeakJobMemoryUsed", ctypes.c_size_t),
        )

    def _bound_on_windows(most: int) -> bool:
        """Put this process into a job of its own; Windows 8 and newer allow that in a job too."""
        system = ctypes.WinDLL("kernel32", use_last_error=True)
        system.CreateJobObjectW.restype = wintypes.HANDLE
        system.GetCurrentProcess.restype = wintypes.HANDLE
        system.SetInformationJobObject.argtypes = (
            wintypes.HANDLE,
            ctypes.c_int,
            ctypes.c_void_p,
            wintypes.DWORD,
        )
        system.AssignProcessToJobObject.argtypes = (wintypes.HANDLE, wintypes.HANDLE)
        limits = _Extended()
        limits.Basic.LimitFlags = _PROCESS_MEMORY
        limits.ProcessMemoryLimit = most
        job = system.CreateJobObjectW(None, None)
        return bool(
            job
            and system.SetInformationJobObject(
                job, _EXTENDED_LIMITS, ctypes.byref(limits), ctypes.sizeof(limits)
            )
            and system.AssignProcessToJobObject(job, system.GetCurrentProcess())
        )
