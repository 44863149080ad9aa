# SPDX-License-Identifier: Apache-2.0
"""The coalition behind a mission: who stands by it with what, and the way to the actors."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from missiondesk.language import Translator
from missiondesk.services.coalition_rows import PromiseRow
from missiondesk.services.coalition_words import promised_amount
from missiondesk.services.desk import Desk
from missiondesk.services.missions import MissionDetail
from missiondesk.ui.labels import mark
from missiondesk.ui.pages import Navigate, PageName
from missiondesk.ui.widgets.empty_state import EmptyState
from missiondesk.ui.widgets.looks import push_button, row, text_label
from missiondesk.ui.widgets.scroll_page import ScrollPage
from missiondesk.ui.widgets.table import Column, ReadTable


class ActorsTab(ScrollPage):
    """What actors have committed to under the mission; a row leads to the actor."""

    def __init__(self, desk: Desk, tr: Translator, navigate: Navigate) -> None:
        super().__init__(margins=(0, 12, 12, 12))
        self._desk, self._tr = desk, tr
        say = tr.say
        self.finding = text_label("", "section", wrap=True)
        self.finding.setObjectName("missionCoalition")
        self.table = self._make_table(navigate)
        self.needs = push_button(
            say("Need and promised"),
            "missionNeeds",
            lambda: navigate(PageName.ACTORS, f"needs#{self._mission}"),
            "plain",
            "arrow-right",
        )
        self._mission = ""
        head = row(self.finding, self.needs)
        layout = head.layout()
        assert isinstance(layout, QHBoxLayout)
        layout.setStretch(0, 1)
        for part in (head, self.table):
            self.body.addWidget(part)
        self.body.addStretch(1)

    def _make_table(self, navigate: Navigate) -> ReadTable[PromiseRow]:
        tr = self._tr
        columns: list[Column[PromiseRow]] = [
            Column(
                tr.say("Actor"),
                lambda it: it.actor.name if it.actor else "–",
                detail=lambda it: tr.show(it.actor.type) if it.actor else "",
                width=190,
                wrap=True,
                strong=True,
            ),
            Column(
                tr.say("Commitment"),
                lambda it: it.promise.text.in_language(tr.lang),
                stretch=1,
                width=220,
                wrap=True,
            ),
            Column(
                tr.say("Brings"),
                lambda it: tr.show(it.promise.kind),
                detail=lambda it: promised_amount(it.promise, tr),
                folds=1,
            ),
            Column(
                tr.say("State"),
                lambda it: mark(it.promise.state, tr).text,
                detail=lambda it: tr.say("no evidence for six months") if it.quiet else "",
                colour=lambda it: mark(it.promise.state, tr).colour,
                folds=2,
            ),
        ]
        table = ReadTable(
            columns,
            lambda it: it.id,
            name="missionActors",
            title=tr.say("Actors' commitments"),
            sort_text=tr.sort_key,
            empty=EmptyState(
                tr.say("No actor has committed to this mission yet."),
                tr.say("Go to the actors"),
                lambda: navigate(PageName.ACTORS, "actors"),
            ),
            growing=True,
        )
        table.opened.connect(lambda key: navigate(PageName.ACTORS, key))
        return table

    def show_detail(self, detail: MissionDetail) -> None:
        """Show the coalition of a mission."""
        key = self._mission = detail.mission.id
        rows = self._desk.coalition.promises()
        self.table.show_rows([it for it in rows if it.mission is not None and it.mission.id == key])
        self.finding.setText(self._desk.coalition.needs_headline(detail.mission, self._tr))

    def focus_field(self, name: str) -> bool:
        """Put the cursor into the table."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        return name == "actors"
