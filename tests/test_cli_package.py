# SPDX-License-Identifier: Apache-2.0
"""The verb package: all that waits, what is named, as a folder or a zip."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from missiondesk.cli import program as cli
from missiondesk.domain.period import Period
from missiondesk.language import translator
from tests.sample import a_sample


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "prøve.mission"
    desk = a_sample()
    every = [one for one in desk.journalising.all(translator("da")) if one.reference != "B2"]
    desk.journalising.journalise(every, "2026-1", "", Period("2026-10-30"), "Sekretær")
    desk.save_as(made)
    desk.close()
    return made


def test_what_waits_is_packed_into_a_folder(path: Path, tmp_path: Path) -> None:
    before = path.read_bytes()
    assert cli.main(["package", str(path), str(tmp_path / "sag"), "--case", "2026-5"]) == 0
    (pdf,) = (tmp_path / "sag").glob("*.pdf")
    assert pdf.name.startswith("B2-")
    assert "2026-5" in (tmp_path / "sag" / "metadata.xml").read_text(encoding="utf-8")
    assert cli.main(["package", str(path), str(tmp_path / "sag")]) == 2
    assert path.read_bytes() == before


def test_what_is_named_is_packed_into_a_zip(path: Path, tmp_path: Path) -> None:
    out = tmp_path / "sag.zip"
    asked = ["--letter", "2026-001", "--decision", "B1", "--kind", "stop-list", "--lang", "en"]
    assert cli.main(["package", str(path), str(out), *asked]) == 0
    with zipfile.ZipFile(out) as archive:
        assert len([name for name in archive.namelist() if name.endswith(".pdf")]) == 3


@pytest.mark.parametrize("asked", [["--letter", "0"], ["--decision", "X"], ["--kind", "nothing"]])
def test_what_is_not_there_is_refused(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], asked: list[str]
) -> None:
    assert cli.main(["package", str(path), str(tmp_path / "sag.zip"), *asked]) == 2
    assert asked[1] in capsys.readouterr().err
    assert not (tmp_path / "sag.zip").exists()
