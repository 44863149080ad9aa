# SPDX-License-Identifier: Apache-2.0
"""One actor: who it is and where it sits, what it commits to, the contacts with it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from missiondesk.domain import coalition
from missiondesk.domain.actor import ActorCommitment, Engagement
from missiondesk.domain.body import Body, Membership
from missiondesk.domain.finding import Finding
from missiondesk.language import Translator
from missiondesk.services.coalition_rows import ActorRow
from missiondesk.services.coalition_words import kept_said
from missiondesk.services.desk import Desk
from missiondesk.services.print_plan import PrintJob
from missiondesk.ui.actors.actor_form import actor_form
from missiondesk.ui.actors.contact_records import ContactRecords
from missiondesk.ui.actors.promise_records import PromiseRecords
from missiondesk.ui.document_output import DocumentOutput
from missiondesk.ui.hub import Hub
from missiondesk.ui.labels import mark
from missiondesk.ui.pages import Navigate, PageName
from missiondesk.ui.theme import scaled
from missiondesk.ui.told_findings import Mend, told
from missiondesk.ui.widgets.buttons import LongLink
from missiondesk.ui.widgets.facts import Facts
from missiondesk.ui.widgets.headline import Headline
from missiondesk.ui.widgets.looks import column, push_button, row, text_label
from missiondesk.ui.widgets.scroll_page import PART_LEAST, ScrollPage, page_layout
from missiondesk.ui.widgets.side_by_side import SideBySide
from missiondesk.ui.widgets.tab_bar import Tabs

_ASIDE = 372


class ActorView(QWidget):
    """Head and tabs of one actor.

    Args:
        back: Leads to the list.
    """

    def __init__(
        self,
        desk: Desk,
        hub: Hub,
        tr: Translator,
        navigate: Navigate,
        back: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._hub, self._tr = desk, hub, tr
        self._navigate, self._go_back = navigate, back
        self._key = ""
        say = tr.say
        self.letter = push_button(
            say("Write partner letter"), "writePartnerLetter", self.write_letter, "primary"
        )
        self.head = Headline(self.letter)
        self.output = DocumentOutput(desk, hub, tr)
        self.form = actor_form(desk, tr)
        self.facts = Facts(say("How the actor stands"), "actorFacts")
        self.seats = QVBoxLayout()
        self.promises = PromiseRecords(desk, hub, tr)
        self.contacts = ContactRecords(desk, hub, tr)
        self.tabs = Tabs("actorTabs", say("Parts of the actor"))
        self.tabs.setMinimumHeight(scaled(PART_LEAST))
        self.tabs.add(self._actor_page(), say("Actor"), "actor")
        self.tabs.add(self.promises, say("Commitments"), "promises")
        self.tabs.add(self.contacts, say("Contacts"), "contacts")
        back_button = push_button(say("All actors"), "backToActors", back, "link", "arrow-left")
        layout = page_layout(self)
        layout.setContentsMargins(28, 12, 28, 0)
        layout.setSpacing(8)
        for part in (row(back_button, None), self.head, self.output):
            layout.addWidget(part)
        layout.addWidget(self.tabs, 1)

    def _actor_page(self) -> QWidget:
        say = self._tr.say
        self.remove_button = push_button(
            say("Remove actor"), "removeActor", self.remove, "plain", "trash-2"
        )
        seats = QWidget()
        seats.setLayout(self.seats)
        self.seats.setContentsMargins(0, 0, 0, 0)
        aside = column(self.facts, text_label(say("Seats"), "section"), seats, None, gap=12)
        page = ScrollPage(margins=(0, 12, 12, 16))
        page.body.addWidget(SideBySide(self.form, aside, least=380, width=_ASIDE))
        page.body.addWidget(row(self.remove_button, None))
        page.body.addStretch(1)
        return page

    # -- showing -------------------------------------------------------------------------
    @property
    def key(self) -> str:
        """Id of the actor shown, "" for none."""
        return self._key

    def show_actor(self, key: str, field: str = "", record: str = "") -> None:
        """Show an actor; with a record of it or a field, the tab where that is edited."""
        self._key = key
        self.refresh()
        now = self._desk.situation
        if now.get(ActorCommitment, record) is not None:
            self.tabs.open("promises")
            self.promises.choose(record)
            _ = field and self.promises.focus_field(field)
        elif now.get(Engagement, record) is not None:
            self.tabs.open("contacts")
            self.contacts.choose(record)
            _ = field and self.contacts.focus_field(field)
        elif field:
            self.tabs.open("actor")
            self.form.focus_field(field)

    def refresh(self) -> None:
        """Read the actor again; one that is gone leads back to the list."""
        if not self._key:
            return
        rows = self._desk.coalition.actors()
        found = next((one for one in rows if one.id == self._key), None)
        if found is None:
            self._key = ""
            self._go_back()
            return
        tr = self._tr
        self.head.say(found.actor.name, self._standing(found))
        self.form.show_record(found.actor)
        self.form.set_read_only(self._desk.read_only)
        mine = [one for one in found.findings if one.key == found.id or one.kind == "membership"]
        self.form.show_findings(told(mine, tr, self._mend))
        self.facts.show_facts(self._facts(found))
        self._show_seats(found)
        self.promises.show_owned(found.id, found.findings, found.promises)
        self.contacts.show_owned(found.id, (), self._desk.engagements.of_actor(found.id))
        self.letter.setEnabled(bool(found.live))
        self.remove_button.setEnabled(not self._desk.read_only)

    def _standing(self, found: ActorRow) -> str:
        tr = self._tr
        parts = [tr.show(found.actor.type), mark(found.standing, tr).text]
        parts.append(mark(found.actor.consent, tr).text)
        return " · ".join(parts)

    def _facts(self, found: ActorRow) -> list[tuple[str, str]]:
        tr = self._tr
        missions = [f"{one.code} {one.title.in_language(tr.lang)}" for one in found.missions]
        last = found.last
        met = ""
        if last is not None and last.date is not None:
            met = f"{tr.period(last.date)}, {tr.show(last.channel)}"
        rows = [
            (tr.say("Missions"), "\n".join(missions) or "–"),
            (tr.say("Live commitments"), tr.number(found.live)),
            (tr.say("Promises kept"), kept_said(coalition.kept_of(found.promises), tr)),
            (tr.say("Last contact"), met or "–"),
            (tr.say("Late follow-ups"), tr.number(found.due) if found.due else ""),
        ]
        return [one for one in rows if one[1]]

    def _show_seats(self, found: ActorRow) -> None:
        while (item := self.seats.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        if not found.seats:
            self.seats.addWidget(text_label(self._tr.say("No seat in a body."), "detail"))
        for place, seat in enumerate(found.seats):
            self.seats.addWidget(row(self._way_to(seat, place), None))

    def _way_to(self, seat: Membership, place: int) -> QWidget:
        tr = self._tr
        body = self._desk.situation.get(Body, seat.body)
        name = body.name.in_language(tr.lang) if body is not None else "?"
        text = f"{name} · {tr.show(seat.role)}"
        return push_button(
            text,
            f"seat{place}",
            lambda: self._navigate(PageName.GOVERNANCE, seat.id),
            "link",
            made_as=LongLink,
        )

    # -- verbs ---------------------------------------------------------------------------
    def _mend(self, finding: Finding) -> Mend | None:
        if finding.kind != "membership":
            return None
        say = self._tr.say
        return say("Go to the seat"), lambda: self._navigate(PageName.GOVERNANCE, finding.key)

    def write_letter(self) -> None:
        """Ask for a place and write the partner letter there."""
        self.output.export(self._letter)

    def print(self) -> None:
        """Print the partner letter."""
        self.output.print(self._letter)

    def _letter(self) -> PrintJob:
        return self._desk.printing.prepare("partner-letters", self._tr.lang, subject=self._key)

    def remove(self) -> None:
        """Remove the actor; undo brings it back with all that belongs to it."""
        found = self._desk.actors.get(self._key)
        if found is None:
            return
        self._desk.actors.remove(found.id)
        said = self._tr.say("The actor {name} was removed.", name=found.name)
        self._hub.say(said, undoable=True)
