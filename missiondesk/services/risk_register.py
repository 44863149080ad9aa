# SPDX-License-Identifier: Apache-2.0
"""Composes the register of risks: the heaviest first, after a field of probability and impact."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from missiondesk.domain.initiative import Initiative
from missiondesk.domain.issue import Risk, RiskState
from missiondesk.domain.message import N_
from missiondesk.domain.mission import Mission
from missiondesk.domain.organisation import Office
from missiondesk.domain.register_content import RegisterContent, RiskLine
from missiondesk.domain.report_content import Rows
from missiondesk.domain.situation import Situation
from missiondesk.language import Translator
from missiondesk.services.document_heads import document_head
from missiondesk.services.document_kinds import Order
from missiondesk.services.governance_plots import risk_field_plot
from missiondesk.services.print_plan import PrintJob
from missiondesk.services.registers import register_job, register_method
from missiondesk.services.report_facts import said

SEVERE: Final = 15  # probability times impact, of 25 at most


def risk_register_job(order: Order) -> PrintJob:
    """The register of risks."""
    word = order.tr.say_in("file name", "risk-register")
    plot = risk_field_plot(order.now.all(Risk), order.tr)
    return register_job(order, risk_register, word, plot)


def risk_register(now: Situation, tr: Translator, public: bool) -> RegisterContent:
    """The open risks of the workspace."""
    lines = [_line(now, one, tr) for one in now.all(Risk) if one.state is RiskState.OPEN]
    return risks_told(now, lines, tr, public)


def _line(now: Situation, one: Risk, tr: Translator) -> RiskLine:
    mission, initiative = now.get(Mission, one.mission), now.get(Initiative, one.initiative)
    code = initiative.code if initiative else mission.code if mission else tr.say(N_("all"))
    owner = now.get(Office, one.owner)
    answer = tr.show(one.response) if one.response else ""
    event = f"{one.number} {one.event}".strip()
    return RiskLine(
        about=code,
        text="\n".join(filter(None, (event, " → ".join(filter(None, (one.cause, one.effect)))))),
        probability=one.probability,
        impact=one.impact,
        response="\n".join(filter(None, (answer, one.measure))),
        owner=owner.title.in_language(tr.lang) if owner else "–",
        due=said(one.review, tr) or tr.say(N_("no date yet")),
    )


def risks_told(
    now: Situation, risks: Sequence[RiskLine], tr: Translator, public: bool
) -> RegisterContent:
    """The register of these risks, the heaviest first, those not judged last."""
    weighed = sorted(risks, key=lambda one: -(one.weight or 0))
    head = (
        tr.say(N_("About")),
        tr.say(N_("Risk")),
        tr.say(N_("Weight")),
        tr.say(N_("What is done")),
        tr.say(N_("Responsible")),
        tr.say(N_("Next look")),
    )
    rows = tuple(
        (
            one.about,
            one.text,
            _judged(one, tr),
            one.response or tr.say(N_("not decided")),
            one.owner,
            one.due,
        )
        for one in weighed
    )
    return RegisterContent(
        head=document_head(now, tr, tr.say(N_("Register of risks")), public=public),
        finding=_weighed(weighed, tr),
        rows=Rows(
            tr.say(N_("Risks")), head, rows,
            empty=tr.say(N_("No risk has been recorded in this workspace.")),
        ),
        method=register_method(
            now, tr, tr.say(N_("Probability and impact from 1 to 5; the weight is their product."))
        ),
    )  # fmt: skip


def _judged(one: RiskLine, tr: Translator) -> str:
    """The weight with what it is made of; three columns of figures would crowd out the words."""
    if one.weight is None:
        return tr.say(N_("not judged"))
    return f"{one.weight} ({one.probability}\u00a0×\u00a0{one.impact})"


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
