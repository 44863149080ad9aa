# SPDX-License-Identifier: Apache-2.0
"""Plain tables by rule: StatBank's CSV, wide and long tables, and refusals that say what lacks."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missiondesk.domain.message import Message
from missiondesk.domain.period import Period
from missiondesk.domain.refused import Refused
from missiondesk.exchange.statistics import Role, StatisticalTable, read_statistics

DATA = Path(__file__).parents[3] / "../shared/data"
needs_data = pytest.mark.skipif(not DATA.is_dir(), reason="no files in ../shared/data")


def table(text: str | bytes) -> StatisticalTable:
    data = text.encode() if isinstance(text, str) else text
    (only,) = read_statistics(data, "tal.csv")
    return only


def refused(text: str) -> tuple[str, dict[str, object]]:
    with pytest.raises(Refused) as caught:
        read_statistics(text.encode(), "tal.csv")
    values: dict[str, object] = {}
    for name, value in caught.value.message.values:
        values |= dict(value.values) if isinstance(value, Message) else {name: value}
    return caught.value.message.msgid, values


def axes(one: StatisticalTable) -> list[tuple[str, str, int]]:
    return [(axis.id, axis.role.value, len(axis.categories)) for axis in one.dimensions]


def figures(one: StatisticalTable, selection: Mapping[str, str]) -> list[str]:
    return [f"{point.period}={point.missing or point.value}" for point in one.series(selection)]


# -- real files ---------------------------------------------------------------------------


@needs_data
def test_gapminder() -> None:
    read = table((DATA / "csv_dialect/gapminder_euro.csv").read_bytes())
    assert axes(read) == [("country", "geo", 142), ("year", "time", 12), ("MEASURES", "measure", 3)]
    chosen = {"country": "Afghanistan", "MEASURES": "lifeExp"}
    assert figures(read, chosen)[:2] == ["1952=28.801", "1957=30.332"]
    population = figures(read, {"country": "Afghanistan", "MEASURES": "pop"})
    assert population[0] == "1952=8425333"


@needs_data
def test_years_that_run_down_and_figures_that_lack() -> None:
    read = table((DATA / "csv_dialect/eu_life_gdp_euro.csv").read_bytes())
    chosen = {"geo": "AL", "MEASURES": "lifeExp"}
    assert figures(read, chosen)[-3:] == ["2016=78.2", "2017=78.1", "2018=NA"]


@needs_data
def test_the_m3_series() -> None:
    read = table((DATA / "forecast/M3_yearly_TSTS.csv").read_bytes())
    assert axes(read)[0] == ("series_id", "other", 645)
    first = [one for one in read.series({"series_id": "Y1"}) if one.value is not None]
    assert (first[0].period, first[0].value) == (Period("1975"), Decimal("940.66"))
    assert sum(value is not None for value in read.cells.values) == 18319


@needs_data
@pytest.mark.parametrize(
    ("name", "said", "values"),
    [
        ("csv_dialect/template_import_PILOTE.csv", "no figures", {}),
        ("gmpp/uk_2016.csv", "No column is the time", {}),
        ("gmpp/uk_2018.csv", "No column holds figures", {}),
        ("gmpp/uk_2023.csv", "is no number", {"line": 166, "column": "total_baseline"}),
        (
            "missions/nz_government_targets.csv",
            "may all be the time",
            {"names": "target_year, observed_period"},
        ),
        (
            "progress/statcan_cif_progress_reference.csv",
            "may all be the time",
            {"names": "base_year, current_year, target_year"},
        ),
        ("esco/ISCOGroups_en.csv", "No column is the time", {}),
        ("esco/skillsHierarchy_en.csv", "cells, but there are", {"line": 2, "count": 11}),
    ],
)
def test_real_files_that_are_no_table_of_figures(
    name: str, said: str, values: dict[str, object]
) -> None:
    with pytest.raises(Refused) as caught:
        read_statistics((DATA / name).read_bytes(), name)
    assert said in caught.value.message.msgid
    found: dict[str, object] = {}
    for key, value in caught.value.message.values:
        found |= dict(value.values) if isinstance(value, Message) else {key: value}
    assert {key: found[key] for key in values} == values


# -- long tables --------------------------------------------------------------------------

STATBANK = (
    "OMRÅDE;KØN;TID;INDHOLD\n"
    "Hele landet;Mænd;2019K1;2891,5\nHele landet;Mænd;2019K2;..\n"
    "Hele landet;Kvinder;2019K1;2922,25\nHele landet;Kvinder;2019K2;-\n"
)


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_statbanks_csv(codec: str, ends: str) -> None:
    read = table(STATBANK.replace("\n", ends).encode(codec))
    assert axes(read) == [("OMRÅDE", "geo", 1), ("KØN", "other", 2), ("TID", "time", 2)]
    assert figures(read, {"KØN": "Mænd"}) == ["2019-Q1=2891.5", "2019-Q2=.."]
    nil = read.series({"KØN": "Kvinder"})[1]
    assert (nil.value, nil.missing) == (None, "-")
    place = read.series({"KØN": "Mænd"})[0].place
    assert dict(place.values) == {"line": 2, "column": "INDHOLD"}


def test_codes_in_numbers_are_dimensions_beside_a_named_value() -> None:
    read = table(
        "OMRÅDE;ALDER;TID;INDHOLD\n101;5;2019;7\n101;6;2019;8\n751;5;2019;9\n751;6;2019;1\n"
    )
    assert axes(read)[:2] == [("OMRÅDE", "geo", 2), ("ALDER", "other", 2)]
    assert figures(read, {"OMRÅDE": "751", "ALDER": "5"}) == ["2019=9"]


def test_the_import_form_of_pilote() -> None:
    read = table(
        "identifiant_indic;zone_id;zone_nom;date_valeur;type_valeur;valeur\n"
        "IND-1;D01;Ain;2021-12-31;vi;12,5\nIND-1;D01;Ain;2022-12-31;va;13\n"
        "IND-1;D02;Aisne;2021-12-31;vi;7\n"
    )
    assert [axis[0] for axis in axes(read)] == [
        "identifiant_indic", "zone_id", "type_valeur", "date_valeur",
    ]  # fmt: skip
    assert read.dimension("zone_id").categories[0].label == "Ain"
    assert figures(read, {"zone_id": "D01", "type_valeur": "vi"}) == [
        "2021-12-31=12.5",
        "2022-12-31=None",
    ]


def test_a_table_with_its_title_notes_source_and_unit() -> None:
    read = table(
        "Unge uden job;;;\n;;;\nområde;år;enhed;antal\nDanmark;2019;personer;51000\n"
        "Danmark;2020;personer;56000*\n;;;\nKilde: Danmarks Statistik;;;\n* foreløbige tal;;;\n"
    )
    assert (read.title, read.source, read.unit) == (
        "Unge uden job",
        "Danmarks Statistik",
        "personer",
    )
    assert read.notes == ("* foreløbige tal",)
    last = read.series({})[-1]
    assert (last.value, last.status) == (Decimal(56000), "*")


def test_flags_stand_beside_the_figures_and_notes_are_told() -> None:
    read = table("land,år,tal,flag,note\nDK,2019,1.5,p,a\nDK,2020,2.5,,b\n")
    assert [one.status for one in read.series({})] == ["p", ""]
    assert dict(read.warnings[-1].values)["names"] == "note"


def test_a_status_in_words_is_a_dimension() -> None:
    read = table("land,år,status,tal\nDK,2019,i job,1.5\nDK,2019,ledig,2.5\n")
    assert figures(read, {"status": "ledig"}) == ["2019=2.5"]
    flagged = table("land,år,status,tal\nDK,2019,p,1.5\nSE,2019,,2.5\n")
    assert flagged.series({"land": "DK"})[0].status == "p"


def test_a_number_of_something_is_a_figure() -> None:
    read = table("land;år;no of deaths;andel\nDK;2019;10;1,5\nDK;2020;11;1,6\n")
    assert figures(read, {"MEASURES": "no of deaths"}) == ["2019=10", "2020=11"]


def test_per_cent_signs_are_the_unit() -> None:
    read = table("år;andel\n2019;12,5 %\n2020;13 %\n")
    assert (read.unit, figures(read, {})) == ("%", ["2019=12.5", "2020=13"])
    assert refused("år;andel\n2019;12,5 %\n2020;13\n")[1]["line"] == 3


def test_codes_with_gaps_follow_from_names() -> None:
    read = table("Entity,Code,Year,GDP\nDenmark,DNK,2019,5.5\nSweden,SWE,2019,6.5\nWorld,,2019,7\n")
    assert axes(read) == [("Entity", "geo", 3), ("Year", "time", 1)]
    assert figures(read, {"Entity": "World"}) == ["2019=7"]
    assert dict(read.warnings[-1].values) == {"group": "Code", "column": "Entity"}


def test_many_codes_are_joined_with_their_names() -> None:
    rows = "".join(f"K{number},Navn {number},2019,{number}.5\n" for number in range(12))
    read = table("kode,kommune,år,tal\n" + rows)
    assert axes(read)[0] == ("kode", "other", 12)
    assert read.dimension("kode").categories[3].label == "Navn 3"


def test_a_column_that_numbers_the_rows_is_no_figure() -> None:
    read = table(",land,år,tal\n0,DK,2019,1.5\n1,SE,2019,2.5\n")
    assert axes(read) == [("land", "geo", 2), ("år", "time", 1)]


def test_an_empty_column_at_the_left_is_passed_over() -> None:
    assert figures(table(";land;2019\n;DK;1\n;SE;2\n"), {"land": "SE"}) == ["2019=2"]


# -- wide tables --------------------------------------------------------------------------


def test_periods_across() -> None:
    read = table(
        '"Folketal efter område og tid"\n\n" ","2019K1","2019K2"\n'
        '"Hele landet",5806081,5811413\n"Aarhus",345332,..\n"Kilde: Danmarks Statistik"\n'
    )
    assert (read.title, read.source) == ("Folketal efter område og tid", "Danmarks Statistik")
    assert axes(read) == [("#1", "other", 2), ("#2", "time", 2)]
    assert figures(read, {"#1": "Aarhus"}) == ["2019-Q1=345332", "2019-Q2=.."]
    assert dict(read.series({"#1": "Aarhus"})[0].place.values) == {"line": 5, "column": "2019K1"}


def test_empty_names_repeat_the_one_above() -> None:
    read = table("område;køn;2020;2019\nHele landet;Mænd;1,5;2\n;Kvinder;3;4\nAarhus;Mænd;5;6\n")
    assert figures(read, {"område": "Hele landet", "køn": "Kvinder"}) == ["2019=4", "2020=3"]
    assert dict(read.warnings[0].values) == {"line": 3}


@pytest.mark.parametrize(
    "head",
    [
        ";2019;;2020;\nområde;Mænd;Kvinder;Mænd;Kvinder\n",
        ";2019;2019;2020;2020\nområde;Mænd;Kvinder;Mænd;Kvinder\n",
    ],
)
def test_two_lines_of_headings_periods_above(head: str) -> None:
    read = table(head + "Aarhus;1;2;3;4\nOdense;5;6;7;8\n")
    assert [size for _, _, size in axes(read)] == [2, 2, 2]
    assert figures(read, {"område": "Odense", "#2": "Kvinder"}) == ["2019=6", "2020=8"]


def test_two_lines_of_headings_periods_below() -> None:
    read = table(";Mænd;;Kvinder;\nområde;2019;2020;2019;2020\nAarhus;1;2;3;4\nOdense;5;6;7;8\n")
    assert figures(read, {"område": "Aarhus", "#2": "Kvinder"}) == ["2019=3", "2020=4"]


def test_the_world_banks_csv() -> None:
    read = table(
        '"Data Source","World Development Indicators",\n\n"Last Updated Date","2024-06-28",\n\n'
        '"Country Name","Country Code","Indicator Name","Indicator Code","1960","1961 [YR1961]",\n'
        '"Denmark","DNK","GDP growth","NY.GDP","","6.37",\n'
        '"Sweden","SWE","GDP growth","NY.GDP","5.1","..",\n'
    )
    assert (read.source, read.updated) == ("World Development Indicators", "2024-06-28")
    assert axes(read)[0] == ("Country Code", "geo", 2)
    assert read.dimension("Country Code").categories[0].label == "Denmark"
    assert figures(read, {"Country Code": "DNK"}) == ["1960=None", "1961=6.37"]


@pytest.mark.parametrize(
    ("one", "other"),
    [("Q1 2019", "Q2 2019"), ("1. kvartal 2019", "2. kvartal 2019"), ("2019K1", "2019K2")],
)
def test_quarters_in_many_forms(one: str, other: str) -> None:
    assert figures(table(f"land;{one};{other}\nDK;1;2\n"), {}) == ["2019-Q1=1", "2019-Q2=2"]


def test_years_that_span_two_stay_undated() -> None:
    read = table("land;2019/20;2020/21\nDK;1;2\n")
    assert [(one.period, one.label) for one in read.series({})] == [
        (None, "2019/20"),
        (None, "2020/21"),
    ]
    assert "undated" in read.warnings[-1].msgid


def test_totals_are_categories_like_others() -> None:
    read = table("region;2019;2020\nNord;1;2\nSyd;3;4\nI alt;4;6\n")
    assert figures(read, {"region": "I alt"}) == ["2019=4", "2020=6"]


# -- refusals -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "said", "values"),
    [
        ("navn;tal\na;1\nb;2\n", "No column is the time", {}),
        ("navn;x;tal\na;2019;1\nb;2020;2\n", "No column is the time", {}),
        ("år;måned;tal\n2019;2019M01;1\n", "may all be the time", {"names": "år, måned"}),
        ("år;navn\n2019;a\n2020;b\n", "No column holds figures", {}),
        ("år;værdi;tal\n2019;1;2\n", "may all hold the figures", {"names": "værdi, tal"}),
        (
            "år;folketal;værdi\n2019;10;1\n2020;11;2\n",
            "may all hold the figures",
            {"names": "folketal, værdi"},
        ),
        (
            "land;år;alder;antal\nDK;2019;5;10\nDK;2019;6;11\n",
            "same names and the same period",
            {"first": 2, "second": 3, "names": "alder, antal"},
        ),
        ("land;år;tal\nDK;2019;1\nDK;2019;1\n", "same names", {"first": 2, "second": 3}),
        ("år;tal\n2019;1,5\n2020;2,5;3\n", "cells, but there are", {"line": 3, "count": 3}),
        ("år;navn;tal\n2019;a;1\n2020;b\n", "cells, but there are", {"line": 3, "count": 2}),
        ("år;tal\n2019;1\n2020;to\n2021;3\n2022;4\n2023;5\n", "is no number", {"line": 3}),
        ("år;indhold\n2019;1\n2020;=1+1\n", "is no number", {"line": 3, "column": "indhold"}),
        ("år;tal\n2019;1\nsnart;2\n", "is no period", {"line": 3, "column": "år"}),
        ("land;år;tal\nDK;2019;1\n;2020;2\n", "has nothing", {"line": 3, "column": "land"}),
        ("land;år;tal\nDK;2019;1\nDK;;2\n", "has nothing", {"line": 3, "column": "år"}),
        ("år,tal\n2019,950\n2020,1.234\n", "may be two numbers", {"line": 3, "column": "tal"}),
        ("land;2019;2020\nDK;1;to\n", "is no number", {"line": 2, "column": "2020"}),
        ("land;2019;2020;ændring\nDK;1;2;3\n", "stands among the periods", {"column": "ændring"}),
        ("land;2019;2020;\nDK;1;2;3\n", "cells, but there are", {"line": 2}),
        ("land;2019;2020\nDK;1;2\n;3;4\n", "no name", {"line": 3}),
        ("alder;2019;2020\nMænd;;\n0-9 år;1;2\n", "may head those below", {"line": 2}),
        ("land;2019;2020\nDK;1;2\nDK;3;4\n", "same names", {"first": 2, "second": 3}),
        ("land;2019;2019\nDK;1;2\n", "same names", {"first": 2}),
        (
            "land;år;rank;tal\nDK;2019;1;5\nDK;2020;2;6\n",
            "may all hold the figures",
            {"names": "rank, tal"},
        ),
        ("Dato;2024-05-01\nland;antal\nDK;5\n", "No column is the time", {}),
        ("DK;1,5;2019\nDK;1,6;2020\n", "no line of headings", {"value": "1,5"}),
        ("DK;2019K1;7\nDK;2019K2;8\n", "stands among", {"column": "7"}),
        ("land;;år\nDK;1;2019\n", "has no heading", {"number": 2}),
    ],
)
def test_what_is_not_sure_is_refused(text: str, said: str, values: dict[str, object]) -> None:
    msgid, found = refused(text)
    assert said in msgid, (msgid, found)
    assert {key: found[key] for key in values} == values


# -- writing and reading ------------------------------------------------------------------

NAME = (
    st.text("ABCÆØÅ abc,;'\"\n", min_size=2, max_size=6)
    .map(str.strip)
    .filter(lambda text: len(text) > 1)
)
VALUE = st.decimals(
    allow_nan=False, allow_infinity=False, places=2, min_value=-(10**7), max_value=10**7
)


def written(rows: list[list[str]], separator: str, codec: str) -> bytes:
    stream = io.StringIO()
    csv.writer(stream, delimiter=separator).writerows(rows)
    return stream.getvalue().encode(codec)


@given(
    st.sampled_from(((",", "."), (";", ","), ("\t", ","), ("|", "."))),
    st.sampled_from(("utf-8", "utf-8-sig", "utf-16")),
    st.lists(NAME, min_size=1, max_size=4, unique=True),
    st.lists(st.integers(1950, 2050), min_size=2, max_size=4, unique=True),
    st.booleans(),
    st.data(),
)
def test_what_is_written_is_read(
    signs: tuple[str, str],
    codec: str,
    names: list[str],
    years: list[int],
    wide: bool,
    data: st.DataObject,
) -> None:
    separator, mark = signs
    cells = {
        (name, year): data.draw(VALUE if place == 0 else st.none() | VALUE)
        for place, (name, year) in enumerate((name, year) for name in names for year in years)
    }
    texts = {
        key: ".." if value is None else f"{value:.2f}".replace(".", mark)
        for key, value in cells.items()
    }
    if wide:
        rows = [["navn", *map(str, years)]]
        rows += [[name, *(texts[name, year] for year in years)] for name in names]
    else:
        rows = [["navn", "år", "indhold"]]
        rows += [[name, str(year), text] for (name, year), text in texts.items()]
    read = table(written(rows, separator, codec))
    for name in names:
        series = read.series({"navn": name})
        assert {str(one.period): one.value for one in series} == {
            str(year): cells[name, year] for year in years
        }
    assert read.time is not None
    assert read.time.role is Role.TIME


@given(
    st.sampled_from((",", ";", "\t")),
    st.lists(NAME, min_size=2, max_size=5, unique=True),
    st.booleans(),
    st.data(),
)
def test_a_row_that_has_lost_a_cell_is_never_read(
    separator: str, names: list[str], wide: bool, data: st.DataObject
) -> None:
    if wide:
        rows = [["navn", "2019", "2020"]]
        rows += [[name, str(place), str(place + 7)] for place, name in enumerate(names)]
    else:
        rows = [["navn", "år", "indhold"]]
        rows += [[name, "2019", str(place)] for place, name in enumerate(names)]
    row = data.draw(st.sampled_from(rows[1:]))
    del row[data.draw(st.integers(0, 2))]
    with pytest.raises(Refused):
        table(written(rows, separator, "utf-8"))


@given(st.text("a1;,.\t\n\"'2019år%-=", max_size=60))
def test_any_text_is_a_table_or_refused(text: str) -> None:
    try:
        read = read_statistics(text.encode(), "x.csv")
    except Refused:
        return
    assert all(one.time is not None for one in read)
