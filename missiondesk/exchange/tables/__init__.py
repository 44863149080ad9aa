# SPDX-License-Identifier: Apache-2.0
"""Tables of the secretariat's own records, from CSV and workbooks: missions, initiatives,
milestones and people, told apart by their headings.
"""

from missiondesk.exchange.tables.reading import ReadTable, TableFile, read_tables

__all__ = ["ReadTable", "TableFile", "read_tables"]
