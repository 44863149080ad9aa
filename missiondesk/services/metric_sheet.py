# SPDX-License-Identifier: Apache-2.0
"""Composes the sheet of a mission's key metric: definition, figures, judgement and forecast."""

from __future__ import annotations

from decimal import Decimal

from missiondesk.domain import trajectory
from missiondesk.domain.message import N_
from missiondesk.domain.metric import Observation, OutcomeMetric, TargetShape
from missiondesk.domain.metric_sheet_content import MetricSheetContent
from missiondesk.domain.mission import Mission
from missiondesk.domain.report_content import AttachedFile, ReportHead, Rows
from missiondesk.domain.situation import Situation
from missiondesk.language import Translator
from missiondesk.services import metric_words
from missiondesk.services.document_heads import document_head
from missiondesk.services.forecast_rows import forecast_rows
from missiondesk.services.indicator_rows import breakdown_rows, indicator_rows
from missiondesk.services.lens_rows import lens_rows
from missiondesk.services.metric_attachment import attachment_of
from missiondesk.services.metric_change_words import change_rows
from missiondesk.services.report_facts import (
    MissionFacts,
    dated,
    method_note,
    said,
)
from missiondesk.services.safe_names import safe_name

MOST_FIGURES = 40


def metric_sheet(
    now: Situation, mission: Mission, tr: Translator, public: bool
) -> MetricSheetContent:
    """The sheet in one language.

    Args:
        now: The situation; for a public sheet the published one.
    """
    facts = MissionFacts(now, mission, tr)
    sheet = _Sheet(facts, public)
    return MetricSheetContent(
        head=sheet.head(),
        finding=facts.finding,
        standing=facts.standing(),
        lenses=lens_rows(facts),
        chart=facts.chart_words(),
        measured=sheet.measured(),
        pace=sheet.pace(),
        forecast=forecast_rows(facts),
        figures=sheet.figures(),
        changes=sheet.changes(),
        indicators=indicator_rows(facts),
        breakdowns=breakdown_rows(facts),
        quality=facts.metric.quality_note.in_language(tr.lang) if facts.metric else "",
        method=method_note([facts], tr),
        attachments=sheet.attachments(),
    )


