# SPDX-License-Identifier: Apache-2.0
"""Composes the text with its open points, its numbered copies, and what changed since a version."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from missiondesk.domain import clauses
from missiondesk.domain.clause import ClauseState, DraftCopy, TalksDraft
from missiondesk.domain.difference_content import DifferenceContent, DifferingPart
from missiondesk.domain.message import N_
from missiondesk.domain.party import Party
from missiondesk.domain.report_content import Rows
from missiondesk.domain.situation import Situation
from missiondesk.domain.talks_sheet_content import TalksSection, TalksSheetContent
from missiondesk.domain.word_difference import places, shortened, word_difference
from missiondesk.language import Translator
from missiondesk.services.document_kinds import Order
from missiondesk.services.print_plan import PrintJob
from missiondesk.services.talks_heads import partition_note, sheet_job, talks_head
from missiondesk.services.talks_partition import Reader, partitioned
from missiondesk.services.text_desk import ClauseRow, clause_rows, copies_of, drafts_of, frozen

if TYPE_CHECKING:
    from missiondesk.documents.printed import PrintedDocument


def draft_job(order: Order) -> PrintJob:
    """The text as it stands now."""
    return sheet_job(order, draft_text(order, order.now), order.tr.say_in("file name", "draft"))


def frozen_job(order: Order) -> PrintJob:
    """A frozen version."""
    kept = order.now.get(TalksDraft, order.subject) or TalksDraft("")
    then = partitioned(frozen(order.session, kept.id), order.reader)
    content = draft_text(order, then, kept)
    word = order.tr.say_in("file name", "draft")
    return sheet_job(order, content, word, str(kept.number))


def copy_job(order: Order) -> PrintJob:
    """One numbered copy of a frozen version, holding only what its recipient may see."""
    copy = order.now.get(DraftCopy, order.subject) or DraftCopy("")
    kept = order.now.get(TalksDraft, copy.draft) or TalksDraft("")
    who = Reader(copy.party) if copy.party else order.reader
    then = partitioned(frozen(order.session, kept.id), who)
    own = replace(order, now=partitioned(order.now, who), reader=who)
    content = draft_text(own, then, kept, copy)
    word = order.tr.say_in("file name", "draft")
    number = order.tr.say_in("file name", "copy")
    return sheet_job(own, content, word, str(kept.number), f"{number}-{copy.number}")


def changes_job(order: Order) -> PrintJob:
    """What changed from a frozen version to the text of now."""
    content = changes(order)

    def make() -> PrintedDocument:
        from missiondesk.documents.difference import print_difference

        return print_difference(content)

    word = order.tr.say_in("file name", "changes")
    return PrintJob(order.named(word), content.head.title, make)


# -- the text ----------------------------------------------------------------------------
def draft_text(
    order: Order, then: Situation, kept: TalksDraft | None = None, copy: DraftCopy | None = None
) -> TalksSheetContent:
    """Chapters with narrative and clauses, each with its state; a legend before them."""
    tr = order.tr
    rows = [one for one in clause_rows(then) if one.clause.state.counts]
    agreed, whole = clauses.total(clauses.progress(then))
    about = [tr.say(N_("Text of now"))]
    if kept is not None:
        about = [_version(kept, tr)]
    texts = [] if copy is None else [_copy_line(order.now, copy, kept, tr)]
    head = talks_head(order, tr.say(N_("Draft of the platform")), tuple(filter(None, about)))
    if copy is not None:  # on every page, so that a page that gets about tells whose it was
        number = tr.say(N_("Copy no. {number}"), number=copy.number)
        head = replace(head, reference=f"{head.reference} · {number}")
    share = 100 * agreed / whole if whole else 0
    sections = [
        TalksSection(tr.say(N_("How to read it")), (), legend(then, tr)),
        TalksSection(tr.say(N_("How much is agreed")), (), (), (_progress(then, tr),)),
    ]
    sections += [
        _chapter(
            chapter.number,
            chapter.title.in_language(tr.lang),
            chapter.narrative.in_language(tr.lang),
            [one for one in rows if one.chapter.id == chapter.id],
            then,
            tr,
        )
        for chapter in then.chapters
    ]
    return TalksSheetContent(
        head=head,
        finding=tr.say(
            N_("{agreed} of {count} clauses are agreed, {share}."),
            agreed=agreed, count=whole, share=tr.percent(share, 0),
        ),
        texts=tuple(texts),
        sections=tuple(one for one in sections if one.points or one.tables or one.texts),
        method=partition_note(order),
    )  # fmt: skip


def _copy_line(now: Situation, copy: DraftCopy, kept: TalksDraft | None, tr: Translator) -> str:
    count = len(copies_of(now, kept.id)) if kept is not None else 0
    if count < copy.number:  # the others' copies are not for this reader
        return tr.say(
            N_("Copy no. {number}, {recipient}. Do not pass it on."),
            number=copy.number, recipient=copy.recipient,
        )  # fmt: skip
    return tr.say(
        N_("Copy no. {number} of {count}, {recipient}. Do not pass it on."),
        number=copy.number, count=count, recipient=copy.recipient,
    )  # fmt: skip


def legend(now: Situation, tr: Translator) -> tuple[str, ...]:
    """The signs of the states, and whose letters they are."""
    signs = [f"{one.symbol} {tr.show(one).lower()}" for one in ClauseState if one.counts]
    parties = sorted(now.all(Party), key=lambda it: it.code)
    names = [f"{one.code} = {one.name}" for one in parties if one.name]
    brackets = tr.say(
        N_("[K: …] is open: it is wanted by the party of that letter alone. ◇ K stands before what "
           "party K wants instead of the clause.")
    )  # fmt: skip
    return (" · ".join(signs), brackets, *((", ".join(names),) if names else ()))


def _progress(now: Situation, tr: Translator) -> Rows:
    found = clauses.progress(now)
    agreed, whole = clauses.total(found)
    rows = [
        (f"{one.chapter.number} {one.chapter.title.in_language(tr.lang)}", tr.number(one.agreed),
         tr.number(one.clauses), tr.percent(one.share, 0) if one.clauses else "–")
        for one in found
    ]  # fmt: skip
    share = tr.percent(100 * agreed / whole, 0) if whole else "–"
    rows.append((tr.say(N_("In all")), tr.number(agreed), tr.number(whole), share))
    head = (N_("Chapter"), N_("Agreed"), N_("Clauses"), N_("Share agreed"))
    return Rows(head=tuple(map(tr.say, head)), rows=tuple(rows), numbers=frozenset({1, 2, 3}),
                total=True)  # fmt: skip


def _chapter(
    number: int,
    title: str,
    narrative: str,
    rows: Sequence[ClauseRow],
    now: Situation,
    tr: Translator,
) -> TalksSection:
    cells = []
    for row in rows:
        text = [row.clause.text.in_language(tr.lang)]
        for one in row.proposals:
            party = now.get(Party, one.party)
            text.append(f"◇ {party.code if party else '?'}: {one.text.in_language(tr.lang)}")
        cells.append((row.printed, "\n".join(text), _state(row, now, tr)))
    head = (N_("No."), N_("Clause"), N_("State"))
    table = Rows(
        head=tuple(map(tr.say, head)),
        rows=tuple(cells),
        empty=tr.say(N_("The chapter has no clauses yet.")),
    )
    paragraphs = tuple(part for part in narrative.split("\n\n") if part.strip())
    return TalksSection(f"{number} {title}".strip(), paragraphs, (), (table,))


def _state(row: ClauseRow, now: Situation, tr: Translator) -> str:
    state = row.clause.state
    said = f"{state.symbol}\u00a0{tr.show(state)}"
    party = now.get(Party, row.clause.proposer)
    if party is not None and state is ClauseState.PROPOSED:
        said = tr.say(N_("{sign} Proposed by {party}"), sign=state.symbol, party=party.code)
    elif party is not None and state is not ClauseState.AGREED:
        said = tr.say(N_("{state}, proposed by {party}"), state=said, party=party.code)
    codes = [one.code for key in row.clause.accepted if (one := now.get(Party, key)) is not None]
    if codes and state is not ClauseState.AGREED:
        said += "\n" + tr.say(N_("accepted by {parties}"), parties=tr.list(codes))
    return said


# -- what changed ------------------------------------------------------------------------
def changes(order: Order) -> DifferenceContent:
    """Word by word from a frozen version to the next one, or to the text of now."""
    now, tr = order.now, order.tr
    kept = now.get(TalksDraft, order.subject) or TalksDraft("")
    later = next((one for one in reversed(drafts_of(now)) if one.number > kept.number), None)
    former = _texts(partitioned(frozen(order.session, kept.id), order.reader), tr)
    target = now if later is None else partitioned(frozen(order.session, later.id), order.reader)
    latter = _texts(target, tr)
    parts, same = [], []
    for key in dict.fromkeys((*former, *latter)):
        before, after = former.get(key, ("", "", "")), latter.get(key, ("", "", ""))
        title = _title(before, after, tr)
        difference = word_difference(before[1], after[1])
        if before[1:] == after[1:]:
            same.append(title)
            continue
        lines = [shortened(difference)]
        if before[2] != after[2]:
            lines.append(word_difference(before[2], after[2]))
        parts.append(DifferingPart(title, tuple(one for one in lines if places(one))))
    parts = [one for one in parts if one.lines]
    names = (
        (tr.say(N_("From")), _version(kept, tr)),
        (tr.say(N_("To")), _version(later, tr) if later else tr.say(N_("Text of now"))),
    )
    count = sum(one.places for one in parts)
    return DifferenceContent(
        head=talks_head(order, tr.say(N_("Changes in the text"))),
        finding=tr.plural("The text differs at {count} place.", "The text differs at {count} "
                          "places.", count) if count else tr.say(N_("The text is the same.")),
        letters=names,
        parts=tuple(parts),
        same=tuple(same),
    )  # fmt: skip


def _title(before: tuple[str, str, str], after: tuple[str, str, str], tr: Translator) -> str:
    if not before[0]:
        return tr.say(N_("Clause {number}, new"), number=after[0])
    if not after[0]:
        return tr.say(N_("Clause {number}, gone"), number=before[0])
    return tr.say(N_("Clause {number}"), number=after[0])


def _version(one: TalksDraft, tr: Translator) -> str:
    title = one.title.in_language(tr.lang)
    said = tr.say(N_("Version {number}"), number=one.number)
    return f"{said}, {title}" if title else said


def _texts(now: Situation, tr: Translator) -> dict[str, tuple[str, str, str]]:
    """Number, text and state of each clause that is part of the text."""
    found = {}
    for row in clause_rows(now):
        if row.clause.state.counts:
            text = row.clause.text.in_language(tr.lang)
            found[row.id] = (row.printed, text, tr.show(row.clause.state))
    return found
