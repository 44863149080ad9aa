# SPDX-License-Identifier: Apache-2.0
"""What the chart of skills needed and there is told, as plain values."""

from __future__ import annotations

from missiondesk.domain.late_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class SupplyRow:
    """One quarter, in work years.

    Attributes:
        label: The quarter in words.
        needed: All that is needed.
        met: What is there at the level or above.
        below: What is there below the level.
        external: The part of both that comes from outside.
    """

    label: str
    needed: float | None = None
    met: float | None = None
    below: float | None = None
    external: float | None = None


@dataclass(frozen=True, slots=True)
class SupplyPlot:
    """Work years needed against work years there, over the quarters ahead."""

    title: str
    subtitle: str
    rows: tuple[SupplyRow, ...] = ()
    source: str = ""