class _Sheet:
    """The parts of one sheet."""

    def __init__(self, facts: MissionFacts, public: bool) -> None:
        self._facts = facts
        self._public = public
        self._now = facts.now
        self._tr = facts.tr
        self._metric = facts.metric

    def head(self) -> ReportHead:
        tr, facts = self._tr, self._facts
        name = self._metric.name.in_language(tr.lang) if self._metric else ""
        mission = self._facts.mission.title.in_language(tr.lang)
        title = tr.say(N_("Metric sheet: {name}"), name=name or mission)
        code = facts.mission.code
        return document_head(self._now, tr, title, (facts.name,), public=self._public, code=code)

    def measured(self) -> Rows:
        """What is measured, from where and how often."""
        metric, tr = self._metric, self._tr
        title = tr.say(N_("What is measured"))
        if metric is None:
            return Rows(title, empty=tr.say(N_("No key metric has been chosen yet.")))
        kept = tuple(row for row in self._definition(metric) if row[1].strip())
        return Rows(title, (tr.say(N_("Subject")), tr.say(N_("Value"))), kept)

    def _definition(self, metric: OutcomeMetric) -> tuple[tuple[str, str], ...]:
        tr, latest = self._tr, self._facts.latest
        total = metric.target_shape is TargetShape.CUMULATIVE
        delay = ""
        if metric.delay_months is not None:
            delay = tr.plural(
                "{count} month after the period",
                "{count} months after the period",
                metric.delay_months,
            )
        return (
            (tr.say(N_("Key metric")), metric.name.in_language(tr.lang)),
            (tr.say(N_("Definition")), metric.definition.in_language(tr.lang)),
            (tr.say(N_("Unit")), metric.unit.in_language(tr.lang)),
            (tr.say(N_("Direction")), tr.show(metric.direction) if metric.direction else ""),
            (tr.say(N_("Geography")), metric.geography.in_language(tr.lang)),
            (
                tr.say(N_("Natural limit")),
                "" if metric.limit is None else metric_words.figure(metric, metric.limit, tr),
            ),
            (tr.say(N_("Band to stay within")), _band(metric, tr)),
            (
                tr.say(N_("Criterion for change")),
                ""
                if metric.dead_band is None
                else metric_words.figure(metric, metric.dead_band, tr),
            ),
            (
                tr.say(N_("Baseline")),
                dated(metric_words.baseline(metric, tr), said(metric.baseline_period, tr)),
            ),
            (
                tr.say(N_("Target")),
                dated(metric_words.target(metric, tr), said(metric.target_period, tr)),
            ),
            (tr.say(N_("Target level")), "" if total else metric_words.target_level(metric, tr)),
            (tr.say(N_("Interim targets")), self._interim(metric)),
            (tr.say(N_("Target path")), tr.show(metric.trajectory)),
            (tr.say(N_("Source")), metric.source.in_language(tr.lang)),
            (tr.say(N_("Publisher")), metric.publisher.in_language(tr.lang)),
            (tr.say(N_("Table")), metric.table_id),
            (tr.say(N_("Frequency")), tr.show(metric.periodicity) if metric.periodicity else ""),
            (tr.say(N_("Delay")), delay),
            (tr.say(N_("Next figure")), self._facts.following),
            (
                tr.say(N_("Age of the figures")),
                metric_words.age(metric, latest, self._now.today, tr),
            ),
        )

    def _interim(self, metric: OutcomeMetric) -> str:
        points = self._now.interim_targets_of(metric.id)
        return "; ".join(
            dated(metric_words.figure(metric, one.value, self._tr), self._tr.period(one.period))
            for one in points
        )

    def pace(self) -> Rows:
        """Pace so far against what is needed from now on."""
        metric, tr, facts = self._metric, self._tr, self._facts
        if metric is None or facts.latest is None:
            return Rows()
        ratio = trajectory.ambition_ratio(metric, facts.seen)
        first = ""
        both = trajectory.ends(metric)
        if both is not None and metric.target_shape is not TargetShape.BINARY:
            (t0, y0), (t1, y1) = both
            first = facts.a_year((y1 - y0) / (t1 - t0))
        rows = (
            (tr.say(N_("Needed when the target was set")), first),
            (tr.say(N_("Pace of the last years")), facts.pace),
            (tr.say(N_("Needed after the latest figure")), facts.needed),
            (
                tr.say(N_("Needed pace against the pace of late")),
                ""
                if ratio is None
                else tr.say(N_("{ratio} times"), ratio=tr.number(round(ratio, 1))),
            ),
        )
        kept = tuple(row for row in rows if row[1])
        return Rows(
            tr.say(N_("Pace and what is needed")),
            (tr.say(N_("Subject")), tr.say(N_("Value"))),
            kept,
        )

    def figures(self) -> Rows:
        """All figures of the key metric, newest first."""
        metric, tr = self._metric, self._tr
        title = tr.say(N_("All figures"))
        if metric is None:
            return Rows()
        binary = metric.target_shape is TargetShape.BINARY
        unit = "" if binary else metric.unit.in_language(tr.lang)
        seen = self._facts.seen[::-1]
        rows = tuple(self._figure(metric, one) for one in seen[:MOST_FIGURES])
        return Rows(
            title,
            (
                tr.say(N_("Period")),
                tr.say(N_("Value, {unit}"), unit=unit) if unit else tr.say(N_("Value")),
                tr.say(N_("Target path")),
                tr.say(N_("Status")),
                tr.say(N_("Published")),
                tr.say(N_("Correction")),
                tr.say(N_("Reference")),
            ),
            rows,
            frozenset({1, 2}),
            note=" ".join(filter(None, (self._older(len(seen)), self._facts.caption))),
            empty=tr.say(N_("No figure has been entered yet.")),
        )

    def _older(self, count: int) -> str:
        """Where the figures are that found no room."""
        if count <= MOST_FIGURES:
            return ""
        return self._tr.plural(
            "{count} older figure is in the attached file.",
            "{count} older figures are in the attached file.",
            count - MOST_FIGURES,
        )

    def _figure(self, metric: OutcomeMetric, one: Observation) -> tuple[str, ...]:
        tr = self._tr
        return (
            tr.period(one.period),
            bare(metric, one.value, tr),
            self._path(metric, one),
            tr.show(one.status),
            said(one.published, tr),
            correction(metric, one, tr),
            one.source_reference,
        )

    def _path(self, metric: OutcomeMetric, one: Observation) -> str:
        if metric.target_shape is TargetShape.BINARY:
            return ""
        points = self._now.interim_targets_of(metric.id)
        level = trajectory.expected(metric, one.period.decimal_year, points)
        return "" if level is None else self._tr.number(level, metric.decimals)

    def changes(self) -> Rows:
        """Decided changes of how it is measured (D2)."""
        if self._metric is None:
            return Rows()
        changes = self._now.metric_changes_of(self._metric.id)
        return change_rows(changes, self._metric, self._tr)

    def attachments(self) -> tuple[AttachedFile, ...]:
        """The metric's data for machines."""
        data = attachment_of(self._now, self._facts.mission)
        if not data:
            return ()
        code = safe_name(self._facts.mission.code or "mission").lower()
        description = self._tr.say(N_("The key metric's figures for machines"))
        return (AttachedFile(f"{code}-metric.json", "application/json", data, description),)


def bare(metric: OutcomeMetric, value: Decimal, tr: Translator) -> str:
    """A figure without its unit, which stands in the column's head."""
    if metric.target_shape is TargetShape.BINARY:
        return metric_words.figure(metric, value, tr)
    return tr.number(value, metric.decimals)


def correction(metric: OutcomeMetric, one: Observation, tr: Translator) -> str:
    """What a corrected figure was before and why, or ""."""
    if one.former_value is None:
        return one.reason
    before = tr.say(N_("was {value}"), value=metric_words.figure(metric, one.former_value, tr))
    return f"{before}: {one.reason}" if one.reason else before


def _band(metric: OutcomeMetric, tr: Translator) -> str:
    if metric.band_low is None or metric.band_high is None:
        return ""
    low, high = (
        metric_words.figure(metric, end, tr) for end in (metric.band_low, metric.band_high)
    )
    return f"{low} – {high}"
