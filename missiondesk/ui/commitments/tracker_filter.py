# SPDX-License-Identifier: Apache-2.0
"""The filters above the tracker: text, mission, minister, status, date."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence, Sized

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from missiondesk.domain.commitment import CommitmentStatus
from missiondesk.language import Translator
from missiondesk.services.commitment_tracker import TrackedCommitment, Wanted, involved
from missiondesk.services.desk import Desk
from missiondesk.services.list_states import Timing
from missiondesk.ui.choices import mission_options, office_options
from missiondesk.ui.widgets.choice_box import ChoiceBox
from missiondesk.ui.widgets.filter_parts import (
    filter_box,
    filter_text,
    offer_choices,
    shown_of,
)
from missiondesk.ui.widgets.flow_row import flowing
from missiondesk.ui.widgets.looks import text_label

_STATUSES = {one.value: one for one in CommitmentStatus}
_TIMINGS = {one.value: one for one in Timing}


class TrackerFilter(QWidget):
    """Says which commitments are shown.

    Attributes:
        changed: Another choice was made.
    """

    changed = Signal()

    def __init__(self, tr: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tr = tr
        say = tr.say
        self.text = filter_text(
            "trackerFilter", say("Filter commitments by text"), say("Filter by text…"),
            self.changed.emit, least=150, most=220,
        )  # fmt: skip
        self.mission = self._box("trackerMission", say("Filter commitments by mission"))
        self.office = self._box("trackerOffice", say("Filter commitments by minister"))
        self.status = self._box("trackerStatus", say("Filter commitments by status"))
        self.timing = self._box("trackerTiming", say("Filter commitments by date"))
        offer_choices(
            self.status, say("Any status"), [(one.value, tr.show(one)) for one in CommitmentStatus]
        )
        offer_choices(self.timing, say("Any date"), [(one.value, tr.show(one)) for one in Timing])
        self.count = text_label("", "detail")
        self.count.setObjectName("commitmentsShown")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        parts = (self.text, self.mission, self.office, self.status, self.timing, self.count)
        layout.addWidget(flowing(*parts))

    def _box(self, name: str, title: str) -> ChoiceBox:
        return filter_box(name, title, self.changed.emit, most=170)

    def offer(self, desk: Desk, rows: Sequence[TrackedCommitment]) -> None:
        """Offer the missions and ministers of now; the choice stays."""
        tr = self._tr
        used = {office for one in rows for office in involved(one.commitment)}
        offices = [one for one in office_options(desk, tr, used, holders=False) if one[0] in used]
        offer_choices(self.mission, tr.say("All missions"), mission_options(desk, tr))
        offer_choices(
            self.office, tr.say("All ministers"), [one for one in offices if one[0] in used]
        )

    def choose_office(self, office: str) -> None:
        """Show what this office leads and shares, and nothing else narrows it."""
        self.clear()
        self.office.setCurrentIndex(max(self.office.findData(office), 0))

    def words(self) -> list[str]:
        """The words that are looked for, in small letters."""
        return self.text.text().casefold().split()

    def fits(self) -> dict[Hashable, Callable[[TrackedCommitment], bool]]:
        """What else a commitment has to be, by what was chosen in the boxes."""
        chosen = (
            Wanted(mission=self.mission.currentData()),
            Wanted(office=self.office.currentData()),
            Wanted(status=_STATUSES.get(self.status.currentData())),
            Wanted(timing=_TIMINGS.get(self.timing.currentData())),
        )
        return {one: one.suits for one in chosen if one != Wanted()}

    def tell(self, found: Sized, given: Sized) -> None:
        """Say how many are shown when not all are."""
        self.count.setText(shown_of(found, given, self._tr))

    def clear(self) -> None:
        """Let all pass."""
        self.text.clear()
        for box in (self.mission, self.office, self.status, self.timing):
            box.setCurrentIndex(0)
