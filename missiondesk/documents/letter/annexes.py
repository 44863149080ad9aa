# SPDX-License-Identifier: Apache-2.0
"""The annexes that the data makes: metric sheet, initiatives and budget, from a new page on."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import CondPageBreak, Flowable, PageBreak

from missiondesk.charts.describe import table_twin
from missiondesk.charts.plots import TrajectoryPlot
from missiondesk.documents import style as look
from missiondesk.documents.fonts import Face
from missiondesk.documents.letter.geometry import TEXT_WIDTH
from missiondesk.documents.letter.goal import caption
from missiondesk.documents.letter.spacing import NOTE
from missiondesk.documents.letter.tables import commitments, table
from missiondesk.documents.letter.widths import fitted
from missiondesk.documents.letter.writer import Writer
from missiondesk.domain.letter_content import BudgetTable, GoalFacts, LetterContent

TITLE: ParagraphStyle = look.paragraph_style(
    "annex title", face=Face.BOLD, size=look.TITLE_SIZE, leading=18, after=3, keep_with_next=True
)
_SHARED_PAGE = 300.0  # points left on a page for a further annex to begin there
_NAME_SHARE = 0.42  # of the budget table's width
_YEARS_BESIDE = 8  # more years are set in a table of their own

Sheet = tuple[str, Callable[[], list[Flowable]]]


def annexes(content: LetterContent, plot: TrajectoryPlot | None, writer: Writer) -> list[Flowable]:
    """All sheets that the data makes, numbered as the letter lists them."""
    story: list[Flowable] = []
    for title, make in _sheets(content, plot, writer):
        made = [*_titled(title, content, writer), *make()]
        made[0].spaceBefore = 26  # only below another annex
        story += [CondPageBreak(_SHARED_PAGE), *made] if story else made
    return [PageBreak(), *story] if story else []


def _sheets(content: LetterContent, plot: TrajectoryPlot | None, writer: Writer) -> list[Sheet]:
    tr, goal, budget = writer.tr, content.goal, content.budget
    sheets: list[Sheet] = []
    if goal is not None:
        sheets.append((tr.say("Metric sheet"), lambda: _metric(goal, plot, writer)))
    if content.initiatives:
        sheets.append((tr.say("Initiatives"), lambda: _initiatives(content, writer)))
    if budget is not None:
        sheets.append((tr.say("Budget frame"), lambda: _budget(budget, writer)))
    if content.elsewhere:
        sheets.append(
            (tr.say("Commitments in other missions"), lambda: _elsewhere(content, writer))
        )
    if content.governance is not None:
        sheets.append((tr.say("Governance"), lambda: _governance(content, writer)))
    if content.coalition:
        sheets.append((tr.say("Actors' commitments"), lambda: _coalition(content, writer)))
    if content.skills:
        sheets.append((tr.say("Skills requirements"), lambda: _skills(content, writer)))
    return sheets


def _titled(title: str, content: LetterContent, writer: Writer) -> list[Flowable]:
    listed = list(content.annexes)
    shown = title
    if title in listed:
        number = str(listed.index(title) + 1)
        shown = writer.tr.say("Annex {number}: {title}", number=number, title=title)
    mission = " · ".join(part for part in (content.mission_code, content.mission_title) if part)
    parts = writer.heading(shown, TITLE)
    return [*parts, writer.paragraph(mission, look.SUBTITLE)] if mission else parts


def _metric(goal: GoalFacts, plot: TrajectoryPlot | None, writer: Writer) -> list[Flowable]:
    tr = writer.tr
    facts = list(goal.facts)
    rating = f"{goal.rating_symbol} {goal.rating_word}".strip()
    if rating:
        facts.append((tr.say("Progress"), rating))
    head = (tr.say("Subject"), tr.say("Value"))
    widths = (TEXT_WIDTH * 0.3, TEXT_WIDTH * 0.7)
    summary = tr.say("The key metric's definition and figures")
    parts: list[Flowable] = [table(writer, head, facts, widths, summary, row_headers=1)]
    if plot is not None:
        parts += _observations(plot, writer)
    note = caption(goal, writer, whole=True)
    return [*parts, writer.paragraph(note, NOTE)] if note else parts


def _observations(plot: TrajectoryPlot, writer: Writer) -> list[Flowable]:
    tr = writer.tr
    head, rows = table_twin(plot, tr)
    if not rows:
        return []
    # Words to the left, numbers to the right.
    head, *ordered = ((row[0], row[3], row[1], row[2]) for row in (head, *rows))
    widths = (TEXT_WIDTH * 0.3, TEXT_WIDTH * 0.26, TEXT_WIDTH * 0.22, TEXT_WIDTH * 0.22)
    shown = table(
        writer, head, ordered, widths, tr.say("The chart's figures"),
        numbers=frozenset({2, 3}), row_headers=1,
    )  # fmt: skip
    return [*writer.section(tr.say("Figures of the chart"), [shown])]


def _initiatives(content: LetterContent, writer: Writer) -> list[Flowable]:
    tr = writer.tr
    head = (
        tr.say("Code"),
        tr.say("Initiative"),
        tr.say("Stage"),
        tr.say("Responsible"),
        tr.say("Period"),
        tr.say("Next decision"),
        tr.say("Contribution"),
    )
    rows = [
        (row.code, row.title, row.stage, row.owner, row.period, row.gate, row.contribution)
        for row in content.initiatives
    ]
    kept = fitted(head, rows, (30, 104, 58, 96, 60, 60, 70), TEXT_WIDTH)
    return [table(writer, *kept, tr.say("The mission's initiatives"), row_headers=2)]


def _elsewhere(content: LetterContent, writer: Writer) -> list[Flowable]:
    """What the addressee leads or shares elsewhere; the number names the mission."""
    said = writer.tr.say(
        "They are worded alike in every letter in which they stand. The number names the mission."
    )
    return [writer.paragraph(said), *commitments(content.elsewhere, writer)]


def _governance(content: LetterContent, writer: Writer) -> list[Flowable]:
    """Who governs the mission, who answers for what, and how an issue moves up."""
    tr, told = writer.tr, content.governance
    assert told is not None
    head: tuple[str, ...] = (
        tr.say("Body"), tr.say("Chair"), tr.say("Meets"), tr.say("Decides by itself on"),
        tr.say("Reports to"),
    )  # fmt: skip
    kept = fitted(head, told.bodies, (140, 100, 68, 132, 54), TEXT_WIDTH)
    parts: list[Flowable] = [
        table(writer, *kept, tr.say("The bodies that govern the mission"), row_headers=1)
    ]
    if told.way.strip():
        parts.append(writer.paragraph(told.way))
    head = (tr.say("Item"), tr.say("Answers for it (A)"), tr.say("Carries it out (R)"))
    kept = fitted(head, told.answers, (190, 140, 164), TEXT_WIDTH)
    answers = table(writer, *kept, tr.say("Who answers for what"), row_headers=1)
    return [*parts, *writer.section(tr.say("Who answers for what"), [answers])]


def _coalition(content: LetterContent, writer: Writer) -> list[Flowable]:
    """What the actors around the mission commit to."""
    tr = writer.tr
    head = (
        tr.say("Actor"),
        tr.say("Commitment"),
        tr.say("How much and when"),
        tr.say("State"),
        tr.say("Next check"),
    )
    kept = fitted(head, content.coalition, (96, 150, 106, 76, 66), TEXT_WIDTH)
    return [table(writer, *kept, tr.say("What the actors commit to"), row_headers=1)]


def _skills(content: LetterContent, writer: Writer) -> list[Flowable]:
    """What the mission needs to be able to do."""
    tr = writer.tr
    head = (
        tr.say("Skill"),
        tr.say("Needed by"),
        tr.say("Level"),
        tr.say("Work years"),
        tr.say("When"),
        tr.say("Weight"),
    )
    kept = fitted(head, content.skills, (110, 150, 40, 52, 90, 54), TEXT_WIDTH)
    levels = tr.say(
        "Levels: 0 none, 1 aware, 2 practises with help, 3 practises alone, 4 teaches others."
    )
    summary = tr.say("Skills that the mission needs")
    shown = table(writer, *kept, summary, numbers=frozenset({2, 3}), row_headers=1)
    return [shown, writer.paragraph(levels, NOTE)]


def _budget(budget: BudgetTable, writer: Writer) -> list[Flowable]:
    parts = [
        _budget_years(budget, slice(at, at + _YEARS_BESIDE), writer)
        for at in range(0, len(budget.years), _YEARS_BESIDE)
    ]
    if not budget.rounded:
        return parts
    rounding = writer.tr.say("Because of rounding, totals may differ from the sum of the figures.")
    return [*parts, writer.paragraph(rounding, NOTE)]


def _budget_years(budget: BudgetTable, years: slice, writer: Writer) -> Flowable:
    tr = writer.tr
    shown = budget.years[years]
    head = (tr.say("Initiative, {unit}", unit=budget.unit), *shown)
    rows: list[Sequence[str]] = [(name, *amounts[years]) for name, amounts in budget.rows]
    rows.append((tr.say("Total"), *budget.total[years]))
    name = TEXT_WIDTH * _NAME_SHARE
    each = (TEXT_WIDTH - name) / max(len(shown), 1)
    summary = tr.say("Budget frame by initiative and year, {unit}", unit=budget.unit)
    numbers = frozenset(range(1, len(head)))
    return table(
        writer, head, rows, (name, *[each] * len(shown)), summary,
        numbers=numbers, row_headers=1, total=True,
    )  # fmt: skip
