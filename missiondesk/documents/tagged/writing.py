# SPDX-License-Identifier: Apache-2.0
"""Writes a drawn document out as a file: what ReportLab would write, in a single pass over it."""

from __future__ import annotations

from typing import Any

from reportlab.pdfbase import pdfdoc

from missiondesk.documents.stopping import stop_if_asked
from missiondesk.documents.tagged.structure import StructureElement

_UNASKED = 500  # objects written before a person who wants to stop is heard
_FREE = b"0000000000 65535 f \n"


def file_of(document: Any, canvas: Any) -> bytes:
    """The bytes of ``document``, a `PDFDocument` whose pages and catalogue are complete.

    An object that is bytes already is written as it is, an element of the structure by the
    document's ``structure_writer``. New objects may turn up while others are
    formatted.

    Raises:
        Stopped: The making was stopped; see `missiondesk.documents.stopping`.
    """
    _complete(document, canvas)
    written = bytearray(pdfdoc.PDFFile(document._pdfVersion).format(document))
    offsets: list[int] = []
    names, objects, number = document.numberToId, document.idToObject, 1
    while number in names:
        if number % _UNASKED == 0:
            stop_if_asked()
        content = objects[names[number]]
        if isinstance(content, StructureElement):
            content = document.structure_writer.element(content)
        elif not isinstance(content, bytes):
            content = pdfdoc.format(content, document, toplevel=1)
        offsets.append(len(written))
        end = b"" if content.endswith(b"\n") else b"\n"
        written += b"%d 0 obj\n%b%bendobj\n" % (number, content, end)
        number += 1
    start = len(written)
    written += b"xref\n0 %d\n%b" % (number, _FREE)
    for offset in offsets:
        written += b"%010d 00000 n \n" % offset
    trailer = pdfdoc.PDFTrailer(
        startxref=start,
        Size=number,
        Root=document.Reference(document.Catalog),
        Info=document.Reference(document.info),
        ID=document.ID(),
    )
    written += trailer.format(document)
    return bytes(written)


def _complete(document: Any, canvas: Any) -> None:
    """Enter the fonts used and the outline, and let the fingerprint know what it is about."""
    for font in document.delayedFonts:
        font.addObjects(document)
    document.info.digest(document.signature)
    document.Reference(document.Catalog)
    document.Reference(document.info)
    document.Outlines.prepare(document, canvas)
    if document.Outlines.ready < 0:
        document.Catalog.Outlines = None
