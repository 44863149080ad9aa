# SPDX-License-Identifier: Apache-2.0
"""The forms of the platform itself, of a chapter, and of a goal; one of them is in front."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from missiondesk.domain.mission import Publication
from missiondesk.domain.platform import PlatformChapter, PlatformGoal
from missiondesk.domain.secretariat import Secretariat
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.ui.choices import mission_options, office_options
from missiondesk.ui.frame_sheet import FrameSheet
from missiondesk.ui.platform.rows import PlatformRow
from missiondesk.ui.widgets.fields import (
    ChoiceField,
    PeriodField,
    TextField,
    WordingField,
    worded_options,
)
from missiondesk.ui.widgets.record_form import RecordForm


class PlatformForms(QWidget):
    """Shows the form of the row that is chosen."""

    def __init__(self, desk: Desk, tr: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._tr = desk, tr
        self.whole: RecordForm[Secretariat] = RecordForm(self._revise_whole, name="platformForm")
        self.chapter: RecordForm[PlatformChapter] = RecordForm(
            desk.platform.revise_chapter, name="chapterForm"
        )
        self.goal: RecordForm[PlatformGoal] = RecordForm(desk.platform.revise_goal, name="goalForm")
        self._make_whole()
        self._make_chapter()
        self._make_goal()
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        for form in (self.whole, self.chapter, self.goal):
            form.body.addStretch(1)
            self._stack.addWidget(form)

    # -- building ------------------------------------------------------------------------
    def _make_whole(self) -> None:
        form, tr, say = self.whole, self._tr, self._tr.say
        write = form.writer("platform_title")
        form.add(WordingField("platform_title", say("Title"), tr, write, above=True))
        form.add(
            PeriodField(
                "platform_date", say("Agreed on"), tr, form.writer("platform_date"),
                today=self._desk.this_day, above=True,
            )
        )  # fmt: skip
        form.add(
            TextField(
                "platform_parties", say("Agreed by"), tr, form.writer("platform_parties"),
                above=True,
            )
        )  # fmt: skip

    def _make_chapter(self) -> None:
        form, tr, say = self.chapter, self._tr, self._tr.say
        form.add(WordingField("title", say("Title"), tr, form.writer("title"), above=True))
        form.add(
            WordingField(
                "narrative", say("Narrative"), tr, form.writer("narrative"), paragraph=True,
                least=4, above=True,
                hint=say("One paragraph that is no list: what holds the goals together."),
            )
        )  # fmt: skip

    def _make_goal(self) -> None:
        form, tr, say = self.goal, self._tr, self._tr.say
        form.add(
            WordingField("text", say("Goal"), tr, form.writer("text"), paragraph=True, above=True)
        )
        self.chapters = form.add(
            ChoiceField("chapter", say("Chapter"), tr, form.writer("chapter"), above=True)
        )
        none = say("no mission")
        self.missions = form.add(
            ChoiceField("mission", say("Mission"), tr, form.writer("mission"), none=none,
                        above=True)
        )  # fmt: skip
        none = say("no one yet")
        self.offices = form.add(
            ChoiceField("office", say("Responsible"), tr, form.writer("office"), none=none,
                        above=True)
        )  # fmt: skip
        form.add(
            PeriodField("due", say("Due"), tr, form.writer("due"), today=self._desk.this_day,
                        above=True)
        )  # fmt: skip
        for name, label in (("financing", say("Financing")), ("agreed_by", say("Agreed by"))):
            form.add(TextField(name, label, tr, form.writer(name), above=True))
        options = worded_options(Publication, tr)
        form.add(
            ChoiceField("publication", say("Publication"), tr, form.writer("publication"),
                        options=options, above=True)
        )  # fmt: skip
        self.frame = FrameSheet(tr, form.writer("frame"))
        self._framed = QVBoxLayout()
        self._framed.addWidget(self.frame)
        form.body.addLayout(self._framed)

    def _revise_whole(self, kept: Secretariat) -> object:
        return self._desk.platform.revise(
            kept.platform_title, kept.platform_date, kept.platform_parties
        )

    # -- showing -------------------------------------------------------------------------
    def show_row(self, row: PlatformRow) -> None:
        """Show what the row stands for; while it is the same, what is being typed stays."""
        if row.goal is not None:
            self._show_goal(row.goal)
            self._stack.setCurrentWidget(self.goal)
        elif row.chapter is not None:
            self.chapter.show_record(row.chapter)
            self._stack.setCurrentWidget(self.chapter)
        else:
            self.whole.show_record(self._desk.settings.get())
            self._stack.setCurrentWidget(self.whole)
        for form in (self.whole, self.chapter, self.goal):
            form.set_read_only(self._desk.read_only)
        self.frame.setEnabled(not self._desk.read_only)

    def _show_goal(self, goal: PlatformGoal) -> None:
        desk, tr = self._desk, self._tr
        self.chapters.set_options(
            [(one.id, f"{one.number} {one.title.in_language(tr.lang)}")
             for one in desk.platform.chapters]
        )  # fmt: skip
        self.missions.set_options(mission_options(desk, tr))
        self.offices.set_options(office_options(desk, tr, (goal.office,), holders=False))
        self.goal.show_record(goal)
        self.frame.show_frame(goal.frame, goal.id)

    def focus_field(self, name: str) -> bool:
        """Put the cursor into a field of the form in front."""
        front = self._stack.currentWidget()
        return isinstance(front, RecordForm) and front.focus_field(name)
