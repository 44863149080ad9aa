# SPDX-License-Identifier: Apache-2.0
"""JSON-stat by hand: both versions in every form they come in, and what cannot be read."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missiondesk.domain.refused import Refused
from missiondesk.exchange.statistics import Role, StatisticalTable, read_statistics
from missiondesk.language import translator
from tests.matrix.made_json_stat import DIMENSIONS, VALUES, as_bytes, version_1, version_2

D = Decimal
NUMBERS = (D("7.1"), D("6.9"), D("7.4"), D("5.0"), None, D("5.2"))


def read_all(whole: object) -> tuple[StatisticalTable, ...]:
    return read_statistics(as_bytes(whole), "x.json")


def read(whole: object) -> StatisticalTable:
    (table,) = read_all(whole)
    return table


def refusal(whole: object) -> str:
    data = whole if isinstance(whole, bytes) else as_bytes(whole)
    with pytest.raises(Refused) as refused:
        read_statistics(data, "x.json")
    return translator("en").tell(refused.value.message)


def warnings(table: StatisticalTable) -> list[str]:
    return [translator("en").tell(one) for one in table.warnings]


def with_category(name: str, **members: Any) -> dict[str, Any]:
    """The dimensions, one of them with its category changed; None removes a member."""
    category = {**DIMENSIONS[name]["category"], **members}
    kept = {key: value for key, value in category.items() if value is not None}
    return {**DIMENSIONS, name: {**DIMENSIONS[name], "category": kept}}


@pytest.mark.parametrize("whole", [version_2(), version_1()])
def test_both_versions_are_one_table(whole: dict[str, Any]) -> None:
    table = read(whole)
    assert table.format == "JSON-stat"
    assert (table.title, table.source) == ("Unge uden job", "Danmarks Statistik")
    assert table.updated == "2021-11-01T08:00:00Z"
    assert [(one.id, one.label, one.role) for one in table.dimensions] == [
        ("område", "område", Role.OTHER),
        ("Tid", "tid", Role.TIME),
        ("ContentsCode", "indhold", Role.MEASURE),
    ]
    assert table.cells.values == NUMBERS
    points = table.series({"område": "001"})
    assert [str(one.period) for one in points] == ["2019", "2020", "2021"]
    assert table.unit_of({"område": "000"}) == "pct."
    assert table.decimals_of({"område": "000"}) == 1
    assert translator("da").tell(points[1].place) == "tal nr. 5 i ”value”"
    assert not table.warnings


@pytest.mark.parametrize(
    ("status", "missing", "flags"),
    [
        ("e", {4: "e"}, {0: "e", 1: "e", 2: "e", 3: "e", 5: "e"}),
        (["e"], {4: "e"}, {0: "e", 1: "e", 2: "e", 3: "e", 5: "e"}),
        (["", "b", None, "", "..", "p"], {4: ".."}, {1: "b", 5: "p"}),
        ({"4": ":", "0": "p"}, {4: ":"}, {0: "p"}),
        ({"value": ["", "", "", "", ":", ""], "category": {"label": {":": "n/a"}}}, {4: ":"}, {}),
        ({}, {}, {}),
        (None, {}, {}),
    ],
)
def test_every_form_of_status(status: Any, missing: dict[int, str], flags: dict[int, str]) -> None:
    table = read(version_2(status=status))
    assert (table.cells.missing, table.cells.status) == (missing, flags)
    assert not table.warnings


@pytest.mark.parametrize("status", [["a", "b"], {"99": "p"}, {"0": 1}, 7, {"x": "p"}])
def test_a_status_that_does_not_fit_is_left_out_with_a_warning(status: Any) -> None:
    table = read(version_2(status=status))
    assert warnings(table) == ["“status” does not fit the figures and was left out."]
    assert table.cells.values == NUMBERS


def test_sparse_figures_and_numbers_as_texts() -> None:
    table = read(version_2(value={"5": "5.2", "0": 7.1, "2": None, "3": ".."}, status=None))
    assert table.cells.values == (D("7.1"), None, None, None, None, D("5.2"))
    assert table.cells.missing == {3: ".."}


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        (VALUES[:5], "“value” has 5 figures, but the dimensions make 6."),
        ([*VALUES, 1], "“value” has 7 figures, but the dimensions make 6."),
        ({"6": 1}, "“value” has a figure “6”, but the dimensions make 6."),
        ({"-1": 1}, "“value” has a figure “-1”, but the dimensions make 6."),
        ("7.1", "“value” is neither a list nor an object of figures."),
        (["A1", 2, 3, 4, 5, 6], "“A1” is no number (figure 1 of “value”)."),
        ([1, 2, True, 4, 5, 6], "“true” is no number (figure 3 of “value”)."),
        ([1, 2, 3, [4], 5, 6], '“["4"]” is no number (figure 4 of “value”).'),
        ([1, 2, 3, "7,4", 5, 6], "“7,4” is no number (figure 4 of “value”)."),
    ],
)
def test_wrong_figures_are_refused_with_their_place(value: Any, sentence: str) -> None:
    assert refusal(version_2(value=value)) == sentence


def test_a_number_beyond_all_measure_is_refused() -> None:
    data = as_bytes(version_2()).replace(b"7.4", b"7e4000")
    assert refusal(data) == "“7e4000” is no number (figure 3 of “value”)."
    nan = read(json.loads(as_bytes(version_2())) | {"value": [float("nan"), 1, 2, 3, 4, 5]})
    assert (nan.cells.values[0], nan.cells.missing[0]) == (None, "NaN")


def test_sizes_may_be_texts_and_contradictions_are_told() -> None:
    assert not read(version_2(size=["2", "3", "1"])).warnings
    for size in ([3, 2, 1], [2, 3], None):
        table = read(version_2(size=size))
        assert warnings(table)[0].startswith("“size” (")
        assert table.shape == (2, 3, 1)


def test_the_order_of_values_may_be_a_list_positions_or_go_without_saying() -> None:
    positions = with_category("område", index={"001": "1", "000": 0.0})
    assert [one.code for one in read(version_2(dimension=positions)).dimensions[0].categories] == [
        "000",
        "001",
    ]
    for index in ({"000": 0, "001": 2}, {"000": 0, "001": 0}, [], None, 5, {"000": None}):
        broken = with_category("område", index=index)
        said = refusal(version_2(dimension=broken))
        assert said == "The values of the dimension “område” have no order."


def test_dimensions_without_order_or_category_are_refused() -> None:
    assert refusal(version_2(id=None)) == "The dimensions have no order: “id” is missing."
    assert refusal(version_2(id=["område", "x", "Tid"])) == ("The dimension “x” has no “category”.")
    assert refusal(version_2(dimension=[1])) == "“dimension” is no object."
    assert refusal(version_2(id=["Tid", "Tid", "ContentsCode"], value=[1] * 9)) == (
        "Two dimensions of the table have the same name."
    )


def test_several_tables_and_collections() -> None:
    both = read_all({**version_1("a"), **version_1("b", label="Anden")})
    assert [(one.table_id, one.title) for one in both] == [("a", "Unge uden job"), ("b", "Anden")]
    collection = {
        "version": "2.0",
        "class": "collection",
        "link": {"item": [version_2(), {"class": "dataset", "href": "https://x.example/a"}]},
    }
    assert warnings(read(collection)) == [
        "1 entries of the collection are only links and were left out."
    ]


@pytest.mark.parametrize(
    ("whole", "sentence"),
    [
        (
            {"class": "collection", "link": {"item": [{"href": "u", "label": "Ledige"}] * 3}},
            "This is a collection of 3 links (the first: “Ledige”) and holds no figures;",
        ),
        (
            {"class": "dimension", "category": {"index": ["a"]}},
            "This JSON-stat file describes a dimension and holds no figures.",
        ),
        (version_2(value=None), "This JSON-stat file has no “value”, so it holds no figures."),
        ({"a": 1}, "The file is JSON, but not JSON-stat: it has no “dimension”."),
        ({}, "The file is JSON, but not JSON-stat: it has no “dimension”."),
        (b'{"dataset": {\n"a": }', "The JSON breaks off or is wrong in line 2, column 6."),
        (b'{"a":' * 100_000, "The file is no JSON that can be read."),
        (b'{"a":' + b"9" * 5000 + b"}", "The file is JSON, but not JSON-stat"),
    ],
)
def test_what_holds_no_figures_says_so(whole: Any, sentence: str) -> None:
    assert refusal(whole).startswith(sentence)


def test_a_table_larger_than_the_bound_is_refused_before_it_is_made() -> None:
    many = {
        f"d{number}": {"category": {"index": [str(code) for code in range(1000)]}}
        for number in range(3)
    }
    whole = version_2(id=list(many), size=[1000] * 3, dimension=many, value={"0": 1}, role=None)
    assert refusal(whole) == "The table has more than 2,000,000 figures."


@pytest.mark.parametrize(
    ("unit", "said"),
    [
        ({"base": "antal"}, "antal"),
        (
            {"label": "thousands of persons", "base": "people", "multiplier": 3},
            "thousands of persons",
        ),
        ({"symbol": "$", "position": "start", "label": "million", "multiplier": 6}, "million $"),
        ({"symbol": "%", "multiplier": 0, "decimals": 2}, "%"),
        ({"base": "kr.", "multiplier": 6}, "10^6 kr."),
        ({"base": 7, "decimals": "x"}, ""),
        ("pct.", "pct."),
    ],
)
def test_units_never_lose_their_multiplier(unit: Any, said: str) -> None:
    table = read(version_2(dimension=with_category("ContentsCode", unit={"A": unit})))
    assert table.unit_of({"område": "000"}) == said


def test_time_is_found_without_a_role_and_by_label_where_codes_say_nothing() -> None:
    assert read(version_2(role=None)).time.id == "Tid"
    coded = with_category(
        "Tid",
        index={"CI_3": 2, "CI_1": 0, "CI_2": 1},
        label={"CI_1": "2021K1*", "CI_2": "2020K4", "CI_3": "2020K3"},
    )
    table = read(version_2(dimension=coded))
    points = table.series({"område": "000"})
    assert [(str(one.period), one.label) for one in points] == [
        ("2020-Q3", "2020K3"),
        ("2020-Q4", "2020K4"),
        ("2021-Q1", "2021K1*"),
    ]
    assert points[2].status == "*"


def test_periods_that_are_not_sure_stay_undated_with_a_warning() -> None:
    spans = with_category("Tid", label={"2019": "2019/20", "2020": "2020/21", "2021": "2021/22"})
    table = read(version_2(dimension=spans))
    assert [one.period for one in table.series({"område": "000"})] == [None] * 3
    assert warnings(table) == [
        "3 of 3 values of “tid” are no period that is sure, and stay undated."
    ]


def test_old_milliseconds_become_a_date_and_notes_keep_what_they_speak_of() -> None:
    noted = with_category("område", note={"001": ["Uden Christiansø"]})
    noted["område"]["note"] = "Kommuner"
    whole = version_1(
        "t", lastUpdateDate=1446764400000, note=["Foreløbige", " "], dimension={
            **noted, "id": ["område", "Tid", "ContentsCode"], "size": [2, 3, 1],
            "role": {"time": ["Tid"]},
        },
    )  # fmt: skip
    table = read(whole)
    assert table.updated == "2015-11-05T23:00:00Z"
    assert table.notes == ("Foreløbige", "område: Kommuner", "område, Øerne: Uden Christiansø")


@given(st.lists(st.none() | st.decimals(-(10**12), 10**12, places=4), min_size=6, max_size=6))
def test_numbers_come_out_as_they_stand(numbers: list[Decimal | None]) -> None:
    texts = ",".join("null" if one is None else str(one) for one in numbers)
    data = as_bytes(version_2(status=None)).replace(
        json.dumps(VALUES).encode(), f"[{texts}]".encode()
    )
    (table,) = read_statistics(data, "x.json")
    assert list(table.cells.values) == numbers
