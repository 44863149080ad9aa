# SPDX-License-Identifier: Apache-2.0
"""Writes a drawn document out as a file: what ReportLab would write, in a single pass over it."""

from __future__ import annotations

from typing import Any

from reportlab.pdfbase import pdfdoc

from missiondesk.documents.stopping import stop_if_asked

_UNASKED = 500  # objects written before a person who wants to stop is heard
_FREE = b"0000000000 65535 f \n"


def file_of(document: Any, canvas: Any) -> bytes:
    """The bytes of ``document``, a `PDFDocument` whose pages and catalogue are complete.

    An object that is bytes already is written as it is. New objects may turn up while others are
    formatted.

    Raises:
        Stopped: The making was stopped; see `missiondesk.documents.stopping`.
    """
    _complete(document, canvas)
    head = pdfdoc.PDFFile(document._pdfVersion).format(document)
    parts, offsets, offset, number = [head], [], len(head), 1
    names, objects = document.numberToId, document.idToObject
    while number in names:
        if number % _UNASKED == 0:
            stop_if_asked()
        content = objects[names[number]]
        if not isinstance(content, bytes):
            content = pdfdoc.format(content, document, toplevel=1)
        end = b"" if content.endswith(b"\n") else b"\n"
        part = b"%d 0 obj\n%b%bendobj\n" % (number, content, end)
        parts.append(part)
        offsets.append(offset)
        offset += len(part)
        number += 1
    parts.append(b"xref\n0 %d\n" % number)
    parts.append(_FREE)
    parts += [b"%010d 00000 n \n" % place for place in offsets]
    trailer = pdfdoc.PDFTrailer(
        startxref=offset,
        Size=number,
        Root=document.Reference(document.Catalog),
        Info=document.Reference(document.info),
        ID=document.ID(),
    )
    parts.append(trailer.format(document))
    return b"".join(parts)


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
