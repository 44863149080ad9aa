# SPDX-License-Identifier: Apache-2.0
"""What an issued letter says is read again as it was kept, by this program and by later ones."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missiondesk.domain.letter import BlockKind
from missiondesk.domain.letter_content import (
    BudgetTable,
    CommitmentRow,
    GoalFacts,
    LetterContent,
    MissionLine,
    TextBlock,
)
from missiondesk.domain.letter_record import LetterRecord, from_json, to_json
from tests.documents.letters_of import a_letter

TEXT = st.text(st.characters(exclude_categories=("Cs",)), max_size=12)
TEXTS = st.lists(TEXT, max_size=3).map(tuple)
CONTENTS = st.builds(
    LetterContent,
    language=st.sampled_from(["da", "en"]),
    blocks=st.lists(
        st.builds(TextBlock, st.sampled_from(BlockKind), TEXT, TEXTS, TEXTS), max_size=3
    ).map(tuple),
    goal=st.none()
    | st.builds(GoalFacts, st.lists(st.tuples(TEXT, TEXT), max_size=2).map(tuple), *[TEXT] * 6),
    budget=st.none()
    | st.builds(
        BudgetTable, TEXTS, st.lists(st.tuples(TEXT, TEXTS), max_size=2).map(tuple), TEXTS, TEXT
    ),
    elsewhere=st.lists(st.builds(CommitmentRow, *[TEXT] * 6), max_size=2).map(tuple),
    missions=st.lists(st.builds(MissionLine, *[TEXT] * 5), max_size=2).map(tuple),
    attachment=st.binary(max_size=20),
)


@given(CONTENTS, st.integers(1, 9), TEXTS)
def test_any_content_comes_back(
    content: LetterContent, pages: int, glyphs: tuple[str, ...]
) -> None:
    record = LetterRecord(content, pages, glyphs)
    data = to_json(record)
    assert from_json(data) == record
    assert to_json(from_json(data)) == data


def test_a_whole_letter_comes_back_and_equal_letters_are_equal_bytes() -> None:
    record = LetterRecord(a_letter("da"), 4)
    assert from_json(to_json(record)) == record
    assert to_json(LetterRecord(a_letter("da"), 4)) == to_json(record)
    assert b"\n" not in to_json(record)


def test_fields_that_came_or_went_since_do_not_stop_it() -> None:
    kept = json.loads(to_json(LetterRecord(a_letter("da"), 4)))
    del kept["content"]["missions"]
    kept["content"]["seal"] = "rød"
    assert from_json(json.dumps(kept).encode()).content == a_letter("da")


@pytest.mark.parametrize(
    "data",
    [b"", b"[]", b"{}", b'{"format":2}', b'{"format":1}', b'{"format":1,"content":3,"pages":1}',
     b'{"format":1,"content":{},"pages":"x"}', b"\xff"],
)  # fmt: skip
def test_anything_else_is_a_value_error(data: bytes) -> None:
    with pytest.raises(ValueError):
        from_json(data)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | TEXT,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
        max_leaves=8,
    )
)
def test_any_json_is_a_record_or_a_value_error(value: object) -> None:
    data = json.dumps({"format": 1, "pages": 1, "content": value}).encode()
    with pytest.raises(ValueError):
        from_json(data)
