# SPDX-License-Identifier: Apache-2.0
"""Elements of a Word file that python-docx has no words for, each put where the format wants it."""

from __future__ import annotations

from typing import Any, Final

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm

from missiondesk.domain.late_dataclass import dataclass

# What may stand after a frame in the properties of a paragraph, in the order of the format.
_AFTER_FRAME: Final = (
    "w:widowControl", "w:numPr", "w:suppressLineNumbers", "w:pBdr", "w:shd", "w:tabs",
    "w:suppressAutoHyphens", "w:kinsoku", "w:wordWrap", "w:overflowPunct", "w:topLinePunct",
    "w:autoSpaceDE", "w:autoSpaceDN", "w:bidi", "w:adjustRightInd", "w:snapToGrid", "w:spacing",
    "w:ind", "w:contextualSpacing", "w:mirrorIndents", "w:suppressOverlap", "w:jc",
    "w:textDirection", "w:textAlignment", "w:textboxTightWrap", "w:outlineLvl", "w:divId",
    "w:cnfStyle", "w:rPr", "w:sectPr", "w:pPrChange",
)  # fmt: skip
_AFTER_BORDERS: Final = _AFTER_FRAME[_AFTER_FRAME.index("w:shd") :]


def element(name: str, *children: Any, **attributes: object) -> Any:
    """The element ``name`` ("w:lang") with attributes in the same name space."""
    made = OxmlElement(name)
    space = name.split(":")[0]
    for key, value in attributes.items():
        made.set(qn(f"{space}:{key}"), str(value))
    made.extend(children)
    return made


def only(parent: Any, child: Any) -> None:
    """Put ``child`` in place of those of its name, at the end of ``parent`` when there is none."""
    found = parent.findall(child.tag)
    if not found:
        parent.append(child)
        return
    parent.replace(found[0], child)
    for one in found[1:]:
        parent.remove(one)


@dataclass(frozen=True, slots=True)
class Window:
    """Where a frame stands on the first page, in millimetres from the page's upper left corner.

    Attributes:
        height: 0 lets it be as high as its text.
        below: White below it.
    """

    left: float
    top: float
    width: float
    height: float = 0
    below: float = 0


def frame(paragraph: Any, place: Window) -> None:
    """Put the paragraph into a frame on the page; those one after another in one place share it."""
    given: dict[str, object] = {
        "w": Mm(place.width).twips,
        "hSpace": 0,
        "wrap": "notBeside",
        "vAnchor": "page",
        "hAnchor": "page",
        "x": Mm(place.left).twips,
        "y": Mm(place.top).twips,
    }
    if place.height:
        given |= {"h": Mm(place.height).twips, "hRule": "exact"}
    if place.below:
        given["vSpace"] = Mm(place.below).twips
    properties = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(element("w:framePr", **given), *_AFTER_FRAME)


def border_above(properties: Any, colour: str) -> None:
    """A thin line above the paragraph."""
    line = element("w:top", val="single", sz=4, space=3, color=colour)
    properties.insert_element_before(element("w:pBdr", line), *_AFTER_BORDERS)


def counted(instruction: str) -> Any:
    """A field that Word counts: "PAGE" or "NUMPAGES"."""
    text = element("w:t")
    text.text = "1"
    return element("w:fldSimple", element("w:r", text), instr=f" {instruction} ")
