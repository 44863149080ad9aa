# SPDX-License-Identifier: Apache-2.0
"""Making a workspace confidential, who may open it, and making it plain again."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from missiondesk.domain.lineage import Relation
from missiondesk.domain.refused import Refused
from missiondesk.domain.step import Verb
from missiondesk.domain.wording import Wording
from missiondesk.services.desk import Desk
from missiondesk.services.locked import lock
from missiondesk.services.recovery_sheet import prepare_recovery_sheet
from missiondesk.services.saving import Reason, Unavailable
from missiondesk.services.workspaces import new_desk, open_desk
from missiondesk.store.sealing.recovery import new_recovery_key
from tests.cheap_keys import cheap_keys
from tests.documents.inspection import failures, page_text

PHRASE = "fire æbler under en blå cykel"
SECOND = "otte gule tog holder stille ved Skærbæk"
THIRD = "ordbog fjeld trompet kvittering mælkebøtte"

pytestmark = pytest.mark.usefixtures("cheap")


@pytest.fixture
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """A try costs little."""
    cheap_keys(monkeypatch)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A workspace in a file."""
    opened = new_desk(tmp_path / "prøve.mission", "Sekretær")
    yield opened
    opened.close(discard=True)


@pytest.fixture
def sealed(desk: Desk) -> Desk:
    """A confidential one."""
    desk.confidential.carry_out(desk.confidential.prepare(PHRASE, "Sekretariatet"))
    return desk


def opens(desk: Desk, passphrase: str) -> bool:
    assert desk.path is not None
    try:
        open_desk(desk.path, read_only=True, passphrase=passphrase).close()
    except Unavailable as why:
        if why.reason is not Reason.WRONG_KEY:
            raise
        return False
    return True


def test_a_workspace_becomes_confidential_and_says_so_in_the_trail(desk: Desk) -> None:
    assert not desk.confidential.on and desk.confidential.openings == ()
    act = desk.confidential.prepare(PHRASE, " Sekretariatet ")
    assert PHRASE not in repr(act) and act.recovery_key not in repr(act)
    desk.confidential.carry_out(act)
    assert desk.confidential.on
    assert [(one.name, one.recovery) for one in desk.confidential.openings] == [
        ("Sekretariatet", False),
        ("", True),
    ]
    assert opens(desk, PHRASE) and opens(desk, act.recovery_key) and not opens(desk, SECOND)
    assert desk.session.store.steps(limit=1)[0].verb is Verb.MAKE_CONFIDENTIAL
    assert desk.session.store.undoable is None


def test_a_weak_one_is_refused_beside_its_field(desk: Desk) -> None:
    with pytest.raises(Refused) as refused:
        desk.confidential.prepare("Sommer2026!")
    assert refused.value.field == "passphrase"
    assert not desk.confidential.on


def test_passphrases_are_added_changed_and_removed_by_who_knows_one(sealed: Desk) -> None:
    ways = sealed.confidential
    with pytest.raises(Refused) as refused:
        ways.prepare_another("forkert", SECOND, "Vagten")
    assert refused.value.field == "mine"
    with pytest.raises(Refused) as refused:
        ways.prepare_another(PHRASE, SECOND, " ")
    assert refused.value.field == "name"
    with pytest.raises(Refused, match="already"):
        ways.prepare_another(PHRASE, PHRASE, "Vagten")
    ways.carry_out(ways.prepare_another(PHRASE, SECOND, "Vagten"))
    ways.carry_out(ways.prepare_change(SECOND, THIRD))
    assert not opens(sealed, SECOND) and opens(sealed, THIRD) and opens(sealed, PHRASE)
    assert [one.name for one in ways.openings] == ["Sekretariatet", "Vagten", ""]
    ways.carry_out(ways.prepare_removal(THIRD, ways.openings[0].key))
    assert not opens(sealed, PHRASE) and opens(sealed, THIRD)
    with pytest.raises(Refused, match="only passphrase"):
        ways.prepare_removal(THIRD, ways.openings[0].key)
    steps = [(step.verb, step.about) for step in sealed.session.store.steps(limit=3)]
    assert steps == [
        (Verb.REMOVE_PASSPHRASE, "Sekretariatet"),
        (Verb.CHANGE_PASSPHRASE, "Vagten"),
        (Verb.ADD_PASSPHRASE, "Vagten"),
    ]


def test_the_recovery_key_lets_a_new_passphrase_in_and_is_made_anew(sealed: Desk) -> None:
    ways = sealed.confidential
    act = ways.prepare_recovery(PHRASE)
    ways.carry_out(act)
    with pytest.raises(Refused, match="recovery key"):
        ways.prepare_change(act.recovery_key, SECOND)
    ways.carry_out(ways.prepare_another(act.recovery_key, SECOND, "Ny"))
    assert opens(sealed, SECOND)
    later = ways.prepare_recovery(SECOND)
    ways.carry_out(later)
    assert not opens(sealed, act.recovery_key) and opens(sealed, later.recovery_key)


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_recovery_key_stands_on_its_sheet_group_by_group(sealed: Desk, language: str) -> None:
    key = new_recovery_key()
    data = prepare_recovery_sheet(sealed.session, key, language).make().data
    assert failures(data) == []
    text = " ".join(page_text(data).split())
    half = len(key.split("-")) // 2
    first, second = (" – ".join(part) for part in (key.split("-")[:half], key.split("-")[half:]))
    assert f"1 {first} 2 {second}" in text
    assert "prøve.mission" in text


