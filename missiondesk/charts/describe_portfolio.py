# SPDX-License-Identifier: Apache-2.0
"""The charts of a portfolio in words and as tables."""

from __future__ import annotations

from missiondesk.charts.describe_missions import told
from missiondesk.charts.describe_trajectory import Table
from missiondesk.charts.portfolio_plots import BarsPlot, BubblePlot
from missiondesk.language.translator import Translator


def bars_words(plot: BarsPlot, tr: Translator) -> str:
    """Each bar's value and note."""
    parts = [f"{row.label}: {', '.join(filter(None, (row.text, row.note)))}" for row in plot.rows]
    parts = parts or [tr.say("There are no figures yet.")]
    return told(tr.say("Bar chart."), plot.title, plot.subtitle, parts, tr)


def bars_table(plot: BarsPlot, tr: Translator) -> Table:
    """Label, value and note of each bar."""
    noted = any(row.note for row in plot.rows)
    head = [plot.label_head or tr.say("What"), plot.text_head or tr.say("Value")]
    rows = [[row.label, row.text] for row in plot.rows]
    if noted:
        head.append(plot.note_head or tr.say("Note"))
        rows = [[*cells, row.note or "–"] for cells, row in zip(rows, plot.rows, strict=True)]
    return tuple(head), tuple(map(tuple, rows))


def bubbles_words(plot: BubblePlot, tr: Translator) -> str:
    """Each bubble's two judgements and its size, the largest first."""
    by_size = sorted(plot.bubbles, key=lambda one: -(one.size or 0.0))
    parts = [
        tr.say(
            "{name}: {y_axis} {y}, {x_axis} {x}, {size}",
            name=f"{one.label} {one.name}".strip(),
            y_axis=plot.y_axis.lower(),
            y=one.y,
            x_axis=plot.x_axis.lower(),
            x=one.x,
            size=one.size_text or "–",
        )
        for one in by_size
    ]
    parts = parts or [tr.say("There are no figures yet.")]
    return told(tr.say("Bubble chart."), plot.title, plot.subtitle, parts, tr)


def bubbles_table(plot: BubblePlot, tr: Translator) -> Table:
    """Initiative, judgements, size and group."""
    head = (
        tr.say("Initiative"), plot.y_axis, plot.x_axis, plot.size_head or tr.say("Value"),
        plot.group_head or tr.say("Stage"),
    )  # fmt: skip
    rows = tuple(
        (
            f"{one.label} {one.name}".strip(),
            tr.number(one.y),
            tr.number(one.x),
            one.size_text or "–",
            plot.groups[one.group] if one.group < len(plot.groups) else "–",
        )
        for one in plot.bubbles
    )
    return head, rows
