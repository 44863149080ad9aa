# SPDX-License-Identifier: Apache-2.0
"""The tabs of skills, each made when it is first looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_
from missiondesk.ui.late_tab import LateTab, maker_of
from missiondesk.ui.pages import Navigate

if TYPE_CHECKING:
    from missiondesk.language import Translator
    from missiondesk.services.desk import Desk
    from missiondesk.ui.hub import Hub


class SkillsTab(Protocol):
    """One tab, a QWidget; it does not listen to the hub, the page refreshes it."""

    def refresh(self) -> None:
        """Read everything from the desk again."""

    def open(self, key: str, field: str) -> bool:
        """Bring the record with this id into view; False when it is not of this tab."""


@dataclass(frozen=True, slots=True)
class TabPlace:
    """Key, word, "file:Class" that makes it, and the kind of record that is mended there."""

    key: str
    word: str
    maker: str
    kind: str = ""


TABS: Final = (
    TabPlace("map", N_("Skills over units"), "heat_tab:HeatTab"),
    TabPlace("needs", N_("Needs"), "needs_tab:NeedsTab", "skill_requirement"),
    TabPlace("quarters", N_("By quarter"), "quarters_tab:QuartersTab"),
    TabPlace("units", N_("Units"), "units_tab:UnitsTab", "capability"),
    TabPlace("sourcing", N_("Sourcing plan"), "sourcing_tab:SourcingTab", "sourcing_action"),
    TabPlace("experts", N_("Experts"), "experts_tab:ExpertsTab", "expert"),
    TabPlace("list", N_("List of skills"), "list_tab:ListTab", "skill"),
)


def late_tab(
    place: TabPlace, desk: Desk, hub: Hub, tr: Translator, navigate: Navigate
) -> LateTab[SkillsTab]:
    """Stands in the row of tabs, and makes what belongs there when it is first looked at."""
    return LateTab(lambda: maker_of(__package__, place.maker)(desk, hub, tr, navigate), above=12)
