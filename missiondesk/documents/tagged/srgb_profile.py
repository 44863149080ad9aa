# SPDX-License-Identifier: Apache-2.0
"""The sRGB profile that PDF/A asks for, built from the numbers of IEC 61966-2-1 as 500 bytes."""

from __future__ import annotations

import struct
from functools import cache

# Primaries and white adapted to D50 by Bradford, and that adaptation (ICC.1:2010, annex E).
_PRIMARIES = {
    b"rXYZ": (0.43607, 0.22249, 0.01392),
    b"gXYZ": (0.38515, 0.71687, 0.09708),
    b"bXYZ": (0.14307, 0.06061, 0.71410),
}
_D50 = (0.96420, 1.00000, 0.82491)
_D65_TO_D50 = (
    1.04788, 0.02292, -0.05020,
    0.02959, 0.99048, -0.01707,
    -0.00923, 0.01508, 0.75168,
)  # fmt: skip
# Gamma, a, b, c, d of the transfer curve Y = (aX + b)^g above d, else cX.
_CURVE = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)
_HEADER_SIZE = 128


@cache
def srgb_profile() -> bytes:
    """An ICC 4.2 display profile of sRGB, the same bytes on every machine."""
    curve = b"para" + struct.pack(">IHH", 0, 3, 0) + _fixed(*_CURVE)
    tags = {
        b"desc": _words("sRGB IEC61966-2.1"),
        b"cprt": _words("No copyright, use freely"),
        b"wtpt": _point(_D50),
        b"chad": b"sf32" + bytes(4) + _fixed(*_D65_TO_D50),
        **{name: _point(point) for name, point in _PRIMARIES.items()},
        b"rTRC": curve,
        b"gTRC": curve,
        b"bTRC": curve,
    }
    table, data = _tagged(tags)
    size = _HEADER_SIZE + len(table) + len(data)
    return _header(size) + table + data


def _header(size: int) -> bytes:
    created = struct.pack(">6H", 1999, 10, 18, 0, 0, 0)  # the standard's own date
    return b"".join(
        [
            struct.pack(">I4sI", size, bytes(4), 0x04200000),
            b"mntrRGB XYZ " + created + b"acsp" + bytes(4),
            bytes(4 + 4 + 4 + 8 + 4),  # flags, maker, model, attributes, perceptual intent
            _fixed(*_D50),
            bytes(4 + 16 + 28),  # creator, id, reserved
        ]
    )


def _tagged(tags: dict[bytes, bytes]) -> tuple[bytes, bytes]:
    """Tag table and tag data; equal data is stored once."""
    start = _HEADER_SIZE + 4 + 12 * len(tags)
    places: dict[bytes, int] = {}
    data = b""
    table = struct.pack(">I", len(tags))
    for name, content in tags.items():
        if content not in places:
            places[content] = start + len(data)
            data += content + bytes(-len(content) % 4)
        table += name + struct.pack(">II", places[content], len(content))
    return table, data


def _fixed(*numbers: float) -> bytes:
    return struct.pack(f">{len(numbers)}i", *(round(number * 65536) for number in numbers))


def _point(point: tuple[float, float, float]) -> bytes:
    return b"XYZ " + bytes(4) + _fixed(*point)


def _words(text: str) -> bytes:
    written = text.encode("utf-16-be")
    head = struct.pack(">4s4xII2s2sII", b"mluc", 1, 12, b"en", b"US", len(written), 28)
    return head + written
