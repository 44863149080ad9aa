# SPDX-License-Identifier: Apache-2.0
"""Governance on the screen: what is late is mended at its line, meetings are prepared and held."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from missiondesk.domain.body import Body, MeetingState
from missiondesk.domain.decision import Decision, DecisionState
from missiondesk.domain.initiative import Money
from missiondesk.domain.issue import IssueLevel, IssueState
from missiondesk.domain.period import Period
from missiondesk.language import Translator, translator
from missiondesk.services.decision_register import decision_register
from missiondesk.services.desk import Desk
from missiondesk.services.publication import published
from missiondesk.ui.governance.page import TABS, GovernancePage
from missiondesk.ui.hub import Hub
from missiondesk.ui.widgets.field import Field
from tests.screens import settle

MINE = ("board", "bodies", "meetings", "decisions", "issues", "risks", "dependencies")


class Page:
    """The page of governance in the user's words."""

    def __init__(self, page: GovernancePage) -> None:
        self.page = page

    def open(self, tab: str) -> object:
        self.page.show_record(tab)
        settle()
        return self.page.front

    def press(self, name: str) -> None:
        found = [it for it in self.page.findChildren(QAbstractButton, name) if it.isVisible()]
        assert len(found) == 1, name
        assert found[0].isEnabled()
        found[0].click()
        settle()

    def type_line(self, name: str, text: str) -> None:
        line = self.page.front.findChild(QLineEdit, name)
        assert line is not None
        line.setText(text)
        QTest.keyClick(line, Qt.Key.Key_Return)
        settle()

    def heading(self) -> str:
        return self.page.head.sentence.text()


@pytest.fixture
def made(qtbot: QtBot, da: Translator, hub_of: Callable[[Desk], Hub]) -> Callable[[Desk], Page]:
    def make(desk: Desk) -> Page:
        ways: list[tuple[str, str | None]] = []

        def navigate(page: str, key: str | None) -> None:
            ways.append((page, key))
            if key:
                shown.show_record(key)

        shown = GovernancePage(desk, hub_of(desk), da, navigate)
        qtbot.addWidget(shown)
        shown.resize(1200, 800)
        shown.show()
        settle()
        return Page(shown)

    return make


def test_every_tab_says_what_it_is_for_while_nothing_is_there(
    desk: Desk, made: Callable[[Desk], Page]
) -> None:
    page = made(desk)
    for key in (*MINE, "raci", "chain"):
        front = page.open(key)
        assert page.heading()
        empty = [it for it in front.findChildren(QLabel, "emptySentence") if it.isVisible()]  # type: ignore[attr-defined]
        assert empty and empty[0].text()


def test_an_issue_over_time_moves_up_from_the_board_s_list_and_back(
    sample: Desk, made: Callable[[Desk], Page]
) -> None:
    page = made(sample)
    front = page.open("board")
    before = page.heading()
    issue = next(it.issue for it in sample.issues.all() if it.over)
    front.table.select(f"issue/{issue.id}")  # type: ignore[attr-defined]
    settle()
    page.press("boardAct")
    moved = sample.issues.get(issue.id)
    assert moved is not None and moved.level is IssueLevel.STEERING_GROUP
    assert page.heading() != before
    sample.history.undo()
    settle()
    assert sample.issues.get(issue.id) == issue
    assert page.heading() == before


def test_a_meeting_is_planned_prepared_held_and_decides(
    sample: Desk, made: Callable[[Desk], Page]
) -> None:
    page = made(sample)
    tab = page.open("meetings").list  # type: ignore[attr-defined]
    body = next(it for it in sample.bodies.all() if it.code == "MB2")
    tab.body_box.setCurrentIndex(tab.body_box.findData(body.id))
    page.type_line("meetingsNew", "1.10.2026")
    meeting = tab.form.record
    assert (meeting.body, meeting.date) == (body.id, Period("2026-10-01"))
    page.type_line("agendaNew", "Første punkt")
    page.type_line("agendaNew", "Andet punkt")
    tab.agenda.table.setFocus()
    QTest.keyClick(
        tab.agenda.table,
        Qt.Key.Key_Up,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier,
    )
    settle()
    titles = [it.title for it in sample.meetings.agenda(meeting.id)]
    assert titles == ["Andet punkt", "Første punkt"]
    page.press("meetingHold")
    held = sample.meetings.get(meeting.id)
    assert held is not None and held.state is MeetingState.HELD
    page.type_line("outcomeNew", "Forsøget fortsætter")
    (decision,) = sample.meetings.decisions(meeting.id)
    assert (decision.body, decision.date, decision.state) == (
        body.id, Period("2026-10-01"), DecisionState.ASKED,
    )  # fmt: skip
    # Taken without an owner is refused beside the field; with one it is taken.
    state, owner = (tab.outcome.form.field(name) for name in ("state", "owner"))
    for field, text in ((state, "Truffet"), (owner, "Sundhedsminister"), (state, "Truffet")):
        field.editor.setCurrentIndex(field.editor.findText(text))
        field.editor.activated.emit(field.editor.currentIndex())
        settle()
        if text == "Truffet" and sample.decisions.get(decision.id) == decision:
            assert isinstance(field, Field) and field.refusal.isVisible()
    kept = sample.decisions.get(decision.id)
    assert kept is not None and kept.state is DecisionState.TAKEN


