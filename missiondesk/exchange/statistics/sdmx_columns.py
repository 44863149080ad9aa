# SPDX-License-Identifier: Apache-2.0
"""What each column of an SDMX-CSV file is; without its structure definition the dimensions are
found by rule, and the rule is told.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_, Message, message
from missiondesk.domain.refused import Refused
from missiondesk.exchange.statistics.csv_dialect import Row
from missiondesk.exchange.statistics.numbers import machine_number

TIME: Final = "TIME_PERIOD"
VALUE: Final = "OBS_VALUE"
# First column of version 1.0, of 2.0, and of the European Central Bank.
FIRST: Final = ("DATAFLOW", "STRUCTURE", "KEY")
STATUS: Final = ("OBS_STATUS", "OBS_FLAG")
CONFIDENTIAL: Final = ("OBS_CONF", "CONF_STATUS")
UNITS: Final = ("UNIT_MEASURE", "UNIT", "CURRENCY")
MULTIPLIER: Final = "UNIT_MULT"
# Attributes of the global code lists and of the large agencies; never dimensions.
_ATTRIBUTES: Final = frozenset(
    """
    OBS_STATUS OBS_FLAG OBS_CONF CONF_STATUS UNIT_MULT DECIMALS TIME_FORMAT COLLECTION AVAILABILITY
    TITLE TITLE_COMPL COMPILATION COVERAGE METHODOLOGY NOTE NOTES COMMENT COMMENTS SOURCE
    SOURCE_AGENCY SOURCE_DETAIL SOURCE_LINK OBS_COM OBS_COMMENT OBS_PRE_BREAK PRE_BREAK_VALUE
    OBS_EDP_WBB DOM_SER_IDS BASE_PER BASE_PERIOD REF_PERIOD_DETAIL EMBARGO_TIME EMBARGO_DATE
    BREAKS DATA_COMP TABLE_IDENTIFIER LAST_UPDATE DATASET_ID DISS_ORG TIME_PER_COLLECT
    UNIT_INDEX_BASE
    """.split()  # noqa: SIM905
)
_SPECIAL: Final = frozenset(
    {"STRUCTURE", "STRUCTURE_ID", "STRUCTURE_NAME", "ACTION", "SERIES_KEY", "OBS_KEY", "DATAFLOW"}
)
_UPDATED: Final = ("LAST UPDATE", "LAST_UPDATE")
_ID = re.compile(r"[A-Za-z0-9_@$\-]+(?:\[\])?")
_BOTH = re.compile(r"([A-Za-z0-9_@$\-]+(?:\[\])?):\s(.*)", re.DOTALL)
_NAMED = {"OBS_VALUE": "observation value", "TIME_PERIOD": "time period"}


@dataclass(frozen=True, slots=True)
class Component:
    """A column of the structure; ``name_index`` is the column of the names of its codes."""

    id: str
    label: str
    index: int
    name_index: int | None = None


@dataclass(frozen=True, slots=True)
class Header:
    """The first line of a file.

    Attributes:
        version: "1.0", "2.0", or "" for the European Central Bank's form.
        special: Index by id of the columns that are no components.
        both: Whether cells hold "ID: Name".
    """

    version: str
    special: dict[str, int]
    components: tuple[Component, ...]
    both: bool
    width: int


class Columns:
    """The rows of one structure by column; its rows are those of the header's width, trimmed."""

    def __init__(self, header: Header, rows: Sequence[Row]) -> None:
        self.header = header
        self.lines = [row.line for row in rows]
        self._cells = tuple(zip(*(row.cells for row in rows), strict=True))
        self._codes: dict[int, Sequence[str]] = {}

    def __len__(self) -> int:
        return len(self.lines)

    def cells(self, component: Component) -> Sequence[str]:
        """The cells as they stand."""
        return self._cells[component.index]

    def codes(self, component: Component) -> Sequence[str]:
        """The codes, without their names."""
        if not self.header.both:
            return self._cells[component.index]
        found = self._codes.get(component.index)
        if found is None:
            found = [cell.partition(": ")[0] for cell in self._cells[component.index]]
            self._codes[component.index] = found
        return found

    def distinct(self, component: Component) -> list[str]:
        """The codes, each once."""
        return list(dict.fromkeys(self.codes(component)))

    def names(self, component: Component) -> dict[str, str]:
        """The names by code; a code without one is its own name."""
        if self.header.both:
            parts = [cell.partition(": ") for cell in dict.fromkeys(self.cells(component))]
            return {code: name.strip() if colon else code for code, colon, name in parts}
        if component.name_index is None:
            return {code: code for code in self.cells(component)}
        pairs = zip(self.cells(component), self._cells[component.name_index], strict=True)
        return {code: name or code for code, name in pairs}

    def special(self, id_: str) -> Sequence[str]:
        """The cells of a column that is no component; none without such a column."""
        index = self.header.special.get(id_)
        return () if index is None else self._cells[index]


