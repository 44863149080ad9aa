# SPDX-License-Identifier: Apache-2.0
"""A form over one frozen record: each field commits by itself, findings stand beneath it."""

from __future__ import annotations

import operator
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.ui.widgets.area_around import laid_out_around
from missiondesk.ui.widgets.field import Field
from missiondesk.ui.widgets.finding_bar import FindingBar
from missiondesk.ui.widgets.looks import text_label
from missiondesk.ui.widgets.sheet_keeping import CellKeeper
from missiondesk.ui.widgets.steady import SteadyRoom, place_kept
from missiondesk.ui.widgets.untaken import Untaken
from missiondesk.ui.widgets.waiting_texts import WaitingTexts

R = TypeVar("R")
F = TypeVar("F", bound=Field)


@dataclass(frozen=True, slots=True)
class FieldFinding:
    """What the check says of one field, in the screen's language; "" speaks of the whole record.

    Attributes:
        act: Mends it; then ``mend`` is the text of the button that does.
    """

    field: str
    severity: str
    rule: str
    sentence: str
    mend: str = ""
    act: Callable[[], object] | None = None


class RecordForm(QWidget, Generic[R]):
    """Fields below each other; ``revise`` gets the record with one field changed.

    What is being typed stays while the record is read again, and so does what was refused; another
    record takes what was typed along to the one it was typed for, and what was refused waits until
    that one is shown again.
    """

    def __init__(
        self, revise: Callable[[R], object], *, name: str, parent: QWidget | None = None
    ) -> None:
        """Make an empty form.

        Args:
            revise: Writes the record; may raise `Refused`, shown at the field that was edited.
            name: objectName.
            parent: Qt parent.
        """
        super().__init__(parent)
        self.setObjectName(name)
        self._revise = revise
        self._record: R | None = None
        self._fields: dict[str, Field] = {}
        self._read: dict[str, Callable[[R], Any]] = {}
        self._waiting = WaitingTexts(self)
        self._said: tuple[FieldFinding, ...] = ()
        self._bars: list[FindingBar] = []
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(10)
        self._top = SteadyRoom(self, 6)
        self.body.addWidget(self._top)

    # -- building ------------------------------------------------------------------------
    def heading(self, text: str) -> None:
        """A section's name."""
        label = text_label(text, "section")
        label.setContentsMargins(0, 8 if self.body.count() > 1 else 0, 0, 0)
        self.body.addWidget(label)

    def add(self, field: F, read: Callable[[R], Any] | None = None) -> F:
        """Add a field; ``read`` says what of the record it shows, else the attribute so named."""
        self._keep(field, read)
        self.body.addWidget(field)
        return field

    def add_row(self, *fields: Field) -> None:
        """Short fields side by side; their labels stand above."""
        line = QHBoxLayout()
        line.setSpacing(16)
        for field in fields:
            self._keep(field, None)
            for editor in field.editors():
                editor.setMinimumWidth(80)
            line.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(line)

    def _keep(self, field: Field, read: Callable[[R], Any] | None) -> None:
        for editor in field.editors():
            if isinstance(editor, QComboBox):
                # A long option may not make the whole form wider than its column.
                editor.setMinimumWidth(80)
        self._fields[field.name] = field
        self._read[field.name] = read or operator.attrgetter(field.name)

    def writer(self, name: str) -> Callable[[Any], object]:
        """What a field's ``commit`` calls: revise the record with this attribute changed."""

        def write(value: Any) -> None:
            if self._record is not None:
                self._revise(replace(self._record, **{name: value}))  # type: ignore[type-var]

        return write

    # -- showing -------------------------------------------------------------------------
    @property
    def record(self) -> R | None:
        """The record shown."""
        return self._record

    def field(self, name: str) -> Field | None:
        """The field of this name."""
        return self._fields.get(name)

    def show_record(self, record: R | None) -> None:
        """Show a record; what was typed for another one is first taken there."""
        other = self._key(record) != self._key(self._record)
        if other:
            for table in self.findChildren(CellKeeper):
                table.settle()
            for field in self._fields.values():
                if any(editor.hasFocus() for editor in field.editors()):
                    field.commit()
                self._waiting.put_by(field)
                field.clear_refusal()
                field.give_back_room()
            self._top.give_back()
        self._record = record
        self.setEnabled(record is not None)
        if record is None:
            return
        for name, field in self._fields.items():
            value = self._read[name](record)
            self._waiting.show(field, self._key(record), value, again=not other)

    @staticmethod
    def _key(record: R | None) -> str:
        return str(getattr(record, "id", ""))

    def untaken(self) -> Sequence[Untaken]:
        """What was refused for other records than the one shown, whose fields say it themselves."""
        return self._waiting.all()

    def forget(self, untaken: Untaken) -> None:
        """Let go of what waits for a record that is no more."""
        self._waiting.forget(untaken)

    def show_findings(self, findings: Sequence[FieldFinding]) -> None:
        """Show these findings, each beneath its field, the others at the top of the form."""
        told = tuple((it.field, it.severity, it.rule, it.sentence, it.mend) for it in findings)
        before = tuple((it.field, it.severity, it.rule, it.sentence, it.mend) for it in self._said)
        self._said = tuple(findings)
        if told == before:
            return
        with place_kept(self):
            self._put_findings(findings)

    def _put_findings(self, findings: Sequence[FieldFinding]) -> None:
        for field in self._fields.values():
            field.clear_findings()
        self._top.drop(self._bars)
        self._bars = []
        for place, one in enumerate(findings):
            act = None if one.act is None else self._doing(place)
            known = self._fields.get(one.field)
            if known is not None:
                known.show_finding(one.severity, one.rule, one.sentence, one.mend, act)
                continue
            bar = FindingBar(one.severity, one.rule, one.sentence, one.mend, act)
            self._bars.append(bar)
            self._top.put(bar)

    def _doing(self, place: int) -> Callable[[], object]:
        """The deed of the finding that stands at this place when the button is pressed."""

        def do() -> None:
            act = self._said[place].act if place < len(self._said) else None
            if act is not None:
                act()

        return do

    def focus_field(self, name: str) -> bool:
        """Put the cursor into a field and bring it into view; False when there is none."""
        field = self._fields.get(name)
        if field is None:
            return False
        field.focus_editor()
        self._bring_into_view(field)
        # Findings that have just come are laid out later, and move the field.
        QTimer.singleShot(0, field, lambda: self._bring_into_view(field))
        return True

    def first_of(self, names: Collection[str]) -> str:
        """The field of these that stands first in the form, else the first of all."""
        return next((name for name in self._fields if name in names), next(iter(self._fields), ""))

    def _bring_into_view(self, field: Field) -> None:
        """Scroll until the whole field is seen, its label and what stands beneath too."""
        found = laid_out_around(self)
        if found is None:
            return
        area, inside = found
        area.ensureWidgetVisible(field, 20, 60)
        place = field.mapTo(inside, QPoint(0, 0)).y()
        bar = area.verticalScrollBar()
        if not bar.value() <= place <= place + field.height() <= bar.value() + bar.pageStep():
            bar.setValue(place - 60)

    def focus_first(self) -> None:
        """Put the cursor into the first field."""
        if self._fields:
            next(iter(self._fields.values())).focus_editor()

    def set_read_only(self, read_only: bool) -> None:
        """Show without letting edit."""
        for field in self._fields.values():
            field.set_read_only(read_only)


def shown_text(form: RecordForm[Any], name: str) -> Callable[[], str]:
    """Asked for the text of an attribute of the record that the form shows, "" without one."""
    return lambda: str(getattr(form.record, name, ""))
