# SPDX-License-Identifier: Apache-2.0
"""Makes the pictures of the user guide from the real window: ``python -m tests.help_pictures``.

They show the sample in both languages, small enough to ship: reduced to a palette, each below
`MOST` bytes. ``python -m tests.help_pictures letters roadmap`` makes only these anew.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtWidgets import QApplication, QWidget

from missiondesk.domain.letter import LetterState
from missiondesk.language import LANGUAGES, translator
from missiondesk.services.workspaces import sample_desk
from missiondesk.system.settings import Settings
from missiondesk.ui.help.topics import pictures, topics
from missiondesk.ui.hub import Hub
from missiondesk.ui.main_window import MainWindow
from missiondesk.ui.pages import PageName
from missiondesk.ui.start.window import StartWindow
from missiondesk.ui.theme import apply_theme, load_fonts
from tests.screenshots import RECENT, settle

FOLDER = Path(__file__).resolve().parents[1] / "resources" / "help" / "pictures"
SIZE = (1000, 660)
COLOURS = 40
MOST = 60_000  # bytes of one picture


def wanted() -> list[str]:
    """The pictures that the pages of the guide name."""
    return [name for page in topics("da") for name, _caption in pictures(page.text)]


def shown(language: str, only: Sequence[str]) -> Iterator[tuple[str, QWidget]]:
    """Each wanted picture's name with the window that shows it."""
    tr = translator(language)
    if "start" in only:
        start = StartWindow(tr, RECENT)
        start.show()
        yield "start", start
        start.close()
    desk = sample_desk("Anna Eksempel")
    hub = Hub(desk)
    settings = Settings(language=language, theme="light")
    window = MainWindow(desk, hub, tr, settings, ahead=False)
    hub.setParent(window)
    window.resize(*SIZE)
    window.show()
    records = {
        PageName.MISSIONS: desk.missions.all()[0].id,
        PageName.INITIATIVES: desk.situation.initiatives[0].id,
        PageName.LETTERS: next(
            one.id
            for one in desk.letters.all()
            if one.state is LetterState.DRAFT and one.language == language
        ),
        PageName.COMMITMENTS: desk.commitments.all()[0].id,
        PageName.SEARCH: {"da": "unge", "en": "young"}[language],
    }
    for page in PageName:
        if page in only:
            window.navigate(page, records.get(page))
            yield page, window
    window.close_without_saving()


def reduced(window: QWidget) -> bytes:
    """What the window shows, as a small PNG."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    window.grab().save(buffer, "PNG")
    with Image.open(io.BytesIO(buffer.data().data())) as picture:
        few = picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    out = io.BytesIO()
    few.save(out, "PNG", optimize=True)
    return out.getvalue()


def main(only: Sequence[str]) -> None:
    """Make the named pictures, or all."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    load_fonts()
    apply_theme(app, "light")
    FOLDER.mkdir(parents=True, exist_ok=True)
    for language in LANGUAGES:
        for name, window in shown(language, only or wanted()):
            settle()
            data = reduced(window)
            target = FOLDER / f"{name}-{language}.png"
            target.write_bytes(data)
            print(f"{target.name}: {len(data):,} bytes")


if __name__ == "__main__":
    main(sys.argv[1:])
    sys.exit(0)
