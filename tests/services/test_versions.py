# SPDX-License-Identifier: Apache-2.0
"""A version with a name stands in the trail, and the workspace can be as it was then (UX-06)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from missiondesk.domain.backup import Cause
from missiondesk.domain.copy_sent import Audience, Purpose
from missiondesk.domain.letter import Letter, LetterState
from missiondesk.domain.milestone import Milestone
from missiondesk.domain.party import Party
from missiondesk.domain.refused import Refused
from missiondesk.domain.step import Verb
from missiondesk.domain.wording import Wording
from missiondesk.services.copies import Sending
from missiondesk.services.desk import Desk
from missiondesk.services.versions import LONGEST
from missiondesk.services.workspaces import open_desk
from tests.sample import a_sample
from tests.services.letter_desk import followed, mission_of


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """The sample in a file, so that it is backed up."""
    opened = a_sample()
    opened.save_as(tmp_path / "prøve.mission")
    yield opened
    opened.close(discard=True)


def everything(desk: Desk) -> dict[str, object]:
    return {kind.__name__: desk.situation.all(kind) for kind in desk.situation.kinds}


def change(desk: Desk) -> None:
    """Add, revise and remove."""
    first = desk.missions.all()[0]
    desk.missions.revise(replace(first, title=Wording("Omdøbt", "Renamed")))
    desk.missions.add(Wording("Ny", "New"))
    desk.milestones.remove(desk.situation.all(Milestone)[0].id)


def test_a_name_changes_nothing_and_survives_a_restart(desk: Desk, tmp_path: Path) -> None:
    before = everything(desk)
    undoable = desk.history.undoable
    named = desk.versions.name("  Til  regeringen ")
    assert (named.verb, named.about, named.changes) == (Verb.NAME_VERSION, "Til regeringen", ())
    assert everything(desk) == before
    assert desk.history.undoable == undoable, "undo passes over it"
    assert desk.versions.current() == named
    assert desk.wait_saved(10)
    desk.close()
    again = open_desk(tmp_path / "prøve.mission", "Bo")
    assert [one.about for one in again.versions.all()] == ["Til regeringen"]
    assert again.trail.check().whole
    again.close()


def test_names_are_told_apart_and_fit(desk: Desk) -> None:
    desk.versions.name("Før høringen")
    for wrong in ("", "   ", "før høringen", "x" * (LONGEST + 1)):
        with pytest.raises(Refused) as no:
            desk.versions.name(wrong)
        assert no.value.field == "name"
    assert len(desk.versions.all()) == 1


def test_the_present_version_is_known_until_something_changes(desk: Desk) -> None:
    assert desk.versions.current() is None
    named = desk.versions.name("En")
    desk.backups.make()
    assert desk.versions.current() == named
    change(desk)
    assert desk.versions.current() is None


def test_going_back_is_one_step_that_undo_takes_back(desk: Desk) -> None:
    then = everything(desk)
    named = desk.versions.name("Før ændringen")
    change(desk)
    now = everything(desk)
    plan = desk.restoring.prepare(named)()
    assert everything(desk) == now, "to compare changes nothing"
    step = desk.restoring.restore(plan)
    assert step is not None
    assert (step.verb, step.about) == (Verb.GO_BACK, "Før ændringen")
    assert everything(desk) == then
    kept = [one for one in desk.backups.all() if one.cause is Cause.RESTORE]
    assert len(kept) == 1, "the present is backed up before"
    desk.history.undo()
    assert everything(desk) == now
    assert desk.restoring.prepare(named)().keys


def test_what_left_the_house_since_stays(desk: Desk) -> None:
    letter = followed(desk, desk.letters.draft(mission_of(desk, "M6").id))
    named = desk.versions.name("Før underskrift")
    for state in (LetterState.CHECKED, LetterState.CLEARED, LetterState.SIGNED):
        desk.letters.advance(letter.id, state)
    change(desk)
    plan = desk.restoring.prepare(named)()
    assert plan.letters >= 1
    desk.restoring.restore(plan)
    kept = desk.situation.get(Letter, letter.id)
    assert kept is not None and kept.state is LetterState.SIGNED


def test_who_was_given_a_copy_since_stays_known(desk: Desk, tmp_path: Path) -> None:
    """By it a copy that comes back is known, and that a party brings its own things only."""
    named = desk.versions.name("Før aftalen")
    party = desk.talks.add(Party("", code="X", name="Nyt parti"))
    path = tmp_path / "x.mission"
    sent = desk.copies.send(path, Sending("X", audience=Audience.PARTY, party=party.id))
    assert not desk.restoring.prepare(named)().keys, "what it is for stays with it"
    change(desk)
    desk.restoring.restore(desk.restoring.prepare(named)())
    assert sent in desk.copies.sent()
    assert desk.copies.sent_here(path) == sent
    assert desk.situation.get(Party, party.id) == party


def test_a_comparison_that_is_too_old_is_refused(desk: Desk) -> None:
    named = desk.versions.name("En")
    change(desk)
    plan = desk.restoring.prepare(named)()
    desk.missions.add(Wording("Endnu en", "One more"))
    with pytest.raises(Refused):
        desk.restoring.restore(plan)


def test_it_is_offered_where_it_can_be_kept_only(desk: Desk, tmp_path: Path) -> None:
    assert desk.versions.offered
    assert not a_sample().versions.offered, "it has no file"
    for purpose in (Purpose.COMMENT, Purpose.READ, Purpose.EDIT):
        path = tmp_path / f"{purpose.value}.mission"
        desk.copies.send(path, Sending("Nogen", purpose=purpose))
        copy = open_desk(path, "Bo")
        assert copy.versions.offered == (purpose is Purpose.EDIT)
        copy.close()
