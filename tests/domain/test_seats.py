# SPDX-License-Identifier: Apache-2.0
"""N1 and N2: seats, verdicts, minimal winning coalitions and the Banzhaf index."""

from __future__ import annotations

import itertools
import time
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missiondesk.domain.party import Constellation, ParliamentRule, PartyRole
from missiondesk.domain.seats import Count, Verdict, banzhaf, minimal_winning, swings

RESULT = {
    "A": 38, "F": 20, "V": 18, "I": 16, "O": 16, "M": 14, "C": 13, "Ø": 11, "B": 10, "Æ": 10,
    "Å": 5, "Q": 4, "SIU": 1, "IA": 1, "SP": 1, "JF": 1,
}  # fmt: skip
parliaments = st.lists(st.integers(0, 60), min_size=1, max_size=14).map(
    lambda won: {f"p{place}": seats for place, seats in enumerate(won)}
)
quotas = st.integers(1, 200)


def winning(seats: dict[str, int], needed: int) -> set[frozenset[str]]:
    """All sets of parties that reach the seats, one by one."""
    keys = list(seats)
    found = set()
    for mask in range(1 << len(keys)):
        chosen = [key for at, key in enumerate(keys) if mask >> at & 1]
        if sum(seats[key] for key in chosen) >= needed:
            found.add(frozenset(chosen))
    return found


@given(parliaments, quotas)
def test_swings_are_those_counted_one_by_one(seats: dict[str, int], needed: int) -> None:
    wins = winning(seats, needed)
    for key, swung in swings(seats, needed).items():
        assert swung == sum(key in one and one - {key} not in wins for one in wins)
    shares = banzhaf(seats, needed)
    assert sum(shares.values()) in (0, 1)


@given(parliaments, quotas)
def test_minimal_coalitions_are_those_that_need_everyone(
    seats: dict[str, int], needed: int
) -> None:
    wins = winning(seats, needed)
    minimal = {one for one in wins if all(one - {key} not in wins for key in one)}
    found = minimal_winning(seats, needed)
    assert {frozenset(one) for one in found} == minimal
    assert len(found) == len(minimal)
    assert [len(one) for one in found] == sorted(len(one) for one in found)


def test_power_of_a_known_parliament() -> None:
    """The council of 1958: the smallest member never makes a majority."""
    council = {"F": 4, "D": 4, "I": 4, "B": 2, "N": 2, "L": 1}
    assert banzhaf(council, 12) == {
        "F": Fraction(5, 21), "D": Fraction(5, 21), "I": Fraction(5, 21),
        "B": Fraction(1, 7), "N": Fraction(1, 7), "L": 0,
    }  # fmt: skip


def test_fourteen_parties_take_less_than_a_tenth_of_a_second() -> None:
    fourteen = dict(itertools.islice(RESULT.items(), 14))
    banzhaf(fourteen, 90)
    start = time.perf_counter()
    banzhaf(fourteen, 90)
    minimal_winning(fourteen, 90)
    assert time.perf_counter() - start < 0.1


def test_a_whole_parliament_is_quick_too() -> None:
    start = time.perf_counter()
    assert sum(banzhaf(RESULT, 90).values()) == 1
    assert ("A", "F", "V", "M") in minimal_winning(RESULT, 90)
    assert time.perf_counter() - start < 0.5


@pytest.mark.parametrize(
    ("favour", "against", "unknown", "verdict", "hangs"),
    [
        (90, 89, 0, Verdict.MAJORITY, False),
        (89, 86, 4, Verdict.VIABLE, True),
        (60, 89, 0, Verdict.VIABLE, False),
        (60, 85, 4, Verdict.VIABLE, False),
        (60, 85, 5, Verdict.VIABLE, True),
        (60, 90, 0, Verdict.BLOCKED, False),
        (0, 0, 179, Verdict.VIABLE, True),
    ],
)
def test_a_government_is_viable_unless_a_majority_is_against_it(
    favour: int, against: int, unknown: int, verdict: Verdict, hangs: bool
) -> None:
    seats = {
        PartyRole.GOVERNMENT: favour,
        PartyRole.AGAINST: against,
        PartyRole.UNKNOWN: unknown,
        PartyRole.NEUTRAL: 179 - favour - against - unknown,
    }
    counted = Count(179, 90, ParliamentRule.NEGATIVE, seats)
    assert (counted.verdict, counted.hangs_on_unknown) == (verdict, hangs)
    assert counted.margin == 90 - against


def test_elsewhere_a_majority_must_be_for_it() -> None:
    def verdict(favour: int, unknown: int) -> Verdict:
        seats = {PartyRole.SUPPORT: favour, PartyRole.UNKNOWN: unknown}
        return Count(100, 51, ParliamentRule.POSITIVE, seats).verdict

    assert verdict(51, 0) is Verdict.MAJORITY
    assert verdict(40, 11) is Verdict.OPEN
    assert verdict(40, 10) is Verdict.BLOCKED


def test_a_party_that_is_not_named_is_not_known() -> None:
    one = Constellation("c", government=("A",), neutral=("M",), against=("V",), support=("F",))
    roles = [one.role_of(key) for key in ("A", "F", "M", "V", "Q")]
    assert roles == [
        PartyRole.GOVERNMENT, PartyRole.SUPPORT, PartyRole.NEUTRAL, PartyRole.AGAINST,
        PartyRole.UNKNOWN,
    ]  # fmt: skip
