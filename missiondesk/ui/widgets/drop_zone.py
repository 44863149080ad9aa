# SPDX-License-Identifier: Apache-2.0
"""A page onto which one file may be dropped: a quicker way to what a button does."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from missiondesk.ui.widgets.looks import repolish

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent


class DropZone(QFrame):
    """Takes one file of the user's own disk; shows that it would while it is held over the page.

    Args:
        suffix: The only one it takes, as ".mission"; "" takes any. Such a file may be gone by
            now: whoever opens it says so.

    Attributes:
        dropped: The path of the file.
    """

    dropped = Signal(object)

    def __init__(self, parent: QWidget | None = None, *, suffix: str = "") -> None:
        super().__init__(parent)
        self._suffix = suffix
        self.setProperty("look", "dropzone")
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._file_of(event) is not None:
            event.acceptProposedAction()
            self._over(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._over(False)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self._over(False)
        path = self._file_of(event)
        if path is not None:
            event.acceptProposedAction()
            self.dropped.emit(path)

    def _over(self, over: bool) -> None:
        self.setProperty("over", over)
        repolish(self)

    def _file_of(self, event: QDropEvent) -> Path | None:
        """The one file that is dragged, if it is one that is taken."""
        urls = event.mimeData().urls()
        if len(urls) != 1 or not urls[0].isLocalFile():
            return None
        path = Path(urls[0].toLocalFile())
        wanted = path.suffix == self._suffix if self._suffix else path.is_file()
        return path if wanted else None
