# SPDX-License-Identifier: Apache-2.0
"""Draws a matplotlib figure as vectors on a document's canvas, in the document's own fonts."""

from __future__ import annotations

from typing import Any, cast

from matplotlib.backend_bases import GraphicsContextBase, RendererBase
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.path import Path
from matplotlib.text import Text
from matplotlib.transforms import Affine2D, Transform
from reportlab.lib.colors import Color

from missiondesk.documents.escaping import draw_runs, runs, runs_width
from missiondesk.documents.fonts import Face
from missiondesk.documents.tagged.canvas import TaggedCanvas

_CAPS = {"butt": 0, "round": 1, "projecting": 2}
_JOINS = {"miter": 0, "round": 1, "bevel": 2}
# Height and depth of "lp" in Source Sans 3, from which matplotlib makes its lines of text.
_LINE_HEIGHT, _LINE_DEPTH = 0.917, 0.205
_WEIGHTS = {"medium": 500, "semibold": 600, "demibold": 600, "demi": 600, "bold": 700, "heavy": 800}
_SEMIBOLD_FROM, _BOLD_FROM = 550, 650

Colour = tuple[float, ...]


def draw_figure(figure: Figure, canvas: TaggedCanvas, x: float = 0.0, y: float = 0.0) -> None:
    """Draw ``figure`` with its lower left corner at (x, y) of ``canvas``, in points.

    The figure's own ground is left out: the page is its ground, and a watermark shows through.
    Hatches and images are not drawn; charts for paper have none.

    Raises:
        ValueError: The figure does not count 72 dots to the inch.
        NotImplementedError: It holds an image.
    """
    if figure.dpi != 72:
        raise ValueError("a figure for paper counts 72 dots to the inch")
    width, height = (float(side) * 72 for side in figure.get_size_inches())
    ground = figure.patch.get_visible()
    canvas.saveState()
    canvas.translate(x, y)
    renderer = PaperRenderer(canvas, width, height)
    figure.patch.set_visible(False)
    try:
        figure.draw(renderer)
    finally:
        figure.patch.set_visible(ground)
        renderer.finish()
        canvas.restoreState()


class PaperRenderer(RendererBase):
    """matplotlib's renderer for a ReportLab canvas; one pixel is one point, y grows upwards."""

    def __init__(self, canvas: TaggedCanvas, width: float, height: float) -> None:
        super().__init__()
        self._canvas = canvas
        self._size = (width, height)
        self._clip: object = None
        self._clipped = False
        self._pen: dict[str, object] = {}

    # ---- what matplotlib asks

    def get_canvas_width_height(self) -> tuple[float, float]:
        """Size in points."""
        return self._size

    def flipy(self) -> bool:
        """Whether y grows downwards."""
        return False

    def points_to_pixels(self, points: Any) -> Any:
        """A point is a pixel."""
        return points

    def get_text_width_height_descent(
        self, s: str, prop: FontProperties, ismath: Any
    ) -> tuple[float, float, float]:
        """Width, height and depth of a line of text in points."""
        size = float(prop.get_size_in_points())
        line = runs(s, self._canvas.missing, face_of(prop))
        return runs_width(line, size), size * _LINE_HEIGHT, size * _LINE_DEPTH

    # ---- drawing

    def draw_path(
        self,
        gc: GraphicsContextBase,
        path: Path,
        transform: Transform,
        rgbFace: Any = None,  # noqa: N803
    ) -> None:
        """Stroke and fill a path."""
        operator = self._prepare(gc, rgbFace)
        if operator:
            simplify = bool(path.should_simplify) and rgbFace is None
            self._emit(f"{_operators(path, transform, simplify)} {operator}")

    def draw_markers(
        self,
        gc: GraphicsContextBase,
        marker_path: Path,
        marker_trans: Transform,
        path: Path,
        trans: Transform,
        rgbFace: Any = None,  # noqa: N803
    ) -> None:
        """Draw a marker at each place of a path."""
        operator = self._prepare(gc, rgbFace)
        if not operator:
            return
        marker = f"{_operators(marker_path, marker_trans, simplify=False)} {operator}"
        for vertices, _ in path.iter_segments(trans, simplify=False):
            if len(vertices):
                x, y = vertices[-2:]
                self._emit(f"q 1 0 0 1 {_number(x)} {_number(y)} cm {marker} Q")

    def draw_text(
        self,
        gc: GraphicsContextBase,
        x: float,
        y: float,
        s: str,
        prop: FontProperties,
        angle: float,
        ismath: Any = False,
        mtext: Text | None = None,
    ) -> None:
        """Draw a line of text from (x, y) on its baseline, never as mathematics."""
        self._clip_to(gc)
        red, green, blue, *alpha = gc.get_rgb()
        self._fill((red, green, blue), _alpha(gc, alpha))
        canvas, size = self._canvas, float(prop.get_size_in_points())
        line = runs(s, canvas.missing, face_of(prop))
        if not angle:
            draw_runs(canvas, x, y, line, size)
            return
        canvas.saveState()
        canvas.translate(x, y)
        canvas.rotate(angle)
        draw_runs(canvas, 0, 0, line, size)
        canvas.restoreState()

    def finish(self) -> None:
        """Undo the last clip; nothing may be drawn afterwards."""
        if self._clipped:
            self._canvas.restoreState()
            self._clipped = False

    # ---- state

    def _emit(self, operators: str) -> None:
        self._canvas._code.append(operators)

    def _prepare(self, gc: GraphicsContextBase, face: Any) -> str:
        """Set pen and fill for ``gc``; returns the painting operator, "" for nothing to paint."""
        self._clip_to(gc)
        red, green, blue, *alpha = gc.get_rgb()
        edge_alpha = _alpha(gc, alpha)
        strokes = gc.get_linewidth() > 0 and edge_alpha > 0
        fills = False
        if face is not None:
            face_alpha = _alpha(gc, list(face[3:]))
            fills = face_alpha > 0
            if fills:
                self._fill(tuple(face[:3]), face_alpha)
        if strokes:
            self._stroke((red, green, blue), edge_alpha, gc)
        return "B" if strokes and fills else "S" if strokes else "f" if fills else ""

    def _fill(self, colour: Colour, alpha: float) -> None:
        if self._changed("fill", (colour, alpha)):
            self._canvas.setFillColor(Color(*map(float, colour)))
            self._canvas.setFillAlpha(alpha)

    def _stroke(self, colour: Colour, alpha: float, gc: GraphicsContextBase) -> None:
        canvas = self._canvas
        if self._changed("stroke", (colour, alpha)):
            canvas.setStrokeColor(Color(*map(float, colour)))
            canvas.setStrokeAlpha(alpha)
        offset, dashes = cast(tuple[float, "list[float] | None"], gc.get_dashes())
        lengths = tuple(round(float(length), 3) for length in dashes or ())
        style = (float(gc.get_linewidth()), gc.get_capstyle(), gc.get_joinstyle(), offset, lengths)
        if self._changed("style", style):
            canvas.setLineWidth(style[0])
            canvas.setLineCap(_CAPS[gc.get_capstyle()])
            canvas.setLineJoin(_JOINS[gc.get_joinstyle()])
            canvas.setDash(list(lengths), float(offset or 0))

    def _changed(self, key: str, value: object) -> bool:
        if self._pen.get(key) == value:
            return False
        self._pen[key] = value
        return True

    def _clip_to(self, gc: GraphicsContextBase) -> None:
        rectangle: Any = gc.get_clip_rectangle()
        path, transform = gc.get_clip_path()
        bounds = None if rectangle is None else tuple(map(float, rectangle.bounds))
        outline = "" if path is None else _operators(cast(Path, path), transform, simplify=False)
        wanted = (bounds, outline)
        if wanted == (None, "") and not self._clipped:
            return
        if self._clipped and wanted == self._clip:
            return
        self.finish()
        self._canvas.saveState()
        self._clipped, self._clip, self._pen = True, wanted, {}
        if bounds is not None:
            self._emit(" ".join(map(_number, bounds)) + " re W n")
        if outline:
            self._emit(f"{outline} W n")


