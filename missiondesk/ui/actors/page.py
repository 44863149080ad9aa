# SPDX-License-Identifier: Apache-2.0
"""The page of actors: the coalition in front, an actor when it is opened."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from missiondesk.domain.actor import Actor, ActorCommitment, CoalitionNeed, Engagement
from missiondesk.domain.body import Body, Membership
from missiondesk.domain.decision import Decision
from missiondesk.domain.initiative import Initiative
from missiondesk.domain.mission import Mission
from missiondesk.domain.organisation import Office
from missiondesk.domain.secretariat import Secretariat
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.ui.actors.actor_view import ActorView
from missiondesk.ui.actors.front import TABS, Front
from missiondesk.ui.hub import Hub
from missiondesk.ui.list_and_detail import ListAndDetail
from missiondesk.ui.pages import Navigate, split_key

_SHOWN = (
    Actor, ActorCommitment, CoalitionNeed, Engagement, Membership, Body, Mission, Initiative,
    Decision, Office, Secretariat,
)  # fmt: skip


class ActorsPage(ListAndDetail[Front, ActorView]):
    """Who takes part in the missions, with what, and how it goes."""

    def __init__(
        self,
        desk: Desk,
        hub: Hub,
        tr: Translator,
        navigate: Navigate,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("actorsPage")
        self._desk = desk
        front = Front(desk, hub, tr, navigate)
        view = ActorView(desk, hub, tr, navigate, self.show_list)
        self.set_up(front, view, hub, _SHOWN)

    def show_list(self) -> None:
        """Leave the actor for the tab that was in front, with the actor chosen there."""
        self._stack.setCurrentIndex(0)
        self._freshen()
        if self.view.key:
            self.list.choose(self.view.key)

    def show_record(self, key: str) -> None:
        """Open an actor, its commitment or contact, a need, or the tab of this name; "needs#id"
        shows the needs of a mission.
        """
        wanted, field = split_key(key)
        now = self._desk.situation
        record: Any = now.get(ActorCommitment, wanted) or now.get(Engagement, wanted)
        actor = record.actor if record is not None else wanted
        if now.get(Actor, actor) is not None:
            self.open_detail()
            self.view.show_actor(actor, field, wanted)
            return
        self.show_list()
        if now.get(CoalitionNeed, wanted) is not None:
            self.list.open("needs")
            self.list.front.show_record(wanted, field)
        elif any(line.key == wanted for line in TABS):
            self.list.open(wanted)
            if field:
                self.list.choose(field)

    def record(self) -> str:
        """The actor that is open, or the tab in front."""
        return self.list.tabs.current() if self.listed else self.view.key

    def count(self) -> int | None:
        """How many actors there are."""
        return len(self._desk.situation.all(Actor))

    def print_page(self) -> None:
        """Print what is in front."""
        (self.list if self.listed else self.view).print()
