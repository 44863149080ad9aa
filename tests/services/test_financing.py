# SPDX-License-Identifier: Apache-2.0
"""N7: what is spent is paid for in every year and for good, or it is said where it is not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missiondesk.domain.balance import Balance, balance, package_cost, summed, unfunded
from missiondesk.domain.financing import FinancingLine, LineKind, Package
from missiondesk.domain.initiative import Money
from missiondesk.domain.negotiation import Audience
from missiondesk.domain.party import Party
from missiondesk.domain.refused import Refused
from missiondesk.domain.wording import Wording
from missiondesk.language import translator
from missiondesk.services.desk import Desk
from missiondesk.services.financing_table import balance_said, years_said
from missiondesk.services.talks_partition import PARTIES
from tests.documents.inspection import failures, page_text
from tests.talks_builders import a_party, a_round

EN = translator("en")
MILLION = 100_000_000
lines = st.lists(
    st.tuples(
        st.lists(st.builds(Money, st.integers(2027, 2031), st.integers(0, 10**14)), max_size=4)
        .map(tuple),
        st.none() | st.integers(0, 10**14),
    ),
    max_size=6,
)  # fmt: skip


@given(lines, lines, lines)
def test_sums_are_exact_and_every_short_year_is_told(expense, financing, room) -> None:  # type: ignore[no-untyped-def]
    found = Balance(summed(expense), summed(financing), summed(room))
    for year in range(2027, 2032):
        net = sum(
            sign * one.oere
            for sign, part in ((-1, expense), (1, financing), (1, room))
            for amounts, _permanent in part
            for one in amounts
            if one.year == year
        )
        assert found.left(year) == net
        assert (year in found.short) == (net < 0)
    assert (None in found.short) == (found.left(None) < 0)
    assert found.expenses.unknown == sum(permanent is None for _amounts, permanent in expense)


def line(desk: Desk, kind: LineKind, amounts: dict[int, int], **fields: object) -> FinancingLine:
    """A line of the table, amounts in millions."""
    money = tuple(Money(year, amount * MILLION) for year, amount in amounts.items())
    made = FinancingLine("", kind, Wording(f"Linje {kind.value}"), amounts=money)
    return desk.talks.add(replace(made, **fields))  # type: ignore[arg-type]


def test_what_is_not_paid_for_is_told_by_year_and_by_clause(desk: Desk) -> None:
    chapter = desk.platform.add_chapter(Wording("Arbejde"))
    clause = desk.talks.text.add_clause(chapter.id, Wording("Lærepladser."))
    other = desk.talks.text.add_clause(chapter.id, Wording("Gratis."))
    assert balance_said(balance(desk.situation, None), EN) == "No amounts are entered yet"
    line(desk, LineKind.EXPENSE, {2027: 100, 2028: 200}, clause=clause.id, permanent=200 * MILLION)
    pays = line(desk, LineKind.FINANCING, {2027: 100, 2028: 150}, clause=clause.id)
    found = balance(desk.situation, None)
    assert found.short == (2028, None)
    assert balance_said(found, EN) == "■ Not covered: 2028 and for good"
    assert unfunded(desk.situation) == (clause,)
    talks = a_round(frame=(Money(2028, 50 * MILLION),), permanent=200 * MILLION)
    assert balance(desk.situation, talks).short == ()
    more = (Money(2027, 100 * MILLION), Money(2028, 200 * MILLION))
    desk.talks.revise(replace(pays, amounts=more, permanent=200 * MILLION))
    assert balance(desk.situation, None).short == ()
    assert unfunded(desk.situation) == ()
    assert other.id not in [one.id for one in unfunded(desk.situation)]
    desk.history.undo()
    assert unfunded(desk.situation) == (clause,)


def test_a_package_costs_what_is_in_it(desk: Desk) -> None:
    chapter = desk.platform.add_chapter(Wording("Arbejde"))
    clause = desk.talks.text.add_clause(chapter.id, Wording("Lærepladser."))
    line(desk, LineKind.EXPENSE, {2027: 100}, clause=clause.id, permanent=10 * MILLION)
    talks = desk.talks.add(a_round())
    topic = desk.talks.rounds.add_topic(talks.id, Wording("Skat"))
    option = desk.talks.rounds.add_option(topic.id, Wording("Lavere"))
    option = desk.talks.revise(replace(option, amounts=(Money(2027, 50 * MILLION),)))
    package = desk.talks.add(Package("", "Pakke", (clause.id,)))
    assert package_cost(desk.situation, package).left(2027) == -100 * MILLION
    package = desk.talks.revise(replace(package, options=(option.id,)))
    assert package_cost(desk.situation, package).left(2027) == -150 * MILLION
    line(desk, LineKind.FINANCING, {2027: 150}, clause=clause.id, permanent=10 * MILLION)
    assert package_cost(desk.situation, package).short == ()
    desk.talks.text.remove_clause(clause.id)
    kept = desk.situation.get(Package, package.id)
    assert kept is not None and kept.clauses == ()
    assert all(one.clause is None for one in desk.situation.all(FinancingLine))


@pytest.mark.parametrize(
    ("record", "field"),
    [
        (FinancingLine(""), "title"),
        (FinancingLine("", title=Wording("x"), clause="none"), "clause"),
        (FinancingLine("", title=Wording("x"), amounts=(Money(2027, -1),)), "amounts"),
        (FinancingLine("", title=Wording("x"), permanent=-1), "amounts"),
        (Package("", " "), "name"),
    ],
)
def test_records_that_break_a_rule_are_refused(
    desk: Desk, record: FinancingLine | Package, field: str
) -> None:
    with pytest.raises(Refused) as refused:
        desk.talks.add(record)
    assert refused.value.field == field


def test_the_table_holds_what_its_reader_may_see(desk: Desk) -> None:
    party = desk.talks.add(a_party())
    desk.talks.add(a_round(frame=(Money(2027, 77 * MILLION),)))
    line(desk, LineKind.EXPENSE, {2027: 100}, title=Wording("Fælles udgift"))
    line(desk, LineKind.FINANCING, {2027: 100}, title=Wording("Hemmelig reserve"),
         audience=Audience.SECRETARIAT)  # fmt: skip
    line(desk, LineKind.FINANCING, {2027: 30}, title=Wording("Partiets eget"),
         audience=Audience.OWN, agreed_by=(party.id,))  # fmt: skip
    whole = page_text(desk.printing.prepare("financing", "da").make().data)
    assert "Hemmelig reserve" in whole and "77,0" in whole
    for reader, sees in ((PARTIES, False), (party.id, True)):
        made = desk.printing.prepare("financing", "da", reader=reader).make()
        said = page_text(made.data)
        assert failures(made.data) == []
        assert "Fælles udgift" in said
        assert "Hemmelig" not in said and "77,0" not in said
        assert ("Partiets eget" in said) == sees
    assert len(desk.situation.all(Party)) == 1


def test_who_calculated_an_amount_is_said_once_and_by_its_name(sample: Desk) -> None:
    """It was "beregnet af finansministeriet, Finansministeriet (eksempel)"."""
    said = " ".join(page_text(sample.printing.prepare("financing", "da").make().data).split())
    assert "beregnet af Finansministeriet, Notat af 12. oktober 2026 (eksempel)" in said
    said = " ".join(page_text(sample.printing.prepare("financing", "en").make().data).split())
    assert "(example): estimated, " in said and "calculated by the ministry of finance" in said


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_table_is_accessible_and_archival(sample: Desk, language: str) -> None:
    made = sample.printing.prepare("financing", language).make()
    assert failures(made.data) == []
    assert (made.missing_glyphs, made.cut_texts) == ((), ())


def test_years_in_a_row_are_said_as_from_and_to() -> None:
    assert years_said([]) == []
    assert years_said([2027, 2028]) == ["2027", "2028"]
    assert years_said([2027, 2028, 2029, 2031]) == ["2027–2029", "2031"]
