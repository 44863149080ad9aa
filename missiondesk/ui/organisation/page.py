# SPDX-License-Identifier: Apache-2.0
"""The page of ministries and people: who answers for what today, and the secretariat itself."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from missiondesk.domain.commitment import Commitment
from missiondesk.domain.letter import Letter
from missiondesk.domain.mission import Mission
from missiondesk.domain.organisation import Appointment, Ministry, Office, OfficeLevel, Person
from missiondesk.domain.secretariat import Secretariat
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.ui.hub import Hub
from missiondesk.ui.organisation.ministries import MinistriesTab
from missiondesk.ui.organisation.offices import OfficesTab
from missiondesk.ui.organisation.secretariat import SecretariatTab
from missiondesk.ui.pages import Navigate, split_key
from missiondesk.ui.seen_page import SeenPage
from missiondesk.ui.widgets.headline import Headline
from missiondesk.ui.widgets.scroll_page import page_layout
from missiondesk.ui.widgets.tab_bar import Tabs

_CONCERNS = (Ministry, Office, Person, Appointment, Secretariat, Mission, Commitment, Letter)


class OrganisationPage(SeenPage, QWidget):
    """Three tabs: offices with their holders, ministries, the secretariat."""

    def __init__(
        self,
        desk: Desk,
        hub: Hub,
        tr: Translator,
        navigate: Navigate,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("organisationPage")
        self._desk, self._say = desk, tr
        self.head = Headline()
        self.offices = OfficesTab(desk, hub, tr, navigate)
        self.ministries = MinistriesTab(desk, hub, tr)
        self.secretariat = SecretariatTab(desk, tr)
        self.tabs = Tabs("organisationTabs", tr.say("Ministries and people"))
        self.tabs.add(self.offices, tr.say("Offices and people"), "offices")
        self.tabs.add(self.ministries, tr.say("Ministries"), "ministries")
        self.tabs.add(self.secretariat, tr.say("The secretariat"), "secretariat")
        layout = page_layout(self)
        layout.addWidget(self.head)
        layout.addWidget(self.tabs, 1)
        self.follow(hub, *_CONCERNS)
        self.read_again()

    def refresh(self) -> None:
        """Read everything again."""
        for tab in (self.offices, self.ministries, self.secretariat):
            tab.refresh()
        ministers = self._desk.organisation.ministers()
        vacant = sum(it.person is None for it in ministers)
        say = self._say
        if not ministers:
            coming = self._desk.organisation.coming_rows()
            ahead = [it.office for it in coming if it.office.level is OfficeLevel.MINISTER]
            sentence = (
                say.say("The first minister's office begins: {date}", date=ahead[0].valid_from)
                if ahead
                else say.say("No minister's office yet")
            )
        elif vacant == len(ministers) == 1:
            sentence = say.say("The only minister's office is vacant")
        elif vacant:
            sentence = say.plural(
                "{count} of {all} ministers' offices is vacant",
                "{count} of {all} ministers' offices are vacant",
                vacant,
                all=len(ministers),
            )
        else:
            sentence = say.plural(
                "The only minister's office is filled",
                "All {count} ministers' offices are filled",
                len(ministers),
            )
        detail = say.say("As of {date}. A reshuffle is a few appointments.", date=self._desk.today)
        if len(ministers) - vacant == 0:
            detail = say.say(
                "First the ministry, then its office, then who is appointed to it; a mission's "
                "minister is chosen among the offices."
            )
        self.head.say(sentence, detail)

    def show_record(self, key: str) -> None:
        """Bring a ministry, office, person, appointment, the secretariat or a tab into view."""
        record, field = split_key(key)
        now = self._desk.situation
        if record == "ministries":
            self.tabs.open(record)
        elif now.get(Secretariat, record) is not None:
            self.tabs.open("secretariat")
            self.secretariat.choose(field)
        elif now.get(Ministry, record) is not None:
            self.tabs.open("ministries")
            self.ministries.choose(record, field)
        else:
            self.tabs.open("offices")
            self.offices.choose(self._office_of(record), field)

    def _office_of(self, record: str) -> str:
        """The office of an appointment or of a person's newest one, else the record itself."""
        held = self._desk.situation.all(Appointment)
        found = [it.office for it in held if record in (it.id, it.person)]
        return found[-1] if found else record

    def count(self) -> int | None:
        """No number: what matters here is said in the headline."""
        return None
