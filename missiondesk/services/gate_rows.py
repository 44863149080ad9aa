# SPDX-License-Identifier: Apache-2.0
"""The parts of a gate memo that are read from data: the decision asked for, lights, criteria and
skills.
"""

from __future__ import annotations

from missiondesk.domain.body import Body
from missiondesk.domain.decision import Decision, DecisionKind
from missiondesk.domain.gates import (
    answer_to,
    awaits_conditions,
    criteria_of,
    gates_of,
    next_gate,
    step_after,
    to_stop,
)
from missiondesk.domain.initiative import Initiative
from missiondesk.domain.lights import lights_of
from missiondesk.domain.message import N_
from missiondesk.domain.report_content import NO_ROWS, Rows
from missiondesk.domain.situation import Situation
from missiondesk.domain.skill import Criticality, Skill, SkillRequirement
from missiondesk.domain.skills_gap import uncovered_critical
from missiondesk.language import Translator
from missiondesk.services import criterion_words, light_words
from missiondesk.services.report_facts import said
from missiondesk.services.status_marks import confidence_mark


def asked(now: Situation, one: Initiative, tr: Translator) -> tuple[str, ...]:
    """Which step is to be decided and by whom, what blocks it, and what has to be answered."""
    gate, following = next_gate(now, one.id), step_after(one.stage)
    found: list[str] = []
    before = gate.from_stage if gate is not None else one.stage
    after = gate.to_stage if gate is not None else following
    if after is not None:
        found.append(
            tr.say(
                N_("Whether {name} goes from {before} to {after}."),
                name=one.code,
                before=before,
                after=after,
            )
        )
    body = now.get(Body, gate.body) if gate is not None else None
    if body is not None:
        name = body.name.in_language(tr.lang)
        found.append(tr.say(N_("It is decided by: {body}."), body=name))
    waiting = awaits_conditions(now, one)
    if waiting is not None:
        text = N_("It has passed on conditions: {conditions}")
        found.append(tr.say(text, conditions=waiting.conditions))
    for state in to_stop(now, one.id):
        text = state.criterion.text.in_language(tr.lang)
        answer = answer_to(now, state)
        if answer is not None and answer.decision.kind is DecisionKind.CLOSE:
            continue
        found.append(
            tr.say(
                N_("The stop criterion “{text}” is met: going on takes a reason and the name of "
                   "who decides."),
                text=text,
            )
        )  # fmt: skip
    missing = uncovered_critical(now, one.id, now.today)
    if missing:
        found.append(
            tr.say(N_("The gate to scale is blocked until all critical skills are covered."))
        )
    return tuple(found)


def light_rows(now: Situation, one: Initiative, tr: Translator) -> Rows:
    """The lights, the track that follows and people's confidence; empty when nothing is known."""
    lights = lights_of(one, now.today)
    if lights.shown is None and lights.worst is None and one.delivery_confidence is None:
        return NO_ROWS
    rows = [
        (tr.say(N_("Cost")), light_words.cost(one, tr)),
        (tr.say(N_("Schedule")), light_words.schedule(one, tr)),
        (tr.say(N_("Benefits")), light_words.light(lights.benefit, tr)),
        (tr.say(N_("Shown as")), light_words.whole(lights, tr)),
    ]
    if one.track is not None:
        since = said(one.track_since, tr)
        track = tr.show(one.track)
        text = tr.say(N_("{track}, since {date}"), track=track, date=since) if since else track
        rows.append((tr.say(N_("What follows")), text))
    if one.delivery_confidence is not None:
        mark = confidence_mark(one.delivery_confidence, tr)
        parts = (f"{mark.symbol}\u00a0{mark.word}", one.confidence_note)
        rows.append((tr.say(N_("Confidence in delivery")), ". ".join(filter(None, parts))))
    return Rows(
        tr.say(N_("Traffic lights")),
        (tr.say_in("traffic light", "Light"), tr.say(N_("Standing"))),
        tuple(rows),
        note=tr.say(
            N_("Cost: more than 10 per cent or DKK 6 million over is red, any less yellow. Time: "
               "more than three months late is red, from one month on yellow; counted from the "
               "last day of the end decided to that of the end now expected.")
        ),
    )  # fmt: skip


def criterion_rows(now: Situation, one: Initiative, tr: Translator) -> Rows:
    """Every criterion with what it asks for, what was seen, the evidence, and whether it is met."""
    rows = tuple(
        (
            state.criterion.text.in_language(tr.lang),
            tr.show(state.criterion.kind),
            criterion_words.asked(state, tr),
            criterion_words.seen(state, tr),
            state.criterion.evidence,
            criterion_words.verdict(state, tr),
        )
        for state in criteria_of(now, one.id)
    )
    head = (
        tr.say(N_("Criterion")),
        tr.say(N_("For what")),
        tr.say(N_("Threshold")),
        tr.say(N_("What was seen")),
        tr.say(N_("Evidence")),
        tr.say(N_("Fulfilled")),
    )
    return Rows(
        tr.say(N_("Criteria")), head, rows,
        empty=tr.say(N_("No criterion has been recorded as a number or a judgement.")),
    )  # fmt: skip


def skill_rows(now: Situation, one: Initiative, tr: Translator) -> Rows:
    """Critical skills of the initiative and whether they are covered (K6)."""
    needs = [
        it
        for it in now.referring(SkillRequirement, "initiative", one.id)
        if it.criticality is Criticality.CRITICAL
    ]
    missing = {it.id for it in uncovered_critical(now, one.id, now.today)}
    rows = []
    for it in needs:
        skill = now.get(Skill, it.skill)
        covered = it.id not in missing
        rows.append(
            (
                skill.label.in_language(tr.lang) if skill is not None else "?",
                tr.number(it.level),
                tr.number(it.fte),
                said(it.needed_from, tr),
                f"✓\u00a0{tr.say(N_('covered'))}" if covered
                else f"■\u00a0{tr.say(N_('not covered'))}",
            )
        )  # fmt: skip
    head = (
        tr.say(N_("Critical skill")), tr.say(N_("Level")), tr.say(N_("Work years")),
        tr.say(N_("Needed from")), tr.say(N_("Coverage")),
    )  # fmt: skip
    return Rows(
        tr.say(N_("Critical skills")), head, tuple(rows), frozenset({1, 2}),
        empty=tr.say(N_("No critical skill has been recorded as needed.")),
    )  # fmt: skip


def gate_history(now: Situation, one: Initiative, tr: Translator) -> Rows:
    """Gates that were decided, with their conditions and the reasons on record."""
    rows = []
    for gate in gates_of(now, one.id):
        if gate.result is None:
            continue
        reasons = [it.rationale for it in now.referring(Decision, "gate", gate.id) if it.rationale]
        rows.append(
            (
                said(gate.held, tr),
                tr.say(N_("{before} → {after}"), before=gate.from_stage, after=gate.to_stage),
                tr.show(gate.result),
                " ".join(filter(None, (gate.conditions, *reasons))),
            )
        )
    head = (
        tr.say(N_("Held on")), tr.say(N_("Stages")), tr.say(N_("Result")),
        tr.say(N_("Conditions and reason")),
    )  # fmt: skip
    return Rows(tr.say(N_("Gates held")), head, tuple(rows))
