# SPDX-License-Identifier: Apache-2.0
"""What a chart shows, as plain values in the language of the screen or of the document."""

from __future__ import annotations

from dataclasses import dataclass

_SETTLED = ("final", "revised")


@dataclass(frozen=True, slots=True)
class PlotPoint:
    """One observed figure.

    Attributes:
        x: Decimal year; a calendar year lies on its own number.
        y: Value in the plot's unit.
        label: The period in words ("2022", "2. kvartal 2026").
        status: "estimate", "preliminary", "final" or "revised"; the first two are drawn hollow.
    """

    x: float
    y: float
    label: str
    status: str = "final"

    @property
    def settled(self) -> bool:
        """True when the figure will not ripen any more."""
        return self.status in _SETTLED


@dataclass(frozen=True, slots=True)
class PlotMark:
    """A single place on the chart: baseline or target, with its period in words."""

    x: float
    y: float
    label: str


@dataclass(frozen=True, slots=True)
class TrajectoryPlot:
    """A key metric on its way from baseline to target.

    Attributes:
        title: The finding, one sentence; "" leaves no room for it (the caption says it).
        subtitle: Measure, unit, geography and years.
        unit: Unit as written after a number, "%", "personer".
        decimals: Digits after the decimal sign of every value.
        points: Observed figures; they are drawn in the order of time.
        path: Places of the target path, from baseline to target, straight between two.
        today: Decimal year of the line "today", or None.
        source: Source line under the chart, or "".
        higher_is_better: Which way is better; None when the level is to be kept.
    """

    title: str
    subtitle: str
    unit: str
    decimals: int
    points: tuple[PlotPoint, ...] = ()
    baseline: PlotMark | None = None
    target: PlotMark | None = None
    path: tuple[tuple[float, float], ...] = ()
    today: float | None = None
    source: str = ""
    higher_is_better: bool | None = True

    @property
    def in_time(self) -> tuple[PlotPoint, ...]:
        """The points by time."""
        return tuple(sorted(self.points, key=lambda point: point.x))

    @property
    def latest(self) -> PlotPoint | None:
        """The last observed figure, or None."""
        return self.in_time[-1] if self.points else None
