# SPDX-License-Identifier: Apache-2.0
"""From agreement to government on the screen: a sheet of agreed clauses, missions, and undo."""

from __future__ import annotations

from collections.abc import Callable

from missiondesk.domain.mission import Mission
from missiondesk.domain.party import Party
from missiondesk.domain.wording import Wording
from missiondesk.services.desk import Desk
from missiondesk.ui.pages import PageName
from missiondesk.ui.widgets.tab_bar import Tabs
from tests.screens import Screen, settle
from tests.talks_builders import a_party, a_round

Opened = Callable[[Desk], Screen]


def test_missions_are_made_of_what_was_agreed(desk: Desk, window_on: Opened) -> None:
    desk.talks.add(a_party(code="A"))
    table = tuple(one.id for one in desk.situation.all(Party))
    desk.talks.add(a_round(parties=table))
    chapter = desk.platform.add_chapter(Wording("Arbejde"))
    for word in ("Flere i arbejde.", "Kortere ventetid."):
        clause = desk.talks.text.add_clause(chapter.id, Wording(word))
        desk.talks.text.accept(clause.id, table)
    screen = window_on(desk)
    screen.go_to(PageName.TALKS)
    screen.find(Tabs, "talksTabs").open("agreement")
    settle()
    assert screen.heading() == "2 aftalte punkter er endnu ikke mål"
    screen.paste_into("agreementSheet", "Alle i arbejde\nHurtig hjælp", column=1)
    screen.paste_into("agreementSheet", "Andel i arbejde\t70\t2030", column=3)
    screen.press("makeMissions")
    assert screen.toast().startswith("2 missioner er lavet")
    assert [one.title.da for one in desk.situation.all(Mission)] == [
        "Alle i arbejde", "Hurtig hjælp",
    ]  # fmt: skip
    assert screen.heading() == "0 aftalte punkter er endnu ikke mål"
    rows = screen.table("becameTable")
    assert [row[1] for row in rows] == ["M1", "M2"]
    assert rows[0][2].startswith("▲")
    screen.undo()
    assert desk.situation.all(Mission) == ()
    assert screen.heading() == "2 aftalte punkter er endnu ikke mål"
