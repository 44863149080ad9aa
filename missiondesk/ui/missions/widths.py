# SPDX-License-Identifier: Apache-2.0
"""How wide the forms of a mission become."""

from __future__ import annotations

from typing import Final

WIDEST: Final = 880  # px at 100 %; longer lines are hard to read
