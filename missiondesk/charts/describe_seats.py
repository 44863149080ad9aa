# SPDX-License-Identifier: Apache-2.0
"""The pictures of a parliament in words and as tables."""

from __future__ import annotations

from missiondesk.charts.describe_trajectory import Table, about, ended
from missiondesk.charts.seat_plots import HemicyclePlot, MajorityPlot, MajorityRow
from missiondesk.language.translator import Translator

_MOST_SAID = 8  # rows; more are left to the table


def hemicycle_words(plot: HemicyclePlot, tr: Translator) -> str:
    """Who sits in each role, with seats."""
    parts = []
    for role, word in enumerate(plot.roles):
        here = [one for one in plot.groups if one.role == role and one.seats]
        if here:
            names = tr.list([f"{one.code or one.name} {one.seats}" for one in here])
            total = tr.number(sum(one.seats for one in here))
            parts.append(f"{word}: {total} ({names})")
    parts = parts or [tr.say("No seats are entered yet.")]
    kind = tr.say("Half-circle of seats.")
    said = [kind, about(plot.title, plot.subtitle), *map(ended, parts)]
    return " ".join(filter(None, said))


def hemicycle_table(plot: HemicyclePlot, tr: Translator) -> Table:
    """One row a party."""
    return plot.heads, tuple(
        (one.code or "–", one.name, tr.number(one.seats), plot.roles[one.role])
        for one in plot.groups
    )


def majority_words(plot: MajorityPlot, tr: Translator) -> str:
    """What each bar says."""
    parts = [_row(row, plot, tr) for row in plot.rows]
    more = [tr.say("The table has the others.")] if len(parts) > _MOST_SAID else []
    parts = parts or [tr.say("No constellation is entered yet.")]
    kind = tr.say("Bars of seats to the majority.")
    said = [kind, about(plot.title, plot.subtitle), *map(ended, parts[:_MOST_SAID]), *more]
    return " ".join(filter(None, said))


def _row(row: MajorityRow, plot: MajorityPlot, tr: Translator) -> str:
    seats = [
        f"{word.lower()} {row.seats(role)}"
        for role, word in enumerate(plot.roles)
        if row.seats(role)
    ]
    said = ", ".join(filter(None, (row.detail, *seats, row.note)))
    return f"{row.label}: {said}"


def majority_table(plot: MajorityPlot, tr: Translator) -> Table:
    """One row a bar: seats by role, seats that decide, verdict."""
    first, needed, verdict = plot.heads
    heads = (first, *plot.roles, needed, verdict)
    rows = tuple(
        (
            ", ".join(filter(None, (row.label, row.detail))),
            *(tr.number(row.seats(role)) for role in range(len(plot.roles))),
            tr.number(row.needed),
            row.note,
        )
        for row in plot.rows
    )
    return heads, rows
