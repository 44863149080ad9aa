# SPDX-License-Identifier: Apache-2.0
"""What the pictures of several missions show, as plain values; each title says the finding.

Every function takes the situation, so that a frozen stocktake and the public's view are drawn by
the same words as the present.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from missiondesk.domain import trajectory
from missiondesk.domain.assessment import Confidence
from missiondesk.domain.goals import Running, running_total
from missiondesk.domain.message import N_
from missiondesk.domain.metric import OutcomeMetric, TargetShape
from missiondesk.domain.mission import Mission
from missiondesk.domain.period import day
from missiondesk.domain.publication_calendar import Freshness, data_age
from missiondesk.domain.rating import Rating
from missiondesk.domain.readiness.aspirational import HEROIC_FROM
from missiondesk.domain.situation import Situation
from missiondesk.language import Translator, sort_key
from missiondesk.services import metric_words
from missiondesk.services.overview import IN_GOOD_ORDER
from missiondesk.services.plotting import trajectory_plot

if TYPE_CHECKING:
    from missiondesk.charts.plots import (
        AmbitionPlot,
        AmbitionRow,
        BulletPlot,
        BulletRow,
        MultiplesPlot,
        PlotStatus,
    )

_TONES: Final = {
    Rating.ACHIEVED: "good",
    Rating.ON_TRACK: "good",
    Rating.ACCELERATE: "wait",
    Rating.LIMITED: "bad",
    Rating.DETERIORATION: "bad",
    Rating.MISSED: "bad",
    Rating.CANNOT_RATE: "unknown",
}


def rating_status(rating: Rating, tr: Translator) -> PlotStatus:
    """A computed rating as sign, word and tone."""
    from missiondesk.charts.plots import PlotStatus

    return PlotStatus(rating.symbol, tr.say(rating.word), _TONES[rating])


def confidence_status(confidence: Confidence, tr: Translator) -> PlotStatus:
    """People's confidence as sign and word; it has no status colour."""
    from missiondesk.charts.plots import PlotStatus

    return PlotStatus(confidence.symbol, tr.say(confidence.word), "ink")


def in_order(situation: Situation) -> tuple[Mission, ...]:
    """The missions that the government answers for, by code."""
    live = [one for one in situation.missions if one.state.live or one.state.value == "achieved"]
    return tuple(sorted(live, key=lambda one: sort_key(one.code, "da")))


def name(mission: Mission, tr: Translator) -> str:
    """Code and title."""
    return f"{mission.code} {mission.title.in_language(tr.lang)}".strip()


def standing(situation: Situation, missions: tuple[Mission, ...], tr: Translator) -> str:
    """How many of the missions are in good order, as a title."""
    good = sum(situation.judgement_of(one.id).rating in IN_GOOD_ORDER for one in missions)
    if not missions:
        return tr.say(N_("There is no agreed mission yet"))
    if good == 0:
        return tr.say(N_("No mission is on track for its target"))
    return tr.plural(
        "{count} of {all} missions is on track for its target",
        "{count} of {all} missions are on track for their targets",
        good,
        all=len(missions),
    )


def _as_of(situation: Situation, tr: Translator) -> str:
    return tr.say(N_("As of {date}"), date=situation.today)


# -- bullets -------------------------------------------------------------------------------
def bullet_plot(situation: Situation, tr: Translator) -> BulletPlot:
    """How far each mission has come; one row a mission that counts something."""
    from missiondesk.charts.plots import BulletPlot

    missions = in_order(situation)
    rows = [_bullet(situation, one, tr) for one in missions]
    return BulletPlot(
        title=standing(situation, missions, tr),
        subtitle=_as_of(situation, tr),
        rows=tuple(one for one in rows if one is not None),
    )


def _bullet(situation: Situation, mission: Mission, tr: Translator) -> BulletRow | None:
    from missiondesk.charts.plots import BulletRow

    metric = situation.metric_of(mission.id)
    if metric is None or metric.target_shape is TargetShape.BINARY:
        return None
    seen = situation.observations_of(metric.id)
    latest = seen[-1] if seen else None
    base, actual, goal, expected = _levels(situation, metric)
    age = data_age(metric, latest, situation.today)
    return BulletRow(
        label=name(mission, tr),
        unit=metric.unit.in_language(tr.lang),
        decimals=metric.decimals,
        baseline=base,
        target=goal,
        actual=actual,
        expected=expected,
        actual_label=tr.period(latest.period) if latest else "",
        target_label=tr.period(metric.target_period) if metric.target_period else "",
        status=rating_status(situation.judgement_of(mission.id).rating, tr),
        settled=bool(latest and latest.status.settled)
        and age.freshness not in (Freshness.OVERDUE, Freshness.STALE),
    )


