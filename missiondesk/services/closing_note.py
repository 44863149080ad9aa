# SPDX-License-Identifier: Apache-2.0
"""Composes the closing note of an initiative or a mission that is over (P8); what nobody recorded
is left to be written by hand, never invented.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from missiondesk.domain.initiative import Initiative, Stage
from missiondesk.domain.message import N_
from missiondesk.domain.mission import Mission, MissionState
from missiondesk.domain.portfolio_content import ClosingNoteContent, Part
from missiondesk.domain.report_content import ReportHead, Rows
from missiondesk.domain.situation import Situation
from missiondesk.language import Translator
from missiondesk.services import metric_words
from missiondesk.services.document_heads import document_head
from missiondesk.services.document_kinds import Order
from missiondesk.services.gate_memo import (
    initiative_facts,
    initiative_name,
    retitled,
    signing,
)
from missiondesk.services.gate_rows import gate_history
from missiondesk.services.money_rows import money_line
from missiondesk.services.print_plan import PrintJob
from missiondesk.services.report_facts import MissionFacts, dated, method_note, said
from missiondesk.services.report_rows import learning_rows

if TYPE_CHECKING:
    from missiondesk.documents.printed import PrintedDocument

_OVER = (MissionState.ACHIEVED, MissionState.CLOSED)
_NO_MISSION = Mission("")


def closing_note_job(order: Order) -> PrintJob:
    """The note on the initiative that the order names."""
    now = order.now
    initiative = now.get(Initiative, order.subject)
    assert initiative is not None
    content = closing_note(now, initiative, order.tr, order.public)
    return _job(order, content, initiative.code)


def mission_closing_note_job(order: Order) -> PrintJob:
    """The note on the mission that the order names."""
    now = order.now
    mission = now.get(Mission, order.subject)
    assert mission is not None
    content = mission_closing_note(now, mission, order.tr, order.public)
    return _job(order, content, mission.code)


def _job(order: Order, content: ClosingNoteContent, code: str) -> PrintJob:
    def make() -> PrintedDocument:
        from missiondesk.documents.portfolio import print_closing_note

        return print_closing_note(content)

    name = order.named(order.tr.say_in("file name", "closing-note"), code)
    return PrintJob(name, content.head.title, make)


def is_closed(now: Situation, initiative: Initiative) -> bool:
    """Whether there is something to note: the initiative is closed."""
    return initiative.stage is Stage.CLOSED


def is_over(now: Situation, mission: Mission) -> bool:
    """Whether the mission is achieved or closed."""
    return mission.state in _OVER


def closing_note(
    now: Situation, initiative: Initiative, tr: Translator, public: bool = False
) -> ClosingNoteContent:
    """The note on an initiative in one language.

    Args:
        now: The situation; for a public note the published one.
    """
    mission = now.get(Mission, initiative.mission) or _NO_MISSION
    facts = MissionFacts(now, mission, tr)
    learned = learning_rows(facts, lambda entry: entry.initiative == initiative.id)
    since = initiative.stage_since
    finding = (
        tr.say(N_("The initiative was closed {date}."), date=tr.when(since))
        if initiative.stage is Stage.CLOSED and since is not None
        else tr.say(N_("The initiative is closed; no date is recorded."))
        if initiative.stage is Stage.CLOSED
        else tr.say(N_("The initiative is not closed yet: this is a draft."))
    )
    return ClosingNoteContent(
        head=_head(now, tr, initiative_name(initiative, tr), initiative.code, public,
                   draft=initiative.stage is not Stage.CLOSED),
        finding=finding,
        facts=initiative_facts(facts, initiative, expected=False),
        parts=_shown(_parts(tr, bool(learned.rows), initiative), public),
        learning=retitled(learned, tr.say(N_("Learning on record")), ""),
        freed=_freed(initiative, tr),
        gates=gate_history(now, initiative, tr),
        after=_shown(_after(tr, initiative), public),
        signing=tuple(signing(facts, initiative)),
        method=method_note([facts], tr),
    )  # fmt: skip


def mission_closing_note(
    now: Situation, mission: Mission, tr: Translator, public: bool = False
) -> ClosingNoteContent:
    """The note on a mission in one language; arguments as of `closing_note`."""
    facts = MissionFacts(now, mission, tr)
    learned = learning_rows(facts, lambda entry: True)
    over = mission.state in _OVER
    finding = facts.finding if over else tr.say(N_("The mission is not over: this is a draft."))
    return ClosingNoteContent(
        head=_head(now, tr, facts.name, mission.code, public, draft=not over),
        finding=finding,
        facts=_mission_facts(facts),
        parts=_shown(_parts(tr, bool(learned.rows), None), public),
        learning=retitled(learned, tr.say(N_("Learning on record")), ""),
        after=_shown(_after(tr), public),
        signing=tuple(signing(facts, None)),
        method=method_note([facts], tr),
    )


def _mission_facts(facts: MissionFacts) -> Rows:
    tr, mission, metric = facts.tr, facts.mission, facts.metric
    live = sum(one.stage is not Stage.CLOSED for one in facts.now.initiatives_of(mission.id))
    open_promises = sum(
        bool(one.status.value in ("open", "in_progress"))
        for one in facts.now.commitments_of(mission.id)
    )
    rows = [
        (tr.say(N_("State")), tr.show(mission.state)),
        (tr.say(N_("Accountable")), facts.responsible),
        (
            tr.say(N_("Ran")),
            " – ".join(said(one, tr) for one in (mission.start, mission.horizon) if one),
        ),
        (tr.say(N_("Money")), money_line(facts.now.initiatives_of(mission.id), tr)),
        (tr.say(N_("Initiatives not closed")), tr.number(live)),
        (tr.say(N_("Commitments not settled")), tr.number(open_promises)),
    ]
    if metric is not None:
        latest = facts.latest
        seen = dated(
            metric_words.latest(metric, latest, tr), said(latest.period if latest else None, tr)
        )
        goal = dated(metric_words.target(metric, tr), said(metric.target_period, tr))
        rows += [
            (tr.say(N_("Latest figure")), seen),
            (tr.say(N_("Target")), goal),
            (tr.say(N_("Development")), facts.standing().rating.text),
        ]
    return Rows(
        "", (tr.say(N_("Subject")), tr.say(N_("Value"))), tuple(row for row in rows if row[1])
    )


def _head(
    now: Situation, tr: Translator, name: str, code: str, public: bool, *, draft: bool
) -> ReportHead:
    title = tr.say(N_("Closing note: {name}"), name=name)
    return document_head(now, tr, title, public=public, draft=draft, code=code)


def _parts(tr: Translator, learned: bool, initiative: Initiative | None) -> list[Part]:
    """Why it ends and what was learned, as recorded, else left to the hand."""
    by_hand = tr.say(N_("Not recorded: to be filled in by hand."))
    tried, why, taught = (
        getattr(initiative, name).in_language(tr.lang) if initiative is not None else ""
        for name in ("hypothesis", "closing_reason", "learned")
    )
    parts = [Part(tr.say(N_("What was believed")), tried)] if tried else []
    parts.append(Part(tr.say(N_("Why it ends")), why, by_hand, 3))
    if taught or not learned:
        parts.append(Part(tr.say(N_("What was learned")), taught, by_hand, 3))
    return parts


def _shown(parts: Sequence[Part], public: bool) -> tuple[Part, ...]:
    """In public only what is said there: nobody fills in by hand what was not published."""
    return tuple(one for one in parts if one.text or not public)


def _after(tr: Translator, initiative: Initiative | None = None) -> tuple[Part, ...]:
    """What happens now (P8)."""
    by_hand = tr.say(N_("Not recorded: to be filled in by hand."))
    titles = (
        ("after_staff", tr.say(N_("What happens to the staff"))),
        ("after_users", tr.say(N_("What happens to the users"))),
        ("after_money", tr.say(N_("What happens to the money"))),
    )
    return tuple(Part(title, getattr(initiative, name, ""), by_hand, 4) for name, title in titles)


def _freed(initiative: Initiative, tr: Translator) -> Rows:
    """Money by year and work years that it frees."""
    rows = [
        (tr.say(N_("Money, {year}"), year=str(money.year)), tr.money(money.oere))
        for money in sorted(initiative.freed, key=lambda it: it.year)
    ]
    if initiative.freed_fte is not None:
        rows.append((tr.say(N_("Work years")), tr.number(initiative.freed_fte)))
    head = (tr.say(N_("What is freed")), tr.say(N_("How much")))
    return Rows(tr.say(N_("What closing frees")), head, tuple(rows), frozenset({1}))
