# SPDX-License-Identifier: Apache-2.0
"""Finds by rule how a file of separated values is written, and takes it apart into rows that know
their line; every reader of such files uses this one.
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import Final, NamedTuple

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_
from missiondesk.domain.refused import Refused
from missiondesk.exchange.statistics.encoding import Decoded, decode_old

# In the order in which a tie is decided.
SEPARATORS: Final = ("\t", ";", ",", "|")
# Signs that stand in ordinary text as well: taken only when none of the others makes a table.
RARE_SEPARATORS: Final = ("@", ":")
LONGEST_CELL: Final = 100_000
MOST_ROWS: Final = 500_000
_SAMPLE: Final = 400
_SAMPLE_SIGNS: Final = 4_000_000
_DECLARED = re.compile(r"sep=([;,\t|@:])(?:\r|\n|$)", re.IGNORECASE)
_EUROSTAT = re.compile(r'[^\t\r\n"]*\\[^\t\r\n"]*\t')
_DECIMAL_COMMAS = re.compile(r"[^,]*(?:\d,\d[^,]*)*")
_HOLE = re.compile("[\x81\x8d\x8f\x90\x9d]")
_BEYOND_ASCII = re.compile(rb"[\x80-\xff]")


class Row(NamedTuple):
    """One record as it stands, with the line on which it ends in the file, counted from 1."""

    line: int
    cells: tuple[str, ...]


def text_of(data: bytes) -> Decoded:
    """The text of a file by the rule of `decode_old`, without its BOM.

    Raises:
        Refused: It is not text, or is UTF-8 in most places and damaged in others.
    """
    decoded = decode_old(data)
    if "\x00" in decoded.text:
        raise Refused(N_("The file is not text."))
    if decoded.encoding == "UTF-8":
        _not_damaged(data)
    elif len(_HOLE.findall(decoded.text)) * 100 > len(_BEYOND_ASCII.findall(data)):
        # A stray byte among hundreds of right ones is let pass; it can only stand in a label.
        raise Refused(N_("The file is neither UTF-8 nor Windows-1252 text."))
    return Decoded(decoded.text.removeprefix("\ufeff"), decoded.encoding)


def _not_damaged(data: bytes) -> None:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Refused(N_("The file is UTF-8 text, but line {line} is not."), line=line) from None


def find_separator(text: str) -> str:
    """The sign between the cells.

    A first line "sep=;" says it. A backslash in the first cell before a tab is Eurostat's. Else
    the first 400 records are read with each sign, and the one that gives the most records of one
    length wins.

    Raises:
        Refused: No sign divides any record.
    """
    declared = _DECLARED.match(text)
    if declared is not None:
        return declared[1]
    if _EUROSTAT.match(text):
        return "\t"
    trials = [_Trial.of(text, sign) for sign in SEPARATORS]
    if not any(one.equal * 2 >= one.records and one.equal for one in trials):
        trials += [_Trial.of(text, sign) for sign in RARE_SEPARATORS]
    best = max(trials, key=lambda one: (one.equal, one.whole))
    if not best.equal:
        raise Refused(N_("The file has no columns: no sign divides its lines into cells."))
    return _unless_decimal(best, trials)


@dataclass(frozen=True, slots=True)
class _Trial:
    """What one sign makes of the first records.

    Attributes:
        equal: Records of the most frequent length above one cell.
        whole: Whether quotes open and close where they should.
        loose: Whether some cell has a comma that stands in no number.
    """

    sign: str
    records: int
    equal: int
    width: int
    whole: bool
    loose: bool

    @staticmethod
    def of(text: str, sign: str) -> _Trial:
        lengths: Counter[int] = Counter()
        whole, loose = True, False
        reader = csv.reader(
            io.StringIO(text[:_SAMPLE_SIGNS], newline=""), delimiter=sign, strict=True
        )
        try:
            for cells in islice(filter(None, reader), _SAMPLE):
                lengths[len(cells)] += 1
                loose = loose or not all(map(_DECIMAL_COMMAS.fullmatch, cells))
        except csv.Error:
            whole = False
        wide = [(count, length) for length, count in lengths.items() if length > 1]
        equal, width = max(wide, default=(0, 0))
        return _Trial(sign, lengths.total(), equal, width, whole, loose)


def _unless_decimal(best: _Trial, trials: list[_Trial]) -> str:
    """Semicolon and comma may divide a file equally well: "2015;1,5" is one figure, not two."""
    if best.sign != ";":
        return best.sign
    comma = next(one for one in trials if one.sign == ",")
    equally = (comma.equal, comma.whole) == (best.equal, best.whole)
    return "," if equally and best.loose and comma.width > best.width else ";"


def read_rows(text: str, separator: str) -> Iterator[Row]:
    """All records that have a cell, in order; the line "sep=;" is none.

    Raises:
        Refused: Quotes are not closed, a cell is too long or the rows are too many; the sentence
            names the line.
    """
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    declared = _DECLARED.match(text) is not None
    # The same codes stand in row after row; one text for each keeps large files in memory.
    known: dict[str, str] = {}
    count = 0
    try:
        for cells in reader:
            if not cells or (declared and reader.line_num == 1):
                continue
            if max(map(len, cells)) > LONGEST_CELL:
                raise Refused(N_("A cell in line {line} is too long."), line=reader.line_num)
            count += 1
            if count > MOST_ROWS:
                raise Refused(N_("The file has more than {most} rows."), most=MOST_ROWS)
            yield Row(reader.line_num, tuple([known.setdefault(cell, cell) for cell in cells]))
    except csv.Error as error:
        if "field limit" in str(error):
            raise Refused(N_("A cell in line {line} is too long."), line=reader.line_num) from None
        raise Refused(
            N_("Line {line} cannot be read: its quotes are not closed or not at the edge."),
            line=reader.line_num,
        ) from None
