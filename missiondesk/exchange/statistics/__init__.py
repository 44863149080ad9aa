# SPDX-License-Identifier: Apache-2.0
"""Files of statistical offices, each format read into one shape: `read_statistics` gives tables."""

from missiondesk.exchange.statistics.reading import read_statistics
from missiondesk.exchange.statistics.table import (
    Category,
    Cell,
    Cells,
    Dimension,
    Role,
    SeriesPoint,
    StatisticalTable,
)

__all__ = [
    "Category",
    "Cell",
    "Cells",
    "Dimension",
    "Role",
    "SeriesPoint",
    "StatisticalTable",
    "read_statistics",
]
