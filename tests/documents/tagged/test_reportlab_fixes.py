# SPDX-License-Identifier: Apache-2.0
"""ReportLab put right."""

from __future__ import annotations

from reportlab.pdfbase import pdfdoc

from missiondesk.documents.tagged.reportlab_fixes import apply_fixes, unicode_map


def test_fixing_twice_changes_nothing_more() -> None:
    apply_fixes()
    once = pdfdoc.PDFStream.format
    apply_fixes()
    assert pdfdoc.PDFStream.format is once


def test_streams_end_on_a_line_of_their_own() -> None:
    apply_fixes()
    stream = pdfdoc.PDFStream(content="data")
    assert stream.format(pdfdoc.PDFDocument()).endswith(b"data\r\nendstream\n")


def test_the_map_names_no_empty_character_and_keeps_its_blocks_short() -> None:
    written = unicode_map("F", [0, 65, 0, 0x1F600, *range(0x100, 0x1C0)])
    assert "<01> <0041>" in written
    assert "<03> <D83DDE00>" in written
    assert "<0000>" not in written
    sizes = [int(line.split()[0]) for line in written.splitlines() if "beginbfchar" in line]
    assert sizes == [100, 94]
