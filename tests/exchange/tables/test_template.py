# SPDX-License-Identifier: Apache-2.0
"""The template: its headings are known, its help and examples are skipped, and they are right."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from typing import Any

import openpyxl
import pytest

from missiondesk.exchange.tables import read_tables
from missiondesk.exchange.tables.template import template
from tests.exchange.spreadsheet.workbooks import saved

TODAY = date(2026, 11, 25)


@pytest.mark.parametrize("language", ["da", "en"])
def test_every_heading_is_known_and_nothing_is_imported_from_it(language: str) -> None:
    file = read_tables(template(language, TODAY), "t.xlsx")
    assert file.notes == ()
    assert [one.kind.name for one in file.tables] == [
        "people", "missions", "initiatives", "milestones",
    ]  # fmt: skip
    for table in file.tables:
        assert table.layout.language == language
        assert all(column.field for column in table.layout.columns)
        fields = {column.field for column in table.layout.columns}
        assert {one.name for one in table.kind.fields} - fields <= {"stage_since"}
        assert (table.rows, table.faults, table.skipped) == ((), (), (2, 3))


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_examples_can_be_read_as_they_stand(language: str) -> None:
    opened: Any = openpyxl.load_workbook(io.BytesIO(template(language, TODAY)))
    for sheet in opened:
        sheet["A3"] = None
    for table in read_tables(saved(opened), "t.xlsx").tables:
        assert table.faults == ()
        assert len(table.rows) == 1


@pytest.mark.parametrize("language", ["da", "en"])
def test_lists_are_offered_help_stands_under_headings_and_headings_stay(language: str) -> None:
    opened: Any = openpyxl.load_workbook(io.BytesIO(template(language, TODAY)))
    offered = {sheet.title: len(sheet.data_validations.dataValidation) for sheet in opened}
    assert list(offered.values()) == [1, 2, 2, 2]
    for sheet in opened:
        assert sheet.freeze_panes == "A2"
        assert all(cell.value for cell in sheet[2])
        assert not any(cell.data_type == "f" for row in sheet for cell in row)


def test_it_is_the_same_file_on_the_same_day_and_names_nobody() -> None:
    data = template("da", TODAY)
    assert data == template("da", TODAY)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert b"creator" not in package.read("docProps/core.xml")
        assert not any(b"openpyxl" in package.read(name) for name in package.namelist())
