# SPDX-License-Identifier: Apache-2.0
"""The waterfall: from the latest value over the initiatives' contributions to the target."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from missiondesk.charts.lettering import Face, text_width
from missiondesk.charts.palette import PRINT, TypeScale
from missiondesk.charts.placement import Box
from missiondesk.charts.plots import Contribution, PlotMark, WaterfallPlot
from missiondesk.charts.rows import (
    SWATCH,
    KeyItem,
    Laid,
    PlacedKey,
    RowText,
    Surroundings,
    draw_rules,
    lay_key,
    lay_rows,
    rows_height,
)
from missiondesk.charts.sheet import (
    Line,
    finite,
    line_about,
    or_none,
    sentence,
    write_lines,
)
from missiondesk.charts.ticks import decimals_of, value_ticks
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.language.translator import Translator

if TYPE_CHECKING:
    from missiondesk.charts.pen import Pen

_GRID, _LINK, _BAR, _MARK, _TEXT = 0.5, 1.0, 2.0, 3.0, 5.0
_HIGH = 9.0  # points
_EDGE = 7.0  # points between the axis' ends and the picture's


@dataclass(frozen=True, slots=True)
class Stair:
    """One row of the waterfall.

    Attributes:
        kind: "level" (latest), "step", "away" (from the target), "unknown", "gap", "surplus",
            "met", "reach" or "target".
        start, end: Values between which the row's bar lies.
        low, high: Values at the ends of its range, or None.
    """

    kind: str
    text: RowText
    start: float
    end: float
    low: float | None = None
    high: float | None = None


def only_finite(plot: WaterfallPlot) -> WaterfallPlot:
    """The plot without values that cannot be drawn; such a contribution counts as unknown."""
    return replace(
        plot,
        latest=plot.latest if plot.latest and finite(plot.latest.y) else None,
        target=plot.target if plot.target and finite(plot.target.y) else None,
        steps=tuple(
            replace(step, value=or_none(step.value), low=or_none(step.low), high=or_none(step.high))
            for step in plot.steps
        ),
    )


def known(plot: WaterfallPlot) -> tuple[Contribution, ...]:
    """The contributions with a value, in their order."""
    return tuple(step for step in plot.steps if step.value is not None)


def reach(plot: WaterfallPlot) -> float | None:
    """Latest value and all estimated contributions together, in the metric's unit."""
    if plot.latest is None:
        return None
    parts = [plot.latest.y, *(step.value for step in known(plot) if step.value is not None)]
    return float(sum((Decimal(repr(float(part))) for part in parts), Decimal(0)))


def gap(plot: WaterfallPlot) -> float | None:
    """What is still needed to meet the target after all contributions, signed as they are."""
    end = reach(plot)
    if end is None or plot.target is None:
        return None
    return float(Decimal(repr(plot.target.y)) - Decimal(repr(end)))


def gap_kind(plot: WaterfallPlot) -> str:
    """Whether there is a "gap", a "surplus", or the target is "met" at the plot's precision.

    Returns "" when it is not known.
    """
    missing = gap(plot)
    if missing is None:
        return ""
    if round(missing, plot.decimals) == 0:
        return "met"
    return "gap" if (missing > 0) == plot.higher_is_better else "surplus"


def draw_waterfall(
    pen: Pen,
    plot: WaterfallPlot,
    size: tuple[float, float],
    translator: Translator,
    text_scale: float = 1.0,
) -> None:
    """Draw the waterfall, one row a contribution; arguments as for `draw_trajectory`.

    Levels are marks and only changes are bars, for the axis need not begin at zero.
    """
    plot, scale, tr = only_finite(plot), PRINT.scaled(text_scale), translator
    palette = pen.palette
    stairs = _stairs(plot, tr)
    texts = [stair.text for stair in stairs]
    laid = lay_rows(texts, _around(plot, stairs, size[0], scale, tr), size, scale, tr)
    write_lines(pen, laid.lines, _TEXT)
    if not laid.shown:
        text = tr.say("There are no figures yet.")
        write_lines(pen, [sentence(text, size, scale, laid.lines)], _TEXT)
        return
    draw_rules(pen, laid, _GRID)
    axis = _axis(stairs, laid, tr)
    _draw_axis(pen, axis, laid, tr)
    for number, stair in enumerate(stairs[: laid.shown]):
        _draw_stair(pen, stair, axis, laid.middles[number])
        if number + 1 < laid.shown:
            x = axis.place(stair.end)
            ends = (laid.middles[number], laid.middles[number + 1])
            pen.polyline(((x, ends[0]), (x, ends[1])), palette.line, 0.7, _LINK)
    placed, words, _ = lay_key(_key(stairs, tr), size[0], laid.foot_top, scale)
    for item in placed:
        _draw_key(pen, item)
    write_lines(pen, words, _TEXT)


