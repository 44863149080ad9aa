# SPDX-License-Identifier: Apache-2.0
"""The gallery writes every document that it is asked for, and a contact sheet that shows it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from tests import gallery


def test_documents_and_contact_sheets_are_written_in_colour_and_grey(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = [str(tmp_path), "--language", "da", "--grey", "--kind", "coverage", "skills"]
    assert gallery.main(arguments) == 0
    papers = sorted(path.name for path in (tmp_path / "pdf").iterdir())
    assert "fra-grundlag-til-breve-da.pdf" in papers and "built-skills-da.pdf" in papers
    assert any(name.startswith("public-kompetenceplan") for name in papers)
    sheets = sorted(path.name for path in (tmp_path / "sheets").iterdir())
    assert {"coverage-da-internal-1.png", "coverage-da-internal-1-grey.png"} <= set(sheets)
    assert not any(name.startswith("coverage-da-public") for name in sheets)
    with Image.open(tmp_path / "sheets" / "coverage-da-internal-1.png") as sheet:
        colours = sheet.convert("L").getextrema()
    assert colours[0] < 60 and colours[1] == 255
    said = capsys.readouterr().out
    assert f"{len(papers)} documents" in said and f"{len(sheets)} sheets" in said
