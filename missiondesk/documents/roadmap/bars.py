# SPDX-License-Identifier: Apache-2.0
"""The signs of the roadmap, told apart without colour: bars by stage, diamonds, the today line."""

from __future__ import annotations

from reportlab.lib.colors import Color, HexColor

from missiondesk.documents import style as look
from missiondesk.documents.fonts import Face
from missiondesk.documents.tagged.canvas import TaggedCanvas
from missiondesk.domain.late_dataclass import dataclass

DIAMOND = 8.0  # width and height of a milestone
STAGES = ("idea", "pilot", "scale", "embed", "closed")
SEVERAL = "several"  # a bar that sums up initiatives of several stages
_RADIUS = 2.0
_ROUND = 0.5523  # control point of a quarter circle
_STOP = 2.4  # width of the mark at the end of what is closed
_CUT = 5.0  # length of the point where a bar goes on beyond the axis


@dataclass(frozen=True, slots=True)
class StageLook:
    """How a stage's bar is drawn and written on; ``dash`` is a PDF dash array."""

    fill: Color
    line: Color | None
    text: Color
    face: Face = Face.REGULAR
    dash: str = ""
    stop: bool = False


_LOOKS = {
    "idea": StageLook(look.WHITE, look.QUIET, look.QUIET, dash="[0 2.4]"),
    "pilot": StageLook(look.WHITE, look.ACCENT, look.ACCENT, dash="[4 2]"),
    "scale": StageLook(look.ACCENT, None, look.WHITE, Face.SEMIBOLD),
    "embed": StageLook(look.ACCENT_TINT, look.ACCENT, look.INK),
    "closed": StageLook(HexColor("#DDE1E6"), None, look.QUIET, stop=True),
    SEVERAL: StageLook(look.FRAME, look.QUIET, look.INK),
}


def stage_look(stage: str) -> StageLook:
    """The look of ``stage``; of one that is not known that of an idea."""
    return _LOOKS.get(stage, _LOOKS["idea"])


def draw_bar(
    canvas: TaggedCanvas,
    stage: str,
    box: tuple[float, float, float, float],
    *,
    goes_on: bool = False,
    came_before: bool = False,
) -> None:
    """Draw the bar of ``stage``.

    Args:
        canvas: Where to.
        stage: One of `STAGES`.
        box: Left, bottom, width and height in points.
        goes_on: It ends beyond the axis: its right end is pointed.
        came_before: It begins before the axis: its left end is pointed.
    """
    sign = stage_look(stage)
    left, bottom, width, height = box
    inset = 0.4 if sign.line else 0.0
    outline = _outline(
        left + inset, bottom + inset, max(width - 2 * inset, 1.0), height - 2 * inset,
        came_before, goes_on,
    )  # fmt: skip
    operators = ["q", f"{_rgb(sign.fill)} rg"]
    if sign.line is None:
        operators += [outline, "f"]
    else:
        operators.append(f"{_rgb(sign.line)} RG 0.9 w 1 J {sign.dash or '[]'} 0 d")
        operators += [outline, "B"]
    if sign.stop:
        stop = min(_STOP, width)
        operators.append(f"{_rgb(look.QUIET)} rg")
        operators.append(f"{left + width - stop:.2f} {bottom:.2f} {stop:.2f} {height:.2f} re f")
    operators.append("Q")
    canvas.addLiteral(" ".join(operators))


def draw_diamond(
    canvas: TaggedCanvas, x: float, y: float, first: float, last: float, size: float = DIAMOND
) -> None:
    """Draw a milestone at ``x``, ``y``; a thin line from ``first`` to ``last`` when it is open."""
    half = size / 2
    operators = ["q", f"{_rgb(look.TARGET)} rg {_rgb(look.TARGET)} RG 1.2 w"]
    if last - first > size:
        operators.append(f"{first:.2f} {y:.2f} m {last:.2f} {y:.2f} l S")
        operators += [f"{end:.2f} {y - 2:.2f} m {end:.2f} {y + 2:.2f} l S" for end in (first, last)]
    operators.append(
        f"{x - half:.2f} {y:.2f} m {x:.2f} {y + half:.2f} l {x + half:.2f} {y:.2f} l "
        f"{x:.2f} {y - half:.2f} l h f Q"
    )
    canvas.addLiteral(" ".join(operators))


def draw_vertical(
    canvas: TaggedCanvas, x: float, top: float, bottom: float, colour: Color, weight: float
) -> None:
    """Draw a vertical line."""
    canvas.addLiteral(
        f"q {_rgb(colour)} RG {weight:.2f} w {x:.2f} {bottom:.2f} m {x:.2f} {top:.2f} l S Q"
    )


def draw_horizontal(
    canvas: TaggedCanvas, y: float, left: float, right: float, colour: Color, weight: float
) -> None:
    """Draw a horizontal line."""
    canvas.addLiteral(
        f"q {_rgb(colour)} RG {weight:.2f} w {left:.2f} {y:.2f} m {right:.2f} {y:.2f} l S Q"
    )


def fill_box(
    canvas: TaggedCanvas, left: float, bottom: float, width: float, height: float, colour: Color
) -> None:
    """Fill a rectangle."""
    canvas.addLiteral(
        f"q {_rgb(colour)} rg {left:.2f} {bottom:.2f} {width:.2f} {height:.2f} re f Q"
    )


def _rgb(colour: Color) -> str:
    return f"{colour.red:.3f} {colour.green:.3f} {colour.blue:.3f}"


def _outline(
    left: float, bottom: float, width: float, height: float, cut_left: bool, cut_right: bool
) -> str:
    """Path of a bar: round corners, or a point where the bar is cut."""
    right, top, middle = left + width, bottom + height, bottom + height / 2
    radius = min(_RADIUS, width / 2)
    point = min(_CUT, width / 3)
    near, far = radius * (1 - _ROUND), radius
    path = [f"{left + far:.2f} {bottom:.2f} m"]
    if cut_right:
        path.append(f"{right - point:.2f} {bottom:.2f} l {right:.2f} {middle:.2f} l")
        path.append(f"{right - point:.2f} {top:.2f} l")
    else:
        path.append(f"{right - far:.2f} {bottom:.2f} l")
        path.append(
            f"{right - near:.2f} {bottom:.2f} {right:.2f} {bottom + near:.2f} "
            f"{right:.2f} {bottom + far:.2f} c {right:.2f} {top - far:.2f} l "
            f"{right:.2f} {top - near:.2f} {right - near:.2f} {top:.2f} "
            f"{right - far:.2f} {top:.2f} c"
        )
    if cut_left:
        path.append(f"{left + point:.2f} {top:.2f} l {left:.2f} {middle:.2f} l")
        path.append(f"{left + point:.2f} {bottom:.2f} l h")
    else:
        path.append(
            f"{left + far:.2f} {top:.2f} l {left + near:.2f} {top:.2f} {left:.2f} "
            f"{top - near:.2f} {left:.2f} {top - far:.2f} c {left:.2f} {bottom + far:.2f} l "
            f"{left:.2f} {bottom + near:.2f} {left + near:.2f} {bottom:.2f} "
            f"{left + far:.2f} {bottom:.2f} c h"
        )
    return " ".join(path)
