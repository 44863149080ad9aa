# SPDX-License-Identifier: Apache-2.0
"""Records of coalition talks for tests; see `tests.builders`."""

from __future__ import annotations

from typing import Any

from missiondesk.domain.clause import Clause, ClauseProposal, DraftCopy, TalksDraft
from missiondesk.domain.entities import Entity
from missiondesk.domain.financing import FinancingLine, LineKind, Package
from missiondesk.domain.identity import new_id
from missiondesk.domain.initiative import Money
from missiondesk.domain.negotiation import (
    RoundState,
    TalksMeeting,
    TalksQuestion,
    TalksRound,
    Topic,
)
from missiondesk.domain.party import Constellation, Election, Party, SeatResult
from missiondesk.domain.period import Period
from missiondesk.domain.position import PartyPosition, PartyStance, TalksOption
from missiondesk.domain.wording import Wording


def a_party(**fields: Any) -> Party:
    """A party with a letter."""
    values: dict[str, Any] = {"id": new_id(), "code": "X", "name": "Eksempelpartiet"}
    return Party(**values | fields)


def an_election(**fields: Any) -> Election:
    """An election to a parliament of 179 seats."""
    values: dict[str, Any] = {
        "id": new_id(),
        "name": Wording("Valget (eksempel)", "The election (example)"),
        "date": Period("2026-03-24"),
        "source": "Eksempel",
    }
    return Election(**values | fields)


def a_seat_result(**fields: Any) -> SeatResult:
    """What a party won; give ``election`` and ``party`` when it is to be stored."""
    values: dict[str, Any] = {"id": new_id(), "election": new_id(), "party": new_id(), "seats": 38}
    return SeatResult(**values | fields)


def a_constellation(**fields: Any) -> Constellation:
    """A government that might be; give ``election`` when it is to be stored."""
    values: dict[str, Any] = {"id": new_id(), "election": new_id(), "name": "X alene"}
    return Constellation(**values | fields)


def a_round(**fields: Any) -> TalksRound:
    """Talks that are under way."""
    values: dict[str, Any] = {
        "id": new_id(),
        "name": Wording("Runde 1 (eksempel)", "Round 1 (example)"),
        "lead": "Eksempel Åsen",
        "start": Period("2026-10-28"),
        "state": RoundState.RUNNING,
    }
    return TalksRound(**values | fields)


def a_talks_meeting(**fields: Any) -> TalksMeeting:
    """A meeting; give ``talks_round`` when it is to be stored."""
    values: dict[str, Any] = {"id": new_id(), "talks_round": new_id(), "title": "Temadag"}
    return TalksMeeting(**values | fields)


def a_topic(**fields: Any) -> Topic:
    """A topic; give ``talks_round`` when it is to be stored."""
    values: dict[str, Any] = {
        "id": new_id(),
        "talks_round": new_id(),
        "number": 1,
        "title": Wording("Unge uden job", "Young people without work"),
    }
    return Topic(**values | fields)


def a_question(**fields: Any) -> TalksQuestion:
    """A question that was sent; give ``talks_round`` when it is to be stored."""
    values: dict[str, Any] = {
        "id": new_id(),
        "talks_round": new_id(),
        "number": 1,
        "text": Wording("Hvad vil I give unge?", "What will you give young people?"),
        "asked": Period("2026-10-29"),
        "due": Period("2026-10-31"),
    }
    return TalksQuestion(**values | fields)


def a_position(**fields: Any) -> PartyPosition:
    """A position; give ``party`` and ``topic`` when it is to be stored."""
    values: dict[str, Any] = {"id": new_id(), "party": new_id(), "stance": PartyStance.FOR}
    return PartyPosition(**values | fields)


def an_option(**fields: Any) -> TalksOption:
    """An option; give ``topic`` when it is to be stored."""
    values: dict[str, Any] = {
        "id": new_id(),
        "topic": new_id(),
        "code": "A",
        "text": Wording("Lærepladser i alle kommuner", "Apprenticeships everywhere"),
        "amounts": (Money(2027, 10_000_000_000),),
    }
    return TalksOption(**values | fields)


def a_clause(**fields: Any) -> Clause:
    """A clause; give ``chapter`` when it is to be stored."""
    values: dict[str, Any] = {
        "id": new_id(),
        "chapter": new_id(),
        "number": 1,
        "text": Wording("Der oprettes 10.000 lærepladser.", "10,000 apprenticeships are set up."),
    }
    return Clause(**values | fields)


def one_of_each_in_talks(chapter: str) -> tuple[Entity, ...]:
    party, election, talks = a_party(), an_election(), a_round()
    topic = a_topic(talks_round=talks.id)
    question = a_question(talks_round=talks.id, topic=topic.id)
    held = a_position(party=party.id, topic=topic.id, question=question.id, red_line=True)
    clause = a_clause(chapter=chapter, proposer=party.id, accepted=(party.id,))
    draft = TalksDraft(new_id(), 1, Wording("Første udkast"), Period("2026-10-30"), "Åse")
    return (
        clause, ClauseProposal(new_id(), clause.id, party.id, Wording("Flere")), draft,
        FinancingLine(new_id(), LineKind.EXPENSE, Wording("Lærepladser"), clause.id,
                      (Money(2027, 10_000_000_000),), 5_000_000_000, agreed_by=(party.id,)),
        Package(new_id(), "Pakke", (clause.id,)),
        DraftCopy(new_id(), draft.id, 1, "Partiformanden", party.id, Period("2026-10-30")),
        talks, a_talks_meeting(talks_round=talks.id, parties=(party.id,)), topic, question, held,
        an_option(topic=topic.id, violates=(held.id,)),
        party, election, a_seat_result(election=election.id, party=party.id),
        a_constellation(election=election.id, government=(party.id,)),
    )  # fmt: skip
