# SPDX-License-Identifier: Apache-2.0
"""Which cells of which published table feed a metric, remembered for the table's next edition."""

from __future__ import annotations

from decimal import Decimal

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.period import Period


@dataclass(frozen=True, slots=True)
class FigureFeed:
    """The way from a table of others to a metric's observations.

    Attributes:
        format: Format in which it was read, "PX".
        table: The table's own id, by which its next edition is known again; its title when the
            format has no ids.
        selection: The category chosen in each dimension but time, as a JSON object of codes.
        factor: What a value of the table is multiplied by to be in the metric's unit.
        since: First period that is read; None reads all.
        file_name: Name of the file last read.
        edition: When that edition says it was updated, as it stands there.
        read: The day on which it was read.
    """

    id: str
    metric: str = ""
    format: str = ""
    table: str = ""
    title: str = ""
    selection: str = "{}"
    factor: Decimal = Decimal(1)
    since: Period | None = None
    file_name: str = ""
    edition: str = ""
    read: Period | None = None
