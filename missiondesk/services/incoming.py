# SPDX-License-Identifier: Apache-2.0
"""Finds out what a picked file holds: published figures, a yearly return on major projects, or
tables of the desk's own records.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from missiondesk.domain.message import N_
from missiondesk.domain.obstacle import obstacle
from missiondesk.domain.refused import Refused
from missiondesk.services.figures import FigureFile
from missiondesk.services.receiving import Kind, received, require_harmless

if TYPE_CHECKING:
    from missiondesk.exchange.esco import EscoFile
    from missiondesk.services.import_report import RecordsFile

# Formats that may hold either; of all others the format alone says that they are figures.
_EITHER: Final = ("Workbook", "CSV")


def read_incoming(source: Path, *, figures: bool = False) -> FigureFile | RecordsFile | EscoFile:
    """Read a file by its content; may run on any thread, nothing is written.

    A table or workbook with the headings of missions, initiatives, milestones or people is one of
    those, and a table with the headings of a return on major projects or of ESCO is one; everything
    else is read as figures.

    Args:
        source: The file.
        figures: Read it as figures whatever its headings are.

    Raises:
        Refused: It cannot be read without a guess; the sentence says where.
    """
    from missiondesk.exchange.statistics.reading import LARGEST_FILE

    data = _bytes_of(source, LARGEST_FILE)
    require_harmless(source, data, Kind.FIGURES if figures else Kind.ANYTHING)
    return read_incoming_bytes(data, source.name, figures=figures)


def read_incoming_bytes(
    data: bytes, name: str, *, figures: bool = False
) -> FigureFile | RecordsFile | EscoFile:
    """The same of the bytes of a file that is called ``name``."""
    from missiondesk.exchange.esco import may_be_esco, read_esco
    from missiondesk.exchange.statistics.reading import format_of, read_statistics

    if not figures and may_be_esco(data):
        found = read_esco(data, name)
        if found is not None:
            return found
    if figures or format_of(data).name not in _EITHER:
        return FigureFile(name, read_statistics(data, name))
    try:
        return read_records_bytes(data, name)
    except Refused as refused:
        if refused.field == "columns":
            raise
    try:
        return FigureFile(name, read_statistics(data, name))
    except Refused as refused:
        raise Refused(
            N_(
                "{reason} Nor does it have the headings of missions, initiatives, milestones or "
                "people; the template shows them."
            ),
            reason=refused.message,
        ) from refused


def read_records(source: Path) -> RecordsFile:
    """Read a file of records by its headings; nothing is written.

    Raises:
        Refused: It cannot be read, or its headings are known of no table.
    """
    from missiondesk.exchange.spreadsheet.package import LARGEST_FILE

    return read_records_bytes(received(source, LARGEST_FILE, Kind.RECORDS), source.name)


def read_records_bytes(data: bytes, name: str) -> RecordsFile:
    """A return on major projects, else tables of the desk's own records.

    Raises:
        Refused: It is neither; field "columns" when its headings say that it is meant to be one.
    """
    from missiondesk.exchange.portfolio_returns import (
        may_be_portfolio_return,
        read_portfolio_return,
    )
    from missiondesk.exchange.record_tables import read_record_csv
    from missiondesk.exchange.spreadsheet import is_workbook
    from missiondesk.exchange.tables.reading import read_tables

    if is_workbook(data[:8]):
        return _of_workbook(data, name)
    keyed = read_record_csv(data, name)
    if keyed is not None:
        return keyed
    if not may_be_portfolio_return(data):
        return read_tables(data, name)
    try:
        found = read_portfolio_return(data, name)
    except Refused as refused:
        if refused.field != "columns":
            raise
        # It may be a table of the desk's own with a few headings that returns have too.
        try:
            return read_tables(data, name)
        except Refused:
            raise refused from None
    return read_tables(data, name) if found is None else found


def _of_workbook(data: bytes, name: str) -> RecordsFile:
    """The same of a workbook, which is opened once."""
    from missiondesk.exchange.portfolio_returns import read_portfolio_workbook
    from missiondesk.exchange.record_tables import read_record_workbook
    from missiondesk.exchange.spreadsheet import read_workbook
    from missiondesk.exchange.tables.reading import read_sheets

    book = read_workbook(data, name)
    keyed = read_record_workbook(book)
    if keyed is not None:
        return keyed
    try:
        return read_sheets(book)
    except Refused:
        found = read_portfolio_workbook(book)
        if found is None:
            raise
        return found


def _bytes_of(source: Path, most: int) -> bytes:
    try:
        if source.stat().st_size > most:
            raise Refused(N_("The file is larger than {most} megabytes."), most=most // 1_000_000)
        return source.read_bytes()
    except OSError as error:
        raise Refused(
            N_("The file “{name}” cannot be read: {reason}."),
            name=source.name,
            reason=obstacle(error),
        ) from error
