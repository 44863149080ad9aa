# SPDX-License-Identifier: Apache-2.0
"""The commitments of one actor: table and form, the state by what may follow."""

from __future__ import annotations

from collections.abc import Sequence

from missiondesk.domain.actor import ActorCommitment, ContributionKind, PromiseState
from missiondesk.domain.lifecycle import may_follow
from missiondesk.domain.mission import Publication
from missiondesk.domain.wording import Wording
from missiondesk.services.coalition_words import promised_amount
from missiondesk.services.missions import MissionDetail
from missiondesk.ui.actors.quantity import add_quantity
from missiondesk.ui.choices import mission_options
from missiondesk.ui.labels import mark
from missiondesk.ui.records_tab import RecordsTab
from missiondesk.ui.told_findings import findings_column
from missiondesk.ui.widgets.fields import (
    ChoiceField,
    ParagraphField,
    PeriodField,
    WordingField,
    worded_options,
)
from missiondesk.ui.widgets.record_form import RecordForm
from missiondesk.ui.widgets.table import Column


class PromiseRecords(RecordsTab[ActorCommitment]):
    """What one actor commits to; the owner is the actor."""

    name = "actorPromises"
    several = ActorCommitment

    def title(self) -> str:
        return self._tr.say("Commitments of the actor")

    def words(self) -> tuple[str, str, str, str]:
        say = self._tr.say
        return (
            say("What the actor commits to"),
            say("Add commitment"),
            say("A seat in the coalition follows a commitment that is kept (C1)."),
            say("Remove commitment"),
        )

    def columns(self) -> list[Column[ActorCommitment]]:
        tr = self._tr
        return [
            Column(tr.say("Mission"), self._code),
            Column(
                tr.say("Commitment"),
                lambda it: it.text.in_language(tr.lang),
                detail=lambda it: f"{tr.show(it.kind)} · {promised_amount(it, tr)}",
                stretch=1,
                width=180,
                wrap=True,
            ),
            Column(
                tr.say("State"),
                lambda it: mark(it.state, tr).text,
                detail=lambda it: tr.period(it.state_date) if it.state_date else "",
                colour=lambda it: mark(it.state, tr).colour,
            ),
            Column(
                tr.say("Next check"),
                lambda it: tr.period(it.next_check) if it.next_check else "–",
                sort=lambda it: it.next_check.last if it.next_check else None,
                folds=2,
            ),
            findings_column(tr, self.worst, lambda _it: "wait"),
        ]

    def _code(self, it: ActorCommitment) -> str:
        mission = self._desk.missions.get(it.mission) if it.mission else None
        return mission.code if mission is not None else "–"

    # -- the form ------------------------------------------------------------------------
    def make_form(self) -> RecordForm[ActorCommitment]:
        tr, say = self._tr, self._tr.say
        form: RecordForm[ActorCommitment] = RecordForm(
            self._desk.actor_commitments.revise, name="promiseForm"
        )
        self._written = form
        form.add(
            WordingField(
                "text", say("Commitment"), tr, form.writer("text"), paragraph=True, above=True
            )
        )
        self._state = form.add(self._choice("state", say("State"), ()))
        form.add_row(
            self._period("state_date", say("State since")),
            self._period("next_check", say("Next check")),
        )
        form.add(
            ParagraphField(
                "evidence",
                say("Evidence"),
                tr,
                form.writer("evidence"),
                least=2,
                hint=say("What shows that it is kept, or why it was withdrawn."),
                above=True,
            )
        )
        form.add(self._period("evidence_date", say("Evidence of")))
        self._of_mission = form.add(self._choice("mission", say("Mission"), (), say("no mission")))
        self._initiative = form.add(
            self._choice("initiative", say("Initiative"), (), say("of the mission itself"))
        )
        form.add(self._choice("kind", say("Brings"), worded_options(ContributionKind, tr)))
        add_quantity(form, tr)
        form.add_row(self._period("start", say("From")), self._period("end", say("Until")))
        form.add(
            ParagraphField(
                "conditions",
                say("Conditions"),
                tr,
                form.writer("conditions"),
                least=2,
                above=True,
            )
        )
        publications = worded_options(Publication, tr)
        form.add(self._choice("publication", say("Publication"), publications))
        return form

    def _choice(
        self, name: str, label: str, options: Sequence[tuple[object, str]], none: str | None = None
    ) -> ChoiceField:
        write = self._written.writer(name)
        return ChoiceField(name, label, self._tr, write, options=options, none=none, above=True)

    def _period(self, name: str, label: str) -> PeriodField:
        write = self._written.writer(name)
        return PeriodField(name, label, self._tr, write, today=self._desk.this_day, above=True)

    def prepare(self, record: ActorCommitment) -> None:
        tr = self._tr
        states = [one for one in PromiseState if may_follow(record.state, one)]
        self._state.set_options(worded_options([record.state, *states], tr))
        self._of_mission.set_options(mission_options(self._desk, tr))
        initiatives = self._desk.initiatives.of_mission(record.mission) if record.mission else ()
        self._initiative.set_options(
            [(one.id, f"{one.code} {one.title.in_language(tr.lang)}") for one in initiatives]
        )

    # -- verbs ---------------------------------------------------------------------------
    def records(self, detail: MissionDetail) -> Sequence[ActorCommitment]:
        return ()

    def add_record(self, mission: str, wording: Wording) -> str:
        made = ActorCommitment("", actor=mission, text=wording)
        return self._desk.actor_commitments.add(made).id

    def remove_record(self, record: ActorCommitment) -> str:
        self._desk.actor_commitments.remove(record.id)
        return self._tr.say("The commitment “{text}” was removed.", text=record.text)
