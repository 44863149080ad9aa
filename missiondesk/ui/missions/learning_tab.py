# SPDX-License-Identifier: Apache-2.0
"""What was learned on a mission: believed, done, seen, and what follows from it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from missiondesk.domain.learning import EvidenceSource, LearningEntry
from missiondesk.domain.message import N_
from missiondesk.domain.mission import Publication
from missiondesk.domain.refused import Refused
from missiondesk.domain.wording import Wording
from missiondesk.services.missions import MissionDetail
from missiondesk.services.naming import name_of
from missiondesk.ui.records_tab import RecordsTab
from missiondesk.ui.widgets.fields import (
    ChoiceField,
    NumberField,
    PeriodField,
    WordingField,
    worded_options,
)
from missiondesk.ui.widgets.record_form import RecordForm
from missiondesk.ui.widgets.table import Column

_FULL, _HOLLOW = "●", "○"


class LearningTab(RecordsTab[LearningEntry]):
    """Learning entries, the newest first."""

    name = "learning"

    def title(self) -> str:
        return self._tr.say("Learning")

    def words(self) -> tuple[str, str, str, str]:
        say = self._tr.say
        return (
            say("What did we see? One sentence"),
            say("Add learning"),
            say("Nothing is written down yet. Begin with one thing that surprised you."),
            say("Remove learning"),
        )

    def columns(self) -> list[Column[LearningEntry]]:
        tr = self._tr
        return [
            Column(tr.say("When"), lambda it: tr.period(it.period), sort=lambda it: it.period.last),
            Column(
                tr.say("What we saw"),
                lambda it: it.saw.in_language(tr.lang) or it.hypothesis.in_language(tr.lang),
                detail=lambda it: it.so_what.in_language(tr.lang),
                detail_lines=3,
                stretch=1,
                width=190,
                wrap=True,
            ),
            Column(
                tr.say("Evidence base"),
                lambda it: tr.say(it.source.word),
                detail=self._strength,
                sort=lambda it: it.strength or 0,
                folds=1,
            ),
        ]

    def _strength(self, it: LearningEntry) -> str:
        if it.strength is None:
            return self._tr.say("not judged")
        signs = _FULL * it.strength + _HOLLOW * (5 - it.strength)
        return self._tr.say("{signs} {strength} of 5", signs=signs, strength=it.strength)

    def make_form(self) -> RecordForm[LearningEntry]:
        tr, say = self._tr, self._tr.say
        form: RecordForm[LearningEntry] = RecordForm(
            self._desk.learning.revise, name="learningForm"
        )
        self._form = form
        texts = (
            ("saw", say("What we saw")),
            ("hypothesis", say("What we believed")),
            ("did", say("What we did")),
            ("so_what", say("What it means")),
            ("decision", say("What was decided because of it")),
        )
        for name, label in texts:
            form.add(WordingField(name, label, tr, form.writer(name), paragraph=True, above=True))
        today = self._desk.this_day
        form.add(PeriodField("period", say("When"), tr, self._dated, today=today, above=True))
        form.add(
            ChoiceField(
                "source",
                say("Where the knowledge comes from"),
                tr,
                form.writer("source"),
                options=worded_options(EvidenceSource, tr),
                above=True,
            )
        )
        form.add(
            NumberField(
                "strength",
                say("Strength of the evidence, 1 to 5"),
                tr,
                form.writer("strength"),
                whole=True,
                hint=say("1 is an impression, 5 several sound studies."),
                above=True,
            )
        )
        self._initiative = form.add(
            ChoiceField(
                "initiative",
                say("Initiative"),
                tr,
                form.writer("initiative"),
                none=say("the whole mission"),
                above=True,
            )
        )
        form.add(
            ChoiceField(
                "publication",
                say("Publication"),
                tr,
                form.writer("publication"),
                options=worded_options(Publication, tr),
                above=True,
            )
        )
        return form

    def _dated(self, value: Any) -> None:
        if value is None:
            raise Refused(N_("An entry needs a date."), field="period")
        self._form.writer("period")(value)

    def prepare(self, record: LearningEntry) -> None:
        rows = self._desk.situation.initiatives_of(record.mission)
        self._initiative.set_options([(one.id, name_of(one, self._tr.lang)) for one in rows])

    def records(self, detail: MissionDetail) -> Sequence[LearningEntry]:
        return tuple(reversed(detail.learning))

    def add_record(self, mission: str, wording: Wording) -> str:
        return self._desk.learning.add(mission, saw=wording).id

    def remove_record(self, record: LearningEntry) -> str:
        self._desk.learning.remove(record.id)
        return self._tr.say("The entry was removed.")
