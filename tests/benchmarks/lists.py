# SPDX-License-Identifier: Apache-2.0
"""Typing and scrolling in 50,000 initiatives, against a bare view with Qt's own filter on them.

A frame may take 16.7 ms where sixty are to be seen in a second. What is told is the longest turn of
the events for a keystroke or a step of scrolling, of each the median and, as a note, the 95th
percentile and what all turns of it take together; in the time of the screen's thread on the
processor, which others on the machine shift less than the clock. The peer is what a program in C++
would take from Qt as it is: a `QTreeView` of even rows over a `QSortFilterProxyModel` over
`QStandardItem`s with the same texts, so that no Python is called in it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QSortFilterProxyModel, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QLineEdit,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from missiondesk.domain.initiative import Initiative, Stage
from missiondesk.domain.step import Verb
from missiondesk.domain.wording import Wording
from missiondesk.language import translator
from missiondesk.services.desk import Desk
from missiondesk.services.workspaces import blank_desk
from missiondesk.system.collector import collect_now, collect_when_idle
from missiondesk.ui import theme
from missiondesk.ui.hub import Hub
from missiondesk.ui.initiatives.page import InitiativesPage
from missiondesk.ui.widgets.table import ReadTable
from tests.benchmarks.frames import FRAME, Turns, quantile, turns_of
from tests.benchmarks.measure import Result, interleaved, seconds
from tests.builders import a_mission, an_initiative

_WORD = "nr. 17"
Act = Callable[[], object]


@dataclass(frozen=True, slots=True)
class _Window:
    """A list with the line that filters it, and what both stand in."""

    room: QWidget
    line: QLineEdit
    view: QAbstractItemView


def measure(quick: bool) -> list[Result]:
    """First paint of the page; then keys in its filter and steps of scrolling, act by act."""
    app = QApplication.instance() or QApplication([])
    theme.load_fonts()
    theme.apply_theme(app)  # type: ignore[arg-type]
    desk = _full_desk(2_000 if quick else 50_000)
    hub = Hub(desk)
    texts = [_texts(one) for one in desk.situation.initiatives]
    page, table = _page(desk, hub)
    bare = _bare(texts)
    mine = _Window(page, _line(page), table)
    collect_when_idle()
    collect_now()  # as the program does whenever its user rests for some seconds
    results = [_first_paint(desk, hub, texts, quick)]
    for name, acts in _acts(quick).items():
        results.append(_compared(name, acts, mine, bare, len(texts)))
    return results


def _compared(
    name: str, acts: Callable[[_Window], Iterator[Act]], mine: _Window, bare: _Window, count: int
) -> Result:
    found: list[Turns] = []
    peers: list[Turns] = []
    for act, other in zip(acts(mine), acts(bare), strict=True):
        found.append(turns_of(act))
        peers.append(turns_of(other))
    longest, whole = [one.longest for one in found], [one.whole for one in found]
    theirs = [one.longest for one in peers]
    note = (
        f"95 %: {quantile(longest, 0.95) * 1000:.1f} ms of {FRAME * 1000:.1f}, "
        f"peer {quantile(theirs, 0.95) * 1000:.1f}; whole {quantile(whole, 0.5) * 1000:.1f}, "
        f"95 % {quantile(whole, 0.95) * 1000:.1f}"
    )
    peer = f"QTreeView, QSortFilterProxyModel, {count:,} rows"
    return Result(name, quantile(longest, 0.5), quantile(theirs, 0.5), peer, note)


# -- what is done ----------------------------------------------------------------------------
def _acts(quick: bool) -> dict[str, Callable[[_Window], Iterator[Act]]]:
    rounds, steps = (1, 12) if quick else (8, 200)

    def typed(window: _Window) -> Iterator[Act]:
        for _ in range(rounds):
            for letter in _WORD:
                yield lambda letter=letter: QTest.keyClicks(window.line, letter)  # type: ignore[misc]
            for _letter in _WORD:
                yield lambda: QTest.keyClick(window.line, Qt.Key.Key_Backspace)

    def with_a_choice(window: _Window) -> Iterator[Act]:
        window.view.setCurrentIndex(window.view.model().index(1_700, 0))
        yield from typed(window)

    def sorted_by_title(window: _Window) -> Iterator[Act]:
        assert isinstance(window.view, (ReadTable, QTreeView))
        window.view.sortByColumn(1, Qt.SortOrder.DescendingOrder)
        yield from typed(window)

    def scrolled(window: _Window, pixels: int) -> Iterator[Act]:
        bar = window.view.verticalScrollBar()
        bar.setValue(0)
        for _ in range(steps):
            yield lambda: bar.setValue((bar.value() + pixels) % max(bar.maximum(), 1))

    return {
        "keystroke in the filter": typed,
        "the same, a row is chosen": with_a_choice,
        "the same, sorted by title": sorted_by_title,
        "step of scrolling": lambda window: scrolled(window, 40),
        "jump, all rows are others": lambda window: scrolled(window, 99_973),
    }


def _first_paint(desk: Desk, hub: Hub, texts: list[list[str]], quick: bool) -> Result:
    def show() -> None:
        _gone(_page(desk, hub)[0])

    found = interleaved(
        1 if quick else 3,
        page=lambda: seconds(show),
        bare=lambda: seconds(lambda: _gone(_bare(texts).room)),
    )
    peer = "QTreeView and its items made"
    return Result(f"page of {len(texts):,}, first paint", found["page"], found["bare"], peer)


def _gone(widget: QWidget) -> None:
    widget.close()
    widget.deleteLater()
    QApplication.processEvents()


# -- the two lists ---------------------------------------------------------------------------
def _full_desk(count: int) -> Desk:
    desk = blank_desk("Måling")
    mission = a_mission(code="M1")
    stages = list(Stage)
    with desk.session.write(Verb.IMPORT, "") as unit:
        unit.save(mission)
        for number in range(count):
            unit.save(
                an_initiative(
                    mission=mission.id,
                    code=f"I{number:05d}",
                    title=Wording(f"Indsats nr. {number} for unge uden job"),
                    stage=stages[number % len(stages)],
                )
            )
    return desk


def _texts(one: Initiative) -> list[str]:
    return [one.code, one.title.da, "M1", one.stage.word, "–"]


def _page(desk: Desk, hub: Hub) -> tuple[InitiativesPage, ReadTable[Any]]:
    page = InitiativesPage(desk, hub, translator("da"), lambda _page, _key: None)
    _paint(page)
    return page, page.list.table


def _line(page: QWidget) -> QLineEdit:
    line = page.findChild(QLineEdit, "initiativeFilter")
    assert line is not None
    return line


def _bare(texts: list[list[str]]) -> _Window:
    window = QWidget()
    view, line = QTreeView(), QLineEdit()
    view.setUniformRowHeights(True)
    view.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
    items = QStandardItemModel(view)
    for row in texts:
        items.appendRow([QStandardItem(text) for text in row])
    proxy = QSortFilterProxyModel(view)
    proxy.setFilterKeyColumn(-1)
    proxy.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    proxy.setSourceModel(items)
    view.setModel(proxy)
    line.textChanged.connect(proxy.setFilterFixedString)
    layout = QVBoxLayout(window)
    layout.addWidget(line)
    layout.addWidget(view)
    _paint(window)
    return _Window(window, line, view)


def _paint(widget: QWidget) -> None:
    widget.resize(1240, 820)
    widget.show()
    QApplication.processEvents()
    widget.grab()
