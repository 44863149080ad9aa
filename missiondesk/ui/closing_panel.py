# SPDX-License-Identifier: Apache-2.0
"""Asks in the page for all that closing an initiative leaves behind (P8)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from missiondesk.domain.initiative import Initiative, Money, Stage
from missiondesk.domain.period import day
from missiondesk.language import Translator
from missiondesk.services.closing import proposed_freed
from missiondesk.services.desk import Desk
from missiondesk.ui.asking_panel import AskingPanel
from missiondesk.ui.frame_sheet import FrameSheet
from missiondesk.ui.theme import scaled
from missiondesk.ui.widgets.fields import (
    NumberField,
    ParagraphField,
    PeriodField,
    TextField,
    WordingField,
)


class ClosingPanel(AskingPanel):
    """Reason, learning, money and people freed, and what becomes of those concerned.

    Args:
        recorded: Gets the initiative as it was closed.
    """

    def __init__(
        self,
        desk: Desk,
        tr: Translator,
        recorded: Callable[[Initiative], object],
        left: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("closingPanel", tr, left, parent)
        self._desk, self._recorded = desk, recorded
        self._initiative: Initiative | None = None
        self._freed: tuple[Money, ...] = ()
        say = tr.say
        for name, label in (
            ("closing_reason", say("Why it is closed")),
            ("learned", say("What was learned")),
        ):
            self.add(WordingField(name, label, tr, paragraph=True, above=True))
        self.freed = FrameSheet(tr, self._keep_freed, "freed", say("Money freed"), writes=False)
        self.freed.setMaximumWidth(scaled(520))
        self.body.addWidget(self.freed)
        self.add_row(
            NumberField("freed_fte", say("Work years freed"), tr, above=True),
            PeriodField("closed_on", say("Closed on"), tr, today=desk.this_day, above=True),
            TextField("decided_by", say("Decided by"), tr, above=True),
        )
        for name, label in (
            ("after_staff", say("What happens to the staff")),
            ("after_users", say("What happens to the users")),
            ("after_money", say("What happens to the money")),
        ):
            self.add(ParagraphField(name, label, tr, least=2, above=True))
        self.name_verb(say("Close initiative"))

    def ask(self, initiative: Initiative) -> None:
        """Ask for what closing this initiative needs; what is known already stands there."""
        self._initiative = initiative
        for name in ("closing_reason", "learned", "freed_fte", "after_staff", "after_users",
                     "after_money"):  # fmt: skip
            self._fields[name].show_value(getattr(initiative, name))
        self._fields["closed_on"].show_value(day(self._desk.today))
        self._fields["decided_by"].show_value("")
        run = initiative.stage is not Stage.IDEA
        year = self._desk.today.year
        self._freed = proposed_freed(initiative, year) if run else initiative.freed
        self.freed.show_frame(self._freed, initiative.id)
        for name in ("freed_fte", "after_staff", "after_users", "after_money"):
            self._fields[name].setVisible(run)
        self.freed.setVisible(run)
        name = f"{initiative.code} {initiative.title.in_language(self._tr.lang)}"
        self.begin(self._tr.say("Close {name}", name=name), initiative.id)
        self._fields["closing_reason"].focus_editor()

    def draft(self) -> dict[str, Any]:
        """The money freed, too."""
        return {**super().draft(), "freed": self._freed}

    def take_up(self, draft: dict[str, Any]) -> None:
        """Show what was typed before."""
        super().take_up(draft)
        self._keep_freed(draft["freed"])

    def _keep_freed(self, freed: tuple[Money, ...]) -> None:
        self._freed = freed
        assert self._initiative is not None
        self.freed.show_frame(freed, self._initiative.id)

    def leave(self) -> None:
        """Ask no more; half a row of money goes, too."""
        self.freed.sheet.discard()
        super().leave()

    def record(self) -> None:
        assert self._initiative is not None
        read = {name: field.read() for name, field in self._fields.items()}
        on, decided_by = read.pop("closed_on"), read.pop("decided_by")
        wanted = replace(self._initiative, freed=self._freed, **read)
        self._recorded(self._desk.initiatives.close(wanted, on, decided_by))
