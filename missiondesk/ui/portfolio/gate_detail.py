# SPDX-License-Identifier: Apache-2.0
"""One gate beside the calendar: where it stands, its verbs, its date and body, its criteria."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from missiondesk.domain.body import Body
from missiondesk.domain.gate import Gate, GateResult
from missiondesk.domain.initiative import Stage
from missiondesk.domain.refused import Refused
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.services.gate_calendar import GateRow
from missiondesk.ui.criteria_box import CriteriaBox
from missiondesk.ui.hub import Hub
from missiondesk.ui.labels import mark
from missiondesk.ui.pages import Navigate, PageName
from missiondesk.ui.stage_moves import StageMoves
from missiondesk.ui.told_findings import told
from missiondesk.ui.widgets.fields import ChoiceField, ParagraphField, PeriodField
from missiondesk.ui.widgets.looks import push_button, row, text_label
from missiondesk.ui.widgets.record_form import FieldFinding, RecordForm
from missiondesk.ui.widgets.scroll_page import ScrollPage


class GateDetail(ScrollPage):
    """Shows one row of the calendar.

    Args:
        moves: Asks what the gate decided.
        chosen: Gets the id of a gate that was planned here.
    """

    def __init__(
        self,
        desk: Desk,
        hub: Hub,
        tr: Translator,
        navigate: Navigate,
        moves: StageMoves,
        chosen: Callable[[str], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, margins=(0, 0, 12, 12))
        self._desk, self._hub, self._tr, self._navigate = desk, hub, tr, navigate
        self._moves, self._chosen = moves, chosen
        self._row: GateRow | None = None
        self.name = text_label("", "section", wrap=True)
        self.state = text_label("", "detail", wrap=True)
        self.form = self._make_form()
        self.criteria = CriteriaBox(desk, hub, tr)
        self.refusal = text_label("", "refusal", wrap=True)
        self.refusal.setObjectName("gatesRefusal")
        self._make_verbs()
        verbs = (self.decide_button, self.plan_button, self.meet_button, self.close_button, None)
        self.body.setSpacing(10)
        for part in (
            self.name, self.state, self.refusal, row(*verbs), self.form, self.criteria,
            row(self.open_button, self.remove_button, None),
        ):  # fmt: skip
            self.body.addWidget(part)
        self.body.addStretch(1)

    # -- building ------------------------------------------------------------------------
    def _make_form(self) -> RecordForm[Gate]:
        tr, say = self._tr, self._tr.say
        form: RecordForm[Gate] = RecordForm(self._desk.gates.revise, name="gateForm")
        self.decided_in = ChoiceField(
            "body", say("Decided by"), tr, form.writer("body"), none=say("no body yet"), above=True
        )
        write, today = form.writer("due"), self._desk.this_day
        form.add_row(
            PeriodField("due", say("Due"), tr, write, today=today, above=True), self.decided_in
        )
        self.conditions = form.add(
            ParagraphField(
                "conditions", say("Conditions"), tr, form.writer("conditions"), least=2, above=True
            )
        )
        return form

    def _make_verbs(self) -> None:
        say = self._tr.say
        self.decide_button = push_button(
            say("Record the outcome"), "recordOutcome", self.decide, "primary"
        )
        self.plan_button = push_button(say("Plan the gate"), "planGate", self.plan, "primary")
        self.meet_button = push_button(
            say("The conditions are met"), "meetConditions", self.meet, "primary"
        )
        self.close_button = push_button(say("Close initiative"), "closeStopped", self.close_down)
        self.open_button = push_button(say("Open initiative"), "openGated", self._open, "link")
        self.remove_button = push_button(
            say("Remove gate"), "removeGate", self.remove, "plain", "trash-2"
        )

    # -- showing -------------------------------------------------------------------------
    def show_row(self, found: GateRow | None) -> None:
        """Show a gate, or the date of a next decision that has none."""
        self._row = found
        self.refusal.hide()
        if found is None:
            self.form.show_record(None)
            return
        one, gate = found.initiative, found.gate
        self.name.setText(f"{one.code} · {one.title.in_language(self._tr.lang)}")
        self.state.setText(self._said(found))
        self._show_verbs(found)
        self.form.setVisible(gate is not None)
        bodies = self._desk.situation.all(Body)
        self.decided_in.set_options([(it.id, it.name.in_language(self._tr.lang)) for it in bodies])
        self.form.show_record(gate)
        if gate is not None:
            self.conditions.setVisible(gate.result is GateResult.CONDITIONAL)
            self.form.show_findings(self._findings(gate))
        self.form.set_read_only(self._desk.read_only)
        states = (
            self._desk.gates.criteria(gate)
            if gate is not None
            else self._desk.criteria.of_initiative(one.id)
        )
        self.criteria.show_criteria(one.id, gate.id if gate is not None else None, states)

    def _findings(self, gate: Gate) -> list[FieldFinding]:
        """What the check says; who decides (G1) stands beside the body."""
        said = told(self._desk.readiness.of(Gate, gate.id), self._tr)
        return [replace(it, field="body") if it.field == "responsibilities" else it for it in said]

    def _show_verbs(self, found: GateRow) -> None:
        one, gate, live = found.initiative, found.gate, not self._desk.read_only
        waiting = self._desk.stage_board.awaiting(one)
        stopped = gate is not None and gate.result is GateResult.STOP
        self.decide_button.setVisible(live and gate is not None and not found.decided)
        self.plan_button.setVisible(live and gate is None and one.stage is not Stage.EMBED)
        self.meet_button.setVisible(live and waiting is not None and waiting == gate)
        self.close_button.setVisible(live and stopped and one.stage is not Stage.CLOSED)
        self.remove_button.setVisible(live and gate is not None)

    def _said(self, found: GateRow) -> str:
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
            parts.append(tr.say("held {date}", date=tr.when(gate.held)))
        return " · ".join(parts)

    # -- verbs ---------------------------------------------------------------------------
    def decide(self) -> None:
        """Ask what the gate decided."""
        if self._row is not None and self._row.gate is not None:
            self._moves.decide(self._row.initiative, self._row.gate.to_stage)

    def close_down(self) -> None:
        """Ask for what closing the initiative leaves behind."""
        if self._row is not None:
            self._moves.close_down(self._row.initiative)

    def plan(self) -> None:
        """Make a gate of the date of the next decision."""
        found = self._row
        if found is not None:
            self._try(lambda: self._chosen(self._desk.gates.plan_next(found.initiative.id).id))

    def meet(self) -> None:
        """The conditions are met: the initiative enters the next stage."""
        if self._row is not None and self._row.gate is not None:
            self._moves.meet(self._row.gate)

    def remove(self) -> None:
        """Remove the gate; undo brings it back."""
        found = self._row
        if found is None or found.gate is None:
            return
        key, code = found.gate.id, found.initiative.code

        def do() -> None:
            self._desk.gates.remove(key)
            said = self._tr.say("The gate of {code} was removed.", code=code)
            self._hub.say(said, undoable=True)

        self._try(do)

    def refuse(self, sentence: str) -> None:
        """Say why a verb was refused."""
        self.refusal.setText(sentence)
        self.refusal.show()

    def _try(self, verb: Callable[[], object]) -> None:
        self.refusal.hide()
        try:
            verb()
        except Refused as refused:
            self.refuse(self._tr.tell(refused.message))

    def _open(self) -> None:
        if self._row is not None:
            self._navigate(PageName.INITIATIVES, self._row.initiative.id)
