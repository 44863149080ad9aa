# SPDX-License-Identifier: Apache-2.0
"""Who stands where: parties down, constellations across, set by single keys or by buttons."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from missiondesk.domain.party import Election, Party, PartyRole
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.services.seats import Standing
from missiondesk.ui.widgets.flow_row import FlowRow
from missiondesk.ui.widgets.letter_grid import Edit, GridCell, GridHead, LetterGrid
from missiondesk.ui.widgets.looks import push_button, text_label

_WIDEST = 12  # characters of a line in a column's head


class RolesGrid(QWidget):
    """The grid with its legend and its buttons.

    Args:
        attempt: Does what a verb does, and says why it was refused.
    """

    def __init__(
        self, desk: Desk, tr: Translator, attempt: Callable[[Callable[[], object]], bool]
    ) -> None:
        super().__init__()
        self._desk, self._tr, self._attempt = desk, tr, attempt
        self._parties: tuple[Party, ...] = ()
        self._standings: tuple[Standing, ...] = ()
        self._letters = role_letters(tr)
        say = tr.say
        title = say("Who stands where")
        self.grid = LetterGrid(
            "rolesGrid", title, dict.fromkeys(self._letters.values(), ""), lines=1, head=210
        )
        self.grid.edited.connect(self._edited)
        keys = ", ".join(
            f"{letter} = {tr.show(role).lower()}" for role, letter in self._letters.items()
        )
        self.buttons = FlowRow()
        for role in PartyRole:
            name = f"role_{role.value}"
            self.buttons.add(push_button(tr.show(role), name, self._putting(role), "plain"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(text_label(title, "section"))
        layout.addWidget(text_label(say("Type {keys}; Del is not known.", keys=keys), "detail",
                                    wrap=True))  # fmt: skip
        layout.addWidget(self.grid)
        layout.addWidget(self.buttons)
        layout.addStretch(1)

    def show_constellations(self, election: Election, standings: Sequence[Standing]) -> None:
        """Show the parties with seats and where each constellation places them."""
        there = self._desk.talks.seats.house(election)
        self._parties, self._standings = there.parties, tuple(standings)
        heads = [
            GridHead(
                f"{one.code} {there.seats[one.id]} · {one.name}",
                self._tr.plural(
                    "{party}, {count} seat", "{party}, {count} seats", there.seats[one.id],
                    party=one.name or one.code,
                ),
            )
            for one in there.parties
        ]  # fmt: skip
        columns = [GridHead(_folded(one.constellation.name), one.constellation.name)
                   for one in standings]  # fmt: skip
        cells = [[self._cell(one, party) for one in standings] for party in there.parties]
        self.grid.show_cells(heads, columns, cells)
        high = self.grid.verticalHeader().defaultSectionSize() * len(heads)
        head = self.grid.horizontalHeader().sizeHint().height()
        self.grid.setFixedHeight(high + head + 18)
        self.setVisible(bool(standings) and bool(heads))
        self.buttons.setEnabled(not self._desk.read_only)

    def _cell(self, one: Standing, party: Party) -> GridCell:
        role = one.constellation.role_of(party.id)
        return GridCell(self._letters.get(role, ""), self._tr.show(role))

    def _putting(self, role: PartyRole) -> Callable[[], None]:
        return lambda: self.grid.put(self._letters.get(role, ""))

    def _edited(self, edits: list[Edit]) -> None:
        roles = {letter: role for role, letter in self._letters.items()}
        wanted = [
            (
                self._standings[across].id,
                self._parties[down].id,
                roles.get(text.strip().upper(), PartyRole.UNKNOWN),
            )
            for down, across, text in edits
        ]
        if not self._desk.read_only:
            self._attempt(lambda: self._desk.talks.seats.assign(wanted))


def role_letters(tr: Translator) -> dict[PartyRole, str]:
    """The letter by which a role is typed."""
    return {
        PartyRole.GOVERNMENT: tr.say_in("letter of a role", "G"),
        PartyRole.SUPPORT: tr.say_in("letter of a role", "S"),
        PartyRole.NEUTRAL: tr.say_in("letter of a role", "N"),
        PartyRole.AGAINST: tr.say_in("letter of a role", "A"),
    }


def _folded(name: str) -> str:
    lines = textwrap.wrap(name, _WIDEST) or [name]
    if len(lines) > 2:
        lines = [lines[0], textwrap.shorten(" ".join(lines[1:]), _WIDEST, placeholder="…")]
    return "\n".join(lines)
