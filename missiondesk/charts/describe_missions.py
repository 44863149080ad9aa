# SPDX-License-Identifier: Apache-2.0
"""The charts of several missions, and the waterfall, in words and as tables."""

from __future__ import annotations

from collections.abc import Iterable

from missiondesk.charts import ambition, bullet, multiples, status_history, waterfall
from missiondesk.charts.describe_trajectory import Table, about, ended
from missiondesk.charts.multiples_panel import panel_years, standing_text, whole_years
from missiondesk.charts.plots import (
    AmbitionPlot,
    AmbitionRow,
    BulletPlot,
    BulletRow,
    MissionPanel,
    MultiplesPlot,
    PlotStatus,
    StatusHistoryPlot,
    StatusRow,
    TrajectoryPlot,
    WaterfallPlot,
)
from missiondesk.charts.trajectory_layout import has_values
from missiondesk.language.translator import Translator

_NONE = "–"
_MOST_SAID = 8  # rows; more are left to the table


def told(kind: str, title: str, subtitle: str, parts: Iterable[str], tr: Translator) -> str:
    """Kind of chart, title and subtitle, and the first of the parts as sentences."""
    said = [ended(part) for part in parts if part.strip()]
    more = [tr.say("The table has the others.")] if len(said) > _MOST_SAID else []
    return " ".join(filter(None, [kind, about(title, subtitle), *said[:_MOST_SAID], *more]))


def _word(status: PlotStatus | None) -> str:
    return status.word if status is not None else _NONE


def _quantity(value: float | None, unit: str, decimals: int, tr: Translator) -> str:
    return _NONE if value is None else tr.quantity(value, unit, decimals)


# -- bullet ------------------------------------------------------------------------------------


def bullet_words(plot: BulletPlot, tr: Translator) -> str:
    """Each metric's latest value, its way and its status."""
    plot = bullet.only_finite(plot)
    parts = [_bullet_sentence(row, tr) for row in plot.rows]
    parts = parts or [tr.say("There are no figures yet.")]
    return told(tr.say("Bullet chart."), plot.title, plot.subtitle, parts, tr)


def _bullet_sentence(row: BulletRow, tr: Translator) -> str:
    parts = [bullet.actual_text(row, tr), bullet.way_text(row, tr)]
    if row.status is not None:
        parts.append(row.status.word)
    return f"{row.label}: {', '.join(filter(None, parts))}"


def bullet_table(plot: BulletPlot, tr: Translator) -> Table:
    """One row a metric."""
    plot = bullet.only_finite(plot)
    headers = (
        tr.say("Metric"),
        tr.say("Baseline"),
        tr.say("Latest figure"),
        tr.say("Target path at that time"),
        tr.say("Target"),
        tr.say("Share of the way"),
        tr.say("Status"),
    )
    return headers, tuple(_bullet_row(row, tr) for row in plot.rows)


def _bullet_row(row: BulletRow, tr: Translator) -> tuple[str, ...]:
    share = bullet.share_of_way(row, row.actual)
    target = _quantity(row.target, row.unit, row.decimals, tr)
    return (
        row.label,
        _quantity(row.baseline, row.unit, row.decimals, tr),
        _NONE if row.actual is None else bullet.actual_text(row, tr),
        _quantity(row.expected, row.unit, row.decimals, tr),
        f"{target} ({row.target_label})" if row.target_label else target,
        _NONE if share is None else tr.percent(share * 100, 0),
        _word(row.status),
    )


# -- small multiples ---------------------------------------------------------------------------


def multiples_words(plot: MultiplesPlot, tr: Translator) -> str:
    """Each mission's latest value, target and status."""
    plot = multiples.only_finite(plot)
    parts = [_panel_sentence(panel, tr) for panel in plot.panels]
    parts = parts or [tr.say("There are no missions to show.")]
    parts += [plot.undrawn] if plot.undrawn else []
    return told(tr.say("Line charts, one a mission."), plot.title, plot.subtitle, parts, tr)


def _panel_sentence(panel: MissionPanel, tr: Translator) -> str:
    standing = standing_text(panel.plot, tr) or tr.say("no figures")
    years = _years(panel.plot)
    parts = [standing, *([panel.status.word] if panel.status else [])]
    parts += [tr.say("shown over {years}", years=years)] if years != _NONE else []
    return f"{panel.code} {panel.title}: {', '.join(parts)}".strip()


def multiples_table(plot: MultiplesPlot, tr: Translator) -> Table:
    """One row a mission."""
    plot = multiples.only_finite(plot)
    headers = (
        tr.say("Mission"),
        tr.say("Latest figure"),
        tr.say("Period"),
        tr.say("Target"),
        tr.say("Target period"),
        tr.say("Years shown"),
        tr.say("Status"),
    )
    return headers, tuple(_panel_row(panel, tr) for panel in plot.panels)


