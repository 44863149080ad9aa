# SPDX-License-Identifier: Apache-2.0
"""The status history: per mission a strip of dated ratings, with the human confidence below it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from missiondesk.charts.lettering import Face, printable, text_width, wrapped
from missiondesk.charts.palette import PRINT, TypeScale
from missiondesk.charts.placement import Box
from missiondesk.charts.plots import PlotStatus, StatusHistoryPlot, StatusRow
from missiondesk.charts.rows import (
    RowText,
    Surroundings,
    draw_rules,
    lay_rows,
    rows_height,
)
from missiondesk.charts.sheet import Line, sentence, write_lines
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.language.translator import Translator

if TYPE_CHECKING:
    from missiondesk.charts.pen import Pen

_RULE, _CELL, _TEXT = 0.5, 1.0, 5.0
_PAD = 3.0  # points of white at both sides of a cell's words
_SLIT = 0.8  # points of white between two cells, at each side
_CELL_TINT = 0.13


@dataclass(frozen=True, slots=True)
class Run:
    """The same status at several dates in a row: first and last place, counted from 0."""

    first: int
    last: int
    status: PlotStatus


def runs_of(states: tuple[PlotStatus | None, ...]) -> tuple[Run, ...]:
    """Equal states that follow each other as one; a date without a status ends a run."""
    runs: list[Run] = []
    for place, state in enumerate(states):
        if state is None:
            continue
        if runs and runs[-1].last == place - 1 and runs[-1].status == state:
            runs[-1] = replace(runs[-1], last=place)
        else:
            runs.append(Run(place, place, state))
    return tuple(runs)


def aligned(plot: StatusHistoryPlot) -> StatusHistoryPlot:
    """The plot with exactly one cell a date in each row, counted from the first date."""
    count = len(plot.dates)
    return replace(
        plot,
        rows=tuple(
            replace(row, cells=(*row.cells[:count], *((None,) * (count - len(row.cells)))))
            for row in plot.rows
        ),
    )


def ratings_of(row: StatusRow) -> tuple[PlotStatus | None, ...]:
    """The computed ratings of a row, date by date."""
    return tuple(cell.rating if cell else None for cell in row.cells)


def confidences_of(row: StatusRow) -> tuple[PlotStatus | None, ...]:
    """The human confidences of a row, date by date."""
    return tuple(cell.confidence if cell else None for cell in row.cells)


def draw_status_history(
    pen: Pen,
    plot: StatusHistoryPlot,
    size: tuple[float, float],
    translator: Translator,
    text_scale: float = 1.0,
) -> None:
    """Draw one row a mission; arguments as for `draw_trajectory`.

    Where all the dates find no room, the newest are shown and the foot counts the others.
    """
    plot, scale, tr = aligned(plot), PRINT.scaled(text_scale), translator
    texts = [RowText(row.label) for row in plot.rows] if plot.dates else []
    laid = lay_rows(texts, _around(plot, size[0], scale, tr), size, scale, tr)
    write_lines(pen, laid.lines, _TEXT)
    if not laid.shown:
        text = tr.say("There are no assessments yet.")
        write_lines(pen, [sentence(text, size, scale, laid.lines)], _TEXT)
        return
    draw_rules(pen, laid, _RULE)
    shown = _newest(plot, laid.area, scale)
    columns = _Columns(laid.area, len(shown.dates))
    write_lines(pen, _date_lines(shown, columns, scale), _TEXT)
    for row, middle in zip(shown.rows[: laid.shown], laid.middles, strict=True):
        _draw_row(pen, row, columns, middle, scale, tr)
    write_lines(pen, _key_lines(shown, size[0], laid.foot_top, scale), _TEXT)


def status_history_height(
    plot: StatusHistoryPlot, width: float, translator: Translator, text_scale: float = 1.0
) -> float:
    """Height in points that shows every row."""
    plot, scale = aligned(plot), PRINT.scaled(text_scale)
    texts = [RowText(row.label) for row in plot.rows] if plot.dates else []
    return rows_height(texts, _around(plot, width, scale, translator), width, scale)


def _around(
    plot: StatusHistoryPlot, width: float, scale: TypeScale, tr: Translator
) -> Surroundings:
    if not plot.dates or not plot.rows:
        return Surroundings(plot.title, plot.subtitle, plot.source)
    texts = [RowText(row.label) for row in plot.rows]
    # The picture's width does not depend on heights, so a trial page tells what is shown.
    trial = lay_rows(texts, Surroundings("", "", ""), (width, 1e6), scale, tr)
    shown = _newest(plot, trial.area, scale)
    hidden = len(plot.dates) - len(shown.dates)
    both = tr.say("Upper bar: development, computed. Lower bar: delivery confidence, judged.")
    source = f"{both} {plot.source}".strip()
    if hidden:
        more = tr.plural(
            "{count} earlier date is in the table.",
            "{count} earlier dates are in the table.",
            hidden,
        )
        source = f"{more} {source}".strip()
    key = len(_key_rows(shown, width, scale)) * scale.small_leading
    height = 2 * _bar_high(scale) + 1.5
    above = scale.small_leading * 2 + 2.0
    return Surroundings(plot.title, plot.subtitle, source, above, key + 6.0, least_row=height)


def _bar_high(scale: TypeScale) -> float:
    return scale.small + 4.5


@dataclass(frozen=True, slots=True)
class _Columns:
    area: Box
    count: int

    @property
    def width(self) -> float:
        return (self.area.x1 - self.area.x0) / self.count

    def left(self, place: int) -> float:
        return self.area.x0 + self.width * place


def _newest(plot: StatusHistoryPlot, area: Box, scale: TypeScale) -> StatusHistoryPlot:
    """The plot with as many of its newest dates as have room for their signs."""
    room = area.x1 - area.x0
    sign = max(
        (text_width(printable(state.symbol), Face.REGULAR, scale.small) for state in _all(plot)),
        default=8.0,
    )
    count = max(1, min(len(plot.dates), int(room / (sign + 2 * _PAD + 2 * _SLIT))))
    return replace(
        plot,
        dates=plot.dates[-count:],
        rows=tuple(replace(row, cells=row.cells[-count:]) for row in plot.rows),
    )


def _all(plot: StatusHistoryPlot) -> Iterator[PlotStatus]:
    for row in plot.rows:
        for state in (*ratings_of(row), *confidences_of(row)):
            if state is not None:
                yield state


def _date_lines(plot: StatusHistoryPlot, columns: _Columns, scale: TypeScale) -> list[Line]:
    """The dates over their columns, on one or two lines; every second, third … where narrow."""
    every = 1
    while every < columns.count and not all(
        _fits(date, columns.width * every, scale) for date in plot.dates
    ):
        every += 1
    lines: list[Line] = []
    limit = columns.area.x1
    # The newest date always has its words; the others stand a fixed number of columns before it.
    for place in range(columns.count - 1, -1, -every):
        broken = _broken(plot.dates[place], columns.width, columns.width * every, scale)
        wide = max((text_width(text, Face.REGULAR, scale.small) for text in broken), default=0.0)
        x = min(columns.left(place) + _SLIT, columns.area.x1 - wide)
        if x + wide > limit or x < columns.area.x0 - 0.5:
            continue
        limit = x - 4.0
        for number, text in enumerate(broken):
            y = columns.area.y1 + 4.0 + scale.small_leading * (len(broken) - 1 - number)
            lines.append(Line(text, x, y, scale.small, tone="quiet"))
    return lines


def _broken(date: str, least: float, room: float, scale: TypeScale) -> tuple[str, ...]:
    """The date on one line or two: as narrow as it can be set whole between the two widths."""
    for share in (0.0, 0.25, 0.5, 0.75):
        width = least + share * (room - least) - 6.0
        broken = wrapped(date, Face.REGULAR, scale.small, width, 2)
        if not any(line.endswith("…") for line in broken):
            return broken
    return wrapped(date, Face.REGULAR, scale.small, room - 6.0, 2)


def _fits(date: str, room: float, scale: TypeScale) -> bool:
    return not any(line.endswith("…") for line in _broken(date, room, room, scale))


def _draw_row(
    pen: Pen, row: StatusRow, columns: _Columns, middle: float, scale: TypeScale, tr: Translator
) -> None:
    high = _bar_high(scale)
    two = any(confidences_of(row))
    upper = middle + 0.75 if two else middle - high / 2
    for run in runs_of(ratings_of(row)):
        box = _run_box(run, columns, upper, high)
        tone = run.status.tone
        pen.block(box, pen.palette.tint(tone, _CELL_TINT), _CELL, pen.palette.tint(tone, 0.6), 0.5)
        _write_run(pen, run, box, scale, tone)
    for run in runs_of(confidences_of(row)):
        box = _run_box(run, columns, middle - 0.75 - high, high)
        pen.block(box, pen.palette.ground, _CELL, pen.palette.line, 0.5)
        _write_run(pen, run, box, scale, "ink")
    if not any(ratings_of(row)) and not two:
        text = tr.say("not assessed")
        at = (columns.area.x0 + _PAD, middle - scale.small * 0.33)
        pen.write(text, at, Face.REGULAR, scale.small, "quiet", _TEXT)


def _run_box(run: Run, columns: _Columns, low: float, high: float) -> Box:
    left, right = columns.left(run.first) + _SLIT, columns.left(run.last + 1) - _SLIT
    return Box(left, low, right, low + high)


def _write_run(pen: Pen, run: Run, box: Box, scale: TypeScale, tone: str) -> None:
    """Sign and word where the word fits, else the sign alone; the key says its word."""
    y = (box.y0 + box.y1) / 2 - scale.small * 0.33
    text = printable(run.status.text)
    if text_width(text, Face.REGULAR, scale.small) + 2 * _PAD > box.x1 - box.x0:
        text = printable(run.status.symbol)
        wide = text_width(text, Face.REGULAR, scale.small)
        x = (box.x0 + box.x1 - wide) / 2 if run.first == run.last else box.x0 + _PAD
    else:
        x = box.x0 + _PAD
    pen.write(text, (x, y), Face.REGULAR, scale.small, tone, _TEXT)


def _key_rows(
    plot: StatusHistoryPlot, width: float, scale: TypeScale
) -> list[list[tuple[PlotStatus, float]]]:
    """Each status once, ratings then confidences, in lines of ``width``."""
    states: dict[str, PlotStatus] = {}
    for pick in (ratings_of, confidences_of):
        for row in plot.rows:
            for state in pick(row):
                if state is not None:
                    states.setdefault(state.text, state)
    rows: list[list[tuple[PlotStatus, float]]] = []
    x = 0.0
    for state in states.values():
        wide = text_width(printable(state.text), Face.REGULAR, scale.small)
        if not rows or x + wide > width:
            rows.append([])
            x = 0.0
        rows[-1].append((state, x))
        x += wide + 12.0
    return rows


def _key_lines(
    plot: StatusHistoryPlot, width: float, bottom: float, scale: TypeScale
) -> list[Line]:
    lines = []
    for number, row in enumerate(reversed(_key_rows(plot, width, scale))):
        y = bottom + scale.small * 0.25 + number * scale.small_leading
        lines += [
            Line(printable(state.text), x, y, scale.small, tone=state.tone) for state, x in row
        ]
    return lines
