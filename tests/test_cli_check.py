# SPDX-License-Identifier: Apache-2.0
"""``check --grouped`` for people: many findings of one rule in one line."""

from __future__ import annotations

from pathlib import Path

import pytest

from missiondesk import cli


def test_check_says_many_findings_of_one_rule_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, source = tmp_path / "w.mission", tmp_path / "t.csv"
    rows = [f"P{n};Projekt {n};pilot" for n in range(30)]
    source.write_text("\n".join(["Kode;Titel;Fase", *rows]), encoding="utf-8")
    assert cli.main(["import", str(path), str(source), "--apply"]) == 0
    capsys.readouterr()
    cli.main(["check", str(path), "--lang", "en"])
    assert sum(line.startswith("P9 ") for line in capsys.readouterr().out.splitlines()) == 30
    cli.main(["check", str(path), "--lang", "en", "--grouped"])
    (line,) = [one for one in capsys.readouterr().out.splitlines() if one.startswith("P9 ")]
    assert (
        line == "P9 warning 30_× The initiative serves no mission. (P0, P1, P10, P11 and 26 more)"
    )
