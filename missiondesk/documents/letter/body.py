# SPDX-License-Identifier: Apache-2.0
"""The letter's text: its blocks in their order, from the subject to the list of annexes."""

from __future__ import annotations

from collections.abc import Callable

from reportlab.platypus import CondPageBreak, Flowable

from missiondesk.charts.plots import TrajectoryPlot
from missiondesk.documents.escaping import one_line
from missiondesk.documents.letter import tables
from missiondesk.documents.letter.columns import Columns
from missiondesk.documents.letter.elastic import ElasticWriter
from missiondesk.documents.letter.foot import Foot
from missiondesk.documents.letter.goal import GoalBlock
from missiondesk.documents.letter.mission import MissionSentence
from missiondesk.documents.letter.signature import SignatureBlock
from missiondesk.documents.letter.spacing import (
    MISSION,
    SUBJECT,
    Spacing,
)
from missiondesk.documents.letter.top import LetterTop
from missiondesk.documents.letter.writer import ROOM_FOR_TEXT, Writer
from missiondesk.domain.letter import BlockKind
from missiondesk.domain.letter_content import LetterContent, TextBlock

_GUTTER = 18.0
_TABLE_ROOM = 128.0  # heading, lead-in, head and first rows
_IN_TOP = frozenset(
    {
        BlockKind.LETTERHEAD,
        BlockKind.META,
        BlockKind.HANDLING,
        BlockKind.ADDRESSEE,
        BlockKind.SUBJECT,
        BlockKind.SALUTATION,
    }
)

_FOOT = frozenset({BlockKind.COPIES, BlockKind.ANNEXES})
_Made = Callable[[Writer], list[Flowable]]


def _room_for(rows: list[Flowable]) -> float:
    """Points that the beginning of a block with ``rows`` needs."""
    if not rows:
        return ROOM_FOR_TEXT
    if isinstance(rows[0], Columns):  # it cannot be split
        return float(rows[0].height) + _TABLE_ROOM / 2
    return _TABLE_ROOM


def _within_a_sentence(words: str) -> str:
    """``words`` with a small first letter, unless they begin with an abbreviation."""
    return words[:1].lower() + words[1:] if words[1:2].islower() else words


def _with_more(paragraphs: tuple[str, ...], more: str) -> list[str]:
    """``more`` goes on in the last paragraph."""
    texts = list(paragraphs)
    if more:
        last = texts.pop() if texts else ""
        texts.append(f"{last} {more}".strip())
    return texts


def _annex_number(content: LetterContent, title: str) -> str:
    listed = list(content.annexes)
    return str(listed.index(title) + 1) if title in listed else ""


def _missions(block: TextBlock, content: LetterContent, writer: Writer) -> list[Flowable]:
    """A letter about all missions has a table of them in the place of the one sentence."""
    rows = tables.missions(content.missions, writer)
    parts: list[Flowable] = [writer.paragraph(text) for text in block.paragraphs]
    parts += [*writer.bullets(block.bullets), *rows]
    return writer.section(block.heading, parts, _room_for(rows))


def _commitments_elsewhere(content: LetterContent, writer: Writer) -> str:
    """Where the commitments in other missions are found, or ""."""
    tr = writer.tr
    number = _annex_number(content, tr.say("Commitments in other missions"))
    if not content.elsewhere or not number:
        return ""
    return tr.plural(
        "Annex {number} shows the one commitment in other missions that you lead or share.",
        "Annex {number} shows the {count} commitments in other missions that you lead or share.",
        len(content.elsewhere),
        number=number,
    )


