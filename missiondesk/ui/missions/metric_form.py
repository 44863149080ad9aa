# SPDX-License-Identifier: Apache-2.0
"""How a mission is measured: the form of its key metric."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from missiondesk.domain.message import N_, Worded
from missiondesk.domain.metric import (
    Direction,
    OutcomeMetric,
    Periodicity,
    TargetShape,
    Trajectory,
)
from missiondesk.domain.metric_change import GUARDED
from missiondesk.domain.refused import Refused
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.ui.missions.decision_panel import DecisionPanel
from missiondesk.ui.widgets.fields import (
    ChoiceField,
    NumberField,
    PeriodField,
    TextField,
    WordingField,
    worded_options,
)
from missiondesk.ui.widgets.record_form import RecordForm


class MetricForm(RecordForm[OutcomeMetric]):
    """Name and definition, baseline and target, source and rhythm."""

    def __init__(self, desk: Desk, tr: Translator, parent: QWidget | None = None) -> None:
        super().__init__(self._write, name="metricForm", parent=parent)
        self._desk = desk
        self._tr = tr
        self.labels: dict[str, str] = {}
        self.decision = DecisionPanel(desk, tr, self.labels, self._decided)
        self.body.addWidget(self.decision)
        self._today = desk.this_day
        self._units: list[NumberField] = []
        self._measured()
        self._aimed()
        self._sourced()
        self.labels.update(
            {name: field.label_text for name in GUARDED if (field := self.field(name)) is not None}
        )

    # -- building ------------------------------------------------------------------------
    def _measured(self) -> None:
        tr, say = self._tr, self._tr.say
        self.heading(say("What is measured"))
        self.add(WordingField("name", say("Name"), tr, self.writer("name")))
        self.add(
            WordingField(
                "definition", say("Definition"), tr, self.writer("definition"), paragraph=True
            )
        )
        self.add(WordingField("geography", say("Geography"), tr, self.writer("geography")))
        self.add(WordingField("unit", say("Unit"), tr, self.writer("unit")))
        self._whole("decimals", say("Decimals"))
        self._chosen("direction", say("Which way is better"), Direction, say("not chosen"))
        self._number("limit", say("Natural limit"), hint=say("100 for a share in per cent."))
        self._number(
            "dead_band",
            say("Criterion for change"),
            hint=say("A smaller change than this counts as no change."),
        )

    def _aimed(self) -> None:
        tr, say = self._tr, self._tr.say
        self.heading(say("Baseline and target"))
        self._number("baseline_value", say("Baseline"))
        self._period("baseline_period", say("Baseline period"))
        self._chosen("target_shape", say("Shape of the target"), TargetShape)
        self._number("target_value", say("Target"))
        self._period("target_period", say("Target date"))
        for name, label in (("band_low", say("Band from")), ("band_high", say("Band to"))):
            self._number(name, label, hint=say("Only when the figure is to stay within a band."))
        self._period(
            "cumulative_from",
            say("Total counted from"),
            hint=say("Only for a target that is a total over the years."),
        )
        self.add(
            ChoiceField(
                "trajectory",
                say("Path to the target"),
                tr,
                self.writer("trajectory"),
                options=worded_options(Trajectory, tr),
            )
        )

    def _sourced(self) -> None:
        tr, say = self._tr, self._tr.say
        self.heading(say("Source"))
        self.add(WordingField("source", say("Source"), tr, self.writer("source")))
        self.add(WordingField("publisher", say("Publisher"), tr, self.writer("publisher")))
        self.add(TextField("table_id", say("Table"), tr, self.writer("table_id"), short=True))
        self._chosen("periodicity", say("Frequency"), Periodicity, say("not known"))
        self._whole("delay_months", say("Months of delay"))
        self._period(
            "next_release",
            say("Next figure announced for"),
            hint=say("When the publisher has named a day; else it is reckoned."),
        )
        self.add(
            WordingField(
                "quality_note",
                say("On the quality"),
                tr,
                self.writer("quality_note"),
                paragraph=True,
            )
        )

    def _number(self, name: str, label: str, **rest: Any) -> None:
        field = NumberField(name, label, self._tr, self.writer(name), **rest)
        self._units.append(self.add(field))

    def _whole(self, name: str, label: str) -> None:
        self.add(NumberField(name, label, self._tr, self._counted(name), whole=True))

    def _counted(self, name: str) -> Callable[[Any], object]:
        write = self.writer(name)

        def take(value: int | None) -> None:
            if value is None and name == "decimals":
                raise Refused(N_("Say how many digits are printed, 0 for none."), field=name)
            write(value)

        return take

    def _period(self, name: str, label: str, **rest: Any) -> None:
        self.add(PeriodField(name, label, self._tr, self.writer(name), today=self._today, **rest))

    def _chosen(self, name: str, label: str, words: type[Worded], none: str | None = None) -> None:
        options = worded_options(words, self._tr)
        self.add(ChoiceField(name, label, self._tr, self.writer(name), options=options, none=none))

    # -- writing -------------------------------------------------------------------------
    def _write(self, metric: OutcomeMetric) -> None:
        """Write the metric; what takes a decision waits in the panel, and says so at its field."""
        waiting = self.decision.waiting
        if waiting is not None and self.record is not None and waiting.id == metric.id:
            changed = {
                name: getattr(metric, name)
                for name in GUARDED
                if getattr(metric, name) != getattr(self.record, name)
            }
            if changed:
                metric = replace(waiting, **changed)
        try:
            self._desk.metrics.revise(metric)
        except Refused as refused:
            if refused.rule == "D2":
                self.decision.ask(metric, self._desk.metrics.guarded(metric))
            raise

    def _decided(self, noted: bool) -> None:
        for field in filter(None, map(self.field, GUARDED)):
            if noted:
                field.clear_refusal()
            else:
                field.restore()

    # -- showing -------------------------------------------------------------------------
    def show_record(self, record: OutcomeMetric | None) -> None:
        """Show the metric, its unit beside its figures."""
        waiting = self.decision.waiting
        if waiting is not None and (record is None or record.id != waiting.id):
            self.decision.leave()
        super().show_record(record)
        if record is None:
            return
        unit = record.unit.in_language(self._tr.lang)
        for field in self._units:
            relative = field.name == "target_value" and record.target_shape is TargetShape.RELATIVE
            field.unit.setText("%" if relative else unit)
