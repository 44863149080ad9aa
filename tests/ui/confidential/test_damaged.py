# SPDX-License-Identifier: Apache-2.0
"""A damaged confidential workspace in the real window: its backup and what can be recovered open
with its passphrase.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from missiondesk.services.workspaces import open_desk
from missiondesk.ui.application import Application
from missiondesk.ui.confidential.unlock_panel import UnlockDialog
from missiondesk.ui.notices import Notice
from missiondesk.ui.salvage_report import SalvageReport
from tests.screens import settle
from tests.ui.confidential.unlocking import (
    CANARY,
    PHRASE,
    dialog,
    enter,
    press,
    window_of,
)


@pytest.fixture
def damaged(sealed: Path) -> Path:
    """It, with a backup, and a byte changed where it hurts."""
    desk = open_desk(sealed, "Sekretær", passphrase=PHRASE)
    desk.backups.make()
    desk.close()
    data = bytearray(sealed.read_bytes())
    data[-3000] ^= 1
    sealed.write_bytes(data)
    return sealed


def told_damage(program: Application, path: Path) -> Notice:
    program.open(path)
    asked = dialog(UnlockDialog)
    enter(asked, "unlockPassphrase", PHRASE)
    press(asked, "unlockOpen")
    settle()
    return dialog(Notice)


def choose(notice: Notice, place: int) -> UnlockDialog:
    press(notice, f"notice{place}")
    settle()
    return dialog(UnlockDialog)


def test_the_newest_backup_opens_with_the_passphrase(program: Application, damaged: Path) -> None:
    asked = choose(told_damage(program, damaged), 0)
    enter(asked, "unlockPassphrase", "forkert")
    press(asked, "unlockOpen")
    assert program.window is None
    enter(asked, "unlockPassphrase", PHRASE)
    press(asked, "unlockOpen")
    settle()
    window = window_of(program)
    assert window.desk.path is None
    assert window.desk.confidential.on
    assert window.desk.missions.all()[0].title.da == CANARY
    assert window.menus.actions["lock"].isEnabled()


def test_what_can_be_recovered_opens_with_the_passphrase_and_stays_confidential(
    program: Application, damaged: Path, tmp_path: Path
) -> None:
    before = damaged.read_bytes()
    asked = choose(told_damage(program, damaged), 1)
    enter(asked, "unlockPassphrase", PHRASE)
    press(asked, "unlockOpen")
    settle()
    window = window_of(program)
    report = dialog(SalvageReport)
    assert "forsegling er brudt" in report.text.toPlainText().lower()
    report.reject()
    assert window.desk.confidential.on
    window.desk.save_as(tmp_path / "reddet.mission")
    assert (tmp_path / "reddet.mission").read_bytes().startswith(b"MDSK")
    assert damaged.read_bytes() == before
    assert QApplication.activeModalWidget() is None
