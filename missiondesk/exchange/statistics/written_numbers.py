# SPDX-License-Identifier: Apache-2.0
"""Numbers as people and spreadsheets write them. Whether a mark divides decimals or thousands is
decided by what else stands in the file, never by a guess.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache
from typing import Final, NamedTuple

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_
from missiondesk.domain.refused import Refused
from missiondesk.exchange.statistics.gathering import no_number, place_of
from missiondesk.exchange.statistics.numbers import machine_number

# What stands for a missing figure, folded; the code itself is kept. A dash may be a nil that is
# exact or a figure that is missing, so it is no number here.
_MISSING: Final = frozenset(
    {"", ".", "..", "...", "…", "-", "–", "—", ":", "na", "n/a", "n.a.", "#n/a", "nan", "null", "x"}
)
_LONGEST: Final = 60
_SPACES = re.compile("[ \u00a0\u2007\u2009\u202f]")
_DASHES = str.maketrans("\u2212\u2013", "--")
_SHAPE = re.compile(
    r"""(?P<sign>[+-]?)\s?
    (?:(?P<whole>[0-9]*)
      |(?P<spaced>[0-9]{1,3}(?:(?P<space>[ '’])[0-9]{3})(?:(?P=space)[0-9]{3})*)
      |(?P<grouped>[0-9]{1,3}(?:(?P<group>[.,])[0-9]{3})(?:(?P=group)[0-9]{3})+)
      |(?P<once>[0-9]{1,3}(?P<other>[.,])[0-9]{3}(?=(?!(?P=other))[.,]))
    )
    (?:(?P<mark>[.,])(?P<part>[0-9]+))?
    (?P<power>[eE][+-]?[0-9]{1,3})?
    \s?(?P<percent>%)?\s?(?P<star>\*)?""",
    re.VERBOSE,
)


class Placed(NamedTuple):
    """The text of a cell with its line and its column's heading."""

    text: str
    line: int
    column: str


class Shape(NamedTuple):
    """A text that is a number in one way or two.

    Attributes:
        group: The mark that divides its thousands for sure, or "".
        mark: The mark before its last digits, or "".
        unsure: Whether that mark may divide thousands as well: "1.234".
    """

    sign: str
    whole: str
    group: str
    mark: str
    part: str
    power: str
    percent: bool
    star: bool

    @property
    def unsure(self) -> bool:
        """Whether the mark may divide decimals or thousands: "1.234", but not "0.234"."""
        single = bool(self.mark) and not self.group and not self.power
        return (
            single and len(self.part) == 3 and re.fullmatch("[1-9]\\d{0,2}", self.whole) is not None
        )


def is_missing(text: str) -> bool:
    """Whether the text stands for a missing figure."""
    return text.strip().casefold() in _MISSING


@lru_cache(maxsize=50_000)
def shape_of(text: str) -> Shape | None:
    """How the number is written; None when it is none."""
    tidy = _SPACES.sub(" ", text.strip()).translate(_DASHES)
    found = _SHAPE.fullmatch(tidy) if len(tidy) <= _LONGEST else None
    if found is None:
        return None
    digits = found["whole"] or found["spaced"] or found["grouped"] or found["once"] or ""
    if not (digits or found["part"]) or (found["group"] and found["group"] == found["mark"]):
        return None
    return Shape(
        found["sign"],
        re.sub("[^0-9]", "", digits),
        found["space"] or found["group"] or found["other"] or "",
        found["mark"] or "",
        found["part"] or "",
        found["power"] or "",
        found["percent"] is not None,
        found["star"] is not None,
    )


@dataclass(frozen=True, slots=True)
class Figures:
    """Reads the numbers of one file; ``decimal`` is its decimal mark."""

    decimal: str

    def read(self, cell: Placed) -> tuple[Decimal | None, str, str]:
        """Number, missing code and flag of a cell.

        Raises:
            Refused: It is neither a number nor a missing code.
        """
        found = _read(cell.text, self.decimal)
        if found is None:
            raise no_number(cell.text, cell.line, cell.column)
        return found


@lru_cache(maxsize=50_000)
def _read(cell: str, decimal: str) -> tuple[Decimal | None, str, str] | None:
    if is_missing(cell):
        return None, cell.strip(), ""
    shape = shape_of(cell)
    if shape is None:
        return None
    if shape.unsure and shape.mark != decimal:
        # The decimal mark is known, so the other one divides thousands.
        text = f"{shape.sign}{shape.whole}{shape.part}"
    else:
        part = f".{shape.part}" if shape.mark else ""
        text = f"{shape.sign}{shape.whole or 0}{part}{shape.power}"
    number = machine_number(text)
    return None if number is None else (number, "", "*" if shape.star else "")


def find_figures(cells: Iterable[Placed], separator: str) -> Figures:
    """Find the decimal mark from all figures of a file.

    "1,5" and "0,125" say that the comma is it, "1.234,5" and "1.234.567" that the point is not.
    Where every figure could be two, whole numbers of four digits beside them in the same column
    say that thousands are not divided, and a semicolon between the cells that the comma stands in
    numbers for decimals.

    Raises:
        Refused: Figures contradict each other, or nothing decides; the sentence names the cell.
    """
    evidence = _Evidence()
    seen: set[tuple[str, str]] = set()
    for cell in cells:
        if (cell.text, cell.column) in seen:
            continue
        seen.add((cell.text, cell.column))
        shape = None if is_missing(cell.text) else shape_of(cell.text)
        if shape is not None:
            evidence.take(shape, cell)
    return Figures(evidence.decimal(separator))


class _Evidence:
    """What the figures of a file say of their marks, each by the first cell that says it."""

    def __init__(self) -> None:
        self._decimals: dict[str, Placed] = {}
        self._groups: dict[str, Placed] = {}
        self._unsure: dict[tuple[str, str], Placed] = {}
        self._undivided: set[str] = set()

    def take(self, shape: Shape, cell: Placed) -> None:
        """Take in one figure."""
        if shape.group in (".", ","):
            self._groups.setdefault(shape.group, cell)
        if shape.unsure:
            self._unsure.setdefault((shape.mark, cell.column), cell)
        elif shape.mark:
            self._decimals.setdefault(shape.mark, cell)
        elif not shape.group and len(shape.whole) > 3:
            self._undivided.add(cell.column)

    def decimal(self, separator: str) -> str:
        """The decimal mark; the point when no figure has any."""
        both = (set(self._decimals) & set(self._groups)) or (
            set(self._decimals) if len(self._decimals) > 1 else set(self._groups)
        )
        if (
            len(self._decimals) > 1
            or set(self._decimals) & set(self._groups)
            or len(self._groups) > 1
        ):
            self._contradict(sorted(both))
        if self._decimals:
            return next(iter(self._decimals))
        if self._groups:
            return "," if "." in self._groups else "."
        if not self._unsure:
            return "."
        marks = {mark for mark, _ in self._unsure}
        if len(marks) > 1:
            self._contradict(sorted(marks))
        (mark,) = marks
        divided = any(column in self._undivided for _, column in self._unsure)
        if divided or (mark == "," and separator == ";"):
            return mark
        cell = next(iter(self._unsure.values()))
        raise Refused(
            N_("“{value}” may be two numbers, and nothing in the file says which ({place})."),
            value=cell.text,
            place=place_of(cell.line, cell.column),
        )

    def _contradict(self, marks: list[str]) -> None:
        known = [*self._decimals.values(), *self._groups.values(), *self._unsure.values()]
        cells = [one for one in known if any(mark in one.text for mark in marks)]
        cells.sort(key=lambda one: one.line)
        first, second = cells[0], cells[-1]
        raise Refused(
            N_("“{one}” ({first}) and “{other}” ({second}) do not use their marks alike."),
            one=first.text,
            first=place_of(first.line, first.column),
            other=second.text,
            second=place_of(second.line, second.column),
        )
