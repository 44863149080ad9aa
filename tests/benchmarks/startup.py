# SPDX-License-Identifier: Apache-2.0
"""From the start of the process to the first painted window, against a bare PySide6 window.

The start page with its buttons, and the first page of a workspace of 5 MB named on the command
line. By the wall clock, and by the processor's time, which others on the machine shift less.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.measure import Result

# The desk imports PySide6 in its own way, so it does that before the watch does.
_DESK_FIRST = "import missiondesk.ui\n"
# Tells the moment of the first paint of a top-level window and ends the program.
_WATCH = """
import builtins, sys, time
plain_import = builtins.__import__
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
# Without what PySide6 puts in its place, with which SQLAlchemy would take a third more time.
builtins.__import__ = plain_import

class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget):
            watched.removeEventFilter(self)
            from PySide6.QtCore import QTimer
            QTimer.singleShot(0, self.tell)
        return False
    def tell(self):
        import os
        print(time.monotonic(), time.process_time(), flush=True)
        os._exit(0)

watch = Watch()

def watched_exec(*_args):
    # On the windows alone: a filter on the application would be asked for every widget's event.
    for window in QApplication.topLevelWidgets():
        window.installEventFilter(watch)
    return real_exec()

real_exec = QApplication.exec
QApplication.exec = watched_exec
"""
_BARE = """
from PySide6.QtWidgets import QApplication, QMainWindow, QTreeView
app = QApplication(sys.argv)
window = QMainWindow()
window.setCentralWidget(QTreeView())
window.resize(1200, 800)
window.show()
QApplication.exec()
"""
_DESK = """
from missiondesk.__main__ import main
sys.exit(main([]))
"""
# The first page of the workspace, not the window that stands until it comes.
_NAMED = """
QApplication.exec = real_exec
from missiondesk.__main__ import main
from missiondesk.ui.application import Application
show_desk = Application.show_desk

def watched_desk(application, desk):
    window = show_desk(application, desk)
    window.pages.currentWidget().installEventFilter(watch)
    return window

Application.show_desk = watched_desk
sys.exit(main([{path!r}]))
"""
_LIBRARY = "import sqlalchemy, sqlalchemy.dialects.sqlite\n"
_MEGABYTES = 5.0


@dataclass(frozen=True, slots=True)
class _Took:
    """One start, in seconds."""

    wall: float
    processor: float


def _first_paint(program: str, home: Path) -> _Took:
    environment = dict(os.environ)
    # A user's Python keeps its compiled files; without them every start would compile again.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    environment["MISSIONDESK_HOME"] = str(home)
    # Left by the last start, which ended as it was painted.
    (home / "settings" / "running" / "running").unlink(missing_ok=True)
    start = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", program],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    if not done.stdout.strip():
        raise RuntimeError(f"the window was never painted:\n{done.stderr}")
    painted, processor = map(float, done.stdout.splitlines()[-1].split())
    return _Took(painted - start, processor)


def _workspace(path: Path, megabytes: float) -> None:
    """The sample with so many initiatives that its file is so large."""
    from tests.benchmarks.scale_desk import large_desk

    count = 20
    while not path.exists() or path.stat().st_size < megabytes * 1_000_000:
        if path.exists():
            count = int(count * max(megabytes * 1_050_000 / path.stat().st_size, 1.1))
        path.unlink(missing_ok=True)
        desk = large_desk(count, count // 3, count // 10)
        desk.save_as(path)
        desk.wait_saved(60)
        desk.close()


def measure(quick: bool) -> list[Result]:
    """First paint of the start page, and of a named workspace's first page."""
    # As an installation does: a changed translation would be compiled at each start otherwise.
    script = Path(__file__).resolve().parents[2] / "packaging" / "translations"
    subprocess.run([sys.executable, str(script), "--compile"], check=True, capture_output=True)
    with tempfile.TemporaryDirectory() as folder:
        home, path = Path(folder) / "home", Path(folder) / "large.mission"
        _workspace(path, 1.0 if quick else _MEGABYTES)
        # A file of the user's own: one that is new here is tried in another process first.
        settings = home / "settings" / "settings.json"
        settings.parent.mkdir(parents=True)
        settings.write_text(json.dumps({"recent": [str(path)]}), encoding="ascii")
        programs = {
            "bare": _WATCH + _BARE,
            "library": _WATCH + _LIBRARY + _BARE,
            "start page": _DESK_FIRST + _WATCH + _DESK,
            "named": _DESK_FIRST + _WATCH + _NAMED.format(path=str(path)),
        }
        found: dict[str, list[_Took]] = {name: [] for name in programs}
        for turn in range(2 if quick else 32):
            for name, program in programs.items():
                took = _first_paint(program, home)
                if turn:
                    found[name].append(took)
    return [line for kind in ("wall", "processor") for line in _lines(found, kind)]


def _lines(found: dict[str, list[_Took]], kind: str) -> list[Result]:
    time_of = {
        name: statistics.median(getattr(one, kind) for one in took) for name, took in found.items()
    }
    peer = f"bare QMainWindow with a tree view, {kind}"
    library = time_of["library"] - time_of["bare"]
    return [
        Result("start page", time_of["start page"], time_of["bare"], peer, "goal: at most 1.3"),
        Result(
            "first page of a workspace of 5 MB",
            time_of["named"],
            time_of["bare"],
            peer,
            f"goal: at most 3; SQLAlchemy's import, {library * 1000:.0f} ms, comes after it",
        ),
    ]
