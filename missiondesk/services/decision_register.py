# SPDX-License-Identifier: Apache-2.0
"""Composes the register of decisions: the log, stocktakes, and how missions are measured."""

from __future__ import annotations

from collections.abc import Sequence

from missiondesk.domain.decision import DecisionState
from missiondesk.domain.message import N_
from missiondesk.domain.metric import OutcomeMetric
from missiondesk.domain.metric_change import MetricChange
from missiondesk.domain.mission import Mission
from missiondesk.domain.period import Period
from missiondesk.domain.register_content import DecisionLine, RegisterContent
from missiondesk.domain.report_content import Rows
from missiondesk.domain.situation import Situation
from missiondesk.domain.stocktake import Stocktake
from missiondesk.language import Translator
from missiondesk.services.decisions import logged
from missiondesk.services.document_heads import document_head
from missiondesk.services.document_kinds import Order
from missiondesk.services.metric_change_words import former_words, what_changed
from missiondesk.services.money_rows import decided_money
from missiondesk.services.print_plan import PrintJob
from missiondesk.services.registers import register_job, register_method
from missiondesk.services.stocktake_pack import lines

_DECIDED = (DecisionState.TAKEN, DecisionState.CARRIED_OUT, DecisionState.DROPPED)


def decision_register_job(order: Order) -> PrintJob:
    """The register of decisions."""
    word = order.tr.say_in("file name", "decision-register")
    return register_job(order, decision_register, word)


# -- decisions -----------------------------------------------------------------------------
def decision_register(now: Situation, tr: Translator, public: bool) -> RegisterContent:
    """The decisions on record: the log's, of stocktakes, and on how missions are measured (D2).

    Args:
        now: The situation; for a public register the published one.
    """
    return decisions_told(now, decisions_of(now, tr), tr, public)


def decisions_of(now: Situation, tr: Translator) -> list[DecisionLine]:
    """Decisions of the workspace, the newest first."""
    found = [*_of_log(now, tr), *_of_stocktakes(now, tr), *_of_metrics(now, tr)]
    found.sort(key=lambda row: row[0].last, reverse=True)
    return [line for _, line in found]


def decisions_told(
    now: Situation, decided: Sequence[DecisionLine], tr: Translator, public: bool
) -> RegisterContent:
    """The register of these decisions."""
    head = (
        tr.say(N_("Date and body")),
        tr.say(N_("About")),
        tr.say(N_("Decision and reason")),
        tr.say(N_("Carried out by")),
        tr.say(N_("Reference")),
    )
    rows = tuple(
        (
            "\n".join(filter(None, (one.date.replace(" ", "\u00a0"), one.body))),
            one.about,
            "\n".join(filter(None, (one.text, one.rationale))),
            one.owner,
            one.reference,
        )
        for one in decided
    )
    counted = tr.plural("{count} decision is on record.", "{count} decisions are on record.",
                        len(rows))  # fmt: skip
    return RegisterContent(
        head=document_head(now, tr, tr.say(N_("Register of decisions")), public=public),
        finding=counted if rows else "",
        rows=Rows(
            tr.say(N_("Decisions")), head, rows,
            empty=tr.say(N_("No decision has been recorded.")),
        ),
        method=register_method(
            now,
            tr,
            tr.say(
                N_("From the log of decisions, from stocktakes, and from decisions on how "
                   "missions are measured.")
            ),
        ),
    )  # fmt: skip


def _of_log(now: Situation, tr: Translator) -> list[tuple[Period, DecisionLine]]:
    """What was decided; what is only asked for is no decision yet."""
    found = []
    for row in logged(now):
        one = row.decision
        if one.date is None or one.state not in _DECIDED:
            continue
        body = row.body.name.in_language(tr.lang) if row.body else one.decided_by
        code = row.initiative.code if row.initiative else row.mission.code if row.mission else ""
        owner = row.owner.title.in_language(tr.lang) if row.owner else ""
        due = tr.say(N_("by {date}"), date=one.due) if one.due else ""
        state = tr.show(one.state) if one.state is not DecisionState.TAKEN else ""
        line = DecisionLine(
            date=tr.period(one.date),
            body=body,
            about=code or tr.say(N_("all missions")),
            text=one.text.in_language(tr.lang),
            rationale="\n".join(filter(None, (one.rationale, decided_money(one, tr)))),
            owner="\n".join(filter(None, (owner, due, state))),
            reference=one.number,
        )
        found.append((one.date, line))
    return found


def _of_stocktakes(now: Situation, tr: Translator) -> list[tuple[Period, DecisionLine]]:
    found: list[tuple[Period, DecisionLine]] = []
    for one in now.all(Stocktake):
        mission = now.get(Mission, one.mission)
        about = mission.code if mission is not None else tr.say(N_("all missions"))
        body = tr.say(N_("Stocktake {number}"), number=str(one.number))
        found += [
            (one.held, DecisionLine(tr.period(one.held), body, about, text))
            for text in lines(one.decisions_taken, tr.lang)
        ]
    return found


def _of_metrics(now: Situation, tr: Translator) -> list[tuple[Period, DecisionLine]]:
    found = []
    for change in now.all(MetricChange):
        metric = now.get(OutcomeMetric, change.metric)
        if metric is None:
            continue
        mission = now.get(Mission, metric.mission)
        text = tr.say(N_("Changed how it is measured: {fields}"), fields=what_changed(change, tr))
        before = former_words(change, metric, tr).rstrip(".")
        line = DecisionLine(
            date=tr.period(change.decided),
            body=change.decided_by,
            about=mission.code if mission is not None else "",
            text=f"{text}\n{tr.say(N_('Before: {former}'), former=before)}" if before else text,
            rationale=change.reason.in_language(tr.lang),
            reference=change.reference,
        )
        found.append((change.decided, line))
    return found
