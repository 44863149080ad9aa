# SPDX-License-Identifier: Apache-2.0
"""What the status history and the way to a mission's target show, as plain values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from missiondesk.domain import trajectory
from missiondesk.domain.assessment import StatusAssessment
from missiondesk.domain.initiative import Initiative, Stage
from missiondesk.domain.message import N_
from missiondesk.domain.metric import Direction, OutcomeMetric, TargetShape
from missiondesk.domain.mission import Mission
from missiondesk.domain.period import Period
from missiondesk.domain.situation import Situation
from missiondesk.domain.two_scales import rating_of
from missiondesk.language import Translator
from missiondesk.services.mission_plots import confidence_status, in_order, name, rating_status

if TYPE_CHECKING:
    from missiondesk.charts.plots import (
        Contribution,
        StatusCell,
        StatusHistoryPlot,
        WaterfallPlot,
    )


# -- status history ------------------------------------------------------------------------
def status_history_plot(
    situation: Situation, tr: Translator, mission: str | None = None
) -> StatusHistoryPlot:
    """Both scales over time, of one mission or of all; the newest status of each month counts."""
    from missiondesk.charts.plots import StatusHistoryPlot, StatusRow

    missions = [one for one in in_order(situation) if mission in (None, one.id)]
    if mission is not None and not missions:
        found = situation.get(Mission, mission)
        missions = [found] if found is not None else []
    monthly = {one.id: _monthly(situation.assessments_of(one.id)) for one in missions}
    months = sorted({month for rows in monthly.values() for month in rows})
    return StatusHistoryPlot(
        title=_course(list(monthly.values()), tr),
        subtitle=tr.say(N_("Computed rating and people's confidence")),
        dates=tuple(tr.period(month) for month in months),
        rows=tuple(
            StatusRow(
                name(one, tr), tuple(_cell(monthly[one.id].get(month), tr) for month in months)
            )
            for one in missions
        ),
    )


def _monthly(rows: tuple[StatusAssessment, ...]) -> dict[Period, StatusAssessment]:
    return {Period.of(one.period.last, "month"): one for one in rows}


def _cell(row: StatusAssessment | None, tr: Translator) -> StatusCell | None:
    from missiondesk.charts.plots import StatusCell

    if row is None:
        return None
    rating = rating_of(row)
    return StatusCell(
        None if rating is None else rating_status(rating, tr),
        None if row.confidence is None else confidence_status(row.confidence, tr),
    )


def _course(histories: list[dict[Period, StatusAssessment]], tr: Translator) -> str:
    """How confidence moved from the last status but one to the newest."""
    moves = []
    for rows in histories:
        steps = [rows[month].confidence for month in sorted(rows)]
        known = [one.step for one in steps if one is not None]
        if len(known) > 1:
            moves.append(known[-1] - known[-2])
    if not any(histories):
        return tr.say(N_("Nobody has judged the status yet"))
    if not moves:
        return tr.say(N_("The status has been judged once until now"))
    better, worse = sum(move > 0 for move in moves), sum(move < 0 for move in moves)
    if better and worse:
        text = N_("Confidence rose for {better} and fell for {worse} of the missions")
        return tr.say(text, better=better, worse=worse)
    if better:
        return tr.say(N_("Confidence rose since the last status"))
    if worse:
        return tr.say(N_("Confidence fell since the last status"))
    return tr.say(N_("Confidence is unchanged since the last status"))


# -- waterfall -----------------------------------------------------------------------------
def waterfall_plot(situation: Situation, mission: str, tr: Translator) -> WaterfallPlot | None:
    """From the latest figure over what the live initiatives are expected to add to the target.

    None where nothing is to be added up: no metric, no figure, or no level to rise or fall to.
    """
    from missiondesk.charts.plots import PlotMark, WaterfallPlot

    metric = situation.metric_of(mission)
    if metric is None or metric.target_shape in (TargetShape.BINARY, TargetShape.CUMULATIVE):
        return None
    seen, goal = situation.observations_of(metric.id), trajectory.goal_level(metric)
    if not seen or goal is None or metric.target_period is None:
        return None
    latest = seen[-1]
    rising = _WAYS.get(metric.direction, goal > latest.value)
    live = [it for it in situation.initiatives_of(mission) if it.stage is not Stage.CLOSED]
    return WaterfallPlot(
        title=_covered(float(goal - latest.value), live, rising, tr),
        subtitle=_way(metric, tr),
        unit=metric.unit.in_language(tr.lang),
        decimals=metric.decimals,
        latest=PlotMark(0.0, float(latest.value), tr.period(latest.period)),
        target=PlotMark(0.0, float(goal), tr.period(metric.target_period)),
        steps=_contributions(live, tr),
        higher_is_better=rising,
    )


_WAYS: dict[Direction | None, bool] = {Direction.UP: True, Direction.DOWN: False}


def _contributions(live: list[Initiative], tr: Translator) -> tuple[Contribution, ...]:
    """A row for each initiative; of more than `_MOST_ROWS` the largest, the rest put together."""
    from missiondesk.charts.plots import Contribution

    if len(live) <= _MOST_ROWS:
        return tuple(_contribution(one, tr) for one in live)
    added = {one.id: one.contribution for one in live if one.contribution is not None}
    largest = sorted(added, key=lambda key: -abs(added[key]))
    shown = set(largest[: _MOST_ROWS - 2])
    rows = [_contribution(one, tr) for one in live if one.id in shown]
    rest = [added[key] for key in largest if key not in shown]
    if rest:
        said = tr.plural("{count} further initiative", "{count} further initiatives", len(rest))
        rows.append(Contribution(said, float(sum(rest))))
    unknown = len(live) - len(added)
    if unknown:
        said = tr.plural(
            "{count} initiative without an estimate",
            "{count} initiatives without an estimate",
            unknown,
        )
        rows.append(Contribution(said))
    return tuple(rows)


_MOST_ROWS = 40  # more make no picture; the table has all


def _contribution(initiative: Initiative, tr: Translator) -> Contribution:
    from missiondesk.charts.plots import Contribution

    label = f"{initiative.code} {initiative.title.in_language(tr.lang)}".strip()
    ends = (initiative.contribution_low, initiative.contribution_high)
    low, high = (None if one is None else float(one) for one in ends)
    value = None if initiative.contribution is None else float(initiative.contribution)
    return Contribution(label, value, low, high)


def _covered(gap: float, live: list[Initiative], rising: bool, tr: Translator) -> str:
    added = sum(float(one.contribution) for one in live if one.contribution is not None)
    if (gap <= 0) if rising else (gap >= 0):
        return tr.say(N_("The target is reached"))
    if not any(one.contribution is not None for one in live):
        return tr.say(N_("No initiative says what it is expected to add"))
    share = added / gap
    if share >= 1:
        return tr.say(N_("Together the initiatives are expected to reach the target"))
    if share <= 0:
        return tr.say(N_("The initiatives bring the figure no nearer to its target"))
    return tr.say(
        N_("The initiatives cover {share} of the way that is left"),
        share=tr.percent(int(100 * share)),
    )


def _way(metric: OutcomeMetric, tr: Translator) -> str:
    parts = (metric.name.in_language(tr.lang), metric.geography.in_language(tr.lang))
    return ", ".join(part for part in parts if part)
