# SPDX-License-Identifier: Apache-2.0
"""Prints a mission's one page: the widest of several settings that keeps to one page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable

from missiondesk.charts.plots import TrajectoryPlot
from missiondesk.documents.letter.columns import Columns
from missiondesk.documents.letter.geometry import TEXT_WIDTH
from missiondesk.documents.letter.labelled import LabelledLine
from missiondesk.documents.letter.spacing import SMALL
from missiondesk.documents.printed import PrintedDocument
from missiondesk.documents.report import looks
from missiondesk.documents.report.chart import chart_with_facts
from missiondesk.documents.report.page import AREA
from missiondesk.documents.report.parts import two_scales
from missiondesk.documents.report.printing import print_report
from missiondesk.documents.report.shortening import Shortener
from missiondesk.documents.report.writer import ReportWriter
from missiondesk.documents.tagged.cell import CellContent
from missiondesk.documents.tagged.lists import bullet_list
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.one_pager_content import OnePagerContent
from missiondesk.domain.report_content import ReportHead, Standing, StatusMark

_GUTTER = 20.0
_HALF = (TEXT_WIDTH - _GUTTER) / 2
_MONEY = 150.0
_WIDE = TEXT_WIDTH - _GUTTER - _MONEY
_MOST_MONEY = 9  # lines
_LABEL = 62.0
_YEAR = 52.0
_AMOUNT = _MONEY - _YEAR
_FIGURE = ParagraphStyle("one-page-figure", parent=SMALL, alignment=TA_RIGHT)
_TITLE_LINES, _SUBTITLE_LINES = 2, 1
_INDENT = 12.0  # of a list's text


@dataclass(frozen=True, slots=True)
class _Setting:
    """Lines and heights that give way when there is much to say.

    Attributes:
        chart: Height in points.
        lines: Of each of the four lists.
        longest: Lines of one item of them.
    """

    narrative: int
    judged: int
    chart: float
    lines: int
    longest: int = 2
    sentence: int = 3
    caption: int = 3


# What the last allows fits on a page whatever it is filled with.
_SETTINGS: Final = (
    _Setting(narrative=9, judged=9, chart=176, lines=11, longest=5),
    _Setting(narrative=8, judged=8, chart=164, lines=9, longest=4),
    _Setting(narrative=7, judged=7, chart=152, lines=8, longest=3),
    _Setting(narrative=6, judged=6, chart=144, lines=7),
    _Setting(narrative=5, judged=5, chart=136, lines=7, caption=2),
    _Setting(narrative=5, judged=4, chart=128, lines=6, caption=2),
    _Setting(narrative=4, judged=3, chart=116, lines=5, caption=2),
    _Setting(narrative=3, judged=2, chart=100, lines=4, sentence=2, caption=1),
)


def print_one_pager(content: OnePagerContent, plot: TrajectoryPlot | None) -> PrintedDocument:
    """Set the page.

    Args:
        content: What it says, in its language.
        plot: The key metric's chart, or None when there is nothing to draw.

    Raises:
        ValueError: The title is empty or ``created`` is no date.
    """

    def story(writer: ReportWriter) -> list[Flowable]:
        room = AREA.height - _height([*writer.title(head.title, head.subtitle)])
        for setting in _SETTINGS:
            writer.twins.clear()
            parts = _Page(content, plot, writer, setting, cut=cut).parts()
            if _height(parts) <= room:
                break
        return parts

    head = content.head
    if head.title.strip():
        head = _short_head(content)
    cut = head != content.head
    return print_report(head, (), story)


def _short_head(content: OnePagerContent) -> ReportHead:
    from missiondesk.documents.escaping import MissingGlyphs
    from missiondesk.language.translator import translator

    head = content.head
    short = Shortener(ReportWriter(translator(head.language), MissingGlyphs()))
    return replace(
        head,
        title=short.text(head.title, looks.TITLE, TEXT_WIDTH, _TITLE_LINES),
        subtitle=short.text(head.subtitle, looks.SUBTITLE, TEXT_WIDTH, _SUBTITLE_LINES),
    )


def _height(parts: Sequence[Flowable]) -> float:
    return float(CellContent(parts, TEXT_WIDTH).height)


class _Page:
    """The page in one setting."""

    def __init__(
        self,
        content: OnePagerContent,
        plot: TrajectoryPlot | None,
        writer: ReportWriter,
        setting: _Setting,
        *,
        cut: bool,
    ) -> None:
        self._content = content
        self._plot = plot
        self._writer = writer
        self._setting = setting
        self._short = Shortener(writer)
        self._short.cut = cut

    def parts(self) -> list[Flowable]:
        content, writer, setting, short = self._content, self._writer, self._setting, self._short
        sentence = short.text(content.sentence, looks.FINDING, TEXT_WIDTH, setting.sentence)
        narrative = short.text(content.narrative, looks.BODY, TEXT_WIDTH, setting.narrative)
        parts = [*writer.finding(sentence), *writer.texts([narrative]), *self._metric()]
        parts += two_scales(self._standing(content.standing), writer)
        parts += [self._ahead_and_who(), self._initiatives_and_money()]
        update = short.text(content.next_update, looks.SCALE_NOTE, TEXT_WIDTH, 2)
        parts += [writer.paragraph(update, looks.SCALE_NOTE)] if update else []
        return [*parts, *self._notes()]

    def _metric(self) -> list[Flowable]:
        """The key metric: finding, chart with figures, source and method."""
        content, writer, setting = self._content, self._writer, self._setting
        finding = self._short.text(content.finding, looks.BODY, TEXT_WIDTH, 2)
        caption = self._short.text(
            content.chart.caption, looks.CAPTION, TEXT_WIDTH, setting.caption
        )
        words = replace(content.chart, caption=caption)
        return [
            *writer.heading(writer.tr.say("The key metric"), looks.SECTION, level=2),
            *writer.texts([finding]),
            *chart_with_facts(
                self._plot, words, setting.chart, writer, content.head.title, most=setting.chart
            ),
        ]

    def _standing(self, standing: Standing) -> Standing:
        """The two scales with as many words as there is room for."""
        lines = self._setting.judged
        style, short = looks.SCALE_NOTE, self._short
        width = _HALF if standing.confidence is not None else TEXT_WIDTH
        beside = max(1, lines - 2)
        return replace(
            standing,
            rating=self._mark(standing.rating, width),
            confidence=self._mark(standing.confidence, width) if standing.confidence else None,
            sentence=short.text(standing.sentence, style, width, lines),
            judged=short.text(standing.judged, style, width, 1),
            narrative=short.text(standing.narrative, style, width, beside),
            next_step=short.text(standing.next_step, style, width - _LABEL, 1),
            divergence=short.text(standing.divergence, looks.BODY, TEXT_WIDTH, 1),
        )

    def _mark(self, mark: StatusMark, width: float) -> StatusMark:
        """A status that is one line."""
        shown = self._short.text(mark.text, looks.STATUS["ink"], width, 1)
        return mark if shown == mark.text else StatusMark("", shown, mark.tone)

    def _ahead_and_who(self) -> Flowable:
        content, tr = self._content, self._writer.tr
        ahead = self._list(tr.say("Next milestones"), content.milestones, content.no_milestones,
                           _HALF)  # fmt: skip
        who = self._label(tr.say("Who"))
        most = 3 if self._setting.lines > 7 else 2 if self._setting.lines > 5 else 1
        for label, value in content.who:
            shown = self._short.text(value, SMALL, _HALF - _LABEL, most)
            label = self._short.text(label, SMALL, _LABEL, 1)
            who.append(
                LabelledLine(label, shown, (_LABEL, _HALF - _LABEL), self._writer, after=1.6)
            )
        return Columns([(_HALF, ahead), (_HALF, who)], _GUTTER, before=7, after=3)

    def _initiatives_and_money(self) -> Flowable:
        content, tr = self._content, self._writer.tr
        names = [
            tr.say("{stage}: {names}", stage=line.stage, names="; ".join(line.names))
            for line in content.initiatives
        ]
        left = self._list(tr.say("Initiatives by stage"), names, content.no_initiatives, _WIDE)
        money = self._label(tr.say("Money by year"))
        if not content.money:
            money.append(self._writer.paragraph(content.no_money, looks.SCALE_NOTE))
        for year, amount in content.money[:_MOST_MONEY]:
            shown = self._short.text(amount, SMALL, _AMOUNT, 1)
            year = self._short.text(year, SMALL, _YEAR, 1)
            money.append(
                LabelledLine(
                    year, shown, (_YEAR, _AMOUNT), self._writer, after=1, value_style=_FIGURE
                )
            )
        return Columns([(_WIDE, left), (_MONEY, money)], _GUTTER, before=7, after=3)

    def _list(self, label: str, items: Sequence[str], none: str, width: float) -> list[Flowable]:
        writer, setting = self._writer, self._setting
        parts = self._label(label)
        if not items:
            none = self._short.text(none, looks.SCALE_NOTE, width, 2)
            return [*parts, writer.paragraph(none, looks.SCALE_NOTE)]
        shown = self._short.items(
            items, looks.POINT, width - _INDENT, setting.lines, setting.longest
        )
        return [
            *parts,
            *bullet_list([writer.markup(one, looks.POINT) for one in shown], looks.POINT),
        ]

    def _label(self, text: str) -> list[Flowable]:
        return [*self._writer.heading(text, looks.SECTION, level=2)]

    def _notes(self) -> list[Flowable]:
        """Where the whole text is, when something has been shortened."""
        if not self._short.cut:
            return []
        pointer = self._short.text(f"… {self._content.pointer}", looks.NOTE, TEXT_WIDTH, 1)
        return [self._writer.paragraph(pointer, looks.NOTE)]
