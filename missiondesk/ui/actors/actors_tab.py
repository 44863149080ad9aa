# SPDX-License-Identifier: Apache-2.0
"""All actors in one table with four filters, and the line to add one."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from operator import attrgetter

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from missiondesk.domain.actor import Actor, Consent
from missiondesk.domain.coalition import Standing
from missiondesk.domain.mission import ActorType
from missiondesk.domain.refused import Refused
from missiondesk.language import Translator
from missiondesk.services.coalition_rows import ActorRow
from missiondesk.services.desk import Desk
from missiondesk.services.file_jobs import FileJob
from missiondesk.ui.actors.actor_columns import actor_columns
from missiondesk.ui.actors.tab import ActorsTab
from missiondesk.ui.hub import Hub
from missiondesk.ui.narrowing import Narrowing
from missiondesk.ui.pages import Navigate, PageName
from missiondesk.ui.several_bar import SeveralBar
from missiondesk.ui.theme import scaled
from missiondesk.ui.widgets.empty_state import EmptyState
from missiondesk.ui.widgets.filter_parts import offer_choices, shown_of
from missiondesk.ui.widgets.flow_row import flowing
from missiondesk.ui.widgets.looks import push_button, text_label
from missiondesk.ui.widgets.table import ReadTable


class ActorListTab(ActorsTab):
    """Who takes part, and whether they earn it."""

    def __init__(self, desk: Desk, hub: Hub, tr: Translator, navigate: Navigate) -> None:
        super().__init__(desk, hub, tr, navigate)
        self._all: tuple[ActorRow, ...] = ()
        self._narrowing: Narrowing[ActorRow] = Narrowing(self, lambda it: it.words, self._found)
        self._empty = EmptyState("", tr.say("Show all actors"), self._begin)
        self.table: ReadTable[ActorRow] = ReadTable(
            actor_columns(tr),
            attrgetter("id"),
            name="actorsTable",
            title=tr.say("Actors"),
            sort_text=tr.sort_key,
            empty=self._empty,
            several=True,
        )
        self.table.before_use = self._narrowing.finish
        self.table.opened.connect(lambda key: navigate(PageName.ACTORS, key))
        self.refusal = text_label("", "refusal", wrap=True)
        self.refusal.setObjectName("newActorRefusal")
        self.refusal.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self._add_line())
        layout.addWidget(self.refusal)
        layout.addWidget(self._filters())
        layout.addWidget(self.table, 1)
        layout.addWidget(SeveralBar(desk, hub, tr, self.table, Actor))

    # -- building ------------------------------------------------------------------------
    def _add_line(self) -> QWidget:
        say = self._tr.say
        self.name = QLineEdit()
        self.name.setObjectName("newActorName")
        self.name.setAccessibleName(say("Name of a new actor"))
        self.name.setPlaceholderText(say("Name of a new actor"))
        self.name.setMinimumWidth(scaled(240))
        self.name.setMaximumWidth(scaled(420))
        self.name.returnPressed.connect(self.add)
        self.add_button = push_button(say("Add actor"), "addActor", self.add, "primary")
        return flowing(self.name, self.add_button)

    def _filters(self) -> QWidget:
        tr, say = self._tr, self._tr.say
        self.text = self.text_filter("actorsFilter", say("Filter actors by text"), self._show)
        self.mission = self.box("actorsMission", say("Filter actors by mission"), self._show)
        self.type = self.box("actorsType", say("Filter actors by type"), self._show)
        self.standing = self.box("actorsStanding", say("Filter actors by standing"), self._show)
        self.consent = self.box("actorsConsent", say("Filter actors by publication"), self._show)
        for box, first, kinds in (
            (self.type, say("Any type"), ActorType),
            (self.standing, say("Any standing"), Standing),
            (self.consent, say("Any consent"), Consent),
        ):
            offer_choices(box, first, [(one.value, tr.show(one)) for one in kinds])
        self.count = text_label("", "detail")
        self.count.setObjectName("actorsShown")
        boxes = (self.mission, self.type, self.standing, self.consent)
        return flowing(self.text, *boxes, self.count)

    # -- showing -------------------------------------------------------------------------
    def refresh(self) -> None:
        """Read all actors again."""
        self._all = self._desk.coalition.actors()
        self._narrowing.read(self._all)
        self.offer_missions(self.mission)
        self._show()
        for widget in (self.name, self.add_button):
            widget.setEnabled(not self._desk.read_only)

    def headline(self) -> tuple[str, str]:
        """How the coalition stands."""
        return self._desk.coalition.headline(self._tr)

    def file(self, form: str) -> FileJob:
        """The rows that are shown, in their order."""
        self._narrowing.finish()
        rows = self.table.rows()
        return self._desk.coalition_files.actors(rows, self._tr.lang, form)

    def show_record(self, key: str, field: str = "") -> None:
        """Choose an actor."""
        self.table.select(key)

    def _show(self) -> None:
        self._narrowing.find(self.text.text().casefold().split(), self._fits())

    def _fits(self) -> dict[Hashable, Callable[[ActorRow], bool]]:
        """What else an actor has to be, by what was chosen in the boxes."""
        found: dict[Hashable, Callable[[ActorRow], bool]] = {}
        if (type_ := self.type.currentData()) is not None:
            found["type", type_] = lambda one: one.actor.type.value == type_
        if (standing := self.standing.currentData()) is not None:
            found["standing", standing] = lambda one: one.standing.value == standing
        if (consent := self.consent.currentData()) is not None:
            found["consent", consent] = lambda one: one.actor.consent.value == consent
        if (mission := self.mission.currentData()) is not None:
            found["mission", mission] = lambda one: any(it.id == mission for it in one.missions)
        return found

    def _found(self, found: Sequence[ActorRow]) -> None:
        say = self._tr.say
        if self._all:
            sentence, verb = say("No actor fits the filter."), say("Show all actors")
        else:
            sentence = say(
                "Actors are foundations, businesses, associations, labour and employers and others "
                "who commit to a mission."
            )
            verb = say("Add the first actor")
        self._empty.say(sentence, verb)
        self.count.setText(shown_of(found, self._all, self._tr))
        self.table.show_rows(found, of=self._narrowing.rows)

    # -- verbs ---------------------------------------------------------------------------
    def _begin(self) -> None:
        """What the button of the empty table does."""
        if not self._all:
            self.name.setFocus()
            return
        self.text.clear()
        for box in (self.mission, self.type, self.standing, self.consent):
            box.setCurrentIndex(0)

    def add(self) -> None:
        """Add an actor of this name, and open it."""
        self.refusal.hide()
        try:
            added = self._desk.actors.add(Actor("", name=self.name.text()))
        except Refused as refused:
            self.refusal.setText(self._tr.tell(refused.message))
            self.refusal.show()
            self.name.setFocus()
            return
        self.name.clear()
        self._navigate(PageName.ACTORS, f"{added.id}#type")
