# SPDX-License-Identifier: Apache-2.0
"""Makes each page by its name; a page's room is imported when the page is first needed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from missiondesk.domain.message import N_
from missiondesk.ui.pages import Navigate, PageName

if TYPE_CHECKING:
    from missiondesk.language import Translator
    from missiondesk.services.desk import Desk
    from missiondesk.ui.hub import Hub

TITLES: Final = {
    PageName.OVERVIEW: N_("Overview"),
    PageName.MISSIONS: N_("Missions"),
    PageName.INITIATIVES: N_("Initiatives"),
    PageName.SCORECARD: N_("Scorecard"),
    PageName.ROADMAP: N_("Roadmap"),
    PageName.LETTERS: N_("Letters"),
    PageName.ORGANISATION: N_("Ministries and people"),
    PageName.IMPORT: N_("Import"),
    PageName.HISTORY: N_("History"),
}


def make_page(name: str, desk: Desk, hub: Hub, tr: Translator, navigate: Navigate) -> QWidget:
    """The page of this name, for this desk, in this language."""
    match PageName(name):
        case PageName.OVERVIEW:
            from missiondesk.ui.overview.page import OverviewPage

            return OverviewPage(desk, hub, tr, navigate)
        case PageName.MISSIONS:
            from missiondesk.ui.missions.page import MissionsPage

            return MissionsPage(desk, hub, tr, navigate)
        case PageName.INITIATIVES:
            from missiondesk.ui.initiatives.page import InitiativesPage

            return InitiativesPage(desk, hub, tr, navigate)
        case PageName.SCORECARD:
            from missiondesk.ui.scorecard.page import ScorecardPage

            return ScorecardPage(desk, hub, tr, navigate)
        case PageName.ROADMAP:
            from missiondesk.ui.roadmap.page import RoadmapPage

            return RoadmapPage(desk, hub, tr, navigate)
        case PageName.LETTERS:
            from missiondesk.ui.letters.page import LettersPage

            return LettersPage(desk, hub, tr, navigate)
        case PageName.ORGANISATION:
            from missiondesk.ui.organisation.page import OrganisationPage

            return OrganisationPage(desk, hub, tr, navigate)
        case PageName.IMPORT:
            from missiondesk.ui.importing.page import ImportPage

            return ImportPage(desk, hub, tr, navigate)
        case PageName.HISTORY:
            from missiondesk.ui.history.page import HistoryPage

            return HistoryPage(desk, hub, tr, navigate)
