# SPDX-License-Identifier: Apache-2.0
"""What the page of governance asks of each of its tabs, and a tab that is a list with a form."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from missiondesk.domain.finding import Finding
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.services.print_plan import PrintJob
from missiondesk.ui.hub import Hub
from missiondesk.ui.pages import Navigate
from missiondesk.ui.picture_card import PictureCard
from missiondesk.ui.records_tab import RecordsTab
from missiondesk.ui.widgets.flow_row import flowing
from missiondesk.ui.widgets.looks import push_button
from missiondesk.ui.widgets.scroll_page import ScrollPage


class GovernanceTab(QWidget):
    """A tab, made when it is first looked at; the page reads it again after each Step.

    Attributes:
        said: What it shows is another, so the page says its headline anew.
    """

    said = Signal()

    def __init__(self, desk: Desk, hub: Hub, tr: Translator, navigate: Navigate) -> None:
        super().__init__()
        self._desk, self._hub, self._tr, self._navigate = desk, hub, tr, navigate

    def refresh(self) -> None:
        """Read everything again; the choice stays."""
        raise NotImplementedError

    @property
    def acts(self) -> bool:
        """Whether the tab has the page's primary button; else that exports."""
        return False

    def headline(self) -> tuple[str, str]:
        """The finding, a sentence, and a line of detail; said by the page while it is in front."""
        raise NotImplementedError

    def show_record(self, key: str, field: str = "") -> None:
        """Choose a record of this tab, and with ``field`` go to that field."""

    def document(self) -> Callable[[], PrintJob] | None:
        """Prepares the document that shows what this tab shows, or None for none."""
        return None

    def _kind(self, name: str, subject: str = "") -> Callable[[], PrintJob]:
        """Prepares the document of a kind, in the screen's language."""
        return lambda: self._desk.printing.prepare(name, self._tr.lang, subject=subject)

    def findings_of(self, *kinds: str) -> tuple[Finding, ...]:
        """What the check says of records of these kinds."""
        return tuple(one for one in self._desk.readiness.findings() if one.kind in kinds)


class RecordsInTab(GovernanceTab):
    """A list with a form, and where there is one a picture of all of them in its place.

    Attributes:
        records: The list with its form.
        card: The picture with its table twin, or None.
    """

    records: RecordsTab[Any]
    card: PictureCard | None = None

    def set_up(self, records: RecordsTab[Any], above: QWidget | None, picture: str = "") -> None:
        """Put filters above the list, and with ``picture`` a button that swaps in the picture.

        Args:
            picture: Name of the picture's widgets, "" for none.
        """
        self.records = records
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12 if above or picture else 0, 0, 0)
        layout.setSpacing(4)
        self._faces = QStackedWidget()
        self._faces.addWidget(records)
        if picture:
            self.swap = push_button("", f"{picture}Face", self._swap, "plain")
            self.card = PictureCard(self._tr, self._hub.tasks, picture)
            room = ScrollPage(margins=(0, 12, 12, 12))
            room.body.addWidget(self.card)
            room.body.addStretch(1)
            self._faces.addWidget(room)
            self._say_swap()
            layout.addWidget(flowing(*([above] if above else []), at_end=self.swap))
        elif above is not None:
            layout.addWidget(above)
        layout.addWidget(self._faces, 1)

    # -- list or picture -------------------------------------------------------------------
    @property
    def pictured(self) -> bool:
        """Whether the picture is in front."""
        return self._faces.currentIndex() == 1

    def swap_words(self) -> tuple[str, str]:
        """What the button says while the list is in front, and while the picture is."""
        raise NotImplementedError

    def show_picture(self) -> None:
        """Draw the picture as of now."""

    def _say_swap(self) -> None:
        text = self.swap_words()[int(self.pictured)]
        self.swap.setText(text)
        self.swap.setAccessibleName(text)

    def _swap(self) -> None:
        self._faces.setCurrentIndex(int(not self.pictured))
        self._say_swap()
        if self.pictured:
            self.show_picture()

    def show_list(self) -> None:
        """Bring the list to the front."""
        if self.pictured:
            self._swap()

    def show_record(self, key: str, field: str = "") -> None:
        """Choose the record in the list."""
        self.show_list()
        self.records.choose(key)
        if field:
            self.records.focus_field(field)
        else:
            self.records.table.setFocus()
