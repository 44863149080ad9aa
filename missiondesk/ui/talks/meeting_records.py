# SPDX-License-Identifier: Apache-2.0
"""The meetings of a round, and the form of the chosen one."""

from __future__ import annotations

from collections.abc import Sequence

from missiondesk.domain.negotiation import Audience, TalksMeeting
from missiondesk.domain.party import Party
from missiondesk.domain.wording import Wording
from missiondesk.services.missions import MissionDetail
from missiondesk.ui.choices import party_options
from missiondesk.ui.records_tab import RecordsTab
from missiondesk.ui.widgets.fields import (
    ChoiceField,
    MultiChoiceField,
    ParagraphField,
    PeriodField,
    TextField,
    worded_options,
)
from missiondesk.ui.widgets.record_form import RecordForm
from missiondesk.ui.widgets.table import Column


class MeetingRecords(RecordsTab[TalksMeeting]):
    """Who met when, on what, and what came of it."""

    name = "talksMeetings"
    form_width = 280

    def title(self) -> str:
        return self._tr.say("Meetings")

    def words(self) -> tuple[str, str, str, str]:
        say = self._tr.say
        return (
            say("Title of a meeting"),
            say("Add meeting"),
            say("Meetings keep their agenda with the points that may part the parties, and what "
                "was said."),
            say("Remove meeting"),
        )  # fmt: skip

    def columns(self) -> list[Column[TalksMeeting]]:
        tr = self._tr
        return [
            Column(tr.say("Date"), lambda it: tr.period(it.date) if it.date else "–",
                   sort=lambda it: it.date.last if it.date else None),
            Column(tr.say("Meeting"), lambda it: it.title, detail=self._codes, stretch=1,
                   width=150, wrap=True, strong=True),
            Column(tr.say("Who may see it"), lambda it: tr.show(it.audience), wrap=True, folds=1),
        ]  # fmt: skip

    def _codes(self, it: TalksMeeting) -> str:
        now = self._desk.situation
        found = [one.code for key in it.parties if (one := now.get(Party, key)) is not None]
        return ", ".join(found)

    def make_form(self) -> RecordForm[TalksMeeting]:
        tr, say = self._tr, self._tr.say
        form: RecordForm[TalksMeeting] = RecordForm(self._desk.talks.revise, name="meetingForm")
        write = form.writer
        form.add(TextField("title", say("Title"), tr, write("title"), above=True))
        form.add(
            PeriodField(
                "date", say("Date"), tr, write("date"), today=self._desk.this_day, above=True
            )
        )
        form.add(TextField("place", say("Place"), tr, write("place"), above=True))
        form.add(
            ParagraphField(
                "agenda",
                say("Agenda"),
                tr,
                write("agenda"),
                least=3,
                above=True,
                hint=say("With the points that may part the parties."),
            )
        )
        form.add(ParagraphField("minutes", say("Minutes"), tr, write("minutes"), least=3,
                                above=True))  # fmt: skip
        form.add(
            ChoiceField("audience", say("Who may see it"), tr, write("audience"),
                        options=worded_options(Audience, tr), above=True)
        )  # fmt: skip
        self._parties = form.add(
            MultiChoiceField("parties", say("Taking part"), tr, write("parties"), columns=1,
                             above=True)
        )  # fmt: skip
        return form

    def prepare(self, record: TalksMeeting) -> None:
        self._parties.set_options(party_options(self._desk))

    def records(self, detail: MissionDetail) -> Sequence[TalksMeeting]:
        return ()

    def add_record(self, mission: str, wording: Wording) -> str:
        text = wording.in_language(self._tr.lang)
        return self._desk.talks.add(TalksMeeting("", talks_round=mission, title=text)).id

    def remove_record(self, record: TalksMeeting) -> str:
        self._desk.talks.remove(TalksMeeting, record.id)
        return self._tr.say("The meeting “{title}” was removed.", title=record.title)
