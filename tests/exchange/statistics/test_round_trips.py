# SPDX-License-Identifier: Apache-2.0
"""Any table written as PX or JSON-stat, in any form that these allow, reads back as it was."""

from __future__ import annotations

import itertools
import json
import math
from dataclasses import dataclass
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from missiondesk.exchange.statistics import StatisticalTable, read_statistics

NAMES = st.text(
    st.characters(codec="cp1252", exclude_characters='"\x81\x8d\x8f\x90\x9d', categories=["L", "N"])
    | st.sampled_from(" ,;()=[]-/æøåÆØÅ."),
    min_size=1,
    max_size=12,
).map(str.strip).filter(bool)  # fmt: skip
FIGURES = st.one_of(
    st.decimals(-(10**9), 10**9, places=2).map(str),
    st.integers(-(10**12), 10**12).map(str),
    st.sampled_from([".", "..", "...", "-"]),
)


@dataclass(frozen=True)
class Plan:
    """A table to write: names with their values, the last running fastest, and its figures."""

    names: list[str]
    values: list[list[str]]
    figures: list[str]
    stub: int

    def numbers(self) -> list[Decimal | None]:
        return [
            Decimal(0) if one == "-" else None if one.startswith(".") else Decimal(one)
            for one in self.figures
        ]

    def missing(self) -> dict[int, str]:
        return {n: one for n, one in enumerate(self.figures) if one.startswith(".")}


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    names = draw(st.lists(NAMES, min_size=1, max_size=4, unique=True))
    values = [draw(st.lists(NAMES, min_size=1, max_size=4, unique=True)) for _ in names]
    count = math.prod(map(len, values))
    figures = draw(st.lists(FIGURES, min_size=count, max_size=count))
    return Plan(names, values, figures, draw(st.integers(0, len(names))))


def as_px(plan: Plan, draw: st.DataObject) -> str:
    gap = st.sampled_from([" ", "\n", ",", ";", "\t", ", ", " ;\n"])
    lines = ['CHARSET="ANSI"', 'MATRIX="M"', 'SUBJECT-AREA="a"', 'CONTENTS="c"', 'UNITS="u"']
    lines.append("DECIMALS=2")
    for keyword, names in (("STUB", plan.names[: plan.stub]), ("HEADING", plan.names[plan.stub :])):
        if names:
            lines.append(f"{keyword}={','.join(map(quoted, names))}")
    for name, values in zip(plan.names, plan.values, strict=True):
        joint = draw.draw(st.sampled_from([",", ",\n", " , "]))
        lines.append(f'VALUES("{name}")={joint.join(map(quoted, values))}')
    figures = [quoted(one) if one == "-" or one[0] == "." else one for one in plan.figures]
    if plan.stub and draw.draw(st.booleans()):
        lines += [f'KEYS("{name}")=VALUES' for name in plan.names[: plan.stub]]
        width = math.prod(map(len, plan.values[plan.stub :]))
        keys = itertools.product(*plan.values[: plan.stub])
        rows = [
            ",".join(
                [*(f'"{one}"' for one in key), " ".join(figures[row * width : (row + 1) * width])]
            )
            for row, key in enumerate(keys)
        ]
        data = "\n".join(draw.draw(st.permutations(rows)))
    else:
        data = "".join(one + draw.draw(gap) for one in figures)
    newline = draw.draw(st.sampled_from(["\n", "\r\n"]))
    return (";\n".join([*lines, f"DATA=\n{data}"]) + ";\n").replace("\n", newline)


def quoted(text: str) -> str:
    """In quotes; a long text in two pieces, as PC-Axis breaks its lines."""
    if len(text) > 8:
        return f'"{text[:5]}"\n"{text[5:]}"'
    return f'"{text}"'


def same(table: StatisticalTable, plan: Plan) -> None:
    assert [one.label for one in table.dimensions] == plan.names
    labels = [[one.label for one in axis.categories] for axis in table.dimensions]
    assert labels == plan.values
    assert list(table.cells.values) == plan.numbers()
    assert table.cells.missing == plan.missing()


@settings(max_examples=40)
@given(plans(), st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]), st.data())
def test_px(plan: Plan, codec: str, draw: st.DataObject) -> None:
    (table,) = read_statistics(as_px(plan, draw).encode(codec), "x.px")
    same(table, plan)
    assert table.cells.status == {n: "-" for n, one in enumerate(plan.figures) if one == "-"}


@settings(max_examples=40)
@given(plans(), st.booleans(), st.booleans(), st.booleans())
def test_json_stat(plan: Plan, first: bool, sparse: bool, by_position: bool) -> None:
    figures = [None if one.startswith(".") else "0" if one == "-" else one for one in plan.figures]
    ids = [f"d{number}" for number in range(len(plan.names))]
    dimension: dict[str, object] = {}
    for id_, name, values in zip(ids, plan.names, plan.values, strict=True):
        codes = [f"c{place}" for place in range(len(values))]
        index = {code: place for place, code in reversed(list(enumerate(codes)))}
        category = {"index": index if by_position else codes, "label": dict(zip(codes, values))}  # noqa: B905
        dimension[id_] = {"label": name, "category": category}
    order = {"id": ids, "size": [len(values) for values in plan.values]}
    given_figures = {str(n): one for n, one in enumerate(figures) if one} if sparse else figures
    table = {
        "label": "t",
        "value": given_figures,
        "status": {str(place): code for place, code in plan.missing().items()},
    }
    whole = (
        {"t": {**table, "dimension": {**dimension, **order}}}
        if first
        else {**table, **order, "version": "2.0", "class": "dataset", "dimension": dimension}
    )
    (read,) = read_statistics(json.dumps(whole).encode(), "x.json")
    same(read, plan)