class Body:
    """Turns the content of one letter into flowables, block by block.

    All is written once. What a spacing changes besides white (the chart, the room to sign, the
    foot) is made for each.
    """

    def __init__(
        self, content: LetterContent, plot: TrajectoryPlot | None, writer: ElasticWriter
    ) -> None:
        self._content = content
        self._plot = plot
        self._writer = writer
        self._written: list[list[Flowable] | _Made] = []

    def story(self, spacing: Spacing) -> list[Flowable]:
        """All blocks in the order of the content, set in ``spacing``; a former story is no more."""
        self._writer.respace(spacing)
        self._written = self._written or self._write()
        anew = self._writer.rigid()
        return [
            flowable
            for part in self._written
            for flowable in (part if isinstance(part, list) else part(anew))
        ]

    def _write(self) -> list[list[Flowable] | _Made]:
        content, plot = self._content, self._plot
        foot = Foot(content, self._writer)
        anew: dict[BlockKind, _Made] = {
            BlockKind.GOAL: GoalBlock(content, plot, self._writer).set,
            BlockKind.SIGNATURE: SignatureBlock(content, self._writer).set,
            BlockKind.COPIES: foot.set,
            BlockKind.ANNEXES: foot.set,
        }
        written: list[list[Flowable] | _Made] = [
            [LetterTop(content, self._writer), *self._opening()]
        ]
        footed = False
        for block in content.blocks:
            if block.kind in _IN_TOP or (footed and block.kind in _FOOT):
                continue
            footed = footed or block.kind in _FOOT
            written.append(anew.get(block.kind) or self._block(block))
        return written

    def _opening(self) -> list[Flowable]:
        content, writer = self._content, self._writer
        # A document begins with a heading; the title is never empty.
        subject = content.subject if one_line(content.subject) else content.title
        parts = writer.heading(subject, SUBJECT, level=1)
        if one_line(content.salutation):
            parts.append(writer.paragraph(content.salutation))
        return parts

    def _block(self, block: TextBlock) -> list[Flowable]:
        special: dict[BlockKind, Callable[[TextBlock], list[Flowable]]] = {
            BlockKind.CONTEXT: self._context,
            BlockKind.MISSION: self._mission,
            BlockKind.ACCOUNTABLE: self._accountable,
            BlockKind.SHARED: self._shared,
            BlockKind.TIMELINE: self._timeline,
            BlockKind.PORTFOLIO: self._portfolio,
            BlockKind.COALITION: self._coalition,
            BlockKind.RESOURCES: self._resources,
            BlockKind.FOLLOW_UP: self._follow_up,
        }
        return special.get(block.kind, self._text)(block)

    # ---- blocks of text

    def _text(self, block: TextBlock, more: str = "") -> list[Flowable]:
        """Heading run into the first paragraph, then further paragraphs and points."""
        writer = self._writer
        paragraphs = _with_more(block.paragraphs, more)
        if not paragraphs:
            return writer.section(block.heading, writer.bullets(block.bullets))
        first, *rest = paragraphs
        parts = writer.run_in(block.heading, first)
        parts += [writer.paragraph(text) for text in rest]
        return [*parts, *writer.bullets(block.bullets)]

    def _context(self, block: TextBlock) -> list[Flowable]:
        writer = self._writer
        parts: list[Flowable] = [writer.paragraph(text) for text in block.paragraphs]
        parts += writer.bullets(block.bullets)
        return writer.section(block.heading, parts) if block.heading else parts

    def _mission(self, block: TextBlock) -> list[Flowable]:
        writer = self._writer
        if self._content.missions:
            return _missions(block, self._content, writer)
        texts = block.paragraphs or ((self._content.mission_sentence,))
        first, *rest = texts
        parts: list[Flowable] = []
        if one_line(first):
            parts.append(MissionSentence(writer.markup(first, MISSION), MISSION))
        parts += [writer.paragraph(text) for text in rest]
        parts += writer.bullets(block.bullets)
        return writer.section(block.heading, parts)

    # ---- blocks with rows, or with words about an annex

    def _accountable(self, block: TextBlock) -> list[Flowable]:
        """The responsibility itself: one of the three blocks with a heading of its own line."""
        writer = self._writer
        rows = tables.commitments(self._content.commitments, writer)
        texts = _with_more(block.paragraphs, _commitments_elsewhere(self._content, writer))
        parts: list[Flowable] = [writer.paragraph(text) for text in texts]
        parts += [*writer.bullets(block.bullets), *rows]
        return writer.section(block.heading, parts, _room_for(rows))

    def _shared(self, block: TextBlock) -> list[Flowable]:
        return self._led(block, tables.sharing(self._content.shared, self._writer))

    def _timeline(self, block: TextBlock) -> list[Flowable]:
        return self._led(block, tables.timeline(self._content.timeline, self._writer))

    def _led(self, block: TextBlock, rows: list[Flowable]) -> list[Flowable]:
        """Text with its rows, begun on a new page rather than parted from them."""
        if not block.paragraphs and not block.bullets:
            return self._writer.section(block.heading, rows, _room_for(rows))
        return [CondPageBreak(_room_for(rows)), *self._text(block), *rows]

    def _portfolio(self, block: TextBlock) -> list[Flowable]:
        return self._text(block, self._count_of_initiatives())

    def _count_of_initiatives(self) -> str:
        tr, content = self._writer.tr, self._content
        number = _annex_number(content, tr.say("Initiatives"))
        if not content.initiatives or not number:
            return ""
        return tr.plural(
            "Annex {number} shows the one initiative with its stage and next decision.",
            "Annex {number} shows the {count} initiatives with stage and next decision.",
            len(content.initiatives),
            number=number,
        )

    def _coalition(self, block: TextBlock) -> list[Flowable]:
        tr, actors = self._writer.tr, self._content.actors
        named = tr.list(map(_within_a_sentence, actors))
        more = tr.say("The actors are: {actors}.", actors=named) if actors else ""
        return self._text(block, more)

    def _follow_up(self, block: TextBlock) -> list[Flowable]:
        tr = self._writer.tr
        number = _annex_number(self._content, tr.say("Governance"))
        if self._content.governance is None or not number:
            return self._text(block)
        more = tr.say("Annex {number} shows who governs the mission.", number=number)
        return self._text(block, more)

    def _resources(self, block: TextBlock) -> list[Flowable]:
        tr = self._writer.tr
        number = _annex_number(self._content, tr.say("Budget frame"))
        if self._content.budget is None or not number:
            return self._text(block)
        more = tr.say("Annex {number} shows the frame by initiative and year.", number=number)
        return self._text(block, more)
