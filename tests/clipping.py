# SPDX-License-Identifier: Apache-2.0
"""Measures a window: what has less room than it needs, lies over another or is out of sight."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QScrollArea,
    QSplitter,
    QStyleOptionComboBox,
    QTableView,
    QWidget,
)

from missiondesk.language import Translator
from missiondesk.system.settings import WindowPlace
from missiondesk.ui import theme
from missiondesk.ui.confidential.locked_window import LockedWindow
from missiondesk.ui.locking import why_locked
from missiondesk.ui.presence import Gone
from missiondesk.ui.widgets.buttons import YieldingButton
from missiondesk.ui.widgets.check_box import CheckBox
from missiondesk.ui.widgets.choice_box import ChoiceBox
from missiondesk.ui.widgets.elided_label import ElidedLabel
from missiondesk.ui.widgets.filter_parts import FilterBox
from tests.screens import settle

_SLACK = 1  # px that rounding takes
_PADDING = 8  # px of the style sheet on each side of a head
_LEAST_WORD = 10  # signs of a choice or a hint that are to be read at least
_MEASURED = (QAbstractButton, QComboBox, QLabel, QLineEdit)


def clipped(window: QWidget) -> list[str]:
    """What is cut, each with its place and by how many pixels."""
    found = [f"{_where(window)}: {fault}" for fault in _heaped(window)]
    for widget in window.findChildren(QWidget):
        if widget.isVisibleTo(window) and not widget.visibleRegion().isEmpty():
            found += [f"{_where(widget)}: {fault}" for fault in _faults(widget)]
            found += [f"{_where(widget)}: {fault}" for fault in _heaped(widget)]
    return found


def _heaped(room: QWidget) -> Iterator[str]:
    """What lies over what stands beside it."""
    shown = [
        one
        for one in room.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        if isinstance(one, _MEASURED) and one.isVisible()
    ]
    for one, other in combinations(shown, 2):
        common = one.geometry().intersected(other.geometry())
        if common.width() > _SLACK and common.height() > _SLACK:
            yield f"{_called(one)} lies over {_called(other)}"


def _called(widget: QWidget) -> str:
    text = getattr(widget, "text", lambda: "")()
    return f"“{text}”" if text else _where(widget)


def _faults(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, ElidedLabel) and widget.text():
        yield from _missing(widget, widget.minimumSizeHint(), widget.text())
    elif isinstance(widget, QLabel) and widget.text():
        yield from _label(widget)
    elif isinstance(widget, CheckBox):
        if widget.height() + _SLACK < widget.heightForWidth(widget.width()):
            yield f"too low for “{widget.text()}”"
        yield from _missing(widget, widget.minimumSizeHint(), widget.text())
    elif isinstance(widget, YieldingButton):
        yield from _missing(widget, widget.minimumSizeHint(), widget.text())
    elif isinstance(widget, QAbstractButton) and widget.text() and type(widget) is not QCheckBox:
        yield from _missing(widget, widget.sizeHint(), widget.text())
    elif isinstance(widget, FilterBox):
        yield from _box(widget)
    elif isinstance(widget, ChoiceBox):
        yield from _squeezed(widget)
    elif isinstance(widget, QScrollArea):
        yield from _beyond(widget)
    elif isinstance(widget, QTableView):
        yield from _rows(widget)
    elif isinstance(widget, QSplitter):
        yield from _parts(widget)
    elif isinstance(widget, QHeaderView) and isinstance(widget.parentWidget(), QTableView):
        yield from _heads(widget)


def _label(label: QLabel) -> Iterator[str]:
    if not label.wordWrap():
        yield from _missing(label, label.sizeHint(), label.text())
        return
    width = label.width()
    needs = label.heightForWidth(width)
    if label.height() + _SLACK < needs:
        yield f"{needs - label.height()} px too low for “{label.text()}”"
    room = label.contentsRect().width()
    metrics = QFontMetrics(label.font())
    words = [word for line in label.text().split("\n") for word in line.split(" ")]
    widest = max(words, key=metrics.horizontalAdvance, default="")
    if metrics.horizontalAdvance(widest) > room + _SLACK:
        yield f"the word “{widest}” needs {metrics.horizontalAdvance(widest) - room} px more"


def _box(box: FilterBox) -> Iterator[str]:
    """What lets all pass is said whole; what people wrote may be longer than its box."""
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    if box.currentData() is None and option.currentText != box.currentText():
        yield f"“{box.currentText()}” is shown as “{option.currentText}”"


def _squeezed(box: ChoiceBox) -> Iterator[str]:
    """A long choice may be shortened, but not to a stump."""
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    whole = box.currentText() or box.placeholderText()
    if len(option.currentText) < min(len(whole), _LEAST_WORD):
        yield f"“{whole}” is shown as “{option.currentText}”"


def _beyond(area: QScrollArea) -> Iterator[str]:
    """A page or a form is scrolled up and down only."""
    content = area.widget()
    if content is not None and content.width() > area.viewport().width() + _SLACK:
        yield f"{content.width() - area.viewport().width()} px are beyond the right edge"


def _rows(table: QTableView) -> Iterator[str]:
    """Of a table with rows at least one is seen, and none is lower than a line of its font."""
    model = table.model()
    if model is None or not model.rowCount() or table.isRowHidden(0):
        return
    least = QFontMetrics(table.font()).height()
    if table.viewport().height() < min(least, table.rowHeight(0)):
        yield f"no row is seen in {table.viewport().height()} px"
    if table.rowHeight(0) + _SLACK < least:
        yield f"its rows have {table.rowHeight(0)} px for a line of {least}"


def _parts(splitter: QSplitter) -> Iterator[str]:
    """Parts that need more room than there is lie over each other or beyond the edge."""
    parts = [splitter.widget(place) for place in range(splitter.count())]
    shown = [part for part in parts if part is not None and part.isVisible()]
    for part, after in pairwise(shown):
        if part.geometry().intersects(after.geometry()):
            yield f"{_where(part)} lies over {_where(after)}"
    for part in shown:
        beyond = max(
            part.geometry().right() - splitter.rect().right(),
            part.geometry().bottom() - splitter.rect().bottom(),
            part.minimumSizeHint().width() - part.width(),
        )
        if beyond > _SLACK:
            yield f"{_where(part)} lacks {beyond} px"


def _missing(widget: QWidget, hint: QSize, text: str) -> Iterator[str]:
    if widget.width() + _SLACK < hint.width():
        yield f"{hint.width() - widget.width()} px too narrow for “{text}”"
    high = QFontMetrics(widget.font()).height() * (text.count("\n") + 1)
    if widget.height() + _SLACK < high:
        yield f"{high - widget.height()} px too low for “{text}”"


def _heads(head: QHeaderView) -> Iterator[str]:
    if head.orientation() != Qt.Orientation.Horizontal:
        return
    # The style sheet's font; `font()` tells the application's.
    model = head.model()
    metrics = QFontMetrics(theme.font(theme.DETAIL, QFont.Weight.DemiBold))
    for section in range(head.count()):
        if head.isSectionHidden(section):
            continue
        text = str(model.headerData(section, Qt.Orientation.Horizontal) or "")
        lines = text.split("\n")
        needs = max(metrics.horizontalAdvance(line) for line in lines) + 2 * _PADDING
        if text and head.sectionSize(section) + _SLACK < needs:
            yield f"{needs - head.sectionSize(section)} px too narrow for the head “{text}”"


def _where(widget: QWidget) -> str:
    names = []
    here: QWidget | None = widget
    while here is not None and len(names) < 3:
        if here.objectName() and not here.objectName().startswith("qt_"):
            names.append(here.objectName())
        here = here.parentWidget()
    return "/".join(reversed(names)) or type(widget).__name__


def a_locked_window(tr: Translator) -> LockedWindow:
    """The window of a locked workspace with a long name, as small as it can be."""
    why = why_locked(Gone.IDLE, 5, tr)
    name = "Statsministeriets meget hemmelige aftaler om regeringsgrundlaget.mission"
    made = LockedWindow(tr, WindowPlace(0, 0, 640, 420), safe=False, why=why, name=name)
    made.resize(made.minimumSize())
    made.show()
    made.which.click()
    settle()
    return made
