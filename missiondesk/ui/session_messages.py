# SPDX-License-Identifier: Apache-2.0
"""What Windows tells a window of its session: locked, another user, a remote end gone, going to
sleep.
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication

_WM_POWERBROADCAST: Final = 0x0218
_WM_WTSSESSION_CHANGE: Final = 0x02B1
_PBT_APMSUSPEND: Final = 0x0004
# Console or remote end disconnected, logged off, locked.
_GONE: Final = frozenset({0x2, 0x4, 0x6, 0x7})


class Message(ctypes.Structure):
    """The head of Windows' MSG."""

    _fields_ = (
        ("window", ctypes.c_void_p),
        ("message", ctypes.c_uint),
        ("what", ctypes.c_size_t),
        ("more", ctypes.c_ssize_t),
    )


def says_gone(message: Message) -> bool:
    """Whether it says that nobody sits before this session any more."""
    return (message.message == _WM_WTSSESSION_CHANGE and message.what in _GONE) or (
        message.message == _WM_POWERBROADCAST and message.what == _PBT_APMSUSPEND
    )


class SessionMessages(QAbstractNativeEventFilter):
    """Calls ``gone`` when such a message comes, until `end`."""

    def __init__(self, gone: Callable[[], object]) -> None:
        super().__init__()
        self._gone = gone
        self._attended: set[int] = set()
        app = QCoreApplication.instance()
        if app is not None:
            app.installNativeEventFilter(self)

    def attend(self, window: int) -> None:
        """Ask Windows to tell this window of its session."""
        if window not in self._attended:
            self._attended.add(window)
            if sys.platform == "win32":
                ctypes.windll.wtsapi32.WTSRegisterSessionNotification(window, 0)

    def end(self) -> None:
        """Hear no more."""
        app = QCoreApplication.instance()
        if app is not None:
            app.removeNativeEventFilter(self)

    def nativeEventFilter(
        self, kind: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> object:
        if QByteArray(kind).startsWith(b"windows_") and says_gone(
            Message.from_address(int(message))
        ):
            self._gone()
        return False, 0
