# SPDX-License-Identifier: Apache-2.0
"""Says, when a copy is opened, that it is one: from whom, for what, and its fingerprint."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from missiondesk.domain.copy_sent import Audience, CopySent, Purpose
from missiondesk.domain.message import N_
from missiondesk.language import Translator
from missiondesk.ui.notices import Notice

if TYPE_CHECKING:
    from missiondesk.ui.main_window import MainWindow

_MEANS = {
    Purpose.EDIT: N_("Work in it as in any workspace, and send the file back as it is."),
    Purpose.COMMENT: N_("Only comments can be written in it. Send the file back as it is."),
    Purpose.READ: N_("It is open for reading; nothing can be changed in it."),
}


_OF_A_PARTY = N_(
    "Answers, positions, proposals and clauses of your own party come back, and which clauses you "
    "accept. What you change of anything else comes back as a comment only."
)


def greet_copy(window: MainWindow, tr: Translator) -> Notice | None:
    """Say it over the window; nothing is said of a workspace that is no copy."""
    mark = window.desk.copy_mark
    if mark is None:
        return None
    say = tr.say
    notice = Notice(
        say(
            "A copy for {recipient}, {purpose}, from {sender}.",
            recipient=mark.recipient,
            purpose=say(mark.purpose.word),
            sender=mark.sender,
        ),
        (
            say(_MEANS[mark.purpose]),
            *((say(_OF_A_PARTY),) if mark.audience is Audience.PARTY else ()),
            say("Fingerprint of the file: {words}.", words=window.desk.copies.fingerprint()),
        ),
        window,
        close=say("Close"),
        name="copyGreeting",
    )
    notice.open()
    return notice


def ask_what_for(
    window: MainWindow,
    copy: CopySent,
    tr: Translator,
    meet: Callable[[], object],
    open_alone: Callable[[], object],
) -> Notice:
    """A copy that was sent from the open workspace is to be opened: ask whether it came back."""
    say = tr.say
    notice = Notice(
        say("This is the copy that was sent to {recipient}.", recipient=copy.recipient),
        (say("Put it together with what is open here, or open it by itself."),),
        window,
        close=say("Cancel"),
        buttons=((say("Put together"), meet), (say("Open it"), open_alone)),
        name="copyOpened",
    )
    notice.open()
    return notice
