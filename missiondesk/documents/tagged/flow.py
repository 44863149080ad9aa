# SPDX-License-Identifier: Apache-2.0
"""Pours flowables into the pages of a tagged canvas; the first page may differ from the rest."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from reportlab.platypus import BaseDocTemplate, Flowable, Frame, NextPageTemplate, PageTemplate

from missiondesk.documents.escaping import one_line
from missiondesk.documents.tagged.canvas import TaggedCanvas


class TextArea(NamedTuple):
    """Where text goes on a page, in points from its lower left corner."""

    left: float
    bottom: float
    width: float
    height: float


_NO_PADDING = (0, 0, 0, 0)

Furnish = Callable[[TaggedCanvas], None]


def flow(
    canvas: TaggedCanvas,
    story: Sequence[Flowable],
    furnish: Furnish,
    area: TextArea,
    *,
    first_area: TextArea | None = None,
    furnish_first: Furnish | None = None,
) -> bytes:
    """Set ``story`` on pages of ``canvas`` as `pour` does and finish the document.

    Returns:
        The PDF.
    """
    pour(canvas, story, furnish, area, first_area=first_area, furnish_first=furnish_first)
    return canvas.finished()


def pour(
    canvas: TaggedCanvas,
    story: Sequence[Flowable],
    furnish: Furnish,
    area: TextArea,
    *,
    first_area: TextArea | None = None,
    furnish_first: Furnish | None = None,
) -> None:
    """Set ``story`` on as many pages of ``canvas`` as it takes; more may follow on later pages.

    Args:
        canvas: A canvas on whose present page nothing has been drawn.
        story: What to set; it is used up.
        furnish: Draws what stands on every page besides the text, before the text.
        area: Where text goes.
        first_area: Where text goes on the first page, if elsewhere.
        furnish_first: What stands on the first page, if something else.

    Raises:
        reportlab.platypus.doctemplate.LayoutError: A flowable that cannot be split is taller than
            a page.
    """
    pages = [
        _page("first", canvas, first_area or area, furnish_first or furnish),
        _page("later", canvas, area, furnish),
    ]
    _build(canvas, pages, story)


def set_blind(
    canvas: TaggedCanvas, story: Sequence[Flowable], area: TextArea, first_area: TextArea
) -> None:
    """Lay ``story`` out as `pour` does, page after page, without drawing anything.

    Args:
        canvas: What flowables ask about the document; nothing is drawn on it.
        story: What to lay out; it is used up. A `LastOfStory` is told when it is reached.
        area: Where text goes.
        first_area: Where text goes on the first page.
    """
    pages = [
        PageTemplate(name, [_BlindFrame(*one, *_NO_PADDING)], pagesize=canvas._pagesize)
        for name, one in (("first", first_area), ("later", area))
    ]
    _build(canvas, pages, story)


class LastOfStory(Flowable):
    """Ends a story that is laid out blind; ``pages`` is then the number of its pages."""

    pages = 0

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Takes no room."""
        return 0, 0

    def draw(self) -> None:
        """Notes the page it is on."""
        self.pages = self.canv.getPageNumber()


class _Frame(Frame):
    """A frame that is copied quickly, as ReportLab does for all that it keeps together."""

    def __deepcopy__(self, memo: dict[int, object]) -> _Frame:
        same = object.__new__(type(self))
        same.__dict__.update(self.__dict__)  # numbers and names, which nobody changes in place
        return same


class _BlindFrame(_Frame):
    """A frame that takes flowables in without drawing them."""

    def add(self, flowable: Flowable, canvas: TaggedCanvas, trySplit: int = 0) -> int:  # noqa: N803
        if isinstance(flowable, LastOfStory):
            flowable.pages = canvas.getPageNumber()
        flowable.drawOn = _undrawn
        taken: int = super().add(flowable, canvas, trySplit)
        del flowable.drawOn
        return taken


def _undrawn(*_: object, **__: object) -> None:
    pass


def _build(canvas: TaggedCanvas, pages: list[PageTemplate], story: Sequence[Flowable]) -> None:
    template = BaseDocTemplate(
        "",
        pagesize=canvas._pagesize,
        title=one_line(canvas.info.title),
        author=one_line(canvas.info.author),
        lang=canvas.info.language,
    )
    template.addPageTemplates(pages)
    template._doSave = 0  # whoever made the canvas finishes it
    template.build([NextPageTemplate("later"), *story], canvasmaker=lambda *_, **__: canvas)


def _page(name: str, canvas: TaggedCanvas, area: TextArea, furnish: Furnish) -> PageTemplate:
    frame = _Frame(*area, *_NO_PADDING, id=f"{name} frame")

    def draw(*_: object) -> None:
        canvas.saveState()
        with canvas.drawing_artifact():
            furnish(canvas)
        canvas.restoreState()

    return PageTemplate(name, [frame], onPage=draw, pagesize=canvas._pagesize)
