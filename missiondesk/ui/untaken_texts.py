# SPDX-License-Identifier: Apache-2.0
"""Text that fields refused, in one window: it is gone to, outlives a lock and another language, and
is not lost by closing without a question.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QTabWidget, QWidget

from missiondesk.domain.entities import KINDS
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.ui.leaving import is_safe
from missiondesk.ui.navigation import PageStack, Place
from missiondesk.ui.notices import Notice
from missiondesk.ui.pages import Returnable
from missiondesk.ui.widgets.field import Field
from missiondesk.ui.widgets.untaken import Keeper, LateKeeper, Untaken, untaken_in

if TYPE_CHECKING:
    from missiondesk.services.desk import Desk
    from missiondesk.ui.main_window import MainWindow
    from missiondesk.ui.widgets.sheet_keeping import CellKeeper

_MOST = 4  # texts that the question on closing names


@dataclass(frozen=True, slots=True)
class KeptText:
    """Such a text with the place where its field is found."""

    place: Place
    text: Untaken


def kept_texts(pages: PageStack) -> list[KeptText]:
    """All of them on these pages."""
    return [KeptText(_place(pages, widget, one), one) for widget, one in untaken_in(pages)]


def put_back(pages: PageStack, kept: Sequence[KeptText]) -> list[KeptText]:
    """Put texts into the fields of pages that were made anew; those that found no field."""
    lost = []
    for one in kept:
        pages.show_page(one.place.page, one.place.record)
        field = _shown_field(pages, one.text)
        if field is not None:
            field.type_again(one.text)
        elif not any(keeper.keep(one.text) for keeper in _late_keepers(pages)):
            lost.append(one)
    return lost


def tell_lost(window: MainWindow, lost: Sequence[KeptText]) -> None:
    """Say which texts found no field: they are nowhere else."""
    for one in lost:
        tell_lost_text(window, one.text.typed, one.text.label)


def tell_lost_text(window: MainWindow, text: str, label: str) -> None:
    """Say that a text has no place any more."""
    window.hub.say(window.tr_.say("“{text}” found no field {label} again.", text=text, label=label))


def go_to_first(window: MainWindow) -> None:
    """Bring the first of them to the front; what its record took along when it went is let go."""
    for widget, one in list(untaken_in(window.pages)):
        place = _place(window.pages, widget, one)
        window.navigate(place.page, place.record)
        field, gone = _shown_field(window.pages, one), _is_gone(window.desk, one.record)
        if field is not None and (field.isVisible() or not gone):
            _bring_to_front(field)
            field.focus_editor()
            return
        if isinstance(widget, Keeper):
            widget.forget(one)
        elif isinstance(widget, Field):
            widget.restore()


def _is_gone(desk: Desk, record: str) -> bool:
    now = desk.situation
    return bool(record) and all(now.get(kind, record) is None for kind in KINDS.values())


def may_go(window: MainWindow) -> bool:
    """Whether a window can close and nothing is lost; else it is asked or said what would be."""
    kept = kept_texts(window.pages)
    if kept and not window.drops_texts:
        _ask(window, kept)
        return False
    if not is_safe(window.desk):
        window.asked.emit("why")
        return False
    return True


def _ask(window: MainWindow, kept: Sequence[KeptText]) -> None:
    def close() -> None:
        window.drops_texts = True
        window.close()

    say = window.tr_.say
    Notice(
        say("A field holds text that was not taken, so it is not saved."),
        [f"{one.text.label}: {one.text.why}" for one in kept[:_MOST]],
        window,
        close=say("Back"),
        buttons=(
            (say("Go to the field"), lambda: go_to_first(window)),
            (say("Close without this text"), close),
        ),
        name="untaken",
    ).open()


def typed_place(pages: PageStack) -> Place:
    """The page in front with what is open on it, and the field that has the focus."""
    from missiondesk.ui.widgets.sheet_keeping import CellKeeper

    place, widget = pages.place(), QApplication.focusWidget()
    while widget is not None and widget is not pages:
        if isinstance(widget, Field | CellKeeper) and widget.record and pages.isAncestorOf(widget):
            return Place(place.page, f"{widget.record}#{widget.name}")
        widget = widget.parentWidget()
    return place


def as_json(kept: Sequence[KeptText]) -> str:
    """Texts as they are sealed while the workspace is locked; "" for none."""
    return json.dumps([asdict(one) for one in kept]) if kept else ""


def from_json(text: str) -> list[KeptText]:
    """What `as_json` made."""
    made = []
    for one in json.loads(text) if text else []:
        texts, words = tuple(one["text"].pop("texts")), tuple(one["text"].pop("words"))
        untaken = Untaken(**one["text"], texts=texts, words=words)
        made.append(KeptText(Place(**one["place"]), untaken))
    return made


def _place(pages: PageStack, widget: QWidget, text: Untaken) -> Place:
    name = pages.name_around(widget)
    page: object = pages.page(name)
    record = text.record or (page.record() if isinstance(page, Returnable) else "")
    return Place(name, f"{record.partition('#')[0]}#{text.field}" if record else "")


def _late_keepers(pages: PageStack) -> list[LateKeeper]:
    page = pages.currentWidget()
    found = page.findChildren(QWidget) if page is not None else []
    return [one for one in found if isinstance(one, LateKeeper)]


def _bring_to_front(widget: QWidget) -> None:
    """Open the tabs in which it stands: not every page is told a field's."""
    inner = widget
    while (outer := inner.parentWidget()) is not None:
        tabs = outer.parentWidget()
        if isinstance(tabs, QTabWidget) and tabs.indexOf(inner) >= 0:
            tabs.setCurrentWidget(inner)
        inner = outer


def _shown_field(pages: PageStack, text: Untaken) -> Field | CellKeeper | None:
    from missiondesk.ui.widgets.sheet_keeping import CellKeeper

    page = pages.currentWidget()
    found: list[Field | CellKeeper] = []
    if page is not None:
        found = [*page.findChildren(Field, text.field), *page.findChildren(CellKeeper)]
    fields = [
        one for one in found if one.writes and (one.record, one.name) == (text.record, text.field)
    ]
    # What was made a moment ago is seen only when the events have come round.
    return next((one for one in fields if one.isVisible()), fields[0] if fields else None)
