# SPDX-License-Identifier: Apache-2.0
"""What the window expects of a page, and the names by which pages send each other to records."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from typing import Protocol, runtime_checkable

from missiondesk.domain.message import N_

# navigate("missions", mission_id) shows a record; navigate("missions", None) the page alone.
# A record may carry a part after "#": navigate("missions", "<id>#baseline_value") also moves the
# focus to that field.
Navigate = Callable[[str, str | None], None]


# navigate(PageName.IMPORT, ASK_FOR_FILE) asks for the file to import; the id of a metric instead
# asks for one that feeds it.
ASK_FOR_FILE = "ask"


class PageName(StrEnum):
    """The pages, in the order of the side bar; a new page is one line here and nothing else.

    A line says: the page's name, what the side bar calls it, and the file and class below
    ``missiondesk.ui`` that make it.

    Attributes:
        word: What the side bar calls it, an id of the catalogue.
        maker: "folder.file:Class"; imported when the page is first needed.
    """

    word: str
    maker: str

    OVERVIEW = "overview", N_("Overview"), "overview.page:OverviewPage"
    MISSIONS = "missions", N_("Missions"), "missions.page:MissionsPage"
    INITIATIVES = "initiatives", N_("Initiatives"), "initiatives.page:InitiativesPage"
    PORTFOLIO = "portfolio", N_("Portfolio"), "portfolio.page:PortfolioPage"
    SCORECARD = "scorecard", N_("Scorecard"), "scorecard.page:ScorecardPage"
    ROADMAP = "roadmap", N_("Roadmap"), "roadmap.page:RoadmapPage"
    LETTERS = "letters", N_("Letters"), "letters.page:LettersPage"
    COMMITMENTS = "commitments", N_("Commitments"), "commitments.page:CommitmentsPage"
    GOVERNANCE = "governance", N_("Governance"), "governance.page:GovernancePage"
    SKILLS = "skills", N_("Skills"), "skills.page:SkillsPage"
    ACTORS = "actors", N_("Actors"), "actors.page:ActorsPage"
    TALKS = "talks", N_("Talks"), "talks.page:TalksPage"
    PLATFORM = "platform", N_("Platform"), "platform.page:PlatformPage"
    DOCUMENTS = "documents", N_("Documents"), "documents.page:DocumentsPage"
    ORGANISATION = "organisation", N_("Ministries and people"), "organisation.page:OrganisationPage"
    IMPORT = "import", N_("Import"), "importing.page:ImportPage"
    HISTORY = "history", N_("History"), "history.page:HistoryPage"
    SEARCH = "search", N_("Search"), "search.page:SearchPage"

    def __new__(cls, value: str, word: str, maker: str) -> PageName:
        member = str.__new__(cls, value)
        member._value_ = value
        member.word = word
        member.maker = maker
        return member

    @property
    def key(self) -> str:
        """Its key: Ctrl+1 to Ctrl+9, Ctrl+0 for the tenth, then Ctrl+Shift+1 and so on."""
        place = list(PageName).index(self) + 1
        return f"Ctrl+{place % 10}" if place <= 10 else f"Ctrl+Shift+{place - 10}"


class Page(Protocol):
    """One page of the window, a QWidget built as ``XPage(desk, hub, tr, navigate, parent)``.

    The window rebuilds its pages when the language changes, so a page has no retranslation. It
    follows ``hub.changed`` itself, as `SeenPage` does, and reloads only when ``step.touches(...)``
    concerns it.
    """

    def refresh(self) -> None:
        """Read everything from the desk again."""

    def show_record(self, key: str) -> None:
        """Bring the record ``key`` (or ``key#field``) into view and choose it."""

    def count(self) -> int | None:
        """The number beside its name in the side bar, or None for none."""


@runtime_checkable
class Printable(Protocol):
    """A page that answers Ctrl+P; without this the menu's "Print" is grey on it."""

    def print_page(self) -> None:
        """Ask for the printer and print what the page shows."""


@runtime_checkable
class Returnable(Protocol):
    """A page that opens records; when the window is built anew, the same one is opened again."""

    def record(self) -> str:
        """What `show_record` has to be given to come back to what is shown; "" for the list."""


@runtime_checkable
class BeginsHere(Protocol):
    """A page on which something is begun that the palette offers wherever one is."""

    def begin_here(self) -> None:
        """Put the keyboard where its first word is typed, or ask what it is to be."""


_SINCE = "since:"


def since(day: date) -> str:
    """What `Navigate` is given to show the steps of a day and those after it in the history."""
    return f"{_SINCE}{day.isoformat()}"


def read_since(key: str) -> date | None:
    """The day of a key that `since` made, None for any other key."""
    return date.fromisoformat(key.removeprefix(_SINCE)) if key.startswith(_SINCE) else None


def split_key(key: str) -> tuple[str, str]:
    """The record's id and the field's name ("" for none) of what `Navigate` was given."""
    record, _, field = key.partition("#")
    return record, field
