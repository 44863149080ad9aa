# SPDX-License-Identifier: Apache-2.0
"""Parties, seats and constellations: what they count, and the verbs that change them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from missiondesk.domain import identity, seats
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_
from missiondesk.domain.party import Constellation, Election, Party, PartyRole, SeatResult
from missiondesk.domain.refused import Refused
from missiondesk.domain.seats import Count, House
from missiondesk.domain.step import Verb
from missiondesk.services.belongings import remove_with_belongings
from missiondesk.services.naming import name_of
from missiondesk.services.shipped_elections import ShippedElection, shipped_elections
from missiondesk.services.talks_rules import sound_in_talks

if TYPE_CHECKING:
    from missiondesk.domain.situation import Situation
    from missiondesk.services.session import Session
    from missiondesk.store.unit import Unit


@dataclass(frozen=True, slots=True)
class SeatRow:
    """A party with what it won at an election."""

    party: Party
    seats: int

    @property
    def id(self) -> str:
        """The party's id."""
        return self.party.id


@dataclass(frozen=True, slots=True)
class Standing:
    """A constellation with its seats, with the North Atlantic ones and without."""

    constellation: Constellation
    whole: Count
    without: Count
    pivotal: tuple[Party, ...] = ()

    @property
    def id(self) -> str:
        """The constellation's id."""
        return self.constellation.id


@dataclass(frozen=True, slots=True)
class PowerRow:
    """How much hangs on a party.

    Attributes:
        banzhaf: Its share of all swings.
        minimal: In how many minimal winning coalitions it sits.
    """

    party: Party
    seats: int
    banzhaf: Fraction
    minimal: int

    @property
    def id(self) -> str:
        """The party's id."""
        return self.party.id


class Seats:
    """Who won what, who would stand where, and what adds up."""

    def __init__(self, session: Session) -> None:
        self._session = session

    # -- looking -------------------------------------------------------------------------
    def elections(self) -> tuple[Election, ...]:
        """Elections, the newest first."""
        return elections_of(self._session.situation)

    def election(self, key: str | None) -> Election | None:
        """The election of this id, else the newest one, or None."""
        found = self._session.situation.get(Election, key)
        return found or next(iter(self.elections()), None)

    def rows(self, election: Election | None) -> tuple[SeatRow, ...]:
        """All parties with their seats, the largest first, those without seats last."""
        now = self._session.situation
        won = won_at(now, election.id) if election is not None else {}
        rows = [SeatRow(one, won.get(one.id, 0)) for one in now.all(Party)]
        return tuple(sorted(rows, key=lambda it: (-it.seats, it.party.code)))

    def house(self, election: Election, north_atlantic: bool = True) -> House:
        """The parliament that the election filled."""
        return seats.house(self._session.situation, election, north_atlantic)

    def standings(self, election: Election) -> tuple[Standing, ...]:
        """The constellations of an election in their order (N1)."""
        return standings_of(self._session.situation, election)

    def minimal(
        self, election: Election, north_atlantic: bool = True
    ) -> tuple[tuple[Party, ...], ...]:
        """Minimal winning coalitions, those of the fewest parties first (N2)."""
        there = self.house(election, north_atlantic)
        return minimal_of(there)

    def power(self, election: Election, north_atlantic: bool = True) -> tuple[PowerRow, ...]:
        """The Banzhaf index of each party, the most powerful first (N2)."""
        return power_of(self.house(election, north_atlantic))

    # -- results -------------------------------------------------------------------------
    def shipped(self) -> tuple[ShippedElection, ...]:
        """Results that come with the program and are not in the workspace yet."""
        known = {one.id for one in self.elections()}
        return tuple(one for one in shipped_elections() if one.election.id not in known)

    def take_shipped(self, key: str) -> Election:
        """Take a shipped result into the workspace; a party with the same letter stays as it is.

        Raises:
            Refused: There is no such result.
        """
        found = next((one for one in shipped_elections() if one.key == key), None)
        if found is None:
            raise Refused(N_("No such result comes with the program."))
        about = name_of(found.election)
        with self._session.write(Verb.TAKE_ELECTION, found.election.id, about) as unit:
            unit.save(found.election)
            known = {one.code.casefold(): one.id for one in unit.all(Party)}
            for party in found.parties:
                if party.code.casefold() not in known:
                    unit.save(party)
                    known[party.code.casefold()] = party.id
            for code, won in found.seats.items():
                _put(unit, found.election, known[code.casefold()], won)
        return found.election

    def set_seats(self, election: str, won: Mapping[str, int]) -> None:
        """Write the seats of several parties, ids by seats, in one Step.

        Raises:
            Refused: The election is not there, or they are more than the parliament has.
        """
        chosen = self._session.the(Election, election)
        before = won_at(self._session.situation, election)
        for key, number in won.items():
            party = self._session.the(Party, key)
            if not 0 <= number <= chosen.size:
                raise Refused(
                    N_("{party} cannot have {number} of {size} seats."),
                    field="seats", party=party.code, number=number, size=chosen.size,
                )  # fmt: skip
        if sum((before | dict(won)).values()) > chosen.size:
            raise Refused(
                N_("The parties would have more than the {size} seats of the parliament."),
                field="seats",
                size=chosen.size,
            )
        with self._session.write(Verb.SET_SEATS, election, name_of(chosen)) as unit:
            for key, number in won.items():
                _put(unit, chosen, key, number)

    def enter(self, election: str | None, rows: Sequence[SeatRow]) -> None:
        """Write the parties and their seats at an election as given, in one Step.

        A party without an id is new. One that is not among the rows loses its seats at the
        election, and is removed when it has none at another.

        Raises:
            Refused: A party has no letter or the same as another, or the seats do not fit.
        """
        now = self._session.situation
        chosen = self._session.the(Election, election) if election else None
        given = [replace(one, party=_with_id(one.party)) for one in rows]
        _require_own_letters(given)
        if chosen is not None and sum(one.seats for one in given) > chosen.size:
            raise Refused(
                N_("The parties would have more than the {size} seats of the parliament."),
                field="seats",
                size=chosen.size,
            )
        kept = {one.id for one in given}
        about = name_of(chosen) if chosen is not None else ""
        with self._session.write(Verb.SET_SEATS, election or "", about) as unit:
            for party in now.all(Party):
                if party.id in kept:
                    continue
                if chosen is not None:
                    _put(unit, chosen, party.id, 0)
                if not unit.where(SeatResult, party=party.id):
                    remove_with_belongings(unit, Party, party.id)
            for one in given:
                unit.save(one.party)
                if chosen is not None:
                    _put(unit, chosen, one.id, one.seats)

    # -- constellations --------------------------------------------------------------------
    def assign(self, edits: Sequence[tuple[str, str, PartyRole]]) -> None:
        """Say where parties stand, as (constellation, party, role), in one Step.

        Raises:
            Refused: A record is not there any more.
        """
        changed: dict[str, Constellation] = {}
        for key, party, role in edits:
            one = changed.get(key) or self._session.the(Constellation, key)
            self._session.the(Party, party)
            changed[key] = placed(one, party, role)
        now = self._session.situation
        sound = [sound_in_talks(now, one) for one in changed.values()]
        about = ", ".join(one.name for one in sound)
        subject = next(iter(changed), "")
        with self._session.write(Verb.SET_ROLES, subject, about) as unit:
            for one in sound:
                unit.save(one)