def texts_of(plot: WaterfallPlot, translator: Translator) -> tuple[RowText, ...]:
    """What each row says, from the latest value to the target."""
    return tuple(stair.text for stair in _stairs(only_finite(plot), translator))


def waterfall_height(
    plot: WaterfallPlot, width: float, translator: Translator, text_scale: float = 1.0
) -> float:
    """Height in points that shows every row."""
    plot, scale = only_finite(plot), PRINT.scaled(text_scale)
    stairs = _stairs(plot, translator)
    around = _around(plot, stairs, width, scale, translator)
    return rows_height([stair.text for stair in stairs], around, width, scale)


def _around(
    plot: WaterfallPlot, stairs: list[Stair], width: float, scale: TypeScale, tr: Translator
) -> Surroundings:
    key = lay_key(_key(stairs, tr), width, 0.0, scale)[2] if stairs else 0.0
    below = scale.small_leading + key + 8.0 if stairs else 0.0
    return Surroundings(plot.title, plot.subtitle, plot.source, 0.0, below, align_right=True)


# -- what the rows say -------------------------------------------------------------------------


def _stairs(plot: WaterfallPlot, tr: Translator) -> list[Stair]:
    latest = plot.latest
    if latest is None:
        return []
    stairs = [_level("level", tr.say("Latest figure"), latest, plot, tr)]
    at = latest.y
    for step in known(plot):
        assert step.value is not None
        end = float(Decimal(repr(at)) + Decimal(repr(float(step.value))))
        ranged = step.low is not None and step.high is not None
        low = at + step.low if ranged and step.low is not None else None
        high = at + step.high if ranged and step.high is not None else None
        text = RowText(
            step.label, "", tr.signed(step.value, plot.decimals), range_of(step, plot, tr)
        )
        kind = "step" if step.value == 0 or (step.value > 0) == plot.higher_is_better else "away"
        stairs.append(Stair(kind, text, at, end, low, high))
        at = end
    for step in plot.steps:
        if step.value is None:
            text = RowText(step.label, "", "", tr.say("not estimated"))
            stairs.append(Stair("unknown", text, at, at))
    return [*stairs, *_ending(plot, at, tr)]


def _ending(plot: WaterfallPlot, at: float, tr: Translator) -> list[Stair]:
    missing, kind, target = gap(plot), gap_kind(plot), plot.target
    if missing is None or target is None:
        value = tr.number(at, plot.decimals)
        text = RowText(
            tr.say("With the contributions"), "", value, tr.say("no target"), strong=True
        )
        return [Stair("reach", text, at, at)]
    label = {
        "gap": tr.say("Still missing"),
        "surplus": tr.say("More than needed"),
        "met": tr.say("Nothing is missing"),
    }[kind]
    value = tr.signed(missing, plot.decimals) if kind == "gap" else ""
    if kind == "surplus":
        value = tr.number(abs(missing), plot.decimals)
    text = RowText(label, "", value, strong=True)
    end = _level("target", tr.say("Target"), target, plot, tr)
    return [Stair(kind, text, at, target.y), end]


def _level(kind: str, label: str, mark: PlotMark, plot: WaterfallPlot, tr: Translator) -> Stair:
    value = tr.quantity(mark.y, plot.unit, plot.decimals)
    return Stair(kind, RowText(label, mark.label, value, strong=True), mark.y, mark.y)


def range_of(step: Contribution, plot: WaterfallPlot, tr: Translator) -> str:
    """The range of a contribution in words, or ""."""
    if step.low is None or step.high is None:
        return ""
    ends = sorted((step.low, step.high), key=abs)
    return tr.say(
        "{low} to {high}",
        low=tr.signed(ends[0], plot.decimals),
        high=tr.signed(ends[1], plot.decimals),
    )


# -- the picture -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Axis:
    ticks: tuple[Decimal, ...]
    x0: float
    x1: float

    def place(self, value: float) -> float:
        low, high = float(self.ticks[0]), float(self.ticks[-1])
        return self.x0 + (value - low) / (high - low) * (self.x1 - self.x0)


def _axis(stairs: list[Stair], laid: Laid, tr: Translator) -> _Axis:
    values = [value for one in stairs for value in (one.start, one.end, one.low, one.high)]
    there = [value for value in values if value is not None]
    x0, x1 = laid.area.x0 + _EDGE, laid.area.x1 - _EDGE
    ticks = value_ticks(min(there), max(there), 4)
    for wanted in (3, 2, 1):
        if _words_fit(ticks, x1 - x0, laid.type, tr):
            break
        ticks = value_ticks(min(there), max(there), wanted)
    return _Axis(ticks, x0, x1)


def _words_fit(ticks: tuple[Decimal, ...], width: float, scale: TypeScale, tr: Translator) -> bool:
    return sum(_wide(text, scale) + 8.0 for text in _tick_words(ticks, tr)) <= width


def _wide(text: str, scale: TypeScale) -> float:
    return text_width(text, Face.REGULAR, scale.small)


