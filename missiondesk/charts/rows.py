# SPDX-License-Identifier: Apache-2.0
"""Charts that are read as a table: what it is on the left, the picture, the value on the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from missiondesk.charts.lettering import DESCENT, Face, printable, text_width, wrapped
from missiondesk.charts.palette import TypeScale
from missiondesk.charts.placement import Box
from missiondesk.charts.sheet import Line, foot, heading, line_to
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.language.translator import Translator

if TYPE_CHECKING:
    from missiondesk.charts.pen import Pen

_GUTTER = 12.0  # points of white between the three columns
_ROW_GAP = 7.0  # points of white between the texts of two rows
_LEFT, _RIGHT, _LEAST_AREA, _TIGHT_AREA = 0.38, 0.3, 0.2, 0.12  # shares of the width
_WIDEST_FIGURE = 0.42  # share that the longest figure may take instead of `_RIGHT`
_EMPTY = 40.0  # points for the sentence that there is nothing to show
_LOOSE = 1.6  # rows are never set wider apart than this many times their least height


@dataclass(frozen=True, slots=True)
class RowText:
    """The words of one row.

    Attributes:
        label: What it is about, on the left, at most two lines.
        detail: Under the label, small and quiet.
        value: On the right.
        note: Under the value, small, in the tone of ``tone``.
        strong: Set label and value in the heavier face.
    """

    label: str
    detail: str = ""
    value: str = ""
    note: str = ""
    tone: str = "quiet"
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands round the rows: heading, source, and heights kept free, in points.

    Attributes:
        above: Between heading and rows, for words over the picture.
        below: Between rows and source, for an axis and a key.
    """

    title: str
    subtitle: str
    source: str
    above: float = 0.0
    below: float = 0.0
    align_right: bool = False
    least_row: float = 0.0


@dataclass(frozen=True, slots=True)
class Laid:
    """Rows with their places.

    Attributes:
        area: The picture's rectangle, from the first row's top to the last one's bottom.
        middles: Height of each row's middle, from the top down.
        pitch: Height of each row.
        lines: All the words: heading, foot, labels and values.
        rules: Heights of the thin lines between rows.
        shown: How many of the rows found room.
        foot_top: Height where source and notes end.
    """

    size: tuple[float, float]
    type: TypeScale
    area: Box
    middles: tuple[float, ...]
    pitch: tuple[float, ...]
    lines: tuple[Line, ...]
    rules: tuple[float, ...]
    shown: int
    foot_top: float


@dataclass(frozen=True, slots=True)
class _Block:
    """The wrapped words of a row: (text, face, size, tone) from the top down."""

    left: tuple[tuple[str, Face, float, str], ...]
    right: tuple[tuple[str, Face, float, str], ...]

    def height(self, leading: float) -> float:
        return leading * max(len(self.left), len(self.right), 1)


def lay_rows(
    texts: Sequence[RowText],
    around: Surroundings,
    size: tuple[float, float],
    scale: TypeScale,
    tr: Translator,
) -> Laid:
    """Give each row its place; rows that find no room are left out and counted in the foot."""
    width, height = size
    texts = [_drawable(text) for text in texts]
    left, right = _columns(texts, width, scale)
    blocks = [_block(text, left, right, scale) for text in texts]
    least = [_least(block, around, scale) for block in blocks]
    head = heading(around.title, around.subtitle, size, scale)
    notes = foot(around.source, width, scale)
    room = height - _head_height(head, size, scale) - _foot_height(notes, scale)
    room -= around.above + around.below
    shown = _fitting(least, room)
    if shown < len(texts):
        more = tr.plural(
            "{count} more is in the table.", "{count} more are in the table.", len(texts) - shown
        )
        notes = foot(f"{more} {around.source}".strip(), width, scale)
        room = height - _head_height(head, size, scale) - _foot_height(notes, scale)
        shown = _fitting(least, room - around.above - around.below)
        room -= around.above + around.below
    stretch = min(_LOOSE, max(1.0, room / sum(least[:shown]))) if shown else 1.0
    pitch = tuple(high * stretch for high in least[:shown])
    top = height - _head_height(head, size, scale) - around.above
    return _laid(
        blocks[:shown], pitch, top, (left, right), (*head, *notes), around, size, scale,
        _foot_height(notes, scale),
    )  # fmt: skip


