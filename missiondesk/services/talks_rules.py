# SPDX-License-Identifier: Apache-2.0
"""The rules of the forms for records of coalition talks; tables that are imported obey them too."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar, cast

from missiondesk.domain.entities import Entity
from missiondesk.domain.message import N_
from missiondesk.domain.party import Constellation, Election, Party, SeatResult
from missiondesk.domain.refused import Refused
from missiondesk.domain.situation import Situation
from missiondesk.services.negotiation_rules import sound_negotiation
from missiondesk.services.text_rules import require_sound_text

E = TypeVar("E", bound=Entity)

MOST_SEATS = 2_000  # no parliament is larger; a typing error is


def sound_in_talks(now: Situation, record: E) -> E:
    """The record as it is written; a kind without rules is left as it is.

    Raises:
        Refused: A field is wrong.
    """
    match record:
        case Party():
            return cast("E", _party(now, record))
        case Election():
            return cast("E", _election(record))
        case SeatResult():
            return cast("E", _result(now, record))
        case Constellation():
            return cast("E", _constellation(now, record))
    require_sound_text(now, record)
    return cast("E", sound_negotiation(now, record))


def _party(now: Situation, party: Party) -> Party:
    party = replace(party, code=_tidy(party.code), name=_tidy(party.name), bloc=_tidy(party.bloc))
    if not party.code:
        raise Refused(N_("A party needs a letter or a short name."), field="code")
    folded = party.code.casefold()
    if any(one.code.casefold() == folded and one.id != party.id for one in now.all(Party)):
        raise Refused(N_("The letter {code} is taken."), field="code", code=party.code)
    return party


def _election(election: Election) -> Election:
    if not election.name:
        raise Refused(N_("An election needs a name."), field="name")
    if not 1 <= election.size <= MOST_SEATS:
        raise Refused(N_("A parliament has from 1 to {most} seats."), field="size", most=MOST_SEATS)
    if election.majority is not None and not 1 <= election.majority <= election.size:
        raise Refused(
            N_("The seats that decide are a number from 1 to the size of the parliament."),
            field="majority",
        )
    return election


def _result(now: Situation, result: SeatResult) -> SeatResult:
    election = now.get(Election, result.election)
    if election is None:
        raise Refused(N_("Seats belong to an election."), field="election")
    if now.get(Party, result.party) is None:
        raise Refused(N_("Seats belong to a party."), field="party")
    if not 0 <= result.seats <= election.size:
        raise Refused(N_("A party has from 0 to {size} seats."), field="seats", size=election.size)
    others = [
        one for one in now.referring(SeatResult, "election", election.id) if one.id != result.id
    ]
    if any(one.party == result.party for one in others):
        raise Refused(N_("A party has one number of seats at each election."), field="party")
    if sum(one.seats for one in others) + result.seats > election.size:
        raise Refused(
            N_("The parties would have more than the {size} seats of the parliament."),
            field="seats",
            size=election.size,
        )
    return result


def _constellation(now: Situation, one: Constellation) -> Constellation:
    one = replace(one, name=_tidy(one.name))
    if now.get(Election, one.election) is None:
        raise Refused(N_("A constellation counts the seats of an election."), field="election")
    if not one.name:
        raise Refused(N_("A constellation needs a name."), field="name")
    placed = [*one.government, *one.support, *one.neutral, *one.against]
    if len(set(placed)) < len(placed):
        raise Refused(N_("A party stands in one place only."), field="government")
    return one


def _tidy(text: str) -> str:
    return " ".join(text.split())
