# SPDX-License-Identifier: Apache-2.0
"""Workbooks of others and our own: XLSX, XLS and ODS become cells with values; rows become XLSX."""

from missiondesk.exchange.spreadsheet.cells import Sheet, SheetCell, Workbook
from missiondesk.exchange.spreadsheet.reading import is_workbook, read_workbook

__all__ = ["Sheet", "SheetCell", "Workbook", "is_workbook", "read_workbook"]
