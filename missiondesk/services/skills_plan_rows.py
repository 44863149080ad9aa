# SPDX-License-Identifier: Apache-2.0
"""The tables of a skills plan: what is needed, held, sourced, by which experts, what is open."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from missiondesk.domain.message import N_
from missiondesk.domain.mission import Mission
from missiondesk.domain.readiness.equipped import RULES
from missiondesk.domain.report_content import Rows
from missiondesk.domain.situation import Situation
from missiondesk.domain.skill import Capability, Expert, Skill, SourcingAction
from missiondesk.language import Translator
from missiondesk.services.skills_overview import plain
from missiondesk.services.skills_rows import (
    HeatCell,
    HeatRow,
    NeedRow,
    heat_map,
    is_old,
    owner_name,
    unit_name,
)

_MOST_UNITS: Final = 5  # more columns are not read on a page


def needed(needs: tuple[NeedRow, ...], tr: Translator) -> Rows:
    """What is needed: skill, by whom, level, work years, when, how critical, covered."""
    return Rows(
        title=tr.say(N_("What is needed")),
        head=(
            tr.say(N_("Skill")),
            tr.say(N_("Needed by")),
            tr.say(N_("Level")),
            tr.say(N_("Work years")),
            tr.say(N_("When")),
            tr.say(N_("Weight")),
            tr.say(N_("Covered")),
        ),
        rows=tuple(_need(one, tr) for one in needs if one.live),
        numbers=frozenset({2, 3}),
        empty=tr.say(N_("No need for skills is recorded yet")) + ".",
    )


def _need(row: NeedRow, tr: Translator) -> tuple[str, ...]:
    asked = row.requirement
    begun = (
        tr.say(N_("■ {gap} missing"), gap=plain(row.gap))
        + " "
        + tr.say(N_("from {quarter}"), quarter=row.since)
        if row.since
        else tr.say(N_("✓ covered"))
    )
    owner = owner_name(row, tr)
    return (
        row.skill.label.in_language(tr.lang) if row.skill else "?",
        f"{owner}: {asked.role}" if asked.role else owner,
        str(asked.level),
        tr.number(plain(asked.fte)),
        span(asked.needed_from, asked.needed_to, tr),
        tr.show(asked.criticality),
        begun,
    )


def span(first: object, last: object, tr: Translator) -> str:
    """From and until in words."""
    if first is not None and last is not None:
        return f"{tr.show(first)} – {tr.show(last)}"
    if first is not None:
        return tr.say(N_("from {date}"), date=first)
    return tr.say(N_("until {date}"), date=last) if last is not None else tr.say(N_("now"))


def asked(needs: tuple[NeedRow, ...], tr: Translator) -> tuple[tuple[str, ...], ...]:
    """What is needed, for the annex of a letter: without whether it is covered."""
    return tuple(_need(one, tr)[:6] for one in needs if one.live)


def held(now: Situation, mission: Mission, tr: Translator) -> Rows:
    """Skills by unit beside the level that is asked for; the map while it fits on a page."""
    found = heat_map(now, mission.id)
    title = tr.say(N_("Skills over units"))
    note = tr.say(
        N_(
            "Level from 0 to 4 and work years. ✓ meets the target, ▼ is so many levels below it, "
            "▲ marks an assessment more than a year old, – is not assessed."
        )
    )
    if not found.units or len(found.units) > _MOST_UNITS:
        return _listed(now, found.rows, title, tr)
    heads = [
        " ".join(filter(None, (ministry.code if ministry else "", unit.name)))
        for unit, ministry in zip(found.units, found.ministries, strict=True)
    ]
    return Rows(
        title=title,
        head=(tr.say(N_("Skill")), tr.say(N_("Target")), *heads),
        rows=tuple(
            (
                row.skill.label.in_language(tr.lang),
                str(row.target) if row.target else "–",
                *(_cell(one, tr) for one in row.cells),
            )
            for row in found.rows
        ),
        note=note,
    )


def _cell(cell: HeatCell | None, tr: Translator) -> str:
    if cell is None:
        return "–"
    sign = f"▼\u00a0{cell.below}" if cell.below else "✓"
    years = tr.number(plain(cell.capability.fte))
    return f"{cell.capability.level}\u00a0{sign} ({years}){' ▲' if cell.old else ''}"


def _listed(now: Situation, rows: tuple[HeatRow, ...], title: str, tr: Translator) -> Rows:
    return Rows(
        title=title,
        head=(
            tr.say(N_("Skill")),
            tr.say(N_("Unit")),
            tr.say(N_("Target")),
            tr.say(N_("Level")),
            tr.say(N_("Work years")),
            tr.say(N_("Assessed")),
        ),
        rows=tuple(
            (
                row.skill.label.in_language(tr.lang),
                unit_name(now, cell.capability),
                str(row.target) if row.target else "–",
                _cell(cell, tr).partition(" (")[0],
                tr.number(plain(cell.capability.fte)),
                _dated(now, cell.capability, tr),
            )
            for row in rows
            for cell in row.cells
            if cell is not None
        ),
        numbers=frozenset({2, 4}),
        empty=tr.say(N_("No unit is assessed on what the mission needs.")),
    )


def _dated(now: Situation, one: Capability, tr: Translator) -> str:
    said = tr.period(one.assessed) if one.assessed else tr.say(N_("date unknown"))
    return f"▲ {said}" if is_old(now, one) else said


def sourcing(now: Situation, mission: Mission, needs: tuple[NeedRow, ...], tr: Translator) -> Rows:
    """How what is missing is found, for this mission's needs or for their skills at large."""
    mine = {one.id for one in needs}
    skills = {one.requirement.skill for one in needs}
    found = [
        one
        for one in now.all(SourcingAction)
        if one.requirement in mine or (one.requirement is None and one.skill in skills)
    ]
    found.sort(key=lambda it: it.start.first.toordinal() if it.start else 10**7)
    return Rows(
        title=tr.say(N_("Sourcing plan")),
        head=(
            tr.say(N_("Skill")),
            tr.say(N_("How")),
            tr.say(N_("Work years")),
            tr.say(N_("When")),
            tr.say(N_("Cost")),
            tr.say(N_("State")),
            tr.say(N_("How the knowledge stays in the house")),
        ),
        rows=tuple(_action(now, one, tr) for one in found),
        numbers=frozenset({2, 4}),
        empty=tr.say(N_("No sourcing action is recorded.")),
    )


