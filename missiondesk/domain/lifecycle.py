# SPDX-License-Identifier: Apache-2.0
"""Which states follow which; whoever moves a record asks here first."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from missiondesk.domain.actor import PromiseState
from missiondesk.domain.commitment import CommitmentStatus
from missiondesk.domain.initiative import Stage
from missiondesk.domain.letter import LetterState
from missiondesk.domain.message import N_, Message, Worded
from missiondesk.domain.metric import ObservationStatus
from missiondesk.domain.mission import MissionState
from missiondesk.domain.refused import Refused

_M, _L, _S, _C, _O = MissionState, LetterState, Stage, CommitmentStatus, ObservationStatus
_P = PromiseState

# By kind first: members of different kinds may share a value ("idea"), and then they are equal.
FOLLOWS: Final[Mapping[type[Worded], Mapping[Worded, tuple[Worded, ...]]]] = {
    MissionState: {
        _M.IDEA: (_M.PROPOSED, _M.CLOSED),
        _M.PROPOSED: (_M.AGREED, _M.IDEA, _M.CLOSED),
        _M.AGREED: (_M.ACTIVE, _M.CLOSED),
        _M.ACTIVE: (_M.PAUSED, _M.ACHIEVED, _M.CLOSED),
        _M.PAUSED: (_M.ACTIVE, _M.CLOSED),
        _M.ACHIEVED: (_M.CLOSED,),
        _M.CLOSED: (),
    },
    LetterState: {
        _L.DRAFT: (_L.CHECKED,),
        _L.CHECKED: (_L.CLEARED, _L.DRAFT),
        _L.CLEARED: (_L.SIGNED, _L.DRAFT),
        _L.SIGNED: (_L.ISSUED, _L.SUPERSEDED, _L.RECALLED),
        _L.ISSUED: (_L.ACKNOWLEDGED, _L.SUPERSEDED, _L.RECALLED),
        _L.ACKNOWLEDGED: (_L.SUPERSEDED, _L.RECALLED),
        _L.SUPERSEDED: (),
        _L.RECALLED: (),
    },
    Stage: {
        _S.IDEA: (_S.PILOT, _S.CLOSED),
        _S.PILOT: (_S.SCALE, _S.IDEA, _S.CLOSED),
        _S.SCALE: (_S.EMBED, _S.CLOSED),
        _S.EMBED: (_S.CLOSED,),
        _S.CLOSED: (),
    },
    CommitmentStatus: {
        _C.OPEN: (_C.IN_PROGRESS, _C.MET, _C.NOT_PURSUED),
        _C.IN_PROGRESS: (_C.MET, _C.MET_MODIFIED, _C.NOT_PURSUED),
        _C.MET: (),
        _C.MET_MODIFIED: (),
        _C.NOT_PURSUED: (),
    },
    ObservationStatus: {
        _O.ESTIMATE: (_O.PRELIMINARY, _O.FINAL),
        _O.PRELIMINARY: (_O.FINAL,),
        _O.FINAL: (_O.REVISED,),
        _O.REVISED: (_O.REVISED,),
    },
    PromiseState: {
        _P.OFFERED: (_P.AGREED, _P.SIGNED, _P.WITHDRAWN, _P.LAPSED),
        _P.AGREED: (_P.SIGNED, _P.DELIVERING, _P.WITHDRAWN, _P.LAPSED),
        _P.SIGNED: (_P.DELIVERING, _P.DELIVERED, _P.WITHDRAWN, _P.LAPSED),
        _P.DELIVERING: (_P.DELIVERED, _P.WITHDRAWN, _P.LAPSED),
        _P.DELIVERED: (),
        _P.WITHDRAWN: (),
        _P.LAPSED: (),
    },
}


def may_follow(now: Worded, then: Worded) -> bool:
    """Whether a record may go from ``now`` to ``then``."""
    return type(now) is type(then) and then in FOLLOWS[type(now)][now]


def require(now: Worded, then: Worded, field: str = "state") -> None:
    """Let the move through or refuse it.

    Raises:
        Refused: ``then`` does not follow ``now``.
    """
    if now == then or may_follow(now, then):
        return
    raise Refused(
        N_("“{now}” cannot be followed by “{then}”."),
        field=field,
        now=_word(now),
        then=_word(then),
    )


def _word(state: Worded) -> Message:
    return Message(state.word)