def test_plain_again_takes_the_passphrase_and_is_noted(sealed: Desk) -> None:
    with pytest.raises(Refused):
        sealed.confidential.prepare_plain("forkert")
    sealed.confidential.carry_out(sealed.confidential.prepare_plain(PHRASE))
    assert not sealed.confidential.on
    assert sealed.path is not None
    open_desk(sealed.path, read_only=True).close()
    assert sealed.session.store.steps(limit=1)[0].verb is Verb.MAKE_PLAIN
    with pytest.raises(Refused, match="not confidential"):
        sealed.confidential.prepare_plain(PHRASE)


def test_a_copy_of_it_is_compared_without_asking_and_never_with_a_plain_one(
    sealed: Desk, tmp_path: Path
) -> None:
    assert sealed.path is not None
    copy = tmp_path / "kopi.mission"
    copy.write_bytes(sealed.path.read_bytes())
    assert sealed.merging.compare(copy).relation is Relation.IDENTICAL
    with_other_key = open_desk(copy, passphrase=PHRASE)
    with_other_key.confidential.carry_out(with_other_key.confidential.prepare(SECOND))
    with_other_key.close()
    with pytest.raises(Unavailable) as sealed_too:
        sealed.merging.compare(copy)
    assert sealed_too.value.reason is Reason.SEALED
    assert sealed.merging.compare(copy, SECOND).relation is Relation.NEWER
    sealed.confidential.carry_out(sealed.confidential.prepare_plain(PHRASE))
    with pytest.raises(Refused, match="confidential first"):
        sealed.merging.compare(copy, SECOND)


# ---------------------------------------------------------------- locking


def test_a_locked_desk_holds_neither_records_nor_key_and_comes_back_whole(sealed: Desk) -> None:
    sealed.missions.add(title=Wording("Ukrudt i Hvalpsund", ""))
    file, steps = sealed.path, sealed.session.store.steps()
    held = lock(sealed)
    assert held.safe
    assert held.path == file
    assert b"Hvalpsund" not in held._laid.data
    assert "_key" not in repr(held._laid) and "data" not in repr(held._laid)
    with pytest.raises(Unavailable) as refused:
        held.unlock("forkert")
    assert refused.value.reason is Reason.WRONG_KEY
    assert file is not None
    with pytest.raises(Unavailable) as taken:  # the claim on the file is kept meanwhile
        open_desk(file, passphrase=PHRASE)
    assert taken.value.reason is Reason.LOCKED
    again = held.unlock(PHRASE)
    assert again.session.store.steps() == steps
    assert again.session.store.undoable is not None
    again.session.store.undo()
    assert again.wait_saved(30)
    again.close()


def test_what_could_not_be_saved_is_kept_sealed_and_saved_later(sealed: Desk) -> None:
    path = sealed.path
    assert path is not None
    aside = path.with_name("aside")
    path.rename(aside)
    path.mkdir()
    sealed.missions.add(title=Wording("Ukrudt i Hvalpsund", ""))
    held = lock(sealed)
    assert not held.safe
    with pytest.raises(Unavailable):
        held.save()
    path.rmdir()
    held.save()
    assert held.safe
    with closing(open_desk(path, read_only=True, passphrase=PHRASE)) as reader:
        assert len(reader.missions.all()) == 1
    again = held.unlock(PHRASE)
    again.close()


def test_unlocking_tries_to_save_what_was_not(sealed: Desk) -> None:
    path = sealed.path
    assert path is not None
    path.unlink()
    path.mkdir()
    sealed.missions.add(title=Wording("Ukrudt i Hvalpsund", ""))
    held = lock(sealed)
    path.rmdir()
    again = held.unlock(PHRASE)
    assert again.wait_saved(30)
    assert path.is_file()
    again.close()


def test_a_plain_one_cannot_be_locked(desk: Desk) -> None:
    with pytest.raises(ValueError, match="confidential"):
        lock(desk)


# ---------------------------------------------------------------- backups


def test_backups_are_closed_and_opened_with_the_workspace(desk: Desk) -> None:
    desk.missions.add(title=Wording("Ukrudt i Hvalpsund", ""))
    desk.backups.make()
    files = [one.path for one in desk.backups.all()]
    assert any(b"Hvalpsund" in file.read_bytes() for file in files)
    desk.confidential.carry_out(desk.confidential.prepare(PHRASE, "Sekretariatet"))
    assert desk.confidential.follow_up() == 0
    files = [one.path for one in desk.backups.all()]
    assert all(file.read_bytes().startswith(b"MDSK") for file in files)
    assert all(desk.backups.look_at(one).contents for one in desk.backups.all())
    # The key stays, so nothing is written anew.
    before = [file.read_bytes() for file in files]
    desk.confidential.carry_out(desk.confidential.prepare_another(PHRASE, SECOND, "Vagten"))
    assert desk.confidential.follow_up() == 0
    assert [file.read_bytes() for file in files] == before
    # Begun anew, a former key opens no backup either.
    desk.confidential.carry_out(desk.confidential.prepare_anew(PHRASE, THIRD, "Ny"))
    desk.confidential.follow_up()
    assert all(desk.backups.look_at(one).contents for one in desk.backups.all())
    assert [file.read_bytes() for file in files] != before
    desk.confidential.carry_out(desk.confidential.prepare_plain(THIRD))
    desk.confidential.follow_up()
    assert not any(file.read_bytes().startswith(b"MDSK") for file in files)
    assert all(desk.backups.look_at(one).contents for one in desk.backups.all())
