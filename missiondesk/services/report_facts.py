# SPDX-License-Identifier: Apache-2.0
"""The facts of one mission as every report says them, in the report's language."""

from __future__ import annotations

from functools import cached_property

from missiondesk.domain import trajectory
from missiondesk.domain.assessment import StatusAssessment
from missiondesk.domain.letter import Classification
from missiondesk.domain.message import N_
from missiondesk.domain.metric import Observation, OutcomeMetric, TargetShape
from missiondesk.domain.mission import Mission
from missiondesk.domain.organisation import Office
from missiondesk.domain.period import day
from missiondesk.domain.publication_calendar import Freshness, data_age
from missiondesk.domain.rating import Judgement, Rating
from missiondesk.domain.report_content import ChartWords, MethodNote, Standing
from missiondesk.domain.situation import Situation
from missiondesk.domain.two_scales import far_apart
from missiondesk.language import Translator, sort_key
from missiondesk.services import metric_words
from missiondesk.services.plot_titles import finding
from missiondesk.services.status_marks import confidence_mark, rating_mark

Fact = tuple[str, str]


class MissionFacts:
    """One mission in one situation; a public one is looked up in the published situation."""

    def __init__(self, now: Situation, mission: Mission, tr: Translator) -> None:
        self.now = now
        self.mission = mission
        self.tr = tr

    @property
    def name(self) -> str:
        """Code and title."""
        return f"{self.mission.code} {self.mission.title.in_language(self.tr.lang)}".strip()

    @cached_property
    def metric(self) -> OutcomeMetric | None:
        """The key metric, or None."""
        return self.now.metric_of(self.mission.id)

    @cached_property
    def seen(self) -> tuple[Observation, ...]:
        """The key metric's figures, oldest first."""
        return self.now.observations_of(self.metric.id) if self.metric else ()

    @property
    def latest(self) -> Observation | None:
        """The newest figure, or None."""
        return self.seen[-1] if self.seen else None

    @property
    def judged(self) -> Judgement:
        """The computed rating."""
        return self.now.judgement_of(self.mission.id)

    @cached_property
    def assessed(self) -> StatusAssessment | None:
        """The newest assessment in which people judged, or None."""
        found = [one for one in self.now.assessments_of(self.mission.id) if one.confidence]
        return found[-1] if found else None

    @property
    def responsible(self) -> str:
        """Title of the accountable minister, or ""."""
        found = self.now.get(Office, self.mission.accountable_office)
        return found.title.in_language(self.tr.lang) if found else ""

    # -- sentences ---------------------------------------------------------------------
    @property
    def finding(self) -> str:
        """How the metric stands against its target, one sentence with its figures."""
        metric, tr = self.metric, self.tr
        if metric is None:
            return tr.say(N_("The mission has no key metric yet."))
        said = finding(metric, self.seen, self.judged, tr)
        latest = self.latest
        done = metric.target_shape is TargetShape.BINARY
        if latest is None or done or None in (metric.target_value, metric.target_period):
            return f"{said}."
        if self.judged.rating is Rating.CANNOT_RATE:
            # The finding itself says the target then.
            return tr.say(
                N_("{finding}. The latest figure is {latest} in {period}."),
                finding=said,
                latest=metric_words.latest(metric, latest, tr),
                period=latest.period,
            )
        return tr.say(
            N_("{finding}: {latest} in {period}, the target is {target} in {year}."),
            finding=said,
            latest=metric_words.latest(metric, latest, tr),
            period=latest.period,
            target=metric_words.target(metric, tr),
            year=metric.target_period,
        )

    def standing(self) -> Standing:
        """The two scales; people's is only there when somebody judged."""
        tr, assessed = self.tr, self.assessed
        rating = rating_mark(self.judged.rating, tr)
        sentence = metric_words.rating_sentence(self.judged, tr)
        if assessed is None or assessed.confidence is None:
            return Standing(rating, sentence)
        judged = [tr.say(N_("Judged {date}"), date=assessed.period), assessed.assessor]
        return Standing(
            rating,
            sentence,
            confidence_mark(assessed.confidence, tr),
            ", ".join(part for part in judged if part),
            assessed.narrative,
            assessed.next_step,
            self._divergence(assessed),
        )

    def _divergence(self, assessed: StatusAssessment) -> str:
        """A sentence when the two scales part by two steps or more (D3)."""
        rating, confidence, tr = self.judged.rating, assessed.confidence, self.tr
        if confidence is None or rating.step is None or not far_apart(rating, confidence):
            return ""
        count = abs(rating.step - confidence.step)
        if assessed.narrative.strip():
            return tr.say(
                N_("The two scales are {count} steps apart; the reason stands beside them."),
                count=count,
            )
        return tr.say(
            N_("The two scales are {count} steps apart, and nobody has said why."), count=count
        )

    # -- figures -----------------------------------------------------------------------
    @property
    def needed_change(self) -> float | None:
        """Change a year that would still reach the target, or None; a target reached needs none."""
        metric, latest = self.metric, self.latest
        if metric is None or latest is None or metric.target_shape is TargetShape.BINARY:
            return None
        if self.judged.rating is Rating.ACHIEVED:
            return None
        return trajectory.required_change(metric, latest)

    @property
    def needed(self) -> str:
        """The same in words, or ""."""
        change = self.needed_change
        return "" if change is None else self.a_year(change)

    @property
    def pace_of_late(self) -> float | None:
        """Mean change a year in the last years, or None."""
        line = trajectory.trend(self.seen)
        return None if line is None else line[1]

    @property
    def pace(self) -> str:
        """The same in words, or ""."""
        change = self.pace_of_late
        return "" if change is None else self.a_year(change)

    @property
    def following(self) -> str:
        """The month of the next figure, and whether it is overdue; "" without a rule."""
        if self.metric is None:
            return ""
        month = metric_words.next_figure(self.metric, self.latest, self.tr)
        age = data_age(self.metric, self.latest, self.now.today)
        if month and age.freshness in (Freshness.OVERDUE, Freshness.STALE):
            return self.tr.say(N_("{month}, overdue"), month=month)
        return month

    def a_year(self, change: float) -> str:
        """A change in the metric's unit a year, in words."""
        assert self.metric is not None
        said = metric_words.change(self.metric, change, self.tr)
        return self.tr.say(N_("{change} a year"), change=said)

    def chart_words(self) -> ChartWords:
        """Figures beside the chart and the note under it."""
        return ChartWords(tuple(row for row in self._facts() if row[1]), self.caption)

    def _facts(self) -> list[Fact]:
        metric, tr, latest = self.metric, self.tr, self.latest
        if metric is None:
            return []
        total = metric.target_shape is TargetShape.CUMULATIVE
        return [
            (tr.say(N_("Baseline")), dated(metric_words.baseline(metric, tr),
                                           said(metric.baseline_period, tr))),
            (tr.say(N_("Latest figure")), dated(metric_words.latest(metric, latest, tr),
                                                said(latest.period if latest else None, tr))),
            (tr.say(N_("Status of the figure")), tr.show(latest.status) if latest else ""),
            (tr.say(N_("Target")), dated(metric_words.target(metric, tr),
                                         said(metric.target_period, tr))),
            (tr.say(N_("Target level")), "" if total else metric_words.target_level(metric, tr)),
            (tr.say(N_("Needed after the latest figure")), self.needed),
            (tr.say(N_("Pace of late")), self.pace),
            (tr.say(N_("Next figure")), self.following),
        ]  # fmt: skip

    @property
    def caption(self) -> str:
        """Source, date of the data and method, which stand under every chart and table."""
        tr, metric = self.tr, self.metric
        source = metric_words.source(metric, tr) if metric else ""
        parts = [tr.say(N_("Source: {source}."), source=source.rstrip("."))] if source else []
        parts.append(tr.say(N_("Data as of {date}."), date=data_date(self.now, tr)))
        if metric is not None:
            parts.append(short_method(self.judged, tr))
        return " ".join(parts)


