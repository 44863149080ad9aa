# SPDX-License-Identifier: Apache-2.0
"""A whole government at its largest: the longest time that each view lets the screen wait.

5,000 initiatives, 2,000 requirements of skills and 500 actors. Each view is opened, a step is
taken while it is seen, it is filtered, rows are chosen in it, and it is scrolled and dragged. What
is told is the longest stretch in which the screen's thread did not come back to its events, in
processor time, for other programs are no fault of the desk. The goal is 100 ms. Where a worker's
share of the same stretch would make it longer than that, it is told below.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from PySide6.QtWidgets import QApplication, QWidget

from missiondesk.domain.actor import Actor
from missiondesk.domain.letter import Letter
from missiondesk.language import translator
from missiondesk.services.desk import Desk
from missiondesk.system.collector import collect_now, collect_when_idle
from missiondesk.system.settings import Settings
from missiondesk.ui import theme
from missiondesk.ui.hub import Hub
from missiondesk.ui.main_window import MainWindow
from missiondesk.ui.pages import PageName
from missiondesk.ui.widgets.tab_bar import Tabs
from tests.benchmarks.scale_acts import Stretch, choosing, dragging, filtering, longest, longest_of
from tests.benchmarks.scale_desk import large_desk

GOAL = 0.1  # seconds
INITIATIVES, REQUIREMENTS, ACTORS = 5_000, 2_000, 500
COLUMNS = ("opened", "step", "filter", "choose", "drag")


@dataclass(frozen=True, slots=True)
class Line:
    """One view with its longest stretches, in the order of `COLUMNS`."""

    name: str
    found: tuple[Stretch | None, ...]

    @property
    def worst(self) -> float:
        """The longest of the screen's thread, in seconds."""
        return max(one.own for one in self.found if one is not None)

    @property
    def with_workers(self) -> float:
        """The longest of all threads."""
        return max(one.all for one in self.found if one is not None)


def report(quick: bool, only: Sequence[str] = ()) -> str:
    """A line for each view; what is over the goal is marked, and stands once more at the end."""
    app = QApplication.instance() or QApplication([])
    theme.load_fonts()
    theme.apply_theme(app)  # type: ignore[arg-type]
    share = 10 if quick else 1
    desk = large_desk(INITIATIVES // share, REQUIREMENTS // share, ACTORS // share)
    hub = Hub(desk)
    window = MainWindow(desk, hub, translator("da"), Settings(theme="light"))
    window.resize(1440, 900)
    window.show()
    collect_when_idle()
    longest(collect_now, hub.tasks)
    lines = [line for page in PageName if not only or page in only for line in _page(window, page)]
    window.close()
    desk.close(discard=True)
    return told(lines)


def told(lines: Sequence[Line], columns: Sequence[str] = COLUMNS) -> str:
    """The lines as a table, with what is over the goal once more at its end."""
    wide = max(len(line.name) for line in lines)
    told = [f"{'view':<{wide}} " + "".join(f"{name:>8}" for name in columns) + "  (ms)"]
    for line in lines:
        cells = "".join(f"{one.own * 1000:>8.0f}" if one else f"{'–':>8}" for one in line.found)
        told.append(f"{line.name:<{wide}} {cells}" + ("  ■ over" if line.worst > GOAL else ""))
    over = [line for line in lines if line.worst > GOAL]
    worst = max(lines, key=lambda line: line.worst)
    told.append(f"{len(over)} of {len(lines)} views over {GOAL * 1000:.0f} ms")
    told += [f"  {line.name}: {line.worst * 1000:.0f} ms" for line in over]
    told.append(f"worst: {worst.name}, {worst.worst * 1000:.0f} ms")
    told += [
        f"with a worker's share: {line.name}, {line.with_workers * 1000:.0f} ms"
        for line in lines
        if line.with_workers > GOAL >= line.worst
    ]
    return "\n".join(told)


# -- the views -----------------------------------------------------------------------------
def _page(window: MainWindow, page: PageName) -> Iterator[Line]:
    """The page, each record or face of it that is another view, and the tabs of each."""
    yield _line(window, page.value, lambda: window.show_page(page))
    yield from _tabs(window, page, page.value)
    for name, go in _faces(window, page):
        yield _line(window, f"{page.value}: {name}", go)
        yield from _tabs(window, page, f"{page.value}: {name}")


def _tabs(window: MainWindow, page: PageName, name: str) -> Iterator[Line]:
    widget = _widget(window, page)
    for tabs in widget.findChildren(Tabs):
        if not tabs.isVisible():
            continue
        for place in range(tabs.count()):
            if place != tabs.currentIndex():
                yield _line(
                    window,
                    f"{name}: {tabs.tabText(place)}",
                    lambda tabs=tabs, place=place: tabs.setCurrentIndex(place),  # type: ignore[misc]
                )


def _faces(window: MainWindow, page: PageName) -> Iterator[tuple[str, Callable[[], object]]]:
    desk = window.desk
    records = {
        PageName.MISSIONS: desk.missions.all()[0].id,
        PageName.INITIATIVES: desk.situation.initiatives[-1].id,
        PageName.COMMITMENTS: desk.commitments.all()[0].id,
        PageName.ACTORS: desk.situation.all(Actor)[-1].id,
        PageName.LETTERS: desk.situation.all(Letter)[0].id,
    }
    if page in records:
        yield "record", lambda: window.navigate(page, records[page])
    widget = _widget(window, page)
    for name in ("show_batch", "show_register"):
        if hasattr(widget, name):
            yield name.removeprefix("show_"), getattr(widget, name)


def _line(window: MainWindow, name: str, go: Callable[[], object]) -> Line:
    tasks, desk = window.hub.tasks, window.desk
    collect_now()  # as the program does whenever its user rests for some seconds
    opened = longest(go, tasks)
    after = longest(lambda: _step(desk), tasks)
    front = window.pages.currentWidget()
    assert front is not None
    acts = (filtering(front), choosing(front), dragging(front))
    return Line(name, (opened, after, *(longest_of(one, tasks) for one in acts)))


def _step(desk: Desk) -> None:
    initiative = desk.situation.initiatives[0]
    note = "b" if initiative.note == "a" else "a"
    desk.initiatives.revise(replace(initiative, note=note))


def _widget(window: MainWindow, page: PageName) -> QWidget:
    found = window.pages.page(page)
    assert isinstance(found, QWidget)
    return found