def _tick_words(ticks: tuple[Decimal, ...], tr: Translator) -> list[str]:
    return [tr.number(tick, decimals_of(ticks)) for tick in ticks]


def _draw_axis(pen: Pen, axis: _Axis, laid: Laid, tr: Translator) -> None:
    """Grid lines through the rows and their values below; only the ends where all do not fit."""
    floor = laid.area.y0 - 2.0
    words = _tick_words(axis.ticks, tr)
    fits = _words_fit(axis.ticks, axis.x1 - axis.x0, laid.type, tr)
    # The label of the last tick keeps clear of the column of values.
    lines: list[Line] = []
    for number, (tick, text) in enumerate(zip(axis.ticks, words, strict=True)):
        x = axis.place(float(tick))
        pen.polyline(((x, floor), (x, laid.area.y1)), pen.palette.hair, 0.6, _GRID)
        if fits or number in (0, len(words) - 1):
            lines.append(
                line_about(text, x, floor - laid.type.small - 1.0, laid.type.small, tone="quiet")
            )
    if len(lines) == 2 and lines[0].x + _wide(lines[0].text, laid.type) + 4.0 > lines[1].x:
        lines.pop()
    write_lines(pen, lines, _TEXT)
    pen.polyline(((axis.x0, floor), (axis.x1, floor)), pen.palette.line, 0.8, _GRID + 0.1)


def _draw_stair(pen: Pen, stair: Stair, axis: _Axis, middle: float) -> None:
    palette = pen.palette
    x0, x1 = sorted((axis.place(stair.start), axis.place(stair.end)))
    box = Box(x0, middle - _HIGH / 2, x1, middle + _HIGH / 2)
    if stair.kind == "level":
        pen.mark(((x0, middle),), "o", 5.6, palette.observed, palette.observed, _MARK)
    elif stair.kind == "target":
        pen.mark(((x0, middle),), "D", 5.6, palette.target, palette.target, _MARK)
    elif stair.kind in ("reach", "met"):
        pen.mark(((x0, middle),), "o", 5.6, palette.observed, palette.ground, _MARK)
    elif stair.kind == "unknown":
        ends = ((x0 - 5.0, middle), (x0 + 5.0, middle))
        pen.polyline(ends, palette.quiet, 1.0, _BAR, (1.5, 1.5))
    elif stair.kind in ("gap", "surplus"):
        fill = palette.tint("target", 0.2) if stair.kind == "gap" else palette.ground
        pen.block(box, fill, _BAR, palette.target, 0.9)
    else:
        _draw_step(pen, stair, axis, box)


def _draw_step(pen: Pen, stair: Stair, axis: _Axis, box: Box) -> None:
    """A contribution, hollow when it leads away; its range as a thin line over it."""
    palette, middle = pen.palette, (box.y0 + box.y1) / 2
    if box.x1 - box.x0 < 0.5:
        pen.polyline(((box.x0, box.y0), (box.x0, box.y1)), palette.observed, 1.4, _BAR)
    else:
        fill = palette.tint("observed", 0.45) if stair.kind == "step" else palette.ground
        pen.block(box, fill, _BAR, palette.observed, 0.8)
    if stair.low is None or stair.high is None:
        return
    low, high = sorted((axis.place(stair.low), axis.place(stair.high)))
    for colour, width, order in ((palette.ground, 2.6, _MARK), (palette.ink, 1.0, _MARK + 0.1)):
        pen.polyline(((low, middle), (high, middle)), colour, width, order)
        for x in (low, high):
            pen.polyline(((x, middle - 2.6), (x, middle + 2.6)), colour, width, order)


def _key(stairs: list[Stair], tr: Translator) -> list[KeyItem]:
    items = []
    if any(stair.kind == "step" for stair in stairs):
        items.append(KeyItem("bar", tr.say("Expected contribution")))
    if any(stair.kind == "away" for stair in stairs):
        items.append(KeyItem("hollow", tr.say("Away from the target")))
    if any(stair.low is not None for stair in stairs):
        items.append(KeyItem("range", tr.say("Its range")))
    return items


def _draw_key(pen: Pen, key: PlacedKey) -> None:
    palette, half = pen.palette, _HIGH / 2 - 1.0
    box = Box(key.x, key.y - half, key.x + SWATCH, key.y + half)
    if key.item.swatch in ("bar", "hollow"):
        fill = palette.tint("observed", 0.45) if key.item.swatch == "bar" else palette.ground
        pen.block(box, fill, _BAR, palette.observed, 0.8)
        return
    ends = (key.x + 1.0, key.x + SWATCH - 1.0)
    pen.polyline(((ends[0], key.y), (ends[1], key.y)), palette.ink, 1.0, _MARK)
    for x in ends:
        pen.polyline(((x, key.y - 2.6), (x, key.y + 2.6)), palette.ink, 1.0, _MARK)
