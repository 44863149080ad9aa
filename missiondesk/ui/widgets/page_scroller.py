# SPDX-License-Identifier: Apache-2.0
"""Scrolls and zooms over pages below each other; what stands on them is a subclass's to paint."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from missiondesk.ui.widgets.pdf_layout import GAP, PageLayout


class PageScroller(QAbstractScrollArea):
    """A view over pages.

    Attributes:
        moved: Page, zoom or document changed.
        pages: Where they stand.
    """

    moved = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.verticalScrollBar().setSingleStep(40)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self.moved.emit())
        self.pages = PageLayout()

    def page_count(self) -> int:
        """How many pages there are."""
        return len(self.pages.sizes)

    def page_in_view(self) -> int:
        """The page at the middle of the view, from 0."""
        middle = self.verticalScrollBar().value() + self.viewport().height() / 2
        tops = [place.top() for place in self.pages.places()]
        return max((number for number, top in enumerate(tops) if top <= middle), default=0)

    def in_view(self) -> list[tuple[int, QRectF]]:
        """Number and place in the viewport of each page that is seen."""
        dx, dy = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        room = QRectF(self.viewport().rect())
        moved = [(i, it.translated(-dx, -dy)) for i, it in enumerate(self.pages.places())]
        return [(i, place) for i, place in moved if place.intersects(room)]

    def scroll_to(self, page: int, from_top: float) -> None:
        """Bring a place (page from 0, points from its top) into view unless it stands there."""
        places = self.pages.places()
        if page >= len(places):
            return
        bar, room = self.verticalScrollBar(), self.viewport().height()
        at = places[page].top() + from_top * self.pages.scale
        if not bar.value() <= at <= bar.value() + 0.7 * room:
            bar.setValue(round(at - (GAP if from_top < 1 else 0.12 * room)))

    # -- zoom ------------------------------------------------------------------------------
    def zoom(self) -> float:
        """1.0 is true to size."""
        return self.pages.zoom

    def zoom_by(self, steps: int) -> None:
        """To the next larger or smaller step."""
        self._set_zoom(self.pages.step(steps))

    def fit_width(self) -> None:
        """As wide as the view, also when that changes."""
        self._set_zoom(None)

    def _set_zoom(self, zoom: float | None) -> None:
        bar = self.verticalScrollBar()
        share = bar.value() / max(bar.maximum() + bar.pageStep(), 1)
        self.pages.fixed = zoom
        self.arrange()
        bar.setValue(round(share * (bar.maximum() + bar.pageStep())))

    def arrange(self) -> None:
        """Fit the scroll bars to the pages."""
        room = self.viewport().size()
        self.pages.room = room.width()
        places = self.pages.places()
        high = places[-1].bottom() + GAP if places else 0
        wide = max((place.right() for place in places), default=0) + GAP
        self.verticalScrollBar().setPageStep(room.height())
        self.verticalScrollBar().setRange(0, max(round(high) - room.height(), 0))
        self.horizontalScrollBar().setPageStep(room.width())
        self.horizontalScrollBar().setRange(0, max(round(wide) - room.width(), 0))
        self.moved.emit()
        self.viewport().update()

    # -- Qt ----------------------------------------------------------------------------------
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        self.viewport().update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        places = {
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: bar.maximum(),
            Qt.Key.Key_PageDown: bar.value() + bar.pageStep() - 40,
            Qt.Key.Key_PageUp: bar.value() - bar.pageStep() + 40,
            Qt.Key.Key_Down: bar.value() + bar.singleStep(),
            Qt.Key.Key_Up: bar.value() - bar.singleStep(),
        }
        key = Qt.Key(event.key())
        if key in places:
            bar.setValue(places[key])
        elif event.text() in ("+", "-"):
            self.zoom_by(1 if event.text() == "+" else -1)
        else:
            super().keyPressEvent(event)
