# SPDX-License-Identifier: Apache-2.0
"""SDMX-CSV 1.0 and 2.0: what is a dimension is told, deletes are no figures, nothing doubles."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missiondesk.domain.period import Period
from missiondesk.domain.refused import Refused
from missiondesk.exchange.statistics import Role, StatisticalTable, read_statistics
from missiondesk.exchange.statistics.sdmx_csv import recognises

DATA = Path(__file__).parents[3] / "../shared/data/sdmx_csv"
needs_data = pytest.mark.skipif(not DATA.is_dir(), reason="no files in ../shared/data")


def table(text: str) -> StatisticalTable:
    (only,) = read_statistics(text.encode(), "fil.csv")
    return only


def refused(text: str) -> tuple[str, Mapping[str, object]]:
    with pytest.raises(Refused) as caught:
        read_statistics(text.encode(), "fil.csv")
    return caught.value.message.msgid, dict(caught.value.message.values)


def said(one: StatisticalTable) -> list[str]:
    return [warning.msgid for warning in one.warnings]


def ids(one: StatisticalTable) -> list[str]:
    return [dimension.id for dimension in one.dimensions]


# -- real files ---------------------------------------------------------------------------


@needs_data
def test_figures_of_the_bank_for_international_settlements() -> None:
    (read,) = read_statistics((DATA / "bis_der_v2_0.csv").read_bytes(), "bis.csv")
    assert (read.format, read.source, read.table_id) == ("SDMX-CSV 2.0", "BIS", "BIS_DER")
    assert ids(read)[0] == "FREQ"
    assert ids(read)[-2:] == ["DER_BASIS", "TIME_PERIOD"]
    series = read.series({"DER_CURR_LEG2": "TO1"})
    by_year = {str(point.period): point for point in series}
    assert list(by_year) == sorted(by_year)
    missing = by_year["2002"]
    assert (missing.value, missing.missing, missing.status) == (None, "", "M")
    assert by_year["2004"].value == Decimal("14206.490766")
    assert sum(value is not None for value in read.cells.values) == 7


@needs_data
def test_a_file_of_eurostat_with_names_instead_of_codes() -> None:
    (read,) = read_statistics((DATA / "eurostat_bpm6_labels.csv").read_bytes(), "bpm6.csv")
    assert (read.format, read.table_id) == ("SDMX-CSV 1.0", "EI_BPM6CA_Q$DEFAULTVIEW")
    assert read.updated == "30/10/25 23:00:00"
    assert ids(read) == [
        "freq", "unit", "s_adj", "sector10", "sectpart", "partner", "stk_flow", "bop_item", "geo",
        "TIME_PERIOD",
    ]  # fmt: skip
    chosen = {"bop_item": "Current account"}
    assert read.unit_of(chosen) == "Million euro"
    assert read.dimension("geo").role is Role.GEO
    first = read.series(chosen)[0]
    assert (first.period, first.value) == (Period("2023-Q1"), Decimal("23962.1"))
    assert dict(first.place.values) == {"line": 2, "column": "OBS_VALUE"}


@needs_data
@pytest.mark.parametrize("name", ["v1_labels_both", "v2_labels_both", "v2_labels_name"])
def test_names_beside_codes(name: str) -> None:
    (read,) = read_statistics((DATA / f"{name}.csv").read_bytes(), name)
    assert (read.table_id, read.title, read.source) == ("MD_TEST", "MD TEST", "MD")
    assert ids(read)[:2] == ["DIM1", "DIM2"]
    assert read.dimension("DIM1").label == "DIMENSION 1"
    assert read.dimension("DIM1").categories[0].code == "A"
    (point,) = read.series({})
    assert (point.period, point.value) == (Period("2020"), Decimal(1))


@needs_data
def test_the_series_key_says_what_is_a_dimension() -> None:
    (read,) = read_statistics((DATA / "v2_keys_both.csv").read_bytes(), "keys.csv")
    assert ids(read) == ["DIM1", "DIM2", "ATT1", "TIME_PERIOD"]
    assert "series key" in said(read)[0]


@needs_data
@pytest.mark.parametrize(
    ("name", "values"),
    [
        # Its rows lack the cell under ACTION, so that each figure stands under another heading.
        ("bis_der_v2_0_action", {"line": 2, "count": 22, "most": 23}),
        ("v1_exception", {"column": "FREQ"}),
        ("v2_nulls", {}),
        ("v2_structures", {"value": "MEASVAL_A1B1C1"}),
    ],
)
def test_real_files_that_hold_no_figures_that_are_sure(
    name: str, values: dict[str, object]
) -> None:
    with pytest.raises(Refused) as caught:
        read_statistics((DATA / f"{name}.csv").read_bytes(), name)
    found = dict(caught.value.message.values)
    assert {key: found[key] for key in values} == values


# -- dimensions ---------------------------------------------------------------------------


def test_remarks_between_time_and_figure_are_no_dimensions() -> None:
    read = table(
        "DATAFLOW,GEO,TIME_PERIOD,SEX,OBS_STATUS,NOTE_TEXT,OBS_VALUE,ANY\n"
        "A:F(1.0),DK,2020,M,b,,1.5,x\nA:F(1.0),DK,2020,F,,about,2.5,y\n"
    )
    assert ids(read) == ["GEO", "SEX", "TIME_PERIOD"]
    assert read.series({"SEX": "M"})[0].status == "b"
    assert read.notes == ("about",)


def test_a_column_that_changes_within_the_series_is_doubted() -> None:
    read = table("DATAFLOW,GEO,HOW,TIME_PERIOD,OBS_VALUE\nF,DK,x,2020,1\nF,DK,y,2021,2\n")
    assert ids(read) == ["GEO", "HOW", "TIME_PERIOD"]
    assert any("changes within the series" in one for one in said(read))


def test_units_that_differ_keep_figures_apart() -> None:
    read = table(
        "DATAFLOW,GEO,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,UNIT_MULT,DECIMALS\n"
        "F,DK,2020,1,EUR,6,1\nF,DK,2020,2,DKK,6,1\n"
    )
    assert ids(read) == ["GEO", "UNIT_MEASURE", "TIME_PERIOD"]
    assert read.unit_of({"UNIT_MEASURE": "DKK"}) == "DKK ×10^6"
    assert read.decimals == 1
    same = table("DATAFLOW,GEO,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,UNIT_MULT\nF,DK,2020,1,EUR,0\n")
    assert (ids(same), same.unit) == (["GEO", "TIME_PERIOD"], "EUR")


def test_multipliers_that_differ_keep_figures_apart() -> None:
    read = table("DATAFLOW,GEO,TIME_PERIOD,OBS_VALUE,UNIT_MULT\nF,DK,2020,1,6\nF,SE,2020,2,3\n")
    assert ids(read) == ["GEO", "UNIT_MULT", "TIME_PERIOD"]
    assert read.series({"GEO": "SE", "UNIT_MULT": "3"})[0].value == Decimal(2)


def test_the_form_of_the_european_central_bank() -> None:
    read = table(
        "KEY,FREQ,CURRENCY,TIME_PERIOD,OBS_VALUE,OBS_STATUS,DECIMALS,TITLE\n"
        "EXR.M.DKK,M,DKK,2020-01,7.4731,A,4,Danish krone\n"
    )
    assert ids(read) == ["FREQ", "CURRENCY", "TIME_PERIOD"]
    assert (read.title, read.decimals) == ("Danish krone", 4)
    assert read.series({})[0].period == Period("2020-01")


def test_several_structures_are_several_tables() -> None:
    read = read_statistics(
        b"STRUCTURE,STRUCTURE_ID,ACTION,GEO,SEX,TIME_PERIOD,OBS_VALUE\n"
        b"dataflow,A:ONE(1.0),I,DK,,2020,1\ndatastructure,A:TWO(1.0),I,,M,2020,2\n",
        "two.csv",
    )
    assert [(one.table_id, ids(one)) for one in read] == [
        ("ONE", ["GEO", "TIME_PERIOD"]),
        ("TWO", ["SEX", "TIME_PERIOD"]),
    ]


def test_several_measures_are_a_dimension() -> None:
    read = table(
        "STRUCTURE,STRUCTURE_ID,ACTION,GEO,TIME_PERIOD,TURNOVER,STAFF,OBS_STATUS\n"
        "dataflow,A:B(1.0),I,DK,2020,1.5,7,p\ndataflow,A:B(1.0),I,DK,2021,,8,\n"
    )
    measures = read.dimensions[-1]
    assert measures.role is Role.MEASURE
    assert [one.code for one in measures.categories] == ["TURNOVER", "STAFF"]
    staff = read.series({measures.id: "STAFF"})
    assert [(one.value, one.status) for one in staff] == [(7, "p"), (8, "")]
    assert read.series({measures.id: "TURNOVER"})[1].value is None


# -- figures ------------------------------------------------------------------------------


def test_a_delete_is_never_a_figure() -> None:
    read = table(
        "STRUCTURE,STRUCTURE_ID,ACTION,GEO,TIME_PERIOD,OBS_VALUE\n"
        "dataflow,A:B(1.0),I,DK,2020,1\ndataflow,A:B(1.0),D,DK,2021,5\n"
        "dataflow,A:B(1.0),D,SE,2020,6\n"
    )
    assert list(read.cells.values) == [Decimal(1)]
    deletes = dict(read.warnings[-1].values)
    assert deletes == {"count": 2, "line": 3}
    assert "no figures" in refused(
        "STRUCTURE,STRUCTURE_ID,ACTION,GEO,TIME_PERIOD,OBS_VALUE\nd,A:B(1.0),D,DK,2020,1\n"
    )[0]  # fmt: skip


@pytest.mark.parametrize("code", ["", "NaN", "#N/A"])
def test_a_figure_may_be_missing(code: str) -> None:
    read = table(f"DATAFLOW,GEO,TIME_PERIOD,OBS_VALUE,OBS_FLAG,CONF_STATUS\nF,DK,2020,{code},u,C\n")
    (point,) = read.series({})
    assert (point.value, point.missing, point.status) == (None, code, "u C")


def test_absent_keys_are_empty_and_say_so() -> None:
    read = table("DATAFLOW,GEO,TIME_PERIOD,OBS_VALUE\nF,DK,2020,1\nF,SE,2021,2\n")
    absent = read.cell((0, 1))
    assert absent.value is None
    assert absent.place.msgid == "not in the file"


def test_semicolon_and_decimal_comma() -> None:
    read = table("DATAFLOW;GEO;TIME_PERIOD;OBS_VALUE\nF;DK;2020;1,5\nF;DK;2021;2\n")
    assert [one.value for one in read.series({})] == [Decimal("1.5"), Decimal(2)]
    assert any("comma" in one for one in said(read))


HEAD = "DATAFLOW,GEO,TIME_PERIOD,OBS_VALUE\n"


@pytest.mark.parametrize(
    ("text", "values"),
    [
        (HEAD + "F,DK,2020,1\nF,DK,2020,2\n", {"first": 2, "second": 3}),
        (HEAD + "F,DK,2020,1\nF,DK,2020,2,3\n", {"line": 3, "count": 5, "most": 4}),
        (HEAD + "F,DK,2020\n", {"line": 2, "count": 3}),
        (HEAD + "F,DK,2020,many\n", {"value": "many"}),
        (HEAD + 'F,DK,2020,"1,5"\n', {"value": "1,5"}),
        (HEAD + "F,DK,,1\n", {"line": 2, "column": "TIME_PERIOD"}),
        (HEAD + ",DK,2020,1\n", {"line": 2}),
        (HEAD, {}),
        ("DATAFLOW,GEO,GEO,TIME_PERIOD,OBS_VALUE\nF,a,b,2020,1\n", {"column": "GEO"}),
        ("DATAFLOW,GEO,,TIME_PERIOD,OBS_VALUE\nF,a,b,2020,1\n", {"number": 3}),
        ("DATAFLOW;GEO;TIME_PERIOD;OBS_VALUE\nF;a;2020;1,5\nF;a;2021;2.5\n", {"value": "2.5"}),
        (
            "STRUCTURE,STRUCTURE_ID,ACTION,GEO,TIME_PERIOD,OBS_VALUE\nd,A:B(1.0),X,DK,2020,1\n",
            {"line": 2, "action": "X"},
        ),
    ],
)
def test_what_is_not_sure_is_refused_with_its_place(text: str, values: dict[str, object]) -> None:
    _, found = refused(text)
    assert {key: found[key] for key in values} == values


def test_a_figure_that_stands_twice_is_read_once() -> None:
    read = table(HEAD + "F,DK,2020,1\nF,DK,2020,1.0\n")
    assert list(read.cells.values) == [1]
    assert any("twice" in one for one in said(read))


def test_periods_of_sdmx() -> None:
    times = ("2020", "2020-Q1", "2020-S2", "2020-M03", "2020-04", "2020-W05", "2020-01-31", "soon")
    read = table(HEAD + "".join(f"F,DK,{one},1\n" for one in times))
    assert read.time is not None
    assert [one.period and one.period.text for one in read.time.categories] == [
        "2020", "2020-Q1", "2020-H2", "2020-03", "2020-04", "2020-W05", "2020-01-31", None,
    ]  # fmt: skip
    assert read.warnings[-1].msgid.startswith("{count} of {total}")


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16"])
def test_it_is_recognised_whatever_its_letters(codec: str) -> None:
    assert recognises((HEAD + "F,Færøerne,2020,1\n").encode(codec))
    assert not recognises("område;tid;indhold\n".encode(codec))


# -- writing and reading ------------------------------------------------------------------

CODE = st.text("ABCÆØÅ_0123 ,;\"'", min_size=1, max_size=6).map(str.strip).filter(bool)
NUMBER = st.decimals(
    allow_nan=False, allow_infinity=False, places=3, min_value=-(10**9), max_value=10**9
)
KEYS = st.tuples(CODE, CODE, st.integers(1990, 2030).map(str))


@given(
    st.sampled_from((",", ";")),
    st.sampled_from(("\n", "\r\n", "\r")),
    st.sampled_from(("utf-8", "utf-8-sig", "utf-16")),
    st.dictionaries(KEYS, st.none() | NUMBER, min_size=1, max_size=8),
)
def test_what_is_written_is_read(
    separator: str,
    ends: str,
    codec: str,
    figures: dict[tuple[str, str, str], Decimal | None],
) -> None:
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=separator, lineterminator=ends)
    writer.writerow(
        ["STRUCTURE", "STRUCTURE_ID", "ACTION", "geo", "sex", "TIME_PERIOD", "OBS_VALUE"]
    )
    for key, value in figures.items():
        writer.writerow(["dataflow", "A:B(1.0)", "I", *key, "" if value is None else value])
    (read,) = read_statistics(stream.getvalue().encode(codec), "x.csv")
    assert ids(read) == ["geo", "sex", "TIME_PERIOD"]
    found = {
        (geo.code, sex.code, time.code): read.cell((g, s, t))
        for g, geo in enumerate(read.dimensions[0].categories)
        for s, sex in enumerate(read.dimensions[1].categories)
        for t, time in enumerate(read.dimensions[2].categories)
    }
    assert {key: found[key].value for key in figures} == figures
    assert all(found[key].value is None for key in found.keys() - figures.keys())
