# SPDX-License-Identifier: Apache-2.0
"""The commitments of a mission: one action each, with the button that splits two."""

from __future__ import annotations

from collections.abc import Sequence

from missiondesk.domain.commitment import Cadence, Commitment, CommitmentKind, CommitmentStatus
from missiondesk.domain.finding import Finding
from missiondesk.domain.lifecycle import may_follow
from missiondesk.domain.organisation import Office
from missiondesk.domain.wording import Wording
from missiondesk.services.missions import MissionDetail
from missiondesk.ui.choices import office_options
from missiondesk.ui.labels import led_by, mark
from missiondesk.ui.records_tab import RecordsTab
from missiondesk.ui.told_findings import Mend
from missiondesk.ui.widgets.fields import (
    ChoiceField,
    MultiChoiceField,
    ParagraphField,
    PeriodField,
    WordingField,
    worded_options,
)
from missiondesk.ui.widgets.record_form import RecordForm
from missiondesk.ui.widgets.table import Column


class CommitmentsTab(RecordsTab[Commitment]):
    """What the letters of the mission promise."""

    name = "commitments"
    several = Commitment

    def title(self) -> str:
        return self._tr.say("Commitments")

    def words(self) -> tuple[str, str, str, str]:
        say = self._tr.say
        return (
            say("A new commitment: one action"),
            say("Add commitment"),
            say("A commitment is one action that one minister leads, with a measure and a date."),
            say("Remove commitment"),
        )

    def columns(self) -> list[Column[Commitment]]:
        tr = self._tr
        return [
            Column(tr.say("No."), lambda it: str(it.number), right=True, sort=lambda it: it.number),
            Column(
                tr.say("Commitment"),
                lambda it: it.text.in_language(tr.lang),
                detail=self._lead,
                detail_lines=3,
                stretch=1,
                width=170,
                wrap=True,
            ),
            Column(
                tr.say("Due"),
                self._due,
                sort=lambda it: it.due.last if it.due else None,
                folds=1,
            ),
            Column(
                tr.say("Status"),
                lambda it: mark(it.status, tr).text,
                detail=self.worst,
                colour=lambda it: mark(it.status, tr).colour,
                folds=2,
            ),
        ]

    def _lead(self, it: Commitment) -> str:
        now = self._desk.situation
        shared = [now.get(Office, one) for one in it.co_offices]
        others = [one for one in shared if one is not None]
        return led_by(now.get(Office, it.lead_office), others, self._tr)

    def _due(self, it: Commitment) -> str:
        if it.due is not None:
            return self._tr.period(it.due)
        return self._tr.say(it.cadence.word) if it.cadence else self._tr.say("undated")

    def make_form(self) -> RecordForm[Commitment]:
        tr, say = self._tr, self._tr.say
        form: RecordForm[Commitment] = RecordForm(
            self._desk.commitments.revise, name="commitmentForm"
        )
        for name, label in (("text", say("Commitment")), ("measure", say("Measured by"))):
            form.add(WordingField(name, label, tr, form.writer(name), paragraph=True, above=True))
        form.add(
            PeriodField(
                "due", say("Due"), tr, form.writer("due"), today=self._desk.this_day, above=True
            )
        )
        form.add(
            ChoiceField(
                "cadence",
                say("Or followed up"),
                tr,
                form.writer("cadence"),
                options=worded_options(Cadence, tr),
                none=say("no cadence"),
                above=True,
            )
        )
        self._office = form.add(
            ChoiceField(
                "lead_office",
                say("Lead"),
                tr,
                form.writer("lead_office"),
                none=say("no one yet"),
                above=True,
            )
        )
        form.add(
            ChoiceField(
                "kind",
                say("Kind"),
                tr,
                form.writer("kind"),
                options=worded_options(CommitmentKind, tr),
                above=True,
            )
        )
        self._status = form.add(
            ChoiceField("status", say("Status"), tr, form.writer("status"), above=True)
        )
        for name, label in (("evidence", say("Evidence")), ("reason", say("Why not pursued"))):
            form.add(ParagraphField(name, label, tr, form.writer(name), least=2, above=True))
        self._shared = form.add(
            MultiChoiceField(
                "co_offices",
                say("Shared with"),
                tr,
                form.writer("co_offices"),
                columns=1,
                above=True,
            )
        )
        return form

    def prepare(self, record: Commitment) -> None:
        tr = self._tr
        used = (record.lead_office, *record.co_offices)
        self._office.set_options(office_options(self._desk, tr, used))
        titles = office_options(self._desk, tr, used, holders=False)
        self._shared.set_options([one for one in titles if one[0] != record.lead_office])
        following = [one for one in CommitmentStatus if may_follow(record.status, one)]
        self._status.set_options(worded_options([record.status, *following], tr))

    def records(self, detail: MissionDetail) -> Sequence[Commitment]:
        return detail.commitments

    def mend(self, finding: Finding) -> Mend | None:
        if finding.rule != "L3":
            return None
        return self._tr.say("Split in two"), self.split

    def split(self) -> None:
        """Make two commitments of the chosen one."""
        record = self.form.record
        if record is not None:
            self._try(lambda: self._desk.commitments.split(record.id))

    def add_record(self, mission: str, wording: Wording) -> str:
        return self._desk.commitments.add(Commitment("", mission=mission, text=wording)).id

    def remove_record(self, record: Commitment) -> str:
        self._desk.commitments.remove(record.id)
        return self._tr.say("Commitment {number} was removed.", number=record.number)
