# SPDX-License-Identifier: Apache-2.0
"""PX by hand: every corner of the format is read as its rules say, or refused with its line."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missiondesk.domain.refused import Refused
from missiondesk.exchange.statistics import Role, StatisticalTable, read_statistics
from missiondesk.language import translator
from tests.matrix.made_px import CONTENTS, DATA, DOS, HEAD, KEYED, PLAIN

D = Decimal


def read(text: str | bytes) -> StatisticalTable:
    data = text.encode() if isinstance(text, str) else text
    (table,) = read_statistics(data, "x.px")
    assert table.format == "PX"
    return table


def refusal(text: str | bytes) -> str:
    with pytest.raises(Refused) as refused:
        read(text)
    return translator("en").tell(refused.value.message)


def warnings(table: StatisticalTable) -> list[str]:
    return [translator("en").tell(one) for one in table.warnings]


def changed(*pairs: tuple[str, str], text: str = PLAIN) -> str:
    for old, new in pairs:
        assert old in text, old
        text = text.replace(old, new)
    return text


def periods(table: StatisticalTable) -> list[str]:
    assert table.time is not None
    return [str(one.period) for one in table.time.categories]


# ---------------------------------------------------------------- the whole


def test_a_plain_file() -> None:
    table = read(PLAIN)
    assert table.table_id == "NEET1"
    assert table.title == "Unge uden job efter område og tid"
    assert table.source == "Danmarks Statistik"
    assert table.updated == "20211101 08:00"
    assert table.language == "da"
    assert (table.unit, table.decimals) == ("pct.", 1)
    assert [(one.id, one.role) for one in table.dimensions] == [
        ("område", Role.OTHER),
        ("tid", Role.TIME),
    ]
    assert [one.label for one in table.dimensions[0].categories] == ["Hele landet", "Øerne"]
    assert table.cells.values == (D("7.1"), D("6.9"), D("7.4"), D("5.0"), None, D("0"))
    assert not table.warnings
    suppressed, nil = table.cell((1, 1)), table.cell((1, 2))
    assert (suppressed.value, suppressed.missing, suppressed.status) == (None, "..", "")
    assert (nil.value, nil.missing, nil.status) == (D(0), "", "-")
    assert translator("da").tell(nil.place) == "DATA, linje 24, tal nr. 3"


def test_contents_with_own_units_updates_notes_and_flags() -> None:
    table = read(CONTENTS.encode("cp1252"))
    length, year, what = table.dimensions
    assert (year.role, what.role) == (Role.TIME, Role.MEASURE)
    assert length.categories[1].label == "under 100 km; short"
    assert (year.categories[0].period.text, year.categories[0].mark) == ("2022", "*")
    mileage = {"length": "under 100 km; short", "what": "M"}
    assert table.unit_of(mileage) == "km"
    assert table.decimals_of(mileage) == 2
    assert table.updated_of(mileage) == "20230501 08:00"
    assert table.updated == ""
    assert table.unit_of({**mileage, "what": "G"}) == "tonnes"
    (point,) = table.series(mileage)
    assert (point.value, point.status) == (D("-471.90493"), "p *")
    assert table.series({**mileage, "what": "G"})[0].missing == ".."
    assert table.notes == (
        "All of the country.\nPreliminary.",
        "what, Mileage: On roads only",
        ".. = not available",
    )


# ---------------------------------------------------------------- rows with keys


def test_rows_with_keys_stand_where_their_keys_say() -> None:
    table = read(KEYED)
    assert table.cells.values == (None, None, None, D("5.0"), None, D("5.2"))
    assert table.cells.missing == {4: ".."}
    assert warnings(table)[0].startswith("1 rows are left out of the file.")
    assert translator("en").tell(table.cell((0, 0)).place) == "left out of DATA"
    assert translator("en").tell(table.cell((1, 2)).place) == "DATA, line 24, figure 3"


def test_keys_may_be_values_and_a_row_may_go_on_in_the_next_line() -> None:
    text = changed(
        ("=CODES;", "=VALUES;"),
        ('"001",5.0 ".." 5.2;', '"Øerne",5.0\n ".." 5.2\n"Hele landet"\t1,2;3\n;'),
        text=KEYED,
    )
    assert read(text).cells.values == (D(1), D(2), D(3), D("5.0"), None, D("5.2"))


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ('"002",1 2 3', "DATA, line 24: “002” is no key of “område”."),
        ("5.0 1 2 3", "DATA, line 24: “5.0” is no key of “område”."),
        (
            '"001",1 2\n"000",1 2 3',
            "DATA, line 24: the row does not have 3 figures after its keys.",
        ),
        ('"001",1 2 3\n"001",1 2 3', "DATA, line 25: the same keys stand in line 24."),
        ('"001",1 2 x', "“x” is no number (DATA, line 24, figure 3)."),
    ],
)
def test_a_row_with_wrong_keys_is_refused(rows: str, sentence: str) -> None:
    assert refusal(changed(('"001",5.0 ".." 5.2', rows), text=KEYED)) == sentence


def test_keys_for_a_part_of_the_stub_are_refused() -> None:
    text = changed(('STUB="område"', 'STUB="område","tid"'), ('HEADING="tid";\n', ""), text=KEYED)
    assert refusal(text) == 'The keyword KEYS("tid") is missing.'


# ---------------------------------------------------------------- figures


def test_all_delimiters_are_one_and_may_be_mixed() -> None:
    assert read(HEAD + "DATA=7.1,6.9;7.4;\r\n5.0\t1\n\n2;;\n\x1a").cells.values == tuple(
        map(D, ("7.1", "6.9", "7.4", "5.0", "1", "2"))
    )


def test_java_floats_are_worked_out() -> None:
    table = read(HEAD + "DATA=-4.7190493E7 1.0E3 2e-2 .5 5. +3;")
    assert [str(one) for one in table.cells.values] == [
        "-47190493", "1000", "0.02", "0.5", "5", "3",
    ]  # fmt: skip


def test_dots_with_or_without_quotes_keep_their_count() -> None:
    table = read(HEAD + 'DATA="." .. "..." - "......" 1;')
    assert table.cells.missing == {0: ".", 1: "..", 2: "...", 4: "......"}
    assert table.cells.status == {3: "-"}


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ("7,1 6,9 7,4 5,0 1 2;", "DATA from line 22 has 10 figures, but the dimensions make 6."),
        ("1 2 3 4 5;", "DATA from line 22 has 5 figures, but the dimensions make 6."),
        (";", "DATA from line 22 has 0 figures, but the dimensions make 6."),
        ("1 2 3\n4 5 6a;", "“6a” is no number (DATA, line 23, figure 3)."),
        ("1 2 3\n4 5 1e999;", "“1e999” is no number (DATA, line 23, figure 3)."),
        ('1 2 3\n4 "x" 6;', '“"x"” is no number (DATA, line 23, figure 2).'),
        ("1 2 3\n4 5 ٣;", "“٣” is no number (DATA, line 23, figure 3)."),
    ],
)
def test_wrong_figures_are_refused_with_their_line(data: str, sentence: str) -> None:
    assert refusal(HEAD + "DATA=" + data) == sentence


@given(st.lists(st.decimals(-(10**9), 10**9, allow_nan=False, places=3), min_size=6, max_size=6))
def test_numbers_come_out_as_they_stand(numbers: list[Decimal]) -> None:
    assert read(HEAD + "DATA=" + " ".join(map(str, numbers)) + ";").cells.values == tuple(numbers)


# ---------------------------------------------------------------- entries


def test_texts_in_several_lines_are_joined_and_old_keywords_tolerated() -> None:
    text = changed(
        ('TITLE="Unge uden job efter område og tid"', 'TITLE="Unge uden "\n"job"'),
        ("AXIS-VERSION", "AXIS_VERSION"),
        ('MATRIX="NEET1"', 'matrix = "NEET1"'),
        ("DECIMALS=1;\nSHOWDECIMALS=1;", 'DECIMALS="2"; SHOWDECIMALS=1;'),
        ('VALUES("tid")', 'VALUES ( "tid" )'),
    )
    table = read(text)
    assert (table.title, table.table_id, table.decimals) == ("Unge uden job", "NEET1", 1)


def test_entries_may_share_a_line_and_come_without_line_feeds() -> None:
    assert read(PLAIN.replace("\n", " ")).cells.values == read(PLAIN).cells.values
    assert read(PLAIN.replace("\n", "\r")).cells.values == read(PLAIN).cells.values
    assert read(PLAIN.replace("\n", "\r\r\n")).cells.values == read(PLAIN).cells.values


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ('HEADING="tid"', 'HEADING="ti"d"', "HEADING in line 14 cannot be read"),
        ('HEADING="tid"', 'HEADING="tid', "HEADING in line 14 cannot be read"),
        ('STUB="område";', 'STUB="område"', "STUB in line 13 cannot be read"),
        ('"Øerne";', '"Ø"ern"e";', 'VALUES("område") in line 15 cannot be read'),
        ('"000"', '0"00"', 'CODES("område") in line 17 cannot be read'),
        ('VALUES("tid")', 'VALUES("tidx")', 'VALUES("tid") is missing, though “tid” is a'),
        ('STUB="område"', 'STUB="tid"', "STUB and HEADING name “tid” twice (line 14)."),
        ('UNITS="pct."', "what is this", "Line 12 is no keyword with a value: “what”."),
        (
            'CODES("tid")',
            'VALUES("tid")="1","2","3";\nCODES("tid")',
            'VALUES("tid") stands in line 16 and again, differently, in line 18.',
        ),
        ("CHARSET", "%%", "Line 1 is no keyword with a value: “%%="),
        (DATA, "", "The keyword DATA is missing."),
        ('STUB="område";\nHEADING="tid";\n', "", "The keyword STUB, HEADING is missing."),
    ],
)
def test_damage_that_figures_hang_on_is_refused(old: str, new: str, sentence: str) -> None:
    assert refusal(changed((old, new))).startswith(sentence)


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ('"Danmarks Stat', '"Danmarks "Stat', "SOURCE in line 20 was left out"),
        ('Statistik";', "Statistik;", "SOURCE in line 20 was left out"),
        ('Statistik";', 'Statistik"', "SOURCE in line 20 was left out"),
        ('"Danmarks Statistik"', '"Dan"marks" Statistik"', "SOURCE in line 20 cannot be read"),
        ("SHOWDECIMALS=1", "SHOWDECIMALS=3", "SHOWDECIMALS (3) is more than DECIMALS (1)"),
        ('UNITS="pct.";\n', "", "The keyword UNITS is missing."),
        ('MATRIX="NEET1";\n', "", "The keyword MATRIX is missing."),
        ('"000","001"', '"000",', ""),
        ('"000","001"', '"000","001","002"', 'CODES("område") in line 17 has 3 codes for 2'),
        (',"2020","2021";\nSOURCE', ',"2020";\nSOURCE', 'TIMEVAL("tid") in line 19 has 2 periods'),
        ("utf-8", "iso-8859-1", "The file says that it is written in iso-8859-1; it was read as"),
        ("Danmarks", "Danm\ufffdrks", "Some letters in the file are damaged"),
    ],
)
def test_other_damage_is_a_warning(old: str, new: str, sentence: str) -> None:
    table = read(changed((old, new)))
    assert table.cells.values[:2] == (D("7.1"), D("6.9"))
    assert [one for one in warnings(table) if one.startswith(sentence)] or not sentence
    assert periods(table) == ["2019", "2020", "2021"]


def test_codes_that_are_missing_or_doubled_are_replaced_by_names() -> None:
    for codes in ('"000",', '"",""', '"0","0"'):
        area = read(changed(('"000","001"', codes))).dimensions[0]
        assert [one.code for one in area.categories][1] == "Øerne"
    table = read(changed(('"Hele landet","Øerne"', '"I alt","I alt"'), ('"000","001"', '"",""')))
    assert [one.code for one in table.dimensions[0].categories] == ["I alt [1]", "I alt [2]"]
    three = changed(('"Hele landet","Øerne"', '"a","b","c"'), ('"000","001"', '"1","2",'))
    area = read(three.replace("5.0", "1 2 3\n5.0")).dimensions[0]
    assert [one.code for one in area.categories] == ["1", "2", "c"]


def test_only_the_main_language_is_read() -> None:
    text = changed(
        ("MATRIX", 'LANGUAGES="da","en";\nTITLE[en]="Young people";\nSTUB[en]="area";\nMATRIX'),
        ('UNITS="pct."', 'UNITS[da]="pct.";\nUNITS[en]="per cent"'),
    )
    table = read(text)
    assert (table.title, table.unit) == ("Unge uden job efter område og tid", "pct.")


def test_units_of_values_show_what_is_measured_where_contvariable_does_not() -> None:
    text = CONTENTS.replace('CONTVARIABLE="what";\n', "")
    table = read(text.encode("cp1252"))
    assert table.dimensions[2].role is Role.MEASURE
    assert table.unit_of({"length": "all", "what": "M"}) == "km"
    assert not table.warnings


def test_entries_that_name_what_is_not_in_the_table_are_told() -> None:
    text = changed(
        ('CONTVARIABLE="what"', 'CONTVARIABLE="whatx"'),
        ('UNITS("Mileage")', 'UNITS("Mileagex")'),
        ('PRECISION("what","Mileage")', 'PRECISION("whatx","Mileage")'),
        ('TIMEVAL("year")=TLIST(A1,"2022"-"2022")', 'TIMEVAL("years")=TLIST(A1,"2021"-"2021")'),
        text=CONTENTS,
    )
    table = read(text.encode("cp1252"))
    assert warnings(table) == [
        f"{keyword} in line {line} names nothing that is in the table: “{name}”."
        for keyword, line, name in (
            ("TIMEVAL", 23, "years"),
            ("PRECISION", 24, "whatx"),
            ("CONTVARIABLE", 14, "whatx"),
            ("UNITS", 25, "Goods"),
            ("UNITS", 26, "Mileagex"),
        )
    ]
    assert periods(table) == ["2022"]


# ---------------------------------------------------------------- time


@pytest.mark.parametrize(
    ("timeval", "values", "expected"),
    [
        ('TLIST(A1),"2019","2020","2021"', "x y z", "2019 2020 2021"),
        ('TLIST(A1,"2019"-"2021")', "x y z", "2019 2020 2021"),
        ('TLIST(A1),"2019"-"2021"', "x y z", "2019 2020 2021"),
        ('"TLIST(A1),"2019","2020","2021""', "x y z", "2019 2020 2021"),
        ('TLIST(Q1),"20194","20201","20202"', "x y z", "2019-Q4 2020-Q1 2020-Q2"),
        ('TLIST(Q1,"20194"-"20202")', "x y z", "2019-Q4 2020-Q1 2020-Q2"),
        ('TLIST(K),"2015K1","2015K2","2015K3"', "x y z", "2015-Q1 2015-Q2 2015-Q3"),
        ('TLIST(M1,"201911"-"202001")', "x y z", "2019-11 2019-12 2020-01"),
        ('TLIST(M1),"201911","201912","202001"', "x y z", "2019-11 2019-12 2020-01"),
        ('TLIST(H1),"20191","20192","20201"', "x y z", "2019-H1 2019-H2 2020-H1"),
        ('TLIST(W1),"201952","202001","202053"', "x y z", "2019-W52 2020-W01 2020-W53"),
        ('TLIST(D1),"20191231","20200101","20200229"', "x y z", "2019-12-31 2020-01-01 2020-02-29"),
        ("TLIST(A1)", "2019* 2020 2021", "2019 2020 2021"),
        ("TLIST(M1)", "201901 201902 201903", "2019-01 2019-02 2019-03"),
        ('TLIST(A1),"2019","2020","2021"', "2019/20 2020/21 2021/22", "None None None"),
        ('TLIST(A1),"2019","2020","2021"', "2019 2020 2022", "2019 2020 None"),
        ('TLIST(A1),"2021","2020","2019"', "2019 2020 2021", "None 2020 None"),
        ('TLIST(T1),"20191","20192","20193"', "x y z", "None None None"),
    ],
)
def test_every_form_of_timeval(timeval: str, values: str, expected: str) -> None:
    listed = ",".join(f'"{one}"' for one in values.split())
    text = changed(
        ('TLIST(A1),"2019","2020","2021"', timeval),
        ('VALUES("tid")="2019","2020","2021"', f'VALUES("tid")={listed}'),
        ('CODES("tid")="2019","2020","2021";\n', ""),
    )
    assert " ".join(periods(read(text))) == expected


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ("2021 2020 2019", "2021 2020 2019"),
        ("2015K1 2015K2 2015K3", "2015-Q1 2015-Q2 2015-Q3"),
        ("2005M01 2005M02 2005M03", "2005-01 2005-02 2005-03"),
        ("2013T4 2013T3 2013T2", "2013-Q4 2013-Q3 2013-Q2"),
    ],
)
def test_time_is_found_by_its_values_where_timeval_is_missing(values: str, expected: str) -> None:
    listed = ",".join(f'"{one}"' for one in values.split())
    text = changed(
        ('TIMEVAL("tid")=TLIST(A1),"2019","2020","2021";\n', ""),
        ('VALUES("tid")="2019","2020","2021"', f'VALUES("tid")={listed}'),
        ('CODES("tid")="2019","2020","2021";\n', ""),
    )
    table = read(text)
    assert " ".join(periods(table)) == expected
    points = table.series({"område": "000"})
    assert [one.period.text for one in points] == sorted(expected.split())


def test_a_period_that_stands_twice_is_told() -> None:
    text = changed(("2021", "2020*"), ('TIMEVAL("tid")=TLIST(A1),"2019","2020","2020*";\n', ""))
    assert warnings(read(text)) == ["“tid” has the period 2020 more than once."]


def test_a_month_beside_the_year_is_told() -> None:
    text = changed(('"område"', '"måned"'))
    assert warnings(read(text)) == [
        "“måned” speaks of time too, but the dates come from “tid” alone."
    ]


def test_a_table_without_time_has_series_of_one_undated_figure() -> None:
    text = changed(
        ('TIMEVAL("tid")=TLIST(A1),"2019","2020","2021";\n', ""),
        ('VALUES("tid")="2019","2020","2021"', 'VALUES("tid")="a","b","c"'),
        ('CODES("tid")="2019","2020","2021";\n', ""),
    )
    table = read(text)
    assert table.time is None
    (point,) = table.series({"område": "000", "tid": "b"})
    assert (point.period, point.value) == (None, D("6.9"))


# ---------------------------------------------------------------- letters


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "latin-1"])
def test_letters_come_out_whatever_the_encoding(codec: str) -> None:
    assert read(PLAIN.encode(codec)).dimensions[0].categories[1].label == "Øerne"


def test_dos_letters_are_read_also_beside_others() -> None:
    text = DOS.replace("Øerne", "Færøerne")
    assert read(text.encode("cp850")).dimensions[0].categories[1].label == "Færøerne"
    head, labels = PLAIN.replace("Øerne", "Færøerne").split("STUB=")
    mixed = head.encode("cp850") + b"STUB=" + labels.encode("cp1252")
    table = read(mixed)
    assert table.title == "Unge uden job efter område og tid"
    assert table.dimensions[0].categories[1].label == "Færøerne"


def test_another_code_page_is_believed_where_it_is_declared() -> None:
    text = changed(("utf-8", "windows-1257"), ("Øerne", "Žemaitija"))
    assert read(text.encode("cp1257")).dimensions[0].categories[1].label == "Žemaitija"