def dated(value: str, period: str) -> str:
    """A value with its period in brackets."""
    return f"{value} ({period})" if value and period else value


def said(period: object, tr: Translator) -> str:
    """A period in words, "" for none."""
    return "" if period is None else tr.show(period)


def data_date(now: Situation, tr: Translator) -> str:
    """The day to which the figures were read."""
    return tr.period(now.secretariat.data_date or day(now.today))


def short_method(judged: Judgement, tr: Translator) -> str:
    """The method's name and version; what it does stands with the method at the end."""
    whole = metric_words.method(judged, tr)
    named = whole.split(":", 1)[0].strip()
    return f"{named}." if named and named != whole.strip() else whole


def method_note(facts: list[MissionFacts], tr: Translator) -> MethodNote:
    """Method and sources of all missions, each once."""
    notes = dict.fromkeys(metric_words.method(one.judged, tr) for one in facts if one.metric)
    sources = []
    for one in facts:
        source = metric_words.source(one.metric, tr) if one.metric else ""
        if source:
            sources.append(
                tr.say(N_("{code}: {source}"), code=one.mission.code, source=source)
                if len(facts) > 1
                else source
            )
    return MethodNote(tuple(notes), tuple(sources))


def ordered(missions: tuple[Mission, ...]) -> list[Mission]:
    """Missions by code."""
    return sorted(missions, key=lambda one: sort_key(one.code, "da"))


def mark_of(now: Situation, tr: Translator, *, draft: bool = False) -> str:
    """Watermark: the sample is always an example, else a draft is a draft."""
    if now.secretariat.sample:
        return tr.say_in("watermark", "EXAMPLE")
    return tr.say_in("watermark", "DRAFT") if draft else ""


def mark_of_pages(mark: Classification, tr: Translator) -> str:
    """What stands at the foot of every page of a letter; what may be published needs no mark."""
    return "" if mark is Classification.PUBLISHABLE else tr.show(mark)


def classification_of(now: Situation, tr: Translator, *, public: bool = False) -> str:
    """The handling mark of what is composed from ``now``.

    An internal report holds judgements and drafts: it is never marked as publishable.
    """
    if public:
        return tr.show(Classification.PUBLISHABLE)
    kept = now.secretariat.classification
    return tr.show(Classification.INTERNAL if kept is Classification.PUBLISHABLE else kept)
