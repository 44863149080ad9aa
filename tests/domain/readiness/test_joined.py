# SPDX-License-Identifier: Apache-2.0
"""C1 to C6: every rule is broken once and names itself; sums and rates are what they say."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missiondesk.domain import coalition
from missiondesk.domain.actor import ActorCommitment, ContributionKind, PromiseState
from missiondesk.domain.entities import Entity
from missiondesk.domain.mission import ActorType, MissionState
from missiondesk.domain.period import Period
from missiondesk.domain.situation import Situation
from tests.domain.readiness.sound import TODAY, changed, findings, joined, sound, without
from tests.more_builders import (
    a_body,
    a_coalition_need,
    a_decision,
    a_seat,
    an_actor,
    an_actor_commitment,
    an_engagement,
)

D, P = Decimal, Period
TYPES = (ActorType.FOUNDATION, ActorType.LABOUR, ActorType.EMPLOYERS, ActorType.CIVIL_SOCIETY)


def allied() -> list[Entity]:
    """The sound mission with a coalition in which no rule finds fault."""
    records = changed("mission", actor_types=TYPES)(sound())
    for place, kind in enumerate(TYPES):
        records.append(
            an_actor(id=f"a{place}", name=f"Aktør {place}", type=kind, emerging=place % 2 == 0)
        )
        records.append(
            an_actor_commitment(id=f"p{place}", actor=f"a{place}", mission="mission", quantity=D(5))
        )
    board = a_body(id="board", mission="mission", rhythm=None)
    return [
        *records,
        board,
        a_seat(id="seat", body="board", actor="a0"),
        a_coalition_need(id="need", mission="mission", quantity=D(20)),
    ]


def promised(key: str, **fields: Any) -> ActorCommitment:
    values = {"id": key, "actor": "a0", "mission": "mission", "quantity": D(0)} | fields
    return an_actor_commitment(**values)


QUIET = {"evidence_date": P("2026-05-22"), "state_date": P("2025-01")}
GONE = {"state": PromiseState.WITHDRAWN, "evidence": "Ny strategi", "evidence_date": None}
LOST = [promised(f"l{n}", state=PromiseState.LAPSED) for n in range(3)]
DONE = [promised(f"d{n}", state=PromiseState.DELIVERED) for n in range(2)]
BREAKS = [
    ("C1", "Aktør 0", "evidence_date", changed("p0", **QUIET)),
    ("C1", "Aktør 0", "evidence_date", changed("p0", evidence_date=None, state_date=None)),
    ("C1", "Aktør 0", "actor", changed("p0", **QUIET)),
    ("C1", "Aktør 0", "actor", changed("p0", state=PromiseState.OFFERED)),
    ("C2", "M1", "actor_types", without("p1", "p2")),
    ("C2", "M1", "actor_types", changed("a1", emerging=True)),
    ("C2", "M1", "actor_types", changed("mission", actor_types=TYPES[:3])),
    ("C2", "M1", "actor_types", changed("mission", actor_types=(*TYPES, ActorType.KNOWLEDGE))),
    ("C3", "M1", "quantity", changed("p0", quantity=D("4.5"))),
    ("C3", "M1", "quantity", changed("p0", unit="kr.")),
    ("C3", "M1", "quantity", changed("p0", kind=ContributionKind.PEOPLE)),
    ("C4", "Aktør 0", "state", changed("p0", end=P("2026-10"))),
    ("C4", "M1", "actor_types", joined(*LOST, *DONE)),
    ("C4", "Aktør 0", "", joined(*LOST, *DONE)),
    ("C5", "M1", "actor_types", joined(promised("w", **GONE, state_date=P("2026-10-01")))),
    ("C5", "M1", "actor_types", joined(promised("w", **GONE, state_date=None))),
    (
        "C5",
        "M1",
        "actor_types",
        joined(promised("w", **(GONE | {"evidence": ""}), state_date=P("2025-01"))),
    ),
    ("C6", "M1", "actor_types", without("p1")),
    ("C6", "M1", "actor_types", changed("a2", type=ActorType.LABOUR)),
]


def test_a_sound_coalition_has_no_findings() -> None:
    assert findings(allied()) == ()


@pytest.mark.parametrize(("rule", "label", "field", "break_it"), BREAKS)
def test_a_broken_rule_names_itself_and_its_place(
    rule: str, label: str, field: str, break_it: Any
) -> None:
    found = [one for one in findings(break_it(allied())) if one.rule == rule]
    assert (label, field) in {(one.label, one.field) for one in found}
    assert all(one.message.msgid and one.mend.msgid and one.takeaway == 6 for one in found)


def rules(records: list[Entity]) -> set[str]:
    return {one.rule for one in findings(records)}


def test_an_offer_that_ended_is_no_broken_promise() -> None:
    offers = [
        promised(f"o{n}", state=state, ended_from=PromiseState.OFFERED)
        for n, state in enumerate([PromiseState.WITHDRAWN, PromiseState.LAPSED] * 2)
    ]
    assert coalition.kept_of([*offers, *DONE]) == coalition.Kept(2, 2)
    assert "C4" not in rules(joined(*offers, *DONE)(allied()))
    agreed = [replace(one, ended_from=PromiseState.AGREED) for one in offers]
    assert coalition.kept_of([*agreed, *DONE]) == coalition.Kept(2, 6)
    assert "C4" in rules(joined(*agreed, *DONE)(allied()))


def test_half_a_year_is_counted_to_the_day() -> None:
    last = changed("p0", evidence_date=P("2026-05-23"))
    assert rules(last(allied())) == set()
    # A promise of which nothing shows anything yet has half a year from its state on.
    new = changed("p0", evidence="", evidence_date=None, state_date=P("2026-09"))
    assert rules(new(allied())) == set()


def test_one_live_promise_with_evidence_keeps_the_seat() -> None:
    broken = joined(promised("old", **QUIET))
    found = findings(broken(allied()))
    assert [(one.rule, one.key) for one in found] == [("C1", "old")]


def test_a_seat_that_is_over_needs_no_promise() -> None:
    over = changed("seat", valid_to=P("2026-10"))
    no_more = changed("p0", state=PromiseState.OFFERED, quantity=D(5))
    assert {one.kind for one in findings(over(no_more(allied())))} == {"mission", "coalition_need"}


def test_a_withdrawal_is_answered_by_a_contact_a_decision_or_time_with_a_reason() -> None:
    gone = joined(promised("w", **GONE, state_date=P("2026-10-01")))(allied())
    assert rules(gone) == {"C5"}
    met = an_engagement(actor="a0", mission="mission", date=P("2026-10-02"))
    assert rules([*gone, met]) == set()
    assert rules([*gone, replace(met, date=P("2026-09-30"))]) == {"C5"}
    assert rules([*gone, replace(met, mission="other")]) == {"C5"}
    decided = a_decision(mission="mission", date=P("2026-10-20"))
    assert "C5" not in rules([*gone, decided])
    assert rules(changed("w", state_date=P("2026-08"))(gone)) == {"C5"}
    assert rules(changed("w", state_date=P("2026-07"))(gone)) == set()


def test_rules_on_coalitions_rest_while_the_mission_is_not_agreed() -> None:
    proposed = changed("mission", state=MissionState.PROPOSED)
    broken = without("p1", "p2")
    assert rules(proposed(broken(allied()))) == set()


def test_kinds_named_are_judged_where_no_actor_has_committed_yet() -> None:
    lonely = changed("mission", actor_types=(ActorType.FOUNDATION, ActorType.LABOUR))
    found = findings(lonely(sound()))
    assert [(one.rule, one.field) for one in found] == [("C6", "actor_types")]


def test_a_promise_to_an_initiative_serves_its_mission() -> None:
    moved = changed("p0", mission=None, initiative="initiative")
    assert findings(moved(allied())) == ()


def test_what_stands_in_no_sum_is_said() -> None:
    unknown = changed("p0", quantity=None)
    found = next(one for one in findings(unknown(allied())) if one.rule == "C3")
    assert dict(found.message.values)["count"] == 1


# -- sums --------------------------------------------------------------------------------
UNITS = st.sampled_from(["mio. kr.", "mio kr", "Mio.kr.", "årsværk", ""])
PROMISES = st.lists(
    st.builds(
        ActorCommitment,
        id=st.uuids().map(str),
        kind=st.sampled_from(ContributionKind),
        quantity=st.none() | st.decimals(0, 10_000, places=2),
        unit=UNITS,
        state=st.sampled_from(PromiseState),
    ),
    max_size=25,
)


@given(PROMISES)
def test_sums_add_each_promise_once_and_only_its_own_kind_and_unit(
    promises: list[ActorCommitment],
) -> None:
    sums = coalition.need_sums((), promises)
    assert len({(one.kind, coalition.unit_key(one.unit)) for one in sums}) == len(sums)
    live = [one for one in promises if one.state.live]
    for one in sums:
        mine = [it for it in live if it.kind is one.kind]
        same = [it for it in mine if coalition.unit_key(it.unit) == coalition.unit_key(one.unit)]
        assert one.promised == sum((it.quantity or D(0) for it in same), D(0))
        assert one.delivered <= one.promised
        counted = sum(it.quantity is not None for it in same)
        assert counted + one.unknown + one.otherwise == len(mine)
    assert sum(one.promised for one in sums) == sum(it.quantity or D(0) for it in live)


@given(PROMISES)
def test_a_rate_is_a_share_and_is_not_said_of_few(promises: list[ActorCommitment]) -> None:
    kept = coalition.kept_of(promises)
    assert 0 <= kept.delivered <= kept.over <= len(promises)
    assert (kept.rate is None) == (kept.over < coalition.FEW)
    assert kept.rate is None or 0 <= kept.rate <= 1


def test_about_half_is_from_thirty_to_seventy_per_cent_of_four_or_more() -> None:
    def half(newcomers: int, all_: int) -> bool:
        actors = tuple(an_actor() for _ in range(all_))
        return coalition.Mix(actors, newcomers=newcomers).about_half

    assert [half(n, 10) for n in (2, 3, 5, 7, 8)] == [False, True, True, True, False]
    assert half(0, 3)
    assert not half(0, 4)


def test_the_last_digit_of_a_cvr_number_checks_the_others() -> None:
    assert coalition.is_cvr("13748136")  # the example of Erhvervsstyrelsen
    assert not coalition.is_cvr("13748137")
    assert not coalition.is_cvr("1374813")
    assert not coalition.is_cvr("١٣٧٤٨١٣٦")


def test_checks_are_told_by_their_time() -> None:
    on = TODAY
    times = {"2026-11-20": "overdue", "2026-12": "soon", "2027-03": "later"}
    for text, said in times.items():
        assert coalition.check_timing(promised("p", next_check=P(text)), on).value == said
    assert coalition.check_timing(promised("p"), on).value == "undated"
    gone = promised("p", next_check=P("2020"), state=PromiseState.DELIVERED)
    assert coalition.check_timing(gone, on).value == "over"


def test_the_rules_are_quick_with_five_hundred_actors() -> None:
    records = allied()
    for n in range(500):
        records.append(an_actor(id=f"m{n}", name=f"M {n}"))
        records += [promised(f"m{n}-{k}", actor=f"m{n}") for k in range(3)]
    kinds = {type(one) for one in records}
    now = Situation(
        {kind: tuple(it for it in records if type(it) is kind) for kind in kinds}, TODAY
    )
    from time import perf_counter

    from missiondesk.domain.readiness import joined as rules_of

    start = perf_counter()
    for rule in rules_of.RULES:
        list(rule(now))
    assert perf_counter() - start < 1
