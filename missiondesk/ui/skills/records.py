# SPDX-License-Identifier: Apache-2.0
"""What the tabs of skills share: records of the whole workspace, a filter, findings of one kind."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any, Final, TypeVar, cast

from PySide6.QtWidgets import QVBoxLayout, QWidget

from missiondesk.domain.entities import KIND_OF, Entity
from missiondesk.domain.finding import Finding
from missiondesk.domain.message import N_
from missiondesk.domain.refused import Refused
from missiondesk.domain.situation import Situation
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.services.missions import MissionDetail
from missiondesk.ui.hub import Hub
from missiondesk.ui.pages import Navigate
from missiondesk.ui.records_tab import Keyed, RecordsTab
from missiondesk.ui.theme import scaled
from missiondesk.ui.told_findings import briefly
from missiondesk.ui.widgets.choice_box import ChoiceBox
from missiondesk.ui.widgets.empty_state import EmptyState
from missiondesk.ui.widgets.filter_parts import filter_box, filter_text, shown_of
from missiondesk.ui.widgets.flow_row import flowing
from missiondesk.ui.widgets.looks import text_label
from missiondesk.ui.widgets.tab_way import tab_before

R = TypeVar("R", bound=Keyed)
_ALL: Final = "all"  # the owner under which the records of the workspace are shown


class SkillsRecords(RecordsTab[R]):
    """Records of one kind, of all missions; a subclass says which and how they are filtered."""

    def __init__(
        self,
        desk: Desk,
        hub: Hub,
        tr: Translator,
        navigate: Navigate,
        parent: QWidget | None = None,
    ) -> None:
        self._navigate = navigate
        self._all: Sequence[R] = ()
        self._texts: dict[str, str] = {}
        self._offered: Situation | None = None
        self._by_key: dict[str, list[Finding]] = {}
        super().__init__(desk, hub, tr, parent)
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.insertWidget(1, self._flowing())
        tab_before(self.table, (self.text, *self._narrowing))

    # -- what a subclass says ------------------------------------------------------------
    def kind(self) -> type[Entity]:
        """Of which kind the findings beside the fields are."""
        raise NotImplementedError

    def read(self) -> Sequence[R]:
        """All records in their order."""
        raise NotImplementedError

    def offer(self) -> None:
        """Offer what there is to choose now; called once after each Step."""

    def said(self, record: R) -> str:
        """What a search for words looks through."""
        raise NotImplementedError

    def boxes(self) -> list[ChoiceBox]:
        """Boxes that narrow the list beside the text, made once."""
        return []

    def fits(self, record: R) -> bool:
        """Whether the boxes let the record pass."""
        return True

    # -- filter --------------------------------------------------------------------------
    def _flowing(self) -> QWidget:
        tr = self._tr
        self.text = filter_text(
            f"{self.name}Filter",
            tr.say("Filter {list} by text", list=self.title()),
            tr.say("Filter by text…"),
            self.narrow,
            least=170,
            most=240,
        )
        self.count = text_label("", "detail")
        self.count.setObjectName(f"{self.name}Shown")
        self._narrowing = self.boxes()
        return flowing(self.text, *self._narrowing, self.count)

    def box(self, name: str, title: str, options: Sequence[tuple[Any, str]]) -> ChoiceBox:
        """A box of choices, the first of which lets all pass."""
        made = filter_box(name, title, self.narrow, most=190)
        made.blockSignals(True)
        for key, text in options:
            made.addItem(text, key)
        made.blockSignals(False)
        return made

    def narrow(self) -> None:
        """Show those that pass."""
        words = self.text.text().casefold().split()
        found = [
            one
            for one in self._all
            if self.fits(one) and (not words or all(word in self._text_of(one) for word in words))
        ]
        self.count.setText(shown_of(found, self._all, self._tr))
        empty = self.table.findChild(EmptyState)
        if empty is not None:
            none = self._tr.say("Nothing in the list fits the filter.")
            empty.sentence.setText(none if self._all else self.words()[2])
        self.show_owned(_ALL, self._findings, found)

    def _text_of(self, record: R) -> str:
        if record.id not in self._texts:
            self._texts[record.id] = self.said(record).casefold()
        return self._texts[record.id]

    # -- showing -------------------------------------------------------------------------
    def refresh(self) -> None:
        """Read the records again; filter and choice stay."""
        for _part in self.read_in_parts():
            pass

    def read_in_parts(self) -> Iterator[None]:
        """As `refresh`, with pauses for the events of the screen."""
        now = self._desk.situation
        if self._offered is not now:
            self._offered = now
            self._texts.clear()
            self.offer()
            yield
        name = KIND_OF[self.kind()]
        self._findings = tuple(one for one in self._desk.readiness.findings() if one.kind == name)
        self._by_key = {}
        for one in self._findings:
            self._by_key.setdefault(one.key, []).append(one)
        self._all = self.read()
        yield
        self.narrow()

    def worst(self, record: R) -> str:
        found = self._by_key.get(record.id, ())
        return briefly(found, self._tr)

    def open(self, key: str, field: str) -> bool:
        """Bring a record of this kind into view, whatever the filter; False when it is of none."""
        if self._desk.situation.get(self.kind(), key) is None:
            return False
        if not self.choose(key):
            self.clear_filter()
            self.choose(key)
        if field:
            self.focus_field(field)
        else:
            self.table.setFocus()
        return True

    def clear_filter(self) -> None:
        """Let all pass."""
        self.text.clear()
        for one in self._narrowing:
            one.setCurrentIndex(0)

    def records(self, detail: MissionDetail) -> Sequence[R]:
        return ()

    # -- writing -------------------------------------------------------------------------
    def required(self, write: Callable[[Any], object], field: str) -> Callable[[Any], object]:
        """A field's writer that lets no emptied field through."""

        def checked(value: Any) -> None:
            if value is None:
                raise Refused(N_("The field cannot be empty."), field=field)
            write(value)

        return checked

    def changed(self, record: R, **fields: Any) -> R:
        """The record with these fields changed."""
        return cast("R", replace(cast("Any", record), **fields))


def select_box(name: str, title: str) -> ChoiceBox:
    """A box in the line that adds a record."""
    made = ChoiceBox()
    made.setObjectName(name)
    made.setAccessibleName(title)
    # Thousands of initiatives are not measured to find the widest.
    made.setSizeAdjustPolicy(made.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumWidth(scaled(210))
    made.setMaximumWidth(scaled(320))
    return made


def fill_box(box: ChoiceBox, first: str, options: Sequence[tuple[Any, str]]) -> None:
    """Offer these behind a first line that is no choice; what was chosen stays."""
    offered = first, tuple(options)
    if offered == box.offered:
        return
    box.offered = offered
    kept = box.currentData()
    box.blockSignals(True)
    box.clear()
    box.addItem(first, None)
    for key, text in options:
        box.addItem(text, key)
    place = next((at for at in range(box.count()) if box.itemData(at) == kept), 0)
    box.setCurrentIndex(place)
    box.blockSignals(False)
