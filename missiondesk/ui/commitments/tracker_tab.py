# SPDX-License-Identifier: Apache-2.0
"""The tracker: every commitment of every mission in one table, with five filters."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from operator import attrgetter

from PySide6.QtWidgets import QVBoxLayout, QWidget

from missiondesk.domain.commitment import Commitment
from missiondesk.language import Translator
from missiondesk.services.commitment_tracker import TrackedCommitment
from missiondesk.services.desk import Desk
from missiondesk.ui.commitments.tracker_columns import tracker_columns
from missiondesk.ui.commitments.tracker_filter import TrackerFilter
from missiondesk.ui.hub import Hub
from missiondesk.ui.narrowing import Narrowing
from missiondesk.ui.pages import Navigate, PageName
from missiondesk.ui.several_bar import SeveralBar
from missiondesk.ui.widgets.empty_state import EmptyState
from missiondesk.ui.widgets.table import ReadTable


class TrackerTab(QWidget):
    """Filters and table.

    Args:
        opened: Gets the id of a commitment to look at.

    Attributes:
        narrowing: Finds what fits the filters, in turns.
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
        self._desk, self._tr, self._navigate = desk, tr, navigate
        self._all: Sequence[TrackedCommitment] = ()
        self.filter = TrackerFilter(tr)
        self.filter.changed.connect(self._show)
        self.narrowing: Narrowing[TrackedCommitment] = Narrowing(
            self, lambda it: it.words, self._found
        )
        self._empty = EmptyState("", tr.say("Show all commitments"), self._begin)
        self.table: ReadTable[TrackedCommitment] = ReadTable(
            tracker_columns(tr),
            attrgetter("id"),
            name="trackerTable",
            title=tr.say("Commitments"),
            sort_text=tr.sort_key,
            empty=self._empty,
            several=True,
        )
        self.table.opened.connect(opened)
        self.table.before_use = self.narrowing.finish
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self.filter)
        layout.addWidget(self.table, 1)
        layout.addWidget(SeveralBar(desk, hub, tr, self.table, Commitment))

    def show_rows(self, rows: Sequence[TrackedCommitment]) -> None:
        """Show these commitments; filters and choice stay."""
        self._all = rows
        self.narrowing.read(rows)
        self.filter.offer(self._desk, rows)
        self._show()

    def _show(self) -> None:
        self.narrowing.find(self.filter.words(), self.filter.fits())

    def _found(self, found: Sequence[TrackedCommitment]) -> None:
        say = self._tr.say
        if self._all:
            sentence, verb = say("No commitment fits the filter."), say("Show all commitments")
        else:
            sentence = say(
                "A commitment is one action that one minister leads; missions have them."
            )
            verb = say("Go to the missions")
        self._empty.say(sentence, verb)
        self.filter.tell(found, self._all)
        self.table.show_rows(found, of=self.narrowing.rows)

    def _begin(self) -> None:
        """What the button of the empty table does."""
        if self._all:
            self.filter.clear()
        else:
            self._navigate(PageName.MISSIONS, None)
