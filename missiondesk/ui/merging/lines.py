# SPDX-License-Identifier: Apache-2.0
"""What stands in the review line by line: a conflict, or something that comes in by itself, with
its choice so far.
"""

from __future__ import annotations

from collections.abc import Callable

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.merging import Conflict, Key, Side
from missiondesk.language import Translator
from missiondesk.services.merge_words import ConflictWords
from missiondesk.ui.widgets.empty_state import EmptyState
from missiondesk.ui.widgets.table import Column, ReadTable


@dataclass(frozen=True, slots=True)
class Line:
    """A conflict in words with its choice so far.

    Attributes:
        mission: Id of the mission it is about, or None.
    """

    conflict: Conflict
    words: ConflictWords
    choice: Side | None
    mission: str | None = None

    @property
    def key(self) -> Key:
        """The record."""
        return self.conflict.kind, self.conflict.key

    @property
    def authors(self) -> frozenset[str]:
        """Who wrote either side."""
        written = (self.conflict.mine_by, self.conflict.theirs_by)
        return frozenset(one.who for one in written if one is not None)


def conflict_table(tr: Translator) -> ReadTable[Line]:
    """Conflicts: mine at the left, what was before in the middle, theirs at the right."""
    say = tr.say
    return ReadTable(
        [
            Column(say("Conflict"), lambda it: it.words.about, detail=lambda it: it.words.why,
                   stretch=3, wrap=True, lines=4, strong=True),
            Column(say("Mine"), lambda it: it.words.mine, detail=lambda it: it.words.mine_by,
                   stretch=3, wrap=True, lines=6),
            Column(say("Before"), lambda it: it.words.base, stretch=2, wrap=True, lines=6),
            Column(say("Theirs"), lambda it: it.words.theirs,
                   detail=lambda it: it.words.theirs_by, stretch=3, wrap=True, lines=6),
            Column(say("Choice"), _chosen(tr), stretch=1, wrap=True, strong=True),
        ],
        lambda it: it.conflict.id,
        name="mergeTable",
        title=say("Conflicts between the two copies"),
        sort_text=tr.sort_key,
        empty=EmptyState(
            say("There are no conflicts. What only one of the two copies changed is taken from it.")
        ),
    )  # fmt: skip


def incoming_table(tr: Translator) -> ReadTable[Line]:
    """What only the copy changed."""
    say = tr.say
    return ReadTable(
        [
            Column(say("Record"), lambda it: it.words.about, detail=lambda it: it.words.why,
                   stretch=3, wrap=True, lines=4, strong=True),
            Column(say("Now"), lambda it: it.words.mine, stretch=3, wrap=True, lines=6),
            Column(say("In the copy"), lambda it: it.words.theirs,
                   detail=lambda it: it.words.theirs_by, stretch=3, wrap=True, lines=6),
            Column(say("Choice"), _taken(tr), stretch=1, wrap=True, strong=True),
        ],
        lambda it: it.conflict.id,
        name="incomingTable",
        title=say("What comes in from the copy"),
        sort_text=tr.sort_key,
        empty=EmptyState(say("Nothing comes in without a conflict.")),
    )  # fmt: skip


def remark_table(tr: Translator) -> ReadTable[Line]:
    """What a party changed of what is not its own."""
    say = tr.say
    return ReadTable(
        [
            Column(say("Record"), lambda it: it.words.about, detail=lambda it: it.words.why,
                   stretch=3, wrap=True, lines=4, strong=True),
            Column(say("Stays"), lambda it: it.words.mine, stretch=3, wrap=True, lines=6),
            Column(say("In the copy"), lambda it: it.words.theirs,
                   detail=lambda it: it.words.theirs_by, stretch=3, wrap=True, lines=6),
        ],
        lambda it: it.conflict.id,
        name="remarkTable",
        title=say("What the party changed besides its own"),
        sort_text=tr.sort_key,
        empty=EmptyState(say("The party changed nothing but its own.")),
    )  # fmt: skip


def _chosen(tr: Translator) -> Callable[[Line], str]:
    def word(line: Line) -> str:
        if line.choice is None:
            return tr.say("Open")
        return f"✓ {tr.say('Mine') if line.choice is Side.MINE else tr.say('Theirs')}"

    return word


def _taken(tr: Translator) -> Callable[[Line], str]:
    def word(line: Line) -> str:
        if line.choice is Side.MINE:
            return f"✕ {tr.say('Left out')}"
        return f"✓ {tr.say('Comes in')}"

    return word
