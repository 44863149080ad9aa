# SPDX-License-Identifier: Apache-2.0
"""What one should know before a return on major projects is brought in: counts that add up to the
rows of the file, what was withheld, what cannot be read, and who is no longer there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from typing import Final

from missiondesk.domain.initiative import Initiative
from missiondesk.domain.message import N_, Message, message
from missiondesk.domain.situation import Situation
from missiondesk.exchange.portfolio_returns import PortfolioReturn, ReturnedCell, Standing
from missiondesk.services.import_report import ImportRow
from missiondesk.services.list_states import RowStatus
from missiondesk.services.naming import name_of
from missiondesk.services.returned_words import brief_heading, is_returned, short_heading

_MOST: Final = 5  # names or places in one remark


def said_place(cell: ReturnedCell[object], why: Message) -> Message:
    """What is wrong with a cell, with its place and its words."""
    return message(
        N_("Cell {place}, “{heading}”: “{value}”. {reason}"),
        place=cell.place,
        heading=short_heading(cell),
        value=cell.text if len(cell.text) <= 120 else f"{cell.text[:119]}…",
        reason=why,
    )


def notes_on(
    file: PortfolioReturn,
    rows: Sequence[ImportRow],
    here: Sequence[Initiative],
    matched: Collection[str],
) -> tuple[Message, ...]:
    """All remarks on the file as a whole.

    Args:
        file: The return.
        rows: The report on each project.
        here: Initiatives that a return was brought into before; see `returned_before`.
        matched: Ids of the initiatives that the file speaks of.
    """
    found = [_counted(file, rows)]
    if any(row.status is RowStatus.NEW for row in rows):
        found.append(message(N_("The file says no stage, so new initiatives begin as ideas.")))
    found += _withheld(file)
    found += _absent(here, matched)
    return tuple(found)


def warnings_on(
    file: PortfolioReturn, here: Sequence[Initiative], matched: Collection[str]
) -> tuple[Message, ...]:
    """What should be looked at first: values that cannot be read, and a file that is older than
    what is there.
    """
    unread = file.standing(Standing.UNREADABLE)
    found = []
    if unread:
        places = [f"{cell.place} {brief_heading(cell)}" for cell in unread]
        said = N_("Values that cannot be read and are kept as words: {count} ({places}).")
        found.append(message(said, count=len(unread), places=_listed(places)))
    return (*found, *_newer(file, [one for one in here if one.id in matched]))


def returned_before(situation: Situation) -> list[Initiative]:
    """Initiatives that a return was brought into."""
    return [one for one in situation.all(Initiative) if is_returned(one.note)]


def _counted(file: PortfolioReturn, rows: Sequence[ImportRow]) -> Message:
    counts = Counter(row.status for row in rows)
    return message(
        N_(
            "Projects in the file: {all}. New: {new}. Matched and changed: {changed}. Matched and "
            "unchanged: {unchanged}. Cannot be used: {faulty}."
        ),
        all=len(file.projects),
        new=counts[RowStatus.NEW],
        changed=counts[RowStatus.CHANGED],
        unchanged=counts[RowStatus.UNCHANGED],
        faulty=counts[RowStatus.UNREADABLE],
    )


def _withheld(file: PortfolioReturn) -> list[Message]:
    exempt = Counter(map(brief_heading, file.standing(Standing.EXEMPT)))
    if not exempt:
        return []
    told = ", ".join(f"{heading} {count}" for heading, count in exempt.most_common())
    said = N_("Withheld values, kept with their reason: {count} ({headings}).")
    return [message(said, count=exempt.total(), headings=told)]


def _newer(file: PortfolioReturn, matched: list[Initiative]) -> list[Message]:
    year = file.year
    if year is None:
        return []
    later = [
        one for one in matched if one.confidence_date and one.confidence_date.first.year > year
    ]
    if not later:
        return []
    said = N_(
        "The file is of {year}, but a later return has been imported already: {count} initiatives "
        "would go back to what was reported then."
    )
    return [message(said, year=str(year), count=len(later))]


def _absent(here: Sequence[Initiative], matched: Collection[str]) -> list[Message]:
    """Who was in the newest return that was imported, but is not in this one."""
    years = [one.confidence_date for one in here if one.confidence_date is not None]
    newest = max(years, key=lambda one: one.last, default=None)
    initiatives = [one for one in here if one.confidence_date == newest and one.id not in matched]
    if not initiatives:
        return []
    names = _listed([name_of(one, "en") for one in initiatives])
    said = N_(
        "Initiatives of the last return that this file does not have; they stay as they are: "
        "{count} ({names})."
    )
    return [message(said, count=len(initiatives), names=names)]


def _listed(texts: list[str]) -> str:
    """The first of them, and a sign that there are more."""
    return ", ".join(texts[:_MOST]) + (" …" if len(texts) > _MOST else "")
