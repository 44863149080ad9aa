# SPDX-License-Identifier: Apache-2.0
"""The list of 50,000 initiatives, shown, scrolled and filtered, against a bare table as long.

A frame may take 16.7 ms where sixty are to be seen in a second. Of scrolling, of a jump (all rows
in the window are others) and of typing the 95th percentile is told beside the median, in the time
of the screen's thread on the processor, which others on the machine shift less than the clock.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QTableView, QWidget

from missiondesk.domain.initiative import Stage
from missiondesk.domain.step import Verb
from missiondesk.domain.wording import Wording
from missiondesk.language import translator
from missiondesk.services.workspaces import blank_desk
from missiondesk.ui import theme
from missiondesk.ui.hub import Hub
from tests.benchmarks.measure import Result, interleaved, seconds
from tests.builders import a_mission, an_initiative


class _BareModel(QAbstractTableModel):
    def __init__(self, rows: list[tuple[str, ...]]) -> None:
        super().__init__()
        self._rows = rows

    def rowCount(self, parent: Any = QModelIndex()) -> int:  # noqa: B008
        return len(self._rows)

    def columnCount(self, parent: Any = QModelIndex()) -> int:  # noqa: B008
        return 5

    def data(self, index: Any, role: int = 0) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return self._rows[index.row()][index.column()]
        return None


def _paint(widget: QWidget) -> None:
    widget.resize(1240, 820)
    widget.show()
    QApplication.processEvents()
    widget.grab()


def _bare(rows: list[tuple[str, ...]]) -> None:
    view = QTableView()
    model = _BareModel(rows)
    view.setModel(model)
    _paint(view)
    view.close()
    view.deleteLater()
    QApplication.processEvents()


def _processor(work: Callable[[], object]) -> float:
    start = time.thread_time()
    work()
    return time.thread_time() - start


def _scrolled(view: QTableView, pixels: int) -> float:
    """One frame so much further down, as the window shows it."""
    bar = view.verticalScrollBar()

    def work() -> None:
        bar.setValue((bar.value() + pixels) % max(bar.maximum(), 1))
        QApplication.processEvents()

    return _processor(work)


def measure(quick: bool) -> list[Result]:
    """First paint of the page, frames while it is scrolled, and a filter typed into it."""
    from missiondesk.ui.initiatives.page import InitiativesPage

    app = QApplication.instance() or QApplication([])
    theme.load_fonts()
    theme.apply_theme(app)  # type: ignore[arg-type]
    count = 2_000 if quick else 50_000
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
    rows = [(f"I{n:05d}", f"Indsats nr. {n}", "M1", "Pilot", "2026") for n in range(count)]
    hub = Hub(desk)

    def page() -> InitiativesPage:
        return InitiativesPage(desk, hub, translator("da"), lambda _page, _key: None)

    def show() -> None:
        made = page()
        _paint(made)
        made.close()
        made.deleteLater()
        QApplication.processEvents()

    kept = page()
    _paint(kept)
    search = kept.findChild(QLineEdit, "initiativeFilter")
    assert search is not None
    shown = next(one for one in kept.findChildren(QTableView) if one.isVisible())
    plain = QTableView()
    plain.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
    plain.setModel(_BareModel(rows))
    _paint(plain)
    typed = iter("nr. 17" * 1_000)

    def type_one() -> None:
        text = search.text()
        search.setText(f"{'' if len(text) > 5 else text}{next(typed)}")
        QApplication.processEvents()

    found = interleaved(
        1 if quick else 3, page=lambda: seconds(show), bare=lambda: seconds(lambda: _bare(rows))
    )
    peer = f"bare QTableView of {count:,} rows"
    first = f"page of {count:,} initiatives, first paint"
    results = [Result(first, found["page"], found["bare"], peer)]
    turns = 12 if quick else 120
    for what, mine, theirs in (
        ("frame while scrolling", lambda: _scrolled(shown, 40), lambda: _scrolled(plain, 40)),
        ("frame of a jump", lambda: _scrolled(shown, 9_973), lambda: _scrolled(plain, 9_973)),
        ("keystroke in the filter", lambda: _processor(type_one), lambda: _scrolled(plain, 9_973)),
    ):
        took = sorted(mine() for _ in range(turns))
        other = statistics.median(theirs() for _ in range(turns))
        note = f"95th percentile {took[turns * 95 // 100] * 1000:.1f} ms, goal 16.7"
        results.append(Result(what, statistics.median(took), other, f"frame of a {peer}", note))
    return results
