# SPDX-License-Identifier: Apache-2.0
"""Milestones, initiatives and commitments."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from missiondesk.domain.commitment import Commitment, CommitmentStatus
from missiondesk.domain.initiative import Initiative, Money, Stage
from missiondesk.domain.milestone import Milestone, MilestoneStatus
from missiondesk.domain.mission import Mission
from missiondesk.domain.period import Period
from missiondesk.domain.refused import Refused
from missiondesk.domain.wording import Wording
from missiondesk.services.desk import Desk


@pytest.fixture
def mission(desk: Desk) -> Mission:
    return desk.missions.add(Wording("Mission"))


# -- milestones ----------------------------------------------------------------------------


def test_a_moved_milestone_keeps_its_first_date(desk: Desk, mission: Mission) -> None:
    made = desk.milestones.add(
        Milestone("", mission=mission.id, title=Wording("Aftale"), due=Period("2027-01"))
    )
    moved = desk.milestones.revise(replace(made, due=Period("2027-06")))
    again = desk.milestones.revise(replace(moved, due=Period("2027-09")))
    assert again.original_due == Period("2027-01")
    assert again.status is MilestoneStatus.MOVED


def test_a_status_that_is_set_by_hand_is_left(desk: Desk, mission: Mission) -> None:
    made = desk.milestones.add(
        Milestone("", mission=mission.id, title=Wording("Aftale"), due=Period("2027-01"))
    )
    risky = replace(made, due=Period("2027-06"), status=MilestoneStatus.AT_RISK)
    assert desk.milestones.revise(risky).status is MilestoneStatus.AT_RISK


def test_a_milestone_needs_title_and_mission(desk: Desk, mission: Mission) -> None:
    for made, field in (
        (Milestone("", mission=mission.id), "title"),
        (Milestone("", title=Wording("Aftale")), "mission"),
    ):
        with pytest.raises(Refused) as refused:
            desk.milestones.add(made)
        assert refused.value.field == field


# -- initiatives ---------------------------------------------------------------------------


def test_codes_follow_the_mission(desk: Desk, mission: Mission) -> None:
    def add(owner: str | None) -> str:
        return desk.initiatives.add(Initiative("", mission=owner, title=Wording("Prøve"))).code

    assert [add(mission.id), add(mission.id), add(None)] == ["M1.1", "M1.2", "I1"]


def test_moving_dates_the_stage_and_follows_the_order(desk: Desk, mission: Mission) -> None:
    made = desk.initiatives.add(Initiative("", mission=mission.id, title=Wording("Prøve")))
    with pytest.raises(Refused) as refused:
        desk.initiatives.move(made.id, Stage.SCALE)
    assert refused.value.field == "stage"
    moved = desk.initiatives.move(made.id, Stage.PILOT)
    assert moved.stage_since is not None
    assert moved.stage_since.first == desk.today


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"title": Wording()}, "title"),
        ({"start": Period("2028"), "end": Period("2027-12")}, "end"),
        ({"frame": (Money(2027, 1), Money(2027, 2))}, "frame"),
        ({"frame": (Money(2027, -1),)}, "frame"),
    ],
)
def test_a_wrong_initiative_is_refused(
    desk: Desk, mission: Mission, fields: dict[str, object], field: str
) -> None:
    wrong = replace(Initiative("", mission=mission.id, title=Wording("Prøve")), **fields)  # type: ignore[arg-type]
    with pytest.raises(Refused) as refused:
        desk.initiatives.add(wrong)
    assert refused.value.field == field


def test_a_contribution_lies_in_its_range(desk: Desk, mission: Mission) -> None:
    made = desk.initiatives.add(Initiative("", mission=mission.id, title=Wording("Forsøg")))
    ranged = replace(made, contribution_low=Decimal(1), contribution_high=Decimal(3))
    assert desk.initiatives.revise(ranged) == ranged
    with pytest.raises(Refused) as refused:
        desk.initiatives.revise(replace(ranged, contribution_low=Decimal(4)))
    assert refused.value.field == "contribution_high"


def test_a_removed_initiative_leaves_its_milestones_to_the_mission(sample: Desk) -> None:
    made = next(one for one in sample.initiatives.all() if one.code == "M1.1")
    before = sample.milestones.of_mission(made.mission or "")
    sample.initiatives.remove(made.id)
    after = sample.milestones.of_mission(made.mission or "")
    assert len(after) == len(before)
    assert not [one for one in after if one.initiative == made.id]


# -- commitments ---------------------------------------------------------------------------


def test_numbers_go_on_and_close_their_gaps(desk: Desk, mission: Mission) -> None:
    made = [
        desk.commitments.add(Commitment("", mission=mission.id, text=Wording(text)))
        for text in ("Én", "To", "Tre")
    ]
    desk.commitments.remove(made[1].id)
    left = desk.commitments.of_mission(mission.id)
    assert [(one.number, one.text.da) for one in left] == [(1, "Én"), (2, "Tre")]


def test_the_missions_office_leads_unless_another_is_named(desk: Desk, mission: Mission) -> None:
    office = desk.organisation.offices()[0]
    desk.missions.assign(mission.id, office.id)
    made = desk.commitments.add(Commitment("", mission=mission.id, text=Wording("Én")))
    assert made.lead_office == office.id
    with pytest.raises(Refused) as refused:
        desk.commitments.revise(replace(made, co_offices=(office.id,)))
    assert refused.value.field == "co_offices"


def test_splitting_makes_two_of_one_and_moves_the_rest_on(sample: Desk) -> None:
    mission = sample.missions.with_code("M2")
    assert mission is not None
    whole = sample.commitments.of_mission(mission.id)[2]
    first, second = sample.commitments.split(whole.id)
    texts = [(one.number, one.text.da) for one in sample.commitments.of_mission(mission.id)]
    assert texts[2:] == [(3, first.text.da), (4, second.text.da)]
    assert first.text.da.startswith("Udvikle")
    assert second.text.da.startswith("Udbrede")
    assert second.co_offices == whole.co_offices
    assert "L3" not in {one.rule for one in sample.readiness.of(Commitment, whole.id)}
    with pytest.raises(Refused):
        sample.commitments.split(sample.commitments.of_mission(mission.id)[0].id)


def test_dropping_a_commitment_takes_a_reason(desk: Desk, mission: Mission) -> None:
    made = desk.commitments.add(Commitment("", mission=mission.id, text=Wording("Én")))
    dropped = replace(made, status=CommitmentStatus.NOT_PURSUED)
    with pytest.raises(Refused) as refused:
        desk.commitments.revise(dropped)
    assert refused.value.field == "reason"
    kept = desk.commitments.revise(replace(dropped, reason="Loven er vedtaget uden"))
    assert kept.status_date is not None
    assert kept.status_date.first == desk.today
