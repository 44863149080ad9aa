# SPDX-License-Identifier: Apache-2.0
"""Decides where everything on the trajectory chart goes, in points, before anything is drawn."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from decimal import Decimal

from missiondesk.charts.lettering import Face, printable, text_width, wrapped
from missiondesk.charts.palette import PRINT, TypeScale
from missiondesk.charts.placement import Box
from missiondesk.charts.plots import TrajectoryPlot
from missiondesk.charts.ticks import decimals_of, value_ticks, year_ticks
from missiondesk.language.translator import Translator

# Above these, tick labels count in millions or billions.
_FROM_MILLIONS, _FROM_BILLIONS = Decimal(10) ** 7, Decimal(10) ** 10
_MILLION, _BILLION = Decimal(10) ** 6, Decimal(10) ** 9
_MARK_ROOM = 12.0


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text: lower left corner of its baseline, and how it is set."""

    text: str
    x: float
    y: float
    size: float
    face: Face = Face.REGULAR
    tone: str = "ink"


@dataclass(frozen=True, slots=True)
class Scale:
    """The axes' rectangle in points and what its edges mean in data."""

    box: Box
    years: tuple[float, float]
    values: tuple[float, float]

    def place(self, x: float, y: float) -> tuple[float, float]:
        """Data to points."""
        across = (x - self.years[0]) / (self.years[1] - self.years[0])
        up = (y - self.values[0]) / (self.values[1] - self.values[0])
        return (
            self.box.x0 + across * (self.box.x1 - self.box.x0),
            self.box.y0 + up * (self.box.y1 - self.box.y0),
        )


@dataclass(frozen=True, slots=True)
class Frame:
    """Everything round the data: scale, ticks, heading and source."""

    size: tuple[float, float]
    type: TypeScale
    scale: Scale
    lines: tuple[Line, ...]
    grid: tuple[float, ...]
    years: tuple[float, ...]
    today: float | None


def only_finite(plot: TrajectoryPlot) -> TrajectoryPlot:
    """The plot without values that cannot be drawn (not a number, infinite)."""
    baseline, target = plot.baseline, plot.target
    return replace(
        plot,
        points=tuple(point for point in plot.in_time if _finite(point.x, point.y)),
        baseline=baseline if baseline and _finite(baseline.x, baseline.y) else None,
        target=target if target and _finite(target.x, target.y) else None,
        path=tuple(place for place in plot.path if _finite(*place)),
        today=plot.today if plot.today is not None and _finite(plot.today) else None,
    )


def _finite(*values: float) -> bool:
    return all(math.isfinite(value) for value in values)


def has_values(plot: TrajectoryPlot) -> bool:
    """True when there is anything to draw."""
    return bool(plot.points or plot.path or plot.baseline or plot.target)


def status_word(status: str, tr: Translator) -> str:
    """The word for an unsettled figure, "" for a settled one."""
    if status == "estimate":
        return tr.say("estimate")
    return tr.say("preliminary") if status == "preliminary" else ""


def target_text(plot: TrajectoryPlot, tr: Translator) -> str:
    """The target's direct label, or ""."""
    if plot.target is None:
        return ""
    return tr.say("Target {value}", value=value_text(plot.target.y, plot, tr))


def latest_text(plot: TrajectoryPlot, tr: Translator) -> str:
    """The latest figure's direct label, or ""."""
    latest = plot.latest
    if latest is None:
        return ""
    value, word = value_text(latest.y, plot, tr), status_word(latest.status, tr)
    period = printable(latest.label)
    if word:
        return tr.say("{value} in {period} ({status})", value=value, period=period, status=word)
    return tr.say("{value} in {period}", value=value, period=period)


def baseline_text(plot: TrajectoryPlot, tr: Translator) -> str:
    """The baseline's direct label, or ""."""
    if plot.baseline is None:
        return ""
    return tr.say("Baseline {value}", value=value_text(plot.baseline.y, plot, tr))


def heading_lines(
    plot: TrajectoryPlot, size: tuple[float, float], scale: TypeScale
) -> tuple[Line, ...]:
    """Title and subtitle from the upper edge down."""
    width, top = size
    lines: list[Line] = []
    for text in wrapped(plot.title, Face.SEMIBOLD, scale.title, width, 2):
        lines.append(Line(text, 0.0, top - scale.title * 0.8, scale.title, Face.SEMIBOLD))
        top -= scale.title_leading
    for text in wrapped(plot.subtitle, Face.REGULAR, scale.text, width, 2):
        lines.append(Line(text, 0.0, top - scale.text * 0.8, scale.text, tone="quiet"))
        top -= scale.text_leading
    return tuple(lines)


