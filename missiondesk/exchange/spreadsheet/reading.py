# SPDX-License-Identifier: Apache-2.0
"""Reads XLSX, XLS and ODS by their content; a CSV that is called .xlsx is read as the CSV it is."""

from __future__ import annotations

import io
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from missiondesk.domain.message import N_, Message, message
from missiondesk.domain.refused import Refused
from missiondesk.exchange.spreadsheet import ods_marks, old_container, xls_marks, xlsx_marks
from missiondesk.exchange.spreadsheet.cells import Sheet, SheetCell, Workbook, letters_of, place_of
from missiondesk.exchange.spreadsheet.marks import SheetMarks, damaged, require_extent
from missiondesk.exchange.spreadsheet.package import Package, open_package, require_size

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from python_calamine import CalamineSheet, CalamineWorkbook

_ZIP: Final = b"PK\x03\x04"
_ODS_TYPES: Final = (
    b"application/vnd.oasis.opendocument.spreadsheet",
    b"application/vnd.oasis.opendocument.spreadsheet-template",
)


def is_workbook(head: bytes) -> bool:
    """Whether a file begins as workbooks do: as a zip file or as an old Office file."""
    return head.startswith((_ZIP, old_container.SIGNATURE))


def read_workbook(data: bytes, name: str) -> Workbook:
    """Read a workbook, or the text file that goes under a workbook's name.

    Nothing in it is calculated and nothing outside it is opened.

    Args:
        data: The whole file.
        name: Its name, for the report.

    Raises:
        Refused: Too large, a bomb, locked, damaged, or no workbook; the sentence says which.
    """
    require_size(data)
    if data.startswith(_ZIP):
        return _zipped(data, name)
    if data.startswith(old_container.SIGNATURE):
        return _old(data, name)
    return _text(data, name)


# -- formats -----------------------------------------------------------------------------


def _zipped(data: bytes, name: str) -> Workbook:
    package = open_package(data)
    kind = _kind(package)
    marks = xlsx_marks.xlsx_marks(package) if kind == "XLSX" else ods_marks.ods_marks(package)
    sheets = _sheets(package.repacked(), marks.get)
    return Workbook(name, kind, sheets, _linked(package, marks))


def _kind(package: Package) -> str:
    names = package.names
    if xlsx_marks.WORKBOOK in names:
        return "XLSX"
    if ods_marks.CONTENT in names and (package.part("mimetype") or b"").strip() in _ODS_TYPES:
        if b"manifest:encryption-data" in (package.part("META-INF/manifest.xml") or b""):
            raise _locked()
        return "ODS"
    if "xl/workbook.bin" in names:
        raise Refused(N_("This is a binary workbook (.xlsb); save it as .xlsx."))
    raise Refused(N_("The file is packed, but it is no workbook."))


def _locked() -> Refused:
    return Refused(N_("The workbook is locked with a password."))


def _linked(package: Package, marks: Mapping[str, SheetMarks]) -> tuple[Message, ...]:
    outside = any(one.startswith("xl/externalLinks/") for one in package.names)
    if not outside and not any(one.linked for one in marks.values()):
        return ()
    return (
        message(
            N_(
                "Some figures come from other workbooks; they are read as they were last saved, "
                "and nothing else is opened."
            )
        ),
    )


def _old(data: bytes, name: str) -> Workbook:
    marks, stream = xls_marks.xls_marks(old_container.stream_of(data))
    following = iter(marks)
    sheets = _sheets(old_container.contained(stream), lambda _: next(following, None))
    return Workbook(name, "XLS", sheets)


def _text(data: bytes, name: str) -> Workbook:
    start = data[:2048].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<!doctype html", b"<html", b"<table")):
        raise Refused(N_("This is a web page under a workbook’s name; save it as .xlsx."))
    if start.startswith(b"<?xml"):
        raise Refused(N_("This is XML and no workbook that is read here; save it as .xlsx."))
    # Only now: the statistics that read the CSV rule read workbooks too.
    from missiondesk.exchange.csv_table import read_csv_records

    found = read_csv_records(data)
    width = max((len(row.cells) for row in found.rows), default=0)
    # A row's place is the line on which it ends, so that a cell is found again in the file.
    rows = tuple(
        tuple(
            SheetCell(cell.strip(), cell.strip() or None, False, place_of(row.line - 1, column))
            for column, cell in enumerate((*row.cells, *("",) * (width - len(row.cells))))
        )
        for row in found.rows
    )
    return Workbook(name, "CSV", (Sheet(name, rows),), (), found.encoding, found.separator)


# -- values ------------------------------------------------------------------------------


def _sheets(data: bytes, marks_of: Callable[[str], SheetMarks | None]) -> tuple[Sheet, ...]:
    """All worksheets of the file, in its order, with the marks found for each."""
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    found: list[Sheet] = []
    with _opened(data) as workbook:
        for told in workbook.sheets_metadata:
            marks = marks_of(told.name)
            if told.typ is not SheetTypeEnum.WorkSheet:
                continue
            if marks is None:
                raise damaged()
            hidden = told.visible is not SheetVisibleEnum.Visible
            values = _guarded(workbook.get_sheet_by_name, told.name)
            found.append(_sheet(told.name, values, marks, hidden))
    if not found:
        raise Refused(N_("The workbook has no sheet with cells."))
    return tuple(found)


