# SPDX-License-Identifier: Apache-2.0
"""The list of constellations with their seats and verdicts, and the form of the chosen one."""

from __future__ import annotations

from collections.abc import Sequence

from missiondesk.domain.party import Constellation
from missiondesk.domain.wording import Wording
from missiondesk.services.missions import MissionDetail
from missiondesk.services.seat_words import verdict_word
from missiondesk.services.seats import Standing
from missiondesk.ui.records_tab import RecordsTab
from missiondesk.ui.widgets.fields import ParagraphField, TextField
from missiondesk.ui.widgets.record_form import RecordForm
from missiondesk.ui.widgets.table import Column


class ConstellationRecords(RecordsTab[Constellation]):
    """All constellations of an election."""

    name = "constellations"
    form_width = 240
    _standings: dict[str, Standing] = {}  # noqa: RUF012 - replaced as a whole, never changed

    def title(self) -> str:
        return self._tr.say("Constellations")

    def words(self) -> tuple[str, str, str, str]:
        say = self._tr.say
        return (
            say("A new constellation, “A + F + V”"),
            say("Add constellation"),
            say("A constellation is a government that might be. Name one, then say who stands "
                "where."),
            say("Remove constellation"),
        )  # fmt: skip

    def columns(self) -> list[Column[Constellation]]:
        say = self._tr.say
        return [
            Column(say("Constellation"), lambda it: it.name, stretch=1, width=150, wrap=True,
                   strong=True),
            Column(say("For"), lambda it: str(self._of(it).whole.in_favour), right=True,
                   sort=lambda it: self._of(it).whole.in_favour),
            Column(say("Against"), lambda it: str(self._of(it).whole.against), right=True,
                   sort=lambda it: self._of(it).whole.against),
            Column(say("Verdict"), lambda it: verdict_word(self._of(it).whole, self._tr),
                   colour=lambda it: self._of(it).whole.verdict.tone),
            Column(say("Without N. Atlantic"), self._less,
                   colour=lambda it: self._of(it).without.verdict.tone, folds=1),
        ]  # fmt: skip

    def _of(self, it: Constellation) -> Standing:
        return self._standings[it.id]

    def _less(self, it: Constellation) -> str:
        return verdict_word(self._of(it).without, self._tr)

    def make_form(self) -> RecordForm[Constellation]:
        tr, say = self._tr, self._tr.say
        form: RecordForm[Constellation] = RecordForm(
            self._desk.talks.revise, name="constellationForm"
        )
        form.add(TextField("name", say("Name"), tr, form.writer("name"), above=True))
        form.add(ParagraphField("note", say("Note"), tr, form.writer("note"), least=2, above=True))
        return form

    def show_standings(self, election: str, standings: Sequence[Standing]) -> None:
        """Show the constellations of an election."""
        self._standings = {one.id: one for one in standings}
        self.show_owned(election, (), [one.constellation for one in standings])

    def records(self, detail: MissionDetail) -> Sequence[Constellation]:
        return ()

    def add_record(self, mission: str, wording: Wording) -> str:
        text = wording.in_language(self._tr.lang)
        return self._desk.talks.add(Constellation("", election=mission, name=text)).id

    def remove_record(self, record: Constellation) -> str:
        self._desk.talks.remove(Constellation, record.id)
        return self._tr.say("The constellation “{name}” was removed.", name=record.name)
