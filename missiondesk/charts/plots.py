# SPDX-License-Identifier: Apache-2.0
"""What a chart shows, as plain values in the language of the screen or of the document."""

from __future__ import annotations

from missiondesk.charts.chain_plot import ChainPlot
from missiondesk.charts.coalition_plots import ActorMapPlot, NeedPlot
from missiondesk.charts.governance_plots import OrganisationPlot, RiskFieldPlot
from missiondesk.charts.portfolio_plots import BarsPlot, BubblePlot
from missiondesk.charts.seat_plots import HemicyclePlot, MajorityPlot
from missiondesk.charts.supply_plot import SupplyPlot
from missiondesk.domain.late_dataclass import dataclass

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
class FanPoint:
    """What the forecast says for one period: the middle and the two intervals about it.

    Attributes:
        x: Decimal year.
        label: The period in words.
        middle: The expected value.
        low80, high80: Ends of the interval that holds four of five outcomes.
        low95, high95: Ends of the interval that holds nineteen of twenty.
    """

    x: float
    label: str
    middle: float
    low80: float
    high80: float
    low95: float
    high95: float

    @property
    def values(self) -> tuple[float, ...]:
        """The five values from the lowest up, as they should be."""
        return (self.low95, self.low80, self.middle, self.high80, self.high95)


@dataclass(frozen=True, slots=True)
class PlotStatus:
    """A status as it is shown everywhere: sign and word, colour last (rule D8).

    Attributes:
        symbol: Sign before the word ("►").
        word: The status in words ("På sporet").
        tone: "good", "wait", "bad", "unknown" or "ink": a colour of the palette.
    """

    symbol: str
    word: str
    tone: str = "unknown"

    @property
    def text(self) -> str:
        """Sign and word, kept together."""
        return f"{self.symbol}\u00a0{self.word}".strip()


@dataclass(frozen=True, slots=True)
class TrajectoryPlot:
    """A key metric on its way from baseline to target.

    Attributes:
        title: The finding, one sentence; "" leaves no room for it (the caption says it).
        subtitle: Measure, unit, geography and years.
        unit: Unit as written after a number, "%", "personer".
        decimals: Digits after the decimal sign of every value.
        points: Observed figures; they are drawn in the order of time.
        path: Places of the target path, from baseline to target: two for a line, many for a curve.
        today: Decimal year of the line "today", or None.
        source: Source line under the chart, or "".
        higher_is_better: Which way is better; None when the level is to be kept.
        fan: The forecast, period by period; it is drawn from the latest figure on.
        naive: Level of the last value carried on to the end of the forecast, or None.
        breaks: Where metric, baseline, target or method was changed (D2); ``x`` is the time, the
            label says what and when ("Changed on 3 May 2024: new survey"), ``y`` is not used.
        intermediate: Agreed intermediate targets; the label is their period.
        band: Lower and upper end of the level to be kept, or None.
        stepped: The path keeps each level until its next place.
        stale: A newer figure should have come by now: the latest is drawn hollow and says so.
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
    fan: tuple[FanPoint, ...] = ()
    naive: float | None = None
    breaks: tuple[PlotMark, ...] = ()
    intermediate: tuple[PlotMark, ...] = ()
    band: tuple[float, float] | None = None
    stepped: bool = False
    stale: bool = False

    @property
    def in_time(self) -> tuple[PlotPoint, ...]:
        """The points by time."""
        return tuple(sorted(self.points, key=lambda point: point.x))

    @property
    def latest(self) -> PlotPoint | None:
        """The last observed figure, or None."""
        return self.in_time[-1] if self.points else None


@dataclass(frozen=True, slots=True)
class BulletRow:
    """One metric between its baseline and its target; each is drawn on the way between the two.

    Attributes:
        label: Mission or metric in words.
        unit: Unit as written after a number.
        decimals: Digits after the decimal sign.
        baseline, target, actual: Values in the unit; None when there is none.
        expected: What the target path says for the time of the actual value, or None.
        actual_label: Period of the actual value in words, or "".
        target_label: Period of the target in words, or "".
        status: The computed rating, or None.
        settled: False for an estimate, a preliminary or an overdue value; drawn hollow.
    """

    label: str
    unit: str
    decimals: int
    baseline: float | None = None
    target: float | None = None
    actual: float | None = None
    expected: float | None = None
    actual_label: str = ""
    target_label: str = ""
    status: PlotStatus | None = None
    settled: bool = True


@dataclass(frozen=True, slots=True)
class BulletPlot:
    """How far each metric has come from its baseline to its target, one row a metric."""

    title: str
    subtitle: str
    rows: tuple[BulletRow, ...] = ()
    source: str = ""


@dataclass(frozen=True, slots=True)
class MissionPanel:
    """One mission among the small multiples.

    Attributes:
        code: The mission's code ("M1").
        title: Its short title.
        plot: Its trajectory; title, subtitle and source of it are not shown here.
        status: The computed rating, or None.
    """

    code: str
    title: str
    plot: TrajectoryPlot
    status: PlotStatus | None = None


@dataclass(frozen=True, slots=True)
class MultiplesPlot:
    """The trajectories of all missions, small; each has its own values and its own years.

    Attributes:
        undrawn: Which missions have no curve, and why, in a sentence.
    """

    title: str
    subtitle: str
    panels: tuple[MissionPanel, ...] = ()
    today: float | None = None
    source: str = ""
    undrawn: str = ""


@dataclass(frozen=True, slots=True)
class StatusCell:
    """A mission's two scales at one date; None where none was given."""

    rating: PlotStatus | None = None
    confidence: PlotStatus | None = None


