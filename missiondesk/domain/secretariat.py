# SPDX-License-Identifier: Apache-2.0
"""The secretariat whose workspace this is: its name on paper and the settings that every document
shares.
"""

from __future__ import annotations

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.letter import Classification
from missiondesk.domain.period import Period
from missiondesk.domain.wording import Wording

# Least and most distance of the address text from the paper's left and upper edge.
WINDOW_LEFT_MM = (10, 120)
WINDOW_TOP_MM = (20, 90)


@dataclass(frozen=True, slots=True)
class Secretariat:
    """The one record of settings in a workspace.

    Attributes:
        title: What the workspace is called in the window, "Missionssekretariatet 2026".
        sender: Letterhead, "Statsministeriet".
        address: Address lines of the sender.
        contact: One line for the foot of letters: telephone, web.
        data_date: The day to which all figures are read; None is today.
        term_start: First day of the term of office.
        window_left_mm: Left edge of the address text from the paper's edge.
        window_top_mm: Top of the first address line.
        sample: True in the sample: every document is marked EKSEMPEL.
        letter_pattern: How the office numbers its letters; "" is year and number.
        file_pattern: How the office names the files of its letters; "" is the desk's own way.
        platform_title: Title of the government platform.
        platform_date: When it was agreed.
        platform_parties: The parties behind it, as printed.
        finance_ministry: Id of the ministry of finance, which sits in boards with much money (G3).
        board_threshold: Øre above which the ministry of finance has to sit in the mission board.
        official_days: Working days an issue may lie with officials before it moves up (G5).
        committee_days: Working days it may lie above them before it goes to the committee.
    """

    id: str
    title: Wording = Wording()
    sender: Wording = Wording()
    address: str = ""
    contact: str = ""
    data_date: Period | None = None
    term_start: Period | None = None
    classification: Classification = Classification.INTERNAL
    window_left_mm: int = 25
    window_top_mm: int = 47
    sample: bool = False
    letter_pattern: str = ""
    file_pattern: str = ""
    platform_title: Wording = Wording()
    platform_date: Period | None = None
    platform_parties: str = ""
    finance_ministry: str | None = None
    board_threshold: int = 50_000_000_00
    official_days: int = 10
    committee_days: int = 20
