# SPDX-License-Identifier: Apache-2.0
"""All commitments of all actors in one table, by mission, kind, state and next check."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from missiondesk.domain.actor import ActorCommitment, ContributionKind, PromiseState
from missiondesk.domain.coalition import CheckTiming
from missiondesk.language import Translator
from missiondesk.services.coalition_rows import PromiseRow
from missiondesk.services.coalition_words import kept_said, promises_said
from missiondesk.services.desk import Desk
from missiondesk.services.file_jobs import FileJob
from missiondesk.ui.actors.actor_columns import promise_columns
from missiondesk.ui.actors.tab import ActorsTab, fits
from missiondesk.ui.hub import Hub
from missiondesk.ui.pages import Navigate, PageName
from missiondesk.ui.several_bar import SeveralBar
from missiondesk.ui.widgets.empty_state import EmptyState
from missiondesk.ui.widgets.filter_parts import offer_choices, shown_of
from missiondesk.ui.widgets.flow_row import flowing
from missiondesk.ui.widgets.looks import text_label
from missiondesk.ui.widgets.table import ReadTable


class PromisesTab(ActorsTab):
    """What the actors commit to; a row leads to the actor, where it is edited."""

    def __init__(self, desk: Desk, hub: Hub, tr: Translator, navigate: Navigate) -> None:
        super().__init__(desk, hub, tr, navigate)
        self._all: tuple[PromiseRow, ...] = ()
        self._empty = EmptyState("", tr.say("Show all commitments"), self._begin)
        self.table: ReadTable[PromiseRow] = ReadTable(
            promise_columns(tr),
            lambda it: it.id,
            name="promisesTable",
            title=tr.say("Actors' commitments"),
            sort_text=tr.sort_key,
            empty=self._empty,
            several=True,
        )
        self.table.opened.connect(lambda key: navigate(PageName.ACTORS, key))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self._filters())
        layout.addWidget(self.table, 1)
        layout.addWidget(SeveralBar(desk, hub, tr, self.table, ActorCommitment))

    def _filters(self) -> QWidget:
        tr, say = self._tr, self._tr.say
        self.text = self.text_filter("promisesFilter", say("Filter by text"), self._show)
        self.mission = self.box("promisesMission", say("Filter by mission"), self._show)
        self.kind = self.box("promisesKind", say("Filter by what is brought"), self._show)
        self.state = self.box("promisesState", say("Filter by state"), self._show)
        self.timing = self.box("promisesTiming", say("Filter by next check"), self._show)
        for box, first, kinds in (
            (self.kind, say("Any contribution"), ContributionKind),
            (self.state, say("Any state"), PromiseState),
            (self.timing, say("Any check"), CheckTiming),
        ):
            offer_choices(box, first, [(one.value, tr.show(one)) for one in kinds])
        self.count = text_label("", "detail")
        self.count.setObjectName("promisesShown")
        boxes = (self.mission, self.kind, self.state, self.timing)
        return flowing(self.text, *boxes, self.count)

    # -- showing -------------------------------------------------------------------------
    def refresh(self) -> None:
        """Read all commitments again."""
        self._all = self._desk.coalition.promises()
        self.offer_missions(self.mission)
        self._show()

    def headline(self) -> tuple[str, str]:
        """How they stand, with the share that was kept."""
        kept = self._desk.coalition.kept(self.mission.currentData())
        return promises_said(self._all, self._tr), kept_said(kept, self._tr)

    def file(self, form: str) -> FileJob:
        """The rows that are shown, in their order."""
        rows = self.table.rows()
        return self._desk.coalition_files.promises(rows, self._tr.lang, form)

    def show_record(self, key: str, field: str = "") -> None:
        """Choose a commitment."""
        self.table.select(key)

    def _show(self) -> None:
        say, found = self._tr.say, [one for one in self._all if self._passes(one)]
        if self._all:
            sentence, verb = say("No commitment fits the filter."), say("Show all commitments")
        else:
            sentence = say("An actor's commitment says what it brings, how much and by when.")
            verb = say("Go to the actors")
        self._empty.say(sentence, verb)
        self.count.setText(shown_of(found, self._all, self._tr))
        self.table.show_rows(found)

    def _passes(self, one: PromiseRow) -> bool:
        mission = self.mission.currentData()
        return (
            self.kind.currentData() in (None, one.promise.kind.value)
            and self.state.currentData() in (None, one.promise.state.value)
            and self.timing.currentData() in (None, one.timing.value)
            and (mission is None or (one.mission is not None and one.mission.id == mission))
            and fits(one.words, self.text.text())
        )

    def _begin(self) -> None:
        """What the button of the empty table does."""
        if not self._all:
            self._navigate(PageName.ACTORS, "actors")
            return
        self.text.clear()
        for box in (self.mission, self.kind, self.state, self.timing):
            box.setCurrentIndex(0)