def read_header(row: Row) -> Header:
    """What the headings say.

    Raises:
        Refused: The first column is not one of SDMX-CSV's, or a heading stands twice.
    """
    cells = [cell.strip() for cell in row.cells]
    while len(cells) > 1 and not cells[-1]:
        cells.pop()
    first = cells[0].partition(":")[0].upper()
    if first not in FIRST or (first == "STRUCTURE" and "STRUCTURE_ID" not in cells[1:]):
        raise Refused(
            N_(
                "The columns are those of SDMX-CSV, but the first is “{column}” and not DATAFLOW, "
                "STRUCTURE or KEY; it is not sure which of them are dimensions."
            ),
            column=cells[0],
        )
    special = {first: 0}
    others: list[int] = []
    for index, cell in enumerate(cells[1:], start=1):
        id_ = cell.partition(":")[0].strip()
        if not cell:
            raise Refused(N_("Column {number} has no heading."), number=index + 1)
        if id_ in _SPECIAL or cell in _UPDATED:
            _once(special, "LAST UPDATE" if cell in _UPDATED else id_, index)
        else:
            others.append(index)
    both = bool(others) and all(_BOTH.fullmatch(cells[index]) for index in others)
    components = _components(cells, others, both, "STRUCTURE_NAME" in special)
    version = {"DATAFLOW": "1.0", "STRUCTURE": "2.0"}.get(first, "")
    return Header(version, special, components, both, len(cells))


def _once(special: dict[str, int], id_: str, index: int) -> None:
    if id_ in special:
        raise Refused(N_("The heading “{column}” stands twice."), column=id_)
    special[id_] = index


def _components(
    cells: list[str], places: list[int], both: bool, named: bool
) -> tuple[Component, ...]:
    found: list[Component] = []
    if named or _paired(cells, places):
        for index, name in zip(places[::2], [*places[1::2], None], strict=False):
            if name is None or _ID.fullmatch(cells[index]) is None:
                raise Refused(
                    N_("Beside the column “{column}” one with its names is missing."),
                    column=cells[index],
                )
            found.append(Component(cells[index], cells[name], index, name))
    else:
        for index in places:
            id_, colon, label = cells[index].partition(": ") if both else (cells[index], "", "")
            found.append(Component(id_, label.strip() if colon else id_, index))
    ids = [one.id for one in found]
    twice = next((id_ for id_ in ids if ids.count(id_) > 1), None)
    if twice is not None:
        raise Refused(N_("The heading “{column}” stands twice."), column=twice)
    return tuple(found)


def _paired(cells: list[str], places: list[int]) -> bool:
    """Whether each column is followed by one with names, though the file has no STRUCTURE_NAME."""
    pairs = dict(
        zip([cells[one] for one in places], [cells[one] for one in places[1:]], strict=False)
    )
    return any(pairs.get(id_, "").casefold() == name for id_, name in _NAMED.items())


@dataclass(frozen=True, slots=True)
class Roles:
    """What the components of one structure are, and by which rule."""

    dimensions: tuple[Component, ...]
    time: Component | None
    measures: tuple[Component, ...]
    attributes: tuple[Component, ...]
    told: tuple[Message, ...]

    def attribute(self, *ids: str) -> Component | None:
        """The first attribute of one of these ids."""
        return next((one for id_ in ids for one in self.attributes if one.id == id_), None)


