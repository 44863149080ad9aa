# SPDX-License-Identifier: Apache-2.0
"""Every palette can be read: contrast of text, marks and edges measured, colours from one place."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QTreeView, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from missiondesk.system.resources import resource
from missiondesk.ui import theme
from missiondesk.ui.icons import icon
from missiondesk.ui.stylesheet import stylesheet
from missiondesk.ui.tokens import PALETTES, Tokens, contrast
from tests.memory import asked_for
from tests.screens import settle

TEXTS = ("ink", "quiet", "target_text", "good", "wait", "bad", "unknown", "accent")
GROUNDS = ("ground", "frame", "chosen", "notice", "alarm", "fine", "hover")


@pytest.mark.parametrize("name", PALETTES)
def test_text_reads_on_every_ground(name: str) -> None:
    tokens = PALETTES[name]._asdict()
    for text in TEXTS:
        for ground in GROUNDS:
            ratio = contrast(tokens[text], tokens[ground])
            assert ratio >= 4.5, f"{text} on {ground}: {ratio:.2f}"
    assert contrast(tokens["on_accent"], tokens["accent"]) >= 4.5
    assert contrast(tokens["target"], tokens["ground"]) >= 3


@pytest.mark.parametrize("name", PALETTES)
def test_the_hint_in_an_empty_field_reads_as_other_text_does(
    qapp: QApplication, qtbot: QtBot, name: str
) -> None:
    theme.apply_theme(qapp, name)
    try:
        field = QLineEdit()
        qtbot.addWidget(field)
        field.setPlaceholderText("Filtrér efter tekst…")
        field.show()
        hint = field.palette().color(QPalette.ColorRole.PlaceholderText)
        assert hint.alpha() == 255, "Qt's own hint is half of the text's colour"
        assert contrast(hint.name().upper(), PALETTES[name].ground) >= 4.5
    finally:
        theme.apply_theme(qapp, "light")


def test_high_contrast_is_higher() -> None:
    for text in TEXTS:
        before = contrast(getattr(PALETTES["light"], text), PALETTES["light"].ground)
        after = contrast(getattr(PALETTES["contrast"], text), PALETTES["contrast"].ground)
        assert after >= max(before, 7)


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#FFFFFF", "#000000") == pytest.approx(21)
    assert contrast("#FF0000", "#FFFFFF") == pytest.approx(4.00, abs=0.01)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


def test_the_style_sheet_names_only_tokens() -> None:
    sizes = dict.fromkeys(("heading", "section", "text", "detail", "least"), 10.0)
    for tokens in PALETTES.values():
        assert "$" not in stylesheet(tokens, sizes)


def test_sizes_follow_the_users_font(qapp: QApplication) -> None:
    try:
        theme.apply_theme(qapp, "light", user_points=10.0)
        usual = theme.points(theme.TEXT)
        theme.apply_theme(qapp, "light", user_points=20.0)
        assert theme.points(theme.TEXT) == pytest.approx(2 * usual)
    finally:
        theme.apply_theme(qapp, "light")


def test_the_shipped_font_is_used() -> None:
    assert "Source Sans 3" in QFontDatabase.families()
    assert theme.font().families()[0] == "Source Sans 3"


@pytest.mark.parametrize("path", sorted(resource("icons").glob("*.svg")), ids=lambda it: it.stem)
def test_every_icon_can_be_drawn(path: object) -> None:
    drawn = icon(path.stem, "accent", 18).pixmap(18, 18).toImage()  # type: ignore[attr-defined]
    assert any(
        drawn.pixelColor(x, y).alpha() for x in range(drawn.width()) for y in range(drawn.height())
    )


def test_palettes_have_the_same_names() -> None:
    assert all(isinstance(tokens, Tokens) for tokens in PALETTES.values())


def test_before_the_first_dressing_the_palette_tells_whether_the_desktop_is_dark(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    try:
        for ground, expected in (("#202326", "dark"), ("#efefef", "light")):
            monkeypatch.setattr(theme._Chosen, "sheet", "")
            qapp.setPalette(QPalette(QColor(ground)))
            theme.apply_theme(qapp, "system")
            assert theme.tokens() == PALETTES[expected]
    finally:
        theme.apply_theme(qapp, "light")


def _window_of_areas_and_boxes(parts: int) -> QWidget:
    window = QWidget()
    theme.dress(window)
    below = QVBoxLayout(window)
    for _ in range(parts):
        below.addWidget(QTreeView())
        box = QComboBox()
        box.addItems(["én", "to"])
        below.addWidget(box)
    return window


@pytest.mark.skipif(asked_for() is None, reason="the C library does not tell what is in use")
def test_of_a_window_let_go_nothing_stays(qapp: QApplication, qtbot: QtBot) -> None:
    theme.apply_theme(qapp)
    stays = _window_of_areas_and_boxes(1)
    qtbot.addWidget(stays)
    stays.show()
    sizes = []
    for _ in range(12):
        window = _window_of_areas_and_boxes(40)
        window.show()
        settle()
        window.close()
        theme.let_go(window)
        settle()
        del window
        sizes.append(asked_for() or 0)
    # Without, each leaves 44 KB: what Qt notes of 40 viewports and 40 lists.
    assert (sizes[-1] - sizes[3]) / 8 < 15_000
