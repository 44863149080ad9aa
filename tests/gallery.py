# SPDX-License-Identifier: Apache-2.0
"""Every document of the sample with contact sheets of its pages, to look at:
``python -m tests.gallery FOLDER [--language da en] [--grey]``.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
from PIL import Image, ImageDraw, ImageFont

from missiondesk.documents.governance import print_actors, print_governance, print_skills
from missiondesk.documents.printed import PrintedDocument
from missiondesk.language import LANGUAGES
from missiondesk.services.desk import Desk
from missiondesk.services.document_jobs import KIND_NAMES, LETTERS
from missiondesk.services.safe_names import safe_name
from missiondesk.services.workspaces import sample_desk
from missiondesk.system.resources import resource
from tests.documents.document_set_of import MAKERS, made, printed, whole_situation
from tests.documents.governance_of import a_contract, a_governance, a_skills_plan

_DOWN = 2  # rows of pages on a contact sheet
_UPRIGHT, _LYING = (4, 560), (2, 1138)  # pages in a row, and pixels that one may be wide
_HEIGHT = 805  # pixels that one may be high
_GAP, _CAPTION = 18, 26
_GROUND, _INK = "#E7EAEE", "#1B1F24"


@dataclass(frozen=True, slots=True)
class Shown:
    """A finished document and the set of sheets that it stands on."""

    sheet: str
    name: str
    document: PrintedDocument


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the documents and their contact sheets; say what was written."""
    parser = argparse.ArgumentParser(prog="python -m tests.gallery", description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=Path("out/gallery"))
    parser.add_argument("--language", nargs="+", choices=LANGUAGES, default=list(LANGUAGES))
    parser.add_argument("--grey", action="store_true", help="the sheets in greyscale, too")
    parser.add_argument("--kind", nargs="+", default=[], help="only these kinds")
    given = parser.parse_args(arguments)
    began = time.monotonic()
    documents, pages, sheets = write(given.folder, given.language, given.kind, given.grey)
    took = time.monotonic() - began
    print(f"{documents} documents, {pages} pages, {sheets} sheets in {given.folder} ({took:.0f} s)")
    return 0


def write(
    folder: Path, languages: Sequence[str], kinds: Sequence[str] = (), grey: bool = False
) -> tuple[int, int, int]:
    """Write documents and sheets below ``folder``; how many documents, pages and sheets."""
    paper, sheets = folder / "pdf", folder / "sheets"
    for one in (paper, sheets):
        one.mkdir(parents=True, exist_ok=True)
    by_sheet: dict[str, list[Shown]] = {}
    for shown in documents_of(languages, kinds):
        (paper / shown.name).write_bytes(shown.document.data)
        by_sheet.setdefault(shown.sheet, []).append(shown)
        missing = " ".join(shown.document.missing_glyphs)
        told = f"{shown.name}: {shown.document.pages} pages"
        print(f"{told}; no font has {missing}" if missing else told)
    written = 0
    for name, documents in by_sheet.items():
        for number, sheet in enumerate(_sheets(documents), 1):
            sheet.save(sheets / f"{name}-{number}.png", optimize=False, compress_level=3)
            if grey:
                sheet.convert("L").save(sheets / f"{name}-{number}-grey.png", compress_level=3)
            written += 1 + grey
    shown_ones = [one for some in by_sheet.values() for one in some]
    return len(shown_ones), sum(one.document.pages for one in shown_ones), written


def documents_of(languages: Sequence[str], kinds: Sequence[str] = ()) -> Iterator[Shown]:
    """Every kind of the sample, internal and public, then the layouts with built examples."""
    desk = sample_desk("Anna Eksempel")
    try:
        for language in languages:
            for public in (False, True):
                yield from _of_sample(desk, language, public, kinds)
            yield from _built(language, kinds)
    finally:
        desk.close(discard=True)


def _of_sample(desk: Desk, language: str, public: bool, kinds: Sequence[str]) -> Iterator[Shown]:
    version = "public" if public else "internal"
    for kind in (LETTERS, *(name for name in KIND_NAMES if name not in (LETTERS, "all"))):
        if kinds and kind not in kinds:
            continue
        for job in desk.printing.plan(kind, language, public).jobs:
            name = job.name if not public else f"{version}-{job.name}"
            yield Shown(f"{kind}-{language}-{version}", name, job.make())


def _built(language: str, kinds: Sequence[str]) -> Iterator[Shown]:
    """Layouts whose data the workspace does not hold yet, with content that is an example."""
    own: dict[str, Callable[[], PrintedDocument]] = {
        "governance": lambda: print_governance(a_governance(language)),
        "skills": lambda: print_skills(a_skills_plan(language)),
        "actors": lambda: print_actors(a_contract(language)),
    }
    for kind, make in own.items():
        if not kinds or kind in kinds:
            yield Shown(f"built-{language}", f"built-{kind}-{language}.pdf", make())
    now = whole_situation()
    for kind in MAKERS:
        if not kinds or kind in kinds:
            name = f"built-{safe_name(kind)}-{language}.pdf"
            yield Shown(f"built-{language}", name, printed(kind, *made(kind, now, language)))


# ---------------------------------------------------------------- contact sheets


def _sheets(documents: Sequence[Shown]) -> Iterator[Image.Image]:
    """Sheets of all pages of these documents, each page with its caption; lying pages apart."""
    for across, wide in (_UPRIGHT, _LYING):
        lying = (across, wide) == _LYING
        pages = [page for one in documents for page in _pages(one, wide, lying=lying)]
        for start in range(0, len(pages), across * _DOWN):
            yield _sheet(pages[start : start + across * _DOWN], across, wide)


def _pages(shown: Shown, wide: int, *, lying: bool) -> Iterator[tuple[str, Image.Image]]:
    with pypdfium2.PdfDocument(shown.document.data) as pdf:
        for number in range(len(pdf)):
            page = pdf[number]
            width, height = page.get_size()
            if (width > height) != lying:
                continue
            scale = min(wide / width, _HEIGHT / height)
            caption = f"{shown.name}, {number + 1}/{len(pdf)}"
            yield caption, page.render(scale=scale).to_pil()


def _sheet(pages: Sequence[tuple[str, Image.Image]], most: int, wide: int) -> Image.Image:
    font = ImageFont.truetype(str(resource("fonts") / "SourceSans3-Regular.ttf"), 15)
    across = min(len(pages), most)
    rows = [pages[at : at + most] for at in range(0, len(pages), most)]
    heights = [max(page.height for _, page in row) + _CAPTION + _GAP for row in rows]
    size = (across * (wide + _GAP) + _GAP, sum(heights) + _GAP)
    sheet = Image.new("RGB", size, _GROUND)
    pen, top = ImageDraw.Draw(sheet), _GAP
    for row, height in zip(rows, heights, strict=True):
        for place, (caption, page) in enumerate(row):
            left = _GAP + place * (wide + _GAP)
            pen.text((left, top), caption, fill=_INK, font=font)
            sheet.paste(page, (left, top + _CAPTION))
        top += height
    return sheet


if __name__ == "__main__":
    sys.exit(main())
