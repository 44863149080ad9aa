# SPDX-License-Identifier: Apache-2.0
"""The parts of a line of filters above a table: a text to look for, and boxes to choose from."""

from __future__ import annotations

from collections.abc import Callable, Sequence, Sized

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from missiondesk.language import Translator
from missiondesk.ui import theme
from missiondesk.ui.theme import scaled
from missiondesk.ui.widgets.choice_box import ChoiceBox
from missiondesk.ui.widgets.painted_text import text_width

_AROUND = 60  # px at 100 %, edges, padding and arrow of a box
Changed = Callable[[], object]


class FilterText(QLineEdit):
    """Words to look for in what a page shows; the window's "find" puts the cursor here.

    Attributes:
        keeps: Whether it is filled with what stood there last when it is first seen.
        was_seen: It was shown once.
    """

    keeps = True
    was_seen = False

    def kept(self) -> str:
        """What is to be remembered, "" for nothing."""
        return self.text().strip()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self.was_seen:
            self.was_seen = True
            if self.keeps and not self.text():
                self.setText(_kept_for(self))


class FilterBox(ChoiceBox):
    """A choice that narrows what a page shows; None lets all pass.

    Attributes:
        keeps: Whether it is set to what was chosen last when it is first seen.
        was_seen: It was shown once.
        wanted: What was chosen last and is not offered yet, None for nothing.
        most: Its greatest width in px at 100 %, for names that people gave.
    """

    keeps = True
    was_seen = False
    wanted: str | None = None
    most = 0

    def bound(self) -> None:
        """Be no wider than ``most``, but as wide as the first choice, which stands there mostly."""
        needs = round(text_width(self.itemText(0), theme.font())) + scaled(_AROUND)
        self.setMaximumWidth(max(scaled(self.most), needs))

    def kept(self) -> str:
        """What is to be remembered, "" for nothing."""
        chosen = self.wanted if self.currentData() is None else self.currentData()
        return chosen if isinstance(chosen, str) else ""

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self.was_seen:
            self.was_seen = True
            self.bound()
            if self.keeps and self.currentData() is None:
                self._want(_kept_for(self))

    def _want(self, key: str) -> None:
        place = self.findData(key) if key else -1
        if place >= 0:
            self.setCurrentIndex(place)
        else:
            self.wanted = key or None


def _kept_for(widget: QWidget) -> str:
    """What the window kept for a filter of this name, "" for nothing."""
    room = widget.parentWidget()
    while room is not None:
        kept = getattr(room, "kept_filters", None)
        if isinstance(kept, dict):
            return str(kept.get(widget.objectName(), ""))
        room = room.parentWidget()
    return ""


def filter_text(
    name: str, title: str, hint: str, changed: Changed, *, least: int, most: int
) -> FilterText:
    """A field for words to look for; ``least`` and ``most`` are its width in px at 100 %."""
    field = FilterText()
    field.setObjectName(name)
    field.setAccessibleName(title)
    field.setPlaceholderText(hint)
    field.setClearButtonEnabled(True)
    field.setMinimumWidth(scaled(least))
    field.setMaximumWidth(scaled(most))
    field.textChanged.connect(lambda _text: changed())
    return field


def filter_box(
    name: str,
    title: str,
    changed: Changed,
    *,
    most: int,
    options: Sequence[tuple[str, str]] = (),
    keeps: bool = True,
) -> FilterBox:
    """A box of choices; ``most`` is its width in px at 100 %, ``options`` are (key, text).

    With ``keeps`` the choice is remembered with the workspace.
    """
    box = FilterBox()
    box.keeps = keeps
    box.setObjectName(name)
    box.setAccessibleName(title)
    box.most = most
    for key, text in options:
        box.addItem(text, key)
    box.bound()
    box.currentIndexChanged.connect(lambda _place: changed())
    return box


def offer_choices(box: ChoiceBox, first: str, options: Sequence[tuple[str, str]]) -> None:
    """Offer ``first``, which lets all pass, and then (key, text) pairs; the choice stays."""
    offered = first, tuple(options)
    if offered == box.offered:
        return  # thousands of initiatives are the same after most steps
    box.offered = offered
    kept = box.currentData()
    if kept is None and isinstance(box, FilterBox):
        kept, box.wanted = box.wanted, None
    box.blockSignals(True)
    box.fill([(None, first), *options])
    if isinstance(box, FilterBox):
        box.bound()
    keys = [key for key, _ in options]
    box.setCurrentIndex(keys.index(kept) + 1 if kept in keys else 0)
    box.blockSignals(False)


def shown_of(found: Sized, whole: Sized, tr: Translator) -> str:
    """How many of all are shown, "" when the filter lets all pass."""
    if len(found) == len(whole):
        return ""
    return tr.say("{shown} of {all} shown", shown=len(found), all=len(whole))
