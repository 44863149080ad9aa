# SPDX-License-Identifier: Apache-2.0
"""The tagged canvas: marked content, artifacts, links, page numbers, bookmarks, watermark."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from missiondesk.documents import style
from missiondesk.documents.fonts import Face
from missiondesk.documents.tagged.canvas import TaggedCanvas
from missiondesk.documents.tagged.flow import flow
from missiondesk.documents.tagged.structure import StructureElement, StructureFault
from tests.documents.inspection import (
    failures,
    font_names,
    has_images,
    opened,
    page_text,
    structure,
)
from tests.documents.tagged.documents_of import AREA, a_canvas, a_heading, printed, words

PROJECT = Path(__file__).resolve().parents[3]


def test_what_is_not_tagged_is_an_artifact() -> None:
    canvas = a_canvas()
    canvas.rect(10, 10, 50, 50, fill=1)
    canvas.write(100, 100, "uden for teksten")
    with canvas.drawing(StructureElement("H1", canvas.parent)):
        canvas.write(100, 700, "inden for")
    canvas.line(10, 600, 500, 600)
    data = canvas.finished()
    assert failures(data) == []
    assert structure(data).text == "inden for"
    assert "uden for teksten" in page_text(data)


def test_elements_nest_and_keep_their_order() -> None:
    canvas = a_canvas()
    with canvas.drawing(StructureElement("H1", canvas.parent)):
        canvas.write(100, 750, "Titel")
    with canvas.drawing(StructureElement("P", canvas.parent)) as paragraph:
        canvas.write(100, 700, "før")
        with canvas.drawing(StructureElement("Span", paragraph, language="en-GB")):
            canvas.write(150, 700, "within")
        canvas.write(200, 700, "efter")
    data = canvas.finished()
    tree = structure(data)
    assert tree.outline() == "Document(H1 P(Span))"
    assert tree.only("P").text == "førwithinefter"
    assert tree.only("Span").language == "en-GB"
    assert failures(data) == []


def test_an_element_without_content_is_left_out() -> None:
    canvas = a_canvas()
    with canvas.drawing(StructureElement("H1", canvas.parent)):
        canvas.write(100, 750, "Titel")
    with canvas.drawing(StructureElement("P", canvas.parent)):
        pass
    assert structure(canvas.finished()).outline() == "Document(H1)"


def test_an_element_may_go_on_on_the_next_page() -> None:
    canvas = a_canvas()
    heading = StructureElement("H1", canvas.parent)
    for part in ("første", "anden"):
        with canvas.drawing(heading):
            canvas.write(100, 700, part)
        canvas.showPage()
    data = canvas.finished()
    assert structure(data).text == "førsteanden"
    assert failures(data) == []


def test_pages_are_counted_when_they_are_all_there() -> None:
    canvas = a_canvas()

    def furnish(on: TaggedCanvas) -> None:
        number = on.getPageNumber()
        on.draw_when_counted(
            lambda form, pages: form.write(500, 30, f"{number}/{pages}", align="right") and None
        )

    story = [a_heading(f"Afsnit {count}") for count in range(80)]
    data = flow(canvas, story, furnish, AREA)
    text = page_text(data)
    assert canvas.pages == 3
    assert [f"{page}/3" in text for page in (1, 2, 3)] == [True] * 3
    assert structure(data).outline().count("H1") == 80
    assert failures(data) == []


def test_bookmarks_lead_to_headings_and_skip_no_level() -> None:
    story = [
        a_heading("Del", 2, "Del <1> & æøå"),
        a_heading("Under", 3, "Under"),
        a_heading("Igen", 2, "Igen"),
    ]
    data = printed(story)
    with opened(data) as pdf, pdf.open_outline() as outline:
        titles = [(item.title, [child.title for child in item.children]) for item in outline.root]
    assert titles == [("Del <1> & æøå", ["Under"]), ("Igen", [])]
    assert failures(data) == []


def test_the_watermark_lies_under_the_text_and_is_not_read() -> None:
    data = printed([], watermark="UDKAST")
    assert failures(data) == []
    assert structure(data).text == "Overskrift "
    assert "UDKAST" in page_text(data)
    with opened(data) as pdf:
        operators = pdf.pages[0].Contents.read_bytes()
    assert operators.index(b"/Artifact") < operators.index(b"/H1")


def test_only_our_fonts_are_in_the_file_and_no_pixels() -> None:
    data = printed([a_heading("☃ ▲ αβγ", 2)])
    assert font_names(data) <= {face.value for face in Face}
    assert not has_images(data)


def test_a_figure_without_words_is_refused() -> None:
    canvas = a_canvas()
    with canvas.drawing(StructureElement("Figure", canvas.parent)):
        canvas.rect(0, 0, 10, 10)
    with pytest.raises(StructureFault, match="alternative text"):
        canvas.finished()


def test_a_heading_may_not_skip_a_level() -> None:
    with pytest.raises(StructureFault, match="H3 follows"):
        printed([a_heading("For dybt", 3)])


@pytest.mark.parametrize("address", ["javascript:alert(1)", "http://x.dk", "file:///x", "x"])
def test_the_canvas_itself_links_nowhere_else(address: str) -> None:
    with pytest.raises(ValueError, match="https and mailto"):
        a_canvas().linkURL(address, (0, 0, 10, 10))


def test_asking_again_returns_the_same_bytes() -> None:
    canvas = a_canvas()
    canvas.write(10, 10, "a")
    assert canvas.finished() == canvas.finished()


def test_the_same_content_makes_the_same_bytes_in_any_process() -> None:
    program = (
        "import sys, hashlib\n"
        "from tests.documents.roadmaps import a_roadmap\n"
        "from missiondesk.documents.roadmap import print_roadmap\n"
        "print(hashlib.sha256(print_roadmap(a_roadmap(), 'A3').data).hexdigest())\n"
    )
    sums = set()
    for seed, zone in (("0", "UTC"), ("1", "Asia/Tokyo"), ("77", "Europe/Copenhagen")):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone}
        if seed == "77":
            environment["SOURCE_DATE_EPOCH"] = "1"
        done = subprocess.run(
            [sys.executable, "-c", program],
            cwd=PROJECT,
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        )
        sums.add(done.stdout)
    assert len(sums) == 1


def test_words_are_aligned_by_their_width() -> None:
    canvas = a_canvas()
    width = canvas.write(100, 100, "Bredde", size=10)
    assert canvas.write(100, 120, "Bredde", size=10, align="right", colour=style.QUIET) == width
    assert words("Bredde") == "Bredde"
