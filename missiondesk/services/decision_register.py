# SPDX-License-Identifier: Apache-2.0
"""Composes the registers of decisions and risks from lines, whoever has recorded them."""

from __future__ import annotations

from collections.abc import Sequence

from missiondesk.domain.message import N_
from missiondesk.domain.metric import OutcomeMetric
from missiondesk.domain.metric_change import MetricChange
from missiondesk.domain.mission import Mission
from missiondesk.domain.period import Period
from missiondesk.domain.register_content import DecisionLine, RegisterContent, RiskLine
from missiondesk.domain.report_content import Rows
from missiondesk.domain.situation import Situation
from missiondesk.domain.stocktake import Stocktake
from missiondesk.language import Translator
from missiondesk.services.document_heads import document_head
from missiondesk.services.document_kinds import Order
from missiondesk.services.metric_change_words import former_words, what_changed
from missiondesk.services.print_plan import PrintJob
from missiondesk.services.registers import register_job, register_method
from missiondesk.services.stocktake_pack import lines

SEVERE = 15  # probability times impact, of 25 at most


def decision_register_job(order: Order) -> PrintJob:
    """The register of decisions."""
    word = order.tr.say_in("file name", "decision-register")
    return register_job(order, decision_register, word)


def risk_register_job(order: Order) -> PrintJob:
    """The register of risks."""
    word = order.tr.say_in("file name", "risk-register")
    return register_job(order, risk_register, word)


# -- decisions -----------------------------------------------------------------------------
def decision_register(now: Situation, tr: Translator, public: bool) -> RegisterContent:
    """The decisions on record: of stocktakes, and on how missions are measured (D2).

    Args:
        now: The situation; for a public register the published one.
    """
    return decisions_told(now, decisions_of(now, tr), tr, public)


def decisions_of(now: Situation, tr: Translator) -> list[DecisionLine]:
    """Decisions of the workspace, the newest first."""
    found = [*_of_stocktakes(now, tr), *_of_metrics(now, tr)]
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
            now, tr, tr.say(N_("From stocktakes, and from decisions on how missions are measured."))
        ),
    )  # fmt: skip


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
        before = former_words(change, metric, tr)
        line = DecisionLine(
            date=tr.period(change.decided),
            body=change.decided_by,
            about=mission.code if mission is not None else "",
            text=f"{text} ({tr.say(N_('before: {former}'), former=before)})" if before else text,
            rationale=change.reason.in_language(tr.lang),
            reference=change.reference,
        )
        found.append((change.decided, line))
    return found


# -- risks ---------------------------------------------------------------------------------
def risk_register(now: Situation, tr: Translator, public: bool) -> RegisterContent:
    """The register of risks; the workspace records none yet, and the page says so."""
    return risks_told(now, (), tr, public)


def risks_told(
    now: Situation, risks: Sequence[RiskLine], tr: Translator, public: bool
) -> RegisterContent:
    """The register of these risks, the heaviest first, those not judged last."""
    weighed = sorted(risks, key=lambda one: -(one.weight or 0))
    head = (
        tr.say(N_("About")),
        tr.say(N_("Risk")),
        tr.say(N_("Probability")),
        tr.say(N_("Impact")),
        tr.say(N_("Weight")),
        tr.say(N_("What is done")),
        tr.say(N_("Responsible")),
        tr.say(N_("Next look")),
    )
    rows = tuple(
        (
            one.about,
            one.text,
            _judged(one.probability, tr),
            _judged(one.impact, tr),
            _judged(one.weight, tr),
            one.response,
            one.owner,
            one.due,
        )
        for one in weighed
    )
    return RegisterContent(
        head=document_head(now, tr, tr.say(N_("Register of risks")), public=public),
        finding=_weighed(weighed, tr),
        rows=Rows(
            tr.say(N_("Risks")), head, rows, frozenset({2, 3, 4}),
            empty=tr.say(N_("No risk has been recorded in this workspace.")),
        ),
        method=register_method(
            now, tr, tr.say(N_("Probability and impact from 1 to 5; the weight is their product."))
        ),
    )  # fmt: skip


def _judged(value: int | None, tr: Translator) -> str:
    return "–" if value is None else tr.number(value)


def _weighed(risks: Sequence[RiskLine], tr: Translator) -> str:
    if not risks:
        return ""
    severe = sum((one.weight or 0) >= SEVERE for one in risks)
    unjudged = sum(one.weight is None for one in risks)
    said = [
        tr.plural("{count} risk is on record.", "{count} risks are on record.", len(risks)),
        tr.plural(
            "{count} weighs {limit} or more.", "{count} weigh {limit} or more.", severe,
            limit=SEVERE,
        ),
    ]  # fmt: skip
    if unjudged:
        said.append(tr.plural("{count} is not judged.", "{count} are not judged.", unjudged))
    return " ".join(said)
