# SPDX-License-Identifier: Apache-2.0
"""The page of commitments: tracker and matrix in front, a commitment when it is opened."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from missiondesk.domain.commitment import Commitment
from missiondesk.domain.letter import Letter, LetterBlock
from missiondesk.domain.mission import Mission
from missiondesk.domain.organisation import Appointment, Office, Person
from missiondesk.domain.secretariat import Secretariat
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.ui.commitments.commitment_view import CommitmentView
from missiondesk.ui.commitments.front import Front
from missiondesk.ui.hub import Hub
from missiondesk.ui.list_and_detail import ListAndDetail
from missiondesk.ui.pages import Navigate, PageName, split_key

_SHOWN = (Commitment, Mission, Letter, LetterBlock, Office, Person, Appointment, Secretariat)


class CommitmentsPage(ListAndDetail[Front, CommitmentView]):
    """What was promised, by whom, and how it stands."""

    def __init__(
        self,
        desk: Desk,
        hub: Hub,
        tr: Translator,
        navigate: Navigate,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("commitmentsPage")
        self._desk = desk
        self.set_up(
            Front(desk, hub, tr, navigate, lambda key: navigate(PageName.COMMITMENTS, key)),
            CommitmentView(desk, tr, navigate, self.show_list),
            hub,
            _SHOWN,
        )

    def show_record(self, key: str) -> None:
        """Open a commitment, or the tab of this name; "id#field" also goes to the field."""
        wanted, field = split_key(key)
        if self._desk.commitments.get(wanted) is None:
            self.show_list()
            self.list.tabs.open(wanted)
            return
        self.open_detail()
        self.view.show_commitment(wanted, field)

    def record(self) -> str:
        """The commitment that is open, or the tab in front."""
        return self.list.tabs.current() if self.listed else self.view.key

    def count(self) -> int | None:
        """How many commitments there are."""
        return len(self._desk.situation.commitments)

    def print_page(self) -> None:
        """Print the register of commitments, or who owns what when that is in front."""
        self.list.print()
