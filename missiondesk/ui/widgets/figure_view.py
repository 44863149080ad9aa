# SPDX-License-Identifier: Apache-2.0
"""Shows a matplotlib Figure: the one widget that knows the library, and only when it draws."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QSize, Qt, QTimer
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from missiondesk.ui import theme

if TYPE_CHECKING:
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

_INCH = 96.0  # device-independent pixels
_COPIED = 300.0  # dots an inch of a copied picture


class FigureView(QWidget):
    """Draws the figure at the widget's size and the screen's resolution.

    While the size changes the last picture is scaled; it is drawn anew when the size rests.
    """

    def __init__(
        self, name: str, *, ratio: float = 0.5, least: int = 220, parent: QWidget | None = None
    ) -> None:
        """Make an empty view.

        Args:
            name: objectName.
            ratio: Height wanted for a width.
            least: Least height in pixels.
            parent: Qt parent.
        """
        super().__init__(parent)
        self.setObjectName(name)
        self._ratio, self._least = ratio, least
        self._wanted: int | None = None
        self._figure: Figure | None = None
        self._picture: QImage | None = None
        self._drawn_for: tuple[int, int, float] | None = None
        self._drawn_by_worker = False
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(120)
        self._rest.timeout.connect(self._draw)

    def show_figure(self, figure: Figure | None, alt: str, drawn: QImage | None = None) -> None:
        """Show a figure made for a screen of 96 pixels an inch.

        Args:
            figure: Its size in inches is set to the widget's; None shows nothing.
            alt: What the picture says, in words, for those who do not see it.
            drawn: `draw_figure` of it, made by a worker, who then also draws it in another size.
        """
        self._figure = figure
        self._drawn_for = self._size() if drawn is not None else None
        self._picture = drawn
        self._drawn_by_worker = drawn is not None
        self.setAccessibleName(alt.split(". ", maxsplit=1)[0])
        self.setAccessibleDescription(alt)
        self.setToolTip("")
        if self.isVisible():
            self._draw()
        self.update()

    def picture_data(self) -> QMimeData | None:
        """The figure for the clipboard: 300 dots an inch, and as lines (SVG); None without one.

        Neither holds a date, a user or a program's name.
        """
        if self._figure is None:
            return None
        import io

        from matplotlib.backends.backend_agg import FigureCanvasAgg

        figure, dpi = self._figure, self._figure.dpi
        lines = io.BytesIO()
        figure.savefig(lines, format="svg", metadata={"Date": None, "Creator": None})
        figure.set_dpi(_COPIED)
        canvas = FigureCanvasAgg(figure)
        canvas.draw()  # type: ignore[no-untyped-call]
        picture = _picture(canvas)
        figure.set_dpi(dpi)
        picture.setDotsPerMeterX(round(_COPIED / 0.0254))
        picture.setDotsPerMeterY(round(_COPIED / 0.0254))
        data = QMimeData()
        data.setImageData(picture)
        data.setData("image/svg+xml", lines.getvalue())
        return data

    def hasHeightForWidth(self) -> bool:
        return True

    def want_height(self, height: int) -> None:
        """Be this high, whatever the width."""
        if height != self._wanted:
            self._wanted = height
            self.setFixedHeight(height)

    def heightForWidth(self, width: int) -> int:
        if self._wanted is not None:
            return self._wanted
        return max(self._least, round(width * self._ratio))

    def sizeHint(self) -> QSize:
        return QSize(640, self.heightForWidth(640))

    def minimumSizeHint(self) -> QSize:
        return QSize(280, self._least)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._picture is not None and not self._drawn_by_worker:
            self._rest.start()

    def _size(self) -> tuple[int, int, float]:
        return self.width(), self.height(), self.devicePixelRatioF()

    def _draw(self) -> None:
        if self._figure is None or self.width() < 40 or self.height() < 40:
            return
        wanted = self._size()
        if wanted == self._drawn_for:
            return
        self._picture, self._drawn_for = draw_figure(self._figure, *wanted), wanted
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._picture is None:
            self._draw()
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("ground"))
        if self._picture is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            size = self._picture.deviceIndependentSize().toSize()
            if size == self.size():
                painter.drawImage(0, 0, self._picture)
            else:
                fitted = size.scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
                picture = self._picture.scaled(
                    fitted * self.devicePixelRatioF(),
                    Qt.AspectRatioMode.KeepAspectRatio,
                    Qt.TransformationMode.SmoothTransformation,
                )
                picture.setDevicePixelRatio(self.devicePixelRatioF())
                painter.drawImage(0, 0, picture)
        painter.end()


def draw_figure(figure: Figure, wide: int, high: int, ratio: float) -> QImage:
    """The figure as pixels; in any thread that has the figure to itself.

    Args:
        figure: Takes the size.
        wide: Width in device-independent pixels.
        high: Height in the same.
        ratio: Pixels of the screen in one of those.
    """
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    figure.set_dpi(_INCH * ratio)
    figure.set_size_inches(wide / _INCH, high / _INCH)
    canvas = FigureCanvasAgg(figure)
    canvas.draw()  # type: ignore[no-untyped-call]
    picture = _picture(canvas)
    picture.setDevicePixelRatio(ratio)
    return picture


def _picture(canvas: FigureCanvasAgg) -> QImage:
    """What was drawn on the canvas."""
    pixels = bytes(canvas.buffer_rgba())  # type: ignore[no-untyped-call]
    across, down = canvas.get_width_height(physical=True)
    return QImage(pixels, across, down, across * 4, QImage.Format.Format_RGBA8888).copy()
