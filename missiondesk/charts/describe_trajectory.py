# SPDX-License-Identifier: Apache-2.0
"""The trajectory without eyes: a description in words, and the same figures as a table."""

from __future__ import annotations

from missiondesk.charts.plots import FanPoint, PlotMark, PlotPoint, TrajectoryPlot
from missiondesk.charts.trajectory_layout import has_values, only_finite
from missiondesk.charts.trajectory_lines import path_value
from missiondesk.language.translator import Translator

Table = tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]


def trajectory_words(plot: TrajectoryPlot, translator: Translator) -> str:
    """Describe the chart in a few sentences: what it is, where it starts, stands and has to end."""
    plot, tr = only_finite(plot), translator
    sentences = [tr.say("Line chart."), about(plot.title, plot.subtitle)]
    if not has_values(plot):
        return " ".join([*filter(None, sentences), tr.say("There are no figures yet.")])
    sentences += [_baseline(plot, tr), _observed(plot, tr), _latest(plot, tr), _target(plot, tr)]
    sentences += [_intermediate(plot, tr), _band(plot, tr), _forecast(plot, tr)]
    sentences += [ended(mark.label) for mark in plot.breaks if mark.label.strip()]
    return " ".join(filter(None, sentences))


def about(title: str, subtitle: str) -> str:
    """Title and subtitle as sentences."""
    return " ".join(ended(part) for part in (title, subtitle) if part.strip())


def ended(text: str) -> str:
    """The text on one line, as a sentence."""
    text = " ".join(text.split())
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _value(value: float, plot: TrajectoryPlot, tr: Translator) -> str:
    return tr.quantity(value, plot.unit, plot.decimals)


def _baseline(plot: TrajectoryPlot, tr: Translator) -> str:
    if plot.baseline is None:
        return ""
    return tr.say(
        "The baseline is {value} in {period}.",
        value=_value(plot.baseline.y, plot, tr),
        period=plot.baseline.label,
    )


def _observed(plot: TrajectoryPlot, tr: Translator) -> str:
    points = plot.in_time
    if not points:
        return tr.say("There are no figures yet.")
    if len(points) == 1:
        return ""
    return tr.plural(
        "{count} figure from {first} to {last}, between {low} and {high}.",
        "{count} figures from {first} to {last}, between {low} and {high}.",
        len(points),
        first=points[0].label,
        last=points[-1].label,
        low=_value(min(point.y for point in points), plot, tr),
        high=_value(max(point.y for point in points), plot, tr),
    )


def _latest(plot: TrajectoryPlot, tr: Translator) -> str:
    latest = plot.latest
    if latest is None:
        return ""
    said = tr.say(
        "The latest figure is {value} in {period} ({status}).",
        value=_value(latest.y, plot, tr),
        period=latest.label,
        status=status_in_words(latest, tr),
    )
    expected = path_value(plot, latest.x)
    if expected is None:
        return said
    path = tr.say("The target path is {value} at that time.", value=_value(expected, plot, tr))
    return f"{said} {path}"


def _intermediate(plot: TrajectoryPlot, tr: Translator) -> str:
    marks = plot.intermediate
    if not marks:
        return ""
    said = [
        tr.say("{value} in {period}", value=_value(mark.y, plot, tr), period=mark.label)
        for mark in marks
    ]
    return tr.say("Interim targets: {list}.", list=tr.list(said))


def _band(plot: TrajectoryPlot, tr: Translator) -> str:
    if plot.band is None:
        return ""
    low, high = (_value(value, plot, tr) for value in plot.band)
    return tr.say("The level is to be kept between {low} and {high}.", low=low, high=high)


def _forecast(plot: TrajectoryPlot, tr: Translator) -> str:
    if not plot.fan:
        return ""
    end = plot.fan[-1]
    said = tr.say(
        "The forecast for {period} is {value}; the {inner} interval goes from {low80} to {high80}, "
        "the {outer} interval from {low95} to {high95}.",
        period=end.label,
        value=_value(end.middle, plot, tr),
        inner=tr.percent(80, 0),
        outer=tr.percent(95, 0),
        low80=_value(end.low80, plot, tr),
        high80=_value(end.high80, plot, tr),
        low95=_value(end.low95, plot, tr),
        high95=_value(end.high95, plot, tr),
    )
    if plot.naive is None:
        return said
    still = _value(plot.naive, plot, tr)
    return f"{said} {tr.say('The last value carried on would be {value}.', value=still)}"


