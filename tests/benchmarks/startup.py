# SPDX-License-Identifier: Apache-2.0
"""From the start of the process to the first painted window, against a bare PySide6 window."""

from __future__ import annotations

import contextlib
import io
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.measure import Result, interleaved

# Tells the moment of the first paint of a top-level window and ends the program.
_WATCH = """
import builtins, sys, time
plain_import = builtins.__import__
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
# As the desk itself does when it imports PySide6 first, which here it cannot.
builtins.__import__ = plain_import

class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget):
            watched.removeEventFilter(self)
            from PySide6.QtCore import QTimer
            QTimer.singleShot(0, self.tell)
        return False
    def tell(self):
        print(time.monotonic(), flush=True)
        import os
        os._exit(0)

def watched_exec(*_args):
    watch = Watch()
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
sys.exit(main({arguments!r}))
"""


def _first_paint(program: str, home: Path) -> float:
    environment = dict(os.environ)
    # A user's Python keeps its compiled files; without them every start would compile again.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    environment["MISSIONDESK_HOME"] = str(home)
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
    return float(done.stdout.split()[-1]) - start


def measure(quick: bool) -> list[Result]:
    """First paint of the start page, and of a named workspace's first window."""
    from missiondesk import cli

    # As an installation does: a changed translation would be compiled at each start otherwise.
    script = Path(__file__).resolve().parents[2] / "packaging" / "translations"
    subprocess.run([sys.executable, str(script), "--compile"], check=True, capture_output=True)
    rounds = 1 if quick else 11
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        sample = home / "sample.mission"
        with contextlib.redirect_stdout(io.StringIO()):
            cli.main(["sample", str(sample)])
        plain = _WATCH + _DESK.format(arguments=[])
        named = _WATCH + _DESK.format(arguments=[str(sample)])
        found = interleaved(
            rounds,
            bare=lambda: _first_paint(_WATCH + _BARE, home),
            desk=lambda: _first_paint(plain, home),
            named=lambda: _first_paint(named, home),
        )
    peer = "bare QMainWindow with a tree view"
    return [
        Result("start page", found["desk"], found["bare"], peer, "goal: at most 1.5"),
        Result("window of a named workspace", found["named"], found["bare"], peer),
    ]
