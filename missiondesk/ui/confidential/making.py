# SPDX-License-Identifier: Apache-2.0
"""Making the workspace confidential, and plain again: what it means is said before it is done."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from missiondesk.language import Translator
from missiondesk.services.confidential import Act
from missiondesk.services.desk import Desk
from missiondesk.ui.confidential.act_dialog import ActDialog
from missiondesk.ui.confidential.new_passphrase import NewPassphrase
from missiondesk.ui.hub import Hub
from missiondesk.ui.widgets.check_box import CheckBox
from missiondesk.ui.widgets.field import Field
from missiondesk.ui.widgets.passphrase_field import PassphraseField

Done = Callable[[Act], object]


class MakeConfidential(ActDialog):
    """Asks for the first passphrase."""

    def __init__(
        self, desk: Desk, hub: Hub, tr: Translator, done: Done, parent: QWidget | None
    ) -> None:
        say = tr.say
        super().__init__(
            "makeConfidential",
            say("Make the workspace confidential"),
            say("Make confidential"),
            desk,
            hub,
            tr,
            done,
            parent,
        )
        self.say_also(
            say(
                "From now on the file and its backups open only with a passphrase. Nobody can "
                "open them without one, not even those who made this program."
            ),
            say(
                "Copies that were mailed or saved elsewhere before stay readable to everyone who "
                "has them. It protects what is lost or found; it is not approved for what is "
                "classified FORTROLIGT or higher."
            ),
            say(
                "The file leaves the list “Opened lately”, and the next start does not open it by "
                "itself: remember where it lies."
            ),
        )
        self.passphrase = NewPassphrase(tr, desk.session.store.who)
        self.passphrase.entered.connect(self.carry)
        self.recovery = CheckBox(say("Make a recovery key to keep on paper"))
        self.recovery.setObjectName("wantRecovery")
        self.recovery.setChecked(True)
        self.body.addWidget(self.passphrase)
        self.body.addWidget(self.recovery)
        self.passphrase.first.focus_editor()

    def fields_by_name(self) -> dict[str, Field]:
        return {**self.passphrase.fields()}

    def preparing(self) -> Callable[[], Act]:
        told, name = self.passphrase.read()
        recovery, confidential = self.recovery.isChecked(), self._desk.confidential
        return lambda: confidential.prepare(told, name, recovery=recovery)


class MakePlain(ActDialog):
    """Asks for a passphrase once more."""

    def __init__(
        self, desk: Desk, hub: Hub, tr: Translator, done: Done, parent: QWidget | None
    ) -> None:
        say = tr.say
        super().__init__(
            "makePlain",
            say("Make the workspace plain again"),
            say("Make plain"),
            desk,
            hub,
            tr,
            done,
            parent,
        )
        self.say_also(
            say(
                "From now on everyone who gets the file or a backup of it can read all of it. "
                "The act is noted in the history."
            )
        )
        self.mine = PassphraseField("mine", say("Your passphrase"), tr)
        self.mine.entered.connect(self.carry)
        self.body.addWidget(self.mine)
        self.mine.focus_editor()

    def fields_by_name(self) -> dict[str, Field]:
        return {"mine": self.mine}

    def preparing(self) -> Callable[[], Act]:
        mine, confidential = self.mine.read(), self._desk.confidential
        return lambda: confidential.prepare_plain(mine)
