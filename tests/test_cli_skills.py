# SPDX-License-Identifier: Apache-2.0
"""Skills without a window: a collection of ESCO is reported, then written and shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from missiondesk.cli import program as cli

FILE = """\
conceptType,conceptUri,preferredLabel,status,altLabels,description
KnowledgeSkillCompetence,http://esco/1,write Danish,released,,"Compose
texts."
KnowledgeSkillCompetence,http://esco/2,,released,,
"""


def test_a_collection_is_reported_and_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, workspace = tmp_path / "skills_en.csv", tmp_path / "ny.mission"
    source.write_text(FILE, encoding="utf-8")
    assert cli.main(["--lang", "en", "import", str(workspace), str(source)]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[:2] == [
        "skills_en.csv: ESCO, skills, 2 rows",
        "new 1, name added in this language 0, changed 0, already there 0, skipped 1",
    ]
    assert said[2:] == [
        "line 3: new: write Danish",
        "line 4: skipped: http://esco/2 (it has no name)",
    ]
    assert not workspace.exists()
    assert cli.main(["--lang", "en", "import", str(workspace), str(source), "--apply"]) == 0
    capsys.readouterr()
    assert cli.main(["--lang", "en", "show", str(workspace), "skill"]) == 0
    assert capsys.readouterr().out == "write Danish\n"
    assert cli.main(["--lang", "en", "import", str(workspace), str(source), "--apply"]) == 2
