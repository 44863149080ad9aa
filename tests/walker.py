# SPDX-License-Identifier: Apache-2.0
"""Walks a window as a screen reader does, by Qt's accessible interfaces, and says what it misses.

A helper of tests, and of whoever wants to know what a window is called:
``print("\\n".join(told(window)))``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTableView,
    QWidget,
)

Role = QAccessible.Role
# What a person operates; a name is needed whatever the focus policy says.
OPERATED = {
    Role.Button, Role.ButtonMenu, Role.CheckBox, Role.ComboBox, Role.EditableText,
    Role.List, Role.MenuItem, Role.PageTab, Role.PageTabList, Role.RadioButton, Role.Slider,
    Role.SpinBox, Role.Table, Role.Tree,
}  # fmt: skip
# Cells are judged by `cells`; their names repeat as their contents do.
_CELLS = {Role.Cell, Role.ListItem, Role.ColumnHeader, Role.RowHeader, Role.TreeItem}
_MOST_ROWS = 40
_LEAST_TARGET = 24  # points


@dataclass(frozen=True, slots=True)
class Heard:
    """One control as it is spoken.

    Attributes:
        where: objectNames from the window down, for the reader of a failure.
    """

    role: Role
    name: str
    where: str


def heard(window: QWidget) -> list[Heard]:
    """Every visible control that can be operated or take the focus, in reading order."""
    found = QAccessible.queryAccessibleInterface(window)
    assert found is not None
    return list(_walk(found, ""))


def unnamed(window: QWidget, spoken: list[Heard] | None = None) -> list[str]:
    """Controls without a name; there may be none. ``spoken`` spares a walk that was made."""
    spoken = heard(window) if spoken is None else spoken
    return [f"{_word(one.role)} at {one.where}" for one in spoken if not one.name.strip()]


def alike(window: QWidget, spoken: list[Heard] | None = None) -> list[str]:
    """Controls of one role that bear the same name, so that a listener cannot tell them apart."""
    spoken = heard(window) if spoken is None else spoken
    count = Counter((one.role, one.name) for one in spoken if one.name.strip())
    return [
        f"{times} x {_word(role)} “{name}”" for (role, name), times in count.items() if times > 1
    ]


def silent_cells(window: QWidget) -> list[str]:
    """Cells of visible tables and lists that do not tell their column and content."""
    return [
        fault
        for view in window.findChildren(QAbstractItemView)
        if view.isVisibleTo(window)
        for fault in _cells(view)
    ]


def off_the_tab_way(window: QWidget) -> list[str]:
    """Enabled controls that take the focus but that Tab never reaches; Tab comes round again."""
    reached = tab_way(window)
    return [
        f"{type(widget).__name__} {widget.objectName()}"
        for widget in window.findChildren(QWidget)
        if widget.isVisibleTo(window)
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.window() is window.window()
        and not _part_of_another(widget)
        and not _in_a_group(widget)
        and widget not in reached
    ]


def tab_way(window: QWidget) -> list[QWidget]:
    """The widgets that get the focus one after the other, until the first comes again.

    By the focus itself: asking each widget for the next in the chain makes PySide 6.11 forget
    who owns the menus of the menu bar, and the next collection takes them away.
    """
    before = window.focusWidget()
    way: list[QWidget] = [] if before is None else [before]
    while window.focusNextChild():
        here = window.focusWidget()
        if here is None or here in way:
            break
        way.append(here)
    if before is not None:
        before.setFocus(Qt.FocusReason.OtherFocusReason)
    return way


def _in_a_group(widget: QWidget) -> bool:
    """Buttons of which one is always chosen are one stop of Tab; arrows move between them."""
    return (
        isinstance(widget, QAbstractButton)
        and widget.isCheckable()
        and not widget.isChecked()
        and (widget.autoExclusive() or (widget.group() is not None and widget.group().exclusive()))
    )


def small_targets(window: QWidget) -> list[str]:
    """Buttons and fields that are lower or narrower than 24 points (WCAG 2.2, 2.5.8)."""
    kinds = (QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox)
    return [
        f"{type(widget).__name__} {widget.objectName()}: {widget.width()} × {widget.height()}"
        for widget in window.findChildren(QWidget)
        if isinstance(widget, kinds)
        and widget.isVisible()
        and not _part_of_another(widget)
        and min(widget.width(), widget.height()) < _LEAST_TARGET
    ]


def told(window: QWidget) -> list[str]:
    """The window as it is spoken, one line a control."""
    return [f"{_word(one.role)}: {one.name}" for one in heard(window)]


# ---------------------------------------------------------------- walking


def _walk(found: QAccessibleInterface, path: str) -> Iterator[Heard]:
    state = found.state()
    if state.invisible:
        return
    thing = found.object()
    label = (thing.objectName() or type(thing).__name__) if thing is not None else ""
    where = f"{path}/{label}" if label else path
    role = found.role()
    if role in _CELLS:
        return
    if (role in OPERATED or _takes_focus(thing)) and not _part_of_another(thing):
        yield Heard(role, _name(found, thing), where)
    if isinstance(thing, QAbstractItemView):
        return
    for place in range(found.childCount()):
        child = found.child(place)
        if child is not None and child.isValid():
            yield from _walk(child, where)


def _name(found: QAccessibleInterface, thing: object) -> str:
    # On Linux Qt gives a drop-down box's choice as its name and tells its label by a relation.
    if found.role() is Role.ComboBox and isinstance(thing, QWidget):
        return thing.accessibleName()
    return found.text(QAccessible.Text.Name)


def _takes_focus(thing: object) -> bool:
    return isinstance(thing, QWidget) and bool(thing.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _part_of_another(thing: object) -> bool:
    """A viewport or the like: its owner speaks for it, and a proxy passes the focus on."""
    if not isinstance(thing, QWidget):
        return False
    owner = thing.parentWidget()
    if isinstance(owner, QAbstractScrollArea) and thing is owner.viewport():
        return True
    if thing.focusProxy() is not None:
        return True
    return thing.objectName().startswith("qt_")


def _word(role: Role) -> str:
    return str(role.name)


# ---------------------------------------------------------------- cells


def _cells(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    if model is None:
        return
    told = _told_cells(view)
    columns = model.columnCount() if isinstance(view, QTableView) else 1
    for row in range(min(model.rowCount(), _MOST_ROWS)):
        for column in range(columns):
            if isinstance(view, QTableView) and view.isColumnHidden(column):
                continue
            fault = _fault(view, model.index(row, column), told)
            if fault:
                yield f"{view.objectName()} row {row} column {column}: {fault}"


def _told_cells(view: QAbstractItemView) -> set[str]:
    """Names of the cells as Qt hands them to a screen reader."""
    found = QAccessible.queryAccessibleInterface(view)
    names = set()
    for place in range(found.childCount()):
        child = found.child(place)
        if child is not None and child.isValid() and child.role() in _CELLS:
            names.add(child.text(QAccessible.Text.Name))
    return names


def _fault(view: QAbstractItemView, index: QModelIndex, told: set[str]) -> str:
    shown = str(index.data() or "")
    spoken = str(index.data(Qt.ItemDataRole.AccessibleTextRole) or shown)
    if not isinstance(view, QTableView):
        return "" if spoken else "says nothing"
    across = Qt.Orientation.Horizontal
    # A head may be set on several lines.
    head = " ".join(str(index.model().headerData(index.column(), across) or "").split("\n"))
    if head and head not in " ".join(spoken.split("\n")):
        return f"does not tell its column “{head}”: “{spoken}”"
    if shown and not spoken.removeprefix(head).removeprefix(":").strip():
        return f"shows “{shown}” and says nothing"
    return "" if spoken in told else f"“{spoken}” does not reach the screen reader"
