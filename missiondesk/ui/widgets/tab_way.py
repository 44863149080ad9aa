# SPDX-License-Identifier: Apache-2.0
"""The way of the Tab key, where widgets are made in another order than they stand in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def parts_of(row: QWidget) -> list[QWidget]:
    """What takes the focus in a row, from left to right."""
    layout = row.layout()
    items = [layout.itemAt(place) for place in range(layout.count())] if layout is not None else []
    found = [item.widget() for item in items if item is not None]
    return [it for it in found if it is not None and it.focusPolicy() != Qt.FocusPolicy.NoFocus]


def reached_in(part: QWidget) -> list[QWidget]:
    """What Tab is to reach within it, as its layouts lay it out; lists that open are apart.

    What hands its focus on to a part of itself is among them: left behind in the chain it would
    lead back to that part.
    """
    found = []
    for inside in _laid_out(part):
        if inside.focusPolicy() & Qt.FocusPolicy.TabFocus or inside.focusProxy() is not None:
            found.append(inside)
        found += reached_in(inside)
    return found


def _laid_out(part: QWidget) -> list[QWidget]:
    """The widgets in it, those of its layout first and in their order there."""
    children = [it for it in part.children() if isinstance(it, QWidget) and not it.isWindow()]
    layout = part.layout()
    first = list(_widgets_of(layout)) if layout is not None else []
    return [*first, *(it for it in children if it not in first)]


def _widgets_of(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is not None and (widget := item.widget()) is not None:
            yield widget
        elif item is not None and (inner := item.layout()) is not None:
            yield from _widgets_of(inner)


def tab_along(widgets: Iterable[QWidget]) -> None:
    """Let Tab reach these one after the other, from where the first of them is reached."""
    for before, after in pairwise(widgets):
        QWidget.setTabOrder(before, after)


def tab_before(place: QWidget, widgets: Iterable[QWidget]) -> None:
    """Let Tab reach ``widgets``, in their order, right before ``place`` or what is in it."""
    before = place.previousInFocusChain()
    # Qt orders only what takes the focus; labels and rows stand in the chain too.
    while before is not None and before is not place:
        if before.focusPolicy() != Qt.FocusPolicy.NoFocus:
            tab_along((before, *widgets))
            return
        before = before.previousInFocusChain()
