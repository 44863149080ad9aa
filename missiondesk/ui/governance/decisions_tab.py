# SPDX-License-Identifier: Apache-2.0
"""The decision log: all decisions with filters, and the form of the chosen one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from missiondesk.domain.decision import Decision, DecisionKind, DecisionState
from missiondesk.domain.mission import Publication
from missiondesk.domain.wording import Wording
from missiondesk.language import Translator
from missiondesk.services.decisions import LoggedDecision, WantedDecisions
from missiondesk.services.desk import Desk
from missiondesk.services.print_plan import PrintJob
from missiondesk.ui.choices import mission_options, office_options
from missiondesk.ui.frame_sheet import FrameSheet
from missiondesk.ui.governance.options import (
    body_options,
    initiative_options,
    meeting_options,
)
from missiondesk.ui.governance.tab import RecordsInTab
from missiondesk.ui.hub import Hub
from missiondesk.ui.labels import mark
from missiondesk.ui.pages import Navigate
from missiondesk.ui.records_tab import RecordsTab
from missiondesk.ui.told_findings import findings_column
from missiondesk.ui.widgets.fields import (
    ChoiceField,
    ParagraphField,
    PeriodField,
    TextField,
    WordingField,
    worded_options,
)
from missiondesk.ui.widgets.filter_parts import (
    filter_box,
    filter_text,
    offer_choices,
    shown_of,
)
from missiondesk.ui.widgets.flow_row import flowing
from missiondesk.ui.widgets.looks import text_label
from missiondesk.ui.widgets.record_form import RecordForm
from missiondesk.ui.widgets.table import Column

_STATES = {one.value: one for one in DecisionState}


class DecisionFilter(QWidget):
    """Says which decisions are shown.

    Attributes:
        changed: Another choice was made.
    """

    changed = Signal()

    def __init__(self, tr: Translator) -> None:
        super().__init__()
        self._tr, say = tr, tr.say
        self.text = filter_text(
            "decisionFilter", say("Filter decisions by text"), say("Filter by text…"),
            self.changed.emit, least=150, most=220,
        )  # fmt: skip
        self.mission, self.body, self.state = (
            filter_box(name, title, self.changed.emit, most=170)
            for name, title in (
                ("decisionMission", say("Filter decisions by mission")),
                ("decisionBody", say("Filter decisions by body")),
                ("decisionState", say("Filter decisions by state")),
            )
        )
        offer_choices(
            self.state, say("Any state"), [(one.value, tr.show(one)) for one in DecisionState]
        )
        self.count = text_label("", "detail")
        self.count.setObjectName("decisionsShown")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        parts = (self.text, self.mission, self.body, self.state, self.count)
        layout.addWidget(flowing(*parts))

    def offer(self, desk: Desk) -> None:
        """Offer the missions and bodies of now; the choice stays."""
        tr = self._tr
        offer_choices(self.mission, tr.say("All missions"), mission_options(desk, tr))
        offer_choices(self.body, tr.say("All bodies"), body_options(desk, tr))

    def passed(self, rows: tuple[LoggedDecision, ...]) -> tuple[LoggedDecision, ...]:
        """The decisions that fit all filters; says how many when not all do."""
        found = WantedDecisions(
            self.text.text(),
            self.mission.currentData(),
            self.body.currentData(),
            _STATES.get(self.state.currentData()),
        ).passed(rows)
        self.count.setText(shown_of(found, rows, self._tr))
        return found

    def clear(self) -> None:
        """Let all pass."""
        self.text.clear()
        for box in (self.mission, self.body, self.state):
            box.setCurrentIndex(0)


class DecisionRecords(RecordsTab[Decision]):
    """Decisions, the newest first."""

    name = "decisions"
    form_width = 400
    several = Decision

    def __init__(self, desk: Desk, hub: Hub, tr: Translator) -> None:
        self.logged: dict[str, LoggedDecision] = {}
        super().__init__(desk, hub, tr)

    def title(self) -> str:
        return self._tr.say("Decisions")

    def words(self) -> tuple[str, str, str, str]:
        say = self._tr.say
        return (
            say("Decision that is asked for or taken, one sentence"),
            say("Record decision"),
            say("No decision is shown. A decision has an owner and a date."),
            say("Remove decision"),
        )

    def columns(self) -> list[Column[Decision]]:
        tr = self._tr
        return [
            Column(tr.say("No."), lambda it: it.number, sort=_number),
            Column(
                tr.say("Decision"),
                lambda it: it.text.in_language(tr.lang),
                detail=self._about,
                stretch=1,
                width=200,
                wrap=True,
            ),
            Column(
                tr.say("Date"),
                lambda it: tr.period(it.date) if it.date else "–",
                sort=lambda it: it.date.last if it.date else None,
                folds=1,
            ),
            Column(
                tr.say("State"),
                lambda it: mark(it.state, tr).text,
                detail=self._late,
                colour=lambda it: mark(it.state, tr).colour,
                folds=2,
            ),
            findings_column(tr, self.worst, lambda _it: "bad"),
        ]

    def _about(self, it: Decision) -> str:
        lang, row = self._tr.lang, self.logged[it.id]
        parts = [
            row.body.code or row.body.name.in_language(lang) if row.body else "",
            row.mission.code if row.mission else "",
            row.owner.title.in_language(lang) if row.owner else "",
            self._desk.journalising.words("decision", it.id, self._tr),
        ]
        return " · ".join(filter(None, parts))

    def _late(self, it: Decision) -> str:
        return self._tr.say("overdue") if self.logged[it.id].overdue else ""

    def make_form(self) -> RecordForm[Decision]:
        tr, say, today = self._tr, self._tr.say, self._desk.this_day
        form: RecordForm[Decision] = RecordForm(self._desk.decisions.revise, name="decisionForm")
        form.add(
            WordingField(
                "text", say("Decision"), tr, form.writer("text"), paragraph=True, above=True
            )
        )
        form.add_row(
            ChoiceField(
                "kind", say("Kind of decision"), tr, form.writer("kind"),
                options=worded_options(DecisionKind, tr), above=True,
            ),
            ChoiceField(
                "state", say("State of the decision"), tr, form.writer("state"),
                options=worded_options(DecisionState, tr), above=True,
            ),
        )  # fmt: skip
        self._chosen = {
            name: form.add(ChoiceField(name, label, tr, form.writer(name), none=none, above=True))
            for name, label, none in (
                ("owner", say("Carried out by"), say("nobody yet")),
                ("body", say("Decided in"), say("no body")),
                ("meeting", say("At the meeting"), say("no meeting")),
                ("mission", say("Mission of the decision"), say("none")),
                ("initiative", say("Initiative of the decision"), say("none")),
            )
        }
        form.add_row(
            PeriodField("date", say("Date of the decision"), tr, form.writer("date"),
                        today=today, above=True),
            PeriodField("due", say("To be carried out by"), tr, form.writer("due"), today=today,
                        above=True),
        )  # fmt: skip
        self.money, self.freed = (
            FrameSheet(tr, form.writer(name), name, label)
            for name, label in (("money", say("Money committed")), ("freed", say("Money freed")))
        )
        for sheet in (self.money, self.freed):
            form.body.addWidget(sheet)
        for name, label in (("rationale", say("Why")), ("rejected", say("Options left aside"))):
            form.add(ParagraphField(name, label, tr, form.writer(name), least=2, above=True))
        form.add(
            TextField("decided_by", say("Who decided"), tr, form.writer("decided_by"), above=True)
        )
        form.add(
            ChoiceField(
                "publication", say("Publication"), tr, form.writer("publication"),
                options=worded_options(Publication, tr), above=True,
            )
        )  # fmt: skip
        return form

    def prepare(self, record: Decision) -> None:
        desk, tr = self._desk, self._tr
        offered = {
            "owner": office_options(desk, tr, [record.owner], holders=False),
            "body": body_options(desk, tr),
            "meeting": meeting_options(desk, tr),
            "mission": mission_options(desk, tr),
            "initiative": initiative_options(desk, tr, record.mission, [record.initiative]),
        }
        for name, options in offered.items():
            self._chosen[name].set_options(options)
        for sheet, amounts in ((self.money, record.money), (self.freed, record.freed)):
            sheet.show_frame(amounts, record.id)
            sheet.setEnabled(not desk.read_only)

    def add_record(self, mission: str, wording: Wording) -> str:
        """Add it as asked for: without owner and date it is not valid yet (G6)."""
        made = Decision("", text=wording, state=DecisionState.ASKED)
        return self._desk.decisions.add(made).id

    def remove_record(self, record: Decision) -> str:
        self._desk.decisions.remove(record.id)
        return self._tr.say("The decision was removed.")


class DecisionsTab(RecordsInTab):
    """The log with its filters."""

    def __init__(self, desk: Desk, hub: Hub, tr: Translator, navigate: Navigate) -> None:
        super().__init__(desk, hub, tr, navigate)
        self._all: tuple[LoggedDecision, ...] = ()
        self.filter = DecisionFilter(tr)
        self.filter.changed.connect(self._show)
        self.list = DecisionRecords(desk, hub, tr)
        self.set_up(self.list, self.filter)

    def refresh(self) -> None:
        """Read the log again; filters and choice stay."""
        self._all = self._desk.decisions.log()
        self.filter.offer(self._desk)
        self._show()

    def _show(self) -> None:
        self.list.logged = {one.id: one for one in self._all}
        rows = tuple(one.decision for one in self.filter.passed(self._all))
        self.list.show_owned("", self.findings_of("decision"), rows)

    def headline(self) -> tuple[str, str]:
        """How many are late, and how many are asked for."""
        tr = self._tr
        if not self._all:
            return tr.say("No decision is recorded yet"), ""
        late = sum(one.overdue for one in self._all)
        asked = sum(one.decision.state is DecisionState.ASKED for one in self._all)
        detail = tr.plural("{count} is asked for.", "{count} are asked for.", asked)
        if late:
            return tr.plural(
                "{count} of {all} decisions is overdue", "{count} of {all} decisions are overdue",
                late, all=len(self._all),
            ), detail  # fmt: skip
        return tr.plural(
            "The only decision is in time", "All {count} decisions are in time", len(self._all)
        ), detail

    def document(self) -> Callable[[], PrintJob] | None:
        """The decision log."""
        return self._kind("decision-register")

    def show_record(self, key: str, field: str = "") -> None:
        """Choose a decision; a filter that hides it is lifted."""
        if all(one.id != key for one in self.list.table.rows()):
            self.filter.clear()
        super().show_record(key, field)


def _number(it: Decision) -> tuple[int, str]:
    digits = "".join(filter(str.isdigit, it.number))
    return int(digits or 0), it.number
