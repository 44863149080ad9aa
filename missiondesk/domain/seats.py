# SPDX-License-Identifier: Apache-2.0
"""Seats for and against a government, what that means, and what adds up (rules N1 and N2)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from fractions import Fraction

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_, Worded
from missiondesk.domain.party import (
    Constellation,
    Election,
    ParliamentRule,
    Party,
    PartyRole,
    SeatResult,
)
from missiondesk.domain.situation import Situation


class Verdict(Worded):
    """What the seats mean for a government."""

    MAJORITY = "majority", N_("Majority")
    VIABLE = "viable", N_("Viable")
    OPEN = "open", N_("Undecided")
    BLOCKED = "blocked", N_("Blocked")

    @property
    def symbol(self) -> str:
        """A sign beside the word."""
        return {"majority": "✓", "viable": "✓", "open": "○", "blocked": "■"}[self.value]

    @property
    def tone(self) -> str:
        """Tone of a status word; the sign says it without."""
        return {"majority": "good", "viable": "good", "open": "wait", "blocked": "bad"}[self.value]


@dataclass(frozen=True, slots=True)
class Count:
    """Seats by role (N1).

    Attributes:
        size: Seats that count.
        needed: Seats that decide.
        seats: By role.
    """

    size: int
    needed: int
    rule: ParliamentRule
    seats: Mapping[PartyRole, int] = field(default_factory=dict)

    def of(self, role: PartyRole) -> int:
        """Seats of a role."""
        return self.seats.get(role, 0)

    @property
    def in_favour(self) -> int:
        """Seats in government or supporting it."""
        return self.of(PartyRole.GOVERNMENT) + self.of(PartyRole.SUPPORT)

    @property
    def against(self) -> int:
        """Seats against it."""
        return self.of(PartyRole.AGAINST)

    @property
    def undecided(self) -> int:
        """Seats of which nobody knows where they stand."""
        return self.of(PartyRole.UNKNOWN)

    @property
    def verdict(self) -> Verdict:
        """Majority, viable, open or blocked, by the parliament's rule."""
        if self.in_favour >= self.needed:
            return Verdict.MAJORITY
        if self.rule is ParliamentRule.NEGATIVE:
            return Verdict.BLOCKED if self.against >= self.needed else Verdict.VIABLE
        reachable = self.in_favour + self.undecided >= self.needed
        return Verdict.OPEN if reachable else Verdict.BLOCKED

    @property
    def margin(self) -> int:
        """How many more seats against it would block it; none is left below 0."""
        return self.needed - self.against

    @property
    def hangs_on_unknown(self) -> bool:
        """Whether the seats that are not known could still block what they do not block now."""
        if self.rule is ParliamentRule.POSITIVE or self.verdict is not Verdict.VIABLE:
            return False
        return self.against + self.undecided >= self.needed


@dataclass(frozen=True, slots=True)
class House:
    """The parties of an election with their seats, with the North Atlantic ones or without.

    Attributes:
        seats: Seats by party, the largest first; parties without seats are left out.
        needed: Seats that decide.
    """

    election: Election
    parties: tuple[Party, ...]
    seats: Mapping[str, int]
    size: int
    needed: int

    @property
    def filled(self) -> int:
        """Seats that are entered."""
        return sum(self.seats.values())


def house(now: Situation, election: Election, north_atlantic: bool = True) -> House:
    """Who sits in the parliament that the election filled.

    Without the North Atlantic seats as many seats fewer count, and more than half of the others
    decides: whoever stays out of a vote does not make a majority harder to reach.
    """
    won = {
        one.party: one.seats
        for one in now.referring(SeatResult, "election", election.id)
        if one.seats > 0
    }
    found = [one for one in now.all(Party) if one.id in won]
    found.sort(key=lambda it: (-won[it.id], it.code, it.name))
    if north_atlantic:
        needed = election.majority or election.size // 2 + 1
        return House(election, tuple(found), _seats(found, won), election.size, needed)
    size = election.size - sum(won[one.id] for one in found if one.north_atlantic)
    found = [one for one in found if not one.north_atlantic]
    return House(election, tuple(found), _seats(found, won), size, size // 2 + 1)


def _seats(parties: list[Party], won: Mapping[str, int]) -> dict[str, int]:
    return {one.id: won[one.id] for one in parties}


def count(there: House, constellation: Constellation) -> Count:
    """The seats of a constellation by role (N1)."""
    seats = dict.fromkeys(PartyRole, 0)
    for party, won in there.seats.items():
        seats[constellation.role_of(party)] += won
    seats[PartyRole.UNKNOWN] += max(there.size - there.filled, 0)
    return Count(there.size, there.needed, there.election.rule, seats)


def pivotal(there: House, constellation: Constellation) -> tuple[str, ...]:
    """Parties in or behind the government whose turning against it changes the verdict (N2)."""
    before = count(there, constellation)
    found = []
    for party, won in there.seats.items():
        role = constellation.role_of(party)
        if not role.supports:
            continue
        seats = dict(before.seats)
        seats[role] -= won
        seats[PartyRole.AGAINST] += won
        turned = Count(before.size, before.needed, before.rule, seats)
        if turned.verdict is not before.verdict:
            found.append(party)
    return tuple(found)


# -- what adds up ------------------------------------------------------------------------------
def minimal_winning(seats: Mapping[str, int], needed: int) -> tuple[tuple[str, ...], ...]:
    """Every set of parties that reaches ``needed`` and would not without any one of them.

    The sets with the fewest parties come first, then those with the fewest seats.
    """
    order = sorted((key for key in seats if seats[key] > 0), key=lambda key: -seats[key])
    left = [0] * (len(order) + 1)
    for place in range(len(order) - 1, -1, -1):
        left[place] = left[place + 1] + seats[order[place]]
    found: list[tuple[tuple[str, ...], int]] = []

    # Parties are added from the largest down, so the last one is the smallest: a sum that only it
    # lifts to the majority needs all the others too.
    def grow(place: int, chosen: tuple[str, ...], total: int) -> None:
        for at in range(place, len(order)):
            if total + left[at] < needed:
                return
            with_it = total + seats[order[at]]
            if with_it >= needed:
                found.append(((*chosen, order[at]), with_it))
            else:
                grow(at + 1, (*chosen, order[at]), with_it)

    if needed > 0:
        grow(0, (), 0)
    found.sort(key=lambda it: (len(it[0]), it[1]))
    return tuple(one for one, _total in found)


def swings(seats: Mapping[str, int], needed: int) -> dict[str, int]:
    """In how many sets of the other parties each party makes the majority.

    Counted by the generating function: ``ways[s]`` sets of parties have ``s`` seats; a party is
    taken out again by division, so the time grows with parties times seats, not with their sets.
    """
    total = sum(seats.values())
    ways = [0] * (total + 1)
    ways[0] = 1
    for won in seats.values():
        for at in range(total, won - 1, -1):
            ways[at] += ways[at - won]
    found = {}
    for key, won in seats.items():
        if won == 0:
            found[key] = 0
            continue
        without = ways[:]
        for at in range(won, total + 1):
            without[at] -= without[at - won]
        found[key] = sum(without[max(needed - won, 0) : needed])
    return found


def banzhaf(seats: Mapping[str, int], needed: int) -> dict[str, Fraction]:
    """Each party's share of all swings (normalised Banzhaf index); all 0 when nobody has one."""
    swung = swings(seats, needed)
    total = sum(swung.values())
    return {key: Fraction(one, total) if total else Fraction(0) for key, one in swung.items()}
