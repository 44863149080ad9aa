# SPDX-License-Identifier: Apache-2.0
"""The facts behind one letter, looked up once, and the values of its placeholders."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import cached_property
from typing import Any, TypeVar, cast

from missiondesk.domain.initiative import Initiative, Money, Stage
from missiondesk.domain.letter import Letter, LetterState
from missiondesk.domain.metric import Observation, OutcomeMetric
from missiondesk.domain.mission import Mission
from missiondesk.domain.organisation import Office, Person
from missiondesk.domain.period import Period, day
from missiondesk.domain.progress import Judgement
from missiondesk.domain.situation import Situation
from missiondesk.domain.wording import in_sentence
from missiondesk.language import Translator, translator
from missiondesk.services import metric_words
from missiondesk.services.initiatives import by_code
from missiondesk.services.letter_drafting import Draft, end_of_first_100_days, written_on

T = TypeVar("T")


class _Tables:
    """What is made of the facts once and asked for from several places."""

    def __init__(self) -> None:
        self._once: dict[str, Any] = {}

    def once(self, name: str, make: Callable[[], T]) -> T:
        """What ``make`` gives, made when it is first asked for: a table is asked for by the text
        that leads in to it, by itself and by the list of annexes.
        """
        if name not in self._once:
            self._once[name] = make()
        return cast("T", self._once[name])


class LetterFacts(_Tables):
    """What a letter speaks of: mission, metric, persons, dates, in the letter's own language."""

    def __init__(self, situation: Situation, written: Draft) -> None:
        super().__init__()
        self.now = situation
        self.letter: Letter = written.letter
        self.blocks = written.blocks
        self.tr: Translator = translator(written.letter.language)
        self.on = written_on(situation, written.letter)

    # -- mission and metric ------------------------------------------------------------
    @cached_property
    def mission(self) -> Mission:
        """The letter's mission; an empty one when the letter has none (any more)."""
        return self.now.get(Mission, self.letter.mission) or Mission("")

    @cached_property
    def metric(self) -> OutcomeMetric | None:
        """The key metric, or None."""
        return self.now.metric_of(self.mission.id)

    @cached_property
    def judgement(self) -> Judgement:
        """The computed rating."""
        return self.now.judgement_of(self.mission.id)

    @cached_property
    def latest(self) -> Observation | None:
        """The newest observation, or None."""
        seen = self.now.observations_of(self.metric.id) if self.metric else ()
        return seen[-1] if seen else None

    @cached_property
    def initiatives(self) -> tuple[Initiative, ...]:
        """The mission's initiatives by code."""
        return by_code(self.now.initiatives_of(self.mission.id))

    @cached_property
    def live(self) -> tuple[Initiative, ...]:
        """The initiatives that are not closed."""
        return tuple(one for one in self.initiatives if one.stage is not Stage.CLOSED)

    @cached_property
    def frames(self) -> tuple[tuple[Initiative, tuple[Money, ...]], ...]:
        """The money that can still be given a direction: of initiatives that are not closed, from
        the letter's year on. One whose money is spent is left out.
        """
        left = ((one, _from_year(one.frame, self.on.year)) for one in self.live)
        return tuple((one, frame) for one, frame in left if frame)

    @cached_property
    def frame_years(self) -> tuple[int, ...]:
        """Every year from the first to the last of `frames`, those without money too."""
        years = {money.year for _, frame in self.frames for money in frame}
        return tuple(range(min(years), max(years) + 1)) if years else ()

    # -- persons -----------------------------------------------------------------------
    @cached_property
    def addressee(self) -> Office | None:
        """The office to whose holder the letter is written."""
        return self.now.get(Office, self.letter.addressee_office)

    @cached_property
    def reader(self) -> Person | None:
        """Who held the office when the letter was written."""
        return self.now.get(Person, self.letter.addressee_person)

    def title_of(self, office: str | None) -> str:
        """Title of an office, or ""."""
        found = self.now.get(Office, office)
        return found.title.in_language(self.tr.lang) if found else ""

    def named(self, office: str | None) -> str:
        """Title, as inside a sentence, and name of who holds the office on the letter's day."""
        holder = self.now.holder(office, self.on)
        title = in_sentence(self.title_of(office), self.tr.lang)
        return f"{title} {holder.name}" if title and holder else title

    def ministry_of(self, office: str | None) -> str:
        """Name of an office's ministry, or ""."""
        found = self.now.ministry_of(office)
        return found.name.in_language(self.tr.lang) if found else ""

    @cached_property
    def former(self) -> Letter | None:
        """The letter that this one replaces or recalls, or None."""
        return self.now.get(Letter, self.letter.supersedes)

    @property
    def sender(self) -> str:
        """The letterhead: the secretariat's sender, else the ministry of who signs first."""
        own = self.now.secretariat.sender.in_language(self.tr.lang)
        if own or not self.letter.sender_offices:
            return own
        return self.ministry_of(self.letter.sender_offices[0])

    # -- state -------------------------------------------------------------------------
    @property
    def unsettled(self) -> bool:
        """Draft or checked: its text may still change."""
        return self.letter.state in (LetterState.DRAFT, LetterState.CHECKED)

    @property
    def mark(self) -> str:
        """Watermark: the sample is always an example, else a text not yet cleared is a draft."""
        if self.now.secretariat.sample:
            return self.tr.say_in("watermark", "EXAMPLE")
        return self.tr.say_in("watermark", "DRAFT") if self.unsettled else ""

    @property
    def data_date(self) -> str:
        """The day to which the figures were read."""
        return self.tr.period(self.now.secretariat.data_date or day(self.now.today))

    @property
    def awaited(self) -> str:
        """When the next figure comes or should have come, as seen on the letter's day; or ""."""
        if self.metric is None:
            return ""
        return metric_words.awaited_figure(self.metric, self.latest, self._seen_on, self.tr)

    @property
    def _seen_on(self) -> date:
        return min(self.now.today, self.on)

    # -- placeholders ------------------------------------------------------------------
    @cached_property
    def values(self) -> dict[str, str]:
        """Value of every placeholder, "" where there is none yet."""
        return {
            **self._mission_values(),
            **self._metric_values(),
            **self._letter_values(),
            "data.date": self.data_date,
        }

    def _mission_values(self) -> dict[str, str]:
        mission, lang = self.mission, self.tr.lang
        titles = [self.title_of(office) for office in mission.co_offices]
        years = self.frame_years
        total = sum(money.oere for _, frame in self.frames for money in frame)
        return {
            "mission.code": mission.code,
            "mission.title": mission.title.in_language(lang),
            "mission.sentence": mission.sentence.in_language(lang),
            "mission.narrative": mission.narrative.in_language(lang),
            "mission.challenge": mission.challenge.in_language(lang),
            "mission.target_group": mission.target_group.in_language(lang),
            "mission.platform_reference": mission.platform_reference.in_language(lang),
            "mission.accountable": self.named(mission.accountable_office),
            "shared.titles": self.tr.list(title for title in titles if title),
            "initiatives.count": self.tr.number(len(self.live)),
            "resources.years": span_of(years),
            "resources.total": self.tr.money(total) if years else "",
        }

    def _metric_values(self) -> dict[str, str]:
        metric, tr = self.metric, self.tr
        if metric is None:
            return {}
        return {
            "metric.name": metric.name.in_language(tr.lang),
            "metric.unit": metric.unit.in_language(tr.lang),
            "metric.source": metric.source.in_language(tr.lang),
            "metric.publisher": metric.publisher.in_language(tr.lang),
            "metric.baseline": metric_words.baseline(metric, tr),
            "metric.baseline_period": _said(metric.baseline_period, tr),
            "metric.target": metric_words.target(metric, tr),
            "metric.target_period": _said(metric.target_period, tr),
            "metric.latest": metric_words.latest(metric, self.latest, tr),
            "metric.latest_period": _said(self.latest.period if self.latest else None, tr),
            # A month that is past on the letter's day is no promise: the gap says so.
            "metric.next_publication": ""
            if metric_words.is_overdue(metric, self.latest, self._seen_on)
            else metric_words.next_figure(metric, self.latest, tr),
            "metric.direction": tr.show(metric.direction) if metric.direction else "",
            "metric.method": metric_words.method(self.judgement, tr),
        }

    def _letter_values(self) -> dict[str, str]:
        letter, tr, former = self.letter, self.tr, self.former
        return {
            "former.number": former.number if former else "",
            "former.date": _said(former.date if former else None, tr),
            "addressee.title": self.title_of(letter.addressee_office),
            "addressee.name": self.reader.name if self.reader else "",
            "addressee.first_name": self.reader.first_name if self.reader else "",
            "addressee.ministry": self.ministry_of(letter.addressee_office),
            "sender.name": self.sender,
            "sender.place": letter.place,
            "letter.number": letter.number,
            "letter.date": tr.date(self.on),
            "letter.follow_up": (
                tr.period_in_sentence(letter.follow_up) if letter.follow_up else ""
            ),
            "letter.cadence": tr.show(letter.follow_up_cadence) if letter.follow_up_cadence else "",
            "letter.first_100_days": _said(end_of_first_100_days(self.now, letter), tr),
        }


def _from_year(frame: tuple[Money, ...], year: int) -> tuple[Money, ...]:
    return tuple(money for money in frame if money.year >= year)


def span_of(years: Sequence[int]) -> str:
    """The years of a frame: "2026–2029", "2027" or ""."""
    if not years:
        return ""
    return f"{years[0]}" if years[0] == years[-1] else f"{years[0]}–{years[-1]}"


def _said(period: Period | None, tr: Translator) -> str:
    return "" if period is None else tr.period(period)
