# SPDX-License-Identifier: Apache-2.0
"""The interim targets of a key metric as a sheet, written in one Step."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtWidgets import QVBoxLayout, QWidget

from missiondesk.domain.metric import OutcomeMetric, TrajectoryPoint
from missiondesk.domain.period import Period
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.ui.widgets.looks import text_label
from missiondesk.ui.widgets.sheet import Sheet, SheetRow
from missiondesk.ui.widgets.sheet_columns import number_column, period_column, text_column


class InterimTargets(QWidget):
    """Period, value and note of every interim target."""

    def __init__(self, desk: Desk, tr: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._metric = self._unit = ""
        self._lang = tr.lang
        say = tr.say
        columns = (
            period_column("period", say("Period"), tr, desk.this_day, required=True, width=120),
            number_column("value", say("Value"), tr, lambda: self._unit, required=True, width=100),
            text_column("note", say("Note"), width=110, stretch=1),
        )
        self.sheet = Sheet(
            columns, tr, name="interimTargets", title=say("Interim targets"), commit=self._record
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(text_label(say("Interim targets"), "section"))
        layout.addWidget(self.sheet)

    def show_metric(self, metric: OutcomeMetric | None) -> None:
        """Show the interim targets of a metric."""
        self.sheet.turn_to(metric.id if metric else "")
        self._metric = metric.id if metric else ""
        self._unit = metric.unit.in_language(self._lang) if metric else ""
        rows = self._desk.indicators.interim_targets(metric.id) if metric else ()
        self.setEnabled(metric is not None and not self._desk.read_only)
        self.sheet.show_rows(
            [
                SheetRow(one.id, {"period": one.period, "value": one.value, "note": one.note})
                for one in rows
            ]
        )
        self.sheet.view.stand_open(max(len(rows) + 2, 3))

    def _record(self, rows: tuple[SheetRow, ...]) -> None:
        if self._metric:
            self._desk.indicators.set_interim_targets(self._metric, list(map(_point, rows)))


def _point(row: SheetRow) -> TrajectoryPoint:
    period, value = row.values["period"], row.values["value"]
    assert isinstance(period, Period)
    assert isinstance(value, Decimal)
    return TrajectoryPoint(row.key or "", period=period, value=value, note=str(row.values["note"]))
