# SPDX-License-Identifier: Apache-2.0
"""What a window keeps an eye on from the moment that it stands: its file, and copies beside it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer

from missiondesk.services.saving import Unavailable
from missiondesk.ui.disk_watch import DiskWatch
from missiondesk.ui.notices import Notice

if TYPE_CHECKING:
    from missiondesk.services.conflict_copies import ConflictCopy
    from missiondesk.ui.main_window import MainWindow

_SOON: Final = 300  # milliseconds


def watch(
    window: MainWindow,
    changed: Callable[[], object],
    refuse: Callable[[Unavailable], object],
) -> None:
    """Begin.

    Args:
        window: The window in front.
        changed: Called when somebody else has written the file.
        refuse: Shows the surroundings' no.
    """
    if window.desk.path is None or window.desk.read_only:
        return
    DiskWatch(window, changed)
    # The page is painted and answers first; nobody waits for copies.
    QTimer.singleShot(_SOON, window, lambda: _look_beside(window, refuse))


def _look_beside(window: MainWindow, refuse: Callable[[Unavailable], object]) -> None:
    if not window.desk.conflict_copies.beside():
        return
    window.hub.tasks.run(
        window.tr_.say("Looking at the copies beside the file"),
        lambda _progress: window.desk.conflict_copies.look(),
        lambda found: offer(window, found, refuse),
        lambda _error: None,
        window,
    )


def offer(
    window: MainWindow,
    found: tuple[ConflictCopy, ...],
    refuse: Callable[[Unavailable], object],
) -> None:
    """Say which copies lie beside the file, and offer to put the newest together with it."""
    if not found:
        return
    tr = window.tr_
    lines = [_line(window, copy) for copy in found]
    more = tr.say(
        "A synchroniser makes such copies when two change a file at once. Nothing is changed "
        "before you have seen the differences."
    )
    first = found[0].path
    from missiondesk.ui.merging.meeting import Meeting

    meeting = Meeting(window, window.desk, window.hub, tr, refuse)
    Notice(
        tr.plural(
            "A copy beside the file holds changes that are not in it.",
            "{count} copies beside the file hold changes that are not in it.",
            len(found),
        ),
        (*lines, more),
        window,
        close=tr.say("Not now"),
        buttons=(
            (tr.say("Put together with {name}…", name=first.name), lambda: meeting.read(first)),
        ),
        name="conflictCopies",
    ).open()


def _line(window: MainWindow, copy: ConflictCopy) -> str:
    tr = window.tr_
    steps = tr.plural("{count} step", "{count} steps", copy.doings.steps)
    return tr.say(
        "“{name}”: {steps} by {who}", name=copy.path.name, steps=steps, who=tr.list(copy.doings.who)
    )
