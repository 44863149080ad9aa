# SPDX-License-Identifier: Apache-2.0
"""One clause: its text, who accepts it, and what parties want instead."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from missiondesk.domain.clause import Clause, ClauseProposal, ClauseState
from missiondesk.domain.negotiation import Audience
from missiondesk.domain.party import Party
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.services.text_desk import ClauseRow
from missiondesk.ui.choices import party_options
from missiondesk.ui.hub import Hub
from missiondesk.ui.widgets.fields import (
    ChoiceField,
    MultiChoiceField,
    ParagraphField,
    WordingField,
    worded_options,
)
from missiondesk.ui.widgets.filter_parts import filter_box, offer_choices
from missiondesk.ui.widgets.flow_row import flowing
from missiondesk.ui.widgets.looks import push_button, row, text_label
from missiondesk.ui.widgets.record_form import FieldFinding, RecordForm

Attempt = Callable[[Callable[[], object]], bool]


class ClauseForms(QWidget):
    """The form of a clause, and below it one form for each proposal."""

    def __init__(self, desk: Desk, hub: Hub, tr: Translator, attempt: Attempt) -> None:
        super().__init__()
        self._desk, self._hub, self._tr, self._attempt = desk, hub, tr, attempt
        self.form = self._make_form()
        self.proposals = QVBoxLayout()
        self.proposals.setSpacing(10)
        self._made: list[QWidget] = []
        self._shown: tuple[str, ...] = ()
        self._forms: dict[str, RecordForm[ClauseProposal]] = {}
        say = tr.say
        self.party = filter_box(
            "proposalParty", say("Proposal of"), lambda: None, most=150, keeps=False
        )
        self.propose = push_button(
            say("Add its proposal"), "addProposal", self.add_proposal, "", "plus"
        )
        self.remove = push_button(
            say("Remove clause"), "removeClause", self.remove_clause, "plain", "trash-2"
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.form)
        layout.addWidget(text_label(say("What parties want instead"), "section"))
        layout.addLayout(self.proposals)
        layout.addWidget(flowing(self.party, self.propose))
        layout.addWidget(row(self.remove, None))

    def _make_form(self) -> RecordForm[Clause]:
        tr, say = self._tr, self._tr.say
        form: RecordForm[Clause] = RecordForm(
            self._desk.talks.text.revise_clause, name="clauseForm"
        )
        write = form.writer
        form.add(
            WordingField("text", say("Clause"), tr, write("text"), paragraph=True, least=4,
                         above=True,
                         hint=say("Another text takes every acceptance back (N3)."))
        )  # fmt: skip
        form.add(
            ChoiceField("state", say("State"), tr, write("state"),
                        options=worded_options(ClauseState, tr), above=True)
        )  # fmt: skip
        self._accepted = form.add(
            MultiChoiceField("accepted", say("Accept this very text"), tr, self._accept,
                             columns=4, above=True)
        )  # fmt: skip
        self._proposers = form.add(
            ChoiceField("proposer", say("Proposed by"), tr, write("proposer"),
                        none=say("the chair"), above=True)
        )  # fmt: skip
        form.add(ParagraphField("note", say("Note"), tr, write("note"), least=2, above=True))
        form.add(
            ChoiceField("audience", say("Who may see it"), tr, write("audience"),
                        options=worded_options(Audience, tr), above=True)
        )  # fmt: skip
        return form

    def _accept(self, parties: Sequence[str]) -> None:
        if self.form.record is not None:
            self._desk.talks.text.accept(self.form.record.id, parties)

    # -- showing -------------------------------------------------------------------------
    def show_clause(self, found: ClauseRow | None) -> None:
        """Show a clause with its proposals."""
        tr, now = self._tr, self._desk.situation
        options = party_options(self._desk)
        table = [*(one.id for one in found.lacking), *found.clause.accepted] if found else []
        self._accepted.set_options(
            [(one.id, one.code) for one in sorted(
                filter(None, (now.get(Party, key) for key in table)), key=lambda it: it.code
            )]
        )  # fmt: skip
        self._proposers.set_options(options)
        offer_choices(self.party, tr.say("Proposal of…"), options)
        self.form.show_record(found.clause if found is not None else None)
        faults = found.faults if found is not None else ()
        self.form.show_findings(
            [FieldFinding("text", "error", "N6", tr.tell(one)) for one in faults]
        )
        self.form.set_read_only(self._desk.read_only)
        self._show_proposals(found.proposals if found is not None else ())
        for button in (self.propose, self.remove):
            button.setEnabled(not self._desk.read_only)

    def _show_proposals(self, proposals: Sequence[ClauseProposal]) -> None:
        keys = tuple(one.id for one in proposals)
        if keys != self._shown:
            for widget in self._made:
                self.proposals.removeWidget(widget)
                widget.hide()
                widget.deleteLater()
            self._shown, self._forms = keys, {}
            self._made = [self._proposal(one) for one in proposals]
            for widget in self._made:
                self.proposals.addWidget(widget)
        for one in proposals:
            self._forms[one.id].show_record(one)
            self._forms[one.id].set_read_only(self._desk.read_only)

    def _proposal(self, one: ClauseProposal) -> QWidget:
        tr, say = self._tr, self._tr.say
        party = self._desk.situation.get(Party, one.party)
        code = party.code if party is not None else "?"
        form: RecordForm[ClauseProposal] = RecordForm(
            self._desk.talks.text.propose, name=f"proposal_{code}"
        )
        label = say("◇ {party} wants", party=code)
        form.add(WordingField("text", label, tr, form.writer("text"), paragraph=True, above=True))
        text = self._desk.talks.text
        take = push_button(
            say("Take it as the text"), f"take_{code}", lambda: self._attempt(
                lambda: text.take(one.id)), "plain",
        )  # fmt: skip
        back = push_button(
            say("Withdraw"), f"withdraw_{code}", lambda: self._attempt(
                lambda: text.withdraw(one.id)), "plain",
        )  # fmt: skip
        form.body.addWidget(flowing(take, back))
        self._forms[one.id] = form
        return form

    # -- verbs ---------------------------------------------------------------------------
    def add_proposal(self) -> None:
        """Begin the proposal of the chosen party with the clause's own text."""
        clause, party = self.form.record, self.party.currentData()
        if clause is None or party is None:
            self.party.setFocus()
            return
        made = ClauseProposal("", clause.id, party, clause.text)
        self._attempt(lambda: self._desk.talks.text.propose(made))

    def remove_clause(self) -> None:
        """Remove the clause; undo brings it back."""
        clause = self.form.record
        if clause is None or self._desk.read_only:
            return

        def do() -> None:
            self._desk.talks.text.remove_clause(clause.id)
            self._hub.say(self._tr.say("The clause is removed."), undoable=True)

        self._attempt(do)
