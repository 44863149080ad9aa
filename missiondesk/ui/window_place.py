# SPDX-License-Identifier: Apache-2.0
"""Puts a window where it stood, if a screen is still there, tells where it stands, and names it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from missiondesk.system.settings import WindowPlace

if TYPE_CHECKING:
    from missiondesk.language import Translator
    from missiondesk.services.desk import Desk


def put(window: QWidget, place: WindowPlace | None, usual: tuple[int, int]) -> None:
    """Give the window its size and place; without one its ``usual`` size, if the screen has it."""
    room = QGuiApplication.primaryScreen().availableGeometry()
    if place is None:
        window.resize(min(usual[0], room.width()), min(usual[1], room.height()))
        return
    window.resize(place.width, place.height)
    screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    if any(screen.contains(place.x + 40, place.y + 20) for screen in screens):
        window.move(place.x, place.y)
    if place.maximized:
        window.setWindowState(Qt.WindowState.WindowMaximized)


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
