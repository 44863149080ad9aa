# SPDX-License-Identifier: Apache-2.0
"""The command line prints all letters as one file, and compares two of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from missiondesk.cli import program as cli
from tests.documents.inspection import failures


@pytest.fixture(autouse=True)
def danish(monkeypatch: pytest.MonkeyPatch) -> None:
    """No language is chosen by the machine the tests run on."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def sample(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    path = tmp_path / "eksempel.mission"
    assert cli.main(["sample", str(path)]) == 0
    capsys.readouterr()
    return path


def failed(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """The one sentence with which the command ends."""
    assert cli.main(list(arguments)) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    return said


def test_all_letters_in_one_file_for_both_sides(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "breve.pdf"
    assert cli.main(["print", str(sample), "--combined", str(path), "--duplex"]) == 0
    line, *unwritten = capsys.readouterr().out.splitlines()
    assert line.startswith(f"{path} (")
    # The sample has one mission whose letter nobody has begun.
    assert len(unwritten) == 1
    assert "M6" in unwritten[0] or "18 uger" in unwritten[0]
    assert [one for one in tmp_path.glob("*.pdf") if one != path] == []
    assert failures(path.read_bytes()) == []
    for wrong in (
        ("--combined", str(path), "--out", str(tmp_path)),
        ("--combined", str(path), "--kind", "roadmap"),
        ("--out", str(tmp_path), "--duplex"),
    ):
        failed(capsys, "print", str(sample), *wrong)


def test_two_letters_are_compared(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "ud"
    arguments = ["compare", str(sample), "2026-001", "2026-002", "--out", str(out)]
    assert cli.main(arguments) == 0
    (written,) = out.iterdir()
    assert written.name == "forskel-2026-001-2026-002-da.pdf"
    said = failed(capsys, "compare", str(sample), "2026-001", "1999-1", "--out", str(out))
    assert "1999-1" in said
    failed(capsys, "compare", str(sample), "2026-001", "2026-001", "--out", str(out))
