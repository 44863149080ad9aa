# SPDX-License-Identifier: Apache-2.0
"""Asks in the page under which case a document was journalised, when and by whom."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from missiondesk.domain.identity import today
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.period import day
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.services.journalising import Filable
from missiondesk.ui.asking_panel import AskingPanel
from missiondesk.ui.theme import scaled
from missiondesk.ui.widgets.fields import PeriodField, TextField


@dataclass(frozen=True, slots=True)
class _Told:
    case_number: str
    document_number: str
    filed: Any
    filed_by: str


class JournalPanel(AskingPanel):
    """Case number, document number, day and person.

    Args:
        done: Called when the mark is set.
    """

    def __init__(
        self,
        desk: Desk,
        tr: Translator,
        done: Callable[[Filable], object],
        left: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("journalPanel", tr, left, parent)
        self._desk, self._done = desk, done
        self._wanted: Filable | None = None
        say = tr.say
        self.add_row(
            TextField("case_number", say("Case number"), tr, above=True),
            TextField("document_number", say("Document number"), tr, above=True),
            PeriodField("filed", say("Journalised on"), tr, today=today, above=True),
            TextField("filed_by", say("Journalised by"), tr, above=True),
        )
        self._fields["filed"].editors()[0].setMinimumWidth(scaled(170))
        self.name_verb(say("Mark as journalised"))

    def ask(self, wanted: Filable, case_number: str = "") -> None:
        """Ask about this document; what is known already stands there."""
        self._wanted = wanted
        mark = wanted.mark
        told = _Told(case_number, "", day(today()), self._desk.session.store.who)
        if mark is not None:
            told = _Told(mark.case_number, mark.document_number, mark.filed, mark.filed_by)
        for name, field in self._fields.items():
            field.show_value(getattr(told, name))
        name = " ".join(filter(None, (wanted.reference, wanted.title)))
        self.begin(self._tr.say("Journalise “{name}”", name=name), wanted.place)
        self._fields["case_number"].focus_editor()

    def record(self) -> None:
        assert self._wanted is not None
        read = {name: field.read() for name, field in self._fields.items()}
        self._desk.journalising.journalise([self._wanted], **read)
        self._done(self._wanted)
