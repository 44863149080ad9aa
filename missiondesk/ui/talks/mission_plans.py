# SPDX-License-Identifier: Apache-2.0
"""What agreed clauses are to become: the columns of the sheet, and the form of one row."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields
from decimal import Decimal
from typing import Any

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_, Message
from missiondesk.domain.period import Period
from missiondesk.domain.refused import Refused
from missiondesk.domain.wording import Wording
from missiondesk.language import Translator
from missiondesk.services.agreement import MissionPlan
from missiondesk.services.desk import Desk
from missiondesk.ui.choices import office_options
from missiondesk.ui.widgets.fields import ChoiceField, Field, NumberField, PeriodField, TextField
from missiondesk.ui.widgets.looks import text_label
from missiondesk.ui.widgets.record_form import FieldFinding, RecordForm, shown_text
from missiondesk.ui.widgets.sheet import SheetColumn
from missiondesk.ui.widgets.sheet_columns import number_column, period_column, text_column


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A row of the sheet; texts are in the screen's language.

    Attributes:
        id: The clause's id.
        clause: Its number and text, to be read.
    """

    id: str
    clause: str = ""
    title: str = ""
    office: str | None = None
    metric: str = ""
    unit: str = ""
    baseline: Decimal | None = None
    baseline_period: Period | None = None
    target: Decimal | None = None
    until: Period | None = None
    source: str = ""

    @property
    def values(self) -> Mapping[str, Any]:
        """The cells of the row by the names of its columns."""
        return {one.name: getattr(self, one.name) for one in fields(self) if one.name != "id"}

    def plan(self, language: str) -> MissionPlan:
        """What the services make a mission of."""

        def worded(text: str) -> Wording:
            return Wording.typed(text.strip(), language)

        return MissionPlan(
            self.id, worded(self.title), self.office, worded(self.metric), worded(self.unit),
            self.baseline, self.baseline_period, worded(self.source), self.target, self.until,
        )  # fmt: skip


def plan_columns(desk: Desk, tr: Translator) -> list[SheetColumn]:
    """Columns of the sheet, in the order in which people have them in their own."""
    say, today = tr.say, desk.this_day
    choices = office_options(desk, tr, holders=False)
    offices, names = {text.casefold(): key for key, text in choices}, dict(choices)

    def office(text: str) -> str:
        found = offices.get(text.casefold())
        if found is None:
            raise Refused(N_("There is no office “{text}”."), field="office", text=text)
        return found

    return [
        text_column("clause", say("Clause"), width=170, stretch=2),
        text_column("title", say("Title of the mission"), width=150, stretch=2),
        SheetColumn("office", say("Responsible"), office, lambda it: names.get(it, ""),
                    choices=tuple(text for _key, text in choices), width=130),
        text_column("metric", say("Key metric"), width=130),
        text_column("unit", say("Unit"), width=70, stretch=0),
        number_column("baseline", say("Baseline"), tr, width=115),
        period_column("baseline_period", say("Measured in"), tr, today, width=120),
        number_column("target", say("Target"), tr, width=70),
        period_column("until", say("Until"), tr, today, width=90),
        text_column("source", say("Source"), width=120),
    ]  # fmt: skip


class PlanForm(RecordForm[PlanRow]):
    """All fields of the chosen row; beneath each what the mission would still lack (N8).

    Args:
        take: Gets the row as it now is; may raise `Refused`.
    """

    def __init__(self, desk: Desk, tr: Translator, take: Callable[[PlanRow], object]) -> None:
        super().__init__(take, name="planForm")
        self._tr, say, write = tr, tr.say, self.writer
        self.clause = text_label("", "strong", wrap=True)
        self.clause.setObjectName("planClause")
        self.body.addWidget(self.clause)
        self.add(TextField("title", say("Title of the mission"), tr, write("title"), above=True))
        self._office = self.add(
            ChoiceField("office", say("Responsible"), tr, write("office"), none=say("nobody yet"),
                        above=True)
        )  # fmt: skip
        self.add(TextField("metric", say("Key metric"), tr, write("metric"), above=True))
        self.add_row(
            NumberField("baseline", say("Baseline"), tr, write("baseline"), above=True,
                        counted_in=shown_text(self, "unit")),
            PeriodField("baseline_period", say("Measured in"), tr, write("baseline_period"),
                        today=desk.this_day, above=True),
        )  # fmt: skip
        self.add_row(
            NumberField("target", say("Target"), tr, write("target"), above=True,
                        counted_in=shown_text(self, "unit")),
            PeriodField("until", say("Until"), tr, write("until"), today=desk.this_day, above=True),
        )  # fmt: skip
        self.add(TextField("unit", say("Unit"), tr, write("unit"), above=True, short=True))
        self.add(TextField("source", say("Source"), tr, write("source"), above=True))
        for field in self.findChildren(Field):
            field.writes = False  # as the sheet: a plan, until missions are made of it

    def show_plan(self, row: PlanRow, offices: list[tuple[str, str]]) -> None:
        """Show a row."""
        self.clause.setText(row.clause)
        self._office.set_options(offices)
        self.show_record(row)

    def show_lacks(self, lacks: tuple[tuple[str, Message], ...]) -> None:
        """Show beneath the fields what the mission would still lack."""
        told = []
        for field, said in lacks:
            sentence = self._tr.tell(said)
            whole = f"{sentence[:1].upper()}{sentence[1:]}."
            told.append(FieldFinding(field, "warning", "N8", whole))
        self.show_findings(told)
