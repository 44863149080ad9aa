# SPDX-License-Identifier: Apache-2.0
"""The tabs of copies and comments: what is sent is listed, what is remarked is settled."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import openpyxl
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from missiondesk.domain.comment import CommentState
from missiondesk.language import Translator
from missiondesk.services.copies import Sending
from missiondesk.services.desk import Desk
from missiondesk.ui.comment_dialog import CommentDialog
from missiondesk.ui.copy_actions import CopyActions
from missiondesk.ui.history.comments_tab import CommentsTab
from missiondesk.ui.history.copies_tab import CopiesTab
from missiondesk.ui.hub import Hub
from missiondesk.ui.notices import Notice
from missiondesk.ui.pages import PageName
from tests.screens import Screen, settle


def test_copies_are_listed_with_what_came_back(
    qtbot: QtBot, sample: Desk, hub_of: Callable[[Desk], Hub], da: Translator, tmp_path: Path
) -> None:
    tab = CopiesTab(sample, hub_of(sample), da)
    qtbot.addWidget(tab)
    tab.refresh()
    assert "Ingen" in tab.what.text()
    copy = sample.copies.send(tmp_path / "kopi.mission", Sending("Eksempelministeriet"))
    tab.refresh()
    assert "1 kopi" in tab.what.text()
    assert tab.table.cell(copy.id, 4) == copy.fingerprint
    assert "ikke kommet tilbage" in tab.table.cell(copy.id, 5)
    tab.table.select(copy.id)
    tab.forget_button.click()
    assert copy.id not in {one.id for one in sample.copies.sent()}
    assert (tmp_path / "kopi.mission").exists()


def test_a_comment_is_made_answered_and_settled(
    qtbot: QtBot, sample: Desk, hub_of: Callable[[Desk], Hub], da: Translator
) -> None:
    hub = hub_of(sample)
    mission = sample.situation.missions[4]
    dialog = CommentDialog(mission.id, sample, hub, da, None)
    qtbot.addWidget(dialog)
    assert mission.code in dialog.windowTitle()
    dialog.verb.click()
    assert dialog.text.refusal.text()
    dialog.text.editor.setPlainText("Er tallet endeligt?")
    dialog.verb.click()
    (made,) = sample.comments.on(mission.id)
    assert dialog.table.cell(made.id, 0).startswith("Er tallet endeligt?")
    dialog.close()
    tab = CommentsTab(sample, hub, da)
    qtbot.addWidget(tab)
    tab.refresh()
    tab.table.select(made.id)
    tab.text.editor.setText("Ja.")
    tab.answer_button.click()
    tab.table.select(made.id)
    tab.text.editor.setText("Oplyst.")
    tab.settle_button.click()
    assert sample.comments.on(mission.id)[0].state is CommentState.RESOLVED
    assert made.id not in {one.id for one in tab.table.rows()}
    tab.settled.setChecked(True)
    tab.table.select(made.id)
    assert not tab.settle_button.isEnabled()
    tab.reopen_button.click()
    tab.table.select(made.id)
    tab.remove_button.click()
    assert sample.comments.on(mission.id) == ()


def test_a_sheet_is_read_on_the_page_of_the_letter(
    sample: Desk, window_on: Callable[[Desk], Screen], tmp_path: Path
) -> None:
    screen = window_on(sample)
    letter = sample.letters.all()[0]
    screen.window.navigate(PageName.LETTERS, letter.id)
    settle()
    book = openpyxl.load_workbook(io.BytesIO(sample.comments.sheet(letter.id).make()))
    sheet = book.worksheets[0]
    sheet.cell(sheet.max_row, 3).value = "Godt brev."
    path = tmp_path / "retur.xlsx"
    book.save(path)
    remarks = screen.page.editor.files.remarks  # type: ignore[attr-defined]
    remarks.read(path)
    settle()
    assert "hvem der har skrevet" in screen.page.editor.files.other.bar.sentence.text()  # type: ignore[attr-defined]
    next(row[2] for row in sheet.iter_rows() if row[4].value == "author").value = "Åse"
    book.save(path)
    remarks.read(path)
    (notice,) = (it for it in QApplication.topLevelWidgets() if it.objectName() == "commentsRead")
    assert isinstance(notice, Notice)
    remarks._take(sample.comments.read(path))
    notice.reject()
    settle()
    assert [one.text for one in sample.comments.on(letter.id)] == ["Godt brev."]


def test_the_menu_comments_on_what_is_open(
    sample: Desk, window_on: Callable[[Desk], Screen], da: Translator
) -> None:
    screen = window_on(sample)
    screen.window.navigate(PageName.MISSIONS, sample.situation.missions[0].id)
    settle()

    class Program:
        window = screen.window
        tr_ = da

    CopyActions(Program()).comment()  # type: ignore[arg-type]
    settle()
    (dialog,) = (it for it in QApplication.topLevelWidgets() if isinstance(it, CommentDialog))
    assert len(dialog.table.rows()) == 2
    dialog.reject()
    settle()
