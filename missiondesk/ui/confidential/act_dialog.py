# SPDX-License-Identifier: Apache-2.0
"""A dialog for one act on who may open the workspace: fields, what is refused, and a recovery key
that is shown once where the act made one.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from missiondesk.domain.message import N_
from missiondesk.domain.refused import Refused
from missiondesk.language import Translator
from missiondesk.services.confidential import Act
from missiondesk.services.desk import Desk
from missiondesk.services.recovery_sheet import prepare_recovery_sheet
from missiondesk.services.saving import Unavailable
from missiondesk.ui import theme
from missiondesk.ui.hub import Hub
from missiondesk.ui.widgets.check_box import CheckBox
from missiondesk.ui.widgets.field import Field
from missiondesk.ui.widgets.looks import look, push_button, row, text_label
from missiondesk.ui.widgets.steady_dialog import Asked, SteadyDialog, spare_room

if TYPE_CHECKING:
    from missiondesk.documents.printed import PrintedDocument

_PRINTED = N_("The recovery key was printed.")
_REFUSED = N_("The printer took nothing. See whether it is switched on and reachable.")
_WIDE = 600  # px at 100 %


class ActDialog(SteadyDialog):
    """A subclass fills `body`, names its fields in `fields_by_name` and says in `preparing` what is
    done off the screen's thread.
    """

    def __init__(
        self,
        name: str,
        title: str,
        verb: str,
        desk: Desk,
        hub: Hub,
        tr: Translator,
        done: Callable[[Act], object],
        parent: QWidget | None,
    ) -> None:
        """Make the dialog.

        Args:
            name: objectName.
            title: What it is about.
            verb: What the primary button does.
            desk: The open workspace.
            hub: Whose worker prepares the act.
            tr: The screen's language.
            done: Called with the act when it was carried out.
            parent: The window it stands over.
        """
        super().__init__(parent)
        self.setObjectName(name)
        self.setWindowTitle(title)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.be_wide(_WIDE)
        self._desk, self._hub, self._tr, self._done = desk, hub, tr, done
        self._running = False
        self.head = text_label(title, "section", wrap=True)
        self.body = QVBoxLayout()
        self.body.setSpacing(theme.space(2))
        self.refusal = text_label("", "refusal", wrap=True)
        self.refusal.setObjectName("actRefusal")
        self.refusal.hide()
        self.verb = push_button(verb, "actVerb", self.carry, "primary")
        self.leave = push_button(tr.say("Cancel"), "actLeave", self.reject)
        # Not in a widget of its own: that would ask for the spare room even where it is used.
        self._asking = layout = self._page()
        layout.setSpacing(theme.space(3))
        self._scrolled = Asked(self.head, self.body, self.refusal)
        layout.addWidget(self._scrolled)
        layout.addItem(spare_room())
        layout.addWidget(row(None, self.leave, self.verb))

    def narrow(self) -> bool:
        """Whether the screen is too small for labels beside long choices."""
        return self.minimumWidth() < theme.scaled(_WIDE)

    # -- what a subclass does --------------------------------------------------------------
    def fields_by_name(self) -> dict[str, Field]:
        """The fields by the name that a refusal gives."""
        raise NotImplementedError

    def preparing(self) -> Callable[[], Act]:
        """What prepares the act from what stands in the fields now; runs on the worker.

        Raises:
            Refused: Something is missing.
        """
        raise NotImplementedError

    # -- doing -----------------------------------------------------------------------------
    def say_also(self, *sentences: str) -> None:
        """Add sentences above what is asked."""
        for sentence in sentences:
            self.body.addWidget(text_label(sentence, wrap=True))

    def carry(self) -> None:
        """Prepare the act and carry it out."""
        if self._running:
            return
        self.refusal.hide()
        for field in self.fields_by_name().values():
            field.clear_refusal()
        try:
            work = self.preparing()
        except Refused as refused:
            self._refuse(refused)
            return
        self._run(True)
        self._hub.tasks.run(
            self.windowTitle(), lambda _progress: work(), self._prepared, self._failed, self
        )

    def reject(self) -> None:
        if not self._running:
            self._forget()
            super().reject()

    def _prepared(self, act: Act) -> None:
        self._run(False)
        trouble = ""
        try:
            self._desk.confidential.carry_out(act)
        except Unavailable as why:
            # The act holds in memory, and the chip says that it is not saved.
            trouble = self._tr.tell(why.message)
        self._forget()
        self._done(act)
        if act.recovery_key:
            self._show_key(act.recovery_key)
        else:
            self.accept()
        if trouble:
            self._hub.say(trouble)

    def _failed(self, error: BaseException) -> None:
        self._run(False)
        if isinstance(error, Refused):
            self._refuse(error)
        else:
            raise error

    def _refuse(self, refused: Refused) -> None:
        sentence = self._tr.tell(refused.message)
        field = self.fields_by_name().get(refused.field)
        if field is None or not field.isVisibleTo(self):
            self._say(sentence)
            return
        field.refuse(sentence)
        field.focus_editor()
        self.use_spare_room()
        self._scrolled.ensureWidgetVisible(field)

    def _say(self, sentence: str) -> None:
        self.refusal.setText(sentence)
        self.refusal.show()
        self.use_spare_room()
        self._scrolled.ensureWidgetVisible(self.refusal)

    def _run(self, on: bool) -> None:
        self._running = on
        self.verb.setEnabled(not on)
        self.leave.setEnabled(not on)

    def _forget(self) -> None:
        for field in self.fields_by_name().values():
            if hasattr(field, "forget"):
                field.forget()

    def _show_key(self, key: str) -> None:
        asked = QWidget(self)
        asked.setLayout(self._asking)  # what was asked goes with it
        asked.hide()
        page = self._page()
        beside = page.contentsMargins()
        room = self.width() - beside.left() - beside.right()
        page.addWidget(RecoverySheet(key, self._tr, self.accept, self._print, room))
        self.setWindowTitle(self._tr.say("Recovery key"))

    def _page(self) -> QVBoxLayout:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        return layout

    def _print(self, key: str) -> None:
        job = prepare_recovery_sheet(self._desk.session, key, self._tr.lang)
        tr, hub = self._tr, self._hub

        def printed(pages: int) -> None:
            hub.say(tr.say(_PRINTED if pages else _REFUSED))

        def ask(document: PrintedDocument) -> None:
            from missiondesk.ui.widgets.pdf_print import ask_and_print

            # The printer's queue shows the name to everybody, so it tells nothing.
            ask_and_print(document.data, "missiondesk", self, hub.tasks, printed)

        hub.tasks.run(tr.say("Print"), lambda _progress: job.make(), ask, self._not_printed, self)

    @staticmethod
    def _not_printed(error: BaseException) -> None:
        raise error


def _break_lines(shown: QLabel, key: str, room: int) -> None:
    """The key's groups in two lines, or in four where two are wider than the room."""
    groups = key.split("-")
    shown.ensurePolished()
    for lines in (2, 4):
        size = -(-len(groups) // lines)
        parts = [groups[start : start + size] for start in range(0, len(groups), size)]
        shown.setText("\n".join(" – ".join(part) for part in parts))
        # A text that can be chosen is laid out anew when it is shown, and up to 4 % wider.
        if shown.sizeHint().width() * 1.05 <= room:
            return


class RecoverySheet(QWidget):
    """The recovery key, large enough to be copied by hand; it cannot be shown again."""

    def __init__(
        self,
        key: str,
        tr: Translator,
        leave: Callable[[], object],
        print_key: Callable[[str], object],
        room: int,
    ) -> None:
        """Make the sheet for a width of ``room`` pixels."""
        super().__init__()
        say = tr.say
        self.setObjectName("recoverySheet")
        self._key = key
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(theme.font().pointSizeF() * 1.6)
        shown = text_label("")
        shown.setObjectName("recoveryKey")
        shown.setFont(font)
        shown.setAccessibleName(say("Recovery key"))
        shown.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        look(shown, "card")
        shown.setContentsMargins(16, 16, 16, 16)
        _break_lines(shown, key, room)
        self.kept = CheckBox(say("I have written it down or printed it"))
        self.kept.setObjectName("recoveryKept")
        self.done = push_button(tr.say_in("finished", "Done"), "recoveryDone", leave, "primary")
        self.done.setEnabled(False)
        self.kept.toggled.connect(self.done.setEnabled)
        copy = push_button(say("Copy"), "recoveryCopy", self._copy)
        paper = push_button(say("Print…"), "recoveryPrint", lambda: print_key(self._key))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.space(3))
        layout.addWidget(text_label(say("The recovery key"), "section"))
        what = say(
            "It opens the workspace when every passphrase is forgotten. Keep it on paper under "
            "lock, away from the computer. It is shown only now; a new one can be made later."
        )
        layout.addWidget(text_label(what, wrap=True))
        layout.addWidget(shown)
        layout.addWidget(self.kept)
        layout.addStretch(1)
        layout.addWidget(row(paper, copy, None, self.done))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._key)
