# SPDX-License-Identifier: Apache-2.0
"""Two letters compared word by word, of any state, as a page that needs no colour."""

from __future__ import annotations

from dataclasses import astuple, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from missiondesk.documents.difference import print_difference
from missiondesk.documents.difference.marks import SIGNS
from missiondesk.domain.difference_content import DifferenceContent, DifferingPart
from missiondesk.domain.identity import new_id
from missiondesk.domain.letter import BlockKind, Letter, LetterState
from missiondesk.domain.letter_content import (
    CommitmentRow,
    LetterContent,
    MissionLine,
    TextBlock,
)
from missiondesk.domain.line_difference import line_difference
from missiondesk.domain.refused import Refused
from missiondesk.domain.report_content import ReportHead
from missiondesk.domain.step import Verb
from missiondesk.domain.word_difference import Fate
from missiondesk.domain.wording import Wording
from missiondesk.language import translator
from missiondesk.services.desk import Desk
from missiondesk.services.letter_difference import _reference, letter_difference
from missiondesk.services.letter_parts import letter_parts
from tests.documents.inspection import failures
from tests.documents.letters_of import a_letter
from tests.pdf_text import page_texts


def _signed_and_its_revision(desk: Desk) -> tuple[Letter, Letter]:
    """A letter that is signed, and the draft made after its data have changed."""
    letter = next(one for one in desk.letters.all() if one.state is LetterState.CHECKED)
    desk.letters.advance(letter.id, LetterState.CLEARED)
    desk.letters.advance(letter.id, LetterState.SIGNED)
    first, second, *_ = desk.commitments.of_mission(letter.mission or "")
    longer = Wording(f"{first.text.da.rstrip('.')} inden sommeren.", first.text.en)
    desk.commitments.revise(replace(first, text=longer))
    desk.commitments.remove(second.id)
    return letter, desk.letters.draft(letter.mission or "", "da")


@pytest.mark.parametrize("pattern", ["2026-00{n}", "STM-MISSION-2026-000{n}/Beskæftigelse"])
def test_the_foot_of_a_comparison_is_whole(sample: Desk, pattern: str) -> None:
    """The contact gives way, then the former letter's number; both numbers stand in the text."""
    first, last = [one for one in sample.letters.all() if one.state.in_force][:2]
    letters = (
        replace(first, number=pattern.replace("{n}", "1")),
        replace(last, number=pattern.replace("{n}", "2")),
    )
    reference = _reference(letters)
    assert letters[1].number in reference
    contact = "Statsministeriet, Missionssekretariatet, Prins Jørgens Gård 11, 1218 København K"
    for language in ("da", "en"):
        content = letter_difference(sample.session, first.id, last.id, language)
        head = replace(content.head, contact=contact, reference=reference)
        printed = print_difference(replace(content, head=head))
        assert printed.cut_texts == ()
        for text in page_texts(printed.data):
            assert reference in " ".join(text.split())


def test_a_signed_letter_is_compared_with_its_revision(sample: Desk) -> None:
    signed, draft = _signed_and_its_revision(sample)
    gone = sample.letters.content(signed.id).commitments[1]
    content = letter_difference(sample.session, signed.id, draft.id, "da")
    (part,) = [one for one in content.parts if one.title == "Dit ansvar"]
    new = [one.text.strip() for line in part.lines for one in line if one.fate is Fate.NEW]
    old = [one.text for line in part.lines for one in line if one.fate is Fate.OLD]
    assert "inden sommeren" in new
    assert any(gone.text in text for text in old)
    assert content.places == sum(one.places for one in content.parts) > 2
    assert str(content.places) in content.finding
    assert "Missionen" in content.same


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_printed_comparison_says_by_signs_what_changed(sample: Desk, language: str) -> None:
    signed, draft = _signed_and_its_revision(sample)
    printed = sample.printing.prepare_difference(signed.id, draft.id, language).make()
    assert failures(printed.data) == []
    text = " ".join(" ".join(page_texts(printed.data)).split())
    assert "[+inden sommeren+]" in text
    assert "[−2. " in text


def test_equal_letters_say_the_same(sample: Desk) -> None:
    letter = sample.letters.all()[0]
    twin = replace(letter, id=new_id())
    blocks = [replace(one, id=new_id(), letter=twin.id) for one in sample.letters.blocks(letter.id)]
    with sample.session.write(Verb.DRAFT_LETTER, twin.id) as unit:
        for record in (twin, *blocks):
            unit.save(record)
    content = letter_difference(sample.session, letter.id, twin.id, "en")
    assert (content.parts, content.places) == ((), 0)
    assert content.finding == "The two letters say the same."
    assert failures(print_difference(content).data) == []


def test_what_cannot_be_compared_is_refused(sample: Desk) -> None:
    danish = next(one for one in sample.letters.all() if one.language == "da")
    english = next(one for one in sample.letters.all() if one.language == "en")
    with pytest.raises(Refused, match="two languages"):
        sample.printing.prepare_difference(danish.id, english.id, "da")
    with pytest.raises(Refused, match="different letters"):
        sample.printing.prepare_difference(danish.id, danish.id, "da")


def test_nothing_that_a_letter_says_is_left_out_of_the_comparison() -> None:
    marked = _with_own_texts(a_letter("da"))
    marked = replace(
        marked,
        elsewhere=(CommitmentRow("M2.4", "andetsteds-tekst", "andetsteds-mål"),),
        missions=(MissionLine("M9", "titel-ni", "nøgletal-ni", "mål-ni", "minister-ni"),),
    )
    said = "\n".join(line for part in letter_parts(marked, translator("da")) for line in part.lines)
    texts = [text for block in marked.blocks for text in (*block.paragraphs, *block.bullets)]
    for name in ("commitments", "elsewhere", "missions", "timeline", "initiatives", "signatories"):
        texts += [text for row in getattr(marked, name) for text in astuple(row)]
    for name in ("addressee", "actors", "copies", "annexes"):
        texts += getattr(marked, name)
    for pair in (*marked.meta, *marked.shared, *(marked.goal.facts if marked.goal else ())):
        texts += pair
    words = [" ".join(text.split()) for text in texts if isinstance(text, str)]
    left_out = [text for text in words if text.strip("… ") and text not in said]
    assert left_out == []
    assert len(texts) > 100


def _with_own_texts(content: LetterContent) -> LetterContent:
    """The letter with every block that holds rows shown."""
    shown = {block.kind for block in content.blocks}
    more = tuple(TextBlock(kind) for kind in BlockKind if kind not in shown)
    return replace(content, blocks=(*content.blocks, *more))


@settings(max_examples=15, deadline=None)
@given(st.lists(st.text(), max_size=3), st.lists(st.text(), max_size=3))
def test_any_text_is_printed_and_none_of_it_obeyed(former: list[str], latter: list[str]) -> None:
    hostile = ["<b>fed</i> & <img src='file:///x'/> [+falsk+] ", *former]
    lines = line_difference(hostile, [" ".join(hostile), *latter])
    head = ReportHead("da", "Forskelle", "", "2026-11-02", "Afsender", "")
    content = DifferenceContent(head, "", (), (DifferingPart("Del", lines),))
    printed = print_difference(content)
    assert failures(printed.data) == []
    assert all(SIGNS[Fate.NEW][0] in "".join(page_texts(printed.data)) for _ in latter[:1])
