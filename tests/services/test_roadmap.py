# SPDX-License-Identifier: Apache-2.0
"""The roadmap's content: lanes from data, and a public version that never held what is internal."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from missiondesk.domain.letter import BlockKind
from missiondesk.domain.mission import Publication
from missiondesk.domain.organisation import OfficeLevel
from missiondesk.domain.wording import Wording
from missiondesk.services.desk import Desk
from missiondesk.services.publication import published

CANARY = "KANARIEFUGL"


def test_a_lane_a_mission_in_whole_years(sample: Desk) -> None:
    content = sample.roadmap.content("da")
    assert [lane.code for lane in content.lanes] == [f"M{number}" for number in range(1, 8)]
    assert (content.start, content.end) == (date(2024, 1, 1), date(2032, 12, 31))
    assert content.today == date(2026, 10, 31)
    assert (content.mark, content.sample) == ("EKSEMPEL", True)
    assert any("Eurostat" in part for part in (content.method_note,))
    assert len(content.sources) == 7


def test_what_has_no_dates_stands_with_a_note(sample: Desk) -> None:
    lane = sample.roadmap.content("en").lanes[3]
    undated = next(bar for bar in lane.bars if bar.code == "M4.3")
    assert (undated.start is None, undated.end is None) == (False, True)
    assert "August 2027" in undated.undated_note


def test_one_mission_alone(sample: Desk) -> None:
    mission = sample.missions.with_code("M2")
    assert mission is not None
    content = sample.roadmap.content("da", mission=mission.id)
    assert [lane.key for lane in content.lanes] == [mission.id]
    assert mission.title.da in content.title
    assert content.narrative == mission.narrative.da


def test_an_empty_workspace_has_an_empty_roadmap(desk: Desk) -> None:
    content = desk.roadmap.content("da")
    assert content.lanes == ()
    assert content.start < content.end
    assert content.title


def test_closed_initiatives_may_be_left_out(sample: Desk) -> None:
    codes = {
        bar.code for lane in sample.roadmap.content("da", closed=False).lanes for bar in lane.bars
    }
    assert "M1.4" not in codes
    assert "M1.1" in codes


def with_canaries(desk: Desk) -> None:
    """Put a canary into every place that is not for the public."""
    for mission in desk.missions.all():
        internal = mission.publication is Publication.INTERNAL
        title = Wording(CANARY, CANARY) if internal else mission.title
        desk.missions.revise(replace(mission, note=CANARY, title=title))
    for initiative in desk.initiatives.all():
        internal = initiative.publication is Publication.INTERNAL
        title = Wording(CANARY, CANARY) if internal else initiative.title
        desk.initiatives.revise(replace(initiative, note=CANARY, title=title))
    for milestone in desk.milestones.all():
        internal = milestone.publication is Publication.INTERNAL
        title = Wording(CANARY, CANARY) if internal else milestone.title
        desk.milestones.revise(replace(milestone, evidence=CANARY, title=title))
    for row in desk.organisation.rows():
        if row.office.level is OfficeLevel.OFFICIAL:
            title = Wording(CANARY, CANARY)
            desk.organisation.revise_office(replace(row.office, title=title))
            mine = desk.initiatives.all()[0]
            desk.initiatives.revise(replace(mine, office=row.office.id))
            if row.person is not None:
                desk.organisation.revise_person(replace(row.person, name=CANARY))


def test_the_public_roadmap_never_held_what_is_internal(sample: Desk) -> None:
    with_canaries(sample)
    for language in ("da", "en"):
        assert CANARY in repr(sample.roadmap.content(language))
        public = sample.roadmap.content(language, public=True)
        assert CANARY not in repr(public)
        assert {lane.code for lane in public.lanes} == {"M1", "M2", "M3", "M5"}
        assert public.public
        assert public.classification in ("Må offentliggøres", "May be published")
        assert public.reference == "Ref. 2026-10-31"


def test_no_record_of_the_published_situation_is_internal(sample: Desk) -> None:
    with_canaries(sample)
    public = published(sample.situation)
    held = [record for kind in public._records for record in public.all(kind)]
    assert not [record for record in held if CANARY in repr(record)]


def test_public_letters_are_built_from_public_data(sample: Desk) -> None:
    with_canaries(sample)
    plan = sample.printing.plan("letters", "da", public=True)
    assert [job.name for job in plan.jobs] == [
        f"missionsbrev-M{number}-2026-00{number}-offentlig-da.pdf" for number in (1, 2, 3)
    ]
    assert {skipped.mission_code for skipped in plan.skipped} == {"M4", "M5", "M6", "M7"}
    assert not any(skipped.fault for skipped in plan.skipped)


def test_public_letters_name_no_case_officer(sample: Desk) -> None:
    letters = published(sample.situation).letters
    assert all(one.case_officer == "" for one in letters)
    blocks = [published(sample.situation).blocks_of(one.id) for one in letters]
    assert all(len(each) == len(BlockKind) for each in blocks)
