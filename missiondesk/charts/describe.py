# SPDX-License-Identifier: Apache-2.0
"""The trajectory chart without eyes: a description in words, and the same figures as a table."""

from __future__ import annotations

from missiondesk.charts.plots import PlotPoint, TrajectoryPlot
from missiondesk.charts.trajectory_labels import path_value
from missiondesk.charts.trajectory_layout import has_values, only_finite
from missiondesk.language.translator import Translator


def alt_text(plot: TrajectoryPlot, translator: Translator) -> str:
    """Describe the chart in a few sentences: what it is, where it starts, stands and has to end.

    Never empty; the single figures are in `table_twin`.
    """
    plot, tr = only_finite(plot), translator
    about = " ".join(_sentence(part) for part in (plot.title, plot.subtitle) if part.strip())
    sentences = [tr.say("Line chart."), about]
    if not has_values(plot):
        return " ".join([*filter(None, sentences), tr.say("There are no figures yet.")])
    sentences += [_baseline(plot, tr), _observed(plot, tr), _latest(plot, tr), _target(plot, tr)]
    return " ".join(filter(None, sentences))


def _sentence(text: str) -> str:
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


def table_twin(
    plot: TrajectoryPlot, translator: Translator
) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """The chart's figures as a table.

    Returns:
        Headers (period, value, target path, status) and one row a period in the order of time;
        baseline and target have rows of their own where no figure stands for them.
    """
    plot, tr = only_finite(plot), translator
    unit = plot.unit.strip()
    headers = (
        tr.say("Period"),
        tr.say("Observed, {unit}", unit=unit) if unit else tr.say("Observed"),
        tr.say("Target path, {unit}", unit=unit) if unit else tr.say("Target path"),
        tr.say("Status"),
    )
    rows = [
        (point.x, 1, _row(plot, point.x, point.label, point.y, status_in_words(point, tr), tr))
        for point in plot.in_time
    ]
    if plot.baseline is not None and plot.baseline.x not in {point.x for point in plot.points}:
        mark = plot.baseline
        rows.append((mark.x, 0, _row(plot, mark.x, mark.label, mark.y, tr.say("baseline"), tr)))
    if plot.target is not None:
        mark = plot.target
        value = tr.number(mark.y, plot.decimals)
        rows.append((mark.x, 2, (mark.label, "–", value, tr.say("target"))))
    return headers, tuple(row for _, _, row in sorted(rows, key=lambda row: row[:2]))


def _row(
    plot: TrajectoryPlot, x: float, label: str, y: float, status: str, tr: Translator
) -> tuple[str, ...]:
    expected = path_value(plot, x)
    path = "–" if expected is None else tr.number(expected, plot.decimals)
    return (label, tr.number(y, plot.decimals), path, status)
