# SPDX-License-Identifier: Apache-2.0
"""K1 to K7: what the missions need to be able to do is there in time, on more than one pair of
shoulders, and stays when outside help leaves.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import Final

from missiondesk.domain.finding import Finding, Severity
from missiondesk.domain.gate import Gate
from missiondesk.domain.initiative import Initiative, Stage
from missiondesk.domain.message import N_, message
from missiondesk.domain.organisation import holds_on
from missiondesk.domain.period import add_days, day
from missiondesk.domain.readiness.subjects import finding
from missiondesk.domain.situation import Situation
from missiondesk.domain.skill import (
    Capability,
    ConflictStatement,
    Criticality,
    Expert,
    Skill,
    SkillRequirement,
    SourcingAction,
    SourcingState,
)
from missiondesk.domain.skills_allocation import Need, Share
from missiondesk.domain.skills_gap import (
    COUNTED,
    ledger,
    quarters_from,
    sourcing_days,
    uncovered_critical,
)

NOTICE: Final = 60  # days before a need, a gate or an end at which a hand is needed
FEWEST: Final = 2  # people who have to hold a critical skill
MOST_EXTERNAL: Final = Decimal("0.5")  # share of a critical skill that may come from outside


def covered(situation: Situation) -> Iterator[Finding]:
    """K1: within a year nothing is lacking; the worst quarter of each requirement is told."""
    worst: dict[str, Share] = {}
    for one in ledger(situation).year_ahead:
        known = worst.get(one.need.requirement.id)
        if one.gap > 0 and (known is None or one.gap > known.gap):
            worst[one.need.requirement.id] = one
    for one in worst.values():
        requirement = one.need.requirement
        critical = requirement.criticality is Criticality.CRITICAL
        yield finding(
            situation,
            "K1",
            Severity.WARNING if critical else Severity.NOTE,
            requirement,
            message(
                N_(
                    "{skill}: in {quarter}, {gap} of {needed} work years at level {level} are "
                    "not covered."
                ),
                skill=_label(situation, requirement.skill),
                quarter=one.quarter,
                gap=one.gap,
                needed=one.needed,
                level=requirement.level,
            ),
            message(N_("Find a unit that can, agree how the gap is closed, or need less.")),
            "fte",
        )


def sourced_in_time(situation: Situation) -> Iterator[Finding]:
    """K2: 60 days before a critical gap begins there is a sourcing action, if only a planned
    one.
    """
    book, until = ledger(situation), add_days(situation.today, NOTICE)
    seen: set[str] = set()
    for one in book.year_ahead:
        requirement = one.need.requirement
        if requirement.id in seen or one.gap <= 0 or one.begins > until:
            continue
        if requirement.criticality is not Criticality.CRITICAL:
            continue
        seen.add(requirement.id)
        if any(_serves(it, requirement) for it in _actions(situation, requirement.skill)):
            continue
        yield finding(
            situation,
            "K2",
            Severity.ERROR,
            requirement,
            message(
                N_("{skill} is critical from {day}, is not covered, and nobody acts on it."),
                skill=_label(situation, requirement.skill),
                day=day(one.begins),
            ),
            message(N_("Plan a sourcing action: train, hire, borrow or buy.")),
            "needed_from",
        )


def _serves(action: SourcingAction, requirement: SkillRequirement) -> bool:
    mine = action.requirement in (None, requirement.id)
    return mine and action.state is not SourcingState.DROPPED


def _actions(situation: Situation, skill: str) -> tuple[SourcingAction, ...]:
    return situation.referring(SourcingAction, "skill", skill)


def on_two_shoulders(situation: Situation) -> Iterator[Finding]:
    """K3: a critical skill is held by two people at least; an unknown number is said to be
    unknown.
    """
    for key, needs in _critical(situation).items():
        skill = situation.get(Skill, key)
        if skill is None:
            continue
        level = min(one.requirement.level for one in needs)
        holders = list(_holders(situation, key, level))
        count = sum(it.headcount or 0 for it in holders)
        if count >= FEWEST:
            continue
        unknown = next((it for it in holders if it.headcount is None), None)
        if unknown is not None:
            yield finding(
                situation,
                "K3",
                Severity.NOTE,
                unknown,
                message(
                    N_("It is unknown how many people hold the critical skill {skill}."),
                    skill=skill.label,
                ),
                message(N_("Ask the unit how many they are.")),
                "headcount",
            )
            continue
        said = (
            N_("One person alone holds the critical skill {skill} at level {level}.")
            if count
            else N_("Nobody is known to hold the critical skill {skill} at level {level}.")
        )
        yield finding(
            situation,
            "K3",
            Severity.WARNING,
            skill,
            message(said, skill=skill.label, level=level),
            message(N_("Let at least two people hold it: train, hire or borrow one more.")),
        )


def _holders(situation: Situation, skill: str, level: int) -> Iterator[Capability | SourcingAction]:
    """Units, and sourcing actions that count today, at this level or above."""
    for unit in situation.referring(Capability, "skill", skill):
        if unit.level >= level and unit.fte > 0:
            yield unit
    for action in _actions(situation, skill):
        days = sourcing_days(situation, action)
        if days and days[0] <= situation.today <= days[1] and action.level >= level:
            yield action


def _critical(situation: Situation) -> dict[str, list[Need]]:
    """Critical needs by skill that live within a year from today."""
    until = quarters_from(situation.today, 5)[-1].last
    found: defaultdict[str, list[Need]] = defaultdict(list)
    for skill, needs in ledger(situation).needs.items():
        for one in needs:
            alive = one.first <= until and one.last >= situation.today
            if alive and one.requirement.criticality is Criticality.CRITICAL:
                found[skill].append(one)
    return found


def kept_in_the_house(situation: Situation) -> Iterator[Finding]:
    """K4: where more than half of a critical skill comes from outside, each outside action says
    how the knowledge stays.
    """
    year = quarters_from(situation.today, 5)
    for skill, needs in _critical(situation).items():
        level = min(one.requirement.level for one in needs)
        inside = sum(
            (it.fte for it in situation.referring(Capability, "skill", skill) if it.level >= level),
            Decimal(0),
        )
        running = [
            (it, days)
            for it in _actions(situation, skill)
            if it.level >= level and (days := sourcing_days(situation, it)) is not None
        ]
        most = max(_outside_share(inside, running, one.last) for one in year)
        if most <= MOST_EXTERNAL:
            continue
        for action, days in running:
            over = days[1] < situation.today
            if over or not action.kind.external or action.transfer.strip():
                continue
            yield finding(
                situation,
                "K4",
                Severity.WARNING,
                action,
                message(
                    N_("{share} per cent of the critical skill {skill} comes from outside."),
                    share=round(most * 100),
                    skill=_label(situation, skill),
                ),
                message(N_("Write how the knowledge stays in the house afterwards.")),
                "transfer",
            )


def _outside_share(
    inside: Decimal, running: Iterable[tuple[SourcingAction, tuple[date, date]]], on: date
) -> Decimal:
    """Share of the work years on a day that leave again, 0 to 1; 0 when there are none."""
    outside = Decimal(0)
    for action, (first, last) in running:
        if first <= on <= last:
            outside += action.fte if action.kind.external else 0
            inside += 0 if action.kind.external else action.fte
    whole = inside + outside
    return outside / whole if whole else Decimal(0)


def not_run_out(situation: Situation) -> Iterator[Finding]:
    """K5: no sourcing and no expert's contract has ended, or ends within 60 days, while the
    requirement lives on uncovered.
    """
    today, book = situation.today, ledger(situation)
    until = add_days(today, NOTICE)
    needs = {one.requirement.id: one for rows in book.needs.values() for one in rows}
    for action in situation.all(SourcingAction):
        expert = situation.get(Expert, action.expert)
        ends = [it.last for it in (action.end, expert and expert.contract_to) if it]
        if action.state not in COUNTED or not ends or min(ends) > until:
            continue
        end = min(ends)
        left = _left_open(situation, action, needs, end)
        if left is None:
            continue
        of_contract = action.end is None or action.end.last > end
        said = (
            N_("The sourcing of {skill} ended on {end}, and the need lives on uncovered.")
            if end < today
            else N_("The sourcing of {skill} ends on {end}, and the need lives on uncovered.")
        )
        if of_contract:
            said = (
                N_("The contract for {skill} ended on {end}, and the need lives on uncovered.")
                if end < today
                else N_("The contract for {skill} ends on {end}, and the need lives on uncovered.")
            )
        record = expert if of_contract and expert is not None else action
        yield finding(
            situation,
            "K5",
            Severity.WARNING,
            record,
            message(said, skill=_label(situation, action.skill), end=day(end)),
            message(N_("Extend it, replace it, or assess the unit anew.")),
            "contract_to" if of_contract else "end",
        )


def _left_open(
    situation: Situation, action: SourcingAction, needs: dict[str, Need], end: date
) -> Need | None:
    """The first need that the action served and that has a gap after its end, or None."""
    book = ledger(situation)
    since = max(situation.today, add_days(end, 1))
    served = (
        [needs[action.requirement]]
        if action.requirement in needs
        else book.needs.get(action.skill, ())
        if action.requirement is None
        else ()
    )
    for one in served:
        began = one.first <= end and one.last >= since
        if began and any(it.gap > 0 for it in book.ahead(one.requirement, since)):
            return one
    return None


def ready_to_scale(situation: Situation) -> Iterator[Finding]:
    """K6: the gate to scale within 60 days is blocked by a critical skill that is not covered."""
    for initiative in situation.initiatives:
        due = gate_to_scale(situation, initiative)
        if due is None or due > add_days(situation.today, NOTICE):
            continue
        open_ = uncovered_critical(situation, initiative.id, max(due, situation.today))
        if not open_:
            continue
        first = _label(situation, open_[0].skill)
        said = (
            message(N_("The gate to scale is blocked: {skill} is not covered."), skill=first)
            if len(open_) == 1
            else message(
                N_("The gate to scale is blocked: {skill} and {count} more are not covered."),
                skill=first,
                count=len(open_) - 1,
            )
        )
        mend = message(N_("Agree how the skill is sourced before the gate, or move the gate."))
        yield finding(situation, "K6", Severity.ERROR, initiative, said, mend, "gate_due")


def gate_to_scale(situation: Situation, initiative: Initiative) -> date | None:
    """The first day on which a pilot's next gate may fall when it leads to scale, or None."""
    if initiative.stage is not Stage.PILOT:
        return None
    ahead = [
        one
        for one in situation.referring(Gate, "initiative", initiative.id)
        if one.held is None and one.due is not None
    ]
    if ahead:
        due, stage = min((one.due.first, one.to_stage) for one in ahead if one.due is not None)
        return due if stage is Stage.SCALE else None
    return initiative.gate_due.first if initiative.gate_due else None


def declared(situation: Situation) -> Iterator[Finding]:
    """K7: every expert whose contract runs has a statement on conflicts of interest on file."""
    for expert in situation.all(Expert):
        dated = expert.contract_from is not None or expert.contract_to is not None
        runs = holds_on(expert.contract_from, expert.contract_to, situation.today)
        if not dated or not runs or expert.conflict is not ConflictStatement.MISSING:
            continue
        yield finding(
            situation,
            "K7",
            Severity.ERROR,
            expert,
            message(
                N_("{name} has a running contract and no statement on conflicts of interest."),
                name=expert.name,
            ),
            message(N_("Get the statement, and write what was declared and when.")),
            "conflict",
        )


def _label(situation: Situation, skill: str) -> object:
    found = situation.get(Skill, skill)
    return found.label if found is not None else "?"


RULES = (
    covered,
    sourced_in_time,
    on_two_shoulders,
    kept_in_the_house,
    not_run_out,
    ready_to_scale,
    declared,
)
