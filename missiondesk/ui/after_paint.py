# SPDX-License-Identifier: Apache-2.0
"""What the first picture of the window does without; this file is imported once it stands."""

from __future__ import annotations

import gc
import signal
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLibraryInfo, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from missiondesk.system.collector import collector_held, pass_over_what_is_there
from missiondesk.ui.faults import tell_hard_end
from missiondesk.ui.icons import icon
from missiondesk.ui.idle import IdleCollecting
from missiondesk.ui.qt_words import LackingWords
from missiondesk.ui.session import resume
from missiondesk.ui.start.beginning import to_resume
from missiondesk.ui.theme import load_other_fonts
from missiondesk.ui.widgets.painted_text import forget_measures

if TYPE_CHECKING:
    from missiondesk.language import Translator
    from missiondesk.ui.application import Application

QtWords = tuple[QTranslator, ...]
_SOON: Final = 200  # milliseconds, in which a workspace that is opened first stands


def furnish(application: Application, app: QApplication) -> IdleCollecting:
    """Fonts, collector and Qt's own words; returns what collects while the user rests."""
    gc.enable()
    # Logging out or shutting down closes the window as the user does: what was typed is kept.
    signal.signal(signal.SIGTERM, lambda _number, _frame: application.quit())
    load_other_fonts()
    forget_measures()
    application.speak_qt()
    QTimer.singleShot(_SOON, app, partial(_complete, application, app))
    return IdleCollecting(app)


def _complete(application: Application, app: QApplication) -> None:
    """The log and the icon, which a first page can do without until it stands."""
    application.logger()
    app.setWindowIcon(icon("missiondesk", "accent", 64))


def go_on(application: Application, path: Path | None, ended_hard: str | None) -> None:
    """Open what was named or was open last, or make ready to; see `Application.start`."""
    session = to_resume(application.settings) if path is None and ended_hard is None else None
    then: Callable[[], object] = _warm
    if path is not None:
        then = partial(application.open, path)
    elif session is not None:
        then = partial(resume, application, session)
    QTimer.singleShot(0, application, partial(_do_first, application, then))
    if ended_hard is not None:
        tell: Callable[[], object] = partial(tell_hard_end, application, ended_hard)
        QTimer.singleShot(0, application, tell)


def _do_first(application: Application, then: Callable[[], object]) -> None:
    try:
        # Modules and records by the thousand: the collector would look at them before the page is
        # painted, and find nothing to throw away.
        with collector_held():
            then()
            pass_over_what_is_there()
    finally:
        # Where nothing came of it, or a passphrase is asked for, the ways in are open again.
        if application.start_window is not None:
            application.start_window.end_opening()


def speak_qt(app: QApplication, former: Sequence[QTranslator], tr: Translator) -> QtWords:
    """Let Qt's own buttons speak the language too, instead of the ``former`` one."""
    for each in former:
        app.removeTranslator(each)
        each.deleteLater()  # the application is its parent, and would keep the file of its words
    lacking, own = LackingWords(tr, app), QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    own.load(f"qtbase_{tr.lang}", folder)
    # Qt asks the newest first.
    app.installTranslator(lacking)
    app.installTranslator(own)
    return own, lacking


def _warm() -> None:
    """Import what workspaces need, now that the window stands."""
    import missiondesk.ui.main_window
    import missiondesk.ui.notices  # noqa: F401
    from missiondesk.services.workspaces import make_ready, make_ready_to_write

    make_ready()
    make_ready_to_write()
