# SPDX-License-Identifier: Apache-2.0
"""Going back to a backup: one step that undo takes back, and nothing that was issued is lost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missiondesk.domain.backup import Cause
from missiondesk.domain.letter import LetterState
from missiondesk.domain.merging import Key, Row
from missiondesk.domain.refused import Refused
from missiondesk.domain.restoring import what_stays
from missiondesk.domain.step import Verb
from missiondesk.domain.wording import Wording
from missiondesk.language import translator
from missiondesk.services.backup_words import cause_line, change_lines, contents_line
from missiondesk.services.desk import Desk
from missiondesk.services.saving import Unavailable
from missiondesk.services.workspaces import open_desk
from tests.sample import a_sample

DA = translator("da")
RELEASED = sorted((Path(__file__).parents[1] / "store" / "files").glob("*.mission"))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """The sample in a file, so that it is backed up."""
    opened = a_sample()
    opened.save_as(tmp_path / "prøve.mission")
    yield opened
    opened.close(discard=True)


def everything(desk: Desk) -> dict[str, object]:
    return {kind.__name__: desk.situation.all(kind) for kind in desk.situation.kinds}


def test_a_file_is_watched_over_as_soon_as_there_is_one(desk: Desk, tmp_path: Path) -> None:
    assert desk.backups.folder is not None
    assert a_sample().backups.folder is None
    with pytest.raises(Refused):
        a_sample().backups.make()
    desk.backups.make()
    (only,) = desk.backups.all()
    listed = desk.backups.look_at(only)
    assert listed.here
    assert listed.contents is not None
    assert listed.contents.missions == len(desk.missions.all())
    assert "missioner" in contents_line(listed.contents, DA)
    assert cause_line(Cause.ASKED, DA)
    desk.close()
    again = open_desk(tmp_path / "prøve.mission", read_only=True)
    assert again.backups.folder is None
    assert again.backups.all() == (only,)
    again.close()


def test_going_back_is_one_step_and_undo_returns(desk: Desk) -> None:
    before = everything(desk)
    desk.backups.make()
    (backup,) = desk.backups.all()
    first, *_ = desk.missions.all()
    desk.missions.revise(replace(first, title=Wording("Anderledes", "Different")))
    added = desk.missions.add(Wording("Ny", "New"))
    trail = len(desk.history.steps())
    plan = desk.restoring.compare(backup)
    lines = change_lines(plan, desk.restoring.finder(plan), DA)
    assert {line.record.split(" · ")[0] for line in lines} >= {"mission"}
    assert any("Anderledes" in line.what for line in lines)
    after = everything(desk)
    step = desk.restoring.restore(plan)
    assert step is not None
    assert step.verb is Verb.RESTORE
    assert everything(desk) == before
    assert len(desk.history.steps()) == trail + 1
    assert desk.backups.all()[0].cause is Cause.RESTORE
    assert desk.restoring.restore(desk.restoring.compare(backup)) is None
    desk.history.undo()
    assert everything(desk) == after
    assert added.id in {it.id for it in desk.missions.all()}
    newest = desk.restoring.compare(desk.backups.all()[0])
    assert newest.keys == ()


@pytest.mark.parametrize("file", RELEASED, ids=[one.stem for one in RELEASED])
def test_the_file_that_each_former_version_left_can_be_gone_back_to(
    tmp_path: Path, file: Path
) -> None:
    """The restore drill (G11): what was kept before the migration, as that version wrote it."""
    path = tmp_path / file.name
    path.write_bytes(file.read_bytes())
    desk = open_desk(path)
    try:
        assert desk.backups.wait(30)
        kept = [one for one in desk.backups.all() if one.cause is Cause.MIGRATION]
        if kept:
            assert kept[0].path.read_bytes() == file.read_bytes()
        else:  # the version of today
            desk.backups.make()
            kept = list(desk.backups.all())
        before = everything(desk)
        desk.missions.add(Wording("Ny", "New"))
        for mission in desk.missions.all():
            desk.missions.revise(replace(mission, title=Wording("Anderledes", "Different")))
        assert desk.restoring.restore(desk.restoring.compare(kept[0])) is not None
        assert everything(desk) == before
    finally:
        desk.close()
    again = open_desk(path, read_only=True)
    assert everything(again) == before
    again.close()


def test_a_plan_of_yesterday_is_not_carried_out(desk: Desk) -> None:
    desk.backups.make()
    desk.missions.add(Wording("Ny", "New"))
    plan = desk.restoring.compare(desk.backups.all()[0])
    desk.missions.add(Wording("Nyere", "Newer"))
    with pytest.raises(Refused):
        desk.restoring.restore(plan)


def test_without_a_backup_of_the_present_nothing_is_restored(desk: Desk) -> None:
    desk.backups.make()
    (backup,) = desk.backups.all()
    desk.missions.add(Wording("Ny", "New"))
    plan = desk.restoring.compare(backup)
    aside = backup.path.parent.rename(backup.path.parent.with_name("aside"))
    backup.path.parent.write_bytes(b"in the way")
    now = everything(desk)
    with pytest.raises(Unavailable):
        desk.restoring.restore(plan)
    assert everything(desk) == now
    backup.path.parent.unlink()
    aside.rename(backup.path.parent)


def test_a_letter_that_was_issued_since_stays(desk: Desk) -> None:
    letter = next(one for one in desk.letters.all() if not one.state.final)
    desk.backups.make()
    (backup,) = desk.backups.all()
    signed = replace(letter, state=LetterState.SIGNED)
    desk.session.keep(Verb.ADVANCE_LETTER, signed)
    plan = desk.restoring.compare(backup)
    assert plan.letters == 1
    desk.missions.add(Wording("Ny", "New"))
    plan = desk.restoring.compare(backup)
    desk.restoring.restore(plan)
    assert desk.letters.get(letter.id).state is LetterState.SIGNED


@given(st.data())
def test_what_stays_refers_to_nothing_that_goes(data: st.DataObject) -> None:
    """Whatever two states differ in: no signed letter or text of one is touched, and what stays
    never loses what it refers to."""
    ids = [f"{number}" for number in range(4)]
    states = st.sampled_from(["draft", "signed", "issued"])
    rows: dict[Key, st.SearchStrategy[Row]] = {}
    for one in ids:
        rows["mission", one] = st.builds(
            lambda title, one=one: {"id": one, "accountable_office": one, "title": title},
            st.sampled_from("ab"),
        )
        rows["office", one] = st.builds(
            lambda title, one=one: {"id": one, "ministry": "m", "title": title},
            st.sampled_from("ab"),
        )
        rows["letter", one] = st.builds(
            lambda state, mission, one=one: {
                "id": one, "state": state, "mission": mission, "addressee_office": None,
                "addressee_person": None, "supersedes": None,
            },
            states,
            st.sampled_from(ids),
        )  # fmt: skip
        rows["letter_block", one] = st.builds(
            lambda text, letter, one=one: {"id": one, "letter": letter, "text": text},
            st.sampled_from("ab"),
            st.sampled_from(ids),
        )
    optional = {key: st.none() | row for key, row in rows.items()}
    here, there = (
        {key: row for key, row in data.draw(st.fixed_dictionaries(optional)).items() if row}
        for _ in range(2)
    )
    differ = {key for key in here.keys() | there.keys() if here.get(key) != there.get(key)}
    now = {key: here[key] for key in here if key in differ}
    then = {key: there[key] for key in there if key in differ}
    stays = what_stays(now, then, here.get)
    assert stays <= differ
    after = {
        **{key: row for key, row in here.items() if key not in differ or key in stays},
        **{key: row for key, row in then.items() if key not in stays},
    }
    for key, row in here.items():
        if key[0] == "letter" and row["state"] != "draft":
            assert after[key] == row
    for key in stays & here.keys():
        if key[0] == "letter" and ("mission", str(here[key]["mission"])) in here:
            assert ("mission", str(here[key]["mission"])) in after
