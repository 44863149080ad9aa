# SPDX-License-Identifier: Apache-2.0
"""The rules of the forms for clauses, proposals, versions and their copies."""

from __future__ import annotations

from missiondesk.domain.clause import Clause, ClauseProposal, DraftCopy, TalksDraft
from missiondesk.domain.entities import Entity
from missiondesk.domain.message import N_
from missiondesk.domain.party import Party
from missiondesk.domain.platform import PlatformChapter
from missiondesk.domain.refused import Refused
from missiondesk.domain.situation import Situation


def require_sound_text(now: Situation, record: Entity) -> None:
    """Refuse a record of the negotiated text that no form would take.

    Raises:
        Refused: A field is wrong.
    """
    match record:
        case Clause():
            if now.get(PlatformChapter, record.chapter) is None:
                raise Refused(N_("A clause belongs to a chapter."), field="chapter")
            if not record.text:
                raise Refused(N_("A clause needs a text."), field="text")
        case ClauseProposal():
            if now.get(Clause, record.clause) is None:
                raise Refused(N_("A proposal is for a clause."), field="clause")
            if now.get(Party, record.party) is None:
                raise Refused(N_("A proposal is a party's."), field="party")
            if not record.text:
                raise Refused(N_("A proposal needs a text."), field="text")
        case DraftCopy():
            if now.get(TalksDraft, record.draft) is None:
                raise Refused(N_("A copy is of a frozen version."), field="draft")
            if not record.recipient:
                raise Refused(N_("Say who gets the copy."), field="recipient")
