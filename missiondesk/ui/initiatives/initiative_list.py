# SPDX-License-Identifier: Apache-2.0
"""All initiatives in one table with four filters, quick with ten thousand of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from operator import attrgetter

from PySide6.QtWidgets import QLineEdit, QWidget

from missiondesk.domain.initiative import Initiative, Stage
from missiondesk.domain.refused import Refused
from missiondesk.domain.wording import Wording
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.ui.hub import Hub
from missiondesk.ui.initiatives.initiative_columns import initiative_columns
from missiondesk.ui.initiatives.initiative_filter import InitiativeFilter
from missiondesk.ui.initiatives.known import Known
from missiondesk.ui.narrowing import Narrowing
from missiondesk.ui.several_bar import SeveralBar
from missiondesk.ui.theme import scaled
from missiondesk.ui.widgets.empty_state import EmptyState
from missiondesk.ui.widgets.flow_row import flowing
from missiondesk.ui.widgets.headline import Headline
from missiondesk.ui.widgets.looks import push_button, text_label
from missiondesk.ui.widgets.scroll_page import page_layout
from missiondesk.ui.widgets.table import ReadTable


class InitiativeList(QWidget):
    """The table of initiatives.

    Args:
        opened: Gets the id of an initiative to look at, that of a new one with "#hypothesis".

    Attributes:
        narrowing: Finds what fits the filters, in turns.
    """

    def __init__(
        self,
        desk: Desk,
        hub: Hub,
        tr: Translator,
        opened: Callable[[str], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tr = tr
        self._opened = opened
        self._all: tuple[Initiative, ...] = ()
        self._known = Known()
        self.narrowing: Narrowing[Initiative] = Narrowing(
            self, self._known.text, self._found, self._put_in_order
        )
        self.filter = InitiativeFilter(self._known, tr)
        self.filter.changed.connect(self._show)
        self.head = Headline()
        self.table = self._make_table()
        self.refusal = text_label("", "refusal", wrap=True)
        self.refusal.setObjectName("newInitiativeRefusal")
        self.refusal.hide()
        layout = page_layout(self)
        layout.setSpacing(10)
        layout.addWidget(self.head)
        layout.addWidget(self._add_line())
        layout.addWidget(self.filter)
        layout.addWidget(self.refusal)
        layout.addWidget(self.table, 1)
        layout.addWidget(SeveralBar(desk, hub, tr, self.table, Initiative))

    # -- building ------------------------------------------------------------------------
    def _add_line(self) -> QWidget:
        say = self._tr.say
        self.title = QLineEdit()
        self.title.setObjectName("newInitiativeTitle")
        self.title.setAccessibleName(say("Title of a new initiative"))
        self.title.setPlaceholderText(say("Title of a new initiative"))
        self.title.setMinimumWidth(scaled(240))
        self.title.setMaximumWidth(scaled(420))
        self.title.returnPressed.connect(self.add)
        self.add_button = push_button(say("Add initiative"), "addInitiative", self.add, "primary")
        return flowing(self.title, self.add_button)

    def _make_table(self) -> ReadTable[Initiative]:
        tr = self._tr
        self._empty = EmptyState("", tr.say("Show all initiatives"), self._begin)
        table = ReadTable(
            initiative_columns(self._known, tr),
            attrgetter("id"),
            name="initiativesTable",
            title=tr.say("Initiatives"),
            sort_text=tr.sort_key,
            empty=self._empty,
            several=True,
        )
        table.opened.connect(self._opened)
        table.before_use = self.narrowing.finish
        return table

    # -- showing -------------------------------------------------------------------------
    def refresh(self) -> None:
        """Read all initiatives again; filters and the choice stay."""
        self._all = self._desk.initiatives.all()
        self._known.read(self._desk, self._tr)
        self.narrowing.read(self._all)
        self.filter.offer(self._desk, self._all)
        self._say_head()
        self._show()
        for widget in (self.title, self.add_button):
            widget.setEnabled(not self._desk.read_only)

    def _say_head(self) -> None:
        tr = self._tr
        if not self._all:
            self.head.say(tr.say("There is no initiative yet"))
            return
        late = sum(map(self._known.late, self._all))
        if late:
            sentence = tr.plural(
                "{count} initiative waits for a decision that is overdue",
                "{count} initiatives wait for a decision that is overdue",
                late,
            )
        else:
            live = sum(one.stage is not Stage.CLOSED for one in self._all)
            sentence = tr.plural(
                "{count} initiative is open, no decision is overdue",
                "{count} initiatives are open, no decision is overdue",
                live,
            )
        counts = Counter(one.stage for one in self._all)
        parts = [
            f"{tr.say(stage.word)}\u00a0{tr.number(count)}"
            for stage in Stage
            if (count := counts[stage])
        ]
        self.head.say(sentence, " · ".join(parts))

    def _show(self) -> None:
        self.narrowing.find(self.filter.words(), self.filter.fits())

    def _found(self, found: Sequence[Initiative]) -> None:
        self._say_empty()
        self.filter.tell(found, self._all)
        self.table.show_rows(found, of=self.narrowing.rows)

    def _put_in_order(self, found: Sequence[Initiative]) -> None:
        self.table.put_in_order(found, self.narrowing.rows)

    def _say_empty(self) -> None:
        say = self._tr.say
        if self._all:
            sentence, verb = say("No initiative fits the filter."), say("Show all initiatives")
        else:
            sentence = say("Initiatives are what is tried, scaled and embedded to reach a target.")
            verb = say("Add the first initiative")
        self._empty.say(sentence, verb)

    def _begin(self) -> None:
        """What the button of the empty table does."""
        if not self._all:
            self.title.setFocus()
            return
        self.filter.clear()

    # -- verbs ---------------------------------------------------------------------------
    def add(self) -> None:
        """Add an initiative with the title that was typed, to the mission filtered by."""
        self.refusal.hide()
        text = " ".join(self.title.text().split())
        wording = Wording(en=text) if self._tr.lang == "en" else Wording(text)
        record = Initiative("", mission=self.filter.chosen_mission(), title=wording)
        try:
            added = self._desk.initiatives.add(record)
        except Refused as refused:
            self.refusal.setText(self._tr.tell(refused.message))
            self.refusal.show()
            self.title.setFocus()
            return
        self.title.clear()
        self._opened(f"{added.id}#hypothesis")