def _action(now: Situation, one: SourcingAction, tr: Translator) -> tuple[str, ...]:
    skill = now.get(Skill, one.skill)
    means = tr.show(one.kind)
    return (
        skill.label.in_language(tr.lang) if skill else "?",
        f"{means}: {one.provider}" if one.provider else means,
        tr.number(plain(one.fte)),
        span(one.start, one.end, tr) if one.start or one.end else tr.say(N_("not dated")),
        tr.money(one.cost) if one.cost is not None else "–",
        tr.show(one.state),
        one.transfer or "–",
    )


def experts(now: Situation, mission: Mission, tr: Translator) -> Rows:
    """Outside experts of the mission with contract and statement."""
    found = [one for one in now.all(Expert) if one.mission == mission.id]
    found.sort(key=lambda it: tr.sort_key(it.name))
    return Rows(
        title=tr.say(N_("Experts")),
        head=(
            tr.say(N_("Expert")),
            tr.say(N_("Field")),
            tr.say(N_("Contract")),
            tr.say(N_("Conflicts of interest")),
        ),
        rows=tuple(
            (
                ", ".join(filter(None, (one.name, one.affiliation))),
                one.field or "–",
                span(one.contract_from, one.contract_to, tr)
                if one.contract_from or one.contract_to
                else tr.say(N_("none dated")),
                ". ".join(filter(None, (tr.show(one.conflict), one.conflict_text))),
            )
            for one in found
        ),
        empty=tr.say(N_("No outside expert is registered for the mission.")),
    )


def gaps(now: Situation, mission: Mission, tr: Translator) -> Iterator[str]:
    """What the rules K1 to K7 find about the mission, a sentence each."""
    for rule in RULES:
        for one in rule(now):
            if one.mission == mission.id:
                yield f"{tr.tell(one.message)} ({one.rule})"
