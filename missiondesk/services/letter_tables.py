# SPDX-License-Identifier: Apache-2.0
"""The parts of a letter that come from data as rows: commitments, timeline, initiatives, budget."""

from __future__ import annotations

from collections.abc import Container

from missiondesk.domain.commitment import Commitment, CommitmentStatus
from missiondesk.domain.initiative import Initiative
from missiondesk.domain.letter import BlockKind
from missiondesk.domain.letter_content import (
    BudgetTable,
    CommitmentRow,
    InitiativeRow,
    Signatory,
    TimelineRow,
)
from missiondesk.domain.message import N_
from missiondesk.domain.metric import TargetShape
from missiondesk.domain.wording import titles_in_list
from missiondesk.services import governing
from missiondesk.services.letter_coalition import annex_title
from missiondesk.services.letter_drafting import end_of_first_100_days
from missiondesk.services.letter_facts import LetterFacts
from missiondesk.services.letter_skills import skills_title

NO_BREAK = "\u00a0"
_SHOWN_DIGIT = 10_000_000  # øre: the last digit of an amount in millions of kroner


def commitments(facts: LetterFacts) -> tuple[CommitmentRow, ...]:
    """What the addressee leads or shares (L10); all of the mission's while nobody is addressed."""
    office = facts.letter.addressee_office
    return tuple(
        commitment_row(facts, one, str(one.number))
        for one in pursued(facts, facts.mission.id)
        if office is None or office == one.lead_office or office in one.co_offices
    )


def commitment_row(facts: LetterFacts, one: Commitment, number: str) -> CommitmentRow:
    """A commitment word for word, under its number in the mission or, elsewhere, with its code."""
    return CommitmentRow(
        number=number,
        text=one.text.in_language(facts.tr.lang),
        measure=one.measure.in_language(facts.tr.lang),
        due=_due(facts, one),
        shared=facts.tr.list(_others(facts, one)),
        lead=facts.title_of(one.lead_office),
    )


def shared(facts: LetterFacts) -> tuple[tuple[str, str], ...]:
    """Who else takes part: title, and by number what each leads and shares with the addressee."""
    offices = dict.fromkeys(facts.mission.co_offices)
    for one in pursued(facts, facts.mission.id):
        offices.update(dict.fromkeys((one.lead_office or "", *one.co_offices)))
    rows = []
    for office in offices:
        title = facts.title_of(office)
        if title and office != facts.letter.addressee_office:
            rows.append((title, _part_of(facts, office)))
    return tuple(rows)


def _part_of(facts: LetterFacts, office: str) -> str:
    leads = [
        str(one.number) for one in pursued(facts, facts.mission.id) if one.lead_office == office
    ]
    shares = [
        str(one.number) for one in pursued(facts, facts.mission.id) if office in one.co_offices
    ]
    parts = []
    if leads:
        parts.append(facts.tr.say(N_("leads no. {numbers}"), numbers=facts.tr.list(leads)))
    if shares:
        parts.append(facts.tr.say(N_("shares no. {numbers}"), numbers=facts.tr.list(shares)))
    return "; ".join(parts) or facts.tr.say(N_("shares the mission"))


def timeline(facts: LetterFacts) -> tuple[TimelineRow, ...]:
    """Milestones by date, without those over before the letter; the first 100 days are marked."""
    hundred = end_of_first_100_days(facts.now, facts.letter).last
    return tuple(
        TimelineRow(
            due=facts.tr.period(one.due) if one.due else facts.tr.say(N_("no date yet")),
            title=one.title.in_language(facts.tr.lang),
            kind=facts.tr.show(one.kind),
            owner=facts.title_of(one.office),
            status=facts.tr.show(one.status),
            first_100_days=one.due is not None and one.due.last <= hundred,
        )
        for one in facts.now.milestones_of(facts.mission.id)
        if one.due is None or one.due.last >= facts.on
    )


def initiatives(facts: LetterFacts) -> tuple[InitiativeRow, ...]:
    """The initiatives that are not closed."""
    return facts.once("initiatives", lambda: _initiatives(facts))


def _initiatives(facts: LetterFacts) -> tuple[InitiativeRow, ...]:
    return tuple(
        InitiativeRow(
            code=one.code,
            title=one.title.in_language(facts.tr.lang),
            stage=facts.tr.show(one.stage),
            owner=facts.title_of(one.office),
            period=span(facts, one),
            gate=facts.tr.period(one.gate_due) if one.gate_due else "",
            contribution=_contribution(facts, one),
        )
        for one in facts.live
    )


def span(facts: LetterFacts, initiative: Initiative) -> str:
    """From and to in words, as precise as they are known."""
    first, last = initiative.start, initiative.end
    if first is not None and last is not None:
        # A narrow column breaks between the dates, never within one.
        ends = _whole(facts.tr.period(first)), _whole(facts.tr.period(last))
        # The dash stands free between dates of several words, close between single years.
        return (" – " if any(NO_BREAK in end for end in ends) else "–").join(ends)
    if first is not None:
        return facts.tr.say(N_("from {date}"), date=first)
    return facts.tr.say(N_("until {date}"), date=last) if last is not None else ""


