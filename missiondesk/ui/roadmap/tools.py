# SPDX-License-Identifier: Apache-2.0
"""The line above the timeline: legend, filter by ministry, zoom."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from missiondesk.domain.initiative import Stage
from missiondesk.language import Translator
from missiondesk.ui.choices import Option
from missiondesk.ui.roadmap.content import LOOKS
from missiondesk.ui.theme import scaled
from missiondesk.ui.widgets.choice_box import ChoiceBox
from missiondesk.ui.widgets.flow_row import FlowRow
from missiondesk.ui.widgets.looks import icon_button, push_button, row, text_label
from missiondesk.ui.widgets.timeline import Timeline
from missiondesk.ui.widgets.timeline_canvas import ZOOM_STEP
from missiondesk.ui.widgets.timeline_legend import TimelineLegend

_ONE_LINE = 980  # px at 100 %; narrower, legend and tools take a line each


class RoadmapTools(QWidget):
    """What is meant, what is shown, and how much time of it."""

    def __init__(self, timeline: Timeline, tr: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tr = tr
        say = tr.say
        stages = [(LOOKS[stage], say(stage.word)) for stage in Stage]
        self.legend = TimelineLegend([*stages, (None, say("Milestone"))], say("Legend"))
        self.ministry = ChoiceBox()
        self.ministry.setObjectName("roadmapMinistry")
        self.ministry.setAccessibleName(say("Show missions of a ministry"))
        self.ministry.setMaximumWidth(scaled(240))
        self.span = text_label("", "detail")
        self.span.setObjectName("roadmapSpan")
        self.smaller = icon_button(
            "minus", say("Show more time"), "zoomOut", lambda: timeline.zoom(1 / ZOOM_STEP)
        )
        self.larger = icon_button(
            "plus", say("Show less time"), "zoomIn", lambda: timeline.zoom(ZOOM_STEP)
        )
        self.fit = push_button(say("Fit"), "zoomFit", timeline.fit)
        timeline.zoomed.connect(self._say_span)
        self._buttons = FlowRow(gap=8, together=True)
        for part in (self.ministry, row(self.smaller, self.span, self.larger, self.fit)):
            self._buttons.add(part)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(8)
        self._line.addWidget(self.legend, 1)
        self._line.addWidget(self._buttons)

    def offer(self, ministries: Sequence[Option]) -> None:
        """Offer these ministries to filter by; the choice stays."""
        kept = self.ministry.currentData()
        self.ministry.blockSignals(True)
        self.ministry.clear()
        self.ministry.addItem(self._tr.say("All ministries"), None)
        for key, name in ministries:
            self.ministry.addItem(name, key)
        self.ministry.setCurrentIndex(max(self.ministry.findData(kept), 0))
        self.ministry.blockSignals(False)

    def show_time(self, shown: bool) -> None:
        """Show or hide what belongs to the timeline and not to its table."""
        for widget in (self.legend, self.smaller, self.span, self.larger, self.fit):
            widget.setVisible(shown)

    def _say_span(self, quarters: float) -> None:
        count = max(round(quarters), 1)
        self.span.setText(self._tr.plural("{count} quarter", "{count} quarters", count))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One line, or two where the width is short."""
        super().resizeEvent(event)
        direction = QBoxLayout.Direction
        wide = self.width() >= scaled(_ONE_LINE)
        self._line.setDirection(direction.LeftToRight if wide else direction.TopToBottom)
        side = Qt.AlignmentFlag.AlignRight if wide else Qt.AlignmentFlag.AlignLeft
        self._line.setAlignment(self._buttons, side)
