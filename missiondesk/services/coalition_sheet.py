# SPDX-License-Identifier: Apache-2.0
"""Composes the register of the coalition: how each mission's stands, and all that is promised."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from missiondesk.domain import coalition
from missiondesk.domain.actor import Actor, ActorCommitment, CoalitionNeed
from missiondesk.domain.message import N_
from missiondesk.domain.mission import Mission
from missiondesk.domain.register_content import RegisterContent
from missiondesk.domain.report_content import Rows
from missiondesk.domain.situation import Situation
from missiondesk.language import Translator
from missiondesk.services.coalition_rows import PromiseRow, actor_rows, promise_rows
from missiondesk.services.coalition_words import (
    actors_said,
    amount,
    kept_said,
    promised_amount,
    state_said,
    time_said,
)
from missiondesk.services.document_heads import document_head
from missiondesk.services.document_kinds import Order
from missiondesk.services.print_plan import PrintJob
from missiondesk.services.registers import register_method
from missiondesk.services.report_facts import ordered, said

if TYPE_CHECKING:
    from missiondesk.documents.printed import PrintedDocument


def coalition_job(order: Order) -> PrintJob:
    """The coalition of all missions, or of the one that the order names."""
    mission = order.now.get(Mission, order.subject)
    content = coalition_register(order.now, order.tr, order.public, mission)

    def make() -> PrintedDocument:
        from missiondesk.documents.register import print_register

        return print_register(content)

    code = mission.code if mission is not None else ""
    name = order.named(order.tr.say_in("file name", "coalition"), code)
    return PrintJob(name, content.head.title, make)


def coalition_register(
    now: Situation, tr: Translator, public: bool, mission: Mission | None = None
) -> RegisterContent:
    """The register in one language.

    Args:
        now: The situation; for a public register the published one, which names only actors that
            consent to it.
    """
    title = tr.say(N_("The coalition of actors"))
    if mission is not None:
        title = tr.say(N_("{title}: {name}"), title=title, name=mission.title)
    promises = [
        one
        for one in promise_rows(now)
        if mission is None or (one.mission is not None and one.mission.id == mission.id)
    ]
    if not public and mission is None:
        finding = f"{actors_said(actor_rows(now), coalition.Kept(0, 0), tr)[0]}."
    else:
        finding = _committed(now, now.missions if mission is None else (mission,), tr)
    return RegisterContent(
        head=document_head(now, tr, title, public=public, code=mission.code if mission else ""),
        finding=finding,
        counts=_missions(now, tr, public, mission),
        rows=_promises(promises, tr, public, mission),
        method=register_method(now, tr, *_notes(now, promises, tr, public)),
    )


def _committed(now: Situation, missions: Sequence[Mission], tr: Translator) -> str:
    """How many actors have a live commitment, where evidence is not shown or not for all."""
    actors = {it.id for one in missions for it in coalition.mix_of(now, one.id).actors}
    if not actors:
        return ""
    return tr.plural(
        "{count} actor stands by a commitment.", "{count} actors stand by a commitment.",
        len(actors),
    )  # fmt: skip


def _notes(
    now: Situation, promises: list[PromiseRow], tr: Translator, public: bool
) -> tuple[str, ...]:
    if public:
        return (tr.say(N_("Only actors that have consented to it are named.")),)
    kept = kept_said(coalition.kept_of(one.promise for one in promises), tr)
    return (
        tr.say(N_("A commitment is live when it is agreed, signed, being delivered or delivered; "
                  "an offer is not.")),
        *((f"{kept}.",) if kept else ()),
    )  # fmt: skip


def _missions(now: Situation, tr: Translator, public: bool, mission: Mission | None) -> Rows:
    rows = []
    for one in ordered(now.missions):
        mix = coalition.mix_of(now, one.id)
        if not mix.actors or mission not in (None, one):
            continue
        lacking = "" if public else _lacking(now, one, tr)
        rows.append(
            (
                f"{one.code} {one.title.in_language(tr.lang)}",
                tr.number(len(mix.actors)),
                tr.list([tr.show(kind).lower() for kind in mix.types]),
                tr.number(mix.newcomers),
                lacking,
            )
        )
    head = (N_("Mission"), N_("Actors"), N_("Types of actors"), N_("Newcomers"), N_("Lacking"))
    return Rows(
        tr.say(N_("The coalition of each mission")),
        tuple(map(tr.say, head[:4] if public else head)),
        tuple(row[:4] if public else row for row in rows),
        numbers=frozenset({1, 3}),
    )


def _lacking(now: Situation, mission: Mission, tr: Translator) -> str:
    needs = now.referring(CoalitionNeed, "mission", mission.id)
    sums = coalition.need_sums(needs, coalition.promises_of(now, mission.id))
    lacking = ", ".join(amount(it.lacking, it.unit, tr) for it in sums if it.lacking)
    return lacking or (tr.say(N_("✓ nothing")) if needs else "–")


def _promises(
    promises: list[PromiseRow], tr: Translator, public: bool, mission: Mission | None
) -> Rows:
    head = (
        N_("Mission"), N_("Actor"), N_("Commitment"), N_("How much and when"), N_("State"),
        N_("What shows it"),
    )  # fmt: skip
    lines = (promise_line(one, tr) for one in promises)
    rows = tuple((*line[:-1], line[-1] or tr.say(N_("nothing yet"))) for line in lines)
    most = 5 if public else 6
    return Rows(
        tr.say(N_("What the actors commit to")),
        tuple(map(tr.say, head[:most])),
        tuple(row[:most] for row in rows),
        empty=none_promised(tr, public, mission),
    )


def none_promised(tr: Translator, public: bool, mission: Mission | None) -> str:
    """That there is none, for the mission or at all; in public only that none is shown."""
    if public:
        return tr.say(N_("No actor's commitment is public."))
    if mission is not None:
        return tr.say(N_("No named actor's commitment is recorded for the mission yet."))
    return tr.say(N_("No actor's commitment is recorded yet."))


def promise_line(row: PromiseRow, tr: Translator) -> tuple[str, ...]:
    """Mission, actor, commitment with its conditions, quantity with time, state, what shows it."""
    return (row.mission.code if row.mission else "–", *promise_cells(row.promise, row.actor, tr))


def promise_cells(promise: ActorCommitment, actor: Actor | None, tr: Translator) -> tuple[str, ...]:
    """Actor, commitment with its conditions, quantity with time, state, what shows it."""
    text = [promise.text.in_language(tr.lang)]
    if promise.conditions.strip():
        text.append(tr.say(N_("Condition: {condition}"), condition=promise.conditions))
    shown = [promise.evidence, said(promise.evidence_date, tr)]
    return (
        actor.name if actor is not None else "–",
        "\n".join(text),
        "\n".join(
            filter(
                None,
                (
                    f"{tr.show(promise.kind)}: {promised_amount(promise, tr)}",
                    time_said(promise, tr),
                ),
            )
        ),
        state_said(promise, tr),
        ", ".join(filter(None, shown)),
    )
