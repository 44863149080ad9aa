# SPDX-License-Identifier: Apache-2.0
"""One commitment: how it stands and what shows it, beside what was promised and where."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from missiondesk.domain.commitment import Commitment, CommitmentStatus
from missiondesk.domain.finding import Finding
from missiondesk.domain.letter import Letter
from missiondesk.domain.lifecycle import may_follow
from missiondesk.domain.refused import Refused
from missiondesk.language import Translator
from missiondesk.services.commitment_tracker import TrackedCommitment
from missiondesk.services.desk import Desk
from missiondesk.ui.commitments.tracker_columns import letter_name, when
from missiondesk.ui.labels import mark
from missiondesk.ui.pages import Navigate, PageName
from missiondesk.ui.told_findings import Mend, told
from missiondesk.ui.widgets.facts import Facts
from missiondesk.ui.widgets.fields import ChoiceField, ParagraphField, PeriodField, worded_options
from missiondesk.ui.widgets.headline import Headline
from missiondesk.ui.widgets.looks import column, push_button, row, text_label
from missiondesk.ui.widgets.record_form import RecordForm
from missiondesk.ui.widgets.scroll_page import ScrollPage
from missiondesk.ui.widgets.side_by_side import SideBySide

_ASIDE = 372


class CommitmentView(QWidget):
    """Edits how one commitment stands; its words are edited with its mission.

    Args:
        back: Leads to the list.
    """

    def __init__(
        self,
        desk: Desk,
        tr: Translator,
        navigate: Navigate,
        back: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._tr, self._navigate, self._go_back = desk, tr, navigate, back
        self._key = ""
        self._shown: TrackedCommitment | None = None
        say = tr.say
        self.head = Headline()
        self.refusal = text_label("", "refusal", wrap=True)
        self.refusal.setObjectName("commitmentRefusal")
        self.refusal.hide()
        self.form = self._make_form()
        self.facts = Facts(say("What was promised"), "commitmentFacts")
        self.letters = QVBoxLayout()
        self.letters.setSpacing(4)
        self._lay_out(
            push_button(say("All commitments"), "backToCommitments", back, "link", "arrow-left"),
            push_button(
                say("Edit with the mission"), "commitmentMission", self._to_mission, "link"
            ),
        )

    # -- building ------------------------------------------------------------------------
    def _make_form(self) -> RecordForm[Commitment]:
        tr, say = self._tr, self._tr.say
        form: RecordForm[Commitment] = RecordForm(
            self._desk.commitments.revise, name="trackedCommitmentForm"
        )
        self.status = form.add(
            ChoiceField("status", say("Status"), tr, form.writer("status"), above=True)
        )
        form.add(
            PeriodField(
                "status_date",
                say("Status of"),
                tr,
                form.writer("status_date"),
                today=self._desk.this_day,
                above=True,
            )
        )
        form.add(
            ParagraphField(
                "evidence",
                say("Evidence"),
                tr,
                form.writer("evidence"),
                hint=say("What shows that it is so: a decision, a document, a figure."),
                above=True,
            )
        )
        form.add(
            ParagraphField(
                "reason",
                say("Why not pursued"),
                tr,
                form.writer("reason"),
                least=2,
                hint=say("Comes before the status “Not pursued”."),
                above=True,
            )
        )
        return form

    def _lay_out(self, back: QWidget, to_mission: QWidget) -> None:
        where = text_label(self._tr.say("Stands in these letters"), "section")
        ways = QWidget()
        ways.setLayout(self.letters)
        self.letters.setContentsMargins(0, 0, 0, 0)
        aside = column(self.facts, where, ways, None, gap=12)
        page = ScrollPage(margins=(28, 8, 28, 16))
        page.body.addWidget(SideBySide(self.form, aside, least=380, width=_ASIDE))
        page.body.addStretch(1)
        top = QVBoxLayout()
        top.setContentsMargins(28, 12, 28, 0)
        top.setSpacing(8)
        for part in (row(back, None, to_mission), self.head, self.refusal):
            top.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addWidget(page, 1)

    # -- showing -------------------------------------------------------------------------
    @property
    def key(self) -> str:
        """Id of the commitment shown, "" for none."""
        return self._key

    def show_commitment(self, key: str, field: str = "") -> None:
        """Show a commitment, and with ``field`` go to it."""
        self.refusal.hide()
        self._key = key
        self.refresh()
        if field:
            self.form.focus_field(field)

    def refresh(self) -> None:
        """Read the commitment again; one that is gone leads back to the list."""
        if not self._key:
            return
        found = self._shown = self._desk.tracker.get(self._key)
        if found is None:
            self._key = ""
            self._go_back()
            return
        record, tr = found.commitment, self._tr
        following = [one for one in CommitmentStatus if may_follow(record.status, one)]
        self.status.set_options(worded_options([record.status, *following], tr))
        self.form.show_record(record)
        self.form.set_read_only(self._desk.read_only)
        self.form.show_findings(told(found.findings, tr, self._mend))
        name = f"{found.label} · {record.text.in_language(tr.lang)}"
        self.head.say(name, self._standing(found))
        self.facts.show_facts(self._facts(found))
        self._show_letters(found)

    def _standing(self, found: TrackedCommitment) -> str:
        tr, record = self._tr, found.commitment
        parts = [mark(record.status, tr).text]
        if record.status_date is not None:
            parts = [tr.say("{status}, {date}", status=parts[0], date=record.status_date)]
        parts.append(mark(found.timing, tr).text)
        if found.unproven:
            parts.append(tr.say("■ no evidence"))
        return " · ".join(parts)

    def _facts(self, found: TrackedCommitment) -> list[tuple[str, str]]:
        tr, record = self._tr, found.commitment
        mission = found.mission
        shared = tr.list([one.title.in_language(tr.lang) for one in found.shared])
        rows = [
            (tr.say("Mission"), mission.title.in_language(tr.lang) if mission else ""),
            (tr.say("Lead"), found.lead.title.in_language(tr.lang) if found.lead else "–"),
            (tr.say("Shared with"), shared),
            (tr.say("Due"), when(found, tr)),
            (tr.say("Measured by"), record.measure.in_language(tr.lang)),
            (tr.say("Kind"), tr.show(record.kind)),
        ]
        return [one for one in rows if one[1]]

    def _show_letters(self, found: TrackedCommitment) -> None:
        while (item := self.letters.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        if not found.letters:
            self.letters.addWidget(text_label(self._tr.say("No letter yet."), "detail"))
        for place, letter in enumerate(found.letters):
            self.letters.addWidget(row(self._way_to(letter, place), None))

    def _way_to(self, letter: Letter, place: int) -> QWidget:
        name = f"{letter_name(letter, self._tr)} · {self._desk.letters.name(letter.id)}"
        return push_button(
            letter_name(letter, self._tr) if letter.number else name,
            f"letter{place}",
            lambda: self._navigate(PageName.LETTERS, letter.id),
            "link",
        )

    # -- verbs ---------------------------------------------------------------------------
    def _mend(self, finding: Finding) -> Mend | None:
        if finding.rule != "L3" or self._desk.read_only:
            return None
        return self._tr.say("Split in two"), self.split

    def split(self) -> None:
        """Make two commitments of this one."""
        self.refusal.hide()
        try:
            self._desk.commitments.split(self._key)
        except Refused as refused:
            self.refusal.setText(self._tr.tell(refused.message))
            self.refusal.show()

    def _to_mission(self) -> None:
        self._navigate(PageName.MISSIONS, self._key)
