# SPDX-License-Identifier: Apache-2.0
"""Frozen versions of the text with their numbered copies, and what changed since."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from missiondesk.domain.clause import DraftCopy, TalksDraft
from missiondesk.domain.party import Party
from missiondesk.domain.wording import Wording
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.services.missions import MissionDetail
from missiondesk.services.print_plan import PrintJob
from missiondesk.ui.choices import party_options
from missiondesk.ui.hub import Hub
from missiondesk.ui.pages import Navigate
from missiondesk.ui.records_tab import RecordsTab
from missiondesk.ui.talks.tab import NARROW, TalksChoice, TalksTab
from missiondesk.ui.theme import scaled
from missiondesk.ui.widgets.check_box import CheckBox
from missiondesk.ui.widgets.fields import ParagraphField, TextField, WordingField
from missiondesk.ui.widgets.filter_parts import filter_box, offer_choices
from missiondesk.ui.widgets.flow_row import flowing
from missiondesk.ui.widgets.looks import push_button, row, text_label
from missiondesk.ui.widgets.record_form import RecordForm
from missiondesk.ui.widgets.table import Column, ReadTable


class DraftRecords(RecordsTab[TalksDraft]):
    """The versions; adding one freezes the text as it stands."""

    name = "drafts"
    form_width = 280
    form_narrow = NARROW

    def __init__(self, desk: Desk, hub: Hub, tr: Translator) -> None:
        self.final = CheckBox(tr.say("It is the final text"))
        self.final.setObjectName("finalText")
        super().__init__(desk, hub, tr)

    def title(self) -> str:
        return self._tr.say("Frozen versions")

    def words(self) -> tuple[str, str, str, str]:
        say = self._tr.say
        return (
            say("Title of the version"),
            say("Freeze the text"),
            say("A frozen version keeps every word as it stands now, however the text goes on."),
            say("Remove version"),
        )

    def columns(self) -> list[Column[TalksDraft]]:
        tr = self._tr
        return [
            Column(tr.say("No."), lambda it: str(it.number), right=True, sort=lambda it: it.number),
            Column(tr.say("Version"), lambda it: it.title.in_language(tr.lang), stretch=1,
                   width=120, wrap=True, strong=True),
            Column(tr.say("Frozen on"), lambda it: tr.period(it.date) if it.date else "–"),
            Column(tr.say("Copies"), lambda it: str(len(self._desk.talks.text.copies(it.id))),
                   right=True, folds=1),
        ]  # fmt: skip

    def make_form(self) -> RecordForm[TalksDraft]:
        tr, say = self._tr, self._tr.say
        form: RecordForm[TalksDraft] = RecordForm(self._desk.talks.revise, name="draftForm")
        write = form.writer
        form.add(WordingField("title", say("Title"), tr, write("title"), above=True))
        form.add(TextField("author", say("Frozen by"), tr, write("author"), above=True))
        form.add(ParagraphField("note", say("Note"), tr, write("note"), least=2, above=True))
        return form

    def more_parts(self) -> Sequence[QWidget]:
        return (self.final,)

    def records(self, detail: MissionDetail) -> Sequence[TalksDraft]:
        return ()

    def add_record(self, mission: str, wording: Wording) -> str:
        made = self._desk.talks.text.freeze(wording, final=self.final.isChecked())
        self.final.setChecked(False)
        return made.id

    def remove_record(self, record: TalksDraft) -> str:
        self._desk.talks.remove(TalksDraft, record.id)
        return self._tr.say("Version {number} was removed.", number=record.number)


class DraftsTab(TalksTab):
    """Versions above, the copies of the chosen one below."""

    def __init__(
        self, desk: Desk, hub: Hub, tr: Translator, navigate: Navigate, shared: TalksChoice
    ) -> None:
        super().__init__(desk, hub, tr, navigate, shared)
        say = tr.say
        self.records = DraftRecords(desk, hub, tr)
        self.records.table.chosen.connect(lambda _key: self._show_copies())
        self.what = filter_box(
            "draftPaper", say("What is printed"), self.told.emit, most=220,
            options=[("drafts", say("The version")), ("text-changes", say("What changed since")),
                     ("draft-copies", say("The chosen copy"))], keeps=False,
        )  # fmt: skip
        self.copies: ReadTable[DraftCopy] = ReadTable(
            self._columns(), lambda it: it.id, name="copiesTable", title=say("Numbered copies"),
            sort_text=tr.sort_key,
        )  # fmt: skip
        self.copies.chosen.connect(lambda _key: self.told.emit())
        self.copies.setMinimumHeight(scaled(120))
        self.recipient = QLineEdit()
        self.recipient.setObjectName("copyRecipient")
        self.recipient.setAccessibleName(say("Who gets the copy"))
        self.recipient.setPlaceholderText(say("Who gets the copy"))
        self.recipient.setMinimumWidth(scaled(170))
        self.recipient.setMaximumWidth(scaled(240))
        self.recipient.returnPressed.connect(self.hand_out)
        self.party = filter_box(
            "copyParty", say("Party of the recipient"), lambda: None, most=170, keeps=False
        )
        self.give = push_button(say("Note a copy"), "handOut", self.hand_out, "", "plus")
        self.take_back = push_button(
            say("Remove copy"), "removeCopy", self.remove_copy, "plain", "trash-2"
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(row(self.what, None))
        layout.addWidget(self.trouble)
        layout.addWidget(self.records, 3)
        self.below = QWidget()
        inner = QVBoxLayout(self.below)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(6)
        inner.addWidget(text_label(say("Numbered copies"), "section"))
        inner.addWidget(flowing(self.recipient, self.party, self.give, self.take_back))
        inner.addWidget(self.copies, 1)
        layout.addWidget(self.below, 2)

    def _columns(self) -> list[Column[DraftCopy]]:
        tr = self._tr
        return [
            Column(tr.say("Copy no."), lambda it: str(it.number), right=True,
                   sort=lambda it: it.number),
            Column(tr.say("Who gets the copy"), lambda it: it.recipient, stretch=1, width=120),
            Column(tr.say("Party"), self._party, folds=2),
            Column(tr.say("Date"), lambda it: tr.period(it.date) if it.date else "–", folds=1),
        ]  # fmt: skip

    def _party(self, it: DraftCopy) -> str:
        found = self._desk.situation.get(Party, it.party)
        return found.code if found is not None else "–"

    # -- showing -------------------------------------------------------------------------
    def refresh(self) -> None:
        """Read versions and copies again."""
        self.records.show_owned("", (), self._desk.talks.text.drafts())
        offer_choices(self.party, self._tr.say("no party"), party_options(self._desk))
        self._show_copies()

    def _show_copies(self) -> None:
        key = self.records.table.selected()
        self.below.setVisible(bool(key))
        self.copies.show_rows(self._desk.talks.text.copies(key) if key else ())
        for button in (self.give, self.take_back):
            button.setEnabled(not self._desk.read_only)
        self.told.emit()

    def headline(self) -> tuple[str, str]:
        """How many versions there are."""
        count = len(self._desk.talks.text.drafts())
        return self._tr.plural("{count} frozen version", "{count} frozen versions", count), ""

    @property
    def for_readers(self) -> bool:
        """A copy has its own reader; the others are for the reader who is chosen."""
        return bool(self.what.currentData() != "draft-copies")

    def document(self) -> Callable[[], PrintJob] | None:
        """The version, what changed since, or the chosen copy."""
        kind, key = self.what.currentData(), self.records.table.selected()
        if kind == "draft-copies":
            copy, language = self.copies.selected(), self._tr.lang
            if not copy:
                return None
            return lambda: self._desk.printing.prepare(kind, language, subject=copy)
        return self.kind(kind, key) if key else None

    def show_record(self, key: str, field: str = "") -> None:
        """Choose a version, or the version of a copy."""
        copy = self._desk.situation.get(DraftCopy, key)
        self.records.choose(copy.draft if copy is not None else key)
        if copy is not None:
            self.copies.select(key)

    # -- verbs ---------------------------------------------------------------------------
    def hand_out(self) -> None:
        """Note a copy of the chosen version for whom the line names."""
        draft, party = self.records.table.selected(), self.party.currentData()

        def do() -> None:
            self._desk.talks.text.hand_out(draft, self.recipient.text(), party)
            self.recipient.clear()

        if draft:
            self.attempt(do)

    def remove_copy(self) -> None:
        """Remove the chosen copy from the list; undo brings it back."""
        key = self.copies.selected()
        if key and not self._desk.read_only:
            self.attempt(lambda: self._desk.talks.remove(DraftCopy, key))
