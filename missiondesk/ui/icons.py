# SPDX-License-Identifier: Apache-2.0
"""Icons from the shipped SVG files, tinted with a token and drawn at the screen's resolution."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap

from missiondesk.system.resources import resource


def icon(name: str, tint: str = "ink", size: int = 18) -> QIcon:
    """The icon ``resources/icons/<name>.svg``.

    Args:
        name: File name without suffix.
        tint: Token of its colour, as "ink", "quiet", "accent" or "on_accent".
        size: Edge in device-independent pixels.

    Raises:
        FileNotFoundError: There is no such icon.
    """
    from missiondesk.ui.theme import tokens  # the theme imports this module

    return _drawn(name, getattr(tokens(), tint), tokens().quiet, size)


def forget_icons() -> None:
    """Draw icons anew after the palette has changed."""
    _drawn.cache_clear()


@lru_cache(maxsize=256)
def _drawn(name: str, tint: str, disabled: str, size: int) -> QIcon:
    source = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    made = QIcon()
    here = QGuiApplication.primaryScreen().devicePixelRatio()
    for ratio in sorted({1.0, here, 2.0}):
        made.addPixmap(_pixmap(source, tint, size, ratio))
        made.addPixmap(_pixmap(source, disabled, size, ratio, 0.5), QIcon.Mode.Disabled)
    return made


def _pixmap(source: str, tint: str, size: int, ratio: float, opacity: float = 1.0) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer

    picture = QPixmap(round(size * ratio), round(size * ratio))
    picture.fill(Qt.GlobalColor.transparent)
    renderer = QSvgRenderer(QByteArray(source.replace("currentColor", tint).encode()))
    painter = QPainter(picture)
    painter.setOpacity(opacity)
    renderer.render(painter, QRectF(picture.rect()))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture
