# SPDX-License-Identifier: Apache-2.0
"""Puts a roadmap on paper: title, narrative, chart, what has no dates, method and sources."""

from __future__ import annotations

from datetime import date, datetime
from functools import lru_cache

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, KeepTogether

from missiondesk.documents import style as look
from missiondesk.documents.escaping import Markup, MissingGlyphs, escape
from missiondesk.documents.fonts import Face
from missiondesk.documents.printed import PrintedDocument
from missiondesk.documents.roadmap.axis import TimeAxis
from missiondesk.documents.roadmap.chart import RoadmapChart
from missiondesk.documents.roadmap.chart_head import ChartHead
from missiondesk.documents.roadmap.colophon import in_columns
from missiondesk.documents.roadmap.furniture import Furniture
from missiondesk.documents.roadmap.grouping import Detail, grouped
from missiondesk.documents.roadmap.legend import Legend, legend_of
from missiondesk.documents.roadmap.milestones import MilestoneRow, in_blocks
from missiondesk.documents.roadmap.paper import LAYOUTS, Layout, Paper
from missiondesk.documents.roadmap.poster import EnlargingCanvas, fitting
from missiondesk.documents.roadmap.rows import BarRow, ChartRow, LaneRow
from missiondesk.documents.roadmap.workshop import Workshop
from missiondesk.documents.tagged.flow import flow
from missiondesk.documents.tagged.lists import bullet_list
from missiondesk.documents.tagged.metadata import DocumentInfo
from missiondesk.documents.tagged.paragraph import Heading, TaggedParagraph
from missiondesk.documents.tagged.table import TaggedTable
from missiondesk.domain.roadmap import Roadmap
from missiondesk.language import Translator, translator

_NOTE = look.paragraph_style("note", size=look.DETAIL_SIZE, leading=11.2, after=2.5)
_SHORT = 12  # rows of a table that no end of a page parts
_READABLE = 560.0  # points: a line of text is not set wider than this


def print_roadmap(roadmap: Roadmap, paper: Paper | str = Paper.A3) -> PrintedDocument:
    """The roadmap as a tagged PDF on ``paper``, landscape; the same content makes the same bytes.

    Args:
        roadmap: What it says, in its language. A public version is one built from public data:
            nothing is left out here.
        paper: "A3", "A4", or "A2" for a poster: one sheet, in less detail when it has to be.

    Raises:
        ValueError: The title is empty, the paper is unknown, or ``created`` is no ISO date.
    """
    if Paper(paper) is not Paper.A2:
        return _RoadmapPrint(roadmap, LAYOUTS[Paper(paper)]).printed()
    tr = translator(roadmap.language)
    forms = {detail: grouped(roadmap, detail, tr) for detail in Detail}
    detail, layout = fitting(lambda detail, layout: _RoadmapPrint(forms[detail], layout).story())
    return _RoadmapPrint(forms[detail], layout).printed()


