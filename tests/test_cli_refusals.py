# SPDX-License-Identifier: Apache-2.0
"""What the command line does not understand or may not do is answered with what would do."""

from __future__ import annotations

from pathlib import Path

import pytest

from missiondesk.cli import program as cli


@pytest.fixture(autouse=True)
def danish(monkeypatch: pytest.MonkeyPatch) -> None:
    """No language is chosen by the machine the tests run on."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def sample(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    path = tmp_path / "Eksempel på desk.mission"
    assert cli.main(["sample", str(path)]) == 0
    capsys.readouterr()
    return path


def failed(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """The one sentence with which the command ends; exit code 2, nothing on standard output."""
    assert cli.main(list(arguments)) == 2
    said = capsys.readouterr()
    assert said.err.count("\n") == 1
    assert said.err.startswith("missiondesk: ")
    assert "Traceback" not in said.err
    return said.err


def test_what_is_no_period_is_told_with_an_example(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = ["--out", str(tmp_path / "ud"), "--period", "hest"]
    for asked in (["print", "--kind", "half-year"], ["reply", "--letter", "2026-001"]):
        said = failed(capsys, asked[0], str(sample), *asked[1:], *out)
        assert "”hest” er ikke en periode" in said
        assert "2026-Q2" in said
        assert "2026-H1" in said


def test_an_unknown_kind_is_answered_with_the_kinds_and_the_help_of_the_verb(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = failed(capsys, "print", str(sample), "--out", str(tmp_path), "--kind", "breve")
    assert "letters, roadmap" in said
    assert said.endswith("Se missiondesk print --help.\n")
    assert failed(capsys, "--tyv").endswith("Se missiondesk --help.\n")


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="only Linux has this folder")
def test_a_folder_of_the_system_may_not_be_written_to(
    sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for folder in ("/proc/x", "/proc"):
        said = failed(capsys, "print", str(sample), "--out", folder, "--kind", "coverage")
        assert "du har ikke rettigheder til det" in said
