# SPDX-License-Identifier: Apache-2.0
"""What every document kind returns: the finished PDF and what its maker should know about it."""

from __future__ import annotations

from missiondesk.domain.late_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class PrintedDocument:
    """A finished PDF.

    Attributes:
        data: The file, byte-identical for the same content.
        title: The document's title, as in its metadata.
        pages: Number of pages.
        missing_glyphs: Characters that no font of ours can draw; a box stands in their place.
        cut_texts: Texts too long for the one place where they stand; they end with “…” there.
    """

    data: bytes
    title: str
    pages: int
    missing_glyphs: tuple[str, ...] = ()
    cut_texts: tuple[str, ...] = ()
