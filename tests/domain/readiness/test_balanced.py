# SPDX-License-Identifier: Apache-2.0
"""P5, P6 and P10 are broken once each, and name themselves."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from missiondesk.domain.budget_line import BudgetLine
from missiondesk.domain.entities import Entity
from missiondesk.domain.finding import Finding
from missiondesk.domain.initiative import Facet, Initiative, Money, Stage
from missiondesk.domain.period import Period
from missiondesk.domain.secretariat import Secretariat
from missiondesk.domain.wording import Wording
from missiondesk.language.translator import translator
from tests.domain.readiness.sound import changed, findings, joined, sound


def _of(rule: str, records: list[Entity]) -> list[Finding]:
    return [one for one in findings(records) if one.rule == rule]


@pytest.mark.parametrize("end", [None, Decimal("-2.0")])
def test_p5_initiatives_that_do_not_reach_the_target(end: Decimal | None) -> None:
    broken = changed("initiative", contribution=Decimal("-0.5"), contribution_high=end)
    (found,) = _of("P5", broken(sound()))
    assert (found.kind, found.key, found.mission) == ("mission", "mission", "mission")
    said = translator("en").tell(found.message)
    assert ("only if everything goes well" in said) == (end is not None)


def _portfolio(count: int = 6, **fields: object) -> list[Entity]:
    model = next(one for one in sound() if isinstance(one, Initiative))
    more = [
        replace(model, id=f"more{place}", code=f"I{place + 2}", frame=(Money(2027, 10),))
        for place in range(count)
    ]
    settings = Secretariat(id="secretariat", title=Wording("Sekretariatet"))
    closed = replace(
        model, id="closed", code="I9", stage=Stage.CLOSED, stage_since=Period("2026-05")
    )
    records: list[Entity] = [*sound(), settings, closed, *more]
    return [replace(one, **fields) if isinstance(one, Initiative) and one.id.startswith("more")
            else one for one in records]  # fmt: skip


def test_p6_a_mixed_portfolio_is_left_alone() -> None:
    assert _of("P6", _portfolio()) == []


def test_p6_nothing_is_tried() -> None:
    scaled = _portfolio(stage=Stage.SCALE)
    scaled = [
        replace(one, stage=Stage.SCALE)
        if isinstance(one, Initiative) and one.stage is Stage.PILOT
        else one
        for one in scaled
    ]
    said = [translator("en").tell(one.message) for one in _of("P6", scaled)]
    assert said == ["Nothing is being tried: no initiative is an idea or a pilot."]


def test_p6_nothing_was_closed_within_a_year() -> None:
    records = [one for one in _portfolio() if one.id != "closed"]
    (found,) = _of("P6", records)
    assert found.kind == "secretariat"
    assert "closed" in translator("en").tell(found.message)


def test_p6_most_of_the_money_in_one_cell() -> None:
    records = _portfolio()
    records = [
        replace(one, facet=Facet.MISSION, frame=(Money(2027, 10_000),)) if one.id == "more0" else
        replace(one, facet=Facet.ADAPTIVE) if isinstance(one, Initiative) else one
        for one in records
    ]  # fmt: skip
    said = [translator("en").tell(one.message) for one in _of("P6", records)]
    assert said == [
        "More than 60 per cent of the money lies in one place, seen by facet of innovation."
    ]


def test_p6_a_handful_is_no_portfolio() -> None:
    assert _of("P6", [one for one in _portfolio(2) if one.id != "closed"]) == []


def test_p10_lines_beyond_the_frame() -> None:
    line = BudgetLine(id="line", initiative="initiative", amounts=(Money(2027, 3_000_00),))
    framed = changed("initiative", frame=(Money(2027, 1_000_00),))(sound())
    (found,) = _of("P10", joined(line)(framed))
    assert (found.kind, found.key, found.field) == ("initiative", "initiative", "frame")
    assert "2,000 kroner" in translator("en").tell(found.message)
