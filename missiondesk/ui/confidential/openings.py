# SPDX-License-Identifier: Apache-2.0
"""Who may open the workspace: the passphrases and the recovery key, and what can be done."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtWidgets import QWidget

from missiondesk.domain.message import N_
from missiondesk.domain.refused import Refused
from missiondesk.language import Translator
from missiondesk.services.confidential import Act, Opening
from missiondesk.services.desk import Desk
from missiondesk.ui.confidential.act_dialog import ActDialog
from missiondesk.ui.confidential.new_passphrase import NewPassphrase
from missiondesk.ui.hub import Hub
from missiondesk.ui.widgets.choice_fields import ChoiceField
from missiondesk.ui.widgets.field import Field
from missiondesk.ui.widgets.looks import text_label
from missiondesk.ui.widgets.passphrase_field import PassphraseField


class Deed(StrEnum):
    """What the dialog can do."""

    ADD = "add"
    CHANGE = "change"
    REMOVE = "remove"
    RECOVERY = "recovery"
    RENEW = "renew"


_WORDS = {
    Deed.ADD: N_("Let somebody else open it too"),
    Deed.CHANGE: N_("Change my passphrase"),
    Deed.REMOVE: N_("Let somebody open it no more"),
    Deed.RECOVERY: N_("Make a new recovery key"),
    Deed.RENEW: N_("Begin anew: another key, and only one new passphrase"),
}
_VERBS = {
    Deed.ADD: N_("Add the passphrase"),
    Deed.CHANGE: N_("Change the passphrase"),
    Deed.REMOVE: N_("Remove"),
    Deed.RECOVERY: N_("Make a recovery key"),
    Deed.RENEW: N_("Begin anew"),
}
_TOLD = {
    Deed.ADD: "",
    Deed.CHANGE: N_("Whoever knew the former one cannot open the file as it is saved from now on."),
    Deed.REMOVE: N_(
        "Whoever kept an earlier copy of the file with this passphrase could, with tools of their "
        "own, still open later ones. To shut them out for certain, begin anew."
    ),
    Deed.RECOVERY: N_("The former recovery key opens the workspace no more."),
    Deed.RENEW: N_(
        "All other passphrases and the recovery key open the workspace no more, nor does an "
        "earlier copy help anybody to open it."
    ),
}


class Openings(ActDialog):
    """One list, one choice of what is done, and the fields that it needs."""

    def __init__(
        self,
        desk: Desk,
        hub: Hub,
        tr: Translator,
        done: Callable[[Act], object],
        parent: QWidget | None,
    ) -> None:
        say = tr.say
        title = say("Who can open the workspace")
        super().__init__("openings", title, "", desk, hub, tr, done, parent)
        found = desk.confidential.openings
        words = [self._word(one) for one in found]
        listed = text_label("\n".join(f"•  {word}" for word in words), wrap=True)
        listed.setObjectName("openingList")
        self.deed = ChoiceField(
            "deed",
            say("What to do"),
            tr,
            options=[(deed, say(word)) for deed, word in _WORDS.items()],
            above=self.narrow(),
        )
        self.which = ChoiceField(
            "which",
            say("Which one"),
            tr,
            options=[(one.key, word) for one, word in zip(found, words, strict=True)],
            above=self.narrow(),
        )
        self.mine = PassphraseField("mine", say("Your passphrase"), tr)
        self.fresh = NewPassphrase(tr)
        self.told = text_label("", "detail", wrap=True)
        for part in (listed, self.deed, self.which, self.mine, self.fresh, self.told):
            self.body.addWidget(part)
        self.mine.entered.connect(self._entered)
        self.fresh.entered.connect(self.carry)
        self.deed.committed.connect(lambda _deed: self._arrange())
        self.deed.show_value(Deed.ADD)
        self.which.show_value(found[0].key if found else "")
        self._arrange()
        self.mine.focus_editor()

    def fields_by_name(self) -> dict[str, Field]:
        return {"mine": self.mine, "which": self.which, **self.fresh.fields()}

    def preparing(self) -> Callable[[], Act]:
        deed, ways = Deed(self.deed.value()), self._desk.confidential
        mine, which = self.mine.read(), str(self.which.value())
        if not mine:
            raise Refused(N_("Type your passphrase first."), field="mine")
        if deed is Deed.REMOVE:
            return lambda: ways.prepare_removal(mine, which)
        if deed is Deed.RECOVERY:
            return lambda: ways.prepare_recovery(mine)
        told, name = self.fresh.read()
        if deed is Deed.CHANGE:
            return lambda: ways.prepare_change(mine, told)
        if deed is Deed.RENEW:
            return lambda: ways.prepare_anew(mine, told, name)
        return lambda: ways.prepare_another(mine, told, name)

    def _entered(self) -> None:
        if self.fresh.isHidden():
            self.carry()
        else:
            self.fresh.first.focus_editor()

    def _arrange(self) -> None:
        deed, say = Deed(self.deed.value()), self._tr.say
        self.which.setVisible(deed is Deed.REMOVE)
        self.fresh.setVisible(deed in (Deed.ADD, Deed.CHANGE, Deed.RENEW))
        self.fresh.name.setVisible(deed is not Deed.CHANGE)
        self.told.setText(say(_TOLD[deed]) if _TOLD[deed] else "")
        self.told.setVisible(bool(_TOLD[deed]))
        self.verb.setText(say(_VERBS[deed]))
        self.verb.setAccessibleName(say(_VERBS[deed]))
        self.take_spare_room()

    def _word(self, one: Opening) -> str:
        say = self._tr.say
        if one.recovery:
            return say("The recovery key on paper")
        return say("Passphrase: {name}", name=one.name or say("without a name"))
