# SPDX-License-Identifier: Apache-2.0
"""Decides where everything on the trajectory chart goes, in points, before anything is drawn."""

from __future__ import annotations

import math
from dataclasses import replace
from decimal import Decimal

from missiondesk.charts.lettering import Face, printable, text_width
from missiondesk.charts.palette import PRINT, TypeScale
from missiondesk.charts.placement import Box
from missiondesk.charts.plots import FanPoint, PlotMark, TrajectoryPlot
from missiondesk.charts.sheet import Line, finite, foot, heading, or_none
from missiondesk.charts.ticks import year_ticks
from missiondesk.charts.trajectory_texts import (
    band_text,
    interval_text,
    latest_text,
    middle_text,
    naive_text,
    target_text,
    tick_texts,
    ticks_of,
)
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.language.translator import Translator

_MARK_ROOM = 12.0


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
    baseline, target, band = plot.baseline, plot.target, plot.band
    return replace(
        plot,
        points=tuple(point for point in plot.in_time if finite(point.x, point.y)),
        baseline=baseline if baseline and finite(baseline.x, baseline.y) else None,
        target=target if target and finite(target.x, target.y) else None,
        path=tuple(place for place in plot.path if finite(*place)),
        today=or_none(plot.today),
        fan=_fan(plot),
        naive=or_none(plot.naive),
        breaks=tuple(sorted((mark for mark in plot.breaks if finite(mark.x)), key=_time)),
        intermediate=tuple(
            sorted((mark for mark in plot.intermediate if finite(mark.x, mark.y)), key=_time)
        ),
        band=(min(band), max(band)) if band and finite(*band) else None,
    )


def _time(mark: PlotMark) -> float:
    return mark.x


def _fan(plot: TrajectoryPlot) -> tuple[FanPoint, ...]:
    """The forecast's periods in the order of time that lie after the latest figure."""
    latest = max((point.x for point in plot.points if finite(point.x, point.y)), default=-math.inf)
    return tuple(
        sorted(
            (one for one in plot.fan if finite(one.x, *one.values) and one.x > latest),
            key=lambda one: one.x,
        )
    )


def has_values(plot: TrajectoryPlot) -> bool:
    """True when there is anything to draw."""
    return bool(
        plot.points or plot.path or plot.baseline or plot.target or plot.fan or plot.intermediate
    )


def heading_lines(
    plot: TrajectoryPlot, size: tuple[float, float], scale: TypeScale
) -> tuple[Line, ...]:
    """Title and subtitle from the upper edge down."""
    return heading(plot.title, plot.subtitle, size, scale)


def foot_lines(
    plot: TrajectoryPlot, width: float, scale: TypeScale, tr: Translator
) -> tuple[Line, ...]:
    """Source, what hollow points mean when there are any, and the changes too long for a label."""
    notes = []
    if any(not point.settled for point in plot.points):
        notes.append(tr.say("Hollow points are estimates or preliminary figures."))
    notes += [f"{sign}: {_ended(text)}" for sign, text in break_notes(plot, width, scale)]
    source = _ended(plot.source) if plot.source and notes else plot.source
    return foot(" ".join(filter(None, (source, *notes))), width, scale, 2 + bool(plot.breaks))


def _ended(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."


def break_signs(plot: TrajectoryPlot, width: float, scale: TypeScale) -> tuple[str, ...]:
    """What stands beside each change: its label, or a letter when that is too long for the chart.

    Args:
        width: Of the whole chart, in points.
    """
    letters = iter("abcdefghijklmnopqrstuvwxyz")
    return tuple(
        label
        if text_width(label, Face.REGULAR, scale.small) <= 0.32 * width
        else next(letters, "*")
        for label in (printable(mark.label) for mark in plot.breaks)
    )


def break_notes(
    plot: TrajectoryPlot, width: float, scale: TypeScale
) -> tuple[tuple[str, str], ...]:
    """Letter and whole label of the changes that have only a letter in the chart."""
    signs = break_signs(plot, width, scale)
    whole = [printable(mark.label) for mark in plot.breaks]
    return tuple((sign, text) for sign, text in zip(signs, whole, strict=True) if sign != text)


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
    ticks = ticks_of(plot, max(2, min(4, int((size[1] - 70.0 * factor) / (24.0 * factor)))))
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
    right = max((_end_room(text, width, type_) for text in _end_texts(plot, tr)), default=0.0)
    right = max(right, 6.0)
    top = height - 6.0
    if head:
        top = min(line.y for line in head) - type_.text_leading
    if has_today:
        top = min(top, height - 2.0) - type_.small
    bottom = type_.small_leading * (1 + len(foot)) + (9.0 if foot else 5.0)
    right_edge = max(width - right, left + 20.0)
    return Box(left, min(bottom, max(top - 20.0, 1.0)), right_edge, max(top, bottom + 20.0))


def _end_texts(plot: TrajectoryPlot, tr: Translator) -> tuple[str, ...]:
    """Labels of what lies at the right end, which are best read beside the axes."""
    end = year_span(plot)[1] - 1e-9
    texts = []
    if plot.target is not None and plot.target.x >= end:
        texts.append(target_text(plot, tr))
    elif plot.band is not None:
        texts.append(band_text(plot, tr))
    if plot.latest is not None and plot.latest.x >= end:
        texts.append(latest_text(plot, tr))
    if plot.fan and plot.fan[-1].x >= end:
        texts += [middle_text(plot, tr), naive_text(plot, tr)]
        texts += [interval_text(plot, share, tr) for share in (80, 95)]
    return tuple(texts)


def _end_room(text: str, width: float, type_: TypeScale) -> float:
    wide = text_width(text, Face.BOLD, type_.text) + _MARK_ROOM
    return wide if text and wide <= 0.3 * width else 0.0


def year_span(plot: TrajectoryPlot) -> tuple[float, float]:
    """First and last decimal year of the data, at least a year apart and holding a whole year."""
    places = [point.x for point in plot.points] + [place[0] for place in plot.path]
    places += [mark.x for mark in (plot.baseline, plot.target, *plot.intermediate) if mark]
    places += [one.x for one in plot.fan]
    first, last = min(places), max(places)
    if last - first < 1.0:
        middle = (first + last) / 2
        first, last = middle - 1.0, middle + 1.0
    return first, last


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
