# SPDX-License-Identifier: Apache-2.0
"""The font of the peers: the desk's own text face under a name of theirs."""

from __future__ import annotations

from reportlab.lib.fonts import addMapping
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from missiondesk.documents.fonts import register_fonts
from missiondesk.system.resources import resource

# The name that the prototype's canvas begins with.
PEER_FONT = "Body"
PEER_BOLD = "BodyBold"


def register_peer_font() -> None:
    """Make the peers' two fonts known to ReportLab; the second time changes nothing."""
    register_fonts()
    for name, file in ((PEER_FONT, "Regular"), (PEER_BOLD, "SemiBold")):
        if name not in pdfmetrics.getRegisteredFontNames():
            # Past `registerFont`, which would give the peers the desk's own font of the same face:
            # it remembers its subsets from letter to letter, as ReportLab's does not.
            path = str(resource("fonts", f"SourceSans3-{file}.ttf"))
            pdfmetrics._fonts[name] = TTFont(name, path)
    for bold in (0, 1):
        for italic in (0, 1):
            addMapping(PEER_FONT, bold, italic, PEER_FONT)
