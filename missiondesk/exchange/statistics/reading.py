# SPDX-License-Identifier: Apache-2.0
"""Finds out by its content which format a file of statistics has, and reads it."""

from __future__ import annotations

from importlib import import_module
from typing import Final, Protocol, cast

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_
from missiondesk.domain.refused import Refused
from missiondesk.exchange.statistics.table import StatisticalTable

LARGEST_FILE: Final = 50_000_000
# As much of a file as a format may look at to know its own.
HEAD: Final = 65_536


class Reader(Protocol):
    """What the module of a format has."""

    def recognises(self, head: bytes) -> bool:
        """Whether a file that begins with these bytes has this format."""

    def read(self, data: bytes, name: str) -> tuple[StatisticalTable, ...]:
        """Read the whole file.

        Raises:
            Refused: It cannot be read without a guess; the sentence says where.
        """


@dataclass(frozen=True, slots=True)
class Format:
    """One format: its name, and the module of this package that reads it, a `Reader`."""

    name: str
    module: str

    @property
    def reader(self) -> Reader:
        """The module, imported when it is first needed: one file needs few of them."""
        return cast(Reader, import_module(f"missiondesk.exchange.statistics.{self.module}"))


# The first that recognises a file reads it: the strict formats stand before the lenient ones.
FORMATS: Final = (
    Format("PX", "px"),
    Format("JSON-stat", "json_stat"),
    Format("Workbook", "spreadsheet"),
    Format("Eurostat TSV", "eurostat_tsv"),
    Format("SDMX-CSV", "sdmx_csv"),
    Format("CSV", "delimited"),
)


def read_statistics(data: bytes, name: str) -> tuple[StatisticalTable, ...]:
    """Read the tables of a file; its content decides what it is, not the ending of its name.

    Args:
        data: The whole file.
        name: Its name, for the sentences of a refusal and as a table's id when it has none.

    Raises:
        Refused: Too large, of no known format, or damaged; the sentence says where.
    """
    return format_of(data).reader.read(data, name)


def format_of(data: bytes) -> Format:
    """The format of a file.

    Raises:
        Refused: Empty, too large, or of no known format.
    """
    if not data.strip():
        raise Refused(N_("The file is empty."))
    if len(data) > LARGEST_FILE:
        raise Refused(
            N_("The file is larger than {most} megabytes."), most=LARGEST_FILE // 1_000_000
        )
    head = data[:HEAD]
    for one in FORMATS:
        if one.reader.recognises(head):
            return one
    if is_sdmx_ml(head):
        raise Refused(
            N_(
                "This is SDMX-ML (XML), which is not read here; fetch the same table as SDMX-CSV, "
                "PX, JSON-stat or Excel."
            )
        )
    raise Refused(
        N_(
            "The file is of no known kind: PX, JSON-stat, SDMX-CSV, Eurostat’s TSV, CSV and "
            "workbooks are read."
        )
    )


def is_sdmx_ml(head: bytes) -> bool:
    """Whether the file is SDMX in XML."""
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    return start.startswith(b"<") and b"sdmx" in head[:4096].lower()
