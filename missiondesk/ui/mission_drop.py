# SPDX-License-Identifier: Apache-2.0
"""A workspace file that is dropped anywhere on the window is met there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

SUFFIX = ".mission"


class MissionDrop(QObject):
    """Lets a window take one workspace file; what its parts take for themselves they keep."""

    def __init__(self, window: QWidget, dropped: Callable[[Path], object]) -> None:
        super().__init__(window)
        self._dropped = dropped
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind is QEvent.Type.DragEnter and isinstance(event, QDragEnterEvent):
            if workspace_in(event) is not None:
                event.acceptProposedAction()
                return True
        elif kind is QEvent.Type.Drop and isinstance(event, QDropEvent):
            path = workspace_in(event)
            if path is not None:
                event.acceptProposedAction()
                self._dropped(path)
                return True
        return super().eventFilter(watched, event)


def workspace_in(event: QDropEvent) -> Path | None:
    """The one workspace file that is dragged, or None."""
    urls = event.mimeData().urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = Path(urls[0].toLocalFile())
    return path if path.suffix == SUFFIX else None
