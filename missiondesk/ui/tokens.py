# SPDX-License-Identifier: Apache-2.0
"""The colours of the desk by name, once for each palette, so that nothing else names a colour."""

from __future__ import annotations

from typing import Final, NamedTuple


class Tokens(NamedTuple):
    """One palette; every field is a colour as #RRGGBB.

    Attributes:
        ground: The page.
        ink: Text.
        quiet: Secondary text.
        line: Borders of controls.
        hair: Lines between rows.
        frame: Side bar, top bar and status line.
        chosen: Ground of the selected row.
        hover: Ground of what the pointer is over.
        accent: Selection, primary button, observed series.
        on_accent: Text on the accent.
        target: Target marks and paths.
        target_text: The same colour strong enough for small text.
        good, wait, bad, unknown: Status words.
        notice, alarm, fine: Ground of a finding by its severity.
    """

    ground: str
    ink: str
    quiet: str
    line: str
    hair: str
    frame: str
    chosen: str
    hover: str
    accent: str
    on_accent: str
    target: str
    target_text: str
    good: str
    wait: str
    bad: str
    unknown: str
    notice: str
    alarm: str
    fine: str


LIGHT: Final = Tokens(
    ground="#FFFFFF",
    ink="#1B1F24",
    quiet="#5B6470",
    line="#C3C9D1",
    hair="#E7EAEE",
    frame="#F6F7F9",
    chosen="#E6ECF4",
    hover="#F1F4F8",
    accent="#12436D",
    on_accent="#FFFFFF",
    target="#B4461A",
    target_text="#A23D14",
    good="#1E6B3A",
    wait="#8A5A00",
    bad="#A8321A",
    unknown="#5B6470",
    notice="#FBF7EE",
    alarm="#FBF3F1",
    fine="#F2F5F9",
)

DARK: Final = Tokens(
    ground="#15181C",
    ink="#E9ECEF",
    quiet="#A7B0BB",
    line="#59626D",
    hair="#2B3138",
    frame="#1C2025",
    chosen="#20364B",
    hover="#22272D",
    accent="#86B7E6",
    on_accent="#0C1824",
    target="#F0936C",
    target_text="#F2A384",
    good="#74C991",
    wait="#E2B65C",
    bad="#F2917D",
    unknown="#A7B0BB",
    notice="#2A2517",
    alarm="#2E1D1A",
    fine="#1E252D",
)

CONTRAST: Final = Tokens(
    ground="#FFFFFF",
    ink="#000000",
    quiet="#26292D",
    line="#000000",
    hair="#767B82",
    frame="#FFFFFF",
    chosen="#D3E3F5",
    hover="#E9EFF6",
    accent="#062C4F",
    on_accent="#FFFFFF",
    target="#7A2A08",
    target_text="#7A2A08",
    good="#0B4521",
    wait="#573900",
    bad="#7C1C09",
    unknown="#26292D",
    notice="#FFFFFF",
    alarm="#FFFFFF",
    fine="#FFFFFF",
)

PALETTES: Final = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 to 21 (WCAG 2.2, relative luminance of sRGB)."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
