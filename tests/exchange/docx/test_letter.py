# SPDX-License-Identifier: Apache-2.0
"""A letter as a Word file, read again: styles, real tables and lists, alt text, language."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from itertools import pairwise
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Mm
from hypothesis import given, settings
from hypothesis import strategies as st

from missiondesk.documents.letter import geometry
from missiondesk.domain.letter_content import (
    CommitmentRow,
    GovernanceTables,
    LetterContent,
    MissionLine,
)
from missiondesk.exchange.docx import paper, write_letter
from missiondesk.exchange.docx.table_rows import fitted
from missiondesk.language.clean_text import clean_text, one_line
from tests.documents.letters_of import a_draft, a_letter, a_trajectory, bare_letter, long_letter

MM = 72 / 25.4


@pytest.fixture(scope="module")
def danish() -> bytes:
    return write_letter(a_draft(), a_trajectory())


@pytest.fixture(scope="module")
def english() -> bytes:
    return write_letter(a_letter("en"), a_trajectory("en"))


def opened(data: bytes) -> Any:
    return docx.Document(io.BytesIO(data))


def part(data: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read(name).decode()


def headings(data: bytes) -> list[tuple[str, str]]:
    return [
        (one.style.name.removeprefix("Heading "), one.text)
        for one in opened(data).paragraphs
        if one.style.name.startswith("Heading")
    ]


def all_text(data: bytes) -> str:
    """The body's text in its order, cells too."""
    body = opened(data).element.body
    return "\n".join("".join(t.text or "" for t in p.iter(qn("w:t"))) for p in body.iter(qn("w:p")))


def test_headings_are_word_s_own_and_skip_no_level(danish: bytes) -> None:
    found = headings(danish)
    assert found[0] == ("1", "Missionsbrev: Færre unge uden job og uddannelse")
    assert [level for level, _ in found].count("1") == 1
    assert ("2", "Dit ansvar") in found
    assert ("3", "De første 100 dage") in found
    assert ("2", "Bilag 1: Nøgletalsark") in found
    assert ("3", "Figurens tal") in found
    levels = [int(level) for level, _ in found]
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_headings_skip_no_level_where_blocks_have_none() -> None:
    letter = a_letter()
    bare = replace(letter, blocks=tuple(replace(one, heading="") for one in letter.blocks))
    levels = [int(level) for level, _ in headings(write_letter(bare, a_trajectory()))]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_tables_are_real_with_a_repeated_head_and_a_name(danish: bytes) -> None:
    letter = a_draft()
    tables = opened(danish).tables
    commitments = tables[0]
    assert [cell.text for cell in commitments.rows[0].cells][:2] == ["Nr.", "Forpligtelse"]
    assert [row.cells[1].text for row in commitments.rows[1:]] == [
        one.text for one in letter.commitments
    ]
    for table in tables:
        assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val"))
        heads = [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows]
        signatures = table.rows[0].cells[0].text.startswith("Eksempel Æbelø")
        assert heads == [not signatures, *[False] * (len(heads) - 1)]


def test_lists_are_word_s_own(danish: bytes) -> None:
    styles = {one.text: one.style.name for one in opened(danish).paragraphs}
    assert styles["Finansministeren"] == "List Bullet"
    assert styles["Nøgletalsark"] == "List Number"


def test_the_chart_is_a_sharp_picture_that_can_be_heard(danish: bytes) -> None:
    told = [one for one in opened(danish).element.body.iter() if one.tag == qn("wp:docPr")]
    assert len(told) == 1
    assert told[0].get("descr").startswith("Kurvediagram. Tallet falder")
    assert "Målet er 3,5 % (2030)" in told[0].get("descr")
    from PIL import Image

    with zipfile.ZipFile(io.BytesIO(danish)) as package:
        names = [name for name in package.namelist() if name.startswith("word/media/")]
        picture = Image.open(io.BytesIO(package.read(names[0])))
    assert len(names) == 1
    assert picture.size[0] == int(165 / 25.4 * 300)
    assert picture.mode == "RGB"
    assert set(picture.info) == {"dpi"}


