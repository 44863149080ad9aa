# SPDX-License-Identifier: Apache-2.0
"""The log of contacts with all actors, and the follow-ups that are open."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from missiondesk.domain.refused import Refused
from missiondesk.language import Translator
from missiondesk.services.coalition_rows import ContactRow
from missiondesk.services.coalition_words import contacts_said
from missiondesk.services.desk import Desk
from missiondesk.ui.actors.actor_columns import contact_columns
from missiondesk.ui.actors.tab import ActorsTab, fits
from missiondesk.ui.hub import Hub
from missiondesk.ui.pages import Navigate, PageName
from missiondesk.ui.widgets.empty_state import EmptyState
from missiondesk.ui.widgets.filter_parts import offer_choices, shown_of
from missiondesk.ui.widgets.flow_row import flowing
from missiondesk.ui.widgets.looks import push_button, text_label
from missiondesk.ui.widgets.table import ReadTable

_OPEN, _LATE = "open", "late"


class ContactsTab(ActorsTab):
    """Who was met, what was said, and what has to be done after it."""

    def __init__(self, desk: Desk, hub: Hub, tr: Translator, navigate: Navigate) -> None:
        super().__init__(desk, hub, tr, navigate)
        self._all: tuple[ContactRow, ...] = ()
        self._empty = EmptyState("", tr.say("Show all contacts"), self._begin)
        self.table: ReadTable[ContactRow] = ReadTable(
            contact_columns(tr),
            lambda it: it.id,
            name="contactsTable",
            title=tr.say("Contacts with actors"),
            sort_text=tr.sort_key,
            empty=self._empty,
        )
        self.table.opened.connect(lambda key: navigate(PageName.ACTORS, key))
        self.table.chosen.connect(lambda _key: self._say_verb())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self._filters())
        layout.addWidget(self.table, 1)

    def _filters(self) -> QWidget:
        say = self._tr.say
        self.text = self.text_filter("contactsFilter", say("Filter by text"), self._show)
        self.mission = self.box("contactsMission", say("Filter by mission"), self._show)
        self.due = self.box("contactsDue", say("Filter by follow-up"), self._show)
        offer_choices(
            self.due,
            say("All contacts"),
            [(_OPEN, say("Open follow-ups")), (_LATE, say("Late follow-ups"))],
        )
        self.count = text_label("", "detail")
        self.count.setObjectName("contactsShown")
        self.done = push_button(say("Follow-up is done"), "followUpDone", self.follow_up)
        return flowing(self.text, self.mission, self.due, self.count, at_end=self.done)

    # -- showing -------------------------------------------------------------------------
    def refresh(self) -> None:
        """Read all contacts again."""
        self._all = self._desk.coalition.contacts()
        self.offer_missions(self.mission)
        self._show()

    def headline(self) -> tuple[str, str]:
        """How many follow-ups are late."""
        still = sum(one.open for one in self._all)
        detail = self._tr.plural("{count} follow-up is open", "{count} follow-ups are open", still)
        return contacts_said(self._all, self._tr), detail if still else ""

    def show_record(self, key: str, field: str = "") -> None:
        """Choose a contact."""
        self.table.select(key)

    def _show(self) -> None:
        say, found = self._tr.say, [one for one in self._all if self._passes(one)]
        if self._all:
            sentence, verb = say("No contact fits the filter."), say("Show all contacts")
        else:
            sentence = say("Contacts are noted with the actor: who was met, and what follows.")
            verb = say("Go to the actors")
        self._empty.say(sentence, verb)
        self.count.setText(shown_of(found, self._all, self._tr))
        self.table.show_rows(found)
        self._say_verb()

    def _say_verb(self) -> None:
        chosen = self._chosen()
        able = chosen is not None and chosen.open and not self._desk.read_only
        self.done.setEnabled(able)

    def _chosen(self) -> ContactRow | None:
        key = self.table.selected()
        return next((one for one in self._all if one.id == key), None)

    def _passes(self, one: ContactRow) -> bool:
        mission, due = self.mission.currentData(), self.due.currentData()
        if (due == _OPEN and not one.open) or (due == _LATE and not one.late):
            return False
        right = mission is None or (one.mission is not None and one.mission.id == mission)
        return right and fits(one.words, self.text.text())

    # -- verbs ---------------------------------------------------------------------------
    def follow_up(self) -> None:
        """Note that the chosen contact's follow-up is done; undo takes it back."""
        chosen = self._chosen()
        if chosen is None:
            return
        try:
            self._desk.engagements.follow_up(chosen.id)
        except Refused as refused:
            self._hub.say(self._tr.tell(refused.message))
            return
        self._hub.say(self._tr.say("The follow-up is done."), undoable=True)

    def _begin(self) -> None:
        """What the button of the empty table does."""
        if not self._all:
            self._navigate(PageName.ACTORS, "actors")
            return
        self.text.clear()
        for box in (self.mission, self.due):
            box.setCurrentIndex(0)
