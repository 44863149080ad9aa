# SPDX-License-Identifier: Apache-2.0
"""Values of Qt's namespace as a property takes them, for what stands in the first window.

To name one in Python makes all 65 enumerations of the namespace, a sixth of a whole start. Other
windows name them; the first one needs none before it is painted.
"""

from __future__ import annotations

from typing import Final

PLAIN_TEXT: Final = 0  # Qt.TextFormat.PlainText, for "textFormat"
NO_FOCUS: Final = 0  # Qt.FocusPolicy.NoFocus, for "focusPolicy"
# QWIDGETSIZE_MAX, for which Python has no name: a widget with no greatest size.
UNBOUND: Final = 16_777_215
