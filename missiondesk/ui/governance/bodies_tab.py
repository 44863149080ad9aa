# SPDX-License-Identifier: Apache-2.0
"""Bodies with their seats as of any day, and the diagram of who reports to whom."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from missiondesk.domain.body import Body, BodyKind, MeetingRhythm
from missiondesk.domain.mission import Publication
from missiondesk.domain.period import Period
from missiondesk.domain.wording import Wording
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.services.print_plan import PrintJob
from missiondesk.ui.choices import mission_options
from missiondesk.ui.governance.members import Members
from missiondesk.ui.governance.options import body_options
from missiondesk.ui.governance.tab import RecordsInTab
from missiondesk.ui.hub import Hub
from missiondesk.ui.pages import Navigate
from missiondesk.ui.records_tab import RecordsTab
from missiondesk.ui.theme import scaled
from missiondesk.ui.told_findings import findings_column
from missiondesk.ui.widgets.fields import (
    ChoiceField,
    NumberField,
    ParagraphField,
    PeriodField,
    TextField,
    WordingField,
    worded_options,
)
from missiondesk.ui.widgets.record_form import RecordForm
from missiondesk.ui.widgets.table import Column

_AS_OF = 400  # px at 100 %, label and field beside each other
_AT_MOST = 520  # px, also with a large font: the label then stands above the field


class BodyRecords(RecordsTab[Body]):
    """Bodies from the highest kind down, and the form of the chosen one with its seats."""

    name = "bodies"
    form_width = 364

    def title(self) -> str:
        return self._tr.say("Bodies")

    def words(self) -> tuple[str, str, str, str]:
        say = self._tr.say
        return (
            say("Name of a new body"),
            say("Add body"),
            say("A body governs across ministries: a board, a committee, a steering group."),
            say("Remove body"),
        )

    def columns(self) -> list[Column[Body]]:
        tr = self._tr
        return [
            Column(tr.say("Code"), lambda it: it.code or "–"),
            Column(
                tr.say("Body"),
                lambda it: it.name.in_language(tr.lang),
                detail=lambda it: tr.show(it.kind),
                stretch=1,
                width=140,
                wrap=True,
                strong=True,
            ),
            Column(tr.say("Chair"), self._chair, wrap=True, width=110, stretch=1, folds=1),
            Column(
                tr.say("Meets"),
                lambda it: tr.show(it.rhythm) if it.rhythm else "–",
                detail=self._last,
                wrap=True,
                width=104,
                folds=2,
            ),
            findings_column(tr, self.worst, lambda _it: "wait"),
        ]

    def _chair(self, it: Body) -> str:
        seats = self._desk.bodies.seats(it.id)
        chairs = [one for one in seats if one.membership.role.value == "chair"]
        return chairs[0].name.in_language(self._tr.lang) if chairs else self._tr.say("nobody yet")

    def _last(self, it: Body) -> str:
        last = self._desk.bodies.last_meeting(it.id)
        if last is None or last.date is None:
            return self._tr.say("not met yet")
        return self._tr.say("last {date}", date=last.date)

    def make_form(self) -> RecordForm[Body]:
        tr, say, today = self._tr, self._tr.say, self._desk.this_day
        form: RecordForm[Body] = RecordForm(self._desk.bodies.revise, name="bodyForm")
        form.add(WordingField("name", say("Name"), tr, form.writer("name"), above=True))
        self._kind_field = ChoiceField(
            "kind", say("Kind of body"), tr, form.writer("kind"),
            options=worded_options(BodyKind, tr), above=True,
        )  # fmt: skip
        form.add_row(
            TextField("code", say("Code"), tr, form.writer("code"), above=True), self._kind_field
        )
        self._mission_field = form.add(
            ChoiceField(
                "mission", say("Mission it serves"), tr, form.writer("mission"),
                none=say("the whole government"), above=True,
            )
        )  # fmt: skip
        self._reports = form.add(
            ChoiceField(
                "reports_to", say("Reports to"), tr, form.writer("reports_to"),
                none=say("no other body"), above=True,
            )
        )  # fmt: skip
        form.add_row(
            ChoiceField(
                "rhythm", say("Meets"), tr, form.writer("rhythm"), none=say("when needed"),
                options=worded_options(MeetingRhythm, tr), above=True,
            ),
            NumberField(
                "quorum", say("Quorum"), tr, form.writer("quorum"), whole=True, above=True
            ),
        )  # fmt: skip
        form.add(
            WordingField(
                "decision_rights", say("Decides by itself on"), tr,
                form.writer("decision_rights"), paragraph=True, above=True,
            )
        )  # fmt: skip
        form.add_row(
            PeriodField(
                "valid_from", say("Exists from"), tr, form.writer("valid_from"), today=today,
                above=True,
            ),
            PeriodField(
                "valid_to", say("Exists until"), tr, form.writer("valid_to"), today=today,
                above=True,
            ),
        )  # fmt: skip
        form.add(
            ChoiceField(
                "publication", say("Publication"), tr, form.writer("publication"),
                options=worded_options(Publication, tr), above=True,
            )
        )  # fmt: skip
        form.add(ParagraphField("note", say("Note"), tr, form.writer("note"), least=2, above=True))
        return form

    def more_parts(self) -> Sequence[QWidget]:
        self.members = Members(self._desk, self._hub, self._tr)
        return (self.members,)

    def prepare(self, record: Body) -> None:
        self._mission_field.set_options(mission_options(self._desk, self._tr))
        self._reports.set_options(body_options(self._desk, self._tr, record.id))
        self.members.show_owner(record.id)

    def add_record(self, mission: str, wording: Wording) -> str:
        return self._desk.bodies.add(Body("", name=wording)).id

    def remove_record(self, record: Body) -> str:
        self._desk.bodies.remove(record.id)
        return self._tr.say("The body was removed with its seats and meetings.")


class BodiesTab(RecordsInTab):
    """Bodies of a day, as a list or as a diagram."""

    def __init__(self, desk: Desk, hub: Hub, tr: Translator, navigate: Navigate) -> None:
        super().__init__(desk, hub, tr, navigate)
        self._on: Period | None = None
        self.as_of = PeriodField(
            "bodiesAsOf", tr.say("As of which day"), tr, self._look_at, today=desk.this_day
        )
        self.as_of.writes = False
        self.as_of.setMinimumWidth(min(scaled(_AS_OF), _AT_MOST))
        self.list = BodyRecords(desk, hub, tr)
        self.set_up(self.list, self.as_of, "bodiesPicture")

    def _look_at(self, on: Period | None) -> None:
        self._on = on
        self.refresh()

    @property
    def day(self) -> date:
        """The day as of which bodies and seats are shown."""
        return self._on.last if self._on is not None else self._desk.today

    def refresh(self) -> None:
        """Read bodies and seats again."""
        if not self.as_of.is_being_typed():
            self.as_of.show_value(self._on)
        self.list.members.on = self.day if self._on is not None else None
        rows = self._desk.bodies.all(self._on.last if self._on is not None else None)
        self.list.show_owned("", self.findings_of("body", "membership"), rows)
        if self.pictured:
            self.show_picture()

    def headline(self) -> tuple[str, str]:
        """How many bodies do not meet."""
        tr = self._tr
        bodies, stale = self._desk.bodies.all(self.day), self._desk.bodies.stale()
        if not bodies:
            return tr.say("No body governs across ministries yet"), ""
        detail = tr.say("As of {date}.", date=self.day)
        if stale:
            names = tr.list([one.code or one.name.in_language(tr.lang) for one in stale])
            said = tr.plural(
                "{count} of {all} bodies has not met as often as it should",
                "{count} of {all} bodies have not met as often as they should",
                len(stale), all=len(bodies),
            )  # fmt: skip
            return said, f"{names}. {detail}"
        return tr.plural("The only body meets", "All {count} bodies meet", len(bodies)), detail

    def document(self) -> Callable[[], PrintJob] | None:
        """Bodies with their diagram."""
        return self._kind("bodies")

    def swap_words(self) -> tuple[str, str]:
        """Diagram or list."""
        return self._tr.say("Show the diagram"), self._tr.say("Show the list")

    def show_picture(self) -> None:
        """The diagram of the day."""
        if self.card is not None:
            self.card.show_plot(self._desk.pictures.bodies(self._tr.lang, self.day))

    def show_record(self, key: str, field: str = "") -> None:
        """Choose a body, or the seat and its body."""
        seat = self._desk.bodies.seat_with(key)
        super().show_record(seat.body if seat is not None else key, "" if seat else field)
        if seat is not None:
            self.list.members.choose(key, field)
        elif field == "members":
            self.list.members.focus_new()
