# SPDX-License-Identifier: Apache-2.0
"""Records of coalition talks for tests; see `tests.builders`."""

from __future__ import annotations

from typing import Any

from missiondesk.domain.entities import Entity
from missiondesk.domain.identity import new_id
from missiondesk.domain.party import Constellation, Election, Party, SeatResult
from missiondesk.domain.period import Period
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


def one_of_each_in_talks() -> tuple[Entity, ...]:
    party, election = a_party(), an_election()
    return (
        party, election, a_seat_result(election=election.id, party=party.id),
        a_constellation(election=election.id, government=(party.id,)),
    )  # fmt: skip
