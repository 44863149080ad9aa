# SPDX-License-Identifier: Apache-2.0
"""What a user does with a view, as acts on its widgets: filter, choose, scroll and drag."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QLineEdit, QWidget
from shiboken6 import isValid

from missiondesk.ui.tasks import Tasks
from missiondesk.ui.widgets.card_board import CardBoard
from missiondesk.ui.widgets.check_box import CheckBox
from missiondesk.ui.widgets.choice_box import ChoiceBox
from missiondesk.ui.widgets.field import Field
from missiondesk.ui.widgets.table import ReadTable
from missiondesk.ui.widgets.timeline import Timeline

_CALM = 0.25  # seconds without anything to do; pictures wait 0.12 for the size to rest
_NOTHING = 0.002  # seconds of a turn in which nothing happened
_LONGEST_WAIT = 30.0  # seconds
_WORD = "nr. 47"

Act = Callable[[], object]
T = TypeVar("T", bound=QWidget)


@dataclass(frozen=True, slots=True)
class Stretch:
    """The longest time without an event, in seconds.

    Attributes:
        own: Processor time of the screen's thread.
        all: Of all threads meanwhile: a worker that computes may hold the screen up, too.
    """

    own: float = 0.0
    all: float = 0.0

    def or_longer(self, other: Stretch) -> Stretch:
        """The longer of both."""
        return Stretch(max(self.own, other.own), max(self.all, other.all))


def longest(act: Act, tasks: Tasks) -> Stretch:
    """The longest stretch from the act until all is calm and the worker has nothing to do."""
    found = _timed(act)
    begun = time.monotonic()
    calm_since = begun
    while time.monotonic() - begun < _LONGEST_WAIT:
        turn = _timed(_one_turn)
        found = found.or_longer(turn)
        if turn.own > _NOTHING or tasks.busy:
            calm_since = time.monotonic()
        if time.monotonic() - calm_since > _CALM:
            break
        time.sleep(0.002)
    return found


def longest_of(acts: Iterator[Act], tasks: Tasks) -> Stretch | None:
    """The longest stretch of several acts, one after the other; None without any."""
    found: Stretch | None = None
    for act in acts:
        one = longest(act, tasks)
        found = one if found is None else found.or_longer(one)
    return found


def _timed(act: Act) -> Stretch:
    own, everything = time.thread_time(), time.process_time()
    act()
    return Stretch(time.thread_time() - own, time.process_time() - everything)


def _one_turn() -> None:
    QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


# -- acts ----------------------------------------------------------------------------------
def filtering(view: QWidget) -> Iterator[Act]:
    """Type into each line of filters, choose in each of its boxes, tick and untick."""
    for line in _seen(view, QLineEdit):
        if line.isClearButtonEnabled() and not _in_a_form(line):
            for end in range(len(_WORD) - 1, len(_WORD) + 1):
                yield lambda line=line, end=end: line.setText(_WORD[:end])
            yield line.clear
    for box in _seen(view, ChoiceBox):
        if not _in_a_form(box):
            here = box.currentIndex()
            for place in (*range(1, min(box.count(), 3)), here):
                yield lambda box=box, place=place: box.setCurrentIndex(place)
    for button in _seen(view, QAbstractButton):
        turned = isinstance(button, CheckBox) or button.objectName().endswith(("AsTable", "Swap"))
        if turned and button.isEnabled() and not _in_a_form(button):
            yield button.click
            yield button.click


def choosing(view: QWidget) -> Iterator[Act]:
    """Choose two rows of each table; what stands beside it follows."""
    for table in _seen(view, ReadTable):
        for place in (1, 2):
            # A table of sums is made anew when the row chosen has other years.
            if isValid(table) and place < table.model().rowCount():
                yield lambda table=table, place=place: table.setCurrentIndex(
                    table.model().index(place, 0)
                )


def dragging(view: QWidget) -> Iterator[Act]:
    """Drag scroll bars, the view of a timeline, and a card of a board to the next column."""
    for area in _seen(view, QAbstractScrollArea):
        for bar in (area.verticalScrollBar(), area.horizontalScrollBar()):
            if bar.maximum() > 0:
                for part in (0.3, 0.6, 1.0, 0.0):
                    yield lambda bar=bar, part=part: bar.setSliderPosition(
                        round(bar.maximum() * part)
                    )
    for timeline in _seen(view, Timeline):
        edge = timeline.viewport().rect().bottomRight() - QPoint(30, 4)
        yield from _drag(timeline, edge, edge - QPoint(260, 160))
    for board in _seen(view, CardBoard):
        begin = board.viewport().rect().topLeft() + QPoint(60, 80)
        yield from _drag(board, begin, begin + QPoint(board.viewport().width() // 5, 20))


def _drag(area: QAbstractScrollArea, begin: QPoint, end: QPoint) -> Iterator[Act]:
    kinds = QEvent.Type
    yield lambda: _mouse(area, kinds.MouseButtonPress, begin)
    for part in range(1, 7):
        at = begin + (end - begin) * part / 6
        yield lambda at=at: _mouse(area, kinds.MouseMove, at)
    yield lambda: _mouse(area, kinds.MouseButtonRelease, end)


def _mouse(area: QAbstractScrollArea, kind: QEvent.Type, at: QPoint) -> None:
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    button = none if kind == QEvent.Type.MouseMove else left
    held = none if kind == QEvent.Type.MouseButtonRelease else left
    port = area.viewport()
    event = QMouseEvent(
        kind, QPointF(at), QPointF(port.mapToGlobal(at)), button, held,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QCoreApplication.sendEvent(port, event)


def _seen(view: QWidget, kind: type[T]) -> list[T]:
    found = view.findChildren(kind)
    if isinstance(view, kind):
        found.append(view)
    return [one for one in found if one.isVisible()]


def _in_a_form(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, Field):
            return True
        parent = parent.parentWidget()
    return False
