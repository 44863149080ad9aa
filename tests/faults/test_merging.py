# SPDX-License-Identifier: Apache-2.0
"""The short form of copies that meet again; `python -m tests.faults.merging` is the whole."""

from __future__ import annotations

from missiondesk.domain.lineage import Relation
from missiondesk.domain.merging import Dispute
from tests.faults.merge_exchanges import exchange
from tests.faults.merge_parts import exchange_parts
from tests.faults.merge_party import exchange_party_copies
from tests.faults.merging import judge


def test_random_triples_lose_nothing_and_do_not_depend_on_the_side() -> None:
    tally = judge(100, seed=0)
    assert not tally.faults, "\n".join(tally.faults[:5])
    assert tally.one_sided > 300
    assert tally.conflicts[Dispute.FIELDS] and tally.conflicts[Dispute.REMOVAL]


def test_copies_sent_by_a_bad_post_come_to_one_end() -> None:
    post = exchange(15, seed=1)
    assert not post.faults, "\n".join(post.faults[:5])
    assert post.lost and post.conflicts
    assert post.relations[Relation.DIVERGED] and post.relations[Relation.OLDER]


def test_parts_come_back_without_touching_what_was_withheld() -> None:
    tally = exchange_parts(20, seed=3)
    assert not tally.faults, "\n".join(tally.faults[:5])
    assert tally.sent and tally.taken and tally.conflicts and tally.remarks


def test_parties_bring_back_their_own_and_nothing_else() -> None:
    tally = exchange_party_copies(20, seed=5)
    assert not tally.faults, "\n".join(tally.faults[:5])
    assert tally.sent and tally.taken and tally.accepted and tally.remarks