def foot_lines(
    plot: TrajectoryPlot, width: float, scale: TypeScale, tr: Translator
) -> tuple[Line, ...]:
    """Source line, with what hollow points mean when there are any, from the lower edge up."""
    note = ""
    if any(not point.settled for point in plot.points):
        note = tr.say("Hollow points are estimates or preliminary figures.")
    text = " ".join(part for part in (plot.source, note) if part)
    broken = wrapped(text, Face.REGULAR, scale.small, width, 2)
    return tuple(
        Line(
            line,
            0.0,
            scale.small * 0.25 + scale.small_leading * (len(broken) - 1 - number),
            scale.small,
            tone="quiet",
        )
        for number, line in enumerate(broken)
    )


def frame(
    plot: TrajectoryPlot,
    size: tuple[float, float],
    tr: Translator,
    factor: float = 1.0,
    headroom: float = 0.0,
) -> Frame:
    """Lay out what is round the data.

    Args:
        size: Width and height in points.
        factor: How much larger than on paper the text is.
        headroom: White above the uppermost tick, as a share of the ticks' span, to make room
            for labels where the data fill the chart.
    """
    type_ = PRINT.scaled(factor)
    head = heading_lines(plot, size, type_)
    foot = foot_lines(plot, size[0], type_, tr)
    # Grid lines closer than this make a small chart restless.
    ticks = _value_ticks(plot, max(2, min(4, int((size[1] - 70.0 * factor) / (24.0 * factor)))))
    texts = tick_texts(ticks, tr)
    first, last = year_span(plot)
    today = plot.today if plot.today is not None and first <= plot.today <= last else None
    box = _axes_box(plot, size, type_, tr, head, foot, texts, today is not None)
    pad = (last - first) * 7.0 / max(box.x1 - box.x0 - 14.0, 20.0)
    top = float(ticks[-1]) + headroom * float(ticks[-1] - ticks[0])
    scale = Scale(box, (first - pad, last + pad), (float(ticks[0]), top))
    years = _years(plot, scale, (first, last), type_)
    marks = _tick_lines(scale, ticks, texts, years, type_)
    if today is not None:
        marks = (*marks, _today_line(scale, today, size[0], type_, tr))
    return Frame(
        size,
        type_,
        scale,
        (*head, *foot, *marks),
        tuple(scale.place(first, float(tick))[1] for tick in ticks),
        tuple(scale.place(float(year), 0.0)[0] for year in years),
        None if today is None else scale.place(today, 0.0)[0],
    )


def _axes_box(
    plot: TrajectoryPlot,
    size: tuple[float, float],
    type_: TypeScale,
    tr: Translator,
    head: tuple[Line, ...],
    foot: tuple[Line, ...],
    tick_texts: tuple[str, ...],
    has_today: bool,
) -> Box:
    width, height = size
    left = max(text_width(text, Face.REGULAR, type_.small) for text in tick_texts) + 6.0
    right = max(6.0, *(_end_room(text, width, type_) for text in _end_texts(plot, tr)))
    top = height - 6.0
    if head:
        top = min(line.y for line in head) - type_.text_leading
    if has_today:
        top = min(top, height - 2.0) - type_.small
    bottom = type_.small_leading * (1 + len(foot)) + (9.0 if foot else 5.0)
    right_edge = max(width - right, left + 20.0)
    return Box(left, min(bottom, max(top - 20.0, 1.0)), right_edge, max(top, bottom + 20.0))


def _end_texts(plot: TrajectoryPlot, tr: Translator) -> tuple[str, str]:
    """Labels of what lies at the right end, which are best read beside the axes."""
    end = year_span(plot)[1] - 1e-9
    at_target = plot.target is not None and plot.target.x >= end
    at_latest = plot.latest is not None and plot.latest.x >= end
    return (
        target_text(plot, tr) if at_target else "",
        latest_text(plot, tr) if at_latest else "",
    )


