# SPDX-License-Identifier: Apache-2.0
"""What the page of talks asks of each of its tabs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from missiondesk.domain.negotiation import TalksRound
from missiondesk.domain.refused import Refused
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.services.print_plan import PrintJob
from missiondesk.ui.hub import Hub
from missiondesk.ui.pages import Navigate
from missiondesk.ui.theme import scaled
from missiondesk.ui.widgets.looks import text_label
from missiondesk.ui.widgets.scroll_page import ScrollPage

_LIST, _FORM = 110, 200  # px at 100 %, the least heights of a list and of its form
NARROW: Final = 264  # px at 100 %: a form stays beside its list in the smallest window


class TalksChoice:
    """What all tabs of the page share.

    Attributes:
        talks_round: Id of the round that was chosen, "" for the one that is under way.
        reader: For whom documents are made; see `missiondesk.services.talks_partition`.
    """

    def __init__(self) -> None:
        self.talks_round = ""
        self.reader = ""


class TalksTab(QWidget):
    """A tab, made when it is first looked at; the page reads it again after each Step.

    Attributes:
        told: Its headline is another one.
        trouble: Says why a verb was refused, and takes no room before.
    """

    told = Signal()

    def __init__(
        self, desk: Desk, hub: Hub, tr: Translator, navigate: Navigate, shared: TalksChoice
    ) -> None:
        super().__init__()
        self._desk, self._hub, self._tr, self._navigate = desk, hub, tr, navigate
        self.shared = shared
        self.trouble = text_label("", "refusal", wrap=True)
        self.trouble.setObjectName("talksTrouble")
        self.trouble.hide()

    def refresh(self) -> None:
        """Read everything again; the choice stays."""
        raise NotImplementedError

    def headline(self) -> tuple[str, str]:
        """The finding, a sentence, and a line of detail."""
        raise NotImplementedError

    def show_record(self, key: str, field: str = "") -> None:
        """Choose a record of this tab, and with ``field`` go to that field."""

    def document(self) -> Callable[[], PrintJob] | None:
        """Prepares the document that shows what this tab shows, or None for none."""
        return None

    @property
    def for_readers(self) -> bool:
        """Whether its document can be made for one party or for all."""
        return False

    @property
    def for_parties(self) -> bool:
        """Whether a party can answer what it shows in a copy of its own."""
        return False

    @property
    def talks_round(self) -> TalksRound | None:
        """The round that the page shows, or None while there is none."""
        return self._desk.talks.rounds.the_round(self.shared.talks_round)

    def kind(self, name: str, subject: str) -> Callable[[], PrintJob]:
        """Prepares a document of a kind, for the reader who is chosen."""
        reader, language = self.shared.reader, self._tr.lang
        return lambda: self._desk.printing.prepare(name, language, subject=subject, reader=reader)

    def attempt(self, verb: Callable[[], object]) -> bool:
        """Do what a verb does; why it was refused stands in the tab."""
        self.trouble.hide()
        try:
            verb()
        except Refused as refused:
            self.trouble.setText(self._tr.tell(refused.message))
            self.trouble.show()
            return False
        return True


def stand_tall(listed: QWidget, form: QWidget) -> None:
    """Keep a list and its form high enough to be used, beside each other and below."""
    listed.setMinimumHeight(scaled(_LIST))
    form.setMinimumHeight(scaled(_FORM))


def scrolled(tab: QWidget) -> ScrollPage:
    """A page that scrolls where a list and its form have to stand below each other."""
    page, inner = ScrollPage(margins=(0, 0, 0, 0)), QWidget()
    layout = _AsLowAsCanBe(inner)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(tab)
    page.body.addWidget(inner)
    return page


class _AsLowAsCanBe(QVBoxLayout):
    """Lets a page scroll only below the least heights of what stands in it.

    Where a label wraps, Qt would make the page as high as its parts would like to be.
    """

    def hasHeightForWidth(self) -> bool:
        return False
