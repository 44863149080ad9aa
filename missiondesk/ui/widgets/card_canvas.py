# SPDX-License-Identifier: Apache-2.0
"""The ground of a board of cards: where everything stands, what is chosen, and its painting."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from missiondesk.ui import theme
from missiondesk.ui.widgets.card_items import Card, CardContent
from missiondesk.ui.widgets.card_layout import CardLayout, lay_out
from missiondesk.ui.widgets.card_paint import CardFonts, CardPainter

_MARGIN = 8.0  # around the cards inside a column


class CardCanvas(QAbstractScrollArea):
    """Lays out and draws the cards in sight, and keeps what is chosen.

    Attributes:
        chosen: The selection moved to the card with this key.
        painted: How many cards the last frame drew.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setFocusProxy(self)
        self._content = CardContent()
        self._layout = CardLayout()
        self._fonts = CardFonts()
        self._selected = ""
        self._hovered = ""
        self._lifted: tuple[str, QPointF] | None = None  # the dragged card and where it hangs
        self.painted = 0
        for bar in (self.horizontalScrollBar(), self.verticalScrollBar()):
            bar.valueChanged.connect(self.viewport().update)

    # -- content -------------------------------------------------------------------------
    def show_content(self, content: CardContent) -> None:
        """Show other cards; place and choice stay as far as they exist."""
        self._content = content
        self._hovered, self._lifted = "", None
        self._relay()
        if self._selected not in self._layout.places:
            self._selected = ""

    def content(self) -> CardContent:
        """What is shown."""
        return self._content

    def layout_now(self) -> CardLayout:
        """Where everything stands."""
        return self._layout

    def card(self, key: str) -> Card | None:
        """The card with this key, or None."""
        return self._content.made(key) if key in self._layout.places else None

    def selected(self) -> str:
        """Key of the chosen card, "" for none."""
        return self._selected

    def choose(self, key: str) -> bool:
        """Choose a card and bring it into sight; False when it is not there."""
        if key not in self._layout.places:
            return False
        changed, self._selected = key != self._selected, key
        self._reveal(key)
        self.viewport().update()
        if changed:
            self.chosen.emit(key)
            if QAccessible.isActive():
                said = QAccessibleAnnouncementEvent(self, self.spoken(key))
                QAccessible.updateAccessibility(said)
        return True

    def spoken(self, key: str) -> str:
        """What a screen reader says of a card: its column, then all that stands on it."""
        column, row = self._layout.places[key]
        title = self._content.columns[column].title
        place = f"{row + 1}/{len(self._layout.stacks[column])}"
        return f"{title}, {place}: {self._content.made(key).said()}"

    # -- measures ------------------------------------------------------------------------
    def _relay(self) -> None:
        fonts = self._fonts
        room = float(self.viewport().width())
        high = fonts.card_height(self._content.lines)
        self._layout = lay_out(self._content, room, fonts.least_width, high, fonts.head_height)
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        seen = self.viewport().height() - self._layout.head
        down.setRange(0, max(round(self._layout.height + _MARGIN - seen), 0))
        down.setPageStep(max(round(seen), 1))
        down.setSingleStep(max(round(self._layout.card / 2), 1))
        across.setRange(0, max(round(self._layout.wide - room), 0))
        across.setPageStep(max(round(room), 1))
        across.setSingleStep(40)
        self.viewport().update()

    def _origin(self) -> QPointF:
        """The viewport's point of the first card's corner."""
        return QPointF(
            -self.horizontalScrollBar().value(),
            self._layout.head - self.verticalScrollBar().value(),
        )

    def place_of(self, key: str) -> QRectF | None:
        """Where a card is in the viewport, or None."""
        place = self._layout.place(key)
        if place is None:
            return None
        return place.translated(self._origin()).adjusted(_MARGIN, 0, -_MARGIN, 0)

    def card_at(self, point: QPointF) -> str:
        """Key of the card at a point of the viewport, "" for none."""
        if point.y() < self._layout.head:
            return ""
        origin = self._origin()
        return self._layout.card_at(point.x() - origin.x(), point.y() - origin.y())

    def column_at(self, point: QPointF) -> str:
        """Key of the column at a point of the viewport, "" for none."""
        found = self._layout.column_at(point.x() - self._origin().x())
        return "" if found is None else self._content.columns[found].key

    def _reveal(self, key: str) -> None:
        place = self.place_of(key)
        if place is None:
            return
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        top, bottom = self._layout.head, self.viewport().height() - 4
        if place.top() < top:
            down.setValue(round(down.value() - (top - place.top())))
        elif place.bottom() > bottom:
            down.setValue(round(down.value() + place.bottom() - bottom))
        if place.left() < 0:
            across.setValue(round(across.value() + place.left() - _MARGIN))
        elif place.right() > self.viewport().width():
            over = place.right() - self.viewport().width()
            across.setValue(round(across.value() + over + _MARGIN))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room anew."""
        super().resizeEvent(event)
        self._relay()

    def changeEvent(self, event: QEvent) -> None:
        """Follow font and palette."""
        super().changeEvent(event)
        kinds = (QEvent.Type.FontChange, QEvent.Type.StyleChange, QEvent.Type.PaletteChange)
        if event.type() in kinds:
            self._fonts = CardFonts()
            self._relay()

    def sizeHint(self) -> QSize:
        """Room for five columns."""
        return QSize(1000, 480)

    # -- painting ------------------------------------------------------------------------
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the heads and the cards in sight."""
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), theme.colour("ground"))
        draw = CardPainter(painter, self._fonts)
        head, high = self._layout.head, float(self.viewport().height())
        origin = self._origin()
        target = self.column_at(self._lifted[1]) if self._lifted else ""
        for place, column in enumerate(self._content.columns):
            ground = QRectF(self._layout.left(place) + origin.x(), 0, self._layout.width, high)
            draw.column(ground, bool(target) and target == column.key)
        painter.setClipRect(QRectF(0, head, self.viewport().width(), high - head))
        self._draw_cards(draw, head - origin.y(), high - origin.y())
        painter.setClipping(False)
        for place, column in enumerate(self._content.columns):
            left = self._layout.left(place) + origin.x()
            area = QRectF(left, 0, self._layout.width, head)
            draw.head(column, area)
        self._draw_lifted(draw)

    def _draw_cards(self, draw: CardPainter, top: float, bottom: float) -> None:
        self.painted = 0
        for place, stack in enumerate(self._layout.stacks):
            for row in self._layout.between(place, top, bottom):
                key = stack[row]
                area = self.place_of(key)
                if area is None:
                    continue
                self.painted += 1
                draw.card(self._content.made(key), area, hovered=key == self._hovered)
                if key == self._selected:
                    draw.ring(area, self.hasFocus())

    def _draw_lifted(self, draw: CardPainter) -> None:
        if self._lifted is None:
            return
        key, point = self._lifted
        card, size = self.card(key), self._layout
        if card is not None:
            wide = size.width - 2 * _MARGIN
            area = QRectF(point.x() - wide / 2, point.y() - 16, wide, size.card)
            draw.card(card, area, lifted=True)