def _end_room(text: str, width: float, type_: TypeScale) -> float:
    wide = text_width(text, Face.BOLD, type_.text) + _MARK_ROOM
    return wide if text and wide <= 0.3 * width else 0.0


def year_span(plot: TrajectoryPlot) -> tuple[float, float]:
    """First and last decimal year of the data, at least a year apart and holding a whole year."""
    places = [point.x for point in plot.points] + [place[0] for place in plot.path]
    places += [mark.x for mark in (plot.baseline, plot.target) if mark]
    first, last = min(places), max(places)
    if last - first < 1.0:
        middle = (first + last) / 2
        first, last = middle - 1.0, middle + 1.0
    return first, last


def _value_ticks(plot: TrajectoryPlot, wanted: int = 4) -> tuple[Decimal, ...]:
    values = [point.y for point in plot.points] + [place[1] for place in plot.path]
    values += [mark.y for mark in (plot.baseline, plot.target) if mark]
    low, high = min(values), max(values)
    ticks = value_ticks(low, high, wanted)
    step = ticks[1] - ticks[0]
    # What lies on the lowest line would be hidden by the axis and leave no room for its label.
    if ticks[0] > 0 and Decimal(repr(low)) - ticks[0] < step / 8:
        ticks = (ticks[0] - step, *ticks)
    if plot.unit.strip() == "%" and low >= 0 and high <= 100 < ticks[-1]:
        ticks = (*(tick for tick in ticks if tick < 100), Decimal(100))
    return ticks


def tick_texts(ticks: tuple[Decimal, ...], tr: Translator) -> tuple[str, ...]:
    """The ticks in words, very large ones counted in millions or billions."""
    divisor = _divisor(ticks)
    digits = decimals_of(tuple(tick / divisor for tick in ticks))
    return tuple(_counted(tick, divisor, digits, tr) for tick in ticks)


def value_text(value: float, plot: TrajectoryPlot, tr: Translator) -> str:
    """A value of the plot in words, counted as the ticks are."""
    divisor = _divisor(_value_ticks(plot))
    return _counted(Decimal(repr(value)), divisor, plot.decimals if divisor == 1 else 1, tr)


def _divisor(ticks: tuple[Decimal, ...]) -> Decimal:
    largest = max(abs(tick) for tick in ticks)
    if largest >= _FROM_BILLIONS:
        return _BILLION
    return _MILLION if largest >= _FROM_MILLIONS else Decimal(1)


def _counted(value: Decimal, divisor: Decimal, digits: int, tr: Translator) -> str:
    number = tr.number(value / divisor, digits)
    if divisor == _BILLION:
        return tr.say("{number} bn", number=number)
    return tr.say("{number} m", number=number) if divisor == _MILLION else number


def _years(
    plot: TrajectoryPlot, scale: Scale, span: tuple[float, float], type_: TypeScale
) -> tuple[int, ...]:
    room = scale.box.x1 - scale.box.x0
    most = min(10, int(room / (text_width("2030", Face.REGULAR, type_.small) + 12.0)))
    latest = plot.latest
    anchor = plot.target.x if plot.target else latest.x if latest else span[1]
    return year_ticks(*span, round(anchor), most)


def _tick_lines(
    scale: Scale,
    ticks: tuple[Decimal, ...],
    texts: tuple[str, ...],
    years: tuple[int, ...],
    type_: TypeScale,
) -> tuple[Line, ...]:
    lines = []
    for tick, text in zip(ticks, texts, strict=True):
        y = scale.place(0.0, float(tick))[1] - type_.small * 0.33
        x = scale.box.x0 - 6.0 - text_width(text, Face.REGULAR, type_.small)
        lines.append(Line(text, x, y, type_.small, tone="quiet"))
    for year in years:
        text = str(year)
        x = scale.place(float(year), 0.0)[0] - text_width(text, Face.REGULAR, type_.small) / 2
        lines.append(Line(text, x, scale.box.y0 - 3.5 - type_.small, type_.small, tone="quiet"))
    return tuple(lines)


def _today_line(scale: Scale, today: float, width: float, type_: TypeScale, tr: Translator) -> Line:
    text = tr.say("status")
    wide = text_width(text, Face.REGULAR, type_.small)
    x = min(max(scale.place(today, 0.0)[0] - wide / 2, 0.0), width - wide)
    return Line(text, x, scale.box.y1 + 3.0, type_.small, tone="quiet")
