# SPDX-License-Identifier: Apache-2.0
"""A party's copy: nothing of another party is in its file."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from missiondesk.domain.clause import Clause, ClauseProposal, ClauseState, DraftCopy
from missiondesk.domain.copy_sent import Audience as CopyAudience
from missiondesk.domain.negotiation import Audience
from missiondesk.domain.party import Party
from missiondesk.domain.position import PartyPosition
from missiondesk.domain.refused import Refused
from missiondesk.domain.wording import Wording
from missiondesk.services.copies import Sending
from missiondesk.services.desk import Desk
from missiondesk.services.workspaces import open_desk
from missiondesk.store.copies import mark_in
from missiondesk.store.image import PLAIN
from tests.party_talks import Talks, answer, back, parties_at_a_table, sent
from tests.store.test_undo_machine import rows_of
from tests.talks_canaries import CODES, canary, forbidden, plant_talks


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where the copy is."""
    return tmp_path / "kopi.mission"


@pytest.fixture
def opened(file: Path) -> Iterator[Callable[[], Desk]]:
    """Opens the copy as the party does."""
    desks: list[Desk] = []

    def get() -> Desk:
        desks.append(open_desk(file, "Partiets sekretær"))
        return desks[-1]

    yield get
    for one in desks:
        one.close(discard=True)


@pytest.fixture
def talks(desk: Desk) -> Talks:
    """Talks with two parties."""
    return parties_at_a_table(desk)


def test_no_byte_of_the_file_is_another_s(desk: Desk, file: Path) -> None:
    """Texts that stand, were revised, were removed, were remarked: none of them is in its bytes,
    its trail or its free pages.
    """
    talks_round = plant_talks(desk)
    q, w = (one for one in desk.situation.all(Party))
    for one in desk.situation.all(PartyPosition):
        if one.audience is Audience.OWN:
            desk.comments.add(one.id, canary(CODES[one.party == w.id], Audience.OWN, "remark"))
            desk.talks.revise(replace(one, text=one.text + "x"))
            if one.party == w.id:
                desk.talks.remove(PartyPosition, one.id)
    for clause in desk.situation.all(Clause):
        if clause.proposer == w.id and clause.audience is Audience.OWN:
            desk.talks.text.remove_clause(clause.id)
    desk.talks.revise(replace(talks_round, note=canary("x", Audience.SECRETARIAT, "again")))
    desk.history.undo()
    before = rows_of(desk.session.store)
    copy = desk.copies.send(
        file, Sending("Parti Q", audience=CopyAudience.PARTY, party=q.id, comments=True)
    )
    data = file.read_bytes()
    for word in forbidden(desk, q.id):
        assert word.encode() not in data, word
    for place in ("text", "wish", "clause", "proposal"):
        assert canary("Q", Audience.OWN, place).encode() in data, place
    assert canary("W", Audience.PARTIES, "text").encode() in data
    raw = sqlite3.connect(file)
    assert raw.execute("PRAGMA freelist_count").fetchone() == (0,)
    assert raw.execute("SELECT count(*) FROM step").fetchone() == (1,)
    raw.close()
    mark = mark_in(file, PLAIN)
    assert mark is not None
    assert (mark.audience, mark.party) == (CopyAudience.PARTY, q.id)
    assert copy.party == q.id
    desk.history.undo()
    assert rows_of(desk.session.store) == before


def test_a_frozen_version_is_not_in_it(
    talks: Talks, file: Path, opened: Callable[[], Desk]
) -> None:
    """Its words are told by the trail, which the copy does not have: they would be today's."""
    draft = talks.desk.talks.text.freeze(Wording("Første udkast"))
    talks.desk.talks.text.hand_out(draft.id, "Formanden", talks.q.id)
    sent(talks, file)
    theirs = opened()
    assert theirs.talks.text.drafts() == ()
    assert theirs.situation.all(DraftCopy) == ()
    answer(theirs, talks)
    talks.desk.merging.apply(back(talks, theirs, file), {})
    assert talks.desk.talks.text.drafts() == (draft,)


def test_what_others_have_proposed_in_confidence_is_not_told_by_the_state(
    talks: Talks, file: Path, opened: Callable[[], Desk]
) -> None:
    text = talks.desk.talks.text
    text.propose(ClauseProposal("", talks.clause.id, talks.w.id, Wording("Færre."), Audience.OWN))
    sent(talks, file)
    there = opened().situation.get(Clause, talks.clause.id)
    assert there is not None
    assert there.state is ClauseState.PROPOSED
    here = talks.desk.situation.get(Clause, talks.clause.id)
    assert here is not None
    assert here.state is ClauseState.ALTERNATIVE


def test_a_party_s_copy_needs_its_party(talks: Talks, file: Path) -> None:
    for party in (None, talks.topic.id):
        with pytest.raises(Refused) as refused:
            talks.desk.copies.send(file, Sending("Q", audience=CopyAudience.PARTY, party=party))
        assert refused.value.field == "party"
    assert not file.exists()
