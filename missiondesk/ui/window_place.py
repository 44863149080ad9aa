# SPDX-License-Identifier: Apache-2.0
"""Puts a window where it stood, if a screen is still there, tells where it stands, and names it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from missiondesk.system.settings import WindowPlace
from missiondesk.ui.window_size import FRAME, fitting

if TYPE_CHECKING:
    from missiondesk.language import Translator
    from missiondesk.services.desk import Desk


def put(window: QWidget, place: WindowPlace | None, usual: tuple[int, int]) -> None:
    """Give the window its size and place, within the screen with its frame; without one its
    ``usual`` size.
    """
    room = QGuiApplication.primaryScreen().availableGeometry()
    if place is None:
        window.resize(fitting(QSize(*usual), room))
        return
    screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    there = next((it for it in screens if it.contains(place.x + 40, place.y + 20)), None)
    size = fitting(QSize(place.width, place.height), there or room)
    if there is None:
        window.resize(size)
    else:
        # The place is that of the content; the frame is around it.
        window.setGeometry(QRect(_within(QPoint(place.x, place.y), size, there), size))
    if place.maximized:
        window.setWindowState(Qt.WindowState.WindowMaximized)


def _within(at: QPoint, size: QSize, room: QRect) -> QPoint:
    """Where the content begins so that its end and the foot of the frame are in the room."""
    side = FRAME[0] // 2
    right, foot = room.right() + 1 - size.width() - side, room.bottom() + 1 - size.height() - side
    return QPoint(max(min(at.x(), right), room.x()), max(min(at.y(), foot), room.y()))


def place_of(window: QWidget) -> WindowPlace:
    """Where the window stands, in device-independent pixels."""
    at = window.normalGeometry()
    return WindowPlace(at.x(), at.y(), at.width(), at.height(), window.isMaximized())


def title_of(desk: Desk, tr: Translator) -> str:
    """The window's title: file and workspace; of a confidential one nothing, because task bars,
    lists of windows and screens that are shared show it to everybody (SEC-09).
    """
    if desk.confidential.on:
        return "missiondesk"
    title = desk.settings.get().title.in_language(tr.lang)
    parts = (desk.path.name if desk.path is not None else "", title, "missiondesk")
    return " – ".join(part for part in parts if part)
