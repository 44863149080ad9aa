# SPDX-License-Identifier: Apache-2.0
"""Composes the register of experts: contract, and what each declared of conflicts of interest."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from missiondesk.domain.message import N_
from missiondesk.domain.mission import Mission
from missiondesk.domain.organisation import holds_on
from missiondesk.domain.readiness.equipped import declared, not_run_out
from missiondesk.domain.register_content import RegisterContent
from missiondesk.domain.report_content import NO_ROWS, Rows, StatusMark
from missiondesk.domain.situation import Situation
from missiondesk.domain.skill import ConflictStatement, Expert, Skill
from missiondesk.language import Translator
from missiondesk.services.document_heads import document_head
from missiondesk.services.document_kinds import Order
from missiondesk.services.print_plan import PrintJob
from missiondesk.services.registers import register_job, register_method
from missiondesk.services.skills_plan_rows import span

# Sign and tone of each statement, on paper and on the screen.
STATEMENT_MARKS: Final = {
    ConflictStatement.MISSING: ("■", "bad"),
    ConflictStatement.NONE: ("✓", "good"),
    ConflictStatement.DECLARED: ("▲", "wait"),
}


def statement_mark(statement: ConflictStatement, tr: Translator) -> StatusMark:
    """What was declared, as sign and word."""
    symbol, tone = STATEMENT_MARKS[statement]
    return StatusMark(symbol, tr.show(statement), tone)


def expert_register_job(order: Order) -> PrintJob:
    """The register of experts."""
    word = order.tr.say_in("file name", "expert-register")
    return register_job(order, expert_register, word)


def expert_register(now: Situation, tr: Translator, public: bool) -> RegisterContent:
    """All experts by mission and name, with contract and statement (K7).

    Args:
        now: The situation; for a public register the published one, which names nobody.
    """
    found = sorted(now.all(Expert), key=lambda one: _order(now, one, tr))
    head = (
        tr.say(N_("Mission")),
        *(() if public else (tr.say(N_("Expert")),)),
        tr.say(N_("Field")),
        tr.say(N_("Contract")),
        tr.say(N_("Conflicts of interest")),
    )
    rows = tuple(_line(now, one, tr, public=public) for one in found)
    notes = [
        tr.say(
            N_(
                "An expert whose contract runs has a statement on conflicts of interest on file "
                "(K7)."
            )
        )
    ]
    if public:
        notes.append(
            tr.say(
                N_(
                    "The public register names neither the experts nor where they work, and says "
                    "only whether they declared interests."
                )
            )
        )
    return RegisterContent(
        head=document_head(now, tr, tr.say(N_("Register of experts")), public=public),
        finding=_counted(now, found, tr),
        counts=NO_ROWS if public else _open(now, tr),
        rows=Rows(
            tr.say(N_("Experts")), head, rows, empty=tr.say(N_("No outside expert is registered."))
        ),
        method=register_method(now, tr, *notes),
    )


def _order(now: Situation, one: Expert, tr: Translator) -> tuple[object, ...]:
    """Those of all missions last; public experts have no name and stand by their field."""
    mission = now.get(Mission, one.mission)
    code = mission.code if mission is not None else ""
    return not code, tr.sort_key(code), tr.sort_key(one.name or one.field), one.id


def _line(now: Situation, one: Expert, tr: Translator, *, public: bool) -> tuple[str, ...]:
    mission, skill = now.get(Mission, one.mission), now.get(Skill, one.skill)
    label = skill.label.in_language(tr.lang) if skill is not None else ""
    named = "\n".join(filter(None, (one.name, one.affiliation)))
    return (
        mission.code if mission is not None else tr.say(N_("all")),
        *(() if public else (named,)),
        "\n".join(filter(None, (one.field, label))) or "–",
        _contract(now, one, tr),
        _statement(one, tr),
    )


def _contract(now: Situation, one: Expert, tr: Translator) -> str:
    if one.contract_from is None and one.contract_to is None:
        return tr.say(N_("none dated"))
    if holds_on(one.contract_from, one.contract_to, now.today):
        state = tr.say(N_("● running"))
    else:
        over = one.contract_to is not None and one.contract_to.last < now.today
        state = tr.say(N_("✗ over")) if over else tr.say(N_("○ to come"))
    return f"{span(one.contract_from, one.contract_to, tr)}\n{state}"


def _statement(one: Expert, tr: Translator) -> str:
    made = statement_mark(one.conflict, tr).text
    if one.conflict is not ConflictStatement.MISSING and one.conflict_date is not None:
        dated = tr.period(one.conflict_date).replace(" ", "\u00a0")
        made = f"{made} ({dated})"
    return "\n".join(filter(None, (made, one.conflict_text)))


def _open(now: Situation, tr: Translator) -> Rows:
    """What the rules find about experts: no statement, a contract that runs out."""
    found = [one for rule in (declared, not_run_out) for one in rule(now) if one.kind == "expert"]
    rows = tuple((one.rule, tr.tell(one.message), tr.tell(one.mend)) for one in found)
    head = (tr.say(N_("Rule")), tr.say(N_("What is open")), tr.say(N_("What to do")))
    return Rows(tr.say(N_("What is open")), head, rows) if rows else NO_ROWS


def _counted(now: Situation, found: Sequence[Expert], tr: Translator) -> str:
    """How many there are and run, and how they stand with their statements."""
    if not found:
        return ""
    running = [
        one
        for one in found
        if (one.contract_from or one.contract_to)
        and holds_on(one.contract_from, one.contract_to, now.today)
    ]
    lacking = sum(one.conflict is ConflictStatement.MISSING for one in running)
    interests = sum(one.conflict is ConflictStatement.DECLARED for one in found)
    said = [
        tr.say(
            N_("{whole}, {running} with a running contract."),
            whole=tr.plural("{count} expert", "{count} experts", len(found)),
            running=len(running),
        ),
        tr.plural(
            "{count} of these has given no statement on conflicts of interest.",
            "{count} of these have given no statement on conflicts of interest.",
            lacking,
        )
        if lacking
        else "",
        tr.plural("{count} has declared interests.", "{count} have declared interests.", interests),
    ]
    return " ".join(filter(None, said))
