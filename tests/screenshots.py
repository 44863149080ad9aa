# SPDX-License-Identifier: Apache-2.0
"""Pictures of every page in Danish and English: ``python -m tests.screenshots [folder [page …]]``.

With ``--looks``: every page, an open record and the guide once in each language, in light and dark,
at 100 and 200 % of the font (UX-17), with contact sheets; ``--tabs`` for each tab of each page too,
``--languages``, ``--themes`` and ``--scales`` for some of them or others. What stands over the
pages comes last; ``--looks out/looks dialogs`` makes only that.

Without a screen it draws offscreen, with the shipped font; under Xvfb it shows real windows.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import product
from pathlib import Path

if not os.environ.get("DISPLAY"):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# The pictures show a newcomer's window, whatever the user's own settings are.
os.environ["MISSIONDESK_HOME"] = tempfile.mkdtemp(prefix="missiondesk-screens-")

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from missiondesk.domain.letter import Letter
from missiondesk.language import LANGUAGES, translator
from missiondesk.services.desk import Desk
from missiondesk.services.workspaces import sample_desk
from missiondesk.system.settings import Settings
from missiondesk.ui import theme
from missiondesk.ui.help.window import HelpWindow
from missiondesk.ui.hub import Hub
from missiondesk.ui.importing.page import ImportPage
from missiondesk.ui.letters.page import LettersPage
from missiondesk.ui.main_window import MainWindow
from missiondesk.ui.pages import PageName
from missiondesk.ui.start.window import StartWindow
from missiondesk.ui.tasks import Tasks
from missiondesk.ui.theme import apply_theme, load_fonts
from missiondesk.ui.widgets.pdf_view import PdfPages
from missiondesk.ui.widgets.tab_bar import Tabs
from tests.px_editions import FIRST, NEXT, px_edition
from tests.screenshot_dialogs import dialogs

SIZES = ((1440, 900), (1100, 700))
_OPENED: dict[PageName, Callable[[Desk], str]] = {
    PageName.MISSIONS: lambda desk: desk.missions.all()[0].id,
    PageName.INITIATIVES: lambda desk: desk.initiatives.all()[0].id,
    PageName.LETTERS: lambda desk: desk.letters.all()[0].id,
    PageName.COMMITMENTS: lambda desk: desk.commitments.all()[0].id,
    PageName.ACTORS: lambda desk: desk.actors.all()[0].id,
}
_TABBED = (
    PageName.PORTFOLIO,
    PageName.SCORECARD,
    PageName.GOVERNANCE,
    PageName.SKILLS,
    PageName.ACTORS,
    PageName.TALKS,
    PageName.PLATFORM,
    PageName.ORGANISATION,
    PageName.HISTORY,
)
RECENT = ("/fælles/stm/missioner-2026.mission", "/fælles/stm/forhandling/udkast.mission")


def main(folder: Path, only: Sequence[str] = ()) -> None:
    """Write the pictures into ``folder``; with ``only`` just those of these pages."""
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    load_fonts()
    apply_theme(app, "light")
    for language in LANGUAGES:
        for width, height in SIZES:
            for name, window in pictures(language, width, height, only):
                settle()
                target = folder / f"{name}-{language}-{width}.png"
                window.grab().save(str(target))
                print(target)


def looks(
    folder: Path,
    only: Sequence[str],
    languages: Sequence[str],
    themes: Sequence[str],
    scales: Sequence[int],
    *,
    tabs: bool = False,
) -> None:
    """Write the pictures of `--looks` and their contact sheets; scales in per cent of the font."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    load_fonts()
    for language, look, scale in product(languages, themes, scales):
        apply_theme(app, look, theme._USUAL_POINTS * scale / 100)
        room = folder / f"{language}-{look}-{scale}"
        room.mkdir(parents=True, exist_ok=True)
        made = []
        for name, window in pictures(language, *SIZES[0], only, tabs=tabs):
            settle()
            made.append(room / f"{len(made):02}-{name}.png")
            window.grab().save(str(made[-1]))
        made.append(room / f"{len(made):02}-guide.png")
        guide = HelpWindow(translator(language))
        guide.open(PageName.OVERVIEW)
        guide.show()
        settle()
        guide.grab().save(str(made[-1]))
        guide.close()
        if not only or "dialogs" in only:
            for name, window in dialogs(language, look, *SIZES[0]):
                settle()
                made.append(room / f"{len(made):02}-{name}.png")
                window.grab().save(str(made[-1]))
        contact_sheets(made, room)
        print(room)