def rows_height(
    texts: Sequence[RowText], around: Surroundings, width: float, scale: TypeScale
) -> float:
    """Height in points that shows every row without crowding."""
    texts = [_drawable(text) for text in texts]
    left, right = _columns(texts, width, scale)
    head = heading(around.title, around.subtitle, (width, 0.0), scale)
    notes = foot(around.source, width, scale)
    rows = sum(_least(_block(text, left, right, scale), around, scale) for text in texts)
    frame = _head_height(head, (width, 0.0), scale) + _foot_height(notes, scale)
    if not texts:
        return frame + _EMPTY
    return frame + around.above + around.below + rows * 1.08 + 1.0


def _least(block: _Block, around: Surroundings, scale: TypeScale) -> float:
    return max(block.height(scale.text_leading), around.least_row) + _ROW_GAP


def _fitting(least: list[float], room: float) -> int:
    count = 0
    for high in least:
        room -= high
        if room < -0.01:
            break
        count += 1
    return count


def _head_height(head: tuple[Line, ...], size: tuple[float, float], scale: TypeScale) -> float:
    return size[1] - min(line.y for line in head) + scale.text * 0.4 + 4.0 if head else 2.0


def _foot_height(notes: tuple[Line, ...], scale: TypeScale) -> float:
    return scale.small_leading * len(notes) + 5.0 if notes else 2.0


def _columns(texts: Sequence[RowText], width: float, scale: TypeScale) -> tuple[float, float]:
    """Widths of the words on the left and on the right."""
    left = max((_widest(text.label, text.detail, text.strong, scale) for text in texts), default=0)
    right = max((_widest(text.value, text.note, True, scale) for text in texts), default=0)
    # A figure stays with its unit: "DKK 6,035.8 million".
    figure = max((text_width(text.value, Face.SEMIBOLD, scale.text) for text in texts), default=0)
    right = min(right, max(_RIGHT * width, min(figure + 0.5, _WIDEST_FIGURE * width)))
    left = min(left, max(_LEFT * width, width - right - 2 * _GUTTER - 0.5 * width))
    left = min(left, width * (1 - _LEAST_AREA) - right - 2 * _GUTTER)
    # A long word is not cut while the picture keeps some room: "Beskæftigelsesministeriet".
    word = max((_longest_word(text, scale) for text in texts), default=0.0)
    return max(left, min(word, width * (1 - _TIGHT_AREA) - right - 2 * _GUTTER)), right


def _longest_word(text: RowText, scale: TypeScale) -> float:
    face = Face.SEMIBOLD if text.strong else Face.REGULAR
    return max(text_width(word, face, scale.text) for word in text.label.split(" ")) + 0.5


def _drawable(text: RowText) -> RowText:
    """The words as they will be drawn, so that they are measured right."""
    return replace(
        text,
        label=printable(text.label),
        detail=printable(text.detail),
        value=printable(text.value),
        note=printable(text.note),
    )


def _widest(main: str, small: str, strong: bool, scale: TypeScale) -> float:
    face = Face.SEMIBOLD if strong else Face.REGULAR
    whole = text_width(main, face, scale.text)
    return max(whole, text_width(small, Face.REGULAR, scale.small)) + 0.5


def _block(text: RowText, left: float, right: float, scale: TypeScale) -> _Block:
    face = Face.SEMIBOLD if text.strong else Face.REGULAR
    label = [
        *(
            (line, face, scale.text, "ink")
            for line in wrapped(text.label, face, scale.text, left, 2)
        ),
        *(
            (line, Face.REGULAR, scale.small, "quiet")
            for line in wrapped(text.detail, Face.REGULAR, scale.small, left, 2)
        ),
    ]
    value = [
        *(
            (line, Face.SEMIBOLD, scale.text, "ink")
            for line in _whole(text.value, Face.SEMIBOLD, scale.text, right)
        ),
        *(
            (line, Face.REGULAR, scale.small, text.tone)
            for line in _whole(text.note, Face.REGULAR, scale.small, right)
        ),
    ]
    return _Block(tuple(label), tuple(value))


