# SPDX-License-Identifier: Apache-2.0
"""What the system says no with is said in the reader's language, never in the system's."""

from __future__ import annotations

import errno
import os

import pytest

from missiondesk.domain.obstacle import obstacle
from missiondesk.language import translator


@pytest.mark.parametrize(
    ("number", "danish"),
    [
        (errno.ENOSPC, "drevet er fuldt"),
        (errno.EISDIR, "det er en mappe"),
        (errno.EACCES, "du har ikke rettigheder til det"),
        (errno.EIO, f"systemet melder fejl {errno.EIO}"),
    ],
)
def test_the_reason_is_danish(number: int, danish: str) -> None:
    error = OSError(number, os.strerror(number), "fil")
    assert translator("da").tell(obstacle(error)) == danish


def test_an_error_without_a_number_has_words_too() -> None:
    assert translator("en").tell(obstacle(OSError("odd"))) == "the system reports error 0"
