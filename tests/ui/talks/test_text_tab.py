# SPDX-License-Identifier: Apache-2.0
"""The text on the screen: a clause in brackets, settled, accepted, frozen and handed out."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit

from missiondesk.domain.clause import Clause, ClauseState, TalksDraft
from missiondesk.domain.party import Party
from missiondesk.domain.wording import Wording
from missiondesk.services.desk import Desk
from missiondesk.ui.pages import PageName
from missiondesk.ui.talks.page import TalksPage
from missiondesk.ui.widgets.tab_bar import Tabs
from tests.screens import Screen, settle
from tests.talks_builders import a_party, a_round

Opened = Callable[[Desk], Screen]


def _open(screen: Screen, tab: str) -> None:
    screen.find(Tabs, "talksTabs").open(tab)
    settle()


def _enter(screen: Screen, line: str, text: str) -> None:
    found = screen.find(QLineEdit, line)
    found.setText(text)
    QTest.keyClick(found, Qt.Key.Key_Return)
    settle()


def test_a_bracket_is_resolved_accepted_frozen_and_undone(desk: Desk, window_on: Opened) -> None:
    for code in "AK":
        desk.talks.add(a_party(code=code))
    desk.talks.add(a_round(parties=tuple(one.id for one in desk.situation.all(Party))))
    desk.platform.add_chapter(Wording("Arbejde"))
    screen = window_on(desk)
    screen.go_to(PageName.TALKS)
    _open(screen, "text")
    assert screen.heading() == "Der er endnu ingen punkter"
    _enter(screen, "clauseNew", "Mindst [Q: halvdelen].")
    (clause,) = desk.situation.all(Clause)
    assert clause.state is ClauseState.BRACKETED
    assert screen.table("clausesTable")[0][2] == "[ ]\u00a0I klammer"
    screen.press("accepted_0")
    assert "klammer" in screen.refusal("accepted")
    screen.type_into("text", "Mindst halvdelen.", "da")
    screen.press("accepted_0")
    screen.press("accepted_1")
    assert screen.heading() == "1 af 1 punkter er aftalt, 100\u00a0%"
    party = screen.find(QComboBox, "proposalParty")
    party.setCurrentIndex(party.findData(desk.situation.all(Party)[1].id))
    screen.press("addProposal")
    assert desk.situation.all(Clause)[0].state is ClauseState.ALTERNATIVE
    screen.undo()
    assert desk.situation.all(Clause)[0].state is ClauseState.AGREED
    _open(screen, "drafts")
    _enter(screen, "draftsNew", "Første udkast")
    assert screen.heading() == "1 låst version"
    _enter(screen, "copyRecipient", "Formanden")
    assert screen.table("copiesTable")[0][:2] == ["1", "Formanden"]
    page = screen.page
    assert isinstance(page, TalksPage)
    job = page.front.document()
    assert job is not None
    assert job().name == "udkast-1-da.pdf"
    for _ in range(7):
        screen.undo()
    assert desk.situation.all(Clause) == desk.situation.all(TalksDraft) == ()
