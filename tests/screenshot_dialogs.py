# SPDX-License-Identifier: Apache-2.0
"""What stands over the pages, for `tests.screenshots`: the lock, passphrases, a version's name, and
what a letter asks before it is checked, issued, acknowledged and signed.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from missiondesk.domain.letter import LetterState
from missiondesk.language import Translator, translator
from missiondesk.services.desk import Desk
from missiondesk.services.workspaces import new_desk, sample_desk
from missiondesk.system.settings import Settings, WindowPlace
from missiondesk.ui.comment_dialog import CommentDialog
from missiondesk.ui.confidential.locked_window import LockedWindow
from missiondesk.ui.confidential.making import MakeConfidential, MakePlain
from missiondesk.ui.confidential.openings import Deed, Openings
from missiondesk.ui.confidential.unlock_panel import UnlockDialog
from missiondesk.ui.hub import Hub
from missiondesk.ui.letters.editor import LetterEditor
from missiondesk.ui.letters.page import LettersPage
from missiondesk.ui.locking import why_locked
from missiondesk.ui.main_window import MainWindow
from missiondesk.ui.merging.passphrase_question import PassphraseQuestion
from missiondesk.ui.pages import PageName
from missiondesk.ui.presence import Gone
from missiondesk.ui.version_dialog import VersionDialog

NAME = "forhandling-2026.mission"
_SAVED = datetime(2026, 11, 27, 14, 32)
_WORDS = "fire æbler under en blå cykel"
# As the program says it of a file that another passphrase opens.
_WRONG = (
    "That passphrase does not open the workspace. The file itself is whole. Look for "
    "Caps Lock and the keyboard's language, and type it again."
)
Shown = Iterator[tuple[str, QWidget]]


def dialogs(language: str, theme: str, width: int, height: int) -> Shown:
    """Each with its name, as it is shown; what is in the window is shown by the window."""
    tr = translator(language)
    with tempfile.TemporaryDirectory() as folder:
        desk = new_desk(Path(folder) / NAME, "Anna Eksempel")
        yield from _of_window(desk, tr, theme, _of_files)
    yield from _locked(tr)
    desk = sample_desk("Anna Eksempel")
    yield from _of_window(desk, tr, theme, _of_letters, (width, height))


def _of_window(
    desk: Desk,
    tr: Translator,
    theme: str,
    shown: Callable[[MainWindow], Shown],
    size: tuple[int, int] = (1440, 900),
) -> Shown:
    hub = Hub(desk)
    settings = Settings(language=tr.lang, theme=theme)
    window = MainWindow(desk, hub, tr, settings, ahead=False)
    hub.setParent(window)
    window.resize(*size)
    window.show()
    yield from shown(window)
    window.close_without_saving()
    desk.close(discard=True)


def _asked(dialog: QDialog) -> QDialog:
    dialog.open()
    return dialog


def _type(inside: QWidget, name: str, text: str) -> None:
    editor = inside.findChild(QLineEdit, f"{name}_editor")
    assert editor is not None
    editor.setText(text)


# ---------------------------------------------------------------- files and passphrases


def _of_files(window: MainWindow) -> Shown:
    desk, hub, tr = window.desk, window.hub, window.tr_
    saved = tr.say("Everything is saved in {file}.", file=NAME)
    named = VersionDialog(desk, hub, tr, saved, tr.moment(_SAVED), window)
    yield "version", _asked(named)
    named.name.write("")
    named.keep()
    yield "version-refused", named
    named.reject()
    comment = CommentDialog(desk.settings.get().id, desk, hub, tr, window)
    yield "comment", _asked(comment)
    comment.reject()
    making = MakeConfidential(desk, hub, tr, lambda _act: None, window)
    yield "make-confidential", _asked(making)
    _type(making, "passphrase", "Sommer2026")
    _type(making, "again", "Sommer2025")
    making.carry()
    yield "make-confidential-refused", making
    for field in ("passphrase", "again"):
        _type(making, field, _WORDS)
    making.carry()
    while hub.tasks.busy:
        QCoreApplication.processEvents()
    yield "recovery-key", making
    making.accept()
    opened = Openings(desk, hub, tr, lambda _act: None, window)
    for deed in Deed:
        opened.deed.show_value(deed)
        opened.deed.committed.emit(deed)
        yield f"openings-{deed}", _asked(opened)
    opened.carry()
    yield "openings-refused", opened
    opened.reject()
    plain = MakePlain(desk, hub, tr, lambda _act: None, window)
    yield "make-plain", _asked(plain)
    plain.reject()
    copy = PassphraseQuestion(NAME, tr, lambda _told: None, window)
    yield "copy-passphrase", _asked(copy)
    copy.reject()
    unlock = UnlockDialog(tr, NAME, lambda _told: tr.say(_WRONG), window)
    yield "unlock", _asked(unlock)
    unlock.panel.refuse(tr.say(_WRONG))
    yield "unlock-refused", unlock
    unlock.reject()


def _locked(tr: Translator) -> Shown:
    """The window of a locked workspace, as it falls and with all that it can say."""
    for name, safe, how in (("locked", True, ""), ("locked-unsaved", False, Gone.IDLE)):
        why = why_locked(how, 5, tr)
        window = LockedWindow(tr, WindowPlace(0, 0, 1100, 700), safe=safe, why=why, name=NAME)
        if not safe:
            window.which.click()
            window.panel.refuse(tr.say(_WRONG))
        window.show()
        yield name, window
        window.go()


# ---------------------------------------------------------------- letters


def _of_letters(window: MainWindow) -> Shown:
    """What a letter asks before it is moved on, and how it is signed."""
    desk = window.desk
    letters = desk.letters.all()
    signed = next(one for one in letters if one.state is LetterState.SIGNED)
    issued = next(one for one in letters if one.state is LetterState.ISSUED)
    lacking = next(
        one for one in letters if one.state is LetterState.DRAFT and desk.letters.problems(one.id)
    )
    editor = _open(window, lacking.id)
    yield "letter-draft", window
    editor.moves.advance()
    yield "letter-check", window
    editor = _open(window, signed.id)
    editor.moves.advance()
    yield "letter-issue", window
    editor.moves.issue()
    yield "letter-issued", window
    editor = _open(window, issued.id)
    editor.show_places()
    yield "letter-places", window
    editor.show_parts()
    editor.moves.advance()
    yield "letter-receipt", window
    editor.moves.forget()
    editor = _open(window, signed.id)  # issued by now
    editor.files.ask_to_sign()
    yield "letter-sign", window
    editor.files.signing.sign()
    yield "letter-sign-refused", window
    editor.files.signing.leave()
    editor.moves.recall()
    yield "letter-recall", window


def _open(window: MainWindow, letter: str) -> LetterEditor:
    window.navigate(PageName.LETTERS, letter)
    page = window.pages.currentWidget()
    assert isinstance(page, LettersPage)
    while page.editor.reading:
        QCoreApplication.processEvents()
    return page.editor
