# SPDX-License-Identifier: Apache-2.0
"""The bullet chart: how far each metric has come on the way from its baseline to its target."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from missiondesk.charts.lettering import Face, text_width
from missiondesk.charts.palette import PRINT, TypeScale
from missiondesk.charts.placement import Box
from missiondesk.charts.plots import BulletPlot, BulletRow
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
    words_about,
)
from missiondesk.charts.sheet import Line, line_about, or_none, sentence, write_lines
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.language.translator import Translator

if TYPE_CHECKING:
    from missiondesk.charts.pen import Pen

_RULE, _TRACK, _BAR, _MARK, _TEXT = 0.5, 1.0, 2.0, 3.0, 5.0
_TRACK_HIGH, _BAR_HIGH, _TICK_HIGH = 10.0, 4.6, 14.0
# Shares of the way beyond which a bar ends in an arrow.
_LEAST, _MOST = -0.4, 1.25


@dataclass(frozen=True, slots=True)
class Way:
    """The common axis: share of the way from baseline to target, in points."""

    low: float
    high: float
    x0: float
    x1: float

    def place(self, share: float) -> float:
        """Points from the left for a share of the way, 0 at the baseline and 1 at the target."""
        held = min(max(share, self.low), self.high)
        return self.x0 + (held - self.low) / (self.high - self.low) * (self.x1 - self.x0)


def only_finite(plot: BulletPlot) -> BulletPlot:
    """The plot without values that cannot be drawn."""
    return replace(
        plot,
        rows=tuple(
            replace(
                row,
                baseline=or_none(row.baseline),
                target=or_none(row.target),
                actual=or_none(row.actual),
                expected=or_none(row.expected),
            )
            for row in plot.rows
        ),
    )


def share_of_way(row: BulletRow, value: float | None) -> float | None:
    """``value`` as a share of the way from baseline to target; None when there is no way."""
    if value is None or row.baseline is None or row.target is None:
        return None
    way = row.target - row.baseline
    return (value - row.baseline) / way if way else None


def draw_bullet(
    pen: Pen,
    plot: BulletPlot,
    size: tuple[float, float],
    translator: Translator,
    text_scale: float = 1.0,
) -> None:
    """Draw the bullets, one row a metric; arguments as for `draw_trajectory`.

    Rows that find no room are counted under the chart; `bullet_height` says what all of them need.
    """
    plot, scale, tr = only_finite(plot), PRINT.scaled(text_scale), translator
    laid = lay_rows(_texts(plot, tr), _around(plot, size[0], scale, tr), size, scale, tr)
    write_lines(pen, laid.lines, _TEXT)
    if not laid.shown:
        text = tr.say("There are no figures yet.")
        write_lines(pen, [sentence(text, size, scale, laid.lines)], _TEXT)
        return
    draw_rules(pen, laid, _RULE)
    way = _way(plot.rows, laid)
    write_lines(pen, _axis_words(way, laid, tr)[0], _TEXT)
    for row, middle in zip(plot.rows[: laid.shown], laid.middles, strict=True):
        _draw_row(pen, row, way, middle, laid, tr)
    placed, words, _ = lay_key(_key(plot, tr), size[0], laid.foot_top, scale)
    for item in placed:
        _draw_key(pen, item)
    write_lines(pen, words, _TEXT)


def bullet_height(
    plot: BulletPlot, width: float, translator: Translator, text_scale: float = 1.0
) -> float:
    """Height in points that shows every row."""
    plot, scale = only_finite(plot), PRINT.scaled(text_scale)
    around = _around(plot, width, scale, translator)
    return rows_height(_texts(plot, translator), around, width, scale)


def _around(plot: BulletPlot, width: float, scale: TypeScale, tr: Translator) -> Surroundings:
    key = lay_key(_key(plot, tr), width, 0.0, scale)[2] if plot.rows else 0.0
    above = 2 * scale.small_leading + 2.0 if plot.rows else 0.0
    return Surroundings(plot.title, plot.subtitle, plot.source, above, key + 4.0)


def _texts(plot: BulletPlot, tr: Translator) -> list[RowText]:
    return [
        RowText(
            row.label,
            way_text(row, tr),
            actual_text(row, tr),
            row.status.text if row.status else "",
            row.status.tone if row.status else "quiet",
        )
        for row in plot.rows
    ]


def way_text(row: BulletRow, tr: Translator) -> str:
    """From where to where, in words."""
    target = "" if row.target is None else tr.quantity(row.target, row.unit, row.decimals)
    if row.baseline is None:
        dated = f"{target} ({row.target_label})" if row.target_label else target
        return tr.say("target {value}", value=dated) if target else ""
    start = tr.number(row.baseline, row.decimals)
    if not target:
        return tr.say("from {baseline}, no target", baseline=start)
    if row.target_label:
        return tr.say(
            "from {baseline} to {target} in {period}",
            baseline=start,
            target=target,
            period=row.target_label,
        )
    return tr.say("from {baseline} to {target}", baseline=start, target=target)


def actual_text(row: BulletRow, tr: Translator) -> str:
    """The latest value with its period."""
    if row.actual is None:
        return tr.say("no figures")
    value = tr.quantity(row.actual, row.unit, row.decimals)
    return f"{value} ({row.actual_label})" if row.actual_label else value


def _way(rows: tuple[BulletRow, ...], laid: Laid) -> Way:
    shares = [
        share
        for row in rows
        for share in (share_of_way(row, row.actual), share_of_way(row, row.expected))
        if share is not None
    ]
    low = max(_LEAST, min(0.0, *shares)) if shares else 0.0
    high = min(_MOST, max(1.0, *shares)) if shares else 1.0
    edge = 7.0
    return Way(low, high, laid.area.x0 + edge, laid.area.x1 - edge)


def _axis_words(way: Way, laid: Laid, tr: Translator) -> tuple[list[Line], bool]:
    """Baseline and target over the bars; on two lines where they would meet on one."""
    scale, top = laid.type, laid.area.y1 + 4.0
    start = tr.say("Baseline")
    goal = line_about(tr.say("Target"), way.place(1.0), top, scale.small, Face.SEMIBOLD, "target")
    wide = text_width(start, Face.REGULAR, scale.small)
    x = max(way.place(0.0) - wide / 2, laid.area.x0)
    meets = x + wide + 6.0 > goal.x
    y = top + (scale.small_leading if meets else 0.0)
    return [Line(start, x, y, scale.small, tone="quiet"), goal], meets


def _draw_row(
    pen: Pen, row: BulletRow, way: Way, middle: float, laid: Laid, tr: Translator
) -> None:
    palette = pen.palette
    share = share_of_way(row, row.actual)
    if row.baseline is None or row.target is None or row.baseline == row.target:
        why = tr.say("no baseline") if row.baseline is None else tr.say("no target")
        if row.baseline is not None and row.baseline == row.target:
            why = tr.say("the target is the baseline")
        write_lines(pen, words_about(why, middle, laid), _TEXT)
        return
    start, end = way.place(0.0), way.place(1.0)
    half = _TRACK_HIGH / 2
    pen.block(Box(start, middle - half, end, middle + half), palette.tint("line", 0.28), _TRACK)
    pen.polyline(((start, middle - half), (start, middle + half)), palette.quiet, 0.9, _MARK)
    expected = share_of_way(row, row.expected)
    if share is not None:
        _draw_bar(pen, share, way, middle, row.settled)
    if expected is not None:
        x, tall = way.place(expected), _TICK_HIGH / 2
        pen.polyline(((x, middle - tall), (x, middle + tall)), palette.ground, 3.0, _MARK + 0.1)
        pen.polyline(((x, middle - tall), (x, middle + tall)), palette.target, 1.3, _MARK + 0.2)
    pen.mark(((end, middle),), "D", 6.4, palette.ground, palette.target, _MARK + 0.5)


def _draw_bar(pen: Pen, share: float, way: Way, middle: float, settled: bool) -> None:
    """From the baseline to the actual value; hollow when unsettled, an arrow when it goes on."""
    palette = pen.palette
    x0, x1 = sorted((way.place(0.0), way.place(share)))
    half = _BAR_HIGH / 2
    fill = palette.observed if settled else palette.ground
    pen.block(Box(x0, middle - half, x1, middle + half), fill, _BAR, palette.observed, 0.9)
    shape = "<" if share < way.low else ">" if share > way.high else "o"
    size = 5.0 if shape == "o" else 7.0
    pen.mark(((way.place(share), middle),), shape, size, palette.observed, fill, _MARK + 0.4)


def _key(plot: BulletPlot, tr: Translator) -> list[KeyItem]:
    items = [KeyItem("bar", tr.say("Latest figure"))]
    if any(not row.settled for row in plot.rows):
        items.append(KeyItem("hollow", tr.say("Not final or out of date")))
    if any(row.expected is not None for row in plot.rows):
        items.append(KeyItem("tick", tr.say("Target path at the latest figure")))
    return items


def _draw_key(pen: Pen, key: PlacedKey) -> None:
    palette, half = pen.palette, _BAR_HIGH / 2
    x0, x1 = key.x, key.x + SWATCH
    if key.item.swatch == "tick":
        x = key.x + SWATCH - 3.0
        pen.polyline(((x, key.y - 4.0), (x, key.y + 4.0)), palette.target, 1.3, _MARK)
        return
    fill = palette.observed if key.item.swatch == "bar" else palette.ground
    pen.block(Box(x0, key.y - half, x1 - 3.0, key.y + half), fill, _BAR, palette.observed, 0.9)
    pen.mark(((x1 - 3.0, key.y),), "o", 5.0, palette.observed, fill, _MARK)
