# SPDX-License-Identifier: Apache-2.0
"""The rules of the forms for clauses, proposals, versions, their copies, and money."""

from __future__ import annotations

from missiondesk.domain.clause import Clause, ClauseProposal, DraftCopy, TalksDraft
from missiondesk.domain.entities import Entity
from missiondesk.domain.financing import FinancingLine, Package
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
        case FinancingLine():
            _line(now, record)
        case Package():
            if not record.name.strip():
                raise Refused(N_("A package needs a name."), field="name")
        case DraftCopy():
            if now.get(TalksDraft, record.draft) is None:
                raise Refused(N_("A copy is of a frozen version."), field="draft")
            if not record.recipient:
                raise Refused(N_("Say who gets the copy."), field="recipient")


def _line(now: Situation, line: FinancingLine) -> None:
    if not line.title:
        raise Refused(N_("Say what costs, or what pays for it."), field="title")
    if line.clause is not None and now.get(Clause, line.clause) is None:
        raise Refused(N_("The record is not there any more."), field="clause")
    negative = any(one.oere < 0 for one in line.amounts) or (line.permanent or 0) < 0
    if negative:
        raise Refused(
            N_("Amounts are not negative: whether a line costs or pays is said by its kind."),
            field="amounts",
        )
