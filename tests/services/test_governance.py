# SPDX-License-Identifier: Apache-2.0
"""Governance sheet, skills plan and actors' commitments: what is derived, and how it is printed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from missiondesk.documents.governance import print_actors, print_governance, print_skills
from missiondesk.documents.printed import PrintedDocument
from missiondesk.domain.body import BodyKind
from missiondesk.domain.initiative import Instrument, Stage
from missiondesk.domain.mission import ActorType, Mission, Publication
from missiondesk.domain.organisation import OfficeLevel
from missiondesk.domain.report_content import Rows
from missiondesk.domain.responsibility import Raci, Responsibility
from missiondesk.language import translator
from missiondesk.services.actor_contract import actor_contract
from missiondesk.services.desk import Desk
from missiondesk.services.document_jobs import kind_named
from missiondesk.services.document_kinds import ordered
from missiondesk.services.governance_sheet import governance_sheet
from missiondesk.services.skills_plan import skills_plan
from tests import builders as make
from tests.documents.governance_of import a_contract, a_governance, a_skills_plan
from tests.documents.inspection import failures, link_targets, page_text, squeezed, structure
from tests.documents.reports_of import situation_of
from tests.more_builders import a_body, a_seat
from tests.sample import a_sample

BUILT: dict[str, tuple[Callable[[str], Any], Callable[[Any], PrintedDocument]]] = {
    "governance": (a_governance, print_governance),
    "skills": (a_skills_plan, print_skills),
    "actors": (a_contract, print_actors),
}
EN = translator("en")


@pytest.fixture(scope="module")
def shown() -> Iterator[Desk]:
    """The sample, only looked at."""
    desk = a_sample("Anna Eksempel")
    yield desk
    desk.close()


# -- what is derived -----------------------------------------------------------------------


def carried(secretary: bool = True, **fields: Any) -> list[Any]:
    """A mission with two ministries, an initiative led by the other, and a shared commitment."""
    first, second = make.a_ministry(code="BM"), make.a_ministry(code="SUM")
    office = make.an_office(ministry=first.id)
    other = make.an_office(ministry=second.id)
    mission = make.a_mission(
        code="M1", accountable_office=office.id, co_offices=(other.id,), **fields
    )
    records = [
        first, second, office, other, mission,
        make.an_initiative(mission=mission.id, code="M1.1", office=other.id, stage=Stage.PILOT,
                           instrument=Instrument.LAW),
        make.a_commitment(mission=mission.id, lead_office=other.id, co_offices=(office.id,)),
    ]  # fmt: skip
    board = a_body(mission=mission.id, kind=BodyKind.MISSION_BOARD)
    group = a_body(mission=mission.id, reports_to=board.id)
    records += [board, group, a_seat(body=board.id, office=other.id)]
    records.append(a_seat(body=group.id, office=other.id))
    if secretary:
        records.append(make.an_office(ministry=second.id, level=OfficeLevel.PERMANENT_SECRETARY))
    return records


def test_every_row_has_one_who_answers_and_one_who_leads() -> None:
    now = situation_of(carried())
    sheet = governance_sheet(now, now.missions[0], EN)
    assert sheet.matrix.head == ("Item", "BM", "SUM")
    assert [row[1:] for row in sheet.matrix.rows] == [("A R", "R"), ("·", "A R"), ("R", "A R")]
    for row in sheet.matrix.rows:
        assert sum("A" in cell for cell in row[1:]) == 1
        assert sum("R" in cell for cell in row[1:]) >= 1
    assert sheet.gaps == ()
    assert sheet.chain.rows[0][-1] == "✓ yes"


def test_ideas_are_named_beside_the_chains_that_run() -> None:
    records = carried()
    mission = next(one for one in records if isinstance(one, Mission))
    idea = make.an_initiative(code="I9", mission=mission.id, stage=Stage.IDEA)
    now = situation_of([*records, idea])
    sheet = governance_sheet(now, now.missions[0], EN)
    assert "I9" not in " ".join(row[0] for row in sheet.chain.rows)
    assert sheet.chain.note == "I9 is an idea and has no chain of command yet."
    assert governance_sheet(situation_of(records), mission, EN).chain.note == ""


def test_who_is_only_heard_does_not_carry_the_mission() -> None:
    records = carried()
    third = make.a_ministry(code="FM")
    heard = make.an_office(ministry=third.id)
    mission = next(one for one in records if isinstance(one, Mission))
    letter = Responsibility("heard", Raci.CONSULTED, mission=mission.id, office=heard.id)
    now = situation_of([*records, third, heard, letter])
    sheet = governance_sheet(now, mission, EN)
    assert sheet.matrix.head == ("Item", "BM", "SUM", "FM")
    assert sheet.finding.startswith("2 ministries carry the mission")


def test_a_gap_in_the_chain_is_told() -> None:
    now = situation_of(carried(secretary=False))
    sheet = governance_sheet(now, now.missions[0], EN)
    assert sheet.chain.rows[0][3] == "not recorded"
    assert sheet.chain.rows[0][-1] == "▲ no"
    assert any("(G2)" in gap for gap in sheet.gaps)
    assert "1 thing is not settled" in sheet.finding


def test_skills_follow_from_the_means_of_the_portfolio() -> None:
    now = situation_of(carried())
    plan = skills_plan(now, now.missions[0], EN)
    assert [row[0] for row in plan.pointed.rows] == [
        "Legislation and law-craft", "Experiments and evaluation",
    ]  # fmt: skip
    assert plan.needed.rows == () and "None of it is recorded" in plan.needed.empty
    public = skills_plan(now, now.missions[0], EN, public=True)
    assert public.finding == "The portfolio points to 2 skills."
    assert public.pointed == plan.pointed and not public.needed.empty


def test_the_contract_says_who_takes_part_and_what_the_government_gives() -> None:
    types = (ActorType.FOUNDATION, ActorType.LABOUR)
    now = situation_of(carried(actor_types=types))
    contract = actor_contract(now, now.missions[0], EN)
    assert "at least three kinds (C2)" in contract.finding
    assert [row[1] for row in contract.parties.rows].count("✓ takes part") == 2
    assert contract.in_return.rows[0][0] == "M1.1"
    assert len(contract.signatories) == 3
    empty = actor_contract(situation_of(carried()), now.missions[0], EN)
    assert empty.promised.rows == ()


# -- on paper ------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("kind", BUILT)
def test_the_whole_layout_conforms_and_shows_every_word(kind: str, language: str) -> None:
    build, press = BUILT[kind]
    content = build(language)
    made = press(content)
    assert failures(made.data) == []
    assert made.missing_glyphs == ()
    said = squeezed(structure(made.data).text)
    for word in texts_of(content):
        assert squeezed(word) in said, word


@pytest.mark.parametrize("public", [False, True])
@pytest.mark.parametrize("kind", BUILT)
def test_the_sample_s_sheets_conform(shown: Desk, kind: str, public: bool) -> None:
    order = ordered(shown.session, "da", public)
    maker = kind_named(kind)
    jobs = list(maker.planned(order))
    assert len(jobs) == sum(
        not public or one.publication is Publication.PUBLIC for one in shown.situation.missions
    )
    for job in jobs[:2]:
        made = job.make()
        assert failures(made.data) == []
        assert made.missing_glyphs == ()


def test_the_public_sheet_names_no_official(shown: Desk) -> None:
    mission = shown.missions.with_code("M1")
    assert mission is not None
    for kind in BUILT:
        order = ordered(shown.session, "da", True, mission.id)
        said = page_text(kind_named(kind).make(order).make().data)
        for word in ("Departementschef", "kontorchef", "Internt", "Ikke på plads"):
            assert word.casefold() not in said.casefold()


HOSTILE = st.one_of(
    st.text(st.characters(codec=None, exclude_categories=()), max_size=30),
    st.sampled_from(["<b>x", '<a href="javascript:x">y</a>', "W" * 300, "tekst " * 90, "漢字"]),
)


@settings(max_examples=4)
@given(HOSTILE, HOSTILE)
def test_any_text_is_printed_and_none_of_it_obeyed(one: str, two: str) -> None:
    table = Rows(title=one, head=("x", "y"), rows=((one, two),) * 40, note=two)
    made = print_actors(
        replace(a_contract(), sentence=one, promised=table, signatories=(one, two), terms=(two,))
    )
    assert failures(made.data) == []
    assert link_targets(made.data) == []


def texts_of(content: Any) -> Iterator[str]:
    """Every text of a content that stands in the flow of its pages."""
    for name in content.__dataclass_fields__:
        value = getattr(content, name)
        if isinstance(value, Rows):
            yield from (value.title, value.note, *value.head)
            yield from (cell for row in value.rows for cell in row)
        elif isinstance(value, str):
            yield value
        elif isinstance(value, tuple):
            yield from value


def test_bodies_of_the_chain_stand_in_the_table_of_bodies(shown: Desk) -> None:
    now = shown.situation
    mission = next(one for one in now.missions if one.code == "M5")
    sheet = governance_sheet(now, mission, EN)
    links = {cell for row in sheet.chain.rows for cell in (row[2], row[-2])}
    assert links == {"SGM", "KU"}
    assert {row[0].split()[0] for row in sheet.bodies.rows} == links
    met = [row[0] for row in sheet.cadence.rows if row[0].startswith("Meeting: ")]
    assert len(met) == len(links)
    late = next(one for one in now.missions if one.code == "M4")
    ahead = governance_sheet(now, late, EN).cadence.rows[-1]
    assert ahead[-1] == "September 2026 (M4.2), overdue"
