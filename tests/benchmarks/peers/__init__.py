# SPDX-License-Identifier: Apache-2.0
"""Makers of the press's letter with other programs; each module has ``maker()`` and ``SAID``.

``maker`` returns a function from a `PressLetter` to PDF bytes and raises ImportError where its
program is not installed.
"""

from __future__ import annotations

NAMES = ("desk", "typst", "weasyprint", "fpdf2", "raw_tagged", "raw")
