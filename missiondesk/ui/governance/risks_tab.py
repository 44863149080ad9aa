# SPDX-License-Identifier: Apache-2.0
"""Risks as a list or as a field of five by five, and what waits for what."""

from __future__ import annotations

from collections.abc import Callable

from missiondesk.domain.issue import Risk, RiskResponse, RiskState
from missiondesk.domain.wording import Wording
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.services.print_plan import PrintJob
from missiondesk.services.risk_register import SEVERE
from missiondesk.services.risks import weight_of
from missiondesk.ui.choices import mission_options, office_options
from missiondesk.ui.governance.options import initiative_options
from missiondesk.ui.governance.tab import RecordsInTab
from missiondesk.ui.hub import Hub
from missiondesk.ui.labels import mark
from missiondesk.ui.pages import Navigate
from missiondesk.ui.records_tab import RecordsTab
from missiondesk.ui.widgets.fields import (
    ChoiceField,
    ParagraphField,
    PeriodField,
    worded_options,
)
from missiondesk.ui.widgets.record_form import RecordForm
from missiondesk.ui.widgets.table import Column

_STEPS = range(1, 6)


class RiskRecords(RecordsTab[Risk]):
    """Risks, the heaviest first."""

    name = "risks"
    several = Risk
    form_width = 400

    def title(self) -> str:
        return self._tr.say("Risks")

    def words(self) -> tuple[str, str, str, str]:
        say = self._tr.say
        return (
            say("What may happen, one sentence"),
            say("Add risk"),
            say("No risk is noted yet. Begin with what would hurt a mission most."),
            say("Remove risk"),
        )

    def columns(self) -> list[Column[Risk]]:
        tr = self._tr
        return [
            Column(tr.say("No."), lambda it: it.number),
            Column(
                tr.say("Risk"),
                lambda it: it.event,
                detail=lambda it: " → ".join(filter(None, (it.cause, it.effect))),
                stretch=1,
                width=190,
                wrap=True,
            ),
            Column(tr.say("About"), self._about, folds=1),
            Column(
                tr.say("Weight"),
                self._weight,
                colour=lambda it: "bad" if (weight_of(it) or 0) >= SEVERE else "ink",
                sort=lambda it: -(weight_of(it) or 0),
                folds=3,
            ),
            Column(
                tr.say("State"),
                lambda it: mark(it.state, tr).text,
                colour=lambda it: mark(it.state, tr).colour,
                folds=2,
            ),
        ]

    def _about(self, it: Risk) -> str:
        initiative = self._desk.initiatives.get(it.initiative) if it.initiative else None
        mission = self._desk.missions.get(it.mission) if it.mission else None
        return initiative.code if initiative else mission.code if mission else "–"

    def _weight(self, it: Risk) -> str:
        weight = weight_of(it)
        if weight is None:
            return self._tr.say("not judged")
        sign = "■\u00a0" if weight >= SEVERE else ""
        return f"{sign}{weight} ({it.probability} × {it.impact})"

    def make_form(self) -> RecordForm[Risk]:
        tr, say = self._tr, self._tr.say
        form: RecordForm[Risk] = RecordForm(self._desk.risks.revise, name="riskForm")
        for name, label in (
            ("cause", say("Because")),
            ("event", say("This may happen")),
            ("effect", say("With this effect")),
        ):
            form.add(ParagraphField(name, label, tr, form.writer(name), least=2, above=True))
        steps = [(one, str(one)) for one in _STEPS]
        form.add_row(
            ChoiceField("probability", say("Probability, 1 to 5"), tr, form.writer("probability"),
                        options=steps, none=say("not judged"), above=True),
            ChoiceField("impact", say("Impact, 1 to 5"), tr, form.writer("impact"),
                        options=steps, none=say("not judged"), above=True),
        )  # fmt: skip
        self._chosen = {
            name: form.add(ChoiceField(name, label, tr, form.writer(name), none=none, above=True))
            for name, label, none in (
                ("mission", say("Mission of the risk"), say("none")),
                ("initiative", say("Initiative of the risk"), say("none")),
                ("owner", say("Who watches it"), say("nobody yet")),
            )
        }
        form.add_row(
            ChoiceField("response", say("Response"), tr, form.writer("response"),
                        options=worded_options(RiskResponse, tr), none=say("not decided"),
                        above=True),
            ChoiceField("state", say("State of the risk"), tr, form.writer("state"),
                        options=worded_options(RiskState, tr), above=True),
        )  # fmt: skip
        form.add(ParagraphField("measure", say("What is done about it"), tr,
                                form.writer("measure"), least=2, above=True))  # fmt: skip
        form.add(PeriodField("review", say("Looked at again"), tr, form.writer("review"),
                             today=self._desk.this_day, above=True))  # fmt: skip
        return form

    def prepare(self, record: Risk) -> None:
        desk, tr = self._desk, self._tr
        self._chosen["mission"].set_options(mission_options(desk, tr))
        self._chosen["initiative"].set_options(
            initiative_options(desk, tr, record.mission, [record.initiative])
        )
        self._chosen["owner"].set_options(office_options(desk, tr, [record.owner], holders=False))

    def add_record(self, mission: str, wording: Wording) -> str:
        return self._desk.risks.add(Risk("", event=wording.only(self._tr.lang))).id

    def remove_record(self, record: Risk) -> str:
        self._desk.risks.remove(record.id)
        return self._tr.say("The risk was removed.")


class RisksTab(RecordsInTab):
    """Risks as a list, or in a field of probability and impact."""

    def __init__(self, desk: Desk, hub: Hub, tr: Translator, navigate: Navigate) -> None:
        super().__init__(desk, hub, tr, navigate)
        self.list = RiskRecords(desk, hub, tr)
        self.set_up(self.list, None, "risksPicture")

    def refresh(self) -> None:
        """Read the risks again."""
        self.list.show_owned("", self.findings_of("risk"), self._desk.risks.all())
        if self.pictured:
            self.show_picture()

    def headline(self) -> tuple[str, str]:
        """How many weigh heavily."""
        tr = self._tr
        rows = [one for one in self._desk.risks.all() if one.state is RiskState.OPEN]
        if not rows:
            return tr.say("No open risk is noted"), ""
        severe = sum((weight_of(one) or 0) >= SEVERE for one in rows)
        unjudged = sum(weight_of(one) is None for one in rows)
        detail = tr.say(
            "Weight is probability times impact; {limit} or more is heavy.", limit=SEVERE
        )
        if unjudged:
            said = tr.plural("{count} is not judged.", "{count} are not judged.", unjudged)
            detail = f"{said} {detail}"
        return tr.plural(
            "{count} of {all} open risks is heavy", "{count} of {all} open risks are heavy",
            severe, all=len(rows),
        ), detail  # fmt: skip

    def document(self) -> Callable[[], PrintJob] | None:
        """The register of risks."""
        return self._kind("risk-register")

    def swap_words(self) -> tuple[str, str]:
        """Field or list."""
        return self._tr.say("Show five by five"), self._tr.say("Show the list")

    def show_picture(self) -> None:
        """The field of five by five."""
        if self.card is not None:
            self.card.show_plot(self._desk.pictures.risks(self._tr.lang))
