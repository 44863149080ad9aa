# SPDX-License-Identifier: Apache-2.0
"""The columns of the tables that feed metrics: what feeds what, and when the next edition comes."""

from __future__ import annotations

from missiondesk.domain.figure_feed import FigureFeed
from missiondesk.domain.period import Period
from missiondesk.language import Translator
from missiondesk.services.feed_list import FeedRow, measured
from missiondesk.ui.importing.words import short_day, short_edition
from missiondesk.ui.labels import mark
from missiondesk.ui.widgets.table import Column


def feed_columns(tr: Translator) -> list[Column[FeedRow]]:
    """The columns in the screen's language."""
    return [*_what_columns(tr), *_when_columns(tr)]


def _what_columns(tr: Translator) -> list[Column[FeedRow]]:
    say = tr.say
    return [
        Column(
            "",
            lambda it: it.mission.code,
            colour=lambda _it: "quiet",
            sort=lambda it: tr.sort_key(it.mission.code),
        ),
        Column(
            say("Metric"),
            lambda it: measured(it.metric, it.mission, tr),
            lambda it: say("Key metric") if it.metric.key else say("Supporting indicator"),
            stretch=2,
            width=150,
            wrap=True,
            lines=6,
            strong=True,
        ),
        Column(
            say("Table"),
            lambda it: it.feed.title or it.feed.table,
            lambda it: _table_detail(it.feed),
            stretch=3,
            width=150,
            wrap=True,
            lines=6,
            detail_lines=4,
            folds=1,
        ),
    ]


def _when_columns(tr: Translator) -> list[Column[FeedRow]]:
    say = tr.say
    return [
        Column(
            say("Edition"),
            lambda it: short_edition(it.feed.edition, tr) or "–",
            lambda it: say("read {day}", day=short_day(it.feed.read, tr)),
            sort=lambda it: it.feed.edition,
            folds=2,
        ),
        Column(
            say("Next edition"),
            lambda it: mark(it.age.freshness, tr).text,
            lambda it: _expected(it, tr),
            strong=True,
            colour=lambda it: mark(it.age.freshness, tr).colour,
            sort=lambda it: it.age.expected,
            folds=3,
        ),
    ]


def _expected(it: FeedRow, tr: Translator) -> str:
    day = it.age.expected
    if day is None:
        return ""
    if it.age.announced and not it.waits:
        return tr.say("announced for {day}", day=tr.short_date(day))
    month = Period.of(day, "month")
    if it.waits:
        return tr.say("was expected in {month}", month=month)
    return tr.say("expected in {month}", month=month)


def _table_detail(feed: FigureFeed) -> str:
    known = feed.table if feed.table != feed.title else ""
    return " · ".join(part for part in (known, feed.format, feed.file_name) if part)
