# SPDX-License-Identifier: Apache-2.0
"""The letter's rows in Word: commitments, who shares them, the first 100 days and milestones."""

from __future__ import annotations

from collections.abc import Sequence

from missiondesk.domain.letter_content import CommitmentRow, MissionLine, TimelineRow
from missiondesk.exchange.docx.setting import Setter
from missiondesk.exchange.docx.table_rows import TableShape
from missiondesk.language.translator import Translator


def commitments(rows: Sequence[CommitmentRow], setter: Setter, tr: Translator) -> None:
    """The numbered commitments with measure, date and who shares them."""
    head = (tr.say("No."), tr.say("Commitment"), tr.say("Measure"), tr.say("Due"), tr.say("With"))
    cells = [(row.number, row.text, row.measure, row.due, row.shared) for row in rows]
    summary = tr.say("Commitments with measure, date and who shares them")
    setter.table(head, cells, TableShape(summary, (24, 192, 98, 84, 98)))


def missions(rows: Sequence[MissionLine], setter: Setter, tr: Translator) -> None:
    """All missions, each with its metric, target and accountable minister."""
    head = (
        tr.say("No."),
        tr.say("Mission"),
        tr.say("Key metric"),
        tr.say("Target"),
        tr.say("Minister"),
    )
    cells = [(row.code, row.title, row.metric, row.target, row.minister) for row in rows]
    summary = tr.say("The missions with key metric, target and accountable minister")
    setter.table(head, cells, TableShape(summary, (26, 128, 138, 94, 108)))


def sharing(rows: Sequence[tuple[str, str]], setter: Setter, tr: Translator) -> None:
    """Who shares the mission, and in which commitments, as points."""
    setter.points(
        [
            tr.say("{office}: {part}", office=office, part=part) if part else office
            for office, part in rows
        ]
    )


def timeline(rows: Sequence[TimelineRow], setter: Setter, tr: Translator, level: int) -> None:
    """The first 100 days and the milestones after them, each under its heading of the level."""
    first = [row for row in rows if row.first_100_days]
    later = [row for row in rows if not row.first_100_days]
    for title, part in ((tr.say("The first 100 days"), first), (tr.say("Milestones"), later)):
        if not part:
            continue
        setter.heading(title, level)
        head = (tr.say("Date"), tr.say("Milestone"), tr.say("Responsible"), tr.say("Status"))
        cells = [(row.due, row.title, row.owner, row.status) for row in part]
        setter.table(head, cells, TableShape(title, (90, 220, 110, 70)))
