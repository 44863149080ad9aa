# SPDX-License-Identifier: Apache-2.0
"""What the page of actors asks of each of its tabs, and the filters that several share."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.services.file_jobs import FileJob
from missiondesk.services.print_plan import PrintJob
from missiondesk.ui.choices import mission_options
from missiondesk.ui.hub import Hub
from missiondesk.ui.pages import Navigate
from missiondesk.ui.widgets.choice_box import ChoiceBox
from missiondesk.ui.widgets.filter_parts import filter_box, filter_text, offer_choices


class ActorsTab(QWidget):
    """A tab, made when it is first looked at; the page reads it again after each Step.

    Attributes:
        told: Its headline is another one.
    """

    told = Signal()

    def __init__(self, desk: Desk, hub: Hub, tr: Translator, navigate: Navigate) -> None:
        super().__init__()
        self._desk, self._hub, self._tr, self._navigate = desk, hub, tr, navigate

    def refresh(self) -> None:
        """Read everything again; filters and choice stay."""
        raise NotImplementedError

    def headline(self) -> tuple[str, str]:
        """The finding, a sentence, and a line of detail."""
        raise NotImplementedError

    def show_record(self, key: str, field: str = "") -> None:
        """Choose a record of this tab, and with ``field`` go to that field."""

    def document(self) -> Callable[[], PrintJob]:
        """Prepares the document that shows what this tab shows."""
        return lambda: self._desk.printing.prepare("coalition", self._tr.lang)

    def file(self, form: str) -> FileJob | None:
        """The rows that are shown as a file, "xlsx" or "csv"; None where there is none."""
        return None

    # -- filters -------------------------------------------------------------------------
    def text_filter(self, name: str, title: str, changed: Callable[[], object]) -> QLineEdit:
        """Words to look for; Ctrl+F goes there."""
        hint = self._tr.say("Filter by text…")
        return filter_text(name, title, hint, changed, least=150, most=240)

    def box(self, name: str, title: str, changed: Callable[[], object]) -> ChoiceBox:
        """A box of choices."""
        return filter_box(name, title, changed, most=190)

    def offer_missions(self, box: ChoiceBox) -> None:
        """Offer all missions; the choice stays."""
        offer_choices(box, self._tr.say("All missions"), mission_options(self._desk, self._tr))


def fits(words: str, text: str) -> bool:
    """Whether all the words of ``text`` stand in ``words``."""
    return all(word in words for word in text.casefold().split())