def _target(plot: TrajectoryPlot, tr: Translator) -> str:
    if plot.target is None:
        return ""
    value = _value(plot.target.y, plot, tr)
    if plot.higher_is_better is None:
        return tr.say("The target is {value} in {period}.", value=value, period=plot.target.label)
    better = tr.say("higher is better") if plot.higher_is_better else tr.say("lower is better")
    return tr.say(
        "The target is {value} in {period}; {better}.",
        value=value,
        period=plot.target.label,
        better=better,
    )


def status_in_words(point: PlotPoint, tr: Translator) -> str:
    """How final a figure is, as a word inside a sentence."""
    words = {
        "estimate": tr.say("estimate"),
        "preliminary": tr.say("preliminary"),
        "final": tr.say("final"),
        "revised": tr.say("revised"),
    }
    return words.get(point.status, words["final"])


def trajectory_table(plot: TrajectoryPlot, translator: Translator) -> Table:
    """The chart's figures as a table.

    Returns:
        Headers (period, value, target path, status; with a forecast also its middle and its two
        intervals) and one row a period in the order of time; baseline, targets and forecast have
        rows of their own.
    """
    plot, tr = only_finite(plot), translator
    unit = plot.unit.strip()
    headers: tuple[str, ...] = (
        tr.say("Period"),
        tr.say("Observed, {unit}", unit=unit) if unit else tr.say("Observed"),
        tr.say("Path or target, {unit}", unit=unit) if unit else tr.say("Path or target"),
        tr.say("Status"),
    )
    rows = [(point.x, 1, _observed_row(plot, point, tr)) for point in plot.in_time]
    mark = plot.baseline
    if mark is not None and mark.x not in {point.x for point in plot.points}:
        rows.append((mark.x, 0, _row(plot, mark.x, mark.label, mark.y, tr.say("baseline"), tr)))
    rows += [
        (mark.x, 2, _goal(plot, mark, tr.say("interim target"), tr)) for mark in plot.intermediate
    ]
    if plot.target is not None:
        rows.append((plot.target.x, 3, _goal(plot, plot.target, tr.say("target"), tr)))
    if plot.fan:
        headers += (tr.say("Expected"), *(tr.percent(share, 0) for share in (80, 95)))
        rows = [(x, rank, (*row, "–", "–", "–")) for x, rank, row in rows]
        rows += [(one.x, 4, _fan_row(plot, one, tr)) for one in plot.fan]
    return headers, tuple(row for _, _, row in sorted(rows, key=lambda row: row[:2]))


def _observed_row(plot: TrajectoryPlot, point: PlotPoint, tr: Translator) -> tuple[str, ...]:
    status = status_in_words(point, tr)
    if plot.stale and point == plot.latest:
        status = tr.list([status, tr.say("out of date")])
    return _row(plot, point.x, point.label, point.y, status, tr)


def _goal(plot: TrajectoryPlot, mark: PlotMark, word: str, tr: Translator) -> tuple[str, ...]:
    return (mark.label, "–", tr.number(mark.y, plot.decimals), word)


def _fan_row(plot: TrajectoryPlot, one: FanPoint, tr: Translator) -> tuple[str, ...]:
    expected = path_value(plot, one.x)
    path = "–" if expected is None else tr.number(expected, plot.decimals)
    middle = tr.number(one.middle, plot.decimals)
    inner = _between(one.low80, one.high80, plot, tr)
    outer = _between(one.low95, one.high95, plot, tr)
    return (one.label, "–", path, tr.say("forecast"), middle, inner, outer)


def _between(low: float, high: float, plot: TrajectoryPlot, tr: Translator) -> str:
    ends = (tr.number(low, plot.decimals), tr.number(high, plot.decimals))
    return tr.say("{low} to {high}", low=ends[0], high=ends[1])


def _row(
    plot: TrajectoryPlot, x: float, label: str, y: float, status: str, tr: Translator
) -> tuple[str, ...]:
    expected = path_value(plot, x)
    path = "–" if expected is None else tr.number(expected, plot.decimals)
    return (label, tr.number(y, plot.decimals), path, status)
