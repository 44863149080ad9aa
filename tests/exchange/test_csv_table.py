# SPDX-License-Identifier: Apache-2.0
"""CSV by rule: encodings and separators as offices make them, and refusals that name the line."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missiondesk.domain.refused import Refused
from missiondesk.exchange import csv_table
from missiondesk.exchange.csv_table import read_csv
from missiondesk.exchange.statistics import csv_dialect

TEXT = "titel;måltal\nFærre på åen;3,5\n"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "UTF-8"),
        (TEXT.encode("utf-8-sig"), "UTF-8"),
        (TEXT.encode("cp1252"), "Windows-1252"),
        (TEXT.encode("utf-16"), "UTF-16"),
    ],
)
def test_encodings_are_found(data: bytes, encoding: str) -> None:
    table = read_csv(data)
    assert table.encoding == encoding
    assert table.headings == ("titel", "måltal")
    assert table.rows[0].cells == ("Færre på åen", "3,5")


@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_separators_are_found(separator: str) -> None:
    lines = (f"a{separator}b{separator}c", f'1{separator}"2{separator}x"{separator}3')
    table = read_csv("\r\n".join(lines).encode())
    assert table.separator == separator
    assert table.rows[0].cells == ("1", f"2{separator}x", "3")


def test_the_first_line_decides_outside_its_quotes() -> None:
    table = read_csv(b'"a,b,c";d\n1;2\n')
    assert (table.separator, table.headings) == (";", ("a,b,c", "d"))


def test_lines_are_those_of_the_file() -> None:
    table = read_csv(b'a,b\n\n1,"two\nlines"\n,\n3,4\n')
    assert [(row.line, row.cells) for row in table.rows] == [
        (4, ("1", "two\nlines")),
        (6, ("3", "4")),
    ]


def test_short_rows_are_filled_and_long_ones_refused() -> None:
    assert read_csv(b"a,b,c\n1\n").rows[0].cells == ("1", "", "")
    assert read_csv(b"a,b\n1,2,,\n").rows[0].cells == ("1", "2")
    with pytest.raises(Refused) as refused:
        read_csv(b"a,b\n1,2\n1,2,3\n")
    assert dict(refused.value.message.values)["line"] == 3


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\n\n",
        b"one column\n1\n",
        b"a,b\n1,\x00\n",
        b'a,b\n"1,2\n',
        b'a,b\n"1"x,2\n',
        b"\x81\x8d,b\n",
    ],
)
def test_what_is_no_table_is_refused(data: bytes) -> None:
    with pytest.raises(Refused):
        read_csv(data)


def test_limits_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    limits = {"MOST_ROWS": csv_table, "MOST_COLUMNS": csv_table, "LARGEST_FILE": csv_table}
    for name, module in (limits | {"LONGEST_CELL": csv_dialect}).items():
        with monkeypatch.context() as patch:
            patch.setattr(module, name, 1)
            with pytest.raises(Refused):
                read_csv(b"aa,b\n1,2\n3,4\n")


@given(st.binary(max_size=200))
def test_any_bytes_are_a_table_or_refused(data: bytes) -> None:
    try:
        table = read_csv(data)
    except Refused:
        return
    assert all(len(row.cells) == len(table.headings) for row in table.rows)


CELL = st.text(st.characters(codec="utf-8", exclude_characters="\x00\r"), max_size=12)


@given(
    st.sampled_from(csv_dialect.SEPARATORS),
    st.lists(st.lists(CELL, min_size=3, max_size=3), min_size=1, max_size=5),
)
def test_what_python_writes_is_read(separator: str, rows: list[list[str]]) -> None:
    written = io.StringIO()
    csv.writer(written, delimiter=separator).writerows([["a", "b", "c"], *rows])
    table = read_csv(written.getvalue().encode())
    filled = [tuple(cell.strip() for cell in row) for row in rows if "".join(row).strip()]
    assert [row.cells for row in table.rows] == filled
