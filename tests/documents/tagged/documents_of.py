# SPDX-License-Identifier: Apache-2.0
"""Small documents for the tests of canvas and flowables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from reportlab.platypus import Flowable

from missiondesk.documents import style
from missiondesk.documents.escaping import Markup, MissingGlyphs, escape
from missiondesk.documents.fonts import Face
from missiondesk.documents.tagged.canvas import TaggedCanvas
from missiondesk.documents.tagged.flow import TextArea, flow
from missiondesk.documents.tagged.metadata import DocumentInfo
from missiondesk.documents.tagged.paragraph import Heading

AREA = TextArea(70, 60, 455, 720)
INFO = DocumentInfo("Prøve", "da-DK", date(2026, 10, 31), "Statsministeriet", "Et eksempel")


def words(text: str, face: Face = Face.REGULAR) -> Markup:
    return escape(text, MissingGlyphs(), face)


def a_heading(text: str = "Overskrift", level: int = 1, bookmark: str = "") -> Heading:
    return Heading(words(text, Face.BOLD), style.TITLE, level=level, bookmark=bookmark)


def a_canvas(**arguments: Any) -> TaggedCanvas:
    fields = {key: arguments.pop(key) for key in list(arguments) if hasattr(INFO, key)}
    return TaggedCanvas(replace(INFO, **fields), style.A4_PORTRAIT, **arguments)


def printed(story: Sequence[Flowable], area: TextArea = AREA, **arguments: Any) -> bytes:
    """A document with a heading and then ``story``."""
    canvas = a_canvas(**arguments)
    return flow(canvas, [a_heading(), *story], lambda _: None, area)
