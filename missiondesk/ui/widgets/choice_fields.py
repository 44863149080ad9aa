# SPDX-License-Identifier: Apache-2.0
"""Fields whose value is chosen from what there is: one of several, or any of several."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from missiondesk.domain.message import Worded
from missiondesk.language import Translator
from missiondesk.ui.widgets.check_box import CheckBox
from missiondesk.ui.widgets.choice_box import ChoiceBox
from missiondesk.ui.widgets.field import Field
from missiondesk.ui.widgets.tab_way import tab_before

Option = tuple[Any, str]


def worded_options(states: Iterable[Worded], tr: Translator) -> list[Option]:
    """Members of a worded enumeration with their words."""
    return [(state, tr.say(state.word)) for state in states]


class _Box(ChoiceBox):
    """Esc puts back the choice that was there."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()
            return
        super().keyPressEvent(event)


class ChoiceField(Field):
    """One of several: a state, a record by its id. Taken as soon as it is chosen."""

    def __init__(
        self,
        name: str,
        label: str,
        tr: Translator,
        commit: Callable[[Any], object] | None = None,
        *,
        options: Sequence[Option] = (),
        none: str | None = None,
        **rest: Any,
    ) -> None:
        """Make the field.

        Args:
            name: Name of the dataclass field.
            label: What stands before it.
            tr: The screen's language.
            commit: See `Field`.
            options: Values with their texts.
            none: Text for None ("not chosen"); without it None cannot be chosen.
            rest: See `Field`.
        """
        super().__init__(name, label, tr, commit, **rest)
        self._none = none
        self._options: list[Option] = []
        self.editor = _Box()
        self.editor.setMinimumContentsLength(12)
        self._adopt(self.editor)
        self._editors.addWidget(self.editor)
        self._editors.addStretch(1)
        self.set_options(options)
        self.editor.activated.connect(lambda _place: self.commit())

    def set_options(self, options: Sequence[Option]) -> None:
        """Offer other values; the value shown stays, even when it is no longer on offer."""
        lead: list[Option] = [] if self._none is None else [(None, self._none)]
        offered = [*lead, *options]
        if offered != self._options:  # thousands of initiatives are the same after most steps
            self._options = offered
            self.editor.blockSignals(True)
            self.editor.fill(offered)
            self.editor.blockSignals(False)
        self.write(self._shown)

    def read(self) -> Any:
        place = self.editor.currentIndex()
        return self._options[place][0] if 0 <= place < len(self._options) else self._shown

    def write(self, value: Any) -> None:
        places = [place for place, (known, _) in enumerate(self._options) if known == value]
        self.editor.setCurrentIndex(places[0] if places else -1)

    def editors(self) -> list[QWidget]:
        return [self.editor]


class MultiChoiceField(Field):
    """Any of several, as check boxes; the value is a tuple in the order of the options."""

    def __init__(
        self,
        name: str,
        label: str,
        tr: Translator,
        commit: Callable[[tuple[Any, ...]], object] | None = None,
        *,
        options: Sequence[Option] = (),
        columns: int = 2,
        **rest: Any,
    ) -> None:
        super().__init__(name, label, tr, commit, **rest)
        self._columns = self._shown_columns = columns
        self._boxes: list[tuple[Any, CheckBox]] = []
        self._offered: list[Option] = []
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 2, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(2)
        self._editors.addLayout(self._grid)
        self._editors.addStretch(1)
        self.set_options(options)

    def set_options(self, options: Sequence[Option]) -> None:
        """Offer other values; those chosen and no longer on offer are kept in the value."""
        if list(options) == self._offered:
            return
        self._offered = list(options)
        for _, box in self._boxes:
            self._grid.removeWidget(box)
            box.hide()
            box.deleteLater()
        self._boxes = []
        for place, (value, text) in enumerate(options):
            box = CheckBox(text)
            box.setObjectName(f"{self.name}_{place}")
            box.setAccessibleName(f"{self.label_text}: {text}")
            box.clicked.connect(lambda _checked=False: self.commit())
            columns = self._shown_columns
            self._grid.addWidget(box, place // columns, place % columns)
            self._boxes.append((value, box))
        tab_before(self, [box for _, box in self._boxes])
        self.write(self._shown)

    def minimumSizeHint(self) -> QSize:
        """One box may stand below the other."""
        size = super().minimumSizeHint()
        least = max((box.minimumSizeHint().width() for _, box in self._boxes), default=0)
        less = self._grid.minimumSize().width() - least
        return QSize(size.width() - max(less, 0), size.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many columns as there is room for."""
        super().resizeEvent(event)
        self._arrange()

    def _widest(self) -> int:
        return max((box.sizeHint().width() for _, box in self._boxes), default=0)

    def _arrange(self) -> None:
        gap = self._grid.horizontalSpacing()
        fit = (self.room() + gap) // (self._widest() + gap)
        columns = max(1, min(self._columns, fit))
        if columns != self._shown_columns:
            self._shown_columns = columns
            for place, (_, box) in enumerate(self._boxes):
                self._grid.removeWidget(box)
                self._grid.addWidget(box, place // columns, place % columns)

    def read(self) -> Any:
        offered = {value for value, _ in self._boxes}
        kept = [value for value in self._shown or () if value not in offered]
        return (*(value for value, box in self._boxes if box.isChecked()), *kept)

    def write(self, value: Any) -> None:
        for known, box in self._boxes:
            box.setChecked(known in (value or ()))

    def editors(self) -> list[QWidget]:
        return [box for _, box in self._boxes] or [self]

    def _differs(self) -> bool:
        return False  # every click is taken at once
