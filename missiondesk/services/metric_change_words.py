# SPDX-License-Identifier: Apache-2.0
"""Decided changes of a metric in words: changed on, from what to what, why and by whom (D2)."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from missiondesk.domain.message import N_
from missiondesk.domain.metric import OutcomeMetric
from missiondesk.domain.metric_change import MetricChange
from missiondesk.domain.refused import Refused
from missiondesk.domain.report_content import Rows
from missiondesk.language import Translator
from missiondesk.services import metric_words

Say = Callable[[OutcomeMetric, Translator], str]


def change_rows(changes: tuple[MetricChange, ...], metric: OutcomeMetric, tr: Translator) -> Rows:
    """The changes as a table, newest first."""
    rows = tuple(
        (
            tr.period(one.decided),
            what_changed(one, tr),
            former_words(one, metric, tr),
            one.reason.in_language(tr.lang),
            one.decided_by,
            one.reference,
        )
        for one in reversed(changes)
    )
    head = (
        tr.say(N_("Changed on")),
        tr.say(N_("What")),
        tr.say(N_("Before")),
        tr.say(N_("Reason")),
        tr.say(N_("Decided by")),
        tr.say(N_("Reference")),
    )
    return Rows(tr.say(N_("Changes of how it is measured")), head, rows)


def what_changed(change: MetricChange, tr: Translator) -> str:
    """What the decision changed, each once: "target, definition"."""
    words = dict.fromkeys(tr.say(_GROUPS.get(field, _OTHER)[0]) for field in change.fields)
    return ", ".join(words)


def former_words(change: MetricChange, metric: OutcomeMetric, tr: Translator) -> str:
    """What stood there before, in words; "" when it was not kept."""
    before = former(change, metric)
    if before is None:
        return ""
    says = dict.fromkeys(_GROUPS.get(field, _OTHER)[1] for field in change.fields)
    return "; ".join(filter(None, (say(before, tr) for say in says)))


def former(change: MetricChange, metric: OutcomeMetric) -> OutcomeMetric | None:
    """The metric as it was in what the decision changed, or None when that was not kept."""
    from missiondesk.store.rows import InvalidRecord, encode, shape_of

    try:
        kept: Any = json.loads(change.former or "{}")
        if not isinstance(kept, dict) or not kept:
            return None
        row = {**encode(metric), **{key: kept[key] for key in kept if key in change.fields}}
        before: OutcomeMetric = shape_of(OutcomeMetric).decode(row)
        return before
    except (ValueError, KeyError, TypeError, ArithmeticError, Refused, InvalidRecord):
        return None


def _baseline(metric: OutcomeMetric, tr: Translator) -> str:
    period = f" ({tr.period(metric.baseline_period)})" if metric.baseline_period else ""
    return f"{metric_words.baseline(metric, tr)}{period}".strip()


def _target(metric: OutcomeMetric, tr: Translator) -> str:
    period = f" ({tr.period(metric.target_period)})" if metric.target_period else ""
    return f"{metric_words.target(metric, tr)}{period}".strip()


def _band(metric: OutcomeMetric, tr: Translator) -> str:
    if metric.band_low is None or metric.band_high is None:
        return ""
    ends = (metric_words.figure(metric, one, tr) for one in (metric.band_low, metric.band_high))
    return " – ".join(ends)


def _nothing(metric: OutcomeMetric, tr: Translator) -> str:
    return ""


_OTHER: tuple[str, Say] = (N_("other"), _nothing)
_GROUPS: dict[str, tuple[str, Say]] = {
    "key": (N_("key metric"), _nothing),
    "definition": (N_("definition"), lambda metric, tr: metric.definition.in_language(tr.lang)),
    "unit": (N_("unit"), lambda metric, tr: metric.unit.in_language(tr.lang)),
    "direction": (
        N_("direction"),
        lambda metric, tr: tr.show(metric.direction) if metric.direction else "",
    ),
    **dict.fromkeys(("baseline_value", "baseline_period"), (N_("baseline"), _baseline)),
    **dict.fromkeys(
        ("target_value", "target_shape", "target_period", "cumulative_from"),
        (N_("target"), _target),
    ),
    "trajectory": (N_("target path"), lambda metric, tr: tr.show(metric.trajectory)),
    **dict.fromkeys(
        ("method", "method_version"),
        (N_("method"), lambda metric, tr: f"{metric.method} {metric.method_version}".strip()),
    ),
    **dict.fromkeys(("band_low", "band_high"), (N_("band"), _band)),
}
