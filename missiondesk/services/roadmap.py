# SPDX-License-Identifier: Apache-2.0
"""What the roadmap says: lanes per mission; the public one is built from filtered data (SEC-07)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from missiondesk.domain.initiative import Initiative, Stage
from missiondesk.domain.message import N_
from missiondesk.domain.milestone import Milestone
from missiondesk.domain.mission import Mission
from missiondesk.domain.organisation import Office
from missiondesk.domain.period import Period, day
from missiondesk.domain.roadmap import Roadmap, RoadmapBar, RoadmapLane, RoadmapMilestone
from missiondesk.domain.situation import Situation
from missiondesk.language import Translator, sort_key, translator
from missiondesk.services import metric_words
from missiondesk.services.governing import clock_words, governance_lines
from missiondesk.services.initiatives import by_code
from missiondesk.services.publication import published
from missiondesk.services.report_facts import classification_of
from missiondesk.services.roadmap_coalition import coalition_lines

if TYPE_CHECKING:
    from missiondesk.services.session import Session

# Signs of a milestone's status; the word always stands beside them.
_SIGNS = {"planned": "◇", "at_risk": "!", "met": "✓", "missed": "✕", "moved": "→"}


class RoadmapService:
    """Builds the content of the roadmap; nothing here writes."""

    def __init__(self, session: Session) -> None:
        self._session = session
        # What was built last of the situation: contents, and lanes by mission, for each manner.
        self._of: Situation | None = None
        self._contents: dict[_Manner, Roadmap] = {}
        self._lanes: dict[_Manner, dict[str, RoadmapLane]] = {}

    def made_ready(self, language: str) -> Iterator[None]:
        """Build the roadmap of all missions lane by lane; `content` is quick then."""
        builder = self._builder((language, False, None, True))
        for mission in self._session.situation.missions:
            builder.lane(mission)
            yield
        self.content(language)

    def content(
        self,
        language: str,
        public: bool = False,
        mission: str | None = None,
        closed: bool = True,
    ) -> Roadmap:
        """The roadmap of all missions, or of one.

        Args:
            language: "da" or "en".
            public: Only what is published: public missions, initiatives and milestones, owners
                that are ministers, no codes of handling, no internal words.
            mission: Id of the only mission to show.
            closed: Whether closed initiatives are shown.
        """
        manner = (language, public, mission, closed)
        builder = self._builder(manner)
        if manner not in self._contents:
            self._contents[manner] = builder.roadmap(shown_missions(builder.now, mission))
        return self._contents[manner]

    def _builder(self, manner: _Manner) -> _Builder:
        situation = self._session.situation
        language, public, _mission, closed = manner
        if self._of is not situation or len(self._contents) > _MOST_KEPT:
            self._of, self._contents, self._lanes = situation, {}, {}
        kept = self._lanes.setdefault((language, public, None, closed), {})
        now = published(situation) if public else situation
        return _Builder(now, translator(language), public, closed, kept)


def shown_missions(now: Situation, mission: str | None) -> list[Mission]:
    """All missions by code, or the one."""
    ordered = sorted(now.missions, key=lambda one: sort_key(one.code, "da"))
    return [one for one in ordered if mission in (None, one.id)]


def roadmap_of(
    now: Situation, missions: list[Mission], tr: Translator, *, public: bool
) -> tuple[str, Callable[[], Roadmap]]:
    """The roadmap's title, and what builds it, in any thread.

    Args:
        now: For a public roadmap the published situation.
    """
    builder = _Builder(now, tr, public, True, {})
    return builder.title(missions), lambda: builder.roadmap(missions)


_Manner = tuple[str, bool, str | None, bool]  # language, public, the only mission, closed ones too
_MOST_KEPT = 12


class _Builder:
    def __init__(
        self,
        now: Situation,
        tr: Translator,
        public: bool,
        closed: bool,
        kept: dict[str, RoadmapLane],
    ) -> None:
        self.now = self._now = now
        self._kept = kept
        self._tr = tr
        self._public = public
        self._closed = closed

    def roadmap(self, missions: list[Mission]) -> Roadmap:
        lanes = tuple(map(self.lane, missions))
        start, end = self._span(lanes)
        tr, secretariat = self._tr, self._now.secretariat
        sender = secretariat.sender.in_language(tr.lang)
        created = self._now.today
        data_date = tr.period(secretariat.data_date or day(created))
        return Roadmap(
            title=self.title(missions),
            subtitle=self._subtitle(lanes, data_date),
            narrative=self._narrative(missions),
            language=tr.lang,
            lanes=lanes,
            start=start,
            end=end,
            today=created,
            created=created.isoformat(),
            data_date=data_date,
            method_note=self._method(missions),
            sources=self._sources(missions),
            public=self._public,
            sample=secretariat.sample,
            mark=tr.say_in("watermark", "EXAMPLE") if secretariat.sample else "",
            classification=classification_of(self._now, tr, public=self._public),
            sender=sender,
            reference=tr.say(N_("Ref. {reference}"), reference=self._now.today.isoformat()),
            coalition=coalition_lines(self._now, missions, tr),
            governance=governance_lines(self._now, missions, tr),
            escalation=clock_words(self._now, tr) if missions else "",
        )

    # -- lanes -------------------------------------------------------------------------
    def lane(self, mission: Mission) -> RoadmapLane:
        """The mission's lane, as it was built before."""
        if mission.id not in self._kept:
            self._kept[mission.id] = self._lane(mission)
        return self._kept[mission.id]

    def _lane(self, mission: Mission) -> RoadmapLane:
        tr, judged = self._tr, self._now.judgement_of(mission.id)
        return RoadmapLane(
            code=mission.code,
            title=mission.title.in_language(tr.lang),
            owner=self._owner(mission.accountable_office),
            status_symbol=judged.rating.symbol,
            status_word=tr.show(judged.rating),
            goal=self._goal(mission),
            bars=tuple(
                self._bar(one)
                for one in by_code(self._now.initiatives_of(mission.id))
                if self._closed or one.stage is not Stage.CLOSED
            ),
            milestones=tuple(
                self._milestone(one, one.due)
                for one in self._now.milestones_of(mission.id)
                if one.due is not None
            ),
            key=mission.id,
        )

    def _goal(self, mission: Mission) -> str:
        """The key metric with latest figure and target in one line."""
        metric, tr = self._now.metric_of(mission.id), self._tr
        if metric is None or metric.target_value is None:
            return ""
        name = metric.name.in_language(tr.lang)
        seen = self._now.observations_of(metric.id)
        target = metric_words.target(metric, tr)
        if metric.target_period is None:
            goal = tr.say(N_("{name}: target {target}"), name=name, target=target)
        else:
            goal = tr.say(
                N_("{name}: target {target} ({date})"),
                name=name,
                target=target,
                date=metric.target_period,
            )
        if not seen:
            return goal
        latest = metric_words.latest(metric, seen[-1], tr)
        return tr.say(
            N_("{goal}; latest {latest} ({date})"), goal=goal, latest=latest, date=seen[-1].period
        )

    def _bar(self, initiative: Initiative) -> RoadmapBar:
        start, end = initiative.start, initiative.end
        dated = start is not None and end is not None
        return RoadmapBar(
            code=initiative.code,
            title=initiative.title.in_language(self._tr.lang),
            stage=initiative.stage.value,
            stage_word=self._tr.show(initiative.stage),
            start=start.first if start else None,
            end=end.last if end else None,
            owner=self._owner(initiative.office),
            undated_note="" if dated else self._undated(start, end),
            key=initiative.id,
        )

    def _undated(self, start: Period | None, end: Period | None) -> str:
        if start is not None:
            return self._tr.say(N_("begins {date}, no end yet"), date=self._tr.when(start))
        if end is not None:
            return self._tr.say(N_("ends {date}, no beginning yet"), date=self._tr.when(end))
        return self._tr.say(N_("no dates yet"))

    def _milestone(self, milestone: Milestone, due: Period) -> RoadmapMilestone:
        tr = self._tr
        return RoadmapMilestone(
            title=milestone.title.in_language(tr.lang),
            due_first=due.first,
            due_last=due.last,
            due_text=tr.period(due),
            status_symbol=_SIGNS[milestone.status.value],
            status_word=tr.show(milestone.status),
            kind_word=tr.show(milestone.kind),
            key=milestone.id,
        )

    def _owner(self, office: str | None) -> str:
        found = self._now.get(Office, office)
        return found.title.in_language(self._tr.lang) if found else ""

    # -- head and foot -----------------------------------------------------------------
    def title(self, missions: list[Mission]) -> str:
        if len(missions) == 1:
            title = missions[0].title.in_language(self._tr.lang)
            return self._tr.say(N_("Roadmap: {title}"), title=title)
        return self._tr.say(N_("The government's roadmap"))

    def _subtitle(self, lanes: tuple[RoadmapLane, ...], data_date: str) -> str:
        tr = self._tr
        missions = tr.plural("{count} mission", "{count} missions", len(lanes))
        bars = sum(len(lane.bars) for lane in lanes)
        initiatives = tr.plural("{count} initiative", "{count} initiatives", bars)
        version = tr.say(N_("public version") if self._public else N_("internal version"))
        data = tr.say(N_("data as of {date}"), date=data_date)
        return f"{missions} · {initiatives} · {version} · {data}"

    def _narrative(self, missions: list[Mission]) -> str:
        if len(missions) == 1:
            return missions[0].narrative.in_language(self._tr.lang)
        return ""

    def _method(self, missions: list[Mission]) -> str:
        if not missions:
            return ""
        return metric_words.method(self._now.judgement_of(missions[0].id), self._tr)

    def _sources(self, missions: list[Mission]) -> tuple[str, ...]:
        found = []
        for mission in missions:
            metric = self._now.metric_of(mission.id)
            source = metric_words.source(metric, self._tr) if metric else ""
            if source:
                found.append(f"{mission.code}: {source}")
        return tuple(found)

    def _span(self, lanes: Iterable[RoadmapLane]) -> tuple[date, date]:
        """Whole years, from last year or the first milestone to the last date.

        A bar that began long ago starts at the edge, so that the years to come have the room.
        """
        year = self._now.today.year
        bars = [bar for lane in lanes for bar in lane.bars]
        marks = [mark for lane in lanes for mark in lane.milestones]
        begun = min((bar.start.year for bar in bars if bar.start), default=year)
        first = min((mark.due_first.year for mark in marks), default=year)
        ends = [bar.end.year for bar in bars if bar.end] + [mark.due_last.year for mark in marks]
        start = min(max(begun, year - 1), first)
        return date(start, 1, 1), date(max(ends, default=max(year, start) + 3), 12, 31)
