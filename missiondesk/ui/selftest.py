# SPDX-License-Identifier: Apache-2.0
"""Whether an installed program is whole: ``missiondesk --selftest`` opens everything once and ends.

For the commands that build bundles and packages. A part that a bundle forgot is missed at its
first use only, so each page, each icon and each page of the guide is made, and what Qt warns of
counts.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication
from PySide6.QtSvg import QSvgRenderer

from missiondesk import __version__
from missiondesk.system.resources import resource
from missiondesk.ui.application import Application
from missiondesk.ui.help.topics import TOPICS
from missiondesk.ui.pages import PageName
from missiondesk.ui.theme import new_application

_USUAL = ("does not support propagateSizeHints", "does not support raise")
_PATIENCE = 60.0  # seconds


def run() -> int:
    """Open everything; print what was seen. The exit code is 1 when anything was wrong."""
    troubles: list[str] = []
    sys.excepthook = lambda kind, error, _trace: troubles.append(f"{kind.__name__}: {error}")
    qInstallMessageHandler(_noting(troubles))
    app = new_application([sys.argv[0]])
    application = Application(app)
    painted: list[float] = []
    application.start()
    assert application.start_window is not None
    application.start_window.painted.connect(lambda: painted.append(time.time()))
    _wait(lambda: bool(painted))
    _say(f"painted {painted[0]:.3f}")
    _look_around(application, troubles)
    for trouble in dict.fromkeys(troubles):
        _say(f"trouble {trouble}")
    qInstallMessageHandler(None)
    return 1 if troubles else 0


def _look_around(application: Application, troubles: list[str]) -> None:
    _say(f"version {__version__} on {QGuiApplication.platformName()}")
    application.do("sample")
    window = application.window
    if window is None:
        troubles.append("the sample did not open")
        return
    for page in PageName:
        window.navigate(page)
        _wait(lambda: not window.hub.tasks.busy)
    _say(f"pages {len(PageName)}")
    for language in ("en", "da"):
        application.do(f"speak:{language}")
        for topic in TOPICS:
            application.help(topic)
            QCoreApplication.processEvents()
    _say(f"guide {len(TOPICS)}")
    icons = sorted(resource("icons").glob("*.svg"))
    troubles += [f"{each.name} cannot be drawn" for each in icons if not _drawn(each.read_bytes())]
    _say(f"icons {len(icons)}")
    window.close_without_saving()
    _wait(lambda: application.window is None)


def _drawn(svg: bytes) -> bool:
    return QSvgRenderer(svg).isValid()


def _wait(until: Callable[[], bool]) -> None:
    end = time.monotonic() + _PATIENCE
    while not until() and time.monotonic() < end:
        QCoreApplication.processEvents()
    for _ in range(3):
        QCoreApplication.processEvents()


def _noting(troubles: list[str]) -> Callable[[QtMsgType, QMessageLogContext, str], None]:
    def note(kind: QtMsgType, _where: QMessageLogContext, text: str) -> None:
        usual = any(known in text for known in _USUAL)
        if kind not in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg) and not usual:
            troubles.append(f"Qt: {text}")

    return note


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
