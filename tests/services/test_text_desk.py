# SPDX-License-Identifier: Apache-2.0
"""The negotiated text: accepted and reset (N3), counted (N4), in brackets (N6), frozen (N9)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from missiondesk.domain.clause import Clause, ClauseProposal, ClauseState, DraftCopy
from missiondesk.domain.clauses import total
from missiondesk.domain.negotiation import Audience
from missiondesk.domain.party import Party
from missiondesk.domain.platform import PlatformChapter
from missiondesk.domain.refused import Refused
from missiondesk.domain.wording import Wording
from missiondesk.language import translator
from missiondesk.services.desk import Desk
from missiondesk.services.talks_partition import PARTIES, PUBLIC
from tests.documents.inspection import failures, page_text
from tests.talks_builders import a_clause, a_party, a_round

EN = translator("en")


@pytest.fixture
def chapter(desk: Desk) -> PlatformChapter:
    """A chapter, and a round of two parties."""
    for code in "AK":
        desk.talks.add(a_party(code=code, name=f"Parti {code}"))
    desk.talks.add(a_round(parties=tuple(one.id for one in desk.situation.all(Party))))
    return desk.platform.add_chapter(Wording("Arbejde", "Work"))


def of(desk: Desk, code: str) -> str:
    """The id of a party by its letter."""
    return next(one.id for one in desk.situation.all(Party) if one.code == code)


def kept(desk: Desk, clause: Clause) -> Clause:
    """The clause as it is now."""
    found = desk.situation.get(Clause, clause.id)
    assert found is not None
    return found


def test_a_clause_is_agreed_when_all_accept_it_and_open_after_an_edit(
    desk: Desk, chapter: PlatformChapter
) -> None:
    text, a, k = desk.talks.text, of(desk, "A"), of(desk, "K")
    clause = text.add_clause(chapter.id, Wording("Flere i arbejde."))
    assert clause.state is ClauseState.PROPOSED
    assert text.accept(clause.id, [a]).state is ClauseState.PROPOSED
    assert text.accept(clause.id, [a, k]).state is ClauseState.AGREED
    assert total(text.progress()) == (1, 1)
    edited = text.revise_clause(replace(kept(desk, clause), text=Wording("Mange flere i arbejde.")))
    assert (edited.state, edited.accepted) == (ClauseState.PROPOSED, ())
    assert total(text.progress()) == (0, 1)
    desk.history.undo()
    assert kept(desk, clause).state is ClauseState.AGREED
    assert text.revise_clause(replace(kept(desk, clause), note="x")).state is ClauseState.AGREED


def test_nobody_accepts_what_is_in_brackets_or_has_rivals(
    desk: Desk, chapter: PlatformChapter
) -> None:
    text, a, k = desk.talks.text, of(desk, "A"), of(desk, "K")
    clause = text.add_clause(chapter.id, Wording("Mindst [K: halvdelen]."))
    assert clause.state is ClauseState.BRACKETED
    with pytest.raises(Refused) as refused:
        text.accept(clause.id, [a])
    assert refused.value.rule == "N6"
    clause = text.revise_clause(replace(clause, text=Wording("Mindst halvdelen.")))
    text.accept(clause.id, [a, k])
    proposal = text.propose(ClauseProposal("", clause.id, k, Wording("Mindst en tredjedel.")))
    assert (kept(desk, clause).state, kept(desk, clause).accepted) == (ClauseState.ALTERNATIVE, ())
    with pytest.raises(Refused) as refused:
        text.accept(clause.id, [a, k])
    assert refused.value.rule == "N3"
    with pytest.raises(Refused):
        text.revise_clause(replace(kept(desk, clause), state=ClauseState.AGREED))
    text.take(proposal.id)
    taken = kept(desk, clause)
    assert (taken.text.da, taken.proposer, taken.state) == (
        "Mindst en tredjedel.", k, ClauseState.PROPOSED,
    )  # fmt: skip
    assert desk.situation.all(ClauseProposal) == ()
    desk.history.undo()
    text.withdraw(proposal.id)
    assert kept(desk, clause).state is ClauseState.PROPOSED


def test_clauses_are_numbered_moved_and_removed(desk: Desk, chapter: PlatformChapter) -> None:
    text = desk.talks.text
    made = [text.add_clause(chapter.id, Wording(word)) for word in ("Et", "To", "Tre")]
    text.move_clause(made[2].id, -2)
    assert [one.clause.text.da for one in text.rows()] == ["Tre", "Et", "To"]
    text.remove_clause(made[0].id)
    assert [one.printed for one in text.rows()] == ["1.1", "1.2"]
    desk.platform.remove_chapter(chapter.id)
    assert desk.situation.all(Clause) == ()
    desk.history.undo()
    assert len(text.rows()) == 2
    with pytest.raises(Refused):
        text.add_clause("none", Wording("x"))
    with pytest.raises(Refused):
        text.add_clause(chapter.id, Wording())


def test_a_version_keeps_its_words_and_the_final_one_has_nothing_open(
    desk: Desk, chapter: PlatformChapter
) -> None:
    text, a, k = desk.talks.text, of(desk, "A"), of(desk, "K")
    with pytest.raises(Refused):
        text.freeze(Wording("Tom"))
    clause = text.add_clause(chapter.id, Wording("Mindst [Z: halvdelen] af de unge."))
    with pytest.raises(Refused) as refused:
        text.freeze(Wording("Med fejl"))
    assert EN.tell(refused.value.message) == "Clause 1.1: There is no party Z."
    text.revise_clause(replace(clause, text=Wording("Mindst [K: halvdelen] af de unge.")))
    draft = text.freeze(Wording("Første"), "Åse")
    with pytest.raises(Refused, match="final text"):
        text.freeze(Wording("Sidste"), final=True)
    text.revise_clause(replace(kept(desk, clause), text=Wording("Mindst en tredjedel af de unge.")))
    text.accept(clause.id, [a, k])
    final = text.freeze(Wording("Sidste"), final=True)
    assert (draft.number, final.number) == (1, 2)
    assert text.as_frozen(draft.id).all(Clause)[0].text.da == "Mindst [K: halvdelen] af de unge."
    printed = desk.printing.prepare("drafts", "da", subject=draft.id).make()
    assert "[K: halvdelen]" in page_text(printed.data)
    changes = desk.printing.prepare("text-changes", "da", subject=draft.id).make()
    said = " ".join(page_text(changes.data).split())
    assert "[−[K: halvdelen]−]" in said.replace("[− ", "[−") or "halvdelen" in said
    assert "[+en tredjedel+]" in said
    assert failures(changes.data) == []
    unchanged = desk.printing.prepare("text-changes", "da", subject=final.id).make()
    assert "Teksten er den samme" in page_text(unchanged.data)


def test_copies_are_numbered_and_hold_what_their_reader_may_see(
    desk: Desk, chapter: PlatformChapter
) -> None:
    text, k = desk.talks.text, of(desk, "K")
    shared = text.add_clause(chapter.id, Wording("Fælles punkt."))
    secret = text.add_clause(chapter.id, Wording("Hemmeligt punkt."))
    text.revise_clause(replace(secret, audience=Audience.SECRETARIAT, note="hemmelig note"))
    own = a_clause(chapter=chapter.id, text=Wording("Kun A's punkt."), audience=Audience.OWN,
                   proposer=of(desk, "A"))  # fmt: skip
    desk.talks.add(own)
    text.propose(
        ClauseProposal("", shared.id, of(desk, "A"), Wording("A's fortrolige forslag."),
                       Audience.OWN)
    )  # fmt: skip
    draft = text.freeze(Wording("Første"))
    one = text.hand_out(draft.id, "Partiformanden", k)
    two = text.hand_out(draft.id, "Sekretariatet")
    assert [it.number for it in text.copies(draft.id)] == [1, 2]
    made = desk.printing.prepare("draft-copies", "da", subject=one.id).make()
    said = page_text(made.data)
    assert failures(made.data) == []
    assert "Fælles punkt." in said and "Partiformanden" in said
    for word in ("Hemmeligt", "hemmelig", "Kun A", "fortrolige forslag", "Sekretariatet"):
        assert word not in said, word
    whole = page_text(desk.printing.prepare("draft-copies", "da", subject=two.id).make().data)
    assert "Hemmeligt punkt." in whole and "Eksemplar nr. 2 af 2" in whole
    for reader in (PARTIES, PUBLIC):
        other = desk.printing.prepare("drafts", "da", subject=draft.id, reader=reader).make()
        assert "Hemmeligt" not in page_text(other.data)
        assert "fortrolige forslag" not in page_text(other.data)
    with pytest.raises(Refused):
        text.hand_out(draft.id, " ")
    with pytest.raises(Refused):
        text.hand_out("none", "x")
    desk.history.undo()
    assert len(desk.situation.all(DraftCopy)) == 1


@pytest.mark.parametrize("kind", ["draft", "drafts", "draft-copies", "text-changes"])
@pytest.mark.parametrize("language", ["da", "en"])
def test_every_document_is_accessible_and_archival(sample: Desk, kind: str, language: str) -> None:
    (job, *_more) = sample.printing.plan(kind, language, False).jobs
    made = job.make()
    assert failures(made.data) == []
    assert (made.missing_glyphs, made.cut_texts) == ((), ())