def _whole(said: str) -> str:
    return said.replace(" ", NO_BREAK)


def budget(facts: LetterFacts) -> BudgetTable | None:
    """The frame by year in millions of kroner, or None when no money is left to prioritise."""
    return facts.once("budget", lambda: _budget(facts))


def _budget(facts: LetterFacts) -> BudgetTable | None:
    years = facts.frame_years
    if not years:
        return None
    rows = []
    totals = dict.fromkeys(years, 0)
    for one, frame in facts.frames:
        amounts = {money.year: money.oere for money in frame}
        for year, oere in amounts.items():
            totals[year] += oere
        cells = tuple(_millions(facts, amounts.get(year)) for year in years)
        rows.append((f"{one.code} {one.title.in_language(facts.tr.lang)}".strip(), cells))
    oere_of = (money.oere for _one, frame in facts.frames for money in frame)
    return BudgetTable(
        years=tuple(map(str, years)),
        rows=tuple(rows),
        total=tuple(_millions(facts, totals[year]) for year in years),
        unit=facts.tr.say(N_("DKK million")),
        rounded=any(oere % _SHOWN_DIGIT for oere in oere_of),
    )


def signatories(facts: LetterFacts) -> tuple[Signatory, ...]:
    """Who signs, with the title; the name is "" while nobody holds the office."""
    found = []
    for office in facts.letter.sender_offices:
        holder = facts.now.holder(office, facts.on)
        found.append(Signatory(holder.name if holder else "", facts.title_of(office)))
    return tuple(found)


def annexes(
    facts: LetterFacts,
    shown: Container[BlockKind],
    *,
    elsewhere: bool = False,
    governed: bool = False,
) -> tuple[str, ...]:
    """Titles of the annexes that the data makes for the shown blocks, then the letter's own."""
    own = []
    if facts.metric is not None and BlockKind.GOAL in shown:
        own.append(facts.tr.say(N_("Metric sheet")))
    if BlockKind.PORTFOLIO in shown and initiatives(facts):
        own.append(facts.tr.say(N_("Initiatives")))
    if BlockKind.RESOURCES in shown and budget(facts) is not None:
        own.append(facts.tr.say(N_("Budget frame")))
    if elsewhere and BlockKind.ACCOUNTABLE in shown:
        own.append(facts.tr.say(N_("Commitments in other missions")))
    if governed:
        own.append(governing.annex_title(facts.tr))
    made = {title.casefold(): title for title in (annex_title(facts.tr), skills_title(facts.tr))}
    # However they are typed, so that the sheet finds its number.
    further = (made.get(line.strip().casefold(), line) for line in facts.letter.annexes)
    return (*own, *further)


def pursued(facts: LetterFacts, mission: str) -> tuple[Commitment, ...]:
    """The mission's commitments by number, without those that were given up."""
    found = facts.now.commitments_of(mission)
    return tuple(one for one in found if one.status is not CommitmentStatus.NOT_PURSUED)


def receivers(facts: LetterFacts) -> tuple[str, ...]:
    """All who get the letter beside its addressee: its further addressees, then the copies."""
    titles = (facts.title_of(office) for office in facts.letter.co_addressees)
    return tuple(dict.fromkeys((*(title for title in titles if title), *facts.letter.copies)))


def _due(facts: LetterFacts, commitment: Commitment) -> str:
    parts = (commitment.due, commitment.cadence)
    return ", ".join(facts.tr.show(part) for part in parts if part is not None)


def _others(facts: LetterFacts, commitment: Commitment) -> list[str]:
    """Titles of all who take part beside the addressee; a lead who is not the addressee first."""
    reader = facts.letter.addressee_office
    found = []
    lead = facts.title_of(commitment.lead_office)
    if lead and reader is not None and commitment.lead_office != reader:
        found.append(facts.tr.say(N_("{title} (lead)"), title=lead))
    found += [facts.title_of(office) for office in commitment.co_offices if office != reader]
    return titles_in_list(found, facts.tr.lang)


def _contribution(facts: LetterFacts, initiative: Initiative) -> str:
    if initiative.contribution is None:
        return ""
    metric = facts.metric
    if metric is not None and metric.target_shape is TargetShape.BINARY:
        return ""  # done or not done: no part of it can be counted
    amount = facts.tr.signed(initiative.contribution)
    unit = metric.unit.in_language(facts.tr.lang) if metric else ""
    # A change of a percentage is counted in percentage points, never in per cent.
    unit = facts.tr.say(N_("percentage points")) if unit.strip() == "%" else unit
    amount = f"{amount}\u00a0{unit}".strip()
    if initiative.contribution_period is None:
        return amount
    return facts.tr.say(
        N_("{amount} by {date}"), amount=amount, date=initiative.contribution_period
    )


def _millions(facts: LetterFacts, oere: int | None) -> str:
    return "–" if oere is None else facts.tr.millions(oere)
