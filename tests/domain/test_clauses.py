# SPDX-License-Identifier: Apache-2.0
"""N3 and N6: brackets have their owner, and only one and the same text can be agreed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missiondesk.domain.clause import Clause, ClauseProposal, ClauseState
from missiondesk.domain.clauses import bracket_faults, brackets_in, revised, state_of
from missiondesk.domain.wording import Wording
from missiondesk.language import translator

EN = translator("en")
NOBODY = "It is not said who wants “wants this”: write the letter and a colon after the bracket."
PARTIES = ("A", "K", "NA")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("All is agreed.", []),
        ("At least [K: half] [A: a third].", []),
        ("Joint [A, K: words] of [A og NA: three].", []),
        ("Open [K: and not closed.", ["A bracket is not closed."]),
        ("Closed] first.", ["A bracket is closed that was not opened."]),
        ("Nobody [wants this].", [NOBODY]),
        ("Wanted by [Z: nobody].", ["There is no party Z."]),
        ("One [K: in [A: another]].", []),
    ],
)  # fmt: skip
def test_brackets_are_closed_and_have_their_proposers(text: str, said: list[str]) -> None:
    assert [EN.tell(one) for one in bracket_faults(text, PARTIES)] == said


@given(st.text("ab[]: K,", max_size=60))
def test_any_text_is_read_and_unbalanced_ones_are_told(text: str) -> None:
    depth, sound = 0, True
    for sign in text:
        depth += {"[": 1, "]": -1}.get(sign, 0)
        sound = sound and depth >= 0
    told = [EN.tell(one) for one in bracket_faults(text, PARTIES)]
    assert any("not closed" in one or "not opened" in one for one in told) == (
        not sound or depth != 0
    )
    assert all(one.text == one.text.strip() for one in brackets_in(text))


words = st.sampled_from(["En.", "To.", "Tre [K: fire]."])
tables = st.sets(st.sampled_from(PARTIES))


@given(words, words, tables, tables, st.sampled_from(list(ClauseState)), st.booleans())
def test_an_edit_takes_every_acceptance_back(
    before: str, after: str, accepted: set[str], table: set[str], state: ClauseState, rival: bool
) -> None:
    """N3: agreed is only what all at the table accept, word by word."""
    first = Clause("c", text=Wording(before), accepted=tuple(sorted(accepted)), state=state)
    rivals = (ClauseProposal("p", "c", "K", Wording("Andet")),) if rival else ()
    found = revised(first, replace(first, text=Wording(after)), rivals, table)
    if before != after:
        assert found.accepted == ()
        assert found.state is not ClauseState.AGREED
    if found.state is ClauseState.AGREED:
        assert table and table <= set(found.accepted)
        assert "[" not in after and not rival
    if state in (ClauseState.RESERVED, ClauseState.DELETED):
        assert found.state is state
    assert state_of(found, rivals, table) is found.state
