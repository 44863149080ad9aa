# SPDX-License-Identifier: Apache-2.0
"""The calendar of gates on the screen: the list, and beside it one gate with its criteria."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from missiondesk.domain.body import Body
from missiondesk.domain.gate import Criterion, Gate, GateResult
from missiondesk.domain.initiative import Stage
from missiondesk.domain.refused import Refused
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.services.gate_calendar import GateRow
from missiondesk.services.print_plan import PrintJob
from missiondesk.ui.closing_panel import ClosingPanel
from missiondesk.ui.criteria_box import CriteriaBox
from missiondesk.ui.gate_panel import GatePanel
from missiondesk.ui.hub import Hub
from missiondesk.ui.labels import mark
from missiondesk.ui.pages import Navigate, PageName
from missiondesk.ui.portfolio.gate_columns import gate_columns
from missiondesk.ui.portfolio.gate_filter import GateFilter
from missiondesk.ui.told_findings import told
from missiondesk.ui.widgets.empty_state import EmptyState
from missiondesk.ui.widgets.fields import ChoiceField, ParagraphField, PeriodField
from missiondesk.ui.widgets.looks import push_button, row, text_label
from missiondesk.ui.widgets.record_form import RecordForm
from missiondesk.ui.widgets.scroll_page import ScrollPage
from missiondesk.ui.widgets.side_by_side import SideBySide
from missiondesk.ui.widgets.table import ReadTable


class GatesTab(QWidget):
    """Filter, table and one gate; the panels that ask take their place."""

    def __init__(
        self,
        desk: Desk,
        hub: Hub,
        tr: Translator,
        navigate: Navigate,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._hub, self._tr, self._navigate = desk, hub, tr, navigate
        self._rows: Sequence[GateRow] = ()
        self.filter = GateFilter(tr)
        self.filter.changed.connect(self._show)
        self.table = self._make_table()
        self.name = text_label("", "section", wrap=True)
        self.state = text_label("", "detail", wrap=True)
        self.form = self._make_form()
        self.criteria = CriteriaBox(desk, hub, tr)
        self.gate = GatePanel(desk, tr, navigate, self._recorded, self._asked)
        self.closing = ClosingPanel(desk, tr, lambda _it: None, self._asked)
        self._lay_out()

    # -- building ------------------------------------------------------------------------
    def _make_table(self) -> ReadTable[GateRow]:
        tr = self._tr
        self._empty = EmptyState("", tr.say("Show all gates"), self.filter.clear)
        table: ReadTable[GateRow] = ReadTable(
            gate_columns(tr),
            lambda it: it.key,
            name="gatesTable",
            title=tr.say("Gates by date"),
            sort_text=tr.sort_key,
            empty=self._empty,
        )
        table.chosen.connect(self._show_chosen)
        table.opened.connect(lambda _key: self.form.focus_first())
        return table

    def _make_form(self) -> RecordForm[Gate]:
        tr, say = self._tr, self._tr.say
        form: RecordForm[Gate] = RecordForm(self._desk.gates.revise, name="gateForm")
        self.body_field = ChoiceField(
            "body", say("Decided by"), tr, form.writer("body"), none=say("no body yet"), above=True
        )
        due = PeriodField(
            "due", say("Due"), tr, form.writer("due"), today=self._desk.today, above=True
        )
        form.add_row(due, self.body_field)
        self.conditions = form.add(
            ParagraphField(
                "conditions", say("Conditions"), tr, form.writer("conditions"), least=2, above=True
            )
        )
        return form

    def _lay_out(self) -> None:
        say = self._tr.say
        self.decide_button = push_button(
            say("Record the outcome"), "recordOutcome", self.decide, "primary"
        )
        self.plan_button = push_button(say("Plan the gate"), "planGate", self.plan, "primary")
        self.meet_button = push_button(
            say("The conditions are met"), "meetConditions", self.meet, "primary"
        )
        self.close_button = push_button(say("Close initiative"), "closeStopped", self.close_it)
        self.open_button = push_button(say("Open initiative"), "openGated", self._open, "link")
        self.remove_button = push_button(
            say("Remove gate"), "removeGate", self.remove, "plain", "trash-2"
        )
        self.refusal = text_label("", "refusal", wrap=True)
        self.refusal.setObjectName("gatesRefusal")
        self.refusal.hide()
        self._side = ScrollPage(margins=(0, 0, 12, 12))
        self._side.body.setSpacing(10)
        verbs = (self.decide_button, self.plan_button, self.meet_button, self.close_button, None)
        for part in (
            self.name, self.state, self.refusal, row(*verbs), self.form, self.criteria,
            row(self.open_button, self.remove_button, None),
        ):  # fmt: skip
            self._side.body.addWidget(part)
        self._side.body.addStretch(1)
        self._list = QWidget()
        inner = QVBoxLayout(self._list)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(10)
        inner.addWidget(self.filter)
        inner.addWidget(
            SideBySide(self.table, self._side, least=520, width=440, top=False, gap=24), 1
        )
        self._asking = ScrollPage(margins=(0, 0, 8, 8))
        for panel in (self.gate, self.closing):
            self._asking.body.addWidget(panel)
        self._asking.body.addStretch(1)
        self.stack = QStackedWidget()
        self.stack.addWidget(self._list)
        self.stack.addWidget(self._asking)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.stack)

    # -- showing -------------------------------------------------------------------------
    def refresh(self) -> None:
        """Read the calendar again; filters and choice stay."""
        self._rows = self._desk.gate_calendar.rows()
        bodies = self._desk.situation.all(Body)
        self.body_field.set_options(
            [(one.id, one.name.in_language(self._tr.lang)) for one in bodies]
        )
        self.filter.offer(self._desk)
        self._show()

    def headline(self) -> tuple[str, str]:
        """What is overdue, what is next, how many were passed."""
        return self._desk.gate_calendar.headline(self._rows, self._tr)

    def choose(self, key: str, field: str) -> bool:
        """Choose a gate, the gate of a criterion, or the next decision of an initiative."""
        now = self._desk.situation
        criterion = now.get(Criterion, key)
        wanted = self._place_of(criterion) if criterion is not None else key
        row_ = next((it for it in self._rows if it.key == wanted), None)
        if row_ is None:
            return False
        self.filter.clear()
        self.table.select(wanted)
        if criterion is not None:
            self.criteria.choose(key, field)
        elif field:
            self.form.focus_field(field)
        return True

    def _place_of(self, criterion: Criterion) -> str:
        """The row in which a criterion is shown."""
        if criterion.gate:
            return criterion.gate
        found = [it for it in self._rows if it.initiative.id == criterion.initiative]
        return found[0].key if found else ""

    def paper(self) -> PrintJob | None:
        """The gate memo of the chosen initiative."""
        found = self._chosen()
        if found is None:
            return None
        return self._desk.printing.prepare("gate-memos", self._tr.lang, subject=found.initiative.id)

    def _show(self) -> None:
        shown = self.filter.passed(self._rows)
        say = self._tr.say
        sentence = say("No gate fits the filter.")
        if not self._rows:
            sentence = say("A gate is where it is decided whether an initiative goes on. Open an "
                           "initiative and set the date of its next decision.")  # fmt: skip
        self._empty.sentence.setText(sentence)
        self._empty.button.setVisible(bool(self._rows))
        self.table.show_rows(shown)
        if not self.table.selected() and shown:
            self.table.select(shown[0].key)
        self._show_chosen(self.table.selected())

    def _chosen(self) -> GateRow | None:
        key = self.table.selected()
        return next((it for it in self._rows if it.key == key), None)

    def _show_chosen(self, _key: str) -> None:
        found = self._chosen()
        self._side.setVisible(found is not None)
        if found is None:
            self.form.show_record(None)
            return
        tr, one, gate = self._tr, found.initiative, found.gate
        self.refusal.hide()
        self.name.setText(f"{one.code} · {one.title.in_language(tr.lang)}")
        self.state.setText(self._state(found))
        live = not self._desk.read_only
        waiting = self._desk.stage_board.awaiting(one)
        stopped = gate is not None and gate.result is GateResult.STOP
        self.decide_button.setVisible(live and gate is not None and not found.decided)
        self.plan_button.setVisible(live and gate is None)
        self.meet_button.setVisible(live and waiting is not None and waiting == gate)
        self.close_button.setVisible(live and stopped and one.stage is not Stage.CLOSED)
        self.remove_button.setVisible(live and gate is not None)
        self.form.setVisible(gate is not None)
        self.form.show_record(gate)
        if gate is not None:
            self.conditions.setVisible(gate.result is GateResult.CONDITIONAL)
            self.form.show_findings(told(self._desk.readiness.of(Gate, gate.id), tr))
        self.form.set_read_only(self._desk.read_only)
        states = (
            self._desk.gates.criteria(gate)
            if gate is not None
            else self._desk.criteria.of_initiative(one.id)
        )
        self.criteria.show_criteria(one.id, gate.id if gate is not None else None, states)

    def _state(self, found: GateRow) -> str:
        tr, gate = self._tr, found.gate
        if gate is None:
            return tr.say("Only the date of the next decision is set; no gate is planned.")
        way = tr.say("From {before} to {after}", before=gate.from_stage, after=gate.to_stage)
        if gate.result is None:
            if not found.days_late:
                return way
            late = tr.plural("{count} day late", "{count} days late", found.days_late)
            return f"{way} · ■\u00a0{late}"
        parts = [way, mark(gate.result, tr).text]
        if gate.held is not None:
            parts.append(tr.say("held {date}", date=gate.held))
        return " · ".join(parts)

    # -- verbs ---------------------------------------------------------------------------
    def decide(self) -> None:
        """Ask what the chosen gate decided."""
        found = self._chosen()
        if found is not None and found.gate is not None:
            self.gate.ask(found.initiative, found.gate.to_stage)
            self.stack.setCurrentWidget(self._asking)

    def close_it(self) -> None:
        """Ask for what closing the chosen initiative leaves behind."""
        found = self._chosen()
        if found is not None:
            self.closing.ask(found.initiative)
            self.stack.setCurrentWidget(self._asking)

    def plan(self) -> None:
        """Make a gate of the date of the next decision."""
        found = self._chosen()
        if found is not None:
            made: list[Gate] = []
            self._try(lambda: made.append(self._desk.gates.plan_next(found.initiative.id)))
            for gate in made:
                self.table.select(gate.id)

    def meet(self) -> None:
        """The conditions are met: the initiative enters the next stage."""
        found = self._chosen()
        if found is not None and found.gate is not None:
            gate = found.gate
            self._try(lambda: self._desk.gates.meet_conditions(gate.id))

    def remove(self) -> None:
        """Remove the chosen gate; undo brings it back."""
        found = self._chosen()
        if found is None or found.gate is None:
            return
        key, code = found.gate.id, found.initiative.code

        def do() -> None:
            self._desk.gates.remove(key)
            said = self._tr.say("The gate of {code} was removed.", code=code)
            self._hub.say(said, undoable=True)

        self._try(do)

    def _try(self, verb: Callable[[], object]) -> None:
        self.refusal.hide()
        try:
            verb()
        except Refused as refused:
            self.refusal.setText(self._tr.tell(refused.message))
            self.refusal.show()

    def _recorded(self, gate: Gate) -> None:
        self.table.select(gate.id)
        self._hub.say(self._tr.say("The outcome of the gate is recorded."), undoable=True)
        found = self._desk.initiatives.get(gate.initiative)
        if gate.result is GateResult.STOP and found is not None:
            self.closing.ask(found)

    def _asked(self) -> None:
        if self.gate.isHidden() and self.closing.isHidden():
            self.stack.setCurrentWidget(self._list)
            self.table.setFocus()

    def _open(self) -> None:
        found = self._chosen()
        if found is not None:
            self._navigate(PageName.INITIATIVES, found.initiative.id)
