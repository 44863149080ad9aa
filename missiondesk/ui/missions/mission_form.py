# SPDX-License-Identifier: Apache-2.0
"""What a mission says and who answers for it: the form of the mission itself."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from missiondesk.domain.finding import Finding
from missiondesk.domain.lifecycle import may_follow
from missiondesk.domain.mission import ActorType, Mission, MissionState, Publication
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.services.missions import PROFILE, MissionDetail
from missiondesk.ui.choices import office_options
from missiondesk.ui.missions.removal import MissionRemoval
from missiondesk.ui.missions.widths import WIDEST
from missiondesk.ui.pages import Navigate, PageName
from missiondesk.ui.theme import scaled
from missiondesk.ui.told_findings import Mend, told
from missiondesk.ui.widgets.fields import (
    ChoiceField,
    MultiChoiceField,
    ParagraphField,
    PeriodField,
    TextField,
    WordingField,
    worded_options,
)
from missiondesk.ui.widgets.record_form import RecordForm
from missiondesk.ui.widgets.scroll_page import ScrollPage


class MissionForm(ScrollPage):
    """Title, sentence, story, time, state, offices, actors, and the removal of the mission.

    Args:
        navigate: Leads to where ministers are made.
        removed: Called after the mission was removed, with its name.
    """

    def __init__(
        self,
        desk: Desk,
        tr: Translator,
        navigate: Navigate,
        removed: Callable[[str], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, margins=(0, 16, 12, 16))
        self._desk = desk
        self._tr, self._navigate = tr, navigate
        self.form: RecordForm[Mission] = RecordForm(desk.missions.revise, name="missionForm")
        self.form.setMaximumWidth(scaled(WIDEST))
        self._said()
        self._timed()
        self._owned()
        self._more()
        self.body.addWidget(self.form)
        self.removal = MissionRemoval(desk, tr, removed)
        self.body.addWidget(self.removal)
        self.body.addStretch(1)

    # -- building ------------------------------------------------------------------------
    def _said(self) -> None:
        form, tr, say = self.form, self._tr, self._tr.say
        form.heading(say("What the mission says"))
        form.add(TextField("code", say("Code"), tr, form.writer("code"), short=True))
        form.add(WordingField("title", say("Title"), tr, form.writer("title")))
        form.add(
            WordingField(
                "sentence",
                say("In one sentence"),
                tr,
                form.writer("sentence"),
                paragraph=True,
                hint=say("How much, for whom, by when; at most 25 words."),
            )
        )
        for name, label, least in (
            ("narrative", say("The story"), 3),
            ("challenge", say("The challenge"), 2),
            ("target_group", say("Target group"), 2),
        ):
            form.add(WordingField(name, label, tr, form.writer(name), paragraph=True, least=least))

    def _timed(self) -> None:
        form, tr, say = self.form, self._tr, self._tr.say
        form.heading(say("Time and state"))
        self.state = form.add(
            ChoiceField(
                "state",
                say("State"),
                tr,
                self._advance,
                hint=say("Only the states that may follow are offered."),
            )
        )
        for name, label in (("start", say("Begins")), ("horizon", say("Horizon"))):
            form.add(PeriodField(name, label, tr, form.writer(name), today=self._desk.this_day))
        form.add(
            ChoiceField(
                "publication",
                say("Publication"),
                tr,
                form.writer("publication"),
                options=worded_options(Publication, tr),
            )
        )

    def _owned(self) -> None:
        form, tr, say = self.form, self._tr, self._tr.say
        form.heading(say("Who answers for it"))
        self.accountable = form.add(
            ChoiceField(
                "accountable_office",
                say("Accountable"),
                tr,
                self._assign,
                none=say("no one yet"),
                hint=say(
                    "A minister is made under “Ministries and people”: first the ministry, then "
                    "its office, then who is appointed to it."
                ),
            )
        )
        self.co_offices = form.add(
            MultiChoiceField("co_offices", say("Shared with"), tr, form.writer("co_offices"))
        )
        form.add(
            MultiChoiceField(
                "actor_types",
                say("Coalition of actors"),
                tr,
                form.writer("actor_types"),
                options=worded_options(ActorType, tr),
            )
        )

    def _more(self) -> None:
        form, tr, say = self.form, self._tr, self._tr.say
        form.heading(say("More"))
        labels = (
            say("Tangled causes, 1–5"),
            say("Unknown solutions, 1–5"),
            say("Scale, 1–5"),
            say("Conflict, 1–5"),
        )
        levels = [(level, str(level)) for level in range(1, 6)]
        for name, label in zip(PROFILE, labels, strict=True):
            form.add(
                ChoiceField(
                    name, label, tr, form.writer(name), options=levels, none=say("not judged")
                )
            )
        form.add(
            WordingField(
                "platform_reference",
                say("In the government platform"),
                tr,
                form.writer("platform_reference"),
            )
        )
        form.add(ParagraphField("note", say("Note"), tr, form.writer("note")))

    # -- showing -------------------------------------------------------------------------
    def show_detail(self, detail: MissionDetail) -> None:
        """Show a mission with the findings that speak of it."""
        tr, mission = self._tr, detail.mission
        following = [one for one in MissionState if may_follow(mission.state, one)]
        self.state.set_options(worded_options([mission.state, *following], tr))
        used = (mission.accountable_office, *mission.co_offices)
        offices = office_options(self._desk, tr, used)
        if self._offered != offices:
            self._offered = offices
            self.accountable.set_options(offices)
        titles = office_options(self._desk, tr, used, holders=False)
        shared = [one for one in titles if one[0] != mission.accountable_office]
        if self._shared != shared:
            self._shared = shared
            self.co_offices.set_options(shared)
        self.form.show_record(mission)
        here = [one for one in detail.findings if one.concerns(mission)]
        self.form.show_findings(told(here, tr, self._way_to_ministers))
        self.form.set_read_only(self._desk.read_only)
        self.removal.show_mission(mission)

    _offered: list[tuple[str, str]] | None = None
    _shared: list[tuple[str, str]] | None = None

    def focus_field(self, name: str) -> bool:
        """Put the cursor into a field; False when the form has none of this name."""
        return self.form.focus_field(name)

    def _way_to_ministers(self, finding: Finding) -> Mend | None:
        """Where the minister is missing, the list may have none to choose: lead to where one is
        made, or appointed to the office that stands vacant.
        """
        if finding.rule != "L1" or self._desk.read_only:
            return None
        verb = self._tr.say("Go to “Ministries and people”")
        return verb, lambda: self._navigate(PageName.ORGANISATION, self._office_lacking())

    def _office_lacking(self) -> str:
        mission = self.form.record
        return (mission.accountable_office if mission is not None else None) or "ministries"

    # -- verbs ---------------------------------------------------------------------------
    def _advance(self, state: MissionState) -> None:
        if self.form.record is not None:
            self._desk.missions.advance(self.form.record.id, state)

    def _assign(self, office: str | None) -> None:
        if self.form.record is not None:
            self._desk.missions.assign(self.form.record.id, office)
