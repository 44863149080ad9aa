# SPDX-License-Identifier: Apache-2.0
"""The annexes of a letter in Word that the data makes: metric sheet, initiatives and budget."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from missiondesk.domain.letter_content import (
    BudgetTable,
    GoalFacts,
    GovernanceTables,
    LetterContent,
)
from missiondesk.exchange.docx import tables
from missiondesk.exchange.docx.setting import Setter
from missiondesk.exchange.docx.table_rows import TableShape
from missiondesk.language.translator import Translator

if TYPE_CHECKING:
    from missiondesk.charts.plots import TrajectoryPlot

_YEARS_BESIDE: Final = 8  # more years are set in a table of their own


def set_annexes(
    content: LetterContent, plot: TrajectoryPlot | None, setter: Setter, tr: Translator
) -> None:
    """All sheets that the data makes, numbered as the letter lists them, on pages of their own."""
    if content.goal is not None:
        _titled(tr.say("Metric sheet"), content, setter, tr)
        _metric(content.goal, plot, setter, tr)
    if content.initiatives:
        _titled(tr.say("Initiatives"), content, setter, tr)
        _initiatives(content, setter, tr)
    if content.budget is not None:
        _titled(tr.say("Budget frame"), content, setter, tr)
        _budget(content.budget, setter, tr)
    if content.elsewhere:
        _titled(tr.say("Commitments in other missions"), content, setter, tr)
        said = tr.say(
            "They are worded alike in every letter in which they stand. The number names the "
            "mission."
        )
        setter.paragraphs((said,))
        tables.commitments(content.elsewhere, setter, tr)
    if content.governance is not None:
        _titled(tr.say("Governance"), content, setter, tr)
        _governance(content.governance, setter, tr)
    if content.coalition:
        _titled(tr.say("Actors' commitments"), content, setter, tr)
        _coalition(content, setter, tr)
    if content.skills:
        _titled(tr.say("Skills requirements"), content, setter, tr)
        _skills(content, setter, tr)


def number_of(title: str, content: LetterContent) -> str:
    """The number under which the letter lists the annex, or ""."""
    listed = list(content.annexes)
    return str(listed.index(title) + 1) if title in listed else ""


def elsewhere_in_words(content: LetterContent, tr: Translator) -> str:
    """Where the commitments in other missions are found, or ""."""
    number = number_of(tr.say("Commitments in other missions"), content)
    if not content.elsewhere or not number:
        return ""
    return tr.plural(
        "Annex {number} shows the one commitment in other missions that you lead or share.",
        "Annex {number} shows the {count} commitments in other missions that you lead or share.",
        len(content.elsewhere),
        number=number,
    )


def caption(goal: GoalFacts, tr: Translator, *, whole: bool = False) -> str:
    """Rating, source, data date and method as one note; the ``whole`` method on its sheet."""
    source = tr.say("Source: {source}.", source=goal.source.rstrip(".")) if goal.source else ""
    data = tr.say("Data as of {date}.", date=goal.data_date) if goal.data_date else ""
    named = goal.method.split(":", 1)[0].strip()
    short = named and named != goal.method.strip() and not whole
    parts = (goal.rating_sentence, source, data, f"{named}." if short else goal.method)
    return " ".join(part for part in parts if part.strip())


def _titled(title: str, content: LetterContent, setter: Setter, tr: Translator) -> None:
    number = number_of(title, content)
    if number:
        title = tr.say("Annex {number}: {title}", number=number, title=title)
    setter.heading(title, 2, new_page=True)
    mission = " · ".join(part for part in (content.mission_code, content.mission_title) if part)
    setter.paragraphs((mission,))


def _metric(goal: GoalFacts, plot: TrajectoryPlot | None, setter: Setter, tr: Translator) -> None:
    facts = list(goal.facts)
    rating = f"{goal.rating_symbol} {goal.rating_word}".strip()
    if rating:
        facts.append((tr.say("Progress"), rating))
    summary = tr.say("The key metric's definition and figures")
    setter.table((tr.say("Subject"), tr.say("Value")), facts, TableShape(summary, (30, 70)))
    if plot is not None:
        from missiondesk.charts.describe import table_twin

        head, rows = table_twin(plot, tr)
        if rows:
            setter.heading(tr.say("Figures of the chart"), 3)
            # Words to the left, numbers to the right.
            head, *ordered = ((row[0], row[3], row[1], row[2]) for row in (head, *rows))
            told = tr.say("The chart's figures")
            setter.table(head, ordered, TableShape(told, (30, 26, 22, 22), frozenset({2, 3})))
    setter.paragraphs((caption(goal, tr, whole=True),), setter.styles["Caption"])


def _initiatives(content: LetterContent, setter: Setter, tr: Translator) -> None:
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
    shape = TableShape(tr.say("The mission's initiatives"), (32, 100, 58, 108, 56, 60, 64))
    setter.table(head, rows, shape)


def _governance(told: GovernanceTables, setter: Setter, tr: Translator) -> None:
    head: tuple[str, ...] = (
        tr.say("Body"), tr.say("Chair"), tr.say("Meets"), tr.say("Decides by itself on"),
        tr.say("Reports to"),
    )  # fmt: skip
    summary = tr.say("The bodies that govern the mission")
    setter.table(head, told.bodies, TableShape(summary, (140, 100, 68, 132, 54)))
    setter.paragraphs((told.way,))
    summary = tr.say("Who answers for what")
    setter.heading(summary, 3)
    head = (tr.say("Item"), tr.say("Answers for it (A)"), tr.say("Carries it out (R)"))
    setter.table(head, told.answers, TableShape(summary, (190, 140, 164)))


def _coalition(content: LetterContent, setter: Setter, tr: Translator) -> None:
    head = (
        tr.say("Actor"),
        tr.say("Commitment"),
        tr.say("How much and when"),
        tr.say("State"),
        tr.say("Next check"),
    )
    shape = TableShape(tr.say("What the actors commit to"), (96, 150, 106, 76, 66))
    setter.table(head, content.coalition, shape)


def _skills(content: LetterContent, setter: Setter, tr: Translator) -> None:
    head = (
        tr.say("Skill"),
        tr.say("Needed by"),
        tr.say("Level"),
        tr.say("Work years"),
        tr.say("When"),
        tr.say("Weight"),
    )
    summary = tr.say("Skills that the mission needs")
    shape = TableShape(summary, (110, 150, 40, 52, 90, 54), frozenset({2, 3}))
    setter.table(head, content.skills, shape)
    levels = tr.say(
        "Levels: 0 none, 1 aware, 2 practises with help, 3 practises alone, 4 teaches others."
    )
    setter.paragraphs((levels,), setter.styles["Caption"])


def _budget(budget: BudgetTable, setter: Setter, tr: Translator) -> None:
    summary = tr.say("Budget frame by initiative and year, {unit}", unit=budget.unit)
    for at in range(0, len(budget.years), _YEARS_BESIDE):
        shown = slice(at, at + _YEARS_BESIDE)
        years = budget.years[shown]
        head = (tr.say("Initiative, {unit}", unit=budget.unit), *years)
        rows = [(name, *amounts[shown]) for name, amounts in budget.rows]
        rows.append((tr.say("Total"), *budget.total[shown]))
        shares = (42.0, *[58.0 / len(years)] * len(years))
        numbers = frozenset(range(1, len(head)))
        setter.table(head, rows, TableShape(summary, shares, numbers, total=True))
    if not budget.rounded:
        return
    setter.paragraphs(
        (tr.say("Because of rounding, totals may differ from the sum of the figures."),),
        setter.styles["Caption"],
    )
