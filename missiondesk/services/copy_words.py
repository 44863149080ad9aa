# SPDX-License-Identifier: Apache-2.0
"""What is said of copies: the covering note to send with one, and how it stands with it."""

from __future__ import annotations

from collections.abc import Iterator

from missiondesk.domain.copy_sent import Audience, CopySent, Purpose
from missiondesk.domain.message import N_
from missiondesk.domain.secretariat import Secretariat
from missiondesk.language import Translator

_ASKED = {
    Purpose.EDIT: N_(
        "Please work directly in the file and send it back as it is; your changes are put together "
        "with ours one by one."
    ),
    Purpose.COMMENT: N_(
        "Please write your comments on the records and texts in the file and send it back as it is."
    ),
    Purpose.READ: N_("It is for reading and opens so that nothing can be changed by mistake."),
}
_HOLDS = {
    Audience.SECRETARIAT: N_("It holds all that is in the workspace; please do not pass it on."),
    Audience.MINISTRY: N_(
        "It holds the shared work, without internal judgements, notes and drafts to others."
    ),
    Audience.PARTY: N_(
        "It holds what your party may see of the talks. What you add and change of your own comes "
        "back to us; on anything else write a comment."
    ),
    Audience.PUBLIC: N_("It holds only what may be published."),
}


def covering_note(copy: CopySent, secretariat: Secretariat, tr: Translator) -> str:
    """The note to go with the copy, in its own language, as plain text."""
    return "\n\n".join(_paragraphs(copy, secretariat, tr))


def _paragraphs(copy: CopySent, secretariat: Secretariat, tr: Translator) -> Iterator[str]:
    yield tr.say(N_("To {recipient}"), recipient=copy.recipient)
    title = secretariat.title.in_language(tr.lang)
    opening = tr.say(
        N_("Attached is a copy of “{title}” as it stood on {date}: {file}."),
        title=title,
        date=tr.period(copy.sent) if copy.sent else "",
        file=copy.file_name,
    )
    yield f"{opening} {tr.say(_HOLDS[copy.audience])} {tr.say(_ASKED[copy.purpose])}"
    yield tr.say(
        N_(
            "The fingerprint of the file is: {words}. The desk shows the same four words when you "
            "open it; compare them with us by telephone when in doubt."
        ),
        words=copy.fingerprint,
    )
    if copy.sealed:
        yield tr.say(N_("The file is closed with a passphrase that you get by another way."))
    yield copy.sent_by


def standing(copy: CopySent, tr: Translator) -> str:
    """Whether it came back, and as what."""
    if copy.came_back is not None:
        return tr.say(
            N_("came back {date} as {file}"),
            date=tr.period(copy.came_back),
            file=copy.came_back_as,
        )
    if copy.purpose is Purpose.READ:
        return tr.say(N_("for reading, nothing is awaited"))
    return tr.say(N_("not back yet"))
