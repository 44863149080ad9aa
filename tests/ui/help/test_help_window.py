# SPDX-License-Identifier: Apache-2.0
"""F1 opens the guide at the page in front; it is read by keyboard and fetches nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from missiondesk.language import LANGUAGES, translator
from missiondesk.services.desk import Desk
from missiondesk.system.settings import WindowPlace
from missiondesk.ui.confidential.locked_window import LockedWindow
from missiondesk.ui.help.topics import FIRST, TOPICS, search
from missiondesk.ui.help.window import HelpWindow
from missiondesk.ui.pages import PageName
from missiondesk.ui.theme import apply_theme
from tests.screens import Screen, settle
from tests.walker import alike, heard, off_the_tab_way, silent_cells, unnamed

Opened = Callable[..., Screen]
_IMAGE = QTextDocument.ResourceType.ImageResource.value


@pytest.fixture(params=LANGUAGES)
def guide(request: pytest.FixtureRequest, qtbot: QtBot) -> HelpWindow:
    made = HelpWindow(translator(str(request.param)))
    qtbot.addWidget(made)
    made.show()
    settle()
    return made


def test_the_windows_beside_the_work_wear_its_look(qtbot: QtBot) -> None:
    """They have no parent whose style sheet they would wear."""
    tr = translator("da")
    for made in (HelpWindow(tr), LockedWindow(tr, WindowPlace(0, 0, 900, 600), safe=True)):
        worn = made.styleSheet()
        qtbot.addWidget(made)
        assert "QPushButton" in worn, made.objectName()


def rows(guide: HelpWindow) -> list[str]:
    return [guide.contents.item(row).text().strip() for row in range(guide.contents.count())]


def test_f1_asks_for_the_page_in_front(sample: Desk, window_on: Opened) -> None:
    screen = window_on(sample)
    asked: list[str] = []
    screen.window.asked.connect(asked.append)
    for page in (PageName.ROADMAP, PageName.IMPORT):
        screen.go_to(page)
        screen.window.menus.actions["help"].trigger()
    assert asked == ["help:roadmap", "help:import"]
    assert screen.window.menus.actions["help"].shortcut().toString() == "F1"


def test_each_page_is_shown_whole(guide: HelpWindow) -> None:
    for name in TOPICS:
        guide.open(name)
        assert guide.current() == (name, "")
        text = guide.reader.toPlainText()
        assert len(text) > 200
        assert "**" not in text
        assert "](" not in text
        assert guide.reader.horizontalScrollBar().maximum() == 0, name


def test_pages_that_were_read_are_not_kept(guide: HelpWindow) -> None:
    # Each keeps its pictures: some megabytes, which grew to hundreds in a working day.
    for width in (1060, 760):  # reading at another width lays the page out anew
        guide.resize(width, 760)
        for name in TOPICS[:6]:
            guide.open(name)
            settle()
    assert len(guide.reader.findChildren(QTextDocument)) == 1


def test_a_screen_reader_hears_its_parts(guide: HelpWindow) -> None:
    for name in ("letters", "glossary"):
        guide.open(name)
        settle()
        spoken = heard(guide)
        assert unnamed(guide, spoken) == []
        assert alike(guide, spoken) == []
        assert silent_cells(guide) == []
        assert off_the_tab_way(guide) == []


def test_back_and_forward(guide: HelpWindow) -> None:
    guide.open("letters")
    guide.open("roadmap")
    guide.back_button.click()
    assert guide.current() == ("letters", "")
    guide.back()
    assert guide.current()[0] == FIRST
    assert not guide.back_button.isEnabled()
    guide.forward()
    assert guide.current() == ("letters", "")
    guide.open("history")
    assert not guide.forward_button.isEnabled()


def test_a_heading_of_the_contents_brings_it_into_view(guide: HelpWindow) -> None:
    guide.resize(900, 420)
    guide.open("governance")
    settle()
    inner = [
        row for row in range(guide.contents.count()) if guide.contents.item(row).text()[0] == " "
    ]
    assert len(inner) == 5
    item = guide.contents.item(inner[3])
    guide.contents.itemActivated.emit(item)
    settle()
    item = guide.contents.item(inner[3])
    cursor = guide.reader.textCursor()
    assert cursor.block().text() == item.text().strip()
    assert guide.reader.viewport().rect().contains(guide.reader.cursorRect(cursor))
    assert guide.reader.verticalScrollBar().value() > 0


def test_search_lists_places_and_enter_opens_the_first(guide: HelpWindow) -> None:
    language = guide._tr.lang
    word = {"da": "skærmlæser", "en": "screen reader"}[language]
    guide.query.setFocus()
    QTest.keyClicks(guide.query, word)
    assert len(rows(guide)) == len(search(word, language)) > 0
    QTest.keyClick(guide.query, Qt.Key.Key_Return)
    settle()
    assert guide.current()[0] == search(word, language)[0].topic.name
    # What was found stays, so that the next place is one key away.
    assert len(rows(guide)) == len(search(word, language))
    guide.query.setText("zzzz")
    assert rows(guide) == []
    assert guide.found.isVisibleTo(guide)
    guide.query.clear()
    assert len(rows(guide)) > len(TOPICS)


def test_links_inside_lead_on_and_links_outside_lead_nowhere(guide: HelpWindow) -> None:
    guide.reader.anchorClicked.emit(QUrl("copies.md"))
    assert guide.current() == ("copies", "")
    for outside in ("https://example.org/", "file:///etc/hostname", "javascript:alert(1)"):
        guide.reader.anchorClicked.emit(QUrl(outside))
        assert guide.current() == ("copies", "")
    assert not guide.reader.openLinks()
    assert not guide.reader.openExternalLinks()


def test_nothing_but_the_guides_pictures_is_loaded(guide: HelpWindow) -> None:
    assert isinstance(guide.reader.loadResource(_IMAGE, QUrl("roadmap.png")), QImage)
    for name in (
        "https://example.org/roadmap.png",
        "file:///etc/hostname",
        "../../icons/missiondesk.png",
        "/etc/hostname",
        "no-such.png",
    ):
        assert guide.reader.loadResource(_IMAGE, QUrl(name)) is None
    style = QTextDocument.ResourceType.StyleSheetResource.value
    assert guide.reader.loadResource(style, QUrl("roadmap.png")) is None


def test_escape_clears_the_search_and_then_closes(guide: HelpWindow) -> None:
    guide.query.setText("brev")
    guide._escape()
    assert guide.query.text() == ""
    assert guide.isVisible()
    guide._escape()
    assert not guide.isVisible()


def test_it_speaks_another_language_and_wears_another_look(
    qtbot: QtBot, qapp: QApplication
) -> None:
    made = HelpWindow(translator("da"))
    qtbot.addWidget(made)
    made.open("roadmap")
    made.show()
    made.speak(translator("en"))
    assert "Roadmap" in made.windowTitle()
    apply_theme(qapp, "dark")
    try:
        made.speak(translator("en"))
        settle()
        ground = made.reader.grab().toImage().pixelColor(5, 5)
        assert ground.lightness() < 60
    finally:
        apply_theme(qapp, "light")
