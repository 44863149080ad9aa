# SPDX-License-Identifier: Apache-2.0
"""The views of the portfolio as plain values: bubbles, balance, funnel, and who serves what."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from missiondesk.domain.initiative import Facet, Initiative, Instrument, Stage
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_
from missiondesk.domain.mission import Mission
from missiondesk.domain.organisation import Ministry
from missiondesk.domain.portfolio import LARGEST_SHARE, balance, dominant, frame_of
from missiondesk.domain.portfolio_sides import Side
from missiondesk.domain.report_content import Rows
from missiondesk.domain.situation import Situation
from missiondesk.language import Translator
from missiondesk.language.conventions import NBSP
from missiondesk.services.initiatives import by_code

if TYPE_CHECKING:
    from missiondesk.charts.portfolio_plots import BarsPlot, Bubble, BubblePlot

LIVE = tuple(stage for stage in Stage if stage is not Stage.CLOSED)


@dataclass(frozen=True, slots=True)
class MissionMap:
    """Which initiative serves which mission.

    Attributes:
        missions: The columns, by code.
        rows: An initiative each, with a sign for every mission: "●" it serves, "○" it also
            contributes to, "" neither.
    """

    missions: tuple[Mission, ...]
    rows: tuple[tuple[Initiative, tuple[str, ...]], ...]


def live_initiatives(now: Situation) -> tuple[Initiative, ...]:
    """All that are not closed, by code; every view asks for them, so they are sorted once."""
    found = _LIVE_OF.get(now)
    if found is None:
        found = by_code(one for one in now.initiatives if one.stage is not Stage.CLOSED)
        _LIVE_OF[now] = found
    return found


_LIVE_OF: WeakKeyDictionary[Situation, tuple[Initiative, ...]] = WeakKeyDictionary()


# -- bubbles -------------------------------------------------------------------------------
def bubble_plot(now: Situation, tr: Translator, mission: str = "") -> BubblePlot:
    """Impact over feasibility; area is the frame in all years, the fill is the stage.

    Args:
        mission: Id of the only mission, or "" for all.
    """
    from missiondesk.charts.portfolio_plots import BubblePlot

    live = [one for one in live_initiatives(now) if not mission or one.mission == mission]
    judged = [one for one in live if one.impact is not None and one.feasibility is not None]
    return BubblePlot(
        title=_bubble_title(judged, tr),
        subtitle=_judged_words(len(judged), len(live), tr),
        x_axis=tr.say(N_("Feasibility")),
        y_axis=tr.say(N_("Impact")),
        x_ends=(tr.say(N_("1 hard")), tr.say(N_("5 easy"))),
        y_ends=(tr.say(N_("1 small")), tr.say(N_("5 large"))),
        bubbles=tuple(_bubbles(judged, tr)),
        groups=tuple(map(tr.show, LIVE)) if judged else (),
        size_head=tr.say(N_("Frame")),
        group_head=tr.say(N_("Stage")),
        source=tr.say(N_("Judged by the secretariat; area is the frame over all years.")),
    )


def _bubbles(judged: Iterable[Initiative], tr: Translator) -> Iterator[Bubble]:
    from missiondesk.charts.portfolio_plots import Bubble

    for one in judged:
        money = frame_of(one)
        yield Bubble(
            label=one.code,
            name=one.title.in_language(tr.lang),
            x=one.feasibility or 0,
            y=one.impact or 0,
            size=float(money),
            size_text=tr.money(money) if money else tr.say(N_("no frame")),
            group=LIVE.index(one.stage),
        )


def _bubble_title(judged: Sequence[Initiative], tr: Translator) -> str:
    """How much of the money lies with what is both large and feasible."""
    if not judged:
        return tr.say(N_("Nobody has judged impact and feasibility yet"))
    whole = sum(map(frame_of, judged))
    best = [one for one in judged if (one.impact or 0) >= 4 and (one.feasibility or 0) >= 4]
    if not whole:
        return tr.plural(
            "{count} initiative is judged both large and feasible",
            "{count} initiatives are judged both large and feasible",
            len(best),
        )
    share = tr.percent(round(100 * sum(map(frame_of, best)) / whole))
    return tr.say(N_("{share} of the money lies with what is large and feasible"), share=share)


def _judged_words(judged: int, live: int, tr: Translator) -> str:
    return tr.plural(
        "{judged} of {count} live initiative is judged",
        "{judged} of {count} live initiatives are judged",
        live,
        judged=judged,
    )


# -- balance -------------------------------------------------------------------------------
def balance_plot(now: Situation, side: Side, tr: Translator) -> BarsPlot:
    """Frames and number of live initiatives by the cells of one side (P6)."""
    from missiondesk.charts.portfolio_plots import BarRow, BarsPlot

    shares = list(balance(live_initiatives(now), lambda one: side.cell(now, one)))
    order = {key: place for place, key in enumerate(side.order)}
    shares.sort(key=lambda one: (not one.key, order.get(one.key, len(order)), -one.oere))
    whole = sum(one.oere for one in shares)
    most = dominant(shares)
    word = cell_words(now, side, tr)
    rows = tuple(
        BarRow(
            word(one.key),
            float(one.oere),
            money if one.oere else "–",
            _share_words(one.count, one.oere, whole, tr),
            strong=most is not None and one.key == most.key,
        )
        for one, money in zip(shares, tr.monies(it.oere for it in shares), strict=True)
    )
    if most is not None:
        title = tr.say(N_("Most of the money lies in one place: {place}"), place=word(most.key))
    elif not whole:
        title = tr.say(N_("No frame has been set"))
    elif not any(one.key for one in shares):
        title = tr.say(N_("Not yet said for any initiative"))
    else:
        title = tr.say(
            N_("No single place holds more than {share} of the money"),
            share=tr.percent(LARGEST_SHARE, 0),
        )
    return BarsPlot(
        title=title,
        subtitle=tr.say(N_("Frames over all years, by {side}"), side=tr.show(side)),
        rows=rows,
        label_head=capital(tr.show(side)),
        text_head=tr.say(N_("Frame")),
        note_head=tr.say(N_("Number and share")),
    )


def _share_words(count: int, oere: int, whole: int, tr: Translator) -> str:
    number = tr.plural("{count} initiative", "{count} initiatives", count)
    if not whole:
        return number
    part = round(100 * oere / whole)
    share = tr.percent(part)
    if oere and not part:
        share = tr.say(N_("less than {share}"), share=tr.percent(1)).replace(" ", NBSP)
    return tr.say(N_("{number}, {share}"), number=number, share=share)


def cell_words(now: Situation, side: Side, tr: Translator) -> Callable[[str], str]:
    """The word of a cell by its key."""
    kinds = {Side.STAGE: Stage, Side.INSTRUMENT: Instrument, Side.FACET: Facet}

    def word(key: str) -> str:
        if not key:
            return tr.say(N_("not said"))
        if side in kinds:
            return next(tr.show(one) for one in kinds[side] if one.value == key)
        if side is Side.RISK:
            return tr.say(N_("level {level}"), level=key)
        found = now.get(Ministry, key)
        return found.name.in_language(tr.lang) if found else tr.say(N_("not said"))

    return word


# -- funnel --------------------------------------------------------------------------------
def funnel_plot(now: Situation, tr: Translator) -> BarsPlot:
    """How many initiatives stand in each stage, and their frames; the closed stand last."""
    from missiondesk.charts.portfolio_plots import BarRow, BarsPlot

    found = {stage: [it for it in now.initiatives if it.stage is stage] for stage in Stage}
    frames = [sum(map(frame_of, mine)) for mine in found.values()]
    rows = [
        BarRow(tr.show(stage), float(len(mine)), tr.number(len(mine)), said if frame else "")
        for (stage, mine), frame, said in zip(found.items(), frames, tr.monies(frames), strict=True)
    ]
    tried = sum(one.stage in (Stage.IDEA, Stage.PILOT) for one in now.initiatives)
    carried = sum(one.stage in (Stage.SCALE, Stage.EMBED) for one in now.initiatives)
    return BarsPlot(
        title=tr.say(
            N_("{tried} are being tried, {carried} are scaled or embedded"),
            tried=tried,
            carried=carried,
        )
        if now.initiatives
        else tr.say(N_("No initiative has been recorded")),
        subtitle=tr.say(N_("Initiatives by stage, with their frames")),
        rows=tuple(rows) if now.initiatives else (),
        label_head=tr.say(N_("Stage")),
        text_head=tr.say(N_("Initiatives")),
        note_head=tr.say(N_("Frame")),
    )


# -- initiative and mission ----------------------------------------------------------------
def mission_map(now: Situation) -> MissionMap:
    """Every live initiative with the missions it serves and also contributes to."""
    missions = tuple(sorted(now.missions, key=lambda one: (len(one.code), one.code)))
    rows = tuple(
        (one, tuple(_sign(one, mission) for mission in missions)) for one in live_initiatives(now)
    )
    return MissionMap(missions, rows)


def _sign(one: Initiative, mission: Mission) -> str:
    if one.mission == mission.id:
        return "●"
    return "○" if mission.id in one.also_missions else ""


def mission_map_rows(now: Situation, tr: Translator) -> Rows:
    """The same as a table for paper."""
    found = mission_map(now)
    head = (tr.say(N_("Initiative")), *(one.code or "?" for one in found.missions))
    rows = tuple(
        (f"{one.code} {one.title.in_language(tr.lang)}".strip(), *(sign or "·" for sign in signs))
        for one, signs in found.rows
    )
    return Rows(
        tr.say(N_("Initiatives and missions")),
        head,
        rows,
        note=tr.say(N_("● serves the mission, ○ also contributes to it.")) if rows else "",
        empty=tr.say(N_("No initiative has been recorded.")),
    )


def capital(text: str) -> str:
    """The text with its first letter in upper case."""
    return text[:1].upper() + text[1:]