def _panel_row(panel: MissionPanel, tr: Translator) -> tuple[str, ...]:
    plot = panel.plot
    latest, target, band = plot.latest, plot.target, plot.band
    goal = _quantity(target.y if target else None, plot.unit, plot.decimals, tr)
    if band is not None:
        low, high = tr.number(band[0], plot.decimals), tr.number(band[1], plot.decimals)
        goal = tr.say("{low} to {high}", low=low, high=high)
    return (
        f"{panel.code} {panel.title}".strip(),
        _quantity(latest.y if latest else None, plot.unit, plot.decimals, tr),
        latest.label if latest else _NONE,
        goal,
        target.label if target else _NONE,
        _years(plot),
        _word(panel.status),
    )


def _years(plot: TrajectoryPlot) -> str:
    """The years that stand at the ends of the panel's axis."""
    if not has_values(plot):
        return _NONE
    first, last = whole_years(panel_years(plot))
    return str(first) if last <= first else f"{first}–{last}"


# -- status history ----------------------------------------------------------------------------


def status_words(plot: StatusHistoryPlot, tr: Translator) -> str:
    """Each mission's first and newest rating, and its newest confidence."""
    plot = status_history.aligned(plot)
    parts = [_history_sentence(plot, row, tr) for row in plot.rows if plot.dates]
    parts = parts or [tr.say("There are no assessments yet.")]
    return told(tr.say("Strips of dated statuses."), plot.title, plot.subtitle, parts, tr)


def _history_sentence(plot: StatusHistoryPlot, row: StatusRow, tr: Translator) -> str:
    parts = []
    for states in (status_history.ratings_of(row), status_history.confidences_of(row)):
        runs = status_history.runs_of(states)
        parts += [
            tr.say("{status} from {date}", status=run.status.word, date=plot.dates[run.first])
            for run in runs[-2:]
        ]
    return f"{row.label}: {', '.join(parts) or tr.say('not assessed')}"


def status_table(plot: StatusHistoryPlot, tr: Translator) -> Table:
    """One row for each mission and date that has an assessment."""
    plot = status_history.aligned(plot)
    headers = (tr.say("Mission"), tr.say("Date"), tr.say("Progress"), tr.say("Confidence"))
    return headers, tuple(
        (row.label, date, _word(cell.rating), _word(cell.confidence))
        for row in plot.rows
        for date, cell in zip(plot.dates, row.cells, strict=True)
        if cell is not None and (cell.rating or cell.confidence)
    )


# -- waterfall ---------------------------------------------------------------------------------


def waterfall_words(plot: WaterfallPlot, tr: Translator) -> str:
    """From the latest value by each contribution to what is missing."""
    plot = waterfall.only_finite(plot)
    parts = [
        f"{text.label}{f' ({text.detail})' if text.detail else ''}: "
        + ", ".join(filter(None, (text.value, text.note)))
        for text in waterfall.texts_of(plot, tr)
    ]
    # A row without a value says what it has to say by its label.
    parts = [part.removesuffix(": ") for part in parts]
    parts = parts or [tr.say("There are no figures yet.")]
    kind = tr.say("Waterfall chart.")
    return " ".join([kind, about(plot.title, plot.subtitle), *map(ended, parts)])


def waterfall_table(plot: WaterfallPlot, tr: Translator) -> Table:
    """One row a contribution, between the latest value and the target."""
    plot = waterfall.only_finite(plot)
    headers = (tr.say("Step"), tr.say("Value or change"), tr.say("Range or remark"))
    return headers, tuple(
        (
            f"{text.label} ({text.detail})" if text.detail else text.label,
            text.value or _NONE,
            text.note or _NONE,
        )
        for text in waterfall.texts_of(plot, tr)
    )


# -- ambition ----------------------------------------------------------------------------------


def ambition_words(plot: AmbitionPlot, tr: Translator) -> str:
    """Each mission's ratio and the zone it lies in."""
    plot = ambition.only_finite(plot)
    parts = [_ambition_sentence(plot, row, tr) for row in plot.rows]
    parts = parts or [tr.say("There are no missions to show.")]
    kind = tr.say("Needed pace as a multiple of the pace until now.")
    return told(kind, plot.title, plot.subtitle, parts, tr)


def _ambition_sentence(plot: AmbitionPlot, row: AmbitionRow, tr: Translator) -> str:
    if not ambition.on_axis(row):
        return f"{row.label}: {row.note or tr.say('no ratio')}"
    zone = ambition.zone_of(row, plot, tr)
    parts = (ambition.ratio_text(row, tr), zone, ambition.pace_text(row, tr))
    return f"{row.label}: {', '.join(filter(None, parts))}"


def ambition_table(plot: AmbitionPlot, tr: Translator) -> Table:
    """One row a mission."""
    plot = ambition.only_finite(plot)
    headers = (
        tr.say("Mission"),
        tr.say("Needed a year"),
        tr.say("So far a year"),
        tr.say("Ratio"),
        tr.say("Zone or remark"),
    )
    return headers, tuple(
        (
            row.label,
            row.required or _NONE,
            row.historical or _NONE,
            ambition.ratio_text(row, tr),
            ambition.zone_of(row, plot, tr) or row.note or _NONE,
        )
        for row in plot.rows
    )
