# SPDX-License-Identifier: Apache-2.0
"""The verb "tables": records out to a workbook or a CSV, and in again as what they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from missiondesk import cli


def test_tables_go_out_and_come_in_unchanged(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    workspace, book = tmp_path / "prøve.mission", tmp_path / "tabeller.xlsx"
    assert cli.main(["sample", str(workspace)]) == 0
    assert cli.main(["tables", str(workspace), str(book), "--lang", "en"]) == 0
    capsys.readouterr()
    assert cli.main(["import", str(workspace), str(book), "--lang", "en"]) == 0
    said = capsys.readouterr().out
    assert "unchanged" in said
    assert "new" not in {line.split(": ")[1] for line in said.splitlines() if ": " in line}
    again = cli.main(["tables", str(workspace), str(book)])
    assert again != 0  # a file that is there is never written over


def test_a_csv_holds_one_kind(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    workspace, table = tmp_path / "prøve.mission", tmp_path / "aktører.csv"
    assert cli.main(["sample", str(workspace)]) == 0
    assert cli.main(["tables", str(workspace), str(table)]) != 0
    assert "--kind" in capsys.readouterr().err
    assert cli.main(["tables", str(workspace), str(table), "--kind", "actor"]) == 0
    assert table.read_text(encoding="utf-8-sig").startswith("Nøgle (aktør);Navn;")


def test_a_name_says_what_the_file_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    workspace = tmp_path / "prøve.mission"
    assert cli.main(["sample", str(workspace)]) == 0
    for name in ("tabeller.pdf", "tabeller.ods", "tabeller"):
        assert cli.main(["tables", str(workspace), str(tmp_path / name)]) != 0
        assert ".xlsx" in capsys.readouterr().err
        assert not (tmp_path / name).exists()
