# SPDX-License-Identifier: Apache-2.0
"""What the press remembers from letter to letter is never seen in a letter."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import replace

import pypdfium2
import pytest
from reportlab.platypus import Flowable

from missiondesk.charts.plots import TrajectoryPlot
from missiondesk.documents.escaping import MissingGlyphs
from missiondesk.documents.fonts import register_fonts
from missiondesk.documents.letter import print_letter
from missiondesk.documents.letter.body import Body
from missiondesk.documents.letter.elastic import ElasticWriter
from missiondesk.documents.letter.geometry import FIRST_AREA, LATER_AREA
from missiondesk.documents.letter.spacing import SPACINGS
from missiondesk.documents.tagged.filling import PageFiller
from missiondesk.documents.tagged.paragraph import forget_layouts
from missiondesk.domain.letter_content import LetterContent
from missiondesk.language.translator import translator
from tests.documents.letters_of import a_draft, a_letter, a_trajectory, bare_letter, long_letter

Order = tuple[LetterContent, TrajectoryPlot | None]


def _orders() -> tuple[Order, ...]:
    """Letters that share texts, or differ in a few of them, in language and in their fonts."""
    danish = a_letter("da")
    other = replace(danish, subject="Ænder på Østersøen ✓", addressee=("Fru Test", "Ærø"))
    return (
        (danish, a_trajectory("da")),
        (a_letter("en"), a_trajectory("en")),
        (other, replace(a_trajectory("da"), title="Et andet fund")),
        (a_draft(), a_trajectory("da")),
        (bare_letter(), None),
        (long_letter(), a_trajectory("da")),
    )


@pytest.fixture(scope="module")
def first() -> list[bytes]:
    """Each letter as the first one that is printed after everything has been forgotten."""
    printed = []
    for order in _orders():
        forget_layouts()
        printed.append(print_letter(*order).data)
    return printed


def test_a_letter_is_the_same_after_others(first: list[bytes]) -> None:
    forward = [print_letter(*order).data for order in _orders()]
    back = [print_letter(*order).data for order in reversed(_orders())]
    assert forward == first
    assert back[::-1] == first


def test_letters_printed_at_once_are_the_same(first: list[bytes]) -> None:
    forget_layouts()
    printed: dict[tuple[int, int], bytes] = {}
    start = threading.Barrier(2)

    def print_all(worker: int, numbers: Sequence[int]) -> None:
        orders = _orders()
        start.wait()
        for number in numbers:
            printed[worker, number] = print_letter(*orders[number]).data

    numbers = range(len(first))
    workers = [
        threading.Thread(target=print_all, args=(0, list(numbers))),
        threading.Thread(target=print_all, args=(1, list(reversed(numbers)))),
    ]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    for worker in (0, 1):
        assert [printed[worker, number] for number in numbers] == first


def test_a_watermark_and_another_s_words_stay_where_they_are() -> None:
    for content, plot in _orders():
        data = print_letter(content, plot).data
        with pypdfium2.PdfDocument(data) as pdf:
            said = " ".join(page.get_textpage().get_text_range() for page in pdf)
        assert ("Østersøen" in said) == ("Østersøen" in content.subject)


class _Places(PageFiller):
    def __init__(self) -> None:
        super().__init__(LATER_AREA, FIRST_AREA)
        self.found: list[tuple[str, int, float, float]] = []

    def draw(self, flowable: Flowable, x: float, y: float, spare: float) -> None:
        kind = type(flowable).__name__
        self.found.append((kind, self.pages, round(y, 4), round(flowable.height, 4)))


def _set(body: Body, number: int) -> list[tuple[str, int, float, float]]:
    paper = _Places()
    paper.fill(body.story(SPACINGS[number]))
    return paper.found


@pytest.mark.parametrize("content", [a_letter("da"), long_letter(), bare_letter()])
def test_a_spacing_tried_after_others_is_as_if_tried_alone(content: LetterContent) -> None:
    register_fonts()

    def body() -> Body:
        writer = ElasticWriter(translator("da"), SPACINGS[0], MissingGlyphs())
        return Body(content, a_trajectory("da"), writer)

    alone = [_set(body(), number) for number in range(len(SPACINGS))]
    one = body()
    for number in (0, 5, 2, 1, 3, 4, 5, 0):
        assert _set(one, number) == alone[number]
