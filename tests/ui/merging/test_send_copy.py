# SPDX-License-Identifier: Apache-2.0
"""Sending a copy by its dialog: what is asked, what is refused beside its field, what is shown."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from missiondesk.domain.copy_sent import Audience, Purpose
from missiondesk.domain.party import Party
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.ui.hub import Hub
from missiondesk.ui.merging.send_copy import SendCopy
from missiondesk.ui.merging.sent_notice import SentNotice
from tests.screens import settle


@pytest.fixture
def dialog(qtbot: QtBot, sample: Desk, da: Translator, tmp_path: Path) -> Iterator[SendCopy]:
    hub = Hub(sample)
    window = QWidget()
    qtbot.addWidget(window)
    hub.setParent(window)
    made = SendCopy(sample, hub, da, tmp_path, lambda why: pytest.fail(str(why)), window)
    made.open()
    qtbot.waitExposed(made)
    yield made
    hub.close()


def test_nothing_moves_while_a_passphrase_is_chosen(dialog: SendCopy, tmp_path: Path) -> None:
    dialog.recipient.editor.setText("Finansministeriet")
    dialog.sealed.setChecked(True)
    settle()
    stood = dialog.verb.mapTo(dialog, QPoint(0, 0)), dialog.size()
    for told in ("h", "hund", "hund kat"):
        dialog.passphrase.editor.setText(told)
        settle()
        assert (dialog.verb.mapTo(dialog, QPoint(0, 0)), dialog.size()) == stood
    dialog.send(tmp_path / "kopi.mission")
    settle()
    assert dialog.passphrase.refusal.isVisible()
    assert (dialog.verb.mapTo(dialog, QPoint(0, 0)), dialog.size()) == stood
    dialog.passphrase.editor.setText("kaffe taske bro sne ravn")
    settle()
    assert not dialog.passphrase.refusal.isVisible()
    assert dialog.passphrase.echo.text() == "God nok"
    assert (dialog.verb.mapTo(dialog, QPoint(0, 0)), dialog.size()) == stood
    dialog.close()


def noticed(qtbot: QtBot) -> SentNotice:
    """What is shown once the copy is made."""

    def found() -> list[SentNotice]:
        return [it for it in QApplication.topLevelWidgets() if isinstance(it, SentNotice)]

    qtbot.waitUntil(lambda: bool(found()), timeout=20_000)
    (notice,) = found()
    return notice


def test_only_what_matters_for_the_audience_is_asked(dialog: SendCopy) -> None:
    assert not dialog.ministry.isVisible()
    assert not dialog.comments.isVisible()
    assert "det hele" in dialog.holds.text()
    dialog.audience.show_value(Audience.MINISTRY)
    dialog._narrow()
    assert dialog.ministry.isVisible()
    assert dialog.comments.isVisible()
    assert "af" in dialog.holds.text()
    dialog.sealed.setChecked(True)
    assert dialog.passphrase.isVisible()
    dialog.passphrase.editor.setText("hund")
    assert dialog.passphrase.echo.text() == "For svag"
    dialog.close()


def test_refusals_stand_beside_their_field(dialog: SendCopy, tmp_path: Path) -> None:
    dialog.ask_file()
    assert "hvem" in dialog.recipient.refusal.text()
    dialog.recipient.write("Eksempelministeriet")
    dialog.audience.show_value(Audience.MINISTRY)
    dialog._narrow()
    dialog.send(tmp_path / "kopi.mission")
    assert "ministerium" in dialog.ministry.refusal.text()
    dialog.audience.show_value(Audience.PUBLIC)
    dialog.sealed.setChecked(True)
    dialog.passphrase.editor.setText("hund")
    dialog.send(tmp_path / "kopi.mission")
    assert "svag" in dialog.passphrase.refusal.text()
    assert list(tmp_path.glob("*.mission")) == []
    dialog.close()


def test_the_copy_is_made_and_its_note_shown(
    qtbot: QtBot, dialog: SendCopy, sample: Desk, tmp_path: Path
) -> None:
    dialog.recipient.write("Eksempelministeriet")
    dialog.purpose.show_value(Purpose.COMMENT)
    dialog.language.show_value("en")
    dialog.send(tmp_path / "kopi.mission")
    notice = noticed(qtbot)
    (copy, *_others) = sample.copies.sent()
    assert (copy.recipient, copy.purpose) == ("Eksempelministeriet", Purpose.COMMENT)
    said = notice.note.toPlainText()
    assert said.startswith("To Eksempelministeriet")
    assert copy.fingerprint in said
    notice._copy()
    assert QApplication.clipboard().text() == said
    notice.reject()
    settle()


def test_a_party_s_copy_names_its_recipient(
    qtbot: QtBot, dialog: SendCopy, sample: Desk, tmp_path: Path
) -> None:
    dialog.audience.show_value(Audience.PARTY)
    dialog._narrow()
    assert dialog.party.isVisible()
    assert not dialog.comments.isVisible()  # they may be another party's
    dialog.recipient.write("Eksempel")
    dialog.send(tmp_path / "kopi.mission")
    assert "parti" in dialog.party.refusal.text()
    dialog.recipient.write("")
    parties = sorted(sample.situation.all(Party), key=lambda it: it.code)
    for party in parties[:2]:
        dialog.party.write(party.id)
        dialog.party.commit()
        assert dialog.recipient.read() == party.name
    dialog.recipient.editor.setText("Forhandlingslederen")
    dialog.party.write(parties[0].id)
    dialog.party.commit()
    assert dialog.recipient.read() == "Forhandlingslederen"
    dialog.send(tmp_path / "kopi.mission")
    notice = noticed(qtbot)
    (copy, *_others) = sample.copies.sent()
    assert (copy.audience, copy.party) == (Audience.PARTY, parties[0].id)
    assert "jeres parti" in notice.note.toPlainText()
    notice.reject()
    settle()


def test_without_parties_no_copy_is_offered_for_one(
    qtbot: QtBot, desk: Desk, da: Translator, tmp_path: Path
) -> None:
    hub = Hub(desk)
    window = QWidget()
    qtbot.addWidget(window)
    hub.setParent(window)
    made = SendCopy(desk, hub, da, tmp_path, lambda why: pytest.fail(str(why)), window)
    assert Audience.PARTY not in [made.audience.editor.itemData(at) for at in range(3)]
    made.close()
    hub.close()
