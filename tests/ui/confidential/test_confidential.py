# SPDX-License-Identifier: Apache-2.0
"""Confidential workspaces in the real window: made, opened, locked, unlocked, made plain."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from missiondesk.domain.step import Verb
from missiondesk.domain.wording import Wording
from missiondesk.services.workspaces import open_desk
from missiondesk.system.settings import SettingsFile
from missiondesk.ui.application import Application
from missiondesk.ui.confidential.act_dialog import RecoverySheet
from missiondesk.ui.confidential.making import MakeConfidential, MakePlain
from missiondesk.ui.confidential.openings import Deed, Openings
from missiondesk.ui.confidential.unlock_panel import UnlockDialog
from missiondesk.ui.disk_watch import DiskWatch
from missiondesk.ui.files import ask_save_file
from missiondesk.ui.notices import Notice
from tests.screens import settle
from tests.ui.confidential.unlocking import (
    CANARY,
    PHRASE,
    canaries_alive,
    dialog,
    enter,
    lock_and_unlock,
    opened,
    press,
    shown_texts,
    told,
    window_of,
)

SECOND = "otte gule tog holder stille ved Skærbæk"
PATIENCE = 60_000  # milliseconds; a try of a passphrase takes long on a busy machine


# ---------------------------------------------------------------- making


def test_a_workspace_is_made_confidential_and_its_recovery_key_is_shown_once(
    program: Application, file: Path, qtbot: QtBot
) -> None:
    program.open(file)
    window = window_of(program)
    assert SettingsFile().read().recent == (str(file),)
    window.menus.actions["makeConfidential"].trigger()
    asked = dialog(MakeConfidential)
    said = " ".join(label.text() for label in asked.findChildren(QLabel))
    assert "listen ”Senest åbnet”" in said
    enter(asked, "passphrase", "Sommer2026!")
    press(asked, "actVerb")
    assert told(asked, "again") != ""
    enter(asked, "again", "Sommer2026!")
    press(asked, "actVerb")
    qtbot.waitUntil(lambda: told(asked, "passphrase") != "", timeout=PATIENCE)
    assert not window.desk.confidential.on
    enter(asked, "passphrase", PHRASE)
    enter(asked, "again", PHRASE)
    press(asked, "actVerb")
    qtbot.waitUntil(lambda: asked.findChild(RecoverySheet) is not None, timeout=PATIENCE)
    sheet = asked.findChild(RecoverySheet)
    assert sheet is not None and not sheet.done.isEnabled()
    key = sheet.findChild(QLabel, "recoveryKey").text()  # type: ignore[union-attr]
    press(sheet, "recoveryPrint")
    dialogs = sheet.window()
    qtbot.waitUntil(lambda: dialogs.findChild(QDialog, "printDialog") is not None, timeout=PATIENCE)
    printing = dialogs.findChild(QDialog, "printDialog")
    assert isinstance(printing, QPrintDialog)
    printed = file.with_name("ark.pdf")
    printer = printing.printer()
    assert printer.docName() == "missiondesk"
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(printed))
    printing.accepted.emit(printer)
    printing.reject()
    qtbot.waitUntil(lambda: not window.hub.tasks.busy, timeout=PATIENCE)
    assert printed.stat().st_size > 10_000
    printed.unlink()
    sheet.kept.click()
    sheet.done.click()
    settle()
    assert window.desk.confidential.on
    assert file.read_bytes().startswith(b"MDSK")
    assert window.windowTitle() == "missiondesk"
    assert SettingsFile().read().recent == ()
    assert window.menus.actions["lock"].isEnabled()
    typed = key.replace(" – ", "-").replace("\n", "-")
    open_desk(file, read_only=True, passphrase=typed).close()


def test_the_strength_is_shown_while_it_is_chosen(program: Application, file: Path) -> None:
    program.open(file)
    window = window_of(program)
    window.menus.actions["makeConfidential"].trigger()
    asked = dialog(MakeConfidential)
    assert isinstance(asked, MakeConfidential)
    bar = asked.passphrase.strength
    empty = bar.word.text()
    enter(asked, "passphrase", "kodeord")
    weak = bar.word.text(), bar.bar.value()
    enter(asked, "passphrase", PHRASE)
    assert len({empty, weak[0], bar.word.text()}) == 3
    assert bar.bar.value() > weak[1]
    asked.reject()


def test_what_was_refused_goes_when_it_is_mended_and_nothing_moves(
    program: Application, file: Path, qtbot: QtBot
) -> None:
    program.open(file)
    window_of(program).menus.actions["makeConfidential"].trigger()
    asked = dialog(MakeConfidential)
    assert isinstance(asked, MakeConfidential)
    settle()
    stood = asked.verb.mapTo(asked, QPoint(0, 0)), asked.size()
    for weak in ("kodeord", "fire pærer"):
        enter(asked, "passphrase", weak)
        enter(asked, "again", weak)
        asked.verb.click()
        qtbot.waitUntil(lambda: not asked.passphrase.first.refusal.isHidden(), timeout=PATIENCE)
        settle()
        assert (asked.verb.mapTo(asked, QPoint(0, 0)), asked.size()) == stood
    enter(asked, "passphrase", "kaffe taske bro sne ravn")
    assert asked.passphrase.first.refusal.isHidden()
    settle()
    assert (asked.verb.mapTo(asked, QPoint(0, 0)), asked.size()) == stood
    word = asked.passphrase.strength.word
    assert word.height() >= word.heightForWidth(word.width())
    asked.verb.click()
    assert not asked.passphrase.again.refusal.isHidden()
    enter(asked, "again", "kaffe taske bro sne ravn")
    assert asked.passphrase.again.refusal.isHidden()
    asked.reject()


def test_who_can_open_it_is_listed_and_changed(
    program: Application, sealed: Path, qtbot: QtBot
) -> None:
    window = opened(program, sealed)
    window.menus.actions["openings"].trigger()
    asked = dialog(Openings)
    assert isinstance(asked, Openings)
    listed = asked.findChild(QLabel, "openingList")
    assert listed is not None and "Sekretariatet" in listed.text()
    enter(asked, "mine", "forkert")
    enter(asked, "name", "Vagten")
    enter(asked, "passphrase", SECOND)
    enter(asked, "again", SECOND)
    press(asked, "actVerb")
    qtbot.waitUntil(lambda: told(asked, "mine") != "", timeout=PATIENCE)
    enter(asked, "mine", PHRASE)
    press(asked, "actVerb")
    qtbot.waitUntil(lambda: len(window.desk.confidential.openings) == 2, timeout=PATIENCE)
    settle()
    window.menus.actions["openings"].trigger()
    asked = dialog(Openings)
    assert isinstance(asked, Openings)
    asked.deed.show_value(Deed.REMOVE)
    asked._arrange()
    asked.which.show_value(window.desk.confidential.openings[0].key)
    enter(asked, "mine", SECOND)
    press(asked, "actVerb")
    qtbot.waitUntil(lambda: len(window.desk.confidential.openings) == 1, timeout=PATIENCE)
    settle()
    verbs = [step.verb for step in window.desk.session.store.steps(limit=2)]
    assert verbs == [Verb.REMOVE_PASSPHRASE, Verb.ADD_PASSPHRASE]


def test_plain_again_asks_once_more(program: Application, sealed: Path, qtbot: QtBot) -> None:
    window = opened(program, sealed)
    window.menus.actions["makePlain"].trigger()
    asked = dialog(MakePlain)
    enter(asked, "mine", PHRASE)
    press(asked, "actVerb")
    qtbot.waitUntil(lambda: not window.desk.confidential.on, timeout=PATIENCE)
    settle()
    assert sealed.name in window.windowTitle()
    assert not window.menus.actions["lock"].isEnabled()


# ---------------------------------------------------------------- opening


def test_a_wrong_passphrase_is_said_beside_the_field_and_can_be_mended(
    program: Application, sealed: Path
) -> None:
    program.open(sealed)
    asked = dialog(UnlockDialog)
    assert "Hemmeligt" not in asked.windowTitle()
    editor = enter(asked, "unlockPassphrase", "fire pærer")
    press(asked, "unlockOpen")
    assert program.window is None
    assert told(asked, "unlockPassphrase") != ""
    assert editor.text() == "fire pærer" and editor.selectedText() == "fire pærer"
    QGuiApplication.clipboard().setText(PHRASE)
    editor.paste()
    QTest.keyClick(editor, Qt.Key.Key_Return)
    settle()
    assert window_of(program).desk.missions.all()[0].title.da == CANARY
    assert SettingsFile().read().recent == ()


def test_where_files_of_a_confidential_workspace_went_is_not_kept(
    program: Application, sealed: Path, tmp_path: Path
) -> None:
    window = opened(program, sealed)
    question = ask_save_file(window, "Gem", "a.csv", ("Filer", "*.csv"), lambda _path: None)
    question.fileSelected.emit(str(tmp_path / "a.csv"))
    question.reject()
    assert window.folders.begin("csv") == tmp_path
    window.close()
    settle()
    assert SettingsFile().read().folders == {}


def test_caps_lock_is_told_by_the_letters(program: Application, sealed: Path) -> None:
    program.open(sealed)
    asked = dialog(UnlockDialog)
    assert isinstance(asked, UnlockDialog)
    field = asked.panel.passphrase
    keys, held = QEvent.Type.KeyPress, Qt.KeyboardModifier
    for modifier, text, capitals in (
        (held.ShiftModifier, "A", False),
        (held.NoModifier, "b", False),
        (held.NoModifier, "B", True),
        (held.NoModifier, "7", True),  # tells nothing, so what was told stays
        (held.ShiftModifier, "c", True),
        (held.NoModifier, "d", False),
        (held.NoModifier, "Ø", True),
    ):
        QApplication.sendEvent(field.editor, QKeyEvent(keys, Qt.Key.Key_A, modifier, text))
        assert field.echo.isHidden() is not capitals, text
    assert field.editor.text() == "AbB7cdØ"
    QTest.keyClick(field.editor, Qt.Key.Key_CapsLock)
    assert field.echo.isHidden()
    asked.reject()


def test_its_file_is_watched_after_the_passphrase_and_after_a_lock(
    program: Application, sealed: Path
) -> None:
    window = opened(program, sealed)
    window.menus.actions["lock"].trigger()
    settle()
    locked = program.locking.window
    assert locked is not None
    enter(locked, "unlockPassphrase", PHRASE)
    press(locked, "unlockOpen")
    settle()
    other = sealed.with_name("andet.mission")
    other.write_bytes(sealed.read_bytes() + b"\n")
    other.replace(sealed)
    watching = window_of(program).findChild(DiskWatch)
    assert watching is not None
    watching.look()
    dialog(Notice).reject()


# ---------------------------------------------------------------- locking


def test_ctrl_l_locks_and_nothing_is_left_but_the_question(
    program: Application, sealed: Path
) -> None:
    window = opened(program, sealed)
    mission = window.desk.missions.all()[0]
    planted = f"Kanariefugl {mission.id}"
    window.desk.missions.revise(replace(mission, title=Wording(planted, planted)))
    window.navigate("missions", mission.id)
    settle()
    del mission
    assert planted in shown_texts()
    assert canaries_alive(planted) != []
    window.menus.actions["lock"].trigger()
    del window
    settle()
    assert program.window is None
    locked = program.locking.window
    assert locked is not None and locked.isVisible()
    assert planted not in shown_texts() and "Hemmeligt" not in shown_texts()
    assert canaries_alive(planted) == []
    enter(locked, "unlockPassphrase", "forkert")
    press(locked, "unlockOpen")
    assert told(locked, "unlockPassphrase") != ""
    enter(locked, "unlockPassphrase", PHRASE)
    press(locked, "unlockOpen")
    settle()
    again = window_of(program)
    place = again.pages.place()
    assert place.page == "missions"
    assert place.record.partition("#")[0] == again.desk.missions.all()[0].id
    assert program.locking.window is None


def test_what_is_being_typed_is_kept_and_the_lock_file_stays(
    program: Application, sealed: Path, qtbot: QtBot
) -> None:
    window = opened(program, sealed)
    window.navigate("missions", f"{window.desk.missions.all()[0].id}#title")
    settle()
    front = window.pages.currentWidget()
    assert front is not None
    editor = next(one for one in front.findChildren(QLineEdit, "title_da") if one.isVisible())
    window.activateWindow()
    editor.setFocus()
    qtbot.waitUntil(editor.hasFocus)
    editor.selectAll()
    QTest.keyClicks(editor, "Ny titel")
    window.menus.actions["lock"].trigger()
    settle()
    locked = program.locking.window
    assert locked is not None
    assert sealed.with_name(sealed.name + ".lock").exists()
    enter(locked, "unlockPassphrase", PHRASE)
    press(locked, "unlockOpen")
    settle()
    assert window_of(program).desk.missions.all()[0].title.da == "Ny titel"


def test_what_was_refused_is_sealed_by_the_lock_and_stands_there_again(
    program: Application, sealed: Path, qtbot: QtBot
) -> None:
    window = opened(program, sealed)
    mission = window.desk.missions.all()[0].id
    window.navigate("missions", f"{mission}#target_period")
    settle()
    front = window.pages.currentWidget()
    assert front is not None
    editor = next(
        one for one in front.findChildren(QLineEdit, "target_period_editor") if one.isVisible()
    )
    window.activateWindow()
    editor.setFocus()
    qtbot.waitUntil(editor.hasFocus)
    planted = f"uge 99 {mission}"
    QTest.keyClicks(editor, planted)
    del front, editor, window
    lock_and_unlock(program, planted)
    front = window_of(program).pages.currentWidget()
    assert front is not None
    editor = next(
        one for one in front.findChildren(QLineEdit, "target_period_editor") if one.isVisible()
    )
    assert editor.text() == planted
    assert told(front, "target_period") != ""
    assert editor.hasFocus()
    editor.clear()


def test_closing_the_locked_window_gives_the_file_free(program: Application, sealed: Path) -> None:
    window = opened(program, sealed)
    window.menus.actions["lock"].trigger()
    settle()
    locked = program.locking.window
    assert locked is not None
    locked.close()
    settle()
    assert program.locking.window is None
    assert not sealed.with_name(sealed.name + ".lock").exists()


def test_a_plain_workspace_is_not_locked(program: Application, file: Path) -> None:
    program.open(file)
    window = window_of(program)
    assert not window.menus.actions["lock"].isEnabled()
    program.locking.lock()
    assert program.window is window


def test_the_idle_lock_locks_the_window(program: Application, sealed: Path) -> None:
    opened(program, sealed)
    assert program.locking.presence.on
    program.locking.presence.depart()
    settle()
    assert program.window is None and program.locking.window is not None


def test_what_could_not_be_saved_is_told_on_the_lock_and_saved_when_it_can(
    program: Application, sealed: Path
) -> None:
    window = opened(program, sealed)
    sealed.unlink()
    sealed.mkdir()
    window.desk.missions.add(title=Wording("Ny", "New"))
    window.desk.wait_saved(10)
    window.menus.actions["lock"].trigger()
    settle()
    locked = program.locking.window
    assert locked is not None
    before = locked.state.text()
    locked.close()
    asked = dialog(Notice)
    assert asked.objectName() == "lockedNotSaved"
    asked.reject()
    sealed.rmdir()
    program.locking.save()
    assert locked.state.text() != before
    assert sealed.is_file()
    locked.close()
    settle()
    assert program.locking.window is None
    desk = open_desk(sealed, read_only=True, passphrase=PHRASE)
    assert len(desk.missions.all()) == 2
    desk.close()


def test_a_recovery_key_is_shown_also_when_the_file_cannot_be_written(
    program: Application, file: Path, qtbot: QtBot
) -> None:
    program.open(file)
    window = window_of(program)
    file.unlink()
    file.mkdir()
    window.menus.actions["makeConfidential"].trigger()
    asked = dialog(MakeConfidential)
    enter(asked, "passphrase", PHRASE)
    enter(asked, "again", PHRASE)
    press(asked, "actVerb")
    qtbot.waitUntil(lambda: asked.findChild(RecoverySheet) is not None, timeout=PATIENCE)
    assert window.desk.confidential.on
    file.rmdir()
    assert window.desk.session.store.save_now(30)
    assert file.read_bytes().startswith(b"MDSK")
    asked.reject()
