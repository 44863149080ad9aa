# SPDX-License-Identifier: Apache-2.0
"""Shows the very bytes that are printed or saved, page by page, beside the editing."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QVBoxLayout, QWidget

from missiondesk.language import Translator
from missiondesk.ui import theme
from missiondesk.ui.tasks import Progress, Task, Tasks
from missiondesk.ui.widgets.looks import icon_button, push_button, row, text_label
from missiondesk.ui.widgets.pdf_pages import page_picture, page_sizes

_GAP = 14
_PIXELS_A_POINT = 96 / 72  # at 100 %
_STEPS = (0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)
_KEPT = 24  # pictures


class PdfView(QWidget):
    """The pages with a line of buttons above them."""

    def __init__(
        self, tasks: Tasks, tr: Translator, name: str, parent: QWidget | None = None
    ) -> None:
        """Make an empty view.

        Args:
            tasks: The worker that draws the pages.
            tr: The screen's language.
            name: objectName of the pages.
            parent: Qt parent.
        """
        super().__init__(parent)
        self._say = tr
        self.pages = PdfPages(tasks, name)
        self.pages.moved.connect(self._tell)
        self._where = text_label("", "detail")
        self._where.setObjectName(f"{name}Where")
        self._percent = text_label("", "detail")
        say, pages = tr.say, self.pages
        smaller = icon_button(
            "zoom-out", say("Smaller"), f"{name}Smaller", lambda: pages.zoom_by(-1)
        )
        larger = icon_button("zoom-in", say("Larger"), f"{name}Larger", lambda: pages.zoom_by(1))
        fit = push_button(say("Fit the width"), f"{name}Fit", pages.fit_width, "plain")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(row(self._where, None, smaller, self._percent, larger, fit, gap=4))
        layout.addWidget(self.pages, 1)

    def show_pdf(self, pdf: bytes, title: str) -> None:
        """Show a document; the place in it is kept when it replaces an earlier one."""
        self.pages.show_pdf(pdf, title)

    def show_sentence(self, sentence: str) -> None:
        """Show a sentence instead of pages: why there is no document."""
        self.pages.show_sentence(sentence)

    def _tell(self) -> None:
        count, here = self.pages.page_count(), self.pages.page_in_view() + 1
        text = self._say.say("Page {page} of {pages}", page=here, pages=count) if count else ""
        self._where.setText(text)
        self._percent.setText(self._say.percent(round(self.pages.zoom() * 100)) if count else "")
        name = ", ".join(part for part in (self.pages.title(), text) if part)
        self.pages.setAccessibleName(name or self._say.say("Preview"))


class PdfPages(QAbstractScrollArea):
    """The pages below each other; only those in view are drawn.

    Attributes:
        moved: Page, zoom or document changed.
    """

    moved = Signal()

    def __init__(self, tasks: Tasks, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.verticalScrollBar().setSingleStep(40)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self.moved.emit())
        self._tasks = tasks
        self._pdf = b""
        self._title = ""
        self._sentence = ""
        self._sizes: tuple[tuple[float, float], ...] = ()
        self._zoom: float | None = None  # None fits the width
        self._edition = 0
        self._pictures: dict[tuple[int, int], tuple[int, QImage]] = {}
        self._asked: set[tuple[int, int, int]] = set()
        self._measuring: Task[tuple[tuple[float, float], ...]] | None = None
        self._goal: tuple[int, float] | None = None

    # -- document --------------------------------------------------------------------------
    def show_pdf(self, pdf: bytes, title: str) -> None:
        """See `PdfView.show_pdf`."""
        self._title = title
        if pdf == self._pdf and self._sizes:
            self.moved.emit()
            return
        self._sentence = ""
        if self._measuring is not None:
            self._measuring.cancel()

        def measure(_progress: Progress) -> tuple[tuple[float, float], ...]:
            return page_sizes(pdf)

        self._measuring = self._tasks.run(
            title, measure, partial(self._measured, pdf), self._failed, self
        )

    def show_sentence(self, sentence: str) -> None:
        """See `PdfView.show_sentence`."""
        if self._measuring is not None:
            self._measuring.cancel()
        self._pdf, self._sizes, self._sentence = b"", (), sentence
        self._pictures.clear()
        self.setAccessibleDescription(sentence)
        self._arrange()

    def _measured(self, pdf: bytes, sizes: tuple[tuple[float, float], ...]) -> None:
        self._measuring = None
        self._pdf, self._sizes = pdf, sizes
        self._edition += 1
        self._asked.clear()
        self.setAccessibleDescription("")
        self._arrange()
        if self._goal is not None:
            self.go_to(*self._goal)

    def _failed(self, _error: BaseException) -> None:
        # Cancelled by a newer document, or bytes that are no PDF: the earlier pages stay.
        self._measuring = None

    def title(self) -> str:
        """Title of the document."""
        return self._title

    def page_count(self) -> int:
        """How many pages there are."""
        return len(self._sizes)

    def page_in_view(self) -> int:
        """The page at the middle of the view, from 0."""
        middle = self.verticalScrollBar().value() + self.viewport().height() / 2
        tops = [place.top() for place in self._places()]
        return max((number for number, top in enumerate(tops) if top <= middle), default=0)

    def go_to(self, page: int, from_top: float) -> None:
        """Bring a place into view unless it stands there; a document on its way is waited for.

        Args:
            page: The page, from 0.
            from_top: Points from the top of the page.
        """
        self._goal = (page, from_top) if self._measuring is not None else None
        places = self._places()
        if page >= len(places):
            return
        bar, room = self.verticalScrollBar(), self.viewport().height()
        at = places[page].top() + from_top * self.zoom() * _PIXELS_A_POINT
        if not bar.value() <= at <= bar.value() + 0.7 * room:
            bar.setValue(round(at - (_GAP if from_top < 1 else 0.12 * room)))

    def ready(self) -> bool:
        """Whether every page in view is drawn as it shall be."""
        wanted = [number for number, _ in self._in_view()]
        return bool(wanted) and all(
            self._pictures.get((number, self._pixels(number)), (0, None))[0] == self._edition
            for number in wanted
        )

    # -- zoom ------------------------------------------------------------------------------
    def zoom(self) -> float:
        """1.0 is true to size."""
        if self._zoom is not None:
            return self._zoom
        widest = max((wide for wide, _ in self._sizes), default=595.0)
        room = self.viewport().width() - 2 * _GAP
        return max(room / (widest * _PIXELS_A_POINT), 0.1)

    def zoom_by(self, steps: int) -> None:
        """To the next larger or smaller step."""
        now = self.zoom()
        choice = (
            [step for step in _STEPS if step > now + 0.01][:1]
            if steps > 0
            else [step for step in _STEPS if step < now - 0.01][-1:]
        )
        self._set_zoom(choice[0] if choice else now)

    def fit_width(self) -> None:
        """As wide as the view, also when that changes."""
        self._set_zoom(None)

    def _set_zoom(self, zoom: float | None) -> None:
        bar = self.verticalScrollBar()
        share = bar.value() / max(bar.maximum() + bar.pageStep(), 1)
        self._zoom = zoom
        self._arrange()
        bar.setValue(round(share * (bar.maximum() + bar.pageStep())))

    # -- places ------------------------------------------------------------------------------
    def _places(self) -> list[QRectF]:
        scale = self.zoom() * _PIXELS_A_POINT
        widest = max((wide for wide, _ in self._sizes), default=0.0) * scale + 2 * _GAP
        across = max(self.viewport().width(), widest)
        places, top = [], float(_GAP)
        for wide, high in self._sizes:
            size = QSizeF(round(wide * scale), round(high * scale))
            places.append(QRectF(round((across - size.width()) / 2), top, *size.toTuple()))
            top += size.height() + _GAP
        return places

    def _in_view(self) -> list[tuple[int, QRectF]]:
        dx, dy = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        room = QRectF(self.viewport().rect())
        moved = [(i, place.translated(-dx, -dy)) for i, place in enumerate(self._places())]
        return [(i, place) for i, place in moved if place.intersects(room)]

    def _arrange(self) -> None:
        places, room = self._places(), self.viewport().size()
        high = places[-1].bottom() + _GAP if places else 0
        wide = max((place.right() for place in places), default=0) + _GAP
        self.verticalScrollBar().setPageStep(room.height())
        self.verticalScrollBar().setRange(0, max(round(high) - room.height(), 0))
        self.horizontalScrollBar().setPageStep(room.width())
        self.horizontalScrollBar().setRange(0, max(round(wide) - room.width(), 0))
        self.moved.emit()
        self.viewport().update()

    # -- pictures ----------------------------------------------------------------------------
    def _pixels(self, number: int) -> int:
        wide = self._sizes[number][0] * self.zoom() * _PIXELS_A_POINT
        return round(wide * self.devicePixelRatioF())

    def _ask(self, number: int) -> None:
        if not 0 <= number < len(self._sizes):
            return
        pixels, edition, pdf = self._pixels(number), self._edition, self._pdf
        known = self._pictures.get((number, pixels))
        wanted = (edition, number, pixels)
        if wanted in self._asked or (known is not None and known[0] == edition):
            return
        self._asked.add(wanted)
        scale = pixels / self._sizes[number][0]

        def draw(_progress: Progress) -> QImage:
            return page_picture(pdf, number, scale)

        def drawn(picture: QImage) -> None:
            self._asked.discard(wanted)
            if edition == self._edition:
                self._keep(number, pixels, edition, picture)

        self._tasks.run(self._title, draw, drawn, lambda _e: self._asked.discard(wanted), self)

    def _keep(self, number: int, pixels: int, edition: int, picture: QImage) -> None:
        self._pictures.pop((number, pixels), None)
        self._pictures[number, pixels] = (edition, picture)
        while len(self._pictures) > _KEPT:
            self._pictures.pop(next(iter(self._pictures)))
        self.viewport().update()
        self.moved.emit()

    def _best(self, number: int) -> QImage | None:
        exact = self._pictures.get((number, self._pixels(number)))
        if exact is not None:
            return exact[1]
        others = [(entry[0], picture) for picture, entry in self._pictures.items()]
        same = [picture for _, picture in sorted(others) if picture[0] == number]
        return self._pictures[same[-1]][1] if same else None

    # -- Qt ------------------------------------------------------------------------------------
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), theme.colour("hair"))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self._sentence:
            painter.setFont(theme.font())
            painter.setPen(theme.colour("quiet"))
            room = self.viewport().rect().adjusted(24, 24, -24, -24)
            flags = Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
            painter.drawText(room, int(flags), self._sentence)
        visible = self._in_view()
        for number, place in visible:
            painter.fillRect(place, Qt.GlobalColor.white)
            picture = self._best(number)
            if picture is not None:
                painter.drawImage(place, picture)
            painter.setPen(QPen(theme.colour("line"), 1))
            painter.drawRect(place.adjusted(-0.5, -0.5, 0.5, 0.5))
            self._ask(number)
        if visible:
            self._ask(visible[-1][0] + 1)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

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
