# SPDX-License-Identifier: Apache-2.0
"""What taking in a party's copy does beside its records: clauses follow what was proposed and
accepted, and what the party changed of others' is kept as comments.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from missiondesk.domain import identity
from missiondesk.domain.comment import Comment
from missiondesk.domain.entities import KINDS
from missiondesk.domain.merging import Conflict, Key, Row
from missiondesk.domain.message import N_
from missiondesk.domain.party import Party
from missiondesk.domain.period import day
from missiondesk.domain.situation import Situation
from missiondesk.language import Translator, translator
from missiondesk.services.merge_words import changed_fields, incoming_words
from missiondesk.services.text_desk import settle_clause, table_of

if TYPE_CHECKING:
    from missiondesk.services.merging import BothCopies, Comparison
    from missiondesk.store.unit import Unit


def settle_party(
    unit: Unit,
    now: Situation,
    found: Comparison,
    becomes: Mapping[Key, Row | None],
    language: str,
) -> None:
    """Let clauses follow what the party proposes and accepts, and write its remarks.

    Args:
        unit: The merge, with all records as they become.
        now: The workspace before it.
        found: The party's copy.
        becomes: The records as they become; None is gone.
        language: Of the comments.
    """
    mine = found.merger.mine if found.merger is not None else {}
    table = table_of(now)
    for key in _touched(mine, becomes):
        settle_clause(unit, key, table)
    for comment in _comments(now, found, translator(language)):
        unit.save(comment)


def _touched(mine: Mapping[Key, Row], becomes: Mapping[Key, Row | None]) -> list[str]:
    """Ids of the clauses that the merge changes or whose proposals it does."""
    found: dict[str, None] = {}
    for key, row in becomes.items():
        here = mine.get(key)
        if row == here:
            continue
        if key[0] == "clause":
            found[key[1]] = None
        elif key[0] == "clause_proposal":
            found |= {str(one["clause"]): None for one in (here, row) if one is not None}
    return list(found)


def _comments(now: Situation, found: Comparison, tr: Translator) -> Iterator[Comment]:
    from missiondesk.services.merging import BothCopies

    finder = BothCopies(now, found.names or {})
    party = now.get(Party, found.party)
    who = party.name or party.code if party is not None else found.name
    for one in found.remarks:
        words = incoming_words(one, finder, tr)
        here = now.get(KINDS[one.kind], one.key) is not None
        if not here and party is None:
            continue  # there is nothing left that it could stand on
        yield Comment(
            identity.new_id(),
            kind=one.kind if here else "party",
            record=one.key if here or party is None else party.id,
            quoted=words.mine if one.fields else "",
            text=_said(one, words.about, who, finder, tr),
            proposal=words.theirs if one.theirs is not None else "",
            author=one.theirs_by.who if one.theirs_by is not None else who,
            made=day(identity.today()),
        )


def _said(one: Conflict, about: str, who: str, finder: BothCopies, tr: Translator) -> str:
    if one.theirs is None:
        return tr.say(N_("{party} has removed this in its copy. It stays here."), party=who)
    if not one.fields:
        return tr.say(
            N_("{party} has added this in its copy, where it can add its own only: {record}."),
            party=who,
            record=about,
        )
    return tr.say(
        N_("{party} has changed this in its copy: {fields}. Nothing was changed here."),
        party=who,
        fields=changed_fields(one, tr),
    )