def contact_sheets(made: Sequence[Path], room: Path) -> None:
    """Four pictures to a sheet, so that their words can still be read."""
    wide, high, columns, most = 960, 600, 2, 4
    for first in range(0, len(made), most):
        some = made[first : first + most]
        sheet = QPixmap(columns * wide, -(-len(some) // columns) * high)
        sheet.fill(QColor("white"))
        painter = QPainter(sheet)
        for place, path in enumerate(some):
            down, along = divmod(place, columns)
            small = QPixmap(str(path)).scaled(
                wide - 8,
                high - 8,
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            painter.drawPixmap(along * wide, down * high, small)
        painter.end()
        sheet.save(str(room.with_name(f"{room.name}-{first // most + 1:02}.png")))


def pictures(
    language: str, width: int, height: int, only: Sequence[str] = (), *, tabs: bool = True
) -> Iterator[tuple[str, QWidget]]:
    """Each page with its name, shown in a window of this size."""
    tr = translator(language)
    start = StartWindow(tr, RECENT)
    start.show()
    yield "start", start
    start.close()
    desk = sample_desk("Anna Eksempel")
    hub = Hub(desk)
    window = MainWindow(desk, hub, tr, Settings(language=language, theme="light"))
    hub.setParent(window)
    window.resize(width, height)
    window.show()
    for name in (one for one in PageName if not only or one in only):
        window.show_page(name)
        yield name, window
        if tabs:
            for part in inner(name, desk, window):
                yield part, window
        elif name in _OPENED:
            window.navigate(name, _OPENED[name](desk))
            yield f"{name}-open", window
    window.close_without_saving()


def inner(name: PageName, desk: Desk, window: MainWindow) -> Iterator[str]:
    """Records and tabs of a page that are pictured too."""
    if name is PageName.MISSIONS:
        window.navigate(name, desk.missions.all()[0].id)
        yield from tabs_of(name, window)
    if name is PageName.INITIATIVES:
        window.navigate(name, desk.situation.initiatives[0].id)
        yield from tabs_of(name, window)
    if name is PageName.LETTERS:
        letters = desk.situation.all(Letter)
        if letters:
            window.navigate(name, letters[0].id)
            yield "letters-open"
            yield from faces_of_letters(window)
    if name is PageName.COMMITMENTS:
        yield from tabs_of(name, window)
        window.navigate(name, desk.commitments.all()[0].id)
        yield "commitments-open"
    if name is PageName.IMPORT:
        yield from imports(desk, window)
    if name in _TABBED:
        yield from tabs_of(name, window)
    if name is PageName.ACTORS:
        window.navigate(name, _OPENED[name](desk))
        yield "actors-open"


def faces_of_letters(window: MainWindow) -> Iterator[str]:
    """A new letter, many letters to be printed, where a letter differs, the common part."""
    page = window.pages.currentWidget()
    assert isinstance(page, LettersPage)
    page.editor.show_places()
    yield "letters-differs"
    page.show_register()
    page.register.new_button.click()
    yield "letters-new"
    page.show_batch()
    yield "letters-batch"
    page.show_record("common-da#follow_up")
    yield "letters-common"


def imports(desk: Desk, window: MainWindow) -> Iterator[str]:
    """A table that is not known, its next edition, a table of missions, a file that is damaged."""
    page = window.pages.currentWidget()
    assert isinstance(page, ImportPage)
    metric = desk.metrics.of_mission(desk.missions.all()[1].id)
    assert metric is not None
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        page.read(px_edition(folder, "neet-2025.px", FIRST, "20250601 08:00"))
        yield "import-choosing"
        choice, file = page.choosing.form.choice, page.choosing.form.file
        assert file is not None
        choice.metric, choice.selection = metric.id, {"alder": "A1"}
        page.choosing.show_file(file)
        yield "import-chosen"
        page.choosing.confirm.click()
        page.read(px_edition(folder, "neet-2026.px", NEXT, "20260601 08:00", "*"))
        yield "import-difference"
        table = folder / "missioner.csv"
        table.write_text(
            "titel;nøgletal;enhed;målværdi\nHurtigere tilladelser;Ventetid;måneder;24\n"
            "Rent drikkevand;Andel boringer uden fund;%;halvtreds\n",
            encoding="utf-8",
        )
        page.read(table)
        yield "import-records"
        damaged = folder / "itu.px"
        damaged.write_text('CHARSET="ANSI";\nMATRIX="NEET1\n', encoding="utf-8")
        page.read(damaged)
        yield "import-trouble"


def tabs_of(name: PageName, window: MainWindow) -> Iterator[str]:
    """Each tab of the page in front."""
    front = window.pages.currentWidget()
    tabs = front.findChildren(Tabs) if front is not None else []
    for bar in (one for one in tabs if one.isVisible()):
        for place in range(bar.count()):
            bar.setCurrentIndex(place)
            yield f"{name}-{bar.current() or place}"
        return
    yield f"{name}-open"


def settle(seconds: float = 20.0, rounds: int = 8, pause: float = 0.03) -> None:
    """Let the event loop run until nothing is being drawn or laid out any more.

    Args:
        seconds: The longest.
        rounds: So often in a row nothing may go on.
        pause: Seconds between two looks.
    """
    end = time.monotonic() + seconds
    quiet = 0
    while time.monotonic() < end and quiet < rounds:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QCoreApplication.processEvents()
        tops = QApplication.topLevelWidgets()
        views = [view for top in tops for view in top.findChildren(PdfPages) if view.isVisible()]
        drawing = any(view.page_count() and not view.ready() for view in views)
        busy = any(tasks.busy for top in tops for tasks in top.findChildren(Tasks))
        quiet = 0 if drawing or busy else quiet + 1
        time.sleep(pause)


def asked() -> argparse.Namespace:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(prog="python -m tests.screenshots", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=Path("out/screens"))
    parser.add_argument("pages", nargs="*", help="only these pages, as overview or letters")
    parser.add_argument("--looks", action="store_true", help="one size, but several looks")
    parser.add_argument("--tabs", action="store_true", help="of the looks: each tab of each page")
    parser.add_argument("--languages", nargs="+", default=list(LANGUAGES), help="of the looks")
    parser.add_argument("--themes", nargs="+", default=["light", "dark"], help="of the looks")
    parser.add_argument(
        "--scales", nargs="+", type=int, default=[100, 200], help="of the looks, in per cent"
    )
    return parser.parse_args()


if __name__ == "__main__":
    wanted = asked()
    if wanted.looks:
        looks(
            wanted.folder,
            wanted.pages,
            wanted.languages,
            wanted.themes,
            wanted.scales,
            tabs=wanted.tabs,
        )
    else:
        main(wanted.folder, wanted.pages)
    sys.exit(0)
