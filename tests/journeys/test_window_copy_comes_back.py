# SPDX-License-Identifier: Apache-2.0
"""A copy's way in the real window: sent, worked on at both ends, put together, and taken back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from missiondesk.domain.copy_sent import Audience
from missiondesk.domain.mission import Mission
from missiondesk.domain.wording import Wording
from missiondesk.services.copies import Sending
from missiondesk.services.workspaces import open_desk
from missiondesk.ui.application import Application
from missiondesk.ui.confidential.act_dialog import RecoverySheet
from missiondesk.ui.confidential.making import MakeConfidential
from missiondesk.ui.jobs import JobState
from missiondesk.ui.merging.passphrase_question import PassphraseQuestion
from missiondesk.ui.merging.review import MergeReview
from missiondesk.ui.merging.send_copy import SendCopy
from missiondesk.ui.merging.sent_notice import SentNotice
from missiondesk.ui.notices import Notice
from missiondesk.ui.pages import PageName
from tests.journeys.traveller import Traveller, answer, dropped, press_on_start_page, shown
from tests.screens import settle

OWN_PHRASE = "otte gule tog holder stille ved Skærbæk"
PHRASE = "gule støvler vandrer langsomt hjem fra havnen"


def make_confidential(me: Traveller, qtbot: QtBot) -> None:
    """Close the workspace by a passphrase, and put the recovery key away."""
    me.do("makeConfidential")
    dialog = shown(qtbot, "makeConfidential")
    assert isinstance(dialog, MakeConfidential)
    for field in (dialog.passphrase.first, dialog.passphrase.again):
        field.editor.setText(OWN_PHRASE)
    dialog.verb.click()
    qtbot.waitUntil(lambda: dialog.findChild(RecoverySheet) is not None, timeout=60_000)
    sheet = dialog.findChild(RecoverySheet)
    assert sheet is not None
    sheet.kept.click()
    sheet.done.click()
    settle()
    assert me.desk.confidential.on


@pytest.mark.parametrize("audience", [Audience.SECRETARIAT, Audience.PUBLIC])
def test_sent_worked_on_put_together_and_taken_back(
    program: Application, qtbot: QtBot, tmp_path: Path, audience: Audience
) -> None:
    press_on_start_page(program, "sample")
    me = Traveller(program, qtbot)
    copy = tmp_path / "kopi.mission"
    if audience is Audience.SECRETARIAT:
        make_confidential(me, qtbot)

    # Send a copy, closed with a passphrase of its own.
    me.do("sendCopy")
    dialog = shown(qtbot, "sendCopy")
    assert isinstance(dialog, SendCopy)
    dialog.recipient.editor.setText("Eksempelministeriet")
    dialog.audience.show_value(audience)
    dialog.sealed.setChecked(True)
    dialog.passphrase.editor.setText(PHRASE)
    dialog.verb.click()
    answer(qtbot, dialog, "fileDialog", copy)
    notice = shown(qtbot, "copySent")
    assert isinstance(notice, SentNotice)
    noted = me.desk.copies.sent()[0]
    assert noted.fingerprint in notice.note.toPlainText()
    notice.reject()
    settle()
    me.go_to(PageName.HISTORY)
    me.open_tab("historyTabs", "copies")
    assert any("Eksempelministeriet" in " ".join(row) for row in me.table("copyTable"))

    # Both work.
    first, second = me.desk.missions.all()[:2]
    me.desk.missions.revise(replace(first, title=Wording("Min", "Mine")))
    theirs = open_desk(copy, "Åse Eksempel", passphrase=PHRASE)
    assert theirs.copies.fingerprint() == noted.fingerprint
    for key, title in ((first.id, "Deres"), (second.id, "Også deres")):
        there = theirs.situation.get(Mission, key)
        assert there is not None
        theirs.missions.revise(replace(there, title=Wording(title, title)))
    assert theirs.wait_saved(10)
    theirs.close()
    before = me.desk.situation.all(Mission)

    # It is dropped on the window, opened, reviewed by keys and put together.
    dropped(me, copy)
    question = shown(qtbot, "copyPassphrase")
    assert isinstance(question, PassphraseQuestion)
    question.field.editor.setText("det var den ikke")
    question.verb.click()
    qtbot.waitUntil(lambda: question.field.refusal.isVisible(), timeout=20_000)
    question.field.editor.setText(PHRASE)
    question.verb.click()
    review = shown(qtbot, "mergeReview")
    assert isinstance(review, MergeReview)
    assert len(review.table.rows()) == 1
    assert not review.carry.isEnabled()
    assert me.desk.situation.all(Mission) == before
    qtbot.keyClick(review.table, Qt.Key.Key_3)
    review.carry.click()
    done = shown(qtbot, "mergeDone")
    assert isinstance(done, Notice)
    done.reject()
    settle()
    titles = [one.title.da for one in me.desk.situation.all(Mission)[:2]]
    assert titles == ["Deres", "Også deres"]
    assert me.desk.copies.sent()[0].came_back_as == "kopi.mission"

    # Being asked for a passphrase was no failure.
    compared = [one for one in me.window.hub.jobs.all() if "kopi" in str(one.label).casefold()]
    assert [one.state for one in compared if one.state is not JobState.DONE] == []
    assert len(compared) >= 1

    # One undo takes all of it back.
    me.undo()
    assert me.desk.situation.all(Mission) == before
    assert me.desk.copies.sent()[0].came_back is None


def test_opening_a_copy_that_was_sent_asks_whether_it_came_back(
    program: Application, qtbot: QtBot, tmp_path: Path
) -> None:
    press_on_start_page(program, "sample")
    me = Traveller(program, qtbot)
    copy = tmp_path / "kopi.mission"
    noted = me.desk.copies.send(copy, Sending("Eksempelministeriet"))
    assert me.desk.copies.sent_here(tmp_path / "ingen.mission") is None
    program.open(copy)
    question = shown(qtbot, "copyOpened")
    question.findChild(QPushButton, "notice0").click()  # type: ignore[union-attr]
    relation = shown(qtbot, "copyRelation")
    assert noted.fingerprint in " ".join(it.text() for it in relation.findChildren(QLabel))
    relation.findChild(QPushButton, "notice0").click()  # type: ignore[union-attr]
    settle()
    assert me.desk.copies.sent()[0].came_back is not None
    program.open(copy)
    question = shown(qtbot, "copyOpened")
    question.findChild(QPushButton, "notice1").click()  # type: ignore[union-attr]
    greeting = shown(qtbot, "copyGreeting")
    assert "Eksempelministeriet" in greeting.windowTitle()
    assert isinstance(greeting, Notice)
    greeting.reject()
    settle()
    assert program.window is not None
    assert program.window.desk.path == copy
    # What was said once can be asked for as long as the copy is open.
    program.window.status.copy.button.click()
    again = shown(qtbot, "copyGreeting")
    assert "Eksempelministeriet" in again.windowTitle()
    again.close()
