# SPDX-License-Identifier: Apache-2.0
"""One initiative: its head with the stages that may follow, and its fields in two columns."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from missiondesk.domain.initiative import Initiative, Instrument, Stage
from missiondesk.domain.lifecycle import may_follow
from missiondesk.domain.mission import Mission, Publication
from missiondesk.domain.organisation import Office
from missiondesk.domain.refused import Refused
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.ui.choices import in_sentence, mission_options, office_options
from missiondesk.ui.hub import Hub
from missiondesk.ui.initiatives.frame_sheet import FrameSheet
from missiondesk.ui.initiatives.words import MOVES
from missiondesk.ui.labels import mark
from missiondesk.ui.pages import Navigate, PageName
from missiondesk.ui.told_findings import told
from missiondesk.ui.widgets.fields import (
    ChoiceField,
    NumberField,
    ParagraphField,
    PeriodField,
    TextField,
    WordingField,
    worded_options,
)
from missiondesk.ui.widgets.headline import Headline
from missiondesk.ui.widgets.looks import look, push_button, row, text_label
from missiondesk.ui.widgets.record_form import RecordForm
from missiondesk.ui.widgets.scroll_page import ScrollPage

_ASIDE = 372
# The usual way; the primary button is the next of them.
_WAY = (Stage.IDEA, Stage.PILOT, Stage.SCALE, Stage.EMBED, Stage.CLOSED)


class InitiativeView(QWidget):
    """Edits one initiative.

    Args:
        back: Leads to the list.
    """

    def __init__(
        self,
        desk: Desk,
        hub: Hub,
        tr: Translator,
        navigate: Navigate,
        back: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._hub = hub
        self._tr = tr
        self._navigate = navigate
        self._go_back = back
        self._key = ""
        self.words: RecordForm[Initiative] = RecordForm(
            desk.initiatives.revise, name="initiativeWords"
        )
        self.facts: RecordForm[Initiative] = RecordForm(
            desk.initiatives.revise, name="initiativeFacts"
        )
        self._make_head()
        self._make_words()
        self._make_facts()
        self._lay_out()

    # -- building ------------------------------------------------------------------------
    def _make_head(self) -> None:
        say = self._tr.say
        self.back = push_button(
            say("All initiatives"), "backToInitiatives", self._go_back, "link", "arrow-left"
        )
        self.to_mission = push_button(
            say("Go to the mission"), "toMission", self._to_mission, "link"
        )
        self.moves = {
            stage: push_button(say(MOVES[stage]), f"move_{stage.value}", self._mover(stage))
            for stage in (Stage.IDEA, Stage.CLOSED, Stage.PILOT, Stage.SCALE, Stage.EMBED)
        }
        self.head = Headline(*self.moves.values())
        self.refusal = text_label("", "refusal", wrap=True)
        self.refusal.setObjectName("initiativeRefusal")
        self.refusal.hide()

    def _make_words(self) -> None:
        form, tr, say = self.words, self._tr, self._tr.say
        form.add(WordingField("title", say("Title"), tr, form.writer("title"), above=True))
        for name, label, hint in (
            ("hypothesis", say("Hypothesis"), say("What we believe will happen, and why.")),
            ("riskiest_assumption", say("Riskiest assumption"), ""),
            ("kill_criteria", say("Kill criteria"), say("What would make us stop.")),
            ("scale_criteria", say("Scale criteria"), say("What would make us scale.")),
        ):
            form.add(
                WordingField(
                    name, label, tr, form.writer(name), paragraph=True, hint=hint, above=True
                )
            )
        form.add(ParagraphField("note", say("Note"), tr, form.writer("note"), above=True))

    def _make_facts(self) -> None:
        form, tr, say = self.facts, self._tr, self._tr.say
        form.add(TextField("code", say("Code"), tr, form.writer("code"), short=True, above=True))
        self.mission = form.add(
            ChoiceField(
                "mission",
                say("Mission"),
                tr,
                form.writer("mission"),
                none=say("no mission"),
                above=True,
            )
        )
        self.office = form.add(
            ChoiceField(
                "office",
                say("Responsible"),
                tr,
                form.writer("office"),
                none=say("no one yet"),
                above=True,
            )
        )
        form.add(
            TextField(
                "delivery_body", say("Delivered by"), tr, form.writer("delivery_body"), above=True
            )
        )
        form.add_row(self._period("start", say("Begins")), self._period("end", say("Ends")))
        form.add_row(
            self._period("gate_due", say("Next decision")),
            self._period("stage_since", say("In this stage since")),
        )
        self.contribution = NumberField(
            "contribution", say("Contribution"), tr, form.writer("contribution"), above=True
        )
        form.add_row(self.contribution, self._period("contribution_period", say("Contribution by")))
        form.add(
            ChoiceField(
                "instrument",
                say("Instrument"),
                tr,
                form.writer("instrument"),
                options=worded_options(Instrument, tr),
                none=say("not chosen"),
                above=True,
            )
        )
        form.add(
            ChoiceField(
                "publication",
                say("Publication"),
                tr,
                form.writer("publication"),
                options=worded_options(Publication, tr),
                above=True,
            )
        )
        self.frame = FrameSheet(tr, form.writer("frame"))
        form.body.addWidget(self.frame)

    def _period(self, name: str, label: str) -> PeriodField:
        write = self.facts.writer(name)
        return PeriodField(name, label, self._tr, write, today=self._desk.today, above=True)

    def _lay_out(self) -> None:
        self.remove_button = push_button(
            self._tr.say("Remove initiative"), "removeInitiative", self.remove, "plain", "trash-2"
        )
        page = ScrollPage(margins=(28, 8, 12, 16))
        columns = QHBoxLayout()
        columns.setSpacing(32)
        columns.addWidget(self.words, 1, Qt.AlignmentFlag.AlignTop)
        self.facts.setFixedWidth(_ASIDE)
        columns.addWidget(self.facts, 0, Qt.AlignmentFlag.AlignTop)
        page.body.addLayout(columns)
        page.body.addWidget(row(self.remove_button, None))
        page.body.addStretch(1)
        head = QVBoxLayout()
        head.setContentsMargins(28, 12, 28, 0)
        head.setSpacing(8)
        head.addWidget(row(self.back, None, self.to_mission))
        head.addWidget(self.head)
        head.addWidget(self.refusal)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(page, 1)

    # -- showing -------------------------------------------------------------------------
    @property
    def key(self) -> str:
        """Id of the initiative shown, "" for none."""
        return self._key

    def show_initiative(self, key: str, field: str = "") -> None:
        """Show an initiative, and with ``field`` go to it."""
        if key != self._key:
            self.refusal.hide()
        self._key = key
        self.refresh()
        if field == "frame":
            self.frame.sheet.view.setFocus()
        elif field:
            _ = self.words.focus_field(field) or self.facts.focus_field(field)

    def refresh(self) -> None:
        """Read the initiative again; one that is gone leads back to the list."""
        if not self._key:
            return
        found = self._desk.initiatives.get(self._key)
        if found is None:
            self._key = ""
            self._go_back()
            return
        tr = self._tr
        self._say_head(found)
        self.mission.set_options(mission_options(self._desk, tr))
        self.office.set_options(office_options(self._desk, tr, (found.office,)))
        before = self.facts.record
        for form in (self.words, self.facts):
            form.show_record(found)
            form.set_read_only(self._desk.read_only)
        self.contribution.unit.setText(self._unit(found))
        self.frame.show_frame(found.frame, other=before is None or before.id != found.id)
        self.frame.setEnabled(not self._desk.read_only)
        self.remove_button.setEnabled(not self._desk.read_only)
        self._show_findings(found)

    def _show_findings(self, found: Initiative) -> None:
        findings = self._desk.readiness.of(Initiative, found.id)
        beside = [one for one in findings if self.facts.field(one.field) is not None]
        self.facts.show_findings(told(beside, self._tr))
        self.words.show_findings(told((one for one in findings if one not in beside), self._tr))

    def _unit(self, found: Initiative) -> str:
        metric = self._desk.metrics.of_mission(found.mission) if found.mission else None
        unit = metric.unit.in_language(self._tr.lang).strip() if metric else ""
        return self._tr.say("percentage points") if unit == "%" else unit

    def _say_head(self, found: Initiative) -> None:
        tr, now = self._tr, self._desk.situation
        stage = mark(found.stage, tr).text
        if found.stage_since is not None:
            stage = tr.say("{stage} since {date}", stage=stage, date=found.stage_since)
        mission, office = now.get(Mission, found.mission), now.get(Office, found.office)
        parts = [stage]
        if mission is not None:
            parts.append(f"{mission.code} {mission.title.in_language(tr.lang)}")
        else:
            parts.append(tr.say("■ no mission"))
        if office is not None:
            title = in_sentence(office.title.in_language(tr.lang), tr)
            parts.append(tr.say("responsible: {office}", office=title))
        self.head.say(f"{found.code} · {found.title.in_language(tr.lang)}", " · ".join(parts))
        self.to_mission.setVisible(mission is not None)
        self._show_moves(found)

    def _show_moves(self, found: Initiative) -> None:
        following = _WAY[_WAY.index(found.stage) + 1 :][:1]
        for stage, button in self.moves.items():
            button.setVisible(may_follow(found.stage, stage) and not self._desk.read_only)
            look(button, "primary" if stage in following else "")

    # -- verbs ---------------------------------------------------------------------------
    def _mover(self, stage: Stage) -> Callable[[], object]:
        return lambda: self._try(lambda: self._desk.initiatives.move(self._key, stage))

    def _to_mission(self) -> None:
        found = self._desk.initiatives.get(self._key)
        if found is not None and found.mission:
            self._navigate(PageName.MISSIONS, f"{found.mission}#initiatives")

    def remove(self) -> None:
        """Remove the initiative; undo brings it back."""
        found = self._desk.initiatives.get(self._key)
        if found is None:
            return
        name = f"{found.code} {found.title.in_language(self._tr.lang)}"

        def do() -> None:
            self._desk.initiatives.remove(found.id)
            said = self._tr.say("The initiative {name} was removed.", name=name)
            self._hub.say(said, undoable=True)

        self._try(do)

    def _try(self, verb: Callable[[], object]) -> None:
        self.refusal.hide()
        try:
            verb()
        except Refused as refused:
            self.refusal.setText(self._tr.tell(refused.message))
            self.refusal.show()
