# SPDX-License-Identifier: Apache-2.0
"""The verb merge: puts two copies of a workspace together into a third file."""

from __future__ import annotations

from argparse import Namespace
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from missiondesk.cli.opened import Discarding
from missiondesk.cli.passphrases import Passphrases
from missiondesk.domain.lineage import Relation
from missiondesk.domain.merging import Side
from missiondesk.domain.message import N_
from missiondesk.domain.refused import Refused
from missiondesk.language import Translator

if TYPE_CHECKING:
    from missiondesk.services.desk import Desk
    from missiondesk.services.merging import Comparison

OK, FOUND = 0, 1


def merge(arguments: Namespace, tr: Translator) -> int:
    """Tell what the copies are to each other, with each conflict; write OUT when none is left."""
    from missiondesk.services.merge_words import conflict_line, relation_lines
    from missiondesk.services.workspaces import open_apart

    for path in filter(None, (arguments.out, arguments.report)):
        if path.exists():
            raise Refused(
                N_("“{file}” is there already. It was not changed. Choose another name."),
                file=path.name,
            )
    told = Passphrases(arguments, tr)
    mine = told.for_file(arguments.file, lambda one: open_apart(arguments.file, passphrase=one))
    with closing(Discarding(mine)) as held:
        desk = held.desk
        found = told.for_file(
            arguments.theirs, lambda one: desk.merging.compare(arguments.theirs, one)
        )
        for line in relation_lines(found, tr):
            print(line)
        if found.relation is Relation.DIVERGED:
            print(conflict_line(found, tr))
        if found.relation is Relation.UNRELATED:
            raise Refused(
                N_("“{name}” comes from another workspace, so the two cannot be put together."),
                name=found.name,
            )
        choices = _choices(found, arguments.take)
        left = _tell_conflicts(desk, found, choices, tr)
        if left:
            print(
                tr.plural(
                    "{count} conflict is left and nothing was written; choose with --take or in "
                    "the window.",
                    "{count} conflicts are left and nothing was written; choose with --take or in "
                    "the window.",
                    left,
                )
            )
            return FOUND
        if found.relation is Relation.NEWER and found.mark is None and arguments.report is None:
            return _copy(arguments, told, tr)
        _tell_repairs(desk, found, choices, tr)
        desk.merging.apply(found, choices, language=tr.lang)
        desk.save_as(arguments.out)
        if arguments.report is not None:
            _report(desk, found, choices, arguments.report, tr)
    print(tr.say(N_("Written to {path}."), path=str(arguments.out)))
    return OK


def _report(
    desk: Desk, found: Comparison, choices: dict[str, Side], path: Path, tr: Translator
) -> None:
    from missiondesk.services.atomic_files import write_file

    job = desk.merging.report(found, choices, frozenset(), tr.lang)
    write_file(path, job.make().data)
    print(tr.say(N_("The report is in {path}."), path=str(path)))


def _choices(found: Comparison, taken: str | None) -> dict[str, Side]:
    return {} if taken is None else found.all_from({it.value: it for it in Side}[taken])


def _copy(arguments: Namespace, told: Passphrases, tr: Translator) -> int:
    """The other copy goes on from this one, so it is what the two are together."""
    from missiondesk.services.workspaces import open_apart

    theirs = told.for_file(
        arguments.theirs, lambda one: open_apart(arguments.theirs, passphrase=one)
    )
    with closing(Discarding(theirs)) as held:
        held.desk.save_as(arguments.out)
    print(tr.say(N_("Written to {path}."), path=str(arguments.out)))
    return OK


def _tell_conflicts(desk: Desk, found: Comparison, choices: dict[str, Side], tr: Translator) -> int:
    """Print each conflict with both values; returns how many have no choice."""
    from missiondesk.services.merge_words import in_order, in_words, side_word

    finder = desk.merging.finder(found)
    words = {one.id: in_words(one, finder, tr) for one in found.conflicts}
    for number, conflict in enumerate(in_order(found.conflicts, words, tr), start=1):
        said = words[conflict.id]
        print(
            tr.say(
                N_("Conflict {number}: {about} ({why})"),
                number=number,
                about=said.about,
                why=said.why,
            )
        )
        for label, value, author in (
            (side_word(Side.MINE, tr), said.mine, said.mine_by),
            (tr.say(N_("before")), said.base, ""),
            (side_word(Side.THEIRS, tr), said.theirs, said.theirs_by),
        ):
            if value:
                print(
                    f"  {label} ({author}): {_line(value)}"
                    if author
                    else f"  {label}: {_line(value)}"
                )
        chosen = choices.get(conflict.id)
        if chosen is not None:
            print(f"  → {side_word(chosen, tr)}")
    return sum(1 for one in found.conflicts if one.id not in choices)


def _tell_repairs(desk: Desk, found: Comparison, choices: dict[str, Side], tr: Translator) -> None:
    from missiondesk.services.merge_words import repair_line

    finder = desk.merging.finder(found)
    for repair in desk.merging.outcome(found, choices).repairs:
        print(repair_line(repair, finder, tr))


def _line(text: str) -> str:
    return " ".join(text.split())
