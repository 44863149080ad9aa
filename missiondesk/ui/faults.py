# SPDX-License-Identifier: Apache-2.0
"""What nobody caught: a no is said, a bug is reported without anything of the workspace in it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import TracebackType
from typing import TYPE_CHECKING

from missiondesk.domain.refused import Refused

if TYPE_CHECKING:
    from missiondesk.ui.application import Application
    from missiondesk.ui.notices import CrashDialog

Report = Callable[[type[BaseException], BaseException, TracebackType | None], None]


class Faults:
    """Takes the exceptions that reach the event loop."""

    def __init__(self, application: Application) -> None:
        self._all = application
        self._shown: CrashDialog | None = None

    def report(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        """A rule's no and the surroundings' no are said; anything else is a bug."""
        window = self._all.window
        if issubclass(kind, KeyboardInterrupt):
            self._all.quit()
            return
        if isinstance(error, Refused) and window is not None:
            window.hub.say(self._all.tr_.tell(error.message))
            return
        from missiondesk.services.saving import Unavailable

        if isinstance(error, Unavailable) and window is not None:
            from missiondesk.ui.workspace_actions import WorkspaceActions

            WorkspaceActions(self._all).tell(error)
            return
        self._all.logger().error("a fault: %s", kind.__name__)
        sys.__excepthook__(kind, error, trace)
        if self._shown is None:
            from missiondesk.ui.notices import CrashDialog

            self._shown = CrashDialog(error, self._all.tr_, self._all.front())
            self._shown.finished.connect(self._read)
            self._shown.open()

    def _read(self, _result: int) -> None:
        self._shown = None


def tell_hard_end(application: Application, report: str) -> None:
    """Say that the last run did not end by itself; the report stands one press away."""
    from missiondesk.system.crash import keep_report
    from missiondesk.ui.notices import HardEnd

    kept = keep_report(report)
    say = application.tr_.say
    start, window = application.start_window, application.window

    def show() -> None:
        HardEnd(report, kept, application.tr_, application.front()).open()

    if window is None and start is not None:
        sentence = say(
            "The program was not closed the last time: it had a fault, or was ended from outside."
        )
        start.show_trouble(sentence, say("What is known"), show)
    else:
        show()
