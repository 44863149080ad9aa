# SPDX-License-Identifier: Apache-2.0
"""Where a record is looked at and mended, and the stack of pages that goes there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import cast

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QPlainTextEdit,
    QStackedWidget,
    QTextEdit,
    QWidget,
)

from missiondesk.domain.finding import Finding
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.references import TALKS_KINDS
from missiondesk.ui.pages import Page, PageName, Returnable

_PAGES = {
    **dict.fromkeys(("initiative", "initiative_assessment"), PageName.INITIATIVES),
    **dict.fromkeys(("letter", "letter_block", "letter_reply", "common_block"), PageName.LETTERS),
    **dict.fromkeys(("gate", "criterion", "budget_line"), PageName.PORTFOLIO),
    **dict.fromkeys(
        (
            "body",
            "membership",
            "meeting",
            "agenda_item",
            "decision",
            "action",
            "responsibility",
            "issue",
            "risk",
            "dependency",
        ),
        PageName.GOVERNANCE,
    ),
    **dict.fromkeys(
        ("skill", "skill_requirement", "capability", "sourcing_action", "expert"),
        PageName.SKILLS,
    ),
    **dict.fromkeys(("actor", "actor_commitment", "coalition_need", "engagement"), PageName.ACTORS),
    **dict.fromkeys(TALKS_KINDS, PageName.TALKS),
    "platform_chapter": PageName.PLATFORM,
    "platform_goal": PageName.PLATFORM,
    "ministry": PageName.ORGANISATION,
    "office": PageName.ORGANISATION,
    "person": PageName.ORGANISATION,
    "appointment": PageName.ORGANISATION,
    "secretariat": PageName.ORGANISATION,
}

# Kinds that are looked at in a list only: the tab of the history on which they stand.
_TABS_OF_HISTORY = {
    "comment": "comments",
    "copy_sent": "copies",
    "journal_mark": "journal",
    "purge": "bin",
}

# Rules that are not mended where their record is edited; "" is the record itself.
_PLACES_OF_RULES = {
    "P6": (PageName.PORTFOLIO, "views"),
    "P7": (PageName.PORTFOLIO, "gates"),
    "P8": (PageName.PORTFOLIO, ""),
}


def place_of(kind: str, key: str, mission: str = "", field: str = "") -> tuple[PageName, str]:
    """Page and key at which a record of ``kind`` is looked at.

    The page of missions finds metrics, observations, assessments, milestones and commitments by
    their own ids; ``mission`` stands in where a record has none.
    """
    if kind in _TABS_OF_HISTORY:
        return PageName.HISTORY, _TABS_OF_HISTORY[kind]
    page = _PAGES.get(kind, PageName.MISSIONS)
    record = key or mission
    return page, f"{record}#{field}" if field else record


def place_to_mend(finding: Finding) -> tuple[PageName, str]:
    """Page and key at which a finding is mended; letters and missing bodies where they are set."""
    if finding.field in ("responsibilities", "bodies"):
        return PageName.GOVERNANCE, f"{finding.key}#{finding.field}"
    if finding.rule in _PLACES_OF_RULES:
        page, place = _PLACES_OF_RULES[finding.rule]
        return page, place or f"{finding.key}#{finding.field}"
    return place_of(finding.kind, finding.key, finding.mission, finding.field)


_TURNS = 8  # of the event loop


@dataclass(frozen=True, slots=True)
class Place:
    """A page, and the record that is open on it ("" for the list)."""

    page: str
    record: str = ""


class PageStack(QStackedWidget):
    """The pages, each made when it is first needed, the others while the user looks at one.

    Attributes:
        kept_filters: What each filter is set to when it is first seen, by its objectName.
        opened: Name of the page that came to the front.
        made: Name of a page that now exists.
    """

    opened = Signal(str)
    made = Signal(str)

    def __init__(self, make: Callable[[str], QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pages")
        # The focus waits here when a page opens, so that no field of it looks chosen; Tab goes on
        # into the page. A press beside all fields comes here too and so commits what was typed.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._make = make
        self._pages: dict[str, QWidget] = {}
        self.kept_filters: dict[str, str] = {}
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(0)
        self._idle.timeout.connect(self._make_one)
        self._waits = False

    def show_page(self, name: str, key: str | None = None) -> None:
        """Bring a page to the front, and a record into its view."""
        before, widget = self.currentWidget(), self._page(name)
        if before is not widget:  # the first page is in front as soon as it is made
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setCurrentWidget(widget)
        if key:
            cast(Page, widget).show_record(key)
        self.opened.emit(name)

    def current(self) -> str:
        """Name of the page in front."""
        front = self.currentWidget()
        return next((name for name, widget in self._pages.items() if widget is front), "")

    def name_around(self, part: QWidget) -> str:
        """Name of the page that a widget is a part of, "" for none."""
        found = (name for name, page in self._pages.items() if page.isAncestorOf(part))
        return next(found, "")

    def place(self) -> Place:
        """The page in front with what is open on it."""
        page: object = self.page(self.current())
        return Place(self.current(), page.record() if isinstance(page, Returnable) else "")

    def page(self, name: str) -> Page | None:
        """The page, if it has been made."""
        return cast(Page | None, self._pages.get(name))

    def refresh_front(self) -> None:
        """Let the page in front read everything again."""
        page = self.page(self.current())
        if page is not None:
            page.refresh()

    def make_the_rest(self) -> None:
        """Make the other pages one by one whenever there is nothing else to do, once the page in
        front has been seen.
        """
        self._waits = True

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._waits:
            self._waits = False
            self._idle.start()

    def _page(self, name: str) -> QWidget:
        if name not in self._pages:
            widget = self._make(name)
            self._pages[name] = widget
            self.addWidget(widget)
            self.made.emit(name)
        return self._pages[name]

    def _make_one(self) -> None:
        missing = [name for name in PageName if name not in self._pages]
        if missing:
            self._page(missing[0])
            self._idle.start()


def stand_in_list(page: QWidget, turns: int = _TURNS) -> None:
    """Give the focus to the list, board or roadmap of a page that was gone to by its key: to the
    one at the left, above others. A page without any keeps it, and Tab goes on from there.

    Args:
        page: It is in front.
        turns: So often it is looked again for what the page makes only now.
    """
    areas = [one for one in page.findChildren(QAbstractScrollArea) if _lists(one)]
    if areas:
        corner = QPoint(0, 0)
        first = min(areas, key=lambda one: one.mapTo(page, corner).toTuple())
        first.setFocus(Qt.FocusReason.TabFocusReason)  # as by Tab: what is first in it is chosen
    elif turns:
        QTimer.singleShot(0, page, lambda: _look_again(page, turns - 1))


def _look_again(page: QWidget, turns: int) -> None:
    """Unless somebody has gone on from the page meanwhile."""
    if page.isVisible() and QApplication.focusWidget() is page.parentWidget():
        stand_in_list(page, turns)


def _lists(part: QAbstractScrollArea) -> bool:
    return (
        not isinstance(part, QPlainTextEdit | QTextEdit)
        and not (isinstance(part, QAbstractItemView) and part.editTriggers())  # a sheet in a form
        and bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus)
        and part.isVisible()
        and part.isEnabled()
    )


def go_round(panes: Sequence[QWidget], first_of_first: QWidget) -> None:
    """Give the focus to the pane after the one that has it.

    Args:
        panes: In the order of the round.
        first_of_first: What takes the focus in the first pane; in the others it is the first
            widget that Tab would reach.
    """
    here = QApplication.focusWidget()
    inside = [p for p in panes if here is p or (here is not None and p.isAncestorOf(here))]
    start = panes.index(inside[0]) + 1 if inside else 0
    for pane in (panes[(start + step) % len(panes)] for step in range(len(panes))):
        target = first_of_first if pane is panes[0] else _first(pane)
        if target is not None:
            target.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return


def _first(pane: QWidget) -> QWidget | None:
    tab = Qt.FocusPolicy.TabFocus
    return next(
        (
            widget
            for widget in pane.findChildren(QWidget)
            if widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & tab
        ),
        None,
    )
