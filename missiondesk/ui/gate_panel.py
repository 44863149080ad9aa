# SPDX-License-Identifier: Apache-2.0
"""Asks in the page what a gate decided: its criteria above, what each outcome needs below."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from missiondesk.domain.gate import Gate, GateResult
from missiondesk.domain.gates import CriterionState
from missiondesk.domain.initiative import Initiative, Stage
from missiondesk.domain.message import N_
from missiondesk.domain.period import day
from missiondesk.domain.refused import Refused
from missiondesk.domain.skill import Skill
from missiondesk.language import Translator
from missiondesk.services import criterion_words
from missiondesk.services.desk import Desk
from missiondesk.services.finding_words import with_rule
from missiondesk.services.gate_outcome import Outcome
from missiondesk.ui.asking_panel import AskingPanel
from missiondesk.ui.pages import Navigate, PageName
from missiondesk.ui.widgets.choice_fields import worded_options
from missiondesk.ui.widgets.fields import ChoiceField, ParagraphField, PeriodField, TextField
from missiondesk.ui.widgets.finding_bar import FindingBar
from missiondesk.ui.widgets.looks import text_label

_AGAIN = (GateResult.PASS, GateResult.CONDITIONAL, GateResult.RECYCLE, GateResult.HOLD)


class GatePanel(AskingPanel):
    """What was decided at the gate out of the initiative's stage.

    Args:
        recorded: Gets the gate as it was decided.
    """

    def __init__(
        self,
        desk: Desk,
        tr: Translator,
        navigate: Navigate,
        recorded: Callable[[Gate], object],
        left: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("gatePanel", tr, left, parent)
        self._desk, self._navigate, self._recorded = desk, navigate, recorded
        self._initiative: Initiative | None = None
        self._gate: Gate | None = None
        self._stage = Stage.SCALE
        say, today = tr.say, desk.this_day
        self._above = QVBoxLayout()
        self._above.setSpacing(4)
        self.body.addLayout(self._above)
        self._said: list[QWidget] = []
        self.result = ChoiceField(
            "result", say("What was decided"), tr, options=worded_options(GateResult, tr),
            none=say("choose the outcome"), above=True,
        )  # fmt: skip
        self.held = PeriodField("held", say("Held on"), tr, today=today, above=True)
        self.again = PeriodField("again", say("Next gate"), tr, today=today, above=True)
        self.decided_by = TextField("decided_by", say("Decided by"), tr, above=True)
        self.add_row(self.result, self.held, self.again, self.decided_by)
        self.conditions = self.add(
            ParagraphField("conditions", say("Conditions"), tr, least=2, above=True)
        )
        self.reason = self.add(ParagraphField("reason", say("Reason"), tr, least=2, above=True))
        self.name_verb(say("Record the outcome"))
        self.result.committed.connect(self._show_needed)

    def ask(self, initiative: Initiative, stage: Stage, result: GateResult | None = None) -> None:
        """Ask for the outcome of the gate to this stage.

        Args:
            result: What is chosen already.
        """
        tr = self._tr
        self._initiative, self._stage = initiative, stage
        self._gate = self._desk.stage_board.gate_between(initiative, stage)
        for field in (self.conditions, self.reason, self.decided_by):
            field.show_value("")
        self.held.show_value(day(self._desk.today))
        self.again.show_value(None)
        self.result.show_value(result)
        self._say_above()
        self._show_needed(result)
        self.begin(
            tr.say(
                "Gate of {name}: from {before} to {after}",
                name=f"{initiative.code} {initiative.title.in_language(tr.lang)}",
                before=initiative.stage,
                after=stage,
            ),
            f"{initiative.id}/{stage.value}",
        )
        self.result.focus_editor()

    def _show_needed(self, result: GateResult | None) -> None:
        self.conditions.setVisible(result is GateResult.CONDITIONAL)
        self.again.setVisible(result in _AGAIN)
        self.reason.setVisible(result is not None)

    def take_up(self, draft: dict[str, Any]) -> None:
        """Show what was typed before."""
        super().take_up(draft)
        self._show_needed(self.result.read())

    # -- what stands above ---------------------------------------------------------------
    def _say_above(self) -> None:
        for widget in self._said:
            self._above.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._said = [*self._blocked(), *map(self._line, self._criteria())]
        for widget in self._said:
            self._above.addWidget(widget)

    def _criteria(self) -> tuple[CriterionState, ...]:
        assert self._initiative is not None
        if self._gate is not None:
            return self._desk.gates.criteria(self._gate)
        return tuple(
            one
            for one in self._desk.criteria.of_initiative(self._initiative.id)
            if one.criterion.gate is None
        )

    def _line(self, state: CriterionState) -> QWidget:
        tint = criterion_words.sign(state)[1]
        tint = tint if tint in ("good", "bad") else "detail"
        return text_label(criterion_words.line(state, self._tr), tint, wrap=True)

    def _blocked(self) -> list[QWidget]:
        """What blocks the gate to scale (K6)."""
        assert self._initiative is not None
        if self._stage is not Stage.SCALE:
            return []
        now, tr = self._desk.situation, self._tr
        found: list[QWidget] = []
        for one in self._desk.gates.uncovered(self._initiative.id):
            skill = now.get(Skill, one.skill)
            name = skill.label.in_language(tr.lang) if skill is not None else "?"
            found.append(
                FindingBar(
                    "error", "K6",
                    with_rule(
                        tr.say("The critical skill “{skill}” is not covered: the gate to scale is "
                               "blocked.", skill=name),
                        "K6", tr,
                    ),
                    tr.say("Go to the need for skills"),
                    partial(self._navigate, PageName.SKILLS, one.id),
                )
            )  # fmt: skip
        return found

    # -- recording -----------------------------------------------------------------------
    def record(self) -> None:
        assert self._initiative is not None
        result = self.result.read()
        if result is None:
            raise Refused(N_("Choose what was decided."), field="result")
        outcome = Outcome(
            result,
            self.held.read(),
            self.conditions.read() if result is GateResult.CONDITIONAL else "",
            self.reason.read(),
            self.decided_by.read(),
            self.again.read() if result in _AGAIN else None,
        )
        self._recorded(self._desk.gates.pass_by(self._initiative.id, self._stage, outcome))
