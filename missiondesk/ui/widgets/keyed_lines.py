# SPDX-License-Identifier: Apache-2.0
"""The lines of an edit table, which stay who they are while others come and go around them: a cell
in which someone is typing stays open with its row.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import field

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject

from missiondesk.domain.late_dataclass import dataclass


@dataclass(slots=True)
class Line:
    """One line as it is typed, with what is wrong in which column."""

    key: str | None
    cells: list[str]
    wrong: dict[int, str] = field(default_factory=dict)

    @property
    def empty(self) -> bool:
        return not any(cell.strip() for cell in self.cells)


class KeyedLines(QAbstractTableModel):
    """Holds them; what they say and whether it is right is a subclass's."""

    def __init__(self, width: int, parent: QObject | None = None) -> None:
        """Begin with the one empty line that waits for more.

        Args:
            width: Number of cells in a line.
            parent: Qt parent.
        """
        super().__init__(parent)
        self._width = width
        self._lines: list[Line] = [self.new_line()]

    def new_line(self) -> Line:
        """An empty line."""
        return Line(None, [""] * self._width)

    def become(self, lines: list[Line]) -> None:
        """Be these lines, of which the last is empty, and tell only what differs."""
        matches = _matched(self._lines, lines)
        for run in reversed(_runs(set(range(len(self._lines))) - matches.keys())):
            self.beginRemoveRows(QModelIndex(), run[0], run[-1])
            del self._lines[run[0] : run[-1] + 1]
            self.endRemoveRows()
        stay = [matches[place] for place in sorted(matches)]
        if stay != sorted(stay):
            self._reorder(stay)
        for run in _runs(set(range(len(lines))) - set(stay)):
            self.beginInsertRows(QModelIndex(), run[0], run[-1])
            self._lines[run[0] : run[0]] = [self.new_line() for _ in run]
            self.endInsertRows()
        before, self._lines = self._lines, lines
        for place, (old, new) in enumerate(zip(before, lines, strict=True)):
            for column in range(self._width):
                if old.cells[column] != new.cells[column] or column in old.wrong:
                    index = self.index(place, column)
                    self.dataChanged.emit(index, index)

    def _reorder(self, goals: Sequence[int]) -> None:
        """Sort the rows by where each is to stand, and take the open cell along."""
        self.layoutAboutToBeChanged.emit()
        order = sorted(range(len(goals)), key=lambda place: goals[place])
        place_of = {old: new for new, old in enumerate(order)}
        held = self.persistentIndexList()
        self._lines = [self._lines[place] for place in order]
        moved = [self.index(place_of[one.row()], one.column()) for one in held]
        self.changePersistentIndexList(held, moved)
        self.layoutChanged.emit()


def _matched(before: Sequence[Line], after: Sequence[Line]) -> dict[int, int]:
    """Places of rows before with those where they stand after: of one key, else the same in all
    cells, for a row that was typed gets its key when it is taken. One that was typed otherwise than
    it is shown then is the next that is new. The last row is the empty one that waits for more.
    """
    found = {len(before) - 1: len(after) - 1} if before and after else {}
    new = dict(enumerate(after[:-1]))
    by_key = {line.key: place for place, line in new.items() if line.key is not None}
    for place, line in enumerate(before[:-1]):
        if line.key in by_key:
            found[place] = by_key[line.key]
            new.pop(found[place], None)
    alike: dict[tuple[str, ...], list[int]] = {}
    for place, line in reversed(new.items()):
        alike.setdefault(tuple(line.cells), []).append(place)
    rest = []
    for place, line in enumerate(before[:-1]):
        if place not in found and (same := alike.get(tuple(line.cells))):
            found[place] = same.pop()
            new.pop(found[place])
        elif place not in found and line.key is None and not line.empty:
            rest.append(place)
    return found | dict(zip(rest, new, strict=False))


def _runs(places: Iterable[int]) -> list[list[int]]:
    """Places that follow each other, together."""
    runs: list[list[int]] = []
    for place in sorted(places):
        if runs and runs[-1][-1] == place - 1:
            runs[-1].append(place)
        else:
            runs.append([place])
    return runs
