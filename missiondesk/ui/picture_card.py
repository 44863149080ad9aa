# SPDX-License-Identifier: Apache-2.0
"""Any chart with its table twin, both to be copied; a worker loads the library and draws."""

from __future__ import annotations

import operator
from collections.abc import Callable
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication, QImage, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from missiondesk.language import Translator
from missiondesk.ui import theme
from missiondesk.ui.tasks import Cancelled, Progress, Task, Tasks
from missiondesk.ui.widgets.clipboard import table_data
from missiondesk.ui.widgets.figure_view import FigureView, draw_figure
from missiondesk.ui.widgets.flow_row import flowing
from missiondesk.ui.widgets.looks import push_button, text_label
from missiondesk.ui.widgets.table import Column, ReadTable

if TYPE_CHECKING:
    from missiondesk.charts.plots import Plot

_POINTS = 0.75  # points in a device-independent pixel
_PRINTED = 8.5  # points of a chart's text on paper, at scale 1
_TwinRow = tuple[str, ...]
_Made = tuple[Any, str, QImage]


class _Library:
    """The modules that draw: some forty, so that a worker loads them.

    Attributes:
        loaded: Whether they are there.
    """

    loaded = False

    def then(self, act: Callable[[], None], tasks: Tasks, label: str, owner: QObject) -> None:
        """Do it now if they are loaded, else when a worker has loaded them."""

        def loaded(_module: object) -> None:
            self.loaded = True
            act()

        if self.loaded:
            act()
        else:
            load = partial(import_module, "missiondesk.charts.drawing")
            tasks.run(label, lambda _progress: load(), loaded, _failed, owner)


_LIBRARY = _Library()


