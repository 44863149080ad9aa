# SPDX-License-Identifier: Apache-2.0
"""Trail, bin, purge and the package for the case system in a confidential workspace: as in a plain
one, and nothing of them is readable in its file or its backups.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from missiondesk.domain.initiative import Initiative
from missiondesk.domain.period import Period
from missiondesk.domain.step import Verb
from missiondesk.domain.wording import Wording
from missiondesk.language import translator
from missiondesk.services.desk import Desk
from missiondesk.services.trail import TrailFilter
from missiondesk.services.workspaces import new_desk, open_desk
from missiondesk.system.paths import backup_folder
from tests.cheap_keys import cheap_keys

PHRASE = "fire æbler under en blå cykel"
CANARY = "Kanariefugl i Hvalpsund"
DA = translator("da")


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """A confidential workspace with an initiative that was removed."""
    cheap_keys(monkeypatch)
    opened = new_desk(tmp_path / "prøve.mission", "Sekretær")
    opened.confidential.carry_out(opened.confidential.prepare(PHRASE, "Sekretariatet"))
    mission = opened.missions.add(Wording("Flere i job", "More in work"))
    made = opened.initiatives.add(Initiative("", mission=mission.id, title=Wording(CANARY, CANARY)))
    opened.initiatives.remove(made.id)
    yield opened
    opened.close(discard=True)


def again(desk: Desk) -> Desk:
    """The workspace closed and opened by its passphrase."""
    path = desk.path
    assert path is not None
    desk.close()
    return open_desk(path, "Sekretær", passphrase=PHRASE)


def readable(root: Path) -> list[Path]:
    """Files in which the canary, or any database, can be read."""
    return [
        path
        for path in root.rglob("*")
        if path.is_file()
        and any(word in path.read_bytes() for word in (CANARY.encode(), b"SQLite format 3"))
    ]


def test_what_was_removed_comes_back_after_reopening(desk: Desk) -> None:
    opened = again(desk)
    (gone,) = opened.recycle_bin.removed()
    opened.recycle_bin.bring_back(gone.key)
    assert [one.title.da for one in opened.initiatives.all()] == [CANARY]
    assert opened.trail.check().whole
    opened.close()


def test_a_purge_leaves_nothing_in_the_image_and_is_logged(desk: Desk, tmp_path: Path) -> None:
    desk.backups.make()
    (gone,) = desk.recycle_bin.removed()
    assert CANARY.encode() in desk.session.store.image()
    desk.purging.purge([gone.key], "Personoplysninger uden hjemmel", "Kontorchefen")
    assert desk.wait_saved(60)
    opened = again(desk)
    assert CANARY.encode() not in opened.session.store.image()
    assert opened.recycle_bin.removed() == ()
    check = opened.trail.check()
    assert check.whole and check.purged
    assert opened.session.store.steps(limit=1)[0].verb is Verb.PURGE
    opened.close()
    assert readable(tmp_path) == []
    assert list(backup_folder().rglob("*.mission")) != []
    assert readable(backup_folder()) == []


@pytest.mark.parametrize("form", ["pdf", "xlsx", "csv"])
def test_the_trail_is_written_where_somebody_wants_it_and_nowhere_else(
    desk: Desk, tmp_path: Path, form: str
) -> None:
    opened = again(desk)
    out = tmp_path / "ud"
    out.mkdir()
    made = opened.trail_files.prepare(TrailFilter(), "da", form).write(out)
    assert [one.name for one in out.iterdir()] == [made.name]
    opened.close()
    assert readable(tmp_path) in ([], [made])


def test_a_package_is_written_whole_and_what_was_marked_is_kept(desk: Desk, tmp_path: Path) -> None:
    document = desk.journalising.document("stop-list", "", "da", DA)
    desk.journalising.journalise(
        [document], case_number="2026-1", filed=Period("2026-11-26"), filed_by="Sekretær"
    )
    opened = again(desk)
    (marked,) = [one for one in opened.journalising.all(DA) if one.kind == document.kind]
    package = opened.case_packages.prepare([marked], "da").write_zip(tmp_path / "pakke.zip")
    assert package is not None
    with zipfile.ZipFile(package) as archive:
        assert archive.testzip() is None
        assert b"2026-1" in archive.read("metadata.xml")
    opened.close()
    assert readable(tmp_path) == []
