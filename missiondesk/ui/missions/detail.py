# SPDX-License-Identifier: Apache-2.0
"""One mission: its head, and tabs with everything that belongs to it, made when first opened."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Protocol, cast

from PySide6.QtWidgets import QVBoxLayout, QWidget

from missiondesk.domain.finding import Severity
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.services.missions import MissionDetail
from missiondesk.ui.hub import Hub
from missiondesk.ui.in_turns import InTurns
from missiondesk.ui.missions.actors_tab import ActorsTab
from missiondesk.ui.missions.commitments_tab import CommitmentsTab
from missiondesk.ui.missions.head_words import accountable
from missiondesk.ui.missions.indicators_tab import IndicatorsTab
from missiondesk.ui.missions.initiatives_tab import InitiativesTab
from missiondesk.ui.missions.learning_tab import LearningTab
from missiondesk.ui.missions.letter_buttons import LetterButtons
from missiondesk.ui.missions.letters_tab import LettersTab
from missiondesk.ui.missions.metric_tab import MetricTab
from missiondesk.ui.missions.milestones_tab import MilestonesTab
from missiondesk.ui.missions.mission_form import MissionForm
from missiondesk.ui.missions.places import tab_of
from missiondesk.ui.missions.status_tab import StatusTab
from missiondesk.ui.pages import Navigate
from missiondesk.ui.stocktakes_tab import StocktakesTab
from missiondesk.ui.theme import scaled
from missiondesk.ui.widgets.headline import Headline
from missiondesk.ui.widgets.looks import push_button, row
from missiondesk.ui.widgets.scroll_page import MARGIN, PART_LEAST, page_layout
from missiondesk.ui.widgets.tab_bar import Tabs


class Tab(Protocol):
    """What the head of a mission expects of a tab."""

    def show_detail(self, detail: MissionDetail) -> None:
        """Show this mission."""

    def focus_field(self, name: str) -> bool:
        """Put the cursor into a field; False when there is none of this name."""


class MissionView(QWidget):
    """Head and tabs of one mission.

    Args:
        back: Leads to the list of missions.
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
        self._desk = desk
        self._hub = hub
        self._tr = tr
        self._navigate = navigate
        self._go_back = back
        self._key = ""
        self._detail: MissionDetail | None = None
        self._made: dict[str, Tab] = {}
        self._fresh: set[str] = set()
        self._turns = InTurns(self)
        self._make_head()
        self._make_tabs()
        layout = page_layout(self)
        layout.setContentsMargins(MARGIN, 12, 16, 0)
        layout.setSpacing(8)
        layout.addWidget(row(self.back, None))
        layout.addWidget(_framed(self.head))
        layout.addWidget(self.refusal)
        layout.addWidget(self.tabs, 1)

    # -- building ------------------------------------------------------------------------
    def _make_head(self) -> None:
        say = self._tr.say
        self.back = push_button(
            say("All missions"), "backToMissions", self._go_back, "link", "arrow-left"
        )
        self.letters = LetterButtons(self._desk, self._tr, self._navigate)
        self.refusal = self.letters.refusal
        self.head = Headline(self.letters.revision, self.letters.letter)

    def _make_tabs(self) -> None:
        desk, hub, tr = self._desk, self._hub, self._tr
        self._makers: dict[str, tuple[str, Callable[[], QWidget]]] = {
            "metric": (tr.say("Key metric"), lambda: MetricTab(desk, hub, tr, self._navigate)),
            "mission": (
                tr.say("Mission"),
                lambda: MissionForm(desk, tr, self._navigate, self._removed),
            ),
            "milestones": (tr.say("Milestones"), lambda: MilestonesTab(desk, hub, tr)),
            "initiatives": (
                tr.say("Initiatives"),
                lambda: InitiativesTab(desk, hub, tr, self._navigate),
            ),
            "commitments": (tr.say("Commitments"), lambda: CommitmentsTab(desk, hub, tr)),
            "actors": (tr.say("Actors"), lambda: ActorsTab(desk, tr, self._navigate)),
            "status": (tr.say("Status"), lambda: StatusTab(desk, hub, tr)),
            "indicators": (tr.say("Indicators"), lambda: IndicatorsTab(desk, hub, tr)),
            "learning": (tr.say("Learning"), lambda: LearningTab(desk, hub, tr)),
            "stocktakes": (tr.say("Stocktakes"), lambda: StocktakesTab(desk, hub, tr)),
            "letters": (
                tr.say("Letters"),
                lambda: LettersTab(desk, tr, self._navigate, self.letters.write),
            ),
        }
        self.tabs = Tabs("missionTabs", tr.say("Parts of the mission"))
        self.tabs.setMinimumHeight(scaled(PART_LEAST))
        for key, (text, _make) in self._makers.items():
            room = QWidget()
            inside = QVBoxLayout(room)
            inside.setContentsMargins(0, 0, 0, 0)
            self.tabs.add(room, text, key)
        self.tabs.currentChanged.connect(lambda _place: self._show_tab(at_once=False))

    # -- showing -------------------------------------------------------------------------
    @property
    def key(self) -> str:
        """Id of the mission shown, "" for none."""
        return self._key

    def tab(self, key: str) -> QWidget:
        """A tab by its key, made if need be."""
        if key not in self._made:
            made = self._makers[key][1]()
            for place in range(self.tabs.count()):
                room = self.tabs.widget(place)
                layout = room.layout() if room is not None else None
                if room is not None and layout is not None and room.property("tab") == key:
                    layout.addWidget(made)
            self._made[key] = cast(Tab, made)
        return cast(QWidget, self._made[key])

    def show_mission(self, key: str, field: str = "", record: str = "") -> None:
        """Show a mission; with a field or a record of it, the place where that is edited."""
        if key != self._key:
            self.refusal.hide()
        self._key = key
        self._read(at_once=bool(field or record))
        if self._detail is None:
            return
        if not (field or record):
            self.tabs.tabBar().setFocus()
            return
        wanted = tab_of(field, record, self._detail)
        self.tabs.open(wanted)
        page = self.tab(wanted)
        self._show_tab()
        choose = getattr(page, "choose", None)
        if record and choose is not None:
            choose(record)
        if field:
            cast(Tab, page).focus_field(field)

    def refresh(self) -> None:
        """Read the mission again; one that is gone leads back to the list."""
        self._read(at_once=True)

    def _read(self, at_once: bool) -> None:
        if not self._key:
            return
        if self._desk.missions.get(self._key) is None:
            self._key = ""
            self._detail = None
            self._go_back()
            return
        self._detail = self._desk.missions.detail(self._key)
        self._fresh.clear()
        self._say_head(self._detail)
        self._show_tab(at_once)

    def _show_tab(self, at_once: bool = True) -> None:
        """Bring the tab in front up to date, a government's between events unless it is needed at
        once; the others wait until they are looked at.
        """
        parts = self._tab_in_parts()
        if self._desk.large and not at_once:
            self._turns.begin_next(parts)
            return
        self._turns.stop()
        for _part in parts:
            pass

    def _tab_in_parts(self) -> Iterator[None]:
        key = self.tabs.current()
        if not key:
            return
        self.tab(key)
        yield
        if self._detail is not None and key not in self._fresh:
            self._fresh.add(key)
            self._made[key].show_detail(self._detail)

    def _say_head(self, detail: MissionDetail) -> None:
        tr, mission = self._tr, detail.mission
        title = mission.title.in_language(tr.lang)
        parts = [mission.sentence.in_language(tr.lang), accountable(detail, self._desk, tr)]
        errors = sum(one.severity is Severity.ERROR for one in detail.findings)
        if errors:
            parts.append(
                tr.plural("■ {count} error needs a hand.", "■ {count} errors need a hand.", errors)
            )
        name = f"{mission.code} · {title}"
        self.head.say(name, " ".join(part for part in parts if part))
        self.letters.show_detail(detail)

    # -- verbs ---------------------------------------------------------------------------
    def _removed(self, name: str) -> None:
        self._hub.say(self._tr.say("The mission {name} was removed.", name=name), undoable=True)


def _framed(head: QWidget) -> QWidget:
    """The head ends where the pages' right margin begins; the tabs' scroll bars stand there."""
    made = QWidget()
    layout = QVBoxLayout(made)
    layout.setContentsMargins(0, 0, 12, 0)
    layout.addWidget(head)
    return made
