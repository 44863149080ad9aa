# SPDX-License-Identifier: Apache-2.0
"""One initiative: its head with the stages that may follow, and four tabs beneath it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from PySide6.QtWidgets import QVBoxLayout, QWidget

from missiondesk.domain.initiative import Initiative
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.ui.hub import Hub
from missiondesk.ui.initiatives.budget_tab import BudgetTab
from missiondesk.ui.initiatives.content_tab import ContentTab
from missiondesk.ui.initiatives.gates_tab import GatesTab
from missiondesk.ui.initiatives.initiative_head import InitiativeHead
from missiondesk.ui.initiatives.status_tab import STATUS_FIELDS, StatusTab
from missiondesk.ui.pages import Navigate
from missiondesk.ui.stage_moves import StageMoves
from missiondesk.ui.theme import scaled
from missiondesk.ui.widgets.looks import column, push_button, row
from missiondesk.ui.widgets.scroll_page import PART_LEAST, page_layout
from missiondesk.ui.widgets.tab_bar import Tabs


class InitiativeView(QWidget):
    """Edits one initiative; what a move asks for takes the place of the tabs.

    Args:
        back: Leads to the list.
    """

    def __init__(
        self,
        desk: Desk,
        hub: Hub,
        tr: Translator,
        navigate: Navigate,
        back: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._hub = hub
        self._tr = tr
        self._go_back = back
        self._key = ""
        self.content = ContentTab(desk, tr)
        self.words, self.facts, self.frame = (
            self.content.words, self.content.facts, self.content.frame,
        )  # fmt: skip
        self._navigate = navigate
        self.moves = StageMoves(desk, hub, tr, navigate)
        self.moves.hide()
        self.head = InitiativeHead(desk, tr, navigate, back, self.moves)
        self.moves.asking.connect(self._asked)
        self._lay_out()

    # -- tabs that are made when they are first looked at ------------------------------------
    @cached_property
    def status(self) -> StatusTab:
        """How it stands."""
        return StatusTab(self._desk, self._tr)

    @cached_property
    def gates(self) -> GatesTab:
        """Its gates and criteria."""
        return GatesTab(self._desk, self._hub, self._tr, self._navigate)

    @cached_property
    def budget(self) -> BudgetTab:
        """Where its money comes from."""
        return BudgetTab(self._desk, self._hub, self._tr)

    # -- building ------------------------------------------------------------------------
    def _lay_out(self) -> None:
        say = self._tr.say
        self.tabs = Tabs("initiativeTabs", say("Initiative"))
        self.tabs.setMinimumHeight(scaled(PART_LEAST))
        self.tabs.add(self.content, say("Content"), "content")
        for word, key in (
            (say("Status"), "status"),
            (say("Gates and criteria"), "gates"),
            (say("Money"), "money"),
        ):
            self.tabs.add(column(gap=0), word, key)
        self.tabs.currentChanged.connect(lambda _place: self._show_front())
        self.remove_button = push_button(
            say("Remove initiative"), "removeInitiative", self.remove, "plain", "trash-2"
        )
        inner = QVBoxLayout()
        inner.setContentsMargins(28, 0, 12, 8)
        inner.addWidget(self.tabs, 1)
        inner.addWidget(self.moves, 1)
        inner.addWidget(row(self.remove_button, None))
        layout = page_layout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.head)
        layout.addLayout(inner, 1)

    # -- showing -------------------------------------------------------------------------
    @property
    def key(self) -> str:
        """Id of the initiative shown, "" for none."""
        return self._key

    def show_initiative(self, key: str, field: str = "", line: str = "") -> None:
        """Show an initiative, and with ``field`` go to it; ``line`` is the budget line it is of."""
        if key != self._key:
            self.moves.stop_asking()
            self._asked(False)
        self._key = key
        self.refresh()
        if line:
            self.tabs.open("money")
            self.budget.choose(line)
            if field:
                self.budget.focus_field(field)
        elif field:
            self._go_to(field)

    def _go_to(self, field: str) -> None:
        if field in STATUS_FIELDS:
            self.tabs.open("status")
            self.status.focus_field(field)
        else:
            self.tabs.open("content")
            self.content.focus_field(field)

    def refresh(self) -> None:
        """Read the initiative again; one that is gone leads back to the list."""
        if not self._key:
            return
        found = self._desk.initiatives.get(self._key)
        if found is None:
            self._key = ""
            self._go_back()
            return
        self.head.show_initiative(found)
        self.content.show_initiative(found, self._unit(found))
        self.remove_button.setEnabled(not self._desk.read_only)
        self.content.show_findings(
            tuple(
                one
                for one in self._desk.readiness.of(Initiative, found.id)
                if one.field not in STATUS_FIELDS
            )
        )
        self._show_front()

    def _show_front(self) -> None:
        """Show the initiative on the tab in front, when that is not the first."""
        found = self._desk.initiatives.get(self._key) if self._key else None
        tab = {"status": "status", "gates": "gates", "money": "budget"}.get(self.tabs.current())
        if found is None or tab is None:
            return
        shown: StatusTab | GatesTab | BudgetTab = getattr(self, tab)
        place = self.tabs.currentWidget()
        layout = place.layout() if place is not None else None
        if layout is not None and layout.count() == 0:
            layout.addWidget(shown)
        shown.show_initiative(found)
        if not isinstance(shown, BudgetTab):
            shown.show_findings(self._desk.readiness.of(Initiative, found.id))

    def _unit(self, found: Initiative) -> str:
        metric = self._desk.metrics.of_mission(found.mission) if found.mission else None
        unit = metric.unit.in_language(self._tr.lang).strip() if metric else ""
        return self._tr.say("percentage points") if unit == "%" else unit

    def _asked(self, asks: bool) -> None:
        self.moves.setVisible(asks)
        self.tabs.setVisible(not asks)
        self.remove_button.setVisible(not asks)

    # -- verbs ---------------------------------------------------------------------------
    def remove(self) -> None:
        """Remove the initiative; undo brings it back."""
        found = self._desk.initiatives.get(self._key)
        if found is None:
            return
        name = f"{found.code} {found.title.in_language(self._tr.lang)}"

        def do() -> None:
            self._desk.initiatives.remove(found.id)
            said = self._tr.say("The initiative {name} was removed.", name=name)
            self._hub.say(said, undoable=True)

        self.head.attempt(do)
