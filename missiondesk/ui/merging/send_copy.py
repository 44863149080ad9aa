# SPDX-License-Identifier: Apache-2.0
"""Asks to whom a copy goes, for what, and what may be in it; then makes it and shows the note."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from missiondesk.domain.copy_sent import Audience, Purpose
from missiondesk.domain.message import N_
from missiondesk.domain.party import Party
from missiondesk.domain.passphrase import Grade, strength_of
from missiondesk.domain.refused import Refused
from missiondesk.language import Translator
from missiondesk.services.copies import Sending, SendingJob
from missiondesk.services.desk import Desk
from missiondesk.services.safe_names import safe_name
from missiondesk.services.saving import Unavailable
from missiondesk.services.workspaces import SUFFIX
from missiondesk.ui import theme
from missiondesk.ui.choices import ministry_options, party_options
from missiondesk.ui.files import ask_save
from missiondesk.ui.hub import Hub
from missiondesk.ui.merging.sent_notice import SentNotice
from missiondesk.ui.tasks import Cancelled
from missiondesk.ui.widgets.check_box import CheckBox
from missiondesk.ui.widgets.choice_fields import ChoiceField
from missiondesk.ui.widgets.field import Field
from missiondesk.ui.widgets.fields import TextField
from missiondesk.ui.widgets.looks import push_button, row, text_label
from missiondesk.ui.widgets.passphrase_field import PassphraseField
from missiondesk.ui.widgets.steady_dialog import Asked, SteadyDialog, spare_room


class SendCopy(SteadyDialog):
    """Nothing is written before a file is chosen."""

    def __init__(
        self,
        desk: Desk,
        hub: Hub,
        tr: Translator,
        folder: Path,
        tell: Callable[[Unavailable], object],
        parent: QWidget | None,
        party: str | None = None,
    ) -> None:
        """Make it.

        Args:
            desk: The workspace.
            hub: Its listeners.
            tr: The screen's language.
            folder: Where the file is proposed to go.
            tell: Shows the surroundings' no.
            parent: The window it stands over.
            party: Id of the party in the talks for which it is, "" for one still to be chosen; None
                begins with a copy of everything.
        """
        super().__init__(parent)
        self.setObjectName("sendCopy")
        self.setWindowTitle(tr.say("Send a copy"))
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._hub, self._tr, self._folder, self._tell = desk, hub, tr, folder, tell
        self._named = {""}  # recipients that nobody typed
        self._make_fields()
        self.holds = text_label("", "detail", wrap=True)
        self.holds.setObjectName("copyHolds")
        self.refusal = text_label("", "refusal", wrap=True)
        self.refusal.setObjectName("sendRefusal")
        self.refusal.hide()
        self.verb = push_button(tr.say("Save the copy…"), "sendVerb", self.ask_file, "primary")
        self._lay_out()
        if party is not None:
            self.audience.show_value(Audience.PARTY)
            self.party.show_value(party or None)
            self._name_recipient()
        self._narrow()
        self.recipient.focus_editor()

    def _lay_out(self) -> None:
        tr = self._tr
        leave = push_button(tr.say("Cancel"), "sendLeave", self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(theme.space(3))
        asked = Asked(
            text_label(tr.say("Send a copy"), "section"),
            self.recipient,
            self.purpose,
            self.audience,
            self.ministry,
            self.party,
            self.holds,
            self.comments,
            self.language,
            self.sealed,
            self.passphrase,
            self.refusal,
        )
        layout.addWidget(asked)
        layout.addItem(spare_room())
        layout.addWidget(row(None, leave, self.verb))
        self.be_wide(620)

    def _make_fields(self) -> None:
        tr, say = self._tr, self._tr.say
        self.recipient = TextField(
            "recipient", say("To"), tr, placeholder=say("Name, office or ministry")
        )
        self.purpose = _choice("purpose", say("What for"), list(Purpose), tr)
        parties = party_options(self._desk)
        audiences = [one for one in Audience if parties or one is not Audience.PARTY]
        self.audience = _choice("audience", say("Who may see it"), audiences, tr)
        ids = [one.id for one in self._desk.organisation.ministries()]
        ministries = ministry_options(self._desk, tr, ids)
        self.ministry = ChoiceField(
            "ministry", say("Which ministry"), tr, options=ministries, none=say("(choose)")
        )
        self.party = ChoiceField(
            "party", say("Which party"), tr, options=parties, none=say("(choose)")
        )
        self.party.committed.connect(lambda _value: self._name_recipient())
        languages = (("da", say("Danish")), ("en", say("English")))
        self.language = ChoiceField("language", say("Covering note in"), tr, options=languages)
        self.language.show_value(tr.lang)
        self.comments = _box("copyComments", say("With the comments on what is in it"))
        self.sealed = _box("copySealed", say("Close it with a passphrase of its own"))
        self.sealed.toggled.connect(lambda _on: self._narrow())
        hint = say("Tell it by another way than the file: by telephone or in person.")
        self.passphrase = PassphraseField("passphrase", say("Passphrase"), tr, hint=hint)
        self.passphrase.editor.textChanged.connect(lambda _told: _say_strength(self.passphrase))
        for field in (self.audience, self.ministry, self.party, self.purpose):
            field.committed.connect(lambda _value: self._narrow())
        self.comments.toggled.connect(lambda _on: self._narrow())

    # -- what is asked for ---------------------------------------------------------------
    def _sending(self) -> Sending:
        return Sending(
            self.recipient.read(),
            self.purpose.read(),
            self.audience.read(),
            self.ministry.read(),
            self.language.read(),
            self.comments.isChecked(),
            self.party.read(),
        )

    def _name_recipient(self) -> None:
        """A party's copy goes to the party, until somebody is named."""
        party = self._desk.situation.get(Party, self.party.read())
        if party is not None and self.recipient.read() in self._named:
            self._named.add(party.name or party.code)
            self.recipient.write(party.name or party.code)

    def _narrow(self) -> None:
        """Show only what matters for the audience, and say how much the copy will hold."""
        audience = self.audience.read()
        part = audience is not Audience.SECRETARIAT
        self.ministry.setVisible(audience is Audience.MINISTRY)
        self.party.setVisible(audience is Audience.PARTY)
        self.comments.setVisible(part and audience is not Audience.PARTY)
        if self._desk.copies.needs_passphrase(audience):
            self.sealed.setChecked(True)
        self.sealed.setEnabled(not self._desk.copies.needs_passphrase(audience))
        self.passphrase.setVisible(self.sealed.isChecked())
        _say_strength(self.passphrase)
        self.holds.setText(_holding(part, *self._desk.copies.counts(self._sending()), self._tr))
        if self.isVisible():
            self.take_spare_room()

    # -- doing ---------------------------------------------------------------------------
    def ask_file(self) -> None:
        """Ask where the copy goes, once everything is said."""
        if not self.recipient.read().strip():
            self._say_no(Refused(N_("Say to whom the copy goes."), field="recipient"))
            return
        name = f"{safe_name(self.recipient.read(), 'kopi')}{SUFFIX}"
        title = self._tr.say("Send a copy")
        ask_save(self, self._tr, title, self._folder / name, self.send)

    def send(self, path: Path) -> None:
        """Make the copy and show the note that goes with it."""
        told = self.passphrase.read() if self.sealed.isChecked() else None
        for field in self._fields().values():
            field.clear_refusal()
        self.refusal.hide()
        try:
            job = self._desk.copies.prepare(path, self._sending(), told)
        except (Refused, Unavailable) as no:
            self._say_no(no)
            return
        self.setEnabled(False)
        self._hub.tasks.run(
            self._tr.say("Send a copy"), lambda _progress: job.make(),
            lambda _none: self._made(job), lambda why: self._not_made(job, why), self, place=path,
        )  # fmt: skip

    def _made(self, job: SendingJob) -> None:
        copy = job.finish()
        self.passphrase.forget()
        parent = self.parentWidget()
        self.accept()
        SentNotice(copy, self._desk, self._tr, parent).open()

    def _not_made(self, job: SendingJob, why: BaseException) -> None:
        job.give_up()
        self.setEnabled(True)
        if isinstance(why, Refused | Unavailable):
            self._say_no(why)
        elif not isinstance(why, Cancelled):
            raise why

    def _fields(self) -> dict[str, Field]:
        return {
            "recipient": self.recipient,
            "ministry": self.ministry,
            "party": self.party,
            "passphrase": self.passphrase,
        }

    def _say_no(self, no: Refused | Unavailable) -> None:
        if isinstance(no, Unavailable):
            self._tell(no)
            return
        sentence, field = self._tr.tell(no.message), self._fields().get(no.field)
        if field is not None and field.isVisibleTo(self):
            field.refuse(sentence)
            field.focus_editor()
        else:
            self.refusal.setText(sentence)
            self.refusal.show()
        self.use_spare_room()


def _say_strength(field: PassphraseField) -> None:
    """Say how it would hold; the line has its room also before anything is typed."""
    told = str(field.read())
    grade = strength_of(told).grade
    if grade is not Grade.WEAK:
        field.clear_refusal()
    advice = N_("Five or more words that do not belong together are best.")
    field.echo.setVisible(field.refusal.isHidden())
    field.echo.setText(field.tr_.say(grade.word if told else advice))


def _holding(part: bool, held: int, there: int, tr: Translator) -> str:
    if not part:
        return tr.say("The copy will hold everything: {there} records.", there=there)
    return tr.say(
        "The copy will hold {held} of {there} records. What is left out is neither removed nor "
        "emptied when it comes back.",
        held=held,
        there=there,
    )


def _choice(
    name: str, label: str, words: Sequence[Purpose | Audience], tr: Translator
) -> ChoiceField:
    options = [(one, tr.say(one.word)) for one in words]
    field = ChoiceField(name, label, tr, options=options)
    field.show_value(options[0][0])
    return field


def _box(name: str, text: str) -> CheckBox:
    box = CheckBox(text)
    box.setObjectName(name)
    return box
