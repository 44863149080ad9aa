# SPDX-License-Identifier: Apache-2.0
"""From an empty file to a signed letter and a roadmap, all undone, all redone, reopened."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import page
import pytest

from missiondesk.domain.commitment import Commitment
from missiondesk.domain.entities import KINDS
from missiondesk.domain.initiative import Initiative, Money, Stage
from missiondesk.domain.letter import LetterState
from missiondesk.domain.metric import Direction, Observation, Periodicity
from missiondesk.domain.milestone import Milestone
from missiondesk.domain.mission import ActorType, MissionState
from missiondesk.domain.organisation import Ministry, Office
from missiondesk.domain.period import Period
from missiondesk.domain.progress import Rating
from missiondesk.domain.refused import Refused
from missiondesk.domain.wording import Wording
from missiondesk.services.desk import Desk
from missiondesk.services.document_jobs import DOCUMENT_KINDS
from missiondesk.services.workspaces import new_desk, open_desk, sample_desk


def present(desk: Desk) -> dict[str, tuple[object, ...]]:
    """All records by kind, in their order."""
    return {name: desk.situation.all(kind) for name, kind in KINDS.items()}


def set_up_organisation(desk: Desk) -> tuple[Office, Office]:
    """The Prime Minister's and one minister's office, both held."""
    chief = desk.organisation.offices()[0]
    ministry = desk.organisation.add_ministry(
        Ministry("", "BM", Wording("Beskæftigelsesministeriet", "Ministry of Employment"))
    )
    office = desk.organisation.add_office(
        Office("", ministry.id, Wording("Beskæftigelsesminister", "Minister for Employment"))
    )
    desk.organisation.appoint(chief.id, "Anna Eksempel", Period("2026-01"))
    desk.organisation.appoint(office.id, "Bo Eksempel", Period("2026-01"))
    return chief, office


def set_up_mission(desk: Desk, chief: Office, office: Office) -> str:
    """A whole mission with metric, figures, work and promises."""
    mission = desk.missions.add(Wording("Flere i job", "More in work"))
    desk.missions.assign(mission.id, office.id)
    desk.missions.revise(
        replace(
            mission,
            accountable_office=office.id,
            sentence=Wording("I 2030 er 85 procent i job.", "By 2030, 85 per cent are in work."),
            narrative=Wording("Flere hænder giver bedre velfærd.", "More hands, better welfare."),
            platform_reference=Wording("kapitel 1"),
            co_offices=(chief.id,),
            actor_types=(ActorType.LABOUR, ActorType.EMPLOYERS),
        )
    )
    metric = desk.metrics.of_mission(mission.id)
    assert metric is not None
    desk.metrics.revise(
        replace(
            metric,
            name=Wording("Andel i job", "Share in work"),
            unit=Wording("%", "%"),
            direction=Direction.UP,
            source=Wording("Registeret", "The register"),
            publisher=Wording("Danmarks Statistik", "Statistics Denmark"),
            periodicity=Periodicity.YEAR,
            baseline_value=Decimal("76.0"),
            baseline_period=Period("2020"),
            target_value=Decimal(85),
            target_period=Period("2030"),
        )
    )
    figures = {"2020": "76.0", "2023": "79.1", "2025": "81.0"}
    rows = [Observation("", period=Period(at), value=Decimal(v)) for at, v in figures.items()]
    desk.metrics.record(metric.id, rows)
    made = desk.initiatives.add(
        Initiative(
            "",
            mission=mission.id,
            title=Wording("Én indgang", "One entrance"),
            office=office.id,
            start=Period("2026-01"),
            end=Period("2028"),
            frame=(Money(2027, 5_000_000_00),),
        )
    )
    desk.initiatives.move(made.id, Stage.PILOT)
    desk.milestones.add(
        Milestone("", mission.id, made.id, Wording("Aftale", "Agreement"), Period("2027-Q2"))
    )
    desk.commitments.add(
        Commitment("", mission.id, text=Wording("Indgå aftale.", "Agree."), due=Period("2027-06"))
    )
    for state in (MissionState.PROPOSED, MissionState.AGREED, MissionState.ACTIVE):
        desk.missions.advance(mission.id, state)
    return mission.id


def test_a_whole_mission_from_nothing_to_paper_and_back(tmp_path: Path) -> None:
    path = tmp_path / "Årets missioner.mission"
    desk = new_desk(path, "Sekretær")
    empty = present(desk)
    mission = set_up_mission(desk, *set_up_organisation(desk))
    assert desk.missions.judgement(mission).rating is Rating.ON_TRACK

    letter = desk.letters.draft(mission)
    letter = desk.letters.revise(replace(letter, follow_up=Period("2027-03")))
    assert desk.letters.problems(letter.id) == ()
    draft = desk.printing.letter(letter.id)
    for state in (LetterState.CHECKED, LetterState.CLEARED, LetterState.SIGNED):
        desk.letters.advance(letter.id, state)
    signed = desk.printing.letter(letter.id)
    roadmap = desk.printing.roadmap("da")
    assert len({draft.data, signed.data, roadmap.data}) == 3
    assert (signed.missing_glyphs, signed.pages >= 2) == ((), True)

    full = present(desk)
    assert desk.wait_saved(10)
    done = 0
    while desk.history.undoable is not None:
        desk.history.undo()
        done += 1
    assert present(desk) == empty
    assert done > 15
    desk.close()

    desk = open_desk(path, "En anden")
    assert present(desk) == empty
    while desk.history.redoable is not None:
        desk.history.redo()
    assert present(desk) == full
    assert desk.printing.letter(letter.id).data == signed.data
    desk.close()

    desk = open_desk(path, "En tredje", read_only=True)
    assert present(desk) == full
    assert len(desk.history.steps()) == 1 + 3 * done
    desk.close()


def test_the_sample_can_be_tried_and_kept_but_never_over_a_file(tmp_path: Path) -> None:
    desk = sample_desk("Gæst")
    assert desk.path is None
    taken, free = tmp_path / "rigtig.mission", tmp_path / "prøve.mission"
    taken.write_bytes(b"something of worth")
    with pytest.raises(Refused):
        desk.save_as(taken, replace=True)
    assert taken.read_bytes() == b"something of worth"
    desk.missions.add(Wording("Min egen"))
    desk.save_as(free)
    kept = present(desk)
    desk.close()
    again = open_desk(free, "Gæst")
    assert again.is_sample
    assert present(again) == kept
    again.close()


@pytest.mark.parametrize(("language", "public"), [("da", False), ("en", True)])
def test_every_document_of_the_sample_conforms(tmp_path: Path, language: str, public: bool) -> None:
    desk = sample_desk("Sekretær")
    planned = len(desk.printing.plan("all", language, public).jobs)
    report = desk.printing.everything(tmp_path, "all", language, public)
    desk.close(discard=True)
    # Letters and all kinds of the table, most of them once a mission.
    kinds = [kind for kind in DOCUMENT_KINDS if kind.public or not public]
    assert len(report.files) == planned > len(kinds)
    assert public or report.skipped == ()
    for file in report.files:
        for profile in ("ua1", "3a"):
            assert page.validate_pdf(str(file.path), profile=profile).failures == [], file
