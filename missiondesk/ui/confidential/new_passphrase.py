# SPDX-License-Identifier: Apache-2.0
"""The fields in which a passphrase is chosen: whose it is, twice itself, how it would hold."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from missiondesk.domain.message import N_
from missiondesk.domain.passphrase import Grade, strength_of
from missiondesk.domain.refused import Refused
from missiondesk.language import Translator
from missiondesk.ui import theme
from missiondesk.ui.theme import scaled
from missiondesk.ui.widgets.field_frame import LABEL_WIDTH
from missiondesk.ui.widgets.fields import TextField
from missiondesk.ui.widgets.looks import look, text_label
from missiondesk.ui.widgets.passphrase_field import PassphraseField

_LINES = 2
_LOOKS = {Grade.WEAK: "bad", Grade.FAIR: "wait", Grade.STRONG: "good"}


class StrengthBar(QWidget):
    """An estimate while it is typed, in a word and as a bar."""

    def __init__(self, tr: Translator) -> None:
        super().__init__()
        self._tr = tr
        self.bar = QProgressBar()
        self.bar.setRange(0, 100)
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(6)
        self.bar.setAccessibleName(tr.say("Strength of the passphrase"))
        self.word = text_label("", "detail", wrap=True)
        # Both sentences have the same room: nothing below moves while one types.
        self.word.setMinimumHeight(_LINES * theme.line_height(theme.DETAIL))
        self.word.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.word.setObjectName("strengthWord")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        layout.addWidget(self.bar)
        layout.addWidget(self.word)
        self.show_for("")

    def show_for(self, passphrase: str) -> None:
        """Estimate this one; of nothing there is nothing to say."""
        say = self._tr.say
        if not passphrase:
            self.bar.setValue(0)
            look(self.word, "detail")
            self.word.setText(say("Five or more words that do not belong together are best."))
            return
        found = strength_of(passphrase)
        self.bar.setValue(round(100 * found.share))
        self.bar.setAccessibleDescription(self._tr.show(found.grade))
        look(self.word, _LOOKS[found.grade])
        self.word.setText(
            say(
                "Strength: {grade}. This is only an estimate by the number of words and figures.",
                grade=found.grade,
            )
        )


class NewPassphrase(QWidget):
    """Name, passphrase and its repetition.

    Attributes:
        entered: Enter was pressed in the last field.
    """

    entered = Signal()

    def __init__(self, tr: Translator, name: str = "") -> None:
        super().__init__()
        say = tr.say
        self.name = TextField(
            "name",
            say("Whose it is"),
            tr,
            hint=say("Only who has opened the workspace sees this."),
        )
        self.name.show_value(name)
        self.first = PassphraseField("passphrase", say("New passphrase"), tr)
        self.again = PassphraseField("again", say("The same again"), tr)
        self.strength = StrengthBar(tr)
        self.first.editor.textChanged.connect(self.strength.show_for)
        for field in (self.first, self.again):
            field.editor.textChanged.connect(self._look_again)
        self.first.entered.connect(self.again.focus_editor)
        self.again.entered.connect(self.entered)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.space(2))
        self.strength.setContentsMargins(scaled(LABEL_WIDTH) + 12, 0, 0, 0)  # below the field
        for part in (self.name, self.first, self.strength, self.again):
            layout.addWidget(part)

    def read(self) -> tuple[str, str]:
        """The passphrase, and whose it is.

        Raises:
            Refused: The two differ (field "again"), or none was typed (field "passphrase").
        """
        told = self.first.read()
        if not told:
            raise Refused(N_("Choose a passphrase."), field="passphrase")
        if told != self.again.read():
            raise Refused(N_("It differs from the passphrase above."), field="again")
        return told, self.name.read()

    def _look_again(self) -> None:
        """Take back what was refused once it is no longer true."""
        told = self.first.editor.text()
        if told and strength_of(told).grade is not Grade.WEAK:
            self.first.clear_refusal()
        if told == self.again.editor.text():
            self.again.clear_refusal()

    def fields(self) -> dict[str, TextField | PassphraseField]:
        """The fields by the name that a refusal gives."""
        return {one.name: one for one in (self.name, self.first, self.again)}

    def forget(self) -> None:
        """Empty both."""
        self.first.forget()
        self.again.forget()
