# SPDX-License-Identifier: Apache-2.0
"""A page that scrolls as a whole, with the margins that all pages share."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

MARGIN = 28
TOP = 20


def page_layout(page: QWidget) -> QVBoxLayout:
    """The outer layout of a page that does not scroll."""
    layout = QVBoxLayout(page)
    layout.setContentsMargins(MARGIN, TOP, MARGIN, TOP)
    layout.setSpacing(16)
    return layout


class ScrollPage(QScrollArea):
    """Give it widgets through `body`; it scrolls up and down only."""

    def __init__(
        self, parent: QWidget | None = None, *, margins: tuple[int, int, int, int] | None = None
    ) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget()
        inner.setProperty("look", "page")
        self.body = QVBoxLayout(inner)
        self.body.setContentsMargins(*(margins or (MARGIN, TOP, MARGIN, TOP)))
        self.body.setSpacing(16)
        self.setWidget(inner)
