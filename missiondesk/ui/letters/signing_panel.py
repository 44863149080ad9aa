# SPDX-License-Identifier: Apache-2.0
"""Signs an issued letter with a certificate file, in a panel on the page; nothing is kept of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from missiondesk.domain.message import N_
from missiondesk.domain.obstacle import obstacle
from missiondesk.domain.refused import Refused
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.services.signing import SignedFile, SigningJob, require_free, require_library
from missiondesk.ui import theme
from missiondesk.ui.files import ask_file, ask_folder, usual_folder
from missiondesk.ui.hub import Hub
from missiondesk.ui.tasks import Cancelled, Progress
from missiondesk.ui.theme import scaled
from missiondesk.ui.widgets.drop_zone import DropZone
from missiondesk.ui.widgets.fields import TextField
from missiondesk.ui.widgets.looks import look, push_button, row, text_label
from missiondesk.ui.widgets.notice_bar import NoticeBar
from missiondesk.ui.widgets.passphrase_field import PassphraseField

_WIDEST = 860  # px at 100 %, so that a path can be read and the buttons stay near it


class _PathField(TextField):
    """A path that is typed, or chosen by the button beside it."""

    def __init__(
        self, name: str, label: str, tr: Translator, button: QPushButton, placeholder: str = ""
    ) -> None:
        super().__init__(name, label, tr, placeholder=placeholder)
        # What is dropped is taken by the panel around it.
        self.editor.setAcceptDrops(False)
        self._editors.addWidget(button)

    def put(self, path: Path) -> None:
        """Take the path that was chosen."""
        self.write(str(path))
        self.clear_refusal()


class SigningPanel(DropZone):
    """Asks for the certificate file, its passphrase and a folder; the worker signs.

    Attributes:
        opened: It was opened (True) or closed.
    """

    opened = Signal(bool)

    def __init__(self, desk: Desk, hub: Hub, tr: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("signLetterPanel")
        look(self, "card")
        self._desk, self._hub, self._tr = desk, hub, tr
        self._job: SigningJob | None = None
        self._running = False
        say = tr.say
        self.title = text_label(say("Sign the issued letter with a certificate"), "section")
        self.missing = NoticeBar("note", "", "signingMissing")
        flags = Qt.TextInteractionFlag
        self.missing.sentence.setTextInteractionFlags(flags.TextSelectableByMouse)
        self.bar = NoticeBar("error", "", "signingRefusal")
        self.form = self._form()
        self.sign_button = push_button(say("Sign"), "signNow", self.sign, "primary")
        self.close_button = push_button(say("Cancel"), "cancelSigning", self.leave)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(theme.space(2))
        for part in (self.title, self.missing, self.bar, self.form):
            layout.addWidget(part)
        layout.addWidget(row(self.sign_button, self.close_button, None))
        self.dropped.connect(self._take_certificate)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.leave)
        self.hide()

    # -- building ------------------------------------------------------------------------
    def _form(self) -> QWidget:
        say, tr = self._tr.say, self._tr
        self.certificate = _PathField(
            "certificate",
            say("Certificate file"),
            tr,
            push_button(say("Choose the file…"), "chooseCertificate", self._ask_certificate),
            say("A .p12 or .pfx file; it may also be dropped here"),
        )
        self.passphrase = PassphraseField("passphrase", say("Passphrase"), tr)
        choose = push_button(say("Choose the folder…"), "chooseSignedFolder", self._ask_for_folder)
        self.folder = _PathField("path", say("Folder"), tr, choose)
        self.passphrase.entered.connect(self.sign)
        made = QWidget()
        made.setMaximumWidth(scaled(_WIDEST))
        layout = QVBoxLayout(made)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.space(1.5))
        for part in (self.certificate, self.passphrase, self.folder):
            layout.addWidget(part)
        return made

    def _ask_certificate(self) -> None:
        say = self._tr.say
        kinds = ((say("Certificate files"), "*.p12 *.pfx"),)
        ask_file(self.window(), say("Certificate file"), kinds, self._take_certificate, "p12")

    def _take_certificate(self, path: Path) -> None:
        self.certificate.put(path)
        self.passphrase.focus_editor()

    def _ask_for_folder(self) -> None:
        title = self._tr.say("Folder for the signed letter")
        ask_folder(self.window(), title, self.folder.put, start=Path(self.folder.read()))

    # -- opening and closing ---------------------------------------------------------------
    def begin(self, letter: str) -> None:
        """Open it for a letter, or say why that one is not signed.

        Raises:
            Refused: The letter was not issued.
        """
        self._job = self._desk.signing.prepare(letter)
        self._forget_refusals()
        self.passphrase.forget()
        ready = self._library_is_there()
        self.form.setVisible(ready)
        self.sign_button.setVisible(ready)
        verb = self._tr.say("Cancel") if ready else self._tr.say("Close")
        self.close_button.setText(verb)
        self.close_button.setAccessibleName(verb)
        if not self.folder.read():
            path = self._desk.path
            self.folder.write(str(path.parent if path is not None else usual_folder(())))
        self.folder.echo.setText(self._tr.say("The file will be {name}.", name=self._job.name))
        self.folder.echo.show()
        self.opened.emit(True)
        self.show()
        if not ready:
            self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.certificate.read():
            self.passphrase.focus_editor()
        else:
            self.certificate.focus_editor()

    def _library_is_there(self) -> bool:
        """Whether letters can be signed here; else the panel says how to get what is missing."""
        try:
            require_library()
        except Refused as refused:
            self.missing.say(self._tr.tell(refused.message))
            self.missing.show()
            return False
        self.missing.hide()
        return True

    def leave(self) -> None:
        """Close it; the passphrase is forgotten."""
        self.passphrase.forget()
        self.hide()
        self.opened.emit(False)

    # -- signing -------------------------------------------------------------------------
    def sign(self) -> None:
        """Sign on the worker what the panel was opened for."""
        self._forget_refusals()
        job = self._job
        if job is None or self._running:
            return
        try:
            certificate, target = self._places(job)
        except Refused as refused:
            self._refuse(refused)
            return
        passphrase = self.passphrase.take()

        def work(progress: Progress) -> SignedFile:
            progress.report(0, 1)
            return job.sign(target, certificate, passphrase)

        self._run(True)
        self._hub.tasks.run(
            self._tr.say("Sign"), work, self._signed, self._failed, self, place=target
        )

    def _places(self, job: SigningJob) -> tuple[Path, Path]:
        """The certificate file and the file to write; asked before the passphrase is used up."""
        if not self.certificate.read():
            raise Refused(N_("Choose the certificate file."), field="certificate")
        folder = Path(self.folder.read())
        if not self.folder.read() or not folder.is_dir():
            raise Refused(N_("Choose a folder that is there."), field="path")
        require_free(folder / job.name)
        return Path(self.certificate.read()), folder / job.name

    def _run(self, running: bool) -> None:
        self._running = running
        self.sign_button.setEnabled(not running)

    def _signed(self, signed: SignedFile) -> None:
        self._run(False)
        self.leave()
        self._hub.say(self._tr.say("The letter is signed: {file}", file=signed.path.name))

    def _failed(self, error: BaseException) -> None:
        self._run(False)
        if isinstance(error, Cancelled):
            return
        if isinstance(error, OSError):
            sentence = N_("The file could not be written: {why}. An older file is untouched.")
            error = Refused(sentence, field="path", why=obstacle(error))
        if not isinstance(error, Refused):
            raise error
        self._refuse(error)

    def _refuse(self, refused: Refused) -> None:
        """Say it beside its field; when the panel was left meanwhile, at the window's foot."""
        sentence = self._tr.tell(refused.message)
        if not self.isVisible():
            self._hub.say(sentence)
            return
        fields = (self.certificate, self.passphrase, self.folder)
        field = next((one for one in fields if one.name == refused.field), None)
        if field is None:
            self.bar.say(sentence)
            self.bar.show()
            return
        field.refuse(sentence)
        field.focus_editor()

    def _forget_refusals(self) -> None:
        self.bar.hide()
        for field in (self.certificate, self.passphrase, self.folder):
            field.clear_refusal()
