# SPDX-License-Identifier: Apache-2.0
"""Issues with the clock that moves them up, and the verbs that settle them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from missiondesk.domain.finding import Finding
from missiondesk.domain.issue import Issue, IssueLevel, IssueState
from missiondesk.domain.wording import Wording
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.services.issues import ClockedIssue
from missiondesk.services.print_plan import PrintJob
from missiondesk.ui.choices import mission_options, office_options
from missiondesk.ui.governance.options import initiative_options
from missiondesk.ui.governance.tab import RecordsInTab
from missiondesk.ui.hub import Hub
from missiondesk.ui.labels import mark
from missiondesk.ui.pages import Navigate
from missiondesk.ui.records_tab import RecordsTab
from missiondesk.ui.told_findings import Mend, findings_column
from missiondesk.ui.widgets.fields import (
    ChoiceField,
    ParagraphField,
    PeriodField,
    TextField,
    worded_options,
)
from missiondesk.ui.widgets.flow_row import flowing
from missiondesk.ui.widgets.looks import push_button
from missiondesk.ui.widgets.record_form import RecordForm
from missiondesk.ui.widgets.table import Column


class IssueRecords(RecordsTab[Issue]):
    """Issues, the most urgent first."""

    name = "issues"
    several = Issue
    form_width = 400

    def __init__(self, desk: Desk, hub: Hub, tr: Translator) -> None:
        self.clocked: dict[str, ClockedIssue] = {}
        super().__init__(desk, hub, tr)

    def title(self) -> str:
        return self._tr.say("Issues to settle")

    def words(self) -> tuple[str, str, str, str]:
        say = self._tr.say
        return (
            say("What has to be settled, one sentence"),
            say("Raise issue"),
            say("Nothing is waiting to be settled."),
            say("Remove issue"),
        )

    def columns(self) -> list[Column[Issue]]:
        tr, levels = self._tr, list(IssueLevel)
        return [
            Column(tr.say("No."), lambda it: it.number),
            Column(
                tr.say("Issue"),
                lambda it: it.title,
                detail=self._about,
                stretch=1,
                width=190,
                wrap=True,
            ),
            Column(
                tr.say("Lies with"),
                lambda it: tr.show(it.level),
                sort=lambda it: -levels.index(it.level),
                wrap=True,
                width=110,
                folds=1,
            ),
            Column(
                tr.say("Clock"),
                self._clock,
                detail=self._until,
                colour=self._colour,
                sort=lambda it: self._left(it),
                folds=2,
            ),
            findings_column(tr, self.worst, lambda _it: "bad"),
        ]

    def _about(self, it: Issue) -> str:
        row = self.clocked[it.id]
        code = row.initiative.code if row.initiative else row.mission.code if row.mission else ""
        owner = row.owner.title.in_language(self._tr.lang) if row.owner else ""
        return " · ".join(filter(None, (code, owner)))

    def _clock(self, it: Issue) -> str:
        clock = self.clocked[it.id].clock
        if clock is None:
            return mark(it.state, self._tr).text
        if clock.limit is None:
            return self._tr.plural("{count} working day", "{count} working days", clock.days)
        return self._tr.say("{days} of {limit} working days", days=clock.days, limit=clock.limit)

    def _until(self, it: Issue) -> str:
        clock = self.clocked[it.id].clock
        if clock is None or clock.until is None:
            return ""
        if clock.over:
            return self._tr.say("▲ should have moved up")
        return self._tr.say("moves up after {date}", date=clock.until)

    def _colour(self, it: Issue) -> str:
        return "bad" if self.clocked[it.id].over else "ink"

    def _left(self, it: Issue) -> int:
        clock = self.clocked[it.id].clock
        return 10_000 if clock is None or clock.limit is None else clock.limit - clock.days

    def make_form(self) -> RecordForm[Issue]:
        tr, say, today = self._tr, self._tr.say, self._desk.this_day
        form: RecordForm[Issue] = RecordForm(self._desk.issues.revise, name="issueForm")
        form.add(TextField("title", say("Issue"), tr, form.writer("title"), above=True))
        form.add(ParagraphField("text", say("What it is about"), tr, form.writer("text"),
                                least=2, above=True))  # fmt: skip
        self._chosen = {
            name: form.add(ChoiceField(name, label, tr, form.writer(name), none=none, above=True))
            for name, label, none in (
                ("mission", say("Mission of the issue"), say("none")),
                ("initiative", say("Initiative of the issue"), say("none")),
                ("owner", say("Who has to settle it"), say("nobody yet")),
                ("raised_by", say("Raised by"), say("not known")),
            )
        }
        form.add(
            ChoiceField(
                "level", say("Lies with"), tr, form.writer("level"),
                options=worded_options(IssueLevel, tr), above=True,
            )
        )  # fmt: skip
        form.add_row(
            PeriodField("raised", say("Raised"), tr, form.writer("raised"), today=today,
                        above=True),
            PeriodField("level_since", say("Lies there since"), tr, form.writer("level_since"),
                        today=today, above=True),
        )  # fmt: skip
        form.add(
            PeriodField("needed_by", say("Answer needed by"), tr, form.writer("needed_by"),
                        today=today, above=True)
        )  # fmt: skip
        form.add(
            ParagraphField(
                "resolution", say("How it was settled"), tr, form.writer("resolution"), least=2,
                hint=say("Comes before “Resolve” or “Withdraw”."), above=True,
            )
        )  # fmt: skip
        return form

    def more_parts(self) -> Sequence[QWidget]:
        say = self._tr.say
        self.up_button = push_button("", "issueUp", self.move_up)
        self.resolve_button = push_button(say("Resolve"), "issueResolve", self.resolve)
        self.withdraw_button = push_button(say("Withdraw"), "issueWithdraw", self.withdraw, "plain")
        self.reopen_button = push_button(say("Take up again"), "issueReopen", self.reopen)
        verbs = (self.up_button, self.resolve_button, self.withdraw_button, self.reopen_button)
        return (flowing(*verbs),)

    def prepare(self, record: Issue) -> None:
        desk, tr = self._desk, self._tr
        offered = {
            "mission": mission_options(desk, tr),
            "initiative": initiative_options(desk, tr, record.mission, [record.initiative]),
            "owner": office_options(desk, tr, [record.owner], holders=False),
            "raised_by": office_options(desk, tr, [record.raised_by], holders=False),
        }
        for name, options in offered.items():
            self._chosen[name].set_options(options)
        above, is_open = record.level.above, record.state is IssueState.OPEN
        self.up_button.setVisible(is_open and above is not None)
        if above is not None:
            text = tr.say("Move up: {level}", level=tr.show(above))
            self.up_button.setText(text)
            self.up_button.setAccessibleName(text)
        self.resolve_button.setVisible(is_open)
        self.withdraw_button.setVisible(is_open)
        self.reopen_button.setVisible(not is_open)
        for button in (self.up_button, self.resolve_button, self.withdraw_button,
                       self.reopen_button):  # fmt: skip
            button.setEnabled(not desk.read_only)

    def mend(self, finding: Finding) -> Mend | None:
        issue = self._desk.issues.get(finding.key)
        above = issue.level.above if issue is not None else None
        if finding.field != "level" or above is None or self._desk.read_only:
            return None
        return self._tr.say("Move it up now"), self.move_up

    # -- verbs -----------------------------------------------------------------------------
    def move_up(self) -> None:
        """Move the chosen issue to the next level; undo takes it back."""

        def do(key: str) -> str:
            level = self._desk.issues.escalate(key).level
            return self._tr.say("Moved up: it now lies with {level}.", level=self._tr.show(level))

        self._act(do)

    def resolve(self) -> None:
        """Settle the chosen issue."""
        self._act(lambda key: self._said(self._desk.issues.resolve(key)))

    def withdraw(self) -> None:
        """Withdraw the chosen issue."""
        self._act(lambda key: self._said(self._desk.issues.withdraw(key)))

    def reopen(self) -> None:
        """Take up the chosen issue again."""
        self._act(lambda key: self._said(self._desk.issues.reopen(key)))

    def _said(self, issue: Issue) -> str:
        state = mark(issue.state, self._tr).word
        return self._tr.say("{number}: {state}.", number=issue.number, state=state)

    def _act(self, verb: Callable[[str], str]) -> None:
        record = self.form.record
        if record is not None and not self._desk.read_only:
            self._try(lambda: self._hub.say(verb(record.id), undoable=True))

    def add_record(self, mission: str, wording: Wording) -> str:
        title = wording.only(self._tr.lang)
        return self._desk.issues.raise_issue(Issue("", title=title)).id

    def remove_record(self, record: Issue) -> str:
        self._desk.issues.remove(record.id)
        return self._tr.say("The issue was removed.")


class IssuesTab(RecordsInTab):
    """Issues, the most urgent first."""

    def __init__(self, desk: Desk, hub: Hub, tr: Translator, navigate: Navigate) -> None:
        super().__init__(desk, hub, tr, navigate)
        self.list = IssueRecords(desk, hub, tr)
        self.set_up(self.list, None)

    def refresh(self) -> None:
        """Read the issues again."""
        rows = self._desk.issues.all()
        self.list.clocked = {one.id: one for one in rows}
        self.list.show_owned("", self.findings_of("issue"), [one.issue for one in rows])

    def headline(self) -> tuple[str, str]:
        """How many have lain too long."""
        tr, rows = self._tr, self._desk.issues.all()
        unsettled = [one for one in rows if one.issue.state is IssueState.OPEN]
        settings = self._desk.situation.secretariat
        detail = tr.say(
            "Moved up after {official} working days with officials, {committee} with a minister."
            " Mondays to Fridays count; public holidays are not known to the desk.",
            official=settings.official_days, committee=settings.committee_days,
        )  # fmt: skip
        over = sum(one.over for one in unsettled)
        if over:
            return tr.plural(
                "{count} of {all} unresolved issues should have moved up",
                "{count} of {all} unresolved issues should have moved up",
                over, all=len(unsettled),
            ), detail  # fmt: skip
        if unsettled:
            return tr.plural(
                "{count} issue is unresolved, within its time",
                "{count} issues are unresolved, all within their time",
                len(unsettled),
            ), detail
        return tr.say("No issue is unresolved"), detail

    def document(self) -> Callable[[], PrintJob] | None:
        """The list of escalations."""
        return self._kind("escalations")
