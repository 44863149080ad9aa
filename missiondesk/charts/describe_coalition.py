# SPDX-License-Identifier: Apache-2.0
"""The pictures of a coalition in words and as tables."""

from __future__ import annotations

from missiondesk.charts.coalition_plots import ActorDot, ActorMapPlot, NeedPlot
from missiondesk.charts.describe_trajectory import Table, about, ended
from missiondesk.language.translator import Translator

_MOST_SAID = 8  # rows; more are left to the table
_NONE = "–"


def need_words(plot: NeedPlot, tr: Translator) -> str:
    """What is promised of each need."""
    parts = [
        f"{row.label}: {', '.join(filter(None, (row.detail, row.value, row.note)))}"
        for row in plot.rows
    ]
    parts = parts or [tr.say("Nothing is needed or promised yet.")]
    return _told(tr.say("Bars of needs and promises."), plot.title, plot.subtitle, parts, tr)


def need_table(plot: NeedPlot, tr: Translator) -> Table:
    """One row a kind and unit."""
    return plot.heads, tuple(tuple(cell or _NONE for cell in row.cells) for row in plot.rows)


def map_words(plot: ActorMapPlot, tr: Translator) -> str:
    """How many actors stand in each ring, and the most influential in each."""
    parts = []
    for place, ring in enumerate(plot.rings):
        here = [dot for dot in plot.dots if dot.ring == place]
        if here:
            here.sort(key=lambda it: (-(it.influence or 0), it.name))
            names = tr.list([dot.name for dot in here[:3]])
            said = tr.plural("{count} actor", "{count} actors", len(here))
            parts.append(f"{ring}: {said}, {names}")
    parts = parts or [tr.say("There are no actors to show.")]
    return _told(tr.say("Map of actors in rings."), plot.title, plot.subtitle, parts, tr)


def map_table(plot: ActorMapPlot, tr: Translator) -> Table:
    """One row an actor, the nearest first."""
    heads = (
        tr.say("Actor"), tr.say("Type"), tr.say("How near"), tr.say("Influence"),
        tr.say("Stance"), *plot.heads,
    )  # fmt: skip
    dots = sorted(plot.dots, key=lambda it: (it.ring, -(it.influence or 0), it.name))
    return heads, tuple(_row(plot, dot, tr) for dot in dots)


def _row(plot: ActorMapPlot, dot: ActorDot, tr: Translator) -> tuple[str, ...]:
    influence = tr.number(dot.influence) if dot.influence is not None else _NONE
    return (
        dot.name, plot.sectors[dot.sector], plot.rings[dot.ring], influence,
        plot.stances[dot.stance], *(cell or _NONE for cell in dot.beside),
    )  # fmt: skip


def _told(kind: str, title: str, subtitle: str, parts: list[str], tr: Translator) -> str:
    more = [tr.say("The table has the others.")] if len(parts) > _MOST_SAID else []
    said = map(ended, parts[:_MOST_SAID])
    return " ".join(filter(None, [kind, about(title, subtitle), *said, *more]))
