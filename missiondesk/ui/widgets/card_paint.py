# SPDX-License-Identifier: Apache-2.0
"""Draws a board of cards: the columns' heads and the cards in sight, and nothing else."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from missiondesk.ui import theme
from missiondesk.ui.widgets.card_items import Card, CardColumn
from missiondesk.ui.widgets.painted_text import paint_text, text_width

PAD = 10.0
_RADIUS = 6.0
_TITLE_LINES = 2


class CardFonts:
    """The fonts of a board, and the heights that follow from them."""

    def __init__(self) -> None:
        self.text = theme.font()
        self.strong = theme.font(theme.TEXT, QFont.Weight.DemiBold)
        self.small = theme.font(theme.DETAIL)
        self._line = QFontMetricsF(self.strong).lineSpacing()
        self._small = QFontMetricsF(self.small).lineSpacing()

    def card_height(self, lines: int) -> float:
        """Of a card with a title of two lines and so many lines below."""
        return float(round(2 * PAD + _TITLE_LINES * self._line + 4 + lines * (self._small + 1)))

    @property
    def head_height(self) -> float:
        """Of a column's head."""
        return float(round(self._line + self._small + 14))

    @property
    def least_width(self) -> float:
        """Below which a column is not readable."""
        return float(round(QFontMetricsF(self.text).averageCharWidth() * 23))


class CardPainter:
    """Draws the parts of one frame; positions are the viewport's."""

    def __init__(self, painter: QPainter, fonts: CardFonts) -> None:
        self._painter = painter
        self._fonts = fonts
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def column(self, area: QRectF, target: bool) -> None:
        """The ground of a column; a ``target`` is where the dragged card would land."""
        painter = self._painter
        painter.setPen(QPen(theme.colour("accent"), 2) if target else Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("frame"))
        painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), _RADIUS, _RADIUS)

    def head(self, column: CardColumn, area: QRectF) -> None:
        """Title, number and detail of a column."""
        fonts, inner = self._fonts, area.adjusted(PAD, 8, -PAD, 0)
        wide = text_width(column.count, fonts.strong)
        title = QRectF(inner.left(), inner.top(), inner.width() - wide - 6, inner.height())
        used = paint_text(self._painter, title, column.title, fonts.strong, theme.colour("ink"))
        paint_text(
            self._painter, inner, column.count, fonts.strong, theme.colour("quiet"), right=True
        )
        below = inner.adjusted(0, used, 0, 0)
        paint_text(self._painter, below, column.detail, fonts.small, theme.colour("quiet"))

    def card(
        self, card: Card, area: QRectF, *, hovered: bool = False, lifted: bool = False
    ) -> None:
        """One card."""
        painter, fonts = self._painter, self._fonts
        edge = "accent" if lifted or hovered else "line"
        painter.setPen(QPen(theme.colour(edge), 1))
        painter.setBrush(theme.colour("ground"))
        painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
        inner = area.adjusted(PAD, PAD, -PAD, -PAD)
        title = f"{card.head}  {card.title}" if card.head else card.title
        paint_text(painter, inner, title, fonts.strong, theme.colour("ink"), most=_TITLE_LINES)
        line = QFontMetricsF(fonts.strong).lineSpacing()
        small = QFontMetricsF(fonts.small).lineSpacing() + 1
        top = inner.top() + _TITLE_LINES * line + 4
        for row in card.lines:
            at = QRectF(inner.left(), top, inner.width(), small)
            paint_text(painter, at, row.text, fonts.small, theme.colour(row.colour))
            top += small

    def ring(self, area: QRectF, focused: bool) -> None:
        """Around the chosen card; thinner while the board has no focus."""
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.setPen(QPen(theme.colour("accent"), 2.5 if focused else 1.5))
        shape = area.adjusted(1, 1, -1, -1)
        self._painter.drawRoundedRect(shape, _RADIUS, _RADIUS)
