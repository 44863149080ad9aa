# SPDX-License-Identifier: Apache-2.0
"""The trajectory chart with its table twin; the worker loads the library and makes the figure."""

from __future__ import annotations

import operator
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from missiondesk.language import Translator
from missiondesk.ui import theme
from missiondesk.ui.tasks import Cancelled, Progress, Task, Tasks
from missiondesk.ui.widgets.figure_view import FigureView
from missiondesk.ui.widgets.looks import text_label
from missiondesk.ui.widgets.table import Column, ReadTable

if TYPE_CHECKING:
    from missiondesk.charts.plots import TrajectoryPlot

_POINTS = 0.75  # points in a device-independent pixel
_PRINTED = 8.5  # points of a chart's text on paper, at scale 1
_TwinRow = tuple[str, ...]


class TrajectoryCard(QWidget):
    """Chart or table of one plot.

    Attributes:
        view: Shows the figure.
        table: Shows the same figures.
    """

    def __init__(self, tr: Translator, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tr = tr
        self._tasks = tasks
        self._plot: TrajectoryPlot | None = None
        self._drawn: tuple[object, ...] | None = None
        self._task: Task[tuple[Any, str]] | None = None
        self.view = FigureView("trajectoryChart", ratio=0.52, least=280)
        self.table = self._make_table()
        self._title = text_label("", "section", wrap=True)
        twin = QWidget()
        inside = QVBoxLayout(twin)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self._title)
        inside.addWidget(self.table)
        inside.addStretch(1)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(twin)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(120)
        self._rest.timeout.connect(self._draw)

    def _make_table(self) -> ReadTable[_TwinRow]:
        say = self._tr.say
        heads = (say("Period"), say("Observed"), say("Target path"), say("Status"))
        columns: list[Column[_TwinRow]] = [
            Column(head, _cell(place), right=place in (1, 2), stretch=1)
            for place, head in enumerate(heads)
        ]
        return ReadTable(
            columns,
            lambda it: f"{it[0]} {it[-1]}",
            name="trajectoryTable",
            title=say("Figures of the chart"),
            growing=True,
        )

    # -- showing -------------------------------------------------------------------------
    def show_plot(self, plot: TrajectoryPlot | None) -> None:
        """Show a plot; the same one is not drawn again."""
        self._plot = plot
        if self.as_table:
            self._fill_table()
        if plot is None:
            self._drawn = None
            self.view.show_figure(None, "")
        else:
            self._draw()

    @property
    def as_table(self) -> bool:
        """Whether the table is in front."""
        return self._stack.currentIndex() == 1

    def show_as_table(self, table: bool) -> None:
        """Bring the table or the chart to the front."""
        self._stack.setCurrentIndex(int(table))
        if table:
            self._fill_table()
        else:
            self._draw()

    def _fill_table(self) -> None:
        if self._plot is None:
            self.table.show_rows(())
            return
        from missiondesk.charts.describe import table_twin

        heads, rows = table_twin(self._plot, self._tr)
        self._title.setText(self._plot.title)
        self.table.setAccessibleDescription(", ".join(heads))
        self.table.show_rows(rows)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._rest.start()

    # -- drawing -------------------------------------------------------------------------
    def _draw(self) -> None:
        """Have the figure made for the size of now, unless it is already."""
        plot = self._plot
        size = (self.view.width() * _POINTS, self.view.height() * _POINTS)
        wanted = (plot, size, theme.tokens(), theme.points(theme.DETAIL))
        if plot is None or self.as_table or not self.isVisible() or wanted == self._drawn:
            return
        self._drawn = wanted
        if self._task is not None:
            self._task.cancel()
        tr, tokens, scale = self._tr, theme.tokens(), theme.points(theme.DETAIL) / _PRINTED

        def work(progress: Progress) -> tuple[Any, str]:
            from missiondesk.charts.describe import alt_text
            from missiondesk.charts.palette import ChartPalette
            from missiondesk.charts.trajectory import trajectory_figure

            progress.report(0, 1)
            palette = ChartPalette(
                ground=tokens.ground,
                ink=tokens.ink,
                quiet=tokens.quiet,
                hair=tokens.hair,
                line=tokens.quiet,
                observed=tokens.accent,
                target=tokens.target,
            )
            figure = trajectory_figure(plot, size, tr, palette=palette, text_scale=scale)
            return figure, alt_text(plot, tr)

        self._task = self._tasks.run(tr.say("Chart"), work, self._show, self._failed, self)

    def _show(self, made: tuple[Any, str]) -> None:
        self.view.show_figure(*made)

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, Cancelled):
            raise error

    def showEvent(self, event: object) -> None:
        self._draw()


def _cell(place: int) -> Callable[[_TwinRow], str]:
    return operator.itemgetter(place)
