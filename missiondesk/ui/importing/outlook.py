# SPDX-License-Identifier: Apache-2.0
"""A line under a metric's name: its course after the import, and what becomes of its rating."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from missiondesk.domain.metric import OutcomeMetric
from missiondesk.domain.trajectory import ends
from missiondesk.language import Translator
from missiondesk.services.figure_outlook import Outlook
from missiondesk.ui.labels import mark
from missiondesk.ui.theme import scaled
from missiondesk.ui.widgets.looks import column, look, text_label
from missiondesk.ui.widgets.sparkline import Spark, paint_spark

_WIDE, _HIGH = 150, 48  # px at 100 %


class _Course(QWidget):
    """The sparkline; its table twin stands beneath it."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("outlookCourse")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._spark = Spark()

    def show_spark(self, spark: Spark) -> None:
        self._spark = spark
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(scaled(_WIDE), scaled(_HIGH))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._spark.seen:
            return
        painter = QPainter(self)
        paint_spark(painter, self.rect(), self._spark)
        painter.end()


class OutlookLine(QWidget):
    """Course and rating; hidden while there is nothing to show."""

    def __init__(self, tr: Translator, name: str = "outlook") -> None:
        super().__init__()
        self.setObjectName(name)
        self._tr = tr
        self.course = _Course()
        self.rating = text_label("", wrap=True)
        self.rating.setObjectName(f"{name}Rating")
        self.now = text_label("", "detail", wrap=True)
        self.now.setObjectName(f"{name}Now")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        layout.addWidget(self.course)
        layout.addWidget(column(None, self.rating, self.now, None, gap=0), 1)

    def show_outlook(self, metric: OutcomeMetric, found: Outlook) -> None:
        """Show what the import would make of the metric."""
        both = ends(metric)
        points = tuple((one.period.decimal_year, float(one.value)) for one in found.series)
        self.course.show_spark(Spark(points, both[1] if both is not None else None))
        self.setVisible(bool(points))
        tr = self._tr
        after, before = mark(found.after, tr), mark(found.before, tr)
        self.rating.setText(after.text)
        look(self.rating, after.colour)
        if found.after is found.before:
            self.now.setText(tr.say("Development, as it is now"))
        else:
            self.now.setText(tr.say("Development after the import; now {now}", now=before.text))
