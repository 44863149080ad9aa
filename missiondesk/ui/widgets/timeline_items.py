# SPDX-License-Identifier: Apache-2.0
"""What a timeline shows, as plain values; the widget knows no subject."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field
from datetime import date
from enum import Enum

from missiondesk.domain.late_dataclass import dataclass


class BarLook(Enum):
    """How a bar is drawn; told apart without colour by fill and outline."""

    DOTTED = "dotted"
    DASHED = "dashed"
    SOLID = "solid"
    LIGHT = "light"
    GREY = "grey"


class Tone(Enum):
    """The colour of a line of text in a lane's header."""

    INK = "ink"
    QUIET = "quiet"
    GOOD = "good"
    WAIT = "wait"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class HeaderLine:
    """A smaller line under a lane's title."""

    text: str
    tone: Tone = Tone.QUIET


@dataclass(frozen=True, slots=True)
class Lane:
    """One lane: its title and the lines under it in the header column."""

    key: str
    title: str
    lines: tuple[HeaderLine, ...] = ()
    tip: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """Something that lasts from ``start`` to ``end``, both days included."""

    key: str
    lane: str
    label: str
    start: date
    end: date
    look: BarLook = BarLook.SOLID
    tip: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that happens by ``when``; with ``since`` it is known no finer than that span."""

    key: str
    lane: str
    label: str
    when: date
    since: date | None = None
    tip: str = ""


@dataclass(frozen=True, slots=True)
class TimelineWords:
    """The few words that the widget itself writes and says.

    Attributes:
        today: Label of the today line.
        quarters: Four names, shown where there is room.
        months: Twelve short names.
        empty: Sentence shown when there is nothing.
    """

    today: str = "today"
    quarters: tuple[str, str, str, str] = ("Q1", "Q2", "Q3", "Q4")
    months: tuple[str, ...] = (
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    )  # fmt: skip
    empty: str = ""


@dataclass(frozen=True, slots=True)
class TimelineContent:
    """Everything a timeline shows; lanes stand in the given order.

    Attributes:
        start: First day that is shown at first; what began before is reached by scrolling.
        end: Last day of the axis; items after it widen it.
        today: Where the today line stands, or None for none.
    """

    lanes: tuple[Lane, ...] = ()
    bars: tuple[Bar, ...] = ()
    marks: tuple[Mark, ...] = ()
    start: date | None = None
    end: date | None = None
    today: date | None = None
    words: TimelineWords = field(default_factory=TimelineWords)

    def bounds(self) -> tuple[date, date]:
        """First and last day of the axis, widened to whole quarters."""
        firsts = [bar.start for bar in self.bars] + [m.since or m.when for m in self.marks]
        lasts = [bar.end for bar in self.bars] + [mark.when for mark in self.marks]
        spare = self.today or date(2000, 1, 1)
        first = min([*firsts, *_given(self.start)], default=spare)
        last = max([*lasts, *_given(self.end)], default=spare)
        return quarter_start(first), _quarter_end(max(first, last))

    def home(self) -> date:
        """First day in sight when the timeline is fitted.

        What began long ago takes no room, but no item is out of sight as a whole.
        """
        ends = [bar.end for bar in self.bars] + [mark.since or mark.when for mark in self.marks]
        first = self.bounds()[0]
        return max(first, quarter_start(min([self.start or first, *ends])))


def quarter_start(day: date) -> date:
    """First day of the quarter of ``day``."""
    return date(day.year, (day.month - 1) // 3 * 3 + 1, 1)


def _quarter_end(day: date) -> date:
    month = (day.month - 1) // 3 * 3 + 3
    return date(day.year, month, 31 if month in (3, 12) else 30)


def _given(day: date | None) -> Sequence[date]:
    return () if day is None else (day,)
