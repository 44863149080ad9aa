# SPDX-License-Identifier: Apache-2.0
"""What the desk makes of one file, in figures that can be compared: cells, sums, periods, words."""

from __future__ import annotations

import csv
import functools
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from missiondesk.domain.refused import Refused
from missiondesk.exchange.statistics import StatisticalTable, read_statistics
from missiondesk.exchange.statistics.reading import format_of
from missiondesk.language import translator

OUTCOMES = Path(__file__).parent / "outcomes"


@dataclass(frozen=True)
class Outcome:
    """What comes of a file.

    Attributes:
        done: "read" or "refused".
        tables: Shapes of the tables, "4×3×2", several joined by " + ".
        numbers: How many cells hold a number.
        missing: How many cells hold a missing code.
        total: Sum of all numbers, without needless zeros.
        periods: First and last period in the file's order and how many are known, or "".
        words: The sentence of the refusal, or the warnings.
    """

    done: str
    tables: str = ""
    numbers: int = 0
    missing: int = 0
    total: str = ""
    periods: str = ""
    words: str = ""


def outcome(data: bytes, name: str) -> tuple[str, Outcome]:
    """Format found, and what comes of the file."""
    english = translator("en")
    found = "–"
    try:
        found = format_of(data).name
        tables = read_statistics(data, name)
    except Refused as refused:
        return found, Outcome("refused", words=english.tell(refused.message))
    warnings = [english.tell(one) for table in tables for one in table.warnings]
    values = [value for table in tables for value in table.cells.values if value is not None]
    return found, Outcome(
        "read",
        " + ".join("×".join(map(str, table.shape)) for table in tables),
        len(values),
        sum(len(table.cells.missing) for table in tables),
        total_of(values),
        " + ".join(filter(None, map(periods_of, tables))),
        " ".join(dict.fromkeys(warnings)),
    )


def total_of(values: list[Decimal]) -> str:
    """The exact sum as a plain text."""
    total = sum(values, Decimal(0))
    text = f"{total:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def periods_of(table: StatisticalTable) -> str:
    """First and last period of a table and how many are known."""
    if table.time is None:
        return ""
    known = [one.period for one in table.time.categories if one.period is not None]
    if not known:
        return "0"
    return f"{known[0]}…{known[-1]} ({len(known)})"


@functools.cache
def expected(kind: str) -> dict[str, Outcome]:
    """The outcomes that were looked at by eye, by file name."""
    path = OUTCOMES / f"{kind}.tsv"
    if not path.is_file():
        return {}
    found = {}
    with path.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream, delimiter="\t"):
            file = row.pop("file")
            counts = {key: int(row.pop(key) or 0) for key in ("numbers", "missing")}
            found[file] = Outcome(**{**row, **counts})  # type: ignore[arg-type]
    return found


def verdict(found: Outcome, wanted: Outcome | None) -> str:
    """Whether an outcome is the one that is wanted; words of a refusal need only begin alike."""
    if wanted is None:
        return "not listed"
    if found.done == wanted.done == "refused":
        return "refused rightly" if found.words.startswith(wanted.words) else "WRONG"
    return "read right" if found == wanted else "WRONG"


def written(kind: str, outcomes: dict[str, Outcome]) -> None:
    """Write a table of outcomes, to be looked at by eye before it is kept."""
    columns = ("file", *Outcome.__dataclass_fields__)
    with (OUTCOMES / f"{kind}.tsv").open("w", encoding="utf-8", newline="") as stream:
        table = csv.writer(stream, delimiter="\t", lineterminator="\n")
        table.writerow(columns)
        for name, one in outcomes.items():
            table.writerow((name, *(getattr(one, key) for key in columns[1:])))


Oracle = Callable[[Path], str]
