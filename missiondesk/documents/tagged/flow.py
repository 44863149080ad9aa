# SPDX-License-Identifier: Apache-2.0
"""Pours flowables into the pages of a tagged canvas; the first page may differ from the rest."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reportlab.platypus import Flowable

from missiondesk.documents.tagged.canvas import TaggedCanvas
from missiondesk.documents.tagged.filling import PageFiller
from missiondesk.documents.tagged.filling import TextArea as TextArea
from missiondesk.system.collector import collector_held

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
    # Every element of the structure is kept to the end: the collector would look at all of them
    # again and again, a third of the time that a long table takes.
    with collector_held():
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
    _Press(canvas, area, furnish, first_area or area, furnish_first or furnish).fill(story)


class _Press(PageFiller):
    """Draws on a canvas what it fills its pages with."""

    def __init__(
        self,
        canvas: TaggedCanvas,
        area: TextArea,
        furnish: Furnish,
        first_area: TextArea,
        furnish_first: Furnish,
    ) -> None:
        super().__init__(area, first_area)
        self._canvas = canvas
        self._furnish, self._furnish_first = furnish, furnish_first

    def begin_page(self) -> None:
        """Draw what stands on the page besides the text."""
        canvas = self._canvas
        canvas.saveState()
        with canvas.drawing_artifact():
            (self._furnish_first if self.pages == 1 else self._furnish)(canvas)
        canvas.restoreState()

    def end_page(self) -> None:
        """Close the canvas's page."""
        self._canvas.showPage()

    def draw(self, flowable: Flowable, x: float, y: float, spare: float) -> None:
        """Draw ``flowable``, which stays to the left unless it asks for another place."""
        flowable.drawOn(self._canvas, x, y, _sW=spare)
