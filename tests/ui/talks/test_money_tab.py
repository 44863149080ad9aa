# SPDX-License-Identifier: Apache-2.0
"""Money on the screen: a line entered, what is left by year, a package as it is put together."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from missiondesk.domain.financing import FinancingLine, Package
from missiondesk.domain.wording import Wording
from missiondesk.services.desk import Desk
from missiondesk.ui.pages import PageName
from missiondesk.ui.widgets.tab_bar import Tabs
from tests.screens import Screen, settle

Opened = Callable[[Desk], Screen]


def _enter(screen: Screen, line: str, text: str) -> None:
    found = screen.find(QLineEdit, line)
    found.setText(text)
    QTest.keyClick(found, Qt.Key.Key_Return)
    settle()


def test_a_line_is_entered_and_a_package_costed(desk: Desk, window_on: Opened) -> None:
    chapter = desk.platform.add_chapter(Wording("Arbejde"))
    clause = desk.talks.text.add_clause(chapter.id, Wording("Lærepladser."))
    screen = window_on(desk)
    screen.go_to(PageName.TALKS)
    screen.find(Tabs, "talksTabs").open("money")
    settle()
    assert screen.heading() == "Der er endnu ingen beløb"
    _enter(screen, "financingNew", "10.000 lærepladser")
    screen.paste_into("amountsSheet", "2027\t400\n2028\t800")
    screen.choose("clause", "1.1 Lærepladser.")
    (line,) = desk.situation.all(FinancingLine)
    assert (line.clause, len(line.amounts)) == (clause.id, 2)
    assert screen.heading() == "■ Ikke dækket: 2027 og 2028"
    assert screen.table("balanceTable")[-1][:3] == ["Tilbage", "−400,0", "−800,0"]
    assert screen.text("unfunded").endswith("1.1 Lærepladser.")
    screen.find(Tabs, "talksTabs").open("packages")
    settle()
    _enter(screen, "packagesNew", "Pakke 1")
    screen.press("clauses_0")
    assert screen.heading() == "Pakke 1: ■ Ikke dækket: 2027 og 2028"
    assert screen.table("packageSums")[-1][1] == "−400,0"
    screen.undo()
    screen.undo()
    assert desk.situation.all(Package) == ()
