# SPDX-License-Identifier: Apache-2.0
"""The rows that a block prints from data, read-only here, with the way to where they are edited."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtWidgets import QVBoxLayout, QWidget

from missiondesk.domain.commitment import Commitment
from missiondesk.domain.letter import BlockKind, Letter
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.ui.pages import Navigate, PageName
from missiondesk.ui.told_findings import sentence_of
from missiondesk.ui.widgets.finding_bar import FindingBar
from missiondesk.ui.widgets.looks import push_button, text_label
from missiondesk.ui.widgets.table import Column, ReadTable

Cells = tuple[str, ...]
_MOST_LINES = 6

# Which part of the mission's page holds the rows of a block.
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


class _Table(NamedTuple):
    """Heads and cells; the column ``wide`` takes the room, and has ``detail`` under its words.

    With ``sums`` all columns but the first are numbers.
    """

    heads: Sequence[str]
    rows: list[Cells]
    wide: int = 0
    detail: int | None = None
    sums: bool = False


class BoundRows(QWidget):
    """The table, what the check says of its rows, and the link; nothing for a block of words."""

    def __init__(
        self,
        desk: Desk,
        tr: Translator,
        letter: Letter,
        kind: BlockKind,
        navigate: Navigate,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._tr, self._kind, self._navigate = desk, tr, kind, navigate
        self._mission = letter.mission or ""
        self._told: object = None
        self._parts: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 4, 0, 0)
        self._column.setSpacing(8)
        self.setVisible(bool(self._mission) and kind in _EDITED_AT)
        if self.isHidden():
            return
        place = f"{self._mission}#{_EDITED_AT[kind]}"
        self._column.addWidget(
            push_button(
                tr.say("Edit on the mission’s page"),
                "editBoundRows",
                lambda: navigate(PageName.MISSIONS, place),
                "link",
            )
        )

    def show_letter(self, letter: Letter) -> None:
        """Show the rows as they are printed now."""
        if self._kind not in _EDITED_AT or not self._mission:
            return
        table = self._table(letter)
        bars = self._findings() if self._kind is BlockKind.ACCOUNTABLE else []
        told = (table, [said for *said, _act in bars])
        if told == self._told:
            return
        self._told = told
        for part in self._parts:
            self._column.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._parts = []
        if table.rows:
            self._parts.append(text_label(self._tr.say("Printed from the data"), "label"))
            self._parts.append(_read_table(table, self._tr))
        for severity, rule, sentence, verb, act in bars:
            self._parts.append(FindingBar(severity, rule, sentence, verb, act))
        for place, part in enumerate(self._parts):
            self._column.insertWidget(place, part)

    def _table(self, letter: Letter) -> _Table:
        say = self._tr.say
        content = self._desk.letters.content(letter.id)
        match self._kind:
            case BlockKind.ACCOUNTABLE:
                heads = (say("No."), say("Commitment"), say("Due"))
                return _Table(
                    heads,
                    [(it.number, it.text, it.due) for it in content.commitments],
                    wide=1,
                    detail=2,
                )
            case BlockKind.SHARED:
                return _Table((say("Minister"), say("Part")), list(content.shared), wide=1)
            case BlockKind.TIMELINE:
                return _Table(
                    (say("Due"), say("Milestone")),
                    [(it.due, it.title) for it in content.timeline],
                    wide=1,
                )
            case BlockKind.PORTFOLIO:
                heads = (say("Code"), say("Initiative"), say("Stage"))
                return _Table(
                    heads, [(it.code, it.title, it.stage) for it in content.initiatives], wide=1
                )
            case BlockKind.COALITION:
                return _Table((say("Actors"),), [(it,) for it in content.actors])
            case BlockKind.RESOURCES if content.budget is not None:
                table = content.budget
                rows = [(name, *cells) for name, cells in table.rows]
                rows.append((say("Total"), *table.total))
                return _Table((say("Initiative"), *table.years), rows, sums=True)
            case BlockKind.GOAL if content.goal is not None:
                return _Table((say("Figure"), say("Value")), list(content.goal.facts), wide=1)
            case BlockKind.MISSION:
                return _Table((say("Sentence"),), [(content.mission_sentence,)])
        return _Table((), [])

    def _findings(self) -> list[tuple[str, str, str, str, Callable[[], object]]]:
        """Severity, rule, sentence, verb and deed for each finding on the commitments."""
        made: list[tuple[str, str, str, str, Callable[[], object]]] = []
        for commitment in self._desk.situation.commitments_of(self._mission):
            for finding in self._desk.readiness.of(Commitment, commitment.id):
                sentence = f"{finding.label}: {sentence_of(finding, self._tr)}"
                verb, act = self._mend(finding.rule, commitment.id)
                made.append((finding.severity.value, finding.rule, sentence, verb, act))
        return made

    def _mend(self, rule: str, commitment: str) -> tuple[str, Callable[[], object]]:
        if rule == "L3":
            return self._tr.say("Split in two"), lambda: self._desk.commitments.split(commitment)
        place = f"{self._mission}#commitments"
        return self._tr.say("Go to the field"), lambda: self._navigate(PageName.MISSIONS, place)


def _read_table(table: _Table, tr: Translator) -> ReadTable[Cells]:
    def column(place: int) -> Column[Cells]:
        wide = place == table.wide
        under = table.detail
        return Column(
            table.heads[place],
            lambda row: row[place],
            detail=(lambda row: row[under]) if wide and under is not None else None,
            wrap=wide,
            lines=_MOST_LINES,
            stretch=1 if wide else 0,
            right=table.sums and place > 0,
            sort=lambda row: table.rows.index(row),
        )

    made: ReadTable[Cells] = ReadTable(
        [column(place) for place in range(len(table.heads)) if place != table.detail],
        "\u001f".join,
        name="boundRows",
        title=tr.say("Printed from the data"),
        sort_text=tr.sort_key,
        growing=True,
    )
    made.show_rows(table.rows)
    return made
