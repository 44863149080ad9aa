# SPDX-License-Identifier: Apache-2.0
"""A reply that came back, as a plan to confirm: what it would change, or why it is not taken in."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from missiondesk.domain.commitment import Commitment
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.refused import Refused
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.services.reply_plan import ReplyPlan
from missiondesk.ui import theme
from missiondesk.ui.hub import Hub
from missiondesk.ui.labels import mark
from missiondesk.ui.widgets.empty_state import EmptyState
from missiondesk.ui.widgets.looks import push_button, row, text_label
from missiondesk.ui.widgets.notice_bar import NoticeBar
from missiondesk.ui.widgets.table import Column, ReadTable


@dataclass(frozen=True, slots=True)
class ReplyLine:
    """One commitment that changes, or one fault of the form."""

    key: str
    place: str
    text: str
    before: str
    after: str
    evidence: str = ""


class ReplyView(QWidget):
    """Shows the plan; taking it in is one step that undo takes back.

    Args:
        closed: Called when the plan is taken in or left.
    """

    def __init__(
        self,
        desk: Desk,
        hub: Hub,
        tr: Translator,
        closed: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("letterReply")
        self._desk, self._hub, self._tr, self._closed = desk, hub, tr, closed
        self._plan: ReplyPlan | None = None
        say = tr.say
        self.title = text_label("", "section", wrap=True)
        self.title.setObjectName("replyTitle")
        self.summary = text_label("", wrap=True)
        self.summary.setObjectName("replySummary")
        self.summary.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.bar = NoticeBar("error", "", "replyRefusal")
        self.take = push_button(say("Take the reply in"), "takeReply", self.apply)
        self.leave = push_button(say("Leave it"), "leaveReply", closed, "plain")
        self.table = self._make_table()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.space(2))
        for part in (self.title, self.bar, self.table):
            layout.addWidget(part, 1 if part is self.table else 0)
        layout.insertWidget(1, self.summary)
        layout.addWidget(row(self.take, self.leave, None))

    def _make_table(self) -> ReadTable[ReplyLine]:
        say = self._tr.say
        return ReadTable(
            [
                Column(say("No."), lambda it: it.place),
                Column(say("Commitment"), lambda it: it.text, stretch=3, wrap=True),
                Column(say("Until now"), lambda it: it.before, stretch=1, wrap=True),
                Column(
                    say("Reply"),
                    lambda it: it.after,
                    detail=lambda it: it.evidence,
                    stretch=3,
                    wrap=True,
                    lines=6,
                    detail_lines=6,
                ),
            ],
            lambda it: it.key,
            name="replyTable",
            title=say("What the reply changes"),
            sort_text=self._tr.sort_key,
            empty=EmptyState(say("The reply changes no commitment.")),
        )

    # -- showing -------------------------------------------------------------------------
    def show_plan(self, plan: ReplyPlan) -> None:
        """Show what a reply would change, or where its form is wrong."""
        self._plan = plan
        tr = self._tr
        self.title.setText(
            tr.say(
                "Reply to {letter} on {period} from {sender}",
                letter=self._desk.letters.name(plan.letter.id),
                period=tr.period(plan.period),
                sender=plan.sender,
            )
        )
        same = tr.plural(
            "{count} commitment is as before.", "{count} commitments are as before.", plan.unchanged
        )
        self.summary.setText("\n".join(part for part in (plan.summary, same) if part))
        if plan.faults:
            self.table.show_rows(
                [
                    ReplyLine(f"{place}", one.place or one.sheet, tr.tell(one.message), "–", "–")
                    for place, one in enumerate(plan.faults)
                ]
            )
        else:
            self.table.show_rows([self._line(one.before, one.after) for one in plan.changes])
        self._say(plan)
        self.take.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self, plan: ReplyPlan) -> None:
        tr = self._tr
        self.bar.setVisible(bool(plan.faults or plan.already))
        self.take.setEnabled(not plan.faults and not plan.already and not self._desk.read_only)
        if plan.faults:
            self.bar.show_severity("error")
            self.bar.say(
                tr.plural(
                    "The form has {count} fault, so nothing of it is taken in. Mend it in the file "
                    "and read it again.",
                    "The form has {count} faults, so nothing of it is taken in. Mend them in the "
                    "file and read it again.",
                    len(plan.faults),
                )
            )
        elif plan.already:
            self.bar.show_severity("note")
            self.bar.say(tr.say("This reply has been read in already."))

    def _line(self, before: Commitment, after: Commitment) -> ReplyLine:
        tr = self._tr
        return ReplyLine(
            after.id,
            str(after.number),
            after.text.in_language(tr.lang),
            mark(before.status, tr).text,
            mark(after.status, tr).text
            if after.status is not before.status
            else tr.say("New evidence"),
            after.evidence if after.evidence != before.evidence else "",
        )

    # -- verbs ---------------------------------------------------------------------------
    def apply(self) -> None:
        """Take all of it in as one step."""
        if self._plan is None:
            return
        try:
            self._desk.replies.apply(self._plan)
        except Refused as refused:
            self.bar.show_severity("error")
            self.bar.say(self._tr.tell(refused.message))
            self.bar.show()
            return
        self._closed()
        self._hub.say(self._tr.say("The reply is taken in."), undoable=True)