def decide(columns: Columns) -> Roles:
    """What is dimension, measure and attribute in the rows of one structure.

    A series key says which columns are dimensions. Else they are those before the time and the
    figure, and between the two, that are no known attributes and are never empty; what comes after
    both, as SDMX-CSV wants it, is attribute.

    Raises:
        Refused: There is no column of figures.
    """
    header = columns.header
    filled = {one.id: sum(map(bool, columns.cells(one))) for one in header.components}
    # Several structures may share a file of version 2.0; then columns of the others are empty.
    kept = {VALUE} if header.version == "2.0" else {VALUE, TIME}
    used = [one for one in header.components if filled[one.id] or one.id in kept]
    time = next((one for one in used if one.id == TIME), None)
    measures = _measures(columns, used, time)
    if len(measures) > 1:
        measures = [one for one in measures if filled[one.id]]
    rest = [one for one in used if one is not time and one not in measures]
    keyed = _by_key(columns, [one for one in used if one not in measures])
    if keyed is not None:
        dimensions = [one for one in keyed if one is not time]
        why = N_("Read as dimensions, because the series key says so: {names}.")
    else:
        ends = [one.index for one in (time, *measures[-1:]) if one is not None]
        dimensions = [
            one
            for one in rest
            if one.index < max(ends)
            and one.id.upper() not in _ATTRIBUTES
            and filled[one.id] == len(columns)
        ]
        why = N_("Read as dimensions, because they stand before the figure: {names}.")
    attributes = tuple(one for one in rest if one not in dimensions)
    told = [message(why, names=_listed(dimensions))] if dimensions else []
    if keyed is None:
        told += [_doubted(one) for one in dimensions if _doubtful(columns, one, dimensions, time)]
    if attributes:
        about = N_("Read as remarks on the figures, not as dimensions: {names}.")
        told.append(message(about, names=_listed(attributes)))
    return Roles(tuple(dimensions), time, tuple(measures), attributes, tuple(told))


def _doubtful(
    columns: Columns, one: Component, dimensions: list[Component], time: Component | None
) -> bool:
    """Whether a column changes from period to period though each has one figure without it."""
    if len(set(columns.codes(one))) < 2:
        return False
    others = [columns.codes(other) for other in dimensions if other is not one]
    times = columns.codes(time) if time is not None else [""] * len(columns)
    return changes_within(list(zip(times, *others, strict=True)), columns.codes(one))


def changes_within(keys: Sequence[tuple[str, ...]], own: Sequence[str]) -> bool:
    """Whether no key stands twice, and values of ``own`` differ where keys differ in the first."""
    seen: set[tuple[str, ...]] = set()
    for key in keys:
        if key in seen:
            return False
        seen.add(key)
    series: dict[tuple[str, ...], str] = {}
    return any(series.setdefault(key[1:], one) != one for key, one in zip(keys, own, strict=True))


def _doubted(one: Component) -> Message:
    said = N_("“{column}” changes within the series and may be a remark rather than a dimension.")
    return message(said, column=one.id)


def _listed(components: Sequence[Component]) -> str:
    return ", ".join(one.id for one in components)


def _measures(columns: Columns, used: list[Component], time: Component | None) -> list[Component]:
    named = [one for one in used if one.id == VALUE or one.id.startswith(("MEAS", "OBS_VALUE"))]
    if named:
        return named
    after = [
        one
        for one in used
        if time is not None and one.index > time.index and one.id.upper() not in _ATTRIBUTES
    ]
    found = [one for one in after if _all_numbers(columns.distinct(one))]
    if found:
        return found
    raise Refused(N_("No column holds the figures: there is no OBS_VALUE."))


def _all_numbers(codes: Sequence[str]) -> bool:
    return all(machine_number(code) is not None for code in codes if code) and any(codes)


def _by_key(columns: Columns, candidates: list[Component]) -> list[Component] | None:
    """The columns whose codes make the key of every row, in their order; None without a key."""
    for id_ in ("SERIES_KEY", "OBS_KEY", "KEY"):
        keys = [key.split(".") for key in columns.special(id_)]
        for skipped in (0, 1):
            found = _matching(columns, candidates, [key[skipped:] for key in keys])
            if found:
                return found
    return None


def _matching(
    columns: Columns, candidates: list[Component], keys: list[list[str]]
) -> list[Component] | None:
    length = len(keys[0]) if keys else 0
    if any(len(key) != length for key in keys):
        return None
    found: list[Component] = []
    for one in candidates:
        place = len(found)
        if place < length and all(
            code == key[place] for code, key in zip(columns.codes(one), keys, strict=True)
        ):
            found.append(one)
    return found if len(found) == length else None
