# SPDX-License-Identifier: Apache-2.0
"""The bytes of a file that somebody sent, or one sentence on why they cannot be had."""

from __future__ import annotations

from pathlib import Path

from missiondesk.domain.message import N_
from missiondesk.domain.obstacle import obstacle
from missiondesk.domain.refused import Refused


def received(path: Path, most: int) -> bytes:
    """Read the file at ``path``, at most one byte more than ``most``.

    Raises:
        Refused: It is not there, is a folder, or cannot be read; the sentence names it.
    """
    name = path.name or path.resolve().name
    try:
        with path.open("rb") as stream:
            return stream.read(most + 1)
    except FileNotFoundError:
        raise Refused(N_("The file “{name}” is not there."), name=name) from None
    except OSError as error:
        raise Refused(
            N_("The file “{name}” cannot be read: {reason}."), name=name, reason=obstacle(error)
        ) from error
