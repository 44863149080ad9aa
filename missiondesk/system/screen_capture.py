# SPDX-License-Identifier: Apache-2.0
"""Keeps a window out of screenshots, recordings and shared screens where that can be (SEC-04)."""

from __future__ import annotations

import sys
from typing import Final

# SetWindowDisplayAffinity: as if the window were not there (Windows 10 2004), or a black patch.
_SHOWN: Final = 0x00
_BLACK: Final = 0x01
_NOT_THERE: Final = 0x11


def can_keep_off_captures() -> bool:
    """Whether this system can: only Windows lets a program do that."""
    return sys.platform == "win32"


def keep_off_captures(window: int, off: bool) -> bool:
    """Keep a window of this process out of captures, or let it in again; whether that was done.

    Args:
        window: The system's handle of a top-level window.
    """
    if sys.platform == "win32":
        import ctypes
        from ctypes import wintypes

        set_affinity = ctypes.windll.user32.SetWindowDisplayAffinity
        set_affinity.argtypes = (wintypes.HWND, wintypes.DWORD)
        wanted = (_NOT_THERE, _BLACK) if off else (_SHOWN,)
        return any(set_affinity(window, how) for how in wanted)
    return False
