# SPDX-License-Identifier: Apache-2.0
"""The public metrics as open data: metrics, figures, targets, ratings and decided changes."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from missiondesk.domain.message import N_
from missiondesk.domain.metric import OutcomeMetric
from missiondesk.domain.mission import Mission
from missiondesk.domain.period import Period, day
from missiondesk.domain.report_content import AttachedFile
from missiondesk.domain.situation import Situation
from missiondesk.domain.wording import Wording
from missiondesk.language import Translator
from missiondesk.services.open_data_fields import TABLES
from missiondesk.services.report_facts import ordered

if TYPE_CHECKING:
    from missiondesk.exchange.open_tables import OpenDataset, Value

PREFIX = "open-data"
DATASET_FILE = f"{PREFIX}.json"
DESCRIPTION_FILE = f"{PREFIX}-fields.json"
_DESCRIPTIONS = {
    "metrics": N_("The key metrics and their supporting indicators: what is measured, and how"),
    "observations": N_("All figures with period, status and corrections"),
    "targets": N_("Targets and interim targets"),
    "ratings": N_("The computed ratings with method and inputs"),
    "changes": N_("Decided changes of how it is measured"),
}


def open_data(public: Situation, tr: Translator) -> tuple[AttachedFile, ...]:
    """The files, the same for the same data in both languages but for their descriptions.

    Args:
        public: What `published` left of the situation.
        tr: Language of the descriptions.
    """
    from missiondesk.exchange.open_tables import csv_bytes, description_bytes, json_bytes

    dataset = open_dataset(public)
    names = [f"{PREFIX}-{table.name}.csv" for table in dataset.tables]
    files = [
        AttachedFile(name, "text/csv", csv_bytes(table), tr.say(_DESCRIPTIONS[table.name]))
        for name, table in zip(names, dataset.tables, strict=True)
    ]
    whole = json_bytes(dataset, DESCRIPTION_FILE)
    described = description_bytes(dataset, names)
    return (
        AttachedFile(DATASET_FILE, "application/json", whole, tr.say(N_("All tables in one file"))),
        AttachedFile(
            DESCRIPTION_FILE,
            "application/json",
            described,
            tr.say(N_("Description of the fields in Danish and English (CSV on the Web)")),
        ),
        *files,
    )


def open_dataset(public: Situation) -> OpenDataset:
    """The tables with their rows."""
    from missiondesk.exchange.open_tables import OpenDataset, OpenTable

    rows = _Rows(public)
    secretariat = public.secretariat
    note = Wording()
    if secretariat.sample:
        note = Wording(
            "Eksempel: ejere, datoer, delmål og en del beløb er opfundet.",
            "Example: owners, dates, interim targets and some amounts are invented.",
        )
    return OpenDataset(
        title=Wording("Regeringens missioner: nøgletal", "The government's missions: key metrics"),
        publisher=secretariat.sender,
        issued=str((secretariat.data_date or day(public.today)).last),
        note=note,
        tables=tuple(
            OpenTable(
                shape.name, shape.title, shape.fields, getattr(rows, shape.name)(), shape.key,
                shape.refers,
            )
            for shape in TABLES
        ),
    )  # fmt: skip


class _Rows:
    """The rows of each table, missions by code and metrics with the key metric first."""

    def __init__(self, public: Situation) -> None:
        self._now = public
        self._metrics = [
            (mission, metric)
            for mission in ordered(public.missions)
            for metric in sorted(public.of(OutcomeMetric, mission.id), key=lambda one: not one.key)
        ]

    def metrics(self) -> tuple[tuple[Value, ...], ...]:
        """One row a metric."""
        return tuple(_metric(mission, metric) for mission, metric in self._metrics)

    def observations(self) -> tuple[tuple[Value, ...], ...]:
        """One row a figure."""
        return tuple(
            (
                metric.id,
                *_period(one.period),
                one.value,
                one.status.value,
                _text(one.published),
                one.former_value,
                one.reason,
                one.source_reference,
            )
            for _, metric in self._metrics
            for one in self._now.observations_of(metric.id)
        )

    def targets(self) -> tuple[tuple[Value, ...], ...]:
        """Interim targets and targets, by date."""
        found: list[tuple[Value, ...]] = []
        for _, metric in self._metrics:
            found += [
                (metric.id, "interim", *_period(one.period), one.value, "level", one.value)
                for one in self._now.interim_targets_of(metric.id)
            ]
            if metric.target_value is not None and metric.target_period is not None:
                found.append(
                    (
                        metric.id,
                        "target",
                        *_period(metric.target_period),
                        metric.target_value,
                        metric.target_shape.value,
                        metric.target_level,
                    )
                )
        return tuple(found)

    def ratings(self) -> tuple[tuple[Value, ...], ...]:
        """One row a key metric."""
        now = self._now
        issued = (now.secretariat.data_date or day(now.today)).last.isoformat()
        found: list[tuple[Value, ...]] = []
        for mission, metric in self._metrics:
            if not metric.key:
                continue
            judged = now.judgement_of(mission.id)
            found.append(
                (
                    metric.id,
                    mission.code,
                    issued,
                    judged.rating.value,
                    None if judged.ratio is None else Decimal(repr(judged.ratio)),
                    judged.method,
                    judged.inputs,
                    _text(judged.latest.period if judged.latest else None),
                )
            )
        return tuple(found)

    def changes(self) -> tuple[tuple[Value, ...], ...]:
        """One row a decision."""
        return tuple(
            (
                metric.id,
                str(one.decided),
                " ".join(one.fields),
                one.reason.da,
                one.reason.en,
                one.decided_by,
            )
            for _, metric in self._metrics
            for one in self._now.metric_changes_of(metric.id)
        )


def _metric(mission: Mission, metric: OutcomeMetric) -> tuple[Value, ...]:
    role = "key" if metric.key else "breakdown" if metric.part_of else "indicator"
    return (
        metric.id,
        mission.code,
        mission.title.da,
        mission.title.en,
        role,
        metric.indicator.value if metric.indicator else None,
        metric.part_of,
        metric.part_name.da,
        metric.part_name.en,
        metric.name.da,
        metric.name.en,
        metric.definition.da,
        metric.definition.en,
        metric.unit.da,
        metric.unit.en,
        metric.decimals,
        metric.direction.value if metric.direction else None,
        metric.geography.da,
        metric.geography.en,
        metric.source.da,
        metric.source.en,
        metric.publisher.da,
        metric.publisher.en,
        metric.table_id,
        metric.periodicity.value if metric.periodicity else None,
        metric.delay_months,
        metric.baseline_value,
        _text(metric.baseline_period),
        metric.trajectory.value,
        metric.quality_note.da,
        metric.quality_note.en,
    )


def _period(period: Period) -> tuple[str, str, str]:
    return str(period), period.first.isoformat(), period.last.isoformat()


def _text(period: Period | None) -> str | None:
    return None if period is None else str(period)
