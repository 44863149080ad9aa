# SPDX-License-Identifier: Apache-2.0
"""Coalition talks at their largest: the longest time that each view lets the screen wait.

236 clauses, 12 parties, 400 positions. Each view is opened, a field or cell of it is edited, a
clause is revised while it is seen, it is filtered, rows are chosen in it, and it is scrolled.
Told as in `tests.benchmarks.scale`: processor time of the screen's thread, the goal is 100 ms.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from missiondesk.domain.clause import Clause
from missiondesk.language import translator
from missiondesk.services.desk import Desk
from missiondesk.system.collector import collect_now, collect_when_idle
from missiondesk.system.settings import Settings
from missiondesk.ui import theme
from missiondesk.ui.hub import Hub
from missiondesk.ui.main_window import MainWindow
from missiondesk.ui.pages import PageName
from missiondesk.ui.talks.page import TABS
from missiondesk.ui.widgets.field import Field
from missiondesk.ui.widgets.letter_grid import LetterGrid
from missiondesk.ui.widgets.sheet import Sheet
from tests.benchmarks.scale import Line, told
from tests.benchmarks.scale_acts import choosing, dragging, filtering, longest, longest_of
from tests.benchmarks.talks_desk import talks_desk

CLAUSES, PARTIES, POSITIONS = 236, 12, 400
COLUMNS = ("opened", "edit", "step", "filter", "choose", "drag")


def report(quick: bool) -> str:
    """A line for each view; what is over the goal is marked, and stands once more at the end."""
    app = QApplication.instance() or QApplication([])
    theme.load_fonts()
    theme.apply_theme(app)  # type: ignore[arg-type]
    share = 10 if quick else 1
    desk = talks_desk(CLAUSES // share, max(PARTIES // share, 4), POSITIONS // share)
    window = MainWindow(desk, Hub(desk), translator("da"), Settings(theme="light"))
    window.resize(1280, 720)
    window.show()
    collect_when_idle()
    longest(collect_now, window.hub.tasks)
    first = longest(lambda: window.show_page(PageName.TALKS), window.hub.tasks)
    lines = [Line("the page", (first, *(None,) * (len(COLUMNS) - 1)))]
    # The views that are open already are opened again, beside those made for the first time.
    lines += [_line(window, line.key) for line in TABS]
    window.close()
    desk.close(discard=True)
    return told(lines, COLUMNS)


def _line(window: MainWindow, key: str) -> Line:
    tasks, desk = window.hub.tasks, window.desk
    opened = longest(lambda: window.navigate(PageName.TALKS, key), tasks)
    page = window.pages.currentWidget()
    assert page is not None
    edited = longest_of(editing(page), tasks)
    after = longest(lambda: _step(desk), tasks)
    acts = (filtering(page), choosing(page), dragging(page))
    return Line(key, (opened, edited, after, *(longest_of(one, tasks) for one in acts)))


def _step(desk: Desk) -> None:
    clause = desk.situation.all(Clause)[-1]
    desk.talks.text.revise_clause(replace(clause, note="b" if clause.note == "a" else "a"))


def editing(view: QWidget) -> Iterator[Callable[[], object]]:
    """Write into the first line of the view's form, and into a cell of its grid or sheet."""
    fields = [one for one in view.findChildren(Field) if one.isVisible()]
    editors = [(one, it) for one in fields for it in one.editors()]
    for field, editor in editors:
        if isinstance(editor, QLineEdit | QPlainTextEdit) and editor.isEnabled():
            yield lambda field=field, editor=editor: _write(field, editor)
            break
    for grid in view.findChildren(LetterGrid):
        if grid.isVisible():
            grid.setCurrentIndex(grid.model().index(1, 1))
            yield lambda grid=grid: grid.put("N")
    for sheet in view.findChildren(Sheet):
        if sheet.isVisible() and sheet.objectName() != "amounts" and sheet.model.rowCount() > 1:
            yield lambda sheet=sheet: sheet.model.put(0, 1, [["Ny tekst"]])


def _write(field: Field, editor: QLineEdit | QPlainTextEdit) -> None:
    text = editor.text() if isinstance(editor, QLineEdit) else editor.toPlainText()
    if isinstance(editor, QLineEdit):
        editor.setText(f"{text}x")
    else:
        editor.setPlainText(f"{text}x")
    field.commit()
