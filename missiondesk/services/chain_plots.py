# SPDX-License-Identifier: Apache-2.0
"""The chain of command of a mission as plain values for its picture, its table and paper."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from missiondesk.domain.body import Body
from missiondesk.domain.chain import Chain, ChainLevel, Gap, Link, chain_of
from missiondesk.domain.initiative import Stage
from missiondesk.domain.message import N_
from missiondesk.domain.mission import Mission
from missiondesk.domain.organisation import Office
from missiondesk.domain.situation import Situation
from missiondesk.language import Translator
from missiondesk.services.initiatives import by_code

if TYPE_CHECKING:
    from missiondesk.charts.chain_plot import ChainCell, ChainPlot

_RUNNING = (Stage.PILOT, Stage.SCALE, Stage.EMBED)


def running_chains(now: Situation, mission: Mission, on: date) -> tuple[Chain, ...]:
    """The chains of the mission's running initiatives, by code."""
    live = [one for one in now.initiatives_of(mission.id) if one.stage in _RUNNING]
    known: dict[str | None, Chain] = {}
    chains = []
    for one in by_code(live):
        alike = known.get(one.office)
        if alike is None or one.office is None:
            alike = known[one.office] = chain_of(now, one, mission, on)
        # Chains of one office differ in their lowest link only.
        lowest = replace(alike.links[0], record=one)
        chains.append(replace(alike, initiative=one, links=(lowest, *alike.links[1:])))
    return tuple(chains)


def gaps_of(chains: tuple[Chain, ...]) -> tuple[Gap, ...]:
    """What is missing in them, each once, from below."""
    found: dict[tuple[str, str, object], Gap] = {}
    for chain in chains:
        for gap in chain.gaps:
            found.setdefault((gap.record.id, gap.field, gap.said), gap)
    return tuple(found.values())


def chain_plot(
    now: Situation, mission: Mission, tr: Translator, on: date | None = None
) -> ChainPlot:
    """The picture: a chain for each office that leads initiatives of the mission."""
    from missiondesk.charts.chain_plot import ChainPlot

    on = on or now.today
    chains = running_chains(now, mission, on)
    gaps = gaps_of(chains)
    groups: dict[str, list[Chain]] = {}
    for chain in chains:
        groups.setdefault(chain.leads.id if chain.leads else "", []).append(chain)
    return ChainPlot(
        title=chain_finding(mission, chains, gaps, tr),
        subtitle=tr.say(N_("As of {date}"), date=on),
        levels=tuple(tr.say(level.word) for level in reversed(ChainLevel)),
        chains=tuple(_cells(now, group, tr, on) for group in groups.values()),
        gaps=tuple(tr.tell(gap.said) for gap in gaps),
        source=tr.say(N_("A dashed line or box is a link that is missing.")) if gaps else "",
    )


def chain_finding(
    mission: Mission, chains: tuple[Chain, ...], gaps: tuple[Gap, ...], tr: Translator
) -> str:
    """Whether the chains are whole, as a title."""
    if not chains:
        return tr.say(N_("{code} has no initiative that runs"), code=mission.code)
    if not gaps:
        return tr.say(
            N_("{code}: the chain of command is whole from initiative to board"), code=mission.code
        )
    return tr.plural(
        "{code}: {count} link is missing in the chain of command",
        "{code}: {count} links are missing in the chain of command",
        len(gaps),
        code=mission.code,
    )


def _cells(now: Situation, group: list[Chain], tr: Translator, on: date) -> tuple[ChainCell, ...]:
    from missiondesk.charts.chain_plot import ChainCell

    first = group[0]
    home = now.ministry_of(first.leads.id) if first.leads else None
    code = (home.code or home.name.in_language(tr.lang)) if home else ""
    upper = [_cell(now, link, code, tr, on) for link in reversed(first.links[1:])]
    codes = ", ".join(
        one.initiative.code or one.initiative.title.in_language(tr.lang) for one in group
    )
    leads = first.leads.title.in_language(tr.lang) if first.leads else ""
    gap = tr.say(N_("nobody leads")) if first.leads is None else ""
    led = tr.say(N_("Led by: {title}"), title=leads) if leads else ""
    return (*upper, ChainCell("", codes, led, gap))


def _cell(now: Situation, link: Link, ministry: str, tr: Translator, on: date) -> ChainCell:
    from missiondesk.charts.chain_plot import ChainCell

    gap = _short(link, ministry, tr) if link.gap is not None else ""
    match link.record:
        case Body() as body:
            code = f"{body.code} " if body.code else ""
            return ChainCell(body.id, f"{code}{body.name.in_language(tr.lang)}", "", gap)
        case Office() as office:
            holder = now.holder(office.id, on)
            name = holder.name if holder is not None else tr.say(N_("nobody in office"))
            return ChainCell(office.id, office.title.in_language(tr.lang), name, gap)
        case _:
            missing = gap or tr.say(N_("not recorded"))
            return ChainCell(f"missing/{link.level.value}/{missing}", "", "", missing)


def _short(link: Link, ministry: str, tr: Translator) -> str:
    """What is missing, in a word or two that fit into a box."""
    assert link.gap is not None
    if link.gap.circle:
        return tr.say(N_("reports in a circle"))
    if link.record is None:
        return tr.say(N_("missing"))
    if link.gap.field == "reports_to":
        return tr.say(N_("nobody reports to it"))
    return tr.say(N_("no seat for {ministry}"), ministry=ministry)
