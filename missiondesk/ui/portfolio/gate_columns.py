# SPDX-License-Identifier: Apache-2.0
"""The columns of the calendar of gates."""

from __future__ import annotations

from missiondesk.language import Translator
from missiondesk.services.gate_calendar import GateRow, criteria_words
from missiondesk.ui.labels import mark
from missiondesk.ui.widgets.table import Column


def gate_columns(tr: Translator) -> list[Column[GateRow]]:
    """Date, initiative with its way, criteria, outcome."""
    return [
        Column(
            tr.say("Date"),
            lambda it: tr.period(it.day) if it.day else "–",
            colour=lambda it: "bad" if it.days_late else "ink",
            sort=lambda it: it.day.last if it.day else None,
        ),
        Column(
            tr.say("Initiative"),
            lambda it: f"{it.initiative.code} {it.initiative.title.in_language(tr.lang)}",
            detail=lambda it: _way(it, tr),
            stretch=1,
            width=190,
            wrap=True,
            strong=True,
        ),
        Column(
            tr.say("Criteria"),
            lambda it: criteria_words(it, tr),
            colour=_criteria_colour,
            wrap=True,
            width=100,
            sort=lambda it: (it.stops, it.failed, it.asked - it.met),
            folds=1,
        ),
        Column(
            tr.say("Result"),
            lambda it: _outcome(it, tr),
            colour=_colour,
            wrap=True,
            width=100,
            folds=2,
        ),
    ]


def _criteria_colour(row: GateRow) -> str:
    if row.stops or row.failed:
        return "bad"
    return "ink" if row.asked else "quiet"


def _way(row: GateRow, tr: Translator) -> str:
    if row.gate is None:
        return tr.show(row.initiative.stage)
    return tr.say("{before} → {after}", before=row.gate.from_stage, after=row.gate.to_stage)


def _outcome(row: GateRow, tr: Translator) -> str:
    if row.gate is not None and row.gate.result is not None:
        return mark(row.gate.result, tr).text
    if row.days_late:
        return f"■\u00a0{tr.say('overdue')}"
    return (
        f"○\u00a0{tr.say('ahead')}" if row.gate is not None else f"○\u00a0{tr.say('only a date')}"
    )


def _colour(row: GateRow) -> str:
    if row.gate is not None and row.gate.result is not None:
        return "ink"
    return "bad" if row.days_late else "quiet"
