# SPDX-License-Identifier: Apache-2.0
"""What the letters' page says: headlines, the verbs between states, a hint for each block."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from missiondesk.domain.letter import BlockKind, LetterState
from missiondesk.domain.message import N_
from missiondesk.language import Translator
from missiondesk.services.letter_counts import how_letters_stand

if TYPE_CHECKING:
    from missiondesk.ui.letters.register_lines import RegisterLine

LANGUAGES: Final[Mapping[str, str]] = {"da": N_("Danish"), "en": N_("English")}

# The verb that leads to a state, as a button says it.
ADVANCE: Final[Mapping[LetterState, str]] = {
    LetterState.DRAFT: N_("Back to draft"),
    LetterState.CHECKED: N_("Mark as checked"),
    LetterState.CLEARED: N_("Clear for signature"),
    LetterState.SIGNED: N_("Mark as signed"),
    LetterState.ISSUED: N_("Issue letter"),
    LetterState.ACKNOWLEDGED: N_("Acknowledge receipt"),
    LetterState.SUPERSEDED: N_("Supersede letter"),
    LetterState.RECALLED: N_("Recall letter"),
}

HINTS: Final[Mapping[BlockKind, str]] = {
    BlockKind.LETTERHEAD: N_("Name of the sender, above the letter."),
    BlockKind.META: N_("Case details, in the column to the right."),
    BlockKind.HANDLING: N_("Version and handling mark; a text of your own is added."),
    BlockKind.ADDRESSEE: N_("Stands in the window of the envelope; at most five lines."),
    BlockKind.SUBJECT: N_("The subject line, and the title of the file."),
    BlockKind.SALUTATION: N_("Without a name the standard salutation is printed."),
    BlockKind.CONTEXT: N_("Three to five lines: why this mission, and why now."),
    BlockKind.MISSION: N_("The mission's one sentence, in bold."),
    BlockKind.GOAL: N_("The chart and the figures of the key metric follow this text."),
    BlockKind.ACCOUNTABLE: N_("One action a number, with measure and date."),
    BlockKind.SHARED: N_("Who else takes part, and in which numbers."),
    BlockKind.TIMELINE: N_("The milestones follow this text; the first 100 days apart."),
    BlockKind.PORTFOLIO: N_("The initiatives that are not closed follow this text."),
    BlockKind.COALITION: N_("The kinds of actors outside the state follow this text."),
    BlockKind.RESOURCES: N_("The frame by year stands in an annex."),
    BlockKind.SKILLS: N_("What the ministry must be able to do, and by when."),
    BlockKind.FOLLOW_UP: N_("When you meet, what is reported, what is published."),
    BlockKind.PRINCIPLES: N_("Two to four principles, as a list: begin each line with “- ”."),
    BlockKind.ADJUSTMENT: N_("How the letter may be revised."),
    BlockKind.SIGNATURE: N_("Closing words; one to three sign."),
    BlockKind.COPIES: N_("One receiver a line."),
    BlockKind.ANNEXES: N_("The data makes its own annexes; add others, one a line."),
}


def headline(rows: Sequence[RegisterLine], tr: Translator) -> tuple[str, str]:
    """How the letters stand, in a sentence and a line of detail."""
    if not rows:
        return tr.say("No letter has been written yet"), ""
    waiting = sum(not row.letter.state.final for row in rows)
    ready = sum(not row.letter.state.final and row.faults == 0 for row in rows)
    sentence = how_letters_stand([row.letter for row in rows], tr)
    differ = sum(bool(row.differs) for row in rows)
    parts = []
    if waiting:
        parts.append(
            tr.plural(
                "{ready} of {count} letter being written lacks nothing.",
                "{ready} of {count} letters being written lack nothing.",
                waiting,
                ready=ready,
            )
        )
    if differ:
        parts.append(
            tr.plural(
                "{count} letter in force differs from the data of today.",
                "{count} letters in force differ from the data of today.",
                differ,
            )
        )
    return sentence, " ".join(parts)