class _RoadmapPrint:
    """One roadmap on its way to paper."""

    def __init__(self, roadmap: Roadmap, layout: Layout) -> None:
        self._roadmap = roadmap
        self._layout = layout
        self._tr: Translator = translator(roadmap.language)
        self._missing = MissingGlyphs()

    def printed(self) -> PrintedDocument:
        """The finished document."""
        roadmap = self._roadmap
        info = DocumentInfo(
            title=roadmap.title,
            language=self._tr.tag,
            issued=_issued(roadmap.created),
            author=roadmap.sender,
            subject=roadmap.subtitle,
        )
        width, height = self._layout.page_size
        times = self._layout.enlargement
        canvas = EnlargingCanvas(
            info, (width * times, height * times), watermark=roadmap.mark, missing=self._missing
        )
        canvas.enlargement = times
        furniture = Furniture(roadmap, self._layout, self._tr)
        data = flow(
            canvas,
            self.story(),
            furniture.draw_later,
            self._layout.area,
            furnish_first=furniture.draw_first,
        )
        return PrintedDocument(
            data, info.title, canvas.pages, self._missing.characters, self._missing.cut_texts
        )

    def story(self) -> list[Flowable]:
        """What is set, from the title to the sources."""
        roadmap, layout, tr = self._roadmap, self._layout, self._tr
        axis = TimeAxis(roadmap.start, roadmap.end, layout.time_left, layout.time_width)
        workshop = Workshop(layout, axis, roadmap.today, tr, self._missing)
        rows = self._rows(workshop)
        story: list[Flowable] = [
            Heading(
                self._text(roadmap.title, Face.BOLD),
                layout.title_style,
                level=1,
                bookmark=roadmap.title,
            )
        ]
        story += self._paragraphs(roadmap.subtitle, look.SUBTITLE)
        story += self._paragraphs(roadmap.grouping, look.BODY)
        story += self._paragraphs(roadmap.narrative, self._narrow(look.BODY))
        if rows:
            legend = legend_of(roadmap, workshop)
            story.append(legend)
            story.append(self._chart(rows, workshop, legend))
        else:
            story += self._paragraphs(tr.say("There are no missions to show."), look.BODY)
        return [
            *story,
            *self._undated(),
            *self._governance(),
            *self._coalition(),
            *self._full_texts(workshop),
            *self._method(),
        ]

    def _rows(self, workshop: Workshop) -> list[ChartRow]:
        rows: list[ChartRow] = []
        for lane in self._roadmap.lanes:
            rows.append(LaneRow(lane, workshop))
            rows += [
                BarRow(bar, bar.start, bar.end, workshop)
                for bar in lane.bars
                if bar.start is not None and bar.end is not None
            ]
            rows += [MilestoneRow(block, workshop) for block in in_blocks(lane.milestones)]
        return rows

    def _chart(self, rows: list[ChartRow], workshop: Workshop, legend: Legend) -> RoadmapChart:
        tr, roadmap = self._tr, self._roadmap
        summary = tr.say(
            "Missions with their initiatives and milestones from {start} to {end}",
            start=roadmap.start,
            end=roadmap.end,
        )
        head = ChartHead(roadmap.today, workshop, legend)
        return RoadmapChart(head, rows, self._layout.width, summary, tr.say("continued"))

    def _undated(self) -> list[Flowable]:
        tr = self._tr
        rows = [
            [
                self._text(lane.code or lane.title),
                self._text(f"{bar.code} {bar.title}"),
                self._text(bar.stage_word),
                self._text(bar.owner),
                self._text(bar.undated_note),
            ]
            for lane in self._roadmap.lanes
            for bar in lane.bars
            if bar.start is None or bar.end is None
        ]
        if not rows:
            return []
        words = (
            tr.say("Mission"), tr.say("Initiative"), tr.say("Stage"), tr.say("Responsible"),
            tr.say("Dates"),
        )  # fmt: skip
        title = tr.say("Initiatives without a full period")
        widths = [self._layout.width * share for share in (0.1, 0.36, 0.1, 0.2, 0.24)]
        head = [self._text(word, Face.SEMIBOLD) for word in words]
        return [self._heading(title), TaggedTable(head, rows, widths, title, row_headers=2)]

    def _governance(self) -> list[Flowable]:
        """Who answers for each mission, its board with chair and rhythm, and the way up."""
        tr, width, none = self._tr, self._layout.width, "–"
        lines = self._roadmap.governance
        if not lines:
            return []
        rows = [
            [
                self._text(f"{line.code} {line.title}".strip()),
                *(
                    self._text(cell or none)
                    for cell in (line.accountable, line.board, line.chair, line.meets, line.way)
                ),
            ]
            for line in lines
        ]
        title = tr.say("Who governs the missions")
        words = (
            tr.say("Mission"), tr.say("Answers for it"), tr.say("Governing body"),
            tr.say("Chair"), tr.say("Meets"), tr.say("Escalation way"),
        )  # fmt: skip
        head = [self._text(word, Face.SEMIBOLD) for word in words]
        widths = [width * share for share in (0.20, 0.15, 0.18, 0.14, 0.08, 0.25)]
        table = TaggedTable(head, rows, widths, title, row_headers=1)
        parts: list[Flowable] = [self._heading(title), table]
        parts += self._paragraphs(self._roadmap.escalation, _NOTE)
        return [KeepTogether(parts)] if len(rows) <= _SHORT else parts

    def _coalition(self) -> list[Flowable]:
        """Who stands by each mission, and with what."""
        tr, width = self._tr, self._layout.width
        rows = [
            [
                self._text(f"{line.code} {line.title}".strip()),
                self._text(line.actors),
                self._text(line.brings),
            ]
            for line in self._roadmap.coalition
        ]
        if not rows:
            return []
        title = tr.say("The coalition behind the missions")
        words = tr.say("Mission"), tr.say("Actors"), tr.say("What they bring")
        head = [self._text(word, Face.SEMIBOLD) for word in words]
        widths = [width * share for share in (0.22, 0.46, 0.32)]
        parts: list[Flowable] = [self._heading(title)]
        parts.append(TaggedTable(head, rows, widths, title, row_headers=1))
        if self._roadmap.public:
            said = tr.say("Only actors that have consented to it are named.")
            parts += self._paragraphs(said, _NOTE)
        return [KeepTogether(parts)] if len(rows) <= _SHORT else parts

    def _full_texts(self, workshop: Workshop) -> list[Flowable]:
        texts = [self._text(text) for text in workshop.cut_texts]
        if not texts:
            return []
        heading = self._heading(self._tr.say("Texts shortened above, in full"))
        return [heading, *bullet_list(texts, self._narrow(_NOTE))]

    def _method(self) -> list[Flowable]:
        """Method and sources beside each other, so that they take a few lines of a wide sheet."""
        roadmap, tr = self._roadmap, self._tr
        date_line = tr.say("Data as of {date}", date=roadmap.data_date) if roadmap.data_date else ""
        said = [*self._paragraphs(date_line, _NOTE), *self._paragraphs(roadmap.method_note, _NOTE)]
        said += self._paragraphs(roadmap.elsewhere, _NOTE)
        sources = [self._text(source) for source in roadmap.sources if source.strip()]
        if not said and not sources:
            return []
        columns = in_columns(said, sources, self._layout.width, _NOTE)
        return [KeepTogether([self._heading(tr.say("Method and sources")), *columns])]

    def _heading(self, text: str) -> Heading:
        return Heading(self._text(text, Face.SEMIBOLD), look.HEADING, level=2, bookmark=text)

    def _paragraphs(self, text: str, style: ParagraphStyle) -> list[Flowable]:
        parts = [part for part in text.split("\n\n") if part.strip()]
        return [TaggedParagraph(self._text(part), style) for part in parts]

    def _text(self, text: str, face: Face = Face.REGULAR) -> Markup:
        return escape(text, self._missing, face)

    def _narrow(self, style: ParagraphStyle) -> ParagraphStyle:
        """``style`` for running text, whose lines may not be as long as the paper is wide."""
        return _narrowed(style, max(self._layout.width - _READABLE, 0))


@lru_cache(maxsize=32)
def _narrowed(style: ParagraphStyle, right: float) -> ParagraphStyle:
    """``style`` ending ``right`` points earlier; the same object for the same arguments."""
    return style.clone(f"{style.name}, narrow", rightIndent=right)


def _issued(created: str) -> date:
    moment = datetime.fromisoformat(created)
    return moment if moment.tzinfo else moment.date()
