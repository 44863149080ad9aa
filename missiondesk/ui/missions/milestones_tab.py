# SPDX-License-Identifier: Apache-2.0
"""The milestones of a mission: table, form, and the sign of those that are overdue."""

from __future__ import annotations

from collections.abc import Sequence

from missiondesk.domain.milestone import Milestone, MilestoneKind, MilestoneStatus
from missiondesk.domain.mission import Publication
from missiondesk.domain.wording import Wording
from missiondesk.services.missions import MissionDetail
from missiondesk.ui.choices import office_options
from missiondesk.ui.labels import mark
from missiondesk.ui.records_tab import RecordsTab
from missiondesk.ui.widgets.fields import (
    ChoiceField,
    ParagraphField,
    PeriodField,
    WordingField,
    worded_options,
)
from missiondesk.ui.widgets.record_form import RecordForm
from missiondesk.ui.widgets.table import Column

_OVER = (MilestoneStatus.MET, MilestoneStatus.MISSED)


class MilestonesTab(RecordsTab[Milestone]):
    """What voters can follow the mission by."""

    name = "milestones"
    several = Milestone

    def title(self) -> str:
        return self._tr.say("Milestones")

    def words(self) -> tuple[str, str, str, str]:
        say = self._tr.say
        return (
            say("Title of a new milestone"),
            say("Add milestone"),
            say("Milestones are dated events by which voters can follow the mission."),
            say("Remove milestone"),
        )

    def columns(self) -> list[Column[Milestone]]:
        tr = self._tr
        return [
            Column(
                tr.say("Milestone"),
                lambda it: it.title.in_language(tr.lang),
                detail=self._owner,
                stretch=1,
                width=170,
                wrap=True,
                strong=True,
            ),
            Column(
                tr.say("Due"),
                lambda it: tr.period(it.due) if it.due else tr.say("undated"),
                detail=self._moved,
                colour=lambda it: "bad" if self._overdue(it) else "ink",
                sort=lambda it: it.due.last if it.due else None,
                folds=2,
            ),
            Column(tr.say("Kind"), lambda it: tr.say(it.kind.word), folds=1),
            Column(
                tr.say("Status"),
                lambda it: mark(it.status, tr).text,
                colour=lambda it: mark(it.status, tr).colour,
            ),
        ]

    def _owner(self, it: Milestone) -> str:
        office = self._desk.organisation.office(it.office) if it.office else None
        return office.title.in_language(self._tr.lang) if office else ""

    def _overdue(self, it: Milestone) -> bool:
        return it.due is not None and it.due.last < self._desk.today and it.status not in _OVER

    def _moved(self, it: Milestone) -> str:
        if self._overdue(it):
            return self._tr.say("■ overdue")
        if it.original_due is None:
            return ""
        return self._tr.say("first {date}", date=it.original_due)

    def make_form(self) -> RecordForm[Milestone]:
        tr, say = self._tr, self._tr.say
        form: RecordForm[Milestone] = RecordForm(self._desk.milestones.revise, name="milestoneForm")
        form.add(WordingField("title", say("Title"), tr, form.writer("title"), above=True))
        form.add(
            PeriodField(
                "due", say("Due"), tr, form.writer("due"), today=self._desk.this_day, above=True
            )
        )
        for name, label, words in (
            ("kind", say("Kind"), MilestoneKind),
            ("status", say("Status"), MilestoneStatus),
            ("publication", say("Publication"), Publication),
        ):
            options = worded_options(words, tr)
            form.add(ChoiceField(name, label, tr, form.writer(name), options=options, above=True))
        self._office = form.add(
            ChoiceField(
                "office",
                say("Responsible"),
                tr,
                form.writer("office"),
                none=say("not chosen"),
                above=True,
            )
        )
        self._initiative = form.add(
            ChoiceField(
                "initiative",
                say("Initiative"),
                tr,
                form.writer("initiative"),
                none=say("of the mission itself"),
                above=True,
            )
        )
        form.add(
            ParagraphField(
                "evidence", say("Evidence"), tr, form.writer("evidence"), least=2, above=True
            )
        )
        return form

    def prepare(self, record: Milestone) -> None:
        tr = self._tr
        self._office.set_options(office_options(self._desk, tr, (record.office,)))
        self._initiative.set_options(
            [
                (one.id, f"{one.code} {one.title.in_language(tr.lang)}")
                for one in self._desk.initiatives.of_mission(self._mission)
            ]
        )

    def records(self, detail: MissionDetail) -> Sequence[Milestone]:
        return detail.milestones

    def add_record(self, mission: str, wording: Wording) -> str:
        return self._desk.milestones.add(Milestone("", mission=mission, title=wording)).id

    def remove_record(self, record: Milestone) -> str:
        self._desk.milestones.remove(record.id)
        title = record.title.in_language(self._tr.lang)
        return self._tr.say("The milestone “{title}” was removed.", title=title)
