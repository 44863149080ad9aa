# SPDX-License-Identifier: Apache-2.0
"""A working day in the real program: ``python -m tests.longrun [--minutes 120]``.

It goes through all pages and tabs, edits and undoes, opens letters with their pages, prints,
changes language and look, reads the guide, and opens workspaces one after the other, again and
again. At the end it says how much memory grew after the first rounds, what Qt warned of and what
was raised; more than `MOST` MB, any warning or any exception is a fault (exit code 1).
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from statistics import median

if not os.environ.get("DISPLAY"):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("MISSIONDESK_HOME", tempfile.mkdtemp(prefix="missiondesk-longrun-"))

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from missiondesk.domain.letter import LetterState
from missiondesk.domain.wording import Wording
from missiondesk.services.desk import Desk
from missiondesk.services.document_jobs import DOCUMENT_KINDS
from missiondesk.services.workspaces import sample_desk
from missiondesk.system.collector import collect_now
from missiondesk.system.settings import THEMES
from missiondesk.ui.application import Application
from missiondesk.ui.help.topics import TOPICS
from missiondesk.ui.main_window import MainWindow
from missiondesk.ui.pages import PageName
from missiondesk.ui.widgets.tab_bar import Tabs
from tests import screenshots

MOST = 50.0  # MB that the program may grow
WARM = 6  # rounds in which everything has been done once: caches are full then
_SPOKEN = ("does not support propagateSizeHints", "does not support raise")


@dataclass
class Diary:
    """What happened.

    Attributes:
        sizes: MB in use after each round.
        troubles: What Qt warned of and what was raised.
    """

    sizes: list[float] = field(default_factory=list)
    troubles: list[str] = field(default_factory=list)

    def growth(self) -> float:
        """MB between the first rounds after warming up and the last ones."""
        after = self.sizes[WARM:]
        if len(after) < 2:
            return 0.0
        some = max(len(after) // 5, 1)
        return median(after[-some:]) - median(after[:some])


def settle() -> None:
    """Wait for what goes on, but hardly longer."""
    screenshots.settle(rounds=2, pause=0.002)


def in_use() -> float:
    """MB of memory that the process holds; 0 where the system does not tell."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    except OSError:
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / 1_000_000


class Day:
    """The program with two workspaces, and the rounds a person makes in it."""

    def __init__(self, app: QApplication, folder: Path) -> None:
        self.folder = folder
        self.paths = [folder / "a.mission", folder / "b.mission"]
        for path in self.paths:
            desk = sample_desk("Sekretær")
            desk.save_as(path)
            desk.wait_saved(30)
            desk.close()
        self.program = Application(app)
        self.program.start()
        settle()

    @property
    def window(self) -> MainWindow:
        """The window in front."""
        assert self.program.window is not None
        return self.program.window

    def round(self, number: int) -> None:
        """Everything once; languages, looks and workspaces change from round to round."""
        self.program.open(self.paths[number % 2])
        settle()
        for act in self._acts(number):
            act()
            settle()

    def _acts(self, number: int) -> Iterator[Callable[[], object]]:
        yield lambda: self.program.do(f"speak:{('da', 'en')[number % 2]}")
        yield lambda: self.program.do(f"dress:{THEMES[1 + number % 3]}")
        yield self._see_pages
        yield self._edit
        yield self._read_a_letter
        yield lambda: self._print(number)
        yield lambda: self._ask_the_guide(number)
        yield lambda: self.window.resize(1000 + number % 7 * 60, 700 + number % 5 * 40)

    def _see_pages(self) -> None:
        desk = self.window.desk
        records = {
            PageName.MISSIONS: desk.missions.all()[0].id,
            PageName.INITIATIVES: desk.initiatives.all()[0].id,
            PageName.COMMITMENTS: desk.commitments.all()[0].id,
        }
        for page in PageName:
            self.window.navigate(page, records.get(page))
            settle()
            front = self.window.pages.currentWidget()
            assert front is not None
            for tabs in [one for one in front.findChildren(Tabs) if one.isVisible()][:1]:
                for place in range(tabs.count()):
                    tabs.setCurrentIndex(place)
                    settle()

    def _edit(self) -> None:
        desk = self.window.desk
        mission = desk.missions.all()[1]
        for word in ("én", "to", "tre"):
            desk.missions.revise(replace(mission, title=Wording(f"Titel {word}", "Title")))
            settle()
            found = desk.missions.get(mission.id)
            assert found is not None
            mission = found
        for _ in range(3):
            self.window.undo.undo.trigger()
            settle()
        added = desk.missions.add(Wording("Prøve", "Trial"))
        settle()
        desk.missions.remove(added.id)

    def _read_a_letter(self) -> None:
        for letter in self.window.desk.letters.all()[:3]:
            self.window.navigate(PageName.LETTERS, letter.id)
            settle()

    def _print(self, number: int) -> None:
        desk: Desk = self.window.desk
        draft = next(one for one in desk.letters.all() if one.state is LetterState.DRAFT)
        assert desk.printing.letter(draft.id).data.startswith(b"%PDF")
        kind = DOCUMENT_KINDS[number % len(DOCUMENT_KINDS)]
        self.window.navigate(PageName.DOCUMENTS, kind.name)

    def _ask_the_guide(self, number: int) -> None:
        for step in range(3):
            self.program.help(TOPICS[(number + step) % len(TOPICS)])
            settle()

    def end(self) -> None:
        """Close as the user does."""
        if self.program.window is not None:
            self.program.window.close()
        settle()


def run(seconds: float, folder: Path, least: int = WARM + 2) -> Diary:
    """Make rounds for so long, at least ``least`` of them."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    diary = Diary()
    before = qInstallMessageHandler(_noting(diary))
    hooks = sys.excepthook, sys.unraisablehook
    sys.excepthook = lambda kind, error, _trace: diary.troubles.append(f"{kind.__name__}: {error}")
    sys.unraisablehook = lambda one: diary.troubles.append(f"unraisable: {one.exc_value}")
    try:
        day = Day(app, folder)
        end = time.monotonic() + seconds
        number = 0
        while number < least or time.monotonic() < end:
            day.round(number)
            collect_now()  # the user rests for some seconds; see `IdleCollecting`
            diary.sizes.append(in_use())
            number += 1
        day.end()
    finally:
        sys.excepthook, sys.unraisablehook = hooks
        qInstallMessageHandler(before)
    return diary


def _noting(diary: Diary) -> Callable[[QtMsgType, QMessageLogContext, str], None]:
    def note(kind: QtMsgType, _where: QMessageLogContext, text: str) -> None:
        usual = any(known in text for known in _SPOKEN)
        if kind not in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg) and not usual:
            diary.troubles.append(f"Qt: {text}")

    return note


def main() -> int:
    """Run the command; returns its exit code."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n", maxsplit=1)[0])
    parser.add_argument("--minutes", type=float, default=120.0)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        diary = run(chosen.minutes * 60, Path(name))
    print(f"rounds: {len(diary.sizes)}, of these {WARM} to warm up")
    some = diary.sizes[:: max(len(diary.sizes) // 20, 1)]
    print("MB after rounds: " + ", ".join(f"{size:.0f}" for size in some))
    print(f"growth: {diary.growth():.1f} MB (at most {MOST:.0f})")
    print(f"warnings and exceptions: {len(diary.troubles)}")
    for trouble in dict.fromkeys(diary.troubles):
        print(f"   {trouble}")
    return 1 if diary.troubles or diary.growth() > MOST else 0


if __name__ == "__main__":
    sys.exit(main())
