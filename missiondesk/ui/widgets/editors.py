# SPDX-License-Identifier: Apache-2.0
"""Line and text editors that say when they are done: Enter or leaving commits, Esc restores."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget


def _is_export(event: QKeyEvent) -> bool:
    """Ctrl+E exports; on X11 the editors would take it for "to the end of the line"."""
    control = Qt.KeyboardModifier.ControlModifier
    return event.key() == Qt.Key.Key_E and event.modifiers() == control


class LineEdit(QLineEdit):
    """One line.

    Attributes:
        finished: Enter was pressed or the focus left.
        dropped: Esc was pressed: put back what was there.
    """

    finished = Signal()
    dropped = Signal()

    def put(self, text: str) -> None:
        """Put a text there as if it had been typed: Esc takes it back."""
        self.setText(text)
        self.setModified(True)

    def event(self, event: QEvent) -> bool:
        # With nothing of its own to undo, the field leaves Ctrl+Z and Ctrl+Y to the window.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            keys = QKeySequence.StandardKey
            undo = event.matches(keys.Undo) and not self.isUndoAvailable()
            redo = event.matches(keys.Redo) and not self.isRedoAvailable()
            if undo or redo or _is_export(event):
                event.ignore()
                return False
            if event.key() == Qt.Key.Key_Escape and self.isModified():
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.finished.emit()
            event.accept()
        elif event.key() == Qt.Key.Key_Escape and self.isModified():
            self.dropped.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.finished.emit()


class TextEdit(QPlainTextEdit):
    """Several lines, as high as its text between two bounds; Ctrl+Enter commits.

    Attributes:
        finished: Ctrl+Enter was pressed or the focus left.
        dropped: Esc was pressed: put back what was there.
    """

    finished = Signal()
    dropped = Signal()

    def __init__(self, least: int = 2, most: int = 12, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least, self._most = least, most
        self._fitting = False
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._fit())
        self._fit()

    def text(self) -> str:
        """All of it, as a line says it."""
        return self.toPlainText()

    def put(self, text: str) -> None:
        """Put a text there as if it had been typed: Esc takes it back."""
        self.setPlainText(text)
        self.document().setModified(True)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            keys = QKeySequence.StandardKey
            undo = event.matches(keys.Undo) and not self.document().isUndoAvailable()
            redo = event.matches(keys.Redo) and not self.document().isRedoAvailable()
            if undo or redo or _is_export(event):
                event.ignore()
                return False
            if event.key() == Qt.Key.Key_Escape and self.document().isModified():
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and control:
            self.finished.emit()
        elif event.key() == Qt.Key.Key_Escape and self.document().isModified():
            self.dropped.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.finished.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(320, self._height(self._least))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self._height(self._least))

    def _fit(self) -> None:
        if self._fitting:
            return
        self._fitting = True
        for _ in range(2):  # another height may bring or take the scroll bar, and so a line
            # A plain text document counts its height in lines.
            lines = round(self.document().size().height())
            high = self._height(min(max(lines, self._least), self._most))
            if high != self.height() or high != self.maximumHeight():
                # Qt sets the least height, resizes, and then sets the greatest: to set another in
                # between would leave the greatest below the least, and the text cut.
                self.setFixedHeight(high)
        self._fitting = False

    def _height(self, lines: int) -> int:
        margin = round(self.document().documentMargin())
        return lines * QFontMetrics(self.font()).lineSpacing() + 2 * margin + 12
