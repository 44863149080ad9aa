# SPDX-License-Identifier: Apache-2.0
"""The overview: rows on two scales, sentences that count right, and what is due."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from missiondesk.domain.finding import Severity
from missiondesk.domain.initiative import Initiative
from missiondesk.domain.metric import OutcomeMetric
from missiondesk.domain.mission import Mission, MissionState
from missiondesk.domain.progress import Rating
from missiondesk.domain.wording import Wording
from missiondesk.language import translator
from missiondesk.services.desk import Desk


def test_both_scales_stand_side_by_side(sample: Desk) -> None:
    rows = {row.mission.code: row for row in sample.overview.rows()}
    assert rows["M1"].judgement.rating is Rating.LIMITED
    assert rows["M1"].confidence is not None
    assert rows["M1"].confidence.step == 3
    assert rows["M1"].latest is not None
    assert rows["M7"].judgement.rating is Rating.ACHIEVED
    assert rows["M4"].count(Severity.ERROR) == 3


@pytest.mark.parametrize(
    ("language", "first"),
    [("en", "1 of 7 missions is on track."), ("da", "1 af 7 missioner er på sporet.")],
)
def test_the_headline_counts(sample: Desk, language: str, first: str) -> None:
    assert sample.overview.headline(translator(language))[0] == first


def test_the_headline_says_what_of_the_list_it_does_not_count(sample: Desk) -> None:
    before = sample.overview.headline(translator("da"))
    assert not any("tælles ikke med" in one for one in before)
    sample.missions.add(Wording("Færre børn på ventelister"))
    last = sample.missions.all()[0]
    sample.missions.advance(last.id, MissionState.CLOSED)
    said = sample.overview.headline(translator("da"))
    assert said[0] == "1 af 6 missioner er på sporet."
    assert "1, der endnu ikke er aftalt, tælles ikke med." in said
    assert "1, der er afsluttet, tælles ikke med." in said
    assert "fejl" in said[-1]


def test_the_headline_without_missions(desk: Desk) -> None:
    assert desk.overview.headline(translator("en")) == ("There is no agreed mission yet.",)


def test_the_headline_when_one_is_left(sample: Desk) -> None:
    for mission in sample.missions.all():
        if mission.code != "M7":
            sample.missions.advance(mission.id, MissionState.CLOSED)
    assert sample.overview.headline(translator("en"))[0] == "The only mission is on track."


def test_findings_stand_worst_first(sample: Desk) -> None:
    ranks = [one.severity.rank for one in sample.overview.findings()]
    assert ranks == sorted(ranks)
    assert {"M3", "L3", "L4", "L6", "L9", "P1"} <= {one.rule for one in sample.overview.findings()}
    metric = sample.metrics.of_mission(next(m.id for m in sample.missions.all() if m.code == "M4"))
    assert metric is not None
    assert [one.rule for one in sample.readiness.of(OutcomeMetric, metric.id)] == ["M3"]
    assert 3 <= sample.readiness.count(Severity.ERROR) <= 8


def test_due_is_in_order_and_says_what_is_late(sample: Desk) -> None:
    due = sample.overview.due()
    assert [one.when.last for one in due] == sorted(one.when.last for one in due)
    late = {one.mission_code for one in due if one.overdue}
    assert late == {"M4", "M6", "M7"}
    tr = translator("da")
    assert any("M4.2" in tr.tell(one.what) for one in due if one.kind is Initiative)
    owners = {one.mission for one in due}
    assert owners <= {mission.id for mission in sample.situation.all(Mission)}


def test_due_looks_only_so_far_ahead(sample: Desk) -> None:
    near = sample.overview.due(days=30)
    assert near == tuple(one for one in sample.overview.due() if one in near)
    assert all(one.when.first <= date(2026, 11, 30) for one in near)
    assert len(near) < len(sample.overview.due())


def test_a_commitment_that_is_met_is_not_due(sample: Desk) -> None:
    from missiondesk.domain.commitment import Commitment, CommitmentStatus

    first = next(one for one in sample.overview.due() if one.kind is Commitment)
    promise = sample.commitments.get(first.key)
    assert promise is not None
    sample.commitments.revise(replace(promise, status=CommitmentStatus.MET))
    assert first.key not in {one.key for one in sample.overview.due()}
