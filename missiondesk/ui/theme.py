# SPDX-License-Identifier: Apache-2.0
"""Makes Qt look like the desk: palette, style sheet and font, all from one palette's tokens."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from functools import lru_cache

from PySide6 import QtCore
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from missiondesk.system.collector import collector_held
from missiondesk.system.resources import resource
from missiondesk.ui.icons import forget_icons, icon
from missiondesk.ui.stylesheet import stylesheet
from missiondesk.ui.tokens import LIGHT, PALETTES, Tokens

__all__ = [
    "DETAIL",
    "FAMILIES",
    "HEADING",
    "LEAST",
    "SECTION",
    "STEP",
    "TEXT",
    "Tokens",
    "apply_theme",
    "colour",
    "dress",
    "font",
    "icon",
    "large_font",
    "load_first_fonts",
    "load_fonts",
    "load_other_fonts",
    "new_application",
    "points",
    "scaled",
    "space",
    "tokens",
]

# Pixels at 100 % with the system's usual font; see `points`.
HEADING, SECTION, TEXT, DETAIL, LEAST = 24.0, 16.0, 14.0, 12.5, 12.0
STEP = 4  # px; every gap is a multiple
_USUAL_LINE = 20  # px, the height of a line of text at 100 %
_LARGE = 150  # per cent of the usual font
FAMILIES = ["Source Sans 3", "DejaVu Sans"]

# What the platforms give a user who never touched the font size, in points.
_USUAL_POINTS = 13.0 if sys.platform == "darwin" else 9.0 if sys.platform == "win32" else 10.0
_POINTS_PER_PIXEL = 1.0 if sys.platform == "darwin" else 0.75


class _Chosen:
    """The palette in force and the user's font size; the application has one of each, as Qt has."""

    tokens: Tokens = LIGHT
    scale: float = 1.0
    sheet: str = ""
    fusion: bool = False


def tokens() -> Tokens:
    """The palette in force."""
    return _Chosen.tokens


def colour(name: str) -> QColor:
    """The colour of a token, as ``colour("accent")``."""
    return QColor(getattr(_Chosen.tokens, name))


def points(pixels: float) -> float:
    """Points for a text that is ``pixels`` high at 100 %, in proportion to the user's font."""
    return round(pixels * _POINTS_PER_PIXEL * _Chosen.scale, 2)


def space(steps: float) -> int:
    """Pixels for a gap of ``steps`` times 4 px."""
    return round(steps * STEP)


def font(size: float = TEXT, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The desk's font at one of the five sizes."""
    return QFont(_font(points(size), weight))


@lru_cache(maxsize=64)
def _font(size: float, weight: QFont.Weight) -> QFont:
    made = QFont()
    made.setFamilies(FAMILIES)
    made.setPointSizeF(size)
    made.setWeight(weight)
    return made


def line_height(size: float = TEXT) -> int:
    """Height of one line of text, in pixels."""
    return round(QFontMetricsF(font(size)).height())


def large_font() -> bool:
    """Whether a status in a table's narrow column takes two lines."""
    return scaled(100) > _LARGE


def scaled(pixels: float) -> int:
    """A length that grows with the user's font: ``pixels`` at 100 %."""
    return round(pixels * line_height() / _USUAL_LINE)


_FIRST_FACES = ("SourceSans3-Regular", "SourceSans3-SemiBold", "SourceSans3-Bold")
_OTHER_FACES = ("SourceSans3-Italic", "SourceSans3-BoldItalic", "DejaVuSans", "DejaVuSans-Bold")


def load_fonts() -> None:
    """Make the shipped fonts known to Qt, so that the screen reads as the paper does."""
    load_first_fonts()
    load_other_fonts()


def load_first_fonts() -> None:
    """The faces without which the first window would look otherwise than it stays."""
    _load(_FIRST_FACES)


def load_other_fonts() -> None:
    """The faces that the start page does without."""
    _load(_OTHER_FACES)


def _load(faces: tuple[str, ...]) -> None:
    for name in faces:
        QFontDatabase.addApplicationFont(str(resource("fonts", f"{name}.ttf")))


def apply_theme(app: QApplication, theme: str = "system", user_points: float | None = None) -> None:
    """Give the application palette and font, and each dressed window the style sheet.

    Args:
        app: The application.
        theme: "light", "dark", "contrast", or "system" to follow the desktop.
        user_points: Size of the user's font; None takes the system's general font.
    """
    if user_points is None:
        system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).pointSizeF()
        # The platforms without a desktop tell 9 or nothing at all: that is no user's wish.
        bare = QGuiApplication.platformName() in ("offscreen", "minimal") or system <= 0
        user_points = _USUAL_POINTS if bare else system
    _Chosen.scale = min(max(user_points / _USUAL_POINTS, 0.8), 3.0)
    _Chosen.tokens = PALETTES.get(_named(theme), LIGHT)
    forget_icons()
    sizes = {name: points(size) for name, size in _SIZES.items()}
    # Collecting a widget while Qt walks over all of them would crash.
    with collector_held():
        _wear_fusion(app)
        app.setPalette(_palette(_Chosen.tokens))
        app.setFont(font())
        _Chosen.sheet = stylesheet(_Chosen.tokens, sizes, scaled)
        for window in app.topLevelWidgets():
            if window.styleSheet():
                dress(window)


