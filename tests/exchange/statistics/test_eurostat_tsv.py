# SPDX-License-Identifier: Apache-2.0
"""Eurostat's tab-separated tables, old and new: flags and codes kept, years in any order."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missiondesk.domain.period import Period
from missiondesk.domain.refused import Refused
from missiondesk.exchange.statistics import Role, StatisticalTable, read_statistics

DATA = Path(__file__).parents[3] / "../shared/data/eurostat_tsv"
needs_data = pytest.mark.skipif(not DATA.is_dir(), reason="no files in ../shared/data")


def table(text: str) -> StatisticalTable:
    (only,) = read_statistics(text.encode(), "demo.tsv")
    return only


@needs_data
def test_gross_domestic_product_per_head() -> None:
    (read,) = read_statistics((DATA / "sdg_08_10.tsv").read_bytes(), "sdg_08_10.tsv")
    assert (read.format, read.table_id, read.source) == ("Eurostat TSV", "sdg_08_10", "Eurostat")
    assert read.shape == (2, 1, 37, 20)
    chosen = {"unit": "CLV10_EUR_HAB", "geo": "AT"}
    series = read.series(chosen)
    assert (series[0].period, series[0].value) == (Period("2000"), Decimal(31710))
    assert (series[-1].period, series[-1].value) == (Period("2019"), Decimal(38240))
    assert read.unit_of(chosen) == "CLV10_EUR_HAB"
    assert sum(value is not None for value in read.cells.values) == 1446


@needs_data
def test_years_that_run_down_come_in_order() -> None:
    data = (DATA / "demo_mlexpec_first6000.tsv").read_bytes()
    (read,) = read_statistics(data, "demo_mlexpec.tsv")
    series = read.series({"sex": "F", "age": "Y1", "geo": "AL"})
    assert series[-1].period == Period("2018")
    assert (series[-1].value, series[-1].missing) == (None, ":")
    assert [one.value for one in series[-4:-1]] == [Decimal(f"79.{one}") for one in "287"]
    assert len(series) == 59
    assert sum(value is not None for value in read.cells.values) == 182403
    assert set(read.cells.status.values()) == {"e", "p"}


@needs_data
def test_a_file_whose_codes_have_lost_letters_is_refused() -> None:
    with pytest.raises(Refused) as caught:
        read_statistics((DATA / "tipslm60_altered.tsv").read_bytes(), "tipslm60.tsv")
    assert dict(caught.value.message.values) == {"first": 11, "second": 26, "key": "T,PC_POP,S"}


def test_flags_and_missing_codes_stand_apart() -> None:
    read = table(
        "freq,unit,geo\\TIME_PERIOD\t2018 \t2019-Q1 \t2020M03\t2021 \t2022\t2023\n"
        "A,PC,DK\t78115 b\t: c\t-1.5 bep\t:\t\t0.1 p@C\n"
    )
    cells = [read.cell((0, 0, 0, place)) for place in range(6)]
    assert [(one.value, one.missing, one.status) for one in cells] == [
        (Decimal(78115), "", "b"),
        (None, ":", "c"),
        (Decimal("-1.5"), "", "b e p"),
        (None, ":", ""),
        (None, "", ""),
        (Decimal("0.1"), "", "p @C"),
    ]
    assert read.time is not None
    assert [str(one.period) for one in read.time.categories[:3]] == ["2018", "2019-Q1", "2020-03"]
    assert read.dimension("geo").role is Role.GEO
    assert dict(cells[1].place.values) == {"line": 2, "column": "2019-Q1"}


def test_time_may_run_down_the_file() -> None:
    read = table("unit,time\\geo\tDK\tSE\nPC,2019\t1\t2\nPC,2018\t3\t4\n")
    assert [one.value for one in read.series({"geo": "SE"})] == [4, 2]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("unit,geo\\time\t2019\t2020\nPC,DK\t1\n", {"line": 2, "count": 2, "most": 3}),
        ("unit,geo\\time\t2019\nPC,DK\t1\t2\n", {"line": 2, "count": 3, "most": 2}),
        ("unit,geo\\time\t2019\nPC\t1\n", {"line": 2, "count": 1, "most": 2}),
        ("unit,geo\\time\t2019\nPC,DK\t1,5\n", {"value": "1,5"}),
        ("unit,geo\\time\t2019\nPC,DK\tb\n", {"value": "b"}),
        ("unit,geo\\time\t2019\nPC,DK\t12 %\n", {"value": "12 %"}),
        ("unit,geo\\time\t2019\nPC,DK\t1\nPC,DK\t1\n", {"first": 2, "second": 3}),
        ("unit,geo\\time\t2019\t2019\nPC,DK\t1\t1\n", {"column": "2019"}),
        ("unit,geo\\time\t2019\n", {}),
        ("unit\\geo\tDK\nPC\t1\n", {}),
    ],
)
def test_what_is_not_sure_is_refused_with_its_place(text: str, values: dict[str, object]) -> None:
    with pytest.raises(Refused) as caught:
        table(text)
    found = dict(caught.value.message.values)
    assert {key: found[key] for key in values} == values


CODE = st.text("ABCDEF_0123", min_size=1, max_size=4)
FIGURE = st.decimals(
    allow_nan=False, allow_infinity=False, places=2, min_value=-(10**6), max_value=10**6
)
CELL = st.tuples(st.none() | FIGURE, st.sampled_from(("", "b", "ep")))


@given(
    st.lists(st.integers(1950, 2040), min_size=1, max_size=5, unique=True),
    st.lists(st.tuples(CODE, CODE), min_size=1, max_size=4, unique=True),
    st.data(),
)
def test_what_is_written_is_read(
    years: list[int], keys: list[tuple[str, str]], data: st.DataObject
) -> None:
    width = len(years)
    rows = [data.draw(st.lists(CELL, min_size=width, max_size=width)) for _ in keys]
    lines = ["unit,geo\\time\t" + "\t".join(f"{year} " for year in years)]
    for key, row in zip(keys, rows, strict=True):
        cells = (f"{':' if value is None else value} {flags}" for value, flags in row)
        lines.append(",".join(key) + "\t" + "\t".join(cells))
    read = table("\n".join(lines) + "\n")
    for key, row in zip(keys, rows, strict=True):
        place = tuple(read.dimensions[axis].position(code) for axis, code in enumerate(key))
        found = [read.cell((*place, one)) for one in range(width)]
        assert [(one.value, one.status.replace(" ", "")) for one in found] == row
        assert [one.missing for one in found] == [":" if value is None else "" for value, _ in row]
