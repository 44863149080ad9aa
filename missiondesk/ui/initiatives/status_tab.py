# SPDX-License-Identifier: Apache-2.0
"""How an initiative stands: traffic lights with what they are computed from, the track that
follows, and what people judge.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtWidgets import QWidget

from missiondesk.domain.assessment import Confidence
from missiondesk.domain.finding import Finding
from missiondesk.domain.initiative import Initiative, Light, Track
from missiondesk.domain.lights import lights_of
from missiondesk.domain.refused import Refused
from missiondesk.language import Translator
from missiondesk.services import light_words
from missiondesk.services.desk import Desk
from missiondesk.ui.frame_sheet import FrameSheet
from missiondesk.ui.labels import mark
from missiondesk.ui.millions import MillionsField
from missiondesk.ui.told_findings import told
from missiondesk.ui.widgets.facts import Facts
from missiondesk.ui.widgets.fields import (
    ChoiceField,
    NumberField,
    ParagraphField,
    PeriodField,
    TextField,
    worded_options,
)
from missiondesk.ui.widgets.looks import column, push_button, row, text_label
from missiondesk.ui.widgets.record_form import RecordForm
from missiondesk.ui.widgets.scroll_page import ScrollPage
from missiondesk.ui.widgets.side_by_side import SideBySide

# The fields that are edited here.
STATUS_FIELDS: Final = (
    "benefit_light", "overall_light", "track", "baseline_cost", "forecast_cost", "currency",
    "baseline_end", "impact", "feasibility", "risk_level", "evidence_level",
    "delivery_confidence", "confidence_date", "confidence_note", "fte", "spent",
)  # fmt: skip


class StatusTab(ScrollPage):
    """Lights and judgement, two forms over one initiative."""

    def __init__(self, desk: Desk, tr: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent, margins=(0, 8, 16, 16))
        self._desk, self._tr = desk, tr
        self._shown: Initiative | None = None
        revise = desk.initiatives.revise
        self.lights: RecordForm[Initiative] = RecordForm(revise, name="initiativeLights")
        self.judged: RecordForm[Initiative] = RecordForm(revise, name="initiativeJudged")
        self._make_lights()
        self._make_judged()
        self.body.addWidget(SideBySide(self.lights, self.judged, least=400, width=400))

    # -- building ------------------------------------------------------------------------
    def _make_lights(self) -> None:
        form, tr, say = self.lights, self._tr, self._tr.say
        form.heading(say("Lights"))
        self.computed = Facts(say("Lights"), "lights")
        form.body.addWidget(self.computed)
        lights = worded_options(Light, tr)
        form.add_row(
            *(
                ChoiceField(
                    name, label, tr, form.writer(name), options=lights, none=say("not judged"),
                    above=True,
                )
                for name, label in (
                    ("benefit_light", say("Benefits, judged by people")),
                    ("overall_light", say("Overall, as judged by people")),
                )
            )
        )  # fmt: skip
        form.body.addWidget(self._track_line())
        form.heading(say("Decided and expected"))
        form.add_row(
            *(
                MillionsField(name, label, tr, form.writer(name), above=True,
                              counted_in=lambda: _millions(form.record, tr))
                for name, label in (
                    ("baseline_cost", say("Cost decided, million")),
                    ("forecast_cost", say("Cost now expected, million")),
                )
            ),
            TextField("currency", say("Currency"), tr, form.writer("currency"), short=True,
                      above=True),
        )  # fmt: skip
        form.add_row(self._period(form, "baseline_end", say("End decided")))
        form.body.addWidget(
            text_label(
                say("Cost: more than 10 per cent or DKK 6 million over is red, any less yellow. "
                    "Time: more than three months late is red, from one month on yellow; counted "
                    "from the last day of the end decided to that of the end now expected."),
                "detail",
                wrap=True,
            )
        )  # fmt: skip

    def _track_line(self) -> QWidget:
        say = self._tr.say
        self.track = text_label("", wrap=True)
        self.track.setObjectName("initiativeTrack")
        self.tracks = {
            one: push_button(say(one.word), f"track_{one.value}", self._follower(one))
            for one in Track
        }
        self.refusal = text_label("", "refusal", wrap=True)
        self.refusal.hide()
        self._buttons = row(*self.tracks.values(), None)
        self.kept = text_label("", "detail", wrap=True)
        self.kept.setObjectName("initiativeJudgements")
        self.keep_button = push_button(say("Keep this half-year's judgement"), "keepJudgement",
                                       self._keep)  # fmt: skip
        keeping = row(self.keep_button, None)
        return column(self.track, self._buttons, self.kept, keeping, self.refusal, gap=6)

    def _make_judged(self) -> None:
        form, tr, say = self.judged, self._tr, self._tr.say
        form.heading(say("Judged from 1 to 5"))
        scales = (
            ("impact", say("Impact")), ("feasibility", say("Feasibility")),
            ("risk_level", say("Risk")), ("evidence_level", say("Strength of evidence")),
        )  # fmt: skip
        steps = [(step, str(step)) for step in range(1, 6)]
        fields = [
            ChoiceField(
                name, label, tr, form.writer(name), options=steps, none=say("not judged"),
                above=True,
            )
            for name, label in scales
        ]  # fmt: skip
        form.add_row(*fields[:2])
        form.add_row(*fields[2:])
        form.heading(say("Confidence in delivery"))
        options = [(one, mark(one, tr).text) for one in Confidence]
        form.add_row(
            ChoiceField(
                "delivery_confidence", say("Confidence"), tr, form.writer("delivery_confidence"),
                options=options, none=say("not judged"), above=True,
            ),
            self._period(form, "confidence_date", say("Judged on")),
        )  # fmt: skip
        form.add(
            ParagraphField(
                "confidence_note", say("Why"), tr, form.writer("confidence_note"), least=2,
                above=True,
            )
        )  # fmt: skip
        form.heading(say("Spent"))
        form.add(NumberField("fte", say("Work years it takes"), tr, form.writer("fte"), above=True))
        self.spent = FrameSheet(tr, form.writer("spent"), "spent", say("Money spent"))
        form.body.addWidget(self.spent)

    def _period(self, form: RecordForm[Initiative], name: str, label: str) -> PeriodField:
        write = form.writer(name)
        return PeriodField(name, label, self._tr, write, today=self._desk.this_day, above=True)

    # -- showing -------------------------------------------------------------------------
    def show_initiative(self, found: Initiative) -> None:
        """Show an initiative."""
        tr = self._tr
        self._shown = found
        lights = lights_of(found, self._desk.today)
        self.computed.show_facts(
            (
                (tr.say("Cost"), light_words.cost(found, tr)),
                (tr.say("Schedule"), light_words.schedule(found, tr)),
                (tr.say("Benefits"), light_words.light(lights.benefit, tr)),
                (tr.say("Shown as"), light_words.whole(lights, tr)),
            )
        )
        for form in (self.lights, self.judged):
            form.show_record(found)
            form.set_read_only(self._desk.read_only)
        self.spent.show_frame(found.spent, found.id)
        self.spent.setEnabled(not self._desk.read_only)
        self._show_kept(found)
        self._show_track(found, {lights.shown, lights.worst} & {Light.YELLOW, Light.RED} != set())

    def _show_kept(self, found: Initiative) -> None:
        """The judgements of former half-years, on which "red twice running" rests (G8)."""
        tr = self._tr
        kept = self._desk.initiatives.assessments(found.id)
        said = "; ".join(
            tr.say("{period}: {light}", period=one.period, light=light_words.light(one.light, tr))
            for one in kept
        )
        self.kept.setText(tr.say("Judged by half-year: {judgements}", judgements=said))
        self.kept.setVisible(bool(kept))
        judged = found.overall_light is not None
        self.keep_button.setVisible(judged and not self._desk.read_only)

    def _show_track(self, found: Initiative, wanted: bool) -> None:
        tr = self._tr
        self.refusal.hide()
        said = ""
        if found.track is not None and found.track_since is not None:
            said = tr.say(
                "What follows: {track}, since {date}.", track=found.track, date=found.track_since
            )
        elif found.track is not None:
            said = tr.say("What follows: {track}.", track=found.track)
        elif wanted:
            said = tr.say("▲ Yellow or red asks for one of three tracks:")
        self.track.setText(said)
        self.track.setVisible(bool(said))
        self._buttons.setVisible(wanted and not self._desk.read_only)
        for one, button in self.tracks.items():
            button.setVisible(one is not found.track)

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Show the findings on fields of this tab."""
        for form in (self.lights, self.judged):
            mine = [one for one in findings if form.field(one.field) is not None]
            form.show_findings(told(mine, self._tr))

    def focus_field(self, name: str) -> bool:
        """Go to a field; False when it is not here."""
        if name == "spent":
            self.spent.sheet.focus_editor()
            return True
        return self.lights.focus_field(name) or self.judged.focus_field(name)

    # -- verbs ---------------------------------------------------------------------------
    def _keep(self) -> None:
        if self._shown is not None:
            self._desk.initiatives.assess(self._shown.id)

    def _follower(self, track: Track) -> Callable[[], None]:
        def follow() -> None:
            if self._shown is None:
                return
            self.refusal.hide()
            try:
                self._desk.initiatives.follow(self._shown.id, track)
            except Refused as refused:
                self.refusal.setText(self._tr.tell(refused.message))
                self.refusal.show()

        return follow


def _millions(shown: Initiative | None, tr: Translator) -> str:
    """What the costs are counted in."""
    currency = shown.currency if shown is not None else ""
    if currency in ("", "DKK"):
        return tr.say("DKK million")
    return tr.say("{currency} million", currency=currency)
