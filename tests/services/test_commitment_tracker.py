# SPDX-License-Identifier: Apache-2.0
"""The tracker over all letters, and who owns what: as data, as sentences, as a tagged page."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missiondesk.documents.ownership import print_ownership
from missiondesk.domain.commitment import Cadence, Commitment, CommitmentStatus
from missiondesk.domain.letter import LetterKind, LetterState
from missiondesk.domain.period import Period, day
from missiondesk.language import translator
from missiondesk.services.commitment_tracker import (
    Timing,
    Wanted,
    involved,
    stands_in,
    timing_of,
    tracked,
)
from missiondesk.services.desk import Desk
from missiondesk.services.ownership_matrix import Share, ownership_matrix
from missiondesk.services.ownership_sheet import MOST_COLUMNS, ownership_sheet
from missiondesk.services.publication import published
from tests import builders as make
from tests.documents.inspection import failures
from tests.documents.reports_of import situation_of
from tests.forty_letters import forty_letters
from tests.pdf_text import page_texts

TODAY = date(2026, 11, 2)
_EN = translator("en")


@pytest.mark.parametrize(
    ("fields", "timing"),
    [
        ({"due": Period("2026-11-01")}, Timing.OVERDUE),
        ({"due": Period("2026-11")}, Timing.SOON),
        ({"due": Period("2026")}, Timing.SOON),
        ({"due": Period("2027-06")}, Timing.LATER),
        ({"due": Period("2020"), "status": CommitmentStatus.MET}, Timing.DONE),
        ({"due": None, "cadence": Cadence.YEARLY}, Timing.RECURRING),
        (
            {"due": None, "cadence": Cadence.QUARTERLY, "status_date": Period("2026-01")},
            Timing.SILENT,
        ),
        ({"due": None, "cadence": None}, Timing.UNDATED),
    ],
)
def test_how_a_commitment_stands_against_its_date(
    fields: dict[str, object], timing: Timing
) -> None:
    assert timing_of(make.a_commitment(**fields), TODAY) is timing


@given(st.integers(-800, 800))
def test_a_day_is_overdue_only_once_it_is_past(apart: int) -> None:
    commitment = make.a_commitment(due=day(TODAY + timedelta(days=apart)))
    assert (timing_of(commitment, TODAY) is Timing.OVERDUE) == (apart < 0)


def test_a_commitment_stands_in_the_letters_of_all_who_lead_or_share_it() -> None:
    one = make.a_commitment(lead_office="lead", co_offices=("co",))
    for office in ("lead", "co"):
        assert stands_in(make.a_letter(mission="m", addressee_office=office), one)
    assert stands_in(make.a_letter(mission="m", addressee_office="x", co_addressees=("co",)), one)
    assert not stands_in(make.a_letter(mission="m", addressee_office="other"), one)
    assert stands_in(make.a_letter(mission=one.mission), one)
    gone = replace(one, status=CommitmentStatus.NOT_PURSUED)
    assert not stands_in(make.a_letter(mission="m", addressee_office="lead"), gone)


def test_only_letters_in_force_or_being_drafted_are_named() -> None:
    mission, office = make.a_mission(), make.an_office()
    one = make.a_commitment(mission=mission.id, lead_office=office.id)
    letters = [
        make.a_letter(mission=mission.id, addressee_office=office.id, number=str(at), **fields)
        for at, fields in enumerate(
            (
                {"state": LetterState.ISSUED},
                {"state": LetterState.SUPERSEDED},
                {"state": LetterState.DRAFT},
                {"state": LetterState.ISSUED, "kind": LetterKind.RECALL},
            )
        )
    ]
    (row,) = tracked(situation_of([mission, office, one, *letters]))
    assert [letter.number for letter in row.letters] == ["0", "2"]


def test_the_tracker_shows_every_commitment_by_mission_and_number(sample: Desk) -> None:
    rows = sample.tracker.rows()
    assert len(rows) == len(sample.commitments.all())
    codes = [(one.label.split(".")[0], one.commitment.number) for one in rows]
    assert codes == sorted(codes)
    assert any("L3" in [finding.rule for finding in one.findings] for one in rows)


def test_filters_narrow_the_tracker_together(sample: Desk) -> None:
    rows = sample.tracker.rows()
    some = next(one for one in rows if one.shared)
    office = some.shared[0].id
    shared = sample.tracker.rows(Wanted(office=office))
    assert some in shared
    assert all(office in involved(one.commitment) for one in shared)
    word = some.commitment.text.da.split()[0]
    both = sample.tracker.rows(
        Wanted(text=word.upper(), office=office, mission=some.mission.id if some.mission else None)
    )
    assert some in both
    open_ones = sample.tracker.rows(Wanted(status=CommitmentStatus.OPEN))
    assert {one.commitment.status for one in open_ones} == {CommitmentStatus.OPEN}
    assert sample.tracker.rows(Wanted(text="findes-ikke")) == ()


def test_the_headline_says_first_what_is_overdue(sample: Desk) -> None:
    said = sample.tracker.headline(sample.tracker.rows(), _EN)[0]
    assert said.endswith("none is overdue")
    late = sample.commitments.of_mission(sample.missions.all()[0].id)[0]
    sample.commitments.revise(replace(late, due=Period("2025")))
    said = sample.tracker.headline(sample.tracker.rows(), _EN)[0]
    assert said == f"1 of {len(sample.commitments.all())} commitments is overdue"
    assert sample.tracker.headline((), _EN) == ("There is no commitment yet", "")


def test_what_is_met_without_evidence_is_told(sample: Desk) -> None:
    one = next(it for it in sample.commitments.all() if it.status is CommitmentStatus.IN_PROGRESS)
    sample.commitments.revise(replace(one, status=CommitmentStatus.MET, evidence=""))
    found = sample.tracker.get(one.id)
    assert found is not None
    assert found.unproven
    assert "1 is met without evidence" in sample.tracker.headline(sample.tracker.rows(), _EN)[1]


def test_the_matrix_counts_what_each_minister_answers_for_leads_and_shares() -> None:
    first, second, idle = (make.an_office() for _ in range(3))
    mission = make.a_mission(accountable_office=first.id, co_offices=(second.id,))
    other = make.a_mission(code="M2")

    def promised(number: int, **fields: object) -> Commitment:
        return make.a_commitment(mission=mission.id, number=number, **fields)

    now = situation_of(
        [
            first, second, idle, mission, other,
            promised(1, lead_office=first.id, co_offices=(second.id,)),
            promised(2, lead_office=second.id),
            promised(3, lead_office=first.id, status=CommitmentStatus.NOT_PURSUED, reason="x"),
        ]
    )  # fmt: skip
    matrix = ownership_matrix(now)
    owners = {one.id: one for one in matrix.owners}
    assert owners[first.id].shares[0] == Share(accountable=1, leads=1)
    assert owners[second.id].shares[0] == Share(responsible=1, leads=1, shares=1)
    assert [one.text for one in owners[first.id].shares] == ["A 1+0", ""]
    assert owners[second.id].shares[0].text == "R 1+1"
    assert owners[idle.id].total == Share()
    assert matrix.ownerless == (other,)
    assert owners[second.id].shares[0].spoken(_EN) == "takes part, leads 1, shares 1"


def test_matrix_and_tracker_agree_with_the_records() -> None:
    desk = forty_letters(12, 90, charts=False)
    matrix = desk.ownership.matrix()
    pursued = desk.commitments.all()
    leads = Counter(one.lead_office for one in pursued)
    shares = Counter(office for one in pursued for office in one.co_offices)
    for owner in matrix.owners:
        assert owner.total.leads == leads[owner.id]
        assert owner.total.shares == shares[owner.id]
    assert sum(one.total.leads for one in matrix.owners) == 90
    content = ownership_sheet(desk.situation, _EN)
    assert [len(table.head) - 1 for table in content.matrix] == [MOST_COLUMNS, 12 - MOST_COLUMNS]
    desk.close(discard=True)


@pytest.mark.parametrize("language", ["da", "en"])
def test_who_owns_what_is_a_tagged_page(sample: Desk, language: str) -> None:
    printed = sample.printing.prepare("ownership", language).make()
    assert failures(printed.data) == []
    text = "".join(page_texts(printed.data))
    matrix = sample.ownership.matrix()
    for owner in matrix.owners:
        assert owner.office.title.in_language(language) in text.replace("\n", "")


def test_the_public_sheet_names_only_public_missions_and_no_load(sample: Desk) -> None:
    internal = sample.missions.with_code("M4")
    assert internal is not None
    now = sample.situation
    content = ownership_sheet(published(now), _EN, public=True)
    codes = {row[0] for row in content.missions.rows}
    assert codes == {one.code for one in published(now).missions}
    assert internal.code not in codes
    assert content.warnings == ()
    text = "".join(page_texts(print_ownership(content).data))
    assert internal.title.en not in text