def _levels(
    situation: Situation, metric: OutcomeMetric
) -> tuple[float | None, float | None, float | None, float | None]:
    """Baseline, latest, target and what the path expects; a total begins at zero."""
    seen = situation.observations_of(metric.id)
    if metric.target_shape is TargetShape.CUMULATIVE:
        run = running_total(metric, seen)
        whole = None if metric.target_value is None else float(metric.target_value)
        if not isinstance(run, Running):
            return 0.0, None, whole, None
        return 0.0, float(run.total), whole, float(run.allowed)
    goal = trajectory.goal_level(metric)
    points = situation.interim_targets_of(metric.id)
    return (
        None if metric.baseline_value is None else float(metric.baseline_value),
        float(seen[-1].value) if seen else None,
        None if goal is None else float(goal),
        trajectory.expected(metric, seen[-1].period.decimal_year, points) if seen else None,
    )


# -- small multiples -----------------------------------------------------------------------
def multiples_plot(situation: Situation, tr: Translator) -> MultiplesPlot:
    """The trajectories of all missions that have one."""
    from missiondesk.charts.plots import MissionPanel, MultiplesPlot

    missions = in_order(situation)
    panels, undrawn = [], []
    for mission in missions:
        plot = trajectory_plot(situation, mission.id, tr)
        if plot is None:
            undrawn.append(mission.code or mission.title.in_language(tr.lang))
            continue
        status = rating_status(situation.judgement_of(mission.id).rating, tr)
        title = mission.title.in_language(tr.lang)
        panels.append(MissionPanel(mission.code, title, plot, status))
    return MultiplesPlot(
        title=standing(situation, missions, tr),
        subtitle=_as_of(situation, tr),
        panels=tuple(panels),
        today=day(situation.today).decimal_year,
        undrawn=_undrawn(undrawn, tr),
    )


def _undrawn(missions: Sequence[str], tr: Translator) -> str:
    """Which missions have no curve: without a key metric, or done or not done."""
    if not missions:
        return ""
    return tr.plural(
        "{missions} has no curve: its goal is done or not done, or it has no key metric.",
        "{missions} have no curve: their goals are done or not done, or have no key metric.",
        len(missions),
        missions=tr.list(missions),
    )


# -- ambition ------------------------------------------------------------------------------
def ambition_plot(situation: Situation, tr: Translator) -> AmbitionPlot:
    """How the pace that each target asks for stands to the pace of the last five years (A2)."""
    from missiondesk.charts.plots import AmbitionPlot

    rows = []
    for mission in in_order(situation):
        metric = situation.metric_of(mission.id)
        if metric is not None:
            rows.append(_ambition(situation, mission, metric, tr))
    heroic = sum(row.ratio is not None and row.ratio > HEROIC_FROM for row in rows)
    known = any(row.ratio is not None for row in rows)
    if heroic:
        title = tr.plural(
            "{count} mission asks for more than {times} times its pace until now",
            "{count} missions ask for more than {times} times their pace until now",
            heroic,
            times=round(HEROIC_FROM),
        )
    elif known:
        title = tr.say(N_("No target asks for more than three times the pace until now"))
    else:
        title = tr.say(N_("No pace until now can be compared with what the targets ask for"))
    return AmbitionPlot(
        title=title,
        subtitle=tr.say(N_("Pace needed from now over the pace of the last five years")),
        rows=tuple(rows),
        heroic_from=HEROIC_FROM,
    )


def _ambition(
    situation: Situation, mission: Mission, metric: OutcomeMetric, tr: Translator
) -> AmbitionRow:
    from missiondesk.charts.plots import AmbitionRow

    seen = situation.observations_of(metric.id)
    ratio = trajectory.ambition_ratio(metric, seen)
    needed = trajectory.required_change(metric, seen[-1]) if seen else None
    line = trajectory.trend(seen)
    note = ""
    if situation.judgement_of(mission.id).rating is Rating.ACHIEVED:
        ratio, needed, note = None, None, tr.say(N_("The target is reached"))
    elif needed is None:
        note = tr.say(N_("No pace to a target is known"))
    elif line is None:
        note = tr.say(N_("Fewer than three figures in the last five years"))
    elif ratio is None:
        note = tr.say(N_("The figure stands still or goes the wrong way"))
    return AmbitionRow(
        label=name(mission, tr),
        ratio=ratio,
        required="" if needed is None else metric_words.change(metric, needed, tr),
        historical="" if line is None else metric_words.change(metric, line[1], tr),
        note=note,
    )
