# SPDX-License-Identifier: Apache-2.0
"""A party's copy comes back: it brings its own in, and what it changed of others' is a remark."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from missiondesk.domain.clause import Clause, ClauseProposal, ClauseState
from missiondesk.domain.financing import FinancingLine
from missiondesk.domain.initiative import Money
from missiondesk.domain.lineage import Relation
from missiondesk.domain.merging import Dispute, Side
from missiondesk.domain.mission import Mission
from missiondesk.domain.negotiation import Audience, TalksRound, Topic
from missiondesk.domain.party import Party
from missiondesk.domain.position import PartyPosition, PartyStance
from missiondesk.domain.wording import Wording
from missiondesk.services.desk import Desk
from missiondesk.services.workspaces import open_desk
from missiondesk.store.copies import mark_in
from missiondesk.store.database import Database
from missiondesk.store.image import PLAIN
from missiondesk.store.schema import META
from tests.party_talks import Talks, answer, back, comments, parties_at_a_table, sent
from tests.store.test_undo_machine import rows_of


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


# ---------------------------------------------------------------- its own comes in


def test_answers_come_in_and_nothing_else_is_touched(
    talks: Talks, file: Path, opened: Callable[[], Desk]
) -> None:
    desk = talks.desk
    desk.talks.rounds.send_questions(talks.question.talks_round, desk.talks.rounds.today)
    sent(talks, file)
    before = rows_of(desk.session.store)
    theirs = opened()
    given = answer(theirs, talks)
    found = back(talks, theirs, file)
    assert (found.relation, found.conflicts, found.remarks) == (Relation.DIVERGED, (), ())
    assert [(one.kind, one.key) for one in found.incoming] == [("party_position", given.id)]
    desk.merging.apply(found, {})
    after = rows_of(desk.session.store)
    assert after["party_position"].pop(given.id)
    after["copy_sent"], before_copies = before["copy_sent"], after["copy_sent"]
    assert after == before
    assert all(row["came_back"] for row in before_copies.values())
    assert back(talks, theirs, file).relation is Relation.OLDER
    desk.history.undo()
    assert rows_of(desk.session.store) == before


def test_it_can_come_back_again_and_withdraw(
    talks: Talks, file: Path, opened: Callable[[], Desk]
) -> None:
    sent(talks, file)
    theirs = opened()
    given = answer(theirs, talks)
    talks.desk.merging.apply(back(talks, theirs, file), {})
    theirs.talks.revise(replace(given, text="Vi har tænkt os om", audience=Audience.PARTIES))
    theirs.talks.revise(replace(talks.topic, title=Wording("Andet emne")))
    found = back(talks, theirs, file)
    assert (found.conflicts, len(found.remarks)) == ((), 1)
    talks.desk.merging.apply(found, {})
    here = talks.desk.situation.get(PartyPosition, given.id)
    assert here is not None
    assert (here.text, here.audience) == ("Vi har tænkt os om", Audience.PARTIES)
    theirs.talks.remove(PartyPosition, given.id)
    found = back(talks, theirs, file)
    assert (found.conflicts, found.remarks) == ((), ())
    talks.desk.merging.apply(found, {})
    assert talks.desk.situation.get(PartyPosition, given.id) is None
    assert talks.desk.situation.get(Topic, talks.topic.id) == talks.topic
    assert len(comments(talks.desk)) == 1


def test_its_yes_joins_those_of_others(
    talks: Talks, file: Path, opened: Callable[[], Desk]
) -> None:
    """Two parties accept one text in two copies of it: then it is agreed (N3)."""
    desk, clause = talks.desk, talks.clause.id
    line = desk.talks.add(
        FinancingLine("", title=Wording("Lærepladser"), amounts=(Money(2027, 100),))
    )
    sent(talks, file)
    theirs = opened()
    theirs.talks.text.accept(clause, [talks.q.id])
    theirs.talks.revise(replace(line, agreed_by=(talks.q.id,)))
    desk.talks.text.accept(clause, [talks.w.id])
    desk.talks.revise(replace(line, agreed_by=(talks.w.id,)))
    found = back(talks, theirs, file)
    assert (found.conflicts, found.remarks) == ((), ())
    desk.merging.apply(found, {})
    here = desk.situation.get(Clause, clause)
    assert here is not None
    assert (set(here.accepted), here.state) == ({talks.q.id, talks.w.id}, ClauseState.AGREED)
    paid = desk.situation.get(FinancingLine, line.id)
    assert paid is not None
    assert set(paid.agreed_by) == {talks.q.id, talks.w.id}
    theirs.talks.text.accept(clause, [])
    desk.merging.apply(back(talks, theirs, file), {})
    here = desk.situation.get(Clause, clause)
    assert here is not None
    assert (here.accepted, here.state) == ((talks.w.id,), ClauseState.PROPOSED)


def test_a_yes_to_other_words_is_a_remark(
    talks: Talks, file: Path, opened: Callable[[], Desk]
) -> None:
    desk, clause = talks.desk, talks.clause
    sent(talks, file)
    theirs = opened()
    theirs.talks.text.accept(clause.id, [talks.q.id])
    desk.talks.text.revise_clause(replace(clause, text=Wording("Mange flere lærepladser.")))
    found = back(talks, theirs, file)
    assert (found.conflicts, found.incoming) == ((), ())
    (remark,) = found.remarks
    assert (remark.key, remark.fields) == (clause.id, ("accepted",))
    desk.merging.apply(found, {})
    here = desk.situation.get(Clause, clause.id)
    assert here is not None
    assert here.accepted == ()
    (comment,) = comments(desk)
    assert (comment.record, comment.author) == (
        clause.id,
        "Parti Q (Partiets sekretær)",
    )
    assert "Parti Q" in comment.text


def test_its_proposal_opens_the_clause_again(
    talks: Talks, file: Path, opened: Callable[[], Desk]
) -> None:
    desk, clause = talks.desk, talks.clause.id
    desk.talks.text.accept(clause, [talks.q.id, talks.w.id])
    sent(talks, file)
    theirs = opened()
    proposal = theirs.talks.text.propose(
        ClauseProposal("", clause, talks.q.id, Wording("Færre lærepladser."))
    )
    found = back(talks, theirs, file)
    assert (found.conflicts, found.remarks) == ((), ())
    desk.merging.apply(found, {})
    here = desk.situation.get(Clause, clause)
    assert here is not None
    assert (here.accepted, here.state) == ((), ClauseState.ALTERNATIVE)
    theirs.talks.text.withdraw(proposal.id)
    desk.merging.apply(back(talks, theirs, file), {})
    here = desk.situation.get(Clause, clause)
    assert here is not None
    assert here.state is ClauseState.PROPOSED
    assert desk.situation.all(ClauseProposal) == ()


def test_a_clause_that_it_brings_in_is_the_last_and_its_words_stay_its_own(
    talks: Talks, file: Path, opened: Callable[[], Desk]
) -> None:
    desk, chapter = talks.desk, talks.clause.chapter
    hidden = desk.talks.text.add_clause(chapter, Wording("Skjult"), talks.w.id)
    desk.talks.text.revise_clause(replace(hidden, audience=Audience.OWN))
    sent(talks, file)
    theirs = opened()
    added = theirs.talks.text.add_clause(chapter, Wording("Kortere vej."), talks.q.id)
    assert added.number == 2  # the party does not know of the hidden one
    theirs.talks.text.accept(added.id, [talks.q.id, talks.w.id])
    found = back(talks, theirs, file)
    assert (found.conflicts, found.remarks) == ((), ())
    desk.merging.apply(found, {})
    here = desk.situation.get(Clause, added.id)
    assert here is not None
    assert (here.number, here.accepted) == (3, (talks.q.id,))  # nobody says yes for another
    assert here.state is ClauseState.PROPOSED
    desk.talks.text.accept(added.id, [talks.q.id, talks.w.id])
    there = theirs.situation.get(Clause, added.id)
    assert there is not None
    theirs.talks.text.revise_clause(replace(there, text=Wording("Den korteste vej.")))
    found = back(talks, theirs, file)
    assert (found.conflicts, found.remarks) == ((), ())
    desk.merging.apply(found, {})
    here = desk.situation.get(Clause, added.id)
    assert here is not None
    assert (here.text.da, here.accepted) == ("Den korteste vej.", ())
    assert (here.number, here.state) == (3, ClauseState.PROPOSED)


def test_several_clauses_come_in_one_after_the_other(
    talks: Talks, file: Path, opened: Callable[[], Desk]
) -> None:
    sent(talks, file)
    theirs, chapter = opened(), talks.clause.chapter
    words = [f"Punkt {number}." for number in range(5)]
    for text in words:
        theirs.talks.text.add_clause(chapter, Wording(text), talks.q.id)
    talks.desk.talks.text.add_clause(chapter, Wording("Imens her."))
    talks.desk.merging.apply(back(talks, theirs, file), {})
    rows = talks.desk.talks.text.rows()
    assert [one.clause.number for one in rows] == list(range(1, 8))
    assert [one.clause.text.da for one in rows][1:] == ["Imens her.", *words]


def test_its_yes_counts_for_money_of_a_clause_that_it_does_not_see(
    talks: Talks, file: Path, opened: Callable[[], Desk]
) -> None:
    desk = talks.desk
    hidden = desk.talks.text.add_clause(talks.clause.chapter, Wording("Skjult"), talks.w.id)
    desk.talks.text.revise_clause(replace(hidden, audience=Audience.OWN))
    line = desk.talks.add(FinancingLine("", title=Wording("Lærepladser"), clause=hidden.id))
    sent(talks, file)
    theirs = opened()
    there = theirs.situation.get(FinancingLine, line.id)
    assert there is not None
    assert there.clause is None
    theirs.talks.revise(replace(there, agreed_by=(talks.q.id,)))
    found = back(talks, theirs, file)
    assert (found.conflicts, found.remarks) == ((), ())
    desk.merging.apply(found, {})
    here = desk.situation.get(FinancingLine, line.id)
    assert here == replace(line, agreed_by=(talks.q.id,))


def test_words_that_both_changed_are_a_choice(
    talks: Talks, file: Path, opened: Callable[[], Desk]
) -> None:
    desk = talks.desk
    own = desk.talks.text.add_clause(talks.clause.chapter, Wording("Vores."), talks.q.id)
    sent(talks, file)
    theirs = opened()
    there = theirs.situation.get(Clause, own.id)
    assert there is not None
    theirs.talks.text.revise_clause(replace(there, text=Wording("Deres nye.")))
    desk.talks.text.revise_clause(replace(own, text=Wording("Sekretariatets nye.")))
    found = back(talks, theirs, file)
    (conflict,) = found.conflicts
    assert (conflict.sort, conflict.key) == (Dispute.FIELDS, own.id)
    desk.merging.apply(found, {conflict.id: Side.THEIRS})
    here = desk.situation.get(Clause, own.id)
    assert here is not None
    assert here.text.da == "Deres nye."


# ---------------------------------------------------------------- all else is a remark


def test_what_is_not_its_own_is_a_remark_and_not_taken(
    talks: Talks, file: Path, opened: Callable[[], Desk]
) -> None:
    desk = talks.desk
    sent(talks, file)
    theirs = opened()
    held = theirs.situation.get(PartyPosition, talks.held.id)
    assert held is not None
    assert (held.text, held.wish) == ("Ja tak", "")
    theirs.talks.revise(replace(held, text="Nej tak", stance=PartyStance.AGAINST))
    theirs.talks.revise(replace(talks.topic, title=Wording("Et andet emne")))
    theirs.talks.text.revise_clause(replace(talks.clause, text=Wording("Slet ingen.")))
    theirs.talks.text.accept(talks.clause.id, [talks.w.id])
    theirs.missions.add(Wording("Vores mission"))
    round_ = theirs.situation.all(TalksRound)[0]
    theirs.talks.revise(replace(round_, lead="En anden"))
    before = rows_of(desk.session.store)
    found = back(talks, theirs, file)
    assert (found.conflicts, found.incoming, found.news) == ((), (), 0)
    assert {one.kind for one in found.remarks} == {
        "mission", "metric", "talks_round", "topic", "party_position", "clause"
    }  # fmt: skip
    desk.merging.apply(found, {})
    after = rows_of(desk.session.store)
    for kind in before:
        if kind not in ("comment", "copy_sent"):
            assert after[kind] == before[kind], kind
    told = {one.record: one for one in comments(desk)}
    assert told[talks.held.id].proposal
    assert "Nej tak" in told[talks.held.id].proposal
    assert told[talks.held.id].quoted
    assert talks.q.id in told  # what was added stands on the party
    desk.history.undo()
    assert rows_of(desk.session.store) == before


def test_a_removal_of_another_s_is_a_remark(
    talks: Talks, file: Path, opened: Callable[[], Desk]
) -> None:
    desk = talks.desk
    own = desk.talks.add(
        PartyPosition("", talks.q.id, talks.topic.id, text="Vores", audience=Audience.OWN)
    )
    sent(talks, file)
    theirs = opened()
    theirs.talks.remove(PartyPosition, talks.held.id)
    theirs.talks.text.remove_clause(talks.clause.id)
    theirs.talks.remove(PartyPosition, own.id)
    found = back(talks, theirs, file)
    assert {one.key for one in found.remarks} == {talks.held.id, talks.clause.id}
    assert [one.key for one in found.incoming] == [own.id]
    desk.merging.apply(found, {}, language="en")
    assert desk.situation.get(PartyPosition, talks.held.id) == talks.held
    assert desk.situation.get(Clause, talks.clause.id) == talks.clause
    assert desk.situation.get(PartyPosition, own.id) is None
    assert {one.text for one in comments(desk)} == {
        "Parti Q has removed this in its copy. It stays here."
    }


def test_what_hangs_on_something_that_is_not_taken_is_a_remark_too(
    talks: Talks, file: Path, opened: Callable[[], Desk]
) -> None:
    sent(talks, file)
    theirs = opened()
    topic = theirs.talks.rounds.add_topic(talks.topic.talks_round, Wording("Vores eget emne"))
    theirs.talks.add(PartyPosition("", talks.q.id, topic.id, text="Meget vigtigt"))
    found = back(talks, theirs, file)
    assert found.incoming == ()
    assert {one.kind for one in found.remarks} == {"topic", "party_position"}
    talks.desk.merging.apply(found, {})
    assert any("Meget vigtigt" in one.proposal for one in comments(talks.desk))
    assert talks.desk.situation.all(Topic) == (talks.topic,)


def test_what_was_not_taken_is_not_brought_back_by_what_hangs_on_it(
    talks: Talks, file: Path, opened: Callable[[], Desk]
) -> None:
    """The second time, the topic that was only remarked on stands in what both came from."""
    sent(talks, file)
    theirs = opened()
    topic = theirs.talks.rounds.add_topic(talks.topic.talks_round, Wording("Vores eget emne"))
    talks.desk.merging.apply(back(talks, theirs, file), {})
    theirs.talks.add(PartyPosition("", talks.q.id, topic.id, text="Meget vigtigt"))
    theirs.talks.revise(replace(topic, title=Wording("Stadig vores emne")))
    found = back(talks, theirs, file)
    assert (found.conflicts, found.incoming) == ((), ())
    assert {one.kind for one in found.remarks} == {"topic", "party_position"}
    talks.desk.merging.apply(found, {})
    assert talks.desk.situation.all(Topic) == (talks.topic,)


def test_a_copy_does_not_say_itself_whose_it_is(
    talks: Talks, file: Path, opened: Callable[[], Desk]
) -> None:
    """Neither without its mark, nor after its note was removed, does it bring more."""
    desk = talks.desk
    copy = sent(talks, file)
    theirs = opened()
    theirs.talks.revise(replace(talks.topic, title=Wording("Et andet emne")))
    answer(theirs, talks)
    assert theirs.wait_saved(10)
    _without_mark(file)
    desk.copies.forget(copy.id)
    assert mark_in(file, PLAIN) is None
    found = desk.merging.compare(file)
    assert [one.kind for one in found.incoming] == ["party_position"]
    assert [one.key for one in found.remarks] == [talks.topic.id]


def _without_mark(file: Path) -> None:
    database = Database()
    database.load(PLAIN.unwrap(file.read_bytes()))
    with database.transaction() as connection:
        connection.execute(META.delete().where(META.c.name.like("copy.%")))
    file.write_bytes(PLAIN.wrap(database.image()))
    database.close()


def test_a_copy_of_a_party_that_is_gone_brings_nothing(
    talks: Talks, file: Path, opened: Callable[[], Desk]
) -> None:
    desk = talks.desk
    sent(talks, file)
    theirs = opened()
    answer(theirs, talks)
    desk.talks.remove(Party, talks.q.id)
    found = back(talks, theirs, file)
    assert found.incoming == ()
    desk.merging.apply(found, found.all_from(Side.MINE))
    assert [one.party for one in desk.situation.all(PartyPosition)] == [talks.w.id] * 2
    assert desk.situation.all(Mission) == ()
