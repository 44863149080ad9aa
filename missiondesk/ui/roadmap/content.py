# SPDX-License-Identifier: Apache-2.0
"""The roadmap as the timeline shows it, and as rows of its table; both say the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from missiondesk.domain.initiative import Stage
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.milestone import Milestone, MilestoneStatus
from missiondesk.domain.mission import Mission
from missiondesk.domain.roadmap import Roadmap, RoadmapBar, RoadmapLane, RoadmapMilestone
from missiondesk.language import Translator
from missiondesk.language.conventions import conventions
from missiondesk.services.desk import Desk
from missiondesk.ui.widgets.timeline_items import (
    Bar,
    BarLook,
    HeaderLine,
    Lane,
    Mark,
    TimelineContent,
    TimelineWords,
    Tone,
)

LOOKS: Final = {
    Stage.IDEA: BarLook.DOTTED,
    Stage.PILOT: BarLook.DASHED,
    Stage.SCALE: BarLook.SOLID,
    Stage.EMBED: BarLook.LIGHT,
    Stage.CLOSED: BarLook.GREY,
}
_LOOK_OF: Final = {stage.value: look for stage, look in LOOKS.items()}
_TONES: Final = {
    "✓": Tone.GOOD,
    "►": Tone.GOOD,
    "●": Tone.WAIT,
    "■": Tone.BAD,
    "▼": Tone.BAD,
}
SOON_DAYS = 183
_OVER = (MilestoneStatus.MET, MilestoneStatus.MISSED)


@dataclass(frozen=True, slots=True)
class RoadmapRow:
    """One line of the table; ``begin`` and ``end`` are None where the date is not known.

    Attributes:
        kind: "bar" or "mark", as in the timeline.
        what: The kind in words.
        state: Stage or status with its sign.
    """

    key: str
    kind: str
    mission: str
    what: str
    title: str
    owner: str
    begin: date | None
    end: date | None
    begin_text: str
    end_text: str
    state: str


def in_lanes(roadmap: Roadmap, missions: Sequence[str] | None) -> tuple[RoadmapLane, ...]:
    """The lanes of these missions, or all."""
    return tuple(one for one in roadmap.lanes if missions is None or one.key in missions)


def timeline_content(
    roadmap: Roadmap, lanes: Sequence[RoadmapLane], tr: Translator
) -> TimelineContent:
    """Lanes, bars and diamonds; what has no dates is left to the line beneath."""
    bars = [_bar(bar, lane) for lane in lanes for bar in lane.bars if bar.start and bar.end]
    marks = [_mark(mark, lane, tr) for lane in lanes for mark in lane.milestones]
    return TimelineContent(
        lanes=tuple(map(_lane, lanes)),
        bars=tuple(bars),
        marks=tuple(marks),
        start=roadmap.start,
        end=roadmap.end,
        today=roadmap.today,
        words=words(tr),
    )


def summary(content: TimelineContent, tr: Translator) -> str:
    """What the timeline shows, for those who do not see it."""
    start, end = content.bounds()
    return tr.say(
        "{lanes}, {bars} and {marks} from {start} to {end}. Arrow keys walk, Enter opens, "
        "plus and minus zoom; the same stands in the table.",
        lanes=tr.plural("{count} mission", "{count} missions", len(content.lanes)),
        bars=tr.plural("{count} initiative", "{count} initiatives", len(content.bars)),
        marks=tr.plural("{count} milestone", "{count} milestones", len(content.marks)),
        start=str(start.year),
        end=str(end.year),
    )


def words(tr: Translator) -> TimelineWords:
    """What the timeline itself writes."""
    quarters = tr.say("Q1"), tr.say("Q2"), tr.say("Q3"), tr.say("Q4")
    return TimelineWords(
        today=tr.say("status"),
        quarters=quarters,
        months=months(tr),
        empty=tr.say("There is no mission to show."),
    )


def months(tr: Translator) -> tuple[str, ...]:
    """Twelve short names."""
    names = conventions(tr.lang).short_months
    return tuple(name.rstrip(".") for name in names)


def _lane(lane: RoadmapLane) -> Lane:
    lines = []
    if lane.status_word:
        tone = _TONES.get(lane.status_symbol, Tone.QUIET)
        lines.append(HeaderLine(f"{lane.status_symbol} {lane.status_word}".strip(), tone))
    if lane.owner:
        lines.append(HeaderLine(lane.owner))
    tip = "\n".join(part for part in (_name(lane), lane.goal, lane.owner) if part)
    return Lane(lane.key, _name(lane), tuple(lines), tip)


def _name(lane: RoadmapLane) -> str:
    return f"{lane.code} {lane.title}".strip()


def _bar(bar: RoadmapBar, lane: RoadmapLane) -> Bar:
    assert bar.start is not None and bar.end is not None
    parts = (f"{bar.code} {bar.title}", bar.stage_word, bar.owner)
    tip = "\n".join(part for part in parts if part)
    return Bar(bar.key, lane.key, bar.title, bar.start, bar.end, _LOOK_OF[bar.stage], tip)


def _mark(mark: RoadmapMilestone, lane: RoadmapLane, tr: Translator) -> Mark:
    # The diamond itself says "planned", its place "moved"; every other status says its sign.
    told = mark.status_symbol and mark.status_symbol not in "◇→"
    label = f"{mark.status_symbol} {mark.title}" if told else mark.title
    parts = (mark.title, mark.due_text, f"{mark.kind_word}, {mark.status_word}".strip(", "))
    tip = "\n".join(part for part in parts if part)
    since = mark.due_first if mark.due_first != mark.due_last else None
    return Mark(mark.key, lane.key, label, mark.due_last, since, tip)


def missions_led_by(ministry: str | None, desk: Desk) -> list[str] | None:
    """Ids of the missions that a ministry has part in; None, which is all, for no ministry."""
    if ministry is None:
        return None
    return [
        one.id
        for one in desk.missions.all()
        if any(it.id == ministry for it in desk.situation.ministries_of(one))
    ]


# -- table -----------------------------------------------------------------------------------


def table_rows(lanes: Sequence[RoadmapLane], desk: Desk, tr: Translator) -> list[RoadmapRow]:
    """Initiatives and milestones of the lanes, the undated ones too."""
    rows: list[RoadmapRow] = []
    for lane in lanes:
        rows += [_bar_row(bar, lane, desk, tr) for bar in lane.bars]
        rows += [_mark_row(one, lane, desk, tr) for one in desk.milestones.of_mission(lane.key)]
    return rows


def filled_by_lane(
    rows: list[RoadmapRow], lanes: Sequence[RoadmapLane], desk: Desk, tr: Translator
) -> Iterator[None]:
    """Fill ``rows`` as `table_rows` does, with a pause behind each lane."""
    for lane in lanes:
        rows += table_rows([lane], desk, tr)
        yield


def _bar_row(bar: RoadmapBar, lane: RoadmapLane, desk: Desk, tr: Translator) -> RoadmapRow:
    record = desk.initiatives.get(bar.key)
    start = record.start if record else None
    end = record.end if record else None
    return RoadmapRow(
        key=bar.key,
        kind="bar",
        mission=lane.code,
        what=tr.say("Initiative"),
        title=f"{bar.code} {bar.title}",
        owner=bar.owner,
        begin=start.first if start else None,
        end=end.last if end else None,
        begin_text=tr.period(start) if start else "–",
        end_text=tr.period(end) if end else "–",
        state=bar.stage_word,
    )


def _mark_row(one: Milestone, lane: RoadmapLane, desk: Desk, tr: Translator) -> RoadmapRow:
    office = desk.organisation.office(one.office) if one.office else None
    return RoadmapRow(
        key=one.id,
        kind="mark",
        mission=lane.code,
        what=tr.say("Milestone"),
        title=one.title.in_language(tr.lang),
        owner=office.title.in_language(tr.lang) if office else "",
        begin=one.due.first if one.due else None,
        end=one.due.last if one.due else None,
        begin_text="",
        end_text=tr.period(one.due) if one.due else tr.say("undated"),
        state=tr.say(one.status.word),
    )


def undated(lanes: Sequence[RoadmapLane], desk: Desk, tr: Translator) -> list[str]:
    """Names of what has no place on the axis, with what is known of its dates."""
    found = [
        f"{bar.code} {bar.title} ({bar.undated_note})"
        for lane in lanes
        for bar in lane.bars
        if not (bar.start and bar.end)
    ]
    found += [
        f"{lane.code} {one.title.in_language(tr.lang)}"
        for lane in lanes
        for one in desk.milestones.of_mission(lane.key)
        if one.due is None
    ]
    return found


# -- heading ---------------------------------------------------------------------------------


def headline(lanes: Sequence[RoadmapLane], desk: Desk, tr: Translator) -> tuple[str, str]:
    """The finding of the roadmap and one line of detail."""
    if not desk.missions.all():
        return tr.say("There is no roadmap yet"), ""
    today = desk.today
    keys = {lane.key for lane in lanes}
    open_ones = [
        one
        for one in desk.milestones.all()
        if one.mission in keys and one.due is not None and one.status not in _OVER
    ]
    late = [one for one in open_ones if one.due is not None and one.due.last < today]
    soon = [
        one
        for one in open_ones
        if one.due is not None and 0 <= (one.due.last - today).days <= SOON_DAYS
    ]
    parts = [
        tr.plural("{count} mission", "{count} missions", len(lanes)),
        tr.plural(
            "{count} initiative", "{count} initiatives", sum(len(lane.bars) for lane in lanes)
        ),
    ]
    following = min(soon, key=lambda one: one.due.last if one.due else date.max, default=None)
    if following is not None and following.due is not None:
        parts.append(_next(following, desk, tr))
    return _finding(len(late), len(soon), tr), " · ".join(parts)


def _finding(late: int, soon: int, tr: Translator) -> str:
    """How many milestones are overdue, else how many come soon."""
    if late:
        return tr.plural("{count} milestone is overdue", "{count} milestones are overdue", late)
    if soon:
        return tr.plural(
            "{count} milestone falls due within half a year",
            "{count} milestones fall due within half a year",
            soon,
        )
    return tr.say("No milestone falls due within half a year")


def _next(one: Milestone, desk: Desk, tr: Translator) -> str:
    mission = desk.situation.get(Mission, one.mission)
    return tr.say(
        "next: {title} ({mission}), {date}",
        title=one.title.in_language(tr.lang),
        mission=mission.code if mission else "",
        date=one.due,
    )
