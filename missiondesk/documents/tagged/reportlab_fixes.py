# SPDX-License-Identifier: Apache-2.0
"""What ReportLab writes otherwise than PDF/A and PDF/UA require, put right once for the process."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from typing import Any

from reportlab import rl_config
from reportlab.pdfbase import pdfdoc, ttfonts

from missiondesk.documents.stopping import stop_if_asked

_BFCHAR_MOST = 100  # entries of one block (ISO 32000-1, 9.10.3)
_END = b"endstream\n"
_MARK = "_missiondesk_end_of_line"
_lock = threading.Lock()


def apply_fixes() -> None:
    """Put ReportLab right; doing it again changes nothing.

    Streams end with the end-of-line marker that PDF/A-3 6.1.7.1 requires, the ToUnicode maps name
    no U+0000 (PDF/UA-1 7.21.7), and streams are not blown up to ASCII.
    """
    with _lock:
        rl_config.useA85 = 0
        ttfonts.makeToUnicodeCMap = unicode_map
        if not hasattr(pdfdoc.PDFStream, _MARK):
            pdfdoc.PDFStream.format = _with_end_of_line(pdfdoc.PDFStream.format)
            setattr(pdfdoc.PDFStream, _MARK, True)


def unicode_map(font_name: str, subset: Sequence[int]) -> str:
    """The ToUnicode CMap of a font subset.

    Args:
        font_name: Not used; ReportLab passes it.
        subset: The code point of each code of the subset; 0 where a code is not used.
    """
    entries = [(code, point) for code, point in enumerate(subset) if point]
    lines = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        "/CMapName /Adobe-Identity-UCS def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        "<00> <FF>",
        "endcodespacerange",
    ]
    for start in range(0, len(entries), _BFCHAR_MOST):
        block = entries[start : start + _BFCHAR_MOST]
        lines.append(f"{len(block)} beginbfchar")
        lines += [f"<{code:02X}> <{_utf16(point)}>" for code, point in block]
        lines.append("endbfchar")
    lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    return "\n".join(lines)


def _utf16(point: int) -> str:
    return chr(point).encode("utf-16-be").hex().upper()


def _with_end_of_line(format_stream: Callable[..., bytes]) -> Callable[..., bytes]:
    def ended(self: Any, document: Any) -> bytes:
        stop_if_asked()  # a file of many letters takes a second to be written out
        written = format_stream(self, document)
        # Both characters: a line feed alone, after data that ends with a carriage return, would be
        # taken for one line end together with it, and the stream for a byte too short.
        return written.removesuffix(_END) + b"\r\n" + _END

    return ended
