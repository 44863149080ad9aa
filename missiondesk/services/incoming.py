# SPDX-License-Identifier: Apache-2.0
"""Finds out what a picked file holds: published figures, or tables of the desk's own records."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from missiondesk.domain.message import N_
from missiondesk.domain.obstacle import obstacle
from missiondesk.domain.refused import Refused
from missiondesk.services.figures import FigureFile

if TYPE_CHECKING:
    from missiondesk.exchange.tables import TableFile

# Formats that may hold either; of all others the format alone says that they are figures.
_EITHER: Final = ("Workbook", "CSV")


def read_incoming(source: Path, *, figures: bool = False) -> FigureFile | TableFile:
    """Read a file by its content; may run on any thread, nothing is written.

    A table or workbook with the headings of missions, initiatives, milestones or people is one of
    those; everything else is read as figures.

    Args:
        source: The file.
        figures: Read it as figures whatever its headings are.

    Raises:
        Refused: It cannot be read without a guess; the sentence says where.
    """
    from missiondesk.exchange.statistics.reading import LARGEST_FILE, format_of, read_statistics
    from missiondesk.exchange.tables.reading import read_tables

    data = _bytes_of(source, LARGEST_FILE)
    if figures or format_of(data).name not in _EITHER:
        return FigureFile(source.name, read_statistics(data, source.name))
    try:
        return read_tables(data, source.name)
    except Refused as refused:
        if refused.field == "columns":
            raise
    try:
        return FigureFile(source.name, read_statistics(data, source.name))
    except Refused as refused:
        raise Refused(
            N_(
                "{reason} Nor does it have the headings of missions, initiatives, milestones or "
                "people; the template shows them."
            ),
            reason=refused.message,
        ) from refused


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
