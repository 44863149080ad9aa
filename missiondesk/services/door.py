# SPDX-License-Identifier: Apache-2.0
"""Whether files of others are tried in another process, and the flag that begins such a one.

Apart from `receiving`, which does it: each start asks, and only who receives a file pays for more.
"""

from __future__ import annotations

from typing import Final

FLAG: Final = "--try-file"


class Door:
    """The window decides when it begins; the command line, a process of its own, has it shut."""

    tries: bool = False


DOOR: Final = Door()
