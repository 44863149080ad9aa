# SPDX-License-Identifier: Apache-2.0
"""The documents of the talks as they are read: heat, columns under each other, whose copy it is."""

from __future__ import annotations

import re

import pypdfium2
import pytest

from missiondesk.charts.majority_bars import beside
from missiondesk.charts.placement import Box
from missiondesk.documents import style as look
from missiondesk.documents.tagged.table import warmth
from missiondesk.domain.clause import DraftCopy
from missiondesk.domain.negotiation import TalksRound
from missiondesk.services.desk import Desk
from tests.documents.inspection import failures, page_texts
from tests.documents.test_style import contrast
from tests.sample import a_sample


@pytest.fixture
def sample() -> Desk:
    return a_sample()


def printed(desk: Desk, kind: str, subject: str = "") -> bytes:
    made = desk.printing.prepare(kind, "da", subject=subject).make()
    assert failures(made.data) == []
    assert (made.missing_glyphs, made.cut_texts) == ((), ())
    return made.data


def lefts(data: bytes, word: str) -> list[float]:
    """Where on the first page the word begins, in points from the left."""
    page = pypdfium2.PdfDocument(data)[0].get_textpage()
    search, found = page.search(word), []
    while (hit := search.get_next()) is not None:
        found.append(page.get_charbox(hit[0])[0])
    return found


def ground_of(data: bytes, word: str) -> tuple[int, int, int]:
    """The colour of the first page right before the word, where the ground of its cell is."""
    with pypdfium2.PdfDocument(data) as pdf:
        page = pdf[0]
        place = page.get_textpage()
        hit = place.search(word).get_next()
        assert hit is not None, word
        left, bottom, _right, top = place.get_charbox(hit[0])
        picture = page.render(scale=2).to_pil().convert("RGB")
        x, y = left - 2.5, page.get_height() - (bottom + top) / 2
        found = picture.getpixel((round(2 * x), round(2 * y)))
    assert isinstance(found, tuple)
    return found


def test_every_page_of_a_numbered_copy_says_whose_it_is(sample: Desk) -> None:
    copy = sample.situation.all(DraftCopy)[1]
    pages = page_texts(printed(sample, "draft-copies", copy.id))
    assert len(pages) > 1
    assert all(f"Eksemplar nr. {copy.number}" in " ".join(one.split()) for one in pages)


def test_the_same_columns_stand_under_each_other_in_all_tables(sample: Desk) -> None:
    places = lefts(printed(sample, "financing"), "2028")
    assert len(places) == 3
    assert max(places) - min(places) < 0.1


def test_the_matrix_is_warm_where_parties_go_along_and_says_the_same_in_letters(
    sample: Desk,
) -> None:
    about = sample.situation.all(TalksRound)[0]
    data = printed(sample, "positions", about.id)
    assert "Bunden er grøn" in " ".join(page_texts(data)[0].split())
    red, green, _blue = ground_of(data, "F5")
    assert green > red + 15
    pale, still_green, _blue = ground_of(data, "B3")
    assert still_green > pale > red, "on conditions it is paler"
    red, green, _blue = ground_of(data, "I5!")
    assert red > green + 15


@pytest.mark.parametrize("heat", [-1.0, -0.2, 0.1, 1.0])
def test_ink_is_read_on_every_ground(heat: float) -> None:
    assert contrast(look.INK, warmth(heat)) > 7
    assert warmth(heat) != warmth(-heat)


def test_a_date_is_never_parted_from_its_month(sample: Desk) -> None:
    about = sample.situation.all(TalksRound)[0]
    text = "\n".join(page_texts(printed(sample, "positions", about.id)))
    assert "30. oktober 2026" in text.replace("\u00a0", " ")
    assert not re.search(r"\d\.\n\s*(oktober|september)", text)


def test_a_party_s_letter_stands_beside_the_line_to_the_majority() -> None:
    piece = Box(10, 0, 50, 10)
    assert beside(piece, 60) == piece
    assert beside(piece, 20).x0 > 20 and beside(piece, 20).x1 == 50
    assert beside(piece, 45).x1 < 45 and beside(piece, 45).x0 == 10
