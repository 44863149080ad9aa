# SPDX-License-Identifier: Apache-2.0
"""What a user does with dialogs that ask for passphrases."""

from __future__ import annotations

import gc
from pathlib import Path

from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QPushButton, QWidget

from missiondesk.ui.application import Application
from missiondesk.ui.confidential.unlock_panel import UnlockDialog
from missiondesk.ui.main_window import MainWindow
from tests.screens import settle

PHRASE = "fire æbler under en blå cykel"
CANARY = "Ukrudtsbekæmpelse i Hvalpsund"


def window_of(program: Application) -> MainWindow:
    assert program.window is not None
    settle()
    return program.window


def dialog(kind: type[QDialog]) -> QDialog:
    found = [one for one in QApplication.topLevelWidgets() if isinstance(one, kind)]
    assert len(found) == 1
    return found[0]


def enter(inside: QWidget, name: str, text: str) -> QLineEdit:
    editor = inside.findChild(QLineEdit, f"{name}_editor")
    assert editor is not None
    editor.setText(text)
    return editor


def press(inside: QWidget, name: str) -> None:
    button = inside.findChild(QPushButton, name)
    assert button is not None and button.isEnabled()
    button.click()


def opened(program: Application, path: Path, passphrase: str = PHRASE) -> MainWindow:
    program.open(path)
    asked = dialog(UnlockDialog)
    enter(asked, "unlockPassphrase", passphrase)
    press(asked, "unlockOpen")
    settle()
    return window_of(program)


def told(inside: QWidget, field: str) -> str:
    shown = inside.findChild(QWidget, field)
    assert shown is not None
    refusal = shown.findChild(QLabel, "refusal")
    return refusal.text() if refusal is not None and not refusal.isHidden() else ""


def canaries_alive(planted: str) -> list[str]:
    """Texts of the canary that any object of Python still refers to, however long it has lived."""
    gc.unfreeze()
    gc.collect()
    found = []
    for one in gc.get_objects():
        values = (it for it in gc.get_referents(one) if type(it) is str and planted in it)
        found += [f"{type(one).__name__}: {it}" for it in values if it is not planted]
    gc.freeze()
    return found


def lock_and_unlock(program: Application, planted: str = "") -> None:
    """Lock the window, which leaves nothing of the canary where one was planted, and open it."""
    window_of(program).menus.actions["lock"].trigger()
    settle()
    locked = program.locking.window
    assert locked is not None
    assert not planted or canaries_alive(planted) == []
    enter(locked, "unlockPassphrase", PHRASE)
    press(locked, "unlockOpen")
    settle()


def shown_texts() -> str:
    texts = []
    for widget in QApplication.allWidgets():
        for name in ("text", "toPlainText", "windowTitle"):
            said = getattr(widget, name, None)
            if callable(said):
                texts.append(str(said()))
    return "\n".join(texts)
