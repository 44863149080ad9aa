# SPDX-License-Identifier: Apache-2.0
"""What a scrolled area shows its content in, known to Python from the first."""

from __future__ import annotations

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractScrollArea, QWidget


def give_viewport(area: QAbstractScrollArea) -> None:
    """Put a viewport of our own in the place of Qt's, which looks as that does; do it first.

    Asked for Qt's own, PySide6 makes the classes of all kinds of widgets to find out which it is:
    8 ms of the first page.
    """
    viewport = QWidget()
    viewport.setObjectName("qt_scrollarea_viewport")
    viewport.setBackgroundRole(QPalette.ColorRole.Base)
    viewport.setAutoFillBackground(True)
    area.setViewport(viewport)
