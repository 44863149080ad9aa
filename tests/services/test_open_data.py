# SPDX-License-Identifier: Apache-2.0
"""Open data: read back as described, no formula in any spreadsheet, the same bytes twice."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from missiondesk.domain.metric import OutcomeMetric
from missiondesk.domain.wording import Wording
from missiondesk.exchange.open_tables import (
    TYPES,
    OpenDataset,
    OpenField,
    OpenTable,
    csv_bytes,
    json_bytes,
)
from missiondesk.language import translator
from missiondesk.services.desk import Desk
from missiondesk.services.open_data import open_data, open_dataset
from missiondesk.services.open_data_fields import TABLES
from missiondesk.services.publication import published
from tests.documents.reports_of import full_situation, situation_of

Read = dict[str, Any]


def files_of(now: Any) -> Read:
    return {one.name: one.data for one in open_data(published(now), translator("da"))}


def rows_of(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8"), newline="")))


def value_of(text: str, datatype: str) -> object:
    """A cell as its description says it is to be read."""
    if not text:
        return None
    if datatype == "integer":
        return int(text)
    if datatype == "decimal":
        return Decimal(text)
    return date.fromisoformat(text) if datatype == "date" else text.removeprefix("'")


def test_every_table_reads_back_as_it_is_described(sample: Desk) -> None:
    files = files_of(sample.situation)
    whole = json.loads(files["open-data.json"])
    described = json.loads(files["open-data-fields.json"])
    assert described["@context"][0] == "http://www.w3.org/ns/csvw"
    assert {table["url"] for table in described["tables"]} == {
        name for name in files if name.endswith(".csv")
    }
    for table in described["tables"]:
        columns = {one["name"]: one for one in table["tableSchema"]["columns"]}
        name = table["url"].removeprefix("open-data-").removesuffix(".csv")
        rows = rows_of(files[table["url"]])
        assert list(columns) == list(rows[0])
        for row, plain in zip(rows, whole[name], strict=True):
            for field, text in row.items():
                read = value_of(text, columns[field]["datatype"])
                told = "" if plain[field] is None else str(plain[field])
                assert read == value_of(told, columns[field]["datatype"])
        key = table["tableSchema"].get("primaryKey", ())
        keys = [tuple(row[name] for name in key) for row in rows]
        assert not keys[0] or len(set(keys)) == len(keys)


def test_references_lead_somewhere(sample: Desk) -> None:
    files = files_of(sample.situation)
    known = {row["metric_id"] for row in rows_of(files["open-data-metrics.csv"])}
    for name in ("observations", "targets", "ratings", "changes"):
        assert {row["metric_id"] for row in rows_of(files[f"open-data-{name}.csv"])} <= known


def test_only_public_missions_are_in_it(sample: Desk) -> None:
    rows = rows_of(files_of(sample.situation)["open-data-metrics.csv"])
    assert {row["mission_code"] for row in rows} == {"M1", "M2", "M3", "M5"}


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_field_is_described_in_both_languages(table: OpenTable) -> None:
    for field in table.fields:
        assert field.datatype in TYPES
        for text in (field.title, field.description):
            assert text.da and text.en
    assert {*table.key, *(one for one, *_ in table.refers)} <= {one.name for one in table.fields}


def test_the_rows_are_as_long_as_the_fields() -> None:
    for table in open_dataset(published(full_situation())).tables:
        assert table.rows
        assert {len(row) for row in table.rows} == {len(table.fields)}


def test_equal_data_give_equal_bytes_in_both_languages(sample: Desk) -> None:
    public = published(sample.situation)
    first = [(one.name, one.data) for one in open_data(public, translator("da"))]
    again = [(one.name, one.data) for one in open_data(public, translator("en"))]
    assert first == again


def test_a_formula_stays_text_and_a_negative_number_a_number() -> None:
    now = full_situation(1)
    metric = now.metric_of(now.missions[0].id)
    assert metric is not None
    name = Wording('=HYPERLINK("http://x";"y")', "+1+1")
    bad = replace(metric, name=name, baseline_value=Decimal("-4.50"), table_id="@x")
    others = [one for kind in now.kinds for one in now.all(kind) if one != metric]
    rows = rows_of(files_of(situation_of([*others, bad]))["open-data-metrics.csv"])
    row = next(one for one in rows if one["metric_id"] == metric.id)
    assert row["name_da"] == "'" + name.da
    assert (row["name_en"], row["table_id"]) == ("'+1+1", "'@x")
    assert row["baseline_value"] == "-4.50"


FIELD = OpenField("text", "string", Wording("t", "t"), Wording("d", "d"))


@settings(max_examples=200)
@given(st.lists(st.text(), min_size=1, max_size=5))
def test_any_text_reads_back_and_none_begins_a_formula(texts: list[str]) -> None:
    table = OpenTable("t", Wording("t", "t"), (FIELD,), tuple((text,) for text in texts))
    read = rows_of(csv_bytes(table))
    assert len(read) == len(list(texts))
    for row, text in zip(read, texts, strict=True):
        kept = text.encode("utf-8", "replace").decode("utf-8")
        assert row["text"] in (kept, f"'{kept}")
        assert not row["text"].startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    whole = json.loads(json_bytes(OpenDataset(Wording("d", "d"), (table,)), "fields.json"))
    assert [one["text"] for one in whole["t"]] == [
        text.encode("utf-8", "replace").decode("utf-8") for text in texts
    ]


def test_an_empty_government_has_empty_tables() -> None:
    files = files_of(situation_of(()))
    assert all(rows_of(data) == [] for name, data in files.items() if name.endswith(".csv"))
    assert json.loads(files["open-data.json"])["metrics"] == []
    assert not list(situation_of(()).all(OutcomeMetric))
