# SPDX-License-Identifier: Apache-2.0
"""The ground of the timeline: content, axis, zoom and the arithmetic from days to the viewport."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from missiondesk.ui.widgets.timeline_items import TimelineContent
from missiondesk.ui.widgets.timeline_layout import MeasuredLane, TimelineLayout, lay_out, measured
from missiondesk.ui.widgets.timeline_look import Fonts, theme_colours
from missiondesk.ui.widgets.timeline_scale import TimeScale

ZOOM_STEP = 1.25
DEEPEST = 40.0  # pixels a day
_RIGHT_PAD = 8.0
_MANY = 1_000  # bars; to lay out more of them is felt


class TimelineCanvas(QAbstractScrollArea):
    """Knows where everything stands, and draws nothing.

    Positions come in two kinds: axis positions (x from the axis's beginning, y from the first
    lane) and the viewport's. `_origin` is the viewport's point of axis position (0, 0).

    Attributes:
        zoomed: The visible span changed; gives the quarters in sight.
    """

    zoomed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setFocusProxy(self)
        self._content = TimelineContent()
        self._home = self._content.home()  # first day in sight when it is fitted
        self._measured: list[MeasuredLane] = []
        self._colours = theme_colours()
        self._fonts = Fonts(self.font())
        self._scale = TimeScale(date(2000, 1, 1), date(2000, 12, 31), 1.0)
        self._layout = TimelineLayout()
        self._laid: tuple[TimeScale, float, float] | None = None  # what the layout was made for
        self._fitted = True
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._relay)
        for bar in (self.horizontalScrollBar(), self.verticalScrollBar()):
            bar.valueChanged.connect(self.viewport().update)

    def show_content(self, content: TimelineContent) -> None:
        """Show other content; zoom, position and the selection stay as far as they exist."""
        middle = self.middle_day()
        self._content, self._laid = content, None
        start, end = content.bounds()
        self._scale = TimeScale(start, end, self._scale.per_day)
        self._relay()
        if not self._fitted:
            self._centre_on(middle)

    def content(self) -> TimelineContent:
        """What is shown."""
        return self._content

    def measure(self, label: str) -> float:
        """How wide a label is, in pixels; it is remembered for the layout."""
        return self._fonts.width(label)

    def layout_now(self) -> TimelineLayout:
        """Where everything stands, in axis positions."""
        return self._layout

    def scale_now(self) -> TimeScale:
        """The axis as it is zoomed now."""
        return self._scale

    @property
    def fitted(self) -> bool:
        """Whether the years from the content's start to its end fill the viewport."""
        return self._fitted

    def fit(self) -> None:
        """Show from the content's start to its end, and keep doing so when the window changes."""
        self._fitted = True
        self._relay()
        self.horizontalScrollBar().setValue(self.horizontalScrollBar().maximum())

    def zoom(self, factor: float, at: float | None = None) -> None:
        """Zoom so that the day at the viewport's ``at`` stays there; None is the middle.

        Zooming out goes beyond the fitted years, until all that began before is in sight too.
        """
        spot = self._field().center().x() if at is None else at
        place = (spot - self._origin().x()) / self._scale.per_day
        least = self._fit_per_day(self._scale.start)
        per_day = min(max(self._scale.per_day * factor, least), max(DEEPEST, least))
        self._fitted = per_day <= least * 1.0001 and self._home == self._scale.start
        self._scale = TimeScale(self._scale.start, self._scale.end, per_day)
        self._relay()
        self.horizontalScrollBar().setValue(round(place * per_day - (spot - self._field().left())))

    def quarters_in_sight(self) -> float:
        """How many quarters the viewport shows."""
        return self._field().width() / (self._scale.per_day * 91.31)

    def middle_day(self) -> date:
        """The day in the middle of the viewport."""
        return self._scale.day(self._field().center().x() - self._origin().x())

    def _centre_on(self, day: date) -> None:
        x = self._scale.x(day)
        self.horizontalScrollBar().setValue(round(x - self._field().width() / 2))

    def _fit_per_day(self, first: date) -> float:
        """Pixels a day that bring the axis from ``first`` on into sight."""
        days = self._scale.end.toordinal() - first.toordinal() + 1
        return max(self._field().width() - _RIGHT_PAD, 50.0) / max(days, 1)

    def header_width(self) -> float:
        """Width of the column with the lanes' titles."""
        wide = self._fonts.of_text.averageCharWidth() * 27
        return float(round(min(wide, self.viewport().width() * 0.3)))

    def _field(self) -> QRectF:
        """The part of the viewport where bars show."""
        left, top = self.header_width(), self._fonts.head
        return QRectF(
            left,
            top,
            max(self.viewport().width() - left, 1.0),
            max(self.viewport().height() - top, 1.0),
        )

    def _origin(self) -> QPointF:
        field = self._field()
        return QPointF(
            field.left() - self.horizontalScrollBar().value(),
            field.top() - self.verticalScrollBar().value(),
        )

    def _relay(self) -> None:
        self._later.stop()
        if self._laid is None:  # other content or fonts; both ask every item
            self._home = self._content.home()
            self._measured = measured(self._content, self._fonts.width)
        home = self._home
        if self._fitted:
            per_day = self._fit_per_day(home)
            self._scale = TimeScale(self._scale.start, self._scale.end, per_day)
        begin = max(self._scale.x(home), 0.0) if self._fitted else 0.0
        head = self.header_width() - 14
        # A window that changes its height alone, as when a line beneath appears, moves nothing.
        wanted = self._scale, head, begin
        if self._laid != wanted:
            self._laid = wanted
            self._layout = lay_out(
                self._measured,
                self._scale,
                self._fonts.metrics,
                self._content.today,
                lambda lane: self._fonts.lane_height(lane, head),
                begin,
            )
        field = self._field()
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        at_home = self._fitted and across.value() == across.maximum()
        beyond = round(begin if self._fitted else self._scale.width - field.width() + 8)
        across.setRange(0, max(beyond, 0))
        if at_home:
            across.setValue(across.maximum())
        across.setPageStep(round(field.width()))
        across.setSingleStep(40)
        down.setRange(0, max(round(self._layout.height - field.height() + 4), 0))
        down.setPageStep(round(field.height()))
        down.setSingleStep(round(self._fonts.metrics.pitch))
        self.viewport().update()
        self.zoomed.emit(self.quarters_in_sight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit again, or keep the zoom and the ranges right.

        A government's roadmap waits for its turn: what is first laid out brings a scroll bar,
        which takes room, and a window that is drawn by its edge changes again and again.
        """
        super().resizeEvent(event)
        if self._laid is not None and len(self._content.bars) > _MANY:
            self._later.start(0)
        else:
            self._relay()

    def changeEvent(self, event: QEvent) -> None:
        """Follow font and palette."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fonts, self._laid = Fonts(self.font()), None
            self._colours = theme_colours()
            self._relay()
        elif event.type() == QEvent.Type.PaletteChange:
            self._colours = theme_colours()
            self.viewport().update()

    def sizeHint(self) -> QSize:
        """Room for about six lanes."""
        return QSize(900, 480)