@dataclass(frozen=True, slots=True)
class StatusRow:
    """One mission's history; one cell for each of the plot's dates, None without an assessment."""

    label: str
    cells: tuple[StatusCell | None, ...] = ()


@dataclass(frozen=True, slots=True)
class StatusHistoryPlot:
    """How the missions were assessed over time.

    Attributes:
        dates: The dates of assessment in words, short, oldest first ("1. kv. 2026").
        rows: One a mission, with as many cells as there are dates.
    """

    title: str
    subtitle: str
    dates: tuple[str, ...] = ()
    rows: tuple[StatusRow, ...] = ()
    source: str = ""


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one initiative is expected to add to the metric by the target's time.

    Attributes:
        label: The initiative in words.
        value: Signed change in the metric's unit; None when it is not estimated.
        low, high: Ends of its range, or None.
    """

    label: str
    value: float | None = None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class WaterfallPlot:
    """From the latest value over the initiatives' contributions to the target.

    Attributes:
        latest: Latest value; ``x`` is not used, the label is its period.
        target: Target value; ``x`` is not used, the label is its period.
        steps: The contributions in the order to be shown.
        higher_is_better: Which way the metric has to go.
    """

    title: str
    subtitle: str
    unit: str
    decimals: int
    latest: PlotMark | None = None
    target: PlotMark | None = None
    steps: tuple[Contribution, ...] = ()
    source: str = ""
    higher_is_better: bool = True


@dataclass(frozen=True, slots=True)
class AmbitionRow:
    """How a mission's needed pace stands to its pace until now.

    Attributes:
        label: The mission in words.
        ratio: Required over historical yearly change; None, or not above zero, has no place on
            the axis and ``note`` says why.
        required: Required yearly change in words with its unit ("−0,4 pct.point").
        historical: Historical yearly change in words with its unit.
        note: Why there is no ratio, or "".
    """

    label: str
    ratio: float | None = None
    required: str = ""
    historical: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class AmbitionPlot:
    """The missions' ambition ratios on one axis (rule A2).

    Attributes:
        stretch_from: Below this the target asks for less than the trend gives.
        heroic_from: Above this the target is flagged as heroic.
    """

    title: str
    subtitle: str
    rows: tuple[AmbitionRow, ...] = ()
    source: str = ""
    stretch_from: float = 1.0
    heroic_from: float = 3.0


Plot = (
    TrajectoryPlot
    | BulletPlot
    | MultiplesPlot
    | StatusHistoryPlot
    | WaterfallPlot
    | AmbitionPlot
    | BarsPlot
    | BubblePlot
    | NeedPlot
    | ActorMapPlot
    | SupplyPlot
    | ChainPlot
    | OrganisationPlot
    | RiskFieldPlot
    | HemicyclePlot
    | MajorityPlot
)
