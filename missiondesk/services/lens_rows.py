# SPDX-License-Identifier: Apache-2.0
"""Other published ways to look at the same figures, as a table beside the official rating."""

from __future__ import annotations

from missiondesk.domain.lenses import Lens, LensReading, disagreement, lenses
from missiondesk.domain.message import N_
from missiondesk.domain.metric import OutcomeMetric, TargetShape
from missiondesk.domain.progress import METHOD
from missiondesk.domain.report_content import Rows
from missiondesk.language import Translator
from missiondesk.services import metric_words
from missiondesk.services.report_facts import MissionFacts
from missiondesk.services.status_marks import rating_mark


def lens_rows(facts: MissionFacts) -> Rows:
    """The official rating with version and inputs, then each lens that can be read."""
    metric, tr, judged = facts.metric, facts.tr, facts.judged
    if metric is None or metric.target_shape is TargetShape.BINARY or not facts.seen:
        return Rows()
    readings = lenses(metric, facts.seen, facts.now.interim_targets_of(metric.id))
    official = (
        tr.say(N_("Official: {method}"), method=_named(judged.method, tr)),
        "" if judged.ratio is None else tr.percent(round(100 * judged.ratio)),
        "",
        rating_mark(judged.rating, tr).text,
    )
    rows = [official, *(_row(metric, one, tr) for one in readings if one.value is not None)]
    told = disagreement(judged, readings)
    inputs = tr.say(N_("Inputs: {inputs}."), inputs=judged.inputs) if judged.inputs else ""
    head = (
        tr.say(N_("Way to look at it")),
        tr.say(N_("Its figure")),
        tr.say(N_("Its word")),
        tr.say(N_("On the official scale")),
    )
    return Rows(
        tr.say(N_("How it is judged, also by others")),
        head,
        tuple(rows),
        frozenset({1}),
        lead=tr.tell(told) if told is not None else "",
        note=" ".join(part for part in (inputs, facts.caption) if part),
    )


def _named(method: str, tr: Translator) -> str:
    """A method with its version: the growth ratio in words, others as they are kept."""
    name, _, version = method.partition(" ")
    if name != METHOD:
        return method
    return tr.say(N_("growth ratio of Eurostat's type, version {version}"), version=version)


def _row(metric: OutcomeMetric, one: LensReading, tr: Translator) -> tuple[str, ...]:
    return (
        tr.show(one.lens),
        _figure(metric, one, tr),
        tr.tell(one.result) if one.result is not None else "",
        rating_mark(one.rating, tr).text if one.rating is not None else "",
    )


def _figure(metric: OutcomeMetric, one: LensReading, tr: Translator) -> str:
    """The lens's own figure: shares in per cent, the Scottish change in the metric's unit."""
    assert one.value is not None
    if one.lens is Lens.SCOTTISH:
        return metric_words.change(metric, one.value, tr)
    if one.lens is Lens.PILOTE:
        return tr.percent(round(one.value))
    return tr.percent(round(100 * one.value))
