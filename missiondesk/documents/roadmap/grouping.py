# SPDX-License-Identifier: Apache-2.0
"""A roadmap in less detail, so that a sheet can hold it: counts stand for what they sum up."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from enum import Enum

from missiondesk.documents.roadmap.bars import SEVERAL, STAGES
from missiondesk.domain.roadmap import Roadmap, RoadmapBar, RoadmapLane, RoadmapMilestone
from missiondesk.language import Translator

_WRONG = ("!", "✕")
_MOST_YEARS = 8  # of milestones in a lane; more are one span


class Detail(Enum):
    """How much is shown apart, the finest first."""

    EVERYTHING = 0
    MILESTONES_BY_YEAR = 1
    STAGES_OF_A_MISSION = 2
    BY_MISSION = 3
    BY_STAGE = 4


def grouped(roadmap: Roadmap, detail: Detail, tr: Translator) -> Roadmap:
    """The roadmap in this detail; what was grouped is said in its ``grouping``."""
    if detail is Detail.EVERYTHING:
        return roadmap
    if detail is Detail.BY_STAGE:
        lanes: tuple[RoadmapLane, ...] = (_all_in_one(roadmap, tr),) if roadmap.lanes else ()
    else:
        lanes = tuple(_less_of(lane, detail, tr) for lane in roadmap.lanes)
    return replace(roadmap, lanes=lanes, grouping=_said(roadmap, detail, tr))


def _less_of(lane: RoadmapLane, detail: Detail, tr: Translator) -> RoadmapLane:
    bars = lane.bars
    if detail is Detail.BY_MISSION:
        bars = _one_bar(bars, tr)
    elif detail is Detail.STAGES_OF_A_MISSION:
        bars = _by_stage(bars, tr)
    return replace(lane, bars=bars, milestones=_by_year(lane.milestones, tr))


def _all_in_one(roadmap: Roadmap, tr: Translator) -> RoadmapLane:
    """All missions as one lane, a row for each stage."""
    bars = [bar for lane in roadmap.lanes for bar in lane.bars]
    marks = [mark for lane in roadmap.lanes for mark in lane.milestones]
    counts = Counter(f"{one.status_symbol} {one.status_word}".strip() for one in roadmap.lanes)
    return RoadmapLane(
        code="",
        title=tr.plural("{count} mission", "{count} missions", len(roadmap.lanes)),
        goal=", ".join(f"{word}: {count}" for word, count in counts.items() if word),
        bars=_by_stage(bars, tr),
        milestones=_by_year(marks, tr),
    )


def _by_stage(bars: Sequence[RoadmapBar], tr: Translator) -> tuple[RoadmapBar, ...]:
    """A row for each stage, from its first beginning to its last end; what has no dates apart."""
    found: defaultdict[tuple[str, str], list[RoadmapBar]] = defaultdict(list)
    for bar in bars:
        found[bar.stage, bar.stage_word].append(bar)
    made: list[RoadmapBar] = []
    for (stage, word), rows in sorted(found.items(), key=lambda item: _place(item[0][0])):
        dated = [bar for bar in rows if _dated(bar)]
        undated = [bar for bar in rows if not _dated(bar)]
        # A single one says more under its own name.
        made += dated if len(dated) == 1 else _summed(dated, stage, word, tr)
        made += undated if len(undated) == 1 else _undated(len(undated), stage, word, tr)
    return tuple(made)


def _one_bar(bars: Sequence[RoadmapBar], tr: Translator) -> tuple[RoadmapBar, ...]:
    """One row with the number in each stage, and one for what has no dates."""
    dated = [bar for bar in bars if _dated(bar)]
    counts = Counter((bar.stage, bar.stage_word) for bar in dated)
    ordered = sorted(counts.items(), key=lambda item: _place(item[0][0]))
    words = " · ".join(f"{word} {count}".strip() for (_, word), count in ordered)
    undated = len(bars) - len(dated)
    return (*_summed(dated, SEVERAL, words, tr), *_undated(undated, SEVERAL, "", tr))


def _summed(bars: Sequence[RoadmapBar], stage: str, word: str, tr: Translator) -> list[RoadmapBar]:
    if not bars:
        return []
    owners = {bar.owner for bar in bars if bar.owner.strip()}
    many = tr.plural("{count} office", "{count} offices", len(owners)) if len(owners) > 1 else ""
    made = RoadmapBar(
        code="",
        title=_initiatives(len(bars), tr),
        stage=stage,
        stage_word=word,
        start=min(bar.start for bar in bars if bar.start),
        end=max(bar.end for bar in bars if bar.end),
        owner=many or "".join(owners),
    )
    return [made]


def _undated(count: int, stage: str, word: str, tr: Translator) -> list[RoadmapBar]:
    if not count:
        return []
    note = tr.say("without a full period")
    return [RoadmapBar("", _initiatives(count, tr), stage, word, undated_note=note)]


def _by_year(marks: Sequence[RoadmapMilestone], tr: Translator) -> tuple[RoadmapMilestone, ...]:
    """One mark for each year, or one for all when there are many years."""
    found: defaultdict[int, list[RoadmapMilestone]] = defaultdict(list)
    for mark in marks:
        found[mark.due_last.year].append(mark)
    if len(found) <= _MOST_YEARS:
        groups: Iterable[list[RoadmapMilestone]] = (found[year] for year in sorted(found))
    else:
        groups = [list(marks)]
    return tuple(_together(one, tr) for one in groups)


def _together(marks: Sequence[RoadmapMilestone], tr: Translator) -> RoadmapMilestone:
    """One mark for many, in the middle of their time so that a number fits beside it."""
    first, last = min(one.due_first for one in marks), max(one.due_last for one in marks)
    middle = first + (last - first) / 2
    if first.year == last.year:
        middle = date(last.year, 7, 1)
    # Only what has gone wrong is worth the room; the numbers say the rest.
    wrong = [one for one in marks if one.status_symbol in _WRONG]
    counts = Counter(f"{one.status_symbol} {one.status_word}".strip() for one in wrong)
    when = str(last.year) if first.year == last.year else f"{first.year}–{last.year}"
    return RoadmapMilestone(
        title=tr.say("{count} in {years}", count=len(marks), years=when),
        due_first=middle,
        due_last=middle,
        due_text="",
        status_word=", ".join(f"{word}: {count}" for word, count in counts.items()),
    )


def _dated(bar: RoadmapBar) -> bool:
    return bar.start is not None and bar.end is not None


def _place(stage: str) -> int:
    return STAGES.index(stage) if stage in STAGES else len(STAGES)


def _initiatives(count: int, tr: Translator) -> str:
    return tr.plural("{count} initiative", "{count} initiatives", count)


def _said(roadmap: Roadmap, detail: Detail, tr: Translator) -> str:
    """What was grouped, in a sentence for the sheet."""
    count = sum(len(lane.bars) for lane in roadmap.lanes)
    marks = sum(len(lane.milestones) for lane in roadmap.lanes)
    initiatives = _initiatives(count, tr)
    milestones = tr.plural("{count} milestone", "{count} milestones", marks)
    if detail is Detail.MILESTONES_BY_YEAR:
        return tr.say(
            "Grouped to fit one sheet: {milestones} are shown by year; the initiatives are all "
            "there.",
            milestones=milestones,
        )
    if detail is Detail.STAGES_OF_A_MISSION:
        return tr.say(
            "Grouped to fit one sheet: {initiatives} are shown by stage within each mission, "
            "{milestones} by year.",
            initiatives=initiatives,
            milestones=milestones,
        )
    if detail is Detail.BY_MISSION:
        return tr.say(
            "Grouped to fit one sheet: {initiatives} are shown as one row a mission with the "
            "number in each stage, {milestones} by year.",
            initiatives=initiatives,
            milestones=milestones,
        )
    return tr.say(
        "Grouped to fit one sheet: {initiatives} of all missions are shown by stage, "
        "{milestones} by year.",
        initiatives=initiatives,
        milestones=milestones,
    )
