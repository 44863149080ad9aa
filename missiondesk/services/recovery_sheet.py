# SPDX-License-Identifier: Apache-2.0
"""The recovery key on a sheet of paper; it goes to the printer and into no file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from missiondesk.domain.message import N_
from missiondesk.domain.report_content import Rows
from missiondesk.domain.sectioned_content import SectionedContent
from missiondesk.language import translator
from missiondesk.services.document_heads import document_head
from missiondesk.services.print_plan import PrintJob
from missiondesk.system.memories import forget_texts

if TYPE_CHECKING:
    from missiondesk.documents.printed import PrintedDocument
    from missiondesk.services.session import Session

_A_LINE = 4  # groups


def prepare_recovery_sheet(session: Session, key: str, language: str) -> PrintJob:
    """The sheet; `PrintJob.make` is for any thread.

    Args:
        session: The workspace.
        key: The recovery key, in groups with hyphens between them.
        language: The sheet's.
    """
    tr = translator(language)
    path = session.store.path
    groups = key.split("-")
    lines = [" – ".join(groups[at : at + _A_LINE]) for at in range(0, len(groups), _A_LINE)]
    numbered = tuple((str(number), line) for number, line in enumerate(lines, start=1))
    named = () if path is None else ((tr.say(N_("Workspace")), path.name),)
    content = SectionedContent(
        document_head(session.situation, tr, tr.say(N_("Recovery key"))),
        tr.say(
            N_(
                "It opens the workspace when every passphrase is forgotten. Keep it on paper under "
                "lock, away from the computer."
            )
        ),
        Rows(rows=named),
        (Rows(head=(tr.say(N_("Line")), tr.say(N_("Recovery key"))), rows=numbered),),
    )

    def make() -> PrintedDocument:
        from missiondesk.documents.sectioned import print_sectioned

        try:
            return print_sectioned(content)
        finally:
            forget_texts()  # the press remembers lines to set them again

    return PrintJob("", content.head.title, make)