def test_a_jump_leads_to_every_kind_of_record(sample: Desk, made: Callable[[Desk], Page]) -> None:
    page, now = made(sample), sample.situation
    for line in TABS:
        if line.key not in MINE:
            continue
        for kind in line.shows:
            record = now.all(kind)[-1]
            page.page.show_record(record.id)
            settle()
            assert page.page.record() == line.key
    body = next(it for it in now.all(Body) if it.code == "MB3")
    page.page.show_record(f"{body.id}#rhythm")
    tab = page.page.front.list  # type: ignore[attr-defined]
    assert tab.form.record.id == body.id
    bars = tab.form.field("rhythm").findings()
    assert len(bars) == 1


def test_a_seat_is_given_and_an_earlier_day_shows_who_sat_then(
    sample: Desk, made: Callable[[Desk], Page]
) -> None:
    page = made(sample)
    tab = page.open("bodies")
    body = next(it for it in sample.bodies.all() if it.code == "MB2")
    tab.list.choose(body.id)  # type: ignore[attr-defined]
    members = tab.list.members  # type: ignore[attr-defined]
    office = next(it.id for it in sample.organisation.offices() if it.title.da == "Finansminister")
    members.who.setCurrentIndex(members.who.findData(f"office/{office}"))
    page.press("membersAdd")
    assert office in [it.membership.office for it in sample.bodies.seats(body.id)]
    tab.as_of.editor.setText("1.7.2026")  # type: ignore[attr-defined]
    tab.as_of.commit()  # type: ignore[attr-defined]
    settle()
    shown = [it.membership.office for it in members.table.rows()]
    assert shown and office not in shown


def test_what_a_decision_commits_and_frees_is_typed_by_year(
    sample: Desk, made: Callable[[Desk], Page]
) -> None:
    page = made(sample)
    tab = page.open("decisions").list  # type: ignore[attr-defined]
    decision = next(it for it in sample.situation.all(Decision) if it.number == "B2")
    assert tab.choose(decision.id)
    for sheet, text in ((tab.money, "2027\t120,5\n2028\t80"), (tab.freed, "2027\t3")):
        QApplication.clipboard().setText(text)
        view = sheet.sheet.view
        view.setCurrentIndex(sheet.sheet.model.index(0, 0))
        view.paste()
        settle()
    kept = sample.decisions.get(decision.id)
    assert kept is not None
    assert kept.money == (Money(2027, 12_050_000_000), Money(2028, 8_000_000_000))
    assert kept.freed == (Money(2027, 300_000_000),)
    assert "200,5" in tab.money.total.text()
    assert "Penge, der bindes" in tab.money.sheet.view.accessibleName()
    told = decision_register(sample.situation, translator("en"), public=False)
    (said,) = (row[2].replace("\u00a0", " ") for row in told.rows.rows if row[-1] == "B2")
    assert "Commits DKK 200.5 million in all (2027: 120.5; 2028: 80.0, in DKK m)" in said
    assert "Frees DKK 3.0 million in 2027" in said
    public = published(sample.situation).get(Decision, decision.id)
    assert public is not None and (public.money, public.freed) == ((), ())
    sample.history.undo()
    undone = sample.decisions.get(decision.id)
    assert undone is not None and undone.freed == ()


def test_an_issue_is_settled_only_with_a_word_on_how(
    sample: Desk, made: Callable[[Desk], Page]
) -> None:
    page = made(sample)
    tab = page.open("issues").list  # type: ignore[attr-defined]
    page.type_line("issuesNew", "Hjemmel mangler (eksempel)")
    key = tab.form.record.id
    page.press("issueResolve")
    assert tab.refusal.isVisible()
    field = tab.form.field("resolution")
    field.editor.setPlainText("Loven er ændret (eksempel)")
    field.commit()
    page.press("issueResolve")
    settled = sample.issues.get(key)
    assert settled is not None and settled.state is IssueState.RESOLVED
