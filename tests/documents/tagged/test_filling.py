# SPDX-License-Identifier: Apache-2.0
"""Pages end where ReportLab's document template ends them, and text is cut where it cuts it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    CondPageBreak,
    Flowable,
    Frame,
    KeepTogether,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Paragraph,
)
from reportlab.platypus.doctemplate import LayoutError

from missiondesk.documents import style as look
from missiondesk.documents.escaping import MissingGlyphs, escape
from missiondesk.documents.fonts import register_fonts
from missiondesk.documents.tagged.filling import PageFiller, TextArea
from missiondesk.documents.tagged.paragraph import TaggedParagraph

LATER, FIRST = TextArea(40, 30, 200, 300), TextArea(40, 30, 200, 240)
Place = tuple[int, float, float]


class _Block(Flowable):
    """A block that cannot be cut."""

    def __init__(self, height: float, before: float, after: float, keep: bool) -> None:
        super().__init__()
        self.width, self.height = 100.0, height
        self.spaceBefore, self.spaceAfter, self.keepWithNext = before, after, int(keep)


class _Filler(PageFiller):
    def __init__(self) -> None:
        super().__init__(LATER, FIRST)
        self.places: list[Place] = []

    def draw(self, flowable: Flowable, x: float, y: float, spare: float) -> None:
        if not isinstance(flowable, CondPageBreak):
            self.places.append((self.pages, round(y, 6), round(flowable.height, 6)))


class _Noting(Frame):
    places: list[Place]

    def add(self, flowable: Flowable, canv: Canvas, trySplit: int = 0) -> int:
        def note(_: Canvas, x: float, y: float, _sW: float = 0) -> None:
            if not isinstance(flowable, CondPageBreak):
                place = (canv.getPageNumber(), round(y, 6), round(flowable.height, 6))
                self.places.append(place)

        flowable.drawOn = note
        taken: int = super().add(flowable, canv, trySplit)
        del flowable.drawOn
        return taken

    def __deepcopy__(self, memo: object) -> _Noting:
        same = object.__new__(type(self))
        same.__dict__.update(self.__dict__)
        return same


def _theirs(story: list[Flowable]) -> list[Place]:
    """Where ReportLab's own template sets the story."""
    places: list[Place] = []
    pages = []
    for name, area in (("first", FIRST), ("later", LATER)):
        frame = _Noting(*area, 0, 0, 0, 0)
        frame.places = places
        pages.append(PageTemplate(name, [frame]))
    template = BaseDocTemplate("unwritten.pdf", pagesize=(300, 400))
    template.addPageTemplates(pages)
    template._doSave = 0
    template.build([NextPageTemplate("later"), *story])
    return places


def _ours(story: Sequence[Flowable]) -> list[Place]:
    filler = _Filler()
    filler.fill(story)
    return filler.places


def _text(words: int, keep: bool = False, own: bool = True) -> Flowable:
    style = look.paragraph_style("text", after=5, before=2, keep_with_next=keep)
    said = escape("ord " * words, MissingGlyphs())
    return TaggedParagraph(said, style) if own else Paragraph(said, style)


def _made(recipe: Sequence[tuple[str, int, bool]], *, own: bool) -> list[Flowable]:
    story: list[Flowable] = []
    for kind, size, flag in recipe:
        if kind == "text":
            story.append(_text(size, flag, own))
        elif kind == "block":
            story.append(_Block(size, size % 7, size % 5, flag))
        elif kind == "room":
            story.append(CondPageBreak(size))
        elif kind == "page":
            story.append(PageBreak())
        else:
            story.append(KeepTogether([_Block(20, 3, 4, False), _text(size, False, own)]))
    return story


@pytest.fixture(scope="module", autouse=True)
def _fonts() -> None:
    register_fonts()


_RECIPES = st.lists(
    st.tuples(
        st.sampled_from(("text", "text", "block", "room", "page", "together")),
        st.integers(1, 180),
        st.booleans(),
    ),
    max_size=14,
)


@settings(max_examples=60, deadline=None)
@given(_RECIPES)
def test_pages_end_where_those_of_reportlab_end(recipe: list[tuple[str, int, bool]]) -> None:
    assert _ours(_made(recipe, own=True)) == _theirs(_made(recipe, own=False))


@settings(max_examples=30, deadline=None)
@given(_RECIPES)
def test_a_story_can_be_laid_out_again_and_again(recipe: list[tuple[str, int, bool]]) -> None:
    story = _made(recipe, own=True)
    assert _ours(story) == _ours(story)


@pytest.mark.parametrize("make", [_ours, _theirs])
def test_what_is_taller_than_a_page_is_a_fault(make: Callable[[list[Flowable]], object]) -> None:
    with pytest.raises(LayoutError):
        make([_Block(400, 0, 0, False)])


def test_a_paragraph_that_is_cut_keeps_the_space_above_it() -> None:
    """ReportLab forgets it: what begins a block would stand at once below the block before."""
    text = _text(300)
    text.spaceBefore = 23.0
    (_, block, _), (_, cut, height), *_ = _ours([_Block(100, 0, 5, False), text])
    assert block - (cut + height) == pytest.approx(23)