def _whole(text: str, face: Face, size: float, width: float) -> tuple[str, ...]:
    """The text on two lines, on three and apart from its unit before it is cut."""
    broken = wrapped(text, face, size, width, 2)
    if any(line.endswith("…") for line in broken):
        return wrapped(text.replace("\u00a0", " "), face, size, width, 3)
    return broken


def _laid(
    blocks: Sequence[_Block],
    pitch: tuple[float, ...],
    top: float,
    columns: tuple[float, float],
    fixed: tuple[Line, ...],
    around: Surroundings,
    size: tuple[float, float],
    scale: TypeScale,
    foot_top: float,
) -> Laid:
    width, (left, right) = size[0], columns
    lines, middles, rules, y = list(fixed), [], [], top
    for block, high in zip(blocks, pitch, strict=True):
        middle = y - high / 2
        for number, (text, face, points, tone) in enumerate(block.left):
            at = _baseline(middle, number, len(block.left), scale)
            lines.append(Line(text, 0.0, at, points, face, tone))
        for number, (text, face, points, tone) in enumerate(block.right):
            at = _baseline(middle, number, len(block.right), scale)
            if around.align_right:
                lines.append(line_to(text, width, at, points, face, tone))
            else:
                lines.append(Line(text, width - right, at, points, face, tone))
        middles.append(middle)
        y -= high
        rules.append(y)
    area = Box(left + _GUTTER, y, width - right - (_GUTTER if right else 0.0), top)
    return Laid(
        size, scale, area, tuple(middles), pitch, tuple(lines), tuple(rules[:-1]), len(blocks),
        foot_top,
    )  # fmt: skip


def _baseline(middle: float, number: int, count: int, scale: TypeScale) -> float:
    """Baseline of the line ``number`` of ``count`` lines that are centred on ``middle``."""
    leading = scale.text_leading
    return middle + (count / 2 - number - 1) * leading + leading / 2 - scale.text * 0.33


def words_about(text: str, middle: float, laid: Laid) -> tuple[Line, ...]:
    """Words in place of a row's picture, on at most two lines about ``middle``."""
    scale, left = laid.type, laid.area.x0 + 3.0
    broken = wrapped(text, Face.REGULAR, scale.small, laid.area.x1 - left - 3.0, 2)
    first = middle - scale.small * 0.33 + (len(broken) / 2 - 0.5) * scale.small_leading
    return tuple(
        Line(line, left, first - number * scale.small_leading, scale.small, tone="quiet")
        for number, line in enumerate(broken)
    )


# -- the key ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class KeyItem:
    """One entry of a key: a small drawing ("bar", "hollow", "gap", "tick", "range") and words."""

    swatch: str
    text: str


SWATCH = 16.0  # points


@dataclass(frozen=True, slots=True)
class PlacedKey:
    """An entry with the left end of its drawing and the height of its middle."""

    item: KeyItem
    x: float
    y: float


def lay_key(
    items: Sequence[KeyItem], width: float, bottom: float, scale: TypeScale
) -> tuple[tuple[PlacedKey, ...], tuple[Line, ...], float]:
    """Place a key in as few lines as it needs.

    Returns:
        Entries, their words, and the height of the whole in points.
    """
    rows: list[list[tuple[KeyItem, float]]] = []
    x = 1.0
    for item in items:
        wide = SWATCH + 5.0 + text_width(item.text, Face.REGULAR, scale.small)
        if not rows or x + wide > width:
            rows.append([])
            x = 1.0
        rows[-1].append((item, x))
        x += wide + 14.0
    placed, lines = [], []
    for number, row in enumerate(reversed(rows)):
        y = bottom + scale.small * DESCENT + number * (scale.small_leading + 1.0)
        for item, x in row:
            placed.append(PlacedKey(item, x, y + scale.small * 0.33))
            lines.append(Line(item.text, x + SWATCH + 5.0, y, scale.small, tone="quiet"))
    return tuple(placed), tuple(lines), len(rows) * (scale.small_leading + 1.0)


def draw_rules(pen: Pen, laid: Laid, order: float) -> None:
    """The thin lines between rows."""
    for y in laid.rules:
        pen.polyline(((0.0, y), (laid.size[0], y)), pen.palette.hair, 0.5, order)
