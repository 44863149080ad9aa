# SPDX-License-Identifier: Apache-2.0
"""Copies from a confidential workspace stay out of clipboard histories and do not stay (SEC-08)."""

from __future__ import annotations

import secrets
from typing import Final

from PySide6.QtCore import QMimeData, QObject, Qt, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication

CLEARED_AFTER: Final = 30_000  # milliseconds
_MARK: Final = "application/x-missiondesk-copy"
_WINDOWS: Final = 'application/x-qt-windows-mime;value="{}"'
# What asks histories, clouds and monitors to pass over it, in the words of each system.
HINTS: Final = {
    _WINDOWS.format("ExcludeClipboardContentFromMonitorProcessing"): b"1",
    _WINDOWS.format("Clipboard Viewer Ignore"): b"1",
    _WINDOWS.format("CanIncludeInClipboardHistory"): b"\0\0\0\0",
    _WINDOWS.format("CanUploadToCloudClipboard"): b"\0\0\0\0",
    "application/x-nspasteboard-concealed-type": b"1",
    "x-kde-passwordManagerHint": b"secret",
}


class ClipboardGuard(QObject):
    """While it is on, what this program copies gets the hints and is taken away after a time."""

    def __init__(self, parent: QObject | None = None, after: int = CLEARED_AFTER) -> None:
        super().__init__(parent)
        self._clipboard = QGuiApplication.clipboard()
        self._mark = b""
        self._on = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(after)
        self._timer.timeout.connect(self.clear)

    def begin(self) -> None:
        """Guard from now on."""
        if not self._on:
            self._on = True
            self._clipboard.dataChanged.connect(self._changed)

    def end(self) -> None:
        """Take away what was copied, and guard no more."""
        if self._on:
            self.clear()
            self._on = False
            self._clipboard.dataChanged.disconnect(self._changed)

    def clear(self) -> None:
        """Take away the last copy, unless something else was copied since."""
        self._timer.stop()
        mark, self._mark = self._mark, b""
        if mark and self._mark_there() == mark:
            self._clipboard.clear()
        selection = QClipboard.Mode.Selection
        if self._clipboard.supportsSelection() and self._clipboard.ownsSelection():
            self._clipboard.clear(selection)

    def _changed(self) -> None:
        ours = self._clipboard.ownsClipboard() or _in_front()
        if ours and not self._mark_there():
            # Not from within the change: the system still hands it on.
            QTimer.singleShot(0, self, self._take_over)

    def _take_over(self) -> None:
        found = self._clipboard.mimeData()
        if not self._on or found is None or not found.formats() or self._mark_there():
            return
        guarded = _copy_of(found)
        self._mark = secrets.token_hex(8).encode()
        guarded.setData(_MARK, self._mark)
        for kind, value in HINTS.items():
            guarded.setData(kind, value)
        self._clipboard.setMimeData(guarded)
        self._timer.start()

    def _mark_there(self) -> bytes:
        found = self._clipboard.mimeData()
        return bytes(found.data(_MARK).data()) if found is not None else b""


def _in_front() -> bool:
    return QGuiApplication.applicationState() == Qt.ApplicationState.ApplicationActive


def _copy_of(found: QMimeData) -> QMimeData:
    made = QMimeData()
    for kind in found.formats():
        made.setData(kind, found.data(kind))
    if found.hasImage():
        made.setImageData(found.imageData())
    return made
