# SPDX-License-Identifier: Apache-2.0
"""Supporting indicators and breakdowns as tables, each with its latest figure."""

from __future__ import annotations

from missiondesk.domain.message import N_
from missiondesk.domain.metric import Observation, OutcomeMetric, TargetShape
from missiondesk.domain.report_content import Rows
from missiondesk.language import Translator
from missiondesk.services import metric_words
from missiondesk.services.report_facts import MissionFacts


def indicator_rows(facts: MissionFacts) -> Rows:
    """Supporting indicators with what each is for and its latest figure."""
    tr = facts.tr
    rows = []
    for one in facts.now.indicators_of(facts.mission.id):
        kind = tr.show(one.indicator) if one.indicator else ""
        rows.append((one.name.in_language(tr.lang), kind, *_latest_of(facts, one)))
    head = (
        tr.say(N_("Indicator")),
        tr.say(N_("Kind")),
        tr.say(N_("Latest figure")),
        tr.say(N_("Period")),
        tr.say(N_("Since the figure before")),
        tr.say(N_("Source")),
    )
    return Rows(tr.say(N_("Supporting indicators")), head, tuple(rows), frozenset({2, 4}))


def breakdown_rows(facts: MissionFacts) -> Rows:
    """The parts of the key metric with their latest figures."""
    tr = facts.tr
    parts = facts.now.parts_of(facts.metric) if facts.metric else ()
    rows = tuple(
        (
            one.part_name.in_language(tr.lang) or one.name.in_language(tr.lang),
            *_latest_of(facts, one),
        )
        for one in parts
    )
    head = (
        tr.say(N_("Part")),
        tr.say(N_("Latest figure")),
        tr.say(N_("Period")),
        tr.say(N_("Since the figure before")),
        tr.say(N_("Source")),
    )
    return Rows(tr.say(N_("Breakdowns")), head, rows, frozenset({1, 3}))


def _latest_of(facts: MissionFacts, metric: OutcomeMetric) -> tuple[str, ...]:
    tr, seen = facts.tr, facts.now.observations_of(metric.id)
    source = metric_words.source(metric, tr)
    if not seen:
        return tr.say(N_("no figure yet")), "", "", source
    return (
        metric_words.figure(metric, seen[-1].value, tr),
        tr.period(seen[-1].period),
        since_before(metric, seen, tr),
        source,
    )


def since_before(metric: OutcomeMetric, seen: tuple[Observation, ...], tr: Translator) -> str:
    """The change since the figure before, by the criterion for change: more, less or the same."""
    if len(seen) < 2 or metric.target_shape is TargetShape.BINARY:
        return ""
    change = seen[-1].value - seen[-2].value
    unit = metric.unit.in_language(tr.lang).strip()
    unit = tr.say(N_("percentage points")) if unit == "%" else unit
    amount = f"{tr.signed(change, metric.decimals)}\u00a0{unit}".strip()
    if metric.dead_band is not None and abs(change) < metric.dead_band:
        return tr.say(N_("{amount} (no change)"), amount=amount)
    return amount
