# SPDX-License-Identifier: Apache-2.0
"""The coalition as plain values for the charts: needs against promises, actors about missions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from missiondesk.domain import coalition
from missiondesk.domain.actor import (
    ActorCommitment,
    CoalitionNeed,
    Engagement,
    PromiseState,
    Stance,
)
from missiondesk.domain.coalition import NeedSum, Standing
from missiondesk.domain.message import N_
from missiondesk.domain.mission import ActorType, Mission
from missiondesk.domain.situation import Situation
from missiondesk.language import Translator
from missiondesk.services.coalition_rows import ActorRow, actor_rows
from missiondesk.services.coalition_words import amount, needs_said

if TYPE_CHECKING:
    from missiondesk.charts.coalition_plots import ActorDot, ActorMapPlot, NeedPlot, NeedRow

_INFLUENTIAL = 4  # of 5, from which an actor is among the influential


# -- needs -------------------------------------------------------------------------------
def need_plot(now: Situation, mission: Mission, tr: Translator) -> NeedPlot:
    """What a mission needs and what is promised of it."""
    from missiondesk.charts.coalition_plots import NeedPlot

    needs = now.referring(CoalitionNeed, "mission", mission.id)
    sums = coalition.need_sums(needs, coalition.promises_of(now, mission.id))
    heads = (
        N_("Kind"), N_("What is needed"), N_("Needed"), N_("Promised"), N_("Delivered"),
        N_("Offered"), N_("Lacking"), N_("Not in the sum"),
    )  # fmt: skip
    return NeedPlot(
        needs_said(mission, sums, tr),
        tr.say(N_("Promised by actors as a share of what the mission needs")),
        tuple(map(tr.say, heads)),
        tuple(_need_row(one, tr) for one in sorted(sums, key=lambda it: not it.needs)),
    )


def need_cells(one: NeedSum, tr: Translator) -> tuple[str, ...]:
    """Kind, words, needed, promised, delivered, offered, lacking, and what stands in no sum."""
    unit = one.unit
    return (
        tr.show(one.kind),
        "; ".join(need.text.in_language(tr.lang) for need in one.needs),
        amount(one.needed, unit, tr),
        amount(one.promised, unit, tr) if one.promised else "",
        amount(one.delivered, unit, tr) if one.delivered else "",
        amount(one.offered, unit, tr) if one.offered else "",
        amount(one.lacking, unit, tr) if one.lacking else "",
        apart_said(one, tr),
    )


def apart_said(one: NeedSum, tr: Translator) -> str:
    """Live promises of this kind that stand in no sum, counted; "" for none."""
    parts = []
    if one.unknown:
        parts.append(
            tr.plural("{count} without a quantity", "{count} without a quantity", one.unknown)
        )
    if one.otherwise and one.needs:
        parts.append(tr.plural("{count} in another unit", "{count} in other units", one.otherwise))
    return ", ".join(parts)


def _need_row(one: NeedSum, tr: Translator) -> NeedRow:
    from missiondesk.charts.coalition_plots import NeedRow

    value, note = amount(one.promised, one.unit, tr), ""
    if one.needed is not None:
        needed = amount(one.needed, one.unit, tr)
        value = tr.say(
            N_("{promised} of {needed}"), promised=tr.number(one.promised), needed=needed
        )
        lacking = amount(one.lacking, one.unit, tr)
        note = tr.say(N_("■ {amount} lacking"), amount=lacking) if one.lacking else ""
        note = note or tr.say(N_("✓ covered"))
    elif one.needs:
        note = tr.say(N_("○ need not counted"))
    elif one.offered and not one.promised:
        value = tr.say(N_("{amount} offered"), amount=amount(one.offered, one.unit, tr))
    elif not one.unit and not one.promised:
        value = apart_said(one, tr)
    return NeedRow(
        tr.show(one.kind),
        "; ".join(need.text.in_language(tr.lang) for need in one.needs),
        float(one.needed) if one.needed else None,
        float(one.promised),
        float(one.delivered),
        float(one.offered),
        value,
        note,
        not one.lacking,
        need_cells(one, tr),
    )


# -- the map -----------------------------------------------------------------------------
def actor_map_plot(now: Situation, tr: Translator, mission: str | None = None) -> ActorMapPlot:
    """All actors about the missions, or those who have to do with one of them."""
    from missiondesk.charts.coalition_plots import ActorMapPlot

    rows = [one for one in actor_rows(now) if mission is None or _concerns(now, one, mission)]
    found = now.get(Mission, mission)
    rings = (
        N_("Delivers or has just agreed"),
        N_("No evidence for six months"),
        N_("Offers, or is talked to"),
        N_("Outside"),
    )
    return ActorMapPlot(
        _map_title(rows, tr),
        tr.say(N_("The nearer the middle, the more an actor does; the larger the sign, the more "
                  "influence it has")),
        tuple(map(tr.show, ActorType)),
        tuple(map(tr.say, rings)),
        tuple(map(tr.show, Stance)),
        (tr.say(N_("Missions")), tr.say(N_("Live commitments"))),
        tuple(_dot(now, one, mission, tr) for one in rows),
        found.code if found is not None else tr.say(N_("Missions")),
    )  # fmt: skip


def _concerns(now: Situation, row: ActorRow, mission: str) -> bool:
    if any(coalition.mission_of(now, one) == mission for one in row.promises):
        return True
    return any(it.mission == mission for it in now.referring(Engagement, "actor", row.id))


def _dot(now: Situation, row: ActorRow, mission: str | None, tr: Translator) -> ActorDot:
    from missiondesk.charts.coalition_plots import ActorDot

    promises = [one for one in row.promises if mission in (None, coalition.mission_of(now, one))]
    live = [one for one in promises if one.state.live]
    return ActorDot(
        row.actor.name,
        list(ActorType).index(row.actor.type),
        _ring(now, row, promises),
        row.actor.influence,
        list(Stance).index(row.actor.stance),
        (", ".join(one.code for one in row.missions), tr.number(len(live)) if live else ""),
    )


def _ring(now: Situation, row: ActorRow, promises: list[ActorCommitment]) -> int:
    live = [one for one in promises if one.state.live]
    if any(not coalition.is_quiet(one, now.today) for one in live):
        return 0
    if live:
        return 1
    offered = any(one.state is PromiseState.OFFERED for one in promises)
    return 2 if offered or row.last is not None else 3


def _map_title(rows: list[ActorRow], tr: Translator) -> str:
    if not rows:
        return tr.say(N_("No actor has joined the missions yet"))
    strong = [one for one in rows if (one.actor.influence or 0) >= _INFLUENTIAL]
    active = sum(one.standing is Standing.ACTIVE for one in strong)
    if not strong:
        return tr.say(N_("Nobody has judged which actors are influential"))
    return tr.plural(
        "{count} of {all} influential actors stands by a commitment that something shows",
        "{count} of {all} influential actors stand by a commitment that something shows",
        active,
        all=len(strong),
    )