def _opened(data: bytes) -> CalamineWorkbook:
    from python_calamine import CalamineWorkbook

    workbook: CalamineWorkbook = _guarded(CalamineWorkbook.from_filelike, io.BytesIO(data))
    return workbook


def _guarded(call: Any, *given: object) -> Any:
    """Call the reader of values; whatever it meets in a damaged file becomes a refusal."""
    from python_calamine import CalamineError, PasswordError

    try:
        return call(*given)
    except PasswordError:
        raise _locked() from None
    except (CalamineError, ValueError, OverflowError, OSError):
        raise damaged() from None
    except BaseException as error:
        # A panic of the reader, which is written in Rust, is no Exception.
        if type(error).__name__ != "PanicException":
            raise
        raise damaged() from None


def _sheet(name: str, read: CalamineSheet, marks: SheetMarks, hidden: bool) -> Sheet:
    if read.start is None or read.end is None:
        values: list[list[Any]] = []
    else:
        height, width = read.end[0] + 1, read.end[1] + 1
        require_extent(height, width, place_of(height - 1, width - 1))
        values = _guarded(lambda: read.to_python(skip_empty_area=False))
    # Errors and bare formulas beyond the last value are not among the values.
    rows = max(len(values), marks.rows)
    columns = max((len(row) for row in values), default=0)
    columns = max(columns, marks.columns)
    letters = [letters_of(column) for column in range(columns)]
    # A damaged or careless sheet can be mostly empty rows, of which nothing is ever said.
    blank = tuple(SheetCell("", None, False, "") for _ in range(columns))
    marked = {row for row, _ in marks.faults}
    cells = tuple(
        blank
        if row not in marked and _is_blank(values, row)
        else tuple(
            _cell(value, marks, row, column, f"{letters[column]}{row + 1}")
            for column, value in enumerate(_padded(values, row, columns))
        )
        for row in range(rows)
    )
    return Sheet(name, cells, hidden, _merged(read), _notes(marks))


def _merged(read: CalamineSheet) -> tuple[str, ...]:
    ranges = read.merged_cell_ranges or ()
    return tuple(f"{place_of(*first)}:{place_of(*last)}" for first, last in ranges)


def _notes(marks: SheetMarks) -> tuple[Message, ...]:
    if not marks.hidden_rows and not marks.hidden_columns:
        return ()
    return (message(N_("The sheet has hidden rows or columns; they are read too.")),)


def _is_blank(values: Sequence[Sequence[Any]], row: int) -> bool:
    return row >= len(values) or all(value == "" for value in values[row])


def _padded(values: Sequence[Sequence[Any]], row: int, columns: int) -> Sequence[Any]:
    found = values[row] if row < len(values) else ()
    return found if len(found) == columns else [*found, *[""] * (columns - len(found))]


def _cell(raw: Any, marks: SheetMarks, row: int, column: int, place: str) -> SheetCell:
    fault = marks.faults.get((row, column))
    if fault is not None:
        return SheetCell("", None, False, place, fault)
    if raw == "":
        return SheetCell("", None, False, place)
    form = marks.format_of(row, column)
    if isinstance(raw, str):
        text = raw.strip()
        return SheetCell(text, text or None, False, place)
    if isinstance(raw, bool):
        text = "TRUE" if raw else "FALSE"
        return SheetCell(text, text, False, place)
    if isinstance(raw, int | float):
        number = shown_number(raw)
        if form.scaled:
            number = tidy(number * 100)
        text = format(number, "f")
        if form.width and number == number.to_integral_value() and number >= 0:
            text = text.zfill(form.width)
        return SheetCell(f"{text} %" if form.percent else text, number, form.percent, place)
    return _moment(raw, form.date, place)


def _moment(raw: date | time | timedelta, precision: str, place: str) -> SheetCell:
    if isinstance(raw, datetime):
        if raw.time() != time():
            text = raw.isoformat(" ", "minutes")
            return SheetCell(text, text, False, place)
        raw = raw.date()
    if isinstance(raw, date):
        length = {"year": 4, "month": 7}.get(precision, 10)
        return SheetCell(raw.isoformat()[:length], raw, False, place)
    return SheetCell(str(raw), str(raw), False, place)


def shown_number(value: float) -> Decimal:
    """The number with at most 15 significant digits, as a sheet keeps it: 0.1+0.2 is 0.3."""
    return tidy(Decimal(format(value, ".15g")))


def tidy(number: Decimal) -> Decimal:
    """Without zeros at the end of the fraction and without an exponent: 25.30 is 25.3."""
    plain = number.normalize()
    exponent = plain.as_tuple().exponent
    if isinstance(exponent, int) and exponent > 0:
        return Decimal(int(plain))
    return plain
