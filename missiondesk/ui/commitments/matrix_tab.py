# SPDX-License-Identifier: Apache-2.0
"""The matrix: ministers down, missions across, and in each cell what joins the two."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from missiondesk.domain.mission import Mission
from missiondesk.language import Translator
from missiondesk.services.ownership_matrix import Owner, OwnershipMatrix
from missiondesk.ui.told_findings import briefly, findings_column
from missiondesk.ui.widgets.empty_state import EmptyState
from missiondesk.ui.widgets.frozen_column import FrozenColumn
from missiondesk.ui.widgets.looks import text_label
from missiondesk.ui.widgets.table import Column, ReadTable


class MatrixTab(QWidget):
    """A table whose columns are the missions of now.

    Args:
        opened: Gets the id of an office whose commitments are looked for.
    """

    def __init__(
        self, tr: Translator, opened: Callable[[str], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._tr, self._opened = tr, opened
        self._missions: tuple[tuple[str, str], ...] | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 12, 0, 0)
        self._layout.setSpacing(8)
        self.legend = text_label(
            tr.say(
                "A answers for the mission, R takes part in it. The first number counts"
                " commitments that the minister leads, the second those of others that the"
                " minister shares."
            ),
            "detail",
            wrap=True,
        )
        self._layout.addWidget(self.legend)
        self.table = self._made(())
        self._layout.addWidget(self.table, 1)

    def show_matrix(self, matrix: OwnershipMatrix) -> None:
        """Show who owns what; other missions make other columns."""
        shown = tuple((one.id, one.code) for one in matrix.missions)
        if shown != self._missions:
            self._missions = shown
            former, self.table = self.table, self._made(matrix.missions)
            self._layout.replaceWidget(former, self.table)
            former.hide()
            former.deleteLater()
        self.table.show_rows(matrix.owners)

    def _made(self, missions: tuple[Mission, ...]) -> ReadTable[Owner]:
        tr = self._tr
        made: ReadTable[Owner] = ReadTable(
            [*self._first(), *(self._column(at, one) for at, one in enumerate(missions)),
             *self._totals()],
            lambda it: it.id,
            name="ownershipTable",
            title=tr.say("Who owns what"),
            sort_text=tr.sort_key,
            empty=EmptyState(tr.say("Ministers and what they answer for stand here.")),
        )  # fmt: skip
        made.opened.connect(self._opened)
        FrozenColumn(made)  # of forty missions nobody knows the last ones' minister otherwise
        return made

    def _first(self) -> list[Column[Owner]]:
        tr = self._tr
        return [
            Column(
                tr.say("Minister"),
                lambda it: it.office.title.in_language(tr.lang),
                detail=lambda it: it.person.name if it.person else tr.say("nobody in office"),
                stretch=1,
                width=180,
                wrap=True,
                strong=True,
            )
        ]

    def _column(self, at: int, mission: Mission) -> Column[Owner]:
        tr, name = self._tr, f"{mission.code} {mission.title.in_language(self._tr.lang)}"
        return Column(
            mission.code,
            lambda it: it.shares[at].text,
            width=46,
            colour=lambda it: "accent" if it.shares[at].accountable else "ink",
            spoken=lambda it: f"{name}: {it.shares[at].spoken(tr)}",
            sort=lambda it: (
                -it.shares[at].accountable, -it.shares[at].responsible, -it.shares[at].leads,
                -it.shares[at].shares,
            ),
        )  # fmt: skip

    def _totals(self) -> list[Column[Owner]]:
        tr = self._tr
        counted: list[tuple[str, Callable[[Owner], int]]] = [
            (tr.say("Answers for"), lambda it: it.total.accountable),
            (tr.say("Takes part"), lambda it: it.total.responsible),
            (tr.say("Leads"), lambda it: it.total.leads),
            (tr.say("Shares"), lambda it: it.total.shares),
        ]
        columns: list[Column[Owner]] = [
            Column(head, _number(count), right=True, sort=count) for head, count in counted
        ]
        columns.append(
            findings_column(
                tr,
                lambda it: briefly(it.findings, tr),
                lambda _it: "wait",
                lambda it: -len(it.findings),
            )
        )
        return columns


def _number(count: Callable[[Owner], int]) -> Callable[[Owner], str]:
    return lambda it: str(count(it)) if count(it) else "–"