class PictureCard(QWidget):
    """Chart or table of one plot.

    Attributes:
        view: Shows the figure.
        table: Shows the same figures; made anew when another kind of plot has other columns.
    """

    def __init__(
        self,
        tr: Translator,
        tasks: Tasks,
        name: str,
        *,
        ratio: float | None = None,
        least: int = 120,
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty card.

        Args:
            tr: Language of the chart and of the table.
            tasks: Draws on its worker.
            name: Begins the names of the chart, its table and its buttons.
            ratio: Height for a width; None asks the plot how high it wants to be.
            least: Least height in pixels.
            parent: Qt parent.
        """
        super().__init__(parent)
        self._tr, self._tasks, self._name, self._ratio = tr, tasks, name, ratio
        self._plot: Plot | None = None
        self._drawn: tuple[object, ...] | None = None
        self._task: Task[_Made] | None = None
        self._heads: tuple[str, ...] = ()
        self.view = FigureView(f"{name}Chart", ratio=ratio or 0.5, least=least)
        self.table = self._make_table(())
        self._title = text_label("", "section", wrap=True)
        twin = QWidget()
        self._twin = QVBoxLayout(twin)
        self._twin.setContentsMargins(0, 0, 0, 0)
        self._twin.addWidget(self._title)
        self._twin.addWidget(self.table)
        self._twin.addStretch(1)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(twin)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._stack)
        layout.addWidget(self._verbs())
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(120)
        self._rest.timeout.connect(self._draw)

    def _verbs(self) -> QWidget:
        say = self._tr.say
        self.swap = push_button(say("Show as table"), f"{self._name}Swap", self._swap, "plain")
        self.copy = push_button(
            say("Copy picture"), f"{self._name}Copy", self.copy_picture, "plain"
        )
        self.copy_cells = push_button(
            say("Copy table"), f"{self._name}CopyTable", self.copy_table, "plain"
        )
        self._buttons = flowing(self.swap, self.copy, self.copy_cells)
        return self._buttons

    def _make_table(self, heads: tuple[str, ...]) -> ReadTable[_TwinRow]:
        columns: list[Column[_TwinRow]] = [
            Column(head, operator.itemgetter(place), stretch=1 if place == 0 else 0)
            for place, head in enumerate(heads or ("",))
        ]
        return ReadTable(
            columns,
            "\t".join,
            name=f"{self._name}Table",
            title=self._tr.say("Figures of the chart"),
            growing=True,
        )

    # -- showing -------------------------------------------------------------------------
    def show_plot(self, plot: Plot | None) -> None:
        """Show a plot; the same one is not drawn again."""
        self._plot = plot
        self._buttons.setVisible(plot is not None)
        if self.as_table:
            self._fill_table()
        if plot is None:
            self._drawn = None
            self.view.show_figure(None, "")
        else:
            _LIBRARY.then(self._begin, self._tasks, self._tr.say("Chart"), self)

    def _begin(self) -> None:
        self._fit()
        self._draw()

    @property
    def as_table(self) -> bool:
        """Whether the table is in front."""
        return self._stack.currentIndex() == 1

    def _swap(self) -> None:
        self.show_as_table(not self.as_table)

    def show_as_table(self, table: bool) -> None:
        """Bring the table or the chart to the front."""
        self._stack.setCurrentIndex(int(table))
        say = self._tr.say
        text = say("Show as chart") if table else say("Show as table")
        self.swap.setText(text)
        self.swap.setAccessibleName(text)
        self.copy.setVisible(not table)
        if table:
            self._fill_table()
        else:
            self._draw()

    def _twin_of(self, plot: Plot) -> tuple[tuple[str, ...], tuple[_TwinRow, ...]]:
        from missiondesk.charts.describe import table_twin

        heads, rows = table_twin(plot, self._tr)
        return tuple(heads), tuple(tuple(cells) for cells in rows)

    def _fill_table(self) -> None:
        if self._plot is None:
            self.table.show_rows(())
            return
        heads, rows = self._twin_of(self._plot)
        if heads != self._heads:
            self._heads = heads
            former, self.table = self.table, self._make_table(heads)
            self._twin.replaceWidget(former, self.table)
            former.hide()
            former.deleteLater()
        self._title.setText(self._plot.title)
        self.table.setAccessibleDescription(", ".join(heads))
        self.table.show_rows(rows)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        self._rest.start()

    def _fit(self) -> None:
        """Give the chart the height that its plot wants at this width."""
        if self._plot is None or self._ratio is not None or not _LIBRARY.loaded:
            return
        if self.width() < 40:
            return
        from missiondesk.charts.drawing import height_for

        points = height_for(self._plot, self.width() * _POINTS, self._tr, self._scale)
        self.view.want_height(round(points / _POINTS))

    # -- drawing -------------------------------------------------------------------------
    @property
    def _scale(self) -> float:
        return theme.points(theme.DETAIL) / _PRINTED

    def _draw(self) -> None:
        """Have the figure made for the size of now, unless it is already."""
        plot = self._plot
        size = (self.view.width(), self.view.height(), self.devicePixelRatioF())
        wanted = (plot, size, theme.tokens(), self._scale)
        seen = plot is not None and not self.as_table and self.isVisible()
        if plot is None or not seen or not _LIBRARY.loaded or wanted == self._drawn:
            return
        self._drawn = wanted
        if self._task is not None:
            self._task.cancel()
        work = _drawing(plot, size, self._tr, theme.tokens(), self._scale)
        self._task = self._tasks.run(self._tr.say("Chart"), work, self._show, _failed, self)

    def _show(self, made: _Made) -> None:
        self.view.show_figure(*made)

    def showEvent(self, event: object) -> None:
        self._draw()

    # -- copying -------------------------------------------------------------------------
    def copy_picture(self) -> None:
        """Put the chart on the clipboard, as pixels for Word and as lines for those who take
        them.
        """
        data = self.view.picture_data()
        if data is not None:
            QGuiApplication.clipboard().setMimeData(data)

    def copy_table(self) -> None:
        """Put the chart's figures on the clipboard."""
        if self._plot is not None:
            QGuiApplication.clipboard().setMimeData(table_data(*self._twin_of(self._plot)))


def _failed(error: BaseException) -> None:
    if not isinstance(error, Cancelled):
        raise error


def _drawing(
    plot: Plot, size: tuple[int, int, float], tr: Translator, tokens: Any, scale: float
) -> Callable[[Progress], _Made]:
    """What the worker does: the figure for the screen, what it says in words, and its pixels."""

    def work(progress: Progress) -> _Made:
        from missiondesk.charts.describe import alt_text
        from missiondesk.charts.drawing import figure_of
        from missiondesk.charts.palette import ChartPalette

        progress.report(0, 1)
        palette = ChartPalette(
            ground=tokens.ground,
            ink=tokens.ink,
            quiet=tokens.quiet,
            hair=tokens.hair,
            line=tokens.quiet,
            observed=tokens.accent,
            target=tokens.target,
            good=tokens.good,
            wait=tokens.wait,
            bad=tokens.bad,
            unknown=tokens.unknown,
        )
        wide, high, _ratio = size
        points = wide * _POINTS, high * _POINTS
        figure = figure_of(plot, points, tr, palette=palette, text_scale=scale)
        progress.report(0, 1)
        return figure, alt_text(plot, tr), draw_figure(figure, *size)

    return work
