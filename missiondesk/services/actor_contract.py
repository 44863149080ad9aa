# SPDX-License-Identifier: Apache-2.0
"""Composes the contract between a mission and its actors, from what the workspace holds."""

from __future__ import annotations

from missiondesk.domain.commitment import Commitment, CommitmentStatus
from missiondesk.domain.governance_content import ActorsContent
from missiondesk.domain.message import N_
from missiondesk.domain.mission import ActorType, Mission
from missiondesk.domain.organisation import Office
from missiondesk.domain.report_content import MethodNote, Rows
from missiondesk.domain.situation import Situation
from missiondesk.language import Translator
from missiondesk.services.document_heads import document_head
from missiondesk.services.report_facts import MissionFacts, said

_LEAST_TYPES = 3  # of actors in a mixed coalition (C2)


def actor_contract(
    now: Situation, mission: Mission, tr: Translator, public: bool = False
) -> ActorsContent:
    """The contract in one language.

    Args:
        now: The situation; for a public contract the published one.
    """
    facts = MissionFacts(now, mission, tr)
    title = tr.say(N_("Actors' commitments: {name}"), name=facts.name)
    promised = [
        one
        for one in now.commitments_of(mission.id)
        if one.status is not CommitmentStatus.NOT_PURSUED
    ]
    return ActorsContent(
        head=document_head(
            now, tr, title, (tr.show(mission.state),), public=public, draft=True, code=mission.code
        ),
        finding=_finding(mission, tr),
        sentence=mission.sentence.in_language(tr.lang),
        narrative=mission.narrative.in_language(tr.lang),
        promised=Rows(
            title=tr.say(N_("What the actors commit to")),
            empty=tr.say(N_("No actor's commitment is recorded in the workspace yet.")),
        ),
        in_return=_in_return(now, mission, promised, tr),
        parties=_parties(mission, tr),
        terms=_terms(tr),
        signatories=_signatories(facts, tr),
        method=_method(tr),
    )


def _finding(mission: Mission, tr: Translator) -> str:
    count = len(mission.actor_types)
    if not count:
        return tr.say(N_("No kind of actor outside the state takes part yet (A3)."))
    types = tr.list([tr.show(one).lower() for one in mission.actor_types])
    if count < _LEAST_TYPES:
        return tr.say(
            N_("These take part: {types}. A coalition has at least three kinds (C2)."), types=types
        )
    return tr.say(N_("These take part: {types}."), types=types)


def _in_return(
    now: Situation, mission: Mission, promised: list[Commitment], tr: Translator
) -> Rows:
    """What the government itself has promised under the mission."""
    rows = []
    for one in promised:
        lead = now.get(Office, one.lead_office)
        due = said(one.due, tr) or (tr.show(one.cadence) if one.cadence else "")
        number = f"{mission.code}.{one.number}" if mission.code else str(one.number)
        title = lead.title.in_language(tr.lang) if lead else ""
        rows.append((number, one.text.in_language(tr.lang), title, due))
    head = (N_("No."), N_("Commitment"), N_("Led by"), N_("Due"))
    return Rows(
        title=tr.say(N_("What the government commits to")),
        head=tuple(map(tr.say, head)),
        rows=tuple(rows),
        empty=tr.say(N_("The government has promised nothing under the mission yet.")),
    )


def _parties(mission: Mission, tr: Translator) -> Rows:
    here, absent = tr.say(N_("✓ takes part")), tr.say(N_("○ not yet"))
    return Rows(
        title=tr.say(N_("Kinds of actors")),
        rows=tuple(
            (tr.show(kind), here if kind in mission.actor_types else absent) for kind in ActorType
        ),
    )


def _terms(tr: Translator) -> tuple[str, ...]:
    return (
        tr.say(N_("Each commitment is followed up at the mission's stocktakes.")),
        tr.say(N_("Who sees that a commitment cannot be kept says so at once, and why.")),
        tr.say(
            N_("A seat in the coalition follows a live commitment; after six months without "
               "evidence it rests (C1).")
        ),
        tr.say(N_("Either side may leave with three months' notice, in writing.")),
    )  # fmt: skip


def _signatories(facts: MissionFacts, tr: Translator) -> tuple[str, ...]:
    office = facts.responsible or tr.say(N_("The accountable minister"))
    kinds = facts.mission.actor_types
    named = [tr.say(N_("{title}, date"), title=office)]
    named += [tr.say(N_("For {kind}, date"), kind=tr.show(kind).lower()) for kind in kinds]
    return tuple(named)


def _method(tr: Translator) -> MethodNote:
    return MethodNote(
        (
            tr.say(
                N_(
                    "The form follows the contracts of climate-neutral cities: what is promised is "
                    "told in quantity and time, and both sides sign. It binds politically, not in "
                    "law."
                )
            ),
        )
    )
