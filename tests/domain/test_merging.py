# SPDX-License-Identifier: Apache-2.0
"""Putting two states of any record together: groups, letters, and what only one may be of."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from missiondesk.domain.atomic_fields import _ANYWHERE, _OF_KIND, WHOLE, group_of
from missiondesk.domain.entities import KINDS, Entity
from missiondesk.domain.lineage import Descent, Lineage, Relation
from missiondesk.domain.merge_outcome import outcome
from missiondesk.domain.merging import Dispute, Row, Side, put_together
from missiondesk.domain.refused import Refused
from missiondesk.domain.step import Step, Verb
from missiondesk.store.rows import encode, shape_of
from tests.builders import a_block, a_letter, a_metric
from tests.store.any_record import record_of


def test_groups_are_of_declared_fields_and_a_field_is_in_one() -> None:
    assert set(WHOLE) | set(_OF_KIND) <= set(KINDS)
    for kind, groups in _OF_KIND.items():
        names = [name for group in groups for name in group]
        assert len(names) == len(set(names)), kind
        assert set(names) <= set(shape_of(KINDS[kind]).names), kind
    everywhere = {name for kind in KINDS.values() for name in shape_of(kind).names}
    assert {name for group in _ANYWHERE for name in group} <= everywhere


@settings(max_examples=40)
@given(st.data())
def test_any_record_is_put_together_field_by_field(data: Any) -> None:
    kind = data.draw(st.sampled_from(sorted(set(KINDS) - {"letter", "letter_block"})))
    records: list[Entity] = [data.draw(record_of(KINDS[kind])) for _ in range(3)]
    key = (kind, records[0].id)
    base, one, other = (dict(encode(record), id=key[1]) for record in records)
    share = data.draw(st.sets(st.sampled_from(sorted(base))))
    mine = {name: base[name] if name in share else one[name] for name in base}
    theirs = {name: one[name] if name in share else base[name] for name in base}
    if data.draw(st.booleans()):
        theirs |= {name: other[name] for name in sorted(share)[:2]}
    merger = put_together({key: base}, {key: mine}, {key: theirs})
    assert merger.settled == put_together({key: base}, {key: theirs}, {key: mine}).settled
    disputed = {group_of(kind, it.fields[0]) for it in merger.conflicts}
    for side in Side:
        choices = {one.id: side for one in merger.conflicts}
        row = outcome(merger, choices).rows[key]
        assert row is not None
        chosen, unchosen = (mine, theirs) if side is Side.MINE else (theirs, mine)
        for name in set(base) - {"id"}:
            if group_of(kind, name) in disputed:
                assert row[name] == chosen[name]
        for group in {group_of(kind, name) for name in base if name != "id"} - disputed:
            names = [it for it in base if it != "id" and group_of(kind, it) == group]
            whole = tuple(row[it] for it in names)
            assert whole in [tuple(it[name] for name in names) for it in (chosen, unchosen, base)]


def test_a_target_is_never_mixed_with_the_others_unit() -> None:
    base = encode(a_metric())
    key = ("metric", str(base["id"]))
    unit: Row = {**base, "unit": '{"da":"%","en":"%"}'}
    target: Row = {**base, "target_value": "12", "table_id": "NY1"}
    merger = put_together({key: base}, {key: unit}, {key: target})
    (conflict,) = merger.conflicts
    row = outcome(merger, {conflict.id: Side.MINE}).rows[key]
    assert row == {**unit, "table_id": "NY1"}


def test_a_letter_signed_on_one_side_is_not_altered_by_the_other() -> None:
    letter, block = encode(a_letter()), encode(a_block())
    block["letter"] = letter["id"]
    keys = ("letter", str(letter["id"])), ("letter_block", str(block["id"]))
    base: dict[Any, Row] = {keys[0]: letter, keys[1]: block}
    signed = {**base, keys[0]: {**letter, "state": "signed"}}
    edited = {**base, keys[1]: {**block, "text": "Anden tekst"}}
    merger = put_together(base, signed, edited)
    (conflict,) = merger.conflicts
    assert (conflict.sort, conflict.allowed) == (Dispute.LETTER, (Side.MINE,))
    with pytest.raises(Refused):
        outcome(merger, {conflict.id: Side.THEIRS})
    assert outcome(merger, {conflict.id: Side.MINE}).rows == signed
    assert not put_together(base, signed, base).conflicts
    assert put_together(base, signed, base).settled == signed


def test_lineage_is_told_by_ids_and_an_undone_merge_does_not_count() -> None:
    def steps(*made: tuple[str, str | None, str, str | None]) -> list[Step]:
        from datetime import UTC, datetime

        return [
            Step(key, number, parent, datetime(2030 - number, 1, 1, tzinfo=UTC), "N",
                 Verb.MERGE if subject else Verb.IMPORT, subject, "", undoes)
            for number, (key, parent, subject, undoes) in enumerate(made, start=1)
        ]  # fmt: skip

    theirs = Descent(steps(("a", None, "", None), ("x", "a", "", None)))
    merged = [("a", None, "", None), ("b", "a", "", None), ("m", "b", "x", None)]
    joined = (theirs.own[1],)
    mine = Descent(steps(*merged), joined)
    assert Lineage(mine, theirs).relation("m", "x") is Relation.OLDER
    assert Lineage(theirs, mine).relation("x", "m") is Relation.NEWER
    undone = Descent(steps(*merged, ("u", "m", "x", "m")), joined)
    assert Lineage(undone, theirs).relation("u", "x") is Relation.DIVERGED
    told_otherwise = Descent((undone.own[0], replace(theirs.own[1], verb=Verb.ADD_MISSION)))
    with pytest.raises(Refused):
        Lineage(theirs, told_otherwise)
    redone = Descent(steps(*merged, ("u", "m", "x", "m"), ("r", "u", "x", "u")), joined)
    assert Lineage(redone, theirs).relation("r", "x") is Relation.OLDER
