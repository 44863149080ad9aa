# SPDX-License-Identifier: Apache-2.0
"""The report on what was recovered from a damaged workspace: how much, and what is lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from missiondesk.domain.entities import KINDS, Entity
from missiondesk.domain.field_words import KIND_WORDS
from missiondesk.domain.merging import Key, Row, place_of
from missiondesk.domain.message import N_
from missiondesk.language import Translator
from missiondesk.services.backup_words import contents_line
from missiondesk.services.damage import Offered
from missiondesk.services.naming import name_of

if TYPE_CHECKING:
    from missiondesk.store.salvage.records import Salvaged


def salvage_lines(done: Salvaged, name: str, tr: Translator) -> list[str]:
    """The whole report; the first line says how it stands."""
    lines = [_first(done, name, tr)]
    lines.append(
        tr.say(N_("The damaged file was left as it is. What was recovered has no file yet."))
    )
    if done.seal_broken:
        lines.append(
            tr.say(
                N_(
                    "The seal of the confidential file is broken, so nothing but the trail can say "
                    "what is as it was. The new workspace opens with the same passphrases."
                )
            )
        )
    lines += _recovered(done, tr)
    lines += _doubtful(done, tr)
    lines += _lost(done, tr)
    return lines


def offer_line(offered: Offered, tr: Translator) -> str:
    """What the newest whole backup is."""
    moment = tr.moment(offered.backup.made)
    if offered.contents is None:
        return tr.say(N_("The newest backup was made {moment}."), moment=moment)
    return tr.say(
        N_("The newest whole backup was made {moment}; in it are {contents}."),
        moment=moment,
        contents=contents_line(offered.contents, tr),
    )


def _first(done: Salvaged, name: str, tr: Translator) -> str:
    count = len(done.records)
    if done.complete:
        return tr.plural(
            "{count} record was recovered from “{name}”; nothing is known to be missing.",
            "{count} records were recovered from “{name}”; nothing is known to be missing.",
            count,
            name=name,
        )
    return tr.plural(
        "{count} record was recovered from “{name}”; not everything.",
        "{count} records were recovered from “{name}”; not everything.",
        count,
        name=name,
    )


def _recovered(done: Salvaged, tr: Translator) -> Iterator[str]:
    counts = Counter(kind for kind, _ in done.records)
    said = [f"{tr.say(KIND_WORDS[kind])}: {counts[kind]}" for kind in KINDS if counts[kind]]
    yield tr.say(N_("Recovered: {list}."), list=", ".join(said))
    if done.files:
        yield tr.plural(
            "{count} issued document is whole.",
            "{count} issued documents are whole.",
            len(done.files),
        )
    if done.trail_whole:
        yield tr.say(
            N_(
                "The trail was whole, {count} steps; the new workspace begins a trail of its own "
                "with one step."
            ),
            count=done.steps,
        )
    else:
        yield tr.say(
            N_("Of the trail {count} steps could be read; it is not carried over."),
            count=done.steps,
        )


def _doubtful(done: Salvaged, tr: Translator) -> Iterator[str]:
    if done.remembered:
        yield tr.plural(
            "{count} record was taken from the trail, for its table is damaged:",
            "{count} records were taken from the trail, for their tables are damaged:",
            len(done.remembered),
        )
        yield from _names(done.remembered, done, tr)
    if done.older:
        yield tr.say(N_("As a part of the trail is missing, these may be older than they were."))
    if done.differing:
        yield tr.plural(
            "{count} record was otherwise in its table than in the trail:",
            "{count} records were otherwise in their tables than in the trail:",
            len(done.differing),
        )
        yield from _names(done.differing, done, tr)
        if done.trail_whole:
            yield tr.say(N_("The trail is whole, so what it says was taken."))
        else:
            yield tr.say(
                N_("The trail is not whole, so what the table says was taken: look at it.")
            )


def _lost(done: Salvaged, tr: Translator) -> Iterator[str]:
    if done.lost:
        yield tr.plural("{count} record is lost:", "{count} records are lost:", len(done.lost))
        yield from _names(done.lost, done, tr)
    if done.repairs:
        yield tr.say(N_("So that nothing refers to what is lost:"))
        for repair in done.repairs:
            name = _name((repair.kind, repair.key), done, tr)
            yield f"  {name}: {tr.say(repair.mending.word)}"
    if done.unnamed:
        yield tr.plural(
            "{count} more row could not be read, and nobody can say what it was.",
            "{count} more rows could not be read, and nobody can say what they were.",
            done.unnamed,
        )
    if done.files_lost:
        yield tr.plural(
            "{count} issued document is lost.",
            "{count} issued documents are lost.",
            done.files_lost,
        )


def _names(keys: Iterable[Key], done: Salvaged, tr: Translator) -> Iterator[str]:
    for key in sorted(keys, key=place_of):
        yield f"  {_name(key, done, tr)}"


def _name(key: Key, done: Salvaged, tr: Translator) -> str:
    record: Entity | None = done.records.get(key)
    kind = tr.say(KIND_WORDS[key[0]])
    name = name_of(record, tr.lang) if record is not None else _own_name(done.lost.get(key))
    return f"{kind} · {name or key[1]}"


def _own_name(row: Row | None) -> str:
    """Code or title of a lost record, as far as the trail tells them."""
    for field in ("code", "number", "name"):
        value = (row or {}).get(field)
        if value:
            return str(value)
    return ""
