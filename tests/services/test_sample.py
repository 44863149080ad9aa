# SPDX-License-Identifier: Apache-2.0
"""The sample: the same every time, figures sourced, invented parts labelled, a little to mend."""

from __future__ import annotations

import pytest

from missiondesk.domain.commitment import Commitment
from missiondesk.domain.entities import KINDS
from missiondesk.domain.finding import Severity
from missiondesk.domain.initiative import Initiative, Stage
from missiondesk.domain.letter import CommonBlock, LetterKind, LetterState
from missiondesk.domain.letter_kinds import COMMON
from missiondesk.domain.metric import OutcomeMetric, TargetShape
from missiondesk.domain.milestone import Milestone
from missiondesk.domain.organisation import Person
from missiondesk.domain.wording import Wording
from missiondesk.services.desk import Desk
from missiondesk.services.sample import sample_records
from missiondesk.services.workspaces import sample_desk


def test_it_is_the_same_every_time() -> None:
    assert sample_records() == sample_records()
    one, other = sample_desk("A"), sample_desk("A")
    assert one.history.steps() == other.history.steps()
    assert one.history.steps()[0].at.isoformat() == "2026-11-23T09:00:00+00:00"
    one.close(discard=True)
    other.close(discard=True)


def test_ids_are_new_again_after_it(sample: Desk) -> None:
    first = sample.missions.add(Wording("En"))
    again = sample_desk("B")
    assert again.missions.add(Wording("En")).id != first.id
    again.close(discard=True)


def test_seven_missions_each_with_ministries_work_and_promises(sample: Desk) -> None:
    now = sample.situation
    assert len(now.missions) == 7
    for mission in now.missions:
        assert len(now.ministries_of(mission)) >= 2
        assert now.of(Initiative, mission.id)
        assert len(now.of(Milestone, mission.id)) >= 2
        assert len(now.of(Commitment, mission.id)) >= 2
        assert now.metric_of(mission.id) is not None


def test_all_stages_shapes_and_letter_states_are_met(sample: Desk) -> None:
    now = sample.situation
    assert {one.stage for one in now.initiatives} == set(Stage)
    shapes = {one.target_shape for one in now.all(OutcomeMetric)}
    assert shapes >= {
        TargetShape.LEVEL,
        TargetShape.RELATIVE,
        TargetShape.ABSOLUTE,
        TargetShape.BINARY,
    }
    states = {one.state for one in now.letters}
    assert {
        LetterState.DRAFT,
        LetterState.CHECKED,
        LetterState.SIGNED,
        LetterState.ISSUED,
        LetterState.SUPERSEDED,
    } <= states
    kinds = {one.kind for one in now.letters}
    assert kinds == set(LetterKind) - {LetterKind.RECALL}
    for language in ("da", "en"):
        laid = {one.kind for one in now.all(CommonBlock) if one.language == language}
        assert laid == set(COMMON)


def test_nobody_real_is_named(sample: Desk) -> None:
    assert all(person.name.endswith(" Eksempel") for person in sample.situation.all(Person))


def test_invented_parts_are_labelled(sample: Desk) -> None:
    now = sample.situation
    assert now.secretariat.sample
    assert all("ksempel" in mission.note for mission in now.missions)
    assert all("ksempel" in one.note for one in now.initiatives if one.mission and not one.frame)
    for milestone in now.all(Milestone):
        real = ("Virkelig", "591 husstande")
        assert "ksempel" in milestone.evidence or milestone.evidence.startswith(real)
    assert all("ksempel" in one.evidence for one in now.commitments)
    everyone = [one for kind in KINDS.values() for one in now.all(kind)]
    assert len({one.id for one in everyone}) == len(everyone)


def test_figures_have_a_source(sample: Desk) -> None:
    now = sample.situation
    for metric in now.all(OutcomeMetric):
        assert metric.source
        assert metric.publisher
        assert all(seen.source_reference for seen in now.observations_of(metric.id))


def test_texts_are_in_both_languages(sample: Desk) -> None:
    for kind in KINDS.values():
        for record in sample.situation.all(kind):
            for name in record.__dataclass_fields__:
                value = getattr(record, name)
                if isinstance(value, Wording) and value:
                    assert value.da, f"{record.id} {name}"
                    assert value.en, f"{record.id} {name}"


@pytest.mark.parametrize(
    ("code", "rating", "ratio"),
    [("M1", "limited", 0.367), ("M3", "accelerate", 0.771), ("M6", "limited", 0.415)],
)
def test_ratings_are_those_of_the_real_figures(
    sample: Desk, code: str, rating: str, ratio: float
) -> None:
    mission = sample.missions.with_code(code)
    assert mission is not None
    judged = sample.missions.judgement(mission.id)
    assert judged.rating.value == rating
    assert judged.ratio == pytest.approx(ratio, abs=0.001)


def test_assessments_keep_the_rating_of_their_day(sample: Desk) -> None:
    mission = sample.missions.with_code("M3")
    assert mission is not None
    for assessment in sample.missions.detail(mission.id).assessments:
        assert assessment.method == "growth-ratio 1"
        assert assessment.rating == "accelerate"
        assert assessment.inputs


def test_something_is_left_to_mend_but_not_much(sample: Desk) -> None:
    findings = sample.readiness.findings()
    assert 4 <= len(findings) <= 40
    assert 0 < sum(one.severity is Severity.ERROR for one in findings) <= 10


def test_letters_that_left_the_draft_have_no_fault(sample: Desk) -> None:
    for letter in sample.letters.all():
        if letter.state is not LetterState.DRAFT:
            assert not [one for one in sample.letters.problems(letter.id) if one.hinders]


def test_it_stays_marked_and_is_never_undone(sample: Desk) -> None:
    from dataclasses import replace

    from missiondesk.domain.refused import Refused

    assert sample.history.undoable is None
    with pytest.raises(Refused):
        sample.settings.revise(replace(sample.settings.get(), sample=False))


def test_a_milestone_says_the_interim_target_of_its_year(sample: Desk) -> None:
    mission = sample.missions.with_code("M1")
    assert mission is not None
    (half_way,) = [
        one for one in sample.situation.milestones_of(mission.id) if str(one.due) == "2028"
    ]
    assert "under 4,5 procent" in half_way.title.da
    assert "below 4.5 per cent" in half_way.title.en
