# SPDX-License-Identifier: Apache-2.0
"""Icons from the shipped SVG files, tinted with a token and drawn at the screen's resolution."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, QSize
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap

from missiondesk.system.resources import resource

if TYPE_CHECKING:
    from PySide6.QtSvg import QSvgRenderer


USUAL = 18  # px at 100 %, the edge of an icon beside a text


def icon(name: str, tint: str = "ink", size: int = USUAL) -> QIcon:
    """The icon ``resources/icons/<name>.svg``.

    Args:
        name: File name without suffix.
        tint: Token of its colour, as "ink", "quiet", "accent" or "on_accent".
        size: Edge in device-independent pixels at 100 %; it grows with the user's font.

    Raises:
        FileNotFoundError: There is no such icon.
    """
    from missiondesk.ui.theme import scaled, tokens  # the theme imports this module

    # Qt greys what is disabled from its own colour: what stands on the accent would be lost on the
    # ground that is left without it.
    off = tokens().quiet if tint == "on_accent" else ""
    return _drawn(name, getattr(tokens(), tint), scaled(size), off)


def icon_size(size: int = USUAL) -> QSize:
    """What a button has to be told to show an icon of this size whole.

    Args:
        size: As given to `icon`.
    """
    from missiondesk.ui.theme import scaled

    return QSize(scaled(size), scaled(size))


def forget_icons() -> None:
    """Draw icons anew after the palette has changed."""
    _drawn.cache_clear()


@lru_cache(maxsize=256)
def _drawn(name: str, tint: str, size: int, off: str) -> QIcon:
    source = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    made = QIcon()
    here = QGuiApplication.primaryScreen().devicePixelRatio()
    # A screen of twice the points is the usual other one that a window may be moved to.
    for ratio in sorted({here, 2.0}):
        made.addPixmap(_pixmap(source, tint, size, ratio))
        if off:
            made.addPixmap(_pixmap(source, off, size, ratio), QIcon.Mode.Disabled)
    return made


def _pixmap(source: str, tint: str, size: int, ratio: float) -> QPixmap:
    picture = QPixmap(round(size * ratio), round(size * ratio))
    picture.fill(QColor(0, 0, 0, 0))
    painter = QPainter(picture)
    _renderer(source.replace("currentColor", tint)).render(painter, QRectF(picture.rect()))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


@lru_cache(maxsize=4)
def _renderer(svg: str) -> QSvgRenderer:
    """Read once for the sizes of one icon, which are drawn in a row."""
    from PySide6.QtSvg import QSvgRenderer

    return QSvgRenderer(QByteArray(svg.encode()))
