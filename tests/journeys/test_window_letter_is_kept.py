# SPDX-License-Identifier: Apache-2.0
"""A letter's whole life in the real window: what was issued is printed again, byte for byte."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from missiondesk.domain.letter import LetterKind, LetterState
from missiondesk.services.desk import Desk
from missiondesk.services.workspaces import open_desk
from missiondesk.ui.application import Application
from missiondesk.ui.pages import PageName
from tests.journeys.traveller import Traveller, answer, press_on_start_page
from tests.pdf_text import page_texts
from tests.screens import LetterScreen, settle
from tests.ui.letters.letters_screen import set_the_stage

AFTER_SIGNING = "I 2031 er højst 20.000 unge uden job og uddannelse."


def test_issued_superseded_and_printed_again_the_same(
    program: Application, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "breve.mission"
    press_on_start_page(program, "new")
    assert program.start_window is not None
    answer(qtbot, program.start_window, "fileDialog", path)
    me = Traveller(program, qtbot)
    mission = set_the_stage(me.desk).mission
    page = LetterScreen(me)

    # Draft, check, clear, sign, issue.
    me.go_to(PageName.LETTERS)
    page.begin(mission=mission.id, language="da")
    first = me.letters.editor.key
    me.window.navigate(PageName.LETTERS, f"{first}#follow_up")
    me.type_into("follow_up", "1.2.2027")
    for _ in range(4):
        page.move_on()
    issued = me.desk.letters.get(first)
    assert issued is not None and issued.state is LetterState.ISSUED and issued.number
    assert "som de blev udsendt" in page.notice()
    assert not me.window.undo.undo.isEnabled(), "issuing is not taken back"
    original = me.wait_for_pages()

    # The data move on: the letter stands, and says where it differs.
    me.window.navigate(PageName.MISSIONS, mission.id)
    me.open_tab("missionTabs", "mission")
    me.type_into("sentence", AFTER_SIGNING, "da")
    me.go_to(PageName.LETTERS)
    assert "Afviger fra det udsendte brev" in page.notice()
    ((place, was, now),) = page.places()
    assert place == "Missionen" and AFTER_SIGNING in now and AFTER_SIGNING not in was
    me.press("backToLetter")
    assert me.wait_for_pages() == original

    # Superseded by a revision that says it.
    me.press("supersedeLetter")
    second = me.letters.editor.key
    for _ in range(4):
        page.move_on()
    revised = me.wait_for_pages()
    assert AFTER_SIGNING in " ".join(" ".join(page_texts(revised)).split())
    assert [states(me.desk, key) for key in (first, second)] == [
        (LetterKind.MISSION, LetterState.SUPERSEDED),
        (LetterKind.REVISION, LetterState.ISSUED),
    ]
    assert [row[3] for row in page.register()] == [
        "–\N{NO-BREAK SPACE}Afløst",
        "✓\N{NO-BREAK SPACE}Udsendt",
    ]

    # The first one is exported again: the very bytes, now and after a restart.
    me.window.navigate(PageName.LETTERS, first)
    me.press("exportLetter")
    target = tmp_path / "igen.pdf"
    answer(qtbot, me.window, "exportDialog", target)
    qtbot.waitUntil(target.exists)
    settle()
    assert target.read_bytes() == original
    me.leave()
    again = open_desk(path, read_only=True)
    assert again.printing.letter(first).data == original
    assert again.printing.letter(second).data == revised
    again.close()


def states(desk: Desk, key: str) -> tuple[LetterKind, LetterState]:
    letter = desk.letters.get(key)
    assert letter is not None
    return letter.kind, letter.state
