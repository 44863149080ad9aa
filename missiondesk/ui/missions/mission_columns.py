# SPDX-License-Identifier: Apache-2.0
"""The columns of the table of missions: where each stands, to be compared with the others."""

from __future__ import annotations

from missiondesk.domain.finding import Severity
from missiondesk.domain.mission import MissionState
from missiondesk.language import Translator
from missiondesk.services import metric_words
from missiondesk.services.overview import OverviewRow
from missiondesk.ui.labels import mark
from missiondesk.ui.theme import large_font
from missiondesk.ui.widgets.table import Column


def mission_columns(tr: Translator) -> list[Column[OverviewRow]]:
    """Code, mission, latest figure, target, development, state, findings."""
    return [
        Column(tr.say("Code"), lambda it: it.mission.code),
        Column(
            tr.say("Mission and accountable"),
            lambda it: it.mission.title.in_language(tr.lang),
            detail=lambda it: _accountable(it, tr),
            stretch=1,
            width=190,
            wrap=True,
            strong=True,
        ),
        Column(
            tr.say("Latest"),
            lambda it: _latest(it, tr),
            detail=lambda it: tr.period(it.latest.period) if it.latest else "",
            right=True,
            sort=lambda it: it.latest.value if it.latest else None,
            folds=3,
        ),
        Column(
            tr.say("Target"),
            lambda it: _target(it, tr),
            detail=lambda it: _target_date(it, tr),
            right=True,
            folds=2,
        ),
        Column(
            tr.say("Development"),
            lambda it: mark(it.judgement.rating, tr).text,
            wrap=large_font(),
            colour=lambda it: mark(it.judgement.rating, tr).colour,
            sort=lambda it: list(type(it.judgement.rating)).index(it.judgement.rating),
        ),
        Column(
            tr.say("State"),
            lambda it: mark(it.mission.state, tr).text,
            colour=lambda it: mark(it.mission.state, tr).colour,
            sort=lambda it: list(MissionState).index(it.mission.state),
            folds=1,
        ),
        Column(
            tr.say("Findings"),
            lambda it: _findings(it, tr),
            colour=_weight,
            sort=lambda it: -it.count(Severity.ERROR) * 1000 - len(it.findings),
            folds=4,
        ),
    ]


def _accountable(it: OverviewRow, tr: Translator) -> str:
    if it.office is None:
        return tr.say("no accountable minister")
    title = it.office.title.in_language(tr.lang)
    return f"{title}, {it.holder.name}" if it.holder and it.holder.name else title


def _latest(it: OverviewRow, tr: Translator) -> str:
    if it.metric is None or it.latest is None:
        return "–"
    return metric_words.latest(it.metric, it.latest, tr)


def _target(it: OverviewRow, tr: Translator) -> str:
    """The level to reach, to be compared with the latest figure; else the change asked for."""
    metric = it.metric
    if metric is None or metric.target_value is None:
        return "–"
    if metric.target_level is not None:
        return metric_words.figure(metric, metric.target_level, tr)
    change = tr.signed(metric.target_value, metric.decimals)
    return f"{change}\u00a0{metric.unit.in_language(tr.lang)}".strip()


def _target_date(it: OverviewRow, tr: Translator) -> str:
    period = it.metric.target_period if it.metric else None
    return tr.period(period) if period else ""


def _findings(it: OverviewRow, tr: Translator) -> str:
    errors, warnings = it.count(Severity.ERROR), it.count(Severity.WARNING)
    parts = [f"■\u00a0{errors}" if errors else "", f"▲\u00a0{warnings}" if warnings else ""]
    return "\u2002".join(part for part in parts if part) or tr.say("none")


def _weight(it: OverviewRow) -> str:
    if it.count(Severity.ERROR):
        return "bad"
    return "wait" if it.count(Severity.WARNING) else "quiet"