def face_of(prop: FontProperties) -> Face:
    """The document's face for matplotlib's font properties."""
    weight = prop.get_weight()
    number = _WEIGHTS.get(weight, 400) if isinstance(weight, str) else int(weight)
    if any("semibold" in family.lower() for family in prop.get_family()):
        number = max(number, 600)
    if prop.get_style() in ("italic", "oblique"):
        return Face.BOLD_ITALIC if number >= _SEMIBOLD_FROM else Face.ITALIC
    if number >= _BOLD_FROM:
        return Face.BOLD
    return Face.SEMIBOLD if number >= _SEMIBOLD_FROM else Face.REGULAR


def _alpha(gc: GraphicsContextBase, own: list[Any]) -> float:
    if gc.get_forced_alpha():
        return float(gc.get_alpha() or 0.0)
    return float(own[0]) if own else 1.0


def _number(value: float) -> str:
    """A number as PDF writes it: no exponent, no negative zero."""
    text = f"{float(value):.3f}".rstrip("0").rstrip(".")
    return "0" if text in ("", "-0") else text


def _operators(path: Path, transform: Transform | None, simplify: bool) -> str:
    """Path construction operators; quadratic curves become cubic ones."""
    shown = path.cleaned(
        transform=transform or Affine2D(), remove_nans=True, simplify=simplify, curves=True
    )
    written: list[str] = []
    at = (0.0, 0.0)
    for vertices, code in shown.iter_segments(simplify=False, remove_nans=False):
        numbers = [float(value) for value in vertices]
        if code == Path.STOP:
            break
        if code == Path.CLOSEPOLY:
            written.append("h")
            continue
        if code == Path.CURVE3:
            numbers = _cubic(at, numbers)
        letter = "m" if code == Path.MOVETO else "l" if code == Path.LINETO else "c"
        written.append(f"{' '.join(map(_number, numbers))} {letter}")
        at = (numbers[-2], numbers[-1])
    return " ".join(written)


def _cubic(start: tuple[float, float], curve: list[float]) -> list[float]:
    """Control points of the cubic curve that equals a quadratic one."""
    control_x, control_y, end_x, end_y = curve
    return [
        start[0] + 2 / 3 * (control_x - start[0]),
        start[1] + 2 / 3 * (control_y - start[1]),
        end_x + 2 / 3 * (control_x - end_x),
        end_y + 2 / 3 * (control_y - end_y),
        end_x,
        end_y,
    ]
