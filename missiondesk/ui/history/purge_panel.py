# SPDX-License-Identifier: Apache-2.0
"""Asks in the page for what a purge needs: why, who decided, and that it is meant."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from missiondesk.domain.message import N_
from missiondesk.domain.refused import Refused
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.services.purging import ARCHIVAL_RULE, WHAT_STAYS
from missiondesk.services.recycle_bin import Removed
from missiondesk.ui.asking_panel import AskingPanel
from missiondesk.ui.history.bin_columns import title_of
from missiondesk.ui.widgets.check_box import CheckBox
from missiondesk.ui.widgets.fields import ParagraphField, TextField
from missiondesk.ui.widgets.looks import text_label


class PurgePanel(AskingPanel):
    """Reason and decider are typed, and the word that says so; then there is no way back.

    Args:
        purged: Called when it is done.
    """

    def __init__(
        self,
        desk: Desk,
        tr: Translator,
        purged: Callable[[], object],
        left: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("purgePanel", tr, left, parent)
        self._desk, self._purged = desk, purged
        self._wanted: Removed | None = None
        say = tr.say
        self._word = say("ERASE")
        self.what = text_label("", wrap=True)
        self.what.setObjectName("purgeWhat")
        self.rule = text_label(say(ARCHIVAL_RULE), "refusal", wrap=True)
        self.rule.setObjectName("purgeRule")
        self.archival = CheckBox(say("I have read this; they are to go all the same"))
        self.archival.setObjectName("purgeArchival")
        self.body.addWidget(self.what)
        self.body.addWidget(self.rule)
        self.body.addWidget(self.archival)
        reason = say("Why (do not repeat here what is to go)")
        self.add(ParagraphField("reason", reason, tr, least=2, above=True))
        confirm = say("Type {word} to confirm", word=self._word)
        self.add_row(
            TextField("decided_by", say("Decided by"), tr, above=True),
            TextField("confirm", confirm, tr, above=True),
        )
        self.name_verb(say("Erase for good"))

    def ask(self, wanted: Removed) -> None:
        """Ask whether this record and what belonged to it are to be erased."""
        tr = self._tr
        self._wanted = wanted
        for field in self._fields.values():
            field.show_value("")
        self.archival.setChecked(False)
        archive = self._desk.purging.belongs_to_archive(wanted.keys)
        self.rule.setVisible(archive)
        self.archival.setVisible(archive)
        counted = tr.plural(
            "{count} record is erased.", "{count} records are erased.", len(wanted.keys)
        )
        said = [counted, tr.say(WHAT_STAYS)]
        backups = self._desk.backups.folder
        if backups is not None:
            said.append(tr.say("Backups of the workspace lie in {folder}.", folder=str(backups)))
        self.what.setText(" ".join(said))
        self.begin(tr.say("Erase “{name}” for good", name=title_of(wanted, tr)), wanted.record.id)
        self._fields["reason"].focus_editor()

    def take_up(self, draft: dict[str, Any]) -> None:
        """Nothing of a former question is kept: each purge is confirmed anew."""

    def record(self) -> None:
        assert self._wanted is not None
        told = {name: field.read() for name, field in self._fields.items()}
        if told["confirm"].strip().upper() != self._word.upper():
            raise Refused(N_("Type {word} here to confirm."), field="confirm", word=self._word)
        self._desk.purging.purge(
            self._wanted.keys,
            told["reason"],
            told["decided_by"],
            archival=self.archival.isChecked() and self.archival.isVisibleTo(self),
        )
        self._purged()
