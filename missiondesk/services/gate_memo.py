# SPDX-License-Identifier: Apache-2.0
"""Composes the gate memo: what is known of one initiative when its next decision is taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from missiondesk.domain.actor import Actor
from missiondesk.domain.body import Body, MemberRole
from missiondesk.domain.gates import next_gate
from missiondesk.domain.governance import seats_of
from missiondesk.domain.initiative import Initiative, Stage
from missiondesk.domain.message import N_
from missiondesk.domain.metric import OutcomeMetric, TargetShape
from missiondesk.domain.mission import Mission
from missiondesk.domain.organisation import Office, OfficeLevel
from missiondesk.domain.portfolio import days_overdue
from missiondesk.domain.portfolio_content import Choice, GateMemoContent, Part, Signing
from missiondesk.domain.report_content import Rows
from missiondesk.domain.situation import Situation
from missiondesk.language import Translator
from missiondesk.services.document_heads import document_head
from missiondesk.services.document_kinds import Order
from missiondesk.services.gate_rows import asked, criterion_rows, light_rows, skill_rows
from missiondesk.services.money_rows import money_line
from missiondesk.services.print_plan import PrintJob
from missiondesk.services.report_facts import MissionFacts, method_note, said
from missiondesk.services.report_rows import in_unit, learning_rows, milestone_rows

if TYPE_CHECKING:
    from missiondesk.documents.printed import PrintedDocument

AHEAD_DAYS = 183  # a memo is made when the decision is overdue or falls within half a year
_NO_MISSION = Mission("")


def gate_memo_job(order: Order) -> PrintJob:
    """The memo of the initiative that the order names."""
    now, tr = order.now, order.tr
    initiative = now.get(Initiative, order.subject)
    assert initiative is not None
    content = gate_memo(now, initiative, tr, order.public)

    def make() -> PrintedDocument:
        from missiondesk.documents.portfolio import print_gate_memo

        return print_gate_memo(content)

    name = order.named(tr.say_in("file name", "gate-memo"), initiative.code)
    return PrintJob(name, content.head.title, make)


def decision_near(now: Situation, initiative: Initiative) -> bool:
    """Whether the next decision is overdue or falls within half a year."""
    if initiative.stage is Stage.CLOSED or initiative.gate_due is None:
        return False
    # Counted in days: the last day of the calendar has no half-year after it.
    return (initiative.gate_due.first - now.today).days <= AHEAD_DAYS


def gate_memo(
    now: Situation, initiative: Initiative, tr: Translator, public: bool = False
) -> GateMemoContent:
    """The memo in one language.

    Args:
        now: The situation; for a public memo the published one.
    """
    return _Memo(now, initiative, tr, public).content()


def initiative_name(initiative: Initiative, tr: Translator) -> str:
    """Code and title."""
    return f"{initiative.code} {initiative.title.in_language(tr.lang)}".strip()


def initiative_facts(facts: MissionFacts, initiative: Initiative, *, expected: bool = True) -> Rows:
    """Mission, stage, who, by what means and what it was expected to add.

    Args:
        expected: Whether what is still ahead is said too.
    """
    tr, now = facts.tr, facts.now
    office = now.get(Office, initiative.office)
    metric = facts.metric
    dates = (initiative.start, initiative.end)
    rows = [
        (tr.say(N_("Mission")), facts.name or tr.say(N_("serves no mission"))),
        (tr.say(N_("Stage")), _since(initiative, tr)),
        (tr.say(N_("Responsible")), office.title.in_language(tr.lang) if office else ""),
        (tr.say(N_("Carried out by")), initiative.delivery_body),
        (tr.say(N_("Instrument")), tr.show(initiative.instrument) if initiative.instrument else ""),
        (tr.say(N_("Runs")), " – ".join(said(one, tr) for one in dates if one is not None)),
        (tr.say(N_("Expected contribution")), _contribution(metric, initiative, tr)),
        (tr.say(N_("Range")), _range(metric, initiative, tr)),
        (tr.say(N_("Money")), money_line([initiative], tr)),
        (tr.say(N_("Next decision")), said(initiative.gate_due, tr) if expected else ""),
    ]
    return Rows(
        "", (tr.say(N_("Subject")), tr.say(N_("Value"))), tuple(row for row in rows if row[1])
    )


def _since(initiative: Initiative, tr: Translator) -> str:
    stage = tr.show(initiative.stage)
    if initiative.stage_since is None:
        return stage
    return tr.say(N_("{stage}, since {date}"), stage=stage, date=initiative.stage_since)


def _contribution(metric: OutcomeMetric | None, one: Initiative, tr: Translator) -> str:
    if metric is None or metric.target_shape is TargetShape.BINARY or one.contribution is None:
        return ""
    amount = in_unit(metric, one.contribution, tr)
    if one.contribution_period is None:
        return amount
    return tr.say(N_("{amount} by {date}"), amount=amount, date=one.contribution_period)


def _range(metric: OutcomeMetric | None, one: Initiative, tr: Translator) -> str:
    if metric is None or metric.target_shape is TargetShape.BINARY:
        return ""
    if one.contribution_low is None or one.contribution_high is None:
        return ""
    low, high = sorted((one.contribution_low, one.contribution_high))
    return tr.say(
        N_("{low} to {high}"), low=in_unit(metric, low, tr), high=in_unit(metric, high, tr)
    )


class _Memo:
    """One memo on its way."""

    def __init__(
        self, now: Situation, initiative: Initiative, tr: Translator, public: bool
    ) -> None:
        self._now = now
        self._one = initiative
        self._tr = tr
        self._public = public
        mission = now.get(Mission, initiative.mission) or _NO_MISSION
        self._facts = MissionFacts(now, mission, tr)

    def content(self) -> GateMemoContent:
        tr, one = self._tr, self._one
        return GateMemoContent(
            head=document_head(
                self._now, tr,
                tr.say(N_("Gate memo: {name}"), name=initiative_name(one, tr)),
                public=self._public, code=one.code,
            ),
            finding=self._finding(),
            facts=initiative_facts(self._facts, one),
            parts=self._parts(),
            asked=asked(self._now, one, tr),
            lights=light_rows(self._now, one, tr),
            criteria=criterion_rows(self._now, one, tr),
            skills=skill_rows(self._now, one, tr),
            learning=self._learning(),
            milestones=self._milestones(),
            choices=self._choices(),
            conditions=Part(tr.say(N_("Reason, and conditions if any")), lines=2),
            signing=tuple(self._signing()),
            method=method_note([self._facts], tr) if self._facts.metric else method_note([], tr),
        )  # fmt: skip

    def _signing(self) -> list[Signing]:
        """The chair of the body that decides the next gate, then those who answer for it."""
        gate = next_gate(self._now, self._one.id)
        body = self._now.get(Body, gate.body) if gate is not None else None
        others = signing(self._facts, self._one)
        if body is None:
            return others
        seats = seats_of(self._now, body.id, self._now.today)
        chair = next((one for one in seats if one.role is MemberRole.CHAIR), None)
        office = self._now.get(Office, chair.office) if chair is not None else None
        actor = self._now.get(Actor, chair.actor) if chair is not None else None
        first = Signing(actor.name if actor is not None else "")
        if office is not None:
            first = _signature(self._facts, office)
        who, name = first.title, body.name.in_language(self._tr.lang)
        title = (
            self._tr.say(N_("{office}, chair of {body}"), office=who, body=name)
            if who
            else self._tr.say(N_("Chair of {body}"), body=name)
        )
        return [Signing(title, first.name), *(one for one in others if one.title != who)]

    def _finding(self) -> str:
        tr, one = self._tr, self._one
        if one.gate_due is None:
            return tr.say(N_("No date has been set for the next decision."))
        late = days_overdue(one, self._now.today)
        if late:
            return tr.plural(
                "The decision was due {date}: it is {count} day late.",
                "The decision was due {date}: it is {count} days late.",
                late,
                date=tr.when(one.gate_due),
            )
        return tr.say(N_("The next decision is due {date}."), date=tr.when(one.gate_due))

    def _parts(self) -> tuple[Part, ...]:
        tr, one = self._tr, self._one
        none = tr.say(N_("Nothing has been recorded."))
        texts = (
            (tr.say(N_("Hypothesis")), one.hypothesis),
            (tr.say(N_("Riskiest assumption")), one.riskiest_assumption),
            (tr.say(N_("What would make us scale")), one.scale_criteria),
            (tr.say(N_("What would make us stop")), one.kill_criteria),
        )
        return tuple(Part(title, text.in_language(tr.lang), none) for title, text in texts)

    def _learning(self) -> Rows:
        rows = learning_rows(self._facts, lambda entry: entry.initiative == self._one.id)
        return retitled(
            rows,
            self._tr.say(N_("Evidence and learning")),
            self._tr.say(N_("Nothing has been noted as learned on this initiative.")),
        )

    def _milestones(self) -> Rows:
        rows = milestone_rows(self._facts, lambda one: one.initiative == self._one.id)
        return retitled(rows, self._tr.say(N_("Milestones")), "")

    def _choices(self) -> tuple[Choice, ...]:
        tr = self._tr
        return (
            Choice(tr.say(N_("Pass")), tr.say(N_("The criteria are met: on to the next stage."))),
            Choice(
                tr.say(N_("Pass on conditions")),
                tr.say(N_("On to the next stage once the conditions below are met.")),
            ),
            Choice(tr.say(N_("Recycle")), tr.say(N_("Back to the stage before, with a new plan."))),
            Choice(tr.say(N_("Hold")), tr.say(N_("Paused until a date that is written below."))),
            Choice(
                tr.say(N_("Stop")),
                tr.say(N_("Closed: reason and learning are written in a closing note.")),
            ),
        )


def retitled(rows: Rows, title: str, empty: str) -> Rows:
    """The table under another title."""
    from dataclasses import replace

    return replace(rows, title=title, empty=empty)


def signing(facts: MissionFacts, initiative: Initiative | None) -> list[Signing]:
    """Who signs: the accountable minister, and the office that carries the initiative."""
    now, tr = facts.now, facts.tr
    offices = [facts.mission.accountable_office]
    if initiative is not None:
        offices.append(initiative.office)
    found: list[Signing] = []
    for key in dict.fromkeys(offices):
        office = now.get(Office, key)
        if office is not None:
            found.append(_signature(facts, office))
    return found or [Signing(tr.say(N_("Decided by")))]


def _signature(facts: MissionFacts, office: Office) -> Signing:
    """The office, and who holds it unless it is an official's."""
    holder = facts.now.holder(office.id, facts.now.today)
    named = holder is not None and office.level is not OfficeLevel.OFFICIAL
    name = holder.name if holder is not None and named else ""
    return Signing(office.title.in_language(facts.tr.lang), name)
