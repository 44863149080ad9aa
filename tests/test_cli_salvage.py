# SPDX-License-Identifier: Apache-2.0
"""The verb salvage: a new file, a report, and exit 1 when something is missing."""

from __future__ import annotations

from pathlib import Path

import pytest

from missiondesk.cli import program as cli
from missiondesk.services.workspaces import open_desk
from tests.sample import a_sample


def test_a_damaged_file_goes_into_a_new_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    path, out = tmp_path / "a.mission", tmp_path / "b.mission"
    desk = a_sample()
    desk.save_as(path)
    desk.backups.make()
    missions = desk.missions.all()
    desk.close()
    data = bytearray(path.read_bytes())
    data[-5] ^= 1
    path.write_bytes(data)
    assert cli.main(["salvage", str(path), "-o", str(out)]) == 0
    told = capsys.readouterr().out
    assert "newest whole backup" in told
    assert "nothing is known to be missing" in told
    recovered = open_desk(out, read_only=True)
    assert recovered.missions.all() == missions
    recovered.close()
    assert cli.main(["salvage", str(path), "-o", str(out)]) == 2
    capsys.readouterr()
    del data[len(data) // 2 :]
    path.write_bytes(data)
    code = cli.main(["salvage", str(path), "-o", str(tmp_path / "c.mission")])
    told = capsys.readouterr().out
    assert code == 1
    assert "not everything" in told
    assert path.read_bytes() == data
