# SPDX-License-Identifier: Apache-2.0
"""M1 to M8: a mission is measurable."""

from __future__ import annotations

import re
from collections.abc import Iterator

from missiondesk.domain.finding import Finding, Severity
from missiondesk.domain.kept_levels import band_of
from missiondesk.domain.message import N_, Message, message
from missiondesk.domain.metric import Direction, OutcomeMetric, TargetShape
from missiondesk.domain.mission import Mission
from missiondesk.domain.publication_calendar import publications_before
from missiondesk.domain.readiness.subjects import finding, judged_missions, weight
from missiondesk.domain.situation import Situation

# Verbs of output rather than outcome (M7), as word beginnings in both languages.
_OUTPUT = re.compile(
    r"\b(etabler|lancer|styrk|støtt|planlæg|udvikl|understøtt|arbejde for"
    r"|establish|launch|strengthen|support|plan(?:s|ned|ning)?\b|develop|work towards)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:19|20)\d{2}\b")
_NUMBER = re.compile(
    r"\d|\b(?:halve|halver|fordobl|double|tredobl|treble|nul\b|zero\b)", re.IGNORECASE
)


def _metrics(situation: Situation) -> Iterator[tuple[Mission, OutcomeMetric]]:
    for mission, metric in judged_missions(situation):
        if metric is not None:
            yield mission, metric


def one_key_metric(situation: Situation) -> Iterator[Finding]:
    """M1: exactly one key metric."""
    for mission, _ in judged_missions(situation):
        count = len(situation.key_metrics(mission.id))
        if count == 1:
            continue
        said = (
            message(N_("The mission has no key metric."))
            if count == 0
            else message(N_("The mission has {count} key metrics."), count=count)
        )
        mend = message(N_("Choose the one figure that tells whether the mission succeeds."))
        yield finding(situation, "M1", weight(mission), mission, said, mend)


_REQUIRED: tuple[tuple[str, str], ...] = (
    ("name", N_("a name")),
    ("unit", N_("a unit")),
    ("direction", N_("a direction (is higher or lower better)")),
    ("source", N_("a source")),
    ("publisher", N_("a publisher")),
    ("periodicity", N_("a periodicity (how often it is published)")),
)


def described(situation: Situation) -> Iterator[Finding]:
    """M2: unit, direction, source, publisher and periodicity are there."""
    for _, metric in _metrics(situation):
        for field, what in _REQUIRED:
            if getattr(metric, field):
                continue
            said = message(N_("The key metric lacks {what}."), what=Message(what))
            mend = message(N_("Fill in the field on the mission's key metric."))
            yield finding(
                situation,
                "M2",
                Severity.ERROR if field in ("unit", "direction") else Severity.WARNING,
                metric,
                said,
                mend,
                field,
            )


def baseline(situation: Situation) -> Iterator[Finding]:
    """M3: a baseline with its date; a done-or-not-done goal needs none (M8)."""
    for mission, metric in _metrics(situation):
        if metric.target_shape in (TargetShape.BINARY, TargetShape.CUMULATIVE):
            continue
        if metric.baseline_value is not None and metric.baseline_period is not None:
            continue
        missing = "baseline_value" if metric.baseline_value is None else "baseline_period"
        said = (
            message(N_("The key metric has no baseline."))
            if metric.baseline_value is None
            else message(N_("The baseline has no date."))
        )
        mend = message(N_("Enter the value and the period from which progress is counted."))
        yield finding(situation, "M3", weight(mission), metric, said, mend, missing)


def target(situation: Situation) -> Iterator[Finding]:
    """M4: a target with a date later than the baseline and different from it."""
    for mission, metric in _metrics(situation):
        fault = _target_fault(metric)
        if fault is None:
            continue
        field, said = fault
        mend = message(N_("Set a target value and the period in which it is to be reached."))
        yield finding(situation, "M4", weight(mission), metric, said, mend, field)


_KEPT = (Direction.HOLD, Direction.BAND)


