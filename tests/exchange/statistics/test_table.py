# SPDX-License-Identifier: Apache-2.0
"""The one shape of statistics: cells by place, series by choice, refusals that name the choice."""

from __future__ import annotations

from decimal import Decimal

import pytest

from missiondesk.domain.message import Message, message
from missiondesk.domain.period import Period
from missiondesk.domain.refused import Refused
from missiondesk.exchange.statistics import (
    Category,
    Cells,
    Dimension,
    Role,
    StatisticalTable,
    read_statistics,
)
from missiondesk.exchange.statistics.reading import LARGEST_FILE, format_of
from missiondesk.language import translator
from tests.matrix.made_json_stat import as_bytes, version_2
from tests.matrix.made_px import PLAIN

D = Decimal


def place(position: int) -> Message:
    return message("cell {number}", number=position)


def a_table(values: tuple[Decimal | None, ...] | None = None) -> StatisticalTable:
    years = tuple(
        Category(str(year), str(year), period=Period(str(year)), mark="*" if year == 2021 else "")
        for year in (2021, 2019, 2020)
    )
    return StatisticalTable(
        format="PX",
        table_id="T",
        title="Test",
        source="",
        dimensions=(
            Dimension("sex", "køn", (Category("M", "Mænd"), Category("K", "Kvinder"))),
            Dimension("time", "tid", years, Role.TIME),
            Dimension(
                "what",
                "indhold",
                (Category("N", "Antal", unit="antal", decimals=0), Category("P", "Andel")),
                Role.MEASURE,
            ),
            Dimension("land", "land", (Category("DK", "Danmark", unit="aldrig"),), Role.GEO),
        ),
        cells=Cells(
            tuple(map(D, range(12))) if values is None else values,
            place,
            {3: ".."},
            {0: "p"},
        ),
        unit="pct.",
        decimals=1,
        updated="2021-11-01",
    )


def refusal(*args: object, **kwargs: object) -> str:
    with pytest.raises(Refused) as refused:
        a_table().series(*args, **kwargs)  # type: ignore[arg-type]
    return translator("en").tell(refused.value.message)


def test_the_last_dimension_runs_fastest() -> None:
    table = a_table()
    assert table.shape == (2, 3, 2, 1)
    assert table.cell((0, 0, 0, 0)).value == 0
    assert table.cell((1, 2, 1, 0)).value == 11
    assert table.cell((1, 0, 1, 0)).value == 7
    assert table.cell((0, 0, 0, 0)).status == "p"
    assert table.cell((0, 1, 1, 0)).missing == ".."
    assert translator("en").tell(table.cell((1, 0, 1, 0)).place) == "cell 7"
    for index in ((0, 0, 0), (2, 0, 0, 0), (0, -1, 0, 0)):
        with pytest.raises(IndexError):
            table.cell(index)


def test_a_series_runs_in_order_of_time_and_keeps_flags_and_marks() -> None:
    points = a_table().series({"sex": "M", "what": "N"})
    assert [(str(one.period), one.value, one.status) for one in points] == [
        ("2019", 2, ""),
        ("2020", 4, ""),
        ("2021", 0, "p *"),
    ]


def test_a_selection_must_be_whole_and_known() -> None:
    assert refusal({"sex": "M"}) == "Choose a value of “indhold”."
    assert refusal({"sex": "X", "what": "N"}) == "“køn” has no value “X”."
    assert refusal({"sex": "M", "what": "N", "age": "1"}) == "The table has no dimension “age”."
    said = refusal({"sex": "M", "what": "N", "time": "2019"})
    assert said == "A series goes over all periods; choose none."


def test_units_and_decimals_come_from_what_is_measured_first() -> None:
    table = a_table()
    assert table.unit_of({"sex": "M", "what": "N"}) == "antal"
    assert table.decimals_of({"sex": "M", "what": "N"}) == 0
    assert table.decimals_of({"sex": "M", "what": "P"}) == 1
    assert table.updated_of({"sex": "M", "what": "P"}) == "2021-11-01"


def test_figures_must_be_as_many_as_the_dimensions_make() -> None:
    with pytest.raises(Refused) as refused:
        a_table((D(1),))
    said = translator("da").tell(refused.value.message)
    assert said == "Tabellen har 1 tal, men dens dimensioner giver 12."


# ---------------------------------------------------------------- which format a file has


def test_content_decides_and_not_the_ending() -> None:
    assert read_statistics(PLAIN.encode(), "x.json")[0].format == "PX"
    assert read_statistics(as_bytes(version_2()), "x.px")[0].format == "JSON-stat"
    assert format_of(b"\xef\xbb\xbf\n  " + PLAIN.encode()).name == "PX"
    assert format_of(PLAIN.encode("utf-16")).name == "PX"
    assert format_of(as_bytes(version_2()).decode().encode("utf-16")).name == "JSON-stat"


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "The file is empty."),
        (b" \r\n\t", "The file is empty."),
        (b"\x00" * 20 + b"\x01\x02", "The file is of no known kind"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "The file is of no known kind"),
        (
            b'<?xml version="1.0"?><mes:GenericData xmlns:mes="http://www.sdmx.org/x">',
            "This is SDMX-ML (XML), which is not read here",
        ),
        (b"x" * (LARGEST_FILE + 1), "The file is larger than 50 megabytes."),
    ],
)
def test_what_is_no_statistics_says_so(data: bytes, sentence: str) -> None:
    with pytest.raises(Refused) as refused:
        read_statistics(data, "x.px")
    assert translator("en").tell(refused.value.message).startswith(sentence)
