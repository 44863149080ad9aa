# SPDX-License-Identifier: Apache-2.0
"""Scrolling and zooming a timeline of 5,000 bars, against a bare widget that fills rectangles.

Told is the longest turn of the events, in the time of the screen's thread on the processor; a frame
may take 16.7 ms where sixty are to be seen in a second.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from missiondesk.system.collector import collect_now, collect_when_idle
from missiondesk.ui import theme
from missiondesk.ui.widgets.timeline import Timeline
from tests.benchmarks.frames import FRAME, Turns, quantile, turns_of
from tests.benchmarks.measure import Result
from tests.benchmarks.timeline_items import a_timeline


class _Bare(QWidget):
    """Fills forty rectangles, about as many bars as stand in a window."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for row in range(40):
            painter.fillRect(200 + row * 7, row * 22, 400, 16, QColor("#12436D"))
            painter.drawText(210 + row * 7, row * 22 + 12, "Indsats for unge uden job")
        painter.end()


def measure(quick: bool) -> list[Result]:
    """Steps of scrolling, at the usual zoom and with everything fitted in, and of the zoom."""
    app = QApplication.instance() or QApplication([])
    theme.load_fonts()
    theme.apply_theme(app)  # type: ignore[arg-type]
    timeline = a_timeline(1_000 if quick else 5_000)
    bare = _Bare()
    for widget in (timeline, bare):
        widget.resize(1400, 900)
        widget.show()
    turns_of(lambda: None)
    collect_when_idle()
    collect_now()  # as the program does whenever its user rests for some seconds
    steps = 20 if quick else 100
    results = [_compared("step of scrolling, usual zoom", _scrolling(timeline), bare, steps)]
    results.append(_compared("step of the zoom", _zooming(timeline), bare, steps))
    timeline.fit()
    turns_of(lambda: None)
    results.append(_compared("step of scrolling, all fitted", _scrolling(timeline), bare, steps))
    return results


def _scrolling(timeline: Timeline) -> Callable[[int], object]:
    bar = timeline.verticalScrollBar()
    return lambda _step: bar.setValue((bar.value() + 37) % max(bar.maximum(), 1))


def _zooming(timeline: Timeline) -> Callable[[int], object]:
    return lambda step: timeline.zoom(1.25 if step % 6 < 3 else 0.8)


def _compared(name: str, act: Callable[[int], object], bare: QWidget, steps: int) -> Result:
    found: list[Turns] = []
    peers: list[Turns] = []
    for step in range(steps):
        found.append(turns_of(lambda step=step: act(step)))  # type: ignore[misc]
        peers.append(turns_of(bare.update))
    longest, whole = [one.longest for one in found], [one.whole for one in found]
    note = (
        f"95 %: {quantile(longest, 0.95) * 1000:.1f} ms of {FRAME * 1000:.1f}; "
        f"whole {quantile(whole, 0.5) * 1000:.1f}, 95 % {quantile(whole, 0.95) * 1000:.1f}"
    )
    peer = quantile([one.longest for one in peers], 0.5)
    return Result(name, quantile(longest, 0.5), peer, "bare widget, 40 bars", note)
