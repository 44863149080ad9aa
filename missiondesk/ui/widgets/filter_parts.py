# SPDX-License-Identifier: Apache-2.0
"""The parts of a line of filters above a table: a text to look for, and boxes to choose from."""

from __future__ import annotations

from collections.abc import Callable, Sequence, Sized

from PySide6.QtWidgets import QLineEdit

from missiondesk.language import Translator
from missiondesk.ui.widgets.choice_box import ChoiceBox
from missiondesk.ui.widgets.side_by_side import scaled

Changed = Callable[[], object]


class FilterText(QLineEdit):
    """Words to look for in what a page shows; the window's "find" puts the cursor here."""


class FilterBox(ChoiceBox):
    """A choice that narrows what a page shows; None lets all pass."""


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
) -> FilterBox:
    """A box of choices; ``most`` is its width in px at 100 %, ``options`` are (key, text)."""
    box = FilterBox()
    box.setObjectName(name)
    box.setAccessibleName(title)
    box.setMaximumWidth(scaled(most))
    for key, text in options:
        box.addItem(text, key)
    box.currentIndexChanged.connect(lambda _place: changed())
    return box


def offer_choices(box: ChoiceBox, first: str, options: Sequence[tuple[str, str]]) -> None:
    """Offer ``first``, which lets all pass, and then (key, text) pairs; the choice stays."""
    offered = first, tuple(options)
    if offered == box.offered:
        return  # thousands of initiatives are the same after most steps
    box.offered = offered
    kept = box.currentData()
    box.blockSignals(True)
    box.fill([(None, first), *options])
    keys = [key for key, _ in options]
    box.setCurrentIndex(keys.index(kept) + 1 if kept in keys else 0)
    box.blockSignals(False)


def shown_of(found: Sized, whole: Sized, tr: Translator) -> str:
    """How many of all are shown, "" when the filter lets all pass."""
    if len(found) == len(whole):
        return ""
    return tr.say("{shown} of {all} shown", shown=len(found), all=len(whole))