def _target_fault(metric: OutcomeMetric) -> tuple[str, Message] | None:
    if metric.direction is Direction.BAND:
        if band_of(metric) is None:
            return "band_low", message(N_("The band has no two ends."))
    elif metric.target_value is None and metric.direction is not Direction.HOLD:
        return "target_value", message(N_("The key metric has no target."))
    if metric.target_period is None:
        return "target_period", message(N_("The target has no date."))
    start = metric.baseline_period
    if start is not None and metric.target_period.last <= start.last:
        return "target_period", message(
            N_("The target date {target} is not later than the baseline {baseline}."),
            target=metric.target_period,
            baseline=start,
        )
    level = None if metric.direction in _KEPT else metric.target_level
    if level is not None and level == metric.baseline_value:
        return "target_value", message(N_("The target equals the baseline."))
    return None


def observable(situation: Situation) -> Iterator[Finding]:
    """M5: the figure comes at least twice between baseline and target date."""
    for _, metric in _metrics(situation):
        if metric.baseline_period is None or metric.target_period is None:
            continue
        if metric.target_shape is TargetShape.BINARY:
            continue
        count = publications_before(metric, metric.baseline_period, metric.target_period)
        if count is None or count >= 2:
            continue
        said = message(
            N_("Only {count} new figure will be published before the target date.")
            if count == 1
            else N_("No new figure will be published before the target date."),
            count=count,
        )
        mend = message(N_("Choose a figure that is published more often, or a later target date."))
        yield finding(situation, "M5", Severity.WARNING, metric, said, mend, "periodicity")


def says_number_and_year(situation: Situation) -> Iterator[Finding]:
    """M6: the mission's sentence names a number and a year."""
    for mission, _ in judged_missions(situation):
        for language in ("da", "en"):
            text = mission.sentence.only(language)
            if not text or (_NUMBER.search(_YEAR.sub("", text)) and _YEAR.search(text)):
                continue
            said = message(
                N_("The mission's sentence names no number and year: “{text}”"), text=text
            )
            mend = message(N_("Say in the sentence how much and by when."))
            yield finding(situation, "M6", Severity.WARNING, mission, said, mend, "sentence")
            break


def outcome_not_output(situation: Situation) -> Iterator[Finding]:
    """M7: the sentence promises an outcome, not the setting up of something."""
    for mission, _ in judged_missions(situation):
        for language in ("da", "en"):
            text = mission.sentence.only(language)
            word = _OUTPUT.search(text)
            if word is None or _NUMBER.search(_YEAR.sub("", text)):
                continue
            said = message(
                N_("“{word}” promises an effort without a number, not an outcome."),
                word=_whole_word(text, word.start()),
            )
            mend = message(N_("Say what will be different for people, and how much."))
            yield finding(situation, "M7", Severity.WARNING, mission, said, mend, "sentence")
            break


def _whole_word(text: str, start: int) -> str:
    found = re.match(r"\w+", text[start:])
    return found.group(0) if found else text[start:]


def binary_is_clean(situation: Situation) -> Iterator[Finding]:
    """M8: a goal that is done or not done counts 0 and 1, nothing else."""
    for _, metric in _metrics(situation):
        if metric.target_shape is not TargetShape.BINARY:
            continue
        seen = [metric.target_value, metric.baseline_value]
        seen += [one.value for one in situation.observations_of(metric.id)]
        odd = next((value for value in seen if value is not None and value not in (0, 1)), None)
        if odd is None:
            continue
        said = message(
            N_("A goal that is done or not done cannot have the value {value}."), value=odd
        )
        mend = message(N_("Use 0 for not done and 1 for done, or choose another shape of target."))
        yield finding(situation, "M8", Severity.ERROR, metric, said, mend, "target_shape")


RULES = (
    one_key_metric,
    described,
    baseline,
    target,
    observable,
    says_number_and_year,
    outcome_not_output,
    binary_is_clean,
)
