# SPDX-License-Identifier: Apache-2.0
"""Rounds, questions, positions and options: who agrees, who is silent, what crosses a red line."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missiondesk.domain.negotiation import TalksQuestion, TalksRound, Topic
from missiondesk.domain.party import Party
from missiondesk.domain.period import Period
from missiondesk.domain.position import PartyPosition, PartyStance, TalksOption
from missiondesk.domain.positions import Climate, climate, collisions, silent_on, topic_row
from missiondesk.domain.refused import Refused
from missiondesk.domain.wording import Wording
from missiondesk.services.desk import Desk
from missiondesk.services.negotiation import StanceEdit
from tests.documents.inspection import failures, page_texts
from tests.talks_builders import (
    a_party,
    a_position,
    a_question,
    a_round,
    a_talks_meeting,
    a_topic,
    an_option,
)


@pytest.fixture
def talks(desk: Desk) -> TalksRound:
    """A round among three parties of four."""
    for code in "ABCD":
        desk.talks.add(a_party(code=code, name=f"Parti {code}"))
    codes = {one.code: one.id for one in desk.situation.all(Party)}
    return desk.talks.add(a_round(parties=tuple(codes[one] for one in "ABC")))


def of(desk: Desk, code: str) -> str:
    """The id of a party by its letter."""
    return next(one.id for one in desk.situation.all(Party) if one.code == code)


stances = st.sampled_from(list(PartyStance))


@given(st.dictionaries(st.sampled_from("ABCDE"), stances), st.permutations("ABCDE"))
def test_a_topic_s_state_hangs_on_the_parties_at_the_table_alone(
    said: dict[str, PartyStance], order: list[str]
) -> None:
    held = {key: a_position(party=key, stance=one) for key, one in said.items()}
    table = order[:3]
    found = climate(held, table)
    known = [said.get(one, PartyStance.UNKNOWN) for one in table]
    if found is Climate.AGREED:
        assert all(one in (PartyStance.FOR, PartyStance.NEUTRAL) for one in known)
    if found is Climate.APART:
        assert PartyStance.AGAINST in known and any(one.agrees for one in known)
    if PartyStance.UNKNOWN in known:
        assert found in (Climate.OPEN, Climate.APART)
    assert found is climate(held, list(reversed(table)))


def test_stances_are_typed_in_one_step_and_keep_the_rest(desk: Desk, talks: TalksRound) -> None:
    topic = desk.talks.rounds.add_topic(talks.id, Wording("Skat"))
    a, b = of(desk, "A"), of(desk, "B")
    steps = len(desk.history.steps())
    desk.talks.rounds.say_stances(
        [StanceEdit(topic.id, a, PartyStance.FOR),
         StanceEdit(topic.id, b, PartyStance.AGAINST, red_line=True)]
    )  # fmt: skip
    assert len(desk.history.steps()) == steps + 1
    (row,) = desk.talks.rounds.rows(talks)
    assert row.climate is Climate.APART
    kept = desk.talks.revise(replace(row.held[b], text="Aldrig.", intensity=5))
    desk.talks.rounds.say_stances([StanceEdit(topic.id, b, PartyStance.CONDITIONAL)])
    (row,) = desk.talks.rounds.rows(talks)
    assert row.held[b] == replace(kept, stance=PartyStance.CONDITIONAL, red_line=False)
    desk.talks.rounds.say_stances([StanceEdit(topic.id, b, None)])
    assert b not in desk.talks.rounds.rows(talks)[0].held
    for _ in range(4):
        desk.history.undo()
    assert desk.situation.all(PartyPosition) == ()


def test_the_newest_position_counts_and_whoever_is_late_is_silent(
    desk: Desk, talks: TalksRound
) -> None:
    topic = desk.talks.rounds.add_topic(talks.id, Wording("Skat"))
    a, b, c = of(desk, "A"), of(desk, "B"), of(desk, "C")
    day = Period("2026-03-01")
    desk.talks.add(a_position(party=a, topic=topic.id, date=Period("2026-03-02")))
    old = a_position(party=a, topic=topic.id, stance=PartyStance.AGAINST, date=day)
    desk.talks.add(old)
    question = desk.talks.add(
        a_question(talks_round=talks.id, topic=topic.id, asked=day, due=Period("2026-03-03"))
    )
    (row,) = desk.talks.rounds.rows(talks)
    assert row.held[a].stance is PartyStance.FOR
    assert row.silent == {b, c}
    assert row.climate is Climate.OPEN
    desk.talks.add(a_position(party=b, topic=topic.id, question=question.id))
    assert silent_on(desk.situation, question, [a, b, c]) == (a, c)
    later = replace(question, due=Period("2126-03-03"))
    assert silent_on(desk.situation, later, [a, b, c]) == ()


def test_an_option_collides_with_red_lines_of_parties_at_the_table(
    desk: Desk, talks: TalksRound
) -> None:
    """N5: only an ultimate demand of a party that negotiates blocks an option."""
    topic = desk.talks.rounds.add_topic(talks.id, Wording("Skat"))
    lines = {
        code: desk.talks.add(a_position(party=of(desk, code), topic=topic.id, red_line=code != "B"))
        for code in "ABD"
    }
    option = desk.talks.rounds.add_option(topic.id, Wording("Lavere skat"))
    assert collisions(desk.situation, option) == ()
    option = desk.talks.revise(replace(option, violates=tuple(one.id for one in lines.values())))
    assert collisions(desk.situation, option) == (lines["A"],)
    desk.talks.remove(PartyPosition, lines["A"].id)
    kept = desk.situation.get(TalksOption, option.id)
    assert kept is not None and lines["A"].id not in kept.violates
    second = desk.talks.rounds.add_option(topic.id, Wording("Højere skat"))
    assert (option.code, second.code) == ("A", "B")


def test_questions_go_out_numbered_with_one_deadline_and_undo(
    desk: Desk, talks: TalksRound
) -> None:
    rounds = desk.talks.rounds
    for text in ("Et?", "To?"):
        rounds.add_question(talks.id, Wording(text))
    assert [one.number for one in rounds.questions(talks.id)] == [1, 2]
    due = Period("2126-01-01")
    assert rounds.send_questions(talks.id, due) == 2
    assert {one.due for one in rounds.questions(talks.id)} == {due}
    rounds.add_question(talks.id, Wording("Tre?"))
    assert rounds.questions(talks.id)[2].due == due
    assert rounds.send_questions(talks.id, due) == 1
    desk.history.undo()
    assert rounds.questions(talks.id)[2].asked is None
    rounds.add_question(talks.id, Wording("Fire?"))
    with pytest.raises(Refused, match="before"):
        rounds.send_questions(talks.id, Period("2020-01-01"))
    desk.talks.remove(TalksRound, talks.id)
    assert desk.situation.all(TalksQuestion) == desk.situation.all(Topic) == ()


def test_records_that_break_a_rule_are_refused(desk: Desk, talks: TalksRound) -> None:
    topic = desk.talks.rounds.add_topic(talks.id, Wording("Skat"))
    desk.talks.rounds.add_option(topic.id, Wording("x"))
    party = of(desk, "A")
    for record, field in (
        (a_round(name=Wording()), "name"),
        (a_round(start=Period("2026-02"), end=Period("2026-01")), "end"),
        (a_talks_meeting(), "talks_round"),
        (a_talks_meeting(talks_round=talks.id, title=" "), "title"),
        (a_topic(talks_round=talks.id, title=Wording()), "title"),
        (a_topic(talks_round=talks.id, conflict=6), "conflict"),
        (a_question(talks_round=talks.id, text=Wording()), "text"),
        (a_question(talks_round=talks.id, due=Period("2026-01-01")), "due"),
        (a_position(topic=topic.id), "party"),
        (a_position(party=party), "topic"),
        (a_position(party=party, topic=topic.id, question="none"), "topic"),
        (a_position(party=party, topic=topic.id, intensity=0), "intensity"),
        (an_option(), "topic"),
        (an_option(topic=topic.id, text=Wording()), "text"),
        (an_option(topic=topic.id, code="a"), "code"),
    ):
        with pytest.raises(Refused) as refused:
            desk.talks.add(record)
        assert refused.value.field == field, record


def test_answers_come_from_a_file(desk: Desk, talks: TalksRound, tmp_path: Path) -> None:
    topic = desk.talks.rounds.add_topic(talks.id, Wording("Skat"))
    question = desk.talks.add(a_question(talks_round=talks.id, topic=topic.id))
    file = tmp_path / "svar.csv"
    file.write_text(
        "Nøgle (et partis holdning);Parti;Emne;Spørgsmål;Holdning;Ultimativt krav;Tekst\n"
        f";A;{topic.id};{question.id};For;nej;Ja tak\n;B;{topic.id};{question.id};Imod;ja;Aldrig\n",
        encoding="utf-8",
    )
    report = desk.exchange.read_table(file)
    assert report.faults == ()
    desk.exchange.apply(report)
    row = topic_row(desk.situation, topic, talks.parties)
    assert row.climate is Climate.APART
    assert row.held[of(desk, "B")].red_line
    desk.history.undo()
    assert desk.situation.all(PartyPosition) == ()


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("kind", ["positions", "questions", "option-papers", "talks-meetings"])
def test_every_document_is_accessible_and_archival(sample: Desk, kind: str, language: str) -> None:
    (job, *_more) = sample.printing.plan(kind, language, False).jobs
    made = job.make()
    assert failures(made.data) == []
    assert (made.missing_glyphs, made.cut_texts) == ((), ())
    assert "(eksempel)" in " ".join(page_texts(made.data)) or language == "en"
