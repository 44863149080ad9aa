# SPDX-License-Identifier: Apache-2.0
"""The preview is the very PDF, made anew by itself, and it keeps the reader's place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from missiondesk.domain.letter import BlockKind, Letter
from missiondesk.services.desk import Desk
from missiondesk.ui.widgets.pdf_pages import page_headings, page_picture, page_sizes
from missiondesk.ui.widgets.pdf_view import PdfPages
from tests.pdf_text import page_texts
from tests.ui.letters.letters_screen import Cast, LettersScreen


@pytest.fixture(autouse=True)
def opened(letter: Letter, screen: LettersScreen) -> None:
    screen.open(letter)
    screen.wait_for_pages()


@pytest.fixture
def pages(screen: LettersScreen) -> PdfPages:
    return screen.page.editor.preview.view.pages


def test_it_shows_the_bytes_that_are_exported(
    screen: LettersScreen, desk: Desk, letter: Letter, pages: PdfPages
) -> None:
    document = screen.page.editor.preview.document
    assert document is not None
    assert document.data == desk.printing.letter(letter.id).data
    pixels = pages._pixels(0)
    drawn = page_picture(document.data, 0, pixels / page_sizes(document.data)[0][0])
    assert pages._pictures.best(0, pixels) == drawn, "pixel for pixel"
    assert pages.accessibleName().startswith(document.title)
    assert screen.find(QLabel, "letterPagesWhere").text() == f"Side 1 af {pages.page_count()}"


def test_an_edit_makes_it_anew_and_keeps_the_place(screen: LettersScreen, pages: PdfPages) -> None:
    screen.choose(BlockKind.CONTEXT)
    pages.verticalScrollBar().setValue(500)
    before = screen.page.editor.preview.document
    with screen.qtbot.waitSignal(screen.page.editor.preview.shown, timeout=20_000):
        screen.write("text", "Et helt nyt ord: vandmærkeprøve.")
    screen.wait_for_pages()
    after = screen.page.editor.preview.document
    assert before is not None and after is not None and after.data != before.data
    assert "vandmærkeprøve" in " ".join(page_texts(after.data))
    assert pages.verticalScrollBar().value() == 500


def test_a_burst_of_edits_makes_one_preview(
    screen: LettersScreen, desk: Desk, letter: Letter
) -> None:
    made: list[bool] = []
    screen.page.editor.preview.shown.connect(lambda: made.append(True))
    for number in range(6):
        desk.letters.revise(replace(letter, case_number=f"2026-{number}"))
    screen.wait_for_pages()
    assert len(made) == 1
    document = screen.page.editor.preview.document
    assert document is not None and "2026-5" in " ".join(page_texts(document.data))


def test_choosing_a_block_brings_it_into_view(screen: LettersScreen, pages: PdfPages) -> None:
    document = screen.page.editor.preview.document
    assert document is not None
    wanted = screen.block(BlockKind.FOLLOW_UP).heading
    page, _ = next((p, top) for title, p, top in page_headings(document.data) if title == wanted)
    assert page > 0
    screen.choose(BlockKind.FOLLOW_UP)
    assert pages.page_in_view() in (page - 1, page)
    place = next(rect for number, rect in pages.in_view() if number == page)
    assert place.top() < pages.viewport().height()
    screen.choose(BlockKind.SUBJECT)
    assert pages.page_in_view() == 0


def test_a_field_opened_from_elsewhere_is_brought_into_view_too(
    screen: LettersScreen, desk: Desk, cast: Cast, pages: PdfPages
) -> None:
    other = desk.letters.draft(cast.mission.id, "en")
    screen.open(f"{other.id}#follow_up")
    screen.wait_for_pages()
    assert pages.verticalScrollBar().value() > 0


def test_another_letter_begins_at_its_top(
    screen: LettersScreen, desk: Desk, cast: Cast, pages: PdfPages
) -> None:
    other = desk.letters.draft(cast.mission.id, "en")
    pages.verticalScrollBar().setValue(pages.verticalScrollBar().maximum())
    screen.page.show_record(other.id)
    assert screen.page.editor.preview.document is None, "never the pages of another letter"
    screen.wait_for_pages()
    assert pages.verticalScrollBar().value() == 0
    document = screen.page.editor.preview.document
    assert document is not None and "Mission letter" in " ".join(page_texts(document.data))


def test_a_sign_that_no_font_has_is_told(screen: LettersScreen, desk: Desk) -> None:
    preview, block = screen.page.editor.preview, screen.block(BlockKind.CONTEXT)
    with screen.qtbot.waitSignal(preview.shown, timeout=20_000):
        desk.letters.revise_block(replace(block, text="Tegnet \N{CUNEIFORM SIGN A} findes ikke."))
    assert preview._notice is not None
    with screen.qtbot.waitSignal(preview.shown, timeout=20_000):
        desk.letters.revise_block(replace(block, text="Nu findes alt."))
    assert preview._notice is None


@pytest.mark.parametrize(
    ("key", "way"), [(Qt.Key.Key_PageDown, 1), (Qt.Key.Key_End, 1), (Qt.Key.Key_Plus, 0)]
)
def test_it_is_read_by_keyboard(
    key: Qt.Key, way: int, screen: LettersScreen, pages: PdfPages
) -> None:
    zoom = pages.zoom()
    pages.setFocus()
    QTest.keyClick(pages, key)
    if way:
        assert pages.verticalScrollBar().value() > 0
    else:
        assert pages.zoom() > zoom


def test_a_letter_that_goes_takes_its_pages_along(
    screen: LettersScreen, desk: Desk, letter: Letter, hub_of: Callable[..., object]
) -> None:
    desk.letters.remove(letter.id)
    screen.qtbot.waitUntil(lambda: not screen.hub.tasks.busy)
    assert screen.page.editor.preview.document is None
