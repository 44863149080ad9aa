# SPDX-License-Identifier: Apache-2.0
"""One frame of the timeline with 5,000 bars, against a bare widget that fills rectangles."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from tests.benchmarks.measure import Result, interleaved, seconds


class _Bare(QWidget):
    """Fills forty rectangles, about as many bars as stand in a window."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for row in range(40):
            painter.fillRect(200 + row * 7, row * 22, 400, 16, QColor("#12436D"))
            painter.drawText(210 + row * 7, row * 22 + 12, "Indsats for unge uden job")
        painter.end()


def measure(quick: bool) -> list[Result]:
    """A frame while scrolling, at the usual zoom and with everything fitted in."""
    from tests.benchmarks.timeline_items import a_timeline

    app = QApplication.instance() or QApplication([])
    from missiondesk.ui import theme

    theme.load_fonts()
    theme.apply_theme(app)  # type: ignore[arg-type]
    timeline = a_timeline(1_000 if quick else 5_000)
    timeline.resize(1400, 900)
    timeline.show()
    bare = _Bare()
    bare.resize(1400, 900)
    bare.show()
    QApplication.processEvents()
    bar = timeline.verticalScrollBar()

    def frame() -> float:
        bar.setValue((bar.value() + 37) % max(bar.maximum(), 1))
        return seconds(lambda: timeline.viewport().grab())

    results = []
    for name, prepare in (("usual zoom", lambda: None), ("everything fitted", timeline.fit)):
        prepare()
        QApplication.processEvents()
        found = interleaved(40, desk=frame, peer=lambda: seconds(bare.grab))
        note = f"{1 / found['desk']:.0f} frames a second"
        results.append(
            Result(f"frame, {name}", found["desk"], found["peer"], "bare widget, 40 bars", note)
        )
    return results
