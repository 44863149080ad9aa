# SPDX-License-Identifier: Apache-2.0
"""Importing: told first, then all in one step or nothing, and never twice."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from missiondesk.domain.metric import TargetShape
from missiondesk.domain.mission import MissionState
from missiondesk.domain.period import Period
from missiondesk.domain.refused import Refused
from missiondesk.domain.step import Verb
from missiondesk.domain.wording import Wording
from missiondesk.language import translator
from missiondesk.services.desk import Desk
from missiondesk.services.list_states import RowStatus

REAL = Path(__file__).parents[2] / "../shared/data/missions/nz_government_targets.csv"
# Made by hand after the pattern of the real file.
OWN = """\
no,target,metric,direction,target_value,unit,target_year,status_jun_2025,observed,observed_period,note
1,Shorter queues,share served in an hour,up,95,percent,2030,feasible,74.2,2025Q2,as of June
2,Fewer complaints,complaints a year,down,-15,percent change,2030,on track,,,
3,Fewer cars,cars in town,down,-2000,cars (change),2030,at risk,21600,2025Q2,
4,Less waste,"waste, budget 2022-2025",down,290,tonnes (cumulative),2025,,,,
"""


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "targets.csv"
    path.write_text(OWN, encoding="utf-8")
    return path


def test_a_report_writes_nothing(desk: Desk, source: Path) -> None:
    report = desk.exchange.read_table(source)
    assert not report.faults
    assert [(row.line, row.status, row.code) for row in report.rows] == [
        (number + 1, RowStatus.NEW, f"M{number}") for number in (1, 2, 3, 4)
    ]
    assert desk.missions.all() == ()
    meanings = {one.heading: one.meaning for one in report.columns}
    assert all(meanings.values())


def test_applying_makes_missions_with_all_the_file_says(desk: Desk, source: Path) -> None:
    desk.exchange.apply(desk.exchange.read_table(source))
    first = desk.missions.detail(desk.missions.all()[0].id)
    assert first.mission.title == Wording(en="Shorter queues")
    assert first.mission.state is MissionState.ACTIVE
    assert first.mission.note == "as of June"
    assert first.metric is not None
    assert first.metric.target_level == 95
    assert first.metric.decimals == 1
    assert first.metric.geography == Wording()
    assert first.metric.baseline_value is None
    assert [(seen.period.text, seen.value) for seen in first.observations] == [
        ("2025-Q2", Decimal("74.2"))
    ]
    judged = first.assessments[0]
    assert (judged.period, judged.assessor, judged.rating) == (Period("2025-06"), "targets.csv", "")
    fourth = desk.missions.detail(desk.missions.all()[3].id)
    assert fourth.metric is not None
    assert fourth.metric.target_shape is TargetShape.CUMULATIVE
    assert fourth.metric.cumulative_from == Period("2022")
    assert fourth.mission.state is MissionState.PROPOSED


def test_it_is_one_step_that_undo_takes_back(desk: Desk, source: Path) -> None:
    desk.exchange.apply(desk.exchange.read_table(source))
    step = desk.history.steps(1)[0]
    assert (step.verb, step.about) == (Verb.IMPORT, "targets.csv")
    desk.history.undo()
    assert desk.missions.all() == ()
    desk.history.redo()
    assert len(desk.missions.all()) == 4


def test_a_second_import_changes_nothing(desk: Desk, source: Path) -> None:
    desk.exchange.apply(desk.exchange.read_table(source))
    steps = len(desk.history.steps())
    again = desk.exchange.read_table(source)
    assert again.count(RowStatus.UNCHANGED) == 4
    desk.exchange.apply(again)
    assert len(desk.history.steps()) == steps


def test_what_differs_is_said_field_by_field_and_brought_in(desk: Desk, source: Path) -> None:
    desk.exchange.apply(desk.exchange.read_table(source))
    mission = desk.missions.all()[0]
    desk.missions.revise(replace(mission, title=replace(mission.title, da="Kortere køer")))
    changed = OWN.replace("feasible,74.2", "probable,75.0").replace("down,290", "down,300")
    source.write_text(changed, encoding="utf-8")
    report = desk.exchange.read_table(source)
    statuses = [row.status.value for row in report.rows]
    assert statuses == ["changed", "unchanged", "unchanged", "changed"]
    first, last = (
        " | ".join(translator("en").tell(one) for one in report.rows[row].details) for row in (0, 3)
    )
    assert "observation Q2 2025: 74.2 becomes 75.0" in first
    assert "target: “290” becomes “300”" in last
    desk.exchange.apply(report)
    after = desk.missions.detail(mission.id)
    assert after.mission.title == Wording("Kortere køer", "Shorter queues")
    assert [int(one.value) for one in after.observations] == [75]
    assert len(after.assessments) == 2


def test_a_target_that_is_agreed_is_not_moved_by_a_file(desk: Desk, source: Path) -> None:
    desk.exchange.apply(desk.exchange.read_table(source))
    source.write_text(OWN.replace("up,95", "up,90"), encoding="utf-8")
    report = desk.exchange.read_table(source)
    assert report.rows[0].status is RowStatus.UNREADABLE
    said = translator("en").tell(report.faults[0])
    assert said.startswith("Line 2, column “target_value”: “90”.")
    assert "changed by a decision" in said
    with pytest.raises(Refused):
        desk.exchange.apply(report)
    metric = desk.missions.detail(desk.missions.all()[0].id).metric
    assert metric is not None
    assert metric.target_value == 95


def test_a_renamed_mission_is_known_by_its_metric(desk: Desk, source: Path) -> None:
    desk.exchange.apply(desk.exchange.read_table(source))
    source.write_text(OWN.replace("Shorter queues", "Short queues"), encoding="utf-8")
    report = desk.exchange.read_table(source)
    assert report.rows[0].status is RowStatus.CHANGED
    desk.exchange.apply(report)
    assert len(desk.missions.all()) == 4


def test_a_code_that_is_taken_gives_the_next_one(sample: Desk, source: Path) -> None:
    report = sample.exchange.apply(sample.exchange.read_table(source))
    assert [row.code for row in report.rows] == ["M8", "M9", "M10", "M11"]
    assert len(sample.missions.all()) == 11


def test_one_unreadable_cell_and_nothing_is_imported(desk: Desk, source: Path) -> None:
    source.write_text(OWN.replace("at risk", "so so"), encoding="utf-8")
    report = desk.exchange.read_table(source)
    assert report.count(RowStatus.UNREADABLE) == 1
    assert report.faults
    said = translator("en").tell(report.faults[0])
    assert "Line 4" in said
    assert "status_jun_2025" in said
    assert "so so" in said
    with pytest.raises(Refused):
        desk.exchange.apply(report)
    assert desk.missions.all() == ()


def test_an_old_report_is_applied_to_the_workspace_as_it_is_now(desk: Desk, source: Path) -> None:
    report = desk.exchange.read_table(source)
    desk.exchange.apply(report)
    desk.exchange.apply(report)
    assert len(desk.missions.all()) == 4


@pytest.mark.skipif(not REAL.is_file(), reason="no files in ../shared/data")
def test_the_real_file_makes_nine_missions_and_nine_letters(desk: Desk) -> None:
    report = desk.exchange.read_table(REAL)
    desk.exchange.apply(report)
    assert desk.exchange.read_table(REAL).count(RowStatus.UNCHANGED) == 9
    assert [row.assessment is not None for row in desk.overview.rows()] == [True] * 9
    for language in ("da", "en"):
        assert len(desk.printing.plan("letters", language).jobs) == 9
        assert len(desk.roadmap.content(language).lanes) == 9
    rules = {one.rule for one in desk.readiness.findings()}
    assert {"L1", "M2", "M3"} <= rules
