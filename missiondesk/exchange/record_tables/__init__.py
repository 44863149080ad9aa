# SPDX-License-Identifier: Apache-2.0
"""Tables of any kind of record: written with a key in each row, and read back by it."""

from missiondesk.exchange.record_tables.reading import (
    RecordBook,
    RecordLine,
    RecordTable,
    may_be_records,
    read_record_csv,
    read_record_workbook,
)
from missiondesk.exchange.record_tables.writing import records_csv, records_workbook

__all__ = [
    "RecordBook",
    "RecordLine",
    "RecordTable",
    "may_be_records",
    "read_record_csv",
    "read_record_workbook",
    "records_csv",
    "records_workbook",
]
