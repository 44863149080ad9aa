# SPDX-License-Identifier: Apache-2.0
"""Options of a topic: text, effects, cost, arguments, and the red lines that each crosses."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from missiondesk.domain.negotiation import Audience
from missiondesk.domain.party import Party
from missiondesk.domain.position import TalksOption
from missiondesk.domain.wording import Wording
from missiondesk.language import Translator
from missiondesk.language.clean_text import brief
from missiondesk.services.desk import Desk
from missiondesk.services.missions import MissionDetail
from missiondesk.services.print_plan import PrintJob
from missiondesk.ui.frame_sheet import FrameSheet
from missiondesk.ui.hub import Hub
from missiondesk.ui.millions import MillionsField
from missiondesk.ui.pages import Navigate, PageName
from missiondesk.ui.records_tab import RecordsTab
from missiondesk.ui.talks.tab import NARROW, TalksChoice, TalksTab
from missiondesk.ui.widgets.empty_state import EmptyState
from missiondesk.ui.widgets.fields import (
    ChoiceField,
    MultiChoiceField,
    ParagraphField,
    WordingField,
    worded_options,
)
from missiondesk.ui.widgets.filter_parts import filter_box
from missiondesk.ui.widgets.looks import row
from missiondesk.ui.widgets.record_form import RecordForm
from missiondesk.ui.widgets.table import Column


class OptionRecords(RecordsTab[TalksOption]):
    """The options of a topic."""

    name = "options"
    form_width = 368
    form_narrow = NARROW

    def title(self) -> str:
        return self._tr.say("Options for topics")

    def words(self) -> tuple[str, str, str, str]:
        say = self._tr.say
        return (
            say("One way to settle the topic"),
            say("Add option"),
            say("Options stand beside each other with effects, cost and the red lines they cross."),
            say("Remove option"),
        )

    def columns(self) -> list[Column[TalksOption]]:
        tr = self._tr
        return [
            Column("", lambda it: it.code, strong=True),
            Column(tr.say("Option"), lambda it: it.text.in_language(tr.lang), stretch=1, width=170,
                   wrap=True, lines=4),
            Column(tr.say("First years"), lambda it: tr.millions(sum(m.oere for m in it.amounts))
                   if it.amounts else "–", right=True, folds=2),
            Column(tr.say("For good"), lambda it: tr.millions(it.permanent)
                   if it.permanent is not None else "–", right=True, folds=1),
            Column(tr.say("Crosses"), self._crossed, colour=lambda it: "bad"),
        ]  # fmt: skip

    def _crossed(self, it: TalksOption) -> str:
        now = self._desk.situation
        found = [
            party.code
            for one in self._desk.talks.rounds.collisions(it)
            if (party := now.get(Party, one.party)) is not None
        ]
        return f"■\u00a0{', '.join(dict.fromkeys(found))}" if found else ""

    def make_form(self) -> RecordForm[TalksOption]:
        tr, say = self._tr, self._tr.say
        form: RecordForm[TalksOption] = RecordForm(self._desk.talks.revise, name="optionForm")
        write = form.writer
        form.add(WordingField("text", say("Option"), tr, write("text"), paragraph=True,
                              above=True))  # fmt: skip
        for name, label in (("effects", say("Effects")), ("legal", say("Legal")),
                            ("pros", say("For")), ("cons", say("Against"))):  # fmt: skip
            form.add(ParagraphField(name, label, tr, write(name), least=2, above=True))
        self.amounts = FrameSheet(tr, write("amounts"), "amounts", say("Cost by year"))
        form.body.addWidget(self.amounts)
        form.add(
            MillionsField("permanent", say("Cost for good, DKK million"), tr, write("permanent"),
                          above=True)
        )  # fmt: skip
        self._lines = form.add(
            MultiChoiceField("violates", say("Runs against these red lines"), tr,
                             write("violates"), columns=1, above=True)
        )  # fmt: skip
        form.add(
            ChoiceField("audience", say("Who may see it"), tr, write("audience"),
                        options=worded_options(Audience, tr), above=True)
        )  # fmt: skip
        return form

    def prepare(self, record: TalksOption) -> None:
        now = self._desk.situation
        lines = []
        for one in self._desk.talks.rounds.red_lines(record.topic):
            party = now.get(Party, one.party)
            lines.append((one.id, brief(f"{party.code if party else ''}: {one.text}", 34)))
        self._lines.set_options(lines)
        self._lines.setVisible(bool(lines))
        self.amounts.show_frame(record.amounts, record.id)

    def records(self, detail: MissionDetail) -> Sequence[TalksOption]:
        return ()

    def add_record(self, mission: str, wording: Wording) -> str:
        return self._desk.talks.rounds.add_option(mission, wording).id

    def remove_record(self, record: TalksOption) -> str:
        self._desk.talks.remove(TalksOption, record.id)
        return self._tr.say("Option {letter} was removed.", letter=record.code)


class OptionsTab(TalksTab):
    """The choice of a topic above its options."""

    def __init__(
        self, desk: Desk, hub: Hub, tr: Translator, navigate: Navigate, shared: TalksChoice
    ) -> None:
        super().__init__(desk, hub, tr, navigate, shared)
        say = tr.say
        self.topic = filter_box("optionsTopic", say("Topic"), self._show, most=420)
        self.records = OptionRecords(desk, hub, tr)
        self.empty = EmptyState(
            say("Options settle a topic, and there is no topic yet."),
            say("Go to the topics"),
            lambda: navigate(PageName.TALKS, "positions"),
        )
        self.choice: QWidget = row(self.topic, None)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(6)
        for part in (self.choice, self.trouble, self.empty):
            layout.addWidget(part)
        layout.addWidget(self.records, 1)

    def refresh(self) -> None:
        """Read topics and options again; the first time the first topic that has options."""
        found, kept = self.talks_round, self.topic.currentData()
        rounds = self._desk.talks.rounds
        topics = rounds.topics(found.id) if found is not None else ()
        kept = kept or next((one.id for one in topics if rounds.options(one.id)), None)
        self.topic.blockSignals(True)
        self.topic.clear()
        for one in topics:
            self.topic.addItem(f"{one.number} {one.title.in_language(self._tr.lang)}", one.id)
        self.topic.setCurrentIndex(max(self.topic.findData(kept), 0))
        self.topic.blockSignals(False)
        self._show()

    def _show(self) -> None:
        key = self.topic.currentData()
        for widget in (self.choice, self.records):
            widget.setVisible(key is not None)
        self.empty.setVisible(key is None)
        if key is not None:
            self.records.show_owned(key, (), self._desk.talks.rounds.options(key))
        self.told.emit()

    def headline(self) -> tuple[str, str]:
        """How many options there are, and how many cross a red line."""
        key, tr = self.topic.currentData(), self._tr
        if key is None:
            return tr.say("There are no topics yet"), ""
        rounds = self._desk.talks.rounds
        options = rounds.options(key)
        blocked = sum(bool(rounds.collisions(one)) for one in options)
        said = tr.plural("{count} option on this topic", "{count} options on this topic",
                         len(options))  # fmt: skip
        if not blocked:
            return said, ""
        return said, tr.plural("{count} crosses a red line", "{count} cross a red line", blocked)

    @property
    def for_readers(self) -> bool:
        """Options may be shown to parties."""
        return True

    def document(self) -> Callable[[], PrintJob] | None:
        """The option paper of the topic."""
        key = self.topic.currentData()
        return self.kind("option-papers", key) if key is not None else None

    def show_record(self, key: str, field: str = "") -> None:
        """Choose an option in its topic."""
        found = self._desk.situation.get(TalksOption, key)
        if found is not None and self.topic.findData(found.topic) >= 0:
            self.topic.setCurrentIndex(self.topic.findData(found.topic))
            self.records.choose(key)
            if field:
                self.records.focus_field(field)
