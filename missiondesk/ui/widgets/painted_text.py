# SPDX-License-Identifier: Apache-2.0
"""Measures and paints a text of at most so many lines, the last one cut with an ellipsis."""

from __future__ import annotations

import re
from functools import lru_cache

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QTextLayout,
    QTextOption,
)

# A sign that says how something stands belongs to the word after it.
_SIGN = re.compile(r"(?<!\S)([■▲▼●○◐◑◔◕◆◇►✓✗↳]) (?=\S)")


def with_its_sign(text: str) -> str:
    """The text, in which no line ends between a sign and its word."""
    return _SIGN.sub("\\1\u00a0", text)


def break_lines(text: str, font: QFont, width: float, most: int) -> tuple[str, ...]:
    """``text`` in at most ``most`` lines of ``width`` pixels; what is left over becomes "…"."""
    return _broken(text, font.key(), width, most)


def text_height(text: str, font: QFont, width: float, most: int) -> float:
    """Height in pixels of the text so broken."""
    lines = len(break_lines(text, font, width, most)) if most > 1 else 1
    return lines * _metrics(font.key()).lineSpacing()


def text_width(text: str, font: QFont) -> float:
    """Width in pixels of the text on one line."""
    return _width(text, font.key())


def key_of(font: QFont) -> str:
    """What the measures below know a font by; asking a font for it takes longer than they do."""
    return font.key()


def height_by_key(text: str, key: str, width: float, most: int) -> float:
    """As `text_height`, of a font known by its key."""
    # Most texts fit, and to know that takes less than breaking them.
    if most == 1 or ("\n" not in text and _width(text, key) <= width):
        return _spacing(key)
    return len(_broken(text, key, width, most)) * _spacing(key)


def width_by_key(text: str, key: str) -> float:
    """As `text_width`, of a font known by its key."""
    return _width(text, key)


def paint_text(
    painter: QPainter,
    rect: QRect | QRectF,
    text: str,
    font: QFont,
    colour: QColor,
    *,
    right: bool = False,
    most: int = 1,
) -> float:
    """Paint from the top of ``rect`` and return the height used."""
    painter.setFont(font)
    painter.setPen(colour)
    spacing = QFontMetricsF(font).lineSpacing()
    across = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    flags = int(across | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextSingleLine)
    area = QRectF(rect)
    lines = break_lines(text, font, area.width(), most)
    for index, line in enumerate(lines):
        at = QRectF(area.left(), area.top() + index * spacing, area.width(), spacing)
        painter.drawText(at, flags, line)
    return max(len(lines), 1) * spacing


def forget_measures() -> None:
    """Measure anew: further faces are there, from which missing signs are taken."""
    for cached in (_metrics, _spacing, _width, _broken):
        cached.cache_clear()


@lru_cache(maxsize=64)
def _metrics(font_key: str) -> QFontMetricsF:
    font = QFont()
    font.fromString(font_key)
    return QFontMetricsF(font)


@lru_cache(maxsize=64)
def _spacing(font_key: str) -> float:
    return _metrics(font_key).lineSpacing()


@lru_cache(maxsize=50_000)
def _width(text: str, font_key: str) -> float:
    return _metrics(font_key).horizontalAdvance(text)


@lru_cache(maxsize=20_000)
def _broken(text: str, font_key: str, width: float, most: int) -> tuple[str, ...]:
    font = QFont()
    font.fromString(font_key)
    metrics = _metrics(font_key)
    plain = with_its_sign(text.replace("\n", " "))
    if most == 1 or metrics.horizontalAdvance(plain) <= width:
        return (metrics.elidedText(plain, Qt.TextElideMode.ElideRight, width),)
    layout = QTextLayout(plain, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    lines: list[str] = []
    layout.beginLayout()
    while len(lines) < most:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(width, 1))
        line.setPosition(QPointF(0, 0))
        start, length = line.textStart(), line.textLength()
        if len(lines) == most - 1:
            rest = plain[start:].rstrip()
            lines.append(metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width))
        else:
            lines.append(plain[start : start + length].rstrip())
    layout.endLayout()
    return tuple(lines) or ("",)
