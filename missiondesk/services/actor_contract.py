# SPDX-License-Identifier: Apache-2.0
"""Composes the contract between a mission and its actors, from what the workspace holds."""

from __future__ import annotations

from missiondesk.domain import coalition
from missiondesk.domain.actor import Actor, ActorCommitment, CoalitionNeed
from missiondesk.domain.commitment import Commitment, CommitmentStatus
from missiondesk.domain.governance_content import ActorsContent
from missiondesk.domain.message import N_
from missiondesk.domain.mission import ActorType, Mission
from missiondesk.domain.organisation import Office
from missiondesk.domain.report_content import MethodNote, Rows
from missiondesk.domain.situation import Situation
from missiondesk.language import Translator, sort_key
from missiondesk.services.coalition_sheet import none_promised, promise_cells
from missiondesk.services.coalition_words import amount
from missiondesk.services.document_heads import document_head
from missiondesk.services.report_facts import MissionFacts, said


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
        finding=_finding(now, mission, tr),
        sentence=mission.sentence.in_language(tr.lang),
        narrative=mission.narrative.in_language(tr.lang),
        promised=actors_promises(now, mission, tr, public),
        in_return=_in_return(now, mission, promised, tr),
        needed=Rows() if public else _needed(now, mission, tr),
        parties=_parties(now, mission, tr, public),
        terms=_terms(tr),
        signatories=_signatories(now, facts, tr),
        method=_method(tr),
    )


def standing_promises(now: Situation, mission: Mission) -> list[ActorCommitment]:
    """The live commitments of actors under the mission, by the actor's name."""
    live = [one for one in coalition.promises_of(now, mission.id) if one.state.live]
    return sorted(live, key=lambda it: (sort_key(_name(now, it), "da"), it.id))


def actors_promises(now: Situation, mission: Mission, tr: Translator, public: bool = False) -> Rows:
    """What each actor commits to under the mission: quantity, time, conditions, state, check."""
    rows = []
    for one in standing_promises(now, mission):
        cells = promise_cells(one, now.get(Actor, one.actor), tr)
        rows.append((*cells[:4], said(one.next_check, tr)))
    head = (
        N_("Actor"), N_("Commitment"), N_("How much and when"), N_("State"), N_("Next check"),
    )  # fmt: skip
    return Rows(
        title=tr.say(N_("What the actors commit to")),
        head=tuple(map(tr.say, head)),
        rows=tuple(rows),
        empty=none_promised(tr, public, mission),
    )


def _name(now: Situation, promise: ActorCommitment) -> str:
    actor = now.get(Actor, promise.actor)
    return actor.name if actor is not None else ""


def _finding(now: Situation, mission: Mission, tr: Translator) -> str:
    mix = coalition.mix_of(now, mission.id)
    if mix.actors:
        types = tr.list([tr.show(one).lower() for one in mix.types])
        return tr.plural(
            "{count} actor stands by the mission: {types}.",
            "{count} actors stand by the mission: {types}.",
            len(mix.actors),
            types=types,
        )
    count = len(mission.actor_types)
    if not count:
        return tr.say(N_("No kind of actor outside the state takes part yet (A3)."))
    types = tr.list([tr.show(one).lower() for one in mission.actor_types])
    if count < coalition.LEAST_TYPES:
        return tr.say(
            N_("The mission names these kinds of actors: {types}. A coalition has at least three "
               "kinds (C2)."),
            types=types,
        )  # fmt: skip
    return tr.say(N_("The mission names these kinds of actors: {types}."), types=types)


def _needed(now: Situation, mission: Mission, tr: Translator) -> Rows:
    """What the mission needs, and how much of it is promised (C3)."""
    needs = now.referring(CoalitionNeed, "mission", mission.id)
    sums = coalition.need_sums(needs, coalition.promises_of(now, mission.id))
    rows = tuple(
        (
            one.needs[0].text.in_language(tr.lang),
            amount(one.needed, one.unit, tr),
            amount(one.promised, one.unit, tr),
            amount(one.lacking, one.unit, tr) if one.lacking else tr.say(N_("✓ nothing")),
        )
        for one in sums
        if one.needs
    )
    head = (N_("What is needed"), N_("Needed"), N_("Promised"), N_("Lacking"))
    return Rows(
        tr.say(N_("What the mission needs of its coalition")),
        tuple(map(tr.say, head)),
        rows,
        numbers=frozenset({1, 2, 3}),
    )


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


def _parties(now: Situation, mission: Mission, tr: Translator, public: bool) -> Rows:
    here, named = tr.say(N_("✓ takes part")), tr.say(N_("◔ named, has not committed yet"))
    if public:  # what it committed to may only not be published
        named = tr.say(N_("◔ named by the mission"))
    absent, there = tr.say(N_("○ not yet")), coalition.mix_of(now, mission.id).types

    def stands(kind: ActorType) -> str:
        if kind in there:
            return here
        wanted = kind in mission.actor_types
        return (named if there else here) if wanted else absent

    return Rows(
        title=tr.say(N_("Kinds of actors")),
        rows=tuple((tr.show(kind), stands(kind)) for kind in ActorType),
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


def _signatories(now: Situation, facts: MissionFacts, tr: Translator) -> tuple[str, ...]:
    """The minister, and each actor with a live commitment; the kinds while there is none."""
    office = facts.responsible or tr.say(N_("The accountable minister"))
    named = [tr.say(N_("{title}, date"), title=office)]
    actors = dict.fromkeys(_name(now, one) for one in standing_promises(now, facts.mission))
    if actors:
        return (*named, *(tr.say(N_("For {kind}, date"), kind=name) for name in actors if name))
    kinds = facts.mission.actor_types
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
