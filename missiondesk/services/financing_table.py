# SPDX-License-Identifier: Apache-2.0
"""Composes the financing table: expenses, what pays for them, what is left, what is unfunded."""

from __future__ import annotations

from collections.abc import Sequence

from missiondesk.domain.balance import Balance, balance, unfunded
from missiondesk.domain.clause import Clause
from missiondesk.domain.financing import FinancingLine, LineKind
from missiondesk.domain.message import N_
from missiondesk.domain.negotiation import TalksRound
from missiondesk.domain.party import Party
from missiondesk.domain.platform import PlatformChapter
from missiondesk.domain.report_content import Rows
from missiondesk.domain.situation import Situation
from missiondesk.domain.talks_sheet_content import TalksSection, TalksSheetContent
from missiondesk.language import Translator
from missiondesk.services.document_kinds import Order
from missiondesk.services.print_plan import PrintJob
from missiondesk.services.talks_heads import partition_note, sheet_job, talks_head
from missiondesk.services.talks_money import money_table


def financing_job(order: Order) -> PrintJob:
    """The financing table."""
    return sheet_job(order, financing_table(order), order.tr.say_in("file name", "financing"))


def financing_table(order: Order) -> TalksSheetContent:
    """The table for one reader."""
    now, tr = order.now, order.tr
    rounds = now.all(TalksRound)
    found = balance(now, rounds[-1] if rounds else None)
    sections = [TalksSection(tr.say(kind.word), (), (), _lines(now, kind, tr)) for kind in LineKind]
    sections.append(TalksSection(tr.say(N_("What is left")), (), (), balance_rows(found, tr)))
    open_clauses = tuple(clause_name(now, one, tr) for one in unfunded(now))
    sections.append(TalksSection(tr.say(N_("Clauses that nothing pays for")), (), open_clauses))
    sections.append(TalksSection(tr.say(N_("How sure the amounts are")), (), _certainty(now, tr)))
    return TalksSheetContent(
        head=talks_head(order, tr.say(N_("Financing table"))),
        finding=f"{balance_said(found, tr)}.",
        sections=tuple(one for one in sections if one.points or one.tables),
        method=partition_note(order),
    )


def _lines(now: Situation, kind: LineKind, tr: Translator) -> tuple[Rows, ...]:
    rows = [
        ("", one.title.in_language(tr.lang), one.amounts, one.permanent)
        for one in now.all(FinancingLine)
        if one.kind is kind
    ]
    return money_table(rows, tr)


def balance_rows(found: Balance, tr: Translator) -> tuple[Rows, ...]:
    """Expenses, financing, fiscal room and what is left, by year and for good."""
    if not found.years and not any((found.expenses.permanent, found.financing.permanent)):
        return ()
    years = found.years[:6]
    heads = [*(str(year) for year in years), tr.say(N_("For good"))]
    lines = []
    for word, one in (
        (N_("Pays for it"), found.financing),
        (N_("Fiscal room"), found.room),
        (N_("Expenses"), found.expenses),
    ):
        if one is found.room and not (one.permanent or any(map(one.in_year, years))):
            continue  # there is none, or it is not for this reader
        cells = [tr.millions(one.in_year(year)) for year in years]
        lines.append((tr.say(word), *cells, tr.millions(one.permanent)))
    left = [tr.millions(found.left(year)) for year in (*years, None)]
    lines.append((tr.say(N_("Left")), *left))
    return (
        Rows(
            lead=tr.say(N_("DKK million.")),
            head=(tr.say(N_("What")), *heads),
            rows=tuple(lines),
            numbers=frozenset(range(1, len(heads) + 1)),
            note=tr.say(N_("Amounts are rounded, so sums may differ from their parts.")),
            total=True,
        ),
    )


def balance_said(found: Balance, tr: Translator) -> str:
    """Whether all is covered in every year and for good (N7), in a sentence."""
    if not found.years:
        return tr.say(N_("No amounts are entered yet"))
    short = found.short
    if not short:
        return tr.say(N_("✓ Covered in every year and for good"))
    words = years_said([one for one in short if one is not None])
    if None in short:
        words.append(tr.say(N_("for good")))
    return tr.say(N_("■ Not covered: {years}"), years=tr.list(words))


def years_said(years: Sequence[int]) -> list[str]:
    """Years in their order, three and more in a row as from and to: "2027–2030"."""
    runs: list[list[int]] = []
    for one in years:
        if runs and one == runs[-1][-1] + 1:
            runs[-1].append(one)
        else:
            runs.append([one])
    return [
        said
        for run in runs
        for said in ([f"{run[0]}–{run[-1]}"] if len(run) > 2 else map(str, run))
    ]


def clause_name(now: Situation, clause: Clause, tr: Translator) -> str:
    """Number and text of a clause."""
    chapter = now.get(PlatformChapter, clause.chapter)
    number = f"{chapter.number}.{clause.number}" if chapter is not None else str(clause.number)
    return f"{number} {clause.text.in_language(tr.lang)}"


def _certainty(now: Situation, tr: Translator) -> tuple[str, ...]:
    found = []
    for one in now.all(FinancingLine):
        agreed: Sequence[str] = [
            party.code for key in one.agreed_by if (party := now.get(Party, key)) is not None
        ]
        certainty = tr.show(one.certainty)
        parts = [certainty[:1].lower() + certainty[1:], one.source.strip()]
        if agreed:
            parts.append(tr.say(N_("agreed by {parties}"), parties=tr.list(agreed)))
        found.append(f"{one.title.in_language(tr.lang)}: {', '.join(filter(None, parts))}")
    return tuple(found)
