# SPDX-License-Identifier: Apache-2.0
"""Every shared file is read right or refused rightly, and a naive reading finds the same."""

from __future__ import annotations

import csv
import json
import re
from decimal import Decimal
from pathlib import Path

import pytest

from missiondesk.exchange.statistics import read_statistics
from tests.matrix.__main__ import main
from tests.matrix.kinds import KINDS, Kind
from tests.matrix.reader import expected, outcome, total_of, verdict

SHARED = [(kind, path) for kind in KINDS for path in kind.shared()]
LISTED = [(kind, path) for kind, path in SHARED if path.name in expected(kind.name)]
MADE = [(kind, name) for kind in KINDS for name in kind.made]
absent = pytest.mark.skipif(not SHARED, reason="no files in ../shared/data")


@pytest.mark.parametrize(("kind", "path"), LISTED, ids=[path.name for _, path in LISTED])
def test_a_shared_file_comes_out_as_it_was_looked_at(kind: Kind, path: Path) -> None:
    _, found = outcome(path.read_bytes(), path.name)
    wanted = expected(kind.name)[path.name]
    assert verdict(found, wanted) in ("read right", "refused rightly"), f"{found}\n{wanted}"


@absent
@pytest.mark.parametrize("name", [kind.name for kind in KINDS])
def test_every_file_of_the_kind_is_listed(name: str) -> None:
    kind = next(one for one in KINDS if one.name == name)
    assert {path.name for path in kind.shared()} == set(expected(name))


@pytest.mark.parametrize(("kind", "name"), MADE, ids=[name for _, name in MADE])
def test_a_made_file_is_read(kind: Kind, name: str) -> None:
    _, found = outcome(kind.made[name], name)
    assert found.done == "read", found.words
    assert found.numbers > 0


PX = [path for kind, path in LISTED if kind.name == "px" and expected("px")[path.name].total]


@pytest.mark.parametrize("path", PX, ids=[path.name for path in PX])
def test_px_figures_are_those_that_plain_splitting_finds(path: Path) -> None:
    text = path.read_bytes().decode("latin-1")
    data = re.split(r"^DATA=", text, flags=re.MULTILINE)[-1]
    if "KEYS(" in text:
        data = re.sub(r'^("[^"]*",)+', "", data, flags=re.MULTILINE)
    texts = re.findall(r'"[^"]*"|[^\s,;"]+', data)
    numbers = [Decimal(one) for one in texts if not one.startswith('"')]
    nil = texts.count('"-"')
    wanted = expected("px")[path.name]
    if "KEYS(" not in text:
        (table,) = read_statistics(path.read_bytes(), path.name)
        ours = [one for one in table.cells.values if one is not None]
        assert ours == [Decimal(one.replace('"-"', "0")) for one in texts if '".' not in one]
    assert wanted.numbers == len(numbers) + nil
    assert wanted.missing == len(texts) - len(numbers) - nil
    assert wanted.total == total_of(numbers)


KEYED = [path for path in PX if b"KEYS(" in path.read_bytes()]


@pytest.mark.parametrize("path", KEYED, ids=[path.name for path in KEYED])
def test_rows_with_keys_stand_where_their_keys_say(path: Path) -> None:
    (table,) = read_statistics(path.read_bytes(), path.name)
    text = path.read_bytes().decode("latin-1").split("DATA=")[1]
    depth = text.strip().split("\n")[0].count('",')
    seen = 0
    for keys, figures in re.findall(r'^((?:"[^"]*",)+)([-0-9. ]+)', text, flags=re.MULTILINE):
        row = [
            next(n for n, one in enumerate(axis.categories) if key in (one.code, one.label))
            for axis, key in zip(table.dimensions, re.findall(r'"([^"]*)"', keys), strict=False)
        ]
        assert len(row) == depth
        start = 0
        for place, size in zip(row, table.shape, strict=False):
            start = start * size + place
        numbers = tuple(map(Decimal, figures.split()))
        start *= len(numbers)
        assert tuple(table.cells.values[start : start + len(numbers)]) == numbers
        seen += len(numbers)
    assert seen == expected("px")[path.name].numbers


JSON = [
    path
    for kind, path in LISTED
    if kind.name == "json_stat" and expected("json_stat")[path.name].total
]


@pytest.mark.parametrize("path", JSON, ids=[path.name for path in JSON])
def test_json_figures_are_those_that_a_walk_finds(path: Path) -> None:
    numbers: list[Decimal] = []

    def walk(node: object, name: str = "") -> None:
        if name == "value" and isinstance(node, list | dict):
            listed = node if isinstance(node, list) else list(node.values())
            numbers.extend(Decimal(one) for one in listed if isinstance(one, Decimal | int))
        elif isinstance(node, dict):
            for key, inner in node.items():
                walk(inner, key)
        elif isinstance(node, list):
            for inner in node:
                walk(inner)

    walk(json.loads(path.read_text(encoding="utf-8-sig"), parse_float=Decimal))
    wanted = expected("json_stat")[path.name]
    assert wanted.numbers == len(numbers)
    assert wanted.total == total_of(numbers)


def read_right(name: str) -> list[Path]:
    return [path for kind, path in LISTED if kind.name == name and expected(name)[path.name].total]


@pytest.mark.parametrize("path", read_right("sdmx_csv"), ids=lambda path: path.name)
def test_sdmx_figures_are_those_of_the_column(path: Path) -> None:
    with path.open(encoding="utf-8", newline="") as stream:
        head, *rows = csv.reader(stream)
    (column,) = (place for place, cell in enumerate(head) if cell.startswith("OBS_VALUE"))
    numbers = [Decimal(row[column].partition(":")[0]) for row in rows if row[column]]
    wanted = expected("sdmx_csv")[path.name]
    assert (wanted.numbers, wanted.total) == (len(numbers), total_of(numbers))


@pytest.mark.parametrize("path", read_right("eurostat_tsv"), ids=lambda path: path.name)
def test_tsv_figures_are_those_that_plain_splitting_finds(path: Path) -> None:
    _, *lines = path.read_text(encoding="utf-8").splitlines()
    cells = re.findall(r"(?<=\t)(?::|-?[0-9.]+)", "\n".join(lines))
    numbers = [Decimal(cell) for cell in cells if cell != ":"]
    wanted = expected("eurostat_tsv")[path.name]
    assert (wanted.numbers, wanted.total) == (len(numbers), total_of(numbers))
    assert wanted.missing == len(cells) - len(numbers)


FIGURES = {
    "eu_life_gdp_euro.csv": (";", ("lifeExp", "gdpPercap")),
    "gapminder_euro.csv": (";", ("lifeExp", "pop", "gdpPercap")),
    "M3_yearly_TSTS.csv": (",", ("value",)),
}


@pytest.mark.parametrize("path", read_right("csv"), ids=lambda path: path.name)
def test_plain_figures_are_those_of_their_columns(path: Path) -> None:
    separator, columns = FIGURES[path.name]
    with path.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream, delimiter=separator))
    texts = [row[column].replace(",", ".") for row in rows for column in columns]
    numbers = [Decimal(text) for text in texts if text != "NA"]
    wanted = expected("csv")[path.name]
    assert (wanted.numbers, wanted.total) == (len(numbers), total_of(numbers))


def test_the_matrix_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["json_stat"]) == 0
    told = capsys.readouterr().out
    assert "json_stat: " in told
    assert "WRONG" not in told


def test_an_unknown_kind_is_refused() -> None:
    with pytest.raises(SystemExit) as left:
        main(["parquet"])
    assert left.value.code == 2
