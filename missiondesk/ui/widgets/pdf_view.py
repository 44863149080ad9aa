# SPDX-License-Identifier: Apache-2.0
"""Shows the very bytes that are printed or saved, page by page, beside the editing."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from missiondesk.language import Translator
from missiondesk.ui import theme
from missiondesk.ui.tasks import Progress, Task, Tasks
from missiondesk.ui.widgets.looks import icon_button, push_button, row, text_label
from missiondesk.ui.widgets.page_scroller import PageScroller
from missiondesk.ui.widgets.pdf_pages import page_picture, page_sizes
from missiondesk.ui.widgets.pdf_pictures import PagePictures


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


class PdfPages(PageScroller):
    """The pages of a document; only those in view are drawn."""

    def __init__(self, tasks: Tasks, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._tasks = tasks
        self._pdf = b""
        self._title = ""
        self._sentence = ""
        self._pictures = PagePictures()
        self._measuring: Task[tuple[tuple[float, float], ...]] | None = None
        self._goal: tuple[int, float] | None = None

    # -- document --------------------------------------------------------------------------
    def show_pdf(self, pdf: bytes, title: str) -> None:
        """See `PdfView.show_pdf`."""
        self._title = title
        if pdf == self._pdf and self.pages.sizes:
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
        self._pdf, self.pages.sizes, self._sentence = b"", (), sentence
        self._pictures.clear()
        self.setAccessibleDescription(sentence)
        self.arrange()

    def _measured(self, pdf: bytes, sizes: tuple[tuple[float, float], ...]) -> None:
        self._measuring = None
        self._pdf, self.pages.sizes = pdf, sizes
        self._pictures.begin_edition()
        self.setAccessibleDescription("")
        self.arrange()
        if self._goal is not None:
            self.go_to(*self._goal)

    def _failed(self, _error: BaseException) -> None:
        # Cancelled by a newer document, or bytes that are no PDF: the earlier pages stay.
        self._measuring = None

    def title(self) -> str:
        """Title of the document."""
        return self._title

    def go_to(self, page: int, from_top: float) -> None:
        """Bring a place into view unless it stands there; a document on its way is waited for.

        Args:
            page: The page, from 0.
            from_top: Points from the top of the page.
        """
        self._goal = (page, from_top) if self._measuring is not None else None
        self.scroll_to(page, from_top)

    def ready(self) -> bool:
        """Whether every page in view is drawn as it shall be."""
        wanted = [number for number, _ in self.in_view()]
        return bool(wanted) and all(
            self._pictures.fresh(number, self._pixels(number)) for number in wanted
        )

    # -- pictures ----------------------------------------------------------------------------
    def _pixels(self, number: int) -> int:
        return round(self.pages.width(number) * self.devicePixelRatioF())

    def _ask(self, number: int) -> None:
        if not 0 <= number < self.page_count():
            return
        pixels, edition, pdf = self._pixels(number), self._pictures.edition, self._pdf
        if not self._pictures.ask(number, pixels):
            return
        scale = pixels / self.pages.sizes[number][0]

        def draw(_progress: Progress) -> QImage:
            return page_picture(pdf, number, scale)

        def drawn(picture: QImage) -> None:
            if self._pictures.keep(edition, number, pixels, picture):
                self.viewport().update()
                self.moved.emit()

        def failed(_error: BaseException) -> None:
            self._pictures.give_up(edition, number, pixels)

        self._tasks.run(self._title, draw, drawn, failed, self)

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
        visible = self.in_view()
        for number, place in visible:
            painter.fillRect(place, Qt.GlobalColor.white)
            picture = self._pictures.best(number, self._pixels(number))
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
