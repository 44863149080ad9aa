# SPDX-License-Identifier: Apache-2.0
"""How a file of separated values is written is found by rule, on real files and on hard ones."""

from __future__ import annotations

import csv
import io
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missiondesk.domain.refused import Refused
from missiondesk.exchange.statistics import csv_dialect
from missiondesk.exchange.statistics.csv_dialect import (
    RARE_SEPARATORS,
    SEPARATORS,
    find_separator,
    read_rows,
    text_of,
)

DATA = Path(__file__).parents[3] / "../shared/data"
FOLDERS = ("csv_dialect", "sdmx_csv", "eurostat_tsv", "gmpp", "missions", "esco", "progress")
FILES = sorted(
    path
    for folder in (*FOLDERS, "forecast")
    for path in (DATA / folder).glob("*")
    if path.suffix in (".csv", ".tsv")
)
SEMICOLONS = {"csv_dialect", "uk_2021.csv", "uk_2022.csv", "uk_2023.csv"}


def separator_of(path: Path) -> str:
    if path.suffix == ".tsv":
        return "\t"
    return ";" if SEMICOLONS & {path.name, path.parent.name} else ","


@pytest.mark.skipif(not FILES, reason="no files in ../shared/data")
def test_every_real_file_is_taken_apart_as_it_was_written() -> None:
    assert len(FILES) == 34
    found = {}
    for path in FILES:
        decoded = text_of(path.read_bytes())
        found[path.name] = (find_separator(decoded.text), decoded.encoding)
    assert found == {
        path.name: (
            separator_of(path),
            "Windows-1252" if path.parent.name == "gmpp" else "UTF-8",
        )
        for path in FILES
    }


@pytest.mark.parametrize(
    ("text", "separator"),
    [
        ("år;værdi, pct.\n2015;1,5\n2016;1,6\n", ";"),
        ("a;b,c\n1;2,5\n3;4,5\n", ";"),
        ("2015;1,5;1,6\n2016;1,7;1,8\n", ";"),
        ('name,note,value\na,"x; y",1\nb,"u; v",2\n', ","),
        ("name,note,value\na,x; y,1\nb,u; v,2\n", ","),
        ('"a;b","c;d"\n"1;2","3;4"\n', ","),
        ("sep=;\na,b;c,d\n1,2;3,4\n", ";"),
        ("unit,geo\\time\t2019 \t2018 \nPC,DK\t1 \t: \n", "\t"),
        ("a|b\n1,5|2,5\n", "|"),
        ("navn@tal\nx@1\ny@2\n", "@"),
        ("navn:tal\nx:1\ny:2\n", ":"),
        ("start,value\n10:15:00,1\n10:30:00,2\n", ","),
        ("Folketal efter område; tid, i alt\n\nområde;2019;2020\nA;1;2\nB;3;4\n", ";"),
        ("a;b\r1;2\r3;4\r", ";"),
    ],
)
def test_hard_cases(text: str, separator: str) -> None:
    assert find_separator(text) == separator


@pytest.mark.parametrize("text", ["", "one\ntwo\n", "sep\n"])
def test_without_a_separator_there_are_no_columns(text: str) -> None:
    with pytest.raises(Refused, match="no columns"):
        find_separator(text)


def test_a_declared_separator_is_no_record() -> None:
    assert [(row.line, row.cells) for row in read_rows("sep=;\na;b\n1;2\n", ";")] == [
        (2, ("a", "b")),
        (3, ("1", "2")),
    ]


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_lines_are_counted_whatever_ends_them(ends: str) -> None:
    rows = list(read_rows(ends.join(("a,b", '1,"2', 'x"', "3,4")), ","))
    assert [row.line for row in rows] == [1, 3, 4]


@pytest.mark.parametrize(
    ("text", "line"),
    [('a,b\n1,"2\n', 2), ('a,b\n"1"x,2\n', 2), ("a,b\n1,2\n" + "x" * 200_000 + ",1\n", 3)],
)
def test_a_broken_record_is_named(text: str, line: int) -> None:
    with pytest.raises(Refused) as refused:
        list(read_rows(text, ","))
    assert dict(refused.value.message.values)["line"] == line


def test_too_many_rows_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv_dialect, "MOST_ROWS", 2)
    assert len(list(read_rows("a,b\n1,2\n", ","))) == 2
    with pytest.raises(Refused, match="more than"):
        list(read_rows("a,b\n1,2\n3,4\n", ","))


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_text_comes_without_its_bom(codec: str) -> None:
    assert text_of("område;år\n".encode(codec)).text == "område;år\n"


def test_text_that_is_damaged_is_refused_with_its_line() -> None:
    good = "Færøerne;å;ø;æ\n" * 3
    with pytest.raises(Refused) as refused:
        text_of(good.encode() + b"r\xf8d;1\n")
    assert dict(refused.value.message.values) == {"line": 4}
    for data in (b"a,\x00b\n", "a,\x00b\n".encode("utf-16"), b"\x81\x8d,b\n", b"\xff\xfea"):
        with pytest.raises(Refused):
            text_of(data)


def test_one_stray_byte_among_many_right_ones_is_let_pass() -> None:
    assert text_of("på åen £5 ".encode("cp1252") * 200 + b"\x9d").encoding == "Windows-1252"


CELL = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=8)


@given(
    st.sampled_from(SEPARATORS + RARE_SEPARATORS),
    st.integers(2, 5).flatmap(
        lambda width: st.lists(
            st.lists(CELL, min_size=width, max_size=width), min_size=1, max_size=6
        )
    ),
)
def test_quoted_cells_come_back_as_they_were(separator: str, rows: list[list[str]]) -> None:
    written = io.StringIO()
    csv.writer(written, delimiter=separator, quoting=csv.QUOTE_ALL).writerows(rows)
    text = written.getvalue()
    assert find_separator(text) == separator
    assert [list(row.cells) for row in read_rows(text, separator)] == rows


@given(st.binary(max_size=120))
def test_any_bytes_are_rows_or_refused(data: bytes) -> None:
    try:
        text = text_of(data).text
        rows = list(read_rows(text, find_separator(text)))
    except Refused:
        return
    assert max(Counter(len(row.cells) for row in rows)) > 1
