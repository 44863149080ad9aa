# SPDX-License-Identifier: Apache-2.0
"""What is said of backups: when and why, what is in each, and what going back would change."""

from __future__ import annotations

from collections.abc import Iterable

from missiondesk.domain.backup import Cause, Contents
from missiondesk.domain.field_words import FIELD_WORDS
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.merging import Key
from missiondesk.domain.message import N_
from missiondesk.domain.step import Stored, Verb
from missiondesk.language import Translator
from missiondesk.services.merge_words import record_name
from missiondesk.services.restoring import RestorePlan
from missiondesk.services.stored_words import Finder, stored_word

_QUIET = ("id", "position", "former", "selection")
_VERBS = {verb.value: verb for verb in Verb}


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One record that going back would change: what it is, and what becomes of it."""

    id: str
    record: str
    what: str


def cause_line(cause: Cause, tr: Translator) -> str:
    """Why it was made, as a sentence begins."""
    word = tr.say(cause.word)
    return word[:1].upper() + word[1:]


def contents_line(contents: Contents, tr: Translator) -> str:
    """How much is in a backup."""
    return tr.list(
        [
            tr.plural("{count} mission", "{count} missions", contents.missions),
            tr.plural("{count} initiative", "{count} initiatives", contents.initiatives),
            tr.plural("{count} letter", "{count} letters", contents.letters),
        ]
    )


def last_step_line(contents: Contents, tr: Translator) -> str:
    """The last step in it, and who made it when."""
    if contents.at is None:
        return ""
    verb = _VERBS.get(contents.verb)
    did = tr.say(verb.word) if verb is not None else contents.verb
    return tr.say(
        N_("{who}, {moment}: {did}"),
        who=contents.who,
        moment=tr.moment(contents.at),
        did=" ".join(part for part in (did, contents.about) if part),
    )


def size_word(size: int, tr: Translator) -> str:
    """A file's size."""
    if size >= 1_000_000:
        return tr.say(N_("{size} MB"), size=tr.number(round(size / 1_000_000, 1)))
    return tr.say(N_("{size} kB"), size=max(1, round(size / 1_000)))


def plan_lines(plan: RestorePlan, tr: Translator) -> list[str]:
    """How much going back would change, and what stays all the same; the first says it all."""
    gone = sum(1 for key in plan.keys if key not in plan.then)
    back = sum(1 for key in plan.keys if key not in plan.now)
    other = len(plan.keys) - gone - back
    if not plan.keys:
        at_version = N_("The workspace is as it was in this version.")
        in_backup = N_("The workspace is as it is in this backup.")
        return [tr.say(at_version if plan.version is not None else in_backup)]
    said = [
        tr.plural("{count} record would be different", "{count} records would be different", other),
        tr.plural("{count} would come back", "{count} would come back", back),
        tr.plural("{count} would go", "{count} would go", gone),
    ]
    counts = [line for line, count in zip(said, (other, back, gone), strict=True) if count]
    lines = [f"{tr.list(counts)}."]
    if plan.letters:
        lines.append(
            tr.plural(
                "{count} letter that was signed or issued since stays as it is.",
                "{count} letters that were signed or issued since stay as they are.",
                plan.letters,
            )
        )
    return lines


def change_lines(
    plan: RestorePlan, finder: Finder, tr: Translator, most: int | None = None
) -> list[ChangeLine]:
    """Record by record what going back would change; ``most`` of them."""
    return [_line(plan, key, finder, tr) for key in plan.keys[:most]]


def _line(plan: RestorePlan, key: Key, finder: Finder, tr: Translator) -> ChangeLine:
    now, then = plan.now.get(key), plan.then.get(key)
    record = record_name(*key, finder, tr, then or now)
    if now is None:
        what = tr.say(N_("comes back"))
    elif then is None:
        what = tr.say(N_("goes: it was added later"))
    else:
        what = "; ".join(_fields(plan, key, finder, tr)) or tr.say(N_("its place in the order"))
    return ChangeLine("/".join(key), record, what)


def _fields(plan: RestorePlan, key: Key, finder: Finder, tr: Translator) -> Iterable[str]:
    now, then = plan.now[key], plan.then[key]
    for name in plan.changed(key):
        if name in _QUIET:
            continue
        before, after = (_shown(key[0], name, row[name], finder, tr) for row in (now, then))
        field = tr.say(FIELD_WORDS.get(name, name))
        yield tr.say(N_("{field}: {now} → {then}"), field=field, now=before, then=after)


def _shown(kind: str, name: str, stored: Stored, finder: Finder, tr: Translator) -> str:
    empty = tr.say(N_("(empty)"))
    if stored is None or stored == "":
        return empty
    return stored_word(kind, name, stored, finder, tr) or empty
