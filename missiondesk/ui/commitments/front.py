# SPDX-License-Identifier: Apache-2.0
"""The face that lists: the tracker, and the matrix of who owns what, under one heading."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from missiondesk.language import Translator
from missiondesk.services.commitment_tracker import TrackedCommitment
from missiondesk.services.desk import Desk
from missiondesk.services.ownership_matrix import OwnershipMatrix
from missiondesk.services.print_plan import PrintJob
from missiondesk.ui.commitments.matrix_tab import MatrixTab
from missiondesk.ui.commitments.tracker_tab import TrackerTab
from missiondesk.ui.document_output import DocumentOutput
from missiondesk.ui.hub import Hub
from missiondesk.ui.pages import Navigate
from missiondesk.ui.widgets.headline import Headline
from missiondesk.ui.widgets.looks import push_button
from missiondesk.ui.widgets.scroll_page import page_layout
from missiondesk.ui.widgets.tab_bar import Tabs
from missiondesk.ui.widgets.table import ReadTable


class Front(QWidget):
    """Heading and two tabs; the heading says the finding of the one in front.

    Args:
        opened: Gets the id of a commitment to look at.
    """

    def __init__(
        self,
        desk: Desk,
        hub: Hub,
        tr: Translator,
        navigate: Navigate,
        opened: Callable[[str], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._tr = desk, tr
        self._stale: set[str] = {"tracker", "matrix"}
        self._rows: tuple[TrackedCommitment, ...] = ()
        self._owned = OwnershipMatrix((), ())
        say = tr.say
        self.print_button = push_button("", "printCommitments", self.print)
        self.export_button = push_button("", "exportCommitments", self.export, "primary")
        self.head = Headline(self.print_button, self.export_button)
        self.output = DocumentOutput(desk, hub, tr)
        self.tracker = TrackerTab(desk, hub, tr, navigate, opened)
        self.table: ReadTable[TrackedCommitment] = self.tracker.table
        self.matrix = MatrixTab(tr, self._commitments_of)
        self.tabs = Tabs("commitmentsTabs", say("Commitments and who owns them"))
        self.tabs.add(self.tracker, say("Commitments"), "tracker")
        self.tabs.add(self.matrix, say("Who owns what"), "matrix")
        self.tabs.currentChanged.connect(lambda _place: self._show_front())
        layout = page_layout(self)
        layout.setSpacing(8)
        layout.addWidget(self.head)
        layout.addWidget(self.output)
        layout.addWidget(self.tabs, 1)

    # -- showing -------------------------------------------------------------------------
    def refresh(self) -> None:
        """Read the tab in front again, the other when it is looked at; filters and choice stay."""
        self._stale = {"tracker", "matrix"}
        self._show_front()

    def _show_front(self) -> None:
        key, say = self.tabs.current(), self._tr.say
        if key in self._stale:
            self._stale.discard(key)
            self._read(key)
        if self._owners_in_front:
            self.head.say(*self._desk.ownership.headline(self._owned, self._tr))
            verbs = say("Print who owns what"), say("Export who owns what")
        else:
            self.head.say(*self._desk.tracker.headline(self._rows, self._tr))
            verbs = say("Print register"), say("Export register")
        for button, verb in zip((self.print_button, self.export_button), verbs, strict=True):
            button.setText(verb)
            button.setAccessibleName(verb)

    def _read(self, key: str) -> None:
        if key == "matrix":
            self._owned = self._desk.ownership.matrix()
            self.matrix.show_matrix(self._owned)
        else:
            self._rows = self._desk.tracker.rows()
            self.tracker.show_rows(self._rows)

    @property
    def _owners_in_front(self) -> bool:
        return self.tabs.current() == "matrix"

    def _commitments_of(self, office: str) -> None:
        """From the matrix to what the office leads and shares."""
        self.tabs.open("tracker")
        self.tracker.filter.choose_office(office)
        self.tracker.table.setFocus()

    # -- verbs ---------------------------------------------------------------------------
    def export(self) -> None:
        """Ask for a place and write what the tab in front shows there, as a document."""
        self.output.export(self._job)

    def print(self) -> None:
        """Print what the tab in front shows, as a document."""
        self.output.print(self._job)

    def _job(self) -> PrintJob:
        kind = "ownership" if self._owners_in_front else "commitment-register"
        return self._desk.printing.prepare(kind, self._tr.lang)