@pytest.mark.parametrize(("language", "tag"), [("da", "da-DK"), ("en", "en-GB")])
def test_the_language_stands_in_the_styles(
    language: str, tag: str, danish: bytes, english: bytes
) -> None:
    data = danish if language == "da" else english
    styles = part(data, "word/styles.xml")
    assert set(re.findall(r'<w:lang w:val="([^"]+)"', styles)) == {tag}
    assert len(re.findall("<w:lang ", styles)) == 2
    assert f'<w:themeFontLang w:val="{tag}"/>' in part(data, "word/settings.xml")
    assert f"<dc:language>{tag}</dc:language>" in part(data, "docProps/core.xml")


def test_the_page_is_that_of_the_printed_letter(danish: bytes) -> None:
    section = opened(danish).sections[0]
    assert section.page_width == pytest.approx(Mm(210), abs=700)
    assert section.page_height == pytest.approx(Mm(297), abs=700)
    assert pytest.approx(paper.LEFT * MM) == geometry.LEFT
    assert pytest.approx(paper.TEXT_WIDTH * MM) == geometry.TEXT_WIDTH
    assert pytest.approx(paper.TOP * MM) == geometry.LATER_TOP
    assert pytest.approx(paper.BOTTOM * MM) == geometry.BOTTOM_MARGIN
    assert pytest.approx(paper.LETTERHEAD.top * MM) == geometry.LETTERHEAD_TOP
    assert pytest.approx(paper.META.left * MM) == geometry.META_LEFT
    assert pytest.approx(paper.ADDRESS_HEIGHT * MM) == geometry.ADDRESS_HEIGHT
    assert pytest.approx(paper.ADDRESS_WIDTH * MM) == geometry.ADDRESS_WIDTH
    frames = [one for one in opened(danish).element.body.iter() if one.tag == qn("w:framePr")]
    window = frames[-1]
    assert int(window.get(qn("w:x"))) == pytest.approx(25 * 56.7, abs=2)
    assert int(window.get(qn("w:y"))) == pytest.approx(47 * 56.7, abs=2)
    # Letterhead, case details with the handling, then the address: they are read in that order.
    assert len(frames) == 3 + 7 + 5


def test_each_page_has_its_number_and_a_draft_its_mark(danish: bytes, english: bytes) -> None:
    section = opened(danish).sections[0]
    for footer in (section.first_page_footer, section.footer):
        xml = footer._element.xml
        assert re.findall(r'w:instr=" (\w+) "', xml) == ["PAGE", "NUMPAGES"]
        assert "2026-001 · Side " in "".join(re.findall("<w:t[^>]*>([^<]*)</w:t>", xml))
    for header in (section.first_page_header, section.header):
        assert header.paragraphs[0].text == "UDKAST"
    assert "Version 1 · Må offentliggøres" in all_text(danish)
    clean = opened(english).sections[0]
    assert clean.first_page_header.paragraphs[0].text == ""
    assert clean.header.paragraphs[0].text.startswith("Prime Minister’s Office\t")


