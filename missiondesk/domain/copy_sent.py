# SPDX-License-Identifier: Apache-2.0
"""A copy of the workspace that was given to somebody: to whom, for what, and what came back."""

from __future__ import annotations

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_, Worded
from missiondesk.domain.period import Period


class Purpose(Worded):
    """What whoever gets the copy is to do with it."""

    EDIT = "edit", N_("to work on")
    COMMENT = "comment", N_("for comments")
    READ = "read", N_("for reading")


class Audience(Worded):
    """Who may see what is in a copy, from the widest to the narrowest."""

    SECRETARIAT = "secretariat", N_("the secretariat: everything")
    MINISTRY = "ministry", N_("a ministry: without judgements, drafts to others and notes")
    PARTY = "party", N_("a party in the talks: only what it may see of them")
    PUBLIC = "public", N_("everybody: only what is public")


@dataclass(frozen=True, slots=True)
class CopySent:
    """A copy that was given away.

    Attributes:
        recipient: To whom, in the sender's words.
        ministry: Whose drafts a copy for `Audience.MINISTRY` may hold.
        language: "da" or "en", of the covering note.
        sealed: Closed with a passphrase of its own.
        sent: The day.
        step: Id of the workspace's last Step when it was made.
        root: Id of the first Step of a copy that holds only a part, else "".
        fingerprint: Four words that tell the version which was sent.
        came_back: The day on which it was last put together with the workspace.
        came_back_as: The name of the file that came back.
        party: Id of the party that `Audience.PARTY` is for; it brings back its own things only.
    """

    id: str
    recipient: str = ""
    purpose: Purpose = Purpose.EDIT
    audience: Audience = Audience.SECRETARIAT
    ministry: str | None = None
    language: str = "da"
    sealed: bool = False
    sent: Period | None = None
    sent_by: str = ""
    file_name: str = ""
    step: str = ""
    root: str = ""
    fingerprint: str = ""
    came_back: Period | None = None
    came_back_as: str = ""
    party: str | None = None


@dataclass(frozen=True, slots=True)
class CopyMark:
    """What a copy knows of itself; it stands beside the records and is no part of the trail.

    It is a courtesy among people who trust each other and no lock: whoever has the file can read
    what is in it.

    Attributes:
        party: Id of the party whose copy it is, "" for all others. What the party may bring back is
            decided by what the sender noted, never by this.
    """

    copy: str
    purpose: Purpose
    audience: Audience
    recipient: str
    sender: str
    party: str = ""
