# SPDX-License-Identifier: Apache-2.0
"""The registers of the sample as files for Excel."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest

from missiondesk.services.desk import Desk
from tests.sample import a_sample


@pytest.fixture(scope="module")
def desk() -> Iterator[Desk]:
    opened = a_sample()
    yield opened
    opened.close(discard=True)


def test_the_register_of_letters_as_it_is_filtered(desk: Desk, tmp_path: Path) -> None:
    rows = desk.letters.register.rows("2026-001")
    path = desk.register_files.letters(rows, "da").write(tmp_path)
    assert path.name == f"brevregister-{desk.today.isoformat()}-da.xlsx"
    sheet = openpyxl.load_workbook(io.BytesIO(path.read_bytes())).active
    head, *found = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert head[:4] == ["Nummer", "Udgave", "Type", "Status"]
    assert [row[0] for row in found] == ["2026-001"]
    assert found[0][5].isoformat() == "2026-06-22T00:00:00"


@pytest.mark.parametrize("language", ["da", "en"])
def test_all_commitments_or_those_that_are_shown(desk: Desk, language: str) -> None:
    whole = desk.register_files.commitments(None, language, "csv").make().decode("utf-8-sig")
    for one in desk.commitments.all():
        assert one.text.in_language(language) in whole
    last = desk.commitments.all()[-1]
    few = desk.register_files.commitments([last.id, "gone"], language, "csv").make()
    assert few.count(b"\r\n") == 2


def test_a_form_that_is_not_known_is_a_mistake(desk: Desk) -> None:
    with pytest.raises(ValueError, match="form"):
        desk.register_files.table("x", "x", ("a",), [], "da", "pdf")