def dress(window: QWidget) -> None:
    """Give a window that has no parent the style sheet; all that is put into it wears it too.

    The sheet is a window's and not the application's: with that, Qt would go through all widgets
    below each time that one is laid into another, and pages are built from their parts upwards.
    Measured, it took 60 % of the time in which a page is made.
    """
    window.setStyleSheet(_Chosen.sheet)


def let_go(part: QWidget) -> None:
    """Delete a window, or much of one, and what Qt notes of it for the style sheet.

    Qt notes which rules meet each widget and strikes that out when the widget goes, but for the
    viewport of an area that scrolls and for the list of a box it never does: half a kilobyte of
    each stayed, half a megabyte of a window whose pages were all seen.
    """
    part.destroyed.connect(_forget_rules_soon)
    part.deleteLater()


def _forget_rules_soon() -> None:
    # What stands in the part is deleted after it has said that it goes.
    QtCore.QTimer.singleShot(0, _forget_rules)


def _forget_rules() -> None:
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        return
    for window in app.topLevelWidgets():
        if window.styleSheet():
            # The notes are common to all windows; what is still there is noted anew when painted.
            window.style().unpolish(app)
            window.style().polish(app)
            return


def new_application(arguments: Sequence[str]) -> QApplication:
    """The application in Fusion style from its beginning.

    Asked for by argument: `QApplication.setStyle` makes the class of styles known to Python, which
    takes as long as the fonts and which the first window does without.
    """
    program, *rest = arguments
    _Chosen.fusion = True
    return QApplication([program, "-style", "fusion", *rest])


def _wear_fusion(app: QApplication) -> None:
    if not _Chosen.fusion:
        app.setStyle("Fusion")
        _Chosen.fusion = True


_SIZES = {
    "heading": HEADING,
    "section": SECTION,
    "text": TEXT,
    "detail": DETAIL,
    "least": LEAST,
}


def _named(theme: str) -> str:
    if theme != "system":
        return theme
    if not _Chosen.sheet:
        # Before the first dressing the palette is the desktop's, as Qt has it; the scheme is not
        # asked for then, because its answer makes all of Qt's namespace (see `qt_numbers`).
        ground = QGuiApplication.palette().color(QPalette.ColorRole.Window)
        return "dark" if ground.lightnessF() < 0.5 else "light"
    dark = QGuiApplication.styleHints().colorScheme() == QtCore.Qt.ColorScheme.Dark
    return "dark" if dark else "light"


def _palette(t: Tokens) -> QPalette:
    role = QPalette.ColorRole
    colours = {
        role.Window: t.ground,
        role.Base: t.ground,
        role.AlternateBase: t.frame,
        role.Button: t.ground,
        role.WindowText: t.ink,
        role.Text: t.ink,
        role.ButtonText: t.ink,
        role.ToolTipBase: t.ground,
        role.ToolTipText: t.ink,
        role.PlaceholderText: t.quiet,
        role.Highlight: t.accent,
        role.HighlightedText: t.on_accent,
        role.Accent: t.accent,
        role.Link: t.accent,
        role.LinkVisited: t.accent,
        role.Mid: t.line,
        role.Midlight: t.hair,
        role.Light: t.ground,
        role.Dark: t.line,
        role.Shadow: t.line,
        role.BrightText: t.bad,
    }
    made = QPalette()
    for which, value in colours.items():
        made.setColor(which, QColor(value))
    for which in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, which, QColor(t.quiet))
    return made
