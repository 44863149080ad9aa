# SPDX-License-Identifier: Apache-2.0
"""G1 and G7: each item has exactly one who answers for it and somebody who carries it out, and no
two ministries claim the same output.

Judged are the items of missions that are agreed: the mission, its commitments, its initiatives from
pilot to embed, its gates ahead. A mission without a minister is told by L1, a commitment without a
lead by L2, a ministry without a permanent secretary by G2; G1 does not repeat them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Final

from missiondesk.domain.commitment import Commitment, CommitmentStatus
from missiondesk.domain.finding import Finding, Severity
from missiondesk.domain.gate import Gate
from missiondesk.domain.initiative import Initiative, Stage
from missiondesk.domain.message import N_, Message, message
from missiondesk.domain.mission import Mission
from missiondesk.domain.organisation import Office, OfficeLevel
from missiondesk.domain.raci import Cell, Party, Thing, items_of, letters, records_of, with_part
from missiondesk.domain.readiness.subjects import finding
from missiondesk.domain.responsibility import Raci
from missiondesk.domain.situation import Situation
from missiondesk.domain.wording import Wording

MOST_CONSULTED: Final = 5
MANY_PARTIES: Final = 6
_RUNNING: Final = (Stage.PILOT, Stage.SCALE, Stage.EMBED)
_ASIDE = re.compile(r"\((?:eksempel|example)\)", re.IGNORECASE)
_WORD = re.compile(r"\w+")


def judged_items(situation: Situation, mission: Mission) -> Iterator[Thing]:
    """The items of a mission that are to be in order: what runs, and what is promised."""
    for item in items_of(situation, mission):
        runs = item
        if isinstance(item, Gate):
            found = situation.get(Initiative, item.initiative)
            runs = found if found is not None else item
        if not isinstance(runs, Initiative) or runs.stage in _RUNNING:
            yield item


def one_answers(situation: Situation) -> Iterator[Finding]:
    """G1: exactly one A, at least one R, A at the right level, and C within bounds."""
    in_order: set[str | None] = set()
    for mission in situation.missions:
        if not mission.state.live:
            continue
        for item in judged_items(situation, mission):
            # Without a letter of their own, initiatives of one office are alike.
            alike = isinstance(item, Initiative) and not records_of(situation, item)
            office = item.office if isinstance(item, Initiative) else None
            if alike and office in in_order:
                continue
            found = tuple(item_findings(situation, item))
            if alike and not found:
                in_order.add(office)
            yield from found


def item_findings(situation: Situation, item: Thing) -> Iterator[Finding]:
    """What G1 says of one item."""
    cells = letters(situation, item, situation.today)
    answers = with_part(cells, Raci.ACCOUNTABLE)
    if len(answers) > 1:
        said = message(
            N_("{count} are accountable: {names}."),
            count=len(answers),
            names=_names(situation, answers),
        )
        mend = message(N_("Leave one accountable; the others carry out or are consulted."))
        yield _said(situation, Severity.ERROR, item, said, mend)
    elif not answers:
        yield from _unanswered(situation, item)
    else:
        yield from _wrong_level(situation, item, answers[0])
    yield from _uncarried(situation, item, cells)
    yield from _inflated(situation, item, cells)


def _said(
    situation: Situation, severity: Severity, item: Thing, said: Message, mend: Message
) -> Finding:
    return finding(situation, "G1", severity, item, said, mend, "responsibilities")


def _unanswered(situation: Situation, item: Thing) -> Iterator[Finding]:
    if isinstance(item, Initiative):
        leads = situation.office_in_force(item.office, situation.today)
        if leads is None or leads.level is OfficeLevel.MINISTER:
            return  # nobody carries it out (below), or the permanent secretary is missing (G2)
        said = message(N_("Nobody is accountable for the initiative."))
    elif isinstance(item, Gate):
        said = message(N_("It is not said who decides at the gate."))
    else:
        return
    mend = message(N_("Give one party the letter A in the matrix."))
    if isinstance(item, Gate):
        mend = message(N_("Choose the body that decides."))
    yield _said(situation, Severity.WARNING, item, said, mend)


def _wrong_level(situation: Situation, item: Thing, party: Party) -> Iterator[Finding]:
    office = situation.get(Office, party.id) if party.field == "office" else None
    political = office is not None and office.level is OfficeLevel.MINISTER
    if isinstance(item, Initiative) and political and office is not None:
        said = message(
            N_("{title} is accountable for an initiative, which officials answer for."),
            title=office.title,
        )
        mend = message(N_("Make the permanent secretary accountable for the initiative."))
    elif isinstance(item, Mission) and party.field == "body":
        said = message(N_("A body is accountable for the mission, not a minister."))
        mend = message(N_("Assign the mission to a minister in office."))
    else:
        return
    yield _said(situation, Severity.WARNING, item, said, mend)


def _uncarried(situation: Situation, item: Thing, cells: Mapping[Party, Cell]) -> Iterator[Finding]:
    if with_part(cells, Raci.RESPONSIBLE):
        return
    if isinstance(item, Mission | Commitment) and not with_part(cells, Raci.ACCOUNTABLE):
        return  # L1 and L2 say that the minister is missing
    said = message(N_("Nobody carries it out: no party has the letter R."))
    mend = message(N_("Give at least one party the letter R in the matrix."))
    if isinstance(item, Initiative):
        mend = message(N_("Choose the office that leads it."))
    yield _said(situation, Severity.WARNING, item, said, mend)


def _inflated(situation: Situation, item: Thing, cells: Mapping[Party, Cell]) -> Iterator[Finding]:
    """More than five are consulted, or more than half where six or more have a letter."""
    count = len(with_part(cells, Raci.CONSULTED))
    half = len(cells) >= MANY_PARTIES and 2 * count > len(cells)
    if count <= MOST_CONSULTED and not half:
        return
    said = message(
        N_("{count} of {all} parties are consulted; that delays more than it informs."),
        count=count,
        all=len(cells),
    )
    mend = message(
        N_("Consult at most {most} and at most half; inform the others."), most=MOST_CONSULTED
    )
    yield _said(situation, Severity.NOTE, item, said, mend)


def _names(situation: Situation, parties: tuple[Party, ...]) -> str:
    found = (situation.get(Office, party.id) for party in parties if party.field == "office")
    titles = [str(one.title) for one in found if one is not None]
    more = len(parties) - len(titles)
    return ", ".join(titles) + (f" +{more}" if more else "")


# -- G7 --------------------------------------------------------------------------------------
def claimed_once(situation: Situation) -> Iterator[Finding]:
    """G7: no two ministries lead the same output.

    The same are two commitments of different missions (within one mission L10 says it) or two
    initiatives that are not closed, when the words agree without regard to case, signs and the mark
    of an example, and there are at least three. Who shares the other's commitment knows of it.
    """
    yield from _claims(situation, _promises(situation), "text")
    yield from _claims(situation, _initiatives(situation), "office")


_Claim = tuple[Commitment | Initiative, str | None, tuple[str, ...], Wording]


def _promises(situation: Situation) -> Iterator[_Claim]:
    for one in situation.commitments:
        if one.status is not CommitmentStatus.NOT_PURSUED:
            yield one, one.lead_office, one.co_offices, one.text


def _initiatives(situation: Situation) -> Iterator[_Claim]:
    for one in situation.initiatives:
        if one.stage is not Stage.CLOSED and one.office is not None:
            yield one, one.office, (), one.title


def _claims(situation: Situation, claims: Iterator[_Claim], field: str) -> Iterator[Finding]:
    same: defaultdict[str, list[_Claim]] = defaultdict(list)
    for claim in claims:
        words = _WORD.findall(_ASIDE.sub("", claim[3].da or claim[3].en).casefold())
        if len(words) >= 3:
            same[" ".join(words)].append(claim)
    for twins in same.values():
        # One of each sort stands for all that are led and shared alike.
        sorts: dict[tuple[object, ...], _Claim] = {}
        for twin in twins:
            first = next((one for one in sorts.values() if _apart(situation, one, twin)), None)
            sorts.setdefault(_sort(situation, twin), twin)
            if first is None:
                continue
            said = message(
                N_("{first} and {second} both lead the same output."),
                first=_ministry(situation, first[1]),
                second=_ministry(situation, twin[1]),
            )
            mend = message(N_("Let one ministry lead it and the other share it."))
            yield finding(situation, "G7", Severity.WARNING, twin[0], said, mend, field)


def _sort(situation: Situation, claim: _Claim) -> tuple[object, ...]:
    ministry = situation.ministry_of(claim[1])
    mission = claim[0].mission if isinstance(claim[0], Commitment) else None
    return (ministry.id if ministry is not None else None, claim[1], claim[2], mission)


def _apart(situation: Situation, one: _Claim, other: _Claim) -> bool:
    """Two ministries lead the two, and neither is named as sharing the other's."""
    first, second = (situation.ministry_of(claim[1]) for claim in (one, other))
    if first is None or second is None or first.id == second.id:
        return False
    if one[1] in other[2] or other[1] in one[2]:
        return False
    within = isinstance(one[0], Commitment) and one[0].mission == other[0].mission
    return not within


def _ministry(situation: Situation, office: str | None) -> Wording:
    found = situation.ministry_of(office)
    return found.name if found is not None else Wording()


RULES = (one_answers, claimed_once)
