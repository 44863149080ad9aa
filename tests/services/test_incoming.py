# SPDX-License-Identifier: Apache-2.0
"""A file's content decides whether it holds figures or the desk's own records."""

from __future__ import annotations

from pathlib import Path

import pytest

from missiondesk.domain.refused import Refused
from missiondesk.exchange.tables import TableFile
from missiondesk.services.figures import FigureFile
from missiondesk.services.incoming import read_incoming
from tests.px_editions import FIRST, px_edition


def written(folder: Path, text: str, name: str = "fil.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_known_headings_are_records_and_others_figures(tmp_path: Path) -> None:
    records = written(tmp_path, "titel;nøgletal\nEn;Andel\n")
    assert isinstance(read_incoming(records), TableFile)
    figures = written(tmp_path, "land;2019;2020\nDK;1,5;1,6\nSE;1,7;1,8\n")
    found = read_incoming(figures)
    assert isinstance(found, FigureFile)
    assert found.tables[0].time is not None


def test_the_ending_says_nothing(tmp_path: Path) -> None:
    path = px_edition(tmp_path, "forkert.csv", FIRST, "20250601")
    found = read_incoming(path)
    assert isinstance(found, FigureFile)
    assert found.tables[0].format == "PX"


def test_figures_with_a_column_of_titles_can_be_read_as_such(tmp_path: Path) -> None:
    path = written(tmp_path, "titel;2019;2020\nDK;1,5;1,6\nSE;1,7;1,8\n")
    assert isinstance(read_incoming(path), TableFile)
    assert isinstance(read_incoming(path, figures=True), FigureFile)


def test_headings_that_mean_the_same_are_not_taken_for_figures(tmp_path: Path) -> None:
    path = written(tmp_path, "titel;title;2019;2020\nDK;DK;1,5;1,6\n")
    with pytest.raises(Refused, match="mean the same"):
        read_incoming(path)


@pytest.mark.parametrize("text", ["", "\x00\x01\x02\x03", "<html></html>"])
def test_what_is_neither_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(Refused):
        read_incoming(written(tmp_path, text))


def test_a_file_that_is_gone_or_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="cannot be read"):
        read_incoming(tmp_path / "væk.px")
    with pytest.raises(Refused):
        read_incoming(tmp_path)


def test_a_table_that_is_neither_is_told_both(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        read_incoming(written(tmp_path, "farve;form\nrød;rund\nblå;kantet\n"))
    assert "template" in refused.value.message.msgid
