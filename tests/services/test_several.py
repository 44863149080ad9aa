# SPDX-License-Identifier: Apache-2.0
"""One field of several records: one Step by the rules of each, or nothing and why not."""

from __future__ import annotations

from dataclasses import fields

import pytest

from missiondesk.domain.commitment import Commitment, CommitmentStatus
from missiondesk.domain.entities import Entity
from missiondesk.domain.gate import Gate
from missiondesk.domain.gates import earliest
from missiondesk.domain.initiative import Initiative, Stage
from missiondesk.domain.mission import Mission
from missiondesk.domain.period import Period
from missiondesk.services.desk import Desk
from missiondesk.services.several import SETTABLE, Asks, Settable
from tests.journeys.traveller import present
from tests.sample import a_sample


@pytest.fixture
def desk() -> Desk:
    return a_sample()


def field(kind: type[Entity], name: str) -> Settable:
    return next(one for one in SETTABLE[kind] if one.name == name)


@pytest.mark.parametrize("kind", list(SETTABLE), ids=lambda kind: kind.__name__)
def test_every_settable_field_is_one_of_the_record(kind: type[Entity]) -> None:
    known = {one.name: one.type for one in fields(kind)}  # type: ignore[arg-type]
    for one in SETTABLE[kind]:
        assert one.name in known
        if isinstance(one.of, Asks):
            assert one.none, f"{one.name} can be empty"
        else:
            assert one.of.__name__ in str(known[one.name])
        assert bool(one.none) == ("None" in str(known[one.name])), one.name


@pytest.mark.parametrize("kind", list(SETTABLE), ids=lambda kind: kind.__name__)
def test_each_kind_goes_by_its_own_service(kind: type[Entity], desk: Desk) -> None:
    records = desk.situation.all(kind)
    if not records:
        pytest.skip("the sample has none")
    chosen = SETTABLE[kind][-1]
    value = getattr(records[0], chosen.name)
    keys = [one.id for one in records]
    before = len(desk.history.steps())
    refused = desk.several.set(kind, keys, chosen, value)
    assert len(desk.history.steps()) <= before + 1
    if not refused:
        assert {getattr(one, chosen.name) for one in desk.situation.all(kind)} == {value}


def test_all_in_one_step_that_undo_takes_back(desk: Desk) -> None:
    before, steps = present(desk), len(desk.history.steps())
    keys = [one.id for one in desk.commitments.all()[:5]]
    due = field(Commitment, "due")
    assert desk.several.set(Commitment, keys, due, Period("2028-06")) == ()
    assert len(desk.history.steps()) == steps + 1
    assert {desk.session.the(Commitment, key).due for key in keys} == {Period("2028-06")}
    changed = present(desk)
    desk.history.undo()
    assert present(desk) == before
    desk.history.redo()
    assert present(desk) == changed


def test_what_does_not_fit_is_told_and_nothing_is_half_done(desk: Desk) -> None:
    before, steps = present(desk), len(desk.history.steps())
    found = desk.initiatives.all()
    refused = desk.several.set(
        Initiative, [one.id for one in found], field(Initiative, "end"), Period("2025-01")
    )
    late = {one.id for one in found if one.start and one.start.first > Period("2025-01").last}
    assert {one.key for one in refused} == late and 0 < len(late) < len(found)
    assert {one.why.msgid for one in refused} == {"The initiative ends before it begins."}
    assert all(one.name for one in refused)
    assert present(desk) == before and len(desk.history.steps()) == steps
    rest = [one.id for one in found if one.id not in late]
    assert desk.several.set(Initiative, rest, field(Initiative, "end"), Period("2025-01")) == ()


def test_the_same_rules_hold_as_for_one(desk: Desk) -> None:
    # A commitment that is not pursued any more says why (and these do not), a status is dated.
    keys = [one.id for one in desk.commitments.all() if one.status is CommitmentStatus.OPEN][:3]
    status = field(Commitment, "status")
    refused = desk.several.set(Commitment, keys, status, CommitmentStatus.NOT_PURSUED)
    assert [one.key for one in refused] == keys
    assert desk.several.set(Commitment, keys, status, CommitmentStatus.MET) == ()
    assert {desk.session.the(Commitment, key).status_date for key in keys} == {
        Period(desk.today.isoformat())
    }
    # Nothing is closed without what closing asks for (P8).
    piloted = [one.id for one in desk.initiatives.all() if one.stage is Stage.PILOT]
    assert desk.several.set(Initiative, piloted, field(Initiative, "stage"), Stage.CLOSED)
    assert {desk.session.the(Initiative, key).stage for key in piloted} == {Stage.PILOT}


def test_a_gate_moves_with_the_date_of_the_next_decision(desk: Desk) -> None:
    def gate(key: str) -> Gate | None:
        return earliest(desk.situation.referring(Gate, "initiative", key))

    keys = [one.id for one in desk.initiatives.all() if gate(one.id) and one.gate_due][:3]
    assert len(keys) == 3
    due = Period("2031-02")
    assert desk.several.set(Initiative, keys, field(Initiative, "gate_due"), due) == ()
    assert [gate(key).due for key in keys] == [due] * 3  # type: ignore[union-attr]


def test_who_leads_shares_no_more_with_itself(desk: Desk) -> None:
    mission = next(one for one in desk.missions.all() if one.co_offices)
    office = mission.co_offices[0]
    keys = [one.id for one in desk.missions.all()]
    assert desk.several.set(Mission, keys, field(Mission, "accountable_office"), office) == ()
    for one in desk.missions.all():
        assert one.accountable_office == office and office not in one.co_offices


def test_the_step_is_called_by_what_it_changed(desk: Desk) -> None:
    keys = [one.id for one in desk.missions.all()][:5]
    desk.several.set(Mission, keys, field(Mission, "horizon"), Period("2035"))
    about = desk.history.steps()[0].about
    assert about.startswith("M1 ") and about.endswith(" + 2")
    assert desk.several.set(Mission, (), field(Mission, "horizon"), None) == ()