def _with_id(party: Party) -> Party:
    return replace(
        party,
        id=party.id or identity.new_id(),
        code=" ".join(party.code.split()),
        name=" ".join(party.name.split()),
        bloc=" ".join(party.bloc.split()),
    )


def _require_own_letters(rows: Sequence[SeatRow]) -> None:
    seen: set[str] = set()
    for one in rows:
        code = one.party.code
        if not code:
            raise Refused(N_("A party needs a letter or a short name."), field="code")
        if code.casefold() in seen:
            raise Refused(N_("The letter {code} is taken."), field="code", code=code)
        seen.add(code.casefold())
        if one.seats < 0:
            raise Refused(N_("{party} has less than no seats."), field="seats", party=code)


def placed(one: Constellation, party: str, role: PartyRole) -> Constellation:
    """The constellation with the party in this place and in no other."""
    places = {
        place: tuple(key for key in getattr(one, place.value) if key != party)
        for place in PartyRole
        if place is not PartyRole.UNKNOWN
    }
    if role is not PartyRole.UNKNOWN:
        places[role] = (*places[role], party)
    return replace(
        one,
        government=places[PartyRole.GOVERNMENT],
        support=places[PartyRole.SUPPORT],
        neutral=places[PartyRole.NEUTRAL],
        against=places[PartyRole.AGAINST],
    )


def elections_of(now: Situation) -> tuple[Election, ...]:
    """Elections, the newest first."""
    dated = lambda it: it.date.last if it.date else date.min  # noqa: E731
    return tuple(sorted(now.all(Election), key=dated, reverse=True))


def standings_of(now: Situation, election: Election) -> tuple[Standing, ...]:
    """The constellations of an election in their order (N1, N2)."""
    whole, without = seats.house(now, election), seats.house(now, election, False)
    known = {one.id: one for one in whole.parties}
    return tuple(
        Standing(
            one,
            seats.count(whole, one),
            seats.count(without, one),
            tuple(known[key] for key in seats.pivotal(whole, one)),
        )
        for one in now.referring(Constellation, "election", election.id)
    )


def minimal_of(there: House) -> tuple[tuple[Party, ...], ...]:
    """Minimal winning coalitions of a parliament as parties (N2)."""
    known = {one.id: one for one in there.parties}
    found = seats.minimal_winning(there.seats, there.needed)
    return tuple(tuple(known[key] for key in keys) for keys in found)


def power_of(there: House) -> tuple[PowerRow, ...]:
    """Each party's Banzhaf index, the most powerful first (N2)."""
    shares = seats.banzhaf(there.seats, there.needed)
    sits = dict.fromkeys(there.seats, 0)
    for keys in seats.minimal_winning(there.seats, there.needed):
        for key in keys:
            sits[key] += 1
    rows = [PowerRow(one, there.seats[one.id], shares[one.id], sits[one.id])
            for one in there.parties]  # fmt: skip
    return tuple(sorted(rows, key=lambda it: (-it.banzhaf, -it.seats, it.party.code)))


def won_at(now: Situation, election: str) -> dict[str, int]:
    """Seats by party at an election."""
    return {one.party: one.seats for one in now.referring(SeatResult, "election", election)}


def _put(unit: Unit, election: Election, party: str, won: int) -> None:
    found = next(iter(unit.where(SeatResult, election=election.id, party=party)), None)
    if found is None and won == 0:
        return
    key = found.id if found is not None else identity.new_id()
    if won == 0:
        unit.remove(SeatResult, key)
    else:
        unit.save(SeatResult(key, election.id, party, won))
