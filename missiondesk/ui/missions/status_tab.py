# SPDX-License-Identifier: Apache-2.0
"""How a mission is judged: the computed development and, apart from it, people's confidence."""

from __future__ import annotations

from PySide6.QtWidgets import QFormLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from missiondesk.domain.assessment import Confidence, StatusAssessment
from missiondesk.domain.refused import Refused
from missiondesk.domain.two_scales import rating_of
from missiondesk.language import Translator
from missiondesk.services import metric_words
from missiondesk.services.desk import Desk
from missiondesk.services.missions import MissionDetail
from missiondesk.ui.hub import Hub
from missiondesk.ui.labels import mark
from missiondesk.ui.missions.other_views import OtherViews
from missiondesk.ui.picture_card import PictureCard
from missiondesk.ui.theme import scaled
from missiondesk.ui.widgets.choice_box import ChoiceBox
from missiondesk.ui.widgets.empty_state import EmptyState
from missiondesk.ui.widgets.facts import Facts
from missiondesk.ui.widgets.looks import column, push_button, row, text_label
from missiondesk.ui.widgets.scroll_page import ScrollPage
from missiondesk.ui.widgets.side_by_side import SideBySide
from missiondesk.ui.widgets.table import Column, ReadTable

_ASIDE = 372


class StatusTab(ScrollPage):
    """The two scales side by side, a line to judge anew, and what was judged before."""

    def __init__(self, desk: Desk, hub: Hub, tr: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent, margins=(0, 16, 12, 16))
        self._desk = desk
        self._hub = hub
        self._tr = tr
        self._mission = ""
        self.facts = Facts(tr.say("Status"), "statusFacts")
        self.table = self._make_table()
        computed = column(text_label(tr.say("Computed development"), "section"), self.facts, None)
        self.body.addWidget(SideBySide(self._judging(), computed, least=380, width=_ASIDE))
        self.other_views = OtherViews(desk, tr)
        self.body.addWidget(self.other_views)
        self.history = PictureCard(tr, hub.tasks, "statusHistory")
        self.body.addWidget(self.history)
        self.body.addWidget(text_label(tr.say("Judged so far"), "section"))
        self.body.addWidget(self.table)
        self.body.addStretch(1)

    # -- building ------------------------------------------------------------------------
    def _judging(self) -> QWidget:
        say = self._tr.say
        self.confidence = ChoiceBox()
        self.confidence.setObjectName("confidence")
        self.confidence.setAccessibleName(say("Delivery confidence"))
        # By place: Qt gives the data of an item back as a plain text.
        self._choices: list[Confidence | None] = [*Confidence, None]
        for one in Confidence:
            self.confidence.addItem(mark(one, self._tr).text)
        self.confidence.addItem(say("not given"))
        self.narrative = QPlainTextEdit()
        self.narrative.setObjectName("narrative")
        self.narrative.setAccessibleName(say("Why"))
        self.narrative.setPlaceholderText(say("One or two sentences on why you judge so."))
        self.narrative.setTabChangesFocus(True)
        self.narrative.setFixedHeight(scaled(96))
        self.assessor = text_label("", "detail")
        self.button = push_button(say("Note the judgement"), "assess", self.assess)
        self.refusal = text_label("", "refusal", wrap=True)
        self.refusal.setObjectName("assessRefusal")
        self.refusal.hide()
        form = QFormLayout()
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(8)
        form.addRow(text_label(say("Delivery confidence"), "label"), row(self.confidence, None))
        form.addRow(text_label(say("Why"), "label"), self.narrative)
        self.next_step = QLineEdit()
        self.next_step.setObjectName("nextStep")
        self.next_step.setAccessibleName(say("Next step"))
        form.addRow(text_label(say("Next step"), "label"), self.next_step)
        made = QWidget()
        layout = QVBoxLayout(made)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(text_label(say("The secretariat's judgement"), "section"))
        layout.addLayout(form)
        layout.addWidget(self.refusal)
        layout.addWidget(row(self.button, None))
        layout.addStretch(1)
        return made

    def _make_table(self) -> ReadTable[StatusAssessment]:
        tr = self._tr
        columns: list[Column[StatusAssessment]] = [
            Column(tr.say("Date"), lambda it: tr.period(it.period), sort=lambda it: it.period.last),
            Column(
                tr.say("Development, computed"),
                lambda it: mark(rating_of(it), tr).text,
                detail=self._pace,
                colour=lambda it: mark(rating_of(it), tr).colour,
                folds=3,
            ),
            Column(tr.say("Delivery confidence"), lambda it: mark(it.confidence, tr).text, folds=2),
            Column(
                tr.say("Why"),
                lambda it: it.narrative,
                detail=self._next,
                stretch=1,
                width=200,
                wrap=True,
            ),
            Column(tr.say("Judged by"), lambda it: it.assessor or "–", folds=1),
        ]
        return ReadTable(
            columns,
            lambda it: it.id,
            name="assessments",
            title=tr.say("Judged so far"),
            sort_text=tr.sort_key,
            empty=EmptyState(tr.say("Nobody has judged the mission yet.")),
            growing=True,
        )

    def _next(self, it: StatusAssessment) -> str:
        return self._tr.say("Next step: {step}", step=it.next_step) if it.next_step else ""

    def _pace(self, it: StatusAssessment) -> str:
        try:
            ratio = float(it.ratio)
        except ValueError:
            return ""
        return self._tr.say(
            "{share} of the pace needed", share=self._tr.percent(round(ratio * 100))
        )

    # -- showing -------------------------------------------------------------------------
    def show_detail(self, detail: MissionDetail) -> None:
        """Show the status of a mission; a text being written stays with its mission."""
        tr = self._tr
        judged = detail.judgement
        facts = [(tr.say("Development"), mark(judged.rating, tr).text)]
        sentence = metric_words.rating_sentence(judged, tr)
        if sentence:
            facts.append((tr.say("That means"), sentence))
        if judged.latest is not None:
            facts.append((tr.say("Rests on"), tr.period(judged.latest.period)))
        facts.append((tr.say("Method"), metric_words.method(judged, tr)))
        self.facts.show_facts(facts)
        self.other_views.show_detail(detail)
        pictures = self._desk.pictures
        judged_before = bool(detail.assessments)
        self.history.setVisible(judged_before)
        self.history.show_plot(
            pictures.status_history(tr.lang, detail.mission.id) if judged_before else None
        )
        newest = list(reversed(detail.assessments))
        self.table.show_rows(newest)
        if detail.mission.id != self._mission:
            last = next((one.confidence for one in newest if one.confidence), None)
            self.confidence.setCurrentIndex(self._choices.index(last))
            self.narrative.clear()
            self.next_step.clear()
            self.refusal.hide()
        self._mission = detail.mission.id
        self.button.setEnabled(not self._desk.read_only)

    def focus_field(self, name: str) -> bool:
        """Put the cursor where a judgement is given."""
        if name not in ("confidence", "narrative", "assessment"):
            return False
        (self.narrative if name == "narrative" else self.confidence).setFocus()
        return True

    # -- verbs ---------------------------------------------------------------------------
    def assess(self) -> None:
        """Note the judgement, with the computed rating of now beside it."""
        chosen = self._choices[self.confidence.currentIndex()]
        narrative = self.narrative.toPlainText()
        self.refusal.hide()
        try:
            self._desk.metrics.assess(
                self._mission, chosen, narrative, next_step=self.next_step.text()
            )
        except Refused as refused:
            self.refusal.setText(self._tr.tell(refused.message))
            self.refusal.show()
            return
        self.narrative.clear()
        self.next_step.clear()
        self._hub.say(self._tr.say("The judgement is noted."), undoable=True)
