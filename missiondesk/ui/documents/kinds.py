# SPDX-License-Identifier: Apache-2.0
"""The kinds of documents as rows, each with what it is for; the roadmap's papers are one row."""

from __future__ import annotations

from typing import Final

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_
from missiondesk.language import Translator
from missiondesk.services.document_jobs import DOCUMENT_KINDS, ROADMAPS
from missiondesk.ui.widgets.table import Column

# By the name in the table of kinds; a kind without a sentence shows its title alone.
_PURPOSES: Final = {
    "roadmap": N_("what happens when, for a wall or a meeting"),
    "metric-sheets": N_("all about a mission's key metric"),
    "stocktakes": N_("for a stocktake with the leaders"),
    "one-pagers": N_("a mission for someone in a hurry"),
    "quarterly": N_("how it goes, for everyone"),
    "annexes": N_("what was promised, as an annex to a letter"),
    "half-year": N_("report to the government leadership"),
    "letter-register": N_("all letters with number and state"),
    "commitment-register": N_("all promises with lead and state"),
    "decision-register": N_("what was decided, by whom and why"),
    "risk-register": N_("what may go wrong, and the answer to it"),
    "expert-register": N_("outside experts, and what they declared of their interests"),
    "portfolio-review": N_("which initiatives to scale or close"),
    "gate-memos": N_("one decision on one initiative"),
    "closing-notes": N_("what a closed initiative taught"),
    "mission-closing-notes": N_("what a mission left behind"),
    "stop-list": N_("what was closed, why, and what it freed"),
    "governance": N_("who answers, leads and shares"),
    "bodies": N_("who sits where, and who reports to whom"),
    "board-papers": N_("agenda and recommendations of a coming meeting"),
    "minutes": N_("what a meeting decided, and what is to be done"),
    "escalations": N_("what boards must see, and issues with their clock"),
    "skills": N_("what the mission must be able to do"),
    "actors": N_("a contract with those outside the state"),
    "coalition": N_("who stands by which mission, and with what"),
    "partner-letters": N_("what was agreed with an actor, to be signed"),
    "platform": N_("chapters, goals and missions"),
    "coverage": N_("which goals became letters, and which fell out"),
    "seats": N_("who has a majority, and on whom it hangs"),
    "positions": N_("who holds what on which topic"),
    "questions": N_("numbered, with the answers that are in"),
    "option-papers": N_("ways to settle one topic, with cost and red lines"),
    "talks-meetings": N_("what one meeting is about, and what it came to"),
    "draft": N_("the text with what is open in it"),
    "drafts": N_("the text as it was frozen"),
    "draft-copies": N_("one recipient's, with its number"),
    "text-changes": N_("word by word since a version"),
    "financing": N_("what the talks cost, and what pays for it"),
    "ownership": N_("offices beside what they answer for"),
}


@dataclass(frozen=True, slots=True)
class KindRow:
    """One row of the list.

    Attributes:
        name: In the table of kinds.
        public: Whether there is a public version.
        papers: Kinds by paper, where there is a choice.
    """

    name: str
    title: str
    purpose: str
    public: bool
    papers: tuple[tuple[str, str], ...] = ()


def kind_rows(tr: Translator) -> tuple[KindRow, ...]:
    """All kinds in the order of the table."""
    other_papers = {name for name in ROADMAPS.values() if name != ROADMAPS["A3"]}
    rows = []
    for kind in DOCUMENT_KINDS:
        if kind.name in other_papers:
            continue
        roadmap = kind.name in ROADMAPS.values()
        rows.append(
            KindRow(
                kind.name,
                tr.say(N_("Roadmap")) if roadmap else tr.say(kind.title),
                tr.say(_PURPOSES[kind.name]) if kind.name in _PURPOSES else "",
                kind.public,
                tuple(ROADMAPS.items()) if roadmap else (),
            )
        )
    return tuple(rows)


def kind_columns(tr: Translator) -> list[Column[KindRow]]:
    """Title over purpose."""
    return [
        Column(
            tr.say("Document"),
            lambda it: it.title,
            detail=lambda it: it.purpose,
            stretch=1,
            width=220,
            wrap=True,
            strong=True,
        )
    ]
