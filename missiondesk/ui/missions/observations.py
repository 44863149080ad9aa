# SPDX-License-Identifier: Apache-2.0
"""The observations of a key metric as a sheet: typed or pasted, and written in one Step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from PySide6.QtWidgets import QVBoxLayout, QWidget

from missiondesk.domain.metric import Observation, ObservationStatus, OutcomeMetric
from missiondesk.domain.period import Period
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.ui.widgets.looks import text_label
from missiondesk.ui.widgets.sheet import Sheet, SheetRow
from missiondesk.ui.widgets.sheet_columns import (
    number_column,
    period_column,
    text_column,
    worded_column,
)

_ROOM = 9  # rows shown at most before the sheet scrolls


class ObservationSheet(QWidget):
    """Period, value, status, publication, source and note of every figure."""

    def __init__(
        self,
        desk: Desk,
        tr: Translator,
        name: str = "observations",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tr = tr
        self._metric = self._unit = ""
        self._seen: dict[str, Observation] = {}
        say = tr.say
        columns = (
            period_column("period", say("Period"), tr, desk.this_day, required=True, width=120),
            number_column("value", say("Value"), tr, lambda: self._unit, required=True, width=100),
            worded_column(
                "status", say("Status"), tr, ObservationStatus, blank=ObservationStatus.FINAL
            ),
            period_column("published", say("Published"), tr, desk.this_day, width=150),
            text_column("source_reference", say("Source"), width=110),
            text_column("note", say("Note"), width=110, stretch=2),
            text_column("reason", say("Why corrected"), width=110),
        )
        self.sheet = Sheet(
            columns,
            tr,
            name=name,
            title=say("Observations"),
            commit=self._record,
            field="observations",
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(text_label(say("Observations"), "section"))
        layout.addWidget(self.sheet)
        self.corrections = text_label("", "detail", wrap=True)
        self.corrections.setObjectName("corrections")
        layout.addWidget(self.corrections)

    def show_metric(self, metric: OutcomeMetric | None) -> None:
        """Show the figures of a metric."""
        seen = self._desk.metrics.observations(metric.id) if metric else ()
        self.sheet.turn_to(metric.id if metric else "")
        self._metric = metric.id if metric else ""
        self._unit = metric.unit.in_language(self._tr.lang) if metric else ""
        self._seen = {one.id: one for one in seen}
        self.setEnabled(metric is not None and not self._desk.read_only)
        self.sheet.show_rows([SheetRow(one.id, _values(one)) for one in seen])
        self._say_corrections(seen)
        self.sheet.view.stand_open(min(max(len(seen) + 2, 4), _ROOM))

    def _say_corrections(self, seen: Sequence[Observation]) -> None:
        """What stood there before, for every figure that was corrected."""
        tr = self._tr
        said = [
            tr.say(
                "{period} was {former} before",
                period=one.period,
                former=tr.number(one.former_value),
            )
            for one in seen
            if one.former_value is not None
        ]
        self.corrections.setText(
            tr.say("Corrected: {figures}.", figures="; ".join(said)) if said else ""
        )
        self.corrections.setVisible(bool(said))

    def _record(self, rows: tuple[SheetRow, ...]) -> None:
        if self._metric:
            self._desk.metrics.record(self._metric, [self._observation(row) for row in rows])

    def _observation(self, row: SheetRow) -> Observation:
        before = self._seen.get(row.key or "", Observation(""))
        period, value = row.values["period"], row.values["value"]
        assert isinstance(period, Period)
        assert isinstance(value, Decimal)
        return replace(
            before,
            period=period,
            value=value,
            status=row.values["status"],
            published=row.values["published"],
            source_reference=row.values["source_reference"],
            note=row.values["note"],
            reason=row.values["reason"],
        )


def _values(seen: Observation) -> dict[str, object]:
    return {
        "period": seen.period,
        "value": seen.value,
        "status": seen.status,
        "published": seen.published,
        "source_reference": seen.source_reference,
        "note": seen.note,
        "reason": seen.reason,
    }
