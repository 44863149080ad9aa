# SPDX-License-Identifier: Apache-2.0
"""The verbs backups and restore: numbered, told, and written only with --apply."""

from __future__ import annotations

from pathlib import Path

import pytest

from missiondesk.cli import program as cli
from missiondesk.domain.wording import Wording
from missiondesk.services.workspaces import new_desk, open_desk


def test_backups_are_listed_and_gone_back_to(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    path = tmp_path / "a.mission"
    desk = new_desk(path, "Åse")
    assert cli.main(["backups", str(path)]) == 0
    assert "no backup" in capsys.readouterr().out
    desk.missions.add(Wording("En", "One"))
    desk.backups.make()
    desk.missions.add(Wording("To", "Two"))
    desk.close()
    assert cli.main(["backups", str(path)]) == 0
    told = capsys.readouterr().out
    assert told.startswith("  1  ")
    assert "1 mission" in told
    assert "Åse" in told
    before = path.read_bytes()
    assert cli.main(["restore", str(path), "1"]) == 0
    assert "goes" in capsys.readouterr().out
    assert path.read_bytes() == before
    assert cli.main(["restore", str(path), "1", "--apply"]) == 0
    assert cli.main(["restore", str(path), "7"]) == 2
    again = open_desk(path, read_only=True)
    assert [it.title.en for it in again.missions.all()] == ["One"]
    assert [one.cause.value for one in again.backups.all()] == ["restore", "asked"]
    again.close()
