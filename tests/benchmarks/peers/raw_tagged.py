# SPDX-License-Identifier: Apache-2.0
"""The practical limit of a tagged letter: the raw canvas's letter on the desk's tagged canvas, in
ReportLab's own fonts.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from tests.benchmarks.peer_font import register_peer_font
from tests.benchmarks.peers.raw import Sheet
from tests.benchmarks.press_letter import PressLetter

SAID = "raw canvas by hand, tagged"
_DAY = datetime.date(2026, 11, 2)


def maker() -> Callable[[PressLetter], bytes]:
    """Makes one letter after the other."""
    from missiondesk.documents.style import A4_PORTRAIT
    from missiondesk.documents.tagged.canvas import TaggedCanvas
    from missiondesk.documents.tagged.metadata import DocumentInfo
    from missiondesk.documents.tagged.structure import StructureElement

    register_peer_font()

    def make(letter: PressLetter) -> bytes:
        canvas = TaggedCanvas(DocumentInfo(letter.subject, "da-DK", _DAY), A4_PORTRAIT)
        open_elements = [canvas.structure.root]

        @contextmanager
        def tag(role: str, **said: Any) -> Iterator[None]:
            if role == "TH":
                said["attributes"] = b"<</O/Table/Scope/Column>>"
            element = StructureElement(role, open_elements[-1], **said)
            open_elements.append(element)
            if role not in ("Table", "TR"):  # these have no content of their own
                canvas.begin(element)
            yield
            if role not in ("Table", "TR"):
                canvas.end()
            open_elements.pop()

        Sheet(canvas, letter, tag).write()
        return canvas.finished()

    return make
