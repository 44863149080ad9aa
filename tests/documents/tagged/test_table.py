# SPDX-License-Identifier: Apache-2.0
"""Tagged tables and figures."""

from __future__ import annotations

from typing import Any

import pytest

from missiondesk.documents import style
from missiondesk.documents.tagged.figure import Figure
from missiondesk.documents.tagged.flow import TextArea
from missiondesk.documents.tagged.lists import bullet_list
from missiondesk.documents.tagged.paragraph import TaggedParagraph
from missiondesk.documents.tagged.table import TaggedTable
from tests.documents.inspection import failures, opened, page_text, squeezed, structure
from tests.documents.tagged.documents_of import printed, words

HEAD = ["Nr.", "Forpligtelse", "Frist"]
WIDTHS = [40.0, 280.0, 120.0]


def a_table(rows: list[list[str]], **arguments: Any) -> TaggedTable:
    made = [[words(cell) for cell in row] for row in rows]
    head = [words(cell) for cell in HEAD]
    return TaggedTable(head, made, WIDTHS, "Forpligtelser med frister", **arguments)


def numbered(count: int) -> list[list[str]]:
    return [[str(number), f"Forpligtelse {number}", "2027"] for number in range(count)]


def test_a_table_is_read_as_a_table() -> None:
    data = printed([a_table(numbered(2), row_headers=1)])
    tree = structure(data)
    row = "TR(TH TD TD)"
    assert tree.outline() == f"Document(H1 Table(THead(TR(TH TH TH)) TBody({row} {row})))"
    assert [node.text.strip() for node in tree.only("THead").all("TH")] == HEAD
    assert "/Column" in tree.only("THead").all("TH")[0].attributes
    assert "/Row" in tree.only("TBody").all("TH")[0].attributes
    assert "Forpligtelser med frister" in tree.only("Table").attributes
    assert [node.text.strip() for node in tree.only("TBody").all("TR")[1].children] == [
        "1", "Forpligtelse 1", "2027",
    ]  # fmt: skip
    assert failures(data) == []


def test_heads_are_repeated_to_the_eye_only() -> None:
    data = printed([a_table(numbered(100))])
    tree = structure(data)
    with opened(data) as pdf:
        pages = len(pdf.pages)
    assert pages > 2
    assert len(tree.all("THead")) == 1
    assert (
        page_text(data).count("Forpligtelse\r\n") + page_text(data).count("Forpligtelse ") >= pages
    )
    assert [row.children[0].text.strip() for row in tree.only("TBody").all("TR")] == [
        str(number) for number in range(100)
    ]
    assert failures(data) == []


def test_a_table_without_rows_draws_nothing() -> None:
    data = printed([a_table([])])
    assert structure(data).outline() == "Document(H1)"
    assert failures(data) == []


def test_empty_cells_keep_the_table_s_shape() -> None:
    data = printed([a_table([["", "", ""], ["1", "", "x"]])])
    assert [len(row.children) for row in structure(data).only("TBody").all("TR")] == [3, 3]
    assert failures(data) == []


def test_a_row_of_another_length_is_refused() -> None:
    with pytest.raises(ValueError, match="3 cells"):
        a_table([["1", "2"]])


def test_a_cell_taller_than_a_page_goes_on_on_the_next() -> None:
    tall = "Meget lang tekst. " * 900
    data = printed([a_table([["1", "kort", "a"], ["2", tall, "b"], ["3", "kort", "c"]])])
    with opened(data) as pdf:
        assert len(pdf.pages) >= 3
    rows = structure(data).only("TBody").all("TR")
    assert {len(row.children) for row in rows} == {3}
    middle = "".join(row.children[1].text for row in rows[1:-1])
    assert squeezed(middle) == squeezed(tall)
    assert failures(data) == []


def test_cells_may_hold_paragraphs_and_lists() -> None:
    cell = [
        TaggedParagraph(words("Indledning"), style.BODY),
        *bullet_list([words("et"), words("to")], style.BODY),
    ]
    table = TaggedTable([words("A"), words("B")], [[words("x"), cell]], [100, 300], "Sammensat")
    data = printed([table])
    item = "LI(Lbl LBody)"
    assert f"TR(TD TD(P L({item} {item})))" in structure(data).outline()
    assert failures(data) == []


def test_the_last_row_may_sum_up() -> None:
    data = printed([a_table([*numbered(80), ["", "I alt", "80"]], total=True)])
    assert structure(data).all("TR")[-1].text.split() == ["I", "alt", "80"]
    assert failures(data) == []


def test_a_narrow_column_breaks_long_words() -> None:
    word = "Arbejdsmarkedsuddannelsesplanlægning" * 4
    data = printed([a_table([[word, word, word]])])
    cells = structure(data).only("TBody").all("TD")
    assert [squeezed(cell.text) for cell in cells] == [word] * 3
    assert failures(data) == []


def test_a_figure_has_its_words() -> None:
    figure = Figure(
        200, 80, lambda canvas, width, height: canvas.rect(0, 0, width, height), "Kurve"
    )
    data = printed([figure])
    node = structure(data).only("Figure")
    assert node.alt == "Kurve"
    assert "/BBox" in node.attributes
    assert failures(data) == []


@pytest.mark.parametrize("alt", ["", "  ", "\u200b\n"])
def test_a_figure_without_words_is_refused(alt: str) -> None:
    with pytest.raises(ValueError, match="alternative text"):
        Figure(10, 10, lambda *_: None, alt)


def test_a_table_in_a_small_frame_still_ends() -> None:
    area = TextArea(70, 60, 455, 90)
    data = printed([a_table([[str(n), "Tekst " * 40, "x"] for n in range(6)])], area)
    numbers = [row.children[0].text.strip() for row in structure(data).only("TBody").all("TR")]
    assert [number for number in numbers if number] == [str(n) for n in range(6)]
    assert failures(data) == []
