# SPDX-License-Identifier: Apache-2.0
"""What is said of a copy that came back: the relation, each conflict with both values, who and
when, and what was mended.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from missiondesk.domain.entities import KINDS
from missiondesk.domain.field_words import FIELD_WORDS, KIND_WORDS
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.lineage import Relation
from missiondesk.domain.merge_outcome import Repair
from missiondesk.domain.merging import (
    UNSETTLED,
    Authorship,
    Conflict,
    Dispute,
    Key,
    Row,
    Side,
    place_of,
)
from missiondesk.domain.message import N_
from missiondesk.domain.references import OWNERS, REFERENCES
from missiondesk.language import Translator
from missiondesk.services.naming import name_of
from missiondesk.services.stored_words import Finder, stored_word

if TYPE_CHECKING:
    from missiondesk.services.merging import Comparison, Doings

_QUIET = ("id", "position")
_EMPTY = (None, "", "[]", '{"da":"","en":""}')
_DEEPEST = 8  # how far below a mission a record can hang


@dataclass(frozen=True, slots=True)
class ConflictWords:
    """A conflict in words.

    Attributes:
        about: The record and, where only some fields are meant, their names.
        why: Why a choice is needed.
        mine: With `base` and `theirs` the values.
        mine_by: With `theirs_by` who wrote it and when, or "".
        either: False where only one of the two can be chosen.
    """

    about: str
    why: str
    base: str
    mine: str
    theirs: str
    mine_by: str
    theirs_by: str
    either: bool


def relation_lines(found: Comparison, tr: Translator) -> Iterator[str]:
    """What the copy is to this workspace; the first sentence says it all."""
    part = found.part and found.relation is Relation.DIVERGED
    told = N_("A copy with a part came back.") if part else found.relation.word
    yield tr.say(N_("A party’s copy came back.") if part and found.party else told)
    if found.relation not in (Relation.DIVERGED, Relation.NEWER):
        return
    if found.since is not None:
        yield tr.say(N_("Both copies were alike until {moment}."), moment=tr.moment(found.since))
    if found.relation is Relation.DIVERGED:
        yield tr.say(N_("Since then here: {doings}."), doings=doings_said(found.mine, tr))
    yield tr.say(N_("Since then in the copy: {doings}."), doings=doings_said(found.theirs, tr))
    yield tr.plural(
        "{count} record is taken from the copy as it is.",
        "{count} records are taken from the copy as they are.",
        found.news,
    )
    if found.remarks:
        yield tr.plural(
            "{count} change is of what is not the party’s own: it is not taken, and stays as a "
            "comment.",
            "{count} changes are of what is not the party’s own: they are not taken, and stay as "
            "comments.",
            len(found.remarks),
        )


def conflict_line(found: Comparison, tr: Translator) -> str:
    """How many conflicts there are."""
    if not found.conflicts:
        return tr.say(N_("There are no conflicts."))
    return tr.plural(
        "{count} conflict needs a choice.",
        "{count} conflicts need a choice each.",
        len(found.conflicts),
    )


def in_words(conflict: Conflict, finder: Finder, tr: Translator) -> ConflictWords:
    """The conflict as people read it."""
    fields = _telling(conflict)
    about = record_name(conflict.kind, conflict.key, finder, tr, conflict.base)
    if conflict.sort is Dispute.FIELDS:
        about = f"{about}: {changed_fields(conflict, tr)}"
    base, mine, theirs = (
        _values(conflict, row, fields, finder, tr)
        for row in (conflict.base, conflict.mine, conflict.theirs)
    )
    if conflict.sort is Dispute.TWICE:
        base = ""
    return ConflictWords(
        about,
        tr.say(conflict.sort.word),
        base,
        mine,
        theirs,
        _by(conflict.mine_by, tr),
        _by(conflict.theirs_by, tr),
        len(conflict.allowed) > 1,
    )


def changed_fields(conflict: Conflict, tr: Translator) -> str:
    """The names of the fields on which the two differ."""
    return tr.list([tr.say(FIELD_WORDS.get(name, name)) for name in _telling(conflict)])


def incoming_words(conflict: Conflict, finder: Finder, tr: Translator) -> ConflictWords:
    """What is taken from the copy without a choice, as people read it."""
    words = in_words(conflict, finder, tr)
    why = N_("changed in the copy only")
    if conflict.mine is None:
        why = N_("added in the copy")
    elif conflict.theirs is None:
        why = N_("removed in the copy")
    return replace(words, about=_about(conflict, finder, tr), why=tr.say(why), base="")


def in_order(
    conflicts: Iterable[Conflict], words: Mapping[str, ConflictWords], tr: Translator
) -> list[Conflict]:
    """By kind, and within it by name as people count: M2 before M10."""
    return sorted(
        conflicts, key=lambda it: (place_of((it.kind, ""))[0], tr.sort_key(words[it.id].about))
    )


def mission_of(conflict: Conflict, finder: Finder) -> str | None:
    """Id of the mission that it is about, directly or by what it belongs to."""
    key: Key = (conflict.kind, conflict.key)
    row: Row | None = conflict.mine or conflict.theirs or conflict.base
    for _ in range(_DEEPEST):
        if key[0] == "mission":
            return key[1]
        found = finder.get(KINDS[key[0]], key[1])
        targets = {
            kind: getattr(found, name) if found is not None else (row or {}).get(name)
            for name, kind in REFERENCES.get(key[0], {}).items()
            if kind == "mission" or name in OWNERS.get(key[0], ())
        }
        above = [(kind, str(it)) for kind, it in targets.items() if it]
        if not above:
            return None
        key, row = min(above, key=lambda it: it[0] != "mission"), None
    return None


def _about(conflict: Conflict, finder: Finder, tr: Translator) -> str:
    """Kind and name; the fields stand with their values."""
    return record_name(conflict.kind, conflict.key, finder, tr, conflict.base)


def repair_line(repair: Repair, finder: Finder, tr: Translator) -> str:
    """What was mended, in one line."""
    about = record_name(repair.kind, repair.key, finder, tr, None)
    said = f"{about}: {tr.say(repair.mending.word)}"
    if repair.before != repair.after and repair.field in ("code", "number"):
        return f"{said} ({repair.before} → {repair.after})"
    return said


def record_name(kind: str, key: str, finder: Finder, tr: Translator, row: Row | None) -> str:
    """Kind and name of a record of either copy, or of what both came from."""
    from missiondesk.services.merge_states import record_of

    found = finder.get(KINDS[kind], key)
    if found is None and row is not None and len(row) > 1 and UNSETTLED not in row.values():
        found = record_of((kind, key), row)
    name = name_of(found, tr.lang) if found is not None else ""
    return " · ".join(part for part in (tr.say(KIND_WORDS[kind]), name) if part)


def side_word(side: Side, tr: Translator) -> str:
    """Mine or theirs."""
    return tr.say(side.word)


def doings_said(doings: Doings, tr: Translator) -> str:
    """How much was done, and by whom."""
    steps = tr.plural("{count} step", "{count} steps", doings.steps)
    records = tr.plural("{count} record", "{count} records", doings.changes)
    if not doings.who:
        return tr.say(N_("{steps} on {records}"), steps=steps, records=records)
    who = tr.list(doings.who)
    return tr.say(N_("{steps} on {records} by {who}"), steps=steps, records=records, who=who)


def _telling(conflict: Conflict) -> list[str]:
    """The fields worth showing: those on which the two differ, for a whole record the telling."""
    mine, theirs = conflict.mine, conflict.theirs
    names = [name for name in (mine or theirs or {}) if name not in _QUIET]
    if mine is None or theirs is None:
        base = conflict.base or {}
        row = mine or theirs or {}
        changed = [name for name in names if row[name] != base.get(name)]
        if not base:  # of what is new, what was filled in
            changed = [name for name in changed if row[name] not in _EMPTY]
        return changed or names[:4]
    return [name for name in names if mine[name] != theirs[name]]


def _values(
    conflict: Conflict, row: Row | None, fields: list[str], finder: Finder, tr: Translator
) -> str:
    if row is None:
        absent = N_("(not there)") if conflict.base is None else N_("(removed)")
        return tr.say(absent)
    told = []
    for name in fields:
        stored = row.get(name)
        if stored == UNSETTLED:
            value = tr.say(N_("(different in each)"))
        elif stored in (None, ""):
            value = tr.say(N_("(empty)"))
        else:
            value = stored_word(conflict.kind, name, stored, finder, tr) or tr.say(N_("(empty)"))
        if len(fields) == 1 and conflict.sort is Dispute.FIELDS:
            return value
        told.append(f"{tr.say(FIELD_WORDS.get(name, name))}: {value}")
    return "; ".join(told) or tr.say(N_("(its texts differ)"))


def _by(author: Authorship | None, tr: Translator) -> str:
    return f"{author.who}, {tr.moment(author.at)}" if author is not None else ""
