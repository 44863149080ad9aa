# SPDX-License-Identifier: Apache-2.0
"""The tabs of the portfolio; a new one is one line here and a file of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_
from missiondesk.services.print_plan import PrintJob
from missiondesk.ui.late_tab import LateTab, maker_of
from missiondesk.ui.pages import Navigate

if TYPE_CHECKING:
    from missiondesk.language import Translator
    from missiondesk.services.desk import Desk
    from missiondesk.ui.hub import Hub


class PortfolioTab(Protocol):
    """One tab, a QWidget built as ``XTab(desk, hub, tr, navigate)`` when it is first looked at.

    It does not listen to the hub: the page calls `refresh` when a Step concerns the portfolio.
    """

    def refresh(self) -> None:
        """Read everything from the desk again."""

    def headline(self) -> tuple[str, str]:
        """What was found, in a sentence, and a line of detail or ""."""

    def choose(self, key: str, field: str) -> bool:
        """Bring the record with this id into view; False when it is not of this tab."""

    def paper(self) -> PrintJob | None:
        """The document that says what the tab shows; None where there is none."""


@dataclass(frozen=True, slots=True)
class TabPlace:
    """One line of the table: key, word, and "file:Class" below this folder that makes it.

    Attributes:
        mends: Kinds of records that are looked at and mended there.
    """

    key: str
    word: str
    maker: str
    mends: tuple[str, ...] = ()


TABS: Final = (
    TabPlace("board", N_("Board"), "board_tab:BoardTab", ("initiative",)),
    TabPlace("gates", N_("Gates"), "gates_tab:GatesTab", ("gate", "criterion", "initiative")),
    TabPlace("views", N_("Pictures"), "views_tab:ViewsTab"),
    TabPlace("map", N_("Missions"), "map_tab:MapTab"),
    TabPlace("money", N_("Money"), "money_tab:MoneyTab", ("budget_line",)),
    TabPlace("stopped", N_("Stop list"), "stop_list_tab:StopListTab", ("initiative",)),
)


def late_tab(
    place: TabPlace, desk: Desk, hub: Hub, tr: Translator, navigate: Navigate
) -> LateTab[PortfolioTab]:
    """Stands in the row of tabs, and makes what belongs there when it is first looked at."""
    return LateTab(lambda: maker_of(__package__, place.maker)(desk, hub, tr, navigate), above=12)
