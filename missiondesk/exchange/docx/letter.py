# SPDX-License-Identifier: Apache-2.0
"""Writes a mission letter as a Word file: the blocks of the printed letter as Word's own parts."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Final

from missiondesk.domain.letter import BlockKind
from missiondesk.domain.letter_content import LetterContent, TextBlock
from missiondesk.exchange.docx import annexes, paper, tables
from missiondesk.exchange.docx.setting import Setter
from missiondesk.exchange.docx.styles import Styles
from missiondesk.exchange.office_package import Properties, settled
from missiondesk.language.clean_text import one_line
from missiondesk.language.translator import Translator, translator

if TYPE_CHECKING:
    from missiondesk.charts.plots import TrajectoryPlot

_MM: Final = 72 / 25.4
_CHART_HEIGHT: Final = 172.0  # points, as on paper
_ROOM_TO_SIGN: Final = 46.0  # points
_LONGEST_FACT: Final = 60  # signs; longer ones stand in the metric sheet
_MOST_FACTS: Final = 4  # below the chart, as beside it on paper
_IN_TOP: Final = frozenset(
    {
        BlockKind.LETTERHEAD,
        BlockKind.META,
        BlockKind.HANDLING,
        BlockKind.ADDRESSEE,
        BlockKind.SUBJECT,
        BlockKind.SALUTATION,
    }
)


def write_letter(content: LetterContent, plot: TrajectoryPlot | None) -> bytes:
    """The letter as DOCX; equal letters give equal bytes.

    Args:
        content: What it says, in its own language.
        plot: The key metric's chart, or None for a letter without one.

    Raises:
        ValueError: The title is empty or `created` is no date.
    """
    import docx

    if not one_line(content.title):
        raise ValueError("a document has a title")
    tr = translator(content.language)
    document = docx.Document()
    styles = Styles(document, tr)
    paper.lay_out(document)
    paper.furnish(document, content, styles, tr)
    _Body(content, plot, Setter(document, styles, paper.TEXT_WIDTH * _MM), tr).set()
    stream = io.BytesIO()
    document.save(stream)
    properties = Properties(
        one_line(content.title),
        tr.tag,
        one_line(content.sender),
        date.fromisoformat(content.created),
        one_line(content.subject),
    )
    return settled(stream.getvalue(), properties)


class _Body:
    """Sets the blocks of one letter in their order."""

    def __init__(
        self, content: LetterContent, plot: TrajectoryPlot | None, setter: Setter, tr: Translator
    ) -> None:
        self._content, self._plot, self._setter, self._tr = content, plot, setter, tr

    def set(self) -> None:
        """Set the whole letter."""
        content, setter = self._content, self._setter
        paper.set_top(content, setter, self._tr)
        setter.heading(content.subject if one_line(content.subject) else content.title, 1)
        setter.paragraphs((content.salutation,))
        special: dict[BlockKind, Callable[[TextBlock], None]] = {
            BlockKind.MISSION: self._mission,
            BlockKind.GOAL: self._goal,
            BlockKind.ACCOUNTABLE: self._accountable,
            BlockKind.SHARED: self._shared,
            BlockKind.TIMELINE: self._timeline,
            BlockKind.PORTFOLIO: self._portfolio,
            BlockKind.COALITION: self._coalition,
            BlockKind.RESOURCES: self._resources,
            BlockKind.FOLLOW_UP: self._follow_up,
            BlockKind.SIGNATURE: self._signature,
            BlockKind.COPIES: lambda block: self._listed(block, content.copies, "List Bullet"),
            BlockKind.ANNEXES: lambda block: self._listed(block, content.annexes, "List Number"),
        }
        for block in content.blocks:
            if block.kind not in _IN_TOP:
                special.get(block.kind, self._text)(block)
        annexes.set_annexes(content, self._plot, setter, self._tr)

    def _text(self, block: TextBlock, more: str = "") -> None:
        """Heading, paragraphs and points; ``more`` ends the last paragraph."""
        paragraphs = list(block.paragraphs)
        if more:
            last = paragraphs.pop() if paragraphs else ""
            paragraphs.append(f"{last} {more}".strip())
        if paragraphs or block.bullets:
            self._setter.heading(block.heading)
        self._setter.paragraphs(paragraphs)
        self._setter.points(block.bullets)

    def _mission(self, block: TextBlock) -> None:
        if self._content.missions:
            # A letter about all missions has a table of them in the place of the one sentence.
            self._text(block)
            tables.missions(self._content.missions, self._setter, self._tr)
            return
        first, *rest = block.paragraphs or (self._content.mission_sentence,)
        self._setter.heading(block.heading)
        self._setter.paragraphs((first,), self._setter.styles.mission)
        self._setter.paragraphs(rest)
        self._setter.points(block.bullets)

    def _goal(self, block: TextBlock) -> None:
        setter, tr, goal, plot = self._setter, self._tr, self._content.goal, self._plot
        self._setter.heading(block.heading)
        setter.paragraphs(block.paragraphs)
        setter.points(block.bullets)
        if plot is not None:
            from missiondesk.charts.describe import alt_text
            from missiondesk.charts.picture import png_of
            from missiondesk.charts.trajectory import trajectory_figure

            size = (paper.TEXT_WIDTH * _MM, _CHART_HEIGHT)
            # The source stands in the caption.
            figure = trajectory_figure(replace(plot, source=""), size, tr)
            setter.picture(png_of(figure), size, tr.say("Chart"), alt_text(plot, tr))
        if goal is None:
            return
        setter.paragraphs((annexes.caption(goal, tr),), setter.styles["Caption"])
        rows = [row for row in goal.facts[1:] if len(row[1]) <= _LONGEST_FACT][:_MOST_FACTS]
        rating = f"{goal.rating_symbol} {goal.rating_word}".strip()
        if rating:
            rows.append((tr.say("Progress"), rating))
        setter.facts(rows, setter.styles.fact)

    def _accountable(self, block: TextBlock) -> None:
        self._text(block, annexes.elsewhere_in_words(self._content, self._tr))
        tables.commitments(self._content.commitments, self._setter, self._tr)

    def _shared(self, block: TextBlock) -> None:
        self._text(block)
        tables.sharing(self._content.shared, self._setter, self._tr)

    def _timeline(self, block: TextBlock) -> None:
        self._text(block)
        # Below the block's heading, but never a level after none.
        level = 3 if one_line(block.heading) else 2
        tables.timeline(self._content.timeline, self._setter, self._tr, level)

    def _portfolio(self, block: TextBlock) -> None:
        tr, content = self._tr, self._content
        number = annexes.number_of(tr.say("Initiatives"), content)
        if not content.initiatives or not number:
            self._text(block)
            return
        said = tr.plural(
            "Annex {number} shows the one initiative with its stage and next decision.",
            "Annex {number} shows the {count} initiatives with stage and next decision.",
            len(content.initiatives),
            number=number,
        )
        self._text(block, said)

    def _coalition(self, block: TextBlock) -> None:
        actors = [_within_a_sentence(one) for one in self._content.actors]
        named = self._tr.list(actors)
        self._text(block, self._tr.say("The actors are: {actors}.", actors=named) if actors else "")

    def _resources(self, block: TextBlock) -> None:
        number = annexes.number_of(self._tr.say("Budget frame"), self._content)
        if self._content.budget is None or not number:
            self._text(block)
            return
        self._text(
            block,
            self._tr.say("Annex {number} shows the frame by initiative and year.", number=number),
        )

    def _follow_up(self, block: TextBlock) -> None:
        number = annexes.number_of(self._tr.say("Governance"), self._content)
        if self._content.governance is None or not number:
            self._text(block)
            return
        said = self._tr.say("Annex {number} shows who governs the mission.", number=number)
        self._text(block, said)

    def _signature(self, block: TextBlock) -> None:
        content, setter = self._content, self._setter
        if block.paragraphs or block.bullets:
            setter.heading(block.heading)
        closing = setter.paragraphs(block.paragraphs)
        closing += setter.points(block.bullets)
        for line in (*closing, *setter.paragraphs((content.place_and_date,))):
            line.paragraph_format.keep_with_next = True
        names = [(one.name, one.title) for one in content.signatories]
        for at in range(0, len(names), 3):
            setter.signatures(names[at : at + 3], _ROOM_TO_SIGN, self._tr.say("Signatures"))

    def _listed(self, block: TextBlock, lines: tuple[str, ...], style: str) -> None:
        if not any(map(one_line, (*lines, *block.paragraphs, *block.bullets))):
            return
        self._setter.heading(block.heading)
        self._setter.paragraphs(block.paragraphs)
        self._setter.points(lines, style)
        self._setter.points(block.bullets)


def _within_a_sentence(words: str) -> str:
    """``words`` with a small first letter, unless they begin with an abbreviation."""
    return words[:1].lower() + words[1:] if words[1:2].islower() else words
