# SPDX-License-Identifier: Apache-2.0
"""The platform as one list: the platform itself, its chapters, and the goals under each."""

from __future__ import annotations

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.platform import PlatformChapter, PlatformGoal
from missiondesk.domain.platform_coverage import Coverage
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.services.platform_document import letter_words, platform_title
from missiondesk.ui.widgets.table import Column

WHOLE = "platform"  # key of the row that stands for the platform itself


@dataclass(frozen=True, slots=True)
class PlatformRow:
    """One row.

    Attributes:
        key: Id of the chapter or goal, or `WHOLE`.
        number: As printed.
        mission: Code of the mission that serves a goal.
        sign: Whether the goal came all the way to a letter, "" for a chapter.
    """

    key: str
    number: str
    text: str
    chapter: PlatformChapter | None = None
    goal: PlatformGoal | None = None
    mission: str = ""
    sign: str = ""
    spoken: str = ""


def platform_rows(desk: Desk, tr: Translator) -> tuple[PlatformRow, ...]:
    """All rows in printing order."""
    covered = {row.goal.id: row for row in desk.platform.coverage()}
    rows = [PlatformRow(WHOLE, "", platform_title(desk.situation, tr))]
    for chapter in desk.platform.chapters:
        title = chapter.title.in_language(tr.lang)
        rows.append(PlatformRow(chapter.id, str(chapter.number), title, chapter))
        for goal in desk.platform.goals(chapter.id):
            found = covered[goal.id]
            whole = not found.fallen
            rows.append(
                PlatformRow(
                    goal.id,
                    found.number,
                    goal.text.in_language(tr.lang),
                    chapter,
                    goal,
                    found.mission.code if found.mission else "",
                    tr.say("✓ yes") if whole else tr.say("▲ no"),
                    tr.say("all the way") if whole else tr.say("fell out"),
                )
            )
    return tuple(rows)


def platform_columns(tr: Translator) -> list[Column[PlatformRow]]:
    """Number, text, mission, and whether it came all the way."""
    return [
        Column(tr.say("No."), lambda it: it.number),
        Column(
            tr.say("Chapter or goal"), lambda it: it.text, stretch=1, width=180, wrap=True, lines=4,
        ),
        Column(tr.say("Mission"), lambda it: it.mission, folds=1),
        Column(tr.say("All the way?"), lambda it: it.sign, spoken=lambda it: it.spoken),
    ]  # fmt: skip


def coverage_columns(tr: Translator) -> list[Column[Coverage]]:
    """From platform to letters: goal, mission, metric, letter, commitments."""
    lang = tr.lang

    def ready(row: Coverage) -> str:
        if row.mission is None:
            return "–"
        lacks = ", ".join(map(tr.tell, row.unready))
        return f"▲ {lacks}" if lacks else tr.say("✓ yes")

    def mission(row: Coverage) -> str:
        if row.mission is None:
            return tr.say("■ none")
        return row.mission.code or row.mission.title.in_language(lang)

    def told(row: Coverage) -> str:
        name = row.mission.title.in_language(lang) if row.mission else ""
        return f"{mission(row)} {name}".strip()

    def letter(row: Coverage) -> str:
        if row.mission is None:
            return "–"
        return letter_words(row, tr) or tr.say("■ none")

    return [
        Column(
            tr.say("Goal"),
            lambda it: f"{it.number} {it.goal.text.in_language(lang)}",
            detail=lambda it: " ".join(map(tr.tell, it.fallen)),
            stretch=3, width=200, wrap=True, strong=True, detail_lines=4,
            lines=6,
        ),
        Column(tr.say("Mission"), mission, spoken=told, folds=2),
        Column(tr.say("Metric ready?"), ready, wrap=True, stretch=1, width=90, folds=4),
        Column(tr.say("Letter"), letter, wrap=True, stretch=1, width=90, folds=3),
        Column(
            tr.say("Commitments"), lambda it: str(len(it.commitments) or "–"), right=True,
            sort=lambda it: len(it.commitments),
            folds=1,
        ),
    ]  # fmt: skip
