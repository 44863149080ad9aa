# SPDX-License-Identifier: Apache-2.0
"""The verb merge: exit codes, what it prints, and that it never writes over a file."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from missiondesk.cli import program as cli
from missiondesk.domain.mission import Mission
from missiondesk.domain.step import Verb
from missiondesk.domain.wording import Wording
from missiondesk.services.workspaces import new_desk, open_desk
from tests.sample import a_sample


@pytest.fixture
def copies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    """Two copies of the sample; in both the first mission has another title than before."""
    monkeypatch.setenv("LANG", "da_DK.UTF-8")
    monkeypatch.delenv("LC_ALL", raising=False)
    monkeypatch.delenv("LC_MESSAGES", raising=False)
    mine, theirs = tmp_path / "min.mission", tmp_path / "retur (2).mission"
    desk = a_sample()
    desk.save_as(mine)
    desk.close()
    shutil.copyfile(mine, theirs)
    return mine, theirs


def revise(path: Path, who: str, place: int, title: str) -> None:
    desk = open_desk(path, who)
    mission = desk.missions.all()[place]
    titled = replace(mission, title=Wording(title, title))
    desk.session.keep(Verb.REVISE_MISSION, titled)
    desk.close()


def test_merging_two_copies(
    copies: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mine, theirs = copies
    out = tmp_path / "samlet.mission"
    before = mine.read_bytes()
    revise(theirs, "Åse", 0, "Deres titel")
    assert cli.main(["merge", str(mine), str(theirs), "-o", str(out)]) == 0
    assert out.read_bytes() == theirs.read_bytes()
    assert cli.main(["merge", str(mine), str(theirs), "-o", str(out)]) == 2
    assert mine.read_bytes() == before
    out.unlink()

    revise(mine, "Bo", 0, "Min titel")
    revise(theirs, "Åse", 1, "Kun deres")
    capsys.readouterr()
    arguments = ["merge", str(mine), str(theirs), "-o", str(out)]
    assert cli.main(arguments) == 1
    said = capsys.readouterr().out
    assert not out.exists()
    for word in ("Min titel", "Deres titel", "Bo", "Åse", "1 konflikt"):
        assert word in said, said
    assert cli.main([*arguments, "--take", "theirs", "--lang", "en"]) == 0
    assert "theirs" in capsys.readouterr().out
    with_both = open_desk(out, read_only=True)
    assert [one.title.da for one in with_both.situation.all(Mission)[:2]] == [
        "Deres titel",
        "Kun deres",
    ]
    with_both.close()
    again = tmp_path / "igen.mission"
    assert cli.main(["merge", str(out), str(theirs), "-o", str(again)]) == 0
    assert "ældre" in capsys.readouterr().out
    again.unlink()
    assert cli.main(["merge", str(theirs), str(out), "-o", str(again)]) == 0
    assert "nyere" in capsys.readouterr().out


def test_a_foreign_workspace_is_refused(
    copies: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "fremmed.mission"
    new_desk(other).close()
    out = tmp_path / "ud.mission"
    assert cli.main(["merge", str(copies[0]), str(other), "-o", str(out)]) == 2
    assert not out.exists()
    assert "fremmed" in capsys.readouterr().err
