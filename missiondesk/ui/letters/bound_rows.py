# SPDX-License-Identifier: Apache-2.0
"""The rows that a block prints from data, read-only here, with the way to where they are edited."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from missiondesk.domain.commitment import Commitment
from missiondesk.domain.letter import BlockKind, Letter
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.ui.pages import Navigate, PageName
from missiondesk.ui.widgets.finding_bar import FindingBar
from missiondesk.ui.widgets.looks import push_button, text_label
from missiondesk.ui.widgets.table import Column, ReadTable

Cells = tuple[str, ...]

# Which tab of the mission's page holds the rows of a block.
_EDITED_AT = {
    BlockKind.ACCOUNTABLE: "commitments",
    BlockKind.SHARED: "co_offices",
    BlockKind.TIMELINE: "milestones",
    BlockKind.PORTFOLIO: "initiatives",
    BlockKind.COALITION: "actor_types",
    BlockKind.RESOURCES: "initiatives",
    BlockKind.GOAL: "baseline_value",
    BlockKind.MISSION: "sentence",
}


def bound_rows(
    desk: Desk, tr: Translator, letter: Letter, kind: BlockKind, navigate: Navigate
) -> QWidget | None:
    """The rows under a block's text, or None for a block of words only."""
    if kind not in _EDITED_AT or letter.mission is None:
        return None
    heads, rows = _rows(desk, tr, letter, kind)
    body = QWidget()
    layout = QVBoxLayout(body)
    layout.setContentsMargins(0, 8, 0, 0)
    layout.setSpacing(8)
    if rows:
        layout.addWidget(text_label(tr.say("Printed from the data"), "label"))
        layout.addWidget(_table(heads, rows, tr))
    if kind is BlockKind.ACCOUNTABLE:
        _add_commitment_findings(desk, tr, letter, navigate, layout)
    place = f"{letter.mission}#{_EDITED_AT[kind]}"
    layout.addWidget(
        push_button(
            tr.say("Edit on the mission’s page"),
            "editBoundRows",
            lambda: navigate(PageName.MISSIONS, place),
            "link",
        )
    )
    return body


def _rows(
    desk: Desk, tr: Translator, letter: Letter, kind: BlockKind
) -> tuple[Sequence[str], list[Cells]]:
    content = desk.letters.content(letter.id)
    match kind:
        case BlockKind.ACCOUNTABLE:
            return (tr.say("No."), tr.say("Commitment"), tr.say("Due")), [
                (it.number, it.text, it.due) for it in content.commitments
            ]
        case BlockKind.SHARED:
            return (tr.say("Minister"), tr.say("Part")), list(content.shared)
        case BlockKind.TIMELINE:
            return (tr.say("Due"), tr.say("Milestone")), [
                (it.due, it.title) for it in content.timeline
            ]
        case BlockKind.PORTFOLIO:
            return (tr.say("Code"), tr.say("Initiative"), tr.say("Stage")), [
                (it.code, it.title, it.stage) for it in content.initiatives
            ]
        case BlockKind.COALITION:
            return (tr.say("Actors"),), [(it,) for it in content.actors]
        case BlockKind.RESOURCES if content.budget is not None:
            table = content.budget
            rows = [(name, *cells) for name, cells in table.rows]
            rows.append((tr.say("Total"), *table.total))
            return (tr.say("Initiative"), *table.years), rows
        case BlockKind.GOAL if content.goal is not None:
            return (tr.say("Figure"), tr.say("Value")), list(content.goal.facts)
        case BlockKind.MISSION:
            return (tr.say("Sentence"),), [(content.mission_sentence,)]
    return (), []


def _table(heads: Sequence[str], rows: list[Cells], tr: Translator) -> ReadTable[Cells]:
    def cell(place: int) -> Column[Cells]:
        widest = max(range(len(heads)), key=lambda i: max(len(row[i]) for row in rows))
        return Column(
            heads[place],
            lambda row: row[place],
            wrap=place == widest,
            stretch=1 if place == widest else 0,
            sort=lambda row: rows.index(row),
        )

    table: ReadTable[Cells] = ReadTable(
        [cell(place) for place in range(len(heads))],
        lambda row: "\u001f".join(row),
        name="boundRows",
        title=tr.say("Printed from the data"),
        sort_text=tr.sort_key,
        growing=True,
    )
    table.show_rows(rows)
    return table


def _add_commitment_findings(
    desk: Desk, tr: Translator, letter: Letter, navigate: Navigate, layout: QVBoxLayout
) -> None:
    for commitment in desk.situation.commitments_of(letter.mission or ""):
        for finding in desk.readiness.of(Commitment, commitment.id):
            place = f"{letter.mission}#commitments"
            if finding.rule == "L3":

                def mend(key: str = commitment.id) -> None:
                    desk.commitments.split(key)

                verb = tr.say("Split in two")
            else:

                def mend(key: str = place) -> None:
                    navigate(PageName.MISSIONS, key)

                verb = tr.say("Go to the field")
            sentence = f"{finding.label}: {tr.tell(finding.message)}"
            layout.addWidget(FindingBar(finding.severity.value, finding.rule, sentence, verb, mend))