def test_the_same_letter_is_the_same_bytes_and_tells_of_nobody(danish: bytes) -> None:
    assert write_letter(a_draft(), a_trajectory()) == danish
    core = part(danish, "docProps/core.xml")
    assert set(re.findall(r"<((?:dc|dcterms|cp):\w+)[ >]", core)) == {
        "cp:coreProperties", "dc:title", "dc:language", "dc:creator", "dc:subject",
        "dcterms:created", "dcterms:modified",
    }  # fmt: skip
    assert core.count("2026-11-02T00:00:00Z") == 2
    assert "<dc:creator>Statsministeriet</dc:creator>" in core
    with zipfile.ZipFile(io.BytesIO(danish)) as package:
        assert {one.date_time for one in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        names = package.namelist()
        for name in names:
            content = package.read(name)
            assert b"python-docx" not in content, name
            assert b"w:rsid" not in content or name == "word/numbering.xml", name
            assert b'TargetMode="External"' not in content, name
    assert not any("thumbnail" in name or "customXml" in name for name in names)


# Not said in words: how the file and its page are made, and what is put into the words otherwise.
UNSAID = {
    "language", "title", "created", "window_left_mm", "window_top_mm", "mark", "attachment_name",
    "attachment", "mission_sentence", "kind", "first_100_days", "lead", "method", "contact",
}  # fmt: skip


def said_in(value: Any, name: str = "") -> Iterator[str]:
    """All texts of a content, however deep, but those that are not printed as such."""
    if name in UNSAID:
        return
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from said_in(one, name)
    elif is_dataclass(value):
        for field in fields(value):
            yield from said_in(getattr(value, field.name), field.name)


@pytest.mark.parametrize("language", ["da", "en"])
def test_nothing_that_the_letter_says_is_lost(language: str) -> None:
    """A part that the letter gets later has to be written here too."""
    letter = replace(
        a_letter(language),
        missions=(MissionLine("M9", "Ren luft i byen", "Partikler", "10 µg", "Miljøminister"),),
        elsewhere=(CommitmentRow("M2.4", "Dele data", "Aftale", "2027", "Socialminister"),),
        coalition=(("Luftfonden", "Betaler målere", "40 målere", "Aftalt", "maj 2027"),),
        skills=(("Måleteknik", "M9: Måler", "3", "1,5", "fra 2027", "Kritisk"),),
        governance=GovernanceTables(
            (("MB9 Luftrådet", "Miljøminister", "hvert kvartal", "Fasers skifte", "KU"),),
            (("M9 Ren luft i byen", "Miljøminister", "Transportminister"),),
            "Et emne løftes fra Luftrådet.",
        ),
    )
    data = write_letter(letter, a_trajectory(language))
    foot = opened(data).sections[0].footer.paragraphs[0].text
    text = "".join(f"{all_text(data)}{foot}".split()).casefold()
    lost = [
        one for one in said_in(letter) if "".join(clean_text(one).split()).casefold() not in text
    ]
    # The block of the address, in whose place the address stands.
    assert lost == ["… … …"]


def test_signatures_stand_beside_each_other_in_reading_order(danish: bytes) -> None:
    text = all_text(danish)
    places = [text.index(word) for word in ("Eksempel Æbelø", "Statsminister\n", "Eksempel Åsen")]
    assert places == sorted(places)


def test_a_bare_and_a_long_letter_can_be_written() -> None:
    bare = bare_letter()
    assert headings(write_letter(bare, None))[0] == ("1", one_line(bare.subject) or bare.title)
    long = long_letter()
    text = all_text(write_letter(long, a_trajectory()))
    assert all(clean_text(one.text) in text for one in long.commitments)


def test_a_letter_without_a_title_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="title"):
        write_letter(a_letter(title=" "), None)


hostile = st.text(
    alphabet=st.one_of(
        st.characters(exclude_categories=()),
        st.sampled_from("\x00\x08\x0b\r\n\t\u202e\u2066\ufffe\ud800&<>\"'=]"),
    ),
    max_size=30,
)


@given(
    texts=st.lists(hostile, min_size=6, max_size=6),
    rows=st.lists(st.tuples(hostile, hostile, hostile), max_size=3),
)
@settings(max_examples=8, deadline=None)
def test_any_text_is_kept_as_far_as_it_can_be_seen(
    texts: list[str], rows: list[tuple[str, str, str]]
) -> None:
    letter = _hostile(a_letter(), texts, rows)
    data = write_letter(letter, None)
    text = all_text(data)
    for row in rows:
        for cell in row:
            # Word keeps a line's end as an element of its own.
            assert clean_text(cell).replace("\n", "") in text
    assert part(data, "word/_rels/document.xml.rels").count("External") == 0


def _hostile(
    letter: LetterContent, texts: list[str], rows: list[tuple[str, str, str]]
) -> LetterContent:
    subject, sender, contact, handling, name, mark = texts
    return replace(
        letter,
        subject=subject,
        sender=sender,
        contact=contact,
        handling=handling,
        addressee=(name, subject, contact),
        meta=((sender, name), (contact, subject)),
        mark=mark,
        commitments=tuple(CommitmentRow(str(at), *row) for at, row in enumerate(rows, 1)),
        copies=tuple(texts),
        place_and_date=name,
    )


def test_a_long_word_gets_its_width_where_others_have_room() -> None:
    columns = [["Nr.", "1"], ["Tekst", "Kort"], ["Ansvarlig", "Beskæftigelsesministeren"]]
    widths = fitted(columns, (20, 300, 80), 400)
    assert sum(widths) == pytest.approx(400)
    assert widths[2] > 120
    assert widths[0] >= 20
    assert fitted([["a"], ["b"]], (1, 1), 100) == [50, 50]
