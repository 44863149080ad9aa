# SPDX-License-Identifier: Apache-2.0
"""The contacts with one actor: log, follow-up and who does it."""

from __future__ import annotations

from collections.abc import Sequence

from missiondesk.domain.actor import Channel, Engagement
from missiondesk.domain.wording import Wording
from missiondesk.services.missions import MissionDetail
from missiondesk.ui.choices import mission_options, office_options
from missiondesk.ui.records_tab import RecordsTab
from missiondesk.ui.widgets.fields import (
    ChoiceField,
    ParagraphField,
    PeriodField,
    worded_options,
)
from missiondesk.ui.widgets.record_form import RecordForm
from missiondesk.ui.widgets.table import Column


class ContactRecords(RecordsTab[Engagement]):
    """When one met, what was said, what follows; the owner is the actor."""

    name = "actorContacts"

    def title(self) -> str:
        return self._tr.say("Contacts with the actor")

    def words(self) -> tuple[str, str, str, str]:
        say = self._tr.say
        return (
            say("What was said today"),
            say("Note contact"),
            say("Contacts tell the next secretary what was said and what was promised to be done."),
            say("Remove contact"),
        )

    def columns(self) -> list[Column[Engagement]]:
        tr = self._tr
        return [
            Column(
                tr.say("Date"),
                lambda it: tr.period(it.date) if it.date else "–",
                detail=lambda it: tr.show(it.channel),
                sort=lambda it: it.date.last if it.date else None,
            ),
            Column(tr.say("Summary"), lambda it: it.summary, stretch=1, width=170, wrap=True),
            Column(
                tr.say("Follow-up"),
                lambda it: it.follow_up or "–",
                detail=self._due,
                wrap=True,
                width=150,
            ),
        ]

    def _due(self, it: Engagement) -> str:
        if it.followed_up is not None:
            return self._tr.say("✓ done {date}", date=it.followed_up)
        if it.follow_up_due is None:
            return ""
        return self._tr.say("due {date}", date=it.follow_up_due)

    def make_form(self) -> RecordForm[Engagement]:
        tr, say = self._tr, self._tr.say
        form: RecordForm[Engagement] = RecordForm(self._desk.engagements.revise, name="contactForm")

        def period(name: str, label: str) -> PeriodField:
            write = form.writer(name)
            return PeriodField(name, label, tr, write, today=self._desk.this_day, above=True)

        channels = worded_options(Channel, tr)
        form.add_row(
            period("date", say("Date")),
            ChoiceField(
                "channel", say("How"), tr, form.writer("channel"), options=channels, above=True
            ),
        )
        for name, label in (("summary", say("Summary")), ("follow_up", say("Follow-up"))):
            form.add(ParagraphField(name, label, tr, form.writer(name), least=2, above=True))
        form.add_row(period("follow_up_due", say("Due")), period("followed_up", say("Done on")))
        self._of_mission = form.add(
            ChoiceField(
                "mission", say("Mission"), tr, form.writer("mission"), none=say("no mission"),
                above=True,
            )
        )  # fmt: skip
        self._office = form.add(
            ChoiceField(
                "office", say("Who follows up"), tr, form.writer("office"),
                none=say("no one yet"), above=True,
            )
        )  # fmt: skip
        return form

    def prepare(self, record: Engagement) -> None:
        self._of_mission.set_options(mission_options(self._desk, self._tr))
        self._office.set_options(office_options(self._desk, self._tr, (record.office,)))

    def records(self, detail: MissionDetail) -> Sequence[Engagement]:
        return ()

    def add_record(self, mission: str, wording: Wording) -> str:
        summary = wording.da or wording.en
        return self._desk.engagements.log(Engagement("", actor=mission, summary=summary)).id

    def remove_record(self, record: Engagement) -> str:
        self._desk.engagements.remove(record.id)
        return self._tr.say("The contact was removed.")
