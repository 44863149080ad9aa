# SPDX-License-Identifier: Apache-2.0
"""The columns of the overview: one mission a row, the two scales side by side."""

from __future__ import annotations

from missiondesk.domain.commitment import Commitment
from missiondesk.domain.entities import Entity
from missiondesk.domain.initiative import Initiative
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.letter import Letter
from missiondesk.domain.message import N_
from missiondesk.domain.metric import OutcomeMetric, TargetShape
from missiondesk.domain.milestone import Milestone
from missiondesk.domain.period import Period
from missiondesk.domain.progress import Rating
from missiondesk.language import Translator
from missiondesk.services import metric_words
from missiondesk.services.due import Due
from missiondesk.services.overview import OverviewRow
from missiondesk.ui.labels import mark
from missiondesk.ui.theme import large_font
from missiondesk.ui.widgets.sparkline import Spark, spark_painter
from missiondesk.ui.widgets.table import Column

_NEXT: dict[type[Entity], str] = {
    Milestone: N_("Milestone"),
    Initiative: N_("Decision"),
    Commitment: N_("Commitment"),
    Letter: N_("Follow-up"),
    OutcomeMetric: N_("New figure"),
}
_CHANGES = (TargetShape.RELATIVE, TargetShape.ABSOLUTE)
_LONGEST_UNIT = 6  # letters that may stand beside a number in a narrow column


@dataclass(frozen=True, slots=True)
class ShownMission:
    """An overview row with what else its cells need, in values."""

    row: OverviewRow
    spark: Spark
    next: Due | None

    @property
    def key(self) -> str:
        return self.row.mission.id


def mission_columns(tr: Translator) -> list[Column[ShownMission]]:
    """The columns in the screen's language."""
    return [*_goal_columns(tr), *_status_columns(tr)]


def _goal_columns(tr: Translator) -> list[Column[ShownMission]]:
    """What the mission is, and how far its key metric has come."""
    say = tr.say
    return [
        Column(
            "",
            lambda it: it.row.mission.code,
            colour=lambda _it: "quiet",
            sort=lambda it: tr.sort_key(it.row.mission.code),
        ),
        Column(
            say("Mission and accountable"),
            lambda it: it.row.mission.title.in_language(tr.lang),
            lambda it: _accountable(it, tr),
            stretch=5,
            width=150,
            wrap=True,
            strong=True,
        ),
        Column(
            say("Key metric"),
            lambda it: _course(it, tr),
            stretch=1,
            width=84,
            folds=1,
            paint=spark_painter(lambda it: it.spark, say("no figures")),
        ),
        Column(
            say("Latest"),
            lambda it: _latest(it, tr),
            lambda it: tr.period(it.row.latest.period) if it.row.latest else "",
            right=True,
            wrap=True,
            sort=lambda it: it.row.latest.value if it.row.latest else None,
            folds=5,
        ),
        Column(
            say("Target"),
            lambda it: _target(it, tr),
            lambda it: _by_when(it, tr),
            right=True,
            wrap=True,
            sort=lambda it: it.row.metric.target_value if it.row.metric else None,
            folds=4,
        ),
    ]


def _status_columns(tr: Translator) -> list[Column[ShownMission]]:
    """The computed scale, the human one, and what comes next."""
    say = tr.say
    return [
        Column(
            say("Development"),
            lambda it: mark(it.row.judgement.rating, tr).text,
            lambda it: _pace(it, tr),
            wrap=large_font(),
            strong=True,
            colour=lambda it: mark(it.row.judgement.rating, tr).colour,
            sort=lambda it: list(Rating).index(it.row.judgement.rating),
            spoken=lambda it: _spoken(it, tr),
        ),
        Column(
            say("Delivery confidence"),
            lambda it: mark(it.row.confidence, tr).text,
            lambda it: _short(it.row.assessment.period, tr) if it.row.assessment else "",
            colour=lambda it: mark(it.row.confidence, tr).colour,
            sort=lambda it: -it.row.confidence.step if it.row.confidence else None,
            folds=3,
        ),
        Column(
            say("Next"),
            lambda it: say(_NEXT[it.next.kind]) if it.next else "–",
            lambda it: _short(it.next.when, tr) if it.next else "",
            spoken=lambda it: _spoken_next(it, tr),
            sort=lambda it: it.next.when.last if it.next else None,
            folds=2,
        ),
    ]


def _accountable(it: ShownMission, tr: Translator) -> str:
    office = it.row.office
    return tr.say("nobody accountable") if office is None else office.title.in_language(tr.lang)


def _short(period: Period, tr: Translator) -> str:
    """A period for a narrow column."""
    return tr.short_date(period.first) if period.precision == "day" else tr.period(period)


def _breaking(said: str) -> str:
    """A number whose long unit may stand on the line below it; a short one stays beside it."""
    number, space, unit = said.partition("\u00a0")
    whole = unit.replace(" ", "\u00a0")
    return f"{number} {whole}" if len(unit) > _LONGEST_UNIT else f"{number}{space}{whole}"


def _latest(it: ShownMission, tr: Translator) -> str:
    metric, latest = it.row.metric, it.row.latest
    if metric is None or latest is None:
        return "–"
    return _breaking(metric_words.latest(metric, latest, tr))


def _target(it: ShownMission, tr: Translator) -> str:
    metric = it.row.metric
    if metric is None or metric.target_value is None:
        return "–"
    if metric.target_shape is TargetShape.BINARY:
        return tr.say("done")
    value, level = metric.target_value, metric.target_level
    if level is None and metric.target_shape in _CHANGES:
        relative = metric.target_shape is TargetShape.RELATIVE
        sign = "%" if relative else metric.unit.in_language(tr.lang)
        return _breaking(f"{tr.signed(value)}\u00a0{sign}".rstrip())
    return _breaking(metric_words.figure(metric, value if level is None else level, tr))


def _by_when(it: ShownMission, tr: Translator) -> str:
    metric = it.row.metric
    if metric is None or metric.target_period is None or metric.target_value is None:
        return ""
    return tr.say("by {period}", period=metric.target_period)


def _pace(it: ShownMission, tr: Translator) -> str:
    ratio = it.row.judgement.ratio
    if ratio is None or ratio < 0 or it.row.judgement.rating is Rating.ACHIEVED:
        return ""
    return tr.say("{share} of the pace", share=tr.percent(round(ratio * 100)))


def _spoken(it: ShownMission, tr: Translator) -> str:
    word = tr.say(it.row.judgement.rating.word)
    sentence = metric_words.rating_sentence(it.row.judgement, tr)
    return f"{word}. {sentence}" if sentence else word


def _course(it: ShownMission, tr: Translator) -> str:
    """What the sparkline shows, in words."""
    metric, row = it.row.metric, it.row
    if metric is None or row.latest is None:
        return tr.say("no figures")
    first = metric_words.baseline(metric, tr)
    last = metric_words.latest(metric, row.latest, tr)
    return tr.say("from {first} to {last}", first=first, last=last) if first else last


def _spoken_next(it: ShownMission, tr: Translator) -> str:
    if it.next is None:
        return tr.say("nothing")
    return f"{tr.tell(it.next.what)}, {tr.period(it.next.when)}"
