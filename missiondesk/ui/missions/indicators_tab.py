# SPDX-License-Identifier: Apache-2.0
"""Supporting indicators and breakdowns of a mission, each with its figures."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from missiondesk.domain.message import N_
from missiondesk.domain.metric import Direction, IndicatorKind, OutcomeMetric, Periodicity
from missiondesk.domain.refused import Refused
from missiondesk.domain.wording import Wording
from missiondesk.language import Translator
from missiondesk.services import metric_words
from missiondesk.services.desk import Desk
from missiondesk.services.missions import MissionDetail
from missiondesk.ui.hub import Hub
from missiondesk.ui.missions.observations import ObservationSheet
from missiondesk.ui.records_tab import RecordsTab
from missiondesk.ui.widgets.fields import (
    ChoiceField,
    NumberField,
    WordingField,
    worded_options,
)
from missiondesk.ui.widgets.looks import push_button
from missiondesk.ui.widgets.record_form import RecordForm
from missiondesk.ui.widgets.table import Column


class IndicatorsTab(RecordsTab[OutcomeMetric]):
    """At most six indicators; a breakdown belongs to the key metric."""

    name = "indicators"

    def __init__(self, desk: Desk, hub: Hub, tr: Translator, parent: QWidget | None = None) -> None:
        self._metric: OutcomeMetric | None = None
        super().__init__(desk, hub, tr, parent)
        self.sheet = ObservationSheet(desk, tr, "indicatorObservations")
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.addWidget(self.sheet)

    def title(self) -> str:
        return self._tr.say("Supporting indicators")

    def words(self) -> tuple[str, str, str, str]:
        say = self._tr.say
        return (
            say("Name of a new supporting indicator"),
            say("Add indicator"),
            say("The key metric stands alone. Up to six indicators may support it."),
            say("Remove indicator"),
        )

    def columns(self) -> list[Column[OutcomeMetric]]:
        tr = self._tr
        return [
            Column(
                tr.say("Indicator"),
                self._called,
                detail=lambda it: metric_words.source(it, tr),
                stretch=1,
                width=190,
                wrap=True,
            ),
            Column(tr.say("Kind"), self._kind, folds=1),
            Column(tr.say("Latest"), self._latest, right=True, folds=2),
        ]

    def _called(self, it: OutcomeMetric) -> str:
        lang = self._tr.lang
        name, part = it.name.in_language(lang), it.part_name.in_language(lang)
        return f"{name}: {part}" if it.part_of else name

    def _kind(self, it: OutcomeMetric) -> str:
        if it.part_of is not None:
            return self._tr.say("Breakdown")
        return self._tr.say(it.indicator.word) if it.indicator else self._tr.say("not chosen")

    def _latest(self, it: OutcomeMetric) -> str:
        seen = self._desk.metrics.observations(it.id)
        if not seen:
            return "–"
        value = metric_words.latest(it, seen[-1], self._tr)
        return self._tr.say("{value} ({period})", value=value, period=seen[-1].period)

    def make_form(self) -> RecordForm[OutcomeMetric]:
        tr, say = self._tr, self._tr.say
        form: RecordForm[OutcomeMetric] = RecordForm(
            self._desk.indicators.revise, name="indicatorForm"
        )
        form.add(WordingField("name", say("Name"), tr, form.writer("name"), above=True))
        self._part = form.add(
            WordingField("part_name", say("Part"), tr, form.writer("part_name"), above=True)
        )
        self._of_kind = form.add(
            ChoiceField(
                "indicator",
                say("Kind"),
                tr,
                form.writer("indicator"),
                options=worded_options(IndicatorKind, tr),
                none=say("not chosen"),
                above=True,
            )
        )
        form.add(WordingField("unit", say("Unit"), tr, form.writer("unit"), above=True))
        form.add(
            NumberField("decimals", say("Decimals"), tr, self._counted, whole=True, above=True)
        )
        choices = (
            ("direction", say("Which way is better"), worded_options(Direction, tr)),
            ("periodicity", say("Frequency"), worded_options(Periodicity, tr)),
        )
        for name, label, options in choices:
            form.add(
                ChoiceField(
                    name,
                    label,
                    tr,
                    form.writer(name),
                    options=options,
                    none=say("not chosen"),
                    above=True,
                )
            )
        for name, label in (("source", say("Source")), ("publisher", say("Publisher"))):
            form.add(WordingField(name, label, tr, form.writer(name), above=True))
        form.add(
            NumberField(
                "dead_band", say("Criterion for change"), tr, form.writer("dead_band"), above=True
            )
        )
        return form

    def _counted(self, value: int | None) -> None:
        if value is None:
            raise Refused(N_("Say how many digits are printed, 0 for none."), field="decimals")
        self.form.writer("decimals")(value)

    def add_parts(self) -> Sequence[QWidget]:
        self.break_down = push_button(
            self._tr.say("Break the key metric down"), "addPart", self.add_part, "plain", "plus"
        )
        return *super().add_parts(), self.break_down

    def show_detail(self, detail: MissionDetail) -> None:
        """Show the indicators of a mission, and the figures of the chosen one below."""
        self._metric = detail.metric
        super().show_detail(detail)

    def prepare(self, record: OutcomeMetric) -> None:
        self._part.setVisible(record.part_of is not None)
        self._of_kind.setVisible(record.part_of is None)

    def records(self, detail: MissionDetail) -> Sequence[OutcomeMetric]:
        return detail.indicators

    def _show_chosen(self, key: str) -> None:
        super()._show_chosen(key)
        self.sheet.show_metric(self.form.record)
        self.sheet.setVisible(self.form.record is not None)

    def add_record(self, mission: str, wording: Wording) -> str:
        return self._desk.indicators.add(mission, wording, IndicatorKind.IMPACT).id

    def add_part(self) -> None:
        """Break the key metric down by one more part."""
        metric = self._metric
        if metric is None:
            return
        part = Wording.typed(self._tr.say("New part"), self._tr.lang)
        self._try(lambda: self.choose(self._desk.indicators.add_part(metric.id, part).id))

    def remove_record(self, record: OutcomeMetric) -> str:
        self._desk.indicators.remove(record.id)
        return self._tr.say("The indicator was removed.")
